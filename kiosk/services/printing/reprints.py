"""Printing a badge again: not twice at once, and for a reason. Inside the caller's transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.print_reasons import AGAIN, CAME_OUT, REASON_NEEDED, PrintReason
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState
from kiosk.domain.words import Words
from kiosk.services.printing.jobs import Report
from kiosk.services.printing.values import Stage
from kiosk.services.values import PrintTicket
from kiosk.store import prints

if TYPE_CHECKING:
    from kiosk.domain.attendee import Attendee
    from kiosk.services.issuing import Issuing
    from kiosk.services.printing.queue import PrintQueue
    from kiosk.store.prints import PrintRecord

_LOOK_FIRST = Words(
    "上一张不知道出来没有。请先看一眼，再选原因",
    "Nobody knows whether the last one came out. Look first, then choose a reason.",
)
_WAITS = Words(
    "已经排上队，打印机好了就打出来", "It waits, and comes out as soon as the printer works again."
)


@dataclass(frozen=True, slots=True)
class Reprints:
    """What the badge desk asks for."""

    queue: PrintQueue
    issuing: Issuing

    def ask(self, attendee: Attendee, badge: int, reason: str, staff: str, at: bytes = b"") -> PrintTicket:
        """Ask for the badge that is valid now, here or at the kiosk whose origin is `at`. `said` says the
        rest, after COMMIT."""
        jobs = self.queue.jobs
        waiting = jobs.open_of_badge(attendee.id, badge)
        if waiting is not None and waiting.state != PrintState.UNKNOWN:
            return PrintTicket(waiting.job, self._where_it_is(waiting))
        refusal = self.refusal(attendee.id, reason, waiting)
        if refusal is not None:
            return PrintTicket(None, refusal)
        if waiting is not None:
            self._settle(waiting, reason, staff)
        first = reason not in AGAIN
        why = PrintReason.FIRST if first else reason
        job = self.issuing.request_print(badge, attendee.id, reason=why, by=staff, at=at)
        return PrintTicket(job, _WAITS)

    def refusal(self, attendee: int, reason: str, waiting: PrintRecord | None = None) -> Words | None:
        """Why no badge is printed for that reason, if none is: after the first print one is needed."""
        if reason in AGAIN:
            return None
        if waiting is not None:
            return _LOOK_FIRST
        lies = self.queue.lies(attendee)
        if lies is not None:
            return Words(f"胸卡早已打好，在{lies.zh}", f"It was printed before, and lies at {lies.en}.")
        gate = self.queue.jobs.gate
        printed = prints.prints_of(gate.store.db, attendee, fair=gate.fair.id)
        return REASON_NEEDED if printed else None

    def withdraw(self, attendee: int, staff: str) -> None:
        """Take back what waits of an attendee's badges, here or at another kiosk: they are valid no more."""
        report = Report(PrintState.CANCELLED, trouble=Trouble.WITHDRAWN, by=staff)
        jobs = self.queue.jobs
        for each in prints.prints_of_attendee(jobs.gate.store.db, attendee, fair=jobs.gate.fair.id):
            if each.state != PrintState.REQUESTED:
                continue
            if jobs.here(each):
                jobs.report_within(each.job, report, only_from=(PrintState.REQUESTED,))
            elif not each.recalled:
                jobs.recall(each.job, staff)

    def said(self, ticket: PrintTicket) -> PrintTicket:
        """Where a badge comes out that was just asked for."""
        if ticket.job is None or ticket.words != _WAITS:
            return ticket
        record = self.queue.jobs.concerned(ticket.job)
        if record is not None and not self.queue.jobs.here(record):
            return PrintTicket(ticket.job, self.queue.elsewhere.sent_words(record.at_origin))
        where = self.queue.whereabouts(ticket.job)
        if where.stage in {Stage.HELD, Stage.STOPPED} or where.place is None:
            return ticket
        words = Words(f"正在打印，请到{where.place.zh}取卡", f"Printing. Please take it at {where.place.en}.")
        return PrintTicket(ticket.job, words)

    def _where_it_is(self, waiting: PrintRecord) -> Words:
        if not self.queue.jobs.here(waiting):
            return self.queue.elsewhere.sent_words(waiting.at_origin)
        where = self.queue.whereabouts(waiting.job)
        if where.stage is Stage.HELD or where.place is None:
            return _WAITS
        return Words(
            f"这张正在打，会从{where.place.zh}出来",
            f"It is being printed already, and comes out at {where.place.en}.",
        )

    def _settle(self, unknown: PrintRecord, reason: str, staff: str) -> None:
        """Whoever gives a reason has looked: a damaged badge came out, one that was not printed did not."""
        said = (
            Report(PrintState.CONFIRMED, by=staff)
            if reason in CAME_OUT
            else Report(PrintState.FAILED, trouble=Trouble.NOT_COME_OUT, by=staff)
        )
        self.queue.jobs.say_within(unknown.job, said, only_from=(PrintState.UNKNOWN,))
