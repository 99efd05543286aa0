"""Passages across aisles and openings in walls, compiled into the graph.

A passage stops an edge where the edge crosses it, so it must not matter how a node lies to the line: every
node counts as left of it or right of it, one on the line itself as left. So each way from one side to the
other crosses exactly one edge, whatever it turns at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING, Any

from kiosk.domain.floorplan import Flow, Point
from kiosk.pack.plans.drawing import DrawnPassage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Directions = NDArray[np.int8]

Edge = tuple[int, int, float]
"""Two nodes and the metres between them."""

DOOR_REACH_M = 0.4
"""So far from a wall's line its door may be drawn."""
_PAST_END_M = 0.01
_ON_LINE_M = 5e-3
"""Ways along an obstacle meet the line where it ends, within the graph's rounding."""


@dataclass(frozen=True, slots=True)
class Flowing:
    """A level's edges with their directions; indices are places in `edges`."""

    edges: list[Edge]
    one_way: list[int]
    through: dict[str, list[int]]


class Crossing:
    """A passage on the walkable part of its level."""

    def __init__(self, passage: DrawnPassage, free: Any, clearance_m: float) -> None:
        """`free` is where a person's middle may be; nobody fits between the line's end and what is near."""
        import shapely  # noqa: PLC0415  pack time only

        self.passage = passage
        start, end = passage.line
        length = hypot(end[0] - start[0], end[1] - start[1])
        self.along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length) if length else (0.0, 0.0)
        drawn = shapely.LineString(passage.line)
        first, last = self._at(-clearance_m), self._at(length + clearance_m)
        pieces = shapely.get_parts(shapely.LineString((first, last)).intersection(free)) if length else []
        # An extension may poke through a thin wall: what lies beyond it is another aisle.
        self.spans = sorted(
            sorted(self._how_far(point) for point in piece.coords)
            for piece in pieces
            if piece.geom_type == "LineString" and piece.distance(drawn) < _ON_LINE_M
        )
        ends = (self._at(-clearance_m - _PAST_END_M), self._at(length + clearance_m + _PAST_END_M))
        self.open_ends: tuple[Point, ...] = (
            tuple(point for point in ends if free.covers(shapely.Point(point))) if self.spans else ()
        )
        """Where one can walk round the line, for it ends in the open."""

    def _at(self, metres: float) -> Point:
        """The point of the line so far from its start."""
        (x, y), (dx, dy) = self.passage.line[0], self.along
        return x + dx * metres, y + dy * metres

    def _how_far(self, point: Point) -> float:
        (x, y), (dx, dy) = self.passage.line[0], self.along
        return (point[0] - x) * dx + (point[1] - y) * dy

    def directions(self, a: Floats, b: Floats) -> Directions:
        """Of each edge from a to b: 1 where it goes through from left to right, -1 the other way, else 0."""
        import numpy as np  # noqa: PLC0415  pack time only

        origin, (dx, dy) = np.array(self.passage.line[0]), self.along
        # y grows to the south, so what lies left of the line is negative.
        side_a, side_b = (dx * (each - origin)[:, 1] - dy * (each - origin)[:, 0] for each in (a, b))
        crosses = (side_a > 0) != (side_b > 0)
        share = side_a / np.where(crosses, side_a - side_b, 1.0)
        place = a + share[:, None] * (b - a) - origin
        metres = place[:, 0] * dx + place[:, 1] * dy
        inside = np.zeros(len(a), dtype=bool)
        for first, last in self.spans:
            inside |= (metres >= first - _ON_LINE_M) & (metres <= last + _ON_LINE_M)
        directions: Directions = np.where(crosses & inside, np.where(side_b > 0, 1, -1), 0).astype(np.int8)
        return directions


def flowing(points: Floats, edges: list[Edge], crossings: Sequence[Crossing]) -> Flowing:
    """The edges that remain; one-way ones are walked from their first node to their second."""
    if not crossings or not edges:
        return Flowing(edges, [], {each.passage.id: [] for each in crossings})
    import numpy as np  # noqa: PLC0415  pack time only

    ends = np.array([edge[:2] for edge in edges], dtype=int)
    a, b = points[ends[:, 0]], points[ends[:, 1]]
    forwards = np.ones(len(edges), dtype=bool)
    backwards = np.ones(len(edges), dtype=bool)
    hits: list[tuple[str, Directions]] = []
    for crossing in crossings:
        direction = crossing.directions(a, b)
        hits.append((crossing.passage.id, direction))
        if crossing.passage.flow is Flow.CLOSED:
            forwards &= direction == 0
            backwards &= direction == 0
        elif crossing.passage.flow is Flow.ONE_WAY:
            forwards &= direction >= 0
            backwards &= direction <= 0
    kept = np.flatnonzero(forwards | backwards)
    place = {int(old): new for new, old in enumerate(kept)}
    through: dict[str, list[int]] = {}
    for name, direction in hits:
        found = through.setdefault(name, [])
        found += [place[old] for old in np.flatnonzero(direction).tolist() if old in place]
    remaining = [
        edges[old] if forwards[old] else (edges[old][1], edges[old][0], edges[old][2])
        for old in kept.tolist()
    ]
    one_way = np.flatnonzero((forwards ^ backwards)[kept]).tolist()
    return Flowing(remaining, one_way, {name: sorted(set(found)) for name, found in through.items()})


def cut_walls(
    walls: Sequence[tuple[Point, ...]], doors: Sequence[tuple[Point, Point]]
) -> tuple[tuple[Point, ...], ...]:
    """The walls without their openings. A door opens every wall that runs along it."""
    if not doors:
        return tuple(walls)
    import shapely  # noqa: PLC0415  pack time only

    openings = shapely.union_all([opening(door) for door in doors])
    cut: list[tuple[Point, ...]] = []
    for wall in walls:
        line = shapely.LineString(wall)
        if not line.intersects(openings):
            cut.append(wall)
            continue
        for piece in shapely.get_parts(line.difference(openings)):
            if piece.length > _PAST_END_M:
                cut.append(tuple((round(x, 3), round(y, 3)) for x, y in piece.coords))
    return tuple(cut)


def opening(door: tuple[Point, Point]) -> Any:
    """What a door takes out of walls: its length, and as far to both sides as it may be drawn beside one."""
    import shapely  # noqa: PLC0415  pack time only

    return shapely.LineString(door).buffer(DOOR_REACH_M, cap_style="flat")
