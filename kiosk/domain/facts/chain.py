"""A journal's links: a fact's header and body as they are hashed, and the personal fields beside it.

The chained bytes of a fact are its header and its body as stored; whoever stores or carries a fact keeps
those bytes, so no reader has to encode them the same way again. Personal fields lie beside the fact; the body
holds SHA-256(16-byte salt + them).
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable
from dataclasses import dataclass

_HEADER = struct.Struct(">16sQQ")
GENESIS = bytes(32)
"""Previous hash of an origin's first fact."""
SALT_LENGTH = 16
ORIGIN_LENGTH, HASH_LENGTH = 16, 32
LARGEST = (1 << 63) - 1
"""Of what is stored as an integer."""


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


class Chain(tuple[Fact, ...]):
    """Consecutive facts of one origin whose hashes `chained`, which alone makes one, has computed.

    So whoever is given one need not compute them again. A slice of it is a plain tuple.
    """

    __slots__ = ()


def chained(origin: bytes, first: int, previous: bytes, rows: Iterable[tuple[int, str, bytes]]) -> Chain:
    """The facts from `first` on that follow on the hash `previous`, made of (time, kind, body) rows.

    ValueError where a number or a length is none that a fact could have.
    """
    if len(origin) != ORIGIN_LENGTH or len(previous) != HASH_LENGTH or first < 1:
        raise ValueError("no journal's facts")
    made: list[Fact] = []
    for seq, (time, kind, body) in enumerate(rows, first):
        own = fact_hash(origin=origin, seq=seq, time=time, kind=kind, body=body, previous=previous)
        made.append(Fact(origin, seq, time, kind, body, previous, own))
        previous = own
    if made and (made[-1].seq > LARGEST or any(not 0 <= fact.time <= LARGEST for fact in made)):
        raise ValueError("no place or time that a fact could have")
    return Chain(made)
