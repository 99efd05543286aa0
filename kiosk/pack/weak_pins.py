"""PINs that a stranger would try first, and what to choose instead; a pack is built all the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from itertools import pairwise

from kiosk.domain.fair import StaffMember, StaffRole
from kiosk.domain.words import Words

FEW = 10
"""With more people than these on the list, four digits each are found too soon (services.staff_door)."""
LONGER = 6
_YEARS = range(1940, 2040)
_LEAP = 2000
"""A year that has every day."""
_KEYPAD = ("2580", "0852", "1470", "0741", "3690", "1379", "9731")
"""Straight lines and corners of the pad."""

_REPEATED = Words("是同一个或同几个数字重复", "it repeats the same digits")
_RUN = Words("是顺着数的数字", "its digits count up or down")
_DRAWN = Words("是键盘上的一条直线", "it is a line on the keypad")
_BIRTHDAY = Words("像生日或年份", "it looks like a birthday or a year")


def weakness(pin: str) -> Words | None:
    """Why a PIN is soon guessed, or None. The words do not repeat it.

    >>> weakness("0000").en, weakness("4074")
    ('it repeats the same digits', None)
    """
    if _repeats(pin):
        return _REPEATED
    if _counts(pin):
        return _RUN
    if pin in _KEYPAD:
        return _DRAWN
    return _BIRTHDAY if _is_date(pin) else None


def findings(pins: Sequence[tuple[str, str]], staff: Iterable[StaffMember]) -> tuple[tuple[str, Words], ...]:
    """What an organiser is asked to look at: a member's id (or nothing) and words.

    `pins`: (id, PIN) of everybody.
    """
    found: list[tuple[str, Words]] = []
    for member, pin in pins:
        why = weakness(pin)
        if why is not None:
            found.append(
                (
                    member,
                    Words(
                        f"{member} 的 PIN 容易被猜到：{why.zh}。请换一个，例如随意的六位。",
                        f"the PIN of {member} is easy to guess: {why.en}. Choose another, say six at random.",
                    ),
                )
            )
    if len(pins) > FEW and any(len(pin) < LONGER for _, pin in pins):
        words = Words(
            f"值班的有 {len(pins)} 人，建议 PIN 都用六位以上：人多时四位容易被碰对。",
            f"with {len(pins)} people on the staff list six digits or more are better: of many short PINs one"
            " is soon hit.",
        )
        found.append(("", words))
    everybody = tuple(staff)
    if everybody and not any(StaffRole.MANAGE in each.roles for each in everybody):
        words = Words(
            "没有人是负责人（manage）：改设置、对时间、装资料包、关机都没人能办。",
            "nobody has the role manage: nobody could change settings, the clock or the pack, or shut down.",
        )
        found.append(("", words))
    return tuple(found)


def _repeats(pin: str) -> bool:
    return any(pin == pin[:size] * (len(pin) // size) for size in (1, 2, 3, 4) if size < len(pin))


def _counts(pin: str) -> bool:
    """Up or down, by one or by two, and over the end: 7890."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return len(steps) == 1 and steps <= {1, 2, 8, 9}


def _is_date(pin: str) -> bool:
    """A year, a day of a year, or both; the year with two digits or four."""
    if len(pin) == 4:
        return int(pin) in _YEARS or _is_day(pin) or _is_day(pin[2:] + pin[:2])
    if len(pin) == 6:
        return _is_day(pin[2:]) or (int(pin[:4]) in _YEARS and bool(re.fullmatch("0[1-9]|1[0-2]", pin[4:])))
    return len(pin) == 8 and int(pin[:4]) in _YEARS and _is_day(pin[4:])


def _is_day(digits: str) -> bool:
    """A month and a day of it: 0229."""
    with suppress(ValueError):
        date(_LEAP, int(digits[:2]), int(digits[2:]))
        return True
    return False
