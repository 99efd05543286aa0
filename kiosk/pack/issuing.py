"""Gives every registrant an id, a badge id and a registration code, the same in every build.

All three are derived from the organiser's secret and the person's identity (school and student number, or
name and phone), so that a corrected pack keeps the codes that were sent, and nobody can guess them.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.attendee import Attendee
from kiosk.domain.fairpack import Issue
from kiosk.keys.secrecy import code_hash, derive
from kiosk.pack.records.attendees import Identity, Registrant

CODE_LENGTH = 26


@dataclass(frozen=True, slots=True)
class Issued:
    """A registrant as the pack holds them, and the code sent to them, which the pack does not hold."""

    attendee: Attendee
    issue: Issue
    code: str


def issue_all(registrants: Iterable[Registrant], secret: bytes, fair_id: str) -> tuple[Issued, ...]:
    """Everybody's ids and codes, in the registrants' order."""
    attendee_ids: set[int] = set()
    badge_ids: set[int] = set()
    codes: set[str] = set()
    found: list[Issued] = []
    for each in registrants:
        attendee = _unique(secret, "attendee id", fair_id, each.identity, attendee_ids)
        badge = _unique(secret, "badge id", fair_id, each.identity, badge_ids)
        code = registration_code(secret, fair_id, each.identity)
        assert code not in codes, "two people of one identity"
        codes.add(code)
        found.append(
            Issued(_attendee(each, attendee), Issue(attendee, badge, code_hash(fair_id.encode(), code)), code)
        )
    return tuple(found)


def registration_code(secret: bytes, fair_id: str, identity: Identity) -> str:
    """26 characters of base32: 130 bits, so that none is guessed."""
    return base64.b32encode(derive(secret, "registration code", fair_id, *identity)).decode()[:CODE_LENGTH]


def _unique(secret: bytes, label: str, fair_id: str, identity: Identity, used: set[int]) -> int:
    """An unsigned 64-bit id, not 0, that nobody else has."""
    attempt = 0
    while True:
        number = int.from_bytes(derive(secret, label, fair_id, *identity, attempt)[:8], "big")
        if number and number not in used:
            used.add(number)
            return number
        attempt += 1


def _attendee(registrant: Registrant, attendee_id: int) -> Attendee:
    return Attendee(
        id=attendee_id,
        type=registrant.type,
        registration=registrant.registration,
        person=registrant.person,
        day=registrant.booking.day,
        slot=registrant.booking.slot,
        school_code=registrant.school_code,
        degree=registrant.degree,
        major_class=registrant.major_class,
        stall=registrant.stall,
        delegation=registrant.delegation,
        note=registrant.note,
    )
