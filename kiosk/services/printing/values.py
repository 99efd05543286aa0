"""What the print queue and batches tell the window: frozen values, texts in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState
from kiosk.domain.words import Words


@dataclass(frozen=True, slots=True)
class PrinterLine:
    """A printer as staff see it."""

    id: str
    name: Words
    place: Words
    """Where its badges come out: 右手边的出卡口; visitors are told so."""
    layout: str
    trouble: Trouble | None = None
    since: datetime | None = None
    """Since when the trouble lasts."""
    warning: Trouble | None = None
    labels_left: int | None = None
    """By our own count since staff loaded labels; None where nobody said how many."""
    first: bool = False
    """New jobs go to it first."""
    looked: bool = True
    """False until it was looked at for the first time."""


@dataclass(frozen=True, slots=True)
class JobLine:
    """A print job that staff see."""

    job: int
    attendee: int
    who: str
    """Masked; nothing where nobody is known."""
    at: datetime
    state: PrintState
    printer: Words
    """Nothing where it has not gone to one."""
    trouble: Trouble | None = None
    sent_to: Words | None = None
    """The other kiosk at whose printer it is printed."""
    heard: timedelta | None = None
    """How long ago there was word of that kiosk; None where there never was."""
    recalled: bool = False
    """It was asked to leave it, and has not answered yet."""
    sent_by: Words | None = None
    """The other kiosk that asked for it here."""


@dataclass(frozen=True, slots=True)
class PrintPlace:
    """Another kiosk at whose printer can be printed."""

    origin: bytes
    name: Words
    """East gate, kiosk 2."""
    slots: tuple[Words, ...]
    """Where its badges come out, printer by printer."""
    heard: timedelta
    """How long ago there was word of it."""


@dataclass(frozen=True, slots=True)
class PrintStanding:
    """All printers of this kiosk and its queue."""

    printers: tuple[PrinterLine, ...]
    waiting: tuple[JobLine, ...]
    """Requested, rendered or sent, the oldest first."""
    unknown: tuple[JobLine, ...]
    """Staff are asked: did it come out?"""
    failed: tuple[JobLine, ...]
    """For sure not; and the person has had no badge since."""
    waiting_count: int = 0
    """How many there are, up to jobs.SEEN_MOST; the lines are the first of them."""
    unknown_count: int = 0
    failed_count: int = 0
    """Likewise; the lines are the latest of them."""

    @property
    def chosen(self) -> bool:
        """Whether there is a printer at all."""
        return bool(self.printers)


class Stage(StrEnum):
    """How a visitor's badge stands."""

    WAITING = "waiting"
    """Others come before it."""
    PRINTING = "printing"
    OUT = "out"
    HELD = "held"
    """No printer prints now; it is printed when one does again."""
    STOPPED = "stopped"
    """It will not come out here, or nobody knows: the desk helps."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a visitor's badge is. `place` of one that is printed at another kiosk is that kiosk."""

    stage: Stage
    before: int = 0
    """Badges that are printed before it."""
    place: Words | None = None
    """Where it comes out, once that is known."""
    token: str = ""
    """With HELD and STOPPED: shown as a QR to be photographed, the last resort."""
    lies: Words | None = None
    """It was printed before and lies there: B 服务台第 3 排."""
    trouble: Trouble | None = None
    """With HELD: what the printer has."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What a task has changed."""

    ended: tuple[tuple[int, PrintState], ...] = ()
    """Jobs that are over as far as the kiosk can tell: CONFIRMED, SENT (to a printer that cannot say more),
    UNKNOWN, FAILED or CANCELLED."""
    changed: bool = False
    """Whether printers or jobs stand otherwise than before."""
