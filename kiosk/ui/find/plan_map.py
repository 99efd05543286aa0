"""A plan on the map: the part of the way that is shown, the stop that is chosen, the numbers of the stops."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QPointF, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.find.floor_map import FloorMap
from kiosk.ui.find.plan_rows import leg_of, legs_shown, marks_of
from kiosk.ui.page_model import PageModel, Surroundings

if TYPE_CHECKING:
    from kiosk.services.visit.values import VisitPlan

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by a page's view-model")
class PlanMapModel(PageModel):
    """What the map shows of the plan of the moment."""

    changed = Signal()
    drawn = Signal()
    """The way is to be drawn along once."""
    touched = Signal(int)
    """A stall was touched that is the stop of this row."""

    def __init__(
        self, surroundings: Surroundings, floor_map: FloorMap, parent: QObject | None = None
    ) -> None:
        super().__init__(surroundings, parent)
        self._floor_map = floor_map
        self._forget()
        floor_map.changed.connect(self.changed)

    def _forget(self) -> None:
        self._plan: VisitPlan | None = None
        self._leg = 0
        self.chosen = ""
        """The stop that is chosen, as it was picked; nothing where none is."""

    def reset(self) -> None:
        """Forget the plan."""
        self._forget()
        super().reset()

    def show(self, plan: "VisitPlan | None", *, draw: bool = False) -> None:
        """Show this plan from now on; with `draw` from its beginning, the way drawn along."""
        self._plan = plan
        if draw or plan is None or self._leg >= len(plan.legs):
            self._leg = 0
        if self._stop(self.chosen) is None:
            self.chosen = ""
        self.changed.emit()
        if draw:
            self.drawn.emit()

    def choose(self, ref: str) -> None:
        """Mark a stop and turn to its part of the way, or mark it no more."""
        stop = self._stop(ref)
        if stop is not None:
            self.chosen = "" if self.chosen == ref else ref
            self._leg = leg_of(self._plan, stop)
            self.changed.emit()

    def _stop(self, ref: str):
        return next((stop for stop in (self._plan.stops if self._plan else ()) if stop.ref == ref), None)

    @property
    def _leg_shown(self):
        return self._plan.legs[self._leg] if self._plan and self._plan.legs else None

    @Slot(str)
    def touchStall(self, number: str) -> None:
        """A stall was touched on the map."""
        stops = self._plan.stops if self._plan else ()
        at = next((at for at, stop in enumerate(stops) if stop.mark == number), None)
        if at is not None:
            self.touched.emit(at)

    @Slot(str)
    def showLeg(self, leg: str) -> None:
        """Turn to another part of the way."""
        self._leg, self.chosen = int(leg), ""
        self.changed.emit()
        self.drawn.emit()

    @Property(FloorMap, constant=True)
    def floorMap(self):
        """The plan for the map."""
        return self._floor_map

    @Property(str, notify=changed)
    def mark(self):
        """What the map marks: a stall's number, a room's id, or nothing."""
        stop = self._stop(self.chosen)
        return stop.mark if stop is not None and stop.level == self.level else ""

    @Property(str, notify=changed)
    def level(self):
        """The level that the map shows."""
        return self._leg_shown.level if self._leg_shown else self._floor_map.ownLevel

    @Property("QStringList", notify=changed)
    def hits(self):
        """The stalls to be lit on the map."""
        return [stop.mark for stop in self._plan.stops if stop.zone] if self._plan else []

    @Property("QVariantList", notify=changed)
    def route(self):
        """The way on the level shown, in metres."""
        return [QPointF(*point) for point in self._leg_shown.points] if self._leg_shown else []

    @Property("QVariantList", notify=changed)
    def marks(self):
        """The stops of the level shown: text (their numbers), x and y in metres, and on: it is chosen."""
        return marks_of(self._plan.stops, self.level, self.chosen) if self._plan else []

    @Property("QVariantList", notify=changed)
    def levels(self):
        """Parts of the way, each on one level, in the order of walking: id, name, stops, on.

        No more than LEGS_MOST, among them the one that is shown.
        """
        if self._plan is None:
            return []
        language = self.surroundings.modes.fallback
        return legs_shown(self._plan, lambda level: self._floor_map.levelName(level, language), self._leg)
