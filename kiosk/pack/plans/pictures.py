"""Pictures of a plan with all that was found on it: what goes back to the organiser beside the lists."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any

from kiosk.domain.floorplan import FloorPlan, Flow, Level, Point
from kiosk.pack.faults import PackFault
from kiosk.pack.files import write_whole
from kiosk.pack.plans.drawing import Box, Drawing
from kiosk.pack.plans.findings import PlanFinding, line_spot
from kiosk.pack.plans.geometry import StallPlace
from kiosk.pack.plans.legend import Numbered, draw_key, draw_legend, key_height, legend_height
from kiosk.pack.plans.marks import Pixels, Taken, apart, grown, leader
from kiosk.pack.plans.strokes import (
    BLOCK,
    COLOURS,
    FACILITY,
    FLOOR,
    GATE,
    INK,
    KIOSK,
    OUTSIDE,
    PAPER,
    PASSAGE,
    SERVED,
    SOFT,
    STALL_EDGE,
    STALLS,
    Frame,
    Strokes,
)
from kiosk.pack.records.ledger import Gravity

LONGEST_PX = 2_200
"""Of a plan's longer side; large halls get more, so that stalls' numbers can be read."""
MOST_PX = 5_000
LEAST_PX_PER_M = 16.0
MOST_PX_PER_M = 60.0
NARROWEST_PX = 1_400
"""So wide a legend needs to be."""
EDGE_PX = 24
"""So much of a ring is seen at least."""
MARGIN_M = 2.0
BESIDE_M = 10.0
"""So far off the floor things are still shown where they lie; a quarter of the floor, if that is more."""
HEAD_PX = 96
PART_M = 8.0
"""What a picture of one finding shows round it."""
FILES = {400: "NotoSansSC_400Regular.ttf", 700: "NotoSansSC_700Bold.ttf"}


def draw_findings(
    drawings: Sequence[Drawing],
    places: Sequence[StallPlace],
    plan: FloorPlan,
    findings: Sequence[PlanFinding],
    folder: Path,
    fonts: Path,
    *,
    one_each: bool = False,
) -> tuple[Path, ...]:
    """Write `平面图_<level>.png` of each level into a folder; `one_each`: and a picture of each finding.

    Findings are numbered through all levels, in their order; one without a spot stands below the first
    level's picture. `fonts` is the folder of the kiosk's own. Raises PackFault where they are missing.
    """
    written: list[Path] = []
    numbered = [Numbered(number, each) for number, each in enumerate(findings, 1)]
    for index, drawing in enumerate(drawings):
        here = [
            each for each in numbered if each.on(drawing.level) or (not each.finding.spots and index == 0)
        ]
        level = next(each for each in plan.levels if each.id == drawing.level)
        picture = _Picture(drawing, level, places, plan, fonts)
        plan_image = picture.plan_image(here)
        written.append(folder / f"平面图_{drawing.level}.png")
        write_whole(written[-1], _png(picture.sheet(plan_image, here)))
        for each in here if one_each else ():
            part = picture.part(plan_image, each)
            if part is not None:
                written.append(folder / f"平面图_{drawing.level}_{each.number}.png")
                write_whole(written[-1], _png(part))
    return tuple(written)


def _png(image: Any) -> bytes:
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


@cache
def font(folder: Path, size: int, weight: int = 400) -> Any:
    """One of the kiosk's fonts, `size` in pixels. Raises PackFault where it is missing."""
    from PIL import ImageFont  # noqa: PLC0415  30 ms, for pictures only

    try:
        return ImageFont.truetype(str(folder / FILES[weight]), size)
    except OSError as fault:
        raise PackFault(
            f"缺少字体 {FILES[weight]}，请重新安装本程序。",
            f"the font {FILES[weight]} is missing: install the program again.",
        ) from fault


def _frame(drawing: Drawing, places: Sequence[StallPlace], spots: Sequence[Box]) -> Frame:
    """Round the floor and what lies beside it. A typing error kilometres off is shown at the edge instead."""
    xs, ys = [x for x, _ in drawing.floor], [y for _, y in drawing.floor]
    left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    beside = max(BESIDE_M, (right - left) / 4, (bottom - top) / 4)
    boxes = [*(place.box for place in places), *(facility.box for facility in drawing.facilities), *spots]
    for box in boxes:
        left = min(left, max(box.x_m, min(xs) - beside))
        top = min(top, max(box.y_m, min(ys) - beside))
        right = max(right, min(box.x_m + box.width_m, max(xs) + beside))
        bottom = max(bottom, min(box.y_m + box.height_m, max(ys) + beside))
    left, top = left - MARGIN_M, top - MARGIN_M
    width, height = right + MARGIN_M - left, bottom + MARGIN_M - top
    longest = max(width, height)
    scale = min(MOST_PX_PER_M, max(LONGEST_PX / longest, min(LEAST_PX_PER_M, MOST_PX / longest)))
    return Frame(left, top, scale, ceil(width * scale), ceil(height * scale))


class _Picture:
    """Draws one level. Shapes are drawn twice as large and brought down: so lines are smooth."""

    def __init__(
        self, drawing: Drawing, level: Level, places: Sequence[StallPlace], plan: FloorPlan, fonts: Path
    ) -> None:
        self.drawing, self.level, self.fonts = drawing, level, fonts
        self.places = [place for place in places if place.level == drawing.level]
        self.passages = [each for each in plan.passages if each.level == drawing.level]
        letters = [zone.letter for zone in plan.zones]
        self.fills = {letter: STALLS[index % len(STALLS)] for index, letter in enumerate(letters)}
        self.frame = _frame(drawing, self.places, ())

    def plan_image(self, numbered: Sequence[Numbered]) -> Any:
        """The plan with its rings and numbers."""
        from PIL import Image, ImageDraw  # noqa: PLC0415  30 ms, for pictures only

        spots = [spot.box for each in numbered for spot in each.finding.spots if spot.level == self.level.id]
        self.frame = _frame(self.drawing, self.places, spots)
        frame = self.frame
        times = 2 if frame.width * frame.height <= 8_000_000 else 1
        image = Image.new("RGB", (frame.width * times, frame.height * times), OUTSIDE)
        shapes = Strokes(ImageDraw.Draw(image), frame, times)
        self._shapes(shapes)
        taken = Taken((4, 4, frame.width - 4, frame.height - 4), self._obstacles())
        names = self._names(taken)
        labels = self._rings(shapes, numbered, taken)
        if times > 1:
            image = image.resize((frame.width, frame.height), Image.Resampling.LANCZOS)
        draw = ImageDraw.Draw(image)
        self._inscribe(draw)
        for box, text, colour in names:
            size = int(box[3] - box[1])
            self._text(draw, _middle(box), text, int(size * 0.8), colour, weight=700, halo=True)
        for box, text in labels:
            self._text(draw, _middle(box), text, int((box[3] - box[1]) * 0.62), PAPER, weight=700)
        return image

    # ---- shapes

    def _shapes(self, shapes: Strokes) -> None:
        drawing = self.drawing
        shapes.polygon(drawing.floor, FLOOR, SOFT)
        for facility in drawing.facilities:
            shapes.rectangle(facility.box, FACILITY, SOFT)
            if facility.door:
                shapes.side(facility.box, facility.door, SOFT)
        for box in drawing.blocks:
            shapes.rectangle(box, BLOCK, BLOCK)
        for place in self.places:
            shapes.rectangle(place.box, self.fills.get(place.number[0], PAPER), STALL_EDGE)
            shapes.side(place.box, place.facing, SERVED)
        for wall in self.level.walls:
            shapes.wall(wall)
        for door in drawing.doors:
            shapes.opening(door)
        for passage in self.passages:
            shapes.passage(passage.line, passage.flow)
        for _gate, point in drawing.gates:
            shapes.gate(point)
        for kiosk in drawing.kiosks:
            shapes.kiosk(kiosk.place, kiosk.heading_deg)

    def _obstacles(self) -> list[Pixels]:
        frame = self.frame
        boxes = [place.box for place in self.places]
        boxes += [*self.drawing.blocks, *(facility.box for facility in self.drawing.facilities)]
        return [frame.box(box) for box in boxes]

    def _names(self, taken: Taken) -> list[tuple[Pixels, str, str]]:
        """Kiosks', gates' and passages' names beside them; their marks are taken first."""
        frame = self.frame
        named = [
            *((kiosk.id, kiosk.place, KIOSK, 0.85) for kiosk in self.drawing.kiosks),
            *((gate, place, GATE, 0.45) for gate, place in self.drawing.gates),
            *(
                (
                    each.name.zh or each.id,
                    _between(each.line),
                    COLOURS[Gravity.ERROR] if each.flow is Flow.CLOSED else PASSAGE,
                    0.9,
                )
                for each in self.passages
            ),
        ]
        marks = [
            grown((*frame.at(place), *frame.at(place)), radius_m * frame.scale)
            for _name, place, _colour, radius_m in named
        ]
        taken.marks += marks
        lines = [line_spot(each.level, each.line).box for each in self.passages]
        taken.marks += [grown(frame.box(box), 4) for box in lines]
        size = int(min(26, max(14, 0.6 * frame.scale)))
        boxes: list[tuple[Pixels, str, str]] = []
        for (text, _place, colour, _radius_m), mark in zip(named, marks, strict=True):
            width = font(self.fonts, int(size * 0.8), 700).getlength(text) + 6
            boxes.append((taken.place(mark, width, size), text, colour))
        return boxes

    def _rings(self, shapes: Strokes, numbered: Sequence[Numbered], taken: Taken) -> list[tuple[Pixels, str]]:
        """A ring round each spot, and a number with a leader beside; spots close together share one."""
        frame = self.frame
        size = min(34.0, max(22.0, 0.9 * frame.scale))
        rings: list[tuple[Numbered, list[Pixels]]] = []
        for each in numbered:
            boxes = [frame.box(spot.box) for spot in each.finding.spots if spot.level == self.level.id]
            rings.append((each, [_ring(box, frame) for box in boxes]))
        for each, boxes in rings:
            for ring in boxes:
                shapes.ring(ring, each.finding.gravity)
        labels: list[tuple[Pixels, str]] = []
        for each, boxes in rings:
            few = boxes if len(boxes) <= 3 else apart(boxes, 14 * frame.scale)
            for ring in few:
                width = size * (1.0 if each.number < 100 else 1.4)
                box = taken.place(ring, width, size)
                labels.append((box, str(each.number)))
                start, end = leader(box, ring)
                shapes.leader(start, end, each.finding.gravity)
                shapes.badge(box, each.finding.gravity)
        return labels

    # ---- words

    def _inscribe(self, draw: Any) -> None:
        """Numbers into stalls, names into facilities, as far as they fit."""
        frame = self.frame
        for place in self.places:
            box = frame.box(place.box)
            width, height = box[2] - box[0], box[3] - box[1]
            size = int(min(28, height * 0.42, width / (0.62 * len(place.number))))
            if size >= 7:
                self._text(draw, _middle(box), place.number, size, INK)
        for facility in self.drawing.facilities:
            self._fitted(draw, frame.box(facility.box), facility.name.zh)

    def _fitted(self, draw: Any, box: Pixels, name: str) -> None:
        """A name in one, two or three lines, the largest that fits; none where none does."""
        width, height = box[2] - box[0] - 4, box[3] - box[1] - 4
        best: tuple[int, list[str]] = (0, [])
        for count in (1, 2, 3):
            length = ceil(len(name) / count) or 1
            lines = [name[start : start + length] for start in range(0, len(name), length)]
            ten = max((font(self.fonts, 100).getlength(line) for line in lines), default=100.0)
            size = int(min(24, 100 * width / ten, height / (1.25 * len(lines) or 1)))
            if size > best[0]:
                best = size, lines
        size, lines = best
        if size < 9:
            return
        x, y = _middle(box)
        for index, line in enumerate(lines):
            self._text(draw, (x, y + (index - (len(lines) - 1) / 2) * size * 1.25), line, size, SOFT)

    def _text(
        self,
        draw: Any,
        middle: Point,
        text: str,
        size: int,
        colour: str,
        *,
        weight: int = 400,
        halo: bool = False,
    ) -> None:
        draw.text(
            middle,
            text,
            fill=colour,
            font=font(self.fonts, size, weight),
            anchor="mm",
            stroke_width=3 if halo else 0,
            stroke_fill=PAPER,
        )

    # ---- the sheet

    def sheet(self, plan_image: Any, numbered: Sequence[Numbered]) -> Any:
        """Title, plan, key and legend."""
        from PIL import Image, ImageDraw  # noqa: PLC0415  30 ms, for pictures only

        def load(size: int, weight: int = 400) -> Any:
            return font(self.fonts, size, weight)

        width = max(plan_image.width, NARROWEST_PX)
        foot = key_height(width, load) + legend_height(numbered, width, load)
        image = Image.new("RGB", (width, HEAD_PX + plan_image.height + foot), PAPER)
        image.paste(OUTSIDE, (0, HEAD_PX, width, HEAD_PX + plan_image.height))
        image.paste(plan_image, ((width - plan_image.width) // 2, HEAD_PX))
        draw = ImageDraw.Draw(image)
        draw.text((32, HEAD_PX / 2), self._title(), fill=INK, font=load(40, 700), anchor="lm")
        self._scale_bar(draw, width)
        top = HEAD_PX + plan_image.height
        draw_key(draw, width, top, load)
        draw_legend(draw, numbered, width, top + key_height(width, load), load)
        return image

    def _title(self) -> str:
        name = self.level.name
        other = f"  {name.en}" if name.en and name.en != name.zh else ""
        return f"{name.zh}{other}"

    def _scale_bar(self, draw: Any, width: int) -> None:
        """Five or ten metres, and north, at the head's right end."""
        metres = 10 if self.frame.scale * 10 < 400 else 5
        length = metres * self.frame.scale
        right, y = width - 110, HEAD_PX / 2 + 12
        draw.line((right - length, y, right, y), fill=INK, width=3)
        for x in (right - length, right):
            draw.line((x, y - 8, x, y + 8), fill=INK, width=3)
        small = font(self.fonts, 24)
        draw.text((right - length / 2, y - 8), f"{metres} 米 m", fill=INK, font=small, anchor="ms")
        x, top, bottom = width - 50, HEAD_PX / 2 - 6, HEAD_PX / 2 + 30
        draw.polygon([(x, top), (x - 12, bottom), (x, bottom - 9), (x + 12, bottom)], fill=INK)
        draw.text((x, top - 4), "北 N", fill=INK, font=small, anchor="ms")

    def part(self, plan_image: Any, numbered: Numbered) -> Any | None:
        """The plan round one finding; None where it does not lie on this level."""
        boxes = [self.frame.box(spot.box) for spot in numbered.finding.spots if spot.level == self.level.id]
        if not boxes:
            return None
        margin = PART_M * self.frame.scale
        left, top = min(box[0] for box in boxes) - margin, min(box[1] for box in boxes) - margin
        right, bottom = max(box[2] for box in boxes) + margin, max(box[3] for box in boxes) + margin
        width, height = plan_image.size
        return plan_image.crop(
            (int(max(0, left)), int(max(0, top)), int(min(width, right)), int(min(height, bottom)))
        )


def _middle(box: Pixels) -> Point:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _between(line: tuple[Point, Point]) -> Point:
    return (line[0][0] + line[1][0]) / 2, (line[0][1] + line[1][1]) / 2


def _ring(box: Pixels, frame: Frame) -> Pixels:
    """Round a spot, however small it is; at the picture's edge where it lies further out."""
    least = 0.9 * frame.scale
    short = max(0.0, least - min(box[2] - box[0], box[3] - box[1])) / 2
    left, top, right, bottom = grown(box, max(0.12 * frame.scale, short))
    across = max(EDGE_PX - right, min(0.0, frame.width - EDGE_PX - left))
    down = max(EDGE_PX - bottom, min(0.0, frame.height - EDGE_PX - top))
    return left + across, top + down, right + across, bottom + down
