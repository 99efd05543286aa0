"""All scanners of a window as one: keyboard wedge, serial, camera."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QWindow

from kiosk.ui.scan_filter import ScanFilter


class Scanners(QObject):
    """`scanned` carries a text and where it came from (wedge, serial, camera); `touched` says that
    somebody is at the screen or the keyboard."""

    scanned = Signal(str, str)
    touched = Signal()

    def __init__(self, window: QWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wedge = ScanFilter(window, self)
        self._wedge.scanned.connect(lambda text: self.scanned.emit(text, "wedge"))
        self._wedge.touched.connect(self.touched)

    def hear_first(self) -> None:
        """Another filter lies on the window now: keys come to the wedge before it."""
        self._wedge.hear_first()

    def stop(self) -> None:
        """Let go of every scanner."""
        self._wedge.remove()
