"""A badge's face: what is printed on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kiosk.domain.attendee import Attendee
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.exhibitor import Exhibitor, hosts_of
from kiosk.domain.fair import Delegation, Fair, Session, SessionKind, clock_text
from kiosk.domain.floorplan import FloorPlan, Zone

_SESSION_WORDS = {SessionKind.TALK: "宣讲", SessionKind.LECTURE: "讲座", SessionKind.EXCHANGE: "对接"}
_MOST_SESSIONS = 2
"""More are in the programme; a badge has no room."""
_STALL_NUMBER = re.compile(r"[^0-9A-Za-z-]+")
"""Between the numbers of who hosts several."""
_BOTH_SCRIPTS = re.compile(
    r"(?P<name>(?:[^\x00-\u02ff\s（）]|·){2,})[\s]*(?:[\s（(])[\s]*"
    r"(?P<latin>[A-Za-zÀ-\u024f][A-Za-zÀ-\u024fẠ-ỹ'.’ -]*[A-Za-zÀ-\u024fẠ-ỹ])[\s]*[）)]?"
)


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


@dataclass(frozen=True, slots=True)
class Signposts:
    """Where a fair's people belong, made once for many badges: signposts_of."""

    zones: Mapping[str, Zone] = field(default_factory=dict)
    """By stall number."""
    coaches: Mapping[int, str] = field(default_factory=dict)
    """By delegation."""
    sessions: Mapping[str, tuple[Session, ...]] = field(default_factory=dict)
    """Those that the host of a stall gives, by stall number, in the order of time."""


def signposts_of(
    plan: FloorPlan,
    delegations: Iterable[Delegation],
    sessions: Iterable[Session],
    exhibitors: Iterable[Exhibitor],
) -> Signposts:
    """What the pack tells of zones, coaches and sessions."""
    zones = {zone.letter: zone for zone in plan.zones}
    given: dict[str, list[Session]] = {}
    in_time = sorted(sessions, key=lambda each: (each.day, each.slot.start_min))
    for session, host in zip(in_time, hosts_of(in_time, exhibitors), strict=True):
        for number in host.stalls if host is not None else ():
            given.setdefault(number, []).append(session)
    return Signposts(
        {stall.number: zones[stall.zone] for stall in plan.stalls if stall.zone in zones},
        {each.id: each.coach for each in delegations if each.coach},
        {number: tuple(each) for number, each in given.items()},
    )


NO_SIGNPOSTS = Signposts()


def face_of(
    token: str, attendee: Attendee, fair: Fair, latin: str = "", signposts: Signposts = NO_SIGNPOSTS
) -> BadgeFace:
    """The face of an attendee's badge at a fair."""
    name = attendee.person.name
    if not latin:
        name, latin = name_and_latin(name)
    return BadgeFace(
        token=token,
        type=attendee.type,
        name=name,
        organisation=attendee.person.organisation,
        detail=attendee.person.detail,
        fair_name=fair.name.zh,
        fair_date=dates_text(fair),
        lost=fair.policy.desk.zh,
        latin=latin,
        stall=attendee.stall,
        sample=fair.sample,
        marks=marks_of(attendee, fair, signposts),
    )


def name_and_latin(name: str) -> tuple[str, str]:
    """A name that was given in both scripts, parted: 林知远 Lin Zhiyuan, 林知远（Lin Zhiyuan）.

    "" for the second where it stands in one, or where the Latin part may be a sign that tells two apart.
    """
    both = _BOTH_SCRIPTS.fullmatch(name.strip())
    return (both["name"], both["latin"].strip()) if both else (name, "")


def marks_of(attendee: Attendee, fair: Fair, signposts: Signposts) -> tuple[str, ...]:
    """The zone of the holder's stall, the day and slot booked, the coach, the sessions given."""
    several_days = len(fair.days) > 1
    stall = _STALL_NUMBER.split(attendee.stall)[0]
    marks = []
    zone = signposts.zones.get(stall)
    if zone is not None:
        marks.append(f"{zone.letter} {zone.name.zh}")
    booked = [_day_text(attendee.day)] if attendee.day and several_days else []
    if attendee.slot is not None:
        booked.append(attendee.slot.text())
    if booked:
        marks.append(" ".join(booked))
    if attendee.delegation is not None and attendee.delegation in signposts.coaches:
        marks.append(signposts.coaches[attendee.delegation])
    for session in signposts.sessions.get(stall, ())[:_MOST_SESSIONS]:
        when = f"{_day_text(session.day)} " if several_days else ""
        marks.append(f"{_SESSION_WORDS[session.kind]} {when}{clock_text(session.slot.start_min)}")
    return tuple(marks)


def _day_text(day: date) -> str:
    """11-28."""
    return day.isoformat()[5:]


def dates_text(fair: Fair) -> str:
    """The fair's days as a badge shows them: 2026-11-28, or 2026-11-28 – 11-29."""
    first, last = min(day.day for day in fair.days), fair.last_day
    if first == last:
        return first.isoformat()
    same_year = first.year == last.year
    return f"{first.isoformat()} – {last.isoformat()[5 if same_year else 0 :]}"
