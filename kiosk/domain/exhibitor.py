"""An exhibitor: whoever hosts a stall, an employer or a school."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.fair import Session
from kiosk.domain.search import exact_key
from kiosk.domain.words import Words


class ExhibitorKind(StrEnum):
    """Who hosts the stall."""

    EMPLOYER = "employer"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class Opening:
    """A post that an employer offers. Texts are the organiser's own, cleaned."""

    title: str
    majors: str = ""
    degree: str = ""
    """As shown: 本科起, 硕士起, 不限."""
    headcount: int | None = None
    """None where the organiser wrote 若干."""
    pay: str = ""
    place: str = ""
    apply_url: str = ""
    title_en: str = ""
    major_classes: tuple[str, ...] = ()
    """Classes of majors (专业类) that its text names, as attendees have theirs; none where it names none."""


@dataclass(frozen=True, slots=True)
class PoolEntry:
    """A line of a school's graduate pool."""

    degree: str
    major: str
    count: int
    major_class: str = ""
    """专业类 that the major belongs to; nothing where it points to none."""


@dataclass(frozen=True, slots=True)
class Exhibitor:
    """An employer or a school. `id` is small and stable within one pack."""

    id: int
    kind: ExhibitorKind
    name: Words
    stalls: tuple[str, ...] = ()
    zone: str = ""
    """The zone's letter, or nothing for those who have no stall."""
    nature: str = ""
    industry: str = ""
    scale: str = ""
    region: str = ""
    school_code: str = ""
    aliases: tuple[str, ...] = ()
    strengths: str = ""
    openings: tuple[Opening, ...] = ()
    pool: tuple[PoolEntry, ...] = ()
    office: str = ""
    """A school's careers office, as it is to be reached; no person's name."""

    @property
    def headcount(self) -> int:
        """People wanted over all openings that give a number."""
        return sum(opening.headcount or 0 for opening in self.openings)


_BRACKETS = re.compile(r"[（(][^（()）]{1,8}[)）]")
_LEAST_NAME = 4
"""Characters of a name that tell an exhibitor: shorter ones stand in any sentence."""


def host_of(session: Session, exhibitors: Iterable[Exhibitor]) -> Exhibitor | None:
    """The exhibitor that gives a session: the one named as its speaker, or whose name its title holds.

    The longest name wins (a group and its branch); a bracket in the name does not count. None where nobody
    is named.
    """
    return hosts_of((session,), exhibitors)[0]


def hosts_of(sessions: Iterable[Session], exhibitors: Iterable[Exhibitor]) -> tuple[Exhibitor | None, ...]:
    """`host_of` each session; each name is looked at once for all."""
    names = [
        (plain, exhibitor)
        for exhibitor in exhibitors
        for plain in map(_plain, (exhibitor.name.zh, *exhibitor.aliases))
        if len(plain) >= _LEAST_NAME
    ]
    names.sort(key=lambda each: -len(each[0]))  # of equals the first stays first
    found = []
    for session in sessions:
        said = f"{_plain(session.speaker)}\n{_plain(session.title.zh)}"
        found.append(next((exhibitor for plain, exhibitor in names if plain in said), None))
    return tuple(found)


def _plain(name: str) -> str:
    return exact_key(_BRACKETS.sub("", name))
