"""All view-models, handed to QML as the root's one property.

Home stands before any other page's model is even imported: a page's model is made when it is first needed.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.bridge import Bridge
from kiosk.ui.clock import ClockModel
from kiosk.ui.home import HomeModel
from kiosk.ui.idle import Idle
from kiosk.ui.modes import Modes
from kiosk.ui.navigation import HOME, Navigation
from kiosk.ui.page_model import PageModel, Surroundings

if TYPE_CHECKING:  # the types that qmllint knows; to Qt they are objects until their modules are there
    from kiosk.ui.check_in import CheckInModel
    from kiosk.ui.find.find_model import FindModel
    from kiosk.ui.find.listing_model import ListingModel
    from kiosk.ui.find.programme_model import ProgrammeModel
    from kiosk.ui.find.season_model import SeasonModel
    from kiosk.ui.find.session_model import SessionModel
    from kiosk.ui.find.way_model import WayModel
    from kiosk.ui.help import HelpModel
    from kiosk.ui.staff import StaffModel
    from kiosk.ui.verdict import VerdictModel
    from kiosk.ui.walk_up import WalkUpModel
else:
    CheckInModel = FindModel = HelpModel = ListingModel = ProgrammeModel = QObject
    SeasonModel = SessionModel = StaffModel = VerdictModel = WalkUpModel = WayModel = QObject

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

OUT_OF_SERVICE_MS = 12_000
"""How long "please call staff" stands: tokens.toml [hold] staff."""

WAITING_SCANS_MOST = 8

MADE_WHEN_NEEDED = {
    "verdict": ("kiosk.ui.verdict", "VerdictModel"),
    "check_in": ("kiosk.ui.check_in", "CheckInModel"),
    "walk_up": ("kiosk.ui.walk_up", "WalkUpModel"),
    "help": ("kiosk.ui.help", "HelpModel"),
    "staff": ("kiosk.ui.staff", "StaffModel"),
    "find": ("kiosk.ui.find.find_model", "FindModel"),
    "listing": ("kiosk.ui.find.listing_model", "ListingModel"),
    "way": ("kiosk.ui.find.way_model", "WayModel"),
    "programme": ("kiosk.ui.find.programme_model", "ProgrammeModel"),
    "session": ("kiosk.ui.find.session_model", "SessionModel"),
    "season": ("kiosk.ui.find.season_model", "SeasonModel"),
}
"""Modules and classes of the models, by page."""

NEEDED_BY = {
    "find": ("kiosk.ui.find.map_item", "kiosk.ui.row_model"),
    "listing": ("kiosk.ui.find.map_item", "kiosk.ui.row_model"),
    "way": ("kiosk.ui.find.map_item", "kiosk.ui.row_model"),
    "programme": ("kiosk.ui.row_model",),
    "session": ("kiosk.ui.find.map_item",),
    "season": ("kiosk.ui.row_model",),
}
"""Modules whose QML types a page needs besides its model's."""


@QmlElement
@QmlUncreatable("made by the window")
class Models(QObject):
    """The view-models of all pages, and what they share."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._modes = Modes(self)
        self._navigation = Navigation(self)
        self._idle = Idle(self)
        self.surroundings = Surroundings(bridge, self._modes, self._navigation)
        self._clock = ClockModel(self.surroundings, self)
        self._made: dict[str, PageModel] = {HOME: HomeModel(self.surroundings, self)}
        self._out_of_service = QTimer(self)
        self._out_of_service.setSingleShot(True)
        self._out_of_service.setInterval(OUT_OF_SERVICE_MS)
        self._out_of_service.timeout.connect(self.out_of_service_ends)
        self._waiting_scans: list[str] = []
        self._closed = False
        self._navigation.entered.connect(self._enter)
        self._idle.ended.connect(self.end_visit)
        bridge.faulted.connect(self._fault)

    def page(self, name: str) -> PageModel | None:
        """The model of a page, made now if it is not yet; None for a page without one."""
        if name not in self._made and name in MADE_WHEN_NEEDED:
            for module in NEEDED_BY.get(name, ()):
                import_module(module)
            module, class_name = MADE_WHEN_NEEDED[name]
            model = getattr(import_module(module), class_name)(self.surroundings, self)
            self._made[name] = model
            self._connect(name, model)
            if self.surroundings.kiosk is not None:
                model.attached()
        return self._made.get(name)

    def warm(self) -> None:
        """The first frame stands: make what the first scan needs, so that its verdict cuts in at once."""
        self.page("verdict")

    def _connect(self, name: str, model: PageModel) -> None:
        if name == "verdict":
            model.asked.connect(lambda number: self.page("check_in").ask_tail(number))
            model.ended.connect(self._verdict_ended)
        elif name in ("check_in", "walk_up"):
            model.decided.connect(lambda admission: self.page("verdict").show(admission))

    @Property(Modes, constant=True)
    def modes(self):
        return self._modes

    @Property(Navigation, constant=True)
    def navigation(self):
        return self._navigation

    @Property(Idle, constant=True)
    def idle(self):
        return self._idle

    @Property(ClockModel, constant=True)
    def clock(self):
        return self._clock

    @Property(HomeModel, constant=True)
    def home(self):
        return self._made[HOME]

    @Property(VerdictModel, constant=True)
    def verdict(self):
        return self.page("verdict")

    @Property(CheckInModel, constant=True)
    def checkIn(self):
        return self.page("check_in")

    @Property(WalkUpModel, constant=True)
    def walkUp(self):
        return self.page("walk_up")

    @Property(HelpModel, constant=True)
    def help(self):
        return self.page("help")

    @Property(StaffModel, constant=True)
    def staff(self):
        return self.page("staff")

    @Property(FindModel, constant=True)
    def find(self):
        return self.page("find")

    @Property(ListingModel, constant=True)
    def listing(self):
        return self.page("listing")

    @Property(WayModel, constant=True)
    def way(self):
        return self.page("way")

    @Property(ProgrammeModel, constant=True)
    def programme(self):
        return self.page("programme")

    @Property(SessionModel, constant=True)
    def session(self):
        return self.page("session")

    @Property(SeasonModel, constant=True)
    def season(self):
        return self.page("season")

    def attach(self, kiosk) -> None:
        """The store is open: give the services to every model, then decide the scans that waited."""
        self.surroundings.kiosk = kiosk
        self._clock.attached()
        for model in list(self._made.values()):
            model.attached()
        waiting, self._waiting_scans = self._waiting_scans, []
        for text in waiting:
            self.scan(text)

    def printed(self, outcome) -> None:
        """A badge was printed, or was not (devices.printers.PrintOutcome)."""
        if outcome.state != "confirmed":
            self.page("verdict").printer_stopped()

    def close_service(self, words) -> None:
        """The services could not be opened: say so (`words`, or None where it is not known), and stay so."""
        self._closed = True
        self.page("help").close_service(words)
        self._navigation.go("out_of_service")

    @Property(bool, constant=True)
    def closed(self):
        """Whether the kiosk has no services and will get none."""
        return self._closed

    def scan(self, text: str) -> None:
        """A scanner yielded a text, on whichever page."""
        self._idle.touch()
        if self.surroundings.kiosk is None:
            self._waiting_scans = [*self._waiting_scans, text][-WAITING_SCANS_MOST:]
            return
        self.page("verdict").scan(text)

    @Slot()
    def end_visit(self):
        """Wipe everything personal and go home."""
        self._idle.stop()
        self._reset()
        self._modes.reset()
        self._navigation.home()

    def _reset(self) -> None:
        for model in list(self._made.values()):
            model.reset()

    def _enter(self, page: str, argument: str) -> None:
        if page == HOME:
            self._idle.stop()
            self._reset()
            if self._closed:
                QTimer.singleShot(0, self, lambda: self._navigation.go("out_of_service"))
        else:
            self._idle.start()
        model = self.page(page)
        if model is not None:
            model.entered(argument)

    def _verdict_ended(self, next_page: str) -> None:
        staff = self._made.get("staff")
        if next_page:
            self._navigation.home()
            self._navigation.go(next_page)
        elif self._navigation.page == HOME:
            self.home.entered("")
        elif staff is None or not staff.signed_in:
            self.end_visit()

    def _fault(self, _name: str) -> None:
        """Something unexpected: call staff, and go home again by itself."""
        self._reset()
        self._navigation.home()
        self._navigation.go("out_of_service")
        self._out_of_service.start()

    def out_of_service_ends(self) -> None:
        """Go home, if nobody has yet."""
        if self._navigation.page == "out_of_service":
            self.end_visit()
