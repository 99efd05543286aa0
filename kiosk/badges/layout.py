"""A badge layout: where everything stands, in millimetres from the top left corner."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from kiosk.badges.qr import QUIET_MODULES
from kiosk.badges.token_qr import MODULES
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.printing import Media

Length = Annotated[float, msgspec.Meta(ge=0, le=1000)]
Colour = Annotated[str, msgspec.Meta(pattern=r"^#[0-9A-F]{6}$")]


class LayoutFault(Exception):
    """A layout file is missing or not one; the message is one line that names the file and the place."""


class Shape(StrEnum):
    """The shape that tells a badge type beside its colour and word."""

    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    HEXAGON = "hexagon"
    TRIANGLE = "triangle"
    PENTAGON = "pentagon"
    RING = "ring"
    CROSS = "cross"


Weight = Literal[400, 500, 700]
"""A weight of Noto Sans SC."""

FootText = Literal["fair", "date", "lost", "sample"]


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Strict: an unknown word in a layout is a mistake, not a wish."""


class Title(_Part, frozen=True):
    """What the layout is called on the screen."""

    zh: Annotated[str, msgspec.Meta(min_length=1)]
    en: Annotated[str, msgspec.Meta(min_length=1)]


class PaperSize(_Part, frozen=True):
    """The card, label or tape in its printing direction."""

    width_mm: Length
    height_mm: Length
    """0 for tape, which is cut where the print ends."""
    turned: bool = False
    """The badge is read along the tape: it is printed turned by a quarter."""


class TextBox(_Part, frozen=True):
    """One text. `centre_mm` is the height at which its ideographs have their middle."""

    x_mm: Length
    width_mm: Length
    centre_mm: Length
    size_mm: Length
    two_lines_mm: Length
    """Largest size on two lines; 0 where it must stay on one."""
    weight: Weight
    tracking_em: float = 0
    align: Literal["left", "right"] = "left"
    capitals: bool = False


class NameBox(_Part, frozen=True):
    """The name: as large as its length allows."""

    x_mm: Length
    width_mm: Length
    centre_mm: Length
    height_mm: Length
    weight: Weight
    two_mm: Length
    three_mm: Length
    four_mm: Length
    longer_mm: Length
    two_lines_mm: Length
    pair_tracking_em: float


class Band(_Part, frozen=True):
    """The band that tells the type: on top, over the whole width where `width_mm` is 0."""

    height_mm: Length
    shape_x_mm: Length
    shape_y_mm: Length
    shape_mm: Length
    word: TextBox
    english: TextBox
    x_mm: Length = 0
    y_mm: Length = 0
    width_mm: Length = 0
    slot_width_mm: Length = 0
    """0 where no lanyard's clip goes through."""
    slot_height_mm: Length = 0
    slot_centre_mm: Length = 0


class QrBox(_Part, frozen=True):
    """Where the QR's dark modules stand; the quiet zone lies round it."""

    x_mm: Length
    y_mm: Length
    size_mm: Length
    corner: Literal["top left", "top right", "bottom left", "bottom right"] = "bottom left"
    """The corner of the box that it keeps to where whole dots make it smaller."""


class LogoBox(_Part, frozen=True):
    """Where the organiser's logo stands, as large as its shape allows."""

    x_mm: Length
    y_mm: Length
    width_mm: Length
    height_mm: Length


class Foot(_Part, frozen=True):
    """Small lines that end at `last_baseline_mm`; those of a row are joined by middle dots."""

    x_mm: Length
    width_mm: Length
    last_baseline_mm: Length
    pitch_mm: Length
    size_mm: Length
    weight: Weight
    rows: tuple[tuple[FootText, ...], ...]
    most_lines: Annotated[int, msgspec.Meta(ge=1, le=20)]
    """There is room for so many; a row goes on two lines where there is."""
    most_lines_below_stall: Annotated[int, msgspec.Meta(ge=1, le=20)]


class TypeLook(_Part, frozen=True):
    """How a badge type looks."""

    fill: Colour
    ink: Colour
    shape: Shape
    border_mm: Length = 0


class Layout(_Part, frozen=True, eq=False):
    """A whole layout, as it is read."""

    id: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9_]+$")]
    title: Title
    width_mm: Length
    height_mm: Length
    paper: PaperSize
    lost_label: str
    sample_mark: str
    ink: Colour
    hair: Colour
    hair_mm: Length
    band: Band
    name: NameBox
    latin: TextBox
    organisation: TextBox
    detail: TextBox
    qr: QrBox
    stall: TextBox
    marks: TextBox
    """Where the badge has no stall."""
    marks_by_stall: TextBox
    foot: Foot
    types: dict[str, TypeLook]
    logo: LogoBox | None = None
    mono: bool = False
    """Drawn for black alone."""

    def look(self, badge_type: BadgeType) -> TypeLook:
        """How that type looks."""
        return self.types[badge_type.name.lower()]

    @property
    def media(self) -> Media:
        """What it is printed on."""
        return Media(self.paper.width_mm, self.paper.height_mm)


def read_layout(path: Path) -> Layout:
    """The layout in a TOML file; LayoutFault where it is missing, misspelt or lacks a badge type."""
    try:
        data = path.read_bytes()
    except OSError as missing:
        raise LayoutFault(f"{path}: {missing.strerror}; check the installation") from missing
    try:
        layout = msgspec.toml.decode(data, type=Layout)
    except (msgspec.DecodeError, UnicodeDecodeError) as mistake:
        raise LayoutFault(f"{path}: {' '.join(str(mistake).split())}") from mistake
    fault = _fault(layout, path.stem)
    if fault:
        raise LayoutFault(f"{path}: {fault}")
    return layout


def _fault(layout: Layout, stem: str) -> str:
    """What the schema cannot say; nothing where all is well."""
    wanted = {each.name.lower() for each in BadgeType}
    if set(layout.types) != wanted:
        return f"types must be {', '.join(sorted(wanted))} - at `$.types`"
    if layout.id != stem:
        return f"the id must be the file's name, {stem} - at `$.id`"
    paper = (layout.paper.width_mm, layout.paper.height_mm or layout.height_mm)
    if layout.paper.turned:
        paper = (layout.paper.height_mm or layout.width_mm, layout.paper.width_mm)
    if paper != (layout.width_mm, layout.height_mm):
        return "the paper is not as large as the layout - at `$.paper`"
    colours = {colour for look in layout.types.values() for colour in (look.fill, look.ink)}
    if layout.mono and not {layout.ink, *colours} <= {"#000000", "#FFFFFF"}:
        return "a mono layout has black and white alone - at `$.types`"
    return _outside(layout)


def _outside(layout: Layout) -> str:
    """The part that leaves the card, or the code whose quiet zone does; nothing where all is well."""
    boxes: dict[str, TextBox | NameBox | Foot | LogoBox] = {
        "band.word": layout.band.word,
        "band.english": layout.band.english,
        "name": layout.name,
        "latin": layout.latin,
        "organisation": layout.organisation,
        "detail": layout.detail,
        "stall": layout.stall,
        "marks": layout.marks,
        "marks_by_stall": layout.marks_by_stall,
        "foot": layout.foot,
    }
    if layout.logo is not None:
        boxes["logo"] = layout.logo
    for place, box in boxes.items():
        if box.x_mm + box.width_mm > layout.width_mm:
            return f"it leaves the card - at `$.{place}`"
    quiet_mm = QUIET_MODULES * layout.qr.size_mm / MODULES
    for start_mm, whole_mm in ((layout.qr.x_mm, layout.width_mm), (layout.qr.y_mm, layout.height_mm)):
        if start_mm < quiet_mm or start_mm + layout.qr.size_mm + quiet_mm > whole_mm:
            return "the code's quiet zone of 4 modules leaves the card - at `$.qr`"
    return ""


def read_layouts(folder: Path) -> dict[str, Layout]:
    """Every layout of a folder by id, in the order of their names. LayoutFault."""
    return {path.stem: read_layout(path) for path in sorted(folder.glob("*.toml"))}
