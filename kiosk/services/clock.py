"""The clock as services need it; the devices room has the real ones."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time at the venue."""

    def now(self) -> datetime:
        """The moment, with Beijing's offset."""
        ...

    def now_ms(self) -> int:
        """Milliseconds since 1970."""
        ...
