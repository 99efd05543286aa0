"""Which of the installed fairs this kiosk is at, and whether it rehearses."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain import keeper_words
from kiosk.ui.row_model import Rows
from kiosk.ui.staff.staff_view import StaffView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

ROW_NAMES = ("fair", "title", "venue", "days", "here", "when", "chosen")


@QmlElement
@QmlUncreatable("made by the staff page")
class FairModel(StaffView):
    """States: loading, ready, failed. `asking`: nothing, fair, rehearse or end (of the rehearsal)."""

    changed = Signal()
    chosen = Signal()
    """Something else is kept: whoever opens the services opens them anew, and whoever is signed in is no
    longer."""

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, shift, parent)
        self._rows = Rows(ROW_NAMES, self._row, self)
        surroundings.modes.languageChanged.connect(self._rows.refresh)
        self._wipe()

    def _wipe(self) -> None:
        self._state = "loading"
        self._standing = None
        self._asking = ""
        self._fair = ""
        self._trial = None
        self._busy = False
        self._said = None
        self._not_kept = False
        self._rows.turn_to(0)
        self._rows.put(())

    def entered(self, _argument: str) -> None:
        """The view is being shown."""
        self.ask(lambda kiosk: kiosk.station().fair.standing(), self._read, self._failed)

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
        self._rows.put(standing.lines)
        self.changed.emit()

    def _failed(self, _exception) -> None:
        self._state = "failed"
        self.changed.emit()

    def _row(self, line) -> dict:
        fair, say = line.fair, self.surroundings.words
        days = [each.day for each in fair.days]
        return {
            "fair": fair.id,
            "title": self.surroundings.title(fair.name),
            "venue": self.surroundings.title(fair.venue),
            "days": say(keeper_words.days_words(min(days), max(days))),
            "here": fair.here,
            "when": "today" if line.today else "over" if line.over else "",
            "chosen": self._asking == "fair" and fair.id == self._fair,
        }

    @Property(str, notify=changed)
    def state(self):
        return self._state

    @Property(Rows, constant=True)
    def rows(self):
        """Today's fairs first."""
        return self._rows

    @Property(int, notify=changed)
    def unread(self):
        """Packs that could not be read."""
        return self._standing.unread if self._standing is not None else 0

    @Property(bool, notify=changed)
    def rehearsing(self):
        return self._standing is not None and self._standing.rehearsing

    @Property(int, notify=changed)
    def rehearsed(self):
        """People let in at the rehearsal."""
        return self._standing.rehearsed if self._standing is not None else 0

    # ---- asks once

    @Property(str, notify=changed)
    def asking(self):
        return self._asking

    @Property(str, notify=changed)
    def asked(self):
        """The fair that is asked about."""
        line = next((each for each in self._rows.items if each.fair.id == self._fair), None)
        return self.surroundings.title(line.fair.name) if line is not None else ""

    @Property(int, notify=changed)
    def chosenRow(self):
        """Where it stands in the list; -1 where no fair is asked about."""
        wanted = self._fair if self._asking == "fair" else ""
        return next((at for at, each in enumerate(self._rows.items) if each.fair.id == wanted), -1)

    @Property(str, notify=changed)
    def remark(self):
        """What follows for this kiosk's place, or why that fair cannot be opened."""
        if self._trial is None:
            return ""
        if self._trial.problem is not None:
            return self.surroundings.words(self._trial.problem)
        return "" if self._trial.has_place else self.surroundings.words(keeper_words.PLACE_ANEW)

    @Property(bool, notify=changed)
    def possible(self):
        """Whether what is asked about can be done."""
        tried = self._asking != "fair" or (self._trial is not None and self._trial.problem is None)
        return tried and not self._busy

    @Slot(str)
    def choose(self, fair):
        """Touched in the list: it is tried whether it opens, then asked about."""
        line = next((each for each in self._rows.items if each.fair.id == fair), None)
        if line is None or line.fair.here or self._busy:
            return
        self._ask_for("fair", fair)
        self.ask(lambda kiosk: kiosk.station().fair.trial(fair), self._tried, self._not_done)

    def _tried(self, trial) -> None:
        self._trial = trial
        self.changed.emit()

    @Slot()
    def ask_rehearsal(self):
        """Start one, or end the one that is on."""
        self._ask_for("end" if self.rehearsing else "rehearse", "")

    def _ask_for(self, what: str, fair: str) -> None:
        self._asking, self._fair, self._trial = what, fair, None
        self._said, self._not_kept = None, False
        self._rows.refresh()
        self.changed.emit()

    @Slot()
    def keep(self):
        """Not after all."""
        if not self._busy:
            self._ask_for("", "")

    @Slot()
    def sure(self):
        """Do what is asked about."""
        member, what, fair = self._shift.member, self._asking, self._fair
        if member is None or not what or not self.possible:
            return
        self._busy = True

        def work(kiosk):
            choice = kiosk.station().fair
            if what == "fair":
                return choice.choose(fair, member.id)
            choice.rehearse(what == "rehearse", member.id)
            return None

        self.ask(work, self._done, self._not_done)
        self.changed.emit()

    def _done(self, refusal) -> None:
        self._busy = False
        if refusal is None:
            self.chosen.emit()
        else:
            self._said, self._not_kept = refusal.words, True
            self.changed.emit()

    def _not_done(self, exception) -> None:
        self._busy = False
        self._said, self._not_kept = getattr(exception, "words", None), True
        self.changed.emit()

    @Property(bool, notify=changed)
    def notKept(self):
        """Whether the last thing could not be done."""
        return self._not_kept

    @Property(str, notify=changed)
    def said(self):
        """Why, where that is known."""
        return self.surroundings.words(self._said)
