"""Whose badge was shown at the screen for something other than going in; forgotten when the visit ends."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.page_model import PageModel

if TYPE_CHECKING:
    from kiosk.services.visit.visitors import Visitor

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the window")
class VisitorModel(PageModel):
    """While it listens, the next scan says who stands here, and no gate decides it.

    `identified` carries services.visit.visitors.Visitor. It listens until a scan, `stop`, or another page.
    """

    changed = Signal()
    identified = Signal(object)

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._wipe()
        surroundings.navigation.pageChanged.connect(self.stop)

    def _wipe(self) -> None:
        self._listening = False
        self._unknown = False
        self._nobodys = ""
        self.visitor: Visitor | None = None

    def reset(self) -> None:
        """Forget who stood here."""
        self._wipe()
        super().reset()

    @Slot()
    def listen(self) -> None:
        """The next scan says who this is."""
        self._listening, self._unknown = True, False
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """The next scan is for the gate again."""
        self._nobodys = ""
        if self._listening or self._unknown:
            self._listening = self._unknown = False
            self.changed.emit()

    def takes(self, text: str) -> bool:
        """Whether a scan is for this, not for the gate: not if it was nobody's badge just now."""
        return self._listening and text != self._nobodys

    def scan(self, text: str) -> None:
        """A scan while it listens."""
        self.ask(
            lambda kiosk: kiosk.visitors.identify(text),
            lambda found: self._read(text, found),
            self._failed,
        )

    def _read(self, text: str, visitor: "Visitor | None") -> None:
        self._unknown = visitor is None
        self._nobodys = text if visitor is None else ""
        if visitor is not None:
            self._listening = False
            self.visitor = visitor
        self.changed.emit()
        if visitor is not None:
            self.identified.emit(visitor)

    def _failed(self, _exception) -> None:
        self._unknown = True
        self.changed.emit()

    @Property(bool, notify=changed)
    def listening(self):
        """Whether a badge is waited for."""
        return self._listening

    @Property(bool, notify=changed)
    def unknown(self):
        """Whether what was scanned last was nobody's valid badge."""
        return self._unknown

    @Property(bool, notify=changed)
    def known(self):
        """Whether it is known who stands here."""
        return self.visitor is not None

    @Property(str, notify=changed)
    def name(self):
        """Masked."""
        return self.visitor.name if self.visitor else ""

    @Property(str, notify=changed)
    def majorClass(self):
        """专业类 of who stands here, or nothing."""
        return self.visitor.major_class if self.visitor else ""
