"""Batches of badges on sheets, and where what was printed before lies. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec

from kiosk.store import driver
from kiosk.store.days import moment
from kiosk.store.ids import as_signed, as_unsigned

if TYPE_CHECKING:
    from kiosk.store.driver import Database


@dataclass(frozen=True, slots=True)
class BatchRecord:
    """A batch that was ordered."""

    batch: int
    whom: tuple[str, ...]
    """Names of badge types, lower case."""
    order: str
    sheet: str
    desk: str
    row: int
    """Badges in a row of the desk; 0 where there are no rows."""
    by: str
    origin: bytes
    """The kiosk that prints it."""
    at: datetime
    """When it was ordered, in Beijing."""
    last_sheet: int
    """The last sheet that is whole; 0 where none is."""
    printed: int
    """Badges on the sheets that are whole."""
    ended: str | None
    """whole, given up, or None while it goes on."""


@dataclass(frozen=True, slots=True)
class Lying:
    """A badge that was printed before and has not been replaced."""

    batch: int
    badge: int
    desk: str
    row: int
    """Counted from 1; 0 where there are no rows."""


def batches(db: Database, fair: str) -> tuple[BatchRecord, ...]:
    """A fair's batches, the earliest first."""
    found = driver.rows(db, f"{_BATCHES} WHERE fair = ? ORDER BY time, origin, seq", (fair,))
    return tuple(map(_batch, found))


_BATCHES = """
SELECT batch, whom, sorted_by, sheet, desk, desk_row, by_staff, origin, time,
    (SELECT coalesce(max(last), 0) FROM batch_run
        WHERE batch_run.fair = batch.fair AND batch_run.batch = batch.batch),
    (SELECT count(*) FROM preprint WHERE preprint.fair = batch.fair AND preprint.batch = batch.batch),
    (SELECT whole FROM batch_end WHERE batch_end.fair = batch.fair AND batch_end.batch = batch.batch)
FROM batch
"""


def _batch(row: tuple[Any, ...]) -> BatchRecord:
    return BatchRecord(
        batch=as_unsigned(row[0]),
        whom=msgspec.json.decode(row[1], type=tuple[str, ...]),
        order=row[2],
        sheet=row[3],
        desk=row[4],
        row=row[5],
        by=row[6],
        origin=row[7],
        at=moment(row[8]),
        last_sheet=row[9],
        printed=row[10],
        ended=None if row[11] is None else "whole" if row[11] else "given up",
    )


def printed_of(db: Database, fair: str, batch: int) -> frozenset[int]:
    """Attendees whose badges are on whole sheets of a batch."""
    found = driver.rows(
        db, "SELECT attendee FROM preprint WHERE fair = ? AND batch = ?", (fair, as_signed(batch))
    )
    return frozenset(as_unsigned(attendee) for (attendee,) in found)


def lying(db: Database, fair: str, attendee: int) -> Lying | None:
    """Where an attendee's badge lies that was printed before.

    None where there is none, where it is valid no more, or where one was asked to be printed since.
    """
    found = driver.row(db, _LYING, (as_signed(attendee), fair))
    return Lying(as_unsigned(found[0]), as_unsigned(found[1]), found[2], found[3]) if found else None


_LYING = """
SELECT preprint.batch, preprint.badge, preprint.desk, preprint.desk_row
FROM preprint INDEXED BY preprint_of_attendee
LEFT JOIN badge ON badge.fair = preprint.fair AND badge.badge = preprint.badge
WHERE preprint.attendee = ? AND preprint.fair = ?
    AND NOT (coalesce(badge.revoked, 0) OR coalesce(badge.replaced, 0) OR coalesce(badge.beaten, 0))
    AND NOT EXISTS (SELECT 1 FROM print_job WHERE print_job.attendee = preprint.attendee
        AND print_job.fair = preprint.fair AND print_job.time > preprint.time)
ORDER BY preprint.time DESC, preprint.origin DESC, preprint.seq DESC LIMIT 1
"""


def held(db: Database, fair: str) -> frozenset[int]:
    """Attendees who need none: a badge of theirs is on paper or waits to be, or they are barred."""
    return frozenset(as_unsigned(attendee) for (attendee,) in driver.rows(db, _HELD, (fair,)))


_HELD = """
SELECT attendee FROM print_job
    WHERE fair = ?1 AND attendee IS NOT NULL AND state NOT IN ('failed', 'cancelled')
UNION SELECT attendee FROM preprint WHERE fair = ?1
UNION SELECT attendee FROM barred WHERE fair = ?1 AND barred
"""


def rows_of(db: Database, fair: str, batch: int) -> dict[int, int]:
    """The row of the desk in which each badge of a batch's whole sheets lies, by attendee."""
    found = driver.rows(
        db, "SELECT attendee, desk_row FROM preprint WHERE fair = ? AND batch = ?", (fair, as_signed(batch))
    )
    return {as_unsigned(attendee): row for attendee, row in found}


def last_row(db: Database, fair: str, desk: str, batch: int) -> int:
    """The last row of a desk that badges of other batches lie in; 0 where there is none."""
    found = driver.row(
        db,
        "SELECT coalesce(max(desk_row), 0) FROM preprint WHERE fair = ? AND desk = ? AND batch <> ?",
        (fair, desk, as_signed(batch)),
    )
    return int(found[0]) if found else 0


@dataclass(frozen=True, slots=True)
class RunReport:
    """What was reported last of a run of sheets."""

    state: str
    """A printing.PrintState."""
    problem: str
    reference: str


def reported(db: Database, job: int) -> RunReport | None:
    """The latest report of a run of sheets (facts.SheetsHanded.job); None where there is none."""
    found = driver.row(
        db,
        "SELECT state, problem, reference FROM print_job WHERE job = ? AND report_time IS NOT NULL",
        (as_signed(job),),
    )
    return RunReport(*found) if found else None


def revoked(db: Database, fair: str) -> frozenset[int]:
    """Badges that were revoked, those too that were reserved in the pack and never issued."""
    found = driver.rows(db, "SELECT badge FROM badge WHERE fair = ? AND revoked", (fair,))
    return frozenset(as_unsigned(badge) for (badge,) in found)
