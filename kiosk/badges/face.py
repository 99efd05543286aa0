"""A badge's face: what is printed on it."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.attendee import Attendee
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import Fair


@dataclass(frozen=True, slots=True)
class BadgeFace:
    """All that is printed on one badge; empty texts leave their place empty."""

    token: str
    """The 150 characters of the QR."""
    type: BadgeType
    name: str
    organisation: str
    detail: str
    """Major and degree, or position."""
    fair_name: str
    fair_date: str
    lost: str
    """Where a lost badge is replaced: a desk."""
    latin: str = ""
    """The name in Latin letters, where it was given."""
    stall: str = ""
    """Stall number of those who host one."""
    sample: bool = False
    marks: tuple[str, ...] = ()
    """What a helper at a door or a coach looks for: zone, booked day and slot, coach, sessions."""


def face_of(token: str, attendee: Attendee, fair: Fair, latin: str = "") -> BadgeFace:
    """The face of an attendee's badge at a fair."""
    return BadgeFace(
        token=token,
        type=attendee.type,
        name=attendee.person.name,
        organisation=attendee.person.organisation,
        detail=attendee.person.detail,
        fair_name=fair.name.zh,
        fair_date=dates_text(fair),
        lost=fair.policy.desk.zh,
        latin=latin,
        stall=attendee.stall,
        sample=fair.sample,
    )


def dates_text(fair: Fair) -> str:
    """The fair's days as a badge shows them: 2026-11-28, or 2026-11-28 – 11-29."""
    first, last = min(day.day for day in fair.days), fair.last_day
    if first == last:
        return first.isoformat()
    same_year = first.year == last.year
    return f"{first.isoformat()} – {last.isoformat()[5 if same_year else 0 :]}"
