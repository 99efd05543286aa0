"""How printers and queue stand, as staff see it, and where a visitor's badge is. Store's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.attendee import mask_name
from kiosk.domain.batch import lies_at
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState
from kiosk.domain.words import Words
from kiosk.services.printing.jobs import OPEN, SEEN_MOST, settled
from kiosk.services.printing.values import JobLine, PrinterLine, PrintStanding, Stage, Whereabouts
from kiosk.store import batches, printer_supply

if TYPE_CHECKING:
    from kiosk.services.issuing import Issuing
    from kiosk.services.printing.condition import Condition
    from kiosk.services.printing.elsewhere import Elsewhere
    from kiosk.services.printing.flights import Flight
    from kiosk.services.printing.work import Work
    from kiosk.store.prints import PrintRecord

LINES_MOST = 40
"""Jobs of a kind that are listed; how many there are is said beside."""
LABELS_FEW = 20
"""With so many labels left by our own count it is time to lay new ones ready."""
_NOWHERE = Words("", "")


@dataclass(frozen=True, slots=True)
class Standing:
    """Reads what the work has seen, and what the store knows."""

    issuing: Issuing
    work: Work
    elsewhere: Elsewhere

    def standing(self) -> PrintStanding:
        """All of it."""
        jobs = self.work.jobs
        on_the_way = [record for each in self.work.flights if (record := jobs.record(each)) is not None]
        away = jobs.away(*OPEN)
        sent = [each for each in away if each.state != PrintState.UNKNOWN and not settled(each)]
        waiting = (*on_the_way, *jobs.requested(LINES_MOST), *sent)
        failed = jobs.failed()
        if not self.work.conditions:  # then all that is printed here failed, and that is said
            failed = tuple(each for each in failed if not jobs.here(each))
        unknown = (
            *jobs.of(PrintState.UNKNOWN, most=SEEN_MOST),
            *(each for each in away if each.state == PrintState.UNKNOWN),
        )
        return PrintStanding(
            printers=tuple(self._printer(each) for each in self.work.conditions.values()),
            waiting=tuple(self._line(each) for each in waiting[:LINES_MOST]),
            unknown=tuple(self._line(each) for each in unknown[:LINES_MOST]),
            failed=tuple(self._line(each) for each in failed[-LINES_MOST:]),
            waiting_count=len(on_the_way) + jobs.waiting() + len(sent),
            unknown_count=len(unknown),
            failed_count=len(failed),
        )

    def before(self, job: int) -> int | None:
        """Jobs that are printed before this one; None where it does not wait any more."""
        record = self.work.jobs.record(job)
        if record is None or record.state != PrintState.REQUESTED:
            return None
        waiting = [each.job for each in self.work.jobs.requested()]
        ahead = waiting.index(job) if job in waiting else len(waiting)
        return ahead + sum(not each.settles for each in self.work.flights.values())

    def whereabouts(self, job: int) -> Whereabouts:
        """Where a visitor's badge is."""
        record = self.work.jobs.concerned(job)
        if record is None:
            return Whereabouts(Stage.STOPPED)
        flight = self.work.flights.get(job)
        if flight is not None and flight.told is not None:
            return self._with_printer(record, flight)
        here = self.work.jobs.here(record)
        place = self._place(record.printer) if here else self.elsewhere.name_of(record.at_origin)
        if record.state == PrintState.CONFIRMED or settled(record):
            return Whereabouts(Stage.OUT, place=place)
        if record.state in {PrintState.RENDERED, PrintState.SENT}:
            return Whereabouts(Stage.PRINTING, place=place)
        if record.state == PrintState.REQUESTED:
            return self._waiting(record) if here else Whereabouts(Stage.WAITING, place=place)
        return Whereabouts(Stage.STOPPED, token=self._token(record))

    def lies(self, attendee: int) -> Words | None:
        """Where somebody's badge lies that was printed before; None where none does."""
        gate = self.work.jobs.gate
        lying = batches.lying(gate.store.db, gate.fair.id, attendee)
        if lying is None or not lying.desk:
            return None
        return lies_at(lying.desk, lying.row)

    def _with_printer(self, record: PrintRecord, flight: Flight) -> Whereabouts:
        place = self._place(flight.printer)
        if flight.trouble is not None:
            return Whereabouts(Stage.HELD, place=place, token=self._token(record), trouble=flight.trouble)
        return Whereabouts(Stage.PRINTING, place=place)

    def _waiting(self, record: PrintRecord) -> Whereabouts:
        condition = self.work.printer()
        if condition is None:
            if not self.work.conditions:
                return Whereabouts(Stage.STOPPED, token=self._token(record))
            trouble = next(each.trouble for each in self.work.conditions.values())
            return Whereabouts(Stage.HELD, token=self._token(record), trouble=trouble)
        ahead = self.before(record.job) or 0
        stage = Stage.WAITING if ahead else Stage.PRINTING
        return Whereabouts(stage, ahead, condition.outlet.place)

    def _token(self, record: PrintRecord) -> str:
        """The badge's token; nothing where nobody is known, or the person was erased."""
        attendee = self.work.jobs.gate.attendee(record.attendee)
        if attendee is None or not attendee.person.name:
            return ""
        return self.issuing.token(attendee, record.badge)

    def _place(self, printer: str) -> Words | None:
        condition = self.work.conditions.get(printer)
        return condition.outlet.place if condition is not None else None

    def _printer(self, condition: Condition) -> PrinterLine:
        outlet = condition.outlet
        left = printer_supply.left(self.work.jobs.gate.store.db, outlet.id)
        warning = condition.look.warning if condition.look is not None else None
        if warning is None and left is not None and left <= LABELS_FEW:
            warning = Trouble.PAPER_OUT
        return PrinterLine(
            id=outlet.id,
            name=outlet.name,
            place=outlet.place,
            layout=outlet.layout,
            trouble=condition.trouble,
            since=condition.since,
            warning=warning,
            labels_left=left,
            first=outlet.id == self.work.first,
            looked=condition.look is not None,
        )

    def _line(self, record: PrintRecord) -> JobLine:
        jobs = self.work.jobs
        attendee = jobs.gate.attendee(record.attendee)
        here = jobs.here(record)
        condition = self.work.conditions.get(record.printer) if here else None
        flight = self.work.flights.get(record.job)
        trouble = flight.trouble if flight is not None else trouble_of(record.problem)
        return JobLine(
            job=record.job,
            attendee=record.attendee,
            who=mask_name(attendee.person.name) if attendee is not None else "",
            at=record.at,
            state=PrintState(record.state),
            printer=condition.outlet.name if condition else Words(record.printer, record.printer),
            trouble=trouble,
            sent_to=None if here else self.elsewhere.name_of(record.at_origin),
            heard=None if here else self.elsewhere.heard(record.at_origin),
            recalled=record.recalled and record.state in OPEN,
            sent_by=None if jobs.own(record) else self.elsewhere.name_of(record.origin),
        )


def trouble_of(problem: str) -> Trouble | None:
    """A fact's problem; one that a newer kiosk named is STOPPED: it says nothing that we know."""
    if not problem:
        return None
    return Trouble(problem) if problem in set(Trouble) else Trouble.STOPPED
