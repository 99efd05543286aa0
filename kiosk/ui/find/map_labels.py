"""Where the map's labels go: upright, beside what they name, over nothing that matters. No Qt.

Never covered: this kiosk, the way, the chosen stall, the plates of other levels, and every stall's number.
What has no place is left out; the list beside the map names it all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from kiosk.domain.floorplan import Facility, Flow, Point, Zone
from kiosk.ui.find.map_scene import LevelMark, Marks, Scene, block_boxes, centre_of, outline, stall_box
from kiosk.ui.find.map_view import Box, View, box_of, box_round, boxes_of, grown, overlaps, within

CELL_PX = 64
"""A slanting line is covered by boxes of that size."""
GRID_PX = 192
PASSAGE_PX = 12.0
"""What a passage's sign takes round its line."""
SMALLER = 0.72
"""A label's smaller size, of the usual."""
TRIED_MOST = 40
"""Blocks of a zone beside which a place for its label is tried."""


@dataclass(frozen=True, slots=True)
class ZoneLabel:
    """A zone's badge, and its name where there is room for it."""

    zone: Zone
    box: Box
    named: bool
    size: float = 1.0
    """Of the usual size; smaller where the room over a block is low."""


@dataclass(frozen=True, slots=True)
class LabelSizes:
    """Pixels that marks and labels need."""

    badge: float
    """Width and height of a zone's badge."""
    gap: float
    """Between a badge and its name, and round a label."""
    names: Mapping[str, float]
    """Width of each zone's name by its letter."""
    me: Point = (0.0, 0.0)
    """Width and height of "you are here"."""
    me_radius: float = 0.0
    route_half: float = 0.0
    casing: float = 0.0
    """How far the chosen stall reaches over its edges."""
    chosen: float = 0.0
    """Least width of the chosen stall."""
    plates: Mapping[str, float] = field(default_factory=dict)
    """Width of each level mark's plate by the level it leads to."""
    plate: float = 0.0
    """Height of a plate."""
    line: float = 0.0
    """Height of a name beside a stall."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where everything that is written beside things is, in pixels."""

    zones: tuple[ZoneLabel, ...] = ()
    me: Box | None = None
    me_size: float = 1.0
    plates: tuple[tuple[LevelMark, Box], ...] = ()
    names: tuple[tuple[str, Box], ...] = ()
    """Names beside stalls."""
    kept: tuple[Box, ...] = ()
    """What no label covers: marks, the way, plates."""

    def labels(self) -> tuple[Box, ...]:
        """All that gives way."""
        me = () if self.me is None else (self.me,)
        return (*me, *(each.box for each in self.zones), *(box for _, box in self.names))


class Taken:
    """Boxes that labels must not touch, found by cell."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        """Take a box."""
        first = (int(box[0] // GRID_PX), int(box[1] // GRID_PX))
        if first == (int(box[2] // GRID_PX), int(box[3] // GRID_PX)):
            self._cells[first].append(box)
            return
        for cell in _cells(box):
            self._cells[cell].append(box)

    def free(self, box: Box) -> bool:
        """Whether nothing taken shares a pixel with `box`."""
        left, top, right, bottom = box
        for cell in _cells(box):
            for other in self._cells.get(cell, ()):
                if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                    return False
        return True


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box[0] // GRID_PX), int(box[2] // GRID_PX) + 1):
        for row in range(int(box[1] // GRID_PX), int(box[3] // GRID_PX) + 1):
            yield column, row


def facility_box(facility: Facility, view: View) -> Box:
    """The upright box round a facility on the screen."""
    return box_of(facility.x_m, facility.y_m, facility.width_m, facility.height_m, view)


def line_boxes(line: tuple[Point, ...], half_width: float) -> tuple[Box, ...]:
    """Boxes that cover a line of pixels, short enough to follow a slanting one."""
    boxes: list[Box] = []
    for start, end in pairwise(line):
        length = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
        straight = start[0] == end[0] or start[1] == end[1]
        pieces = 1 if straight else max(1, int(length // CELL_PX) + 1)
        for index in range(pieces):
            x0, x1 = (start[0] + (end[0] - start[0]) * (index + step) / pieces for step in (0, 1))
            y0, y1 = (start[1] + (end[1] - start[1]) * (index + step) / pieces for step in (0, 1))
            boxes.append(grown((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), half_width))
    return tuple(boxes)


def _clipped(boxes: Iterable[Box], picture: Box) -> Iterator[Box]:
    """The parts of boxes that lie in the picture, so that far ones cost nothing."""
    left, top, right, bottom = picture
    for box in boxes:
        if overlaps(box, picture):
            yield max(left, box[0]), max(top, box[1]), min(right, box[2]), min(bottom, box[3])


def stall_boxes(scene: Scene, view: View) -> list[Box]:
    """What stalls take: whole blocks where they stand upright, else each by itself."""
    if view.square:
        return list(block_boxes(scene, view))
    return [stall_box(stall, view) for stall in scene.stalls]


def hit_boxes(scene: Scene, view: View, hits: frozenset[str], picture: Box) -> list[tuple[str, Box]]:
    """The hits in the picture with their boxes."""
    numbers, rects = _hit_rects(scene, hits)
    left, top, right, bottom = picture
    return [
        (number, box)
        for number, box in zip(numbers, boxes_of(rects, view), strict=True)
        if box[0] < right and left < box[2] and box[1] < bottom and top < box[3]
    ]


@lru_cache(maxsize=4)
def _hit_rects(
    scene: Scene, hits: frozenset[str]
) -> tuple[list[str], list[tuple[float, float, float, float]]]:
    stalls = [stall for number in hits if (stall := scene.stall(number))]
    return [each.number for each in stalls], [
        (each.x_m, each.y_m, each.width_m, each.height_m) for each in stalls
    ]


def _solid_boxes(scene: Scene, view: View) -> Iterator[Box]:
    """What else no label covers: facilities, rooms, walls."""
    for facility in scene.facilities:
        yield facility_box(facility, view)
    for left, top, width, height in scene.level.blocks:
        yield box_of(left, top, width, height, view)
    for passage in scene.passages:
        if passage.id in scene.standing.closed or passage.flow is not Flow.BOTH:
            yield grown(box_round([view.to_px(point) for point in passage.line]), PASSAGE_PX)
    for wall in scene.level.walls:
        yield from line_boxes(tuple(view.to_px(point) for point in wall), 1.0)


def chosen_box(scene: Scene, view: View, chosen: str, sizes: LabelSizes) -> Box | None:
    """What the chosen stall or facility takes with its casing."""
    found = scene.stall(chosen) or next((each for each in scene.facilities if each.id == chosen), None)
    if found is None or not chosen:
        return None
    left, top, right, bottom = box_of(found.x_m, found.y_m, found.width_m, found.height_m, view)
    more = max(0.0, (sizes.chosen - (right - left)) / 2)
    return grown((left - more, top, right + more, bottom), sizes.casing)


def place(
    scene: Scene,
    view: View,
    marks: Marks,
    sizes: LabelSizes,
    picture: Box,
    *,
    far: bool = False,
    beside: Mapping[str, float] | None = None,
) -> Placed:
    """A place for all labels of a picture. `far`: stalls are too small for numbers; zones lie over them.

    `beside`: width of the names that would stand beside their stall, by its number.
    """
    line = tuple(view.to_px(point) for point in marks.route)
    kept = list(_clipped(line_boxes(line, sizes.route_half), picture))
    at = None
    if scene.kiosk is not None:
        at = view.to_px((scene.kiosk.x_m, scene.kiosk.y_m))
        kept.append(grown((*at, *at), sizes.me_radius))
    chosen = chosen_box(scene, view, marks.chosen, sizes)
    if chosen is not None:
        kept.append(chosen)
    plates = _plates(scene, view, marks, sizes, picture, kept)
    kept += [box for _, box in plates]
    if far:
        solid = [*_clipped(_solid_boxes(scene, view), picture)]
        solid += [box for _, box in hit_boxes(scene, view, marks.hits, picture)]
    else:
        solid = [*_clipped((*stall_boxes(scene, view), *_solid_boxes(scene, view)), picture)]
    taken = Taken(solid)
    for box in kept:
        taken.add(box)
    me, me_size = _me_label(at, sizes, picture, taken)
    if me is not None:
        taken.add(me)
    zones = zone_labels(scene, view, sizes, taken, picture, over_stalls=far)
    names = _names_beside(scene, view, beside or {}, sizes.line, taken, picture)
    return Placed(zones, me, me_size, plates, names, tuple(kept))


def _plates(
    scene: Scene, view: View, marks: Marks, sizes: LabelSizes, picture: Box, kept: list[Box]
) -> tuple[tuple[LevelMark, Box], ...]:
    """Plates stand where the way leaves the level, moved into the picture and off each other."""
    found: list[tuple[LevelMark, Box]] = []
    for mark in marks.levels:
        x, y = view.to_px((mark.x_m, mark.y_m))
        if not (picture[0] <= x <= picture[2] and picture[1] <= y <= picture[3]):
            continue
        boxes = [_into(box, picture) for box in _round(x, y, sizes.plates[mark.to], sizes)]
        marked = Taken((*kept, *(box for _, box in found)))
        stalls = Taken(_clipped(stall_boxes(scene, view), picture))
        icons = Taken(facility_box(each, view) for each in scene.facilities)
        # Off the marks before all, then off the stalls' numbers, then off the icons.
        best = min(boxes, key=lambda box: tuple(not each.free(box) for each in (marked, stalls, icons)))
        found.append((mark, best))
    return tuple(found)


def _round(x: float, y: float, width: float, sizes: LabelSizes) -> Iterator[Box]:
    """Boxes of a plate round a place, the nearest first."""
    height, gap = sizes.plate, sizes.route_half * 2
    for away in (gap, gap + height):
        for left in (x - width / 2, x - width, x):
            yield left, y - away - height, left + width, y - away
        for left in (x + away, x - away - width):
            yield left, y - height / 2, left + width, y + height / 2
        for left in (x - width / 2, x - width, x):
            yield left, y + away, left + width, y + away + height


def _into(box: Box, picture: Box) -> Box:
    dx = max(0.0, picture[0] - box[0]) or min(0.0, picture[2] - box[2])
    dy = max(0.0, picture[1] - box[1]) or min(0.0, picture[3] - box[3])
    return box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy


def _me_label(at: Point | None, sizes: LabelSizes, picture: Box, taken: Taken) -> tuple[Box | None, float]:
    if at is None or not sizes.me[0]:
        return None, 1.0
    for size in (1.0, SMALLER):
        box = box_beside(at, sizes.me_radius, (sizes.me[0] * size, sizes.me[1] * size), picture, taken)
        if box is not None:
            return box, size
    return None, 1.0


def box_beside(at: Point, radius: float, size: Point, picture: Box, taken: Taken) -> Box | None:
    """A box of `size` beside a round mark: right, left, under or over it, the first that is free in the
    picture; None where nothing is."""
    width, height = size
    x, y = at
    gap = radius * 1.1
    middle, under, over = y - height / 2, y + gap, y - gap - height
    places = [
        (x + gap, middle),
        (x - gap - width, middle),
        *((x - width * share, top) for top in (under, over) for share in (0.5, 1.0, 0.0, 0.75, 0.25)),
    ]
    boxes = ((left, top, left + width, top + height) for left, top in places)
    return next((box for box in boxes if within(box, picture) and taken.free(box)), None)


def zone_labels(
    scene: Scene, view: View, sizes: LabelSizes, taken: Taken, picture: Box, *, over_stalls: bool = False
) -> tuple[ZoneLabel, ...]:
    """A place for the label of each zone in the picture: above its block, else beside or under it, or none.

    Labels give way to all that is `taken`, and are taken themselves. `over_stalls`: where the level is seen
    from so far that stalls have no numbers, they lie in the middle of their stalls.
    """
    floor = box_round([view.to_px(point) for point in outline(scene.level)])
    room = (
        max(floor[0], picture[0]),
        max(floor[1], picture[1]),
        min(floor[2], picture[2]),
        min(floor[3], picture[3]),
    )
    blocks: dict[str, list[Box]] = defaultdict(list)
    for (letter, _), box in zip(scene.blocks, block_boxes(scene, view), strict=True):
        if overlaps(box, picture):
            blocks[letter] += _clipped((box,), picture)
    found: list[ZoneLabel] = []
    for zone in scene.zones:
        own = blocks[zone.letter]
        label = _place(zone, own, sizes, taken, room, over_stalls=over_stalls) if own else None
        if label is not None:
            taken.add(label.box)
            found.append(label)
    return tuple(found)


def _place(
    zone: Zone, blocks: list[Box], sizes: LabelSizes, taken: Taken, room: Box, *, over_stalls: bool
) -> ZoneLabel | None:
    own = sorted(blocks, key=lambda box: (round(box[1]), box[0]))
    own = own[:: max(1, len(own) // TRIED_MOST)]
    name = sizes.gap + sizes.names[zone.letter]
    near = ((_above, True, 1.0), (_above, True, SMALLER), (_aside, True, SMALLER), (_above, False, 1.0))
    last = ((_above, False, SMALLER), (_under, True, 1.0), (_aside, False, SMALLER), (_under, False, SMALLER))
    over = ((_over, True, 1.0), (_over, True, SMALLER), (_over, False, 1.0), (_over, False, SMALLER))
    for places, named, size in over if over_stalls else (*near, *last):
        height = sizes.badge * size
        width = height + (name * size if named else 0.0)
        for box in places(own, width, height, sizes.gap * size):
            if within(box, room) and taken.free(box):
                return ZoneLabel(zone, box, named, size)
    return None


def _above(own: list[Box], width: float, height: float, gap: float) -> Iterator[Box]:
    """Boxes over each block of the zone, uppermost and leftmost first; each also higher, over a pillar."""
    for left, top, right, _ in own:
        for raised in (0.6, 1.2, 2.4):
            foot = top - gap * raised
            yield left, foot - height, left + width, foot
            yield right - width, foot - height, right, foot


def _aside(own: list[Box], width: float, height: float, gap: float) -> Iterator[Box]:
    """Boxes in the aisles beside each block."""
    for left, top, right, bottom in own:
        for y in (top, (top + bottom - height) / 2, bottom - height):
            yield right + gap / 2, y, right + gap / 2 + width, y + height
            yield left - gap / 2 - width, y, left - gap / 2, y + height


def _under(own: list[Box], width: float, height: float, gap: float) -> Iterator[Box]:
    for left, _, _, bottom in reversed(own):
        head = bottom + gap * 0.25
        yield left, head, left + width, head + height


def _over(own: list[Box], width: float, height: float, gap: float) -> Iterator[Box]:
    """Boxes in the middle of the zone, then of each of its blocks, then a little off each."""
    middles = [box_round([point for box in own for point in (box[:2], box[2:])]), *own]
    for step in (0.0, -1.0, 1.0):
        for left, top, right, bottom in middles:
            x, y = (left + right - width) / 2, (top + bottom - height) / 2 + step * (height + gap)
            yield x, y, x + width, y + height


def _names_beside(
    scene: Scene, view: View, wanted: Mapping[str, float], line: float, taken: Taken, picture: Box
) -> tuple[tuple[str, Box], ...]:
    """Names that have no room inside their stall, beside it where it is free. `wanted`: width by stall."""
    found = []
    for number, width in wanted.items():
        centre = centre_of(scene, number)
        stall = scene.stall(number)
        if centre is None or stall is None:
            continue
        left, top, right, bottom = stall_box(stall, view)
        middle = (top + bottom - line) / 2
        places = ((right + line / 4, middle), (left - line / 4 - width, middle))
        boxes = ((x, y, x + width, y + line) for x, y in places)
        box = next((each for each in boxes if within(each, picture) and taken.free(each)), None)
        if box is not None:
            taken.add(box)
            found.append((number, box))
    return tuple(found)
