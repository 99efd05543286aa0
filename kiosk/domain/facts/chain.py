"""A journal's links: a fact's header and body as they are hashed, and the personal fields beside it.

The chained bytes of a fact are its header and its body as stored; whoever stores or carries a fact keeps
those bytes, so no reader has to encode them the same way again. Personal fields lie beside the fact; the body
holds SHA-256(16-byte salt + them).
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass

_HEADER = struct.Struct(">16sQQ")
GENESIS = bytes(32)
"""Previous hash of an origin's first fact."""
SALT_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. `origin` is 16 random bytes (a kiosk's incarnation), `seq` counts from 1 without a gap.

    `time` is a hybrid logical clock: milliseconds since 1970 in the upper 48 bits, a counter in the lower 16.
    """

    origin: bytes
    seq: int
    time: int
    kind: str
    body: bytes
    previous: bytes
    hash: bytes

    @property
    def time_ms(self) -> int:
        """Physical part of the fact's time, milliseconds since 1970."""
        return self.time >> 16


@dataclass(frozen=True, slots=True)
class Personal:
    """The personal fields of one fact, stored and carried apart from it."""

    salt: bytes
    fields: bytes


def fact_hash(*, origin: bytes, seq: int, time: int, kind: str, body: bytes, previous: bytes) -> bytes:
    """SHA-256 over tag, header, kind and body (each with its length) and the previous hash."""
    name = kind.encode()
    return hashlib.sha256(
        b"fair-fact-v1\0"
        + _HEADER.pack(origin, seq, time)
        + struct.pack(">I", len(name))
        + name
        + struct.pack(">I", len(body))
        + body
        + previous
    ).digest()


def next_time(last: int, now_ms: int) -> int:
    """The hybrid clock's next reading: never back, never the same twice.

    >>> next_time(5 << 16, 4) == (5 << 16) + 1
    True
    """
    return max(last + 1, now_ms << 16)


def personal_digest(personal: Personal) -> str:
    """What a fact's body holds in place of personal fields: hex of SHA-256(salt + fields)."""
    return hashlib.sha256(personal.salt + personal.fields).hexdigest()
