"""The floor as staff see it: its aisles and lifts, its stalls, and what closures cut off."""

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.services.floor_values import CutOff
from kiosk.ui.find.floor_map import FloorMap
from kiosk.ui.staff.floor_change import Act, FloorChange
from kiosk.ui.staff.passages_model import PassagesModel
from kiosk.ui.staff.places_model import PlacesModel
from kiosk.ui.staff.staff_view import StaffView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

REFRESH_MS = 5000
LISTS = ("passages", "stalls")


@QmlElement
@QmlUncreatable("made by the staff page")
class FloorModel(StaffView):
    """States: loading, ready, failed. Lists: passages or stalls. Read again every five seconds."""

    changed = Signal()

    def __init__(self, surroundings, shift, parent=None):
        super().__init__(surroundings, shift, parent)
        self._floor_map = FloorMap.of(surroundings)
        self._floor_map.changed.connect(self.changed)
        self._change = FloorChange(self, shift, self._ended)
        self._passages = PassagesModel(self)
        self._stalls = PlacesModel(self)
        self._again = QTimer(self)
        self._again.setInterval(REFRESH_MS)
        self._again.timeout.connect(self.refresh)
        self._wipe()

    def _wipe(self) -> None:
        self._again.stop()
        self._state = "loading"
        self._reading = False
        self._cut_off = CutOff()
        self._counted: frozenset[str] = frozenset()
        self._listed = LISTS[0]
        self._change.wipe()
        self._passages.wipe()
        self._stalls.wipe()

    def entered(self, argument: str) -> None:
        """The view is being shown, perhaps with one of its lists."""
        if argument in LISTS:
            self._listed = argument
        if self._floor_map.plan is None:
            self.ask(lambda kiosk: (kiosk.directory.plan(), kiosk.place), self._planned, self._failed)
        self._again.start()
        self.refresh()

    def _planned(self, read) -> None:
        self._floor_map.load(*read)

    def reset(self) -> None:
        """Wipe."""
        self._wipe()
        super().reset()

    @Slot()
    def refresh(self):
        """Read the floor again."""
        if not self._reading:
            self._reading = True
            self.ask(lambda kiosk: (kiosk.floor.sheet(), kiosk.floor.standing()), self._read, self._failed)

    @Slot()
    def retry(self):
        """It could not be read: once more."""
        self._state = "loading"
        self.changed.emit()
        self.refresh()

    def _read(self, read) -> None:
        sheet, standing = read
        self._reading = False
        self._state = "ready"
        self._count(standing.closed)
        self._floor_map.show_standing(standing)
        self._passages.take(sheet.passages, standing.closed)
        self._stalls.take(sheet.stalls)
        self.changed.emit()

    def _count(self, closed: frozenset[str]) -> None:
        """Count anew whom closures cut off, where they changed. It asks the plan alone: no scan waits."""
        if closed != self._counted:
            self._counted = closed
            self.ask(
                lambda kiosk: kiosk.floor.cut_off(closed),
                lambda cut_off: self._was_counted(closed, cut_off),
                lambda _fault: self._was_not_counted(closed),
                worker="upkeep",
            )

    def _was_counted(self, closed: frozenset[str], cut_off: CutOff) -> None:
        if closed == self._counted:
            self._cut_off = cut_off
            self.changed.emit()

    def _was_not_counted(self, closed: frozenset[str]) -> None:
        if closed == self._counted:
            self._counted = frozenset()  # the next reading counts again

    def _failed(self, _exception) -> None:
        self._reading = False
        self._state = "failed"
        self.changed.emit()

    @Property(str, notify=changed)
    def state(self):
        return self._state

    @Property(PassagesModel, constant=True)
    def passages(self):
        return self._passages

    @Property(PlacesModel, constant=True)
    def stalls(self):
        return self._stalls

    @Property(int, notify=changed)
    def cutOff(self):
        """Stalls that closures have taken every way from."""
        return self._cut_off.walking

    @Property(int, notify=changed)
    def cutOffStepFree(self):
        """Other stalls that closures have taken the step-free way from."""
        return self._cut_off.step_free

    @Property(str, notify=changed)
    def listed(self):
        """passages or stalls."""
        return self._listed

    @Slot(str)
    def show_list(self, listed):
        """List the others."""
        if listed in LISTS and listed != self._listed:
            self._listed = listed
            self._change.forget()
            self._passages.let_go()
            self._stalls.let_go()
            self.changed.emit()

    # ---- the map beside the lists

    @Property(FloorMap, constant=True)
    def floorMap(self):
        return self._floor_map

    @Property("QVariantList", notify=changed)
    def levels(self):
        """Levels to list by: id, name, on; nothing where there is one only."""
        plan = self._floor_map.plan
        if plan is None or len(plan.levels) < 2:
            return []
        on, say = self._passages.level, self.surroundings.words
        return [{"id": each.id, "name": say(each.name), "on": each.id == on} for each in plan.levels]

    @Property(str, notify=changed)
    def mapLevel(self):
        """The level that the map shows: of what is asked about or chosen, else the one that is listed."""
        asked, listed = self._passages.asked, self._passages.level
        if self._listed == "passages":
            if asked is not None and listed not in asked.levels:
                return asked.levels[0]
            return listed or self._floor_map.ownLevel
        return self._floor_map.level_of(self._marked_stall) or self._floor_map.ownLevel

    @Property(str, notify=changed)
    def mapMark(self):
        """The lift or stall that is marked on the map; nothing for an aisle."""
        if self._listed == "stalls":
            return self._marked_stall
        asked, plan = self._passages.asked, self._floor_map.plan
        if asked is None or plan is None:
            return ""
        ends = [each.id for each in plan.facilities if each.id in asked.ids and each.level == self.mapLevel]
        return ends[0] if ends else ""

    @property
    def _marked_stall(self) -> str:
        return self._stalls.target or self._stalls.chosenStall

    # ---- doing

    def begin(self, *, keep_choice: bool = False) -> bool:
        """Something else is asked or chosen, and what was said is gone; not while something is being done."""
        if self._change.busy:
            return False
        self._change.forget()
        self._passages.let_go()
        if not keep_choice:
            self._stalls.let_go()
        return True

    def do(self, act: Act, back: Act) -> None:
        """Do something that `back` takes back."""
        self._change.do(act, back)
        self.changed.emit()

    def forget(self) -> None:
        """What became of the last change is not said any more."""
        self._change.forget()

    def _ended(self) -> None:
        self._passages.let_go()
        self._stalls.stop_picking()
        self._reading = False  # what is being read already is older than the change
        self.refresh()
        self._passages.changed.emit()
        self.changed.emit()

    @Slot()
    def undo(self):
        """Take the last change back."""
        self._change.undo()
        self.changed.emit()

    @Property(bool, notify=changed)
    def busy(self):
        return self._change.busy

    @Property(bool, notify=changed)
    def notDone(self):
        """Whether the last change failed."""
        return self._change.failed

    @Property(str, notify=changed)
    def said(self):
        """What became of the last change, or nothing."""
        return self.surroundings.words(self._change.said)

    @Property(bool, notify=changed)
    def undoable(self):
        """Whether the last change can be taken back."""
        return self._change.undoable
