"""A fair's day written as a script, and the script's own count of what it must come to.

Nothing here knows how the kiosk counts: people, passages, walk-ups and the rest are added up while the script
is written, visitor by visitor.
"""

from __future__ import annotations

import base64
import hashlib
import random
from collections import Counter
from dataclasses import dataclass, field

from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import Delegation, Slot
from tests.services.conftest import DAY

KIOSKS = ("east-1", "east-2", "west-1", "west-2")
OPENS_S = 8 * 3600 + 30 * 60
CLOSES_S = 16 * 3600
CRUSH_S = 15 * 60
"""A quarter of an hour at opening, in which a quarter of all visitors come (domain.md section 4)."""
SYNC_S = 300
"""Kiosks hear from each other every five minutes."""


def code_of(number: int) -> str:
    """The registration code of a booking."""
    return base64.b32encode(hashlib.sha256(f"code {number}".encode()).digest())[:26].decode()


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that somebody does. `what`: code, badge, old_badge, leave, walk_up, reissue, lead or desk."""

    at_s: int
    order: int
    what: str
    kiosk: int
    who: int


@dataclass
class Count:
    """What the day must come to."""

    people: int = 0
    passages: int = 0
    arrived: int = 0
    booked: int = 0
    walk_ups: int = 0
    reissued: int = 0
    exits: int = 0
    twice: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    delegates: int = 0
    inside_at_close: int = 0


@dataclass
class Day:
    """The script: who is in the pack, what happens, and the count."""

    attendees: list[Attendee] = field(default_factory=list)
    delegations: list[Delegation] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    count: Count = field(default_factory=Count)

    def happen(self, at_s: float, what: str, kiosk: int, who: int) -> None:
        """Put an event into the day."""
        self.events.append(Event(int(at_s), len(self.events), what, kiosk, who))


def write(visitors: int, seed: int) -> Day:
    """A day of so many visitors: nine of ten are booked, of whom one of eight does not come."""
    chance, day = random.Random(seed), Day()
    walk_ups, delegated = visitors // 10, visitors // 20
    booked = visitors - walk_ups - delegated
    for number in range(booked * 8 // 7):
        _booked(day, chance, number, comes=number < booked)
    _delegations(day, chance, delegated)
    for number in range(walk_ups):
        day.happen(_arrival_s(chance), "walk_up", chance.randrange(4), 10**6 + number)
        day.count.walk_ups += 1
        _in(day)
        day.count.inside_at_close += 1
    day.events.sort(key=lambda each: (each.at_s, each.order))
    return day


def _in(day: Day) -> None:
    day.count.people += 1
    day.count.passages += 1


def _arrival_s(chance: random.Random) -> int:
    """A quarter within the first quarter of an hour, the others until two hours before the end."""
    if chance.random() < 0.25:
        return OPENS_S + chance.randrange(CRUSH_S)
    return OPENS_S + CRUSH_S + chance.randrange(CLOSES_S - OPENS_S - CRUSH_S - 7200)


def _booked(day: Day, chance: random.Random, number: int, *, comes: bool) -> None:
    hosts = number % 15 == 0
    bad = number % 97 == 1
    person = Person(f"示例{number}", "北京科技大学", "软件工程・硕士", f"2019{number:06d}", f"13{number:09d}")
    day.attendees.append(
        Attendee(
            number + 1,
            BadgeType.EMPLOYER if hosts else BadgeType.GRADUATE,
            Registration.CANCELLED if bad else Registration.CONFIRMED,
            person,
            DAY,
            Slot(OPENS_S // 60, CLOSES_S // 60),
            "" if hosts else "4111010008",
            "" if hosts else "硕士",
            stall=("A001", "A002")[number % 2] if hosts else "",
        )
    )
    day.count.booked += not bad
    if not comes:
        return
    kiosk, at_s = chance.randrange(4), _arrival_s(chance)
    day.happen(at_s, "code", kiosk, number + 1)
    if bad:
        day.count.refused["cancelled"] += 1
        return
    _in(day)
    day.count.arrived += 1
    _goes_on(day, chance, number + 1, kiosk, at_s)


def _goes_on(day: Day, chance: random.Random, who: int, kiosk: int, at_s: int) -> None:
    """What a visitor does later: scans again, leaves, comes back, loses the badge, is admitted twice."""
    fate = chance.random()
    later_s = at_s + 1200 + chance.randrange(1800)
    if fate < 0.05:  # again at the same kiosk: already inside
        day.happen(later_s, "badge", kiosk, who)
        day.count.refused["already_inside"] += 1
        day.count.inside_at_close += 1
    elif fate < 0.45:
        day.happen(later_s, "leave", chance.randrange(4), who)
        day.count.exits += 1
        if fate < 0.15:
            day.happen(later_s + 1200, "badge", chance.randrange(4), who)
            day.count.passages += 1
            day.count.inside_at_close += 1
    elif fate < 0.47:  # lost: a new badge at the desk of any kiosk, and the finder tries the old one
        day.happen(later_s, "reissue", kiosk, who)
        day.happen(later_s + 1200, "old_badge", chance.randrange(4), who)
        day.count.reissued += 1
        day.count.refused["replaced"] += 1
        day.count.inside_at_close += 1
    elif fate < 0.48:  # a copy at another kiosk that has not heard of it yet: a double admission
        minute = at_s // SYNC_S * SYNC_S
        at_twice = min(at_s + 30, minute + SYNC_S - 1)
        if at_twice > at_s + 9:
            day.happen(at_twice, "code", (kiosk + 1) % 4, who)
            day.count.twice += 1
        day.count.inside_at_close += 1
    else:
        day.count.inside_at_close += 1


def _delegations(day: Day, chance: random.Random, people: int) -> None:
    """Coaches of 25: the leader is scanned, two are absent, one is not confirmed."""
    for group in range(max(1, people // 25)):
        first = 500_000 + group * 25
        day.delegations.append(
            Delegation(group + 1, f"示例代表团{group}", "示例省", "京A00000", f"领队{group}", 25, None)
        )
        for place in range(25):
            pending = place == 3
            day.attendees.append(
                Attendee(
                    first + place,
                    BadgeType.DELEGATION,
                    Registration.PENDING if pending else Registration.CONFIRMED,
                    Person(f"领队{group}" if place == 0 else f"团员{group}之{place}", "示例单位"),
                    delegation=group + 1,
                )
            )
            day.count.booked += not pending
        day.happen(_arrival_s(chance), "lead", chance.randrange(4), first)
        came = 25 - 2 - 1
        day.count.refused["not_confirmed"] += 1
        day.count.people += came
        day.count.passages += came
        day.count.arrived += came
        day.count.delegates += came
        day.count.inside_at_close += came


ABSENT = (7, 8)
"""Places in a delegation's list whose people did not come."""
