"""The staff page: who is signed in, which view is shown, and the pause."""

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.page_model import PageModel
from kiosk.ui.staff.batch_model import BatchModel
from kiosk.ui.staff.delegations_model import DelegationsModel
from kiosk.ui.staff.desk_model import DeskModel
from kiosk.ui.staff.doubles_model import DoublesModel
from kiosk.ui.staff.floor_model import FloorModel
from kiosk.ui.staff.local_model import LocalModel
from kiosk.ui.staff.pack_model import PackModel
from kiosk.ui.staff.people_model import PeopleModel
from kiosk.ui.staff.printers_model import PrintersModel
from kiosk.ui.staff.shift import Shift
from kiosk.ui.staff.stalls_model import StallsModel
from kiosk.ui.staff.sync_model import SyncModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

PIN_LONGEST = 8
PIN_SHORTEST = 4
LISTS = ("conflicts",)
"""Where a need leads to that is a list of people."""


@QmlElement
@QmlUncreatable("made by the window")
class StaffModel(PageModel):
    """Views: pin, desk, recent, search, twice, stalls, floor, delegations, printers, batch, pack, sync,
    settings.

    Signing out wipes all of them. The desk and the recent decisions are one model's.
    """

    changed = Signal()

    def __init__(self, surroundings, parent=None):
        super().__init__(surroundings, parent)
        self._shift = Shift()
        self._views = {
            "desk": DeskModel(surroundings, self._shift, self),
            "search": PeopleModel(surroundings, self._shift, self),
            "twice": DoublesModel(surroundings, self._shift, self),
            "stalls": StallsModel(surroundings, self._shift, self),
            "floor": FloorModel(surroundings, self._shift, self),
            "delegations": DelegationsModel(surroundings, self._shift, self),
            "printers": PrintersModel(surroundings, self._shift, self),
            "batch": BatchModel(surroundings, self._shift, self),
            "pack": PackModel(surroundings, self._shift, self),
            "sync": SyncModel(surroundings, self._shift, self),
            "settings": LocalModel(surroundings, self),
        }
        self._views["recent"] = self._views["desk"]
        self._views["desk"].read.connect(self._read_desk)
        self._views["sync"].sticksChanged.connect(self._sticks_changed)
        self._seconds = QTimer(self)
        self._seconds.setInterval(1000)
        self._seconds.timeout.connect(self.step)
        self._wipe()

    def _wipe(self) -> None:
        self._shift.end()
        self._seconds.stop()
        self._pin = ""
        self._refused = False
        self._checking = False
        self._paused_s = 0
        self._view = "pin"
        self._paused = False
        self._asking_pause = False

    def entered(self, _argument: str) -> None:
        """Who opens the page signs in."""
        if self.signed_in:
            self._views[self._view].entered("")
        else:
            self.reset()

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

    @Property(DeskModel, constant=True)
    def desk(self):
        return self._views["desk"]

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

    @Property(LocalModel, constant=True)
    def local(self):
        return self._views["settings"]

    # ---- signing in

    @Property(str, notify=changed)
    def pin(self):
        """As many dots as digits were typed."""
        return "●" * len(self._pin)

    @Property(bool, notify=changed)
    def refused(self):
        """Whether the last PIN was nobody's."""
        return self._refused

    @Property(bool, notify=changed)
    def checking(self):
        """Whether a PIN is being checked."""
        return self._checking

    @Property(int, notify=changed)
    def pausedSeconds(self):
        """So long no PIN counts, because too many were wrong."""
        return self._paused_s

    @Property(bool, notify=changed)
    def pinComplete(self):
        return len(self._pin) >= PIN_SHORTEST and not self._checking and self._paused_s == 0

    @Slot(str)
    def digit(self, digit):
        if self._checking:
            return  # a digit too many is not the next PIN's first
        self._pin = (self._pin + digit)[:PIN_LONGEST]
        self._refused = False
        self.changed.emit()

    @Slot()
    def erase(self):
        self._pin = self._pin[:-1]
        self.changed.emit()

    @Slot()
    def sign_in(self):
        """Check the PIN; scrypt takes its time, on the worker."""
        if not self.pinComplete or self.surroundings.kiosk is None:
            return
        pin, self._pin = self._pin, ""
        self._checking = True
        self.changed.emit()
        self.ask(lambda kiosk: (kiosk.fair_day.sign_in(pin), kiosk.gate.occupancy()), self._signed_in)

    def _signed_in(self, answer) -> None:
        found, occupancy = answer
        self._checking = False
        self._shift.member = found.member
        self._paused_s = found.paused_s
        self._refused = found.member is None
        if found.member is not None:
            self._paused = occupancy.paused
            self._show("desk")
            self.sync.watch()
        elif self._paused_s > 0:
            self._seconds.start()
        self.changed.emit()

    @Slot()
    def step(self):
        """One second of the pause after too many wrong PINs has passed."""
        self._paused_s = max(0, self._paused_s - 1)
        if self._paused_s == 0:
            self._seconds.stop()
            self._refused = False
        self.changed.emit()

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
        """pin, desk, recent, search, twice, stalls, floor, delegations, printers, batch, pack, sync or
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
        model = self._views[view]
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

        self.ask(work, lambda _none: self._pause_set(paused))

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
