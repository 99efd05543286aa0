"""The badges of this kiosk's queue: what waits, what staff are asked about, what did not come out."""

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.fair import clock_text, minute_of_day
from kiosk.domain.known_words import ago_words
from kiosk.domain.printer_trouble import WORDS
from kiosk.ui.row_model import Rows
from kiosk.ui.staff.shift import told
from kiosk.ui.staff.staff_view import StaffView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

LISTS = ("unknown", "failed", "waiting")
"""What is asked comes before what is lost, and that before what only waits."""
NOT_PRINTED = "not_printed"
"""Why a badge is printed again that did not come out; it stands in the fact."""
SAID_MS = 8000
"""So long it stands what was done last."""
SETTLE_MS = 600
"""A second touch in a hurry must not answer for the next badge."""
NAMES = (
    *("job", "attendee", "who", "at", "printer", "step", "title", "action", "asking"),
    *("sentTo", "heard", "recalled", "sentBy"),
)


@QmlElement
@QmlUncreatable("made by the printers' view")
class PrintJobsModel(StaffView):
    """Three lists. `acted`: the queue was told something, and is to be read again."""

    changed = Signal()
    acted = Signal()

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, shift, parent)
        self._rows = Rows(NAMES, self._row, self)
        surroundings.modes.languageChanged.connect(self._rows.refresh)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self.changed)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(SAID_MS)
        self._calm.timeout.connect(self.forget)
        self._wipe()

    def _wipe(self) -> None:
        self._settling.stop()
        self._calm.stop()
        self._lists = dict.fromkeys(LISTS, ())
        self._counts = dict.fromkeys(LISTS, 0)
        self._listed = ""
        self._skipped = 0
        self._question = None
        self._asking = 0
        self._busy = False
        self._not_done = False
        self._said = None
        self._answered = ""
        self._rows.put(())

    def reset(self) -> None:
        """Wipe."""
        self._wipe()
        super().reset()

    def show(self, standing) -> None:
        """The queue as it was read."""
        lists = {name: getattr(standing, name) for name in LISTS}
        if lists == self._lists:
            return
        self._lists = lists
        self._counts = {name: getattr(standing, f"{name}_count") for name in LISTS}
        self._put()
        self.changed.emit()

    # ---- the lists

    @Property(str, notify=changed)
    def listed(self):
        """unknown, failed or waiting: the one that was chosen, else the first in which there is something."""
        if self._listed:
            return self._listed
        return next((name for name in LISTS if self._lists[name]), "waiting")

    @Slot(str)
    def show_list(self, listed):
        if listed in LISTS:
            self._listed, self._asking = listed, 0
            self._forget_said()
            self._put(first=0)
            self.changed.emit()

    @Property(int, notify=changed)
    def waiting(self):
        return self._counts["waiting"]

    @Property(int, notify=changed)
    def unknown(self):
        return self._counts["unknown"]

    @Property(int, notify=changed)
    def failed(self):
        return self._counts["failed"]

    @Property(Rows, constant=True)
    def rows(self):
        """What waits, or did not come out: of NAMES; `job` and `attendee` are texts."""
        return self._rows

    def _put(self, *, first: int | None = None) -> None:
        listed = self.listed
        self._rows.put(self._lists[listed] if listed != "unknown" else (), first=first)
        self._find_question()

    def _row(self, line) -> dict:
        say = self.surroundings.words
        words = WORDS[line.trouble] if line.trouble is not None else None
        return {
            "job": str(line.job),
            "attendee": str(line.attendee),
            "who": line.who,
            "at": clock_text(minute_of_day(line.at)),
            "printer": say(line.printer),
            "step": str(line.state),
            "title": say(words.title) if words else "",
            "action": say(words.action) if words else "",
            "asking": line.job == self._asking,
            "sentTo": say(line.sent_to),
            "heard": say(ago_words(line.heard)) if line.sent_to is not None else "",
            "recalled": line.recalled,
            "sentBy": say(line.sent_by),
        }

    # ---- did it come out?

    def _find_question(self) -> None:
        before, lines = self._question, self._lists["unknown"]
        kept = next((each for each in lines if before is not None and each.job == before.job), None)
        self._question = kept or (lines[self._skipped % len(lines)] if lines else None)
        if before is not None and self._question is not None and kept is None:
            self._settling.start()

    @Property("QVariantMap", notify=changed)
    def question(self):
        """The badge that staff are asked about: as a row; {} where there is none."""
        return self._row(self._question) if self._question is not None else {}

    @Property(int, notify=changed)
    def number(self):
        """Which of those that are asked about it is, from 1."""
        lines = self._lists["unknown"]
        return next((at for at, each in enumerate(lines, 1) if each is self._question), 0)

    @Property(bool, notify=changed)
    def answerable(self):
        """Whether a touch now is meant for this badge."""
        return self._question is not None and not self._busy and not self._settling.isActive()

    @Slot()
    def skip(self):
        """The next question first."""
        lines = self._lists["unknown"]
        if len(lines) > 1:
            self._skipped = self.number % len(lines)
            self._question = lines[self._skipped]
            self._forget_said()
            self.changed.emit()

    @Slot(bool)
    def answer(self, came_out):
        """Staff have looked: it came out, or it did not."""
        line, member = self._question, self._shift.member
        if line is not None and member is not None and self.answerable:
            self._do(
                lambda kiosk: kiosk.print_queue.answer(line.job, came_out, member.id),
                lambda again: "came_out" if came_out else "again" if again is not None else "not_come_out",
            )

    @Slot(str, bool)
    def answer_for(self, job, came_out):
        """Staff have looked at another kiosk's printer, which does not answer: it came out there, or not."""
        member, wanted = self._shift.member, int(job)
        if member is not None and any(
            each.job == wanted and each.recalled for each in self._lists["waiting"]
        ):
            self._do(
                lambda kiosk: kiosk.print_queue.answer(wanted, came_out, member.id),
                lambda _again: "came_out" if came_out else "not_come_out",
            )

    # ---- taking back, printing again

    @Slot(str)
    def ask_cancel(self, job):
        """Ask once whether it is to be taken back."""
        self._asking = int(job)
        self._forget_said()
        self._rows.refresh()
        self.changed.emit()

    @Slot()
    def keep(self):
        """Not after all."""
        self._asking = 0
        self._rows.refresh()
        self.changed.emit()

    @Slot(str)
    def cancel(self, job):
        """Take a badge back that was asked about."""
        member, wanted = self._shift.member, int(job)
        if member is not None and wanted == self._asking:
            away = any(each.job == wanted and each.sent_to for each in self._lists["waiting"])
            self._do(
                lambda kiosk: kiosk.print_queue.cancel(wanted, member.id),
                lambda done: "cancelled" if done else "recalled" if away else "cancelling",
            )

    @Slot(str)
    def print_again(self, attendee):
        """Ask for a badge again; that it did not come out stands as the reason."""
        member = self._shift.member
        if member is not None:
            self._do(
                lambda kiosk: kiosk.badge_desk.reprint(int(attendee), NOT_PRINTED, member.id),
                lambda ticket: "again" if ticket.job is not None else ticket.words,
            )

    def _do(self, work, outcome) -> None:
        """`outcome`: what became of it, as `answered` says it, or in words."""
        if self._busy:
            return
        self._busy = True
        self._forget_said()
        self.ask(work, lambda answer: self._done(outcome(answer)), self._not_done_now)
        self.changed.emit()

    def _done(self, outcome) -> None:
        self._busy, self._asking = False, 0
        self._answered = outcome if isinstance(outcome, str) else ""
        self._said = outcome if self._answered == "" else None
        self._calm.start()
        self.acted.emit()
        self.changed.emit()

    def _not_done_now(self, fault) -> None:
        self._busy, self._asking = False, 0
        self._said = told(fault)
        self._not_done = self._said is None
        self._rows.refresh()
        self.changed.emit()

    @Slot()
    def forget(self):
        """It was long enough to be read."""
        self._forget_said()
        self.changed.emit()

    def _forget_said(self) -> None:
        self._not_done = False
        self._said = None
        self._answered = ""

    @Property(bool, notify=changed)
    def busy(self):
        return self._busy

    @Property(bool, notify=changed)
    def notDone(self):
        """Whether the last request came to nothing."""
        return self._not_done

    @Property(str, notify=changed)
    def answered(self):
        """What was done last: came_out, not_come_out, again, cancelled, cancelling, recalled, or nothing."""
        return self._answered

    @Property(str, notify=changed)
    def said(self):
        """Why a badge was not asked for again, or nothing."""
        return self.surroundings.words(self._said)
