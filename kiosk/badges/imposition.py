"""Sheets of many badges: which slots a sheet has, what comes into which, crop marks, and the back.

Pure geometry, in millimetres from a page's top left corner. Sheet layouts are data (resources/sheet_layouts).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import msgspec

from kiosk.domain.batch import Separator
from kiosk.domain.printing import Media
from kiosk.domain.words import Words

MARK_LENGTH_MM = 5.0
MARK_OFF_MM = 2.0
"""Between a crop mark and the badges: a cut that is a little off shows no line on a badge."""
MARK_LEAST_MM = 1.5
"""A shorter mark helps nobody."""
_TOLERANCE_MM = 0.01

Length = Annotated[float, msgspec.Meta(ge=0, le=1000)]
Size = Annotated[float, msgspec.Meta(gt=0, le=1000)]
Count = Annotated[int, msgspec.Meta(ge=1, le=20)]
Line = tuple[float, float, float, float]
"""x and y of both ends."""
_Item = TypeVar("_Item")


class SheetFault(Exception):
    """A sheet layout is missing or not one; the message is one line that names the file and the place."""


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Strict: an unknown word in a layout is a mistake, not a wish."""


class SheetName(_Part, frozen=True):
    """What staff call it."""

    zh: Annotated[str, msgspec.Meta(min_length=1)]
    en: Annotated[str, msgspec.Meta(min_length=1)]


class SheetMedia(_Part, frozen=True):
    """The paper in its printing direction."""

    width_mm: Size
    height_mm: Size


class SheetLayout(_Part, frozen=True):
    """A sheet of slots, row by row from the top left; each holds one badge, centred."""

    id: str
    name: SheetName
    media: SheetMedia
    badge: str
    """Id of the badge layout that the slots are for."""
    columns: Count
    rows: Count
    slot_width_mm: Size
    slot_height_mm: Size
    """Of the slot as it lies on the sheet."""
    margin_left_mm: Length
    margin_top_mm: Length
    gap_x_mm: Length = 0
    gap_y_mm: Length = 0
    turn_deg: Literal[0, 90] = 0
    """How far a badge is turned clockwise in its slot."""
    crop_marks: bool = False
    separator: Separator = Separator.CARD
    piled: bool = False
    """The sheets are cut as one pile: the badges of each small pile follow each other, pile after pile."""
    duplex: bool = False
    """Whether a back may be printed."""

    @property
    def slots(self) -> int:
        """Badges on a sheet."""
        return self.columns * self.rows

    @property
    def pitch_x_mm(self) -> float:
        """From one slot's left edge to the next one's."""
        return self.slot_width_mm + self.gap_x_mm

    @property
    def pitch_y_mm(self) -> float:
        """From one slot's upper edge to the next one's."""
        return self.slot_height_mm + self.gap_y_mm

    @property
    def block_width_mm(self) -> float:
        """Of all slots together."""
        return self.columns * self.pitch_x_mm - self.gap_x_mm

    @property
    def block_height_mm(self) -> float:
        """Of all slots together."""
        return self.rows * self.pitch_y_mm - self.gap_y_mm

    @property
    def words(self) -> Words:
        """Its name."""
        return Words(self.name.zh, self.name.en)

    @property
    def paper(self) -> Media:
        """What is printed on."""
        return Media(self.media.width_mm, self.media.height_mm)


@dataclass(frozen=True, slots=True)
class Slot:
    """A rectangle on a page, and how far what stands in it is turned clockwise: 0, 90, 180 or 270 degrees."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    turn_deg: int = 0


def read_sheets(folder: Path) -> dict[str, SheetLayout]:
    """All sheet layouts of a folder, by id, in the order of the files. SheetFault where one is none."""
    layouts = [read_sheet(path) for path in sorted(folder.glob("*.toml"))]
    if not layouts:
        raise SheetFault(f"{folder}: no sheet layouts; check the installation")
    return {each.id: each for each in layouts}


def read_sheet(path: Path) -> SheetLayout:
    """The sheet layout in a TOML file; SheetFault where it is missing, misspelt or runs over the paper."""
    try:
        layout = msgspec.toml.decode(path.read_bytes(), type=SheetLayout)
    except OSError as missing:
        raise SheetFault(f"{path}: {missing.strerror}; check the installation") from missing
    except (msgspec.DecodeError, UnicodeDecodeError) as mistake:
        raise SheetFault(f"{path}: {' '.join(str(mistake).split())}") from mistake
    problem = _problem(layout, path.stem)
    if problem:
        raise SheetFault(f"{path}: {problem}")
    return layout


def _problem(layout: SheetLayout, stem: str) -> str:
    if layout.id != stem:
        return f"id must be {stem}, as the file is called"
    right = layout.margin_left_mm + layout.block_width_mm
    bottom = layout.margin_top_mm + layout.block_height_mm
    if right > layout.media.width_mm + _TOLERANCE_MM or bottom > layout.media.height_mm + _TOLERANCE_MM:
        return f"the slots end at {right:g} x {bottom:g} mm, beyond the paper"
    if layout.piled and layout.separator is Separator.STRIP:
        return "a pile has no strips: separator must be card or none"
    if layout.crop_marks and not crop_marks(layout):
        return "no room for crop marks outside the badges"
    return ""


def slots(layout: SheetLayout) -> tuple[Slot, ...]:
    """The slots of a front, row by row."""
    return tuple(
        Slot(
            layout.margin_left_mm + column * layout.pitch_x_mm,
            layout.margin_top_mm + row * layout.pitch_y_mm,
            layout.slot_width_mm,
            layout.slot_height_mm,
            layout.turn_deg,
        )
        for row in range(layout.rows)
        for column in range(layout.columns)
    )


def back(slot: Slot, media: Media | SheetMedia) -> Slot:
    """The slot that lies behind `slot` when the sheet is turned over its long edge.

    What stands in it has its top where the front's is, so that a badge turned round its upright axis reads.
    An upright sheet's long edge is at its side, a sheet across has it above: that is where it turns.
    """
    if media.height_mm >= media.width_mm:
        x_mm = media.width_mm - slot.x_mm - slot.width_mm
        return Slot(x_mm, slot.y_mm, slot.width_mm, slot.height_mm, -slot.turn_deg % 360)
    y_mm = media.height_mm - slot.y_mm - slot.height_mm
    return Slot(slot.x_mm, y_mm, slot.width_mm, slot.height_mm, (180 - slot.turn_deg) % 360)


def centred(slot: Slot, width_mm: float, height_mm: float) -> Slot:
    """The place of a badge of that size (upright) in the middle of a slot."""
    if slot.turn_deg % 180:
        width_mm, height_mm = height_mm, width_mm
    return Slot(
        slot.x_mm + (slot.width_mm - width_mm) / 2,
        slot.y_mm + (slot.height_mm - height_mm) / 2,
        width_mm,
        height_mm,
        slot.turn_deg,
    )


def fits(layout: SheetLayout, width_mm: float, height_mm: float) -> bool:
    """Whether a badge of that size goes into a slot."""
    if layout.turn_deg % 180:
        width_mm, height_mm = height_mm, width_mm
    return (
        width_mm <= layout.slot_width_mm + _TOLERANCE_MM
        and height_mm <= layout.slot_height_mm + _TOLERANCE_MM
    )


def crop_marks(layout: SheetLayout) -> tuple[Line, ...]:
    """Where to cut: short lines outside the block of badges, as far as the margins have room; none inside."""
    left, top = layout.margin_left_mm, layout.margin_top_mm
    right, bottom = left + layout.block_width_mm, top + layout.block_height_mm
    across = _edges(left, layout.slot_width_mm, layout.pitch_x_mm, layout.columns)
    down = _edges(top, layout.slot_height_mm, layout.pitch_y_mm, layout.rows)
    lines: list[Line] = []
    for start, end in _outside(top, bottom, layout.media.height_mm):
        lines += [(x, start, x, end) for x in across]
    for start, end in _outside(left, right, layout.media.width_mm):
        lines += [(start, y, end, y) for y in down]
    return tuple(lines)


def _edges(first: float, size: float, pitch: float, count: int) -> list[float]:
    """Both edges of each slot in one direction; where two slots touch, one."""
    edges: list[float] = []
    for at in range(count):
        for edge in (first + at * pitch, first + at * pitch + size):
            if not edges or edge - edges[-1] > _TOLERANCE_MM:
                edges.append(edge)
    return edges


def _outside(first: float, last: float, length: float) -> list[tuple[float, float]]:
    """Where marks go before and behind the block, in one direction."""
    before = (max(0.0, first - MARK_OFF_MM - MARK_LENGTH_MM), first - MARK_OFF_MM)
    behind = (last + MARK_OFF_MM, min(length, last + MARK_OFF_MM + MARK_LENGTH_MM))
    return [(start, end) for start, end in (before, behind) if end - start >= MARK_LEAST_MM]


def dealt(cards: Sequence[_Item], layout: SheetLayout) -> tuple[tuple[_Item | None, ...], ...]:
    """The cards of a run of sheets, slot by slot of each sheet; None where a slot stays empty.

    Piled: the first small pile holds the first cards from top to bottom, and so on, so that whoever puts the
    piles one under the other has all of them in their order.
    """
    sheets = -(-len(cards) // layout.slots)
    made: list[list[_Item | None]] = [[None] * layout.slots for _ in range(sheets)]
    for at, card in enumerate(cards):
        sheet, slot = (at % sheets, at // sheets) if layout.piled else divmod(at, layout.slots)
        made[sheet][slot] = card
    return tuple(map(tuple, made))
