"""Help: where staff are."""

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the window")
class HelpModel(PageModel):
    """The desk that helps, as the fair's policy names it."""

    changed = Signal()

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._problem = None

    def close_service(self, words) -> None:
        """The services could not be opened: why, as known faults say it, or None."""
        self._problem = words
        self.changed.emit()

    @Property(str, notify=changed)
    def problem(self):
        """Why the kiosk is out of service, or nothing where that is not known."""
        return self.surroundings.words(self._problem)

    def attached(self) -> None:
        """The desk is known, and nothing is wrong."""
        self._problem = None
        self.changed.emit()

    @Property(str, notify=changed)
    def desk(self):
        kiosk = self.surroundings.kiosk
        return self.surroundings.words(kiosk.fair.policy.desk) if kiosk is not None else ""
