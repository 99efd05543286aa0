"""Help: where staff are, and the way there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.page_model import PageModel

if TYPE_CHECKING:
    from kiosk.services.values import Way

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the window")
class HelpModel(PageModel):
    """The desk that helps, as the fair's policy names it; and the way to the nearest on the plan."""

    changed = Signal()

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._way: Way | None = None

    def attached(self) -> None:
        """The desk is known."""
        self._way = None
        self.changed.emit()

    def entered(self, _argument: str) -> None:
        """The page is shown: which desk is near may have changed, with what staff have closed."""
        step_free = self.surroundings.modes.stepFree
        self.ask(
            lambda kiosk: kiosk.wayfinding.way_to_staff(step_free),
            self._found,
            lambda _exception: self._found(None),  # the page says where staff are, without a way there
        )

    def reset(self) -> None:
        """Nothing personal is kept here; an answer on its way stays welcome."""

    def _found(self, way: "Way | None") -> None:
        if way != self._way:
            self._way = way
            self.changed.emit()

    @Property(str, notify=changed)
    def desk(self):
        kiosk = self.surroundings.kiosk
        return self.surroundings.words(kiosk.fair.policy.desk) if kiosk is not None else ""

    @Property(str, notify=changed)
    def deskWay(self):
        """The nearest desk on the plan, as the way page knows it; nothing where no way leads to one."""
        return self._way.target if self._way is not None else ""

    @Property(int, notify=changed)
    def deskMetres(self):
        return self._way.length_m if self._way is not None else 0

    @Property(int, notify=changed)
    def deskMinutes(self):
        return self._way.minutes if self._way is not None else 0
