"""The way page and home's switch in a real window: what is touched, said and drawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.domain.words import Words
from kiosk.ui.window import Window
from tests.fakes.services import FakeKiosk

Settle = Callable[[Window], None]


def items(root: QQuickItem) -> list[QQuickItem]:
    return [root, *(each for child in root.childItems() for each in items(child))]


def texts(window: Window) -> list[str]:
    """Every text that is seen."""
    return [
        each.property("text").replace("\u00a0", " ")
        for each in items(window.quick.contentItem())
        if each.isVisible() and each.inherits("QQuickText") and each.property("text")
    ]


def touch(window: Window, settle: Settle, text: str) -> None:
    """A finger on the first text of that wording."""
    found = next(
        each
        for each in items(window.quick.contentItem())
        if each.isVisible() and each.inherits("QQuickText") and each.property("text") == text
    )
    place = found.mapToScene(found.boundingRect().center()).toPoint()
    QTest.mouseClick(window.quick, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settle(window)


def the_map(window: Window) -> QObject:
    return next(
        each
        for each in items(window.quick.contentItem())
        if each.metaObject().className().startswith("MapView_")
    )


def test_home_has_a_switch_for_ways_without_steps(window: Window, settle: Settle) -> None:
    settle(window)
    assert "无台阶路线" in texts(window)
    touch(window, settle, "无台阶路线")
    assert window.models.modes.stepFree
    assert "无台阶路线 开" in texts(window)
    window.models.navigation.open("way", "A003")
    settle(window)
    assert window.models.way.stepFree
    touch(window, settle, "步行")
    assert not window.models.modes.stepFree


def test_the_switch_goes_back_with_the_visit(window: Window, settle: Settle) -> None:
    settle(window)
    touch(window, settle, "无台阶路线")
    window.models.end_visit()
    settle(window)
    assert not window.models.modes.stepFree


def test_the_way_is_said_in_one_breath_and_in_steps(window: Window, kiosk: FakeKiosk, settle: Settle) -> None:
    kiosk.wayfinding.shut = Words("电梯停用，改走坡道", "The lift is closed: by the ramp")
    window.models.navigation.open("way", "A003")
    settle(window)
    seen = texts(window)
    assert {"约 28 米", "往前走，过 A005 左转，右手第三个展位", "电梯停用，改走坡道"} <= set(seen)
    assert "往前走约 6 米" in seen


def test_a_touch_on_a_mark_leads_to_the_other_level(window: Window, settle: Settle) -> None:
    window.models.navigation.open("way", "D003")
    settle(window)
    shown = the_map(window)
    assert [mark["text"] for mark in shown.property("levelMarks")] == ["去 2 号馆"]
    shown.levelAsked.emit("2")
    settle(window)
    assert shown.property("level") == "2"
    assert [mark["text"] for mark in shown.property("levelMarks")] == ["回 1 号馆"]


def test_who_goes_step_free_is_never_sent_up_stairs(window: Window, kiosk: FakeKiosk, settle: Settle) -> None:
    kiosk.wayfinding.rolls = False
    window.models.modes.go_step_free(True)
    window.models.navigation.open("way", "D003")
    settle(window)
    assert "没有无台阶路线到 D003。请先到 4 号服务台，工作人员会带您过去。" in texts(window)
    assert the_map(window).property("chosen") == "d4"
    kiosk.wayfinding.has_desk = False
    window.models.way.again()
    settle(window)
    assert {"没有无台阶路线到那里", "问工作人员", "步行"} <= set(texts(window))
