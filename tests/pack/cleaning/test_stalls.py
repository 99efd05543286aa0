"""Stall numbers: one, several, a range, none."""

from __future__ import annotations

import doctest
import sys

import pytest

from kiosk.pack.cleaning.stalls import stalls

MENDED, AS_IS = True, False


@pytest.mark.parametrize(
    ("raw", "value", "mended"),
    [
        ("A005", ("A005",), AS_IS),
        ("Ａ００５", ("A005",), MENDED),
        ("A3", ("A003",), MENDED),
        ("A-03", ("A003",), MENDED),
        (" a003 ", ("A003",), MENDED),
        ("A006/A007", ("A006", "A007"), AS_IS),
        ("A006、007", ("A006", "A007"), MENDED),
        ("A006 A007", ("A006", "A007"), MENDED),
        ("A001展位", ("A001",), MENDED),
        ("展位号：A001", ("A001",), MENDED),
        ("A1号", ("A001",), MENDED),
        ("Ａ区５号", ("A005",), MENDED),
        ("A区-01", ("A001",), MENDED),
        ("A006-A008", ("A006", "A007", "A008"), MENDED),
        ("A6~A7", ("A006", "A007"), MENDED),
        ("A006-007", ("A006", "A007"), MENDED),
        ("A006和B001", ("A006", "B001"), MENDED),
        ("", (), AS_IS),
        ("未安排", (), AS_IS),
        ("待定", (), AS_IS),
    ],
)
def test_stalls(raw: str, value: tuple[str, ...], mended: bool) -> None:
    found = stalls(raw)
    assert found is not None
    assert (found.value, bool(found.rule)) == (value, mended)


@pytest.mark.parametrize(
    "raw",
    [
        "门口",
        "A",
        "12345",
        "A001B",
        "A001/门口",
        "A1-2",
        "A008-A006",
        "A001-A120",
        "A001-B003",
        "/".join(["A1"] * 99),
    ],
)
def test_what_is_no_stall(raw: str) -> None:
    assert stalls(raw) is None


def test_the_docstrings_examples() -> None:
    result = doctest.testmod(sys.modules[stalls.__module__])
    assert result.attempted > 0
    assert result.failed == 0
