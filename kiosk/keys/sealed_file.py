"""A file that a passphrase opens.

Format: tag, log2 of scrypt's cost u8, 16 bytes of salt; then chunks of at most 64 kB, each ChaCha20-Poly1305
(RFC 8439) under the key that scrypt (RFC 7914) makes of passphrase and salt. A chunk's nonce is its number,
11 bytes big-endian, and 1 for the last or 0, so that none can be left out, moved or added (STREAM: Hoang,
Reyhanitabar, Rogaway, Vizár 2015). The head is authenticated with each.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kiosk.domain.words import Words
from kiosk.keys.fault import KeyFault, KeyProblem
from kiosk.keys.secrecy import scrypt

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

TAG = b"fair-sealed-v1\0"
LEAST_PASSPHRASE = 8
"""Characters; scrypt makes each guess cost 100 ms and 64 MB."""
_LOG_N = 16
_MOST_LOG_N = 18
_R, _P = 8, 1
_SALT_BYTES = 16
_CHUNK_BYTES = 64 * 1024
_MAC_BYTES = 16


def seal(passphrase: str, data: bytes) -> bytes:
    """`data`, sealed. ValueError for a passphrase that is too short."""
    if len(passphrase) < LEAST_PASSPHRASE:
        raise ValueError(f"a passphrase takes {LEAST_PASSPHRASE} characters or more")
    head = TAG + bytes([_LOG_N]) + os.urandom(_SALT_BYTES)
    cipher = _cipher(passphrase, head)
    chunks = [data[start : start + _CHUNK_BYTES] for start in range(0, len(data), _CHUNK_BYTES)] or [b""]
    sealed = [
        cipher.encrypt(_nonce(number, last=number == len(chunks) - 1), chunk, head)
        for number, chunk in enumerate(chunks)
    ]
    return head + b"".join(sealed)


def unseal(passphrase: str, sealed: bytes) -> bytes:
    """What was sealed. KeyFault: another passphrase, or not a byte for byte copy."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415  20 ms

    head, rest = sealed[: len(TAG) + 1 + _SALT_BYTES], sealed[len(TAG) + 1 + _SALT_BYTES :]
    if not head.startswith(TAG) or len(head) < len(TAG) + 1 + _SALT_BYTES or not rest:
        raise _cannot()
    if not 1 <= head[len(TAG)] <= _MOST_LOG_N:
        raise _cannot()
    cipher = _cipher(passphrase, head)
    step = _CHUNK_BYTES + _MAC_BYTES
    chunks = [rest[start : start + step] for start in range(0, len(rest), step)]
    try:
        return b"".join(
            cipher.decrypt(_nonce(number, last=number == len(chunks) - 1), chunk, head)
            for number, chunk in enumerate(chunks)
        )
    except InvalidTag as fault:
        raise _cannot() from fault


def _cipher(passphrase: str, head: bytes) -> ChaCha20Poly1305:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    salt = head[len(TAG) + 1 :]
    return ChaCha20Poly1305(scrypt(passphrase.encode(), salt, head[len(TAG)], _R, _P))


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _cannot() -> KeyFault:
    return KeyFault(
        KeyProblem.PASSPHRASE,
        Words(
            "打不开：口令不对，或者文件不完整。请核对口令，或重新拷贝文件。",
            "It does not open: another passphrase, or not a whole copy. "
            "Check the passphrase, or copy it again.",
        ),
    )
