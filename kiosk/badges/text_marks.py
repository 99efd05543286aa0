"""A text in its box as marks: for sheets, lists and strips, beside a badge's own composition."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from kiosk.badges import setting
from kiosk.badges.layout import TextBox
from kiosk.badges.marks import Glyphs

if TYPE_CHECKING:
    from kiosk.badges.metrics import Metrics

_LACKING = "□"


def text_marks(text: str, box: TextBox, colour: str, metrics: Metrics) -> list[Glyphs]:
    """A text in its box, as large as it goes; a box stands for each character that the fonts lack."""
    lacking = set(metrics.missing(text))
    text = "".join(_LACKING if each in lacking else each for each in text) if lacking else text
    fount = metrics.fount(text, box.weight)
    lines = setting.set_text(text, box, fount.measure)
    made = []
    for line in lines:
        advances = fount.advances_em(line.text)
        x_mm = line.x_mm
        if box.align == "right":
            x_mm += box.width_mm - math.fsum(advances) * line.size_mm
        made.append(
            Glyphs(
                line.text,
                x_mm,
                line.baseline_mm,
                line.size_mm,
                box.weight,
                colour,
                advances_em=advances,
                second=fount.second(line.text),
            )
        )
    return made
