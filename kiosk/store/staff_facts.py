"""A stretch of one journal, of chosen kinds, backwards: what a log of staff reads a little at a time."""

from __future__ import annotations

from collections.abc import Collection

from kiosk.domain.facts import CheckIn, Fact
from kiosk.store import driver
from kiosk.store.driver import Database
from kiosk.store.ids import as_signed, as_unsigned

_COLUMNS = "origin, seq, time, kind, body, previous, hash"


def stretch(db: Database, origin: bytes, first: int, last: int, kinds: Collection[str]) -> tuple[Fact, ...]:
    """The facts `first` to `last` of an origin that are of these kinds, the latest first; of check-ins only
    those in which staff let somebody in.

    Costs as many rows as there are places, whatever their kinds.
    """
    marks = ", ".join("?" * len(kinds))
    found = driver.rows(
        db,
        f"SELECT {_COLUMNS} FROM fact WHERE origin = ? AND seq BETWEEN ? AND ? AND kind IN ({marks}) "  # noqa: S608
        "AND (kind <> ? OR instr(body, ?) = 0) ORDER BY seq DESC",
        (origin, first, last, *kinds, CheckIn.kind, b'"by":"","why"'),
    )
    return tuple(Fact(*row) for row in found)


def time_at(db: Database, origin: bytes, seq: int) -> int:
    """The hybrid time of the fact at a place; 0 where there is none."""
    found = driver.row(db, "SELECT time FROM fact WHERE origin = ? AND seq = ?", (origin, seq))
    return int(found[0]) if found else 0


def holder(db: Database, fair: str, badge: int) -> int | None:
    """Whose a badge is, as far as facts tell."""
    found = driver.row(
        db, "SELECT attendee FROM badge WHERE fair = ? AND badge = ?", (fair, as_signed(badge))
    )
    return as_unsigned(found[0]) if found and found[0] is not None else None
