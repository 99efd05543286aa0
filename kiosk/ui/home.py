"""Home: the fair, its hours, how full the hall is; three ways on."""

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.page_model import PageModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

REFRESH_MS = 15_000
_CROWD = (("full", 1.0), ("nearly_full", 0.9), ("filling", 0.7), ("calm", 0.0))
"""Words for how full it is, and the share of the hall from which each is said."""


@QmlElement
@QmlUncreatable("made by the window")
class HomeModel(PageModel):
    """What home shows. Nothing here is personal."""

    changed = Signal()

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._occupancy = None
        self._stalls = 0
        self._levels = 0
        self._programme = None
        self._opening = ""
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self._refresh)

    def attached(self) -> None:
        """The services are there: show the fair, then how full it is."""
        self.changed.emit()
        self._timer.start()
        self._refresh()
        self.ask(
            lambda kiosk: (kiosk.directory.plan(), kiosk.directory.programme()),
            self._counted,
            lambda _exception: None,  # the cards stand without counts; whoever opens one is told
        )

    def entered(self, _argument: str) -> None:
        """Home is shown again."""
        self._refresh()

    def reset(self) -> None:
        """Nothing personal is kept here; an answer on its way stays welcome."""

    @Property(bool, notify=changed)
    def ready(self):
        """Whether the services are there."""
        return self.surroundings.kiosk is not None

    @Property(str, notify=changed)
    def fair(self):
        kiosk = self.surroundings.kiosk
        return self.surroundings.words(kiosk.fair.name) if kiosk is not None else ""

    @Property(str, notify=changed)
    def hours(self):
        """2026年11月28日 周六·9:00–16:00, or the next day of the fair."""
        from kiosk.domain.dates import year_words  # noqa: PLC0415, not before the first frame
        from kiosk.domain.fair import clock_text  # noqa: PLC0415
        from kiosk.domain.words import Words  # noqa: PLC0415

        day = self._shown_day()
        if day is None:
            return ""
        span = f"{clock_text(day.opens_min)}–{clock_text(day.closes_min)}"
        said = year_words(day.day)
        return self.surroundings.words(Words(f"{said.zh}·{span}", f"{said.en}, {span}"))

    @Property(str, notify=changed)
    def opening(self):
        """open, not_open (later that day), other_day (a later one) or over; nothing while not known."""
        from kiosk.domain.fair import BEIJING, minute_of_day  # noqa: PLC0415, not before the first frame

        day = self._shown_day()
        if day is None:
            return ""
        now = self.surroundings.kiosk.clock.now()
        today, minute = now.astimezone(BEIJING).date(), minute_of_day(now)
        if day.day != today:
            return "other_day" if day.day > today else "over"
        if minute < day.opens_min:
            return "not_open"
        return "open" if minute < day.closes_min else "over"

    @Property(str, notify=changed)
    def opensAt(self):
        """When the doors open on the day that is shown: 8:30."""
        from kiosk.domain.fair import clock_text  # noqa: PLC0415, not before the first frame

        day = self._shown_day()
        return clock_text(day.opens_min) if day is not None else ""

    @Property(bool, notify=changed)
    def rehearsing(self):
        """Whether nothing counts: said on every page."""
        kiosk = self.surroundings.kiosk
        return kiosk is not None and kiosk.fair.rehearsing

    @Property(str, notify=changed)
    def standsAt(self):
        """What this kiosk is for: in, out, foyer, hosts or session."""
        return self.surroundings.stands_at

    @Property(str, notify=changed)
    def session(self):
        """The session behind this door, and when: nothing elsewhere."""
        door = self.surroundings.door
        if door is None or door.session is None:
            return ""
        joint = ", " if self.surroundings.modes.fallback == "en" else "·"
        return f"{self.surroundings.title(door.session.title)}{joint}{door.session.slot.text()}"

    @Property(int, notify=changed)
    def seatsLeft(self):
        """Seats left in the session behind this door; -1 elsewhere, or where it has no limit."""
        people = self._people()
        if people is None or people is self._occupancy or people.capacity == 0:
            return -1
        return max(0, people.capacity - people.inside)

    @Property(int, notify=changed)
    def inside(self):
        people = self._people()
        return people.inside if people is not None else 0

    def _people(self):
        """People in the session behind this door, else in the fair; None while not known."""
        if self._occupancy is None:
            return None
        return self._occupancy.session or self._occupancy

    @Property(str, notify=changed)
    def crowd(self):
        """ "" while not known, then calm, filling, nearly_full, full or paused."""
        if self._occupancy is None or not self.ready:
            return ""
        if self._occupancy.paused:
            return "paused"
        people = self._people()
        if people.inside == 0 and self.opening != "open":
            return ""  # that nobody is inside before the doors open tells nobody anything
        share = people.inside / people.capacity if people.capacity else 0.0
        return next(word for word, least in _CROWD if share >= least)

    @Property(str, notify=changed)
    def closedBecause(self):
        """Why nobody goes in now at a gate to the fair: paused, full, not_open, other_day, over; or ""."""
        if self.standsAt != "in":
            return ""
        if self.opening in ("not_open", "other_day", "over"):
            return self.opening
        return self.crowd if self.crowd in ("paused", "full") else ""

    @Property(bool, notify=changed)
    def schoolsHost(self):
        """Whether schools host the stalls and employers visit them."""
        kiosk = self.surroundings.kiosk
        return kiosk is not None and kiosk.fair.kind == "reverse"

    @Property(int, notify=changed)
    def stalls(self):
        return self._stalls if self.ready else 0

    @Property(int, notify=changed)
    def levels(self):
        return self._levels

    @Property(int, notify=changed)
    def sessions(self):
        """Sessions of the fair's day that is shown; -1 while not known."""
        day = self._shown_day()
        if self._programme is None or day is None:
            return -1
        return sum(session.day == day.day for session in self._programme)

    def _shown_day(self):
        """The fair's day that is today's, or the next one; the last where all are over."""
        kiosk = self.surroundings.kiosk
        if kiosk is None or not kiosk.fair.days:
            return None
        from kiosk.domain.fair import BEIJING, minute_of_day  # noqa: PLC0415, not before the first frame

        now = kiosk.clock.now()
        today, minute = now.astimezone(BEIJING).date(), minute_of_day(now)
        days = sorted(kiosk.fair.days, key=lambda day: day.day)
        ahead = (day for day in days if day.day > today or (day.day == today and minute < day.closes_min))
        return next(ahead, days[-1])

    @Slot()
    def _refresh(self) -> None:
        """The gate is read first: on the store's thread, because a session's door is in the pack."""
        self.ask(lambda kiosk: kiosk.gate.door, self._stand_at, lambda _exception: None)
        self.ask(
            lambda kiosk: kiosk.gate.occupancy(), self._occupied, lambda _exception: self._occupied(None)
        )

    def _occupied(self, occupancy) -> None:
        opening = self.opening
        if (occupancy, opening) != (self._occupancy, self._opening):
            self._occupancy, self._opening = occupancy, opening
            self.changed.emit()

    def _stand_at(self, door) -> None:
        if door is not self.surroundings.door:
            self.surroundings.door = door
            self.changed.emit()

    def _counted(self, counted) -> None:
        plan, self._programme = counted
        self._stalls = len(plan.stalls)
        self._levels = len(plan.levels)
        self.changed.emit()
