"""The day's sessions: what is on now, what comes next, and in how many minutes."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.fair import BEIJING, Fair, Session, clock_text, minute_of_day
from kiosk.ui.find.row_model import PagedRows
from kiosk.ui.page_model import PageModel, Surroundings

if TYPE_CHECKING:
    from collections.abc import Sequence

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

ROW_NAMES = ("starts", "ends", "kind", "title", "place", "seats", "stage", "minutes")
TICK_MS = 20_000
WHOLE_DAY_MIN = (9 * 60, 16 * 60)
"""The time line's span where the fair does not say."""


def day_shown(sessions: "Sequence[Session]", today: date) -> date | None:
    """Today where it has sessions, else the next day that has, else the last."""
    days = sorted({session.day for session in sessions})
    return next((day for day in days if day >= today), days[-1] if days else None)


def lanes(sessions: "Sequence[Session]") -> list[int]:
    """A lane for each session, in order of start, so that none overlap in one lane."""
    free_from: list[int] = []
    found: list[int] = []
    for session in sessions:
        lane = next((i for i, free in enumerate(free_from) if free <= session.slot.start_min), len(free_from))
        if lane == len(free_from):
            free_from.append(0)
        free_from[lane] = session.slot.end_min
        found.append(lane)
    return found


@QmlElement
@QmlUncreatable("made by the window")
class ProgrammeModel(PageModel):
    """The programme page; keeps step with the fair's clock while it is shown."""

    changed = Signal()

    def __init__(self, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(surroundings, parent)
        self._rows = PagedRows(ROW_NAMES, self)
        self._sessions: tuple[Session, ...] = ()
        self._fair: Fair | None = None
        self._now: datetime | None = None
        self._kind = ""
        self._state = "loading"
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._read)
        self.changed.connect(self._put_rows)

    def attached(self) -> None:
        """The services are there."""
        self._read()

    def entered(self, _argument: str) -> None:
        """The page is shown."""
        self._kind = ""
        self._tick.start()
        self._read()

    @Slot()
    def again(self) -> None:
        """Try once more to load what could not be loaded."""
        self._read()

    def reset(self) -> None:
        """The next visitor sees all kinds."""
        self._kind = ""
        super().reset()

    def _read(self) -> None:
        if self.surroundings.navigation.page != "programme":
            self._tick.stop()
        self.ask(
            lambda kiosk: (kiosk.directory.programme(), kiosk.fair, kiosk.clock.now()),
            self._show,
            self._failed,
        )

    def _failed(self, _exception) -> None:
        self._state = "failed"
        self.changed.emit()

    def _show(self, read) -> None:
        first = self._now is None
        self._sessions, self._fair, self._now = read
        self._state = "ready"
        self.changed.emit()
        if first:
            self._turn_to_next()

    # ---- the day

    def _today(self) -> tuple[Session, ...]:
        if self._now is None:
            return ()
        day = day_shown(self._sessions, self._now.astimezone(BEIJING).date())
        return tuple(session for session in self._sessions if session.day == day)

    def _listed(self) -> tuple[Session, ...]:
        return tuple(each for each in self._today() if not self._kind or each.kind.value == self._kind)

    def _minute(self) -> int:
        """Minutes since midnight; before or after the day that is shown: before or after all of it."""
        today = self._today()
        if self._now is None or not today:
            return 0
        date_now = self._now.astimezone(BEIJING).date()
        if date_now == today[0].day:
            return minute_of_day(self._now)
        return -1 if date_now < today[0].day else 24 * 60

    def _session_state(self, session: Session) -> str:
        minute = self._minute()
        if minute >= session.slot.end_min:
            return "over"
        if minute >= session.slot.start_min:
            return "on"
        coming = [each.slot.start_min for each in self._today() if each.slot.start_min > minute]
        return "next" if minute >= 0 and coming and session.slot.start_min == coming[0] else "later"

    def _put_rows(self) -> None:
        minute = self._minute()
        self._rows.put(
            [
                {
                    "starts": clock_text(session.slot.start_min),
                    "ends": clock_text(session.slot.end_min),
                    "kind": session.kind.value,
                    "title": self.surroundings.title(session.title),
                    "place": session.place,
                    "seats": session.seats,
                    "stage": self._session_state(session),
                    "minutes": session.slot.start_min - minute,
                }
                for session in self._listed()
            ]
        )

    def _turn_to_next(self) -> None:
        listed = self._listed()
        index = next((i for i, each in enumerate(listed) if self._session_state(each) != "over"), 0)
        self._rows.turn_to(self._rows.page_of(index))

    @Slot(str)
    def showKind(self, kind: str) -> None:
        """Only talks, lectures or exchanges; an empty kind shows all."""
        self._kind = kind
        self.changed.emit()
        self._turn_to_next()

    # ---- what the page shows

    @Property(str, notify=changed)
    def state(self):
        """loading, ready or failed."""
        return self._state

    @Property(PagedRows, constant=True)
    def rows(self):
        """The day's sessions, a page at a time."""
        return self._rows

    @Property(int, notify=changed)
    def comingCount(self):
        """Sessions that have not ended."""
        return sum(self._session_state(each) != "over" for each in self._today())

    @Property(int, notify=changed)
    def morningCount(self):
        """Those of them that start before noon."""
        return sum(
            self._session_state(each) != "over" and each.slot.start_min < 12 * 60 for each in self._today()
        )

    @Property(int, notify=changed)
    def dayCount(self):
        """Sessions of the day."""
        return len(self._today())

    @Property(str, notify=changed)
    def otherDay(self):
        """The day shown as month and day ("11 28") where it is not today."""
        today = self._today()
        if self._now is None or not today or today[0].day == self._now.astimezone(BEIJING).date():
            return ""
        return f"{today[0].day.month} {today[0].day.day}"

    @Property(str, notify=changed)
    def kind(self):
        """The kind the list is narrowed to, or nothing."""
        return self._kind

    @Property("QVariantList", notify=changed)
    def kinds(self):
        """The chips: kinds that have sessions today, with their counts."""
        counts: dict[str, int] = {}
        for session in self._today():
            counts[session.kind.value] = counts.get(session.kind.value, 0) + 1
        return [{"kind": kind, "count": count, "on": kind == self._kind} for kind, count in counts.items()]

    def _span(self) -> tuple[int, int]:
        today = self._today()
        day = self._fair.day(today[0].day) if self._fair and today else None
        opens, closes = (day.opens_min, day.closes_min) if day else WHOLE_DAY_MIN
        opens = min([opens, *(each.slot.start_min for each in today)])
        closes = max([closes, *(each.slot.end_min for each in today)])
        return opens // 60 * 60, -(-closes // 60) * 60

    @Property(int, notify=changed)
    def firstHour(self):
        """Where the time line starts, in hours."""
        return self._span()[0] // 60

    @Property(int, notify=changed)
    def lastHour(self):
        """Where the time line ends, in hours."""
        return self._span()[1] // 60

    @Property(float, notify=changed)
    def nowShare(self):
        """Where now lies on the time line, 0 to 1; -1 outside."""
        first, last = self._span()
        share = (self._minute() - first) / (last - first)
        return share if 0 <= share <= 1 else -1.0

    @Property("QVariantList", notify=changed)
    def bars(self):
        """The time line's bars: from and to (0 to 1), lane, kind, state."""
        today = self._today()
        first, last = self._span()
        return [
            {
                "from": (session.slot.start_min - first) / (last - first),
                "to": (session.slot.end_min - first) / (last - first),
                "lane": lane,
                "kind": session.kind.value,
                "state": self._session_state(session),
            }
            for session, lane in zip(today, lanes(today), strict=True)
        ]

    @Property(int, notify=changed)
    def laneCount(self):
        """Lanes that the bars need."""
        return max(lanes(self._today()), default=0) + 1
