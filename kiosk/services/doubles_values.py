"""What the double admissions tell the window: frozen values, texts in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kiosk.domain.badge_type import BadgeType
from kiosk.domain.words import Words


@dataclass(frozen=True, slots=True)
class PassageLine:
    """One passage: 9:02 西门. `origin` and `seq` name it."""

    origin: bytes
    seq: int
    at: datetime
    words: Words

    @property
    def place(self) -> tuple[bytes, int]:
        """Where it stands in a journal."""
        return self.origin, self.seq


@dataclass(frozen=True, slots=True)
class DoubleLine:
    """Somebody who was let in where they already were."""

    attendee: int | None
    """None where a badge was let in of nobody who is known here."""
    badge: int | None
    name: Words
    organisation: str
    type: BadgeType | None
    day: date
    session: Words | None
    """Its title, where it was a session's door."""
    passages: tuple[PassageLine, ...]
    words: tuple[Words, Words]
    """9:02 西门，9:05 东门; and: 东门当时 14 分钟没有收到西门的记录."""
    outcome: str = ""
    """One of facts.DOUBLE_OUTCOMES; nothing where staff are asked."""
    by: str = ""
    """Who said so."""
    revoked: bool = False
    """No badge of the person works any more."""


@dataclass(frozen=True, slots=True)
class DoublesSheet:
    """All that are known here."""

    open: tuple[DoubleLine, ...] = ()
    """Staff are asked."""
    resolved: tuple[DoubleLine, ...] = ()
