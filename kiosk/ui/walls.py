"""Nothing leads out of the window: keys, gestures and requests that would are stopped before any page.

What remains is what a visitor needs: characters, Enter, Tab, arrows, Backspace and the like, and the left
button or a finger. A page knows no shortcuts, no menus, no links and nothing to be dropped or pasted.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QInputDevice, QWindow

FRONT_MS = 1000
"""Another window came to the front: so long it may stay there."""
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_BUTTONS = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick}
)
_STOPPED = frozenset(
    {
        *(QEvent.Type.ContextMenu, QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop),
        *(QEvent.Type.NativeGesture, QEvent.Type.Gesture, QEvent.Type.GestureOverride),
    }
)
_WITH = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_ALLOWED = frozenset(
    {
        *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space),
        *(Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Escape, Qt.Key.Key_Shift, Qt.Key.Key_CapsLock),
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    }
)
"""Keys without a character that do something; Shift with one of them does not cut, copy or paste."""
_CUTS = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Insert})


class Walls(QObject):
    """An event filter on the window. It lies behind the scanner's, which sees every key first."""

    def __init__(self, window: QWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._stays_in_front = False
        self._front = QTimer(self)
        self._front.setSingleShot(True)
        self._front.setInterval(FRONT_MS)
        self._front.timeout.connect(self._to_front)
        window.installEventFilter(self)

    def stay_in_front(self) -> None:
        """The window has the whole screen: nothing else is to be seen there, no frame and no pointer."""
        self._stays_in_front = True
        self._window.setFlags(
            self._window.flags()
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.MaximizeUsingFullscreenGeometryHint
        )
        if any(each.type() == QInputDevice.DeviceType.TouchScreen for each in QInputDevice.devices()):
            QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
        self._window.visibilityChanged.connect(self._turned_away)
        self._window.activeChanged.connect(self._turned_away)

    def remove(self) -> None:
        """The window ends."""
        if self._stays_in_front:
            self._stays_in_front = False
            self._window.visibilityChanged.disconnect(self._turned_away)
            self._window.activeChanged.disconnect(self._turned_away)
            QGuiApplication.restoreOverrideCursor()
        self._front.stop()
        self._window.removeEventFilter(self)

    def eventFilter(self, _watched, event) -> bool:
        """Qt's filter: True keeps the event from the window."""
        kind = event.type()
        if kind in _KEYS:
            return not leads_nowhere(event.key(), event.text(), event.modifiers())
        if kind in _BUTTONS:
            return event.button() != Qt.MouseButton.LeftButton
        if kind in _STOPPED:
            event.ignore()
            return True
        if kind == QEvent.Type.Close:  # of the window manager, whoever asked it; we end by Qt's exit()
            event.ignore()
            return True
        return kind == QEvent.Type.Wheel and bool(event.modifiers() & _WITH)

    @Slot()
    def _turned_away(self) -> None:
        """It was made small, or another has the keys: it comes back."""
        if self._stays_in_front and not self._is_in_front():
            self._front.start()

    @Slot()
    def _to_front(self) -> None:
        if self._stays_in_front and not self._is_in_front():
            self._window.showFullScreen()
            self._window.raise_()
            self._window.requestActivate()
            self._front.start()

    def _is_in_front(self) -> bool:
        return self._window.visibility() == QWindow.Visibility.FullScreen and self._window.isActive()


def leads_nowhere(key: int, text: str, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether a key can only do what is meant for visitors: write a character, or move within the page."""
    if modifiers & _WITH:
        return False
    if key in _ALLOWED:
        return not (key in _CUTS and modifiers & Qt.KeyboardModifier.ShiftModifier)
    return text.isprintable() and text != ""
