"""Checking in without a code: student number and the last four digits of the phone."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.reasons import Verdict
from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

NUMBER_LONGEST = 16
TAIL_LENGTH = 4


@QmlElement
@QmlUncreatable("made by the window")
class CheckInModel(PageModel):
    """Three states: start (scan, or choose), number, tail. `decided` carries the gate's admission."""

    changed = Signal()
    decided = Signal(object)

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._state = "start"
        self._number = ""
        self._tail = ""
        self._busy = False
        self._mismatch = False

    def entered(self, argument: str) -> None:
        """Start anew, or with the tail where a student number was scanned."""
        self._wipe("tail" if argument == "tail" else "start", self._number if argument == "tail" else "")

    def reset(self) -> None:
        """Wipe number and tail."""
        self._wipe("start", "")

    @Slot(str)
    def ask_tail(self, number):
        """A student number was scanned: its phone tail is needed."""
        self._number = number
        self.surroundings.navigation.home()
        self._number = number
        self.surroundings.navigation.open("check_in", "tail")

    @Property(str, notify=changed)
    def state(self):
        """start, number or tail."""
        return self._state

    @Property(str, notify=changed)
    def typed(self):
        """What the digit pad has typed for the present question."""
        return self._tail if self._state == "tail" else self._number

    @Property(int, notify=changed)
    def tailLength(self):
        return TAIL_LENGTH

    @Property(bool, notify=changed)
    def complete(self):
        """Whether one can go on."""
        if self._busy:
            return False
        return len(self._tail) == TAIL_LENGTH if self._state == "tail" else len(self._number) >= 4

    @Property(bool, notify=changed)
    def mismatch(self):
        """Whether number and tail did not fit each other."""
        return self._mismatch

    @Slot()
    def begin(self):
        """By student number."""
        self._wipe("number", "")

    @Slot(str)
    def digit(self, digit):
        if self._state == "number":
            self._number = (self._number + digit)[:NUMBER_LONGEST]
        elif self._state == "tail":
            self._tail = (self._tail + digit)[:TAIL_LENGTH]
            self._mismatch = False
        self.changed.emit()

    @Slot()
    def erase(self):
        """The last digit."""
        if self._state == "number":
            self._number = self._number[:-1]
        else:
            self._tail = self._tail[:-1]
        self.changed.emit()

    @Slot()
    def previous(self):
        """One question back."""
        if self._state == "tail":
            self._tail = ""
            self._mismatch = False
            self._state = "number"
            self.changed.emit()
        else:
            self._wipe("start", "")

    @Slot()
    def next(self):
        """On to the tail, or to the gate."""
        if not self.complete:
            return
        if self._state == "number":
            self._state = "tail"
            self.changed.emit()
            return
        number, tail = self._number, self._tail
        self._busy = True
        self.changed.emit()
        self.ask(lambda kiosk: kiosk.gate.check_in_student(number, tail), self._decided)

    def _decided(self, admission) -> None:
        if admission.decision.verdict is Verdict.ASK:  # the tail does not fit the number
            self._tail = ""
            self._busy = False
            self._mismatch = True
            self.changed.emit()
            return
        self._wipe("start", "")
        self.decided.emit(admission)

    def _wipe(self, state: str, number: str) -> None:
        self._state = state
        self._number = number
        self._tail = ""
        self._busy = False
        self._mismatch = False
        super().reset()
