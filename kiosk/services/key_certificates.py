"""Which keys may sign badges, kept up with the certificates that come as facts while the kiosk runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.domain.badge import fair_number
from kiosk.store import attendance, presence

if TYPE_CHECKING:
    from kiosk.domain.badge_type import BadgeType
    from kiosk.domain.fair import Fair
    from kiosk.domain.key_certificate import KeyCertificate
    from kiosk.keys.signing import KeyRing, SigningKey
    from kiosk.store.migrations import Store


@dataclass(slots=True)
class KeyCertificates:
    """The ring of certified keys and what this kiosk's own may do. All calls come from the store's thread."""

    store: Store
    ring: KeyRing
    key: SigningKey
    fair: Fair
    _as_of: int | None = field(init=False, default=None)
    _taken: set[KeyCertificate] = field(init=False, default_factory=set)

    def refresh(self) -> bool:
        """Take in certificates that have come; whether there was one. A few microseconds where none has."""
        as_of = attendance.certificates_as_of(self.store.db)
        if as_of == self._as_of:
            return False
        self._as_of = as_of
        left = [each for each in attendance.certificates(self.store.db) if each not in self._taken]
        before = len(self._taken)
        while taken := [each for each in left if self.ring.add(each)]:
            self._taken.update(taken)  # one of them may vouch for another that was refused before it
            left = [each for each in left if each not in self._taken]
        return len(self._taken) > before

    @property
    def certified(self) -> bool:
        """Whether other kiosks take what this kiosk's key signs for the fair."""
        self.refresh()
        return bool(self.ring.grants(self.key.public, fair_number(self.fair.id)))

    @property
    def withdrawn(self) -> bool:
        """Whether staff have withdrawn this kiosk's key: what it signs from now on is taken nowhere."""
        return presence.key_withdrawn(self.store.db, self.fair.id, self.key.kid)

    def may_issue(self, badge_type: BadgeType) -> bool:
        """Whether a badge of that type under this kiosk's key is taken at the gates."""
        self.refresh()
        granted = [each.types for each in self.ring.grants(self.key.public, fair_number(self.fair.id))]
        limited = bool(granted) and all(granted)
        if limited and not any(badge_type in types for types in granted):
            return False
        return not self.withdrawn
