"""Which keys may sign badges, for what and how long: what the venue's authority certifies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import day_number, day_of


class KeyRole(StrEnum):
    """What a certified key may do."""

    ORGANISER = "organiser"
    KIOSK = "kiosk"
    HUB = "hub"
    """Certifies kiosks at the venue, in the authority's place (fair.toml names it), and signs what a kiosk
    may."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What a certified key may do, and within which limits."""

    role: KeyRole
    types: tuple[BadgeType, ...] = ()
    """Badge types that it may issue, in order, each once; all of them where none is named."""
    last_day: date | None = None
    """The last day that a badge under it may be valid on; any day where none is named."""

    def covers(self, badge_type: int, day: int) -> bool:
        """Whether a badge of that type, with that last valid day (as a token counts days), is within it."""
        if self.types and badge_type not in self.types:
            return False
        return self.last_day is None or day <= day_number(self.last_day)

    def includes(self, other: Grant) -> bool:
        """Whether all that another grant allows is within the limits of this one."""
        if self.types and not (other.types and set(other.types) <= set(self.types)):
            return False
        return self.last_day is None or (other.last_day is not None and other.last_day <= self.last_day)

    def text(self) -> str:
        """As it is signed and as facts hold it: `kiosk`, `kiosk types=1,4 until=2523`.

        Without limits it is the role alone, so what was signed before there were limits stays right.
        """
        types = f" types={','.join(str(int(each)) for each in self.types)}" if self.types else ""
        until = f" until={day_number(self.last_day)}" if self.last_day is not None else ""
        return self.role.value + types + until


_GRANT = re.compile(r"([a-z]+)(?: types=([0-9]+(?:,[0-9]+)*))?(?: until=([0-9]{1,5}))?")
_LARGEST_DAY = 0xFFFF


def grant_of(text: str) -> Grant:
    """The grant that `text` (of Grant.text) names. ValueError for any other text and any other spelling."""
    match = _GRANT.fullmatch(text)
    if match is None:
        raise ValueError("no grant of a key")
    role, types, until = match.groups()
    last_day = day_of(int(until)) if until and int(until) <= _LARGEST_DAY else None
    named = tuple(BadgeType(int(each)) for each in types.split(",")) if types else ()
    grant = Grant(KeyRole(role), named, last_day)
    if grant.text() != text or grant.types != in_order(grant.types):
        raise ValueError("a grant of a key is spelt in one way only")
    return grant


def in_order(types: Iterable[BadgeType]) -> tuple[BadgeType, ...]:
    """Badge types as a grant lists them."""
    return tuple(sorted(set(types)))


@dataclass(frozen=True, slots=True)
class KeyCertificate:
    """The authority's word that a key may sign badges. Travels in packs and as facts.

    `signature` is the authority's Ed25519 over `signed_bytes()`. As a fact, `role` is the grant's text.
    """

    kid: int
    public_key: bytes
    role: KeyRole
    name: str
    """Which kiosk or organiser holds the key, for staff."""
    fair: int
    signature: bytes
    types: tuple[BadgeType, ...] = ()
    """As of Grant."""
    last_day: date | None = None
    """As of Grant."""

    @property
    def grant(self) -> Grant:
        """Its role and limits."""
        return Grant(self.role, self.types, self.last_day)

    def signed_bytes(self) -> bytes:
        """What the authority signs: a tag, then every field with its length."""
        fields = (
            self.kid.to_bytes(4, "big"),
            self.public_key,
            self.grant.text().encode(),
            self.name.encode(),
            self.fair.to_bytes(4, "big"),
        )
        return b"fair-key-v1\0" + b"".join(len(each).to_bytes(2, "big") + each for each in fields)
