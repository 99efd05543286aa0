"""Gives every registrant an id, a badge id and a registration code, the same in every build.

All three are cut out of 64 bytes that are derived from the organiser's secret and the person's identity
(school and student number, or name and phone), so that a corrected pack keeps the codes that were sent, and
nobody can guess them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.attendee import Attendee
from kiosk.domain.fairpack import Issue
from kiosk.keys.secrecy import Derivation, code_hash
from kiosk.pack.records.attendees import Identity, Registrant

CODE_LENGTH = 26
_ID_BYTES = 8
_CODE_BYTES = 17
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
"""Of base32 (RFC 4648)."""
_PAIRS = tuple(one + other for one in _ALPHABET for other in _ALPHABET)
_SHIFTS = range(8 * _CODE_BYTES - 10, 8 * _CODE_BYTES - 5 * CODE_LENGTH - 1, -10)


@dataclass(frozen=True, slots=True)
class Issued:
    """A registrant as the pack holds them, and the code sent to them, which the pack does not hold."""

    attendee: Attendee
    issue: Issue
    code: str


def issue_all(registrants: Iterable[Registrant], secret: bytes, fair_id: str) -> tuple[Issued, ...]:
    """Everybody's ids and codes, in the registrants' order."""
    derivation = Derivation(secret, "registration", fair_id)
    fair_key = fair_id.encode()
    attendee_ids: set[int] = set()
    badge_ids: set[int] = set()
    codes: set[str] = set()
    found: list[Issued] = []
    for each in registrants:
        drawn = derivation.of(each.identity)
        attendee = _unique(drawn, 0, attendee_ids)
        badge = _unique(drawn, _ID_BYTES, badge_ids)
        code = _code(drawn)
        assert code not in codes, "two people of one identity"
        codes.add(code)
        found.append(
            Issued(_attendee(each, attendee), Issue(attendee, badge, code_hash(fair_key, code)), code)
        )
    return tuple(found)


def registration_code(secret: bytes, fair_id: str, identity: Identity) -> str:
    """26 characters of base32: 130 bits, so that none is guessed."""
    return _code(Derivation(secret, "registration", fair_id).of(identity))


def _code(drawn: bytes) -> str:
    number = int.from_bytes(drawn[2 * _ID_BYTES : 2 * _ID_BYTES + _CODE_BYTES], "big")
    return "".join([_PAIRS[number >> shift & 1023] for shift in _SHIFTS])


def _unique(drawn: bytes, at: int, used: set[int]) -> int:
    """An unsigned 64-bit id, not 0, that nobody else has: where two fall together the later moves on."""
    number = int.from_bytes(drawn[at : at + _ID_BYTES], "big")
    while not number or number in used:
        number = int.from_bytes(hashlib.sha256(number.to_bytes(_ID_BYTES, "big") + drawn).digest()[:8], "big")
    used.add(number)
    return number


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
