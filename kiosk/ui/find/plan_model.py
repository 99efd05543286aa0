"""My plan: stalls and sessions that a visitor has picked."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the window")
class PlanModel(PageModel):
    """What was picked, in the order of picking; wiped when the visit ends."""

    changed = Signal()

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._stalls: list[str] = []
        self._sessions: list[str] = []

    def reset(self) -> None:
        """Forget what was picked."""
        self._stalls, self._sessions = [], []
        super().reset()

    @Slot(str)
    def toggleStall(self, number: str) -> None:
        """Pick a stall (its number in the pack), or leave it out again."""
        _toggle(self._stalls, number)
        self.changed.emit()

    @Slot(str)
    def toggleSession(self, session: str) -> None:
        """Pick a session by its id, or leave it out again."""
        _toggle(self._sessions, session)
        self.changed.emit()

    @Property("QStringList", notify=changed)
    def stalls(self):
        """Numbers of the stalls that were picked."""
        return list(self._stalls)

    @Property("QStringList", notify=changed)
    def sessions(self):
        """Ids of the sessions that were picked."""
        return list(self._sessions)

    @Property(int, notify=changed)
    def count(self):
        """How many were picked in all."""
        return len(self._stalls) + len(self._sessions)


def _toggle(picked: list[str], one: str) -> None:
    if one in picked:
        picked.remove(one)
    else:
        picked.append(one)
