"""The kiosk's clock: looked at, confirmed, or set with digits."""

from datetime import datetime

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain import keeper_words
from kiosk.domain.fair import BEIJING
from kiosk.ui.staff.staff_view import StaffView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

PARTS = {"day": 8, "time": 4}
"""What is typed, and how many digits it has: 20261128, 0924."""
_SETTING_WORKER = "upkeep"
"""The machine may take seconds; a scan does not wait for it."""


@QmlElement
@QmlUncreatable("made by the staff page")
class TimeModel(StaffView):
    """States: loading, ready, failed. Setting it asks once where the new time is before what is recorded."""

    changed = Signal()

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, shift, parent)
        self._wipe()

    def _wipe(self) -> None:
        self._state = "loading"
        self._standing = None
        self._setting = False
        self._part = "time"
        self._typed = dict.fromkeys(PARTS, "")
        self._asks = None
        self._busy = False
        self._outcome = ""
        self._said = None
        self._machine = None

    def entered(self, _argument: str) -> None:
        """The view is being shown."""
        self.ask(lambda kiosk: kiosk.station().clock.standing(), self._read, self._failed)

    def reset(self) -> None:
        """Wipe."""
        self._wipe()
        super().reset()

    @Slot()
    def retry(self):
        """It could not be read: once more."""
        self._state = "loading"
        self.changed.emit()
        self.entered("")

    def _read(self, standing) -> None:
        self._state, self._standing = "ready", standing
        self.changed.emit()

    def _failed(self, _exception) -> None:
        self._state = "failed"
        self.changed.emit()

    @Property(str, notify=changed)
    def state(self):
        return self._state

    @Property(str, notify=changed)
    def runs(self):
        """After what: machine, own, own_unsure or sample."""
        return str(self._standing.runs) if self._standing is not None else ""

    @Property(bool, notify=changed)
    def trusted(self):
        """Whether it can be right, by all that is recorded."""
        return self._standing is None or self._standing.trusted

    @Property(str, notify=changed)
    def newest(self):
        """The moment of the newest record, where the clock is behind it."""
        if self._standing is None or self._standing.newest is None:
            return ""
        return self.surroundings.words(keeper_words.moment_words(self._standing.newest))

    @Property(int, notify=changed)
    def year(self):
        """The year that it is by the kiosk's clock: a flat battery's is another one."""
        kiosk = self.surroundings.kiosk
        return kiosk.clock.now().astimezone(BEIJING).year if kiosk is not None else 0

    # ---- confirming

    @Slot()
    def confirm(self):
        """It is right."""
        member = self._shift.member
        if member is None or self._busy:
            return

        def work(kiosk):
            kiosk.station().clock.confirm(member.id)
            return kiosk.station().clock.standing()

        self._begin()
        self.ask(work, self._confirmed, self._not_done)

    def _confirmed(self, standing) -> None:
        self._busy, self._outcome = False, "confirmed"
        self._read(standing)

    # ---- setting

    @Property(bool, notify=changed)
    def setting(self):
        """Whether another time is being typed."""
        return self._setting

    @Slot()
    def begin(self):
        """Type another time; the day stands there already."""
        kiosk = self.surroundings.kiosk
        if kiosk is None:
            return
        now = kiosk.clock.now().astimezone(BEIJING)
        self._typed = {"day": f"{now:%Y%m%d}", "time": ""}
        self._setting, self._part, self._asks = True, "time", None
        self._outcome, self._said, self._machine = "", None, None
        self.changed.emit()

    @Slot()
    def keep(self):
        """Not after all: one step back."""
        if self._asks is not None:
            self._asks = None
        else:
            self._setting = False
        self._said = None
        self.changed.emit()

    @Property(str, notify=changed)
    def part(self):
        """What the digits go to: day or time."""
        return self._part

    @Slot(str)
    def choose(self, part):
        """Type the day, or the time, from its first digit on."""
        self._part = part
        self._typed[part] = ""
        self._asks, self._said = None, None
        self.changed.emit()

    @Property(str, notify=changed)
    def day(self):
        """2026-11-28, as far as it is typed."""
        return _spread(self._typed["day"], "    -  -  ")

    @Property(str, notify=changed)
    def time(self):
        """09:24, as far as it is typed."""
        return _spread(self._typed["time"], "  :  ")

    @Slot(str)
    def digit(self, digit):
        if self._busy or self._asks is not None:
            return
        typed = self._typed[self._part]
        if len(typed) < PARTS[self._part]:
            self._typed[self._part] = typed + digit
        if self._part == "day" and len(self._typed["day"]) == PARTS["day"] and not self._typed["time"]:
            self._part = "time"
        self._said = None
        self.changed.emit()

    @Slot()
    def erase(self):
        if self._asks is None:
            self._typed[self._part] = self._typed[self._part][:-1]
            self._said = None
            self.changed.emit()

    @Property(bool, notify=changed)
    def complete(self):
        """Whether all digits are typed."""
        return all(len(self._typed[part]) == length for part, length in PARTS.items()) and not self._busy

    @Property(str, notify=changed)
    def asks(self):
        """What staff are to be sure of before it is set; nothing where nothing is asked."""
        return self.surroundings.words(self._asks)

    @Slot()
    def set(self):
        """Set the clock to what was typed; once more, where something was asked."""
        member = self._shift.member
        if not self.complete or member is None:
            return
        moment = self._moment()
        if moment is None:
            self._said = keeper_words.NO_SUCH_MOMENT
            self.changed.emit()
            return
        sure = self._asks is not None
        self._begin()
        self.ask(
            lambda kiosk: kiosk.station().clock.look_at(moment, member.id, sure=sure),
            lambda stopped: self._looked_at(stopped, moment, member.id),
            self._not_done,
        )

    def _moment(self) -> datetime | None:
        try:
            return datetime.strptime("".join(self._typed.values()), "%Y%m%d%H%M").replace(tzinfo=BEIJING)
        except ValueError:
            return None

    def _begin(self) -> None:
        self._busy, self._outcome, self._said, self._machine = True, "", None, None
        self.changed.emit()

    def _looked_at(self, stopped, moment: datetime, by: str) -> None:
        if stopped is not None:
            self._busy = False
            if stopped.state == "asks":
                self._asks = stopped.words
            else:
                self._said = stopped.words
            self.changed.emit()
            return
        self.ask(
            lambda kiosk: kiosk.station().clock.set_machine(moment),
            lambda refusal: self._machine_asked(moment, refusal, by),
            self._not_done,
            worker=_SETTING_WORKER,
        )

    def _machine_asked(self, moment: datetime, refusal, by: str) -> None:
        def work(kiosk):
            clock = kiosk.station().clock
            return clock.settle(moment, refusal, by), clock.standing()

        self.ask(work, self._settled, self._not_done)

    def _settled(self, answer) -> None:
        done, standing = answer
        self._busy, self._setting, self._asks = False, False, None
        self._outcome, self._said, self._machine = "set", done.words, done.machine
        self._read(standing)

    def _not_done(self, exception) -> None:
        self._busy, self._outcome = False, "not_done"
        self._said = getattr(exception, "words", None)
        self.changed.emit()

    @Property(bool, notify=changed)
    def busy(self):
        return self._busy

    @Property(str, notify=changed)
    def outcome(self):
        """What became of the last touch: nothing, confirmed, set or not_done."""
        return self._outcome

    @Property(str, notify=changed)
    def said(self):
        return self.surroundings.words(self._said)

    @Property(str, notify=changed)
    def machine(self):
        """Why the machine's own clock was not set, where it was not."""
        return self.surroundings.words(self._machine)


def _spread(typed: str, shape: str) -> str:
    """Digits in a shape's blanks; what is not typed yet stays a low line.

    >>> _spread("09", "  :  ")
    '09:__'
    """
    digits = iter(typed.ljust(len(shape), "_"))
    return "".join(next(digits) if each == " " else each for each in shape)
