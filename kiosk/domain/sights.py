"""What one sees beside a way: stalls, rooms, coffee stands, pillars; and which stall of a row is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, hypot

from kiosk.domain.floorplan import LINKING, Facility, FloorPlan, Point, Stall
from kiosk.domain.walk import Stretch, ahead

_CELL_M = 8.0
_SEEN_M = 4.5
"""How far from a turn a facility still serves as a landmark."""
_CORNER_M = 1.6
"""How near the stall or the pillar stands that one turns at."""
_PILLAR_M = 2.5
"""What is larger is no pillar."""
_BESIDE_M = 3.5
"""How far from the way a stall still lies along it."""
_ROW_M = 0.8
"""Fronts of one row are at most so much out of line."""
_ACROSS_M = 6.0
"""Who walks further off than this does not count a row's stalls."""
_UNCLEAR_M = 0.6
"""A stall of which more than this lies behind as well as before one: nobody knows whether to count it."""
_ALONG = 0.9
"""Cosine of the angle to its row at which one still walks along it."""
_COUNTED_MOST = 6

Thing = Stall | Facility | None
Line = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Sight:
    """Something with a place: a stall, a facility, or what nobody can walk through (None)."""

    thing: Thing
    left: float
    top: float
    right: float
    bottom: float

    def nearest(self, point: Point) -> Point:
        """Its point that is nearest."""
        return min(max(point[0], self.left), self.right), min(max(point[1], self.top), self.bottom)

    def away_m(self, point: Point) -> float:
        """How far it is from there."""
        x, y = self.nearest(point)
        return hypot(x - point[0], y - point[1])

    @property
    def centre(self) -> Point:
        """Its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def longest_m(self) -> float:
        """Its longer side."""
        return max(self.right - self.left, self.bottom - self.top)

    def span(self, axis: int) -> tuple[float, float]:
        """From where to where it reaches, in x (0) or in y (1)."""
        return ((self.left, self.right), (self.top, self.bottom))[axis]

    def cuts(self, a: Point, b: Point) -> bool:
        """Whether it stands between two points."""
        low, high = 0.0, 1.0
        for axis in (0, 1):
            start, delta = a[axis], b[axis] - a[axis]
            least, most = self.span(axis)
            if delta == 0:
                if not least < start < most:
                    return False
                continue
            one, other = sorted(((least - start) / delta, (most - start) / delta))
            low, high = max(low, one), min(high, other)
        return high - low > 1e-9


class Sights:
    """The things and the walls of a plan, found by place."""

    def __init__(self, plan: FloorPlan) -> None:
        self._cells: dict[tuple[str, int, int], list[Sight]] = {}
        self._walls: dict[tuple[str, int, int], list[Line]] = {}
        things: tuple[Stall | Facility, ...] = (*plan.stalls, *plan.facilities)
        for thing in things:
            self._add(thing.level, thing, thing.x_m, thing.y_m, thing.width_m, thing.height_m)
        for level in plan.levels:
            for block in level.blocks:
                self._add(level.id, None, *block)
            for wall in level.walls:
                for a, b in pairwise(wall):
                    for cell in _cells(*_box_of(a, b)):
                        self._walls.setdefault((level.id, *cell), []).append((a, b))

    def _add(self, level: str, thing: Thing, x: float, y: float, width: float, height: float) -> None:
        sight = Sight(thing, x, y, x + width, y + height)
        for cell in _cells(sight.left, sight.top, sight.right, sight.bottom):
            self._cells.setdefault((level, *cell), []).append(sight)

    def near(self, level: str, point: Point, reach_m: float) -> list[Sight]:
        """What stands no further off than that, the nearest first."""
        x, y = point
        found = self._within(level, x - reach_m, y - reach_m, x + reach_m, y + reach_m)
        return sorted(
            (each for each in found if each.away_m(point) <= reach_m), key=lambda each: each.away_m(point)
        )

    def landmark(self, level: str, point: Point, target: Thing) -> Thing | Sight:
        """What one would name to say where to turn: a facility in sight, else a stall or a pillar (a `Sight`)
        at the corner; never the target itself, and None where there is nothing."""
        near = [
            each
            for each in self.near(level, point, _SEEN_M)
            if (each.thing is None or each.thing is not target) and self.sees(level, point, each)
        ]
        for sight in near:
            if isinstance(sight.thing, Facility) and sight.thing.kind not in LINKING:
                return sight.thing
        corner = [each for each in near if each.away_m(point) <= _CORNER_M]
        stall = next((each.thing for each in corner if isinstance(each.thing, Stall)), None)
        if stall is not None:
            return stall
        return next((each for each in corner if each.thing is None and each.longest_m <= _PILLAR_M), None)

    def sees(self, level: str, point: Point, sight: Sight) -> bool:
        """Whether nothing stands between a place and the nearest point of a thing."""
        end = sight.nearest(point)
        box = _box_of(point, end)
        walls = (wall for cell in _cells(*box) for wall in self._walls.get((level, *cell), ()))
        if any(_cross(point, end, *wall) for wall in walls):
            return False
        return not any(each.cuts(point, end) for each in self._within(level, *box) if each is not sight)

    def beside(self, level: str, stretch: Stretch) -> dict[str, list[Stall]]:
        """The stalls along a stretch, on its "left" and "right", in the order of walking."""
        along: dict[str, dict[str, tuple[float, Stall]]] = {"left": {}, "right": {}}
        walked = 0.0
        for a, b in pairwise(stretch.points):
            length = hypot(b[0] - a[0], b[1] - a[1])
            dx, dy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
            for sight in self._around(level, a, b, _BESIDE_M):
                x, y = sight.centre[0] - a[0], sight.centre[1] - a[1]
                forward = x * dx + y * dy
                if not isinstance(sight.thing, Stall) or not 0 <= forward <= length:
                    continue
                place = a[0] + forward * dx, a[1] + forward * dy
                if sight.away_m(place) <= _BESIDE_M and self.sees(level, place, sight):
                    side = "right" if y * dx - x * dy > 0 else "left"
                    along[side].setdefault(sight.thing.number, (walked + forward, sight.thing))
            walked += length
        return {
            side: [stall for _at, stall in sorted(found.values(), key=lambda each: each[0])]
            for side, found in along.items()
        }

    def ordinal(self, target: Stall, stretch: Stretch) -> int | None:
        """Which stall of its row the target is, counted from where the last stretch begins.

        None where nobody would count: the way does not lead along the row, it is far off, there are too many,
        one stands half behind, or something stands before it.
        """
        axis, out, front = _front(target)
        step = ahead(stretch.arrives_deg)[axis]
        start, end = stretch.points[0], stretch.points[-1]
        if abs(step) < _ALONG or (start[1 - axis] - front) * out > _ACROSS_M:
            return None
        sign = 1.0 if step > 0 else -1.0
        here, there = sign * start[axis], sign * target.centre[axis]
        aisle = max((start[1 - axis] - front) * out, (end[1 - axis] - front) * out)
        row: list[tuple[float, float]] = []
        set_back: list[tuple[float, float]] = []
        for sight in self._around(target.level, start, target.centre, _ACROSS_M):
            first, last = sorted(sign * each for each in sight.span(axis))
            middle = (first + last) / 2
            if sight.thing is None or middle > there or last < here + 1e-6:
                continue
            if isinstance(sight.thing, Facility):
                continue
            behind, before = sorted((each - front) * out for each in sight.span(1 - axis))
            if behind >= aisle:
                continue  # across the aisle
            if before > _ROW_M or (first + _UNCLEAR_M < here < last - _UNCLEAR_M and before >= -_ROW_M):
                return None
            if middle >= here:
                (row if before >= -_ROW_M else set_back).append((first, last))
        if any(not _hidden(span, row) for span in set_back) or len(row) > _COUNTED_MOST:
            return None
        return len(row) or None

    def _around(self, level: str, a: Point, b: Point, reach_m: float) -> list[Sight]:
        """What may stand so near to a straight line."""
        pieces = max(1, ceil(hypot(b[0] - a[0], b[1] - a[1]) / _CELL_M))
        reach = reach_m + _CELL_M / 2
        found: dict[int, Sight] = {}
        for at in range(pieces):
            share = (at + 0.5) / pieces
            x, y = a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
            within = self._within(level, x - reach, y - reach, x + reach, y + reach)
            found.update((id(each), each) for each in within)
        return list(found.values())

    def _within(self, level: str, left: float, top: float, right: float, bottom: float) -> list[Sight]:
        """What lies in the cells that a rectangle touches."""
        found: dict[int, Sight] = {}
        for cell in _cells(left, top, right, bottom):
            found.update((id(each), each) for each in self._cells.get((level, *cell), ()))
        return list(found.values())


def _cells(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    for i in range(floor(left / _CELL_M), floor(right / _CELL_M) + 1):
        for j in range(floor(top / _CELL_M), floor(bottom / _CELL_M) + 1):
            yield i, j


def _box_of(a: Point, b: Point) -> tuple[float, float, float, float]:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def _side(a: Point, b: Point, point: Point) -> float:
    return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two lines cut each other."""
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _front(stall: Stall) -> tuple[int, float, float]:
    """The axis its front runs along (0: x), which way its visitor stands on the other, where the front is."""
    return {
        "north": (0, -1.0, stall.y_m),
        "south": (0, 1.0, stall.y_m + stall.height_m),
        "west": (1, -1.0, stall.x_m),
        "east": (1, 1.0, stall.x_m + stall.width_m),
    }[stall.facing]


def _hidden(span: tuple[float, float], row: list[tuple[float, float]]) -> bool:
    """Whether the stalls of the row stand before most of it."""
    covered = sum(max(0.0, min(span[1], last) - max(span[0], first)) for first, last in row)
    return covered >= 0.5 * (span[1] - span[0])
