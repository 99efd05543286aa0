"""Segments that came by stick before the facts that they follow on: kept until those have come.

They are no facts yet: nobody is told that they are here, and whoever erases a fair's people drops them too
(their personal fields lie in them); the stick still has them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.store import driver

if TYPE_CHECKING:
    from kiosk.store.driver import Database

MOST_BYTES = 64 * 1024 * 1024
"""Of all that is parked: about half a million facts."""


@dataclass(frozen=True, slots=True)
class Parked:
    """A segment that waits."""

    origin: bytes
    first: int
    last: int
    segment: bytes


@dataclass(frozen=True, slots=True)
class Waiting:
    """Facts of one origin that wait, and how many before them are not known."""

    origin: bytes
    facts: int
    missing: int
    segment: bytes
    """The first that waits: it says whose they are."""


def park(db: Database, segment: Parked) -> bool:
    """Keep a segment; False where no more fits. Inside a transaction. One that is parked already stays."""
    assert driver.in_transaction(db), "park inside a transaction"
    place = (segment.origin, segment.first, segment.last)
    if driver.row(db, "SELECT 1 FROM parked WHERE origin = ? AND first = ? AND last = ?", place):
        return True
    (used,) = driver.row(db, "SELECT coalesce(sum(length(segment)), 0) FROM parked") or (0,)
    if used + len(segment.segment) > MOST_BYTES:
        return False
    db.conn.execute("INSERT INTO parked VALUES (?, ?, ?, ?)", (*place, segment.segment))
    return True


def is_empty(db: Database) -> bool:
    """Whether nothing waits; costs next to nothing."""
    return driver.row(db, "SELECT 1 FROM parked LIMIT 1") is None


def following(db: Database, most: int) -> tuple[Parked, ...]:
    """Segments, at most `most`, that hold no fact beyond the next one that is wanted: they can be taken."""
    found = driver.rows(
        db,
        f"SELECT origin, first, last, segment FROM parked WHERE first <= 1 + {_KNOWN} "  # noqa: S608
        "ORDER BY origin, first, last LIMIT ?",
        (most,),
    )
    return tuple(Parked(*row) for row in found)


def drop(db: Database, origin: bytes, first: int, last: int) -> None:
    """A segment waits no more. Inside a transaction."""
    db.conn.execute("DELETE FROM parked WHERE origin = ? AND first = ? AND last = ?", (origin, first, last))


def drop_origin(db: Database, origin: bytes) -> None:
    """Nothing of an origin waits any more. Inside a transaction."""
    db.conn.execute("DELETE FROM parked WHERE origin = ?", (origin,))


def clear(db: Database) -> None:
    """Nothing waits any more. Inside a transaction."""
    db.conn.execute("DELETE FROM parked")


def waiting(db: Database) -> tuple[Waiting, ...]:
    """What waits for what, by origin."""
    found = driver.rows(
        db,
        f"SELECT origin, first, last, {_KNOWN} FROM parked ORDER BY origin, first, last",  # noqa: S608
    )
    sums: dict[bytes, tuple[int, int, int]] = {}
    for origin, first, last, known in found:
        facts, missing, reached = sums.get(origin, (0, 0, known))
        missing += max(0, first - 1 - reached)
        facts += max(0, last - max(reached, first - 1))
        sums[origin] = facts, missing, max(reached, last)
    return tuple(
        Waiting(origin, facts, missing, _first_of(db, origin))
        for origin, (facts, missing, _reached) in sums.items()
        if facts
    )


def _first_of(db: Database, origin: bytes) -> bytes:
    found = driver.row(db, "SELECT segment FROM parked WHERE origin = ? ORDER BY first LIMIT 1", (origin,))
    assert found is not None, "it waits"
    segment: bytes = found[0]
    return segment


_KNOWN = "coalesce((SELECT max(seq) FROM fact WHERE fact.origin = parked.origin), 0)"
