"""The time in the head, in words of both languages."""

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the window")
class ClockModel(PageModel):
    """The kiosk's own clock. Until the services are there, no time is shown."""

    changed = Signal()

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._shown = ""

    def attached(self) -> None:
        """The kiosk's clock is there."""
        self._timer.start()
        self._shown = ""
        self._tick()

    @Property(str, notify=changed)
    def time(self):
        """9:24."""
        kiosk = self.surroundings.kiosk
        if kiosk is None:
            return ""
        from kiosk.domain.fair import clock_text, minute_of_day  # noqa: PLC0415, not before the first frame

        return clock_text(minute_of_day(kiosk.clock.now()))

    @Property(str, notify=changed)
    def day(self):
        """11月28日 周六."""
        kiosk = self.surroundings.kiosk
        if kiosk is None:
            return ""
        from kiosk.domain.dates import day_words  # noqa: PLC0415, not before the first frame
        from kiosk.domain.fair import BEIJING  # noqa: PLC0415

        return self.surroundings.words(day_words(kiosk.clock.now().astimezone(BEIJING).date()))

    @Slot()
    def _tick(self) -> None:
        kiosk = self.surroundings.kiosk
        now = kiosk.clock.now().strftime("%d %H:%M") if kiosk is not None else ""
        if now != self._shown:
            self._shown = now
            self.changed.emit()
