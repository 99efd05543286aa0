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
MAX_PIECES = 20_000
"""Of lines that may enclose areas."""
MAX_MEETINGS = 500_000
"""Of their pieces, and of points with the boxes that they lie in: more is no plan, and would take minutes."""
_SKEW_M = 0.05


class Crowded(ValueError):
    """So much lies upon each other that it is no plan of stalls."""


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
        import shapely  # noqa: PLC0415  pack time only

        self.boxes = list(boxes)
        self.meetings = 0
        self.shapely = shapely
        self.tree: Any = shapely.STRtree(
            [shapely.box(b.x_m, b.y_m, b.x_m + b.width_m, b.y_m + b.height_m) for b in self.boxes]
        )

    def at(self, point: Point, reach_m: float = 0.0) -> list[int]:
        """The boxes there, smallest first. Raises Crowded where all in all they are too many."""
        x, y = point
        area = self.shapely.box(x - reach_m, y - reach_m, x + reach_m, y + reach_m)
        found = [int(each) for each in self.tree.query(area, predicate="intersects")]
        self.meetings += len(found)
        if self.meetings > MAX_MEETINGS:
            raise Crowded
        return sorted(found, key=lambda i: (self.boxes[i].width_m * self.boxes[i].height_m, i))


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


def cells(lines: Iterable[Shape]) -> list[tuple[Point, ...]]:
    """The polygons that lines enclose, as where stalls are drawn as a grid. Always in one order.

    Raises Crowded where the lines are too many, or cross too often.
    """
    import shapely  # noqa: PLC0415  pack time only

    ends = {(a, b) if a < b else (b, a) for each in lines for a, b in pairwise(each.points) if a != b}
    if not ends:
        return []
    if len(ends) > MAX_PIECES:
        raise Crowded
    pieces = shapely.linestrings(sorted(ends))
    tree, meetings = shapely.STRtree(pieces), 0
    for start in range(0, len(pieces), 64):
        meetings += tree.query(pieces[start : start + 64]).shape[1]
        if meetings > MAX_MEETINGS:
            raise Crowded
    noded = shapely.union_all(pieces, grid_size=1e-3)
    found = shapely.get_parts(shapely.polygonize([noded]))
    return sorted(tuple((x, y) for x, y in each.exterior.coords[:-1]) for each in found)
