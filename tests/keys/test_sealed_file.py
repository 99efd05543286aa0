"""A file that a passphrase opens: byte for byte, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.keys import sealed_file
from kiosk.keys.fault import KeyFault
from kiosk.keys.sealed_file import seal, unseal

PHRASE = "correct horse"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cost of a guess is scrypt's own affair; here it would be the test's."""
    monkeypatch.setattr(sealed_file, "_LOG_N", 4)


@pytest.mark.parametrize("size", [0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 200_000])
def test_what_was_sealed_comes_back(size: int) -> None:
    data = bytes(range(256)) * (size // 256 + 1)
    assert unseal(PHRASE, seal(PHRASE, data[:size])) == data[:size]


def test_another_passphrase_opens_nothing() -> None:
    with pytest.raises(KeyFault):
        unseal(PHRASE + " ", seal(PHRASE, b"names"))


def test_two_are_never_alike() -> None:
    assert seal(PHRASE, b"names") != seal(PHRASE, b"names")


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(ValueError, match="8 characters"):
        seal("sesame", b"names")


@given(at=st.integers(0, 10**6), bit=st.integers(0, 7))
@settings(max_examples=60, deadline=None)
def test_no_changed_byte_passes(at: int, bit: int) -> None:
    sealed = bytearray(_sealed())
    sealed[at % len(sealed)] ^= 1 << bit
    with pytest.raises(KeyFault):
        unseal(PHRASE, bytes(sealed))


def test_chunks_cannot_be_left_out_added_or_moved() -> None:
    whole = _sealed()
    head, step = len(sealed_file.TAG) + 17, 64 * 1024 + 16
    first, second, last = (
        whole[head : head + step],
        whole[head + step : head + 2 * step],
        whole[head + 2 * step :],
    )
    for changed in (
        first + second,
        first + last,
        second + first + last,
        first + second + last + last,
        first + second + second + last,
        b"",
    ):
        with pytest.raises(KeyFault):
            unseal(PHRASE, whole[:head] + changed)
    for cut in (0, 1, head - 1, head, len(whole) - 1):
        with pytest.raises(KeyFault):
            unseal(PHRASE, whole[:cut])


_KEPT: list[bytes] = []


def _sealed() -> bytes:
    if not _KEPT:
        _KEPT.append(seal(PHRASE, bytes(150_000)))
    return _KEPT[0]
