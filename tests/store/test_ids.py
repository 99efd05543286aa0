from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.store.ids import as_signed, as_unsigned, random_id


@given(st.integers(0, 2**64 - 1))
def test_there_and_back(number: int) -> None:
    signed = as_signed(number)
    assert -(2**63) <= signed < 2**63
    assert as_unsigned(signed) == number


@pytest.mark.parametrize("number", [-1, 2**64])
def test_what_has_more_than_64_bits_is_no_id(number: int) -> None:
    with pytest.raises(ValueError, match="64 bits"):
        as_signed(number)


@pytest.mark.parametrize("number", [-(2**63) - 1, 2**63])
def test_what_sqlite_cannot_hold_is_no_stored_id(number: int) -> None:
    with pytest.raises(ValueError, match="64 bits"):
        as_unsigned(number)


def test_random_ids_differ_and_fit() -> None:
    made = {random_id() for _ in range(100)}
    assert len(made) == 100
    assert all(0 < each < 2**64 for each in made)
