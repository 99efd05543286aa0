"""Where this kiosk stands: the places of the plan, on the map and in a list, to be chosen by touch."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.find.floor_map import FloorMap
from kiosk.ui.row_model import Rows
from kiosk.ui.staff.staff_view import StaffView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

ROW_NAMES = ("place", "title", "gate", "here", "taken", "chosen")


@QmlElement
@QmlUncreatable("made by the staff page")
class PlaceModel(StaffView):
    """States: loading, ready, failed. A place is chosen, then taken; the services are opened anew on it."""

    changed = Signal()
    moved = Signal()
    """Another place is kept: whoever opens the services opens them anew."""

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, shift, parent)
        self._rows = Rows(ROW_NAMES, self._row, self)
        surroundings.modes.languageChanged.connect(self._rows.refresh)
        self._floor_map = FloorMap.of(surroundings)
        self._floor_map.changed.connect(self.changed)
        self._wipe()

    def _wipe(self) -> None:
        self._state = "loading"
        self._lines = ()
        self._level = ""
        self._chosen = ""
        self._busy = False
        self._outcome = ""
        self._said = None
        self._rows.turn_to(0)
        self._rows.put(())

    def entered(self, _argument: str) -> None:
        """The view is being shown, or the services were opened anew under it."""
        self.ask(self._look, self._read, self._failed)

    @staticmethod
    def _look(kiosk):
        return kiosk.station().places.lines(), kiosk.directory.plan(), kiosk.place

    def reset(self) -> None:
        """Wipe."""
        self._wipe()
        super().reset()

    @Slot()
    def retry(self):
        """It could not be read: once more."""
        self._state = "loading"
        self.changed.emit()
        self.entered("")

    def _read(self, read) -> None:
        self._lines, plan, place = read
        self._floor_map.load(plan, place)
        self._state = "ready"
        self._level = self._level or place.level
        if self._busy:
            self._busy, self._outcome, self._chosen = False, "moved", ""
        self._show()

    def _failed(self, _exception) -> None:
        self._state = "failed"
        self._busy = False
        self.changed.emit()

    def _show(self) -> None:
        self._rows.put(line for line in self._lines if line.level == self._level)
        self.changed.emit()

    def _row(self, line) -> dict:
        return {
            "place": line.id,
            "title": self.surroundings.title(line.name),
            "gate": self.surroundings.words(line.gate),
            "here": line.here,
            "taken": self.surroundings.words(line.taken),
            "chosen": line.id == self._chosen,
        }

    @Property(str, notify=changed)
    def state(self):
        return self._state

    @Property(FloorMap, constant=True)
    def floorMap(self):
        return self._floor_map

    @Property(Rows, constant=True)
    def rows(self):
        """The places of the level that is shown."""
        return self._rows

    @Property("QVariantList", notify=changed)
    def levels(self):
        """id, name, on; empty where there is one level alone."""
        plan = self._floor_map.plan
        if plan is None or len(plan.levels) < 2:
            return []
        say = self.surroundings.words
        return [{"id": each.id, "name": say(each.name), "on": each.id == self._level} for each in plan.levels]

    @Property(str, notify=changed)
    def level(self):
        """The level that is shown."""
        return self._level or self._floor_map.ownLevel

    @Slot(str)
    def show_level(self, level):
        self._level, self._chosen = level, ""
        self._rows.turn_to(0)
        self._show()

    @Property("QVariantList", notify=changed)
    def marks(self):
        """The places of the level on the map, but this kiosk's, which the map shows anyhow: x, y, to, text,
        icon; `to` names the place."""
        return [
            {
                "x": each.x_m,
                "y": each.y_m,
                "to": each.id,
                "text": self.surroundings.title(each.name),
                "icon": "me" if each.id == self._chosen else "circle",
            }
            for each in self._lines
            if each.level == self._level and not each.here
        ]

    @Slot(str)
    def choose(self, place):
        """Touched, on the map or in the list."""
        if self._busy or not any(each.id == place for each in self._lines):
            return
        self._chosen = place
        self._outcome, self._said = "", None
        self._rows.refresh()
        self._rows.seek(max(0, self.chosenRow))
        self.changed.emit()

    def _line(self):
        return next((each for each in self._lines if each.id == self._chosen), None)

    @Property("QVariantMap", notify=changed)
    def chosen(self):
        """The place that is chosen, as a row; nothing where none is."""
        line = self._line()
        return self._row(line) if line is not None else {}

    @Property(int, notify=changed)
    def chosenRow(self):
        """Where it stands in the list; -1 where it does not."""
        return next((at for at, each in enumerate(self._rows.items) if each.id == self._chosen), -1)

    @Slot()
    def keep(self):
        """Not after all."""
        self._chosen = ""
        self._rows.refresh()
        self.changed.emit()

    @Slot()
    def take(self):
        """Stand at the chosen place from now on."""
        line, member = self._line(), self._shift.member
        if line is None or line.here or member is None or self._busy:
            return
        self._busy, self._outcome, self._said = True, "moving", None
        self.ask(
            lambda kiosk: kiosk.station().places.choose(line.id, member.id), self._taken, self._not_taken
        )
        self.changed.emit()

    def _taken(self, refusal) -> None:
        if refusal is not None:
            self._not(refusal.words)
        else:
            self.moved.emit()

    def _not_taken(self, exception) -> None:
        self._not(getattr(exception, "words", None))

    def _not(self, words) -> None:
        self._busy, self._outcome, self._said = False, "not_kept", words
        self.changed.emit()

    @Property(bool, notify=changed)
    def busy(self):
        return self._busy

    @Property(str, notify=changed)
    def outcome(self):
        """What became of the last choice: nothing, moving, moved or not_kept."""
        return self._outcome

    @Property(str, notify=changed)
    def said(self):
        """Why it was not kept, where that is known."""
        return self.surroundings.words(self._said)

    @Property(str, notify=changed)
    def here(self):
        """Where this kiosk stands."""
        line = next((each for each in self._lines if each.here), None)
        return self.surroundings.title(line.name) if line is not None else ""

    @Property(str, notify=changed)
    def hereGate(self):
        """The gate it stands at."""
        line = next((each for each in self._lines if each.here), None)
        return self.surroundings.words(line.gate) if line is not None else ""
