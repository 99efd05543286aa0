"""The way from this kiosk to a stall: metres and minutes, steps in words, the line on the map."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QPointF, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.find.floor_map import FloorMap
from kiosk.ui.page_model import PageModel, Surroundings
from kiosk.ui.row_model import Rows

if TYPE_CHECKING:
    from kiosk.services.values import Direction, Way

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the window")
class WayModel(PageModel):
    """The way page; opened with a stall's number or a facility's id.

    `state` is loading, ready, none (no way) or failed.
    """

    changed = Signal()
    drawn = Signal()
    """A way is to be drawn along once."""

    def __init__(self, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(surroundings, parent)
        self._floor_map = FloorMap.of(surroundings)
        self._directions = Rows(("icon", "title", "detail", "arrives"), self._row_of, self)
        self._forget()
        surroundings.modes.languageChanged.connect(self._directions.refresh)

    def _forget(self) -> None:
        self._stall = ""
        self._state = "loading"
        self._ways: dict[bool, Way | None] = {}
        self._step_free = False
        self._level = self._floor_map.ownLevel
        self._directions.put((), first=0)

    def entered(self, argument: str) -> None:
        """The page is shown for the stall of that number."""
        self._forget()
        self._stall = argument
        self.changed.emit()

        def work(kiosk):
            ways = {step_free: kiosk.wayfinding.way(argument, step_free) for step_free in (False, True)}
            return kiosk.directory.plan(), kiosk.place, ways

        def done(read) -> None:
            if self._stall == argument:
                plan, place, ways = read
                self._floor_map.load(plan, place)
                self._show(ways)

        self.ask(work, done, self._failed)

    @Slot()
    def again(self) -> None:
        """Try once more."""
        self.entered(self._stall)

    def reset(self) -> None:
        """Forget where someone was going."""
        self._forget()
        super().reset()

    def _failed(self, _exception) -> None:
        self._state = "failed"
        self.changed.emit()

    def _show(self, ways: "dict[bool, Way | None]") -> None:
        self._ways = ways
        self._step_free = ways[False] is None and ways[True] is not None
        self._state = "ready" if self._way is not None else "none"
        self._first_level()
        self._put_directions()
        self.changed.emit()
        self.drawn.emit()

    def _first_level(self) -> None:
        """Where the way starts; where there is none, the level that one stands on."""
        way = self._way
        self._level = way.legs[0].level if way and way.legs else self._floor_map.ownLevel

    @property
    def _way(self) -> "Way | None":
        return self._ways.get(self._step_free)

    @Slot(bool)
    def goStepFree(self, step_free: bool) -> None:
        """Walking, or the way without steps."""
        if step_free != self._step_free and self._ways.get(step_free) is not None:
            self._step_free = step_free
            self._first_level()
            self._put_directions()
            self.changed.emit()
            self.drawn.emit()

    @Slot(str)
    def showLevel(self, level: str) -> None:
        """Turn the map to another level of the way."""
        if level != self._level:
            self._level = level
            self.changed.emit()
            self.drawn.emit()

    def _put_directions(self) -> None:
        self._directions.put(self._way.directions if self._way else (), first=0)

    def _row_of(self, direction: "Direction") -> dict:
        return {
            "icon": direction.icon,
            "title": self.surroundings.title(direction.title),
            "detail": self.surroundings.words(direction.detail),
            "arrives": direction.icon == "arrive",
        }

    @Property(str, notify=changed)
    def state(self):
        """loading, ready, none or failed."""
        return self._state

    @Property(str, notify=changed)
    def stall(self):
        """The stall's number or the facility's id: what the map marks."""
        return self._stall

    @Property(str, notify=changed)
    def target(self):
        """Where it leads, in words: the stall's number, or a room's name."""
        return self._floor_map.name_of(self._stall, self.surroundings.modes.spoken)

    @Property(FloorMap, constant=True)
    def floorMap(self):
        """The plan for the map."""
        return self._floor_map

    @Property(Rows, constant=True)
    def directions(self):
        """Steps in words."""
        return self._directions

    @Property(int, notify=changed)
    def length(self):
        """Metres."""
        return self._way.length_m if self._way else 0

    @Property(str, notify=changed)
    def words(self):
        """Minutes, and whether it is level, as the service says it."""
        return self.surroundings.words(self._way.words) if self._way else ""

    @Property(bool, notify=changed)
    def stepFree(self):
        """Whether the way without steps is shown."""
        return self._step_free

    @Property(bool, notify=changed)
    def canStepFree(self):
        """Whether a way without steps leads there."""
        return self._ways.get(True) is not None

    @Property(str, notify=changed)
    def level(self):
        """The level that the map shows."""
        return self._level

    @Property("QVariantList", notify=changed)
    def levels(self):
        """Levels that the way leads through, in its order: id, name, whether it is shown."""
        plan = self._floor_map.plan
        if plan is None or self._way is None:
            return []
        names = {level.id: level.name for level in plan.levels}
        ids = list(dict.fromkeys(leg.level for leg in self._way.legs))
        return [
            {"id": each, "name": self.surroundings.words(names[each]), "on": each == self._level}
            for each in ids
            if each in names
        ]

    @Property("QVariantList", notify=changed)
    def route(self):
        """The line on the level shown, in metres."""
        legs = self._way.legs if self._way else ()
        return [QPointF(*point) for leg in legs if leg.level == self._level for point in leg.points]
