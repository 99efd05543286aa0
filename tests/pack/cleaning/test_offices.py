"""What a public screen may show of a school's careers office, and who is left out."""

from __future__ import annotations

import re

import pytest

from kiosk.pack.cleaning.offices import office

KEPT = (
    ("就业指导中心 行政楼 205 室，010-62332244", "就业指导中心 行政楼 205 室，010-62332244"),
    ("010-62332244转801", "010-62332244转801"),
    ("就业指导中心(62332244)", "就业指导中心，62332244"),
    ("主楼一层大厅东侧、010-6233 2244", "主楼一层大厅东侧，010-62332244"),
    ("图书馆旁", "图书馆旁"),
    ("Careers Centre, Building 3, room 12", "Careers Centre, Building 3, room 12"),
)
LEFT_OUT = (
    ("就业办 王老师 13800000000", "就业办"),
    ("学生就业指导中心,联系人:李示例 138 0000 0000", "学生就业指导中心"),
    ("招生就业处（张主任）", "招生就业处"),
    ("就业处处长王示例 01062332244", "就业处，01062332244"),
    ("就业指导中心李老师", "就业指导中心"),
    ("就业办王示例", "就业办"),
    ("就业办 王示例 +86-13800000000", "就业办"),
    ("阿依古丽·买买提老师 就业办", "就业办"),
    ("就业办公室；邮箱 jy@example.cn；微信 jiuye2026", "就业办公室"),
    ("Careers Centre, Mr Li Ming, room 12", "Careers Centre, room 12"),
    ("Careers Centre, contact: Wang Min", "Careers Centre"),
)


@pytest.mark.parametrize(("written", "shown"), KEPT)
def test_office_room_and_landline_are_kept(written: str, shown: str) -> None:
    assert office(written).value == shown


@pytest.mark.parametrize(("written", "shown"), LEFT_OUT)
def test_people_are_left_out_and_it_is_listed(written: str, shown: str) -> None:
    found = office(written)
    assert (found.value, found.rule) == (shown, "people left out of an office")


@pytest.mark.parametrize("written", ["王示例", "王老师 13800000000", "wang@example.cn", "微信 abc", "无"])
def test_a_person_alone_is_no_office(written: str) -> None:
    assert office(written).value == ""


@pytest.mark.parametrize("shown", sorted({shown for _, shown in (*KEPT, *LEFT_OUT)}))
def test_what_is_shown_is_shown_again(shown: str) -> None:
    assert office(shown).value == shown
    assert not re.search(r"1[3-9]\d{9}|老师|@", shown)
