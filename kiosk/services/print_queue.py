"""The print queue: takes what was requested, prints it, and records what became of it.

A job is a fact before it is printed and a fact after; the printer's failure undoes neither. Taking and
reporting run on the store's thread, rendering and sending on another, so that no scan waits for a printer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.badges.face import BadgeFace, dates_text, face_of
from kiosk.devices.printers import PROBLEMS, failed
from kiosk.domain import badge, facts
from kiosk.domain.attendee import mask_name
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import Words
from kiosk.services.values import PrinterStanding, PrintLine
from kiosk.store import attendance

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.badges.layout import Layout
    from kiosk.devices.printers import Printer, PrintOutcome
    from kiosk.services.gate import Gate
    from kiosk.services.issuing import Issuing


NO_PRINTER = "none"
"""Name of devices.printers.NoPrinter."""
CHECK_PRINTER = Words("请检查打印机，然后补打。", "Check the printer, then reprint.")
_PRINTER_WORDS = {
    "folder": Words("PDF 文件夹", "PDF folder"),
    NO_PRINTER: Words("还没有选打印机", "No printer chosen"),
}
_TEST_JOB = 0
"""No badge's: those are drawn at random from 64 bits."""
_TEST_NAME = "测试页"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A job that was taken: what to draw, and the id under which it is printed once."""

    id: int
    face: BadgeFace


@dataclass(frozen=True, slots=True)
class PrintQueue:
    """Prints badges that were requested at this kiosk."""

    gate: Gate
    issuing: Issuing
    printer: Printer
    layout: Layout
    fonts: Path

    def take(self) -> PrintJob | None:
        """The oldest job that waits; store's thread."""
        for waiting in self._requested():
            attendee = self.gate.attendee(waiting.attendee)
            if attendee is None:
                self._report(waiting.job, failed("attendee_unknown"))
                continue
            if not attendee.person.name:
                self._report(waiting.job, failed("erased"))
                continue
            token = self.issuing.token(attendee, waiting.badge)
            face = face_of(token, attendee, self.gate.fair)
            return PrintJob(waiting.job, face)
        return None

    def send(self, job: PrintJob) -> PrintOutcome:
        """Render and send; the printing thread. Touches no store."""
        from kiosk.badges.pdf import render_pdf  # noqa: PLC0415  (reportlab is loaded at the first print)

        return self.printer.print_pdf(job.id, render_pdf(job.face, self.fonts, self.layout))

    def report(self, job: PrintJob, outcome: PrintOutcome) -> None:
        """Record what became of it; store's thread."""
        self._report(job.id, outcome)

    def not_drawn(self) -> PrintOutcome:
        """The outcome of a job whose `send` raised; it is not tried again, or it would hold up all others."""
        return failed("not_drawn")

    def test_page(self) -> PrintOutcome:
        """Print a badge of nobody's, whose code admits nobody. No fact: nothing of the fair happened.

        Touches no store; not for the store's thread.
        """
        from kiosk.badges.pdf import render_pdf  # noqa: PLC0415  (reportlab is loaded at the first print)

        fair = self.gate.fair
        face = BadgeFace(
            token=badge.PREFIX + "A" * (badge.TOKEN_LENGTH - len(badge.PREFIX)),
            type=BadgeType.GUEST,
            name=_TEST_NAME,
            organisation="",
            detail="",
            fair_name=fair.name.zh,
            fair_date=dates_text(fair),
            lost=fair.policy.desk.zh,
            sample=fair.sample,
        )
        return self.printer.print_pdf(_TEST_JOB, render_pdf(face, self.fonts, self.layout))

    def waiting(self) -> int:
        """Jobs that have not been printed yet."""
        return len(self._requested())

    def before(self, job: int) -> int | None:
        """Jobs that are printed before this one; None where it does not wait any more."""
        waiting = [each.job for each in self._requested()]
        return waiting.index(job) if job in waiting else None

    def failed(self) -> tuple[attendance.PrintRecord, ...]:
        """Jobs of this kiosk that did not print, nor did a later one for the same attendee, nor waits one."""
        store = self.gate.store
        jobs = attendance.failed_prints(store.db, fair=self.gate.fair.id, origin=store.journal.origin)
        waiting = {each.attendee for each in self._requested()} if jobs else set()
        newest = {each.attendee: each for each in jobs if each.attendee not in waiting}
        return tuple(newest.values())

    @property
    def chosen(self) -> bool:
        """Whether there is a printer at all."""
        return self.printer.name != NO_PRINTER

    def standing(self) -> PrinterStanding:
        """The printer and its queue; store's thread."""
        return PrinterStanding(
            name=_PRINTER_WORDS.get(self.printer.name, Words(self.printer.name, self.printer.name)),
            chosen=self.chosen,
            waiting=tuple(self._line(each) for each in self._requested()),
            failed=tuple(self._line(each, why(each)) for each in self.failed()),
        )

    def oldest_waiting(self) -> attendance.PrintRecord | None:
        """The job that has waited longest."""
        return next(iter(self._requested()), None)

    def _line(self, job: attendance.PrintRecord, problem: Words | None = None) -> PrintLine:
        attendee = self.gate.attendee(job.attendee)
        who = mask_name(attendee.person.name) if attendee is not None else ""
        return PrintLine(job.attendee, who, job.at, problem)

    def _requested(self) -> tuple[attendance.PrintRecord, ...]:
        """Jobs of this kiosk that wait; another kiosk prints its own, and a token is for this fair."""
        store = self.gate.store
        return attendance.print_jobs(
            store.db, ("requested",), fair=self.gate.fair.id, origin=store.journal.origin
        )

    def _report(self, job: int, outcome: PrintOutcome) -> None:
        with self.gate.store.transaction():
            if job not in {each.job for each in self._requested()}:
                return  # another process on this store has printed it too, and said so
            body = facts.PrintReported(
                job=job, state=outcome.state.value, printer=self.printer.name, problem=outcome.code
            )
            self.gate.store.journal.append(body, now_ms=self.gate.clock.now_ms())


def why(job: attendance.PrintRecord) -> Words:
    """Why a job failed, and what to do next."""
    return PROBLEMS.get(job.problem, CHECK_PRINTER)
