"""The way from this kiosk to a stall: metres and minutes, steps in words, the line on the map."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QPointF, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.find.floor_map import FloorMap
from kiosk.ui.page_model import PageModel, Surroundings
from kiosk.ui.row_model import Rows

if TYPE_CHECKING:
    from kiosk.services.values import Direction, LevelChange, Way

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_BEFORE_UNIT = re.compile(r"(?<=\d) (?=米|分钟|m\b|min)")
"""Where no line breaks: a number stays with its unit."""
LOOK_AGAIN_MS = 2_000
"""So soon a way that is shown is another one when staff close what it leads through."""


@QmlElement
@QmlUncreatable("made by the window")
class WayModel(PageModel):
    """The way page; opened with a stall's number or a facility's id.

    `state` is loading, ready, none (no way) or failed. Who goes step-free and cannot get there that way is
    shown the way to the desk (`instead`), never one with steps.
    """

    changed = Signal()
    drawn = Signal()
    """A way is to be drawn along once."""

    def __init__(self, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(surroundings, parent)
        self._floor_map = FloorMap.of(surroundings)
        self._directions = Rows(("icon", "title", "detail", "arrives"), self._row_of, self)
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_AGAIN_MS)
        self._watch.timeout.connect(self.look_again)
        self._forget()
        surroundings.modes.languageChanged.connect(self._directions.refresh)
        surroundings.modes.modesChanged.connect(self._follow_modes)

    def _forget(self) -> None:
        self._stall = ""
        self._state = "loading"
        self._ways: dict[bool, Way | None] = {}
        self._to_staff: Way | None = None
        self._closed: frozenset[str] = frozenset()
        self._step_free = False
        self._leg = 0
        self._directions.put((), first=0)
        self._watch.stop()

    def entered(self, argument: str) -> None:
        """The page is shown for the stall of that number."""
        self._forget()
        self._stall = argument
        self.changed.emit()
        self._read()

    def _read(self) -> None:
        target = self._stall

        def work(kiosk):
            wayfinding = kiosk.wayfinding
            kiosk.floor.standing()  # what other kiosks have closed meanwhile
            closed = wayfinding.closed
            ways = {step_free: wayfinding.way(target, step_free) for step_free in (False, True)}
            to_staff = wayfinding.way_to_staff(True, target) if ways[True] is None else None
            return kiosk.directory.plan(), kiosk.place, closed, ways, to_staff

        def done(read) -> None:
            if self._stall == target:
                plan, place, closed, ways, to_staff = read
                self._floor_map.load(plan, place)
                if self._state != "ready" or (ways, to_staff) != (self._ways, self._to_staff):
                    self._show(ways, to_staff)
                self._closed = closed
                self._watch.start()

        self.ask(work, done, self._failed)

    @Slot()
    def again(self) -> None:
        """Try once more."""
        self.entered(self._stall)

    @Slot()
    def look_again(self) -> None:
        """Ask anew where staff, here or at another kiosk, have closed or opened something since."""

        def closed(kiosk):
            kiosk.floor.standing()
            return kiosk.wayfinding.closed

        def compare(now) -> None:
            if self._stall and now != self._closed:
                self._read()

        if self._stall:
            self.ask(closed, compare, lambda _fault: None)

    def reset(self) -> None:
        """Forget where someone was going."""
        self._forget()
        super().reset()

    def _failed(self, _exception) -> None:
        self._state = "failed"
        self.changed.emit()

    def _show(self, ways: "dict[bool, Way | None]", to_staff: "Way | None") -> None:
        self._ways, self._to_staff = ways, to_staff
        self._step_free = self._wanted()
        self._begin()

    def _wanted(self) -> bool:
        """Whether the way without steps is to be shown: the visitor says so, or there is no other."""
        only_step_free = self._ways.get(False) is None and self._ways.get(True) is not None
        return self.surroundings.modes.stepFree or only_step_free

    def _begin(self) -> None:
        """The way as it now is, from its first leg on."""
        self._leg = 0
        self._state = "ready" if self._way is not None else "none"
        self._directions.put(self._way.directions if self._way else (), first=0)
        self.changed.emit()
        self.drawn.emit()

    @property
    def _way(self) -> "Way | None":
        return self._to_staff if self.instead else self._ways.get(self._step_free)

    @Slot()
    def _follow_modes(self) -> None:
        """The visitor's switch was turned, here or elsewhere."""
        if self._ways and self._wanted() != self._step_free:
            self._step_free = self._wanted()
            self._begin()

    @Slot(bool)
    def goStepFree(self, step_free: bool) -> None:
        """Walking, or the way without steps; the visitor's own switch, which home shows as well."""
        self.surroundings.modes.go_step_free(step_free)

    @Slot(str)
    def showLevel(self, leg: str) -> None:
        """Turn the map to another leg of the way, by its `id` in `levels`."""
        ids = self._leg_ids()
        if leg in ids and ids.index(leg) != self._leg:
            self._leg = ids.index(leg)
            self.changed.emit()
            self.drawn.emit()

    def _leg_ids(self) -> list[str]:
        """The legs' levels; where a way comes to a level again, with the leg's number."""
        levels = [leg.level for leg in self._way.legs] if self._way else []
        return [level if level not in levels[:at] else f"{level} {at + 1}" for at, level in enumerate(levels)]

    def _row_of(self, direction: "Direction") -> dict:
        return {
            "icon": direction.icon,
            "title": _kept(self.surroundings.line(direction.title)),
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
        return (self._way.target if self._way else "") or self._stall

    @Property(str, notify=changed)
    def target(self):
        """Where one wants to go, in words: the stall's number, or a room's name."""
        return self._floor_map.name_of(self._stall, self.surroundings.modes.fallback)

    @Property(bool, notify=changed)
    def instead(self):
        """Whether no way without steps leads there, and one goes step-free: then to the desk."""
        return self._step_free and self._ways.get(True) is None and self._ways.get(False) is not None

    @Property(str, notify=changed)
    def desk(self):
        """Where the way leads instead, in words; in Chinese with the gap before it that its name may need."""
        from kiosk.domain.directions import gapped  # noqa: PLC0415, not before the first frame

        way = self._to_staff if self.instead else None
        if way is None:
            return ""
        spoken = self.surroundings.modes.fallback
        name = self._floor_map.name_of(way.target, spoken)
        return gapped("到", name).removeprefix("到") if spoken == "zh" else name

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
        return _kept(self.surroundings.words(self._way.words)) if self._way else ""

    @Property(str, notify=changed)
    def summary(self):
        """The way in one breath; its length stands beside it."""
        return _kept(self.surroundings.words(self._way.summary)) if self._way else ""

    @Property(str, notify=changed)
    def spoken(self):
        """The way in one sentence, for who has it read out."""
        return self.surroundings.words(self._way.spoken) if self._way else ""

    @Property(str, notify=changed)
    def closed(self):
        """What is closed, where the way is longer for it."""
        return _kept(self.surroundings.words(self._way.closed)) if self._way else ""

    @Property(bool, notify=changed)
    def stepFree(self):
        """Whether the way without steps is shown, or asked for."""
        return self._step_free

    @Property(bool, notify=changed)
    def canStepFree(self):
        """Whether a way without steps leads there."""
        return self._ways.get(True) is not None

    @Property(str, notify=changed)
    def level(self):
        """The level that the map shows."""
        legs = self._way.legs if self._way else ()
        return legs[self._leg].level if legs else self._floor_map.ownLevel

    @Property("QVariantList", notify=changed)
    def levels(self):
        """Levels that the way leads through, in its order: id, name, whether it is shown."""
        plan = self._floor_map.plan
        if plan is None or self._way is None:
            return []
        names = {level.id: level.name for level in plan.levels}
        return [
            {"id": leg_id, "name": self.surroundings.words(names.get(leg.level)), "on": at == self._leg}
            for at, (leg_id, leg) in enumerate(zip(self._leg_ids(), self._way.legs, strict=True))
        ]

    @Property("QVariantList", notify=changed)
    def levelMarks(self):
        """Where the leg shown comes from another level and goes on to one: x, y, to, text, icon."""
        changes = self._way.changes if self._way else ()
        back, on = 2 * self._leg - 1, 2 * self._leg
        made = [(self._leg - 1, changes[back])] if 0 <= back < len(changes) else []
        made += [(self._leg + 1, changes[on])] if on < len(changes) else []
        return [self._mark(leg, change) for leg, change in made]

    def _mark(self, leg: int, change: "LevelChange") -> dict:
        x_m, y_m = change.point
        text = self.surroundings.words(change.words)
        return {"x": x_m, "y": y_m, "to": self._leg_ids()[leg], "text": text, "icon": change.icon}

    @Property("QVariantList", notify=changed)
    def route(self):
        """The line of the leg shown, in metres."""
        legs = self._way.legs if self._way else ()
        return [QPointF(*point) for point in legs[self._leg].points] if legs else []


def _kept(text: str) -> str:
    """The text with its numbers and units kept together."""
    return _BEFORE_UNIT.sub("\u00a0", text)
