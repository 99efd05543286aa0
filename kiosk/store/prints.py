"""Print jobs as facts tell of them: who asked, at whose printer, and what became of each. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kiosk.store import driver
from kiosk.store.days import moment
from kiosk.store.ids import as_signed, as_unsigned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.store.driver import Database


@dataclass(frozen=True, slots=True)
class PrintRecord:
    """A print job and what became of it."""

    job: int
    fair: str
    badge: int
    attendee: int
    reason: str
    by: str
    origin: bytes
    """The kiosk that requested it."""
    state: str
    printer: str
    problem: str
    time_ms: int
    """When it was asked for, or 0 where that is not known here."""
    reference: str = ""
    """The printer's own name for it."""
    reported_by: str = ""
    """Staff who said what became of it."""
    reported_ms: int = 0
    """When the latest report was made; 0 where there is none."""
    at_origin: bytes = b""
    """The kiosk at whose printer it is printed: the one that requested it, unless it named another."""
    recalled: bool = False
    """The one that requested it wants it no more."""

    @property
    def at(self) -> datetime:
        """When it was asked for, in Beijing."""
        return moment(self.time_ms << 16)


def print_jobs(
    db: Database, states: Sequence[str], *, fair: str, origin: bytes | None = None, most: int = -1
) -> tuple[PrintRecord, ...]:
    """A fair's print jobs in any of `states` ("requested", or a report's), the oldest first.

    All kiosks', or those that one prints; all of them, or `most`.
    """
    marks = ", ".join("?" * len(states))
    found = driver.rows(
        db,
        f"{_PRINTS} WHERE state IN ({marks}) AND fair = ? AND (? IS NULL OR {_AT}) "
        "ORDER BY time, origin, seq LIMIT ?",
        (*states, fair, origin, *_at(origin), most),
    )
    return tuple(map(_print, found))


def prints_sent_away(
    db: Database, states: Sequence[str], *, fair: str, origin: bytes, most: int = -1
) -> tuple[PrintRecord, ...]:
    """What one kiosk asked for at another's printer, in any of `states`; the oldest first."""
    marks = ", ".join("?" * len(states))
    found = driver.rows(
        db,
        f"{_PRINTS} WHERE state IN ({marks}) AND fair = ? AND at_origin <> '' AND origin = ? AND NOT {_AT} "
        "ORDER BY time, origin, seq LIMIT ?",
        (*states, fair, origin, *_at(origin), most),
    )
    return tuple(map(_print, found))


def recalled_prints(db: Database, *, fair: str, origin: bytes) -> tuple[PrintRecord, ...]:
    """What waits at one kiosk's printers and is wanted no more by the other kiosk that asked for it."""
    found = driver.rows(
        db,
        f"{_PRINTS} WHERE state = 'requested' AND recalled AND time IS NOT NULL AND fair = ? "
        "AND at_origin = ? AND origin <> ?",
        (fair, origin.hex(), origin),
    )
    return tuple(map(_print, found))


def count_prints(db: Database, state: str, *, fair: str, origin: bytes, most: int = -1) -> int:
    """Print jobs in a state that one kiosk prints; counted up to `most`."""
    found = driver.row(
        db,
        f"SELECT count(*) FROM (SELECT 1 FROM print_job WHERE state = ? AND fair = ? AND {_AT} LIMIT ?)",  # noqa: S608
        (state, fair, *_at(origin), most),
    )
    return int(found[0]) if found else 0


_AT = "(at_origin = ? OR (at_origin = '' AND origin = ?))"
"""Whether a kiosk prints a job."""


def _at(origin: bytes | None) -> tuple[str, bytes]:
    return (origin.hex(), origin) if origin is not None else ("", b"")


def prints_of_attendee(db: Database, attendee: int, *, fair: str) -> tuple[PrintRecord, ...]:
    """Every print job of an attendee's badges, the oldest first."""
    found = driver.rows(
        db,
        f"{_PRINTS} WHERE attendee = ? AND fair = ? ORDER BY time, origin, seq",
        (as_signed(attendee), fair),
    )
    return tuple(map(_print, found))


def print_job(db: Database, job: int) -> PrintRecord | None:
    """One print job that was asked for, or None."""
    found = driver.row(db, f"{_PRINTS} WHERE job = ? AND time IS NOT NULL", (as_signed(job),))
    return _print(found) if found else None


def failed_prints(db: Database, *, fair: str, origin: bytes, most: int = -1) -> tuple[PrintRecord, ...]:
    """Jobs that failed, of those that one kiosk prints or asked for: the newest of each attendee, the oldest
    of them first, all or the latest.

    Only of attendees for whom none was asked for since that came out, waits or is on its way.
    """
    found = driver.rows(
        db,
        f"{_PRINTS} AS job WHERE state = 'failed' AND fair = ? AND (origin = ? OR {_AT}) AND NOT EXISTS "  # noqa: S608
        "(SELECT 1 FROM print_job AS later WHERE later.attendee = job.attendee AND later.fair = job.fair "
        "AND later.time > job.time AND later.state <> 'cancelled') "
        "ORDER BY time DESC, origin DESC, seq DESC LIMIT ?",
        (fair, origin, *_at(origin), most),
    )
    return tuple(map(_print, reversed(found)))


def prints_on_the_way(db: Database, *, fair: str, origin: bytes) -> tuple[PrintRecord, ...]:
    """Jobs of one kiosk's printers that may have left, or that a printer has and will say more of; the oldest
    first."""
    found = driver.rows(
        db,
        f"{_PRINTS} WHERE state IN ('rendered', 'sent') AND (state = 'rendered' OR reference <> '') "
        f"AND fair = ? AND {_AT} ORDER BY time, origin, seq",
        (fair, *_at(origin)),
    )
    return tuple(map(_print, found))


def prints_of(db: Database, attendee: int, *, fair: str) -> int:
    """How often a badge of that attendee was asked to be printed."""
    found = driver.row(
        db, "SELECT count(*) FROM print_job WHERE attendee = ? AND fair = ?", (as_signed(attendee), fair)
    )
    return int(found[0]) if found else 0


_PRINTS = (
    "SELECT job, fair, badge, attendee, reason, by_staff, origin, state, printer, problem, "
    "coalesce(time, 0) >> 16, reference, reported_by, coalesce(report_time, 0) >> 16, at_origin, recalled "
    "FROM print_job"
)


def _print(row: tuple[Any, ...]) -> PrintRecord:
    told = (*row[4:14], _origin(row[14]) or row[6], bool(row[15]))
    return PrintRecord(
        as_unsigned(row[0]),
        row[1],
        as_unsigned(row[2]),
        as_unsigned(row[3]),
        *told,
    )


def _origin(named: str) -> bytes | None:
    """The kiosk that a request names; None where it names none, or nothing that one could be."""
    try:
        return bytes.fromhex(named) or None
    except ValueError:
        return named.encode()  # nobody's: it stays where it is, and is seen there
