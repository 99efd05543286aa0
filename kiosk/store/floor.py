"""What staff have changed on the floor: closed aisles and lifts, closed and moved stalls. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.store import driver
from kiosk.store.days import moment

if TYPE_CHECKING:
    from kiosk.store.driver import Database


@dataclass(frozen=True, slots=True)
class Closure:
    """A passage, lift, stairs, ramp or escalator that is closed: since when, and by whom."""

    passage: str
    since: datetime
    by: str


def closures(db: Database, fair: str) -> tuple[Closure, ...]:
    """What is closed now, by id."""
    found = driver.rows(
        db,
        "SELECT passage, time, by_staff FROM passage_closure WHERE fair = ? AND closed ORDER BY passage",
        (fair,),
    )
    return tuple(Closure(passage, moment(time), by) for passage, time, by in found)


def closed_passages(db: Database, fair: str) -> frozenset[str]:
    """Ids of passages, lifts, stairs, ramps and escalators that are closed."""
    found = driver.rows(db, "SELECT passage FROM passage_closure WHERE fair = ? AND closed", (fair,))
    return frozenset(passage for (passage,) in found)


def closed_stalls(db: Database, fair: str) -> frozenset[str]:
    """Stalls that staff have closed."""
    found = driver.rows(db, "SELECT stall FROM stall_closure WHERE fair = ? AND closed", (fair,))
    return frozenset(stall for (stall,) in found)


def moved_stalls(db: Database, fair: str) -> dict[str, str]:
    """Where the hosts of moved stalls stand now, by the stall that the pack gives them."""
    return dict(
        driver.rows(db, "SELECT stall, moved_to FROM stall_move WHERE fair = ? AND moved_to <> ''", (fair,))
    )
