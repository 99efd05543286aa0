"""Typesetting: everything fits, nothing is cut."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.badges.layout import NameBox, TextBox
from kiosk.badges.setting import (
    ACCENTED_PITCH_EM,
    PITCH_EM,
    is_ideograph,
    set_name,
    set_text,
    set_together,
    tidy,
    wrap,
)

NAME = NameBox(7, 91, 57.3, 33, 700, 27, 25, 21, 18, 14, 0.11)
BOX = TextBox(7, 91, 86.6, 7, 5.2, 700)
LETTERS = st.text(st.sampled_from("林知远欧阳·abcM -（）暨𬭎"), max_size=60)


def _measure(text: str) -> float:
    """A face in which Latin letters are half as wide as ideographs."""
    return sum(0.55 if each.isascii() else 1.0 for each in text)


@pytest.mark.parametrize(
    ("name", "size_mm", "parts"),
    [
        ("李娜", 27, ["李娜"]),
        ("林知远", 25, ["林知远"]),
        ("欧阳明澈", 21, ["欧阳明澈"]),
        ("𬭎䶮", 27, ["𬭎䶮"]),
        ("司马相如长", 18, ["司马相如长"]),
        ("司马相如长卿子", 13, ["司马相如长卿子"]),
        ("买买提·阿卜杜热合曼", 14, ["买买提·", "阿卜杜热合曼"]),
        ("阿卜杜热合曼·买买提", 13, ["阿卜杜热合曼·", "买买提"]),
        ("Anna Exemplar", 12.7, ["Anna Exemplar"]),
        ("Anna Maria Exemplar", 14, ["Anna Maria", "Exemplar"]),
        ("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉", 9.1, ["甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉"]),
    ],
)
def test_names_are_as_large_as_they_go(name: str, size_mm: float, parts: list[str]) -> None:
    lines = set_name(name, NAME, _measure)
    assert [line.text for line in lines] == parts
    assert {round(line.size_mm, 1) for line in lines} == {size_mm}


def test_a_name_with_a_dot_is_broken_after_it_though_its_parts_differ() -> None:
    narrow = NameBox(6, 50, 32, 24, 700, 27, 25, 21, 14, 12, 0.11)
    lines = [line.text for line in set_name("阿卜杜热合曼·买买提", narrow, _measure)]
    assert lines == ["阿卜杜热合曼·", "买买提"]


def test_an_organisation_is_broken_anywhere_where_that_makes_it_larger() -> None:
    name = "中国航天科技集团有限公司第五研究院总体设计部"
    lines = set_text(name, BOX, _measure)
    assert "".join(line.text for line in lines) == name
    assert [line.size_mm for line in lines] == [5.2, 5.2]


def test_only_names_of_two_are_spaced() -> None:
    assert [line.tracking_em for line in set_name("李娜", NAME, _measure)] == [0.11]
    assert [line.tracking_em for line in set_name("Al", NAME, _measure)] == [0]
    assert [line.tracking_em for line in set_name("林知远", NAME, _measure)] == [0]


@given(LETTERS)
def test_a_name_fits_and_is_whole(name: str) -> None:
    lines = set_name(name, NAME, _measure)
    assert "".join(line.text for line in lines).replace(" ", "") == name.replace(" ", "")
    assert len(lines) <= 4
    for line in lines:
        assert line.size_mm * (_measure(line.text) + line.tracking_em * (len(line.text) - 1)) <= 91.001
        assert line.baseline_mm - line.size_mm * 0.88 > 40
        assert line.baseline_mm + line.size_mm * 0.12 < 75


@given(LETTERS)
def test_a_text_fits_and_is_whole(text: str) -> None:
    lines = set_text(text, BOX, _measure)
    assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert line.size_mm * _measure(line.text) <= 91.001
    if len(lines) == 2:
        assert lines[1].baseline_mm - lines[0].baseline_mm == pytest.approx(PITCH_EM * lines[0].size_mm)


def test_a_box_of_one_line_keeps_to_one_line() -> None:
    single = TextBox(7, 91, 86.6, 7, 0, 700)
    lines = set_text("北京" * 30, single, _measure)
    assert [line.text for line in lines] == ["北京" * 30]


def test_wrap_breaks_where_one_breathes_and_fills_the_first_line() -> None:
    assert wrap("首都高校毕业生冬季双选会", 48, 3.5, _measure) == (3.5, ("首都高校毕业生冬季双选会",))
    size_mm, parts = wrap("首都高校毕业生冬季双选会暨校企对接会", 48, 3.5, _measure)
    assert (size_mm, parts) == (3.5, ("首都高校毕业生冬季双选会", "暨校企对接会"))
    assert wrap("", 48, 3.5, _measure) == (3.5, ())


@given(st.text(max_size=30))
def test_tidy_leaves_one_visible_line(text: str) -> None:
    tidied = tidy(text)
    assert tidied == tidied.strip()
    assert not any(unicodedata.category(each) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for each in tidied)
    assert tidy(tidied) == tidied


def test_tidy_keeps_compatibility_ideographs_and_joins_accents() -> None:
    assert tidy("\uf92c\u3000林") == "\uf92c 林"
    assert tidy("Linda\u0308") == "Lindä"


def test_ideographs_newer_than_python_count() -> None:
    assert all(is_ideograph(each) for each in "林䶮𬭎〇\U00031350\U0002ebf0")
    assert not any(is_ideograph(each) for each in "aö·（1")


def test_texts_that_stand_together_share_a_line_or_break_between_them() -> None:
    box = TextBox(50, 48, 109.6, 6.4, 5, 700)
    for texts, size_mm, lines in (
        ((), 0, []),
        (("9:00–10:30",), 6.4, ["9:00–10:30"]),
        (("甲", "乙"), 6.4, ["甲·乙"]),
        (("", "甲", " "), 6.4, ["甲"]),
        (("甲乙丙丁戊己", "子丑寅卯辰巳"), 5, ["甲乙丙丁戊己", "子丑寅卯辰巳"]),
        (("甲乙丙丁戊己", "子丑", "午未申酉戌"), 5, ["甲乙丙丁戊己", "子丑·午未申酉戌"]),
        (("甲乙丙丁戊己庚", "子丑寅卯辰巳午", "天地"), 4.8, ["甲乙丙丁戊己庚", "子丑寅卯辰巳午·天地"]),
    ):
        set_lines = set_together(texts, box, _measure)
        assert [line.text for line in set_lines] == lines
        assert all(line.size_mm == pytest.approx(size_mm) for line in set_lines)
    single = TextBox(50, 48, 119, 3.2, 0, 700)
    assert len(set_together(("甲" * 20, "乙" * 20), single, _measure)) == 1


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (
            "阿卜杜热合曼·买买提吐尔逊·阿不都克里木·玉素甫江·艾尔肯·吐尔洪·古丽",
            ["阿卜杜热合曼·买买提吐尔逊·", "阿不都克里木·玉素甫江·", "艾尔肯·吐尔洪·古丽"],
        ),
        ("Wolfeschlegelsteinhausenbergerdorff", ["Wolfeschlegelsteinhausenbergerdorff"]),
    ],
)
def test_very_long_names_take_a_third_line_where_that_makes_them_larger(name: str, parts: list[str]) -> None:
    lines = set_name(name, NAME, _measure)
    assert [line.text for line in lines] == parts
    assert {line.size_mm for line in lines} == {min(14, 91 / max(_measure(part) for part in parts))}


def test_letters_with_signs_above_and_below_stand_further_apart() -> None:
    plain, accented = (
        set_name(name, NAME, _measure) for name in ("Dang Hong Binh Anh", "Đặng Hồng Bình Ánh")
    )
    pitches = [(two.baseline_mm - one.baseline_mm) / one.size_mm for one, two in (plain, accented)]
    assert pitches == pytest.approx([PITCH_EM, ACCENTED_PITCH_EM])
