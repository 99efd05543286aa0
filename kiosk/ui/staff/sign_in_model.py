"""Signing in: a PIN is typed, recorded as tried, checked beside the store, and counts or costs a wait."""

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlAnonymous

from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

PIN_LONGEST = 8
PIN_SHORTEST = 4
CHECKER = "pin"
"""The bridge's worker on which PINs are checked: a scan never waits for one."""


@QmlAnonymous
class SignInModel(PageModel):
    """The digits are here only until they are checked, and are no property: views see how many there are."""

    pinChanged = Signal()

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._seconds = QTimer(self)
        self._seconds.setInterval(1000)
        self._seconds.timeout.connect(self.step)
        self._forget_pin()

    def _forget_pin(self) -> None:
        self._seconds.stop()
        self._pin = ""
        self._refused = False
        self._checking = False
        self._paused_s = 0
        self.pinChanged.emit()

    def come_in(self, member, occupancy) -> None:
        """That was the PIN of a member of staff (domain.fair.StaffMember); `occupancy` of the hall now."""
        raise NotImplementedError

    def look_how_long(self) -> None:
        """Whether PINs count now; of earlier visitors' tries too."""
        self.ask(lambda kiosk: kiosk.staff_door.wait_s(), self._wait)

    @Property(int, notify=pinChanged)
    def pinLength(self):
        """How many digits were typed."""
        return len(self._pin)

    @Property(int, constant=True)
    def pinLongest(self):
        """So many digits a PIN has at most."""
        return PIN_LONGEST

    @Property(bool, notify=pinChanged)
    def refused(self):
        """Whether the last PIN was nobody's."""
        return self._refused

    @Property(bool, notify=pinChanged)
    def checking(self):
        """Whether a PIN is being checked."""
        return self._checking

    @Property(int, notify=pinChanged)
    def pausedSeconds(self):
        """So long no PIN counts, because too many were wrong."""
        return self._paused_s

    @Property(bool, notify=pinChanged)
    def pinComplete(self):
        return len(self._pin) >= PIN_SHORTEST and not self._checking and self._paused_s == 0

    @Slot(str)
    def digit(self, digit):
        if self._checking or self._paused_s:
            return  # a digit too many is not the next PIN's first
        self._pin = (self._pin + digit)[:PIN_LONGEST]
        self._refused = False
        self.pinChanged.emit()

    @Slot()
    def erase(self):
        self._pin = self._pin[:-1]
        self.pinChanged.emit()

    @Slot()
    def sign_in(self):
        """Record that a PIN was tried, then check it, then record who it was: three steps, and only the first
        and the last are the store's."""
        if not self.pinComplete or self.surroundings.kiosk is None:
            return
        pin, self._pin = self._pin, ""
        self._checking = True
        self.pinChanged.emit()

        def tried(left_s: int) -> None:
            if left_s:
                self._checking = False
                self._wait(left_s)
            else:
                self.ask(lambda kiosk: kiosk.staff_door.find(pin), self._found, worker=CHECKER)

        self.ask(lambda kiosk: kiosk.staff_door.try_pin(), tried)

    def _found(self, member) -> None:
        self.ask(
            lambda kiosk: (kiosk.staff_door.answer(member), kiosk.gate.occupancy()),
            self._answered,
        )

    def _answered(self, answer) -> None:
        found, occupancy = answer
        self._checking = False
        self._refused = found.member is None
        if found.member is not None:
            self.come_in(found.member, occupancy)
        self._wait(found.paused_s)

    def _wait(self, left_s: int) -> None:
        self._paused_s = left_s
        if left_s:
            self._pin = ""
            self._seconds.start()
        self.pinChanged.emit()

    @Slot()
    def step(self):
        """One second of the pause after too many wrong PINs has passed."""
        self._paused_s = max(0, self._paused_s - 1)
        if self._paused_s == 0:
            self._seconds.stop()
            self._refused = False
        self.pinChanged.emit()
