"""Attendees who registered at a kiosk: facts, joined with the personal fields that lie beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.store import bodies, driver
from kiosk.store.ids import as_signed, as_unsigned

if TYPE_CHECKING:
    from kiosk.domain.person_search import Readings
    from kiosk.store.driver import Database

ERASED = Person("")
"""Who a walk-up is once the personal fields were erased, or where they have not come yet."""

_WALK_UPS = (
    "SELECT attendee, badge_type, school_code, degree, fields "
    "FROM walk_up LEFT JOIN personal USING (origin, seq)"
)


def walk_up(db: Database, attendee: int, *, fair: str) -> Attendee | None:
    """The attendee who registered at a kiosk for `fair`, or None. Every day of it is open to them."""
    found = driver.row(db, f"{_WALK_UPS} WHERE attendee = ? AND fair = ?", (as_signed(attendee), fair))
    return _attendee(found) if found else None


def search_walk_ups(
    db: Database, query: str, *, fair: str, readings: Readings | None = None, limit: int = 50
) -> tuple[Attendee, ...]:
    """For staff at `fair`: who fits, in the order of Catalogue.search_attendees.

    They are looked through: 2 ms a hundred. Without `readings` (the catalogue's) nobody is found by pinyin.
    A store holds a season; who registered for another fair consented to that one only.
    """
    everybody = (
        _attendee(row)
        for row in driver.rows(
            db, f"{_WALK_UPS} WHERE fair = ? AND fields IS NOT NULL ORDER BY attendee", (fair,)
        )
    )
    from kiosk.domain.person_search import NO_READINGS, query_of, ranked  # noqa: PLC0415, not before a scan can be decided

    return tuple(ranked(query_of(query), everybody, readings or NO_READINGS)[:limit])


def _attendee(row: tuple[Any, ...]) -> Attendee:
    attendee, badge_type, school_code, degree, fields = row
    known = badge_type in set(BadgeType)
    return Attendee(
        id=as_unsigned(attendee),
        type=BadgeType(badge_type) if known else BadgeType.GUEST,
        registration=Registration.CONFIRMED,
        person=bodies.person_of(fields) if fields is not None else ERASED,
        school_code=school_code,
        degree=degree,
    )
