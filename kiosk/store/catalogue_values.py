"""What the catalogue's rows are as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import Slot
from kiosk.store.ids import as_unsigned

ATTENDEE_COLUMNS = (
    "id, type, registration, name, organisation, detail, student_number, phone, day, start_min, end_min, "
    "school_code, degree, major_class, stall, delegation, note"
)


_TYPES = {int(each): each for each in BadgeType}
_REGISTRATIONS = {each.value: each for each in Registration}


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a fair pack holds."""

    exhibitors: int
    openings: int
    headcount: int
    """People wanted over all openings that give a number."""
    stalls: int
    sessions: int
    delegations: int
    attendees: int


def attendee_of(row: tuple[Any, ...]) -> Attendee:
    """The attendee of a row of ATTENDEE_COLUMNS."""
    return Attendee(
        id=as_unsigned(row[0]),
        type=_TYPES[row[1]],
        registration=_REGISTRATIONS[row[2]],
        person=Person(row[3], row[4], row[5], row[6], row[7]),
        day=date.fromisoformat(row[8]) if row[8] else None,
        slot=Slot(row[9], row[10]) if row[9] is not None else None,
        school_code=row[11],
        degree=row[12],
        major_class=row[13],
        stall=row[14],
        delegation=row[15],
        note=row[16],
    )
