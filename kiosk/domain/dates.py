"""Days in words: 11月28日 周六, Sat 28 Nov. Pure."""

from __future__ import annotations

from datetime import date

from kiosk.domain.words import Words

_WEEKDAYS_ZH = "一二三四五六日"
_WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def date_words(day: date) -> Words:
    """11月28日, 28 Nov."""
    return Words(f"{day.month}月{day.day}日", f"{day.day} {_MONTHS_EN[day.month - 1]}")


def day_words(day: date) -> Words:
    """With its weekday: 11月28日 周六, Sat 28 Nov."""
    said, weekday = date_words(day), day.weekday()
    return Words(f"{said.zh} 周{_WEEKDAYS_ZH[weekday]}", f"{_WEEKDAYS_EN[weekday]} {said.en}")


def year_words(day: date) -> Words:
    """With its year too: 2026年11月28日 周六, Sat 28 Nov 2026."""
    said = day_words(day)
    return Words(f"{day.year}年{said.zh}", f"{said.en} {day.year}")
