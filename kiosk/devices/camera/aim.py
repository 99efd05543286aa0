"""Which of the codes in view is meant. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

CLEARLY = 1.6
"""So much better aimed and larger than any other a code must be. Two badges side by side are not."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A code in a picture: its middle and its side in pixels. An unreadable one has no text."""

    text: str
    x: float
    y: float
    side_px: float


@dataclass(frozen=True, slots=True)
class Meant:
    """What is meant: a text; or none, because no code is readable or because `several` are."""

    text: str = ""
    several: bool = False


def meant(codes: list[Seen], width: int, height: int) -> Meant:
    """The code that is held out, in a picture of this size.

    One that is alone is meant, wherever it is. Of several the one that is larger and nearer to the middle;
    the same code twice (a badge and its picture on a phone) is one.
    """
    best: dict[str, float] = {}
    for code in codes:
        if code.text:
            best[code.text] = max(best.get(code.text, 0.0), _weight(code, width, height))
    if not best:
        return Meant()
    first, *others = sorted(best.items(), key=lambda each: -each[1])
    if others and first[1] < CLEARLY * others[0][1]:
        return Meant(several=True)
    return Meant(first[0])


def _weight(code: Seen, width: int, height: int) -> float:
    """Its side, less the further it is from the middle: at the picture's corner a quarter is left."""
    off = hypot(code.x - width / 2, code.y - height / 2) / hypot(width / 2, height / 2)
    return code.side_px * (1 - 0.75 * min(1.0, off))
