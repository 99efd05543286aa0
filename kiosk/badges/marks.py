"""What is drawn on a badge, as values: the same marks become PDF, raster and the preview on the screen.

All in millimetres from the top left corner, in the order of drawing. Colours are "#RRGGBB".
"""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle, its corners rounded by `radius_mm`; filled, or outlined (the line inside), or both."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    fill: str = ""
    stroke: str = ""
    stroke_mm: float = 0
    radius_mm: float = 0


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled polygon."""

    corners: tuple[Point, ...]
    fill: str


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle, or a ring where `hole_mm` (a radius) is not 0."""

    x_mm: float
    y_mm: float
    radius_mm: float
    fill: str
    hole_mm: float = 0


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One line of text. Each character stands `advance + tracking` after the one before."""

    text: str
    x_mm: float
    baseline_mm: float
    size_mm: float
    weight: int
    colour: str
    tracking_em: float = 0
    whole: str = ""
    """The whole text, where this is its first line of several: what a reader copies. "" on other lines."""
    advances_em: tuple[float, ...] = ()
    """Of each character, in em, from the font's own table; every renderer places by these."""
    second: tuple[bool, ...] = ()
    """Of each character, whether it is of the weight's second face (badges/metrics.py); () where none is."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR of a token; its dark modules in pure black. The quiet zone lies round it."""

    x_mm: float
    y_mm: float
    size_mm: float
    """Of 41 modules, each a whole number of dots at the composition's dpi; so is the place."""
    token: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A logo: a PNG that fills the box as far as its own shape allows, centred."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    png: bytes


Mark = Area | Polygon | Disc | Glyphs | Code | Picture


@dataclass(frozen=True, slots=True)
class Composition:
    """A badge, composed."""

    width_mm: float
    height_mm: float
    dpi: int
    """For whose dots the code was fitted."""
    fixed: tuple[Mark, ...]
    """What every badge of the type, layout and fair has; drawn first."""
    own: tuple[Mark, ...]
    fixed_key: str
    """Equal keys have equal `fixed` marks."""
    mono: bool = False
    """Composed for black alone: colours are told by patterns and words."""
