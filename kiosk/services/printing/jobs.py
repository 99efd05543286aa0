"""Print jobs in the store: what this kiosk was asked for, and what it reports of them. Store's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain import facts
from kiosk.domain.printing import PrintState
from kiosk.store import printer_supply, prints

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from kiosk.domain.printer_trouble import Trouble
    from kiosk.services.gate import Gate
    from kiosk.store.prints import PrintRecord

OPEN = (PrintState.REQUESTED, PrintState.RENDERED, PrintState.SENT, PrintState.UNKNOWN)
"""States of a job that may yet come out, or of which nobody knows whether it did."""
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
    """The print jobs of one kiosk's printers at one fair, whoever asked for them; and what it asked for at
    another kiosk's."""

    gate: Gate

    def requested(self, most: int = SEEN_MOST) -> tuple[PrintRecord, ...]:
        """Those that wait, the oldest first."""
        return self.of(PrintState.REQUESTED, most=most)

    def in_turn(self, tries: Mapping[int, int], patience: int) -> Iterator[PrintRecord]:
        """Those that wait, the oldest first; one that was tried `patience` times in vain lets others go
        first."""
        oldest = self.requested(1)
        if oldest and tries.get(oldest[0].job, 0) < patience:
            yield oldest[0]
        elif not oldest:
            return
        yield from sorted(self.requested(), key=lambda each: tries.get(each.job, 0) >= patience)

    def recalled(self) -> tuple[PrintRecord, ...]:
        """Those that wait here, and that another kiosk asked for and wants no more."""
        store = self.gate.store
        return prints.recalled_prints(store.db, fair=self.gate.fair.id, origin=store.journal.origin)

    def of(self, *states: PrintState, most: int = -1) -> tuple[PrintRecord, ...]:
        """Those in any of the states, the oldest first."""
        store = self.gate.store
        return prints.print_jobs(
            store.db, tuple(states), fair=self.gate.fair.id, origin=store.journal.origin, most=most
        )

    def waiting(self) -> int:
        """How many wait, up to SEEN_MOST."""
        store = self.gate.store
        return prints.count_prints(
            store.db,
            PrintState.REQUESTED,
            fair=self.gate.fair.id,
            origin=store.journal.origin,
            most=SEEN_MOST,
        )

    def failed(self, most: int = SEEN_MOST) -> tuple[PrintRecord, ...]:
        """The newest that failed of each attendee who has had no badge since, and for whom none waits."""
        store = self.gate.store
        return prints.failed_prints(store.db, fair=self.gate.fair.id, origin=store.journal.origin, most=most)

    def on_the_way(self) -> tuple[PrintRecord, ...]:
        """Those that may have left, or that a printer has and will say more of."""
        store = self.gate.store
        return prints.prints_on_the_way(store.db, fair=self.gate.fair.id, origin=store.journal.origin)

    def away(self, *states: PrintState, most: int = SEEN_MOST) -> tuple[PrintRecord, ...]:
        """Those in any of the states that this kiosk asked for at another's printer, the oldest first."""
        store = self.gate.store
        return prints.prints_sent_away(
            store.db, tuple(states), fair=self.gate.fair.id, origin=store.journal.origin, most=most
        )

    def record(self, job: int) -> PrintRecord | None:
        """One job that this kiosk prints, or None."""
        found = self.concerned(job)
        return found if found is not None and self.here(found) else None

    def concerned(self, job: int) -> PrintRecord | None:
        """One job that this kiosk prints or asked for, or None."""
        found = prints.print_job(self.gate.store.db, job)
        ours = found is not None and (self.here(found) or self.own(found))
        return found if ours and found is not None and found.fair == self.gate.fair.id else None

    def here(self, record: PrintRecord) -> bool:
        """Whether this kiosk prints it."""
        return record.at_origin == self.gate.store.journal.origin

    def own(self, record: PrintRecord) -> bool:
        """Whether this kiosk asked for it."""
        return record.origin == self.gate.store.journal.origin

    def open_of_badge(self, attendee: int, badge: int) -> PrintRecord | None:
        """A job of that badge, printed or asked for here, that waits, is on its way, or of which nobody knows
        whether it came out."""
        store = self.gate.store
        found = prints.prints_of_attendee(store.db, attendee, fair=self.gate.fair.id)
        ours = [each for each in found if each.badge == badge and (self.here(each) or self.own(each))]
        return next((each for each in ours if each.state in OPEN and not settled(each)), None)

    def recall(self, job: int, staff: str) -> None:
        """Say that a print at another kiosk's printer is wanted no more; inside the caller's transaction."""
        self.gate.store.journal.append(facts.PrintRecalled(job, staff), now_ms=self.gate.clock.now_ms())

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
        return record is not None and self._say(record, report, only_from, labels)

    def say_within(self, job: int, report: Report, *, only_from: Collection[PrintState]) -> bool:
        """The same of a job that may be printed elsewhere: what a person says who has looked there."""
        record = self.concerned(job)
        return record is not None and self._say(record, report, only_from, 0)

    def _say(
        self, record: PrintRecord, report: Report, only_from: Collection[PrintState], labels: int
    ) -> bool:
        if record.state not in only_from:
            return False
        store = self.gate.store
        body = facts.PrintReported(
            job=record.job,
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
