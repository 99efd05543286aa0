"""Stalls at sign-in: those nobody has come to are given up in one action, which can be undone."""

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.row_model import Rows
from kiosk.ui.staff.staff_view import StaffView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

REFRESH_MS = 5000
ROW_NAMES = ("stall", "host", "released")
LISTS = ("unclaimed", "released")


@QmlElement
@QmlUncreatable("made by the staff page")
class StallsModel(StaffView):
    """States: loading, ready, failed. Lists: unclaimed or released."""

    changed = Signal()

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, shift, parent)
        self._rows = Rows(ROW_NAMES, self._row, self)
        surroundings.modes.languageChanged.connect(self._rows.refresh)
        self._again = QTimer(self)
        self._again.setInterval(REFRESH_MS)
        self._again.timeout.connect(self.refresh)
        self._wipe()

    def _wipe(self) -> None:
        self._again.stop()
        self._state = "loading"
        self._reading = False
        self._standing = None
        self._listed = LISTS[0]
        self._asking = False
        self._busy = False
        self._not_done = False
        self._last: tuple[str, ...] = ()
        self._rows.turn_to(0)  # a list that is emptied further down stirs the window
        self._rows.put(())

    def entered(self, _argument: str) -> None:
        """The view is being shown."""
        self._again.start()
        self.refresh()

    def reset(self) -> None:
        """Wipe."""
        self._wipe()
        super().reset()

    @Slot()
    def refresh(self):
        """Read the stalls again."""
        if not self._reading:
            self._reading = True
            self.ask(lambda kiosk: kiosk.stalls.standing(), self._read, self._failed)

    @Slot()
    def retry(self):
        """They could not be read: once more."""
        self._state = "loading"
        self.changed.emit()
        self.refresh()

    def _read(self, standing) -> None:
        self._reading = False
        self._state = "ready"
        self._standing = standing
        self._show()

    def _failed(self, _exception) -> None:
        self._reading = False
        self._state = "failed"
        self.changed.emit()

    def _show(self) -> None:
        standing = self._standing
        if standing is not None:
            self._rows.put(standing.unclaimed if self._listed == "unclaimed" else standing.released)
        self.changed.emit()

    def _row(self, row) -> dict:
        return {"stall": row.stall, "host": self.surroundings.title(row.host), "released": row.released}

    @Property(str, notify=changed)
    def state(self):
        return self._state

    @Property(int, notify=changed)
    def stalls(self):
        """Stalls that have a host."""
        return self._standing.stalls if self._standing is not None else 0

    @Property(int, notify=changed)
    def claimed(self):
        return self._standing.claimed if self._standing is not None else 0

    @Property(int, notify=changed)
    def unclaimed(self):
        """Stalls that nobody has come to."""
        return len(self._standing.unclaimed) if self._standing is not None else 0

    @Property(int, notify=changed)
    def released(self):
        """Stalls that were given up."""
        return len(self._standing.released) if self._standing is not None else 0

    @Property(Rows, constant=True)
    def rows(self):
        return self._rows

    @Property(str, notify=changed)
    def listed(self):
        """Which are listed: unclaimed or released."""
        return self._listed

    @Slot(str)
    def show_list(self, listed):
        """List the others."""
        if listed in LISTS and listed != self._listed:
            self._listed = listed
            self._asking = False
            self._show()
            self._rows.turn_to(0)

    # ---- giving up: asks once, in place

    @Property(bool, notify=changed)
    def asking(self):
        return self._asking

    @Property(bool, notify=changed)
    def busy(self):
        return self._busy

    @Property(bool, notify=changed)
    def notDone(self):
        """Whether the last request came to nothing."""
        return self._not_done

    @Property(int, notify=changed)
    def lastReleased(self):
        """Stalls of the last action, which can be undone as one; 0 where there is none."""
        return len(self._last)

    @Slot()
    def ask_release(self):
        self._asking = self.unclaimed > 0 and not self._busy
        self.changed.emit()

    @Slot()
    def keep(self):
        """Not after all."""
        self._asking = False
        self.changed.emit()

    @Slot()
    def release(self):
        """Give up all that nobody has come to."""
        if self._asking:
            self._asking = False
            self._do(lambda kiosk, member: kiosk.stalls.release(member), self._was_released)

    @Slot()
    def undo(self):
        """Give back all of the last action."""
        if self._last:
            self._give_back(self._last)

    @Slot(str)
    def give_back(self, stall):
        """Give one back to its host."""
        self._give_back((stall,))

    def _give_back(self, stalls: tuple[str, ...]) -> None:
        self._do(
            lambda kiosk, member: kiosk.stalls.restore(stalls, member), lambda _none: self._were_given(stalls)
        )

    def _do(self, work, done) -> None:
        member = self._shift.member
        if member is None or self._busy:
            return
        self._busy, self._not_done = True, False
        self.ask(lambda kiosk: work(kiosk, member.id), done, self._not_worked)
        self.changed.emit()

    def _was_released(self, stalls) -> None:
        self._busy, self._last = False, tuple(stalls)
        self._again_now()

    def _were_given(self, stalls) -> None:
        self._busy = False
        self._last = tuple(each for each in self._last if each not in stalls)
        self._again_now()

    def _again_now(self) -> None:
        """What is being read already is older than what was done."""
        self._reading = False
        self.refresh()
        self.changed.emit()

    def _not_worked(self, _fault) -> None:
        self._busy, self._not_done = False, True
        self.changed.emit()
