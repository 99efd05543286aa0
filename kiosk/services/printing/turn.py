"""Whose turn it is: the job that is printed next, and the facts without which none of its bytes leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState
from kiosk.services.printing.jobs import Jobs, Report
from kiosk.services.printing.tasks import Decline, Prepare

if TYPE_CHECKING:
    from kiosk.badges.renderer import Renderer
    from kiosk.services.issuing import Issuing
    from kiosk.services.printing.condition import Condition
    from kiosk.store.prints import PrintRecord

TRIES_MOST = 3
"""A job that its printer did not print so often, while it printed others in between, is at fault itself."""
PERSON_WAIT_S = 120.0
"""So long a job of another kiosk waits for the facts that say whose badge it is; then it fails."""


@dataclass(slots=True)
class Turn:
    """All of it belongs to the store's thread."""

    jobs: Jobs
    issuing: Issuing
    renderer: Renderer
    monotonic_s: Callable[[], float]
    _awaited: dict[int, float] = field(init=False, default_factory=dict)
    """Jobs whose person nobody knows here yet, and since when by our own clock."""

    def next(
        self, tries: Mapping[int, int], room: Condition | None, *, printers: bool
    ) -> Prepare | Decline | None:
        """What is to be done with the job whose turn it is; nothing where none waits, or no printer has room.

        `tries`: how often each was tried in vain. `printers`: whether there is any at all.
        """
        waiting = self.jobs.in_turn(tries, TRIES_MOST - 1)
        record = next((each for each in waiting if not self._awaits_person(each)), None)
        if record is None:
            return None
        if not printers:
            return Decline(record.job, Trouble.NO_PRINTER)
        gate = self.jobs.gate
        attendee = gate.attendee(record.attendee)
        if attendee is None or not attendee.person.name:
            return Decline(record.job, Trouble.ATTENDEE_UNKNOWN if attendee is None else Trouble.ERASED)
        if not self.issuing.may_issue(attendee.type):
            return Decline(record.job, Trouble.KEY_NOT_ALLOWED)
        if room is None:
            return None
        face = self.renderer.face(self.issuing.token(attendee, record.badge), attendee, gate.fair)
        return Prepare(record.job, face, room.outlet, self.renderer, room.abilities)

    def take(self, job: int, printer: str) -> PrintRecord | None:
        """Record that a badge is drawn and may leave, and before it that this kiosk's key has signed it.

        None where it is not wanted any more: recalled, or taken by another process.
        """
        with self.jobs.gate.store.transaction():
            record = self.jobs.record(job)
            attendee = self.jobs.gate.attendee(record.attendee) if record is not None else None
            if record is None or attendee is None or record.recalled:
                return None
            if record.state != PrintState.REQUESTED:
                return None
            self.issuing.vouch(attendee, record.badge)
            report = Report(PrintState.RENDERED, printer)
            self.jobs.report_within(job, report, only_from=(PrintState.REQUESTED,))
        self._awaited.pop(job, None)
        return record

    def _awaits_person(self, record: PrintRecord) -> bool:
        """Whether a job waits for whom it names: another kiosk's walk-up, of whom this one has not heard."""
        if self.jobs.own(record) or self.jobs.gate.attendee(record.attendee) is not None:
            return False
        now_s = self.monotonic_s()
        return now_s - self._awaited.setdefault(record.job, now_s) < PERSON_WAIT_S
