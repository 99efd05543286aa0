"""What needs doing, and how the day goes: the first thing that staff see."""

from datetime import datetime

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.fair import BEIJING, clock_text, minute_of_day
from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

REFRESH_MS = 5000
NEARLY_FULL = 0.9
"""Share of the approved headcount from which staff are warned."""
GATES_MOST = 6


@QmlElement
@QmlUncreatable("made by the staff page")
class DeskModel(PageModel):
    """States: loading, ready, failed. Read again every five seconds while it is shown."""

    changed = Signal()
    read = Signal()
    """The day was read."""

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
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
        self._needs, self._summary, self._recent = day
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

    @Property("QVariantList", notify=changed)
    def recent(self):
        """The newest decisions: time, who (masked; nothing for nobody), verdict, level (its shape)."""
        return [
            {
                "time": _time_s(row.at),
                "who": row.who,
                "verdict": str(row.verdict),
                "level": "staff" if str(row.verdict) == "ask" else str(row.verdict),
            }
            for row in self._recent
        ]


def _time(moment: datetime) -> str:
    return clock_text(minute_of_day(moment))


def _time_s(moment: datetime) -> str:
    return f"{_time(moment)}:{moment.astimezone(BEIJING).second:02d}"
