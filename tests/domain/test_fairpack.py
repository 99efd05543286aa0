"""What a certified key may do, and how it is spelt."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import day_number
from kiosk.domain.key_certificate import Grant, KeyRole, grant_of, in_order

GRANTS = st.builds(
    Grant,
    st.sampled_from(KeyRole),
    st.sets(st.sampled_from(BadgeType)).map(in_order),
    st.none() | st.dates(date(2020, 1, 1), date(2199, 1, 1)),
)


@given(GRANTS)
def test_a_grant_is_read_back(grant: Grant) -> None:
    assert grant_of(grant.text()) == grant


def test_without_limits_it_is_the_role_alone() -> None:
    assert Grant(KeyRole.KIOSK).text() == "kiosk"


@pytest.mark.parametrize(
    "text", ["", "kiosk ", "king", "kiosk types=", "kiosk types=4,1", "kiosk types=1,1", "kiosk until=99999"]
)
def test_another_spelling_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        grant_of(text)


def test_it_covers_its_types_until_its_last_day() -> None:
    last = date(2026, 11, 28)
    grant = Grant(KeyRole.KIOSK, (BadgeType.GRADUATE,), last)
    assert grant.covers(BadgeType.GRADUATE, day_number(last))
    assert not grant.covers(BadgeType.GRADUATE, day_number(last) + 1)
    assert not grant.covers(BadgeType.STAFF, day_number(last))
    assert Grant(KeyRole.KIOSK).covers(BadgeType.STAFF, 0xFFFF)
