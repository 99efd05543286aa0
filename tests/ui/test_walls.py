"""Nothing leads out of the window, and nothing outside leads in: every key, button, gesture and request."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QPointingDevice,
    QWheelEvent,
    QWindow,
)
from PySide6.QtTest import QTest

from kiosk.ui.walls import leads_nowhere
from tests.ui.scenes import SCENES

CHECKOUT = Path(__file__).parents[2]
QML = CHECKOUT / "kiosk" / "ui" / "qml"
MODIFIERS = (
    *(Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier),
    *(
        Qt.KeyboardModifier.MetaModifier,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    ),
)
LETTERS = [Qt.Key(code) for code in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)]
OUTWARD = [
    *(Qt.Key(code) for code in range(Qt.Key.Key_F1, Qt.Key.Key_F35 + 1)),
    *(Qt.Key.Key_Print, Qt.Key.Key_SysReq, Qt.Key.Key_Pause, Qt.Key.Key_Menu, Qt.Key.Key_Help),
    *(Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key.Key_Hyper_L, Qt.Key.Key_Back, Qt.Key.Key_HomePage),
    *(Qt.Key.Key_Copy, Qt.Key.Key_Cut, Qt.Key.Key_Paste, Qt.Key.Key_Undo, Qt.Key.Key_Redo, Qt.Key.Key_Find),
    *(Qt.Key.Key_Open, Qt.Key.Key_New, Qt.Key.Key_Save, Qt.Key.Key_Close, Qt.Key.Key_Exit, Qt.Key.Key_Cancel),
    *(Qt.Key.Key_ZoomIn, Qt.Key.Key_ZoomOut, Qt.Key.Key_Insert, Qt.Key.Key_PowerOff, Qt.Key.Key_LogOff),
    *(Qt.Key.Key_Sleep, Qt.Key.Key_WakeUp, Qt.Key.Key_Standby, Qt.Key.Key_ScreenSaver, Qt.Key.Key_Launch0),
    *(Qt.Key.Key_Explorer, Qt.Key.Key_Search, Qt.Key.Key_LaunchMail, Qt.Key.Key_WWW, Qt.Key.Key_Terminal),
    *(Qt.Key.Key_Zenkaku_Hankaku, Qt.Key.Key_Henkan, Qt.Key.Key_Hangul, Qt.Key.Key_Mode_switch),
    *(Qt.Key.Key_VolumeMute, Qt.Key.Key_MonBrightnessUp, Qt.Key.Key_Eject, Qt.Key.Key_TaskPane),
]
VISITORS = [
    *(Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Backspace, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_Shift),
]


@pytest.fixture
def inside(stage):
    """A window in which a name is being typed, drawn once, so that its walls stand."""
    SCENES["walk_up name"](stage)
    stage.rest()
    assert stage.window._walls is not None
    return stage


def state(stage) -> tuple:
    """What would show that something led out, or in."""
    quick = stage.window.quick
    field = QGuiApplication.focusObject()
    return (
        stage.models.navigation.page,
        quick.isVisible(),
        quick.visibility(),
        (quick.width(), quick.height()),
        len([each for each in QGuiApplication.topLevelWindows() if each.isVisible()]),
        field.property("text") if field is not None else None,
        QGuiApplication.clipboard().text(),
    )


def send(stage, event) -> None:
    QGuiApplication.sendEvent(stage.window.quick, event)
    QGuiApplication.processEvents()


@pytest.mark.parametrize("modifiers", MODIFIERS)
def test_no_key_with_control_alt_or_meta_does_anything(inside, modifiers):
    """Alt+F4 and the like are the window manager's; what it then asks is the next test's."""
    QGuiApplication.clipboard().setText("外来")
    before = state(inside)
    for key in (*LETTERS, *VISITORS, *OUTWARD, Qt.Key.Key_0, Qt.Key.Key_Plus, Qt.Key.Key_Space):
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            text = chr(key) if key < 128 else ""
            send(inside, QKeyEvent(kind, key, modifiers, text))
    assert state(inside) == before


def test_no_key_of_the_system_or_the_clipboard_does_anything(inside):
    QGuiApplication.clipboard().setText("外来")
    before = state(inside)
    for key in OUTWARD:
        for modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                send(inside, QKeyEvent(kind, key, modifiers, ""))
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        send(inside, QKeyEvent(kind, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier, "\x7f"))
    assert state(inside) == before


def test_what_visitors_need_comes_through():
    none = Qt.KeyboardModifier.NoModifier
    assert all(leads_nowhere(key, "", none) for key in VISITORS)
    assert all(leads_nowhere(Qt.Key.Key_A, text, none) for text in ("a", "A", "林", "1", " ", "'", "é"))
    assert leads_nowhere(Qt.Key.Key_A, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not any(leads_nowhere(0, text, none) for text in ("\x1b", "\x03", "\x00", "\x7f"))


def test_a_window_that_is_asked_to_close_stays(inside):
    before = state(inside)
    send(inside, QCloseEvent())
    QGuiApplication.sendEvent(inside.window.quick, QEvent(QEvent.Type.Close))
    assert not inside.window.quick.close() or inside.window.quick.isVisible()
    assert state(inside) == before


def test_other_buttons_menus_and_pinched_wheels_do_nothing(inside):
    QGuiApplication.clipboard().setText("外来")
    before = state(inside)
    quick = inside.window.quick
    at = QPoint(540, 700)
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton):
        QTest.mouseClick(quick, button, Qt.KeyboardModifier.NoModifier, at)
        QTest.mouseDClick(quick, button, Qt.KeyboardModifier.NoModifier, at)
    for reason in QContextMenuEvent.Reason:
        send(inside, QContextMenuEvent(reason, at, at))
    wheel = QWheelEvent(
        QPointF(at),
        QPointF(at),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    send(inside, wheel)
    assert state(inside) == before


def test_nothing_can_be_dropped_in(inside):
    before = state(inside)
    data = QMimeData()
    data.setText("file:///etc/passwd")
    data.setUrls(["file:///etc/passwd"])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(540, 700), Qt.DropAction.CopyAction, data, buttons, none)
    send(inside, enter)
    assert not enter.isAccepted()
    drop = QDropEvent(QPointF(540, 700), Qt.DropAction.CopyAction, data, buttons, none)
    send(inside, drop)
    assert not drop.isAccepted()
    assert state(inside) == before


@pytest.mark.parametrize("fingers", [1, 2, 3, 5])
@pytest.mark.parametrize("scene", ["home", "find results", "way plain", "walk_up name", "staff desk"])
def test_many_fingers_swipes_and_taps_lead_nowhere(stage, scene, fingers):
    """Taps on what is no control, swipes over every edge, pinches out of the window; three times each."""
    SCENES[next(name for name in SCENES if name.startswith(scene.split(" ", maxsplit=1)[0]))](stage)
    stage.rest()
    quick = stage.window.quick
    before = (quick.isVisible(), quick.visibility(), quick.width(), quick.height())
    device = QTest.createTouchDevice()
    for start, end in (
        (QPoint(1, 900), QPoint(900, 900)),
        (QPoint(1078, 900), QPoint(100, 900)),
        (QPoint(540, 1), QPoint(540, 1200)),
        (QPoint(540, 1918), QPoint(540, 300)),
        (QPoint(500, 900), QPoint(-200, 2400)),
    ):
        touch = QTest.touchEvent(quick, device)
        for step in range(4):
            for finger in range(fingers):
                point = start + (end - start) * step / 3 + QPoint(37 * finger, 23 * finger)
                [touch.press, touch.move, touch.move, touch.release][step](finger, point)
            touch.commit()
    stage.rest()
    assert (quick.isVisible(), quick.visibility(), quick.width(), quick.height()) == before
    assert [each for each in QGuiApplication.topLevelWindows() if each.isVisible()] == [quick]
    assert quick.visibility() != QWindow.Visibility.Minimized
    assert device.type() == QPointingDevice.DeviceType.TouchScreen


FORBIDDEN_IN_QML = re.compile(
    r"openUrlExternally|onLinkActivated|linkActivated|QtQuick\.Dialogs|Qt\.labs\.platform|FileDialog"
    r"|\b(MessageDialog|Menu|MenuBar|ToolTip|Popup|ContextMenu|DropArea|WebView|WebEngineView|TextArea)\b\s*\{"
    r"|\bDrag\.active\b|XMLHttpRequest|Qt\.quit\(|Qt\.exit\(|Text\.(RichText|StyledText|MarkdownText|AutoText)"
    r"|selectByMouse:\s*true|persistentSelection:\s*true|console\.|eval\("
)
FORBIDDEN_IN_PYTHON = re.compile(r"QDesktopServices|openUrl|QFileDialog|QMessageBox|QtWebEngine|webbrowser")


def test_no_page_knows_a_way_out():
    found = [
        f"{path.name}:{number}: {line.strip()}"
        for path in sorted(QML.rglob("*.qml"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if FORBIDDEN_IN_QML.search(line.partition("//")[0])
    ]
    found += [
        f"{path.name}: {match[0]}"
        for path in sorted((CHECKOUT / "kiosk").rglob("*.py"))
        if (match := FORBIDDEN_IN_PYTHON.search(path.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_every_text_is_plain():
    """A name with tags in it is shown as it was written: no text of ours reads marks in what it shows."""
    bare = [
        f"{path.name}: {line.strip()}"
        for path in sorted(QML.rglob("*.qml"))
        if path.name != "StyledText.qml" and "VirtualKeyboard" not in path.parts
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"(?<![\w.])(Text|Label|TextEdit)\s*\{", line.partition("//")[0])
    ]
    assert bare == []
    assert "textFormat: Text.PlainText" in (QML / "Kiosk" / "StyledText.qml").read_text(encoding="utf-8")


def test_no_program_is_started_by_name_of_what_a_visitor_typed():
    """Whoever starts a program hands it a list, never a line for a shell."""
    for path in sorted((CHECKOUT / "kiosk").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                assert not any(
                    word.arg == "shell" and getattr(word.value, "value", True) for word in node.keywords
                ), path
