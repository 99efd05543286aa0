"""Numbers of people, in digits, in words, as ranges."""

from __future__ import annotations

import pytest

from kiosk.pack.cleaning import counts

MENDED, AS_IS = True, False


@pytest.mark.parametrize(
    ("raw", "value", "mended"),
    [
        ("3", 3, AS_IS),
        ("3人", 3, MENDED),
        ("2~4", 2, MENDED),
        ("２—４人", 2, MENDED),
        ("2-4人", 2, MENDED),
        ("2人-4人", 2, MENDED),
        ("4-2", 2, MENDED),
        ("2至4名", 2, MENDED),
        ("10+", 10, MENDED),
        ("约5人", 5, MENDED),
        ("不少于10人", 10, MENDED),
        ("2+3", None, MENDED),
        ("三人", 3, MENDED),
        ("十二名", 12, MENDED),
        ("二十", 20, MENDED),
        ("3.0", 3, MENDED),
        ("一二", None, MENDED),
        ("9" * 5000, None, MENDED),
        ("不限", None, AS_IS),
        ("若干", None, AS_IS),
        ("待定", None, AS_IS),
        ("", None, AS_IS),
        ("10以上", 10, MENDED),
        ("很多", None, MENDED),
        ("-3", None, MENDED),
        ("99999999999999", None, MENDED),
    ],
)
def test_headcounts(raw: str, value: int | None, mended: bool) -> None:
    found = counts.headcount(raw)
    assert (found.value, bool(found.rule)) == (value, mended)


def test_a_count_that_is_no_number_is_nought() -> None:
    assert counts.count("若干").value == 0
    assert counts.count("30座").value == 30
