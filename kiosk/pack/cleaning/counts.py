"""Numbers of people and seats as people write them. Pure."""

from __future__ import annotations

import re

from kiosk.pack.cleaning.texts import UNDECIDED, Cleaned, folded

_OPEN = frozenset(
    {"若干", "若干人", "若干名", "若干个", "不限", "人数不限", "多人", "多名", "数名", "数人", "不定"}
)
_UNIT = r"(?:人|名|个|位|座|家)?"
_LEAD = r"(?:约|大约|共|各|限|拟?招聘?|不少于|不低于|至少)?\s*"
_COUNT = re.compile(
    rf"^{_LEAD}([0-9]{{1,5}})(?:\.0+)?\s*(?:\+|余|多|以上|左右)?\s*{_UNIT}\s*(?:\+|及?以上|左右|以内)?$"
)
_RANGE = re.compile(rf"^{_LEAD}([0-9]{{1,5}})\s*{_UNIT}\s*(?:[~\-—–]+|至|到)\s*([0-9]{{1,5}})\s*{_UNIT}$")
_HAN_COUNT = re.compile(rf"^{_LEAD}([一二两三四五六七八九])?(十)?([一二三四五六七八九])?\s*{_UNIT}$")
_DIGITS = {each: at for at, each in enumerate("一二三四五六七八九", start=1)} | {"两": 2}


def headcount(raw: str) -> Cleaned[int | None]:
    """People wanted. 若干 is no number; of 2~4 the smaller counts, being what is surely wanted."""
    text = folded(raw)
    if not text or text.casefold() in UNDECIDED or text in _OPEN:
        return Cleaned(None)
    span = _RANGE.match(text)
    if span:
        return Cleaned(min(int(span[1]), int(span[2])), "of a range the smaller")
    plain = _COUNT.match(text)
    number = int(plain[1]) if plain else _han_number(text)
    if number is None:
        return Cleaned(None, "no number")
    return Cleaned(number, "" if str(number) == raw else "unit left out")


def count(raw: str) -> Cleaned[int]:
    """A number of people or seats; what is no number is 0."""
    found = headcount(raw)
    return Cleaned(found.value or 0, found.rule)


def _han_number(text: str) -> int | None:
    match = _HAN_COUNT.match(text)
    if match is None or not any(match.groups()):
        return None
    first, ten, last = match.groups()
    if ten:
        return 10 * _DIGITS.get(first or "一", 1) + (_DIGITS[last] if last else 0)
    return None if first and last else _DIGITS[first or last]
