"""Which openings stand first and why, and where a link leads."""

from __future__ import annotations

import pytest

from kiosk.domain.exhibitor import Opening
from kiosk.domain.search import HitKind
from kiosk.domain.words import Words
from kiosk.services.find.values import Found, Group, Row
from kiosk.ui.find.listed_openings import Mark, link_host, listed, terms_found

OPENINGS = (
    Opening("销售代表", "专业不限"),
    Opening("软件开发工程师", "计算机类", title_en="Software developer"),
    Opening("数据分析师", "统计学类、计算机类", major_classes=("统计学类", "计算机类")),
    Opening("司机"),
)


def order(typed: str = "", major_class: str = "") -> list[tuple[str, Mark]]:
    return [(row.opening.title, row.mark) for row in listed(OPENINGS, typed, major_class)]


def test_as_given_where_nothing_was_asked_for() -> None:
    assert order() == [(each.title, Mark.NONE) for each in OPENINGS]


@pytest.mark.parametrize("typed", ["软件", "software", "ＳＯＦＴＷＡＲＥ", "软件 计算机"])
def test_what_was_typed_comes_first(typed: str) -> None:
    assert order(typed)[:2] == [("软件开发工程师", Mark.TYPED), ("销售代表", Mark.NONE)]


def test_every_word_must_be_there() -> None:
    assert {mark for _, mark in order("软件 会计")} == {Mark.NONE}


def test_what_a_search_found_by_its_sound_is_marked_too() -> None:
    rows = (
        Row(HitKind.EXHIBITOR, "7", Words("软件公司", "")),
        Row(HitKind.OPENING, "软件开发工程师", Words("软件开发工程师", "")),
        Row(HitKind.MAJOR, "统计学类", Words("统计学类", "")),
    )
    words = Words("", "")
    groups = tuple(Group(row.kind, words, at, 1) for at, row in enumerate(rows))
    terms = terms_found(Found(rows, groups))
    assert terms == {"软件开发工程师", "统计学类"}
    found = listed(OPENINGS, "rjkf", "", terms)
    assert [row.opening.title for row in found if row.mark is Mark.TYPED] == ["软件开发工程师", "数据分析师"]


def test_ones_major_comes_first_in_the_given_order() -> None:
    assert order("司机", "计算机类") == [
        ("软件开发工程师", Mark.MAJOR),
        ("数据分析师", Mark.MAJOR),
        ("司机", Mark.TYPED),
        ("销售代表", Mark.NONE),
    ]


def test_where_all_match_none_is_marked() -> None:
    assert [row.mark for row in listed(OPENINGS[1:3], "计算机", "")] == [Mark.NONE, Mark.NONE]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://jobs.example.cn/apply?id=7", "jobs.example.cn"),
        ("HTTP://Example.COM:8080/", "example.com"),
        ("https://bank.example.cn@evil.example.org/", "evil.example.org"),
        ("javascript:alert(1)", ""),
        ("tel:+8610000000", ""),
        ("weixin://dl/business", ""),
        ("https://", ""),
        ("https://[::1", ""),
        ("jobs.example.cn", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_are_drawn_and_their_host_is_named(url: str, host: str) -> None:
    assert link_host(url) == host
    row = listed((Opening("会计", apply_url=url),), "", "")[0]
    assert row.link == (url if host else "")
