"""A badge layout: where everything stands, in millimetres from the top left corner."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from kiosk.domain.badge_type import BadgeType

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


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Strict: an unknown word in a layout is a mistake, not a wish."""


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
    """The coloured band on top."""

    height_mm: Length
    slot_width_mm: Length
    slot_height_mm: Length
    slot_centre_mm: Length
    shape_x_mm: Length
    shape_y_mm: Length
    shape_mm: Length
    word: TextBox
    english: TextBox


class QrBox(_Part, frozen=True):
    """Where the QR's dark modules stand; the quiet zone lies round it."""

    x_mm: Length
    y_mm: Length
    size_mm: Length


class Foot(_Part, frozen=True):
    """Small lines that end at `last_baseline_mm`."""

    x_mm: Length
    width_mm: Length
    last_baseline_mm: Length
    pitch_mm: Length
    size_mm: Length
    weight: Weight


class TypeLook(_Part, frozen=True):
    """How a badge type looks."""

    fill: Colour
    ink: Colour
    shape: Shape
    border_mm: Length = 0


class Layout(_Part, frozen=True):
    """A whole layout."""

    id: str
    width_mm: Length
    height_mm: Length
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
    foot: Foot
    types: dict[str, TypeLook]

    def look(self, badge_type: BadgeType) -> TypeLook:
        """How that type looks."""
        return self.types[badge_type.name.lower()]


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
    wanted = {each.name.lower() for each in BadgeType}
    if set(layout.types) != wanted:
        raise LayoutFault(f"{path}: types must be {', '.join(sorted(wanted))}")
    return layout
