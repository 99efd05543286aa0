"""Signs, masks and texts of what goes back."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.words import Words
from kiosk.pack.returns import page, summary_page, wording
from kiosk.pack.returns.wording import Mark, both, masked, quoted, reason_kind, rows_text, visible


@pytest.mark.parametrize("module", [wording, page, summary_page], ids=lambda each: each.__name__)
def test_examples(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize("mark", Mark)
def test_every_sign_is_one_that_every_chinese_font_has(mark: Mark) -> None:
    assert len(mark.sign) == 1
    assert mark.sign.encode("gb2312")


@given(st.lists(st.integers(1, 60), max_size=30))
def test_row_numbers_joined_are_the_rows(numbers: list[int]) -> None:
    found: set[int] = set()
    for part in filter(None, rows_text(numbers).split(", ")):
        first, _, last = part.partition("-")
        found |= set(range(int(first), int(last or first) + 1))
    assert found == set(numbers)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("林远", "林远"),
        ("𬭎", "𬭎"),
        ("\U000323ae", "\U000323ae"),
        ("a\u202eb", "a〈U+202E〉b"),
        ("\x00\x1b[31m", "〈U+0000〉〈U+001B〉[31m"),
        ("两\r\n行", "两\n行"),
        ("\u200b\ufeff", "〈U+200B〉〈U+FEFF〉"),
        ("\uffff", "〈U+FFFF〉"),
        ("\ud800", "〈U+D800〉"),
        ("\u3000", "\u3000"),
    ],
)
def test_what_is_invisible_is_shown(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@given(st.text())
def test_what_is_shown_holds_nothing_hidden(raw: str) -> None:
    shown = visible(raw)
    assert visible(shown) == shown
    assert "\u202e" not in shown
    assert all(each == "\n" or ord(each) >= 32 for each in shown)


def test_quoting() -> None:
    assert quoted("") == "（空）"
    assert quoted(" a ") == "“ a ”"
    assert quoted("长" * 200) == f"“{'长' * 80}…”"


def test_both_languages() -> None:
    assert both(Words("没有姓名", "no name")) == "没有姓名 no name"
    assert both(Words("A001", "A001")) == "A001"


def test_alike_reasons_are_of_one_kind() -> None:
    assert reason_kind("与第 17 行是同一人") == reason_kind("与第 4 行是同一人")
    assert reason_kind("the same as row 17") == reason_kind("the same as row 4")
    assert reason_kind("2022 is no year") == "2022 is no year"


@pytest.mark.parametrize(
    ("column", "text", "seen"),
    [
        ("姓名", "欧阳示例", "欧＊＊例"),
        ("领队", "李䶮", "李＊"),
        ("手机号", "13000000011", "＊＊＊11"),
        ("联系电话", "没有", "＊＊＊"),
        ("学号", "2019000001", "＊＊＊01"),
        ("简历投递邮箱", "hr@example.com", "h＊＊＊"),
        ("备注", "林远的表弟", "＊＊＊"),
        ("单位名称", "燕山重工（示例）", "燕山重工（示例）"),
        ("姓名", " ", " "),
    ],
)
def test_people_are_masked(column: str, text: str, seen: str) -> None:
    assert masked(column, text) == seen
