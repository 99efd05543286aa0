"""The attract page: what this kiosk does and what is on today, until somebody touches the screen or scans."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.dates import date_words
from kiosk.domain.fair import BEIJING, Session
from kiosk.domain.words import Words
from kiosk.ui.find.session_time import stage_of
from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

SESSIONS_MOST = 3
"""Of the programme: what is on, and what comes next."""
TICK_MS = 20_000
"""So often the page looks at the clock, and stands a little aside from where it stood."""
ASIDE_STEPS = 16
"""Places on the small circle on which the page goes round, so that nothing burns in: in five minutes."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is still to come of a programme.

    `when` is today, tomorrow or later (the first day that has any); over, where today had sessions and there
    are no more; or "" where there is nothing to say. `over` says that today's sessions have all ended.
    """

    when: str = ""
    day: date | None = None
    sessions: tuple[Session, ...] = ()
    over: bool = False


def ahead(sessions: Sequence[Session], now: datetime, most: int = SESSIONS_MOST) -> Ahead:
    """The next sessions of the day that has any, those that are on among them; of one day only."""
    today = now.astimezone(BEIJING).date()
    had_some = any(each.day == today for each in sessions)
    coming = [each for each in sessions if stage_of(each, now) != "over"]
    if not coming:
        return Ahead("over", today, over=True) if had_some else Ahead()
    day = min(each.day for each in coming)
    of_day = sorted((each for each in coming if each.day == day), key=lambda each: each.slot.start_min)
    when = "today" if day == today else "tomorrow" if day == today + timedelta(days=1) else "later"
    return Ahead(when, day, tuple(of_day[:most]), over=had_some and day != today)


@QmlElement
@QmlUncreatable("made by the window")
class AttractModel(PageModel):
    """The fair, its stalls by zone, and its next sessions. Nothing here is personal.

    While the page is shown it looks at the clock every 20 s and changes only what has changed.
    """

    changed = Signal()
    movedAside = Signal()

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._plan = None
        self._sessions: tuple[Session, ...] = ()
        self._ahead = Ahead()
        self._on: frozenset[str] = frozenset()
        self._aside = 0
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.tick)
        surroundings.navigation.pageChanged.connect(self._page_changed)

    def attached(self) -> None:
        """The services are there: read the plan. Without one the page has no squares and no counts."""
        self._plan = None
        self._sessions, self._ahead = (), Ahead()
        self.changed.emit()
        self.ask(lambda kiosk: kiosk.directory.plan(), self._read, lambda _exception: None)
        self._read_programme()

    def entered(self, _argument: str) -> None:
        """The page is shown."""
        self._tick.start()
        self._read_programme()

    def reset(self) -> None:
        """Nothing personal is kept here; an answer on its way stays welcome."""

    @Slot()
    def tick(self) -> None:
        """Time has passed."""
        self._aside = (self._aside + 1) % ASIDE_STEPS
        self.movedAside.emit()
        self._look_ahead()

    @Slot()
    def _page_changed(self) -> None:
        if self.surroundings.navigation.page != "attract":
            self._tick.stop()

    def _read_programme(self) -> None:
        """A programme that cannot be read is not spoken of; whoever opens it is told."""
        self.ask(lambda kiosk: kiosk.directory.programme(), self._read_sessions, lambda _exception: None)

    def _read_sessions(self, sessions) -> None:
        self._sessions = tuple(sessions)
        self._look_ahead()

    def _look_ahead(self) -> None:
        kiosk = self.surroundings.kiosk
        if kiosk is None:
            return
        now = kiosk.clock.now()
        found = ahead(self._sessions, now)
        on = frozenset(each.id for each in found.sessions if stage_of(each, now) == "on")
        if (found, on) != (self._ahead, self._on):
            self._ahead, self._on = found, on
            self.changed.emit()

    @Property(float, notify=movedAside)
    def aside(self):
        """Where on its small circle the page stands, 0 to 1."""
        return self._aside / ASIDE_STEPS

    @Property(str, notify=changed)
    def fairZh(self):
        kiosk = self.surroundings.kiosk
        return kiosk.fair.name.zh if kiosk is not None else ""

    @Property(str, notify=changed)
    def fairEn(self):
        kiosk = self.surroundings.kiosk
        return kiosk.fair.name.en if kiosk is not None else ""

    @Property(bool, notify=changed)
    def schoolsHost(self):
        """Whether schools host the stalls and employers visit them."""
        kiosk = self.surroundings.kiosk
        return kiosk is not None and kiosk.fair.kind == "reverse"

    @Property(int, notify=changed)
    def stalls(self):
        return len(self._plan.stalls) if self._known() else 0

    @Property(int, notify=changed)
    def levels(self):
        return len(self._plan.levels) if self._known() else 0

    @Property("QVariantList", notify=changed)
    def blocks(self):
        """Zones with their stalls' numbers in order: letter, numbers."""
        if not self._known():
            return []
        zones: dict[str, list[str]] = {}
        for stall in self._plan.stalls:
            zones.setdefault(stall.zone, []).append(stall.number)
        return [{"letter": letter, "numbers": sorted(zones[letter])} for letter in sorted(zones)]

    @Property(str, notify=changed)
    def opensZh(self):
        """The next day on which the doors open, where that is not today: 11月29日."""
        return self._opens.zh

    @Property(str, notify=changed)
    def opensEn(self):
        """The same: 29 Nov."""
        return self._opens.en

    @property
    def _opens(self) -> Words:
        kiosk = self.surroundings.kiosk
        today = kiosk.clock.now().astimezone(BEIJING).date() if kiosk is not None else None
        days = sorted(each.day for each in kiosk.fair.days if each.day > today) if today else []
        return date_words(days[0]) if days else Words("", "")

    @Property(str, notify=changed)
    def when(self):
        """today, tomorrow, later, over, or "": of what day `sessions` are."""
        return self._ahead.when

    @Property(bool, notify=changed)
    def dayOver(self):
        """Whether today's sessions have all ended."""
        return self._ahead.over

    @Property(str, notify=changed)
    def dateZh(self):
        """The day of `sessions`: 11月29日."""
        return date_words(self._ahead.day).zh if self._ahead.day is not None else ""

    @Property(str, notify=changed)
    def dateEn(self):
        """The same: 29 Nov."""
        return date_words(self._ahead.day).en if self._ahead.day is not None else ""

    @Property("QVariantList", notify=changed)
    def sessions(self):
        """What is on, and what comes next: id, time, zh, en (where there is English), place, on."""
        return [
            {
                "id": each.id,
                "time": each.slot.text(),
                "zh": each.title.zh,
                "en": each.title.en,
                "place": each.place,
                "on": each.id in self._on,
            }
            for each in self._ahead.sessions
        ]

    def _known(self) -> bool:
        return self._plan is not None and self.surroundings.kiosk is not None

    def _read(self, plan) -> None:
        self._plan = plan
        self.changed.emit()
