"""Which machines the venue's authority has certified, and which of them were withdrawn."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.domain.badge import key_id
from kiosk.domain.fairpack import KeyCertificate, KeyRole
from kiosk.keys.signing import verify

_RANK = {"": 0, KeyRole.KIOSK.value: 1, KeyRole.HUB.value: 2, KeyRole.ORGANISER.value: 3}


class VenueKeys:
    """Answers what sync.trust.Trust asks, out of one venue's certificates and withdrawals.

    A certificate counts that the organiser's authority signed, or a hub that the authority itself certified,
    and such a hub only certifies kiosks. In which order certificates come, and how often, makes no
    difference.
    """

    def __init__(
        self, authority: bytes, certificates: Iterable[KeyCertificate], withdrawn: Iterable[int] = ()
    ) -> None:
        """`authority`: raw public key. `withdrawn`: kids (domain.badge.key_id of a public key)."""
        self._withdrawn = frozenset(withdrawn)
        self._names: dict[bytes, str] = {}
        self._roles: dict[bytes, str] = {}
        for each in sorted(trusted(authority, certificates, self._withdrawn), key=_significance):
            self._names[each.public_key] = each.name
            self._roles[each.public_key] = each.role.value

    def name_of(self, key: bytes) -> str | None:
        """Who holds this Ed25519 key, as its certificate says; None where it is not certified."""
        return self._names.get(key)

    def role_of(self, key: bytes) -> str:
        """kiosk, hub or organiser; nothing for an unknown key."""
        return self._roles.get(key, "")

    def is_withdrawn(self, key: bytes) -> bool:
        """Whether staff have withdrawn it."""
        return key_id(key) in self._withdrawn


def _significance(certificate: KeyCertificate) -> tuple[int, int, str]:
    """Of several certificates of one key the highest role counts, and of those one name, the same
    everywhere."""
    return _RANK[certificate.role.value], certificate.fair, certificate.name


def trusted(
    authority: bytes, certificates: Iterable[KeyCertificate], withdrawn: frozenset[int] = frozenset()
) -> tuple[KeyCertificate, ...]:
    """Those of `certificates` that count: of the authority, or for a kiosk of one of its hubs.

    A hub that is withdrawn certifies nobody.
    """
    right = [each for each in certificates if each.kid == key_id(each.public_key)]
    own = [each for each in right if verify(authority, each.signed_bytes(), each.signature)]
    hubs = {each.public_key for each in own if each.role is KeyRole.HUB and each.kid not in withdrawn}
    others = [each for each in right if each.role is KeyRole.KIOSK and each not in own]
    signed_there = [
        each for each in others if any(verify(hub, each.signed_bytes(), each.signature) for hub in hubs)
    ]
    return (*own, *signed_there)
