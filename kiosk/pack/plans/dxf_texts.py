"""Texts of a DXF document: their codes taken out, and where about they stand."""

from __future__ import annotations

import re
from math import cos, radians, sin
from typing import Any

from ezdxf.tools.text import plain_text

from kiosk.pack.cleaning.texts import tidy
from kiosk.pack.plans.shapes import Label, text_width

TEXTS = frozenset({"TEXT", "MTEXT", "ATTRIB"})
MAX_RAW = 4_000
"""Characters with their codes; what is longer is cut, for no stall or room is called so."""
MAX_TEXT = 200
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffd]")
_LINE = 1.5
"""From line to line, in heights."""

_WRAPPED = re.compile(r"(?<=[\u4e00-\u9fff])\n(?=[\u4e00-\u9fff])")
"""A name in hanzi that goes on in the next line: 无障碍 / 卫生间 is one word."""

_ACROSS = {0: 0.5, 1: 0.0, 2: -0.5, 3: 0.5, 4: 0.0, 5: 0.5}
_UP = {0: 0.5, 1: 0.5, 2: 0.0, 3: -0.5}
"""From a TEXT's anchor to its middle, in its width and height, by halign and valign."""


def clean(text: str) -> str:
    """A text or a layer's name on one line, without what is invisible or was no character of its encoding."""
    return tidy(_NO_CHARACTER.sub("", text))


def label_of(entity: Any, names: tuple[str, ...]) -> Label | None:
    """A text, or nothing where it is empty. In drawing units, y up."""
    return _mtext(entity, names) if entity.dxftype() == "MTEXT" else _text(entity, names)


def _text(entity: Any, names: tuple[str, ...]) -> Label | None:
    text = clean(plain_text(str(entity.dxf.text)[:MAX_RAW]))[:MAX_TEXT]
    if not text:
        return None
    across, up = entity.dxf.get("halign", 0), entity.dxf.get("valign", 0)
    second = entity.dxf.get("align_point")
    # A TEXT that is not aligned left stands at its second point; its first one means nothing then.
    aligned = second is not None and (across in (1, 2, 4) or up)
    at = entity.ocs().to_wcs(second if aligned else entity.dxf.insert)
    return _label(
        text,
        at,
        (_ACROSS.get(across, 0.5), 0.0 if across == 4 else _UP.get(up, 0.5)),
        float(entity.dxf.height),
        float(entity.dxf.get("rotation", 0.0)),
        names,
    )


def _mtext(entity: Any, names: tuple[str, ...]) -> Label | None:
    entity.text = entity.text[:MAX_RAW]
    lines = [clean(each) for each in entity.plain_text(split=True)]
    text = _WRAPPED.sub("", "\n".join(each for each in lines if each))[:MAX_TEXT]
    if not text:
        return None
    attachment = int(entity.dxf.get("attachment_point", 1)) - 1
    shift = (0.5 - attachment % 3 / 2, attachment // 3 / 2 - 0.5)
    return _label(
        text, entity.dxf.insert, shift, float(entity.dxf.char_height), float(entity.get_rotation()), names
    )


def _label(
    text: str, at: Any, shift: tuple[float, float], height: float, rotation: float, names: tuple[str, ...]
) -> Label:
    """The middle of a text from its anchor; `shift` is in widths and heights of the whole."""
    lines = text.split("\n")
    right = shift[0] * height * max(text_width(each) for each in lines)
    up = shift[1] * height * (1 + _LINE * (len(lines) - 1))
    turn = radians(rotation)
    return Label(
        text,
        (
            float(at.x) + right * cos(turn) - up * sin(turn),
            float(at.y) + right * sin(turn) + up * cos(turn),
        ),
        names,
    )
