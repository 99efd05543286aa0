"""Dates, times and slots as people write them. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.domain.fair import Slot
from kiosk.pack.cleaning.texts import UNDECIDED, Cleaned, folded

_EXCEL_ZERO = date(1899, 12, 30)
_SERIAL = re.compile(r"^\d{5}(\.\d+)?$")
_DATE = re.compile(r"^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_MONTH_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?=\s)")
_TIME = re.compile(r"^(上午|下午|晚上)?\s*(\d{1,2})\s*[:点时]\s*(\d{2})?\s*分?(?::\d{2}(?:\.0+)?)?$")
_SPAN = re.compile(r"(\d{1,2})\s*[:点时.]\s*(\d{2})?\s*[-~～—–至到]+\s*(\d{1,2})\s*[:点时.]\s*(\d{2})?")


@dataclass(frozen=True, slots=True)
class Booking:
    """What a 预约时段 cell says."""

    day: date | None
    slot: Slot | None


def day(raw: str) -> Cleaned[date | None]:
    """A date: ISO, 2026/11/28, 2026.11.28, 2026年11月28日 or Excel's serial. No such day gives None."""
    text = folded(raw)
    if not text or text.casefold() in UNDECIDED or text in {"长期", "长期有效", "不限"}:
        return Cleaned(None, "")
    if _SERIAL.match(text):
        return Cleaned(_EXCEL_ZERO + timedelta(days=int(float(text))), "Excel's day number")
    match = _DATE.match(text)
    if match is None:
        return Cleaned(None, "no date")
    try:
        found = date(int(match[1]), int(match[2]), int(match[3]))
        return Cleaned(found, "" if raw == found.isoformat() else "date's spelling")
    except ValueError:
        return Cleaned(None, "no such day")


def minute(raw: str) -> Cleaned[int | None]:
    """A time of day in minutes: 9:00, 09:00:00, 9点30分, 下午2:00, or a fraction of a day."""
    text = folded(raw)
    if not text or text.casefold() in UNDECIDED:
        return Cleaned(None, "")
    if re.match(r"^0?\.\d+$", text):
        return Cleaned(round(float(text) * 1440), "Excel's fraction of a day")
    match = _TIME.match(text.split(" ")[-1] if re.match(r"^\d{4}", text) else text)
    if match is None:
        return Cleaned(None, "no time")
    hours = int(match[2]) + (12 if match[1] in {"下午", "晚上"} and int(match[2]) < 12 else 0)
    minutes = int(match[3] or 0)
    if hours > 24 or minutes > 59:
        return Cleaned(None, "no such time")
    return Cleaned(hours * 60 + minutes, "" if text == raw else "time's spelling")


def booking(raw: str, slots: tuple[Slot, ...], days: tuple[date, ...]) -> Cleaned[Booking]:
    """Day and slot that a cell books. A span that is no slot of the fair gives no slot: come at any time."""
    text = folded(raw)
    booked, day_rule = _booked_day(text, days)
    span = _SPAN.search(text)
    if span is None:
        return Cleaned(Booking(booked, None), day_rule or ("no slot given: any time" if text else ""))
    wanted = Slot(
        int(span[1]) * 60 + int(span[2] or 0),
        int(span[3]) * 60 + int(span[4] or 0),
    )
    if wanted not in slots:
        return Cleaned(Booking(booked, None), "no such slot: any time")
    plain = f"{_clock(wanted.start_min)}-{_clock(wanted.end_min)}"
    rule = day_rule or ("slot's spelling" if plain not in raw else "")
    return Cleaned(Booking(booked, wanted), rule)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _booked_day(text: str, days: tuple[date, ...]) -> tuple[date | None, str]:
    only = days[0] if len(days) == 1 else None
    full = _DATE.match(text)
    if full:
        numbers = (int(full[2]), int(full[3]))
    else:
        short = _MONTH_DAY.search(text)
        if short is None:
            return only, ""
        numbers = (int(short[1]), int(short[2]))
    found = next((each for each in days if (each.month, each.day) == numbers), None)
    return (found, "") if found else (only, "no day of the fair")
