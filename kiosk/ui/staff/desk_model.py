"""What needs doing, and how the day goes: the first thing that staff see. And the latest decisions."""

from datetime import datetime

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.fair import BEIJING, clock_text, minute_of_day
from kiosk.domain.flow import NEARLY_FULL
from kiosk.ui.row_model import Rows
from kiosk.ui.staff.scanner_needs import scanner_needs
from kiosk.ui.staff.shift import told
from kiosk.ui.staff.staff_view import StaffView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

REFRESH_MS = 5000
GATES_MOST = 6
DECISION_NAMES = ("key", "time", "who", "verdict", "level", "words", "undone", "undoable", "asking")


@QmlElement
@QmlUncreatable("made by the staff page")
class DeskModel(StaffView):
    """States: loading, ready, failed. Read again every five seconds while it is shown.

    What asks once names itself in `asking`: clock, or the decision that is to be undone.
    """

    changed = Signal()
    read = Signal()
    """The day was read."""

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, shift, parent)
        self._decisions = Rows(DECISION_NAMES, self._decision, self)
        surroundings.modes.languageChanged.connect(self._decisions.refresh)
        self._again = QTimer(self)
        self._again.setInterval(REFRESH_MS)
        self._again.timeout.connect(self.refresh)
        self._wipe()

    def _wipe(self) -> None:
        self._again.stop()
        self._state = "loading"
        self._reading = False
        self._needs = ()
        self._summary = None
        self._recent = ()
        self._asking = ""
        self._busy = False
        self._not_done = False
        self._said = None
        self._decisions.put(())

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
        """Read the day again."""
        if self._reading:
            return
        self._reading = True
        self.ask(
            lambda kiosk: (kiosk.fair_day.needs(), kiosk.fair_day.summary(), kiosk.fair_day.recent()),
            self._read,
            self._failed,
        )

    @Slot()
    def retry(self):
        """It could not be read: once more."""
        self._state = "loading"
        self.changed.emit()
        self.refresh()

    def _read(self, day) -> None:
        self._reading = False
        self._state = "ready"
        needs, self._summary, self._recent = day
        self._needs = (*needs, *scanner_needs(self.surroundings.scanners))
        self._decisions.put(self._recent)
        self.read.emit()
        self.changed.emit()

    def _failed(self, _exception) -> None:
        self._reading = False
        self._state = "failed"
        self.changed.emit()

    @Property(str, notify=changed)
    def state(self):
        return self._state

    @Property("QVariantList", notify=changed)
    def needs(self):
        """What needs doing, most harmful first: level, title, detail, leadsTo."""
        say = self.surroundings.words
        return [
            {
                "level": need.level,
                "title": say(need.title),
                "detail": say(need.detail),
                "leadsTo": need.leads_to,
            }
            for need in self._needs
        ]

    # ---- people inside

    @Property(int, notify=changed)
    def inside(self):
        return self._summary.occupancy.inside if self._summary is not None else 0

    @Property(int, notify=changed)
    def capacity(self):
        return self._summary.occupancy.capacity if self._summary is not None else 0

    @Property(float, notify=changed)
    def share(self):
        """People inside as a share of the approved headcount; 0 where none was set."""
        return self.inside / self.capacity if self.capacity else 0.0

    @Property(str, notify=changed)
    def known(self):
        """How far the number of people goes, or nothing."""
        return self.surroundings.words(self._summary.occupancy.known) if self._summary is not None else ""

    @Property(float, constant=True)
    def nearlyFull(self):
        """The share from which staff are warned."""
        return NEARLY_FULL

    @Property(bool, notify=changed)
    def paused(self):
        return self._summary is not None and self._summary.occupancy.paused

    @Property(int, notify=changed)
    def fullInMinutes(self):
        """Minutes until full at the latest rate; -1 where that cannot be said, 0 where it is full."""
        found = self._summary.flow.full_in_min if self._summary is not None else None
        return -1 if found is None else found

    @Property("QVariantList", notify=changed)
    def entries(self):
        """People who went in, span by span, the latest last."""
        return list(self._summary.flow.entries) if self._summary is not None else []

    @Property(int, notify=changed)
    def spanMinutes(self):
        return self._summary.flow.span_min if self._summary is not None else 0

    @Property(str, notify=changed)
    def entriesFrom(self):
        """When the first span begins."""
        return _time(self._summary.flow.starts) if self._summary is not None else ""

    @Property(str, notify=changed)
    def entriesTo(self):
        """When the last span ends."""
        return _time(self._summary.flow.ends) if self._summary is not None else ""

    @Property("QVariantList", notify=changed)
    def gates(self):
        """Admissions by gate: name, admitted, here, others. What is beyond six is added up in a last line:
        it has no name, and `others` are so many gates."""
        rows = self._summary.gates if self._summary is not None else ()
        say = self.surroundings.words
        shown = rows if len(rows) <= GATES_MOST else rows[: GATES_MOST - 1]
        found = [
            {"name": say(row.name), "admitted": row.admitted, "here": row.here, "others": 0} for row in shown
        ]
        rest = rows[len(shown) :]
        if rest:
            admitted = sum(row.admitted for row in rest)
            here = any(row.here for row in rest)
            found.append({"name": "", "admitted": admitted, "here": here, "others": len(rest)})
        return found

    @Property(int, notify=changed)
    def turnout(self):
        """People who came at all today."""
        return self._summary.occupancy.turnout if self._summary is not None else 0

    @Property("QVariantList", notify=changed)
    def halls(self):
        """People in the session behind this door, if it is one, and in each hall: name, inside, capacity."""
        if self._summary is None:
            return []
        occupancy = self._summary.occupancy
        rows = [*([occupancy.session] if occupancy.session is not None else []), *occupancy.halls]
        say = self.surroundings.words
        return [{"name": say(row.name), "inside": row.inside, "capacity": row.capacity} for row in rows]

    # ---- the latest decisions

    @Property("QVariantList", notify=changed)
    def recent(self):
        """The newest decisions: time, who (masked; nothing for nobody), verdict, level (its shape), words
        (why), undone."""
        return [self._decision(row) for row in self._recent]

    @Property(Rows, constant=True)
    def decisions(self):
        """The same as rows of a list, each with what can be done about it."""
        return self._decisions

    def _decision(self, row) -> dict:
        return {
            "key": _key(row),
            "time": _time_s(row.at),
            "who": row.who,
            "verdict": str(row.verdict),
            "level": "staff" if str(row.verdict) == "ask" else str(row.verdict),
            "words": self.surroundings.words(row.words),
            "undone": row.undone,
            "undoable": row.undoable,
            "asking": self._asking == _key(row),
        }

    @Slot(str)
    def ask_undo(self, key):
        """Ask once whether that decision is to be undone."""
        self._ask_for(key)

    @Slot(str)
    def undo(self, key):
        """Take a decision back that was asked about."""
        row = next((each for each in self._recent if _key(each) == key), None)
        if row is not None and self._asking == key:
            self._correct(lambda kiosk, member: kiosk.corrections.undo(row.origin, row.seq, member))

    # ---- what is dealt with here and now

    @Slot()
    def ask_clock(self):
        """Ask once whether the clock is right."""
        self._ask_for("clock")

    @Slot()
    def confirm_clock(self):
        """Staff have looked: it is."""
        if self._asking == "clock":
            self._correct(lambda kiosk, member: kiosk.corrections.confirm_clock(member))

    @Slot()
    def see_rescue(self):
        """Staff have read that the store was rescued."""
        self._correct(lambda kiosk, member: kiosk.corrections.see_rescue(member))

    @Slot()
    def keep(self):
        """Not after all."""
        self._ask_for("")

    @Property(str, notify=changed)
    def asking(self):
        return self._asking

    @Property(bool, notify=changed)
    def busy(self):
        return self._busy

    @Property(bool, notify=changed)
    def notDone(self):
        """Whether the last correction came to nothing."""
        return self._not_done

    @Property(str, notify=changed)
    def said(self):
        """What became of the last correction, or nothing."""
        return self.surroundings.words(self._said)

    def say(self, words) -> None:
        """What became of something that was done elsewhere on the page."""
        self._said, self._not_done = words, False
        self.changed.emit()

    def _ask_for(self, what: str) -> None:
        if not self._busy:
            self._asking = what
            self._said, self._not_done = None, False
            self._decisions.refresh()
            self.changed.emit()

    def _correct(self, work) -> None:
        member = self._shift.member
        if member is None or self._busy:
            return
        self._busy, self._said, self._not_done = True, None, False
        self.ask(lambda kiosk: work(kiosk, member.id), self._corrected, self._not_corrected)
        self.changed.emit()

    def _corrected(self, correction) -> None:
        self._busy, self._asking, self._said = False, "", correction.words
        self._decisions.refresh()
        self._reading = False  # what is being read already is older than the correction
        self.refresh()
        self.changed.emit()

    def _not_corrected(self, fault) -> None:
        self._busy, self._asking, self._said = False, "", told(fault)
        self._not_done = self._said is None
        self._decisions.refresh()
        self.changed.emit()


def _key(row) -> str:
    """Names a decision: its place in a journal."""
    return f"{row.origin}:{row.seq}"


def _time(moment: datetime) -> str:
    return clock_text(minute_of_day(moment))


def _time_s(moment: datetime) -> str:
    return f"{_time(moment)}:{moment.astimezone(BEIJING).second:02d}"
