"""Shapes as masks of dots, their edges smooth: drawn four times as large and averaged."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kiosk.badges.marks import Area, Disc, Point, Polygon
from kiosk.badges.raster_glyphs import Mask

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

_FINER = 4

Box = tuple[int, int, int, int]
"""Left, top, right and bottom in dots; the last two lie outside."""


def whole_box(x_mm: float, y_mm: float, width_mm: float, height_mm: float, px_per_mm: float) -> Box:
    """The whole dots of a rectangle, one at least each way: its edges stay sharp."""
    left, top = round(x_mm * px_per_mm), round(y_mm * px_per_mm)
    right, bottom = round((x_mm + width_mm) * px_per_mm), round((y_mm + height_mm) * px_per_mm)
    return left, top, max(left + 1, right), max(top + 1, bottom)


def frame_boxes(box: Box, width_px: int) -> tuple[Box, ...]:
    """The four bars of a rectangle's outline, inside of it."""
    left, top, right, bottom = box
    return (
        (left, top, right, top + width_px),
        (left, bottom - width_px, right, bottom),
        (left, top + width_px, left + width_px, bottom - width_px),
        (right - width_px, top + width_px, right, bottom - width_px),
    )


def disc_mask(mark: Disc, px_per_mm: float) -> Mask:
    """A circle, or a ring."""

    def draw(pen: ImageDraw, scale: float, left: float, top: float) -> None:
        for radius_mm, value in ((mark.radius_mm, 255), (mark.hole_mm, 0)):
            if radius_mm:
                x, y, radius = mark.x_mm * scale - left, mark.y_mm * scale - top, radius_mm * scale
                pen.ellipse((x - radius, y - radius, x + radius - 1, y + radius - 1), fill=value)

    reach = mark.radius_mm
    corners = ((mark.x_mm - reach, mark.y_mm - reach), (mark.x_mm + reach, mark.y_mm + reach))
    return _averaged(corners, px_per_mm, draw)


def polygon_mask(mark: Polygon, px_per_mm: float) -> Mask:
    """A polygon."""

    def draw(pen: ImageDraw, scale: float, left: float, top: float) -> None:
        pen.polygon([(x * scale - left - 0.5, y * scale - top - 0.5) for x, y in mark.corners], fill=255)

    return _averaged(mark.corners, px_per_mm, draw)


def rounded_mask(mark: Area, px_per_mm: float, inset_mm: float = 0, hole_mm: float = 0) -> Mask:
    """A rectangle with round corners, smaller by `inset_mm`; an outline of `hole_mm` where that is not 0."""

    def draw(pen: ImageDraw, scale: float, left: float, top: float) -> None:
        for inset, value in ((inset_mm, 255), (inset_mm + hole_mm, 0)):
            if value or hole_mm:
                pen.rounded_rectangle(
                    (
                        round((mark.x_mm + inset) * scale - left),
                        round((mark.y_mm + inset) * scale - top),
                        round((mark.x_mm + mark.width_mm - inset) * scale - left) - 1,
                        round((mark.y_mm + mark.height_mm - inset) * scale - top) - 1,
                    ),
                    radius=max(0.0, mark.radius_mm - inset) * scale,
                    fill=value,
                )

    corners = ((mark.x_mm, mark.y_mm), (mark.x_mm + mark.width_mm, mark.y_mm + mark.height_mm))
    return _averaged(corners, px_per_mm, draw)


def _averaged(
    corners: Sequence[Point], px_per_mm: float, draw: Callable[[ImageDraw, float, float, float], None]
) -> Mask:
    from PIL import Image as Images  # noqa: PLC0415  (loaded at the first badge)
    from PIL import ImageDraw  # noqa: PLC0415

    left = math.floor(min(x for x, _ in corners) * px_per_mm)
    top = math.floor(min(y for _, y in corners) * px_per_mm)
    right = math.ceil(max(x for x, _ in corners) * px_per_mm) + 1
    bottom = math.ceil(max(y for _, y in corners) * px_per_mm) + 1
    fine = Images.new("L", ((right - left) * _FINER, (bottom - top) * _FINER))
    draw(ImageDraw.Draw(fine), px_per_mm * _FINER, left * _FINER, top * _FINER)
    image: Image = fine.reduce(_FINER)
    return Mask(image, left, top)
