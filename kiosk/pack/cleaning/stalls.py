"""Stall numbers as people write them. Pure."""

from __future__ import annotations

import re

from kiosk.domain.search import stall_number
from kiosk.pack.cleaning.texts import UNDECIDED, Cleaned, folded

MOST_STALLS = 12
"""Of one host. A001-A120 is a whole zone, and a slip."""
_LONGEST = 120
_PARTS = re.compile(r"[/、,;+&\n]|(?<=\d)\s+(?=[A-Za-z])|和|及|与")
_WORDS = re.compile(r"(?:号|展位号|展位|摊位|号展位|号摊位)$|^(?:展位号?|摊位号?)[:\s]*")
_RANGE = re.compile(
    r"^([A-Za-z]{1,2})[\s\-_]*([0-9]{1,4})\s*(?:[-~—–]+|至|到)\s*([A-Za-z]{1,2})?[\s_]*([0-9]{1,4})$"
)
_UNDECIDED = UNDECIDED | {"待分配", "未分配", "未安排", "暂未安排", "候补", "另行通知"}


def stalls(raw: str) -> Cleaned[tuple[str, ...]] | None:
    """Stall numbers of one cell, as the plan writes them; None where the cell holds something else.

    >>> stalls("A006/A007").value
    ('A006', 'A007')
    >>> stalls("Ａ－3").value
    ('A003',)
    >>> stalls("A6-A8").value
    ('A006', 'A007', 'A008')
    """
    text = re.sub(r"(?<=[A-Za-z])\s*区\s*-?\s*(?=[0-9])", "", folded(raw))
    if not text or text.casefold() in _UNDECIDED:
        return Cleaned(())
    if len(text) > _LONGEST:
        return None
    found: dict[str, None] = {}
    letters = ""
    for part in _PARTS.split(_WORDS.sub("", text)):
        numbers = _numbers(_WORDS.sub("", part.strip()), letters)
        if not numbers:
            return None
        letters = numbers[-1].rstrip("0123456789")
        found.update(dict.fromkeys(numbers))
    if len(found) > MOST_STALLS:
        return None
    if "/".join(found) == raw:
        return Cleaned(tuple(found))
    return Cleaned(tuple(found), "range of stalls" if _is_range(text) else "stall number")


def _is_range(text: str) -> bool:
    return any(_RANGE.match(_WORDS.sub("", part.strip())) for part in _PARTS.split(_WORDS.sub("", text)))


def _numbers(part: str, letters: str) -> tuple[str, ...]:
    """A part's numbers: one, or all of a range. `letters` are those of the part before it."""
    single = stall_number(part) or stall_number(letters + part)
    if single:
        return (single,)
    span = _RANGE.match(part)
    if span is None:
        return ()
    zone, first, last = span[1].upper(), int(span[2]), int(span[4])
    sure = span[3] is not None or len(span[2]) == len(span[4]) >= 3  # of A1-2 nobody knows what it means
    if not sure or (span[3] or zone).upper() != zone:
        return ()
    return tuple(f"{zone}{number:03d}" for number in range(first, last + 1))
