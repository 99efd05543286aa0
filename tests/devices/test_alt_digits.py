"""Characters typed by their numbers."""

from __future__ import annotations

import pytest

from kiosk.devices.alt_digits import AltDigits


@pytest.mark.parametrize(
    ("digits", "character"),
    [
        ("065", "A"),
        ("65", "A"),
        ("0049", "1"),
        ("013", "\r"),
        ("0128", "€"),
        ("128", "Ç"),
        ("26519", "林"),
        ("", ""),
        ("0", ""),
        ("0129", ""),  # code page 1252 has no such character
        ("55296", ""),  # half a character
        ("999999999", "\U000f423f"),  # digits beyond the sixth are nobody's
    ],
)
def test_a_number_is_a_character(digits: str, character: str) -> None:
    alt = AltDigits()
    for each in digits:
        alt.press(each)
    assert alt.release() == character
    assert alt.release() == ""
