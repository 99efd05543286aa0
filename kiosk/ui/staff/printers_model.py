"""The printer of this kiosk: its state, what waits, what did not print, and a test page."""

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.fair import Words, clock_text, minute_of_day
from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

REFRESH_MS = 5000
NOT_PRINTED = "not_printed"
"""Why a badge is printed again; it stands in the fact."""


@QmlElement
@QmlUncreatable("made by the staff page")
class PrintersModel(PageModel):
    """States: loading, ready, failed. Moods: none (chosen), failing, waiting, well."""

    changed = Signal()

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, parent)
        self._shift = shift
        self._again = QTimer(self)
        self._again.setInterval(REFRESH_MS)
        self._again.timeout.connect(self.refresh)
        self._wipe()

    def _wipe(self) -> None:
        self._again.stop()
        self._state = "loading"
        self._reading = False
        self._standing = None
        self._busy = False
        self._said = None
        self._not_done = False
        self._test = ""
        self._test_problem = None

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
        """Read the queue again."""
        if not self._reading:
            self._reading = True
            self.ask(lambda kiosk: kiosk.print_queue.standing(), self._read, self._failed)

    @Slot()
    def retry(self):
        """It could not be read: once more."""
        self._state = "loading"
        self.changed.emit()
        self.refresh()

    def _read(self, standing) -> None:
        self._reading = False
        self._state = "ready"
        self._standing = standing
        self.changed.emit()

    def _failed(self, _exception) -> None:
        self._reading = False
        self._state = "failed"
        self.changed.emit()

    @Property(str, notify=changed)
    def state(self):
        return self._state

    @Property(str, notify=changed)
    def mood(self):
        """How the printer does: none, failing, waiting or well."""
        if self._standing is None:
            return ""
        if not self._standing.chosen:
            return "none"
        if self._standing.failed:
            return "failing"
        return "waiting" if self._standing.waiting else "well"

    @Property(str, notify=changed)
    def name(self):
        """What staff call the printer."""
        return self.surroundings.words(self._standing.name) if self._standing is not None else ""

    @Property("QVariantList", notify=changed)
    def waiting(self):
        """Badges that wait: who (masked), at."""
        return self._lines(self._standing.waiting if self._standing is not None else ())

    @Property("QVariantList", notify=changed)
    def failed(self):
        """Badges that did not print: attendee, who (masked), at, problem."""
        return self._lines(self._standing.failed if self._standing is not None else ())

    def _lines(self, lines) -> list[dict[str, str]]:
        say = self.surroundings.words
        return [
            {
                "attendee": str(line.attendee),
                "who": line.who,
                "at": clock_text(minute_of_day(line.at)),
                "problem": say(line.problem),
            }
            for line in lines
        ]

    @Slot(str)
    def print_again(self, attendee):
        """Ask for the badge again; that it did not print stands as the reason."""
        member = self._shift.member
        if member is None or self._busy:
            return
        self._busy = True
        self._said = None
        self._not_done = False
        self.ask(
            lambda kiosk: kiosk.badge_desk.reprint(int(attendee), NOT_PRINTED, member.id),
            self._requested,
            self._not_requested,
        )
        self.changed.emit()

    def _requested(self, ticket) -> None:
        self._busy = False
        self._said = ticket.words
        self.refresh()
        self.changed.emit()

    def _not_requested(self, _exception) -> None:
        self._busy = False
        self._not_done = True
        self.changed.emit()

    @Slot()
    def test(self):
        """Print a page that names nobody, beside the store's thread."""
        if self._test == "testing":
            return
        self._test = "testing"
        self._test_problem = None
        self.ask(
            lambda kiosk: kiosk.print_queue.test_page(),
            lambda outcome: self._test_ends("failed" if outcome.problem else "printed", outcome.problem),
            lambda _fault: self._test_ends("not_drawn", None),
            worker="printing",
        )
        self.changed.emit()

    def _test_ends(self, how: str, problem: Words | None) -> None:
        self._test = how
        self._test_problem = problem
        self.changed.emit()

    @Property(bool, notify=changed)
    def busy(self):
        return self._busy

    @Property(str, notify=changed)
    def testState(self):
        """Of the test page: nothing, testing, printed, failed or not_drawn."""
        return self._test

    @Property(str, notify=changed)
    def testProblem(self):
        """Why the test page did not print."""
        return self.surroundings.words(self._test_problem)

    @Property(bool, notify=changed)
    def notDone(self):
        """Whether the last badge could not be asked for again."""
        return self._not_done

    @Property(str, notify=changed)
    def said(self):
        """What became of the last badge that was asked for again, or nothing."""
        return self.surroundings.words(self._said)
