"""Keeps a keyboard-wedge scanner's characters out of text fields, on every page.

Key presses are held for as long as they could be a scan (devices.wedge decides); a person's typing is
released to the field in order.
"""

from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWindow

from kiosk.devices.wedge import Hold, Release, Scan, Wedge

IDLE_CHECK_MS = 55
LATE_MS = 20
"""A timer later than this means that the window was busy, and key presses may wait behind it."""
_TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel})
_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_ACTIONS = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Escape})
_HELD_DOWN = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
    }
)
"""Keys that only change the next one: a scanner presses Shift before each of its capitals."""
_ENDS = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Enter: "\r", Qt.Key.Key_Tab: "\t"}


class ScanFilter(QObject):
    """An event filter on the window. `scanned` carries a scanned text; `touched` says somebody is here."""

    scanned = Signal(str)
    touched = Signal()

    def __init__(self, window: QWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._wedge = Wedge()
        self._held: list[QKeyEvent] = []
        self._releasing = False
        self._timer_started_ms = 0.0
        self._ahead_ms = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(IDLE_CHECK_MS)
        self._timer.timeout.connect(self._idle)
        window.installEventFilter(self)

    def hear_first(self) -> None:
        """Filter before all others: of the filters on a window the one installed last is asked first."""
        self._window.installEventFilter(self)

    def remove(self) -> None:
        """Stop filtering."""
        self._timer.stop()
        self._window.removeEventFilter(self)

    def eventFilter(self, _watched, event) -> bool:
        """Qt's filter: True keeps the event from the window."""
        kind = event.type()
        if kind in _TOUCHES:
            self.touched.emit()
            return False
        if kind != QEvent.Type.KeyPress or self._releasing:
            return False
        return self._key(event)

    def _key(self, event: QKeyEvent) -> bool:
        self.touched.emit()
        if event.key() in _HELD_DOWN:
            return False
        character = _ENDS.get(event.key(), event.text())
        if (
            len(character) != 1
            or event.isAutoRepeat()
            or event.modifiers() & _MODIFIERS
            or event.key() in _ACTIONS
        ):
            self._heard(self._wedge.flush())  # another key is about to act: what was typed comes first
            return False
        self._held.append(event.clone())
        # When the key went down, not when a busy window comes to it; events made by a program have no time.
        now_ms = _now_ms()
        when_ms = float(event.timestamp()) or now_ms
        self._ahead_ms = when_ms - now_ms
        self._heard(self._wedge.feed(character, when_ms))
        return True

    def _drop(self) -> None:
        """Forget key presses that the scanner's reader dropped; they may not come out in another's place."""
        del self._held[self._wedge.held :]

    @Slot()
    def _idle(self) -> None:
        now_ms = _now_ms()
        if now_ms - self._timer_started_ms > IDLE_CHECK_MS + LATE_MS:
            self._start_timer()
        else:
            self._heard(self._wedge.idle(now_ms + self._ahead_ms))

    def _start_timer(self) -> None:
        self._timer_started_ms = _now_ms()
        self._timer.start()

    def _heard(self, outcome) -> None:
        if isinstance(outcome, Hold):
            self._drop()
            if self._held:
                self._start_timer()
            return
        self._timer.stop()
        if isinstance(outcome, Scan):
            self._held = []
            self.scanned.emit(outcome.text)
        elif isinstance(outcome, Release):
            self._release(len(outcome.text))

    def _release(self, count: int) -> None:
        """Give the oldest `count` held key presses to the window as if they had just been typed."""
        events, self._held = self._held[:count], self._held[count:]
        self._releasing = True
        for event in events:
            QCoreApplication.sendEvent(self._window, event)
        self._releasing = False
        self._drop()
        if self._held:
            self._start_timer()


def _now_ms() -> float:
    return monotonic() * 1000
