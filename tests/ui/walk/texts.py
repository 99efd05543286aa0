"""No text is cut, leaves what it stands in, or lies on another text or on a control that is not its own.

Only what the fair's data says (names, titles) may be shortened, for nobody knows how long it is; a text of
our own is always shown whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from PySide6.QtCore import QRectF

from tests.ui.walk.seen import PX_PER_MM, Seen, Text

ROUNDING_PX = 2.0
GAP_PX = 4.0
"""Between the lines of a text and a card below them: descenders reach so far."""


def faults(seen: Seen, ours: Callable[[str], bool]) -> Iterator[str]:
    """What is wrong with the texts that are seen; `ours` knows the texts that are not the fair's data."""
    screen = seen.screen.adjusted(-ROUNDING_PX, -ROUNDING_PX, ROUNDING_PX, ROUNDING_PX)
    for text in seen.texts:
        if over_px := _too_wide_px(text):
            yield f"{text.said!r} is {over_px / PX_PER_MM:.1f} mm wider than its place"
        if text.truncated and ours(text.said):
            yield f"{text.said!r} is shortened"
        if not screen.contains(text.box):
            yield f"{text.said!r} leaves the screen"
        for holder in text.holders:
            if not _grown(holder.box, ROUNDING_PX).contains(text.box):
                yield f"{text.said!r} leaves its {holder.kind}"
        yield from _on_others(text, seen)
    for one, other in combinations(seen.texts, 2):
        if _collide(one.box, other.box):
            yield f"{one.said!r} lies on {other.said!r}"


def _too_wide_px(text: Text) -> float:
    over = text.lines.width() - text.place.width()
    return over if over > ROUNDING_PX else 0.0


def _on_others(text: Text, seen: Seen) -> Iterator[str]:
    for control in seen.controls:
        if control.key in text.above or control.box.contains(text.box):
            continue
        if _collide(text.box, control.box):
            yield f"{text.said!r} lies over the edge of {control.name!r}"
    for card in seen.cards:
        if card.key in text.above or card.box.contains(text.box):
            continue
        if _collide(text.lines, _grown(card.box, GAP_PX)):
            yield f"{text.said!r} comes too near to a card"


def _grown(box: QRectF, by: float) -> QRectF:
    return box.adjusted(-by, -by, by, by)


def _collide(one: QRectF, other: QRectF) -> bool:
    both = one.intersected(other)
    return both.width() > ROUNDING_PX and both.height() > ROUNDING_PX
