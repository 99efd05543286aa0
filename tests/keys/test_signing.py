"""Signatures, certificates and the ring, with real badge tokens."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.badge import BadgeClaim, Token, Trust, decode, encode, fair_number, key_id, parse
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import day_number
from kiosk.domain.key_certificate import KeyCertificate, KeyRole
from kiosk.keys.signing import KeyRing, SigningKey, certify, verify

FAIR = fair_number("bj-2026-winter")
AUTHORITY = SigningKey.from_seed(b"a" * 32)
KIOSK = SigningKey.from_seed(b"k" * 32)
RING = KeyRing(AUTHORITY.public, [certify(AUTHORITY, KIOSK.public, KeyRole.KIOSK, "east-1", FAIR)])
U64 = st.integers(0, 2**64 - 1)
TOKENS = st.builds(
    Token,
    kid=st.just(KIOSK.kid),
    fair=st.just(FAIR),
    last_valid_day=st.dates(date(2020, 1, 1), date(2199, 6, 5)),
    type=st.sampled_from(BadgeType),
    badge=U64,
    attendee=U64,
)


def test_rfc8032_vector() -> None:
    key = SigningKey.from_seed(
        bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
    )
    assert key.public.hex() == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    assert key.sign(b"\x72").hex() == (
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
    assert key.kid == key_id(key.public)


def test_a_seed_of_another_length_is_a_fault() -> None:
    with pytest.raises(ValueError):
        SigningKey.from_seed(b"short")


@pytest.mark.parametrize(
    ("public", "signature"),
    [
        (b"", b"x" * 64),
        (b"\xff" * 32, b"x" * 64),
        (KIOSK.public, b""),
        (KIOSK.public, b"x" * 63),
        (KIOSK.public, b"\xff" * 64),
        (AUTHORITY.public, KIOSK.sign(b"message")),
    ],
)
def test_malformed_or_foreign_signatures_are_refused(public: bytes, signature: bytes) -> None:
    assert not verify(public, b"message", signature)


def test_a_raised_scalar_is_no_second_signature() -> None:
    order = 2**252 + 27742317777372353535851937790883648493
    signature = KIOSK.sign(b"message")
    raised = int.from_bytes(signature[32:], "little") + order
    assert verify(KIOSK.public, b"message", signature)
    assert not verify(KIOSK.public, b"message", signature[:32] + raised.to_bytes(32, "little"))


@given(TOKENS)
def test_a_token_is_read_back_and_valid(token: Token) -> None:
    text = encode(token, KIOSK.sign)
    assert len(text) == 150
    assert parse(text.lower(), RING.check) == BadgeClaim(token, Trust.VALID)


@given(TOKENS, st.integers(0, 149), st.characters(min_codepoint=32, max_codepoint=126))
def test_no_changed_character_passes(token: Token, place: int, character: str) -> None:
    text = encode(token, KIOSK.sign)
    changed = text[:place] + character + text[place + 1 :]
    claim = parse(changed, RING.check)
    same = changed.upper() == text
    assert same == (isinstance(claim, BadgeClaim) and claim.trust is Trust.VALID)


def test_every_character_of_one_token_matters(ring: KeyRing, token: Token, kiosk_key: SigningKey) -> None:
    text = encode(token, kiosk_key.sign)
    for place, old in enumerate(text):
        for new in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567":
            if new == old:
                continue
            claim = parse(text[:place] + new + text[place + 1 :], ring.check)
            assert not (isinstance(claim, BadgeClaim) and claim.trust is Trust.VALID)


def test_last_character_has_one_spelling_only(ring: KeyRing, token: Token, kiosk_key: SigningKey) -> None:
    text = encode(token, kiosk_key.sign)
    spellings = [text[:-1] + each for each in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"]
    assert sum(decode(each) is not None for each in spellings) < 32
    assert [each for each in spellings if parse(each, ring.check) == BadgeClaim(token, Trust.VALID)] == [text]


def test_trust_of_foreign_and_forged(ring: KeyRing, token: Token, kiosk_key: SigningKey) -> None:
    stranger = SigningKey.from_seed(b"s" * 32)
    forged = encode(token, stranger.sign)
    unknown = encode(dataclasses.replace(token, kid=stranger.kid), stranger.sign)
    elsewhere = encode(dataclasses.replace(token, fair=fair_number("other")), kiosk_key.sign)
    assert parse(forged, ring.check) == BadgeClaim(token, Trust.FORGED)
    assert _trust(parse(unknown, ring.check)) is Trust.UNKNOWN_KEY
    assert _trust(parse(elsewhere, ring.check)) is Trust.UNKNOWN_KEY


def _trust(claim: object) -> Trust:
    assert isinstance(claim, BadgeClaim)
    return claim.trust


@pytest.mark.parametrize(
    "change",
    [
        {"kid": 1},
        {"public_key": AUTHORITY.public},
        {"public_key": AUTHORITY.public, "kid": AUTHORITY.kid},
        {"role": KeyRole.ORGANISER},
        {"name": "west-1"},
        {"fair": 1},
        {"signature": b"x" * 64},
        {"signature": b""},
    ],
)
def test_a_changed_certificate_is_refused(change: dict[str, object]) -> None:
    right = certify(AUTHORITY, KIOSK.public, KeyRole.KIOSK, "east-1", FAIR)
    wrong: KeyCertificate = dataclasses.replace(right, **change)  # type: ignore[arg-type]
    ring = KeyRing(AUTHORITY.public, [wrong])
    assert ring.refused == (wrong,)
    assert ring.check(KIOSK.kid, b"", b"") is Trust.UNKNOWN_KEY
    assert not ring.add(wrong)
    assert ring.add(right)


def test_a_certificate_of_another_authority_is_refused() -> None:
    other = SigningKey.from_seed(b"o" * 32)
    assert not KeyRing(AUTHORITY.public).add(certify(other, KIOSK.public, KeyRole.KIOSK, "east-1", FAIR))


def test_certificates_may_come_later_and_twice(token: Token) -> None:
    ring = KeyRing(AUTHORITY.public)
    text = encode(token, KIOSK.sign)
    assert _trust(parse(text, ring.check)) is Trust.UNKNOWN_KEY
    for _ in range(2):
        assert ring.add(certify(AUTHORITY, KIOSK.public, KeyRole.KIOSK, "east-1", FAIR))
    assert _trust(parse(text, ring.check)) is Trust.VALID


@pytest.mark.parametrize(
    "limits", [{"types": ()}, {"types": (BadgeType.PRESS,)}, {"last_day": date(2020, 1, 1)}]
)
def test_a_badge_outside_its_keys_limits_is_as_good_as_unknown(token: Token, limits: dict[str, Any]) -> None:
    narrow = certify(AUTHORITY, KIOSK.public, KeyRole.KIOSK, "east-1", FAIR, **limits)
    ring = KeyRing(AUTHORITY.public, [narrow])
    within = narrow.grant.covers(token.type, day_number(token.last_valid_day))
    assert within is (limits == {"types": ()})
    expected = Trust.VALID if within else Trust.UNKNOWN_KEY
    assert _trust(parse(encode(token, KIOSK.sign), ring.check)) is expected
    assert ring.add(certify(AUTHORITY, KIOSK.public, KeyRole.KIOSK, "east-1", FAIR)), (
        "a wider grant may follow"
    )
    assert _trust(parse(encode(token, KIOSK.sign), ring.check)) is Trust.VALID


def test_only_whole_public_keys_are_certified() -> None:
    with pytest.raises(ValueError):
        certify(AUTHORITY, b"short", KeyRole.KIOSK, "east-1", FAIR)


def test_a_known_token_and_a_known_certificate() -> None:
    """What was printed and signed must be read for ever, by a second program too."""
    key = SigningKey.from_seed(b"1" * 32)
    token = Token(
        key.kid,
        fair_number("bj-2026-winter"),
        date(2026, 11, 28),
        BadgeType.GRADUATE,
        0x1112131415161718,
        2**64 - 1,
    )
    text = (
        "F1AESKUKSVNZXWBJYJ3MARCEQTCQKRMFYY7777777777776KP4TMIAYBIJR6JRI4AJS7VV4EEUFQASGDMN5ME2RRPMABPP2GJWYP6W"
        "GGM644LRW42BGE57FO2FB5ZVPIZHBZ43W3TZ34YA34RGMIGQ"
    )
    assert encode(token, key.sign) == text
    certificate = certify(SigningKey.from_seed(b"a" * 32), key.public, KeyRole.KIOSK, "east-1", 5)
    assert certificate.signed_bytes() == (
        b"fair-key-v1\0\0\x04" + bytes.fromhex("24aa2a55") + b"\0\x20" + key.public
        + b"\0\x05kiosk\0\x06east-1\0\x04\0\0\0\x05"
    )  # fmt: skip
    assert certificate.signature.hex() == (
        "8e76b0b53f4510189297d9a9d74a2194b5f771db2e0fad1e11fb6fcc8a475929"
        "27e3b92732eb9d085085a9d4a9c5a66cf716b950a77f595931d01785bc74440f"
    )
