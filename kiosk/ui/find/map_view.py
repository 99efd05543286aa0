"""How a level is seen: metres to pixels and back, what fits, how far one may go. No Qt.

World coordinates are metres in the level's frame (x east, y south). Screen coordinates are pixels, y down.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import cos, hypot, radians, sin

from kiosk.domain.floorplan import Point

Box = tuple[float, float, float, float]
"""left, top, right, bottom in pixels."""

MAX_ZOOM = 8.0
"""Times the scale at which the whole level is seen."""
SLACK = 0.2
"""Of the picture: so far in may an edge of a magnified level be dragged, out from under what covers it."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Pixels along each edge of the picture that controls cover."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class View:
    """How a level is seen. `centre` lies at `anchor`; `bearing_deg` is the direction that is up."""

    anchor: Point
    centre: Point
    scale: float
    """Pixels per metre."""
    bearing_deg: float

    @property
    def square(self) -> bool:
        """Whether walls that run north stand upright or level on the screen."""
        return self.bearing_deg % 90 == 0

    def matrix(self) -> tuple[float, float, float, float]:
        """a, b, c, d with screen = anchor + scale * (a x + b y, c x + d y) for world offsets x, y."""
        return _matrix(self.bearing_deg)

    def to_px(self, point: Point) -> Point:
        """Where a point of the level is on the screen."""
        a, b, c, d = self.matrix()
        x, y = point[0] - self.centre[0], point[1] - self.centre[1]
        return self.anchor[0] + self.scale * (a * x + b * y), self.anchor[1] + self.scale * (c * x + d * y)

    def to_m(self, pixel: Point) -> Point:
        """Which point of the level lies under a pixel."""
        a, b, c, d = self.matrix()
        x, y = (pixel[0] - self.anchor[0]) / self.scale, (pixel[1] - self.anchor[1]) / self.scale
        return self.centre[0] + a * x + c * y, self.centre[1] + b * x + d * y

    def moved(self, dx: float, dy: float) -> View:
        """The view after its picture was dragged by so many pixels."""
        return replace(self, centre=self.to_m((self.anchor[0] - dx, self.anchor[1] - dy)))

    def zoomed(self, factor: float, about: Point) -> View:
        """The view magnified so that the pixel `about` keeps what lies under it."""
        return self.posed(factor, 0.0, about, about)

    def posed(self, factor: float, turn_deg: float, start: Point, to: Point) -> View:
        """The view after its picture was magnified and turned clockwise by fingers that went from `start` to
        `to`: what lay under `start` lies under `to`."""
        fixed = self.to_m(start)
        bearing_deg = (self.bearing_deg - turn_deg) % 360 if turn_deg else self.bearing_deg
        posed = View(self.anchor, self.centre, self.scale * factor, bearing_deg)
        x, y = posed.to_px(fixed)
        return posed.moved(to[0] - x, to[1] - y)


@lru_cache(maxsize=256)
def _matrix(bearing_deg: float) -> tuple[float, float, float, float]:
    turn = radians(bearing_deg)
    cosine, sine = round(cos(turn), 12), round(sin(turn), 12)
    return cosine, sine, -sine, cosine


def fitted(
    points: tuple[Point, ...], width: float, height: float, margins: Margins, bearing_deg: float
) -> View:
    """The view that shows all `points` as large as the uncovered part of the picture allows."""
    turned = View((0.0, 0.0), (0.0, 0.0), 1.0, bearing_deg)
    left, top, right, bottom = box_round([turned.to_px(point) for point in points])
    room_x = max(1.0, width - margins.left - margins.right)
    room_y = max(1.0, height - margins.top - margins.bottom)
    scale = min(room_x / max(right - left, 1.0), room_y / max(bottom - top, 1.0))
    anchor = (round(margins.left + room_x / 2), round(margins.top + room_y / 2))
    centre = turned.to_m(((left + right) / 2, (top + bottom) / 2))
    return View(anchor, centre, scale, bearing_deg)


def beside(points: tuple[Point, ...], middle: Point, whole: View, width: float) -> View:
    """The level in its full width, moved up or down so that a place lies in the middle.

    `whole` is the view of all `points`, in a picture that is too low for their full width.
    """
    turned = View((0.0, 0.0), (0.0, 0.0), 1.0, whole.bearing_deg)
    left, _, right, _ = box_round([turned.to_px(point) for point in points])
    wide = replace(whole, scale=max(whole.scale, width / max(right - left, 1.0)))
    _, y = wide.to_px(middle)
    return wide.moved(0.0, whole.anchor[1] - y)


def held(view: View, points: tuple[Point, ...], least_scale: float, room: Box) -> View:
    """The view kept within sense: between the whole level and MAX_ZOOM, and the level never off the screen.

    `points` are the level's; `room` is the uncovered part of the picture. A level larger than the room covers
    it but for SLACK; a smaller one lies in its middle.
    """
    scale = min(max(view.scale, least_scale), least_scale * MAX_ZOOM)
    view = replace(view, scale=scale) if scale != view.scale else view
    box = box_round([view.to_px(point) for point in points])
    dx = _back(box[0], box[2], room[0], room[2])
    dy = _back(box[1], box[3], room[1], room[3])
    return view.moved(dx, dy) if dx or dy else view


def _back(least: float, most: float, room_least: float, room_most: float) -> float:
    """How far to move a span so that it lies in the middle of a room, or covers it if it is the larger."""
    room = room_most - room_least
    if most - least <= room + 1:
        shift = (room_least + room_most - least - most) / 2
        return shift if abs(shift) > 1 else 0.0  # its middle was put on a whole pixel
    slack = room * SLACK
    if least > room_least + slack:
        return room_least + slack - least
    if most < room_most - slack:
        return room_most - slack - most
    return 0.0


def nearest_bearing(bearing_deg: float, heading_deg: float) -> float:
    """Where a map that was turned by hand comes to rest: the nearest of the visitor's own direction and the
    quarter turns from it and from north."""
    rests = {(base + quarter) % 360 for base in (heading_deg, 0.0) for quarter in (0.0, 90.0, 180.0, 270.0)}
    return min(sorted(rests), key=lambda rest: abs(turn_between(bearing_deg, rest)))


def turn_between(bearing_deg: float, other_deg: float) -> float:
    """The shorter turn from one bearing to another, -180 to 180 degrees."""
    return (other_deg - bearing_deg + 180.0) % 360.0 - 180.0


def between(view: View, other: View, share: float) -> View:
    """A view on the way from one to another: 0 is the first, 1 the second; turned the shorter way."""
    if share >= 1:
        return other
    scale = view.scale * (other.scale / view.scale) ** share
    # The centre goes as fast as the picture's scale allows, so that a place that both keep stays where it is.
    even = (
        (1 / scale - 1 / view.scale) / (1 / other.scale - 1 / view.scale)
        if other.scale != view.scale
        else share
    )
    x, y = (a + (b - a) * even for a, b in zip(view.centre, other.centre, strict=True))
    anchor = tuple(a + (b - a) * share for a, b in zip(view.anchor, other.anchor, strict=True))
    bearing_deg = view.bearing_deg + turn_between(view.bearing_deg, other.bearing_deg) * share
    return View((anchor[0], anchor[1]), (x, y), scale, bearing_deg)


def box_round(points: list[Point]) -> Box:
    """The upright box round points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def box_of(x_m: float, y_m: float, width_m: float, height_m: float, view: View) -> Box:
    """The upright box on the screen round a rectangle of the level."""
    a, b, c, d = view.matrix()
    x, y = view.to_px((x_m + width_m / 2, y_m + height_m / 2))
    half_x = view.scale * (abs(a) * width_m + abs(b) * height_m) / 2
    half_y = view.scale * (abs(c) * width_m + abs(d) * height_m) / 2
    return x - half_x, y - half_y, x + half_x, y + half_y


def boxes_of(rects: Iterable[tuple[float, float, float, float]], view: View) -> list[Box]:
    """The same of many rectangles."""
    if not view.square:
        return [box_of(*rect, view) for rect in rects]
    a, b, c, d = view.matrix()
    x, y = view.to_px((0.0, 0.0))
    a, b, c, d = (view.scale * each for each in (a, b, c, d))
    found = []
    for left, top, width, height in rects:
        x0, y0 = x + a * left + b * top, y + c * left + d * top
        x1, y1 = x0 + a * width + b * height, y0 + c * width + d * height
        found.append((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
    return found


def overlaps(one: Box, other: Box) -> bool:
    """Whether two boxes share any pixel."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def within(box: Box, picture: Box) -> bool:
    """Whether a box lies wholly inside another."""
    return box[0] >= picture[0] and box[1] >= picture[1] and box[2] <= picture[2] and box[3] <= picture[3]


def into(value: float, least: float, most: float) -> float:
    """How far to move a value so that it lies between two others."""
    return least - value if value < least else most - value if value > most else 0.0


def grown(box: Box, by: float) -> Box:
    """A box larger by so many pixels on every side."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def part_of_route(route: tuple[Point, ...], shown: float) -> tuple[Point, ...]:
    """The first `shown` (0 to 1) of a line's length, its last point cut in where it ends."""
    if shown >= 1 or len(route) < 2:
        return route
    lengths = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(route)]
    left = sum(lengths) * max(0.0, shown)
    part = [route[0]]
    for start, end, length in zip(route, route[1:], lengths, strict=False):
        if length >= left:
            share = left / length if length else 0.0
            part.append((start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share))
            break
        part.append(end)
        left -= length
    return tuple(part)


def chevrons(line: tuple[Point, ...], every: float) -> tuple[tuple[Point, Point], ...]:
    """Places along a line, `every` so often, with the unit direction there; none near its corners."""
    found: list[tuple[Point, Point]] = []
    for start, end in pairwise(line):
        length = hypot(end[0] - start[0], end[1] - start[1])
        count = int(length / every)
        if not count and length > every / 2:
            count = 1
        direction = ((end[0] - start[0]) / length, (end[1] - start[1]) / length) if length else (0.0, 0.0)
        for index in range(count):
            along = length * (index + 0.5) / count
            found.append(((start[0] + direction[0] * along, start[1] + direction[1] * along), direction))
    return tuple(found)
