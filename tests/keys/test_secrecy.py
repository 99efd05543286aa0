"""Keyed hashes, derivation and sealing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.keys.fault import KeyFault, KeyProblem
from kiosk.keys.secrecy import code_hash, derive, scrypt, seal, unseal, venue_public

CODE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
VENUE = b"v" * 32
PARTS = st.lists(st.one_of(st.text(max_size=6), st.integers(), st.binary(max_size=6)), max_size=4)


def test_code_hash_needs_the_secret_and_the_code() -> None:
    right = code_hash(b"secret", CODE)
    assert len(right) == 32
    assert right == code_hash(b"secret", f" {CODE.lower()}\n")
    assert right != code_hash(b"other", CODE)
    assert right != code_hash(b"secret", CODE[:-1] + "7")


@given(PARTS, PARTS)
def test_derive_tells_every_two_lists_of_parts_apart(first: list[str], second: list[str]) -> None:
    same = [(type(each), each) for each in first] == [(type(each), each) for each in second]
    assert same == (derive(b"s", "label", *first) == derive(b"s", "label", *second))


def test_derive_depends_on_secret_and_label() -> None:
    assert (
        len({derive(b"s", "a", 1), derive(b"s", "b", 1), derive(b"t", "a", 1), derive(b"s", "a", "1")}) == 4
    )
    # Codes that were sent out hang on these bytes: they never change.
    assert derive(b"secret", "badge", 7, "x").hex() == DERIVED


DERIVED = "f4d19b66e3bb16a9996cf7944b16897b6311554cdc4997bfd33a22112f2f7bf1"


def test_scrypt_vector_and_bounds() -> None:
    with pytest.raises(ValueError):
        scrypt(b"password", b"NaCl", 19, 8, 1)
    with pytest.raises(ValueError):
        scrypt(b"password", b"NaCl", 10, 8, 16)
    # RFC 7914 section 12, first 32 bytes.
    assert scrypt(b"pleaseletmein", b"SodiumChloride", 14, 8, 1).hex() == (
        "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
    )


@settings(max_examples=25)
@given(st.binary(max_size=2000), st.binary(max_size=40))
def test_sealed_is_opened_by_the_venue_alone(plain: bytes, context: bytes) -> None:
    sealed = seal(venue_public(VENUE), plain, context)
    assert unseal(VENUE, sealed, context) == plain
    assert sealed != seal(venue_public(VENUE), plain, context)
    for private, other in ((b"w" * 32, context), (VENUE, context + b"x")):
        with pytest.raises(KeyFault) as refusal:
            unseal(private, sealed, other)
        assert refusal.value.problem is KeyProblem.DAMAGED


def test_every_changed_or_missing_byte_of_a_seal_is_refused() -> None:
    sealed = seal(venue_public(VENUE), b"a key of thirty-two bytes, or so.", b"pack")
    for place in range(len(sealed)):
        for bad in (sealed[:place], sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]):
            with pytest.raises(KeyFault):
                unseal(VENUE, bad, b"pack")
    with pytest.raises(KeyFault):
        unseal(VENUE, sealed + b"x", b"pack")


def test_seal_refuses_what_is_no_key() -> None:
    with pytest.raises(ValueError):
        seal(b"short", b"plain", b"")


def test_a_known_code_hash() -> None:
    """A code that was sent must open the gate for ever."""
    known = "33c8728e3d0b8bf46136c1a4e396b1dd9523c62cd34f648ec51e5702aa1e43db"
    assert code_hash(b"bj-2026-winter", "A" * 26).hex() == known
