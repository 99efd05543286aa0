"""Where the map's labels go: upright, beside what they name, over nothing that matters. No Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from kiosk.domain.floorplan import Facility, Point, Zone
from kiosk.ui.find.map_scene import Box, Scene, View, box_of, outline, overlaps, stall_box

CELL_PX = 64
SMALLER = 0.72
"""A label's smaller size, of the usual."""
TRIED_MOST = 40
"""Stalls of a zone beside which a place for its label is tried."""


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
    """Pixels that labels need."""

    badge: float
    """Width and height of a zone's badge."""
    gap: float
    """Between a badge and its name, and round a label."""
    names: dict[str, float]
    """Width of each zone's name by its letter."""


class Taken:
    """Boxes that labels must not touch, found by cell."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        """Take a box."""
        for cell in _cells(box):
            self._cells[cell].append(box)

    def free(self, box: Box) -> bool:
        """Whether nothing taken shares a pixel with `box`."""
        return not any(overlaps(box, other) for cell in _cells(box) for other in self._cells.get(cell, ()))


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box[0] // CELL_PX), int(box[2] // CELL_PX) + 1):
        for row in range(int(box[1] // CELL_PX), int(box[3] // CELL_PX) + 1):
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
            boxes.append(
                (
                    min(x0, x1) - half_width,
                    min(y0, y1) - half_width,
                    max(x0, x1) + half_width,
                    max(y0, y1) + half_width,
                )
            )
    return tuple(boxes)


def taken_boxes(scene: Scene, view: View, also: Iterable[Box]) -> Taken:
    """What no label may cover: stalls, facilities, rooms, walls, and `also` (the route)."""
    taken = Taken(stall_box(stall, view) for stall in scene.stalls)
    for facility in scene.facilities:
        taken.add(facility_box(facility, view))
    for left, top, width, height in scene.level.blocks:
        taken.add(box_of(left, top, width, height, view))
    for wall in scene.level.walls:
        for box in line_boxes(tuple(view.to_px(point) for point in wall), 1.0):
            taken.add(box)
    for box in also:
        taken.add(box)
    return taken


def beside(
    at: Point, radius: float, size: tuple[float, float], picture: Box, taken: Taken, stalls: Taken
) -> Box:
    """A box of `size` beside a round mark: right, left, under or over it, the first that is free.

    Where none is, one that at least covers no stall."""
    width, height = size
    x, y = at
    gap = radius * 1.2
    middle, under, over = y - height / 2, y + gap, y - gap - height
    places = [
        (x + gap, middle),
        (x - gap - width, middle),
        *((x - width * share, top) for top in (under, over) for share in (0.5, 1.0, 0.0)),
    ]
    boxes = [(left, top, left + width, top + height) for left, top in places]
    inside = [box for box in boxes if _within(box, picture)] or boxes
    return next((box for kind in (taken, stalls) for box in inside if kind.free(box)), inside[0])


def _within(box: Box, picture: Box) -> bool:
    return box[0] >= picture[0] and box[1] >= picture[1] and box[2] <= picture[2] and box[3] <= picture[3]


def _box_round(points: list[Point]) -> Box:
    return (
        min(x for x, _ in points),
        min(y for _, y in points),
        max(x for x, _ in points),
        max(y for _, y in points),
    )


def zone_labels(
    scene: Scene, view: View, sizes: LabelSizes, taken: Taken, *, over_stalls: bool = False
) -> tuple[ZoneLabel, ...]:
    """A place for every zone's label: above its block, else further along it, else under it, else none.

    Labels give way to all that is `taken`, and are taken themselves. `over_stalls`: where the level is seen
    from so far that stalls have no numbers, a badge without a place lies in the middle of its stalls.
    """
    boxes = {stall.number: stall_box(stall, view) for stall in scene.stalls}
    floor = _box_round([view.to_px(point) for point in outline(scene.level)])
    found: list[ZoneLabel] = []
    for zone in scene.zones:
        own = [boxes[stall.number] for stall in scene.stalls if stall.zone == zone.letter]
        label = _place(zone, own, sizes, taken, floor)
        if label is None and over_stalls and own:
            label = ZoneLabel(zone, _middle_of(own, sizes.badge), named=False)
        if label is not None:
            taken.add(label.box)
            found.append(label)
    return tuple(found)


def _place(zone: Zone, stalls: list[Box], sizes: LabelSizes, taken: Taken, floor: Box) -> ZoneLabel | None:
    own = sorted(stalls, key=lambda box: (round(box[1]), box[0]))
    own = own[:: max(1, len(own) // TRIED_MOST)]
    name = sizes.gap + sizes.names[zone.letter]
    for places, named, size in (
        (_above, True, 1.0),
        (_above, True, SMALLER),
        (_above, False, 1.0),
        (_above, False, SMALLER),
        (_under, True, 1.0),
        (_under, False, SMALLER),
    ):
        height = sizes.badge * size
        width = height + (name * size if named else 0.0)
        for box in places(own, width, height, sizes.gap * size):
            if _within(box, floor) and taken.free(box):
                return ZoneLabel(zone, box, named, size)
    return None


def _middle_of(boxes: list[Box], size: float) -> Box:
    """A square in the middle of all boxes."""
    x = (min(box[0] for box in boxes) + max(box[2] for box in boxes)) / 2
    y = (min(box[1] for box in boxes) + max(box[3] for box in boxes)) / 2
    return x - size / 2, y - size / 2, x + size / 2, y + size / 2


def _above(own: list[Box], width: float, height: float, gap: float) -> Iterator[Box]:
    """Boxes over each stall of the zone, uppermost and leftmost first; each also higher, over a pillar."""
    for left, top, right, _ in own:
        for raised in (0.25, 1.2, 2.4):
            foot = top - gap * raised
            yield left, foot - height, left + width, foot
            yield right - width, foot - height, right, foot


def _under(own: list[Box], width: float, height: float, gap: float) -> Iterator[Box]:
    for left, _, _, bottom in reversed(own):
        head = bottom + gap * 0.25
        yield left, head, left + width, head + height
