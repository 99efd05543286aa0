"""Every flow of visitors and staff with a keyboard alone: no touch, no scanner."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication

from tests.ui.by_keys import Keyboard
from tests.ui.stage import Stage

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
    print(stage.models.checkIn.codeLength, stage.models.checkIn.typed)
    keys.type("2345")
    assert stage.models.checkIn.typed == "2345"
    keys.press(Key.Key_Backspace)
    assert stage.models.checkIn.typed == "234"


def test_check_in_by_name_and_phone(stage: Stage, keys: Keyboard) -> None:
    keys.choose("签到")
    keys.choose("用姓名签到")
    keys.type("ouyangxiu")
    print("focus", keys.focus, stage.models.checkIn.typed, QGuiApplication.inputMethod().isVisible())
    keys.press(Key.Key_Space)
    print("focus", keys.focus, stage.models.checkIn.typed)
    keys.press(Key.Key_Return)
    print("focus", keys.focus, stage.models.checkIn.state)
    keys.type("1234")
    print("focus", keys.focus, stage.models.checkIn.typed)
    keys.press(Key.Key_Return)
    print(stage.models.verdict.shown, stage.models.navigation.page, stage.models.checkIn.state)


def test_find(stage: Stage, keys: Keyboard) -> None:
    keys.choose("找展位")
    keys.go_to("单位、岗位")
    keys.type("beijing")
    print(stage.models.find.text, keys.focus)
    keys.press(Key.Key_Space)
    print(stage.models.find.text, keys.focus)
    for _ in range(12):
        keys.press(Key.Key_Tab)
        print(keys.focus)


def test_staff(stage: Stage, keys: Keyboard) -> None:
    keys.choose("求助")
    keys.choose("工作人员登录")
    keys.type(PIN)
    keys.press(Key.Key_Return)
    print(stage.models.staff.view)
    for _ in range(12):
        keys.press(Key.Key_Tab)
        print(keys.focus)
    keys.press(Key.Key_Escape)
    print(stage.models.staff.view)
