"""Staff PINs as a pack keeps them: hashed so slowly that who steals the hashes has long to try."""

from __future__ import annotations

import base64
import binascii
import hmac
import os
import re
import sys
from contextlib import suppress
from functools import cache

from kiosk.keys.secrecy import scrypt

_SALT_LENGTH = 16
_HASH_LENGTH = 32
# OWASP's Password Storage Cheat Sheet for Argon2id, the least of its equal choices in memory: 19 MiB, two
# passes, one lane; RFC 9106 for the rest. 23 to 33 ms a hash on the machines this was measured on, and the
# memory is given back. A PIN of four digits falls to who has the hash and some minutes; what protects it is
# that the hash lies only in the encrypted pack, and that a kiosk makes guessers wait (services.staff_door).
_MEMORY_KIB = 19 * 1024
_PASSES = 2
_LANES = 1
# A pack is signed by its organiser, and still no text of it may ask for all the memory or time there is.
_MOST_MEMORY_KIB = 256 * 1024
_MOST_PASSES = 10
_MOST_LANES = 4

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
"""Of malloc.h."""

_BASE64 = "[A-Za-z0-9+/]"
_PHC_TEXT = re.compile(
    rf"\$argon2id\$v=19\$m=(\d{{1,6}}),t=(\d{{1,2}}),p=(\d)\$({_BASE64}{{11,64}})\$({_BASE64}{{43}})"
)
_SCRYPT_TEXT = re.compile(r"scrypt\$(\d{1,2})\$(\d)\$(\d)\$([A-Za-z0-9+/=]{8,64})\$([A-Za-z0-9+/=]{44})")


def hash_pin(pin: str, salt: bytes | None = None) -> str:
    """What a pack keeps of a staff PIN, in the PHC string format: `$argon2id$v=19$m=,t=,p=$salt$hash`.

    `salt` is random unless given; the pack builder derives it, so that the same input gives the same pack.
    """
    salt = os.urandom(_SALT_LENGTH) if salt is None else salt
    if len(salt) != _SALT_LENGTH:
        raise ValueError("a PIN's salt has 16 bytes")
    hashed = _argon2id(pin, salt, _MEMORY_KIB, _PASSES, _LANES)
    return f"$argon2id$v=19$m={_MEMORY_KIB},t={_PASSES},p={_LANES}${_unpadded(salt)}${_unpadded(hashed)}"


def check_pin(pin: str, text: str) -> bool:
    """Is `pin` the one that `text` was made from? False for a malformed text.

    `text` is hash_pin's, or the scrypt text of packs from before there was argon2id here. The comparison
    takes the same time wherever they differ.
    """
    try:
        expected, actual = _by_argon2id(pin, text) or _by_scrypt(pin, text) or (b"", b"")
    except (ValueError, binascii.Error):
        return False
    return bool(expected) and hmac.compare_digest(actual, expected)


def _by_argon2id(pin: str, text: str) -> tuple[bytes, bytes] | None:
    """What the text holds, and what the PIN gives; None where the text is another kind."""
    match = _PHC_TEXT.fullmatch(text)
    if match is None:
        return None
    memory_kib, passes, lanes = (int(each) for each in match.groups()[:3])
    if not (
        8 * lanes <= memory_kib <= _MOST_MEMORY_KIB
        and 1 <= passes <= _MOST_PASSES
        and 1 <= lanes <= _MOST_LANES
    ):
        raise ValueError("argon2id parameters out of bounds")
    salt, expected = (
        base64.b64decode(each + "=" * (-len(each) % 4), validate=True) for each in match.groups()[3:]
    )
    return expected, _argon2id(pin, salt, memory_kib, passes, lanes)


def _by_scrypt(pin: str, text: str) -> tuple[bytes, bytes] | None:
    match = _SCRYPT_TEXT.fullmatch(text)
    if match is None:
        return None
    log_n, r, p = (int(each) for each in match.groups()[:3])
    salt, expected = (base64.b64decode(each, validate=True) for each in match.groups()[3:])
    return expected, scrypt(pin.encode(), salt, log_n, r, p)


@cache
def _give_memory_back() -> None:
    """Have what a hash took returned to the system at once, on Linux.

    glibc would raise its own bounds at the first hash and keep 39 MB for the next one, of which there are a
    few an hour. Blocks of 16 MiB, which nothing else here asks for, are mapped one by one instead; below that
    all is as it would come to be by itself.
    """
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415  (rarely needed)

        with suppress(OSError, AttributeError):  # another C library
            libc = ctypes.CDLL("libc.so.6")
            libc.mallopt(_M_MMAP_THRESHOLD, 16 << 20)
            libc.mallopt(_M_TRIM_THRESHOLD, 32 << 20)


def _argon2id(pin: str, salt: bytes, memory_kib: int, passes: int, lanes: int) -> bytes:
    """Does not hold Python's lock while it works: a window goes on painting."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415  (rarely needed)

    _give_memory_back()
    kdf = Argon2id(salt=salt, length=_HASH_LENGTH, iterations=passes, lanes=lanes, memory_cost=memory_kib)
    return kdf.derive(pin.encode())


def _unpadded(data: bytes) -> str:
    return base64.b64encode(data).decode().rstrip("=")
