"""What was looked up, counted without persons: what waits here to become a fact, and what facts add up to.

What was looked up in vain once may be somebody's own words, so it waits in this kiosk's store alone. The
caller decides what becomes a fact.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kiosk.store import driver
from kiosk.store.days import day_of, number

if TYPE_CHECKING:
    from kiosk.store.driver import Database

_ALL, _FOUND = "", "+"
"""Terms that count lookups; what is typed is never the one, and the other is no word."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What one day's visits looked up and no fact has counted yet."""

    day: date
    lookups: int
    found: int
    missed: tuple[tuple[str, int], ...]
    """What was not found with the number of visits, the most first."""


@dataclass(frozen=True, slots=True)
class LookupDay:
    """What was looked up on a day at all kiosks that are known here."""

    day: date
    lookups: int
    found: int
    rare: int
    missed: tuple[tuple[str, int], ...]


def note(db: Database, fair: str, day: date, *, found: int, missed: Iterable[str]) -> None:
    """Count one visit: how many lookups found something, and each term once that did not.

    Inside a transaction.
    """
    terms = {term for term in missed if term not in (_ALL, _FOUND)}
    counted = [(_ALL, found + len(terms)), (_FOUND, found), *((term, 1) for term in sorted(terms))]
    db.conn.executemany(
        "INSERT INTO lookup_waiting VALUES (?, ?, ?, ?) ON CONFLICT (fair, day, term) "
        "DO UPDATE SET visits = visits + excluded.visits",
        [(fair, number(day), term, visits) for term, visits in counted if visits],
    )


def waiting(db: Database, fair: str) -> tuple[Waiting, ...]:
    """What waits, by day."""
    rows = driver.rows(
        db,
        "SELECT day, term, visits FROM lookup_waiting WHERE fair = ? ORDER BY day, visits DESC, term",
        (fair,),
    )
    days: dict[int, dict[str, int]] = {}
    for day, term, visits in rows:
        days.setdefault(day, {})[term] = visits
    return tuple(
        Waiting(day_of(day), terms.pop(_ALL, 0), terms.pop(_FOUND, 0), tuple(terms.items()))
        for day, terms in days.items()
    )


def clear(db: Database, fair: str, day: date, terms: Iterable[str] | None = None) -> None:
    """Forget what a day's fact has counted: its numbers, and these terms or all. Inside a transaction."""
    if terms is None:
        db.conn.execute("DELETE FROM lookup_waiting WHERE fair = ? AND day = ?", (fair, number(day)))
        return
    db.conn.executemany(
        "DELETE FROM lookup_waiting WHERE fair = ? AND day = ? AND term = ?",
        [(fair, number(day), term) for term in (_ALL, _FOUND, *terms)],
    )


def lookups(db: Database, fair: str) -> tuple[LookupDay, ...]:
    """What the facts add up to, by day; terms that most visits looked up in vain first."""
    missed: dict[int, list[tuple[str, int]]] = {}
    for day, term, visits in driver.rows(
        db,
        "SELECT day, term, visits FROM lookup_missed WHERE fair = ? ORDER BY day, visits DESC, term",
        (fair,),
    ):
        missed.setdefault(day, []).append((term, visits))
    days = driver.rows(
        db, "SELECT day, lookups, found, rare FROM lookup_day WHERE fair = ? ORDER BY day", (fair,)
    )
    return tuple(
        LookupDay(day_of(day), total, found, rare, tuple(missed.get(day, ())))
        for day, total, found, rare in days
    )
