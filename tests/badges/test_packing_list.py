"""The packing list: what lies where, on pages that are numbered and signed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kiosk.badges.marks import Glyphs
from kiosk.badges.metrics import load_metrics
from kiosk.badges.packing_list import (
    PackingFace,
    PackingGroup,
    PackingLine,
    draw_packing_list,
    packing_pages,
)
from kiosk.badges.pdf import PageMarks
from kiosk.domain.words import Words

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
METRICS = load_metrics(FONTS)


def group(name: str, count: int, first: int = 0) -> PackingGroup:
    lines = (
        PackingLine(f"示{at}", f"{name}{at:03d}", "京华软件（示例）有限责任公司", (first + at) // 20 + 1)
        for at in range(count)
    )
    return PackingGroup(Words(f"{name} 区", f"Zone {name}"), tuple(lines))


FACE = PackingFace(
    fair=Words("双选会", "Fair"),
    date="2026-11-28",
    batch="3F2A",
    desk="B",
    order=Words("按展位", "By stall"),
    sheet=Words("A4 纸，4 张 A6", "A4, 4 of A6"),
    sheets=57,
    printed_at="2026-11-27 21:40",
    groups=(group("A", 95), group("B", 130, 95)),
)


def texts(page: PageMarks) -> list[str]:
    return [each.text for each in page.texts]


def test_the_first_page_says_where_how_many_and_is_signed() -> None:
    first, *_others = packing_pages(FACE, METRICS)
    said = texts(first)
    for wanted in ("B 服务台 desk B", "225 张", "按展位 By stall", "A4 纸，4 张 A6，57 张 sheets"):
        assert wanted in said
    assert [said[said.index(each) + 1 :][:2] for each in ("A 区 Zone A", "B 区 Zone B")] == [
        ["95", "1–5"],
        ["130", "5–12"],
    ]
    assert any("Received by" in each for each in said)


def test_everybody_stands_on_it_once_under_a_heading_that_is_repeated() -> None:
    _first, *pages = packing_pages(FACE, METRICS)
    said = [text for page in pages for text in texts(page)]
    for each in FACE.groups:
        for line in each.lines:
            assert said.count(line.mark) == 1
    assert said.count("A 区") == 1
    assert "A 区（续）" in said


def test_pages_are_numbered() -> None:
    pages = packing_pages(FACE, METRICS)
    for number, page in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in texts(page)


def test_no_heading_stands_alone_and_nothing_runs_over_the_page_or_the_next_column() -> None:
    for page in packing_pages(FACE, METRICS):
        for mark in page.texts:
            right = mark.x_mm + mark.size_mm * sum(mark.advances_em)
            assert 13.9 <= mark.x_mm < right <= 196.1
            assert mark.baseline_mm < 290
            assert not (mark.x_mm < 101 < right) or mark.baseline_mm < 30 or _on_first(page)


def _on_first(page: PageMarks) -> bool:
    return any("组 Group" in each for each in texts(page))


def test_many_groups_take_several_pages_and_are_signed_on_the_last() -> None:
    many = replace(FACE, groups=tuple(group(f"Z{at}", 1) for at in range(90)))
    pages = packing_pages(many, METRICS)
    signed = [any("Received by" in each for each in texts(page)) for page in pages]
    listed = [sum("Zone" in each for each in texts(page)) for page in pages]
    assert sum(listed) == 90
    last = max(at for at, count in enumerate(listed) if count)
    assert signed.index(True) in {last, last + 1}, "or on a page of their own"
    assert signed.count(True) == 1


def test_who_is_written_by_hand_is_named() -> None:
    face = replace(FACE, missing=(PackingLine("示\U0001f600", "A007", "某单位"),))
    assert any("手写 By hand: 示□ A007" in each for each in texts(packing_pages(face, METRICS)[0]))


def test_without_a_desk_there_are_no_rows() -> None:
    lines = (PackingLine("示一", "", "某校"),)
    face = replace(FACE, desk="", groups=(PackingGroup(Words("W", "W"), lines),))
    first, names = packing_pages(face, METRICS)
    assert "当场发放 handed out at once" in texts(first)
    assert not any("排" in each for each in texts(names))


def test_a_long_name_is_shortened_and_not_run_over() -> None:
    lines = (PackingLine("阿卜杜热合曼·吐尔逊江·艾合买提江·麦麦提", "A001", "某" * 60, 1),)
    face = replace(FACE, groups=(PackingGroup(Words("A", "A"), lines),))
    _first, names = packing_pages(face, METRICS)
    marks = [each for each in names.texts if isinstance(each, Glyphs)]
    assert any(each.text.startswith("阿卜杜热合曼") and each.text.endswith("…") for each in marks)


def test_the_same_list_gives_the_same_file() -> None:
    assert draw_packing_list(FACE, FONTS) == draw_packing_list(FACE, FONTS)
    assert "示".encode() not in draw_packing_list(FACE, FONTS)
