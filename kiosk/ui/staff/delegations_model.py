"""Delegations as staff see them: arrived of expected; one is opened and let in."""

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.delegation import DelegationModel
from kiosk.ui.row_model import Rows
from kiosk.ui.staff.staff_view import StaffView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

REFRESH_MS = 5000
ROW_NAMES = ("delegation", "title", "leader", "coach", "arrived", "expected")


@QmlElement
@QmlUncreatable("made by the staff page")
class DelegationsModel(StaffView):
    """States: loading, ready, none, failed; `opened` while one delegation's list is shown."""

    changed = Signal()

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, shift, parent)
        self._rows = Rows(ROW_NAMES, self._row, self)
        self._one = DelegationModel(
            surroundings, self, by=lambda: shift.member.id if shift.member is not None else ""
        )
        self._again = QTimer(self)
        self._again.setInterval(REFRESH_MS)
        self._again.timeout.connect(self.refresh)
        self._wipe()

    def _wipe(self) -> None:
        self._again.stop()
        self._state = "loading"
        self._reading = False
        self._opened = False
        self._rows.put(())

    def entered(self, _argument: str) -> None:
        """The view is being shown."""
        self._again.start()
        self.refresh()

    def reset(self) -> None:
        """Wipe, the list that is open as well."""
        self._wipe()
        self._one.reset()
        super().reset()

    @Slot()
    def refresh(self):
        """Read them again."""
        if not self._reading:
            self._reading = True
            self.ask(lambda kiosk: kiosk.delegations.all(), self._read, self._failed)

    @Slot()
    def retry(self):
        """They could not be read: once more."""
        self._state = "loading"
        self.changed.emit()
        self.refresh()

    def _read(self, delegations) -> None:
        self._reading = False
        self._state = "ready" if delegations else "none"
        self._rows.put(delegations)
        self.changed.emit()

    def _failed(self, _exception) -> None:
        self._reading = False
        self._state = "failed"
        self.changed.emit()

    def _row(self, each) -> dict:
        return {
            "delegation": str(each.id),
            "title": each.name,
            "leader": each.leader,
            "coach": each.coach,
            "arrived": each.arrived,
            "expected": each.expected,
        }

    @Property(str, notify=changed)
    def state(self):
        return self._state

    @Property(Rows, constant=True)
    def rows(self):
        return self._rows

    @Property(int, notify=changed)
    def total(self):
        """People of all delegations."""
        return sum(each.expected for each in self._rows.items)

    @Property(int, notify=changed)
    def arrived(self):
        """Those of them who are here."""
        return sum(each.arrived for each in self._rows.items)

    @Property(bool, notify=changed)
    def opened(self):
        return self._opened

    @Property(DelegationModel, constant=True)
    def one(self):
        """The delegation that is open."""
        return self._one

    @Slot(str)
    def open(self, delegation):
        """Show one delegation's list as it is now."""
        number = int(delegation)
        self.ask(lambda kiosk: kiosk.delegations.list(number), self._show, self._failed)

    @Slot()
    def close(self):
        """Back to all of them."""
        self._opened = False
        self._one.reset()
        self.refresh()
        self.changed.emit()

    def _show(self, found) -> None:
        if found is None:
            self.refresh()
            return
        self._one.show(found)
        self._opened = True
        self.changed.emit()
