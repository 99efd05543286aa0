"""Ed25519 signatures: badge keys, the venue's authority, and the ring of keys that it has certified."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kiosk.domain.badge import SIGNED_TAG, Trust, key_id
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.key_certificate import Grant, KeyCertificate, KeyRole, in_order

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

SEED_LENGTH = 32
PUBLIC_LENGTH = 32
SIGNATURE_LENGTH = 64
# Where a badge's signed bytes name fair u32, last valid day u16 and type u8: behind tag, version u8, kid u32.
_FAIR_AT = slice(len(SIGNED_TAG) + 5, len(SIGNED_TAG) + 9)
_DAY_AT = slice(len(SIGNED_TAG) + 9, len(SIGNED_TAG) + 11)
_TYPE_AT = slice(len(SIGNED_TAG) + 11, len(SIGNED_TAG) + 12)


class SigningKey:
    """An Ed25519 key that signs badges, packs, segments or certificates."""

    __slots__ = ("_private", "kid", "public")

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.public: bytes = private.public_key().public_bytes_raw()
        """The raw public key, 32 bytes."""
        self.kid: int = key_id(self.public)
        """First 4 bytes of SHA-256 of the public key, as badge tokens carry it."""

    @classmethod
    def from_seed(cls, seed: bytes) -> SigningKey:
        """The key of a 32-byte seed. ValueError for any other length."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

        return cls(Ed25519PrivateKey.from_private_bytes(seed))

    def sign(self, message: bytes) -> bytes:
        """The signature of `message`, 64 bytes; the same message always gives the same one."""
        return self._private.sign(message)


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Is `signature` the Ed25519 signature of `message` by the raw key `public`? False for malformed ones."""
    if len(public) != PUBLIC_LENGTH or len(signature) != SIGNATURE_LENGTH:
        return False
    try:
        _public_key(public).verify(signature, message)
    except _refusals():  # ValueError: 32 bytes that are no point of the curve
        return False
    return True


@cache
def _refusals() -> tuple[type[Exception], ...]:
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415

    return InvalidSignature, ValueError


@lru_cache(maxsize=256)
def _public_key(public: bytes) -> Ed25519PublicKey:
    """The key's object: a venue has as many as kiosks, and each is asked for thousands of times."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    return Ed25519PublicKey.from_public_bytes(public)


def certify(
    authority: SigningKey,
    public_key: bytes,
    role: KeyRole,
    name: str,
    fair: int,
    *,
    types: Iterable[BadgeType] = (),
    last_day: date | None = None,
) -> KeyCertificate:
    """The authority's word that `public_key` may sign badges of `fair` (domain.badge.fair_number).

    Only badges of `types`, where any are named, and none that is valid after `last_day`, where one is.
    """
    if len(public_key) != PUBLIC_LENGTH:
        raise ValueError("an Ed25519 public key has 32 bytes")
    kid = key_id(public_key)
    unsigned = KeyCertificate(kid, public_key, role, name, fair, b"", in_order(types), last_day)
    return replace(unsigned, signature=authority.sign(unsigned.signed_bytes()))


Stands = Callable[[KeyCertificate, bytes], bool]
"""(certificate, the hub that signed it) -> does it count still? Asked for hubs that were withdrawn."""


class Certified:
    """The certificates that count: of the authority itself, and of its hubs for kiosks.

    A hub is whom the authority itself certified with that role; it certifies kiosks only, at the same fair
    and within its own limits, never hubs or organisers: two signatures deep, no further. Which certificates
    are added, in which order and how often makes no difference.
    """

    def __init__(self, authority: bytes, stands: Stands = lambda _certificate, _hub: True) -> None:
        """`authority`: raw public key."""
        self._authority = authority
        self._stands = stands
        self._hubs: dict[bytes, set[KeyCertificate]] = {}
        self._waiting: dict[KeyCertificate, None] = {}
        """Of nobody who is known to certify: the hub's own certificate may come later."""

    def add(self, certificate: KeyCertificate) -> tuple[KeyCertificate, ...]:
        """Take a certificate in. Which ones count because of it: it, those that waited for it, or none."""
        if certificate.kid != key_id(certificate.public_key):
            return ()
        if verify(self._authority, certificate.signed_bytes(), certificate.signature):
            return (certificate, *self._released_by(certificate))
        if certificate.role is KeyRole.KIOSK:
            if any(self._vouches(hub, certificate) for hubs in self._hubs.values() for hub in hubs):
                return (certificate,)
            self._waiting[certificate] = None
        return ()

    def _released_by(self, certificate: KeyCertificate) -> tuple[KeyCertificate, ...]:
        if certificate.role is not KeyRole.HUB:
            return ()
        self._hubs.setdefault(certificate.public_key, set()).add(certificate)
        released = tuple(each for each in self._waiting if self._vouches(certificate, each))
        for each in released:
            del self._waiting[each]
        return released

    def _vouches(self, hub: KeyCertificate, certificate: KeyCertificate) -> bool:
        return (
            hub.fair == certificate.fair
            and hub.grant.includes(certificate.grant)
            and verify(hub.public_key, certificate.signed_bytes(), certificate.signature)
            and self._stands(certificate, hub.public_key)
        )


class KeyRing:
    """The badge keys that one authority has certified, each for its fair and within its limits.

    Itself, or through a hub (Certified). Which certificates are added, in which order and how often makes no
    difference to what is trusted, so two kiosks that know the same certificates judge every badge alike. A
    key with several may do what any allows.
    """

    def __init__(
        self,
        authority: bytes,
        certificates: Iterable[KeyCertificate] = (),
        *,
        stands_for: Mapping[int, int] | None = None,
        stands: Stands = lambda _certificate, _hub: True,
    ) -> None:
        self._certified = Certified(authority, stands)
        self._stands_for = dict(stands_for or {})
        """Numbers of fairs that are signed for with another's keys: a rehearsal's, with its fair's."""
        self._keys: dict[tuple[int, int], dict[bytes, set[Grant]]] = {}
        given = tuple(certificates)
        counting = {counted for each in given for counted in self._take(each)}
        self.refused: tuple[KeyCertificate, ...] = tuple(each for each in given if each not in counting)
        """Certificates given at the start that neither the authority nor a hub of it signed as they stand."""

    def add(self, certificate: KeyCertificate) -> bool:
        """Take the certificate in; False where its signature or its kid is not right, or its hub unknown."""
        return certificate in self._take(certificate)

    def _take(self, certificate: KeyCertificate) -> tuple[KeyCertificate, ...]:
        counting = self._certified.add(certificate)
        for each in counting:
            # A kid is 32 bits, so two keys may share one; both are tried.
            keys = self._keys.setdefault((each.kid, each.fair), {})
            keys.setdefault(each.public_key, set()).add(each.grant)
        return counting

    def grants(self, public_key: bytes, fair: int) -> frozenset[Grant]:
        """What a key may do at a fair; nothing for one that is not certified."""
        keys = self._keys.get((key_id(public_key), self._stands_for.get(fair, fair)), {})
        return frozenset(keys.get(public_key, ()))

    def check(self, kid: int, signed: bytes, signature: bytes) -> Trust:
        """domain.badge.Check: is this a badge's signature by a key certified for what the badge says?

        A key that is certified, but not for this fair, this type or this day, is as good as unknown.
        """
        fair = int.from_bytes(signed[_FAIR_AT], "big")
        keys = self._keys.get((kid, self._stands_for.get(fair, fair)))
        if not keys:
            return Trust.UNKNOWN_KEY
        badge_type, day = int.from_bytes(signed[_TYPE_AT], "big"), int.from_bytes(signed[_DAY_AT], "big")
        for public, grants in keys.items():
            if verify(public, signed, signature):
                covered = any(each.covers(badge_type, day) for each in grants)
                return Trust.VALID if covered else Trust.UNKNOWN_KEY
        return Trust.FORGED
