"""Which gates of the fair were heard, and when: what the numbers of people here rest on. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kiosk.store import driver
from kiosk.store.days import number
from kiosk.store.presence import HEARD_TODAY_MS, OTHERS

if TYPE_CHECKING:
    from kiosk.store.driver import Database


@dataclass(frozen=True, slots=True)
class GateHeard:
    """Another kiosk's gate of today, and how long ago there was word of it."""

    gate: str
    heard: timedelta


def gates_heard(db: Database, fair: str, day: date, *, origin: bytes, now_ms: int) -> tuple[GateHeard, ...]:
    """Every gate at which another kiosk decided on that day, the one unheard for the longest first.

    Of several kiosks at a gate the one unheard for the longest counts; of one kiosk its latest incarnation.
    """
    found = driver.rows(db, _HEARD, (origin, now_ms - HEARD_TODAY_MS, fair, number(day)))
    latest: dict[bytes, tuple[int, str]] = {}
    for key, at_ms, gate in found:
        latest[key] = max(latest.get(key, (at_ms, gate)), (at_ms, gate))
    oldest: dict[str, int] = {}
    for at_ms, gate in latest.values():
        oldest[gate] = min(oldest.get(gate, at_ms), at_ms)
    return tuple(
        GateHeard(gate, timedelta(milliseconds=max(0, now_ms - at_ms)))
        for gate, at_ms in sorted(oldest.items(), key=lambda each: (each[1], each[0]))
    )


_HEARD = f"""
SELECT coalesce((SELECT key FROM signed_head WHERE signed_head.origin = heard.origin ORDER BY seq LIMIT 1),
        heard.origin),
    heard.at_ms, check_in.gate
FROM heard JOIN check_in ON check_in.origin = heard.origin
    AND check_in.seq = (SELECT max(seq) FROM check_in WHERE origin = heard.origin)
WHERE {OTHERS} AND heard.at_ms >= ?2 AND check_in.fair = ?3 AND check_in.day = ?4
"""  # noqa: S608
"""Where a kiosk's last decision of that day was: that is the gate at which it stands."""
