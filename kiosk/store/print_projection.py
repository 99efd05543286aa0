"""What is to be printed, what became of it, and where what was printed before lies (design.md section 3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from kiosk.domain import facts
from kiosk.store.ids import as_signed

if TYPE_CHECKING:
    from kiosk.store.driver import Database

_NUMBER_MOST = 1 << 31


def requested(db: Database, fact: facts.Fact, body: facts.PrintRequested) -> None:
    """A badge is to be printed; were a job ever asked for twice, the earliest stands."""
    db.conn.execute(_PRINT_REQUEST, _request(fact, body))


def requested_many(db: Database, some: Sequence[tuple[facts.Fact, facts.PrintRequested]]) -> None:
    """The same for many facts."""
    db.conn.executemany(_PRINT_REQUEST, [_request(fact, body) for fact, body in some])


def _request(fact: facts.Fact, body: facts.PrintRequested) -> tuple[Any, ...]:
    return (
        as_signed(body.job),
        body.fair,
        as_signed(body.badge),
        as_signed(body.attendee),
        body.reason,
        body.by,
        body.at,
        fact.time,
        fact.origin,
        fact.seq,
    )


_PRINT_REQUEST = """
INSERT INTO print_job (job, fair, badge, attendee, reason, by_staff, at_origin, time, origin, seq)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (job) DO UPDATE SET
    fair = excluded.fair, badge = excluded.badge, attendee = excluded.attendee, reason = excluded.reason,
    by_staff = excluded.by_staff, at_origin = excluded.at_origin, time = excluded.time, origin =
    excluded.origin, seq = excluded.seq
WHERE print_job.time IS NULL
    OR (excluded.time, excluded.origin, excluded.seq) < (print_job.time, print_job.origin, print_job.seq)
"""


def reported(db: Database, fact: facts.Fact, body: facts.PrintReported) -> None:
    """What became of a job; the latest report counts."""
    db.conn.execute(_PRINT_REPORT, _report(fact, body))


def reported_many(db: Database, some: Sequence[tuple[facts.Fact, facts.PrintReported]]) -> None:
    """The same for many facts: of each job only the latest is written."""
    latest: dict[int, tuple[facts.Fact, facts.PrintReported]] = {}
    for each in some:
        fact, body = each
        if body.job in latest:
            before = latest[body.job][0]
            if (fact.time, fact.origin, fact.seq) < (before.time, before.origin, before.seq):
                continue
        latest[body.job] = each
    db.conn.executemany(_PRINT_REPORT, [_report(fact, body) for fact, body in latest.values()])


def _report(fact: facts.Fact, body: facts.PrintReported) -> tuple[Any, ...]:
    return (
        as_signed(body.job),
        body.state,
        body.printer,
        body.problem,
        body.reference,
        body.by,
        fact.time,
        fact.origin,
        fact.seq,
    )


_PRINT_REPORT = """
INSERT INTO print_job
    (job, state, printer, problem, reference, reported_by, report_time, report_origin, report_seq)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (job) DO UPDATE SET
    state = excluded.state, printer = excluded.printer, problem = excluded.problem,
    reference = excluded.reference, reported_by = excluded.reported_by,
    report_time = excluded.report_time, report_origin = excluded.report_origin,
    report_seq = excluded.report_seq
WHERE print_job.report_time IS NULL
    OR (excluded.report_time, excluded.report_origin, excluded.report_seq)
     > (print_job.report_time, print_job.report_origin, print_job.report_seq)
"""


def recalled(db: Database, _fact: facts.Fact, body: facts.PrintRecalled) -> None:
    """A print is wanted no more; whether it came out, only its printer's kiosk says."""
    db.conn.execute(
        "INSERT INTO print_job (job, recalled) VALUES (?, 1) ON CONFLICT (job) DO UPDATE SET recalled = 1",
        (as_signed(body.job),),
    )


def printers_offered(db: Database, fact: facts.Fact, body: facts.PrintersOffered) -> None:
    """At which printers of a kiosk others may print; its latest word counts."""
    db.conn.execute(
        "INSERT INTO printer_offer VALUES (?, ?, ?, ?, ?) ON CONFLICT (origin) DO UPDATE SET "
        "fair = excluded.fair, kiosk = excluded.kiosk, printers = excluded.printers, seq = excluded.seq "
        "WHERE excluded.seq > printer_offer.seq",
        (fact.origin, body.fair, body.kiosk, msgspec.json.encode(body.printers).decode(), fact.seq),
    )


def batch_ordered(db: Database, fact: facts.Fact, body: facts.BatchOrdered) -> None:
    """Badges of many are to be printed; were a batch ever ordered twice, the earliest stands."""
    db.conn.execute(
        _BATCH,
        (
            body.fair,
            as_signed(body.batch),
            msgspec.json.encode(body.whom).decode(),
            body.order,
            body.sheet,
            body.desk,
            _number(body.row),
            body.by,
            fact.time,
            fact.origin,
            fact.seq,
        ),
    )


_BATCH = """
INSERT INTO batch (fair, batch, whom, sorted_by, sheet, desk, desk_row, by_staff, time, origin, seq)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (fair, batch) DO UPDATE SET
    whom = excluded.whom, sorted_by = excluded.sorted_by, sheet = excluded.sheet, desk = excluded.desk,
    desk_row = excluded.desk_row, by_staff = excluded.by_staff,
    time = excluded.time, origin = excluded.origin, seq = excluded.seq
WHERE (excluded.time, excluded.origin, excluded.seq) < (batch.time, batch.origin, batch.seq)
"""


def sheets_printed(db: Database, fact: facts.Fact, body: facts.SheetsPrinted) -> None:
    """A run of sheets is whole: each badge on it lies somewhere from now on."""
    batch = as_signed(body.batch)
    db.conn.execute(
        "INSERT INTO batch_run (fair, batch, first, last, origin, seq) VALUES (?, ?, ?, ?, ?, ?)",
        (body.fair, batch, _number(body.first), _number(body.last), fact.origin, fact.seq),
    )
    db.conn.executemany(
        _PREPRINT,
        [
            (
                body.fair,
                batch,
                as_signed(attendee),
                as_signed(badge),
                _number(row),
                body.desk,
                body.printer,
                fact.time,
                fact.origin,
                fact.seq,
            )
            for attendee, badge, row in body.badges
        ],
    )


_PREPRINT = """
INSERT INTO preprint (fair, batch, attendee, badge, desk_row, desk, printer, time, origin, seq)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (fair, batch, attendee) DO UPDATE SET
    badge = excluded.badge, desk_row = excluded.desk_row, desk = excluded.desk, printer = excluded.printer,
    time = excluded.time, origin = excluded.origin, seq = excluded.seq
WHERE (excluded.time, excluded.origin, excluded.seq, excluded.badge, excluded.desk_row)
    > (preprint.time, preprint.origin, preprint.seq, preprint.badge, preprint.desk_row)
"""
"""One fact may name an attendee twice: then the larger badge, so that no order of reading matters."""


def batch_ended(db: Database, fact: facts.Fact, body: facts.BatchEnded) -> None:
    """A batch is whole or was given up; the latest word counts."""
    db.conn.execute(
        _END,
        (
            body.fair,
            as_signed(body.batch),
            int(body.whole),
            body.by,
            fact.time,
            fact.origin,
            fact.seq,
        ),
    )


_END = """
INSERT INTO batch_end (fair, batch, whole, by_staff, time, origin, seq) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (fair, batch) DO UPDATE SET
    whole = excluded.whole, by_staff = excluded.by_staff,
    time = excluded.time, origin = excluded.origin, seq = excluded.seq
WHERE (excluded.time, excluded.origin, excluded.seq) > (batch_end.time, batch_end.origin, batch_end.seq)
"""


def _number(claimed: int) -> int:
    """What another kiosk claims, within what a sheet or row could be numbered."""
    return max(0, min(claimed, _NUMBER_MOST))
