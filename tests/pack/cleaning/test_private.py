"""Identity numbers are blanked, credit codes are checked."""

from __future__ import annotations

import pytest

from kiosk.pack.cleaning.credit_codes import credit_check_digit, credit_code
from kiosk.pack.cleaning.private import BLANKED, without_identity_numbers


@pytest.mark.parametrize(
    "text",
    [
        "11010119900307387X",
        "11010119900307387x",
        "110101199003073870",
        "110101 19900307 3870",
        "110101-19900307-3870",
        "１１０１０１１９９００３０７３８７Ｘ",
        "1.1010119900307387e+17",
        "1.10101199003073E+17",
    ],
)
def test_identity_numbers_are_blanked(text: str) -> None:
    assert without_identity_numbers(text) == BLANKED
    assert without_identity_numbers(f"李䶮{text}") == f"李䶮{BLANKED}" or "e+17" in text.casefold()


@pytest.mark.parametrize(
    "text",
    [
        "91110108MA00000000",
        "12100000400002259P",
        "2022-10-08 09:12:31",
        "13000000003、13000000004",
        "990101199003073870",  # no such province
        "110101199013073870",  # no such month
        "110101190003",
        "1101011990030738701",
        "202300101202300101",
        "2.0250101199003e+17",
        "示例信息技术（北京）有限公司第17",
        "",
    ],
)
def test_other_long_numbers_stay(text: str) -> None:
    assert without_identity_numbers(text) is text


def test_the_rest_of_a_remark_stays() -> None:
    assert without_identity_numbers("证件 11010119900307387X，外教") == f"证件 {BLANKED},外教"


@pytest.mark.parametrize(
    ("raw", "value", "rule"),
    [
        ("12100000400002259P", "12100000400002259P", ""),
        (" 12100000 400002259p", "12100000400002259P", "credit code"),
        ("12100000400002259Q", "", "credit code's check digit"),
        ("12100000400002295P", "", "credit code's check digit"),
        ("1210000040000225", "", "no credit code"),
        ("I2100000400002259P", "", "no credit code"),
        ("待定", "", ""),
        ("", "", ""),
    ],
)
def test_credit_codes(raw: str, value: str, rule: str) -> None:
    found = credit_code(raw)
    assert (found.value, found.rule) == (value, rule)


def test_the_check_digit_of_gb_32100() -> None:
    """A code that is published as an example of the standard."""
    assert credit_check_digit("91350100M000100Y4") == "3"
