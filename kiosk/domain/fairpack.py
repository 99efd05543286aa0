"""A fair pack's content: all that a kiosk needs to know of a fair."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.attendee import Attendee
from kiosk.domain.exhibitor import Exhibitor
from kiosk.domain.fair import Delegation, Fair, Session
from kiosk.domain.floorplan import FloorPlan
from kiosk.domain.search import SearchEntry


class KeyRole(StrEnum):
    """What a certified key may do."""

    ORGANISER = "organiser"
    KIOSK = "kiosk"


@dataclass(frozen=True, slots=True)
class KeyCertificate:
    """The authority's word that a key may sign badges. Travels in packs and as facts.

    `signature` is the authority's Ed25519 over `signed_bytes()`.
    """

    kid: int
    public_key: bytes
    role: KeyRole
    name: str
    """Which kiosk or organiser holds the key, for staff."""
    fair: int
    signature: bytes

    def signed_bytes(self) -> bytes:
        """What the authority signs: a tag, then every field with its length."""
        fields = (
            self.kid.to_bytes(4, "big"),
            self.public_key,
            self.role.value.encode(),
            self.name.encode(),
            self.fair.to_bytes(4, "big"),
        )
        return b"fair-key-v1\0" + b"".join(len(each).to_bytes(2, "big") + each for each in fields)


@dataclass(frozen=True, slots=True)
class Issue:
    """A badge that the organiser issued with the pack: badge id and registration code for one attendee."""

    attendee: int
    badge: int
    code_hash: bytes
    """keys.code_hash of the registration code, so that the pack holds no code that opens a gate."""


@dataclass(frozen=True, slots=True)
class PackContent:
    """Everything in a pack's database. Sequences are sorted, so that the same input gives the same hash.

    Attendees stand in the order of the organiser's lists: so a delegation's list is read out on the coach.
    """

    fair: Fair
    plan: FloorPlan
    exhibitors: tuple[Exhibitor, ...]
    sessions: tuple[Session, ...]
    delegations: tuple[Delegation, ...]
    attendees: tuple[Attendee, ...]
    issues: tuple[Issue, ...]
    search: tuple[SearchEntry, ...]
    authority: bytes
    """Public key that certifies badge keys."""
    certificates: tuple[KeyCertificate, ...]
    readings: tuple[tuple[str, str], ...] = ()
    """Characters of names and how each is read, parted by spaces: staff look people up by pinyin."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the organiser signs about a pack."""

    fair: str
    version: int
    file_sha256: str
    content_sha256: str
    authority: str
    """Hex of the authority's Ed25519 public key."""
    expires: str
    """ISO date; after it no kiosk installs the pack."""
    sealed_key: str
    """Hex of the database's raw key, sealed to the venue."""
