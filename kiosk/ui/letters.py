"""Letters of a keyboard that is plugged in make hanzi too; Qt's input method hears only the screen's own.

A key that its field gets from elsewhere ends what is being composed; so such keys are taken here, behind the
scanners and before the field, and given to the method as if they had been touched.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.focus import FocusKeys
from kiosk.ui.input_method import InputMethod

_CHOOSING = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace})
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
_TABS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_DIGITS = "123456789"


class Letters(QObject):
    """An event filter on the window, behind the scanners'."""

    def __init__(
        self, window: QQuickWindow, method: InputMethod, focus: FocusKeys, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._focus = focus
        self._window = window
        self._method = method
        self._giving = False
        window.installEventFilter(self)

    def remove(self) -> None:
        """Hear no more."""
        self._window.removeEventFilter(self)

    def eventFilter(self, _watched, event) -> bool:
        """Qt's filter: True keeps the event from the window."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and event.key() in _TABS:
            QTimer.singleShot(0, self, self._tabbed)
            return self._focus.find_again()
        if kind not in _KEYS or self._giving or not self._method.composes:
            return False
        field = self._window.activeFocusItem()
        if field is None or not field.inherits("QQuickTextInput") or not composes(event, field):
            return False
        if kind == QEvent.Type.KeyPress:
            self._giving = True
            self._method.keyTyped.emit(event.key(), event.text())
            self._giving = False
        return (
            True  # a release, too: it would end what is composed, and may come before its press (scan_filter)
        )

    @Slot()
    def _tabbed(self) -> None:
        """Who came to a field by Tab has a keyboard: the one on the screen would cover what comes next."""
        field = self._window.activeFocusItem() if self._window is not None else None
        if field is not None and field.inherits("QQuickTextInput") and field.property("preeditText") == "":
            self._method.hide()


def composes(event: QKeyEvent, field: QQuickItem) -> bool:
    """Whether a key is for the method: a letter, and while it composes also the keys that choose."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    text = event.text()
    if len(text) == 1 and "a" <= text <= "z":
        return True
    return field.property("preeditText") != "" and (
        event.key() in _CHOOSING or text == "'" or (text != "" and text in _DIGITS)
    )
