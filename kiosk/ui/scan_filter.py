"""Keeps a keyboard-wedge scanner's characters out of text fields, on every page.

Key presses are held for as long as they could be a scan (devices.wedge decides); a person's typing is
released to the field in order.
"""

from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWindow

from kiosk.devices.alt_digits import AltDigits
from kiosk.devices.wedge import Hold, Release, Scan, Wedge

CHECK_AFTER_MS = 5
"""So long after a run's gap it is asked whether it has ended."""
LOOK_AGAIN_MS = 1
"""Once more, after another turn of the event loop: a window that was busy hears its timers before the key
presses that wait for it."""
_TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel})
_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_ACTIONS = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Escape, Qt.Key.Key_Backtab})
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
_PAD = {
    Qt.Key.Key_Insert: "0",
    Qt.Key.Key_End: "1",
    Qt.Key.Key_Down: "2",
    Qt.Key.Key_PageDown: "3",
    Qt.Key.Key_Left: "4",
    Qt.Key.Key_Clear: "5",
    Qt.Key.Key_Right: "6",
    Qt.Key.Key_Home: "7",
    Qt.Key.Key_Up: "8",
    Qt.Key.Key_PageUp: "9",
    **{Qt.Key(Qt.Key.Key_0 + each): str(each) for each in range(10)},
}
"""The number pad's digits, with and without NumLock."""


class ScanFilter(QObject):
    """An event filter on the window. `scanned` carries a devices.wedge.Scan; `touched` says somebody is here.

    Key presses come to it before any item. They come to Qt's input context before that, on X11 and Wayland;
    Qt Virtual Keyboard's leaves them alone, but for taking over a word that is half typed.
    """

    scanned = Signal(object)
    touched = Signal()

    def __init__(self, window: QWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._wedge = Wedge()
        self._alt = AltDigits()
        self._held: list[QKeyEvent] = []
        self._releasing = False
        self._ahead_ms = 0.0
        self._looks_again = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._idle)
        window.installEventFilter(self)

    def hear_first(self) -> None:
        """Filter before all others: of the filters on a window the one installed last is asked first."""
        self._window.installEventFilter(self)

    def remove(self) -> None:
        """Stop filtering."""
        self._timer.stop()
        self._window.removeEventFilter(self)

    def read_by(self, wedge: Wedge) -> None:
        """Tell scans from typing by another reader from now on; what is held is typed first."""
        self._heard(self._wedge.flush())
        self._wedge = wedge

    def eventFilter(self, _watched, event) -> bool:
        """Qt's filter: True keeps the event from the window."""
        kind = event.type()
        if kind in _TOUCHES:
            self.touched.emit()
            return False
        if self._releasing:
            return False
        if kind == QEvent.Type.KeyRelease and event.key() == Qt.Key.Key_Alt:
            self._alt_up(event)
            return False
        return kind == QEvent.Type.KeyPress and self._key(event)

    def _key(self, event: QKeyEvent) -> bool:
        repeats = event.isAutoRepeat()
        if not repeats:  # a bag on the keyboard is nobody
            self.touched.emit()
        if event.key() in _HELD_DOWN:
            return False
        pad = _PAD.get(event.key(), "") if event.modifiers() & Qt.KeyboardModifier.KeypadModifier else ""
        modified = event.modifiers() & _MODIFIERS
        if pad and modified == Qt.KeyboardModifier.AltModifier and not repeats:
            self._alt.press(pad)
            self._beat(event)
            return True
        character = _ENDS.get(event.key()) or pad or event.text()
        if modified and not repeats and character and self._beat(event):
            return True  # a scanner's separator: GS is Ctrl+]
        if len(character) != 1 or repeats or modified or event.key() in _ACTIONS:
            self._heard(self._wedge.flush())  # another key is about to act: what was typed comes first
            return False
        self._feed(character, event)
        return True

    def _feed(self, character: str, event: QKeyEvent) -> None:
        self._held.append(_copy(event))
        self._heard(self._wedge.feed(character, self._when_ms(event)))

    def _beat(self, event: QKeyEvent) -> bool:
        """A key within a run that is no character of it; whether there is a run."""
        runs = self._wedge.beat(self._when_ms(event))
        if runs:
            self._start_timer()
        return runs

    def _alt_up(self, event: QKeyEvent) -> None:
        """The end of a character that was typed by its number."""
        character = self._alt.release()
        if character:
            typed = QKeyEvent(
                QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character
            )
            typed.setTimestamp(event.timestamp())
            self._feed(character, typed)

    def _when_ms(self, event: QKeyEvent) -> float:
        """When the key went down, not when a busy window comes to it; events of a program have no time."""
        now_ms = _now_ms()
        when_ms = float(event.timestamp()) or now_ms
        self._ahead_ms = when_ms - now_ms
        return when_ms

    def _drop(self) -> None:
        """Forget key presses that the scanner's reader dropped; they may not come out in another's place."""
        del self._held[self._wedge.held :]

    @Slot()
    def _idle(self) -> None:
        if self._looks_again:
            self._heard(self._wedge.idle(_now_ms() + self._ahead_ms))
        else:
            self._looks_again = True
            self._timer.start(LOOK_AGAIN_MS)

    def _start_timer(self) -> None:
        self._looks_again = False
        self._timer.start(round(self._wedge.gap_ms) + CHECK_AFTER_MS)

    def _heard(self, outcome) -> None:
        if isinstance(outcome, Hold):
            self._drop()
            if self._held:
                self._start_timer()
            return
        self._timer.stop()
        if isinstance(outcome, Scan):
            del self._held[: len(self._held) - self._wedge.held]  # what came after it stays
            if self._held:
                self._start_timer()
            self.scanned.emit(outcome)
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


def _copy(event: QKeyEvent) -> QKeyEvent:
    """The key press, to be kept. (What `clone` of PySide 6.11.3 gives nobody owns: 94 bytes a key are lost,
    14 kB a badge.)"""
    copy = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    copy.setTimestamp(event.timestamp())
    return copy


def _now_ms() -> float:
    return monotonic() * 1000
