"""A fair: its days, slots, sessions, delegations and the rules for its gates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum

from kiosk.domain.badge_type import BadgeType
from kiosk.domain.words import Words

BEIJING = timezone(timedelta(hours=8), "Asia/Shanghai")
"""China has had no daylight saving since 1991, so a fixed offset needs no time zone data on the machine."""

DAY_ZERO = date(2020, 1, 1)
"""Badge tokens count their last valid day from here (design.md section 5)."""


class FairKind(StrEnum):
    """What sort of fair: who hosts the stalls."""

    DOUBLE_SELECTION = "double_selection"
    REVERSE = "reverse"


class SessionKind(StrEnum):
    """What sort of session."""

    TALK = "talk"
    LECTURE = "lecture"
    EXCHANGE = "exchange"


@dataclass(frozen=True, slots=True)
class Slot:
    """A booked span of a day, in minutes since midnight, end exclusive."""

    start_min: int
    end_min: int

    def text(self) -> str:
        """As on a ticket: 13:00–15:00."""
        return f"{clock_text(self.start_min)}–{clock_text(self.end_min)}"


@dataclass(frozen=True, slots=True)
class FairDay:
    """A day on which the doors open, in minutes since midnight."""

    day: date
    opens_min: int
    closes_min: int


@dataclass(frozen=True, slots=True)
class EntryWindow:
    """Hours at the doors for badge types that have their own, on every day of the fair.

    Minutes since midnight, end exclusive. Employers sign in an hour before graduates (domain.md section 2).
    """

    types: tuple[BadgeType, ...]
    opens_min: int
    closes_min: int


@dataclass(frozen=True, slots=True)
class Hall:
    """A part of the venue that has an approved headcount of its own."""

    id: str
    name: Words
    capacity: int


_NO_WORDS = Words("", "")


@dataclass(frozen=True, slots=True)
class Policy:
    """The gate's rules for one fair; data in the pack. What each means: POLICY_MEANINGS."""

    early_grace_min: int = 10
    late_grace_min: int = 60
    hall_capacity: int = 0
    desk: Words = _NO_WORDS
    retention_days: int = 30
    consent_version: str = ""
    consent: Words = _NO_WORDS
    re_entry: bool = True
    employer_limit: int = 0
    windows: tuple[EntryWindow, ...] = ()
    halls: tuple[Hall, ...] = ()
    consent_types: tuple[BadgeType, ...] = ()
    declaration: Words = _NO_WORDS
    undo_window_min: int = 10
    session_early_min: int = 30

    def hall(self, hall_id: str) -> Hall | None:
        """The hall of that id, if it has a headcount of its own."""
        return next((hall for hall in self.halls if hall.id == hall_id), None)

    def window(self, badge_type: BadgeType | None) -> EntryWindow | None:
        """The hours of a badge type, where it has its own."""
        return next((each for each in self.windows if badge_type in each.types), None)


POLICY_MEANINGS: dict[str, Words] = {
    "early_grace_min": Words("可以比预约时段早到几分钟", "minutes before a booked slot that still admit"),
    "late_grace_min": Words("可以比预约时段晚到几分钟", "minutes after a booked slot that still admit"),
    "hall_capacity": Words("全场同时在场人数上限，0 为不限", "people inside at a time; 0: no limit"),
    "desk": Words("请访客去的服务台", "the desk that visitors are sent to"),
    "retention_days": Words("活动后个人信息保留天数", "days that personal fields are kept after the fair"),
    "consent_version": Words("收集说明的版本", "version of the notice that people agree to"),
    "consent": Words("收集说明", "the notice that people agree to"),
    "re_entry": Words("离场后可以再进", "who has left may come in again"),
    "employer_limit": Words(
        "每个展位同时在场的代表人数上限，0 为不限",
        "people of one stall inside at a time; 0: no limit",
    ),
    "windows": Words("某些证件类型自己的入场时间", "hours at the doors of badge types that have their own"),
    "halls": Words("各馆同时在场人数上限", "approved headcount of each hall"),
    "consent_types": Words(
        "入场前须在本机同意收集说明的证件类型", "badge types that must have agreed to the notice at a kiosk"
    ),
    "declaration": Words(
        "入场前须确认的声明，空为不用", "a declaration that must be made before entry; empty: none"
    ),
    "undo_window_min": Words("签到后几分钟内可以撤销", "minutes in which a check-in can be undone"),
    "session_early_min": Words("活动开始前几分钟开放会场门", "minutes before a session that its door opens"),
}
"""Every rule in words: the documentation's table is made of these."""


class Direction(StrEnum):
    """Which way people go through a gate. The values stand in facts and never change."""

    IN = "in"
    OUT = "out"
    NONE = "none"
    """A foyer: badges are printed, nobody is admitted."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A place where people are admitted in or out; a session door is a gate too."""

    id: str
    name: Words
    direction: Direction = Direction.IN
    hall: str = ""
    """The hall behind it; nothing where the venue is not divided."""
    session: str = ""
    """The session whose door it is."""
    types: tuple[BadgeType, ...] = ()
    """Who may use it; everybody where none is named."""
    zones: tuple[str, ...] = ()
    """Hosts of stalls in these zones only; of all zones where none is named."""

    def takes(self, badge_type: BadgeType | None, zone: str) -> bool:
        """Whether it is for that badge type and, of hosts, for that stall's zone ("" where it is unknown)."""
        if self.types and badge_type is not None and badge_type not in self.types:
            return False
        return not (self.zones and zone and zone not in self.zones)


class StaffRole(StrEnum):
    """What a member of staff may do at a kiosk, besides seeing how things stand."""

    HELP = "help"
    """Look people up, correct what is known of them, see to what visitors cannot do themselves."""
    PRINT = "print"
    """Badges and printers."""
    GATE = "gate"
    """Let in, undo, bar, pause, close: whatever changes who goes where."""
    MANAGE = "manage"
    """All of it, and the kiosk itself: settings, clock, fair, packs, other kiosks, shutting down."""


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Someone who may open the staff page; `pin_hash` is keys.hash_pin's text, never the PIN.

    Packs from before there were roles give nobody any: everybody may do everything, as then.
    """

    id: str
    name: str
    pin_hash: str
    roles: tuple[StaffRole, ...] = (StaffRole.MANAGE,)

    def may(self, role: StaffRole) -> bool:
        """Whether that is theirs to do; who manages may do everything."""
        return role in self.roles or StaffRole.MANAGE in self.roles


REHEARSAL = "#rehearsal"
"""Ends the id under which a rehearsal's facts are recorded: no fair pack's id can hold the sign, so whatever
adds up a fair's facts leaves them out, and a badge that was printed at a rehearsal is of another fair."""


@dataclass(frozen=True, slots=True)
class Fair:
    """One event on one or more days."""

    id: str
    kind: FairKind
    name: Words
    venue: Words
    sample: bool
    days: tuple[FairDay, ...]
    slots: tuple[Slot, ...]
    policy: Policy
    gates: tuple[Gate, ...]
    staff: tuple[StaffMember, ...]

    @property
    def rehearsing(self) -> bool:
        """Whether this is the fair's rehearsal, which counts nowhere."""
        return self.id.endswith(REHEARSAL)

    def gate(self, gate_id: str) -> Gate | None:
        """The gate of that id, if the fair has it."""
        return next((gate for gate in self.gates if gate.id == gate_id), None)

    def day(self, day: date) -> FairDay | None:
        """The fair's day of that date, if it is one."""
        return next((each for each in self.days if each.day == day), None)

    @property
    def last_day(self) -> date:
        """The last day of the fair, to which a badge is valid."""
        return max(day.day for day in self.days)


@dataclass(frozen=True, slots=True)
class Session:
    """A talk, lecture or exchange in the programme."""

    id: str
    kind: SessionKind
    title: Words
    day: date
    slot: Slot
    place: str
    speaker: str
    seats: int


@dataclass(frozen=True, slots=True)
class Delegation:
    """A group that arrives together under a leader."""

    id: int
    name: str
    region: str
    coach: str
    leader: str
    expected: int
    arrives_min: int | None


def clock_text(minutes: int) -> str:
    """Minutes since midnight as people write a time: 9:05."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def minute_of_day(moment: datetime) -> int:
    """Minutes since midnight in Beijing."""
    local = moment.astimezone(BEIJING)
    return local.hour * 60 + local.minute


def day_number(day: date) -> int:
    """Days since 2020-01-01, as a badge token carries them."""
    return (day - DAY_ZERO).days


def day_of(number: int) -> date:
    """The date that a badge token's day number names."""
    return DAY_ZERO + timedelta(days=number)


def at(day: date, minutes: int) -> datetime:
    """A minute of a Beijing day as a moment."""
    return datetime.combine(day, time(0, 0), BEIJING) + timedelta(minutes=minutes)
