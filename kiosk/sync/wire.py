"""The segment: facts `first..last` of one origin, as they travel by LAN or stick (design.md section 5).

    magic 8 | origin 16 | first u64 | count u32 | raw length u32 | SHA-256 of payload 32 |
    hash of last fact 32 | key 32 | signature 64 | payload

All numbers big-endian. Origin, last sequence, hash, key and signature are the head (domain.signed_head):
the word of the origin's kiosk on the last fact, and so on all before it. So whoever has the facts and the
head may cut the segment anew, beginning anywhere. The payload is zstd over MessagePack: the hash before
the first fact, and a row a fact. Hashes in between are computed, not carried: a receiver must compute
them anyway, and they would be half of the bytes. Sizes, digest and signature are checked before anything
is unpacked. Whether the key counts is for the receiver's ledger to say.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import msgspec

from kiosk.domain.facts import GENESIS, SALT_LENGTH, Chain, Fact, Personal, chained, fact_hash
from kiosk.domain.signed_head import ORIGIN_LENGTH, SignedHead
from kiosk.domain.words import Words
from kiosk.keys.fault import KeyFault
from kiosk.keys.secrecy import seal, unseal
from kiosk.keys.signing import PUBLIC_LENGTH, SIGNATURE_LENGTH, verify

MAGIC = b"fairseg2"
MAX_FACTS = 200
"""One commit of a receiver has at most so many facts: with more, scans would wait (design.md section 4)."""
MAX_BLOB_BYTES = 64 * 1024
"""Of a body, and of personal fields."""
MAX_RAW_BYTES = 1024 * 1024
MAX_SEGMENT_BYTES = MAX_RAW_BYTES + 64 * 1024
"""Facts that cannot be compressed take a little more than they have."""
_STICK_CONTEXT = b"segment"
_SEAL_OVERHEAD_BYTES = 1024
_HEADER = struct.Struct(f">8s{ORIGIN_LENGTH}sQII32s32s{PUBLIC_LENGTH}s{SIGNATURE_LENGTH}s")
HEADER_BYTES = _HEADER.size
_MAX_NUMBER = 2**63 - 1
"""SQLite's largest integer."""
_ZSTD_LEVEL = 3
_ROW_BYTES = 128
"""More than a row takes beside body and personal fields: time, kind, salt, lengths."""


class WireProblem(StrEnum):
    """Why a segment was refused."""

    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    SIGNATURE = "signature"
    NOT_ITS_ORIGIN = "not_its_origin"
    SEALED_FOR_ANOTHER = "sealed_for_another"


_WORDS = {
    WireProblem.DAMAGED: Words(
        "这份记录已损坏，没有收入。请从原来那台机器再取一次。",
        "These records are damaged and were not taken in. Fetch them again from where they come from.",
    ),
    WireProblem.TOO_LARGE: Words(
        "这份记录过大，没有收入。请从原来那台机器再取一次。",
        "These records are too large and were not taken in. Fetch them again from where they come from.",
    ),
    WireProblem.SIGNATURE: Words(
        "这份记录的签名不属于本场的机器，没有收入。请查明来源。",
        "These records are not signed by a machine of this fair and were not taken in. "
        "Find out where they come from.",
    ),
    WireProblem.NOT_ITS_ORIGIN: Words(
        "这份记录由另一台机器签名，没有收入。请查明来源。",
        "These records are signed by another machine than the one that recorded them and were not taken in. "
        "Find out where they come from.",
    ),
    WireProblem.SEALED_FOR_ANOTHER: Words(
        "这份记录是给另一场地的，或已损坏，没有收入。请核对 U 盘。",
        "These records are for another venue, or damaged, and were not taken in. Check the stick.",
    ),
}


class WireFault(Exception):
    """A segment is not one. `words` say what happened and what to do; the message is for the log."""

    def __init__(self, problem: WireProblem, detail: str) -> None:
        super().__init__(f"{problem.value}: {detail}")
        self.problem = problem
        self.words = _WORDS[problem]


@dataclass(frozen=True, slots=True)
class Segment:
    """Consecutive facts of one origin, personal fields of some of them by sequence, the last one's head."""

    origin: bytes
    facts: Chain
    personals: Mapping[int, Personal]
    head: SignedHead


@dataclass(frozen=True, slots=True)
class Outline:
    """What a segment says of itself before it is unpacked."""

    first: int
    count: int
    head: SignedHead

    @property
    def origin(self) -> bytes:
        """Whose facts they are."""
        return self.head.origin

    @property
    def last(self) -> int:
        """Sequence of the last fact."""
        return self.head.seq


Number = Annotated[int, msgspec.Meta(ge=0, le=_MAX_NUMBER)]
Kind = Annotated[str, msgspec.Meta(min_length=1, max_length=64, pattern=r"\A[a-z_]+\Z")]
Bytes32 = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
Salt = Annotated[bytes, msgspec.Meta(min_length=SALT_LENGTH, max_length=SALT_LENGTH)]
Blob = Annotated[bytes, msgspec.Meta(max_length=MAX_BLOB_BYTES)]


class _Row(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    time: Number
    kind: Kind
    body: Blob
    personal: tuple[Salt, Blob] | None


class _Payload(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    previous: Bytes32
    rows: tuple[_Row, ...]


def encode_segment(facts: Sequence[Fact], personals: Mapping[int, Personal], head: SignedHead) -> bytes:
    """The bytes of consecutive facts of one origin, at most MAX_FACTS; `head` is of the last of them.

    ValueError where the facts are none, too many, too large, of two origins, not consecutive, or their chain
    is broken: then the journal they come from is at fault and nothing of it may travel.
    """
    from zstandard import ZstdCompressor  # noqa: PLC0415 - the window's start loads none of it

    _refuse_broken(facts, personals)
    last = facts[-1]
    if (head.origin, head.seq, head.hash) != (last.origin, last.seq, last.hash):
        raise ValueError("the head is not the last fact's")
    if (len(head.key), len(head.signature)) != (PUBLIC_LENGTH, SIGNATURE_LENGTH):
        raise ValueError("no head")
    rows = tuple(_row(fact, personals.get(fact.seq)) for fact in facts)
    raw = msgspec.msgpack.encode(_Payload(facts[0].previous, rows))
    if len(raw) > MAX_RAW_BYTES:
        raise ValueError("the facts are too large for one segment")
    payload = ZstdCompressor(level=_ZSTD_LEVEL, write_content_size=True).compress(raw)
    header = _HEADER.pack(
        MAGIC,
        last.origin,
        facts[0].seq,
        len(facts),
        len(raw),
        hashlib.sha256(payload).digest(),
        head.hash,
        head.key,
        head.signature,
    )
    return header + payload


def raw_bytes(body: int, personal: int) -> int:
    """At least what a fact takes of MAX_RAW_BYTES, given the length of its body and its personal fields."""
    return body + personal + _ROW_BYTES


def outline(data: bytes) -> Outline:
    """What a segment says of itself; WireFault where its header cannot be one. Proves nothing."""
    if len(data) > MAX_SEGMENT_BYTES:
        raise WireFault(WireProblem.TOO_LARGE, f"{len(data)} bytes")
    if len(data) < HEADER_BYTES:
        raise _damaged("cut off")
    magic, origin, first, count, raw, _, last_hash, key, signature = _HEADER.unpack_from(data)
    if magic != MAGIC:
        raise _damaged("no segment")
    if not 1 <= count <= MAX_FACTS or not 1 <= first <= _MAX_NUMBER - count or raw > MAX_RAW_BYTES:
        raise WireFault(WireProblem.TOO_LARGE, f"first {first}, {count} facts, {raw} bytes")
    return Outline(first, count, SignedHead(origin, first + count - 1, last_hash, key, signature))


def decode_segment(data: bytes) -> Segment:
    """The segment in `data`; WireFault unless all its facts are what the head's key has signed.

    That personal fields belong to their fact (domain.facts.personal_digest) is for the store to check, which
    alone reads bodies; whether the key is one of the venue's, for the ledger.
    """
    found = outline(data)
    payload = memoryview(data)[HEADER_BYTES:]
    raw_length, digest = _HEADER.unpack_from(data)[4:6]
    if hashlib.sha256(payload).digest() != digest:
        raise _damaged("payload")
    head = found.head
    if not head.possible:
        raise WireFault(WireProblem.NOT_ITS_ORIGIN, f"origin {head.origin.hex()}")
    if not verify(head.key, head.signed_bytes(), head.signature):
        raise WireFault(WireProblem.SIGNATURE, f"origin {head.origin.hex()}")
    content = _unpack(payload, raw_length)
    if len(content.rows) != found.count:
        raise _damaged("count")
    return _chained(found, content)


def seal_segment(data: bytes, venue_public: bytes) -> bytes:
    """A segment for a stick: only the venue's kiosks can open it."""
    return seal(venue_public, data, _STICK_CONTEXT)


def unseal_segment(sealed: bytes, venue_private: bytes) -> bytes:
    """The segment that lay on a stick; WireFault where it was sealed to another venue, or is damaged."""
    if len(sealed) > MAX_SEGMENT_BYTES + _SEAL_OVERHEAD_BYTES:
        raise WireFault(WireProblem.TOO_LARGE, f"{len(sealed)} bytes")
    try:
        return unseal(venue_private, sealed, _STICK_CONTEXT)
    except KeyFault as refusal:
        raise WireFault(WireProblem.SEALED_FOR_ANOTHER, "does not open") from refusal


def _refuse_broken(facts: Sequence[Fact], personals: Mapping[int, Personal]) -> None:
    if not 1 <= len(facts) <= MAX_FACTS:
        raise ValueError(f"a segment has 1 to {MAX_FACTS} facts")
    origin, seq, previous = facts[0].origin, facts[0].seq, facts[0].previous
    for fact in facts:
        if (fact.origin, fact.seq, fact.previous) != (origin, seq, previous):
            raise ValueError("the facts are not consecutive facts of one origin")
        if fact.hash != _own_hash(fact):
            raise ValueError(f"the hash of fact {seq} is wrong")
        seq, previous = seq + 1, fact.hash
    if not _starts_right(facts[0].seq, facts[0].previous):
        raise ValueError("the first fact of an origin, and no other, follows on nothing")
    if any(len(fact.body) > MAX_BLOB_BYTES for fact in facts) or any(
        len(each.fields) > MAX_BLOB_BYTES for each in personals.values()
    ):
        raise ValueError("a fact is too large to travel")
    if not all(facts[0].seq <= each < seq for each in personals):
        raise ValueError("personal fields of a fact that is not in the segment")


def _own_hash(fact: Fact) -> bytes:
    """The hash that the fact must have, given the one before it."""
    return fact_hash(
        origin=fact.origin,
        seq=fact.seq,
        time=fact.time,
        kind=fact.kind,
        body=fact.body,
        previous=fact.previous,
    )


def _starts_right(seq: int, previous: bytes) -> bool:
    """The first fact of an origin, and no other, follows on nothing."""
    return (seq == 1) == (previous == GENESIS)


def _row(fact: Fact, personal: Personal | None) -> _Row:
    carried = (personal.salt, personal.fields) if personal else None
    return _Row(fact.time, fact.kind, fact.body, carried)


def _unpack(payload: memoryview, raw_length: int) -> _Payload:
    from zstandard import (  # noqa: PLC0415 - the window's start loads none of it
        ZstdDecompressor,
        ZstdError,
        get_frame_parameters,
    )

    try:
        # The frame's own word on its size is what the decompressor would believe.
        if get_frame_parameters(payload).content_size != raw_length:
            raise _damaged("length")
        raw = ZstdDecompressor().decompress(payload, max_output_size=raw_length, allow_extra_data=False)
        return msgspec.msgpack.decode(raw, type=_Payload)
    except ZstdError as damage:
        raise _damaged("compression") from damage
    except (msgspec.DecodeError, UnicodeDecodeError) as damage:
        raise _damaged("content") from damage


def _chained(found: Outline, content: _Payload) -> Segment:
    if not _starts_right(found.first, content.previous):
        raise _damaged("start")
    rows = ((row.time, row.kind, row.body) for row in content.rows)
    facts = chained(found.origin, found.first, content.previous, rows)
    if facts[-1].hash != found.head.hash:
        raise _damaged("chain")
    personals = {
        seq: Personal(*row.personal)
        for seq, row in enumerate(content.rows, found.first)
        if row.personal is not None
    }
    return Segment(found.origin, facts, personals, found.head)


def _damaged(detail: str) -> WireFault:
    return WireFault(WireProblem.DAMAGED, detail)
