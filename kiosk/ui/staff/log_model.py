"""The log of staff in words, read a little at a time: no scan waits for more than one stretch of it."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.dates import date_words
from kiosk.domain.fair import BEIJING, clock_text, minute_of_day
from kiosk.domain.staff_duties import Act
from kiosk.domain.staff_log_words import Topic
from kiosk.ui.row_model import Rows
from kiosk.ui.staff.staff_view import StaffView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

AT_ONCE = 40
"""Lines that are read before anybody asks for more."""
ROW_NAMES = ("by", "time", "who", "words", "where")


@QmlElement
@QmlUncreatable("made by the staff page")
class LogModel(StaffView):
    """States: loading, ready, failed. Who does not manage sees what they did themselves."""

    changed = Signal()

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, shift, parent)
        self._rows = Rows(ROW_NAMES, self._row, self)
        surroundings.modes.languageChanged.connect(self._rows.refresh)
        self._topic = None
        self._wipe()

    def _wipe(self) -> None:
        self._state = "loading"
        self._lines = []
        self._before = None
        self._wanted = 0
        self._asked = 0
        self._topic = None
        self._only = ""
        self._today = None
        self._rows.put(())

    def entered(self, _argument: str) -> None:
        """The view is being shown."""
        self._read_anew()

    def reset(self) -> None:
        """Wipe."""
        self._wipe()
        super().reset()

    def _read_anew(self) -> None:
        self._lines, self._before = [], None
        self._state = "loading"
        self._wanted = AT_ONCE
        self._rows.put((), first=0)
        self._read()
        self.changed.emit()

    def _read(self) -> None:
        """One stretch; an answer to an earlier question is dropped."""
        member = self._shift.member
        if member is None:
            return
        self._asked += 1
        number, before, by, topic = self._asked, self._before, self._only, self._topic

        def work(kiosk):
            return kiosk.staff_log.page(member.id, before, by=by, topic=topic), kiosk.clock.now()

        def read(answer) -> None:
            if number == self._asked:
                self._take(*answer)

        self.ask(work, read, lambda _fault: self._failed(number))

    def _take(self, page, now) -> None:
        self._today = now.astimezone(BEIJING).date()
        self._lines = [*self._lines, *page.lines]
        self._before = page.before
        if self._before is not None and len(self._lines) < self._wanted:
            self._read()
            return
        self._state = "ready"
        self._rows.put(self._lines)
        self.changed.emit()

    def _failed(self, number: int) -> None:
        if number == self._asked:
            self._state = "failed"
            self.changed.emit()

    @Slot()
    def retry(self):
        """It could not be read: once more."""
        self._read_anew()

    @Slot()
    def older(self):
        """More of it, what was before."""
        if self.more:
            self._wanted = len(self._lines) + AT_ONCE
            self._state = "loading"
            self._read()
            self.changed.emit()

    @Slot(str)
    def choose(self, topic):
        """Only what is about one thing (a Topic), or all of it."""
        self._topic = Topic(topic) if topic else None
        self._read_anew()

    @Slot(str)
    def only_of(self, by):
        """Only what one member of staff did; once more, of everybody."""
        if self.all and by:
            self._only = "" if self._only == by else by
            self._read_anew()

    @Property(str, notify=changed)
    def state(self):
        return self._state

    @Property(bool, notify=changed)
    def all(self):
        """Whether who is signed in sees what others did."""
        return self._shift.may(Act.LOG)

    @Property(str, notify=changed)
    def topic(self):
        """What it is narrowed to, or nothing."""
        return str(self._topic) if self._topic is not None else ""

    @Property(str, notify=changed)
    def only(self):
        """Whom it is narrowed to, or nothing."""
        kiosk = self.surroundings.kiosk
        staff = kiosk.fair.staff if kiosk is not None and self._only else ()
        return next((each.name for each in staff if each.id == self._only), self._only)

    @Slot()
    def everybody(self):
        """Of everybody again."""
        self.only_of(self._only)

    @Property(bool, notify=changed)
    def more(self):
        """Whether there is more before."""
        return self._before is not None and self._state == "ready"

    @Property(Rows, constant=True)
    def rows(self):
        return self._rows

    def _row(self, line) -> dict:
        say = self.surroundings.words
        return {
            "by": line.by,
            "time": self._time(line.at),
            "who": say(line.who),
            "words": say(line.words),
            "where": say(line.kiosk),
        }

    def _time(self, at) -> str:
        time = clock_text(minute_of_day(at))
        day = at.astimezone(BEIJING).date()
        return time if day == self._today else f"{self.surroundings.words(date_words(day))} {time}"
