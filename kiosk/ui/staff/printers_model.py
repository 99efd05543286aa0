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
_NOBODY = Words("未识别", "Unknown")
_TESTED = Words("测试页已打出，请看打印机", "The test page was printed. Please look at the printer.")
_NOT_TESTED = Words("测试页画不出来，请联系主办方", "The test page could not be drawn. Ask the organiser.")
_NOT_DONE = Words("没有办成，请再试一次", "That did not work. Please try again.")


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
        self._testing = False
        self._said = None
        self._tested = None

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
                "who": line.who or say(_NOBODY),
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
        self.ask(
            lambda kiosk: kiosk.badge_desk.reprint(int(attendee), NOT_PRINTED, member.id),
            self._requested,
            lambda _fault: self._say(_NOT_DONE),
        )
        self.changed.emit()

    def _requested(self, ticket) -> None:
        self._say(ticket.words)
        self.refresh()

    @Slot()
    def test(self):
        """Print a page that names nobody, beside the store's thread."""
        if self._testing:
            return
        self._testing = True
        self._tested = None
        self.ask(
            lambda kiosk: kiosk.print_queue.test_page(),
            lambda outcome: self._test_ends(outcome.problem or _TESTED),
            lambda _fault: self._test_ends(_NOT_TESTED),
            worker="printing",
        )
        self.changed.emit()

    def _test_ends(self, words: Words) -> None:
        self._testing = False
        self._tested = words
        self.changed.emit()

    def _say(self, words: Words) -> None:
        self._busy = False
        self._said = words
        self.changed.emit()

    @Property(bool, notify=changed)
    def busy(self):
        return self._busy

    @Property(bool, notify=changed)
    def testing(self):
        """Whether the test page is being printed."""
        return self._testing

    @Property(str, notify=changed)
    def tested(self):
        """What became of the last test page, or nothing."""
        return self.surroundings.words(self._tested)

    @Property(str, notify=changed)
    def said(self):
        """What became of the last badge that was asked for again, or nothing."""
        return self.surroundings.words(self._said)
