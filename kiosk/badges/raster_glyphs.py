"""Characters as masks of dots, by FreeType: each weight and size is opened once, small glyphs are kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, repeat
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.badges.metrics import FILES, SECOND_FILES, FontFault

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

    from kiosk.badges.marks import Glyphs

_FILES: dict[int, str] = dict(FILES.items())
_SECOND_FILES: dict[int, str] = dict(SECOND_FILES.items())
_SIZES_KEPT = 64
_GLYPHS_KEPT = 1024
_KEPT_UP_TO_PX = 96
"""A glyph of that size has 9 kB; larger ones are of names, of which each is printed once."""


@dataclass(frozen=True, slots=True)
class Mask:
    """How much of each dot is covered (0 to 255), and where its top left dot lies on the page."""

    image: Image
    x_px: int
    y_px: int

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom on the page."""
        return self.x_px, self.y_px, self.x_px + self.image.width, self.y_px + self.image.height


def line_mask(mark: Glyphs, px_per_mm: float, fonts: Path) -> Mask | None:
    """A line of text; None where nothing of it can be seen. FontFault where a font is missing.

    Each character stands at its own place, rounded to whole dots as its outline is hinted to them: strokes
    stay equally thick, and nothing drifts. ValueError where a character has no advance.
    """
    from PIL import Image as Images  # noqa: PLC0415  (loaded at the first badge)

    size_px = round(mark.size_mm * px_per_mm * 64) / 64  # FreeType's own steps
    if size_px <= 0:
        return None
    steps = ((advance + mark.tracking_em) * mark.size_mm for advance in mark.advances_em)
    places_mm = tuple(accumulate(steps, initial=mark.x_mm))[:-1]
    baseline_px = round(mark.baseline_mm * px_per_mm)
    masks = []
    seconds = mark.second or tuple(repeat(False, len(mark.text)))
    for character, x_mm, second in zip(mark.text, places_mm, seconds, strict=True):
        glyph = _glyph(fonts, mark.weight, size_px, character, second)
        if glyph is not None:
            x_px = round(x_mm * px_per_mm)
            masks.append(Mask(glyph.image, x_px + glyph.x_px, baseline_px + glyph.y_px))
    if not masks:
        return None
    left, top = min(each.x_px for each in masks), min(each.y_px for each in masks)
    right, bottom = max(each.box[2] for each in masks), max(each.box[3] for each in masks)
    line = Images.new("L", (right - left, bottom - top))
    for each in masks:
        line.paste(255, (each.x_px - left, each.y_px - top), each.image)
    return Mask(line, left, top)


def _glyph(fonts: Path, weight: int, size_px: float, character: str, second: bool) -> Mask | None:
    if size_px > _KEPT_UP_TO_PX:
        return _drawn(fonts, weight, size_px, character, second)
    return _kept_glyph(fonts, weight, size_px, character, second)


@lru_cache(maxsize=_GLYPHS_KEPT)
def _kept_glyph(fonts: Path, weight: int, size_px: float, character: str, second: bool) -> Mask | None:
    return _drawn(fonts, weight, size_px, character, second)


def _drawn(fonts: Path, weight: int, size_px: float, character: str, second: bool) -> Mask | None:
    """The glyph with its origin at (0, 0); None for a space."""
    from PIL import Image as Images  # noqa: PLC0415  (loaded at the first badge)
    from PIL import ImageDraw  # noqa: PLC0415

    font = _font(fonts, weight, size_px, second)
    left, top, right, bottom = (round(each) for each in font.getbbox(character, anchor="ls"))
    if right <= left or bottom <= top:
        return None
    image = Images.new("L", (right - left, bottom - top))
    ImageDraw.Draw(image).text((-left, -top), character, fill=255, font=font, anchor="ls")
    return Mask(image, left, top)


@lru_cache(maxsize=_SIZES_KEPT)
def _font(fonts: Path, weight: int, size_px: float, second: bool) -> FreeTypeFont:
    from PIL import ImageFont  # noqa: PLC0415  (loaded at the first badge)

    file = fonts / (_SECOND_FILES if second else _FILES)[weight]
    try:
        return ImageFont.truetype(file, size_px, layout_engine=ImageFont.Layout.BASIC)
    except OSError as missing:
        raise FontFault(file) from missing
