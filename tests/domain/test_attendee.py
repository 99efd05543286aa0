"""What others may see of a person."""

from __future__ import annotations

import pytest

from kiosk.domain.attendee import Person, mask_name, mask_phone


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("李想", "李＊"),
        ("林知远", "林＊远"),
        ("欧阳明澈", "欧＊＊澈"),
        ("阿依古丽·买买提", "阿＊＊提"),
        ("ANNA EXAMPLE", "ANNA E."),
        ("Cher", "C."),
        ("Anna  Example", "Anna E."),
        ("", ""),
    ],
)
def test_a_name_is_masked(name: str, masked: str) -> None:
    assert mask_name(name) == masked


def test_a_phone_shows_its_last_two_digits() -> None:
    assert mask_phone(Person("x", phone="13000000011").phone_tail) == "＊＊＊11"
    assert Person("x", phone="12").phone_tail == ""
