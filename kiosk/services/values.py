"""What the services tell the window: frozen values, texts in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kiosk.domain import directions
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.exhibitor import Exhibitor
from kiosk.domain.fair import FairDay, FairKind, Session, StaffMember
from kiosk.domain.floorplan import Facility, Level, Point, Zone
from kiosk.domain.words import Words
from kiosk.services.gate_values import NO_WORDS, Admission, Occupancy


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
    student_number: str = ""
    """What was scanned or typed before, if anything."""


@dataclass(frozen=True, slots=True)
class Registered:
    """The outcome of a walk-up: an admission, or a problem to mend."""

    admission: Admission | None = None
    name_masked: str = ""
    problem: Words | None = None
    field: str = "name"
    """Which answer is to be mended: name or school."""
    known: bool = False
    """The person was booked or registered before: the admission is theirs, nobody was registered twice."""


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
    note: Words | None = None
    """Why this one is listed, where it was not searched for."""
    barred: bool = False
    remark: str = ""
    """What the organiser wants staff to know of this person."""


@dataclass(frozen=True, slots=True)
class PrintTicket:
    """A print that was requested; `words` say where the badge comes out, or why it does not."""

    job: int | None
    words: Words


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
    """One step in words. `icon`: straight, left, right, back, lift, stairs, ramp, escalator or arrive."""

    icon: str
    title: Words
    detail: Words


@dataclass(frozen=True, slots=True)
class LevelChange:
    """Where a way leaves a level by lift, stairs, ramp or escalator (`icon`), or has come to it.

    `to` is the level at the other end, `words` say so on the map (去 2 号馆, 回 1 号馆).
    """

    level: str
    point: Point
    to: str
    icon: str
    words: Words


@dataclass(frozen=True, slots=True)
class Way:
    """How to get somewhere from this kiosk."""

    length_m: int
    minutes: int
    step_free: bool
    legs: tuple[Leg, ...]
    """One leg a level, in the order of walking; a level may come twice."""
    directions: tuple[Direction, ...]
    words: Words
    """Minutes, and whether there are steps."""
    changes: tuple[LevelChange, ...] = ()
    """Two for each leg after the first: where the one before ends, and where it begins."""
    summary: Words = NO_WORDS
    """The way in one breath, without its length."""
    closed: Words = NO_WORDS
    """What is closed, where that makes the way another one."""
    target: str = ""
    """The stall's number or the facility's id that it leads to."""

    @property
    def spoken(self) -> Words:
        """The way in one sentence, as a person says it aloud."""
        return directions.spoken(self.summary, self.length_m, self.minutes)


@dataclass(frozen=True, slots=True)
class SignIn:
    """What became of a PIN."""

    member: StaffMember | None = None
    paused_s: int = 0
    """So long no PIN counts, because too many were wrong."""


@dataclass(frozen=True, slots=True)
class Need:
    """Something that staff should do. `level`: refuse, notice or admit, as the verdict shapes."""

    level: str
    title: Words
    detail: Words
    leads_to: str
    """Where it is dealt with: printers, batch, twice, conflicts (both a list of people), stalls, settings,
    scanners, floor or floor:stalls (a list of the floor), sync; or here and now: resume, clock, rescue."""


@dataclass(frozen=True, slots=True)
class GateRow:
    """Admissions at one gate."""

    name: Words
    admitted: int
    here: bool = False
    """This kiosk stands at it."""


@dataclass(frozen=True, slots=True)
class Flow:
    """People who went in, span by span up to now."""

    entries: tuple[int, ...]
    span_min: int
    starts: datetime
    ends: datetime
    full_in_min: int | None
    """Minutes until the hall is full at the latest rate; None where that cannot be said."""


@dataclass(frozen=True, slots=True)
class PackLine:
    """A fair pack that is installed."""

    fair: str
    version: int
    authority: str
    """Hex of the public key that signed it."""
    installed_at: datetime
    current: bool = False
    """The one that this kiosk has opened."""


@dataclass(frozen=True, slots=True)
class PackStanding:
    """The open fair pack, how much it holds, and all that are installed."""

    fair: Words
    last_day: date
    employers: int
    schools: int
    stalls: int
    attendees: int
    sessions: int
    openings: int
    packs: tuple[PackLine, ...]


@dataclass(frozen=True, slots=True)
class LocalValues:
    """What staff may change at this kiosk."""

    language: str
    reduced_motion: bool
    sounds: bool
    mount_bottom_mm: float
    """How high above the floor the screen's lower edge hangs."""
    screen_in: float = 27.0
    """The screen's diagonal."""


@dataclass(frozen=True, slots=True)
class LocalStanding:
    """This kiosk as staff see it: what they may change, and what they may not."""

    values: LocalValues
    place: Words
    gate: Words
    kiosk: str
    """The start of its journal's origin."""
    keys: Words
    clock: Words
    journal: Words
    version: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The staff page at a glance."""

    occupancy: Occupancy
    flow: Flow
    gates: tuple[GateRow, ...]


@dataclass(frozen=True, slots=True)
class RecentRow:
    """A recent decision, for staff. `origin` (hex) and `seq` name it."""

    at: datetime
    who: str
    verdict: str
    reason: str
    words: Words = NO_WORDS
    """Why, as staff read it."""
    origin: str = ""
    seq: int = 0
    undone: bool = False
    undoable: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """What became of something that staff put right: whether it was done, and in words."""

    done: bool
    words: Words
    admission: Admission | None = None


@dataclass(frozen=True, slots=True)
class StallRow:
    """A stall that nobody has claimed today, or that was released."""

    stall: str
    host: Words
    released: bool = False


@dataclass(frozen=True, slots=True)
class StallStanding:
    """The stalls at sign-in: how many there are, and those that nobody has come to."""

    stalls: int
    claimed: int
    unclaimed: tuple[StallRow, ...]
    released: tuple[StallRow, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A person of a delegation as its list shows one."""

    attendee: int
    name: str
    """Masked."""
    detail: str
    arrived: bool


@dataclass(frozen=True, slots=True)
class DelegationList:
    """A delegation whose leader has been scanned."""

    id: int
    name: str
    leader: str
    """Masked."""
    coach: str
    members: tuple[Member, ...]
    expected: int

    @property
    def arrived(self) -> int:
        """Members who are here."""
        return sum(member.arrived for member in self.members)


@dataclass(frozen=True, slots=True)
class DelegationArrival:
    """What became of a delegation: who went in, who could not and why, in the list's order."""

    list: DelegationList
    admitted: int
    jobs: tuple[int, ...]
    refused: tuple[tuple[Member, Words], ...]
