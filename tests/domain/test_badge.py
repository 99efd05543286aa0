"""Badge tokens, exactly as the format says."""

from __future__ import annotations

import base64
import struct
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import badge
from kiosk.domain.badge_type import BadgeType

TOKEN = badge.Token(
    kid=0x01020304,
    fair=0x05060708,
    last_valid_day=date(2026, 11, 28),
    type=BadgeType.GRADUATE,
    badge=0x1112131415161718,
    attendee=0x2122232425262728,
)


def sign(message: bytes) -> bytes:
    """Not a signature: the format is what is tested here; keys are tested in tests/keys."""
    return (message * 3)[:64]


def trusting(_kid: int, _signed: bytes, _signature: bytes) -> badge.Trust:
    return badge.Trust.VALID


def test_a_token_has_the_layout_of_the_format() -> None:
    assert TOKEN.payload() == struct.pack(
        ">BIIHBQQ", 1, 0x01020304, 0x05060708, 2523, 1, 0x1112131415161718, 0x2122232425262728
    )
    text = badge.encode(TOKEN, sign)
    assert len(text) == 150
    assert text.startswith("F1")
    assert set(text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567F1")


def test_what_is_signed_is_the_tag_and_the_28_bytes() -> None:
    seen: list[bytes] = []
    badge.encode(TOKEN, lambda message: seen.append(message) or bytes(64))  # type: ignore[func-returns-value]
    assert seen == [b"fair-badge-v1\0" + TOKEN.payload()]
    assert len(TOKEN.payload()) == 28


def test_a_token_reads_back() -> None:
    claim = badge.parse(badge.encode(TOKEN, sign), trusting)
    assert claim == badge.BadgeClaim(TOKEN, badge.Trust.VALID)


def test_scanners_that_send_lower_case_are_understood() -> None:
    claim = badge.parse(badge.encode(TOKEN, sign).lower() + "\r\n", trusting)
    assert isinstance(claim, badge.BadgeClaim)


@pytest.mark.parametrize(
    "spoil", [lambda t: t[:-1], lambda t: t + "A", lambda t: "F2" + t[2:], lambda t: t[:-1] + "1"]
)
def test_anything_but_the_exact_form_is_no_token(spoil: object) -> None:
    assert badge.decode(spoil(badge.encode(TOKEN, sign))) is None  # type: ignore[operator]


def test_a_second_spelling_of_the_same_bytes_is_refused() -> None:
    text = badge.encode(TOKEN, sign)
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
    last = alphabet.index(text[-1])
    assert last % 16 == 0, "the last character carries one bit and four of padding"
    for other in range(1, 16):
        assert badge.decode(text[:-1] + alphabet[last + other]) is None


def test_an_unknown_type_or_version_is_no_token() -> None:
    raw = bytearray(TOKEN.payload() + bytes(64))
    for position, value in ((0, 2), (11, 9), (11, 0)):
        spoilt = bytearray(raw)
        spoilt[position] = value
        assert badge.decode("F1" + base64.b32encode(bytes(spoilt)).decode().rstrip("=")) is None


def test_the_grammar_takes_the_first_match() -> None:
    assert badge.parse("abcdefghijklmnopqrstuvwxyz", trusting) == badge.CodeClaim(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    )
    assert badge.parse("2019000001", trusting) == badge.StudentClaim("2019000001")
    assert badge.parse("https://example.com/", trusting) == badge.NoClaim()
    assert badge.parse("ſ" * 26, trusting) == badge.NoClaim(), "its capital would be S"
    assert badge.parse("１２３４５６７８", trusting) == badge.NoClaim()
    assert badge.parse("11010519491231002X", trusting) == badge.NoClaim(), "identity numbers are not accepted"


@given(st.text(max_size=300))
def test_any_text_is_a_claim_and_never_a_fault(text: str) -> None:
    assert isinstance(
        badge.parse(text, trusting), badge.BadgeClaim | badge.CodeClaim | badge.StudentClaim | badge.NoClaim
    )
