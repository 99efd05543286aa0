"""The kiosk is being shut down: what is said to whoever stands there, until the screen goes dark."""

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the window")
class LeavingModel(PageModel):
    """States: ending (what is open is being closed), off (the machine turns off), done (staff may do so)."""

    changed = Signal()

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._state = "ending"
        self._again = False
        self._said = None

    def begin(self, *, again: bool) -> None:
        """It is being closed; `again`: to be opened anew."""
        self._state, self._again, self._said = "ending", again, None
        self.changed.emit()

    def closed(self, refusal) -> None:
        """All of it is on disk. The machine turns off, or will not: then `refusal` has words."""
        self._state = "off" if refusal is None else "done"
        self._said = refusal.words if refusal is not None else None
        self.changed.emit()

    @Property(str, notify=changed)
    def state(self):
        return self._state

    @Property(bool, notify=changed)
    def again(self):
        """Whether it starts again."""
        return self._again

    @Property(str, notify=changed)
    def said(self):
        """Why the machine does not turn itself off."""
        return self.surroundings.words(self._said)
