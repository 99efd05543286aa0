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

    def attached(self) -> None:
        """The desk is known."""
        self.changed.emit()

    @Property(str, notify=changed)
    def desk(self):
        kiosk = self.surroundings.kiosk
        return self.surroundings.words(kiosk.fair.policy.desk) if kiosk is not None else ""
