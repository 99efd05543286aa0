"""Typesetting: which size and which lines a text gets, so that it fits and is never cut. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.badges.layout import NameBox, TextBox

Measure = Callable[[str], float]
"""Width of a text in em."""

PITCH_EM = 1.18
"""From baseline to baseline of two lines."""
ACCENTED_PITCH_EM = 1.32
"""Likewise where letters carry signs above and below: Đặng over Ánh."""
CENTRE_EM = 0.38
"""Middle of an ideograph above its baseline in Noto Sans SC (between 0.36 and 0.40 em)."""
MIDDLE_DOTS = "·•‧・"
JOINT = "·"
"""Between texts that share a line; full width in Noto Sans SC."""
_ACCENTED = re.compile("[À-\u024f\u0300-\u036fḀ-ỿ]")
# A second line is worth it only for clearly larger letters, and one in the middle of a word for much larger.
_WORTH_BREAK = 0.87
_WORTH_SPLIT = 0.7
_WORTH_TEXT = 0.85
"""An organisation may be broken anywhere, as Chinese text is."""
_WORTH_PART = 0.45
"""Within one part of a text that has middle dots: 阿卜杜热合曼·买买提 is broken after the dot."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text and the place of its first letter's baseline, in millimetres from the top left corner."""

    text: str
    x_mm: float
    baseline_mm: float
    size_mm: float
    tracking_em: float = 0


def tidy(text: str) -> str:
    """One line without invisible characters; a letter and its accent as one character where there is one."""
    text = " ".join(text.translate(_SHOWN).split())
    # Not for all texts: normalising would replace the compatibility ideographs that some names have.
    return unicodedata.normalize("NFC", text) if any(map(unicodedata.combining, text)) else text


class _Shown(dict[int, str]):
    """What stands for each code point: nothing for an invisible one, a space for a control character."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        shown = "" if _invisible(character) else " " if _unprintable(character) else character
        self[code] = shown
        return shown


_SHOWN = _Shown()


def _unprintable(character: str) -> bool:
    # Not str.isprintable: to it, a character newer than Python's tables is not printable.
    return unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}


def _invisible(character: str) -> bool:
    """Format characters and variation selectors: the font has no glyph for them."""
    code = ord(character)
    selector = 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
    return selector or unicodedata.category(character) == "Cf"


def set_text(text: str, box: TextBox, measure: Measure) -> tuple[Line, ...]:
    """The text in its box: on one line at full size, else on two if it may, else smaller."""
    text = tidy(text)
    if not text:
        return ()
    size_mm, parts = _largest(
        text, box.width_mm, box.size_mm, box.two_lines_mm, _tracked(measure, box.tracking_em)
    )
    return _placed(parts, box.x_mm, box.centre_mm, size_mm, box.tracking_em)


def set_name(name: str, box: NameBox, measure: Measure) -> tuple[Line, ...]:
    """The name as large as it goes: by its number of ideographs, long ones broken after the middle dot.

    On one line or two; on three or four where two would leave it much smaller than its box.
    """
    name = tidy(name)
    if not name:
        return ()
    ideographs = all(is_ideograph(each) for each in name)
    short_mm = {1: box.two_mm, 2: box.two_mm, 3: box.three_mm, 4: box.four_mm}
    one_line_mm = short_mm.get(len(name), box.longer_mm) if ideographs else box.longer_mm
    tracking_em = box.pair_tracking_em if ideographs and len(name) == 2 else 0.0
    pitch_em = _pitch_em(name)
    two_lines_mm = min(box.two_lines_mm, box.height_mm / (2 * pitch_em))
    measured = _tracked(measure, tracking_em)
    best = _largest(name, box.width_mm, one_line_mm, two_lines_mm, measured, _WORTH_SPLIT)
    if len(best[1]) > 1:
        for count in (3, 4):
            most_mm = min(box.two_lines_mm, box.height_mm / (count * pitch_em))
            if best[0] < most_mm:
                best = _larger(best, name, count, box.width_mm, most_mm, measure)
    size_mm, parts = best
    return _placed(parts, box.x_mm, box.centre_mm, size_mm, tracking_em)


def set_together(texts: tuple[str, ...], box: TextBox, measure: Measure) -> tuple[Line, ...]:
    """Short texts in one box: on one line with dots between them, or on two, broken between them."""
    tidied = [each for each in map(tidy, texts) if each]
    if len(tidied) < 2 or box.two_lines_mm <= 0:
        return set_text(JOINT.join(tidied), box, measure)
    measure = _tracked(measure, box.tracking_em)

    def fitting(parts: tuple[str, ...], most_mm: float) -> float:
        return min(most_mm, *(box.width_mm / max(measure(part), 0.01) for part in parts))

    parts: tuple[str, ...] = (JOINT.join(tidied),)
    best = (fitting(parts, box.size_mm), parts)
    for place in range(1, len(tidied)):
        parts = (JOINT.join(tidied[:place]), JOINT.join(tidied[place:]))
        size_mm = fitting(parts, box.two_lines_mm)
        if size_mm * _WORTH_BREAK > best[0]:
            best = (size_mm, parts)
    return _placed(best[1], box.x_mm, box.centre_mm, best[0], box.tracking_em)


def wrap(
    text: str, width_mm: float, size_mm: float, measure: Measure, *, one_line: bool = False
) -> tuple[float, tuple[str, ...]]:
    """A small text on at most two lines, or one, and its size, smaller where they do not hold it."""
    text = tidy(text)
    two_lines_mm = 0 if one_line else size_mm
    return _largest(text, width_mm, size_mm, two_lines_mm, measure) if text else (size_mm, ())


def is_ideograph(character: str) -> bool:
    """Is it a Chinese character? By code point, since Python's own tables lag behind Unicode."""
    code = ord(character)
    return (
        0x3400 <= code <= 0x4DBF
        or 0x4E00 <= code <= 0x9FFF
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x3FFFF
        or character == "〇"
    )


def _pitch_em(text: str) -> float:
    return ACCENTED_PITCH_EM if _ACCENTED.search(text) else PITCH_EM


def _tracked(measure: Measure, tracking_em: float) -> Measure:
    return lambda text: measure(text) + tracking_em * (len(text) - 1)


def _largest(
    text: str,
    width_mm: float,
    one_line_mm: float,
    two_lines_mm: float,
    measure: Measure,
    split: float = _WORTH_TEXT,
) -> tuple[float, tuple[str, ...]]:
    """The size and the lines that make the text largest, one line preferred.

    `split` is how willingly a line begins between two ideographs.
    """

    def fitting(parts: tuple[str, ...], most_mm: float) -> float:
        return min(most_mm, *(width_mm / max(measure(part), 0.01) for part in parts))

    size_mm = fitting((text,), one_line_mm)
    best: tuple[float, tuple[str, ...]] = (size_mm, (text,))
    if two_lines_mm <= 0 or size_mm == one_line_mm:
        return best
    worth = size_mm
    for parts, factor in _halves(text, split):
        size_mm = fitting(parts, two_lines_mm)
        if size_mm * factor >= worth:  # of equals the last, which fills the first line
            worth, best = size_mm * factor, (size_mm, parts)
    return best


def _halves(text: str, split: float) -> Iterator[tuple[tuple[str, str], float]]:
    """Every way to set a text on two lines, and how willingly."""
    for place, factor in _breaks(text, split):
        yield (text[:place].rstrip(), text[place:].lstrip()), factor


def _breaks(text: str, split: float) -> Iterator[tuple[int, float]]:
    """Every place before which a line may begin, and how willingly."""
    within = _WORTH_PART if any(each in MIDDLE_DOTS for each in text) else split
    for place in range(1, len(text)):
        before, after = text[place - 1], text[place]
        if before in MIDDLE_DOTS + " -、，）)" or after in "（(暨":
            yield place, _WORTH_BREAK
        elif is_ideograph(before) and is_ideograph(after):
            yield place, within


def _larger(
    best: tuple[float, tuple[str, ...]],
    text: str,
    count: int,
    width_mm: float,
    most_mm: float,
    measure: Measure,
) -> tuple[float, tuple[str, ...]]:
    """The text on at most `count` lines where that makes it clearly larger than `best`, else that."""
    breaks = list(_breaks(text, _WORTH_SPLIT))
    for worth in (_WORTH_BREAK, _WORTH_SPLIT, _WORTH_PART):
        places = [place for place, factor in breaks if factor >= worth]
        widest_em, parts = _rows(_cut(text, places), count, measure)
        size_mm = min(most_mm, width_mm / max(widest_em, 0.01))
        if size_mm * worth > best[0]:
            best = (size_mm, parts)
    return best


def _cut(text: str, places: list[int]) -> list[str]:
    return [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]


def _rows(pieces: list[str], count: int, measure: Measure) -> tuple[float, tuple[str, ...]]:
    """The pieces on at most `count` lines, the widest as narrow as it can be; its width in em."""
    limit = max(measure(piece.rstrip()) for piece in pieces)
    while True:
        rows, wanted = [pieces[0]], float("inf")
        for piece in pieces[1:]:
            longer = measure((rows[-1] + piece).rstrip())
            if longer <= limit:
                rows[-1] += piece
            else:
                wanted = min(wanted, longer)
                rows.append(piece)
        if len(rows) <= count:
            return limit, tuple(row.strip() for row in rows)
        limit = wanted


def _placed(
    parts: tuple[str, ...], x_mm: float, centre_mm: float, size_mm: float, tracking_em: float
) -> tuple[Line, ...]:
    pitch_mm = size_mm * _pitch_em("".join(parts)) if len(parts) > 1 else 0
    first_mm = centre_mm + CENTRE_EM * size_mm - (len(parts) - 1) * pitch_mm / 2
    return tuple(
        Line(part, x_mm, first_mm + row * pitch_mm, size_mm, tracking_em) for row, part in enumerate(parts)
    )
