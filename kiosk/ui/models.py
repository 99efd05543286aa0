"""All view-models, made in one place and handed to QML as the root's one property."""

from PySide6.QtCore import Property, QObject, QTimer, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.bridge import Bridge
from kiosk.ui.check_in import CheckInModel
from kiosk.ui.clock import ClockModel
from kiosk.ui.find.find_model import FindModel
from kiosk.ui.find.listing_model import ListingModel
from kiosk.ui.find.map_item import MapItem
from kiosk.ui.find.programme_model import ProgrammeModel
from kiosk.ui.find.way_model import WayModel
from kiosk.ui.help import HelpModel
from kiosk.ui.home import HomeModel
from kiosk.ui.idle import Idle
from kiosk.ui.modes import Modes
from kiosk.ui.navigation import HOME, Navigation
from kiosk.ui.page_model import PageModel, Surroundings
from kiosk.ui.staff import StaffModel
from kiosk.ui.verdict import VerdictModel
from kiosk.ui.walk_up import WalkUpModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

OUT_OF_SERVICE_MS = 12_000
"""How long "please call staff" stands: tokens.toml [hold] staff."""


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
        self._home = HomeModel(self.surroundings, self)
        self._verdict = VerdictModel(self.surroundings, self)
        self._check_in = CheckInModel(self.surroundings, self._verdict, self)
        self._walk_up = WalkUpModel(self.surroundings, self._verdict, self)
        self._help = HelpModel(self.surroundings, self)
        self._staff = StaffModel(self.surroundings, self)
        assert MapItem is not None  # registers its QML type by being imported
        self._find = FindModel(self.surroundings, self)
        self._listing = ListingModel(self.surroundings, self)
        self._way = WayModel(self.surroundings, self)
        self._programme = ProgrammeModel(self.surroundings, self)
        self.of_page: dict[str, PageModel] = {
            HOME: self._home,
            "check_in": self._check_in,
            "walk_up": self._walk_up,
            "help": self._help,
            "staff": self._staff,
            "find": self._find,
            "listing": self._listing,
            "way": self._way,
            "programme": self._programme,
        }
        """The model that is told when its page is entered."""
        self._out_of_service = QTimer(self)
        self._out_of_service.setSingleShot(True)
        self._out_of_service.setInterval(OUT_OF_SERVICE_MS)
        self._out_of_service.timeout.connect(self.out_of_service_ends)
        self._waiting_scans: list[str] = []
        self._navigation.entered.connect(self._enter)
        self._idle.ended.connect(self.end_visit)
        self._verdict.asked.connect(self._check_in.ask_tail)
        self._verdict.ended.connect(self._verdict_ended)
        bridge.faulted.connect(self._fault)

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
        return self._home

    @Property(VerdictModel, constant=True)
    def verdict(self):
        return self._verdict

    @Property(CheckInModel, constant=True)
    def checkIn(self):
        return self._check_in

    @Property(WalkUpModel, constant=True)
    def walkUp(self):
        return self._walk_up

    @Property(HelpModel, constant=True)
    def help(self):
        return self._help

    @Property(StaffModel, constant=True)
    def staff(self):
        return self._staff

    @Property(FindModel, constant=True)
    def find(self):
        return self._find

    @Property(ListingModel, constant=True)
    def listing(self):
        return self._listing

    @Property(WayModel, constant=True)
    def way(self):
        return self._way

    @Property(ProgrammeModel, constant=True)
    def programme(self):
        return self._programme

    def attach(self, kiosk) -> None:
        """The store is open: give the services to every model, then decide the scans that waited."""
        self.surroundings.kiosk = kiosk
        self._clock.attached()
        self._verdict.attached()
        for model in self.of_page.values():
            model.attached()
        waiting, self._waiting_scans = self._waiting_scans, []
        for text in waiting:
            self.scan(text)

    def scan(self, text: str) -> None:
        """A scanner yielded a text, on whichever page."""
        self._idle.touch()
        if self.surroundings.kiosk is None:
            self._waiting_scans = [*self._waiting_scans, text][-8:]
            return
        self._verdict.scan(text)

    @Slot()
    def end_visit(self):
        """Wipe everything personal and go home."""
        self._idle.stop()
        self._verdict.close()
        for model in self.of_page.values():
            model.reset()
        self._modes.reset()
        self._navigation.home()

    def _enter(self, page: str, argument: str) -> None:
        if page == HOME:
            self._idle.stop()
            for model in self.of_page.values():
                model.reset()
        else:
            self._idle.start()
        model = self.of_page.get(page)
        if model is not None:
            model.entered(argument)

    def _verdict_ended(self, next_page: str) -> None:
        if next_page:
            self._navigation.home()
            self._navigation.go(next_page)
        elif not self._staff.signed_in and self._navigation.page != HOME:
            self.end_visit()
        elif self._navigation.page == HOME:
            self._home.entered("")

    def _fault(self, _name: str) -> None:
        """Something unexpected: call staff, and go home again by itself."""
        self._verdict.close()
        self._navigation.home()
        self._navigation.go("out_of_service")
        self._out_of_service.start()

    def out_of_service_ends(self) -> None:
        """Go home, if nobody has yet."""
        if self._navigation.page == "out_of_service":
            self.end_visit()
