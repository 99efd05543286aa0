"""Whether a kiosk's clock can be what it says."""

from __future__ import annotations

TOLERANCE_MS = 10 * 60 * 1000
"""Another kiosk's time is taken up to five minutes ahead; a wrong battery or time zone is hours off."""


def clock_trusted(ahead_ms: int, confirmed_ahead_ms: int) -> bool:
    """Whether a clock is to be trusted behind which the journal's time is `ahead_ms`.

    The journal's time only goes forward, and is never taken from a clock more than five minutes ahead of
    this one: if it is ahead, this clock was set back, or was wrong before. Staff who have looked confirm how
    far it was ahead then (0 where nobody has); time passes, so it can only become less.

    >>> clock_trusted(60_000, 0), clock_trusted(3_600_000, 0), clock_trusted(3_600_000, 3_600_000)
    (True, False, True)
    """
    return ahead_ms <= confirmed_ahead_ms + TOLERANCE_MS
