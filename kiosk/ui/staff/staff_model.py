"""The staff page: who is signed in, which view is shown, and the pause."""

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.staff.batch_model import BatchModel
from kiosk.ui.staff.delegations_model import DelegationsModel
from kiosk.ui.staff.desk_model import DeskModel
from kiosk.ui.staff.doubles_model import DoublesModel
from kiosk.ui.staff.floor_model import FloorModel
from kiosk.ui.staff.local_model import LocalModel
from kiosk.ui.staff.log_model import LogModel
from kiosk.ui.staff.pack_model import PackModel
from kiosk.ui.staff.people_model import PeopleModel
from kiosk.ui.staff.printers_model import PrintersModel
from kiosk.ui.staff.scanners_model import ScannersModel
from kiosk.ui.staff.shift import Shift, told
from kiosk.ui.staff.sign_in_model import SignInModel
from kiosk.ui.staff.stalls_model import StallsModel
from kiosk.ui.staff.sync_model import SyncModel

if TYPE_CHECKING:  # as kiosk.ui.models does
    from kiosk.ui.staff.fair_model import FairModel
    from kiosk.ui.staff.place_model import PlaceModel
    from kiosk.ui.staff.power_model import PowerModel
    from kiosk.ui.staff.time_model import TimeModel
else:
    FairModel = PlaceModel = PowerModel = TimeModel = QObject

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

LISTS = ("conflicts",)
"""Where a need leads to that is a list of people."""

MADE_WHEN_NEEDED = {
    "place": ("kiosk.ui.staff.place_model", "PlaceModel"),
    "time": ("kiosk.ui.staff.time_model", "TimeModel"),
    "fair": ("kiosk.ui.staff.fair_model", "FairModel"),
    "power": ("kiosk.ui.staff.power_model", "PowerModel"),
}
"""What staff do to the kiosk itself, once a day at most: loaded when they first do."""


@QmlElement
@QmlUncreatable("made by the window")
class StaffModel(SignInModel):
    """Views: pin, desk, recent, log, search, twice, stalls, floor, delegations, printers, batch, pack, sync,
    settings, screen, place, time, fair, power, scanners.

    Signing out wipes all of them. The desk and the recent decisions are one model's.
    """

    changed = Signal()
    placeMoved = Signal()
    fairChosen = Signal()
    ends = Signal(bool, str)
    """Of the views for the kiosk itself: PlaceModel.moved, FairModel.chosen, PowerModel.ends."""
    came = Signal()
    """Somebody has signed in."""

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._shift = Shift(surroundings, self)
        self._views = {
            "desk": DeskModel(surroundings, self._shift, self),
            "log": LogModel(surroundings, self._shift, self),
            "search": PeopleModel(surroundings, self._shift, self),
            "twice": DoublesModel(surroundings, self._shift, self),
            "stalls": StallsModel(surroundings, self._shift, self),
            "floor": FloorModel(surroundings, self._shift, self),
            "delegations": DelegationsModel(surroundings, self._shift, self),
            "printers": PrintersModel(surroundings, self._shift, self),
            "batch": BatchModel(surroundings, self._shift, self),
            "pack": PackModel(surroundings, self._shift, self),
            "sync": SyncModel(surroundings, self._shift, self),
            "settings": LocalModel(surroundings, self._shift, self),
            "scanners": ScannersModel(surroundings, self._shift, self),
        }
        self._views["recent"] = self._views["desk"]
        self._views["screen"] = self._views["settings"]
        self._views["desk"].read.connect(self._read_desk)
        self._views["sync"].sticksChanged.connect(self._sticks_changed)
        self._wipe()

    def _model(self, view: str):
        """The model of a view, made now if it is not yet."""
        if view not in self._views:
            module, name = MADE_WHEN_NEEDED[view]
            model = getattr(import_module(module), name)(self.surroundings, self._shift, self)
            self._views[view] = model
            if view == "place":
                model.moved.connect(self.placeMoved)
            elif view == "fair":
                model.chosen.connect(self.fairChosen)
            elif view == "power":
                model.ends.connect(self.ends)
        return self._views[view]

    def _wipe(self) -> None:
        self._shift.end()
        self._forget_pin()
        self._view = "pin"
        self._paused = False
        self._asking_pause = False

    def entered(self, _argument: str) -> None:
        """Who opens the page signs in."""
        if self.signed_in:
            self._views[self._view].entered("")
        else:
            self.reset()
            self.look_how_long()

    def attached(self) -> None:
        """The services are there, or were opened anew: who is signed in goes on where they are."""
        if self.signed_in:
            self._views[self._view].entered("")

    def reset(self) -> None:
        """Sign out and wipe, all views as well."""
        self._wipe()
        for view in set(self._views.values()):
            view.reset()
        super().reset()

    @property
    def signed_in(self) -> bool:
        """Whether staff has signed in, for Python."""
        return self._shift.signed_in

    @Property(Shift, constant=True)
    def shift(self):
        return self._shift

    @Property(DeskModel, constant=True)
    def desk(self):
        return self._views["desk"]

    @Property(LogModel, constant=True)
    def log(self):
        return self._views["log"]

    @Property(PeopleModel, constant=True)
    def people(self):
        return self._views["search"]

    @Property(DoublesModel, constant=True)
    def doubles(self):
        return self._views["twice"]

    @Property(StallsModel, constant=True)
    def stalls(self):
        return self._views["stalls"]

    @Property(FloorModel, constant=True)
    def floor(self):
        return self._views["floor"]

    @Property(DelegationsModel, constant=True)
    def delegations(self):
        return self._views["delegations"]

    @Property(PrintersModel, constant=True)
    def printers(self):
        return self._views["printers"]

    @Property(BatchModel, constant=True)
    def batch(self):
        return self._views["batch"]

    @Property(PackModel, constant=True)
    def pack(self):
        return self._views["pack"]

    @Property(SyncModel, constant=True)
    def sync(self):
        return self._views["sync"]

    @Property(ScannersModel, constant=True)
    def scanners(self):
        return self._views["scanners"]

    @Property(LocalModel, constant=True)
    def local(self):
        return self._views["settings"]

    @Property(PlaceModel, constant=True)
    def place(self):
        return self._model("place")

    @Property(TimeModel, constant=True)
    def time(self):
        return self._model("time")

    @Property(FairModel, constant=True)
    def fair(self):
        return self._model("fair")

    @Property(PowerModel, constant=True)
    def power(self):
        return self._model("power")

    # ---- signing in

    def come_in(self, member, occupancy) -> None:
        """Show what needs doing."""
        self._shift.begin(member)
        self.came.emit()
        self._paused = occupancy.paused
        self._show("desk")
        self.sync.watch()

    @Slot()
    def sign_out(self):
        """Sign out and go home."""
        self.reset()
        self.surroundings.navigation.home()

    @Property(str, notify=changed)
    def member(self):
        """Who is signed in."""
        return self._shift.member.name if self._shift.member is not None else ""

    # ---- views

    @Property(str, notify=changed)
    def view(self):
        """pin, desk, recent, log, search, twice, stalls, floor, delegations, printers, batch, pack, sync or
        settings."""
        return self._view

    @Slot(str)
    def open(self, view):
        """Show a view, for who is signed in."""
        if self.signed_in:
            self._show(view)

    @Slot(str)
    def lead(self, leads_to):
        """Where it is dealt with: a view, one list of it (floor:stalls), a list of people, or here and now
        (resume, clock, rescue)."""
        if leads_to == "resume":
            if self._paused:
                self.resume()
        elif leads_to == "pause":
            if self.signed_in and not self._paused:
                self.ask_pause()
        elif leads_to == "clock":
            self.desk.ask_clock()
        elif leads_to == "rescue":
            self.desk.see_rescue()
        elif leads_to in LISTS:
            if self.signed_in:
                self._show("search", leads_to)
        elif self.signed_in:
            view, _, listed = leads_to.partition(":")
            self._show(view, listed)

    def open_search(self) -> None:
        """Show the search."""
        self.open("search")

    def search(self, text: str) -> None:
        """Search for people."""
        self.people.search(text)

    def choose(self, attendee: str) -> None:
        """Choose one of those found."""
        self.people.choose(attendee)

    def _show(self, view: str, argument: str = "") -> None:
        """What the view that is left held is wiped."""
        model = self._model(view)
        left = self._views.get(self._view)
        if left is self.sync:
            left.leave()  # the bar over every view goes on saying how it stands
        elif left is not None and left is not model:
            left.reset()
        self._view = view
        self._asking_pause = False
        model.entered(argument)
        self.changed.emit()

    # ---- pause: asks once, in place

    @Property(bool, notify=changed)
    def paused(self):
        return self._paused

    @Property(bool, notify=changed)
    def askingPause(self):
        return self._asking_pause

    @Slot()
    def ask_pause(self):
        self._asking_pause = True
        self.changed.emit()

    @Slot()
    def keep_on(self):
        """No pause after all."""
        self._asking_pause = False
        self.changed.emit()

    @Slot()
    def pause(self):
        """Pause admission at every gate."""
        self._set_paused(True, "")

    @Slot()
    def pause_here(self):
        """Pause admission at this gate alone."""
        self._set_paused(True, None)

    @Slot()
    def resume(self):
        """Go on with it: all gates, this one as well where it was paused alone."""
        self._set_paused(False, "")

    def _set_paused(self, paused: bool, gate: str | None) -> None:
        """At all gates (""), or at the one here (None). Who goes on opens both: it may have been either."""
        member, kiosk = self._shift.member, self.surroundings.kiosk
        self._asking_pause = False
        self.changed.emit()
        if member is None or kiosk is None:
            return
        here = kiosk.place.gate
        gates = ("", here) if not paused else (here if gate is None else gate,)

        def work(kiosk) -> None:
            for each in gates:
                kiosk.gate.set_paused(paused, member.id, each)

        self.ask(work, lambda _none: self._pause_set(paused), self._pause_not_set)

    def _pause_not_set(self, fault) -> None:
        words = told(fault)
        if words is None:
            self.surroundings.bridge.fault(fault)
        else:
            self.desk.say(words)

    def _pause_set(self, paused: bool) -> None:
        self._paused = paused
        if self._view in ("desk", "recent"):
            self.desk.refresh()
        self.changed.emit()

    @Slot()
    def _sticks_changed(self) -> None:
        """What needs doing says so too."""
        if self._view == "desk":
            self.desk.refresh()

    @Slot()
    def _read_desk(self) -> None:
        if self._paused != self.desk.paused:
            self._paused = self.desk.paused
            self.changed.emit()
