"""A path as a person walks it: legs between lifts and stairs, stretches between turns, left and right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians, sin

from kiosk.domain.floorplan import LINKING, Facility, FacilityKind, FloorPlan, Point

STRAIGHT_DEG = 35.0
"""A bend that a person would still call straight on."""
BACK_DEG = 135.0
_STEP_M = 2.0
"""A stretch shorter than this is a part of the turn that it lies in."""
_LAST_STEP_M = 1.0
"""Of the last stretch: round the corner to a stall's front is a turn, if a short one."""
_SAME_M = 0.3
_DOOR_M = 0.3
"""A way that ends nearer than this to the middle of a lift does not tell to which side one comes out."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a way without a turn."""

    points: tuple[Point, ...]

    @property
    def length_m(self) -> float:
        """Metres of it."""
        return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(self.points))

    @property
    def sets_out_deg(self) -> float:
        """Where one looks as it begins."""
        return self._bearing(tuple(pairwise(self.points)))

    @property
    def arrives_deg(self) -> float:
        """Where one looks as it ends."""
        return self._bearing(tuple(pairwise(self.points))[::-1])

    @staticmethod
    def _bearing(pieces: Sequence[tuple[Point, Point]]) -> float:
        """Of the first piece that is more than a step, or of the longest."""
        lengths = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pieces]
        at = next((i for i, each in enumerate(lengths) if each >= _STEP_M), lengths.index(max(lengths)))
        return bearing_deg(*pieces[at])


@dataclass(frozen=True, slots=True)
class WalkLeg:
    """A part of a way between two lifts, stairs, ramps or escalators."""

    level: str
    points: tuple[Point, ...]
    link: Facility | None = None
    """What one has come out of, where it is not the first."""

    def stretches(self) -> tuple[Stretch, ...]:
        """Cut where it turns by more than a person would call straight on; none where one stands still."""
        points = [self.points[0]]
        for point in self.points[1:]:
            if hypot(point[0] - points[-1][0], point[1] - points[-1][1]) > _SAME_M:
                points.append(point)
        parts = [[a, b] for a, b in pairwise(points)]
        while (joined := _joined(parts)) != parts:
            parts = joined
        return tuple(Stretch(tuple(part)) for part in parts)

    def faces_deg(self) -> float | None:
        """Where one looks who has just come out of the lift or off the stairs; None where nobody can say."""
        if self.link is None:
            return None
        middle, door = self.link.centre, self.points[0]
        if hypot(door[0] - middle[0], door[1] - middle[1]) < _DOOR_M:
            return None
        return bearing_deg(middle, door)


def _joined(parts: list[list[Point]]) -> list[list[Point]]:
    """The parts with the first two joined that make no turn, or of which one is but a step."""
    for at, (part, following) in enumerate(pairwise(parts)):
        if turn(Stretch(tuple(part)).arrives_deg, Stretch(tuple(following)).sets_out_deg) == "straight" and (
            turn(_chord(part), _chord(following)) == "straight"
        ):
            return [*parts[:at], [*part, *following[1:]], *parts[at + 2 :]]
    for at, part in enumerate(parts):
        least_m = _STEP_M if at < len(parts) - 1 else _LAST_STEP_M
        if len(parts) > 1 and Stretch(tuple(part)).length_m < least_m:
            other = at - 1 if at else 1
            first, second = sorted((at, other))
            return [*parts[:first], [*parts[first], *parts[second][1:]], *parts[second + 1 :]]
    return parts


def _chord(part: Sequence[Point]) -> float:
    return bearing_deg(part[0], part[-1])


def bearing_deg(a: Point, b: Point) -> float:
    """Degrees clockwise from north of the way from a to b (y grows to the south)."""
    return degrees(atan2(b[0] - a[0], -(b[1] - a[1]))) % 360


def ahead(bearing: float) -> Point:
    """A metre in that direction, as x and y."""
    return sin(radians(bearing)), -cos(radians(bearing))


def turn(facing_deg: float, bearing: float) -> str:
    """straight, right, left or back."""
    delta = (bearing - facing_deg + 180) % 360 - 180
    if abs(delta) <= STRAIGHT_DEG:
        return "straight"
    if abs(delta) >= BACK_DEG:
        return "back"
    return "right" if delta > 0 else "left"


class Links:
    """The lifts, stairs, ramps and escalators of a plan, and the edges of its graph that they are."""

    def __init__(self, plan: FloorPlan) -> None:
        self._graph = plan.graph
        self._ends = {each.node: each for each in plan.facilities if each.kind in LINKING}
        ids = {each.id for each in self._ends.values()}
        self._pairs = {
            frozenset(plan.graph.edges[edge][:2])
            for name, edges in plan.graph.through
            if name in ids
            for edge in edges
        }

    def legs(self, path: Iterable[int]) -> tuple[WalkLeg, ...]:
        """The path cut at each lift, stairs, ramp or escalator, even where it joins two heights of a level.

        A lift that is ridden past a level is one ride.
        """
        graph, nodes = self._graph, list(path)
        cut: list[list[int]] = [nodes[:1]]
        for before, node in pairwise(nodes):
            if graph.level[before] != graph.level[node] or frozenset((before, node)) in self._pairs:
                cut.append([])
            cut[-1].append(node)
        kinds = [self._kind(each[0]) for each in cut]
        kept = [
            at
            for at, each in enumerate(cut)
            if len(each) > 1 or at in (0, len(cut) - 1) or kinds[at] is not kinds[at + 1]
        ]
        return tuple(
            WalkLeg(
                graph.level[cut[at][0]],
                tuple((graph.x_m[node], graph.y_m[node]) for node in cut[at]),
                self._ends.get(cut[at][0]) if at else None,
            )
            for at in kept
        )

    def _kind(self, node: int) -> FacilityKind | None:
        end = self._ends.get(node)
        return end.kind if end else None
