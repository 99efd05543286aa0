"""The visibility graph that ways are found on, built once with the pack (design.md section 4).

A way is taut: it turns only at corners of obstacles. So the nodes are the doors (stalls, facilities, kiosks)
and the convex corners of the grown obstacles, and the edges join those that see one another. Aisle centre
lines would be 9 to 50 % too long. shapely and numpy are loaded here only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from kiosk.domain.floorplan import Graph, Point
from kiosk.pack.faults import PackFault
from kiosk.pack.plans.cells import Cells
from kiosk.pack.plans.drawing import Box, DrawnPassage
from kiosk.pack.plans.passages import Crossing, Flowing, flowing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

CLEARANCE_M = 0.3
"""Half a shoulder's width: so far people keep from stalls and walls."""
SNAP_M = 1.5
"""A door that stands too close to something is moved this far at most."""
MAX_PAIRS = 1_000_000
FAR_M = 40.0
"""In very large halls a door is joined to corners this far away only; ways go on from corner to corner."""
NEIGHBOUR_M = 12.0
"""Doors of one aisle see one another directly."""
MOST_CORNERS = 12_000
MOST_LINES = 1_500_000
"""Lines looked at exactly. 2,000 stalls that all stand apart have 8,000 corners and need a million lines:
12 s. More than these bounds would take minutes, and is a drawing with every chair in it."""
BATCH = 50_000
_ROUNDING_M = 1e-3
_TOLERANCE_M = 2e-3
"""Nodes lie on whole millimetres, so lines along an obstacle may cut it by that much."""
_LEAST_TURN_M2 = 1e-4


@dataclass(frozen=True, slots=True)
class Door:
    """A place where ways begin or end."""

    key: str
    place: Point
    far: bool = False
    """Joined to everything it sees, however far (kiosks: the tree begins there; so are the ends of links)."""


@dataclass(frozen=True, slots=True)
class Space:
    """A level to walk on."""

    level: str
    floor: tuple[Point, ...]
    walls: tuple[tuple[Point, ...], ...]
    obstacles: tuple[Box, ...]
    doors: tuple[Door, ...]
    passages: tuple[DrawnPassage, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A lift, stairs, ramp or escalator between two doors."""

    a: str
    b: str
    length_m: float
    has_steps: bool
    names: tuple[str, ...] = ()
    """Under which ids `Graph.through` lists it."""


@dataclass(frozen=True, slots=True)
class Visibility:
    """The graph, each door's node, and the doors that no walkable place is near."""

    graph: Graph
    nodes: dict[str, int]
    walled_in: tuple[str, ...]


def visibility_graph(spaces: Sequence[Space], links: Sequence[Link]) -> Visibility:
    """Build the graph. Node numbers go by level, doors first, so the same plan gives the same graph.

    A walled-in door keeps a node, at its own place and with no edge. Raises PackFault where a level is drawn
    so finely that its graph would take minutes.
    """
    made = _Made()
    linked = frozenset(key for link in links for key in (link.a, link.b))
    for space in spaces:
        made.add_level(space, _Level(space, linked))
    for link in links:
        for name in link.names:
            made.through.setdefault(name, []).append(len(made.edges))
        made.edges.append((made.nodes[link.a], made.nodes[link.b], link.length_m, link.has_steps))
    return Visibility(made.graph(), made.nodes, tuple(made.walled_in))


@dataclass(slots=True)
class _Made:
    """The graph as it grows, level by level."""

    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)
    levels: list[str] = field(default_factory=list)
    edges: list[tuple[int, int, float, bool]] = field(default_factory=list)
    one_way: list[int] = field(default_factory=list)
    through: dict[str, list[int]] = field(default_factory=dict)
    nodes: dict[str, int] = field(default_factory=dict)
    walled_in: list[str] = field(default_factory=list)

    def add_level(self, space: Space, seen: _Level) -> None:
        """A level's nodes and edges, numbered after those that are there."""
        node, edge = len(self.xs), len(self.edges)
        for offset, door in enumerate(space.doors):
            self.nodes[door.key] = node + offset
        self.walled_in += seen.walled_in
        self.xs += [float(x) for x in seen.points[:, 0]]
        self.ys += [float(y) for y in seen.points[:, 1]]
        self.levels += [space.level] * len(seen.points)
        found = seen.flowing()
        self.edges += [(node + a, node + b, length_m, False) for a, b, length_m in found.edges]
        self.one_way += [edge + index for index in found.one_way]
        for name, indices in found.through.items():
            self.through.setdefault(name, []).extend(edge + index for index in indices)

    def graph(self) -> Graph:
        """As it now stands."""
        through = tuple((name, tuple(indices)) for name, indices in sorted(self.through.items()))
        return Graph(
            tuple(self.xs),
            tuple(self.ys),
            tuple(self.levels),
            tuple(self.edges),
            tuple(self.one_way),
            through,
        )


class _Level:
    """Free space of one level, its nodes, and what they see."""

    def __init__(self, space: Space, linked: frozenset[str]) -> None:
        import numpy as np  # noqa: PLC0415
        import shapely  # noqa: PLC0415

        self.np, self.shapely, self.level = np, shapely, space.level
        free = self._free(space)
        self.cells = Cells(space.floor, space.obstacles, CLEARANCE_M)
        self.walkable = free.buffer(_TOLERANCE_M, join_style="mitre")
        shapely.prepare(self.walkable)
        self.walled_in: list[str] = []
        self.crossings = [Crossing(passage, free, CLEARANCE_M) for passage in space.passages]
        # Ways turn at the end of a line that ends in the open as they do at a corner.
        ends = [end for crossing in self.crossings for end in crossing.open_ends]
        doors = [self._on_free(door, free) for door in space.doors] + ends
        corners, before, after = self._corners(free)
        self.door_count = len(doors)
        far = [door.far or door.key in linked for door in space.doors] + [True] * len(ends)
        self.far = np.array(far, dtype=bool)
        both = [np.array(doors, dtype=float).reshape(-1, 2), corners]
        self.points: Floats = np.round(np.concatenate(both), 3)
        self.before, self.after = before, after

    def _free(self, space: Space) -> Any:
        """Where a person's middle may be."""
        shapely = self.shapely
        grown = [
            shapely.box(
                box.x_m - CLEARANCE_M,
                box.y_m - CLEARANCE_M,
                box.x_m + box.width_m + CLEARANCE_M,
                box.y_m + box.height_m + CLEARANCE_M,
            )
            for box in space.obstacles
        ]
        walls = [
            shapely.LineString(wall).buffer(CLEARANCE_M, cap_style="square", join_style="mitre")
            for wall in space.walls
        ]
        inside = shapely.Polygon(space.floor).buffer(0).buffer(-CLEARANCE_M, join_style="mitre")
        return inside.difference(shapely.union_all(grown + walls)).simplify(_ROUNDING_M)

    def _on_free(self, door: Door, free: Any) -> Point:
        """The door's place, moved off what it stands too close to."""
        point = self.shapely.Point(door.place)
        if free.covers(point):
            return door.place
        if free.is_empty or free.distance(point) > SNAP_M:
            self.walled_in.append(door.key)
            return door.place
        nearest = self.shapely.shortest_line(free, point).coords[0]
        return float(nearest[0]), float(nearest[1])

    def _corners(self, free: Any) -> tuple[Floats, Floats, Floats]:
        """Corners around which a taut way can turn, each with the ring's points before and after it."""
        np, shapely = self.np, self.shapely
        here: list[Floats] = [np.empty((0, 2))]
        before: list[Floats] = [np.empty((0, 2))]
        after: list[Floats] = [np.empty((0, 2))]
        for part in shapely.get_parts(shapely.orient_polygons(free)):
            for ring in (part.exterior, *part.interiors):
                points = shapely.get_coordinates(ring)[:-1]
                previous, following = np.roll(points, 1, axis=0), np.roll(points, -1, axis=0)
                # Free space lies to the left of every ring, so a turn to the right goes round an obstacle.
                turn = _cross(points - previous, following - points)
                convex = turn < -_LEAST_TURN_M2
                here.append(points[convex])
                before.append(previous[convex])
                after.append(following[convex])
        return np.concatenate(here), np.concatenate(before), np.concatenate(after)

    def edges(self) -> list[tuple[int, int, float]]:
        """Pairs of nodes that see one another, by node number, with their distance in metres."""
        np = self.np
        found: list[tuple[int, int, float]] = []
        looked_at = 0
        if len(self.points) - self.door_count > MOST_CORNERS:
            raise self._too_fine()
        for starts, ends in self._candidates():
            open_lines = ~self.cells.cut(self.points[starts], self.points[ends])
            a, b = starts[open_lines], ends[open_lines]
            looked_at += len(a)
            if looked_at > MOST_LINES:
                raise self._too_fine()
            lines = self.shapely.linestrings(np.stack([self.points[a], self.points[b]], axis=1))
            clear = self.shapely.covers(self.walkable, lines)
            length = np.hypot(*(self.points[a[clear]] - self.points[b[clear]]).T)
            found += zip(a[clear].tolist(), b[clear].tolist(), np.round(length, 3).tolist(), strict=True)
        return sorted(found)

    def _too_fine(self) -> PackFault:
        corners = len(self.points) - self.door_count
        return PackFault(
            f"楼层 {self.level} 的图太细：有 {corners} 个拐角，请去掉桌椅等小东西。",
            f"the drawing of level {self.level} is too fine ({corners} corners): leave out the furniture.",
        )

    def flowing(self) -> Flowing:
        """The edges, as far as passages let people through."""
        return flowing(self.points, self.edges(), self.crossings)

    def _candidates(self) -> Iterator[tuple[Any, Any]]:
        """Pairs worth looking at, batch by batch: near enough, and taut at the end that is a corner."""
        np = self.np
        count, doors = len(self.points), self.door_count
        reach_m = FAR_M if doors * (count - doors) > MAX_PAIRS else np.inf
        starts: list[Any] = []
        ends: list[Any] = []
        waiting = 0
        for a in range(count):
            others = np.arange(a + 1, count)
            distance = np.hypot(*(self.points[others] - self.points[a]).T)
            if a < doors and not self.far[a]:
                to_door = others < doors
                far_door = np.zeros(len(others), dtype=bool)
                far_door[to_door] = self.far[others[to_door]]
                keep = np.where(to_door, (distance <= NEIGHBOUR_M) | far_door, distance <= reach_m)
            else:
                keep = np.ones(len(others), dtype=bool)
            keep &= distance > _TOLERANCE_M
            others = others[keep]
            others = others[self._taut(others, np.full(len(others), a))]
            if a >= doors:
                others = others[self._taut(np.full(len(others), a), others)]
            starts.append(np.full(len(others), a))
            ends.append(others)
            waiting += len(others)
            if starts and (waiting > BATCH or a == count - 1):
                yield np.concatenate(starts), np.concatenate(ends)
                starts, ends, waiting = [], [], 0

    def _taut(self, corners: Any, others: Any) -> Flags:
        """Whether a way from each of `others` may turn at the corner: both its sides lie on one hand."""
        np = self.np
        taut = np.ones(len(corners), dtype=bool)
        at_corner = corners >= self.door_count
        index = corners[at_corner] - self.door_count
        here = self.points[corners[at_corner]]
        line = self.points[others[at_corner]] - here
        one, other = _cross(line, self.before[index] - here), _cross(line, self.after[index] - here)
        # Coordinates are rounded to a millimetre, so a line along an obstacle's side is taut within that.
        slack = 2 * _ROUNDING_M * (1 + np.hypot(*line.T))
        taut[at_corner] = ((one >= -slack) & (other >= -slack)) | ((one <= slack) & (other <= slack))
        return cast("Flags", taut)


def _cross(a: Floats, b: Floats) -> Floats:
    product: Floats = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    return product
