"""One composition as each renderer draws it, and how far two pictures differ."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from PIL import Image, ImageChops

from kiosk.badges.dither import ink_of
from kiosk.badges.marks import Area, Code, Composition, Disc, Glyphs, Mark, Picture, Polygon
from kiosk.badges.pdf import draw_pdf
from kiosk.badges.raster import draw_raster, size_px
from kiosk.domain.printing import Raster
from tests.fakes.compositions import FONTS

MM_PER_INCH = 25.4
_FINER = 2
Box = tuple[int, int, int, int]


def by_pdf(composition: Composition) -> Image.Image:
    """The PDF's page at the composition's dpi, drawn finer by poppler, for it rounds the places of characters
    down to whole dots. (PDFium stretches the page to whole dots.)"""
    command = ["pdftoppm", "-r", str(_FINER * composition.dpi), "-singlefile", "-"]
    pdf = draw_pdf([composition], FONTS)
    page = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    width_px, height_px = size_px(composition)
    fine = Image.new("RGB", (_FINER * width_px, _FINER * height_px), "#FFFFFF")
    fine.paste(Image.open(io.BytesIO(page)), (0, 0))
    return fine.reduce(_FINER)


def by_raster(composition: Composition, bits: int) -> Image.Image:
    """The printer's dots."""
    return shown(draw_raster(composition, FONTS, bits=bits))


def by_qt(composition: Composition) -> Image.Image:
    """What the preview paints. An application with the kiosk's fonts must be there."""
    from PySide6.QtCore import QRectF  # noqa: PLC0415  (Qt is told its platform before it is imported)
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415

    from kiosk.ui.badge_painting import paint  # noqa: PLC0415

    width_px, height_px = size_px(composition)
    image = QImage(width_px, height_px, QImage.Format.Format_RGBX8888)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    per_mm = composition.dpi / MM_PER_INCH
    paint(painter, composition, QRectF(0, 0, composition.width_mm * per_mm, composition.height_mm * per_mm))
    painter.end()
    return Image.frombytes("RGBX", (width_px, height_px), bytes(image.constBits())).convert("RGB")


def shown(raster: Raster) -> Image.Image:
    """A raster as Pillow shows it."""
    size = (raster.width_px, raster.height_px)
    if raster.bits == 1:
        return Image.frombytes("1", size, raster.data, "raw", "1;I").convert("RGB")
    return Image.frombytes("RGB", size, raster.data)


# ---- how far two differ


def worst_ink(one: Image.Image, other: Image.Image, composition: Composition) -> tuple[float, str]:
    """Of all marks: the largest share of ink that has none of the other's within one dot, and whose it is.

    Measured mark by mark, so that a small line weighs as much as a large name. One dot is what rounding to
    whole dots and hinting may move an edge.
    """
    return max(_shares(_dark(one), _dark(other), composition), default=(0.0, ""))


def worst_area(one: Image.Image, other: Image.Image, composition: Composition) -> tuple[float, str]:
    """The same of rectangles, for whatever is not paper: the edges of light tones too."""
    areas = replace(
        composition,
        fixed=tuple(each for each in composition.fixed if isinstance(each, Area)),
        own=tuple(each for each in composition.own if isinstance(each, Area)),
    )
    return max(_shares(_marked(one), _marked(other), areas), default=(0.0, ""))


def _shares(first: np.ndarray, second: np.ndarray, composition: Composition) -> Iterator[tuple[float, str]]:
    ink, paper = _unmatched(first, second), _unmatched(~first, ~second)
    for mark, (left, top, right, bottom) in _boxes(composition):
        here = (slice(max(0, top), bottom), slice(max(0, left), right))
        unmatched, of = paper if _is_light(mark) else ink
        if of[here].any():
            name = mark.text if isinstance(mark, Glyphs) else type(mark).__name__
            yield float(unmatched[here].sum() / of[here].sum()), name


def _unmatched(first: np.ndarray, second: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What is in one and nowhere near in the other; and what is in either."""
    return (first & ~grown(second, 1)) | (second & ~grown(first, 1)), first | second


def _is_light(mark: Mark) -> bool:
    if isinstance(mark, Glyphs):
        return ink_of(mark.colour) < 0.5
    return isinstance(mark, Polygon | Disc) and ink_of(mark.fill) < 0.5


def worst_colour(one: Image.Image, other: Image.Image) -> float:
    """The largest difference of a channel (0 to 1) in any 8 x 8 dots that are of one colour in both."""
    blocks = [_blocks(each) for each in (one, other)]
    spread = [each.max(axis=(1, 3)) - each.min(axis=(1, 3)) for each in blocks]
    even = np.maximum(*spread).max(axis=-1) <= 1
    ones = [each[:, 4, :, 4][even].astype(int) for each in blocks]
    return float(np.abs(ones[0] - ones[1]).max() / 255)


def without_tones(dots: Image.Image, coloured: Image.Image) -> tuple[Image.Image, Image.Image]:
    """Both with paper where the coloured one has a tone that is no smooth edge of a mark."""
    grey = np.asarray(coloured.convert("L"))
    tone = (grey > 38) & (grey < 245)
    # What is left of it when all that is thin is gone, grown again, but not over what is dark.
    tone = grown(~grown(~tone, 2), 4) & ~grown(grey <= 60, 1)
    cleared = [np.asarray(each).copy() for each in (dots, coloured)]
    for each in cleared:
        each[tone] = 255
    return Image.fromarray(cleared[0]), Image.fromarray(cleared[1])


def grown(dots: np.ndarray, reach: int) -> np.ndarray:
    """True within so many dots of what is True, each way."""
    for _ in (0, 1):
        wider = dots.copy()
        for step in range(1, reach + 1):
            wider[step:] |= dots[:-step]
            wider[:-step] |= dots[step:]
        dots = wider.T
    return dots


def _dark(picture: Image.Image) -> np.ndarray:
    return np.asarray(picture.convert("L")) < 128


def _marked(picture: Image.Image) -> np.ndarray:
    red, green, blue = picture.split()
    return np.asarray(ImageChops.darker(ImageChops.darker(red, green), blue)) < 215


def _blocks(picture: Image.Image) -> np.ndarray:
    pixels = np.asarray(picture)
    height, width = pixels.shape[0] // 8, pixels.shape[1] // 8
    return pixels[: height * 8, : width * 8].reshape(height, 8, width, 8, 3)


def _boxes(composition: Composition) -> Iterator[tuple[Mark, Box]]:
    per_mm = composition.dpi / MM_PER_INCH
    for mark in (*composition.fixed, *composition.own):
        left, top, right, bottom = _box_mm(mark)
        yield (
            mark,
            (
                int(left * per_mm) - 2,
                int(top * per_mm) - 2,
                int(right * per_mm) + 3,
                int(bottom * per_mm) + 3,
            ),
        )


def _box_mm(mark: Mark) -> tuple[float, float, float, float]:
    if isinstance(mark, Glyphs):
        wide = (sum(mark.advances_em) + mark.tracking_em * len(mark.text)) * mark.size_mm
        top, bottom = mark.baseline_mm - mark.size_mm, mark.baseline_mm + 0.3 * mark.size_mm
        return mark.x_mm, top, mark.x_mm + wide, bottom
    if isinstance(mark, Polygon):
        across, down = zip(*mark.corners, strict=True)
        return min(across), min(down), max(across), max(down)
    if isinstance(mark, Disc):
        reach = mark.radius_mm
        return mark.x_mm - reach, mark.y_mm - reach, mark.x_mm + reach, mark.y_mm + reach
    if isinstance(mark, Code):
        return mark.x_mm, mark.y_mm, mark.x_mm + mark.size_mm, mark.y_mm + mark.size_mm
    assert isinstance(mark, Area | Picture)
    return mark.x_mm, mark.y_mm, mark.x_mm + mark.width_mm, mark.y_mm + mark.height_mm
