"""Who registered, which badges there are, and whose keys sign them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class AttendeeRegistered:
    """A walk-up registered at a kiosk. Person is personal; `personal` is its digest."""

    kind: ClassVar[str] = "attendee_registered"
    fair: str
    attendee: int
    badge_type: int
    consent_version: str
    school_code: str
    degree: str
    personal: str


@dataclass(frozen=True, slots=True)
class BadgeIssued:
    """A badge was issued (or reissued, then `replaces` names the older ones)."""

    kind: ClassVar[str] = "badge_issued"
    fair: str
    badge: int
    attendee: int
    badge_type: int
    kid: int
    last_valid_day: int
    replaces: tuple[int, ...] = ()
    by: str = ""
    """Id of the staff member; nothing at self-service."""


@dataclass(frozen=True, slots=True)
class BadgeRevoked:
    """A badge is valid no more."""

    kind: ClassVar[str] = "badge_revoked"
    fair: str
    badge: int
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class KeyCertified:
    """A badge key was certified: a certificate's fields as hex, its grant as text."""

    kind: ClassVar[str] = "key_certified"
    kid: int
    public_key: str
    role: str
    name: str
    fair: int
    signature: str


@dataclass(frozen=True, slots=True)
class KeyWithdrawn:
    """A badge key is trusted no more, but for badges whose issue is known and came before `from_seq`."""

    kind: ClassVar[str] = "key_withdrawn"
    fair: str
    kid: int
    from_seq: int
    """In the journal of the kiosk that held the key; 1 where nothing that it signed is trusted."""
    by: str
