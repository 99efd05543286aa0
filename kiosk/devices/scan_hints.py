"""What a scan says of the scanner that sent it. Pure."""

from __future__ import annotations

import re
import unicodedata

from kiosk.devices.code_text import clean, is_whole
from kiosk.devices.reading import Reading
from kiosk.domain import badge
from kiosk.domain.scanner_words import TEST_CODE, CodeKind, Hint

SLOW_MS = 45
"""A key on the average; from 50 ms on it would be a person's (devices.wedge.GAP_MS)."""
ALIKE = 0.5
"""So much of the test code in its places, and it is the test code, through another keyboard layout."""
_LINK = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_TOKEN = re.compile(rf"{badge.PREFIX}[{badge.CODE_ALPHABET}]{{{badge.TOKEN_LENGTH - len(badge.PREFIX)}}}")
_NEEDED = 4
"""Characters from which on a beginning is a badge's."""


def kind_of_test(text: str) -> CodeKind | None:
    """Whether a text is the test code, as it is or as a scanner sends it that is set otherwise."""
    return CodeKind.TEST if _is_test(clean(text)) else None


def hints(reading: Reading, kind: CodeKind, *, twice: bool = False) -> tuple[Hint, ...]:
    """What is to be set otherwise, the gravest first. `twice`: the same code came a moment before."""
    code = clean(reading.text)
    found = {
        Hint.CHINESE: any(_is_wide(each) for each in code),
        Hint.LAYOUT: _is_moved(code, kind),
        Hint.SLOW: reading.source == "wedge" and _pace_ms(reading) > SLOW_MS,
        Hint.CUT: kind is CodeKind.NOTHING and _is_cut(code),
        Hint.ADDED: kind is CodeKind.NOTHING and _is_within(code),
        Hint.DAMAGED: reading.dropped > 0,
        Hint.TWICE: twice,
        Hint.NO_END: not reading.ended,
        Hint.CASE: _is_swapped(code, kind),
        Hint.LINK: kind is CodeKind.NOTHING and bool(_LINK.match(code)),
    }
    return tuple(hint for hint in Hint if found[hint])


def mask(text: str, kind: CodeKind) -> str:
    """So much of a code as tells which one was scanned, and not whose it is: the beginning of our own."""
    code = clean(text)
    if kind in (CodeKind.NOTHING, CodeKind.STUDENT):
        return "•••"
    return f"{code[:2].upper()}•••"


def _pace_ms(reading: Reading) -> float:
    return reading.took_ms / max(1, len(reading.text))


def _is_wide(character: str) -> bool:
    """Full-width letters, digits and signs, and Chinese full stops: what an input method makes of keys."""
    return unicodedata.east_asian_width(character) == "F" or character in "。、《》【】“”‘’·￥…"


def _is_test(code: str) -> bool:
    if abs(len(code) - len(TEST_CODE)) > 2:
        return False
    same = sum(here == there for here, there in zip(code.upper(), TEST_CODE, strict=False))
    return same >= ALIKE * len(TEST_CODE)


def _is_moved(code: str, kind: CodeKind) -> bool:
    """Letters or signs where others were meant: known of the test code, and of a text of a badge's length."""
    if kind is CodeKind.TEST:
        return code.upper() != TEST_CODE
    return kind is CodeKind.NOTHING and len(code) == badge.TOKEN_LENGTH and not is_whole(code)


def _is_cut(code: str) -> bool:
    """The beginning of a token, and no more."""
    rest = code.upper().removeprefix(badge.PREFIX)
    return (
        len(code) >= _NEEDED
        and code.upper().startswith(badge.PREFIX)
        and len(code) < badge.TOKEN_LENGTH
        and len(code) != badge.CODE_LENGTH
        and all(each in badge.CODE_ALPHABET for each in rest)
    )


def _is_within(code: str) -> bool:
    return len(code) > badge.TOKEN_LENGTH and _TOKEN.search(code.upper()) is not None


def _is_swapped(code: str, kind: CodeKind) -> bool:
    """Small letters where there are capitals; a student number may have small ones."""
    if kind in (CodeKind.NOTHING, CodeKind.STUDENT) or _is_moved(code, kind):
        return False
    return code != code.upper()
