"""The printers' pages in a real window, by touch."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest

from tests.fakes.printing import FOUR_IN_TROUBLE, MISSING, PRINTERS
from tests.ui.scenes.printing import SCENES, printers
from tests.ui.scenes.staff import typed


def visible(item):
    for child in item.childItems():
        if child.isVisible():
            yield child
            yield from visible(child)


def shown(stage):
    """Every text that is seen."""
    items = visible(stage.window.quick.contentItem())
    return [each.property("text") for each in items if isinstance(each.property("text"), str)]


def touch(stage, name):
    """A finger on the topmost control whose name begins so."""
    boxes = [
        each.mapRectToScene(QRectF(0, 0, each.width(), each.height()))
        for each in visible(stage.window.quick.contentItem())
        if str(each.property("name") or "").startswith(name) and each.property("pressed") is not None
    ]
    box = min(boxes, key=lambda each: each.top())
    where = QPoint(round(box.center().x()), round(box.center().y()))
    QTest.mouseClick(stage.window.quick, Qt.MouseButton.LeftButton, pos=where)
    stage.rest()


@pytest.mark.parametrize(("button", "came_out"), [("出来了", True), ("没出来", False)])
def test_a_question_is_answered_by_one_touch(stage, kiosk, button, came_out):
    stage.play(printers(unknown=2, waiting=3))
    first = kiosk.print_queue.unknown[0].job
    touch(stage, button)
    assert kiosk.calls.of("answer") == [(first, came_out, "s1")]
    assert "这张胸卡出来了吗？" in shown(stage)  # the next one
    stage.clear()


def test_who_is_in_no_hurry_sees_the_next_one_first(stage, kiosk):
    stage.play(printers(unknown=3))
    touch(stage, "下一张")
    touch(stage, "出来了")
    assert kiosk.calls.of("answer") == [(kiosk.print_queue.unknown[1].job - 1, True, "s1")]
    stage.clear()


def held(stage, name):
    """The control of that name."""
    return next(
        each
        for each in visible(stage.window.quick.contentItem())
        if str(each.property("name") or "").startswith(name) and each.property("pressed") is not None
    )


@pytest.mark.parametrize("name", ["左手标签机", "排队", "下一张", "出来了", "打测试页"])
def test_what_is_read_anew_stays_under_the_finger(stage, kiosk, name):
    """A control that is made anew between touch and release would lose the touch."""
    stage.play(printers(lines=PRINTERS, unknown=2, waiting=3))
    before = held(stage, name)
    gone = []
    before.destroyed.connect(lambda: gone.append(name))
    kiosk.print_queue.queue(waiting=2, unknown=2)
    kiosk.print_queue.printers = FOUR_IN_TROUBLE
    stage.models.print_queue_changed()
    stage.rest()
    assert gone == []
    assert held(stage, name) is before
    stage.clear()


def test_each_printer_can_be_seen_in_full_and_put_first(stage, kiosk):
    stage.play(printers(lines=PRINTERS))
    touch(stage, "服务台激光打印机")
    assert "A6 胸卡" in shown(stage)
    touch(stage, "先用这台")
    assert kiosk.calls.of("print_first_on") == [("desk",)]
    assert "先用" in shown(stage)
    stage.clear()


def test_a_trouble_is_said_with_its_picture_and_goes_as_soon_as_it_is_over(stage, kiosk):
    stage.play(printers(lines=FOUR_IN_TROUBLE))
    assert {"缺纸", "9:21 起，已 3 分钟", "打开盖子，取下空卷或拉出纸盒"} <= set(shown(stage))
    kiosk.print_queue.printers = PRINTERS
    stage.models.print_queue_changed()
    stage.rest()
    assert "好了，接着打" in shown(stage)
    assert "缺纸" not in shown(stage)
    stage.clear()


def test_a_new_roll_is_counted_by_touch(stage, kiosk):
    stage.play(printers())
    touch(stage, "装了新纸")
    touch(stage, "500 张")
    touch(stage, "删除一位")
    touch(stage, "就是这么多")
    assert kiosk.calls.of("labels_loaded") == [("right", 50)]
    assert "50 张" in shown(stage)
    stage.clear()


def test_a_waiting_badge_is_taken_back_when_it_was_asked_once(stage, kiosk):
    stage.play(printers(waiting=3))
    touch(stage, "取消")
    assert kiosk.calls.of("cancel") == []
    touch(stage, "确认取消")
    assert kiosk.calls.of("cancel") == [(7000, "s1")]
    stage.clear()


def test_a_lost_badge_is_printed_again_by_one_touch(stage, kiosk):
    stage.play(printers(failed=2))
    touch(stage, "再打一次")
    assert kiosk.calls.of("reprint") == [(kiosk.print_queue.failed[0].attendee, "not_printed", "s1")]
    stage.clear()


def test_how_badges_look_and_back(stage):
    stage.play(printers())
    touch(stage, "胸卡样子")
    looks = stage.models.staff.printers.layouts
    assert looks.state == "ready"
    assert "A6 胸卡·105 × 148 毫米" in shown(stage)
    touch(stage, "62 毫米连续标签")
    assert looks.layout == "tape_62"
    touch(stage, "嘉宾")
    assert [each["id"] for each in looks.types if each["on"]] == ["guest"]
    touch(stage, "打印机")
    assert "排队" in shown(stage)
    stage.clear()


def test_many_at_once_is_a_view_of_its_own(stage):
    stage.play(printers())
    touch(stage, "批量打印")
    assert stage.models.staff.view == "batch"
    stage.clear()


def test_a_name_is_typed_and_what_cannot_be_printed_is_said(stage, kiosk):
    stage.play(SCENES["staff layouts"])
    touch_field(stage)
    typed(stage, f"林{MISSING}远")
    stage.models.staff.printers.layouts.refresh()
    stage.rest()
    assert any(each.startswith(f"第 2 个字打不出来：{MISSING}") for each in shown(stage))
    assert kiosk.calls.of("preview")[-1][1] == "林远"
    stage.clear()
    assert stage.models.staff.printers.layouts.name == ""


def touch_field(stage):
    field = next(
        each for each in visible(stage.window.quick.contentItem()) if each.property("sought") is not None
    )
    box = field.mapRectToScene(QRectF(0, 0, field.width(), field.height()))
    QTest.mouseClick(stage.window.quick, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    stage.rest()
