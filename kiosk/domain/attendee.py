"""An attendee: any person with a badge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import Slot
from kiosk.domain.words import Words

TYPE_WORDS = {
    BadgeType.GRADUATE: Words("毕业生", "Graduate"),
    BadgeType.EMPLOYER: Words("用人单位", "Employer"),
    BadgeType.SCHOOL: Words("学校代表", "School"),
    BadgeType.DELEGATION: Words("外省市代表团", "Delegation"),
    BadgeType.STAFF: Words("工作人员", "Staff"),
    BadgeType.VOLUNTEER: Words("志愿者", "Volunteer"),
    BadgeType.PRESS: Words("媒体", "Press"),
    BadgeType.GUEST: Words("嘉宾", "Guest"),
}


class Registration(StrEnum):
    """How far a registration has come."""

    CONFIRMED = "confirmed"
    PENDING = "pending"
    WAITING = "waiting"
    """On the waiting list."""
    CANCELLED = "cancelled"
    BARRED = "barred"
    """The organiser does not let this person in."""


@dataclass(frozen=True, slots=True)
class Person:
    """What is personal about an attendee; kept apart from facts and erased when the retention ends."""

    name: str
    organisation: str = ""
    """School or employer."""
    detail: str = ""
    """Second line of a badge: major and degree, or position."""
    student_number: str = ""
    phone: str = ""
    """As given; at walk-up only the last four digits are asked for."""

    @property
    def phone_tail(self) -> str:
        """The last four digits of the phone, or nothing."""
        digits = "".join(each for each in self.phone if each.isdigit())
        return digits[-4:] if len(digits) >= 4 else ""


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person at a fair. `id` is random, unsigned 64 bits, one per fair."""

    id: int
    type: BadgeType
    registration: Registration
    person: Person
    day: date | None = None
    """The day booked; None where every day is open to this attendee."""
    slot: Slot | None = None
    school_code: str = ""
    degree: str = ""
    major_class: str = ""
    stall: str = ""
    """Stall number that goes on the badge of those who host one."""
    delegation: int | None = None
    note: str = ""
    """What the organiser wants staff to know of this person; never shown to visitors, never on a badge."""


def mask_name(name: str) -> str:
    """As much of a name as a queue needs: 林＊远, 李＊, Anna E.

    PIPL article 6 (least data) on a screen that others see.
    """
    name = " ".join(name.split())
    if not name:
        return ""
    if name.isascii():
        first, _, rest = name.partition(" ")
        return f"{first} {rest[0]}." if rest else f"{first[:1]}."
    if len(name) <= 2:
        return name[:1] + "＊"
    return name[0] + "＊" * min(len(name) - 2, 2) + name[-1]


def mask_phone(phone_tail: str) -> str:
    """The last two digits only: ＊＊＊11."""
    return f"＊＊＊{phone_tail[-2:]}" if phone_tail else ""
