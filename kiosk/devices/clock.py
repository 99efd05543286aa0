"""Clocks. Times are in Beijing, a fixed UTC+8, so no time zone data is needed."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from typing import Protocol

from kiosk.domain.fair import BEIJING

_PLAUSIBLE = timedelta(days=366)


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """The moment, aware, in Beijing."""
        ...

    def now_ms(self) -> int:
        """Milliseconds since 1970."""
        ...

    def trusted(self, after: datetime) -> bool:
        """Is the time plausible, given a moment that is surely past?"""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The moment, aware, in Beijing."""
        return datetime.now(BEIJING)

    def now_ms(self) -> int:
        """Milliseconds since 1970."""
        return time.time_ns() // 1_000_000

    def trusted(self, after: datetime) -> bool:
        """Not before `after` (the newest fact, or the pack's making), and not a year behind it.

        A machine whose battery is flat starts in 1970 or on its firmware's date.
        """
        return after <= self.now() <= after + _PLAUSIBLE


class FairClock:
    """For sample fairs: starts at a moment of the fair and runs on, whatever the machine's clock does."""

    def __init__(self, start: datetime) -> None:
        if start.tzinfo is None:
            raise ValueError("the start must say its time zone")
        self._start = start.astimezone(BEIJING)
        self._started_ns = time.monotonic_ns()

    def now(self) -> datetime:
        """The moment, aware, in Beijing."""
        return self._start + timedelta(microseconds=(time.monotonic_ns() - self._started_ns) // 1000)

    def now_ms(self) -> int:
        """Milliseconds since 1970."""
        return int(self.now().timestamp() * 1000)

    def trusted(self, after: datetime) -> bool:  # noqa: ARG002
        """Yes: its time was chosen."""
        return True
