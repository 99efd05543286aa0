"""Segments: whole, or refused."""

from __future__ import annotations

import dataclasses
import hashlib
import struct
from collections.abc import Callable, Sequence

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.facts import GENESIS, Fact, Personal, fact_hash
from kiosk.keys.secrecy import venue_public
from kiosk.keys.signing import SigningKey, verify
from kiosk.sync.wire import (
    MAX_FACTS,
    MAX_SEGMENT_BYTES,
    Segment,
    Verify,
    WireFault,
    WireProblem,
    decode_segment,
    encode_segment,
    seal_segment,
    unseal_segment,
)

MakeJournal = Callable[[int], list[Fact]]
KEY = SigningKey.from_seed(b"k" * 32)
PERSONAL = Personal(b"s" * 16, "林知远".encode())
PREFIX_LENGTH = 8 + 16 + 8 + 4 + 4 + 32 + 64


def _refusal(data: bytes, check: Verify) -> WireProblem:
    with pytest.raises(WireFault) as refusal:
        decode_segment(data, check)
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
    origin=st.binary(min_size=16, max_size=16),
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
    segment = encode_segment(facts, personals, KEY.sign)
    read = decode_segment(segment, lambda _, *signed: verify(KEY.public, *signed))
    assert read == Segment(origin, tuple(facts), personals)


@pytest.fixture
def segment(make_journal: MakeJournal) -> bytes:
    return encode_segment(make_journal(4)[1:], {3: PERSONAL}, KEY.sign)


def test_every_flipped_bit_is_refused(segment: bytes, check_origin: Verify) -> None:
    assert len(decode_segment(segment, check_origin).facts) == 3
    for place in range(len(segment)):
        for bit in range(8):
            changed = bytearray(segment)
            changed[place] ^= 1 << bit
            _refusal(bytes(changed), check_origin)


def test_cut_off_or_longer_is_refused(segment: bytes, check_origin: Verify) -> None:
    for length in range(len(segment)):
        assert _refusal(segment[:length], check_origin) is WireProblem.DAMAGED
    assert _refusal(segment + b"\0", check_origin) is WireProblem.DAMAGED
    assert _refusal(segment + segment, check_origin) is WireProblem.DAMAGED


def test_another_kiosks_signature_is_refused(make_journal: MakeJournal, check_origin: Verify) -> None:
    stranger = SigningKey.from_seed(b"s" * 32)
    assert _refusal(encode_segment(make_journal(3), {}, stranger.sign), check_origin) is WireProblem.SIGNATURE


def test_an_oversized_segment_is_refused_unread(check_origin: Verify) -> None:
    assert _refusal(bytes(MAX_SEGMENT_BYTES + 1), check_origin) is WireProblem.TOO_LARGE


def _signed(
    payload: bytes, check_origin_bytes: bytes, first: int = 1, count: int = 1, raw_length: int | None = None
) -> bytes:
    """A segment that is rightly signed over whatever an origin gone wrong might send."""
    length = zstandard.frame_content_size(payload) if raw_length is None else raw_length
    header = struct.pack(
        ">8s16sQII32s",
        b"fairseg1",
        check_origin_bytes,
        first,
        count,
        length,
        hashlib.sha256(payload).digest(),
    )
    return header + KEY.sign(b"fair-segment-v1\0" + header) + payload


ORIGIN = bytes(range(16))


def _packed(content: object) -> bytes:
    return zstandard.compress(msgspec.msgpack.encode(content))


def _content(**more: object) -> list[object]:
    fields: dict[str, object] = {"time": 1, "kind": "check_in", "body": b"{}", "personal": None} | more
    kind, body = fields["kind"], fields["body"]
    own = b"h" * 32
    if isinstance(kind, str) and isinstance(body, bytes):
        own = fact_hash(origin=ORIGIN, seq=1, time=1, kind=kind, body=body, previous=GENESIS)
    return [GENESIS, own, [list(fields.values())]]


def test_the_payload_by_hand_is_read(check_origin: Verify) -> None:
    assert len(decode_segment(_signed(_packed(_content()), ORIGIN), check_origin).facts) == 1


@pytest.mark.parametrize(
    "content",
    [
        _content(time=-1),
        _content(time=2**63),
        _content(kind=""),
        _content(kind="DROP TABLE"),
        _content(kind="check_in\n"),
        _content(body="text"),
        _content(body=b"x" * 65537),
        _content(personal=[b"salt", b""]),
        _content(personal=[b"s" * 16, b"x" * 65537]),
        _content(more=1),
        [GENESIS, b"h" * 32, _content()[2]],
        [b"p" * 32, *_content()[1:]],
        [*_content(), 1],
        [GENESIS, GENESIS, []],
        {"rows": []},
        None,
    ],
)
def test_signed_nonsense_is_refused(content: object, check_origin: Verify) -> None:
    assert _refusal(_signed(_packed(content), ORIGIN), check_origin) is WireProblem.DAMAGED


def test_lies_about_size_are_refused_before_unpacking(check_origin: Verify) -> None:
    good = _packed(_content())
    bomb = zstandard.compress(bytes(200_000_000))
    for first, count in ((0, 1), (2**64 - 1, 1), (1, 0), (1, MAX_FACTS + 1)):
        assert _refusal(_signed(good, ORIGIN, first, count), check_origin) is WireProblem.TOO_LARGE
    assert _refusal(_signed(bomb, ORIGIN), check_origin) is WireProblem.TOO_LARGE
    assert _refusal(_signed(bomb, ORIGIN, raw_length=1000), check_origin) is WireProblem.DAMAGED
    assert _refusal(_signed(good, ORIGIN, count=2), check_origin) is WireProblem.DAMAGED
    assert _refusal(_signed(good, ORIGIN, first=2), check_origin) is WireProblem.DAMAGED
    assert _refusal(_signed(good + good, ORIGIN), check_origin) is WireProblem.DAMAGED
    assert _refusal(_signed(b"not zstd", ORIGIN, raw_length=8), check_origin) is WireProblem.DAMAGED
    unsized = zstandard.ZstdCompressor(write_content_size=False).compress(bytes(1000))
    assert _refusal(_signed(unsized, ORIGIN, raw_length=1000), check_origin) is WireProblem.DAMAGED


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
            encode_segment(wrong, {}, KEY.sign)
    for seq in (0, 5):
        with pytest.raises(ValueError):
            encode_segment(facts, {seq: PERSONAL}, KEY.sign)
    with pytest.raises(ValueError):
        encode_segment(facts, {}, lambda _: b"short")


def test_the_largest_segment_travels_and_one_fact_more_does_not(
    make_journal: MakeJournal, check_origin: Verify
) -> None:
    facts = make_journal(MAX_FACTS + 1)
    segment = encode_segment(facts[:MAX_FACTS], {}, KEY.sign)
    assert decode_segment(segment, check_origin).facts == tuple(facts[:MAX_FACTS])
    assert len(segment) < MAX_FACTS * 40
    with pytest.raises(ValueError):
        encode_segment(facts, {}, KEY.sign)


def test_facts_too_large_for_one_segment_do_not_travel() -> None:
    noise = b"".join(hashlib.sha256(each.to_bytes(4, "big")).digest() for each in range(2048))
    rows = [(1, "check_in", noise[each:] + noise[:each]) for each in range(600)]
    with pytest.raises(ValueError):
        encode_segment(_chain(ORIGIN, 1, rows, GENESIS), {}, KEY.sign)


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
