"""A fair pack that lies on a stick, as staff see it before it is installed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain.words import Words

_NO_WORDS = Words("", "")


class OfferStanding(StrEnum):
    """What a pack is to this kiosk."""

    NEWER = "newer"
    """Than the one that is open, or none of its fair is installed and none is open."""
    OTHER_FAIR = "other_fair"
    """Of another fair than the open one, and not here yet in this version."""
    SAME = "same"
    OLDER = "older"
    EXPIRED = "expired"
    OTHER_VENUE = "other_venue"
    OTHER_ORGANISER = "other_organiser"
    DAMAGED = "damaged"

    @property
    def installable(self) -> bool:
        """Whether it may be looked at more closely, and then installed."""
        return self in {OfferStanding.NEWER, OfferStanding.OTHER_FAIR}


@dataclass(frozen=True, slots=True)
class PackOffer:
    """A pack that was found. Until it is chosen only its manifest was checked, not its file."""

    number: int
    """In the list that it was found with."""
    folder: str
    stick: str
    """The stick's own name."""
    standing: OfferStanding
    fair: Words = _NO_WORDS
    """Nothing where the pack does not open here."""
    version: int = 0
    installed_version: int = 0
    """Of the same fair; 0 where none is installed."""
    first_day: date | None = None
    size_bytes: int = 0


@dataclass(frozen=True, slots=True)
class PackOffers:
    """What was found on all sticks; `answered` False where a stick did not answer in time."""

    offers: tuple[PackOffer, ...] = ()
    sticks: int = 0
    more: bool = False
    """Whether not all was looked at: there are too many folders or packs."""
    answered: bool = True


@dataclass(frozen=True, slots=True)
class PackLook:
    """A pack that was read and checked whole: what it would change, or why it cannot be installed."""

    changes: tuple[Words, ...] = ()
    first: bool = False
    """Whether no pack of its fair is installed, so that there is nothing to compare with."""
    opens: bool = True
    """Whether this kiosk works with it once it is installed; else it only joins the season's list."""
    problem: Words | None = None


@dataclass(frozen=True, slots=True)
class PackOutcome:
    """What became of an installation: the version that is in use from now on, or why the old one stays."""

    version: int = 0
    problem: Words | None = None


STICK_SILENT = Words(
    "U 盘没有反应，没有安装，原来的资料包仍在使用。请拔下 U 盘再插好，或换一个。",
    "The stick does not answer. Nothing was installed, the old pack stays in use. "
    "Take it out and put it back, or use another.",
)
