"""What a peer gone wrong may say: no exception but ours, in bounded memory.

Mutations of what is right, seeded, so that a failing one can be made again; FAIR_KIOSK_LONG makes many more.
"""

from __future__ import annotations

import hashlib
import os
import random
import struct
import time
import tracemalloc
from collections.abc import Callable, Iterator

import msgspec
import pytest
import zstandard

from kiosk.domain.facts import GENESIS, SALT_LENGTH, Fact, Personal, fact_hash
from kiosk.domain.signed_head import NONCE_LENGTH, SignedHead, head_bytes, origin_for
from kiosk.keys.signing import SigningKey
from kiosk.sync import messages, wire
from kiosk.sync.messages import (
    MAX_MESSAGE_BYTES,
    Hello,
    MessageFault,
    PackHeld,
    Packs,
    Parcel,
    Refusal,
    Sorry,
    Standing,
    Taken,
    Vector,
)
from kiosk.sync.wire import MAX_RAW_BYTES, MAX_SEGMENT_BYTES, Segment, WireFault, decode_segment

LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
SEED = int(os.environ.get("FAIR_KIOSK_SEED", "1"))
MUTATIONS = int(os.environ.get("FAIR_KIOSK_MUTATIONS", "200000" if LONG else "2500"))
KEY = SigningKey.from_seed(b"k" * 32)
ORIGIN = origin_for(KEY.public, bytes(NONCE_LENGTH))
SLOWEST_S = 5.0
"""Of one message: a machine that does other things besides may take long, but not for ever."""


def chain(count: int, origin: bytes = ORIGIN, first: int = 1) -> list[Fact]:
    """Facts that follow on each other."""
    facts: list[Fact] = []
    previous = GENESIS if first == 1 else b"p" * 32
    for seq in range(first, first + count):
        body = f'{{"gate":"east","badge":{seq}}}'.encode()
        own = fact_hash(origin=origin, seq=seq, time=seq << 16, kind="check_in", body=body, previous=previous)
        facts.append(Fact(origin, seq, seq << 16, "check_in", body, previous, own))
        previous = own
    return facts


def signed(fact: Fact, key: SigningKey = KEY) -> SignedHead:
    """A key's word on a fact."""
    signature = key.sign(head_bytes(fact.origin, fact.seq, fact.hash))
    return SignedHead(fact.origin, fact.seq, fact.hash, key.public, signature)


def right_segment() -> bytes:
    """A segment as a kiosk sends it."""
    facts = chain(4)
    return wire.encode_segment(facts, {2: Personal(b"s" * SALT_LENGTH, "林知远".encode())}, signed(facts[-1]))


def right_messages() -> tuple[messages.Message, ...]:
    """One of each kind."""
    pack = PackHeld("bj-2026", 3, "a" * 64, "b" * 64, 10**9)
    standing = Standing(ORIGIN, 12, b"h" * 32, 4)
    return (
        Hello(1, 1, "0.1.0", "west-1", ORIGIN, "kiosk", packs=(pack,)),
        Vector((standing, replace_origin(standing))),
        Parcel(1, (right_segment(), right_segment())),
        Taken(1, (standing,), (Refusal(ORIGIN, 3, "gap"),)),
        Packs((pack,)),
        Sorry("protocol", "请更新", "Update it"),
    )


def replace_origin(standing: Standing) -> Standing:
    """The same of another journal."""
    return msgspec.structs.replace(standing, origin=b"o" * 16)


def mutated(chance: random.Random, right: bytes) -> bytes:
    """Changed in one to four ways, each as damage, an attacker or a bug may change it."""
    data = bytearray(right)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        how = chance.randrange(7)
        if how == 0 and data:
            data[at % len(data)] ^= 1 << chance.randrange(8)
        elif how == 1:
            del data[at : at + chance.randrange(40)]
        elif how == 2:
            data[at:at] = chance.randbytes(chance.randrange(40))
        elif how == 3:
            other = chance.randrange(len(data) + 1)
            data[at:at] = data[other : other + chance.randrange(80)]
        elif how == 4:
            data[at : at + 8] = chance.choice((b"\xff" * 8, bytes(8), b"\x7f" + b"\xff" * 7, b"\xc1" * 8))
        elif how == 5:
            data = data[:at]
        elif data:
            # MessagePack's own marks for long arrays, maps, bytes and texts: sizes that are not there
            data[at % len(data)] = chance.choice((0xDD, 0xDF, 0xC6, 0xDB, 0xDC, 0xC4, 0x93, 0x84, 0xD9, 0xC0))
    return bytes(data)


@pytest.mark.parametrize("kind", range(6))
def test_a_mutated_message_is_a_message_or_none_or_refused(kind: int) -> None:
    chance = random.Random(SEED + kind)
    right = messages.encode(right_messages()[kind])
    assert messages.decode(right) == right_messages()[kind]
    taken = 0
    for _ in range(MUTATIONS // 2):
        try:
            taken += messages.decode(mutated(chance, right)) is not None
        except MessageFault:
            continue
    assert taken < MUTATIONS // 2, "no mutation was seen"


def test_noise_is_no_message() -> None:
    chance = random.Random(SEED)
    for _ in range(MUTATIONS):
        with pytest.raises(MessageFault):
            messages.decode(b"\x85" + chance.randbytes(chance.randrange(200)))


def test_a_mutated_segment_is_refused_in_words() -> None:
    chance = random.Random(SEED)
    right = right_segment()
    assert len(decode_segment(right).facts) == 4
    for _ in range(MUTATIONS):
        changed = mutated(chance, right)
        if changed == right:
            continue
        with pytest.raises(WireFault) as refusal:
            decode_segment(changed)
        assert refusal.value.words.en


def _sealed_payload(raw: bytes, **changes: int) -> bytes:
    """A segment whose header is right for whatever its key has signed and packed."""
    payload = zstandard.compress(raw)
    first, count = changes.get("first", 1), changes.get("count", 1)
    last_hash = b"h" * 32
    signature = KEY.sign(head_bytes(ORIGIN, min(first + count - 1, 2**63 - 1), last_hash))
    return (
        struct.pack(
            ">8s16sQII32s32s32s64s",
            wire.MAGIC,
            ORIGIN,
            first,
            count,
            len(raw),
            hashlib.sha256(payload).digest(),
            last_hash,
            KEY.public,
            signature,
        )
        + payload
    )


def test_what_a_certified_key_signs_may_be_nonsense_all_the_same() -> None:
    chance = random.Random(SEED)
    row = [1 << 16, "check_in", b'{"fair":"f"}', None]
    right = msgspec.msgpack.encode([GENESIS, [row, row, row]])
    for _ in range(MUTATIONS):
        with pytest.raises(WireFault):
            decode_segment(_sealed_payload(mutated(chance, right), count=3))


def giants() -> Iterator[tuple[str, bytes]]:
    """Messages of full length, made of the smallest things there are."""
    most = MAX_MESSAGE_BYTES
    head = b"\x83\xa4type\xa6parcel\xa6number\x01\xa8segments"
    for name, each in (("empty", b"\xc4\x00"), ("short", b"\xc4\x01x")):
        count = (most - len(head) - 5) // len(each)
        yield f"{name} segments", head + b"\xdd" + struct.pack(">I", count) + each * count
    standing = msgspec.msgpack.encode([ORIGIN, 1, b"h" * 32])
    count = (most - 40) // len(standing)
    vector = b"\x82\xa4type\xa6vector\xa9standings\xdd" + struct.pack(">I", count)
    yield "standings", vector + standing * count
    deep = b"\x82\xa4type\xa6vector\xa9standings"
    yield "depth", deep + b"\x91" * (most - len(deep))
    kinds = b"\x82\xa4type\xa5newer\xa4more"
    yield "newer kind", kinds + b"\xdd" + struct.pack(">I", most - 60) + b"\xc0" * (most - 60)
    yield "too long", bytes(most + 1)


@pytest.mark.parametrize("giant", tuple(giants()), ids=lambda each: each[0])
def test_a_giant_message_costs_bounded_time_and_memory(giant: tuple[str, bytes]) -> None:
    data = giant[1]
    peak, took_s = _cost(lambda: _decoded(data))
    assert took_s < SLOWEST_S
    assert peak < 16 * len(data) + 2**20, f"{peak} bytes for {len(data)}"


def test_a_segment_that_unpacks_to_much_costs_bounded_memory() -> None:
    rows = msgspec.msgpack.encode([GENESIS, [[1, "a", b"", None]] * 200])
    bombs = [
        _sealed_payload(bytes(MAX_RAW_BYTES)),
        _sealed_payload(b"\x92\xc4\x20" + GENESIS + b"\xdd" + struct.pack(">I", 900_000) + b"\xc0" * 900_000),
        _sealed_payload(b"\x92\xc4\x20" + GENESIS + b"\x91" * 900_000),
        _sealed_payload(rows, count=200),
        _sealed_payload(bytes(MAX_RAW_BYTES + 1)),
        bytes(MAX_SEGMENT_BYTES + 1),
    ]
    for bomb in bombs:
        peak, took_s = _cost(lambda bomb=bomb: _refused(bomb))
        assert took_s < SLOWEST_S
        assert peak < 16 * MAX_RAW_BYTES, f"{peak} bytes"


def _decoded(data: bytes) -> messages.Message | None:
    try:
        return messages.decode(data)
    except MessageFault:
        return None


def _refused(data: bytes) -> Segment | None:
    try:
        return decode_segment(data)
    except WireFault:
        return None


def _cost(work: Callable[[], object]) -> tuple[int, float]:
    """Most bytes that Python held meanwhile, and seconds."""
    tracemalloc.start()
    try:
        began = time.monotonic()
        work()
        return tracemalloc.get_traced_memory()[1], time.monotonic() - began
    finally:
        tracemalloc.stop()
