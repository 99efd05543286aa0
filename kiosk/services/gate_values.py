"""What the gate gives: who, how it was decided, and how many are inside."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain import badge
from kiosk.domain.admission import Decision
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.words import Words

NO_WORDS = Words("", "")


@dataclass(frozen=True, slots=True)
class Who:
    """Who stands at the gate, as much as a queue may see."""

    name: str
    """Masked; nothing where the kiosk knows the badge but not the person."""
    organisation: str
    type: BadgeType


@dataclass(frozen=True, slots=True)
class Admission:
    """A decision that is on disk, and what follows from it."""

    decision: Decision
    who: Who | None = None
    attendee: int | None = None
    job: int | None = None
    """The print job of the badge that is being printed because of it."""
    claim: badge.Claim | None = None
    """What was claimed, where the decision asks for something first."""
    delegation: int | None = None
    """The delegation that the person belongs to."""
    lies: Words | None = None
    """Where the badge lies that was printed before: B 服务台第 3 排."""

    @property
    def prints(self) -> bool:
        """Whether a badge is being printed because of it."""
        return self.job is not None


@dataclass(frozen=True, slots=True)
class HallPeople:
    """People in a hall or a session, and its places (0: no limit)."""

    name: Words
    inside: int
    capacity: int


@dataclass(frozen=True, slots=True)
class Occupancy:
    """People inside, as far as this kiosk knows."""

    inside: int
    capacity: int
    paused: bool
    halls: tuple[HallPeople, ...] = ()
    session: HallPeople | None = None
    """Of a kiosk at a session's door."""
    turnout: int = 0
    """People who came at all today."""
    known: Words = NO_WORDS
    """How far these numbers go: which other gates were heard, and which were not; nothing where there is no
    other gate."""
