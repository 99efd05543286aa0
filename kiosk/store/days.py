"""Days and moments as the store's tables have them."""

from __future__ import annotations

from datetime import date, datetime

from kiosk.domain.fair import BEIJING

EPOCH = date(1970, 1, 1)


def number(day: date) -> int:
    """A Beijing day, counted from 1970-01-01."""
    return (day - EPOCH).days


def day_of(number_of_day: int) -> date:
    """The day of that number."""
    return date.fromordinal(EPOCH.toordinal() + number_of_day)


def moment(time: int) -> datetime:
    """A fact's time as a moment in Beijing."""
    return datetime.fromtimestamp((time >> 16) / 1000, BEIJING)
