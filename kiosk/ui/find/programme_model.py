"""A day's sessions: what is on now, what comes next, and in how many minutes."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.dates import date_words
from kiosk.domain.fair import BEIJING, Fair, Session, clock_text
from kiosk.ui.find.session_time import NOT_SAID, is_today, minute_on, minutes_until, seats_said, stage_of
from kiosk.ui.page_model import PageModel, Surroundings
from kiosk.ui.row_model import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

ROW_NAMES = ("ref", "starts", "ends", "kind", "title", "place", "seats", "free", "stage", "minutes")
TICK_MS = 20_000
DAYS_MOST = 3
"""Of the day switch; a longer fair's others come as one goes along."""
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
        self._rows = Rows(ROW_NAMES, self._row_of, self)
        self._sessions: tuple[Session, ...] = ()
        self._left: Mapping[str, int] = {}
        """Seats that are left, where doors count."""
        self._fair: Fair | None = None
        self._now: datetime | None = None
        self._kind = ""
        self._chosen_day: date | None = None
        """The day that the visitor turned to; None for the day that is on."""
        self._state = "loading"
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._read)
        surroundings.modes.languageChanged.connect(self._rows.refresh)

    def attached(self) -> None:
        """The services are there; the page may have been opened before."""
        if self.surroundings.navigation.page == "programme":
            self._read()

    def entered(self, _argument: str) -> None:
        """The page is shown; coming back from a session, it stands as it was left."""
        self._tick.start()
        self._read()

    @Slot()
    def again(self) -> None:
        """Try once more to load what could not be loaded."""
        self._state = "loading"
        self._read()
        self.changed.emit()

    def reset(self) -> None:
        """The next visitor sees all kinds of the day that is on."""
        self._kind = ""
        self._chosen_day = None
        self._tick.stop()
        self._put_rows()
        self._turn_to_next()
        super().reset()

    @Slot()
    def _read(self) -> None:
        if self.surroundings.navigation.page != "programme":
            self._tick.stop()
        self.ask(
            lambda kiosk: (
                kiosk.directory.programme(),
                kiosk.fair,
                kiosk.clock.now(),
                kiosk.programme.seats(),
            ),
            self._show,
            self._failed,
        )

    def _failed(self, _exception) -> None:
        self._state = "failed"
        self.changed.emit()

    def _show(self, read) -> None:
        first, before = self._now is None, self._said()
        self._sessions, self._fair, self._now, self._left = read
        self._state = "ready"
        if before == self._said():
            return  # the page says so already: to draw it again would cost a frame
        self._put_rows()
        self.changed.emit()
        if first:
            self._turn_to_next()

    def _said(self) -> tuple:
        """All that the page is made of."""
        return self._state, self._sessions, self._fair, _minute(self._now), self._left

    # ---- the day

    def _shown_day(self) -> date | None:
        if self._now is None:
            return None
        return self._chosen_day or day_shown(self._sessions, self._now.astimezone(BEIJING).date())

    def _of_day(self) -> tuple[Session, ...]:
        day = self._shown_day()
        return tuple(session for session in self._sessions if session.day == day)

    def _listed(self) -> tuple[Session, ...]:
        return tuple(each for each in self._of_day() if not self._kind or each.kind.value == self._kind)

    def _stage(self, session: Session) -> str:
        """over, on, next (of its day, where that is today) or later."""
        if self._now is None:
            return "later"
        stage = stage_of(session, self._now)
        if stage != "later" or not is_today(session.day, self._now):
            return stage
        coming = (each.slot.start_min for each in self._of_day() if minutes_until(each, self._now) > 0)
        return "next" if session.slot.start_min == min(coming) else "later"

    def _coming(self) -> list[Session]:
        return [each for each in self._of_day() if self._now and stage_of(each, self._now) != "over"]

    def _put_rows(self) -> None:
        self._rows.put(self._listed())

    def _row_of(self, session: Session) -> dict:
        return {
            "ref": session.id,
            "starts": clock_text(session.slot.start_min),
            "ends": clock_text(session.slot.end_min),
            "kind": session.kind.value,
            "title": self.surroundings.title(session.title),
            "place": session.place,
            "seats": session.seats,
            "free": seats_said(session, self._now, self._left.get(session.id)) if self._now else NOT_SAID,
            "stage": self._stage(session),
            "minutes": minutes_until(session, self._now) if self._now else 0,
        }

    def _turn_to_next(self) -> None:
        listed = self._listed()
        index = next((i for i, each in enumerate(listed) if self._stage(each) != "over"), 0)
        self._rows.turn_to(index)

    @Slot(str)
    def showKind(self, kind: str) -> None:
        """Only talks, lectures or exchanges; an empty kind shows all."""
        self._kind = kind
        self._put_rows()
        self.changed.emit()
        self._turn_to_next()

    @Slot(str)
    def showDay(self, day: str) -> None:
        """Turn to another day of the fair, given as 2026-11-29."""
        self._chosen_day = date.fromisoformat(day)
        self._kind = ""
        self._put_rows()
        self.changed.emit()
        self._turn_to_next()

    @Slot(str)
    def openSession(self, ref: str) -> None:
        """A row was touched: show that session."""
        self.surroundings.navigation.open("session", ref)

    # ---- what the page shows

    @Property(str, notify=changed)
    def state(self):
        """loading, ready or failed."""
        return self._state

    @Property(Rows, constant=True)
    def rows(self):
        """The day's sessions."""
        return self._rows

    @Property(int, notify=changed)
    def comingCount(self):
        """Sessions that have not ended."""
        return len(self._coming())

    @Property(int, notify=changed)
    def morningCount(self):
        """Those of them that start before noon."""
        return sum(each.slot.start_min < 12 * 60 for each in self._coming())

    @Property(int, notify=changed)
    def dayCount(self):
        """Sessions of the day."""
        return len(self._of_day())

    @Property(str, notify=changed)
    def otherDay(self):
        """The day that is shown (11月29日, 29 Nov), where it is not today."""
        day = self._shown_day()
        if self._now is None or day is None or is_today(day, self._now):
            return ""
        return self.surroundings.words(date_words(day))

    @Property("QVariantList", notify=changed)
    def days(self):
        """The day switch: id, name and whether it is shown, for the shown day and those beside it."""
        fair_days = [each.day for each in self._fair.days] if self._fair else []
        days = sorted({*fair_days, *(each.day for each in self._sessions)})
        shown = self._shown_day()
        at = days.index(shown) if shown in days else 0
        start = max(0, min(at - 1, len(days) - DAYS_MOST))
        return [
            {
                "id": day.isoformat(),
                "name": self.surroundings.words(date_words(day)),
                "on": day == shown,
            }
            for day in days[start : start + DAYS_MOST]
        ]

    @Property(str, notify=changed)
    def kind(self):
        """The kind the list is narrowed to, or nothing."""
        return self._kind

    @Property("QVariantList", notify=changed)
    def kinds(self):
        """The chips: kinds that have sessions today, with their counts."""
        counts: dict[str, int] = {}
        for session in self._of_day():
            counts[session.kind.value] = counts.get(session.kind.value, 0) + 1
        return [{"kind": kind, "count": count, "on": kind == self._kind} for kind, count in counts.items()]

    def _span(self) -> tuple[int, int]:
        sessions = self._of_day()
        day = self._fair.day(sessions[0].day) if self._fair and sessions else None
        opens, closes = (day.opens_min, day.closes_min) if day else WHOLE_DAY_MIN
        opens = min([opens, *(each.slot.start_min for each in sessions)])
        closes = max([closes, *(each.slot.end_min for each in sessions)])
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
        day = self._shown_day()
        if self._now is None or day is None:
            return -1.0
        share = (minute_on(day, self._now) - first) / (last - first)
        return share if 0 <= share <= 1 else -1.0

    @Property("QVariantList", notify=changed)
    def bars(self):
        """The time line's bars: from and to (0 to 1), lane, kind, state."""
        sessions = self._of_day()
        first, last = self._span()
        return [
            {
                "from": (session.slot.start_min - first) / (last - first),
                "to": (session.slot.end_min - first) / (last - first),
                "lane": lane,
                "kind": session.kind.value,
                "state": self._stage(session),
            }
            for session, lane in zip(sessions, lanes(sessions), strict=True)
        ]

    @Property(int, notify=changed)
    def laneCount(self):
        """Lanes that the bars need."""
        return max(lanes(self._of_day()), default=0) + 1


def _minute(moment: datetime | None) -> datetime | None:
    """A moment without its seconds: the page shows none."""
    return moment.replace(second=0, microsecond=0) if moment is not None else None
