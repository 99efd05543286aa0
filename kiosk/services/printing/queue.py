"""The print queue: durable, and it knows what came out.

A job is a fact before it is printed, and each step of it is one: *requested*, *rendered* (on disk before a
byte may leave), *sent* with the printer's reference, then *confirmed*, *unknown*, *failed* or *cancelled*. A
job that a printer gave back for sure is *requested* again. So one request is printed once at most without a
person's word: after a crash a job that may have left is asked of its printer, and where that cannot tell, of
staff.

`next_task` and `settle` run on the store's thread, a task's `run` on the printing thread, one at a time: no
scan waits for a printer. Of several processes on one store one works the queue at a time (`hold`).

A printer that cannot confirm (no reference) has the last word with *sent*: that is all that can be known, and
is shown as such. To ask staff about each of its badges would teach them to answer without looking. It is
watched for a few seconds more, and only a trouble that shows up then makes the job *unknown*.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.badges.face import BadgeFace, dates_text
from kiosk.devices.printers.port import Abilities, Handover
from kiosk.domain import badge
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.print_reasons import PrintReason
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Media, Page, PrintState, Takes
from kiosk.domain.staff_duties import Act
from kiosk.domain.words import Words
from kiosk.services.duty import require
from kiosk.services.printing.elsewhere import Elsewhere
from kiosk.services.printing.jobs import OPEN, Jobs, Report
from kiosk.services.printing.samples import sample_face
from kiosk.services.printing.standing import Standing
from kiosk.services.printing.tasks import PDF_DPI, Outcome, Task, draw
from kiosk.services.printing.values import PrintPlace, PrintStanding, Settled, Whereabouts
from kiosk.services.printing.work import Work
from kiosk.store import printer_supply

if TYPE_CHECKING:
    from kiosk.badges.marks import Composition
    from kiosk.badges.renderer import LayoutLine, Renderer
    from kiosk.services.gate import Gate
    from kiosk.services.issuing import Issuing
    from kiosk.services.printing.outlet import Outlet

_TEST_JOB = 0
"""No badge's: those are drawn at random from 64 bits, and never 0."""
_TEST_NAME = "测试页"


class PrintQueue:
    """Prints the badges that were requested at this kiosk's printers, here or at another one."""

    def __init__(
        self,
        gate: Gate,
        issuing: Issuing,
        outlets: Sequence[Outlet],
        renderer: Renderer,
        *,
        kiosks: Mapping[str, Words] = MappingProxyType({}),
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        """`outlets`: this kiosk's printers, in order; none where none was chosen. `kiosks`: the names of all
        kiosks by their ids in the plan. `monotonic_s`: seconds."""
        self.outlets = tuple(outlets)
        self.renderer = renderer
        self._gate = gate
        self._issuing = issuing
        self.jobs = Jobs(gate)
        self._work = Work(self.jobs, issuing, self.outlets, renderer, monotonic_s)
        self.elsewhere = Elsewhere(gate, kiosks)
        self._standing = Standing(issuing, self._work, self.elsewhere)

    # ---- the work, a task at a time

    def next_task(self) -> Task | None:
        """What is to be done next, or nothing for now; store's thread."""
        return self._work.next_task()

    def settle(self, task: Task, outcome: Outcome) -> Settled:
        """Record what became of a task; store's thread. Again, where the store could not write."""
        return self._work.settle(task, outcome)

    def broken(self, task: Task) -> Settled:
        """The same of a task whose `run` raised: it holds up no other."""
        return self._work.broken(task)

    def not_run(self, task: Task) -> None:
        """The same of a task that was taken, and will not be run."""
        self._work.not_run(task)

    @property
    def works(self) -> bool:
        """Whether this process works the queue; else another one does. Store's thread."""
        return self._work.works

    @property
    def rests(self) -> bool:
        """Whether nothing is on its way, and nothing that waits can be printed now. Store's thread."""
        return self._work.rests

    def close(self) -> None:
        """Leave the queue to other processes; not while a job is being handed over. Store's thread."""
        self._work.close()

    # ---- what staff say

    def answer(self, job: int, came_out: bool, staff: str) -> int | None:
        """Staff have looked whether a badge came out of which nobody knew; store's thread.

        If it did not, it failed for sure and is asked for again, unless it was asked for in the meantime or
        is valid no more. Returns the new job, or None. Of one that was sent to another kiosk's printer staff
        may say so once that kiosk does not know, or does not answer that it is wanted no more; then it is
        asked for again only where staff say at which printer.
        """
        require(self._gate.fair, staff, Act.JOBS)
        with self._gate.store.transaction():
            record = self.jobs.concerned(job)
            if record is None:
                return None
            said = (
                Report(PrintState.CONFIRMED, by=staff)
                if came_out
                else Report(PrintState.FAILED, trouble=Trouble.NOT_COME_OUT, by=staff)
            )
            away = not self.jobs.here(record)
            states = OPEN if away and record.recalled else (PrintState.UNKNOWN,)
            if not self.jobs.say_within(job, said, only_from=states):
                return None
            if came_out or away or self._issuing.current_badge(record.attendee) != record.badge:
                return None
            if self.jobs.open_of_badge(record.attendee, record.badge) is not None:
                return None
            reason = PrintReason.NOT_COME_OUT
            return self._issuing.request_print(record.badge, record.attendee, reason=reason, by=staff)

    def cancel(self, job: int, staff: str) -> bool:
        """Staff take a job back; store's thread. Whether it is cancelled now.

        One that waits or has failed is; a printer that has one already is asked for it, and its answer
        follows. So does that of another kiosk to which it was sent.
        """
        require(self._gate.fair, staff, Act.JOBS)
        with self._gate.store.transaction():
            record = self.jobs.concerned(job)
            if record is None:
                return False
            if not self.jobs.here(record) and record.state in OPEN:
                if not record.recalled:
                    self.jobs.recall(job, staff)
                return False
            report = Report(PrintState.CANCELLED, trouble=Trouble.WITHDRAWN, by=staff)
            if self.jobs.say_within(job, report, only_from=(PrintState.REQUESTED, PrintState.FAILED)):
                return True
        if job in self._work.flights:
            self._work.flights[job].by = staff
        return False

    def print_first_on(self, printer_id: str) -> None:
        """New jobs go to this printer as long as it is well, until the kiosk is started again. KeyError."""
        self._work.first = self._work.conditions[printer_id].id

    def offer(self, kiosk: str) -> None:
        """Let the other kiosks print here: store's thread. `kiosk` is this one's id in the plan."""
        self.elsewhere.offer(kiosk, self.outlets)

    def places(self) -> tuple[PrintPlace, ...]:
        """The other kiosks at which can be printed; store's thread."""
        return self.elsewhere.places()

    def labels_loaded(self, printer_id: str, count: int) -> None:
        """Staff have put so many labels in; 0: nobody counts. Store's thread."""
        store = self._gate.store
        with store.transaction():
            printer_supply.load(store.db, printer_id, count)

    # ---- what is asked

    def standing(self) -> PrintStanding:
        """Printers and queue; store's thread."""
        return self._standing.standing()

    def whereabouts(self, job: int) -> Whereabouts:
        """Where a visitor's badge is; store's thread."""
        return self._standing.whereabouts(job)

    def layouts(self) -> tuple[LayoutLine, ...]:
        """Every badge layout that there is; any thread."""
        return self.renderer.layouts()

    def missing(self, name: str) -> str:
        """The characters of a name that the badges' fonts lack; any thread."""
        return self.renderer.missing(replace(self._nobodys_face(), name=name))

    def preview(self, layout: str, name: str, badge_type: BadgeType) -> Composition:
        """A sample's badge, composed, with a name where one is given; any thread. KeyError for a layout that
        there is not."""
        return self.renderer.compose(sample_face(self._nobodys_face(), badge_type, name), layout)

    def lies(self, attendee: int) -> Words | None:
        """Where somebody's badge lies that was printed before: B 服务台第 3 排. Store's thread."""
        return self._standing.lies(attendee)

    def before(self, job: int) -> int | None:
        """Jobs that are printed before this one; None where it does not wait any more. Store's thread."""
        return self._standing.before(job)

    @property
    def chosen(self) -> bool:
        """Whether there is a printer at all."""
        return bool(self.outlets)

    # ---- beside the queue: no facts, for nothing of the fair happened; not for the store's thread

    def test_page(self, printer_id: str = "") -> Handover:
        """Print a badge of nobody's, whose code admits nobody, on a printer, or on the first.

        UnreadableCode and what else the renderer raises: it cannot be drawn.
        """
        outlet = self._outlet(printer_id)
        if outlet is None:
            return Handover(PrintState.FAILED, Trouble.NO_PRINTER)
        look = outlet.printer.look()
        if look.trouble is not None:
            return Handover(PrintState.FAILED, look.trouble)
        abilities = look.abilities or self._abilities(outlet)
        return outlet.printer.send(
            draw(self.renderer, self._nobodys_face(), _TEST_JOB, outlet.layout, abilities)
        )

    def look_at_all(self) -> PrintStanding:
        """Look at every printer now; for who has one thread for both, a command."""
        for each in self._work.conditions.values():
            each.seen(each.outlet.printer.look(), 0.0, 0.0, self._gate.clock.now())
        return self.standing()

    def print_strip(self, drawn: Callable[[Media, Abilities], Sequence[Page]]) -> Handover:
        """Print what is no badge, a visitor's plan, on the first printer that is well; paper goes first.

        `drawn` makes the pages for a printer's media and abilities; they go one by one, as far as they do.
        """
        for outlet in sorted(self.outlets, key=lambda each: not each.paper):
            look = outlet.printer.look()
            if look.trouble is None:
                pages = drawn(
                    self._work.conditions[outlet.id].media, look.abilities or self._abilities(outlet)
                )
                return self._send_all(outlet, pages)
        return Handover(PrintState.FAILED, Trouble.NO_PRINTER)

    @staticmethod
    def _send_all(outlet: Outlet, pages: Sequence[Page]) -> Handover:
        """Pages in their order; the rest stays where one does not go."""
        handover = Handover(PrintState.FAILED, Trouble.NO_PRINTER)
        for page in pages:
            handover = outlet.printer.send(page)
            if handover.state not in {PrintState.CONFIRMED, PrintState.SENT}:
                break
        return handover

    def empty(self) -> int:
        """Remove what printers keep of badges; the number of files. OSError if one stays."""
        return sum(each.printer.empty() for each in self.outlets)

    def _outlet(self, printer_id: str) -> Outlet | None:
        wanted = printer_id or self._work.first
        return next((each for each in self.outlets if each.id == wanted), None)

    def _abilities(self, outlet: Outlet) -> Abilities:
        return self._work.conditions[outlet.id].abilities or Abilities(Takes.PDF, PDF_DPI)

    def _nobodys_face(self) -> BadgeFace:
        fair = self._gate.fair
        return BadgeFace(
            token=badge.NOBODYS_TOKEN,
            type=BadgeType.GUEST,
            name=_TEST_NAME,
            organisation="",
            detail="",
            fair_name=fair.name.zh,
            fair_date=dates_text(fair),
            lost=fair.policy.desk.zh,
            sample=fair.sample,
        )
