"""Segments: whole, or refused."""

from __future__ import annotations

import dataclasses
import hashlib
import random
import struct
from collections.abc import Callable, Sequence

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.facts import GENESIS, Chain, Fact, Personal, fact_hash
from kiosk.domain.signed_head import NONCE_LENGTH, SignedHead, head_bytes, origin_for
from kiosk.keys.secrecy import venue_public
from kiosk.keys.signing import SigningKey
from kiosk.sync.wire import (
    HEADER_BYTES,
    MAX_BLOB_BYTES,
    MAX_FACTS,
    MAX_RAW_BYTES,
    MAX_SEGMENT_BYTES,
    Outline,
    Segment,
    WireFault,
    WireProblem,
    decode_segment,
    encode_segment,
    outline,
    raw_bytes,
    seal_segment,
    unseal_segment,
)

MakeJournal = Callable[[int], list[Fact]]
KEY = SigningKey.from_seed(b"k" * 32)
PERSONAL = Personal(b"s" * 16, "林知远".encode())
ORIGIN = bytes(range(16))
OWN = fact_hash(origin=ORIGIN, seq=1, time=1, kind="check_in", body=b"{}", previous=GENESIS)
STRANGER = SigningKey.from_seed(b"s" * 32)
BOUND = origin_for(KEY.public, b"n" * NONCE_LENGTH)


def _head(fact: Fact, key: SigningKey = KEY) -> SignedHead:
    signed = head_bytes(fact.origin, fact.seq, fact.hash)
    return SignedHead(fact.origin, fact.seq, fact.hash, key.public, key.sign(signed))


def _encode(facts: Sequence[Fact], personals: dict[int, Personal] | None = None) -> bytes:
    return encode_segment(facts, personals or {}, _head(facts[-1]))


def _refusal(data: bytes) -> WireProblem:
    with pytest.raises(WireFault) as refusal:
        decode_segment(data)
    assert refusal.value.words.zh
    assert refusal.value.words.en
    assert "\n" not in str(refusal.value)
    return refusal.value.problem


def _chain(origin: bytes, first: int, rows: Sequence[tuple[int, str, bytes]], previous: bytes) -> list[Fact]:
    facts: list[Fact] = []
    for seq, (time, kind, body) in enumerate(rows, first):
        own = fact_hash(origin=origin, seq=seq, time=time, kind=kind, body=body, previous=previous)
        facts.append(Fact(origin, seq, time, kind, body, previous, own))
        previous = own
    return facts


@given(
    origin=st.sampled_from((BOUND, ORIGIN)),
    first=st.integers(1, 2**62),
    rows=st.lists(
        st.tuples(
            st.integers(0, 2**63 - 1),
            st.text(st.sampled_from("abc_"), min_size=1, max_size=20),
            st.binary(max_size=200),
        ),
        min_size=1,
        max_size=20,
    ),
    data=st.data(),
)
def test_round_trip(
    origin: bytes, first: int, rows: list[tuple[int, str, bytes]], data: st.DataObject
) -> None:
    facts = _chain(origin, first, rows, GENESIS if first == 1 else b"p" * 32)
    seqs = st.sampled_from([fact.seq for fact in facts])
    fields = st.builds(Personal, st.binary(min_size=16, max_size=16), st.binary(max_size=50))
    personals = data.draw(st.dictionaries(seqs, fields))
    segment = _encode(facts, personals)
    assert decode_segment(segment) == Segment(origin, Chain(facts), personals, _head(facts[-1]))
    said = outline(segment)
    assert said == Outline(first, len(facts), _head(facts[-1]))
    assert (said.origin, said.last) == (origin, facts[-1].seq)


@pytest.fixture
def segment(make_journal: MakeJournal) -> bytes:
    return _encode(make_journal(4)[1:], {3: PERSONAL})


def test_every_flipped_bit_is_refused(segment: bytes) -> None:
    assert len(decode_segment(segment).facts) == 3
    for place in range(len(segment)):
        for bit in range(8):
            changed = bytearray(segment)
            changed[place] ^= 1 << bit
            _refusal(bytes(changed))


def test_cut_off_or_longer_is_refused(segment: bytes) -> None:
    for length in range(len(segment)):
        assert _refusal(segment[:length]) is WireProblem.DAMAGED
    assert _refusal(segment + b"\0") is WireProblem.DAMAGED
    assert _refusal(segment + segment) is WireProblem.DAMAGED


def test_a_head_that_its_key_did_not_sign_is_refused(make_journal: MakeJournal) -> None:
    facts = make_journal(3)
    forged = dataclasses.replace(_head(facts[-1]), signature=STRANGER.sign(_head(facts[-1]).signed_bytes()))
    assert _refusal(encode_segment(facts, {}, forged)) is WireProblem.SIGNATURE


def test_another_kiosks_bound_origin_cannot_be_signed_for() -> None:
    facts = _chain(BOUND, 1, [(1, "check_in", b"{}")], GENESIS)
    assert decode_segment(_encode(facts)).head.key == KEY.public
    stolen = encode_segment(facts, {}, _head(facts[0], STRANGER))
    assert _refusal(stolen) is WireProblem.NOT_ITS_ORIGIN


def test_whoever_has_facts_and_a_head_cuts_anew_from_anywhere(make_journal: MakeJournal) -> None:
    facts = make_journal(9)
    received = decode_segment(_encode(facts, {7: PERSONAL}))
    for first in range(1, 10):
        again = encode_segment(received.facts[first - 1 :], {}, received.head)  # and without what was erased
        assert decode_segment(again).facts == tuple(facts[first - 1 :])


def test_an_oversized_segment_is_refused_unread() -> None:
    assert _refusal(bytes(MAX_SEGMENT_BYTES + 1)) is WireProblem.TOO_LARGE


def _signed(
    payload: bytes, *, own: bytes = OWN, first: int = 1, count: int = 1, raw_length: int | None = None
) -> bytes:
    """A segment whose head is right, over whatever an origin gone wrong might send."""
    length = zstandard.frame_content_size(payload) if raw_length is None else raw_length
    digest = hashlib.sha256(payload).digest()
    signature = KEY.sign(head_bytes(ORIGIN, (first + count - 1) % 2**64, own))
    header = struct.pack(
        ">8s16sQII32s32s32s64s", b"fairseg2", ORIGIN, first, count, length, digest, own, KEY.public, signature
    )
    assert len(header) == HEADER_BYTES
    return header + payload


def _packed(content: object) -> bytes:
    return zstandard.compress(msgspec.msgpack.encode(content))


def _content(**more: object) -> list[object]:
    fields: dict[str, object] = {"time": 1, "kind": "check_in", "body": b"{}", "personal": None} | more
    return [GENESIS, [list(fields.values())]]


def test_the_payload_by_hand_is_read() -> None:
    assert len(decode_segment(_signed(_packed(_content()))).facts) == 1


def _own(time: int = 1, kind: str = "check_in", body: bytes = b"{}", previous: bytes = GENESIS) -> bytes:
    return fact_hash(origin=ORIGIN, seq=1, time=time, kind=kind, body=body, previous=previous)


BIG = b"x" * (MAX_BLOB_BYTES + 1)


@pytest.mark.parametrize(
    ("content", "own", "detail"),
    [
        (_content(time=-1), OWN, "content"),
        (_content(time=2**63), _own(time=2**63), "content"),
        (_content(kind=""), _own(kind=""), "content"),
        (_content(kind="DROP TABLE"), _own(kind="DROP TABLE"), "content"),
        (_content(kind="check_in\n"), _own(kind="check_in\n"), "content"),
        (_content(body="text"), _own(body=b"text"), "content"),
        (_content(body=BIG), _own(body=BIG), "content"),
        (_content(personal=[b"salt", b""]), OWN, "content"),
        (_content(personal=[b"s" * 16, BIG]), OWN, "content"),
        (_content(more=1), OWN, "content"),
        ([*_content(), 1], OWN, "content"),
        ({"rows": []}, OWN, "content"),
        (None, OWN, "content"),
        (_content(body=b"[]"), OWN, "chain"),
        ([b"p" * 32, *_content()[1:]], _own(previous=b"p" * 32), "start"),
        ([GENESIS, []], OWN, "count"),
    ],
)
def test_signed_nonsense_is_refused(content: object, own: bytes, detail: str) -> None:
    with pytest.raises(WireFault, match=f"damaged: {detail}"):
        decode_segment(_signed(_packed(content), own=own))


def test_lies_about_size_are_refused_before_unpacking() -> None:
    good = _packed(_content())
    bomb = zstandard.compress(bytes(200_000_000))
    for first, count in ((0, 1), (2**64 - 1, 1), (1, 0), (1, MAX_FACTS + 1)):
        assert _refusal(_signed(good, first=first, count=count)) is WireProblem.TOO_LARGE
    assert _refusal(_signed(bomb)) is WireProblem.TOO_LARGE
    assert _refusal(_signed(bomb, raw_length=1000)) is WireProblem.DAMAGED
    assert _refusal(_signed(good, count=2)) is WireProblem.DAMAGED
    assert _refusal(_signed(good, first=2)) is WireProblem.DAMAGED
    assert _refusal(_signed(good + good)) is WireProblem.DAMAGED
    assert _refusal(_signed(b"not zstd", raw_length=8)) is WireProblem.DAMAGED
    unsized = zstandard.ZstdCompressor(write_content_size=False).compress(bytes(1000))
    assert _refusal(_signed(unsized, raw_length=1000)) is WireProblem.DAMAGED


def test_a_broken_journal_does_not_travel(make_journal: MakeJournal) -> None:
    facts = make_journal(4)
    other = dataclasses.replace(facts[1], origin=b"o" * 16)
    changed = dataclasses.replace(facts[1], body=b"{}")
    false_start = _chain(ORIGIN, 1, [(1, "check_in", b"{}")], b"p" * 32)
    for wrong in (
        [],
        [facts[0], facts[2]],
        [facts[1], facts[0]],
        [facts[0], facts[0]],
        [facts[0], other],
        [facts[0], changed, facts[2]],
        [dataclasses.replace(facts[0], hash=b"h" * 32)],
        false_start,
    ):
        with pytest.raises(ValueError):
            encode_segment(wrong, {}, _head((wrong or facts)[-1]))
    for seq in (0, 5):
        with pytest.raises(ValueError):
            _encode(facts, {seq: PERSONAL})
    for head in (_head(facts[2]), dataclasses.replace(_head(facts[3]), signature=b"short")):
        with pytest.raises(ValueError):
            encode_segment(facts, {}, head)


def test_the_largest_segment_travels_and_one_fact_more_does_not(make_journal: MakeJournal) -> None:
    facts = make_journal(MAX_FACTS + 1)
    segment = _encode(facts[:MAX_FACTS])
    assert decode_segment(segment).facts == tuple(facts[:MAX_FACTS])
    assert len(segment) < MAX_FACTS * 40
    with pytest.raises(ValueError):
        _encode(facts)


def _noise(count: int, length: int) -> tuple[list[Fact], dict[int, Personal]]:
    """Facts that cannot be compressed, all with personal fields as long as the body."""
    noise = random.Random(1)
    facts = _chain(ORIGIN, 1, [(1, "check_in", noise.randbytes(length)) for _ in range(count)], GENESIS)
    return facts, {fact.seq: Personal(b"s" * 16, noise.randbytes(length)) for fact in facts}


def test_the_largest_of_facts_fit_and_more_do_not() -> None:
    count = MAX_RAW_BYTES // raw_bytes(MAX_BLOB_BYTES, MAX_BLOB_BYTES)
    facts, personals = _noise(count, MAX_BLOB_BYTES)
    assert decode_segment(_encode(facts, personals)).personals == personals
    with pytest.raises(ValueError):
        _encode(*_noise(count + 2, MAX_BLOB_BYTES))
    with pytest.raises(ValueError):
        _encode(*_noise(1, MAX_BLOB_BYTES + 1))
    facts, personals = _noise(1, MAX_BLOB_BYTES)
    with pytest.raises(ValueError):
        _encode(facts, {1: Personal(b"s" * 16, BIG)})


def test_on_a_stick_only_the_venue_reads_it(segment: bytes) -> None:
    sealed = seal_segment(segment, venue_public(b"v" * 32))
    assert unseal_segment(sealed, b"v" * 32) == segment
    assert ORIGIN not in sealed
    for wrong, private in (
        (sealed, b"w" * 32),
        (sealed[:-1], b"v" * 32),
        (b"", b"v" * 32),
        (sealed[:40] + bytes([sealed[40] ^ 1]) + sealed[41:], b"v" * 32),
    ):
        with pytest.raises(WireFault) as refusal:
            unseal_segment(wrong, private)
        assert refusal.value.problem is WireProblem.SEALED_FOR_ANOTHER
    with pytest.raises(WireFault) as refusal:
        unseal_segment(bytes(MAX_SEGMENT_BYTES * 2), b"v" * 32)
    assert refusal.value.problem is WireProblem.TOO_LARGE
