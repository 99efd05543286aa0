"""An exhibitor: whoever hosts a stall, an employer or a school."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.fair import Words


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


@dataclass(frozen=True, slots=True)
class PoolEntry:
    """A line of a school's graduate pool."""

    degree: str
    major: str
    count: int


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

    @property
    def headcount(self) -> int:
        """People wanted over all openings that give a number."""
        return sum(opening.headcount or 0 for opening in self.openings)
