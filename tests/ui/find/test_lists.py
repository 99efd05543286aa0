"""Lists and pads under a finger, in a real window over the fakes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.services.find.values import FacetKind
from tests.ui.scenes.find import SCENES
from tests.ui.stage import Stage, until
from tests.ui.walk.heard import faults, listen
from tests.ui.walk.seen import look

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def items(root: QQuickItem) -> list[QQuickItem]:
    return [root, *(each for child in root.childItems() for each in items(child))]


def seen(stage: Stage, kind: str) -> list[QQuickItem]:
    return [
        each
        for each in items(stage.window.quick.contentItem())
        if each.isVisible() and each.metaObject().className().startswith(kind)
    ]


def texts(stage: Stage) -> list[str]:
    return [str(each.property("text")) for each in seen(stage, "StyledText") if each.property("text")]


def touch(stage: Stage, name: str) -> None:
    """Touch the control of that name."""
    control = next(each for each in seen(stage, "") if each.property("name") == name and each.width() > 0)
    place = control.mapToScene(QPointF(control.width() / 2, control.height() / 2)).toPoint()
    QTest.mouseClick(stage.window.quick, LEFT, NONE, place)
    stage.rest()


@pytest.fixture
def view(stage: Stage) -> QQuickItem:
    """The list of 3,000 rows on the find page."""
    stage.play(SCENES["find many"])
    (found,) = seen(stage, "QQuickListView")
    return found


def top(view: QQuickItem) -> float:
    """How many rows lie above those in sight."""
    return (view.property("contentY") - view.property("originY")) / row_height(view)


def row_height(view: QQuickItem) -> float:
    return view.property("contentHeight") / view.property("count")


def test_a_flick_rests_on_whole_rows_and_says_which(stage: Stage, view: QQuickItem) -> None:
    rows = stage.models.find.rows
    start = view.mapToScene(QPointF(300, view.height() - 40)).toPoint()
    QTest.mousePress(stage.window.quick, LEFT, NONE, start)
    for step in range(1, 9):
        QTest.mouseMove(stage.window.quick, start - QPoint(0, 40 * step), 10)
    QTest.mouseRelease(stage.window.quick, LEFT, NONE, start - QPoint(0, 330))
    until(lambda: not view.property("moving"))
    above = top(view)
    assert above >= 2
    assert above == pytest.approx(round(above), abs=0.02)
    assert rows.first == round(above)
    assert f"第 {rows.first + 1} 到 {rows.first + page(view)} 个，共 1536 个" in texts(stage)
    assert stage.models.find.chosen == ""  # a flick is no touch


def page(view: QQuickItem) -> int:
    """How many rows stand on a page."""
    return round(view.height() / row_height(view))


def test_the_buttons_turn_pages_to_the_end_and_no_further(stage: Stage, view: QQuickItem) -> None:
    rows, many = stage.models.find.rows, page(view)
    touch(stage, "下一页")
    assert rows.first == many
    assert f"第 {many + 1} 到 {2 * many} 个，共 1536 个" in texts(stage)
    touch(stage, "上一页")
    touch(stage, "上一页")
    assert (rows.first, view.property("contentY")) == (0, 0)
    rows.turn_to(rows.total - 2)
    stage.rest()
    assert f"第 {1537 - many} 到 1536 个，共 1536 个" in texts(stage)
    touch(stage, "下一页")
    assert view.property("contentY") == pytest.approx(view.property("contentHeight") - view.height(), abs=2)


def test_every_row_is_on_some_page_also_where_heads_stand(stage: Stage) -> None:
    stage.play(SCENES["find groups"])
    rows = stage.models.find.rows
    seen_ = set()
    for _ in range(rows.total):
        lines = [each for each in seen(stage, "ResultRow") if each.y() + 1 < 10_000]
        (shown,) = seen(stage, "QQuickListView")
        top_, end = shown.property("contentY"), shown.property("contentY") + shown.height()
        for each in lines:
            whole = each.y() >= top_ - 1 and each.y() + each.height() <= end + 2
            if whole:
                seen_.add(each.property("index"))
        before = rows.first
        touch(stage, "下一页")
        if rows.first == before:
            break
    assert seen_ == set(range(rows.total))


def test_a_flick_over_heads_rests_on_whole_rows(stage: Stage) -> None:
    stage.play(SCENES["find groups"])
    (view,) = seen(stage, "QQuickListView")
    start = view.mapToScene(QPointF(300, view.height() - 40)).toPoint()
    for _ in range(3):
        QTest.mousePress(stage.window.quick, LEFT, NONE, start)
        for step in range(1, 9):
            QTest.mouseMove(stage.window.quick, start - QPoint(0, 40 * step), 10)
        QTest.mouseRelease(stage.window.quick, LEFT, NONE, start - QPoint(0, 330))
        until(lambda: not view.property("moving"))
        stage.rest()
        place, end = view.property("contentY"), view.property("contentY") + view.height()
        edges = [edge for row in seen(stage, "ResultRow") for edge in (row.y(), row.y() + row.height())]
        assert min(abs(edge - place) for edge in edges) < 3
        assert min(abs(edge - end) for edge in edges) < 3


def test_the_next_group_is_one_touch_away(stage: Stage) -> None:
    stage.play(SCENES["find groups"])
    touch(stage, "岗位 1")
    assert "岗位 1" in texts(stage)  # the head itself: its button has gone
    assert "软件开发工程师" in [each.property("title") for each in seen(stage, "ResultRow")]
    touch(stage, "单位 24")
    assert stage.models.find.rows.first == 0


def test_rows_that_are_used_again_are_still_heard(stage: Stage, view: QQuickItem) -> None:
    """A screen reader reads, and touches, the third page of a list as well as the first."""
    for _ in range(3):
        touch(stage, "下一页")
        sight = look(stage.window, picture=False)
        assert list(faults(sight, listen(stage.window, sight), lambda _text: True)) == []


def test_few_delegates_serve_many_rows(stage: Stage, view: QQuickItem) -> None:
    for first in (0, 700, 1500):
        stage.models.find.rows.turn_to(first)
        stage.rest()
        assert len([each for each in seen(stage, "ResultRow") if each.isVisible()]) <= 7


def test_a_stall_on_the_map_is_brought_into_the_list(stage: Stage) -> None:
    stage.play(SCENES["find"])
    stage.models.find.chooseStall("C007")
    stage.rest()
    assert "C007" in texts(stage)
    place = stage.models.find.rows.first
    stage.models.modes.toggle_language()
    stage.rest()
    assert stage.models.find.rows.first == place
    assert "C007" in texts(stage)


def test_larger_text_keeps_the_place(stage: Stage, view: QQuickItem) -> None:
    stage.models.find.rows.turn_to(100)
    stage.rest()
    stage.models.modes.toggle_large()
    stage.rest()
    assert stage.models.find.rows.first == 100
    assert top(view) == pytest.approx(100, abs=0.02)


def test_coming_back_finds_the_list_where_it_was(stage: Stage, view: QQuickItem) -> None:
    stage.models.find.rows.turn_to(50)
    stage.models.find.results.openRow(52)
    stage.rest()
    stage.models.navigation.back()
    stage.rest()
    assert stage.models.find.rows.first == 50
    (again,) = seen(stage, "QQuickListView")
    assert top(again) == pytest.approx(50, abs=0.02)


@pytest.mark.parametrize(
    ("scene", "keys", "typed"),
    [
        ("find nine keys", ["2 ABC", "0", "删除一位", "9 WXYZ"], "25782" + "9"),
        ("find initials", ["B", "7"], "A00B7"),
    ],
)
def test_the_pads_type(stage: Stage, scene: str, keys: list[str], typed: str) -> None:
    stage.play(SCENES[scene])
    for key in keys:
        touch(stage, key)
    assert stage.models.find.text == typed
    field = next(each for each in seen(stage, "TextEntry"))
    assert field.property("text") == typed
    touch(stage, "收起")
    assert not stage.models.find.pads.up
    touch(stage, "单位、岗位、专业、展位号")
    assert stage.models.find.pads.up


class TestNarrowing:
    def test_the_panel_opens_counts_and_closes(self, stage: Stage) -> None:
        stage.play(SCENES["find"])
        find = stage.models.find
        touch(stage, "筛选")
        touch(stage, "单位性质")
        touch(stage, "其他企业 6")
        assert find.rows.total == 6
        assert "看这 6 个" in texts(stage)
        touch(stage, "国有企业 12")  # of one facet any value will do
        assert find.rows.total == 18
        touch(stage, "看这 18 个")
        assert not find.facets.panelUp
        assert "筛选 2" in texts(stage)
        touch(stage, "其他企业")  # its chip takes it back
        assert find.rows.total == 12

    def test_a_zone_by_its_chip(self, stage: Stage) -> None:
        stage.play(SCENES["find"])
        touch(stage, "B 市属国企 8")
        assert stage.models.find.rows.total == 8
        touch(stage, "市属国企")
        assert stage.models.find.rows.total == 24

    def test_for_my_major_by_the_badge(self, stage: Stage) -> None:
        stage.play(SCENES["find"])
        touch(stage, "适合我的专业")
        assert "请扫胸卡" in texts(stage)
        stage.models.scan("NOT A BADGE")
        stage.rest()
        assert "没有认出这张证" in texts(stage)
        stage.models.scan("F1TOKEN")
        stage.rest()
        assert stage.models.find.facets.majorClass == "计算机类"
        assert "计算机类" in texts(stage)
        assert stage.kiosk.calls.of("scan") == []  # no gate decided anything
        touch(stage, "计算机类")
        touch(stage, "适合我的专业")  # who it is is known now
        assert stage.models.find.facets.majorClass == "计算机类"

    def test_for_my_major_by_hand(self, stage: Stage) -> None:
        stage.play(SCENES["find my major bare"])
        touch(stage, "自己选专业类")
        assert stage.models.find.facets.panelUp
        touch(stage, "计算机类 24")
        assert stage.models.find.facets.chosen == ((FacetKind.MAJOR, "计算机类"),)

    def test_a_toilet_is_one_touch_from_here_and_the_way_two(self, stage: Stage) -> None:
        stage.play(SCENES["find"])
        touch(stage, "洗手间")
        assert stage.models.find.chosen == "t1"
        touch(stage, "怎么走")
        assert (stage.models.navigation.page, stage.models.navigation.argument) == ("way", "t1")


def test_the_list_alone_and_the_map_again(stage: Stage) -> None:
    stage.play(SCENES["find"])
    (the_map,) = seen(stage, "MapView")
    touch(stage, "列表")
    assert not the_map.isVisible()
    assert "1 号馆、东门 3 号机" in texts(stage)
    touch(stage, "平面图")
    assert the_map.isVisible()


def test_the_plan_is_one_touch_away(stage: Stage) -> None:
    stage.play(SCENES["find"])
    stage.models.plan.toggleStall("A003")
    stage.rest()
    touch(stage, "我的计划 1")
    assert stage.models.navigation.page == "plan"


def test_a_row_of_the_programme_opens_its_session_and_the_way(stage: Stage) -> None:
    stage.play(SCENES["programme"])
    row = seen(stage, "SessionRow")[0]
    QTest.mouseClick(stage.window.quick, LEFT, NONE, row.mapToScene(QPointF(200, 40)).toPoint())
    stage.rest()
    assert stage.models.navigation.page == "session"
    assert "正在进行" in texts(stage)
    touch(stage, "去 201 报告厅，约\u00a028\u00a0米")
    assert (stage.models.navigation.page, stage.models.navigation.argument) == ("way", "r201")
    assert "去 201 报告厅" in texts(stage)
    stage.play(SCENES["session host only"])
    touch(stage, "去 A002，约\u00a028\u00a0米")
    assert (stage.models.navigation.page, stage.models.navigation.argument) == ("way", "A002")


def test_from_the_programme_to_the_season_and_back(stage: Stage) -> None:
    stage.play(SCENES["programme"])
    touch(stage, "本季")
    assert stage.models.navigation.page == "season"
    assert "本季还有 2 场" in texts(stage)
    touch(stage, "本场")
    assert stage.models.navigation.page == "programme"


@pytest.mark.parametrize(
    ("scene", "text"),
    [
        ("find loading", "正在读取，请稍候"),
        ("find failed", "展位表没有读出来"),
        ("listing loading", "正在读取，请稍候"),
        ("listing failed", "这个展位没有读出来"),
        ("listing gone", "本场没有这个展位"),
        ("listing no openings", "岗位请到展位询问"),
        ("way loading", "正在读取，请稍候"),
        ("way failed", "路线没有读出来"),
        ("way none", "没有找到去那里的路线"),
        ("way many steps", "第 1 到 4 步，共 9 步"),
        ("programme loading", "正在读取，请稍候"),
        ("programme failed", "日程没有读出来"),
        ("programme none", "今天没有安排场次"),
        ("programme over", "今天的场次已结束"),
        ("session loading", "正在读取，请稍候"),
        ("session failed", "这个场次没有读出来"),
        ("session gone", "本场没有这个场次"),
        ("season loading", "正在读取，请稍候"),
        ("season failed", "本季活动没有读出来"),
    ],
)
def test_each_state_says_what_it_is(stage: Stage, scene: str, text: str) -> None:
    stage.play(SCENES[scene])
    assert text in texts(stage)
    others = ("正在读取，请稍候", "没有读出来", "没有找到去", "本场没有", "没有写")
    assert not [each for each in texts(stage) for other in others if other in each and other not in text]
