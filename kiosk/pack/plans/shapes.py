"""Shapes and texts of a foreign drawing, before anybody knows what they are: the same for SVG and DXF."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot
from typing import Any

from kiosk.domain.floorplan import Point
from kiosk.pack.plans.drawing import Box
from kiosk.pack.plans.layers import Role, first_role

FLAT_TURNS = 24
"""Straight pieces of a whole turn."""
_SKEW_M = 0.05
MOST_FOUND = 8
"""Boxes at one place that are looked at: drawings that pile up thousands are refused in no time."""
MOST_CROSSINGS = 200_000


@dataclass(frozen=True, slots=True)
class Shape:
    """A line, a polygon, or a point."""

    names: tuple[str, ...]
    """What may say what it is, from the inside out: label, class, block, layer."""
    points: tuple[Point, ...]
    closed: bool
    attributes: Mapping[str, str] = field(default_factory=dict)
    """number, id, name, name_en, kind, facing, door, link, flow, heading: those that the drawing gives."""

    @property
    def role(self) -> Role | None:
        """What it is, as far as its names say."""
        return first_role(self.names)

    @property
    def layer(self) -> str:
        """The name that people know it by."""
        return self.names[-1] if self.names else ""

    @property
    def box(self) -> Box:
        """Round all its points."""
        return box_of(self.points)

    @property
    def middle(self) -> Point:
        """Of its box."""
        return self.box.centre

    @property
    def upright(self) -> bool:
        """Whether it is a rectangle along the axes, or nearly."""
        box = self.box
        edges = (box.x_m, box.x_m + box.width_m), (box.y_m, box.y_m + box.height_m)
        return all(
            min(abs(x - each) for each in edges[0]) < _SKEW_M
            and min(abs(y - each) for each in edges[1]) < _SKEW_M
            for x, y in self.points
        )


@dataclass(frozen=True, slots=True)
class Label:
    """A text and about where its middle is."""

    text: str
    place: Point
    names: tuple[str, ...]

    @property
    def role(self) -> Role | None:
        """What its layer is for."""
        return first_role(self.names)


def box_of(points: Iterable[Point]) -> Box:
    """Round some points, of which there is one at least."""
    xs, ys = zip(*points, strict=True)
    left, top = min(xs), min(ys)
    return Box(left, top, round(max(xs) - left, 6), round(max(ys) - top, 6))


def text_width(text: str) -> float:
    """About how wide a text is, in units of its height: hanzi are square, letters narrower."""
    return sum(1.0 if unicodedata.east_asian_width(each) in "WF" else 0.55 for each in text)


class Finder:
    """Which of many boxes a point lies in, or is near to."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        import numpy as np  # noqa: PLC0415  pack time only
        import shapely  # noqa: PLC0415  pack time only

        self.boxes = list(boxes)
        self.np, self.shapely = np, shapely
        sizes = [(box.width_m * box.height_m, index) for index, box in enumerate(self.boxes)]
        self.rank: Any = np.empty(len(sizes), dtype=int)
        self.rank[[index for _size, index in sorted(sizes)]] = np.arange(len(sizes))
        self.tree: Any = shapely.STRtree(
            [shapely.box(b.x_m, b.y_m, b.x_m + b.width_m, b.y_m + b.height_m) for b in self.boxes]
        )

    def at(self, point: Point, reach_m: float = 0.0) -> list[int]:
        """The boxes there, smallest first; a few of them where there are many."""
        x, y = point
        area = self.shapely.box(x - reach_m, y - reach_m, x + reach_m, y + reach_m)
        found = self.tree.query(area, predicate="intersects")
        if len(found) > MOST_FOUND:
            found = found[self.np.argpartition(self.rank[found], MOST_FOUND)[:MOST_FOUND]]
        return sorted((int(each) for each in found), key=lambda index: int(self.rank[index]))


def nearest(point: Point, labels: Iterable[Label], reach_m: float) -> Label | None:
    """The label closest to a point, if it is near enough."""
    near = [(hypot(each.place[0] - point[0], each.place[1] - point[1]), each) for each in labels]
    found = min(near, key=lambda pair: pair[0], default=None)
    return found[1] if found is not None and found[0] <= reach_m else None


def side_towards(start: Point, end: Point) -> str:
    """The side that an arrow points to."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    if abs(dx) > abs(dy):
        return "east" if dx > 0 else "west"
    return "south" if dy > 0 else "north"


def side_along(line: tuple[Point, Point], box: Box, reach_m: float) -> str:
    """The side of a box that a line lies along, or nothing."""
    (ax, ay), (bx, by) = line
    right, bottom = box.x_m + box.width_m, box.y_m + box.height_m
    level = abs(ay - by) <= reach_m and box.x_m - reach_m <= (ax + bx) / 2 <= right + reach_m
    upright = abs(ax - bx) <= reach_m and box.y_m - reach_m <= (ay + by) / 2 <= bottom + reach_m
    away = {}
    if level and abs(ax - bx) > abs(ay - by):
        away = {"north": abs(ay - box.y_m), "south": abs(ay - bottom)}
    elif upright and abs(by - ay) > abs(ax - bx):
        away = {"west": abs(ax - box.x_m), "east": abs(ax - right)}
    side = min(away, key=lambda each: away[each], default="")
    return side if side and away[side] <= reach_m else ""


def tangled(lines: Iterable[Shape]) -> bool:
    """Whether lines cross so often that nobody drew them as a grid, and `cells` leaves them alone."""
    return _tangled(_lines(lines))


def _lines(lines: Iterable[Shape]) -> list[Any]:
    import shapely  # noqa: PLC0415  pack time only

    return [
        shapely.LineString(pair) for each in lines for pair in pairwise(each.points) if pair[0] != pair[1]
    ]


def _tangled(drawn: list[Any]) -> bool:
    import shapely  # noqa: PLC0415  pack time only

    tree = shapely.STRtree(drawn)
    crossings = 0
    for start in range(0, len(drawn), 200):
        crossings += tree.query(drawn[start : start + 200], predicate="intersects").shape[1]
        if crossings > MOST_CROSSINGS:
            return True
    return False


def cells(lines: Iterable[Shape]) -> list[tuple[Point, ...]]:
    """The polygons that lines enclose, as where stalls are drawn as a grid. Sorted: always in one order."""
    import shapely  # noqa: PLC0415  pack time only

    drawn = _lines(lines)
    if not drawn or _tangled(drawn):
        return []
    noded = shapely.union_all(drawn, grid_size=1e-3)
    found = shapely.get_parts(shapely.polygonize([noded]))
    return sorted(tuple((x, y) for x, y in each.exterior.coords[:-1]) for each in found)
