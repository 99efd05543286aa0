"""Dates, times and slots as people write them. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.domain.fair import Slot
from kiosk.pack.cleaning.texts import UNDECIDED, Cleaned, folded

_EXCEL_ZERO = date(1899, 12, 30)
_SERIAL = re.compile(r"^[1-9][0-9]{4}(\.[0-9]+)?$")
_DIGITS = re.compile(r"^(20[0-9]{2})([01][0-9])([0-3][0-9])$")
_DATE = re.compile(
    r"(?<![0-9])([0-9]{4})\s?[-/.年]\s?([0-9]{1,2})\s?[-/.月]\s?([0-9]{1,2})(?![0-9])\s?[日号]?"
)
_MONTH_DAY = re.compile(r"(?<![0-9])([0-9]{1,2})\s?[-/.月]\s?([0-9]{1,2})\s?[日号]?(?=\s|$|[(周星])")
_NO_END = frozenset({"长期", "长期有效", "不限", "招满为止", "招满即止", "招满即停"})
_HALF = r"(上午|早上|中午|下午|晚上|am|pm)?\s?"
_CLOCK = r"([0-9]{1,2})\s?[:点时.]\s?([0-9]{2}(?![0-9])|半)?\s?分?"
_TIME = re.compile(rf"^{_HALF}{_CLOCK}(?::[0-9]{{2}}(?:\.0+)?)?\s?(am|pm)?$", re.IGNORECASE)
_SPAN = re.compile(rf"{_HALF}{_CLOCK}\s?(?:[-~—–]+|至|到)\s?{_HALF}{_CLOCK}", re.IGNORECASE)
_REGULAR = re.compile(r"^([0-9]{4}-[0-9]{2}-[0-9]{2} )?[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$")
_AFTERNOON = frozenset({"下午", "晚上", "pm"})
_NOON_MIN = 12 * 60
_HALVES = {"上午": (0, 13 * 60), "早上": (0, 13 * 60), "下午": (_NOON_MIN, 24 * 60)}
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Booking:
    """What a 预约时段 cell says."""

    day: date | None
    slot: Slot | None


def day(raw: str, days: Sequence[date] = ()) -> Cleaned[date | None]:
    """A date: ISO, 2026/11/28, 2026.11.28, 2026年11月28日, 20261128, Excel's serial. No such day gives None.

    11/28 without a year is a day of the fair's `days`, or none. Of 2026.11.1-2026.11.30 the last counts.
    """
    text = folded(raw)
    if not text or text.casefold() in UNDECIDED or text in _NO_END:
        return Cleaned(None)
    if _SERIAL.match(text[:_LONGEST]):
        return Cleaned(_EXCEL_ZERO + timedelta(days=int(text[:5])), "Excel's day number")
    found = _read_day(text[:_LONGEST], days)
    return Cleaned(found.value) if found.value and found.value.isoformat() == raw else found


def _read_day(text: str, days: Sequence[date]) -> Cleaned[date | None]:
    numbers = [match.groups() for match in _DATE.finditer(text)]
    together = _DIGITS.match(text)
    if together:
        numbers = [together.groups()]
    if not numbers:
        return _without_year(text, days)
    try:
        found = max(date(int(each[0]), int(each[1]), int(each[2])) for each in numbers)
    except ValueError:
        return Cleaned(None, "no such day")
    if len(numbers) > 1:
        return Cleaned(found, "of several days the last")
    return Cleaned(found, "date's spelling")


def _without_year(text: str, days: Sequence[date]) -> Cleaned[date | None]:
    short = _MONTH_DAY.match(text)
    if short is None:
        return Cleaned(None, "no date")
    found = _day_of(days, (int(short[1]), int(short[2])))
    return Cleaned(found, "date's spelling" if found else "no year given")


def _day_of(days: Sequence[date], numbers: tuple[int, int]) -> date | None:
    return next((each for each in days if (each.month, each.day) == numbers), None)


def minute(raw: str) -> Cleaned[int | None]:
    """A time of day in minutes: 9:00, 09:00:00, 9点30分, 下午2:00, or a fraction of a day."""
    text = folded(raw)
    if not text or text.casefold() in UNDECIDED:
        return Cleaned(None)
    if len(text) > _LONGEST:
        return Cleaned(None, "no time")
    if re.match(r"^0?\.[0-9]+$", text):
        return Cleaned(round(float(text) * 1440), "Excel's fraction of a day")
    match = _TIME.match(text.split(" ")[-1] if re.match(r"^[0-9]{4}", text) else text)
    if match is None:
        return Cleaned(None, "no time")
    found = _minutes(match[1] or match[4] or "", match[2], match[3])
    if found is None:
        return Cleaned(None, "no such time")
    return Cleaned(found, "" if _REGULAR.match(raw) else "time's spelling")


def clock(minutes: int | None) -> str:
    """Minutes as 09:00; nothing for None."""
    return "" if minutes is None else f"{minutes // 60:02d}:{minutes % 60:02d}"


def _minutes(half: str, hours: str, minutes: str | None) -> int | None:
    hour = int(hours) + (12 if half.casefold() in _AFTERNOON and int(hours) < 12 else 0)
    past = 30 if minutes == "半" else int(minutes or 0)
    return hour * 60 + past if hour <= 24 and past <= 59 and hour * 60 + past <= 24 * 60 else None


def booking(raw: str, slots: tuple[Slot, ...], days: tuple[date, ...]) -> Cleaned[Booking]:
    """Day and slot that a cell books. A span that is no slot of the fair gives no slot: come at any time.

    上午 is the fair's only slot of the morning, if it has only one.
    """
    text = folded(raw)[:_LONGEST]
    named = _booked_day(text, days)
    booked, day_rule = named.value, named.rule
    span = _SPAN.search(text)
    if span is None:
        return _by_half(text, slots, booked, day_rule)
    start = _minutes(span[1] or "", span[2], span[3])
    end = _minutes(span[4] or span[1] or "", span[5], span[6])
    wanted = next((each for each in slots if (each.start_min, each.end_min) == (start, end)), None)
    if wanted is None:
        return Cleaned(Booking(booked, None), "no such slot: any time")
    plain = f"{clock(wanted.start_min)}-{clock(wanted.end_min)}"
    rule = day_rule or ("slot's spelling" if plain not in raw else "")
    return Cleaned(Booking(booked, wanted), rule)


def _by_half(text: str, slots: tuple[Slot, ...], booked: date | None, day_rule: str) -> Cleaned[Booking]:
    """上午 and 下午; what names neither is no slot."""
    bounds = next((each for word, each in _HALVES.items() if word in text), None)
    if bounds is not None:
        inside = [each for each in slots if bounds[0] <= each.start_min and each.end_min <= bounds[1]]
        if len(inside) == 1:
            return Cleaned(Booking(booked, inside[0]), day_rule or "slot by the half of the day")
    return Cleaned(Booking(booked, None), day_rule or ("no slot given: any time" if text else ""))


def _booked_day(text: str, days: tuple[date, ...]) -> Cleaned[date | None]:
    only = days[0] if len(days) == 1 else None
    named = _DATE.search(text)
    if named:
        numbers = (int(named[2]), int(named[3]))
    else:
        short = _MONTH_DAY.search(text)
        if short is None:
            return Cleaned(only)
        numbers = (int(short[1]), int(short[2]))
    found = _day_of(days, numbers)
    return Cleaned(found) if found else Cleaned(only, "no day of the fair")
