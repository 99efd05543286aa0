"""Checking in without a scan: the code typed, or student number or name, and the phone's tail."""

import string

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.badge import CODE_ALPHABET, CODE_LENGTH
from kiosk.domain.reasons import Reason
from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

NUMBER_LONGEST = 16
NAME_LONGEST = 40
NUMBER_ALPHABET = string.digits + string.ascii_uppercase
TAIL_LENGTH = 4


@QmlElement
@QmlUncreatable("made by the window")
class CheckInModel(PageModel):
    """States: start (scan, or choose), code, number, name, tail.

    `decided` carries the gate's admission; `registers` the number that was typed and that nobody is booked
    with, of who goes on to register.
    """

    changed = Signal()
    decided = Signal(object)
    registers = Signal(str)

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._state = "start"
        self._code = ""
        self._number = ""
        self._name = ""
        self._tail = ""
        self._busy = False
        self._problem = ""
        self._lettered = False

    def entered(self, argument: str) -> None:
        """Start anew, or with the tail where a student number was scanned.

        Coming back from another page (help), one is where one was.
        """
        if self.surroundings.navigation.returning:
            return
        scanned = argument == "tail"
        self._wipe("tail" if scanned else "start", self._number if scanned else "")

    def reset(self) -> None:
        """Wipe code, number and tail."""
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
        """start, code, number, name or tail."""
        return self._state

    @Property(str, notify=changed)
    def typed(self):
        """What the pad has typed for the present question."""
        return {"code": self._code, "tail": self._tail, "name": self._name}.get(self._state, self._number)

    @Property(bool, notify=changed)
    def byName(self):
        """Whether the phone's tail goes with a name, not with a number."""
        return self._name != ""

    @Property(bool, notify=changed)
    def walkUps(self):
        """Whether one can register at this gate."""
        return self.surroundings.takes_walk_ups

    @Property(bool, notify=changed)
    def leaving(self):
        """Whether people go out here."""
        return self.surroundings.stands_at == "out"

    @Property(int, constant=True)
    def codeLength(self):
        return CODE_LENGTH

    @Property("QStringList", constant=True)
    def codeLetters(self):
        """What a registration code is written in."""
        return list(CODE_ALPHABET)

    @Property(int, notify=changed)
    def tailLength(self):
        return TAIL_LENGTH

    @Property(bool, notify=changed)
    def complete(self):
        """Whether one can go on."""
        if self._busy:
            return False
        if self._state == "code":
            return len(self._code) == CODE_LENGTH
        if self._state == "name":
            return self._name.strip() != ""
        return len(self._tail) == TAIL_LENGTH if self._state == "tail" else len(self._number) >= 4

    @Property(bool, notify=changed)
    def busy(self):
        """Whether the gate has not answered yet."""
        return self._busy

    @Property(str, notify=changed)
    def problem(self):
        """mismatch (number and tail), wait (too many tails were tried), unknown (code); or nothing."""
        return self._problem

    @Slot()
    def begin_code(self):
        """By the code that the organiser sent."""
        self._wipe("code", "")

    @Slot(str)
    def letter(self, letter):
        """One more letter of the code; what no code is written in counts for nothing."""
        letter = letter.upper()
        if self._state == "code" and len(letter) == 1 and letter in CODE_ALPHABET:
            self._code = (self._code + letter)[:CODE_LENGTH]
            self._problem = ""
            self.changed.emit()

    @Slot()
    def begin(self):
        """By student number."""
        self._wipe("number", "")

    @Slot()
    def begin_name(self):
        """By name."""
        self._wipe("name", "")

    @Slot(str)
    def type_name(self, text):
        """What stands in the name's field now."""
        if self._state == "name":
            self._name = text[:NAME_LONGEST]
            self.changed.emit()

    @Slot()
    def register(self):
        """On to the walk-up form; a number that was tried and is nobody's goes along."""
        number = self._number if self._problem else ""
        self.surroundings.navigation.go("walk_up")
        self.registers.emit(number)

    @Property(bool, notify=changed)
    def lettered(self):
        """Whether letters are offered beside the digits: S2024001 is a student number as well."""
        return self._lettered

    @Property("QStringList", notify=changed)
    def numberLetters(self):
        """What a student number may be made of."""
        return list(NUMBER_ALPHABET)

    @Slot()
    def toggle_letters(self):
        self._lettered = not self._lettered
        self.changed.emit()

    @Slot(str)
    def digit(self, digit):
        """A digit, or a letter of a student number."""
        if self._state == "number":
            self._number = (self._number + digit)[:NUMBER_LONGEST]
        elif self._state == "tail":
            self._tail = (self._tail + digit)[:TAIL_LENGTH]
            self._problem = ""
        self.changed.emit()

    @Slot()
    def erase(self):
        """The last digit or letter."""
        if self._busy:
            return
        if self._state == "code":
            self._code = self._code[:-1]
            self._problem = ""
        elif self._state == "number":
            self._number = self._number[:-1]
        else:
            self._tail = self._tail[:-1]
        self.changed.emit()

    @Slot()
    def previous(self):
        """One question back."""
        if self._state == "tail":
            self._tail = ""
            self._problem = ""
            self._busy = False
            self.generation += 1  # an answer on its way belongs to the tail that was taken back
            self._state = "name" if self.byName else "number"
            self.changed.emit()
        else:
            self._wipe("start", "")

    @Slot()
    def next(self):
        """On to the tail, or to the gate."""
        if not self.complete:
            return
        if self._state in ("number", "name"):
            self._state = "tail"
            self.changed.emit()
            return
        code, number, name, tail = self._code, self._number, self._name.strip(), self._tail
        self._busy = True
        self._problem = ""
        self.changed.emit()
        if self._state == "code":
            self.ask(lambda kiosk: kiosk.gate.scan(code), self._decided_code)
        elif name:
            self.ask(
                lambda kiosk: (kiosk.gate.check_in_name(name, tail), kiosk.gate.must_wait(name)),
                self._decided_tail,
            )
        else:
            self.ask(
                lambda kiosk: (kiosk.gate.check_in_student(number, tail), kiosk.gate.must_wait(number)),
                self._decided_tail,
            )

    def _decided_code(self, admission) -> None:
        """A code that nobody has is most often mistyped: it stays, to be looked through again."""
        if admission.decision.reason is Reason.UNKNOWN:
            self._ask_again("unknown")
        else:
            self._decided(admission)

    def _decided_tail(self, answer) -> None:
        admission, must_wait = answer
        if admission.decision.reason is Reason.PHONE_NEEDED:  # the tail does not fit
            self._tail = ""
            self._ask_again("wait" if must_wait else "mismatch")
        else:
            self._decided(admission)

    def _ask_again(self, problem: str) -> None:
        self._busy = False
        self._problem = problem
        self.changed.emit()

    def _decided(self, admission) -> None:
        self._wipe("start", "")
        self.decided.emit(admission)

    def _wipe(self, state: str, number: str) -> None:
        self._state = state
        self._code = ""
        self._number = number
        self._name = ""
        self._tail = ""
        self._busy = False
        self._problem = ""
        self._lettered = False
        super().reset()
