"""The map's geometry: what lies on a level, how it is seen, and what a touch means. No Qt.

World coordinates are metres in the level's frame (x east, y south). Screen coordinates are pixels, y down.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians, sin
from statistics import median

from kiosk.domain.floorplan import Facility, FloorPlan, KioskPlace, Level, Point, Stall, Zone

Box = tuple[float, float, float, float]
"""left, top, right, bottom in pixels."""

MAX_ZOOM = 8.0
"""Times the scale at which the whole level is seen."""


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
        turn = radians(self.bearing_deg)
        cosine, sine = round(cos(turn), 12), round(sin(turn), 12)
        return cosine, sine, -sine, cosine

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
        centre = self.to_m((self.anchor[0] - dx, self.anchor[1] - dy))
        return View(self.anchor, centre, self.scale, self.bearing_deg)

    def zoomed(self, factor: float, about: Point) -> View:
        """The view magnified so that the pixel `about` keeps what lies under it."""
        fixed = self.to_m(about)
        bigger = View(self.anchor, self.centre, self.scale * factor, self.bearing_deg)
        x, y = bigger.to_px(fixed)
        return bigger.moved(about[0] - x, about[1] - y)


@dataclass(frozen=True, slots=True)
class Scene:
    """What lies on one level, in the language of the visitor."""

    level: Level
    stalls: tuple[Stall, ...]
    zones: tuple[Zone, ...]
    facilities: tuple[Facility, ...]
    kiosk: KioskPlace | None
    """This kiosk, where it stands on this level."""
    language: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked on a level at the moment."""

    hits: frozenset[str] = frozenset()
    chosen: str = ""
    route: tuple[Point, ...] = ()
    route_shown: float = 1.0
    """How much of the route is drawn, 0 to 1."""


def scene_of(plan: FloorPlan, level_id: str, kiosk_id: str, language: str) -> Scene | None:
    """The scene of a level; None where the plan has no such level."""
    level = next((each for each in plan.levels if each.id == level_id), None)
    if level is None:
        return None
    place = plan.kiosk(kiosk_id)
    return Scene(
        level,
        tuple(stall for stall in plan.stalls if stall.level == level_id),
        tuple(zone for zone in plan.zones if zone.level == level_id),
        tuple(facility for facility in plan.facilities if facility.level == level_id),
        place if place is not None and place.level == level_id else None,
        language,
    )


def outline(level: Level) -> tuple[Point, ...]:
    """The level's floor, or its frame where the floor is not drawn."""
    if level.floor:
        return level.floor
    return ((0.0, 0.0), (level.width_m, 0.0), (level.width_m, level.height_m), (0.0, level.height_m))


ROUND_ME_M = 2.5


def worth_seeing(scene: Scene) -> tuple[Point, ...]:
    """What the first picture must show: walls, stalls and this kiosk; what is further out may be cut."""
    points = [point for wall in scene.level.walls for point in wall]
    for stall in scene.stalls:
        points += [(stall.x_m, stall.y_m), (stall.x_m + stall.width_m, stall.y_m + stall.height_m)]
    if scene.kiosk is not None:
        x, y = scene.kiosk.x_m, scene.kiosk.y_m
        points += [(x - ROUND_ME_M, y - ROUND_ME_M), (x + ROUND_ME_M, y + ROUND_ME_M)]
    return tuple(points) or outline(scene.level)


def round_ends(route: tuple[Point, ...]) -> tuple[Point, ...]:
    """The route with some room round its two ends, so that a lift or stairs there are seen whole."""
    ends = (route[0], route[-1]) if route else ()
    near = (-ROUND_ME_M, ROUND_ME_M)
    return (*route, *((x + dx, y + dy) for x, y in ends for dx in near for dy in near))


def fitted(
    points: tuple[Point, ...], width: float, height: float, margins: Margins, bearing_deg: float
) -> View:
    """The view that shows all `points` as large as the uncovered part of the picture allows."""
    turned = View((0.0, 0.0), (0.0, 0.0), 1.0, bearing_deg)
    seen = [turned.to_px(point) for point in points]
    left, right = min(x for x, _ in seen), max(x for x, _ in seen)
    top, bottom = min(y for _, y in seen), max(y for _, y in seen)
    room_x = max(1.0, width - margins.left - margins.right)
    room_y = max(1.0, height - margins.top - margins.bottom)
    scale = min(room_x / max(right - left, 1.0), room_y / max(bottom - top, 1.0))
    anchor = (round(margins.left + room_x / 2), round(margins.top + room_y / 2))
    centre = turned.to_m(((left + right) / 2, (top + bottom) / 2))
    return View(anchor, centre, scale, bearing_deg)


def centre_of(scene: Scene, mark: str) -> Point | None:
    """The middle of a stall by its number or of a facility by its id; None where it is not on this level."""
    for stall in scene.stalls:
        if stall.number == mark:
            return stall.centre
    return next((each.centre for each in scene.facilities if each.id == mark), None)


def beside(points: tuple[Point, ...], middle: Point, whole: View, width: float) -> View:
    """The level in its full width, moved up or down so that a place lies in the middle.

    `whole` is the view of all `points`, in a picture that is too low for their full width.
    """
    turned = [View((0.0, 0.0), (0.0, 0.0), 1.0, whole.bearing_deg).to_px(point) for point in points]
    left, right = min(x for x, _ in turned), max(x for x, _ in turned)
    wide = View(
        whole.anchor, whole.centre, max(whole.scale, width / max(right - left, 1.0)), whole.bearing_deg
    )
    _, y = wide.to_px(middle)
    return wide.moved(0.0, whole.anchor[1] - y)


def held(view: View, scene: Scene, least_scale: float) -> View:
    """The view kept within sense: between the whole level and MAX_ZOOM, its middle over the level."""
    scale = min(max(view.scale, least_scale), least_scale * MAX_ZOOM)
    points = outline(scene.level)
    x = min(max(view.centre[0], min(p[0] for p in points)), max(p[0] for p in points))
    y = min(max(view.centre[1], min(p[1] for p in points)), max(p[1] for p in points))
    return View(view.anchor, (x, y), scale, view.bearing_deg)


def nearest_stall(scene: Scene, view: View, pixel: Point, within_px: float) -> Stall | None:
    """The stall that a touch means: the one it lies in, else the nearest centre within reach."""
    x, y = view.to_m(pixel)
    reach_m = within_px / view.scale
    best: Stall | None = None
    for stall in scene.stalls:
        if stall.x_m <= x <= stall.x_m + stall.width_m and stall.y_m <= y <= stall.y_m + stall.height_m:
            return stall
        centre = stall.centre
        distance_m = hypot(centre[0] - x, centre[1] - y)
        if distance_m <= reach_m:
            best, reach_m = stall, distance_m
    return best


def stall_box(stall: Stall, view: View) -> Box:
    """The upright box round a stall on the screen."""
    return box_of(stall.x_m, stall.y_m, stall.width_m, stall.height_m, view)


def box_of(x_m: float, y_m: float, width_m: float, height_m: float, view: View) -> Box:
    """The upright box on the screen round a rectangle of the level."""
    a, b, c, d = view.matrix()
    x, y = view.to_px((x_m + width_m / 2, y_m + height_m / 2))
    half_x = view.scale * (abs(a) * width_m + abs(b) * height_m) / 2
    half_y = view.scale * (abs(c) * width_m + abs(d) * height_m) / 2
    return x - half_x, y - half_y, x + half_x, y + half_y


def label_room(stall: Stall, view: View) -> float:
    """How wide an upright label may be inside a stall, in pixels."""
    if view.square:
        left, _, right, _ = stall_box(stall, view)
        return right - left
    return min(stall.width_m, stall.height_m) * view.scale


def usual_room(scene: Scene, view: View) -> float:
    """The label room of most stalls, in pixels; 0 where there are none."""
    return median(label_room(stall, view) for stall in scene.stalls) if scene.stalls else 0.0


def overlaps(one: Box, other: Box) -> bool:
    """Whether two boxes share any pixel."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


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
