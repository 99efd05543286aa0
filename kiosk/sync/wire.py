"""The segment: facts `first..last` of one origin, as they travel by LAN or stick (design.md section 5).

    magic 8 | origin 16 | first u64 | count u32 | raw length u32 | SHA-256 of payload 32 | signature 64 |
    payload

All numbers big-endian. The signature is the origin's Ed25519 over a tag and all before it. The payload is
zstd over MessagePack: the hash before the first fact, the hash of the last one, and a row a fact. Hashes in
between are computed, not carried: a receiver must compute them anyway, and they would be half of the bytes.
Everything is bounded and checked before it is unpacked.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated

import msgspec

from kiosk.domain.facts import GENESIS, SALT_LENGTH, Fact, Personal, fact_hash
from kiosk.domain.fair import Words
from kiosk.keys.fault import KeyFault
from kiosk.keys.secrecy import seal, unseal

MAGIC = b"fairseg1"
MAX_FACTS = 5000
MAX_RAW_BYTES = 32 * 1024 * 1024
MAX_SEGMENT_BYTES = 8 * 1024 * 1024
_SIGNED_TAG = b"fair-segment-v1\0"
_STICK_CONTEXT = b"segment"
_SEAL_OVERHEAD_BYTES = 1024
_HEADER = struct.Struct(">8s16sQII32s")
_SIGNATURE_LENGTH = 64
_PREFIX_LENGTH = _HEADER.size + _SIGNATURE_LENGTH
_MAX_NUMBER = 2**63 - 1
"""SQLite's largest integer."""
_ZSTD_LEVEL = 3

Sign = Callable[[bytes], bytes]
"""message -> signature, by the origin's key."""
Verify = Callable[[bytes, bytes, bytes], bool]
"""(origin, message, signature) -> is it the signature of that origin's key?"""


class WireProblem(StrEnum):
    """Why a segment was refused."""

    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    SIGNATURE = "signature"
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
    """Consecutive facts of one origin, and the personal fields that travel with some of them, by sequence."""

    origin: bytes
    facts: tuple[Fact, ...]
    personals: Mapping[int, Personal]


Number = Annotated[int, msgspec.Meta(ge=0, le=_MAX_NUMBER)]
Kind = Annotated[str, msgspec.Meta(min_length=1, max_length=64, pattern=r"\A[a-z_]+\Z")]
Bytes32 = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
Salt = Annotated[bytes, msgspec.Meta(min_length=SALT_LENGTH, max_length=SALT_LENGTH)]
Blob = Annotated[bytes, msgspec.Meta(max_length=65536)]


class _Row(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    time: Number
    kind: Kind
    body: Blob
    personal: tuple[Salt, Blob] | None


class _Payload(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    previous: Bytes32
    head: Bytes32
    rows: tuple[_Row, ...]


def encode_segment(facts: Sequence[Fact], personals: Mapping[int, Personal], sign: Sign) -> bytes:
    """The bytes of consecutive facts of one origin, at most MAX_FACTS.

    ValueError where the facts are none, too many, of two origins, not consecutive, or their chain is broken:
    then the journal they come from is at fault and nothing of it may travel.
    """
    from zstandard import ZstdCompressor  # noqa: PLC0415

    _refuse_broken(facts, personals)
    rows = tuple(_row(fact, personals.get(fact.seq)) for fact in facts)
    raw = msgspec.msgpack.encode(_Payload(facts[0].previous, facts[-1].hash, rows))
    payload = ZstdCompressor(level=_ZSTD_LEVEL, write_content_size=True).compress(raw)
    if len(raw) > MAX_RAW_BYTES or _PREFIX_LENGTH + len(payload) > MAX_SEGMENT_BYTES:
        raise ValueError("the facts are too large for one segment")
    digest = hashlib.sha256(payload).digest()
    header = _HEADER.pack(MAGIC, facts[0].origin, facts[0].seq, len(facts), len(raw), digest)
    signature = sign(_SIGNED_TAG + header)
    if len(signature) != _SIGNATURE_LENGTH:
        raise ValueError("an Ed25519 signature has 64 bytes")
    return header + signature + payload


def decode_segment(data: bytes, verify: Verify) -> Segment:
    """The segment in `data`; WireFault unless every byte is as its origin signed it.

    That personal fields belong to their fact (domain.facts.personal_digest) is for the store to check, which
    alone reads bodies.
    """
    if len(data) > MAX_SEGMENT_BYTES:
        raise WireFault(WireProblem.TOO_LARGE, f"{len(data)} bytes")
    if len(data) < _PREFIX_LENGTH:
        raise _damaged("cut off")
    header, payload = data[: _HEADER.size], data[_PREFIX_LENGTH:]
    magic, origin, first, count, raw_length, digest = _HEADER.unpack(header)
    if magic != MAGIC:
        raise _damaged("no segment")
    if hashlib.sha256(payload).digest() != digest:
        raise _damaged("payload")
    if not verify(origin, _SIGNED_TAG + header, data[_HEADER.size : _PREFIX_LENGTH]):
        raise WireFault(WireProblem.SIGNATURE, f"origin {origin.hex()}")
    if not 1 <= count <= MAX_FACTS or not 1 <= first <= _MAX_NUMBER - count or raw_length > MAX_RAW_BYTES:
        raise WireFault(WireProblem.TOO_LARGE, f"first {first}, {count} facts, {raw_length} bytes")
    content = _unpack(payload, raw_length)
    if len(content.rows) != count:
        raise _damaged("count")
    return _chained(origin, first, content)


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


def _unpack(payload: bytes, raw_length: int) -> _Payload:
    from zstandard import ZstdDecompressor, ZstdError, get_frame_parameters  # noqa: PLC0415

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


def _chained(origin: bytes, first: int, content: _Payload) -> Segment:
    if not _starts_right(first, content.previous):
        raise _damaged("start")
    facts: list[Fact] = []
    personals: dict[int, Personal] = {}
    previous = content.previous
    for seq, row in enumerate(content.rows, first):
        unchained = Fact(origin, seq, row.time, row.kind, row.body, previous, b"")
        own = _own_hash(unchained)
        facts.append(replace(unchained, hash=own))
        if row.personal is not None:
            personals[seq] = Personal(*row.personal)
        previous = own
    if previous != content.head:
        raise _damaged("chain")
    return Segment(origin, tuple(facts), personals)


def _damaged(detail: str) -> WireFault:
    return WireFault(WireProblem.DAMAGED, detail)
