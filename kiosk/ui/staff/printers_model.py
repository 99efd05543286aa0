"""The printers of this kiosk: what is wrong with each and what to do, which is first, labels, a test page."""

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.fair import clock_text, minute_of_day
from kiosk.domain.printer_trouble import LOW_WORDS, MENDS_ITSELF, WORDS, Trouble, TroubleWords
from kiosk.domain.printing import PrintState
from kiosk.domain.staff_duties import Act
from kiosk.domain.words import Words
from kiosk.ui.staff.print_jobs_model import PrintJobsModel
from kiosk.ui.staff.printer_layouts_model import PrinterLayoutsModel
from kiosk.ui.staff.staff_view import StaffView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

REFRESH_MS = 2000
RECOVERED_MS = 8000
"""So long "it prints again" stands."""
LABELS_LOW = 20
LABELS_MOST = 9999
ROLLS = (100, 250, 500, 1000)
"""Labels of usual rolls."""
NOBODY = Words("", "")


@QmlElement
@QmlUncreatable("made by the staff page")
class PrintersModel(StaffView):
    """States: loading, ready, failed. Read again every two seconds while it is shown, and when told.

    A printer's mood: well, seen (not looked at yet), low, waits (it goes on by itself) or trouble.
    """

    changed = Signal()

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, shift, parent)
        self._jobs = PrintJobsModel(surroundings, shift, self)
        self._jobs.acted.connect(self.hear)
        self._layouts = PrinterLayoutsModel(surroundings, self)
        self._again = QTimer(self)
        self._again.setInterval(REFRESH_MS)
        self._again.timeout.connect(self.refresh)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(RECOVERED_MS)
        self._calm.timeout.connect(self.forget_recovered)
        self._wipe()

    def _wipe(self) -> None:
        self._again.stop()
        self._calm.stop()
        self._state = "loading"
        self._reading = False
        self._standing = None
        self._names = {}
        self._now = None
        self._chosen = ""
        self._recovered = ""
        self._entering = False
        self._digits = ""
        self._busy = False
        self._not_done = False
        self._testing = ""
        self._test = None

    def entered(self, _argument: str) -> None:
        """The view is being shown."""
        self._again.start()
        self.refresh()

    def reset(self) -> None:
        """Wipe."""
        self._wipe()
        self._jobs.reset()
        self._layouts.reset()
        super().reset()

    @Property(PrintJobsModel, constant=True)
    def jobs(self):
        return self._jobs

    @Property(PrinterLayoutsModel, constant=True)
    def layouts(self):
        return self._layouts

    # ---- reading

    @Slot()
    def hear(self):
        """A printer or a job has changed: read at once, if it is shown."""
        if self._again.isActive():
            self._reading = False  # what is being read already is older
            self.refresh()

    @Slot()
    def refresh(self):
        """Read printers and queue again."""
        if not self._reading:
            self._reading = True
            self.ask(
                lambda kiosk: (
                    kiosk.print_queue.standing(),
                    {line.id: line.name for line in kiosk.print_queue.layouts()},
                    kiosk.clock.now(),
                ),
                self._read,
                self._failed,
            )

    @Slot()
    def retry(self):
        """It could not be read: once more."""
        self._state = "loading"
        self.changed.emit()
        self.refresh()

    def _read(self, answer) -> None:
        before = self._standing
        self._reading = False
        self._state = "ready"
        self._standing, self._names, self._now = answer
        self._notice_recovered(before)
        self._jobs.show(self._standing)
        self.changed.emit()

    def _failed(self, _exception) -> None:
        self._reading = False
        self._state = "failed"
        self.changed.emit()

    def _notice_recovered(self, before) -> None:
        troubled = {each.id for each in before.printers if each.trouble is not None} if before else set()
        for each in self._lines():
            if each.trouble is not None:
                if self._recovered == each.id:
                    self._recovered = ""
            elif each.id in troubled:
                self._recovered = each.id
                self._calm.start()

    @Slot()
    def forget_recovered(self):
        """It was long enough to be seen."""
        self._recovered = ""
        self.changed.emit()

    @Property(str, notify=changed)
    def state(self):
        return self._state

    # ---- the printers

    def _lines(self):
        return self._standing.printers if self._standing is not None else ()

    def _shown(self):
        """The printer that is chosen; else the first that is in trouble, then the one printed on first."""
        lines = self._lines()
        chosen = [each for each in lines if each.id == self._chosen]
        troubled = [each for each in lines if each.trouble is not None]
        first = [each for each in lines if each.first]
        return next(iter((*chosen, *troubled, *first, *lines)), None)

    @Property(int, notify=changed)
    def total(self):
        """Printers that there are."""
        return len(self._lines())

    @Property("QVariantList", notify=changed)
    def printers(self):
        """Each printer: as `shown`."""
        shown = self._shown()
        return [{**self._line(each), "chosen": each is shown} for each in self._lines()]

    @Property("QVariantMap", notify=changed)
    def shown(self):
        """The printer that is shown in full: id, name, place, layout, mood, level (its shape), title (what is
        wrong), icon, steps, since, minutes, labels (-1: nobody said), first. Of none at all, what to do."""
        line = self._shown()
        if line is not None:
            return self._line(line)
        words = WORDS[Trouble.NO_PRINTER]
        return {**_NO_LINE, **self._trouble(words), "mood": "trouble", "level": "refuse"}

    @Property(bool, notify=changed)
    def several(self):
        """Whether one of them can be put first."""
        return len(self._lines()) > 1

    def _line(self, line) -> dict:
        say = self.surroundings.words
        mood, level, words = _mood(line)
        return {
            **_NO_LINE,
            **(self._trouble(words) if isinstance(words, TroubleWords) else {"title": say(words)}),
            "id": line.id,
            "name": say(line.name),
            "place": say(line.place),
            "layout": say(self._names.get(line.layout, NOBODY)) or line.layout,
            "mood": mood,
            "level": level,
            "since": clock_text(minute_of_day(line.since)) if line.since is not None else "",
            "minutes": self._minutes(line.since),
            "labels": _labels(line),
            "first": line.first,
            "recovered": line.id == self._recovered,
        }

    def _trouble(self, words) -> dict:
        say = self.surroundings.words
        return {"title": say(words.title), "icon": words.icon, "steps": [say(each) for each in words.steps]}

    def _minutes(self, since) -> int:
        if since is None or self._now is None:
            return 0
        return max(0, int((self._now - since).total_seconds() // 60))

    @Slot(str)
    def choose(self, printer_id):
        """Show this printer in full."""
        self._chosen = printer_id
        self._forget_said()
        self.keep()

    @Slot()
    def print_first(self):
        """New badges go to the printer that is shown, first."""
        line = self._shown()
        if line is not None:
            self._do(lambda kiosk: kiosk.print_queue.print_first_on(line.id))

    # ---- labels

    @Property(bool, notify=changed)
    def entering(self):
        """Whether the number of labels on a new roll is asked."""
        return self._entering

    @Property(str, notify=changed)
    def digits(self):
        """The number that is typed."""
        return self._digits

    @Property("QVariantList", constant=True)
    def rolls(self):
        """Labels of usual rolls."""
        return list(ROLLS)

    @Property(bool, notify=changed)
    def countReady(self):
        return self._digits != "" and not self._busy

    @Slot()
    def ask_labels(self):
        """A new roll is in: how many?"""
        if self._shown() is not None:
            self._entering, self._digits = True, ""
            self._forget_said()
            self.changed.emit()

    @Slot(str)
    def digit(self, digit):
        digits = (self._digits + digit).lstrip("0")
        if len(digits) <= len(str(LABELS_MOST)):
            self._digits = digits
            self.changed.emit()

    @Slot()
    def erase(self):
        self._digits = self._digits[:-1]
        self.changed.emit()

    @Slot(int)
    def roll_of(self, count):
        """A usual roll."""
        self._digits = str(count)
        self.changed.emit()

    @Slot()
    def keep(self):
        """No new roll after all."""
        self._entering, self._digits = False, ""
        self.changed.emit()

    @Slot()
    def load(self):
        """So many labels are in."""
        line = self._shown()
        if self._entering and self.countReady and line is not None:
            count = int(self._digits)
            self._entering, self._digits = False, ""
            self._do(lambda kiosk: kiosk.print_queue.labels_loaded(line.id, count))

    # ---- the test page

    @Slot()
    def test(self):
        """Print a page that names nobody on the printer that is shown, beside the store's thread."""
        line = self._shown()
        if line is None or self._testing or not self._shift.may(Act.PRINTERS):
            return
        self._forget_said()
        self._testing = line.id
        self.ask(
            lambda kiosk: kiosk.print_queue.test_page(line.id),
            lambda handover: self._tested((line.id, handover)),
            lambda _fault: self._tested((line.id, None)),
            worker="printing",
        )
        self.changed.emit()

    def _tested(self, test) -> None:
        self._testing = ""
        self._test = test
        self.changed.emit()

    @Property(bool, notify=changed)
    def testing(self):
        return self._testing != ""

    @Property(str, notify=changed)
    def testState(self):
        """Of the test page of the printer that is shown: nothing, testing, printed, unknown or failed."""
        line = self._shown()
        if line is None or (self._testing or (self._test or ("",))[0]) != line.id:
            return ""
        if self._testing:
            return "testing"
        handover = self._test[1]
        if handover is None or handover.state in (PrintState.FAILED, PrintState.CANCELLED):
            return "failed"
        return "unknown" if handover.state is PrintState.UNKNOWN else "printed"

    @Property(str, notify=changed)
    def testProblem(self):
        """Why the test page did not print."""
        handover = self._test[1] if self._test is not None else None
        trouble = handover.trouble if handover is not None else None
        return self.surroundings.words(WORDS[trouble or Trouble.NOT_DRAWN].title)

    # ---- what is asked of the queue

    def _do(self, work) -> None:
        member = self._shift.member
        if member is None or self._busy:
            return

        def asked(kiosk):
            kiosk.staff_door.require(member.id, Act.PRINTERS)
            return work(kiosk)

        self._busy = True
        self._forget_said()
        self.ask(asked, self._done, self._not_done_now)
        self.changed.emit()

    def _done(self, _answer) -> None:
        self._busy = False
        self.hear()
        self.changed.emit()

    def _not_done_now(self, _exception) -> None:
        self._busy = False
        self._not_done = True
        self.changed.emit()

    def _forget_said(self) -> None:
        self._not_done = False
        self._test = None

    @Property(bool, notify=changed)
    def busy(self):
        return self._busy

    @Property(bool, notify=changed)
    def notDone(self):
        """Whether the last request came to nothing."""
        return self._not_done


_NO_LINE = {
    "id": "",
    "name": "",
    "place": "",
    "layout": "",
    "icon": "printer_well",
    "steps": [],
    "since": "",
    "minutes": 0,
    "labels": -1,
    "first": False,
    "recovered": False,
    "chosen": False,
}


def _labels(line) -> int:
    """How many are left, as far as anybody counts; a printer that is out of paper knows better."""
    counted = line.labels_left is not None and line.trouble is not Trouble.PAPER_OUT
    return line.labels_left if counted else -1


def _mood(line):
    """How a printer does: its mood, the shape of that, and words (TroubleWords of a trouble)."""
    if line.trouble is not None:
        mood = ("waits", "notice") if line.trouble in MENDS_ITSELF else ("trouble", "refuse")
        return *mood, WORDS[line.trouble]
    if not line.looked:
        return "seen", "notice", NOBODY
    if line.warning is not None:
        return "low", "notice", LOW_WORDS.get(line.warning, WORDS[line.warning].title)
    if line.labels_left is not None and line.labels_left <= LABELS_LOW:
        return "low", "notice", LOW_WORDS[Trouble.PAPER_OUT]
    return "well", "admit", NOBODY
