"""The staff page in a real window: what is touched leads where it says, and what is chosen stays in sight."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest

from tests.ui.scenes.floor import SCENES as FLOOR
from tests.ui.scenes.staff import SCENES, sign_in

VIEWS = {"去打印机": "printers", "逐个查看": "twice", "去设置": "settings"}
TILES = {
    "打印机": "printers",
    "资料包": "pack",
    "本机设置": "settings",
    "查人、放行、补证": "search",
    "最近与撤销": "recent",
    "展位与通道": "floor",
    "代表团": "delegations",
    "各机同步": "sync",
}


def visible(item):
    for child in item.childItems():
        if child.isVisible():
            yield child
            yield from visible(child)


def named(stage, name):
    """Visible controls of that name, as boxes in the window."""
    found = [
        child
        for child in visible(stage.window.quick.contentItem())
        if child.property("name") == name and child.property("pressed") is not None
    ]
    return [child.mapRectToScene(QRectF(0, 0, child.width(), child.height())) for child in found]


def touch(stage, name):
    (box,) = named(stage, name)
    touch_box(stage, box)


def touch_box(stage, box):
    QTest.mouseClick(
        stage.window.quick,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(round(box.center().x()), round(box.center().y())),
    )
    stage.rest()


def touch_first(stage, name):
    """The topmost of several."""
    touch_box(stage, min(named(stage, name), key=lambda each: each.top()))


def touch_row(stage, stall):
    """The row of a stall."""
    (row,) = [each for each in visible(stage.window.quick.contentItem()) if each.property("stall") == stall]
    touch_box(stage, row.mapRectToScene(QRectF(0, 0, row.width(), row.height())))


@pytest.mark.parametrize(("button", "view"), [*VIEWS.items(), *TILES.items()])
def test_a_button_leads_where_it_says_and_back(stage, button, view):
    sign_in(stage)
    touch(stage, button)
    assert stage.models.staff.view == view
    touch(stage, "值班台")
    assert stage.models.staff.view == "desk"
    assert len(named(stage, button)) == 1
    stage.clear()


def test_pausing_asks_in_place(stage):
    sign_in(stage)
    touch(stage, "暂停入场")
    assert stage.kiosk.calls.of("set_paused") == []
    touch(stage, "不暂停")
    touch(stage, "暂停入场")
    touch(stage, "停全部入口")
    assert stage.kiosk.calls.of("set_paused") == [(True, "s1", "")]
    assert len(named(stage, "恢复入场")) == 1
    stage.clear()


def test_needs_are_turned_page_by_page(stage):
    stage.play(SCENES["staff desk many"])
    assert len(named(stage, "恢复入场")) == 0
    touch(stage, "下一页")
    assert len(named(stage, "恢复入场")) == 1
    touch(stage, "上一页")
    assert len(named(stage, "恢复入场")) == 0
    stage.clear()


@pytest.mark.parametrize("mode", ["plain", "large", "large and low"])
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_who_is_chosen_stays_in_sight_beside_the_ways_to_a_badge(stage, orientation, mode):
    stage.look(orientation=orientation, mode=mode)
    stage.play(SCENES["staff search many"])
    assert named(stage, "补打") == []
    stage.models.staff.people.choose("104")
    stage.rest()
    (row,) = named(stage, "李示例5")
    (button,) = named(stage, "换新证")
    screen = QRectF(0, 0, stage.window.quick.width(), stage.window.quick.height())
    assert screen.contains(row)
    assert screen.contains(button)
    assert not row.intersects(button)
    stage.clear()
    stage.look(orientation="portrait")


def test_what_staff_settle_holds_for_every_visit(stage):
    stage.play(SCENES["staff settings"])
    touch(stage, "减少")
    assert stage.kiosk.local_settings.values.reduced_motion
    assert stage.models.modes.reducedMotion
    stage.models.end_visit()
    assert stage.models.modes.reducedMotion
    stage.models.modes.start_in("zh")
    stage.clear()


def test_what_cannot_be_taken_back_asks_once_in_place(stage):
    stage.play(SCENES["staff search bar"])
    assert named(stage, "禁止入场") == []
    touch(stage, "不办")
    assert stage.kiosk.calls.of("bar") == []
    touch(stage, "禁止入场")
    touch(stage, "确认禁止入场")
    assert stage.kiosk.calls.of("bar") == [(11, True, "s1")]
    stage.clear()


def test_letting_in_anyway_is_offered_after_a_refusal_only(stage):
    stage.play(SCENES["staff search let in"])
    assert named(stage, "仍然放行") == []
    stage.clear()
    stage.play(SCENES["staff search refused"])
    touch(stage, "仍然放行")
    touch(stage, "嘉宾")
    touch(stage, "确认放行")
    assert stage.kiosk.calls.of("override") == [(11, "guest", "s1")]
    stage.clear()


def test_a_decision_is_undone_in_its_row(stage):
    stage.play(SCENES["staff recent"])  # the first one is undone already
    assert named(stage, "撤销") == []
    stage.clear()
    stage.play(SCENES["staff recent asked"])
    touch(stage, "不撤销")
    touch(stage, "撤销")
    touch(stage, "确认撤销")
    assert stage.kiosk.calls.of("undo") == [("5be1f09a", 2615, "s1")]
    assert named(stage, "撤销") == []
    stage.clear()


def test_stalls_are_released_and_given_back_by_touch(stage):
    stage.play(SCENES["staff stalls"])
    touch(stage, "收回没人来的 11 个")
    touch(stage, "确认收回 11 个")
    assert stage.kiosk.stalls.released != ()
    touch(stage, "撤销")
    assert stage.kiosk.stalls.released == ()
    stage.clear()


def test_a_delegation_leads_back_to_all_of_them(stage):
    stage.play(SCENES["staff delegations open"])
    touch(stage, "代表团")
    assert stage.models.staff.view == "delegations"
    assert not stage.models.staff.delegations.opened
    touch(stage, "值班台")
    assert stage.models.staff.view == "desk"
    stage.clear()


def test_a_lift_is_closed_after_one_question_and_opened_by_one_touch(stage):
    stage.play(SCENES["staff desk"])
    touch(stage, "展位与通道")
    stage.models.staff.floor.passages.show_level("2")
    stage.rest()
    touch_first(stage, "关闭")
    assert stage.kiosk.calls.of("close_passages") == []
    touch(stage, "不关")
    touch_first(stage, "关闭")
    touch(stage, "确认关闭")
    assert stage.kiosk.floor.standing_value.closed == {"l1", "l1-up"}
    touch(stage, "撤销")
    assert stage.kiosk.floor.standing_value.closed == frozenset()
    touch_first(stage, "关闭")
    touch(stage, "确认关闭")
    touch(stage, "开放")
    assert stage.kiosk.floor.standing_value.closed == frozenset()
    stage.clear()


def test_a_host_is_moved_by_touch(stage):
    stage.play(SCENES["staff desk"])
    touch(stage, "展位与通道")
    touch(stage, "展位")
    touch_row(stage, "A002")
    touch(stage, "搬到别处")
    touch_row(stage, "A099")
    touch(stage, "确认搬到 A099")
    assert stage.kiosk.floor.standing_value.moved == {"A002": "A099"}
    touch(stage, "搬回 A002")
    assert stage.kiosk.floor.standing_value.moved == {}
    touch(stage, "关闭展位")
    assert stage.kiosk.calls.of("close_stalls") == [(("A002",), "s1")]
    touch(stage, "单位签到")
    assert stage.models.staff.view == "stalls"
    touch(stage, "通道、电梯")
    assert (stage.models.staff.view, stage.models.staff.floor.listed) == ("floor", "passages")
    stage.clear()


@pytest.mark.parametrize("mode", ["plain", "large and low"])
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_what_is_asked_about_stays_in_sight(stage, orientation, mode):
    stage.look(orientation=orientation, mode=mode)
    stage.play(FLOOR["staff floor many"])
    floor = stage.models.staff.floor
    rows = floor.passages.rows
    floor.passages.ask_close(rows.value(7, "passage"))
    stage.rest()
    assert rows.first <= 7
    (button,) = named(stage, "确认关闭")
    labels = [
        each for each in visible(stage.window.quick.contentItem()) if each.property("passage") is not None
    ]
    asked = [each for each in labels if each.property("asked")]
    assert len(asked) == 1
    box = asked[0].mapRectToScene(QRectF(0, 0, asked[0].width(), asked[0].height()))
    assert box.bottom() < button.top()
    assert box.top() > 0
    stage.clear()
    stage.look(orientation="portrait")
