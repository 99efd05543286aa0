"""Where the map's labels go: upright, beside what they name, over nothing that matters. No Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.domain.floorplan import Facility, Point, Stall, Zone
from kiosk.ui.find.map_scene import Box, Scene, View, box_of, overlaps, stall_box

CELL_PX = 64


@dataclass(frozen=True, slots=True)
class ZoneLabel:
    """A zone's badge, and its name where there is room for it."""

    zone: Zone
    box: Box
    named: bool


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
    for start, end in zip(line, line[1:], strict=False):
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


def zone_labels(scene: Scene, view: View, sizes: LabelSizes, also: Iterable[Box]) -> tuple[ZoneLabel, ...]:
    """A place for every zone's label: above its block, else further along it, else under it, else none.

    `also` are boxes that labels give way to beside stalls and facilities: the route, "you are here".
    """
    boxes = {stall.number: stall_box(stall, view) for stall in scene.stalls}
    taken = Taken(boxes.values())
    for facility in scene.facilities:
        taken.add(facility_box(facility, view))
    for left, top, width, height in scene.level.blocks:
        taken.add(box_of(left, top, width, height, view))
    for wall in scene.level.walls:
        for box in line_boxes(tuple(view.to_px(point) for point in wall), 1.0):
            taken.add(box)
    for box in also:
        taken.add(box)
    found: list[ZoneLabel] = []
    for zone in scene.zones:
        stalls = [stall for stall in scene.stalls if stall.zone == zone.letter]
        label = _place(zone, stalls, boxes, sizes, taken)
        if label is not None:
            taken.add(label.box)
            found.append(label)
    return tuple(found)


def _place(
    zone: Zone, stalls: list[Stall], boxes: dict[str, Box], sizes: LabelSizes, taken: Taken
) -> ZoneLabel | None:
    own = sorted((boxes[stall.number] for stall in stalls), key=lambda box: (round(box[1]), box[0]))
    for named in (True, False):
        width = sizes.badge + (sizes.gap + sizes.names[zone.letter] if named else 0.0)
        for box in _candidates(own, width, sizes):
            if taken.free(box):
                return ZoneLabel(zone, box, named)
    return None


def _candidates(own: list[Box], width: float, sizes: LabelSizes) -> Iterator[Box]:
    """Boxes over each stall of the zone, uppermost and leftmost first, then under each from below."""
    gap = sizes.gap / 2
    for left, top, right, _ in own:
        yield left, top - gap - sizes.badge, left + width, top - gap
        yield right - width, top - gap - sizes.badge, right, top - gap
    for left, _, _, bottom in reversed(own):
        yield left, bottom + gap, left + width, bottom + gap + sizes.badge
