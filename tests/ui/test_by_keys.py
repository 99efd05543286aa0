"""Every flow of visitors and staff with a keyboard alone: no touch, no scanner."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from tests.fakes.services import PHONE_TAIL, STUDENT_NUMBER
from tests.ui.by_keys import Keyboard
from tests.ui.scenes.visit import CODE
from tests.ui.stage import Stage, until

Key = Qt.Key
PIN = "2468"


@pytest.fixture
def keys(stage: Stage) -> Keyboard:
    """A keyboard that is plugged in."""
    QAccessible.setActive(True)
    return Keyboard(stage)


def test_check_in_by_code(stage: Stage, keys: Keyboard) -> None:
    keys.choose("签到")
    keys.choose("输入登记码")
    keys.type(CODE[:3].lower())
    assert stage.models.checkIn.typed == CODE[:3]
    keys.press(Key.Key_Backspace)
    assert stage.models.checkIn.typed == CODE[:2]
    keys.type(CODE[2:])
    keys.press(Key.Key_Return)
    assert stage.kiosk.calls.of("scan") != []


def test_check_in_by_number_and_phone(stage: Stage, keys: Keyboard) -> None:
    keys.press(Key.Key_Down)  # arrows lead where Tab leads
    assert keys.focus == "签到"
    keys.press(Key.Key_Space)
    keys.choose("用学号签到")
    keys.type(STUDENT_NUMBER)
    keys.press(Key.Key_Return)
    assert stage.models.checkIn.state == "tail"
    keys.type(PHONE_TAIL)
    keys.press(Key.Key_Return)
    assert stage.models.verdict.verdict == "admit"
    assert stage.models.verdict.shown
    keys.choose("想先看展位")
    assert stage.models.navigation.page == "find"


def test_a_name_in_pinyin_then_back_with_escape(stage: Stage, keys: Keyboard) -> None:
    keys.choose("签到")
    keys.choose("用姓名签到")
    keys.type("ouyangxiu")
    keys.press(Key.Key_Space)
    assert stage.models.checkIn.typed == "欧阳修"
    keys.think()
    keys.press(Key.Key_Return)
    keys.type(PHONE_TAIL)
    keys.press(Key.Key_Return)
    assert stage.kiosk.calls.of("check_in_name") == [("欧阳修", PHONE_TAIL)]
    stage.models.end_visit()
    keys.choose("求助")
    keys.press(Key.Key_Escape)
    assert stage.models.navigation.page == "home"


def test_walk_up_with_its_consent(stage: Stage, keys: Keyboard) -> None:
    form = stage.models.walkUp
    keys.choose("签到")
    keys.choose("现场登记")
    keys.type("li")
    keys.type("1")  # the first word that is offered
    assert len(form.name) == 1
    assert form.name >= "\u4e00"
    keys.think()
    keys.press(Key.Key_Return)
    keys.choose("硕士")
    until(lambda: form.question == "school")
    keys.type("beike")
    keys.press(Key.Key_Return)  # stays as it is written
    keys.think()
    keys.press(Key.Key_Return)
    assert form.question == "phone"
    keys.choose("不填")
    assert form.question == "consent"
    keys.choose("同意并打印")
    assert len(stage.kiosk.calls.of("register")) == 1
    assert stage.models.verdict.shown


def test_a_stall_and_the_way_to_it(stage: Stage, keys: Keyboard) -> None:
    keys.choose("找展位")
    keys.press(Key.Key_Tab)
    assert keys.focus.startswith("平面图")
    far = stage.models.find.level
    keys.choose("2 号馆")
    assert stage.models.find.level != far
    keys.go_to("单位、岗位")
    keys.type("beijing")
    keys.press(Key.Key_Space)
    assert stage.models.find.text == "北京"
    keys.choose("D007")
    assert stage.models.find.chosen == "D007"
    keys.choose("详情")
    assert stage.models.navigation.page == "listing"
    keys.choose("加入计划")
    keys.choose("怎么走")
    assert stage.models.navigation.page == "way"
    keys.choose("无台阶")
    assert stage.models.way.stepFree
    keys.press(Key.Key_Escape)
    assert stage.models.navigation.page == "listing"
    keys.choose("首页")
    assert stage.models.navigation.page == "home"


def test_the_map_is_moved_and_magnified(stage: Stage, keys: Keyboard) -> None:
    keys.choose("找展位")
    keys.press(Key.Key_Tab)
    (item,) = _maps(stage.window.quick.contentItem())
    before = item.placeOf("A001")
    keys.type("++")
    nearer = item.placeOf("A001")
    assert nearer != before
    keys.press(Key.Key_Right, Key.Key_Down)
    moved = item.placeOf("A001")
    assert moved.x() < nearer.x()
    assert moved.y() < nearer.y()
    for _ in range(8):  # until something lies in the middle
        keys.press(Key.Key_Return)
        if stage.models.find.chosen:
            break
        keys.press(Key.Key_Left)
    assert stage.models.find.chosen != ""
    keys.press(Key.Key_Tab)
    assert not keys.focus.startswith("平面图")


def test_programme_plan_and_switches(stage: Stage, keys: Keyboard) -> None:
    keys.choose("今日日程")
    assert stage.models.navigation.page == "programme"
    keys.press(Key.Key_Escape)
    keys.choose("English")
    keys.choose("Larger")
    assert stage.models.modes.large
    keys.go_to("Find a stall")
    keys.press(Key.Key_Return)
    keys.choose("My plan")
    assert stage.models.navigation.page == "plan"


def test_the_idle_question_is_answered_and_the_focus_comes_back(stage: Stage, keys: Keyboard) -> None:
    keys.choose("签到")
    keys.go_to("用学号签到")
    for _ in range(50):
        stage.models.idle.step()
    stage.rest()
    assert stage.models.idle.warning
    met = []
    for _ in range(4):
        keys.press(Key.Key_Tab)
        met.append(keys.focus.split()[0])
    assert met == ["继续使用", "用完了，返回首页"] * 2
    keys.go_to("继续使用", back=True)
    keys.press(Key.Key_Return)
    assert not stage.models.idle.warning
    until(lambda: keys.focus == "用学号签到")
    for _ in range(50):
        stage.models.idle.step()
    keys.press(Key.Key_Escape)
    assert not stage.models.idle.warning


def test_staff_sign_in_and_let_somebody_in(stage: Stage, keys: Keyboard) -> None:
    staff = stage.models.staff
    keys.choose("求助")
    keys.choose("工作人员登录")
    keys.type(PIN)
    keys.press(Key.Key_Return)
    until(lambda: staff.view == "desk")
    keys.choose("查人")
    keys.go_to("姓名、学号")
    keys.type("zhang")
    keys.press(Key.Key_Space)
    until(lambda: len(staff.people.hits) > 0)
    keys.choose("张")
    keys.choose("放行入场")
    assert stage.kiosk.calls.of("corrections.admit") == [(11, "s1")]
    keys.choose("补打")
    keys.choose("损坏")
    keys.choose("补打同一张证")
    assert len(stage.kiosk.calls.of("reprint")) == 1
    keys.choose("锁定")
    assert stage.models.navigation.page == "home"


def _maps(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if child.inherits("MapItem"):
            yield child
        yield from _maps(child)
