"""Keyed hashes, derived secrets, and what is sealed to a venue."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kiosk.keys.fault import damaged_seal

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.hpke import Suite

_CODE_TAG = b"fair-code-v1\0"
_DERIVE_TAG = b"fair-derive-v1\0"
_SEAL_TAG = b"fair-seal-v1\0"
_SCRYPT_MAX_LOG_N = 18


def code_hash(secret: bytes, code: str) -> bytes:
    """Keyed hash (HMAC-SHA256, 32 bytes) of a registration code, as a pack holds it.

    Case and surrounding space do not count, as at the gate.
    """
    return hmac.digest(secret, _CODE_TAG + code.strip().upper().encode(), "sha256")


def derive(secret: bytes, label: str, *parts: str | int | bytes) -> bytes:
    """32 bytes that look random and are the same for the same secret, label and parts (HMAC-SHA256).

    Every part counts with its type and length, so ("ab", "c") and ("a", "bc") differ, and so do "1" and 1.
    """
    message = [_DERIVE_TAG]
    for part in (label, *parts):
        kind, data = _as_bytes(part)
        message.append(kind + len(data).to_bytes(4, "big") + data)
    return hmac.digest(secret, b"".join(message), "sha256")


class Derivation:
    """`derive`, 64 bytes at a time (HMAC-SHA512), for many that share secret, label and first parts."""

    def __init__(self, secret: bytes, label: str, *first: str | int | bytes) -> None:
        self._secret = secret
        message = [_DERIVE_TAG]
        for part in (label, *first):
            kind, data = _as_bytes(part)
            message.append(kind + len(data).to_bytes(4, "big") + data)
        self._begun = b"".join(message)

    def of(self, parts: Iterable[str]) -> bytes:
        """64 bytes for these parts."""
        message = self._begun
        for part in parts:
            data = part.encode()
            message += b"s" + len(data).to_bytes(4, "big") + data
        return hmac.digest(self._secret, message, "sha512")


def _as_bytes(part: str | int | bytes) -> tuple[bytes, bytes]:
    if isinstance(part, str):
        return b"s", part.encode()
    if isinstance(part, bytes):
        return b"b", part
    return b"i", str(part).encode()


def scrypt(secret: bytes, salt: bytes, log_n: int, r: int, p: int) -> bytes:
    """32 bytes of scrypt (RFC 7914), cost 2**log_n. ValueError above 256 MB: no file can ask for more."""
    if not (1 <= log_n <= _SCRYPT_MAX_LOG_N and 1 <= r <= 8 and 1 <= p <= 4):
        raise ValueError("scrypt parameters out of bounds")
    memory_bytes = 128 * r * ((1 << log_n) + p + 2)
    return hashlib.scrypt(secret, salt=salt, n=1 << log_n, r=r, p=p, maxmem=memory_bytes + 65536, dklen=32)


def venue_public(venue_private: bytes) -> bytes:
    """The raw X25519 public key, 32 bytes, to which packs and sticks for this venue are sealed."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey  # noqa: PLC0415

    return X25519PrivateKey.from_private_bytes(venue_private).public_key().public_bytes_raw()


def seal(venue_public: bytes, plain: bytes, context: bytes) -> bytes:
    """`plain` so that only the venue can read it (HPKE, RFC 9180: X25519, HKDF-SHA256, ChaCha20-Poly1305).

    `context` says what it is and must be given again to open it. ValueError for a key that is not one.
    """
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey  # noqa: PLC0415

    key = X25519PublicKey.from_public_bytes(venue_public)
    return _suite().encrypt(plain, key, info=_SEAL_TAG + context)


def unseal(venue_private: bytes, sealed: bytes, context: bytes) -> bytes:
    """What was sealed to this venue in this context; KeyFault where it was not, or is damaged."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey  # noqa: PLC0415

    key = X25519PrivateKey.from_private_bytes(venue_private)
    try:
        return _suite().decrypt(sealed, key, info=_SEAL_TAG + context)
    except (InvalidTag, ValueError) as damage:
        raise damaged_seal() from damage


def _suite() -> Suite:
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite  # noqa: PLC0415

    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
