"""Print jobs in the store: what this kiosk was asked for, and what it reports of them. Store's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain import facts
from kiosk.domain.printing import PrintState
from kiosk.store import attendance, printer_supply

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kiosk.domain.printer_trouble import Trouble
    from kiosk.services.gate import Gate
    from kiosk.store.attendance import PrintRecord

SEEN_MOST = 200
"""Jobs that are read of those that wait; who stands behind so many hears "200"."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a job, as a fact says it."""

    state: PrintState
    printer: str = ""
    trouble: Trouble | None = None
    reference: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Jobs:
    """The print jobs of one kiosk at one fair; another kiosk prints its own, and a token is for this fair."""

    gate: Gate

    def requested(self, most: int = SEEN_MOST) -> tuple[PrintRecord, ...]:
        """Those that wait, the oldest first."""
        return self.of(PrintState.REQUESTED, most=most)

    def next(self, tries: Mapping[int, int], patience: int) -> tuple[PrintRecord, ...]:
        """The oldest that waits; one that was tried `patience` times in vain lets a younger one go first."""
        oldest = self.requested(1)
        if not oldest or tries.get(oldest[0].job, 0) < patience:
            return oldest
        return tuple(sorted(self.requested(), key=lambda each: tries.get(each.job, 0) >= patience))[:1]

    def of(self, *states: PrintState, most: int = -1) -> tuple[PrintRecord, ...]:
        """Those in any of the states, the oldest first."""
        store = self.gate.store
        return attendance.print_jobs(
            store.db, tuple(states), fair=self.gate.fair.id, origin=store.journal.origin, most=most
        )

    def waiting(self) -> int:
        """How many wait, up to SEEN_MOST."""
        store = self.gate.store
        return attendance.count_prints(
            store.db,
            PrintState.REQUESTED,
            fair=self.gate.fair.id,
            origin=store.journal.origin,
            most=SEEN_MOST,
        )

    def failed(self, most: int = SEEN_MOST) -> tuple[PrintRecord, ...]:
        """The newest that failed of each attendee who has had no badge since, and for whom none waits."""
        store = self.gate.store
        return attendance.failed_prints(
            store.db, fair=self.gate.fair.id, origin=store.journal.origin, most=most
        )

    def on_the_way(self) -> tuple[PrintRecord, ...]:
        """Those that may have left, or that a printer has and will say more of."""
        store = self.gate.store
        return attendance.prints_on_the_way(store.db, fair=self.gate.fair.id, origin=store.journal.origin)

    def record(self, job: int) -> PrintRecord | None:
        """One job of this kiosk, or None."""
        found = attendance.print_job(self.gate.store.db, job)
        ours = found is not None and found.origin == self.gate.store.journal.origin
        return found if ours and found is not None and found.fair == self.gate.fair.id else None

    def open_of_badge(self, attendee: int, badge: int) -> PrintRecord | None:
        """A job of that badge that waits, is on its way, or of which nobody knows whether it came out."""
        states = (PrintState.REQUESTED, PrintState.RENDERED, PrintState.SENT, PrintState.UNKNOWN)
        store = self.gate.store
        found = attendance.prints_of_attendee(store.db, attendee, fair=self.gate.fair.id)
        ours = [each for each in found if each.badge == badge and each.origin == store.journal.origin]
        return next((each for each in ours if each.state in states and not settled(each)), None)

    def report(self, job: int, report: Report, *, only_from: Collection[PrintState], labels: int = 0) -> bool:
        """Record what became of a job; False where it is in none of those states (any more), and nothing was.

        The check and the fact are one transaction: of two processes only one takes a job. `labels` that went
        with it are counted down in the same one.
        """
        with self.gate.store.transaction():
            return self.report_within(job, report, only_from=only_from, labels=labels)

    def report_within(
        self, job: int, report: Report, *, only_from: Collection[PrintState], labels: int = 0
    ) -> bool:
        """The same, inside the caller's transaction."""
        record = self.record(job)
        if record is None or record.state not in only_from:
            return False
        store = self.gate.store
        body = facts.PrintReported(
            job=job,
            state=report.state.value,
            printer=report.printer or record.printer,
            problem=report.trouble.value if report.trouble is not None else "",
            reference=report.reference,
            by=report.by,
        )
        store.journal.append(body, now_ms=self.gate.clock.now_ms())
        if labels:
            printer_supply.used(store.db, body.printer, labels)
        return True


def settled(record: PrintRecord) -> bool:
    """Whether a printer that cannot follow its jobs has taken this one: all is known that can be."""
    return record.state == PrintState.SENT and not record.reference
