"""What scanners add to a code, and what is a whole one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.code_text import MOST_LENGTH, clean, is_whole
from kiosk.domain.badge import NOBODYS_TOKEN


@pytest.mark.parametrize(
    "sent",
    [
        "F1ABC",
        "]Q1F1ABC",
        "]C0F1ABC",
        "\x02F1ABC\x03",
        "  F1ABC\r\n",
        "\ufeffF1ABC",
        "F1\x1dABC",
        "F1A\ud800BC\x00",
    ],
)
def test_what_is_added_goes(sent: str) -> None:
    assert clean(sent) == "F1ABC"


def test_what_is_no_identifier_stays() -> None:
    assert clean("]") == "]"
    assert clean("]Qx") == ""
    assert clean("]!1F1") == "]!1F1"


@pytest.mark.parametrize(
    "code",
    [NOBODYS_TOKEN, NOBODYS_TOKEN.lower(), "]Q1" + NOBODYS_TOKEN, "A" * 26, "2021123456", "BK2021123456"],
)
def test_whole(code: str) -> None:
    assert is_whole(code)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "F1",
        "12345",
        "A" * 25,
        "A" * 25 + "1",
        "A" * 150,
        NOBODYS_TOKEN[:-1],
        NOBODYS_TOKEN[:-1] + "!",
        "１２３４５６７８",
        "ı" * 26,
        "zhang wei",
        "http://a.cn/123456",
    ],
)
def test_not_whole(text: str) -> None:
    assert not is_whole(text)


@given(st.text(max_size=700))
def test_clean_is_bounded_and_invisible_free(text: str) -> None:
    code = clean(text)
    assert len(code) <= MOST_LENGTH
    assert code.isprintable() or all(each.isprintable() or ord(each) >= 0xA0 for each in code)
