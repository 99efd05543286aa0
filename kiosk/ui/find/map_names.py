"""Names of hosts as short as a stall on the map has room for. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_BRACKETS = re.compile(r"\s*[（(][^（()）]*[)）]")
_COMPANY_ZH = re.compile(r"(股份有限公司|有限责任公司|集团有限公司|有限公司|股份公司|公司)$")
_COMPANY_EN = re.compile(
    r",?\s+(co\.?,?\s*ltd\.?|ltd\.?|inc\.?|corp\.?|corporation|limited|llc|company)$", re.I
)
MORE = "…"
NAMES_KEPT = 8_192


@lru_cache(maxsize=NAMES_KEPT)
def short_name(name: str, language: str) -> str:
    """A host's name without brackets and without what says only that it is a company."""
    bare = _BRACKETS.sub("", name).strip()
    short = (_COMPANY_EN if language == "en" else _COMPANY_ZH).sub("", bare).strip()
    return short if len(short) >= 2 else bare or name


def in_lines(name: str, width: float, most: int, wide: Callable[[str], float]) -> tuple[str, ...]:
    """The name in at most `most` lines of `width`; nothing where it does not fit, for half a name may be
    another's. Latin words stay whole.

    `wide`: how wide a text is, in the unit of `width`.
    """
    lines: list[str] = []
    rest = name
    while rest:
        if len(lines) == most:
            return ()
        if wide(rest) <= width:
            return (*lines, rest)
        cut = _cut(rest, width, wide)
        if cut == 0:
            return ()
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return tuple(lines)


def _cut(text: str, width: float, wide: Callable[[str], float]) -> int:
    """Where a line must end: the last place that fits, and between words where both sides are Latin."""
    fits = 0
    for at in range(1, len(text)):
        if wide(text[:at].rstrip()) > width:
            break
        if not (
            text[at - 1].isascii() and text[at - 1].isalnum() and text[at].isascii() and text[at].isalnum()
        ):
            fits = at
    return fits
