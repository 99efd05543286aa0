"""A badge in a printer's own dots: 24 bits a dot with smooth edges, or one bit, crisp.

Codes stand on whole dots, never smoothed or dithered. On one bit texts, shapes of ink and codes are black or
white; other colours become tones (dither.py), and a text on a tone has a halo, so that no dot touches it.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from kiosk.badges.marks import Area, Code, Composition, Disc, Glyphs, Mark, Picture, Polygon
from kiosk.badges.raster_glyphs import Mask, line_mask
from kiosk.badges.raster_paper import DARK, ColourPaper, MonoPaper, Paper
from kiosk.badges.raster_shapes import disc_mask, frame_boxes, polygon_mask, rounded_mask, whole_box
from kiosk.badges.token_qr import MODULES, token_codes
from kiosk.domain.printing import Raster

MM_PER_INCH = 25.4
_FIXED_KEPT = 3
"""Fixed parts that are remembered, most 7 MB each (A6 at 300 dpi in colour)."""


def draw_raster(composition: Composition, fonts: Path, *, bits: int) -> Raster:
    """The badge at the composition's dpi. `fonts` is the folder of Noto Sans SC; `bits` is 1 or 24.

    The fixed part is drawn once and remembered by its key. FontFault where a font is missing, ValueError for
    other bits.
    """
    if bits not in {1, 24}:
        raise ValueError("a raster has 1 or 24 bits")
    drawn = _fixed(composition, fonts, bits)
    for mark in composition.own:
        _DRAWN_BY[type(mark)](mark, drawn)
    page = drawn.page
    data = page.data()
    return Raster(page.width_px, page.height_px, composition.dpi, bits, data)


def size_px(composition: Composition) -> tuple[int, int]:
    """Width and height in dots."""
    px_per_mm = composition.dpi / MM_PER_INCH
    return round(composition.width_mm * px_per_mm), round(composition.height_mm * px_per_mm)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A page, and what places marks on it."""

    page: Paper
    px_per_mm: float
    fonts: Path


@dataclass(frozen=True, slots=True)
class _FixedPart:
    """A fixed part by what makes it the same. It is kept, so nothing of the badge's holder is in it."""

    key: str
    width_px: int
    height_px: int
    dpi: int
    bits: int
    fonts: Path
    marks: tuple[Mark, ...] = field(compare=False)


def _fixed(composition: Composition, fonts: Path, bits: int) -> _Drawing:
    """The fixed part on a page of its own."""
    width_px, height_px = size_px(composition)
    marks = composition.fixed
    part = _FixedPart(composition.fixed_key, width_px, height_px, composition.dpi, bits, fonts, marks)
    if not composition.fixed_key:
        return _draw_fixed(part)
    kept = _kept_fixed(part)
    return _Drawing(kept.page.copy(), kept.px_per_mm, fonts)


@lru_cache(maxsize=_FIXED_KEPT)
def _kept_fixed(part: _FixedPart) -> _Drawing:
    return _draw_fixed(part)


def _draw_fixed(part: _FixedPart) -> _Drawing:
    page: Paper = (MonoPaper if part.bits == 1 else ColourPaper)(part.width_px, part.height_px, part.dpi)
    drawing = _Drawing(page, part.dpi / MM_PER_INCH, part.fonts)
    for mark in part.marks:
        _DRAWN_BY[type(mark)](mark, drawing)
    return drawing


# ---- marks


def _area(mark: Area, drawing: _Drawing) -> None:
    page, px_per_mm = drawing.page, drawing.px_per_mm
    outlined = bool(mark.stroke and mark.stroke_mm)
    if mark.radius_mm:
        if mark.fill:
            _fill(page, rounded_mask(mark, px_per_mm), mark.fill)
        if outlined:
            _fill(page, rounded_mask(mark, px_per_mm, hole_mm=mark.stroke_mm), mark.stroke)
        return
    box = whole_box(mark.x_mm, mark.y_mm, mark.width_mm, mark.height_mm, px_per_mm)
    if mark.fill:
        page.fill(box, mark.fill)
    if outlined:
        for bar in frame_boxes(box, max(1, round(mark.stroke_mm * px_per_mm))):
            page.fill(bar, mark.stroke)


def _polygon(mark: Polygon, drawing: _Drawing) -> None:
    _fill(drawing.page, polygon_mask(mark, drawing.px_per_mm), mark.fill)


def _disc(mark: Disc, drawing: _Drawing) -> None:
    _fill(drawing.page, disc_mask(mark, drawing.px_per_mm), mark.fill)


def _glyphs(mark: Glyphs, drawing: _Drawing) -> None:
    mask = line_mask(mark, drawing.px_per_mm, drawing.fonts)
    if mask is not None:
        drawing.page.text(mask, mark.colour)


def _code(mark: Code, drawing: _Drawing) -> None:
    """Each module is whole dots."""
    from PIL import Image as Images  # noqa: PLC0415  (loaded at the first badge)

    left, top, module_px = code_place(mark, drawing.px_per_mm)
    modules = Images.frombytes("1", (MODULES, MODULES), token_codes().bitmap(mark.token)).convert("L")
    side = MODULES * module_px
    mask = modules.resize((side, side), Images.Resampling.NEAREST)
    drawing.page.fill((left, top, left + side, top + side), DARK, mask)


def code_place(mark: Code, px_per_mm: float) -> tuple[int, int, int]:
    """Left and top of a code, and the side of a module, in dots."""
    module_px = max(1, round(mark.size_mm * px_per_mm / MODULES))
    return round(mark.x_mm * px_per_mm), round(mark.y_mm * px_per_mm), module_px


def _picture(mark: Picture, drawing: _Drawing) -> None:
    """The PNG in its box; one that has just that many dots is not resampled."""
    from PIL import Image as Images  # noqa: PLC0415  (loaded at the first badge)

    left, top, right, bottom = whole_box(
        mark.x_mm, mark.y_mm, mark.width_mm, mark.height_mm, drawing.px_per_mm
    )
    with Images.open(io.BytesIO(mark.png), formats=("PNG",)) as image:
        scale = min((right - left) / image.width, (bottom - top) / image.height)
        size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
        fitted = image.convert("RGBA")
    if size != fitted.size:
        fitted = fitted.resize(size, Images.Resampling.LANCZOS)
    drawing.page.picture(fitted, (left + right - size[0]) // 2, (top + bottom - size[1]) // 2)


def _fill(page: Paper, mask: Mask, colour: str) -> None:
    page.fill(mask.box, colour, mask.image)


_DRAWN_BY: dict[type[Mark], Callable[[Any, _Drawing], None]] = {
    Area: _area,
    Polygon: _polygon,
    Disc: _disc,
    Glyphs: _glyphs,
    Code: _code,
    Picture: _picture,
}
