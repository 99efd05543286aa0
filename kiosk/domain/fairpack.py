"""A fair pack's content: all that a kiosk needs to know of a fair."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.attendee import Attendee
from kiosk.domain.exhibitor import Exhibitor
from kiosk.domain.fair import Delegation, Fair, Session
from kiosk.domain.floorplan import FloorPlan
from kiosk.domain.key_certificate import KeyCertificate
from kiosk.domain.search import SearchEntry


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
    logo: bytes = b""
    """The organiser's, a PNG for badges; empty where there is none."""
