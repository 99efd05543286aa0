"""Which machines the venue's authority has certified, and which of them were withdrawn."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.domain.badge import key_id
from kiosk.domain.key_certificate import KeyCertificate, KeyRole
from kiosk.keys.signing import Certified, Stands

_RANK = {KeyRole.KIOSK: 1, KeyRole.HUB: 2, KeyRole.ORGANISER: 3}


def _none(_certificate: KeyCertificate, _hub: bytes) -> bool:
    return False


class VenueKeys:
    """Answers what sync.trust.Trust asks, out of one venue's certificates and withdrawals.

    Whose certificates count: see keys.signing.Certified. What a hub signed that was withdrawn counts only
    where `stands` says so: its theft came later.
    """

    def __init__(
        self,
        authority: bytes,
        certificates: Iterable[KeyCertificate],
        withdrawn: Iterable[int] = (),
        stands: Stands = _none,
    ) -> None:
        """`authority`: raw public key. `withdrawn`: kids (domain.badge.key_id of a public key)."""
        self._withdrawn = frozenset(withdrawn)
        certified = Certified(
            authority, lambda certificate, hub: not self.is_withdrawn(hub) or stands(certificate, hub)
        )
        counting = {counted for each in certificates for counted in certified.add(each)}
        self.certificates: tuple[KeyCertificate, ...] = tuple(sorted(counting, key=_significance))
        """All that count."""
        self._of = {each.public_key: each for each in self.certificates}

    def name_of(self, key: bytes) -> str | None:
        """Who holds this Ed25519 key, as its certificate says; None where it is not certified."""
        found = self._of.get(key)
        return found.name if found else None

    def role_of(self, key: bytes) -> str:
        """kiosk, hub or organiser; nothing for an unknown key."""
        found = self._of.get(key)
        return found.role.value if found else ""

    def is_withdrawn(self, key: bytes) -> bool:
        """Whether staff have withdrawn it."""
        return key_id(key) in self._withdrawn

    @property
    def machines(self) -> tuple[KeyCertificate, ...]:
        """One certificate for each hub and kiosk, by name; those that were withdrawn as well."""
        found = (each for each in self._of.values() if each.role is not KeyRole.ORGANISER)
        return tuple(sorted(found, key=lambda each: (each.name, each.public_key)))


def _significance(certificate: KeyCertificate) -> tuple[int, int, str, bytes]:
    """Of several certificates of one key the highest role counts, and of those the same one everywhere."""
    return _RANK[certificate.role], certificate.fair, certificate.name, certificate.signature
