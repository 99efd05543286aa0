"""How fast a hall fills."""

from __future__ import annotations

import pytest

from kiosk.domain.flow import LONGEST_MIN, full_in_min


@pytest.mark.parametrize(
    ("inside", "capacity", "entered", "minutes"),
    [
        (1846, 2500, 467, 15),  # 654 free at 46.7 a minute
        (2490, 2500, 100, 1),
        (2500, 2500, 100, 0),
        (2600, 2500, 0, 0),
        (100, 2500, 0, None),
        (100, 0, 50, None),
        (100, 2500, 1, None),  # sixteen days: nobody can say
        (0, 24, 1, 240),
    ],
)
def test_minutes_until_full(inside: int, capacity: int, entered: int, minutes: int | None) -> None:
    assert full_in_min(inside, capacity, entered, 10) == minutes


def test_what_is_too_far_off_is_not_said() -> None:
    assert full_in_min(0, 24, 1, 10) == LONGEST_MIN
    assert full_in_min(0, 25, 1, 10) is None
