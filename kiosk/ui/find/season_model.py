"""The season's fairs: those that this kiosk holds packs of, and which one is here."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.dates import date_words
from kiosk.domain.fair import BEIJING, clock_text
from kiosk.ui.page_model import PageModel, Surroundings
from kiosk.ui.row_model import Rows

if TYPE_CHECKING:
    from kiosk.services.values import SeasonFair

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

ROW_NAMES = ("date", "until", "hours", "kind", "name", "venue", "here", "stage")


@QmlElement
@QmlUncreatable("made by the window")
class SeasonModel(PageModel):
    """The season page. `state` is loading, ready or failed; there is always the fair that is here."""

    changed = Signal()

    def __init__(self, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(surroundings, parent)
        self._rows = Rows(ROW_NAMES, self._row_of, self)
        self._now: datetime | None = None
        self._unread = 0
        self._state = "loading"
        surroundings.modes.languageChanged.connect(self._rows.refresh)

    def attached(self) -> None:
        """The services are there; the page may have been opened before."""
        if self.surroundings.navigation.page == "season":
            self._read()

    def entered(self, _argument: str) -> None:
        """The page is shown."""
        self._read()

    @Slot()
    def again(self) -> None:
        """Try once more to load what could not be loaded."""
        self._state = "loading"
        self._read()
        self.changed.emit()

    @Slot()
    def showProgramme(self) -> None:
        """This fair's programme, from which one usually came."""
        navigation = self.surroundings.navigation
        navigation.back()
        if navigation.page != "programme":
            navigation.go("programme")

    def _read(self) -> None:
        self.ask(lambda kiosk: (kiosk.season.fairs(), kiosk.clock.now()), self._show, self._failed)

    def _failed(self, _exception) -> None:
        self._state = "failed"
        self.changed.emit()

    def _show(self, read) -> None:
        first = self._state != "ready"
        season, self._now = read
        self._unread = season.unread
        self._state = "ready"
        self._rows.put(season.fairs)
        if first:
            stages = [self._stage(each) for each in season.fairs]
            self._rows.turn_to(next((i for i, stage in enumerate(stages) if stage != "over"), 0))
        self.changed.emit()

    def _stage(self, fair: "SeasonFair") -> str:
        """over, on (a day of it is today) or later."""
        if self._now is None:
            return "later"
        today = self._now.astimezone(BEIJING).date()
        if today > fair.days[-1].day:
            return "over"
        return "on" if any(each.day == today for each in fair.days) else "later"

    def _row_of(self, fair: "SeasonFair") -> dict:
        first, last = fair.days[0], fair.days[-1]
        words = self.surroundings.words
        return {
            "date": words(date_words(first.day)),
            "until": words(date_words(last.day)) if last.day != first.day else "",
            "hours": f"{clock_text(first.opens_min)}–{clock_text(first.closes_min)}",
            "kind": fair.kind.value,
            "name": self.surroundings.title(fair.name),
            "venue": self.surroundings.title(fair.venue),
            "here": fair.here,
            "stage": self._stage(fair),
        }

    @Property(str, notify=changed)
    def state(self):
        """loading, ready or failed."""
        return self._state

    @Property(Rows, constant=True)
    def rows(self):
        """The fairs by day."""
        return self._rows

    @Property(int, notify=changed)
    def comingCount(self):
        """Fairs that are not over."""
        return sum(self._stage(each) != "over" for each in self._rows.items)

    @Property(int, notify=changed)
    def unread(self):
        """Packs that this kiosk holds and cannot read."""
        return self._unread
