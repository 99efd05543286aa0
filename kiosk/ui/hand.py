"""A visitor's hand on the real window: touches what accessibility names, scans, types, takes pictures."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, qtTrId
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtQuick import QQuickItem

from kiosk.domain.words import Words
from kiosk.ui.running import Running

PATIENCE_S = 20.0
TOUCHED = frozenset({QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.EditableText})
"""Roles of what answers a touch; all else is to be read."""


class Lost(Exception):
    """What was to be touched or awaited is not there; the message names it."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.words = Words(message, message)


class Hand:
    """Drives one running window. Every call returns when the window has come to rest."""

    def __init__(
        self, running: Running, folder: Path, taken: Callable[[int], None] = lambda _number: None
    ) -> None:
        """`taken` is told the number of each picture that was taken."""
        self._running = running
        self._window = running.window.quick
        self._folder = folder
        self._tell_taken = taken
        self._taken = 0
        folder.mkdir(parents=True, exist_ok=True)
        QAccessible.setActive(True)
        self._window.requestActivate()

    def wait(self, until: Callable[[], bool], what: str) -> None:
        """Let the window work until a condition holds; Lost after 20 s."""
        end = time.monotonic() + PATIENCE_S
        while not until():
            if time.monotonic() > end:
                raise Lost(f"waited for {what}")
            QCoreApplication.processEvents()
            time.sleep(0.002)  # lets worker threads run; the condition decides, not the pause

    def rest(self) -> None:
        """Until no work waits and what was shown has been drawn."""
        self.wait(lambda: not self._running.window.bridge.busy, "the services")
        for _ in range(3):
            QCoreApplication.processEvents()
            self._window.grabWindow()

    def scan(self, text: str) -> None:
        """Hold a code under a keyboard-wedge scanner, which presses Shift for each capital."""
        for character in text:
            if character.isupper():
                self._key(Qt.Key.Key_Shift, "")
            self._key(0, character)
        self._key(Qt.Key.Key_Return, "\r")
        self.rest()

    def touch(self, text_id: str, *values: object) -> None:
        """Touch the control whose accessible name is the text of that id, in the language that is spoken.

        Where its first value is not given, the name is known by what stands before it.
        """
        name = qtTrId(text_id)
        for number, value in enumerate(values, 1):
            name = name.replace(f"%{number}", str(value))
        self.touch_named(name.partition("%1")[0])

    def touch_named(self, name: str, nth: int = 0) -> None:
        """Touch the visible control of that accessible name, else one whose name begins so."""
        controls = list(self._controls())
        found = [each for each in controls if _name(each) == name]
        found = found or [each for each in controls if _name(each).startswith(name)]
        if len(found) <= nth:
            names = sorted(set(self.names()))
            raise Lost(f"no control is named {name!r}; there are {names}")
        centre = found[nth].rect().center() - self._window.position()
        self.touch_at(QPointF(centre))

    def touch_at(self, point: QPointF | QPoint) -> None:
        """Touch a point of the window, in px."""
        point = QPointF(point)
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            held = (
                Qt.MouseButton.LeftButton if kind == QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
            )
            event = QMouseEvent(
                kind, point, point, Qt.MouseButton.LeftButton, held, Qt.KeyboardModifier.NoModifier
            )
            QCoreApplication.sendEvent(self._window, event)
        self.rest()

    def touch_field(self) -> None:
        """Touch the first visible field for words."""
        fields = [each for each in _items(self._window.contentItem()) if each.inherits("QQuickTextInput")]
        if not fields:
            raise Lost("there is no field to type into")
        self.touch_at(fields[0].mapToScene(QPointF(fields[0].width() / 2, fields[0].height() / 2)))

    def type(self, text: str) -> None:
        """Type into the field that has the focus, as an input method does."""
        self.wait(lambda: isinstance(QGuiApplication.focusObject(), QQuickItem), "a field with the focus")
        target = QGuiApplication.focusObject()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(target, event)
        self.rest()

    def picture(self, name: str) -> Path:
        """Save the window as NN-name.png."""
        self.rest()
        self._taken += 1
        path = self._folder / f"{self._taken:02d}-{name}.png"
        if not self._window.grabWindow().save(str(path)):
            raise Lost(f"could not write {path}")
        self._tell_taken(self._taken)
        return path

    def names(self) -> list[str]:
        """Accessible names of all visible controls, in reading order."""
        return [name for each in self._controls() if (name := _name(each))]

    def _controls(self) -> Iterator[QAccessibleInterface]:
        seen = _visible(QAccessible.queryAccessibleInterface(self._window))
        return (each for each in seen if each.role() in TOUCHED)

    def _key(self, key: int, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key or ord(text.upper()), Qt.KeyboardModifier.NoModifier, text)
            QCoreApplication.sendEvent(self._window, event)


def _items(item: QQuickItem) -> Iterator[QQuickItem]:
    """The visible items below one, in the order they are drawn."""
    for child in item.childItems():
        if child.isVisible():
            yield child
            yield from _items(child)


def _name(interface: QAccessibleInterface) -> str:
    """The accessible name, without the joiners that keep brackets whole."""
    return interface.text(QAccessible.Text.Name).replace("\u2060", "")


def _visible(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if interface is None or not interface.isValid() or interface.state().invisible:
        return
    yield interface
    for index in range(interface.childCount()):
        yield from _visible(interface.child(index))
