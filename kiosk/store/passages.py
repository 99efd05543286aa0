"""Where a person is, as the passages of a day come to: pure, so that one and many are added up alike.

A passage is a check-in with a subject (somebody went in or out) that nobody has undone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from kiosk.domain import facts
from kiosk.domain.fair import DAY_ZERO, Direction
from kiosk.domain.reasons import Reason, Verdict
from kiosk.store.ids import as_signed

_BEIJING_OFFSET_MS = 8 * 3600 * 1000
_DAY_MS = 24 * 3600 * 1000
_DAY_ZERO = (DAY_ZERO - date(1970, 1, 1)).days
_LAST_DAY = 0xFFFF
"""Badge tokens count days in 16 bits."""


# Looking a member up in its enumeration takes longer than all else that is asked of a check-in.
_OUT, _NO_DIRECTION = Direction.OUT.value, Direction.NONE.value
_ADMIT, _NOTICE = Verdict.ADMIT.value, Verdict.NOTICE.value
_NOTE, _REPEATED = Reason.NOTE.value, Reason.REPEATED.value


class Subject(NamedTuple):
    """Whose passages add up: one person on one day, in the fair (session "") or in one session.

    In the order in which the tables are asked.
    """

    fair: str
    session: str
    kind: str
    """attendee; or badge, where nobody is known."""
    id: int
    """Signed."""
    day: int


class Passage(NamedTuple):
    """Somebody went in or out. Passages are in the order of their first three fields."""

    time: int
    origin: bytes
    seq: int
    gate: str
    direction: str
    hall: str
    stall: str

    @property
    def place(self) -> tuple[int, bytes, int]:
        """By which passages are in order."""
        return self[:3]


class Presence(NamedTuple):
    """What passages come to: a row of the table of that name, without its key."""

    first: Passage
    since: Passage
    """Where the stay began that lasts, or lasted."""
    last: Passage
    hall: str | None
    """Where the person is; None outside."""
    entries: int
    doubles: int
    """Passages into where the person already was: two gates let in the same one."""


class Change(NamedTuple):
    """A number of people that changes: its table (occupancy or turnout), its key, and by how many."""

    table: str
    key: tuple[str | int, ...]
    people: int


def day_of(fact: facts.Fact, body: facts.CheckIn) -> int:
    """The day that was decided for, counted from 1970-01-01 in Beijing.

    The fact's time says it where the body does not, or says what no badge could.
    """
    if body.day is None or body.day > _LAST_DAY:
        return (fact.time_ms + _BEIJING_OFFSET_MS) // _DAY_MS
    return body.day + _DAY_ZERO


def who_passed(body: facts.CheckIn) -> tuple[str | None, int | None]:
    """Who went in or out: the attendee, or the badge where nobody is known. An echo is no passage."""
    if body.direction == _NO_DIRECTION:
        return None, None
    with_note = body.verdict == _NOTICE and body.reasons[:1] == (_NOTE,)
    if not (with_note or body.verdict == _ADMIT) or _REPEATED in body.reasons:
        return None, None
    if body.attendee is not None:
        return "attendee", as_signed(body.attendee)
    return ("badge", as_signed(body.badge)) if body.badge is not None else (None, None)


def passage_of(fact: facts.Fact, body: facts.CheckIn) -> Passage:
    """A check-in as a passage."""
    return Passage(fact.time, fact.origin, fact.seq, body.gate, body.direction, body.hall, body.stall)


def summed(passages: Iterable[Passage]) -> Presence | None:
    """What passages in their order come to; None where nobody was ever in."""
    presence: Presence | None = None
    for passage in passages:
        if presence is not None or passage.direction != _OUT:
            presence = follow(presence, passage)
    return presence


def follow(before: Presence | None, passage: Passage) -> Presence:
    """What stands after one more passage, the latest one. Whoever was never in cannot go out."""
    if before is None:
        return Presence(passage, passage, passage, passage.hall, 1, 0)
    first, since, hall, entries, doubles = (
        before.first,
        before.since,
        before.hall,
        before.entries,
        before.doubles,
    )
    if passage.direction == _OUT:
        return Presence(first, since, passage, None, entries, doubles)
    if hall is None:
        return Presence(first, passage, passage, passage.hall, entries + 1, doubles)
    if hall == passage.hall:
        return Presence(first, since, passage, hall, entries, doubles + 1)
    return Presence(first, passage, passage, passage.hall, entries, doubles)


def changes(subject: Subject, before: Presence | None, after: Presence | None) -> list[Change]:
    """By how much the numbers of people change."""
    whole = (subject.fair, subject.session, subject.day)
    was, now = before.hall if before else None, after.hall if after else None
    found: list[Change] = []
    if was != now:
        if was is not None:
            found.append(Change("occupancy", (*whole, was), -1))
        if now is not None:
            found.append(Change("occupancy", (*whole, now), 1))
    if (before is None) != (after is None):
        found.append(Change("turnout", whole, 1 if before is None else -1))
    return found
