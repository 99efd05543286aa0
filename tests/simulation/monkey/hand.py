"""The monkey's hand: touches, drags, pinches, keys and scans on a real window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QWheelEvent,
)
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.ui.window import Window
from tests.ui.walk import seen

LOOKS_EVERY = 5
"""Where the controls are is looked up again after so many touches, and when the page changes."""


class Hand:
    """Acts on one window; nothing here waits."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._device = QTest.createTouchDevice()
        self._page = ""
        self._controls: list[QPoint] = []
        self._touches = 0

    @property
    def _quick(self):
        return self._window.quick

    def touch(self, number: int) -> None:
        """One of the controls that are there."""
        page = self._window.models.navigation.page
        if page != self._page or self._touches % LOOKS_EVERY == 0:
            self._page = page
            self._controls = list(controls(self._quick.contentItem()))
        self._touches += 1
        if self._controls:
            self.touch_at(self._controls[number % len(self._controls)])

    def touch_at(self, point: QPoint, times: int = 1, hold_ms: int = 0) -> None:
        """A place; twice or three times quickly."""
        for _ in range(times):
            QTest.touchEvent(self._quick, self._device).press(0, point).commit()
            if hold_ms:
                QTest.qWait(hold_ms)
            QTest.touchEvent(self._quick, self._device).release(0, point).commit()

    def move(self, paths: list[tuple[QPoint, QPoint]]) -> None:
        """Fingers that go down together, move, and go up together."""
        touch = QTest.touchEvent(self._quick, self._device)
        for part in range(4):
            for finger, (start, end) in enumerate(paths):
                point = start + (end - start) * part / 3
                (touch.press if part == 0 else touch.release if part == 3 else touch.move)(finger, point)
            touch.commit()

    def key(self, name: str, modifiers: str) -> None:
        """A key of a keyboard, down and up; a name of Qt's, or a character."""
        held = Qt.KeyboardModifier.NoModifier
        for each in filter(None, modifiers.split("+")):
            held |= getattr(Qt.KeyboardModifier, f"{each}Modifier")
        if len(name) == 1:
            key, text = ord(name.upper()) if ord(name) < 128 else 0, name
        else:
            key, text = getattr(Qt.Key, f"Key_{name}"), {"Return": "\r", "Space": " "}.get(name, "")
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QGuiApplication.sendEvent(self._quick, QKeyEvent(kind, key, held, text))

    def scan(self, text: str) -> None:
        """A keyboard-wedge scanner."""
        none = Qt.KeyboardModifier.NoModifier
        for character in (*text, "\r"):
            key = Qt.Key.Key_Return if character == "\r" else ord(character.upper()) & 0xFFFF
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QGuiApplication.sendEvent(self._quick, QKeyEvent(kind, key, none, character))

    def type(self, words: str, how: str) -> None:
        """What an input method does: commit words, compose them, or drop what is composed."""
        target = QGuiApplication.focusObject()
        if not isinstance(target, QQuickItem):
            return
        event = QInputMethodEvent(words[:40], []) if how == "compose" else QInputMethodEvent()
        if how == "commit":
            event.setCommitString(words)
        QGuiApplication.sendEvent(target, event)

    def outside(self, what: str) -> None:
        """What a desktop does to a window."""
        quick, middle = self._quick, QPoint(self._quick.width() // 2, self._quick.height() // 3)
        none = Qt.KeyboardModifier.NoModifier
        if what == "close":
            QGuiApplication.sendEvent(quick, QCloseEvent())
        elif what == "menu":
            QTest.mouseClick(quick, Qt.MouseButton.RightButton, none, middle)
            QGuiApplication.sendEvent(
                quick, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, middle)
            )
        elif what == "drop":
            data = QMimeData()
            data.setText("file:///etc/passwd")
            event = QDropEvent(
                QPointF(middle), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none
            )
            QGuiApplication.sendEvent(quick, event)
        elif what == "inactive":
            QGuiApplication.sendEvent(quick, QEvent(QEvent.Type.WindowDeactivate))
            QGuiApplication.sendEvent(quick, QEvent(QEvent.Type.WindowActivate))
            quick.requestActivate()
        elif what == "clipboard":
            QGuiApplication.clipboard().setText("外来")
        elif what == "wheel":
            down = QPoint(0, -360)
            event = QWheelEvent(
                *(QPointF(middle), QPointF(middle), QPoint(0, 0), down),
                *(Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False),
            )
            QGuiApplication.sendEvent(quick, event)


def controls(item: QQuickItem) -> Iterator[QPoint]:
    """Middles of the controls that are seen, in the order they are drawn."""
    for child in item.childItems():
        if child.isVisible():
            if child.isEnabled() and seen.kind_of(child).control:
                yield child.mapToScene(QPointF(child.width() / 2, child.height() / 2)).toPoint()
            yield from controls(child)
