"""What a control is for keys and for those who hear the screen: focus, Enter and Space, state."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtQml import QQmlProperty
from PySide6.QtTest import QTest

from kiosk.devices.wedge import QUICK_MS
from kiosk.ui.idle import IDLE_S, WARNING_S
from tests.ui.stage import until
from tests.ui.walk import seen

PERSON_MS = QUICK_MS + 10
"""Between Tab and the key that touches: what comes sooner is a scanner's, and touches nothing."""
RING_PX = 10.0
"""The focus ring lies no further outside its control."""


def focused_name(window):
    item = window.quick.activeFocusItem()
    return item.property("name") if item is not None else None


def tab_to(window, name):
    """Press Tab until the control of that name has the focus."""
    seen = []
    for _ in range(40):
        before = focused_name(window)
        QTest.keyClick(window.quick, Qt.Key.Key_Tab)
        until(lambda before=before: focused_name(window) != before)
        seen.append(focused_name(window))
        if seen[-1] == name:
            return
    raise AssertionError(f"{name} is not reached: {seen}")


def item_of(window, kind):
    for item in window.quick.contentItem().childItems():
        if item.metaObject().className().startswith(kind):
            return item
    raise AssertionError(kind)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter])
def test_tab_brings_the_focus_and_enter_touches(window, key):
    tab_to(window, "签到")
    QTest.qWait(PERSON_MS)
    QTest.keyClick(window.quick, key)
    until(lambda: window.models.navigation.page == "check_in")
    window.models.end_visit()


def test_the_focus_is_seen_round_its_control(window):
    ring = item_of(window, "FocusRing")
    assert not ring.isVisible()
    tab_to(window, "今日日程")
    window.quick.grabWindow()
    control = window.quick.activeFocusItem()
    place = control.mapRectToScene(QRectF(0, 0, control.width(), control.height()))
    around = QRectF(ring.x(), ring.y(), ring.width(), ring.height())
    assert ring.isVisible()
    assert around.contains(place)
    assert place.adjusted(-RING_PX, -RING_PX, RING_PX, RING_PX).contains(around)
    brand = QQmlProperty.read(ring, "border.color").name()
    picture = window.quick.grabWindow()
    assert picture.pixelColor(round(around.left()) + 2, round(around.center().y())).name() == brand


def test_a_touch_leaves_the_focus_in_the_field(window, settle):
    window.models.navigation.go("walk_up")
    settle(window)
    field = window.quick.activeFocusItem()
    assert field.inherits("QQuickTextInput")
    larger = next(each for each in seen.look(window, picture=False).controls if each.name == "大字")
    QTest.mouseClick(
        window.quick,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        larger.box.center().toPoint(),
    )
    until(lambda: window.models.modes.large)
    assert window.quick.activeFocusItem() == field
    window.models.end_visit()


def test_a_scan_is_a_scan_whatever_has_the_focus(window, scan):
    """Its Enter does not touch the focused control."""
    tab_to(window, "找展位")
    scan(window, "WELCOME0001")
    until(lambda: window.models.verdict.shown)
    assert window.models.verdict.verdict == "admit"
    assert window.models.navigation.page == "home"
    window.models.end_visit()


def test_the_idle_question_has_the_keys_and_gives_the_field_back(window, settle):
    """Tab goes round its two answers; who stays goes on typing where they were."""
    window.models.navigation.go("walk_up")
    settle(window)
    field = window.quick.activeFocusItem()
    assert field.inherits("QQuickTextInput")
    for _ in range(IDLE_S - WARNING_S):
        window.models.idle.step()
    settle(window)
    names = []
    for _ in range(4):
        QTest.keyClick(window.quick, Qt.Key.Key_Tab)
        names.append(window.quick.activeFocusItem().property("name"))
    assert names == ["继续使用 Stay", "用完了，返回首页 Go home"] * 2
    QTest.keyClick(window.quick, Qt.Key.Key_Tab)
    QTest.qWait(PERSON_MS)
    QTest.keyClick(window.quick, Qt.Key.Key_Return)
    settle(window)
    assert not window.models.idle.warning
    assert window.quick.activeFocusItem() is field
    window.models.end_visit()
