"""The idle countdown: seen, extendable, and at its end nothing personal is left."""

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

IDLE_S = 60
WARNING_S = 15
"""tokens.toml [hold]: idle, idle_warning."""
HEARD_AT_S = (WARNING_S, 5)
"""Seconds left at which the question sounds: as it appears, and before it is too late."""


@QmlElement
@QmlUncreatable("made by the window")
class Idle(QObject):
    """Counts down while a visit is on. `ended` says that it ran out, or that the visitor is done.

    `sounded` asks for the question's sound.
    """

    changed = Signal()
    sounded = Signal(str)
    ended = Signal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._whole_s = IDLE_S
        self._left_s = IDLE_S
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.step)

    @Property(int, notify=changed)
    def seconds(self):
        """Seconds left."""
        return self._left_s

    @Property(float, notify=changed)
    def share(self):
        """Seconds left as a share of the whole."""
        return self._left_s / self._whole_s

    @Property(float, notify=changed)
    def warningShare(self):
        """Seconds left as a share of the warning."""
        return min(1.0, self._left_s / WARNING_S)

    @Property(bool, notify=changed)
    def warning(self):
        """Whether the visitor is being asked."""
        return self._timer.isActive() and self._left_s <= WARNING_S

    @Slot()
    def touch(self):
        """Somebody is here: start the count again."""
        if self._timer.isActive() and self._left_s != self._whole_s:
            self._left_s = self._whole_s
            self._timer.start()
            self.changed.emit()

    def notice(self) -> None:
        """A touch or a key anywhere. While the visitor is being asked, only the question's own answers count:
        it would be gone before the finger has left "go home"."""
        if not self.warning:
            self.touch()

    @Slot()
    def finish(self):
        """The visitor is done: end now."""
        self.stop()
        self.ended.emit()

    def start(self, seconds: int = IDLE_S) -> None:
        """A visit begins, or goes on for somebody who may be idle for so many seconds (staff), until the next
        start."""
        self._whole_s = self._left_s = seconds
        self._timer.start()
        self.changed.emit()

    def stop(self) -> None:
        """Nobody's visit is on."""
        self._timer.stop()
        self._whole_s = self._left_s = IDLE_S
        self.changed.emit()

    @Slot()
    def step(self):
        """One second has passed."""
        self._left_s -= 1
        if self._left_s <= 0:
            self.finish()
        else:
            self.changed.emit()
            if self._left_s in HEARD_AT_S:
                self.sounded.emit("idle")
