"""Guessing made slow: PINs and phone tails have four digits, and a kiosk stands among strangers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

FREE_MISSES = 5
PAUSE = timedelta(seconds=30)
"""After the free misses one try counts every 30 s: 10,000 PINs take more than three days."""
_KNOWN_MOST = 1000


@dataclass(frozen=True, slots=True)
class Attempts:
    """Misses by what was tried. Kept in memory: a restart forgets them, and takes longer than the pause."""

    _misses: dict[str, tuple[int, datetime]] = field(default_factory=dict)

    def paused(self, tried: str, now: datetime) -> bool:
        """Whether a try would not count, right or wrong. A clock that was set back pauses nothing."""
        return self.left(tried, now) > timedelta(0)

    def left(self, tried: str, now: datetime) -> timedelta:
        """How long no try counts; nothing where the next one does."""
        misses, last = self._misses.get(tried, (0, now))
        ends = now - last
        return PAUSE - ends if misses >= FREE_MISSES and timedelta(0) <= ends < PAUSE else timedelta(0)

    def missed(self, tried: str, now: datetime) -> None:
        """It was wrong."""
        misses = self._misses.pop(tried, (0, now))[0]
        if len(self._misses) >= _KNOWN_MOST:
            del self._misses[next(iter(self._misses))]  # the one that was tried longest ago
        self._misses[tried] = (misses + 1, now)

    def succeeded(self, tried: str) -> None:
        """It was right: start anew."""
        self._misses.pop(tried, None)
