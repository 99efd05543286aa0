"""What the services tell the window: frozen values, texts in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.admission import Decision
from kiosk.domain.attendee import BadgeType
from kiosk.domain.exhibitor import Exhibitor
from kiosk.domain.fair import FairDay, FairKind, Session, Words
from kiosk.domain.floorplan import Facility, Level, Point, Zone


@dataclass(frozen=True, slots=True)
class Who:
    """Who stands at the gate, as much as a queue may see."""

    name: str
    """Masked; nothing where the kiosk knows the badge but not the person."""
    organisation: str
    type: BadgeType


@dataclass(frozen=True, slots=True)
class Admission:
    """A decision that is on disk, and what follows from it."""

    decision: Decision
    who: Who | None = None
    attendee: int | None = None
    prints: bool = False
    """A badge is being printed because of it."""


@dataclass(frozen=True, slots=True)
class Occupancy:
    """People inside, as far as this kiosk knows."""

    inside: int
    capacity: int
    paused: bool


@dataclass(frozen=True, slots=True)
class SchoolHit:
    """A school that fits what was typed."""

    code: str
    name: str
    alias: str


@dataclass(frozen=True, slots=True)
class WalkUpForm:
    """What a walk-up fills in; nothing else is asked."""

    name: str
    school_code: str
    school: str
    degree: str
    phone_tail: str
    consent: bool


@dataclass(frozen=True, slots=True)
class Registered:
    """The outcome of a walk-up: an admission, or a problem to mend."""

    admission: Admission | None = None
    name_masked: str = ""
    problem: Words | None = None


@dataclass(frozen=True, slots=True)
class DeskHit:
    """An attendee as staff find one."""

    attendee: int
    name: str
    organisation: str
    type: BadgeType
    phone_masked: str
    stall: str
    inside: bool
    prints: int


@dataclass(frozen=True, slots=True)
class PrintTicket:
    """A print that was requested; `words` say where the badge comes out, or why it does not."""

    job: int | None
    words: Words


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a search's results."""

    id: int
    name: Words
    stalls: tuple[str, ...]
    zone: str
    level: str
    line: Words
    distance_m: int | None
    kind: str = "exhibitor"
    """exhibitor, session or facility."""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found, and where."""

    rows: tuple[Row, ...]
    total: int
    by_level: dict[str, int]
    by_zone: dict[str, int]
    stalls: frozenset[str]


@dataclass(frozen=True, slots=True)
class Listing:
    """An exhibitor's card."""

    exhibitor: Exhibitor
    zone: Zone | None
    level: Level | None
    distance_m: int | None


@dataclass(frozen=True, slots=True)
class SessionCard:
    """A session of the programme, the listing of the exhibitor that gives it, and its room on the plan."""

    session: Session
    host: Listing | None = None
    room: Facility | None = None
    room_distance_m: int | None = None


@dataclass(frozen=True, slots=True)
class SeasonFair:
    """A fair that this kiosk holds a pack of."""

    id: str
    kind: FairKind
    name: Words
    venue: Words
    days: tuple[FairDay, ...]
    here: bool
    """It is the one that is open at this kiosk."""


@dataclass(frozen=True, slots=True)
class SeasonFairs:
    """The fairs that this kiosk holds, by their first day; and how many packs could not be read."""

    fairs: tuple[SeasonFair, ...]
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Leg:
    """A part of a way on one level."""

    level: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Direction:
    """One step in words. `icon`: straight, left, right, back, lift, stairs or arrive."""

    icon: str
    title: Words
    detail: Words


@dataclass(frozen=True, slots=True)
class Way:
    """How to get somewhere from this kiosk."""

    length_m: int
    minutes: int
    step_free: bool
    legs: tuple[Leg, ...]
    directions: tuple[Direction, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class Need:
    """Something that staff should do. `level`: refuse, notice or admit, as the verdict shapes."""

    level: str
    title: Words
    detail: Words


@dataclass(frozen=True, slots=True)
class GateRow:
    """Admissions at one gate."""

    name: Words
    admitted: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The staff page at a glance."""

    occupancy: Occupancy
    gates: tuple[GateRow, ...]
    printing: int
    printer: Words
    pack: Words
    journal: Words
    clock: Words
    keys: Words


@dataclass(frozen=True, slots=True)
class RecentRow:
    """A recent decision, for staff."""

    at: datetime
    who: str
    verdict: str
    reason: str
