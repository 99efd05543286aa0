"""The work of the print queue, a task at a time: what is next, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.devices.printers.port import Handover, Look
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState
from kiosk.services.printing import flights as clocks
from kiosk.services.printing.condition import (
    LOOK_EVERY_S,
    LOOK_SHARE,
    Condition,
    in_order,
    next_for_a_job,
)
from kiosk.services.printing.flights import Flight
from kiosk.services.printing.hold import Hold
from kiosk.services.printing.jobs import Jobs, Report
from kiosk.services.printing.tasks import (
    OF_THE_BADGE,
    Decline,
    Find,
    Follow,
    LookAt,
    Outcome,
    Prepare,
    Prepared,
    Send,
    TakeBack,
    Task,
    media_of,
)
from kiosk.services.printing.turn import TRIES_MOST, Turn
from kiosk.services.printing.values import Settled
from kiosk.store.faults import StoreFault

if TYPE_CHECKING:
    from kiosk.badges.renderer import Renderer
    from kiosk.services.issuing import Issuing
    from kiosk.services.printing.outlet import Outlet

SLOW_S = 2.0
"""A printer that takes a job only after so long, while it has another, takes one at a time."""
_ON_THE_WAY = (PrintState.RENDERED, PrintState.SENT)
_SAID = (PrintState.FAILED, PrintState.CONFIRMED)
"""What staff of another kiosk may say of its job in the meantime; what its printer knows counts more."""
_SAME = Settled()
_CHANGED = Settled(changed=True)


class Work:
    """The queue's state machine. All of it belongs to the store's thread; only a task's `run` does not."""

    def __init__(
        self,
        jobs: Jobs,
        issuing: Issuing,
        outlets: Sequence[Outlet],
        renderer: Renderer,
        monotonic_s: Callable[[], float],
    ) -> None:
        self.jobs = jobs
        self.conditions = {each.id: Condition(each, media_of(renderer, each.layout)) for each in outlets}
        self.flights: dict[int, Flight] = {}
        self.first = outlets[0].id if outlets else ""
        """Id of the printer that new jobs go to as long as it is well."""
        self._gate = jobs.gate
        self._turn = Turn(jobs, issuing, renderer, monotonic_s)
        self._monotonic_s = monotonic_s
        self._hold = Hold(self._gate.store.path)
        self._tries: dict[int, int] = {}
        self._ready: Send | None = None
        self._sending: int | None = None
        """The job that is being handed over."""
        self._recovered = False
        self._began_s = 0.0

    # ---- the work: a task at a time

    def next_task(self) -> Task | None:
        """What is to be done next, or nothing for now; store's thread."""
        if not self._hold.take():
            return None  # another process works this queue
        now_s = self._began_s = self._monotonic_s()
        if not self._recovered:
            self._recover(now_s)
        self._recall()
        if self._ready is not None:
            # From here on it may have left: should its outcome be lost, it is not handed over again.
            send, self._ready = self._ready, None
            self._sending = send.job
            return send
        return self._of_flights(now_s) or self._look(now_s, late=True) or self._of_jobs() or self._look(now_s)

    def settle(self, task: Task, outcome: Outcome) -> Settled:
        """Record what became of a task; store's thread. Again, where the store could not write."""
        if isinstance(task, LookAt):
            assert isinstance(outcome, Look)
            return self._saw(self.conditions[task.outlet.id], outcome)
        if isinstance(task, Prepare):
            assert isinstance(outcome, Prepared)
            return self._prepared(task, outcome)
        if isinstance(task, Decline):
            return self._end(task.job, Report(PrintState.FAILED, trouble=task.trouble))
        flight = self.flights.get(task.job)
        return self._settle_flight(task, flight, outcome) if flight is not None else _SAME

    def _settle_flight(
        self, task: Send | Follow | Find | TakeBack, flight: Flight, outcome: Outcome
    ) -> Settled:
        told = outcome if isinstance(outcome, Handover) else None
        if isinstance(task, Find):
            return self._found(flight, told)
        assert told is not None
        if isinstance(task, TakeBack):
            return self._given_back(task, flight, told)
        return self._handed_over(flight, told) if isinstance(task, Send) else self._told(flight, told)

    def _handed_over(self, flight: Flight, told: Handover) -> Settled:
        """A printer that has a job and would not take a second one, or not at once, takes one at a time."""
        condition = self.conditions[flight.printer]
        refused = told.state is PrintState.FAILED and told.trouble not in OF_THE_BADGE
        slow = self._monotonic_s() - self._began_s >= SLOW_S
        if self._there(condition) < 2 or not (refused or slow):
            return self._told(flight, told)
        condition.room = 1
        if not refused:
            return self._told(flight, told)
        report = Report(PrintState.REQUESTED, trouble=told.trouble)
        self.jobs.report(flight.job, report, only_from=_ON_THE_WAY)
        self._over(flight)
        return _CHANGED

    def broken(self, task: Task) -> Settled:
        """A task's `run` raised, a fault of ours: it is settled all the same, or all others would wait."""
        if isinstance(task, Prepare):
            return self._end(task.job, Report(PrintState.FAILED, trouble=Trouble.NOT_DRAWN))
        if isinstance(task, Send | Find):
            return self.settle(task, Handover(PrintState.UNKNOWN, Trouble.INTERRUPTED))
        if isinstance(task, LookAt):
            return self.settle(task, Look(Trouble.STOPPED))
        if isinstance(task, Follow | TakeBack):
            return self.settle(task, Handover(PrintState.SENT, reference=task.reference))
        return self.settle(task, None)

    def not_run(self, task: Task) -> None:
        """A task will not be run: a job that was to be handed over has not left, and waits again."""
        if isinstance(task, Send) and task.job in self.flights:
            self._back(self.flights[task.job], Trouble.INTERRUPTED)

    def close(self) -> None:
        """Leave the queue to other processes; not while a job is being handed over."""
        if self._ready is not None:
            send, self._ready = self._ready, None
            with suppress(StoreFault):  # then its printer is asked after the next start
                self.not_run(send)
        if self._sending is None:
            self._hold.let_go()
        else:
            self._hold.leave()

    @property
    def works(self) -> bool:
        """Whether this process works the queue; else another one does."""
        return self._hold.take()

    @property
    def rests(self) -> bool:
        """Whether nothing is on its way, and nothing that waits can be printed now."""
        idle = self._ready is None and not self.flights
        return idle and (not self.jobs.requested(1) or self.printer() is None)

    def _recall(self) -> None:
        """What another kiosk asked for and wants no more is taken back: at once where no byte has left, else
        its printer is asked, and what becomes of it is told."""
        for flight in [each for each in self.flights.values() if each.guest and not each.recalled]:
            record = self.jobs.record(flight.job)
            flight.recalled = record is not None and record.recalled
        ready = self._ready
        if ready is not None and self.flights[ready.job].recalled:
            self._ready = None
            self._end(ready.job, Report(PrintState.CANCELLED, trouble=Trouble.WITHDRAWN))
        for record in self.jobs.recalled():
            self._end(record.job, Report(PrintState.CANCELLED, trouble=Trouble.WITHDRAWN))

    def _recover(self, now_s: float) -> None:
        """Jobs that this process finds on their way: whoever sent them is gone."""
        for record in self.jobs.on_the_way():
            if record.printer not in self.conditions:
                report = Report(PrintState.UNKNOWN, trouble=Trouble.INTERRUPTED)
                self.jobs.report(record.job, report, only_from=_ON_THE_WAY)
                continue
            flight = Flight(record.job, record.printer, now_s, now_s, record.reference)
            flight.to_find = record.state == PrintState.RENDERED
            flight.guest = not self.jobs.own(record)
            if not flight.to_find:
                flight.told = Handover(PrintState.SENT, reference=record.reference)
            self.flights[record.job] = flight
        self._recovered = True

    def _of_flights(self, now_s: float) -> Task | None:
        for flight in self.flights.values():
            task = self._of_flight(flight, self.conditions[flight.printer], now_s)
            if task is not None:
                return task
        return None

    def _of_flight(self, flight: Flight, condition: Condition, now_s: float) -> Task | None:
        outlet = condition.outlet
        if flight.to_find:
            if condition.look is None:
                return LookAt(outlet)
            starting = condition.trouble is Trouble.GONE and now_s - flight.sent_s < clocks.FIND_WAIT_S
            return None if starting else Find(flight.job, outlet)
        if flight.settles:
            watched = now_s - max(condition.looked_s, flight.sent_s) < clocks.WATCH_EVERY_S
            return None if watched else LookAt(outlet)
        if flight.told is None:
            return None  # it is being handed over
        why = self._why_back(flight, now_s)
        if why is not None:
            return TakeBack(flight.job, flight.reference, outlet, why, flight.by)
        return Follow(flight.job, flight.reference, outlet) if now_s >= flight.next_follow_s else None

    def _why_back(self, flight: Flight, now_s: float) -> Trouble | None:
        """Why a job is to be taken back from its printer now, if it is."""
        if flight.silent(now_s):
            return Trouble.SILENT
        if not flight.may_ask_back(now_s):
            return None
        if flight.by or flight.recalled:
            return Trouble.WITHDRAWN
        return Trouble.MOVED if flight.held_long(now_s) and self.printer() is not None else None

    def _look(self, now_s: float, *, late: bool = False) -> Task | None:
        """The printer that waits longest for a look; `late`: only for one that jobs have kept waiting."""
        ours = [each for each in self.conditions.values() if each.look is not None or not late]
        due = min(ours, key=lambda each: each.next_look_s, default=None)
        if due is None or now_s < due.next_look_s + (LOOK_EVERY_S if late else 0):
            return None
        return LookAt(due.outlet)

    def _of_jobs(self) -> Task | None:
        """The oldest job that waits, for the first printer that is well."""
        condition = self.printer()
        room = condition if condition is not None and not self._full(condition) else None
        return self._turn.next(self._tries, room, printers=bool(self.conditions))

    def printer(self) -> Condition | None:
        """Where the next job goes; nowhere where no printer is well."""
        return next_for_a_job(in_order(self.conditions.values(), self.first))

    def _full(self, condition: Condition) -> bool:
        return self._there(condition) >= condition.room

    def _there(self, condition: Condition) -> int:
        """Jobs that a printer has, and can follow."""
        return sum(each.printer == condition.id and not each.settles for each in self.flights.values())

    # ---- what became of a task

    def _saw(self, condition: Condition, look: Look) -> Settled:
        now_s = self._monotonic_s()
        ended: list[tuple[int, PrintState]] = []
        for flight in [each for each in self.flights.values() if each.printer == condition.id]:
            if flight.settles and look.trouble is not None:
                ended += self._end(flight.job, Report(PrintState.UNKNOWN, trouble=look.trouble)).ended
            elif flight.settles and now_s - flight.sent_s >= clocks.SETTLE_S:
                del self.flights[flight.job]
                ended.append((flight.job, PrintState.SENT))
            elif condition.look is not None and look.waiting < condition.look.waiting:
                flight.news_s = now_s  # what stood before it has come out
        changed = condition.seen(look, now_s, now_s - self._began_s, self._gate.clock.now())
        return Settled(tuple(ended), changed=changed or bool(ended))

    def _prepared(self, task: Prepare, prepared: Prepared) -> Settled:
        seen = self._saw(self.conditions[task.outlet.id], prepared.look)
        if prepared.trouble is not None:
            report = Report(PrintState.FAILED, trouble=prepared.trouble)
            ended = self._end(task.job, report)
            return Settled((*seen.ended, *ended.ended), changed=True)
        if prepared.page is None:
            return seen
        record = self._turn.take(task.job, task.outlet.id)
        if record is not None:
            now_s = self._monotonic_s()
            guest = not self.jobs.own(record)
            self.flights[task.job] = Flight(task.job, task.outlet.id, now_s, now_s, guest=guest)
            self._ready = Send(task.job, prepared.page, task.outlet)
        return Settled(seen.ended, changed=True)

    def _told(self, flight: Flight, told: Handover) -> Settled:
        """A printer has said where a job stands."""
        if told.state is PrintState.SENT:
            return self._sent(flight, told)
        if told.state is PrintState.CONFIRMED:
            settled = self._end(flight.job, Report(PrintState.CONFIRMED), labels=flight.labels)
            self.conditions[flight.printer].printed()
            self._over(flight)
            return settled
        if told.state is PrintState.UNKNOWN:
            report = Report(
                PrintState.UNKNOWN, trouble=told.trouble or Trouble.SILENT, reference=told.reference
            )
            return self._end(flight.job, report, labels=flight.labels)
        if told.state is PrintState.CANCELLED and flight.asked_back is not None:
            return self._is_back(flight, *flight.asked_back)
        if told.state is PrintState.CANCELLED and told.trouble is None:
            # Nobody here took it back, and the printer has no trouble: somebody did so at the printer.
            return self._end(flight.job, Report(PrintState.FAILED, trouble=Trouble.WITHDRAWN))
        return self._back(flight, told.trouble)

    def _found(self, flight: Flight, told: Handover | None) -> Settled:
        """What a printer knows of a job that a crash left."""
        if told is None:
            return self._told(flight, Handover(PrintState.UNKNOWN, Trouble.INTERRUPTED))
        if told.state in {PrintState.FAILED, PrintState.CANCELLED}:
            return self._back(flight, Trouble.INTERRUPTED)  # it never left
        return self._told(flight, told)

    def _sent(self, flight: Flight, told: Handover) -> Settled:
        now_s = self._monotonic_s()
        first = flight.told is None
        if first:
            if not self._can_follow(flight, told):
                told = replace(told, reference="")  # all that it can say has been said
            report = Report(PrintState.SENT, reference=told.reference)
            self.jobs.report(flight.job, report, only_from=(PrintState.RENDERED,), labels=1)
            self.conditions[flight.printer].printed()
            flight.sent_s = now_s
        flight.to_find = False
        took_s = 0.0 if first else now_s - self._began_s
        flight.next_follow_s = now_s + max(clocks.FOLLOW_EVERY_S, LOOK_SHARE * took_s)
        new = flight.hear(told, now_s)
        self._hand_over_ends(flight.job)
        return Settled(changed=new or first)

    def _can_follow(self, flight: Flight, told: Handover) -> bool:
        """Whether a printer will say more of a job: as it has just said itself, or as it gave a reference."""
        abilities = self.conditions[flight.printer].abilities
        return bool(told.reference) and (abilities is None or abilities.confirms)

    def _back(self, flight: Flight, trouble: Trouble | None) -> Settled:
        """It did not come out, for sure: it waits again, unless it is at fault itself."""
        condition = self.conditions[flight.printer]
        tries = self._tries.get(flight.job, 0) + 1
        poisons = tries >= TRIES_MOST and (condition.failures == 0 or trouble is Trouble.SILENT)
        if trouble in OF_THE_BADGE or poisons:
            return self._end(flight.job, Report(PrintState.FAILED, trouble=trouble))
        self.jobs.report(flight.job, Report(PrintState.REQUESTED, trouble=trouble), only_from=_ON_THE_WAY)
        self._over(flight)
        self._tries[flight.job] = tries
        if trouble is not Trouble.INTERRUPTED:
            held = flight.trouble if trouble is Trouble.MOVED else trouble
            condition.refused(held, self._monotonic_s(), self._gate.clock.now())
        return _CHANGED

    def _given_back(self, task: TakeBack, flight: Flight, told: Handover) -> Settled:
        """A printer was asked for a job back."""
        now_s = self._monotonic_s()
        flight.asked_back_s = now_s
        if told.state in {PrintState.CANCELLED, PrintState.FAILED}:
            return self._is_back(flight, task.why, task.by)
        if told.state in {PrintState.CONFIRMED, PrintState.UNKNOWN}:
            return self._told(flight, told)
        if task.why is Trouble.SILENT:
            return self._end(task.job, Report(PrintState.UNKNOWN, trouble=flight.trouble or Trouble.SILENT))
        flight.asked_back, flight.by = (task.why, task.by), ""  # it stays where it is, and is followed
        return _CHANGED

    def _is_back(self, flight: Flight, why: Trouble, by: str) -> Settled:
        """A printer has given a job back, for sure."""
        if why is Trouble.WITHDRAWN:
            return self._end(flight.job, Report(PrintState.CANCELLED, trouble=Trouble.WITHDRAWN, by=by))
        return self._back(flight, why)

    def _end(self, job: int, report: Report, *, labels: int = 0) -> Settled:
        """The end of a job, as far as the kiosk can tell."""
        guest = job in self.flights and self.flights[job].guest
        only_from = (PrintState.REQUESTED, *_ON_THE_WAY, *(_SAID if guest else ()))
        recorded = self.jobs.report(job, report, only_from=only_from, labels=labels)
        if job in self.flights:
            self._over(self.flights[job])
        self._tries.pop(job, None)
        return Settled(((job, report.state),) if recorded else (), changed=True)

    def _over(self, flight: Flight) -> None:
        self.flights.pop(flight.job, None)
        self._hand_over_ends(flight.job)

    def _hand_over_ends(self, job: int) -> None:
        if self._sending == job:
            self._sending = None
