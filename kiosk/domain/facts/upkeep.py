"""What becomes of a kiosk itself: its pack, clock, store, journal, and who signs in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class PackInstalled:
    """A fair pack was installed here."""

    kind: ClassVar[str] = "pack_installed"
    fair: str
    version: int
    content_sha256: str


@dataclass(frozen=True, slots=True)
class ClockConfirmed:
    """Staff looked at a clock that was not to be trusted, and it is right."""

    kind: ClassVar[str] = "clock_confirmed"
    fair: str
    ahead_ms: int
    """How far the journal's time was ahead of it."""
    by: str


@dataclass(frozen=True, slots=True)
class StoreRescued:
    """The store was damaged; what could be read of it went into a new one."""

    kind: ClassVar[str] = "store_rescued"
    origin: str
    """Hex; the journal that this kiosk had before."""
    kept: int
    """Facts."""
    strays: int
    """Facts that were read behind a gap, and lie in the folder with the damaged store."""


@dataclass(frozen=True, slots=True)
class RescueSeen:
    """Staff have seen that the store was rescued."""

    kind: ClassVar[str] = "rescue_seen"
    by: str


@dataclass(frozen=True, slots=True)
class ForkFound:
    """Two contents were heard of one place in a journal: a disk was copied, or restored from an older
    state."""

    kind: ClassVar[str] = "fork_found"
    origin: str
    """Hex."""
    seq: int
    kept: str
    """Hex of the hash of the fact that is kept where this was found."""
    other: str
    """Hex of the hash of the other one, or of the one before it."""


@dataclass(frozen=True, slots=True)
class ForkSeen:
    """Staff have read of a fork."""

    kind: ClassVar[str] = "fork_seen"
    origin: str
    """Hex."""
    seq: int
    by: str


@dataclass(frozen=True, slots=True)
class StaffSignedIn:
    """Somebody opened the staff page."""

    kind: ClassVar[str] = "staff_signed_in"
    fair: str
    staff: str


@dataclass(frozen=True, slots=True)
class PinTried:
    """A PIN was entered at the staff page: recorded before it is checked, so that pulling the plug saves
    nobody a wrong try. A StaffSignedIn after it says that it was right."""

    kind: ClassVar[str] = "pin_tried"
    fair: str


@dataclass(frozen=True, slots=True)
class SettingChanged:
    """Staff changed something of this kiosk: its gate, place, screen, clock, fair, or that it rehearses."""

    kind: ClassVar[str] = "setting_changed"
    setting: str
    """Its name in kiosk.toml with its table (`window.language`), or clock."""
    value: str
    by: str


@dataclass(frozen=True, slots=True)
class KioskShutDown:
    """Staff shut the kiosk down, or started it anew."""

    kind: ClassVar[str] = "kiosk_shut_down"
    again: bool
    """Whether it was to start again."""
    by: str


@dataclass(frozen=True, slots=True)
class PersonsErased:
    """Personal fields of a fair were erased, and how many rows; the proof of an erasure."""

    kind: ClassVar[str] = "persons_erased"
    fair: str
    rows: int
