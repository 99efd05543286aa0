"""The figures of a fair: people and passages kept apart, booked against arrived with the denominator said.

What has to be filed within seven days of a fair (domain.md section 2, T+1). Nothing here names a person; a
rehearsal is another fair and counts nowhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from kiosk.domain.attendee import Attendee, Registration
from kiosk.domain.badge_type import HOSTS, BadgeType
from kiosk.domain.fair import Fair
from kiosk.domain.words import Words
from kiosk.store import tallies
from kiosk.store.lookups import lookups

if TYPE_CHECKING:
    from kiosk.store.catalogue import Catalogue
    from kiosk.store.migrations import Store

ELSEWHERE = ""
"""School code of those of whom no school is known."""


@dataclass(slots=True)
class Line:
    """One line of a table: a type, a school or a degree. All are people but `passages`."""

    booked: int = 0
    """Confirmed bookings."""
    arrived: int = 0
    """Of those who were booked."""
    walk_ups: int = 0
    """Registered at a kiosk."""
    came_on_the_day: int = 0
    """Booked or not: everybody who went in, each once."""
    passages: int = 0
    """Times that somebody went in; who went out and came back passes twice."""

    @property
    def no_shows(self) -> int:
        """Booked, and did not come."""
        return self.booked - self.arrived


@dataclass(frozen=True, slots=True)
class Hour:
    """One hour of one day."""

    day: date
    hour: int
    people: int
    """Who first went in within it."""
    entries: int
    exits: int
    by_gate: Mapping[str, int]
    """Entries."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """Arrived of expected: a delegation, or a session and its seats (0: not limited)."""

    name: Words
    arrived: int
    expected: int


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What visitors looked up on all days; nothing says who."""

    lookups: int = 0
    found: int = 0
    missed: tuple[tuple[str, int], ...] = ()
    """What several visits looked up and did not find, with how many did, the most first."""
    rare: int = 0
    """Lookups in vain whose words were not kept: few had them, or they may have been somebody's."""


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is filed."""

    fair: Fair
    by_type: Mapping[BadgeType, Line]
    by_school: Mapping[str, Line]
    by_degree: Mapping[str, Line]
    hours: tuple[Hour, ...]
    peak: tuple[Hour, ...]
    """The hour with the most entries of each day."""
    delegations: tuple[Attendance, ...]
    sessions: tuple[Attendance, ...]
    stalls: int
    """That a host has."""
    stalls_claimed: int
    badges_issued: int
    badges_reissued: int
    badges_revoked: int
    overridden: int
    twice: int
    """People who went in while they were inside."""
    reasons: Mapping[tuple[str, str], int]
    """Scans by (verdict, reason)."""
    unknown: int = 0
    """People who came with a valid badge of whom this kiosk knows nothing: another kiosk's walk-ups."""
    total: Line = field(default_factory=Line)
    looked_up: LookedUp = LookedUp()


def figures(store: Store, catalogue: Catalogue, fair: Fair, attendees: Iterable[Attendee]) -> Figures:
    """Add up all facts known here of a fair whose pack is open."""
    db = store.db
    people = {each.id: each for each in attendees}
    walk_ups = tallies.walk_up_ids(db, fair.id)
    lines = _Lines(people, walk_ups)
    seen: set[int] = set()
    sessions: Counter[str] = Counter()
    stalls: set[str] = set()
    twice = 0
    for came in tallies.came(db, fair.id):
        if came.session:
            sessions[came.session] += 1
            continue
        first_time = came.attendee is None or came.attendee not in seen
        if came.attendee is not None:
            seen.add(came.attendee)
        lines.came(came, first=first_time)
        stalls |= {came.stall} - {""}
        twice += came.doubles > 0
    hours = _hours(store, fair)
    issued, reissued, revoked = tallies.badges(db, fair.id)
    hosted = {stall for each in catalogue.exhibitors() for stall in each.stalls}
    return Figures(
        fair=fair,
        by_type=dict(sorted(lines.by_type.items())),
        by_school=dict(sorted(lines.by_school.items(), key=lambda each: (-each[1].came_on_the_day, each[0]))),
        by_degree=dict(sorted(lines.by_degree.items())),
        hours=hours,
        peak=_peaks(hours),
        delegations=_delegations(catalogue, people, seen),
        sessions=tuple(
            Attendance(each.title, sessions[each.id], each.seats) for each in catalogue.sessions()
        ),
        stalls=len(hosted),
        stalls_claimed=len(hosted & stalls),
        badges_issued=issued,
        badges_reissued=reissued,
        badges_revoked=revoked,
        overridden=tallies.overridden(db, fair.id),
        twice=twice,
        reasons=tallies.reasons(db, fair.id),
        unknown=lines.unknown,
        total=lines.total,
        looked_up=_looked_up(store, fair),
    )


class _Lines:
    """The tables as they grow; each person is in one line of each."""

    def __init__(self, people: Mapping[int, Attendee], walk_ups: Mapping[int, tuple[str, str]]) -> None:
        self._people = people
        self._walk_ups = walk_ups
        self.by_type: dict[BadgeType, Line] = {}
        self.by_school: dict[str, Line] = {}
        self.by_degree: dict[str, Line] = {}
        self.total = Line()
        self.unknown = 0
        for each in people.values():
            if each.registration is Registration.CONFIRMED:
                for line in self._of(each.type, each.school_code, each.degree):
                    line.booked += 1
        for school, degree in walk_ups.values():
            for line in self._of(BadgeType.GRADUATE, school, degree):
                line.walk_ups += 1

    def came(self, came: tallies.Came, *, first: bool) -> None:
        """Somebody came on a day; a person who comes on two days is one person with more passages."""
        person = self._people.get(came.attendee) if came.attendee is not None else None
        walk_up = self._walk_ups.get(came.attendee) if came.attendee is not None else None
        if person is not None:
            lines = self._of(person.type, person.school_code, person.degree)
        elif walk_up is not None:
            lines = self._of(BadgeType.GRADUATE, *walk_up)
        else:
            known = {int(each): each for each in BadgeType}
            lines = self._of(known.get(came.badge_type or 0, BadgeType.GUEST), ELSEWHERE, "")
            self.unknown += first
        for line in lines:
            line.passages += came.entries
            if first:
                line.came_on_the_day += 1
                line.arrived += person is not None and person.registration is Registration.CONFIRMED

    def _of(self, badge_type: BadgeType, school: str, degree: str) -> list[Line]:
        """Hosts count by type alone: a school's representative is not one of its graduates."""
        found = [self.total, self.by_type.setdefault(badge_type, Line())]
        if badge_type not in HOSTS:
            found.append(self.by_school.setdefault(school, Line()))
            found.append(self.by_degree.setdefault(degree, Line()))
        return found


def _looked_up(store: Store, fair: Fair) -> LookedUp:
    days = lookups(store.db, fair.id)
    missed: Counter[str] = Counter()
    for day in days:
        missed.update(dict(day.missed))
    return LookedUp(
        sum(day.lookups for day in days),
        sum(day.found for day in days),
        tuple(sorted(missed.items(), key=lambda each: (-each[1], each[0]))),
        sum(day.rare for day in days),
    )


def _hours(store: Store, fair: Fair) -> tuple[Hour, ...]:
    first = tallies.first_entries(store.db, fair.id)
    counted: dict[tuple[date, int], tuple[Counter[str], int]] = {}
    for each in tallies.hours(store.db, fair.id):
        gates, exits = counted.setdefault((each.day, each.hour), (Counter(), 0))
        if each.direction == "out":
            counted[each.day, each.hour] = (gates, exits + each.passages)
        else:
            gates[each.gate] += each.passages
    return tuple(
        Hour(day, hour, first.get((day, hour), 0), gates.total(), exits, dict(sorted(gates.items())))
        for (day, hour), (gates, exits) in sorted(counted.items())
    )


def _peaks(hours: tuple[Hour, ...]) -> tuple[Hour, ...]:
    days = sorted({each.day for each in hours})
    return tuple(
        max((each for each in hours if each.day == day), key=lambda each: each.entries) for day in days
    )


def _delegations(
    catalogue: Catalogue, people: Mapping[int, Attendee], seen: set[int]
) -> tuple[Attendance, ...]:
    arrived: Counter[int] = Counter()
    members: Counter[int] = Counter()
    for each in people.values():
        if each.delegation is not None:
            members[each.delegation] += 1
            arrived[each.delegation] += each.id in seen
    return tuple(
        Attendance(Words(each.name, each.name), arrived[each.id], max(each.expected, members[each.id]))
        for each in catalogue.delegations()
    )
