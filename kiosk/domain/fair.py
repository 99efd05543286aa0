"""A fair: its days, slots, sessions, delegations and the rules for its gates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum

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
class Words:
    """A text in both languages."""

    zh: str
    en: str

    def of(self, language: str) -> str:
        """The text in `language` ("zh" or "en"); Chinese where there is no English."""
        return (self.en or self.zh) if language == "en" else self.zh


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
class Policy:
    """The gate's rules for one fair; data in the pack."""

    early_grace_min: int
    late_grace_min: int
    hall_capacity: int
    """Approved headcount inside at one moment; 0 means none was set."""
    desk: Words
    retention_days: int
    consent_version: str
    consent: Words


@dataclass(frozen=True, slots=True)
class Gate:
    """A place where people are admitted."""

    id: str
    name: Words


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Someone who may open the staff page; `pin_hash` is keys.hash_pin's text, never the PIN."""

    id: str
    name: str
    pin_hash: str


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
