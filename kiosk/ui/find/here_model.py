"""Where this kiosk stands, and how it stands on the floor: asked anew while the find page is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.page_model import PageModel

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from kiosk.domain.closable import Closable
    from kiosk.domain.words import Words
    from kiosk.services.find.values import FloorStanding
    from kiosk.ui.find.floor_map import FloorMap
    from kiosk.ui.page_model import Surroundings

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

EVERY_MS = 5_000


@QmlElement
@QmlUncreatable("made by the find page's view-model")
class HereModel(PageModel):
    """In words what the map shows of the place. `stands` carries a FloorStanding that is not the last."""

    changed = Signal()
    stands = Signal(object)

    def __init__(
        self, surroundings: Surroundings, floor_map: FloorMap, parent: QObject | None = None
    ) -> None:
        super().__init__(surroundings, parent)
        self._floor_map = floor_map
        self._standing: FloorStanding | None = None
        self._closables: tuple[Closable, ...] = ()
        self.every = QTimer(self)
        self.every.setInterval(EVERY_MS)
        self.every.timeout.connect(self._ask)
        floor_map.changed.connect(self.changed)

    def take(self, closables: tuple[Closable, ...]) -> None:
        """What of the plan can be closed."""
        self._closables = closables
        self.changed.emit()

    def is_closed(self, facility: str) -> bool:
        """Whether a lift or the like is closed now."""
        return self._standing is not None and facility in self._standing.closed

    def leads_to(self, facility: str, level: str) -> str:
        """Where a lift or the like goes from a level; nothing for other facilities."""
        levels = next((each.levels for each in self._closables if facility in each.ids), ())
        plan = self._floor_map.plan
        names = {each.id: each.name for each in plan.levels} if plan else {}
        return self._listed([names[each] for each in levels if each != level and each in names])

    def start(self) -> None:
        """The page is shown."""
        self.every.start()
        self._ask()

    def stop(self) -> None:
        """It is not shown any more."""
        self.every.stop()

    @Slot()
    def _ask(self) -> None:
        # What the floor cannot say now it says in five seconds; the list stands meanwhile.
        self.ask(lambda kiosk: kiosk.floor.standing(), self._read, lambda _fault: None)

    def _read(self, standing: FloorStanding) -> None:
        if standing != self._standing:
            self._standing = standing
            self.stands.emit(standing)
            self.changed.emit()

    @Property(str, notify=changed)
    def place(self):
        """The level and the place of this kiosk."""
        plan, place = self._floor_map.plan, self._floor_map.place
        if plan is None or place is None:
            return ""
        levels = [each.name for each in plan.levels if each.id == place.level]
        return self._listed([*levels, place.name])

    @Property(str, notify=changed)
    def closed(self):
        """What of aisles, lifts and stairs is closed now."""
        closed = self._standing.closed if self._standing else frozenset()
        return self._listed([each.name for each in self._closables if not closed.isdisjoint(each.ids)])

    def _listed(self, names: list[Words]) -> str:
        mark = ", " if self.surroundings.modes.fallback == "en" else "、"
        return mark.join(dict.fromkeys(self.surroundings.words(each) for each in names))
