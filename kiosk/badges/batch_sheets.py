"""Pages of a batch: badges in their slots, separators between groups, crop marks, heads in margins, backs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.badges.imposition import Slot, back, centred, crop_marks, dealt, slots
from kiosk.badges.layout import TextBox, Weight
from kiosk.badges.marks import Area, Composition, Glyphs, Mark
from kiosk.badges.pdf import Line, PageMarks, Placed
from kiosk.badges.text_marks import text_marks
from kiosk.domain.batch import Back, Separator

if TYPE_CHECKING:
    from kiosk.badges.imposition import SheetLayout
    from kiosk.badges.metrics import Metrics
    from kiosk.domain.words import Words

DPI = 600
"""For whose dots codes are fitted, and slots placed."""
HEAD_ROOM_MM = 9.0
"""A margin above the badges that is as high holds the sheet's head."""
_HEAD_TOP_MM = 4.0
"""What printers do not print on."""
_HEAD_MM = 2.5
_STRIP_MM = 5.0
_INK, _PAPER, _SOFT = "#17191C", "#FFFFFF", "#5A5F66"
_MARK_MM = 0.1
_MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class SeparatorFace:
    """What a separator says."""

    heading: Words
    badges: int
    place: Words | None
    """Where the group begins on the desk."""
    fair: str


@dataclass(frozen=True, slots=True)
class BackFace:
    """What a plain back says."""

    fair: Words
    date: str
    desk: Words


@dataclass(frozen=True, slots=True)
class SheetHead:
    """What stands in the margins of a run's sheets, where they have room."""

    batch: str
    first: int
    """The first sheet's number."""
    headings: tuple[str, ...]
    """Of each card of the run, its group's; they head the sheets of Separator.STRIP."""


def sheet_pages(
    cards: Sequence[Composition | None],
    sheet: SheetLayout,
    head: SheetHead,
    metrics: Metrics,
    *,
    backs: Back = Back.NONE,
    plain: Composition | None = None,
) -> Iterator[PageMarks]:
    """A run of sheets as pages, each followed by its back where it has one.

    `cards` in their order, badges, separators and slots that stay empty (None); a separator's `fixed_key`
    begins with `SEPARATOR`, and its back stays empty.
    """
    places = slots(sheet)
    lines = tuple(Line(*each, width_mm=_MARK_MM) for each in crop_marks(sheet)) if sheet.crop_marks else ()
    for at, row in enumerate(dealt(range(len(cards)), sheet)):
        here = [
            (place, card)
            for place, number in zip(places, row, strict=True)
            if number is not None and (card := cards[number]) is not None
        ]
        named = [head.headings[number] for number in row if number is not None and head.headings[number]]
        texts = _head(sheet, head, head.first + at, list(dict.fromkeys(named)), metrics)
        fronts = tuple(_placed(place, card) for place, card in here)
        yield PageMarks(sheet.media.width_mm, sheet.media.height_mm, fronts, lines, texts)
        if backs is not Back.NONE:
            behind = tuple(_behind(here, sheet, plain if backs is Back.PLAIN else None))
            yield PageMarks(sheet.media.width_mm, sheet.media.height_mm, behind)


def _behind(
    here: Iterable[tuple[Slot, Composition]], sheet: SheetLayout, plain: Composition | None
) -> Iterator[Placed]:
    for place, card in here:
        if not card.fixed_key.startswith(SEPARATOR):
            yield _placed(back(place, sheet.media), plain or card)


def _placed(place: Slot, card: Composition) -> Placed:
    """Centred, then moved by less than a dot, so that the modules of its code stay whole dots."""
    room = centred(place, card.width_mm, card.height_mm)
    dot_mm = _MM_PER_INCH / DPI
    right = room.width_mm if room.turn_deg in {90, 180} else 0.0
    down = room.height_mm if room.turn_deg in {180, 270} else 0.0
    x_mm = round((room.x_mm + right) / dot_mm) * dot_mm - right
    y_mm = round((room.y_mm + down) / dot_mm) * dot_mm - down
    return Placed(card, x_mm, y_mm, room.turn_deg)


def _head(
    sheet: SheetLayout, head: SheetHead, number: int, headings: Sequence[str], metrics: Metrics
) -> tuple[Glyphs, ...]:
    """In the upper margin, above all crop marks: the group (Separator.STRIP), sheet and batch."""
    if sheet.margin_top_mm < HEAD_ROOM_MM:
        return ()
    strip = sheet.separator is Separator.STRIP
    left_mm = max(sheet.margin_left_mm, 8.0)
    width_mm = sheet.media.width_mm - 2 * left_mm
    heading = "、".join(headings) if len(headings) < 3 else f"{headings[0]} … {headings[-1]}"
    size_mm = _STRIP_MM if strip else _HEAD_MM
    centre_mm = _HEAD_TOP_MM + size_mm / 2
    number_words = f"第 {number} 张 Sheet {number}·批次 Batch {head.batch}"
    right = TextBox(left_mm + width_mm * 0.5, width_mm * 0.5, centre_mm, _HEAD_MM, 0, 400, align="right")
    made = text_marks(number_words, right, _INK, metrics)
    if strip:
        made = [
            *text_marks(heading, TextBox(left_mm, width_mm * 0.5, centre_mm, size_mm, 0, 700), _INK, metrics),
            *made,
        ]
    return tuple(made)


# ---- separators and plain backs


SEPARATOR = "separator-"


def separator(face: SeparatorFace, width_mm: float, height_mm: float, metrics: Metrics) -> Composition:
    """A card that lies before a group; black to its edges, so that a pile shows where groups begin."""
    short = min(width_mm, height_mm)
    edge, frame = short * 0.08, short * 0.045
    inner, half = width_mm - 2 * edge, height_mm * 0.55
    zh, en = face.heading.zh, face.heading.of("en")
    own: list[Mark] = [
        Area(0, 0, width_mm, height_mm, fill=_INK),
        Area(frame, half, width_mm - 2 * frame, height_mm - half - frame, fill=_PAPER),
    ]
    both = en != zh
    large = short * (0.19 if len(zh) > 2 else 0.36)  # a letter is seen from a step away
    box = TextBox(edge, inner, height_mm * (0.22 if both else 0.28), large, short * 0.15, 700)
    own += text_marks(zh, box, _PAPER, metrics)
    if both:
        box = TextBox(edge, inner, height_mm * 0.44, short * 0.08, short * 0.07, 500)
        own += text_marks(en, box, _PAPER, metrics)
    count = f"{face.badges} 张 badges" if face.badges != 1 else "1 张 badge"
    place = f"{face.place.zh}起  from {face.place.en}" if face.place is not None else ""
    lines: tuple[tuple[str, float, float, Weight], ...] = (
        (count, 0.65, 0.095, 700),
        (place, 0.77, 0.07, 500),
        (face.fair, 0.88, 0.055, 400),
    )
    for text, centre, size, weight in lines:
        own += text_marks(
            text, TextBox(edge, inner, height_mm * centre, short * size, 0, weight), _INK, metrics
        )
    return _composition(width_mm, height_mm, tuple(own), SEPARATOR)


def plain_back(face: BackFace, width_mm: float, height_mm: float, metrics: Metrics) -> Composition:
    """The back of a badge for whoever finds it."""
    edge = min(width_mm, height_mm) * 0.08
    inner, short = width_mm - 2 * edge, min(width_mm, height_mm)
    size = short * 0.075
    own: list[Mark] = []
    boxes: tuple[tuple[str, float, float, float, Weight, str], ...] = (
        (face.fair.zh, 0.30, size * 1.25, size * 1.15, 700, _INK),
        (face.fair.en, 0.45, size * 0.72, size * 0.66, 500, _SOFT),
        (face.date, 0.57, size * 0.8, 0.0, 400, _INK),
        (f"拾到请交 {face.desk.zh}" if face.desk.zh else "", 0.74, size, size * 0.9, 700, _INK),
        (f"If found: {face.desk.en}" if face.desk.en else "", 0.84, size * 0.72, size * 0.66, 400, _SOFT),
    )
    for text, centre, size_mm, two_lines_mm, weight, colour in boxes:
        own += text_marks(
            text, TextBox(edge, inner, height_mm * centre, size_mm, two_lines_mm, weight), colour, metrics
        )
    own.append(Area(edge, height_mm * 0.655, inner, 0.3, fill=_INK))
    return _composition(width_mm, height_mm, tuple(own), "back-")


def _composition(width_mm: float, height_mm: float, marks: tuple[Mark, ...], kind: str) -> Composition:
    """All marks are shared by their kind: where it stands on many sheets a file holds it once."""
    told = hashlib.blake2b(repr((width_mm, height_mm, marks)).encode(), digest_size=8).hexdigest()
    return Composition(width_mm, height_mm, DPI, marks, (), f"{kind}{told}")
