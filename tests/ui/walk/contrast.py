"""Contrast, computed from the pixels that are painted (WCAG 2 relative luminance).

The ground of a text is the colour that most of its box has; its ink is the painted colour nearest to the one
it asks for, so that whatever greys it (opacity, something that lies over it) counts. For a drawing the ground
is what lies round it; a drawing on which a text stands is its ground (a zone's sign under its letter).
Pictures, whose names end in `_art`, are decoration.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF

from tests.ui.walk.seen import Drawing, Seen, Text

if TYPE_CHECKING:
    from numpy.typing import NDArray

TEXT_LEAST = 4.5
TEXT_LEAST_IN_HIGH_CONTRAST = 7.0
DRAWING_LEAST = 3.0
PIXELS_MOST = 6_000
"""Of a larger box every second, third ... pixel is enough: strokes are wider."""
FRAME_PX = 2
DECORATION = "_art"


def luminance(colour: int) -> float:
    """Relative luminance of 0xRRGGBB."""
    parts = ((colour >> 16) & 255, (colour >> 8) & 255, colour & 255)
    red, green, blue = (_linear(part / 255) for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: int, other: int) -> float:
    """The contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def faults(seen: Seen, *, high: bool) -> Iterator[str]:
    """Texts and drawings that are too faint."""
    least = TEXT_LEAST_IN_HIGH_CONTRAST if high else TEXT_LEAST
    for text in seen.texts:
        found = painted_contrast(text, seen.picture)
        if found is not None and found < least:
            yield f"{text.said!r} has a contrast of {found:.2f}, least {least}"
    for drawing in seen.drawings:
        if any(drawing.box.contains(text.box) for text in seen.texts):
            continue
        found = _drawn_contrast(drawing, seen.picture)
        if found is not None and found < DRAWING_LEAST:
            yield f"the drawing {drawing.name!r} has a contrast of {found:.2f}, least {DRAWING_LEAST}"


def painted_contrast(text: Text, picture: NDArray[np.uint32]) -> float | None:
    """The contrast of a text as painted; None for one of which nothing is on the screen."""
    part = _cut(picture, text.box.intersected(text.clip))
    if min(part.shape) < 2:
        return None
    colours, counts = _colours(part)
    ink, ground = _nearest(colours, text.ink), int(colours[counts.argmax()])
    if ink == ground:  # glyphs that fill their box, as dots do: the ground is what lies round them
        ground = _most_of_the_edge(part)
    return ratio(ground, ink)


def _drawn_contrast(drawing: Drawing, picture: NDArray[np.uint32]) -> float | None:
    if drawing.name.endswith(DECORATION):
        return None
    outer = _cut(picture, drawing.box.adjusted(-FRAME_PX, -FRAME_PX, FRAME_PX, FRAME_PX))
    if min(outer.shape) <= 2 * FRAME_PX:
        return None
    colours, _ = _colours(outer[FRAME_PX:-FRAME_PX, FRAME_PX:-FRAME_PX])
    return ratio(_most_of_the_edge(outer), _nearest(colours, drawing.ink))


def _most_of_the_edge(part: NDArray[np.uint32]) -> int:
    colours, counts = _colours(np.concatenate([part[0], part[-1], part[:, 0], part[:, -1]]))
    return int(colours[counts.argmax()])


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _cut(picture: NDArray[np.uint32], box: QRectF) -> NDArray[np.uint32]:
    top, left = max(0, round(box.top())), max(0, round(box.left()))
    return picture[top : max(top, round(box.bottom())), left : max(left, round(box.right()))]


def _colours(part: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], NDArray[np.intp]]:
    flat = part.ravel()
    step = 1 + flat.size // PIXELS_MOST
    return np.unique(flat[::step] & 0xFFFFFF, return_counts=True)


def _nearest(colours: NDArray[np.uint32], wanted: int) -> int:
    far = sum(
        np.abs(((colours >> shift) & 255).astype(np.int32) - ((wanted >> shift) & 255))
        for shift in (16, 8, 0)
    )
    return int(colours[np.argmin(far)])
