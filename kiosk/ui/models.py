"""All view-models, handed to QML as the root's one property.

Home stands before any other page's model is even imported: a page's model is made when it is first needed.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.bridge import Bridge
from kiosk.ui.clock import ClockModel
from kiosk.ui.home import HomeModel
from kiosk.ui.idle import IDLE_S, Idle
from kiosk.ui.keyboard_memory import KeyboardMemory
from kiosk.ui.modes import Modes
from kiosk.ui.navigation import ATTRACT, HOME, LEAVING, Navigation
from kiosk.ui.page_model import PageModel, Surroundings

if TYPE_CHECKING:  # the types that qmllint knows; to Qt they are objects until their modules are there
    from kiosk.ui.agreement import AgreementModel
    from kiosk.ui.attract import AttractModel
    from kiosk.ui.badge_out import BadgeModel
    from kiosk.ui.camera import CameraModel
    from kiosk.ui.check_in import CheckInModel
    from kiosk.ui.delegation import DelegationModel
    from kiosk.ui.fault import FaultModel
    from kiosk.ui.find.find_model import FindModel
    from kiosk.ui.find.listing_model import ListingModel
    from kiosk.ui.find.plan_model import PlanModel
    from kiosk.ui.find.programme_model import ProgrammeModel
    from kiosk.ui.find.season_model import SeasonModel
    from kiosk.ui.find.session_model import SessionModel
    from kiosk.ui.find.way_model import WayModel
    from kiosk.ui.help import HelpModel
    from kiosk.ui.leaving import LeavingModel
    from kiosk.ui.staff.staff_model import StaffModel
    from kiosk.ui.verdict import VerdictModel
    from kiosk.ui.visitor import VisitorModel
    from kiosk.ui.walk_up import WalkUpModel
else:
    AgreementModel = AttractModel = BadgeModel = CameraModel = DelegationModel = QObject
    CheckInModel = FaultModel = FindModel = HelpModel = ListingModel = ProgrammeModel = QObject
    PlanModel = SeasonModel = SessionModel = StaffModel = VerdictModel = VisitorModel = QObject
    LeavingModel = WalkUpModel = WayModel = QObject

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

OUT_OF_SERVICE_MS = 12_000
"""How long "please call staff" stands: tokens.toml [hold] staff."""

ATTRACT_AFTER_MS = 120_000
"""How long home stands untouched before the attract page: tokens.toml [hold] attract_after."""

WAITING_SCANS_MOST = 8

STAFF_LOCK_S = 180
"""As of ui.settings.WindowSettings, where nothing else is set."""
LEAVE_BEHIND_MS = 200
"""After a verdict has been drawn and its shape has grown: what lay open before it goes."""

OUT_OF_SERVICE = "out_of_service"

MADE_WHEN_NEEDED = {
    OUT_OF_SERVICE: ("kiosk.ui.fault", "FaultModel"),
    ATTRACT: ("kiosk.ui.attract", "AttractModel"),
    "badge": ("kiosk.ui.badge_out", "BadgeModel"),
    "verdict": ("kiosk.ui.verdict", "VerdictModel"),
    "check_in": ("kiosk.ui.check_in", "CheckInModel"),
    "walk_up": ("kiosk.ui.walk_up", "WalkUpModel"),
    "agreement": ("kiosk.ui.agreement", "AgreementModel"),
    "delegation": ("kiosk.ui.delegation", "DelegationModel"),
    "help": ("kiosk.ui.help", "HelpModel"),
    "staff": ("kiosk.ui.staff.staff_model", "StaffModel"),
    "find": ("kiosk.ui.find.find_model", "FindModel"),
    "listing": ("kiosk.ui.find.listing_model", "ListingModel"),
    "way": ("kiosk.ui.find.way_model", "WayModel"),
    "plan": ("kiosk.ui.find.plan_model", "PlanModel"),
    "visitor": ("kiosk.ui.visitor", "VisitorModel"),
    "programme": ("kiosk.ui.find.programme_model", "ProgrammeModel"),
    "session": ("kiosk.ui.find.session_model", "SessionModel"),
    LEAVING: ("kiosk.ui.leaving", "LeavingModel"),
    "season": ("kiosk.ui.find.season_model", "SeasonModel"),
}
"""Modules and classes of the models, by page; `visitor` is who stands at any of them."""

NEEDED_BY = {
    "find": (
        *("kiosk.ui.find.map_item", "kiosk.ui.row_model"),
        *("kiosk.ui.find.plan_model", "kiosk.ui.visitor"),
    ),
    "listing": ("kiosk.ui.find.map_item", "kiosk.ui.row_model", "kiosk.ui.qr_item"),
    "way": ("kiosk.ui.find.map_item", "kiosk.ui.row_model"),
    "plan": ("kiosk.ui.find.map_item", "kiosk.ui.row_model", "kiosk.ui.qr_item", "kiosk.ui.visitor"),
    "programme": ("kiosk.ui.row_model",),
    "session": ("kiosk.ui.find.map_item",),
    "season": ("kiosk.ui.row_model",),
    "delegation": ("kiosk.ui.row_model",),
    "staff": (
        *("kiosk.ui.find.map_item", "kiosk.ui.row_model"),
        *("kiosk.ui.badge_face", "kiosk.ui.qr_item"),
    ),
    "badge": ("kiosk.ui.qr_item",),
    ATTRACT: ("kiosk.ui.attract_item",),
}
"""Modules whose QML types a page needs besides its model's."""


@QmlElement
@QmlUncreatable("made by the window")
class Models(QObject):
    """The view-models of all pages, and what they share.

    `settingsKept` carries services.values.LocalValues that staff has changed; `visitEnded` says that nobody
    is at the screen any more; `packInstalled` that another fair pack is there to be opened.
    """

    settingsKept = Signal(object)
    visitEnded = Signal()
    storeDamaged = Signal()
    cameraChanged = Signal()
    packInstalled = Signal()
    opensAnew = Signal()
    """Staff changed what the services were opened with: they are to be opened anew."""
    shutDown = Signal(bool, str)
    """Staff shut the kiosk down: whether it starts again, and who."""
    sounded = Signal(str)
    """A tone that staff test, whatever the settings say."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._modes = Modes(self)
        self._navigation = Navigation(self)
        self._idle = Idle(self)
        self.surroundings = Surroundings(bridge, self._modes, self._navigation)
        self.staff_lock_s = STAFF_LOCK_S
        """Seconds after which the staff page locks, as the settings say (ui.settings.WindowSettings)."""
        self._clock = ClockModel(self.surroundings, self)
        self._made: dict[str, PageModel] = {HOME: HomeModel(self.surroundings, self)}
        self._out_of_service = QTimer(self)
        self._out_of_service.setSingleShot(True)
        self._out_of_service.setInterval(OUT_OF_SERVICE_MS)
        self._out_of_service.timeout.connect(self.out_of_service_ends)
        self._untouched = QTimer(self)
        self._untouched.setSingleShot(True)
        self._untouched.setInterval(ATTRACT_AFTER_MS)
        self._untouched.timeout.connect(self.home_rests)
        self._untouched.start()
        self._waiting_scans: list[str] = []
        self._keyboard = KeyboardMemory()
        self._closed = False
        self._leaving = False
        self._left_behind = False
        self._behind = QTimer(self)
        self._behind.setSingleShot(True)
        self._behind.setInterval(LEAVE_BEHIND_MS)
        self._behind.timeout.connect(self.leave_behind)
        self._navigation.entered.connect(self._enter)
        self._idle.ended.connect(self.end_visit)
        bridge.struck.connect(self._fault)

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

    @property
    def rests(self) -> bool:
        """Whether nobody is in the middle of anything: the first page stands, and no verdict over it."""
        verdict = self._made.get("verdict")
        return self._navigation.page in (HOME, ATTRACT) and (verdict is None or not verdict.shown)

    def warm(self) -> None:
        """The first frame stands: make what the first scan needs, so that its verdict cuts in at once."""
        self.page("verdict")

    def _connect(self, name: str, model: PageModel) -> None:
        if name == "verdict":
            model.asked.connect(lambda number: self.page("check_in").ask_tail(number))
            model.ended.connect(self._verdict_ended)
            model.led.connect(self._delegation_led)
            model.agreementAsked.connect(lambda *asked: self.page("agreement").ask_for(*asked))
            model.shownChanged.connect(self._verdict_shown)
        elif name == OUT_OF_SERVICE:
            model.over.connect(self._fault_over)
            model.damaged.connect(self.storeDamaged)
        elif name == "staff":
            model.local.kept.connect(self.settingsKept)
            model.local.output.tested.connect(self.sounded)
            model.placeMoved.connect(self.opensAnew)
            model.fairChosen.connect(self._fair_chosen)
            model.ends.connect(self.shutDown)
            model.pack.stick.installed.connect(self.packInstalled)
            model.came.connect(lambda: self._idle.start(self.staff_lock_s))
        elif name == "badge":
            model.stopped.connect(self._badge_stopped)
            model.ended.connect(self._badge_ended)
        elif name == "walk_up":
            model.decided.connect(lambda admission, known: self.page("verdict").show(admission, known=known))
        elif name in ("check_in", "agreement"):
            model.decided.connect(lambda admission: self.page("verdict").show(admission))
        if name == "visitor":
            model.identified.connect(lambda visitor: self.page("plan").meet(visitor))
            self._idle.changed.connect(lambda: model.stop() if self._idle.warning else None)
        if name == "check_in":
            model.registers.connect(lambda number: self.page("walk_up").begin_with(number))

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

    @Property(AttractModel, constant=True)
    def attract(self):
        return self.page(ATTRACT)

    @Property(BadgeModel, constant=True)
    def badge(self):
        return self.page("badge")

    @Property(VerdictModel, constant=True)
    def verdict(self):
        return self.page("verdict")

    @Property(CheckInModel, constant=True)
    def checkIn(self):
        return self.page("check_in")

    @Property(WalkUpModel, constant=True)
    def walkUp(self):
        return self.page("walk_up")

    @Property(AgreementModel, constant=True)
    def agreement(self):
        return self.page("agreement")

    @Property(DelegationModel, constant=True)
    def delegation(self):
        return self.page("delegation")

    @Property(FaultModel, constant=True)
    def fault(self):
        return self.page(OUT_OF_SERVICE)

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

    @Property(PlanModel, constant=True)
    def plan(self):
        return self.page("plan")

    @Property(VisitorModel, constant=True)
    def visitor(self):
        return self.page("visitor")

    @Property(CameraModel, notify=cameraChanged)
    def camera(self):
        """The camera, where one is a scanner."""
        scanners = self.surroundings.scanners
        return scanners.camera if scanners is not None else None

    @Property(bool, notify=cameraChanged)
    def aims(self):
        """Whether one holds codes out to a camera, and it works or is about to."""
        camera = self.camera
        return camera is not None and (camera.working or camera.starting)

    @Property(str, notify=cameraChanged)
    def aimHint(self):
        """What would help whoever holds one out (devices.camera.light.Hint); nothing if nothing is known."""
        return self.camera.hint if self.aims else ""

    @Property(ProgrammeModel, constant=True)
    def programme(self):
        return self.page("programme")

    @Property(SessionModel, constant=True)
    def session(self):
        return self.page("session")

    @Property(SeasonModel, constant=True)
    def season(self):
        return self.page("season")

    @Property(LeavingModel, constant=True)
    def leaving(self):
        return self.page(LEAVING)

    def detach(self) -> None:
        """The services are being opened anew: scans wait for them."""
        self.surroundings.kiosk = None

    def warm_directory(self, *, more: bool = True) -> None:
        """Part by part, so that a scan waits for one part at most. Whoever looks for something first is told
        of a fault."""
        kiosk = self.surroundings.kiosk
        if more and kiosk is not None:
            self.surroundings.bridge.submit(
                kiosk.directory.warm, lambda left: self.warm_directory(more=left), lambda _fault: None
            )

    def attach(self, kiosk) -> None:
        """The store is open: give the services to every model, then decide the scans that waited."""
        self.surroundings.kiosk = kiosk
        if self.surroundings.floor_map is not None:
            self.surroundings.floor_map.load(kiosk.wayfinding.plan, kiosk.place)
        self._closed = False
        self._clock.attached()
        if OUT_OF_SERVICE in self._made:
            self.page(OUT_OF_SERVICE).end()
        if self._navigation.page == OUT_OF_SERVICE:
            self.end_visit()
        waiting, self._waiting_scans = self._waiting_scans, []
        for text in waiting:
            self.scan(text)
        for model in list(self._made.values()):
            model.attached()

    @Slot(object, object)
    def printed(self, _job: int, _state=None) -> None:
        """A badge came out, or did not as far as is known (a print job's id, domain.printing.PrintState)."""
        if self._navigation.page == "badge" and self.page("badge").moves:
            self._idle.touch()  # as long as the printer works, who waits for a badge is not asked
        self.print_queue_changed()

    @Slot()
    def print_queue_changed(self) -> None:
        """Printers or jobs stand otherwise than before: who waits for a badge, and staff, see it at once."""
        for name in ("verdict", "badge"):
            if name in self._made:
                self._made[name].printed()
        if "staff" in self._made:
            self._made["staff"].printers.hear()

    def close_service(self, exception: BaseException | None) -> None:
        """The services could not be opened (None: nothing is known): say so, until they are attached."""
        self._closed = True
        self.page(OUT_OF_SERVICE).strike(exception, at_start=True)
        self._navigation.go(OUT_OF_SERVICE)

    @Property(bool, constant=True)
    def closed(self):
        """Whether the kiosk has no services, because they could not be opened."""
        return self._closed

    @property
    def _stays_shut(self) -> bool:
        """Whether the kiosk is out of service until the cause of that has gone."""
        return self._closed or (OUT_OF_SERVICE in self._made and self._made[OUT_OF_SERVICE].lasts)

    @Slot(str, str)
    def scan(self, text: str, _source: str = "wedge") -> None:
        """A scanner yielded a text, on whichever page. Its source: wedge, serial or camera.

        It starts the next visitor's flow: the gate decides, the verdict covers whatever is there, and what
        lay open goes (`leave_behind`): a form half filled in, a code half typed, a question that waits for an
        answer, a delegation's list, a plan. Nothing of it comes back when the verdict has gone. Exceptions:

        - Where a page has asked for a badge (find's own major, my plan: VisitorModel), the next badge says
          who stands there and admits nobody; it stops asking when nobody has answered for 45 s. What is
          nobody's badge is said once; scanned again it is the gate's: who has another code wants to go in.
        - Where staff are signed in, the verdict stands over their page, and their page comes back.
        - Where the scanner is tried (staff's page for that), nothing is decided at all.
        - While the kiosk is being shut down nobody is decided about any more.
        - Before the services are there a scan waits for them, as the last of eight.

        A scan answers the idle question: somebody is here.
        """
        if self._leaving:
            return
        self._idle.touch()
        self.touched()
        if self._navigation.page == ATTRACT:
            self._navigation.home()
        if self.surroundings.kiosk is None:
            self._waiting_scans = [*self._waiting_scans, text][-WAITING_SCANS_MOST:]
            return
        visitor = self._made.get("visitor")
        if visitor is not None and visitor.takes(text):
            visitor.scan(text)
        else:
            self.page("verdict").scan(text)

    @Slot()
    def touched(self) -> None:
        """Somebody is here."""
        self._idle.notice()
        if self._untouched.isActive():
            self._untouched.start()

    @Slot()
    def home_rests(self) -> None:
        """Home has stood untouched: show the fair, as the next visitor starts."""
        if self._navigation.page == HOME and not self.page("verdict").shown:
            self._modes.reset()
            self._navigation.go(ATTRACT)

    @Slot()
    def end_visit(self):
        """Wipe everything personal and go home."""
        if self._leaving:
            return
        self._idle.stop()
        self._reset()
        self._modes.reset()
        self._navigation.home()
        self.visitEnded.emit()

    def _reset(self, *, but: str = "") -> None:
        """Wipe everything; where one of them fails, all others are wiped, and the kiosk starts anew."""
        models = [model for name, model in list(self._made.items()) if name != but]
        for wipe in (*(model.reset for model in models), self._keyboard.forget):
            try:
                wipe()
            except Exception as fault:  # noqa: BLE001  (nothing may keep the others from being wiped)
                self.surroundings.bridge.give_up(fault)

    @Slot(str, str)
    def _enter(self, page: str, argument: str) -> None:
        self._left_behind = self._left_behind and page == HOME
        if page == HOME:
            self._idle.stop()
            self._untouched.start()
            self._reset(but="verdict" if self._left_behind else "")
            if self._stays_shut:
                QTimer.singleShot(0, self, self._shut_again)
        else:
            self._untouched.stop()
            if page in (ATTRACT, LEAVING) or (page == OUT_OF_SERVICE and self._stays_shut):
                self._idle.stop()
            else:
                self._idle.start(self.staff_lock_s if page == "staff" and self._staff_here else IDLE_S)
        model = self.page(page)
        if model is not None:
            model.entered(argument)

    @property
    def _staff_here(self) -> bool:
        return "staff" in self._made and self._made["staff"].signed_in

    @Slot()
    def leave_behind(self) -> None:
        """Under a verdict whatever the visitor before had open goes, and cannot come back."""
        if self.page("verdict").shown and self._navigation.page != HOME and not self._staff_here:
            self._left_behind = True
            self._navigation.home()

    @Slot()
    def _verdict_shown(self) -> None:
        if not self.page("verdict").shown:
            self._behind.stop()
            return
        self._behind.start()
        if "badge" in self._made:
            self.page("badge").reset()  # the next visitor stands here
        if OUT_OF_SERVICE in self._made and not self._closed:
            self._made[OUT_OF_SERVICE].end()  # what was recorded proves that its cause has gone

    @Slot(str, object)
    def _verdict_ended(self, next_page: str, awaited) -> None:
        """On to `next_page`; else to the badge that is awaited, if one is; else home."""
        left_behind, self._left_behind = self._left_behind, False
        if next_page or (awaited is not None and not self._staff_here):
            self._navigation.home()
            if awaited is not None:
                self.page("badge").expect(awaited)
            self._navigation.go(next_page or "badge")
        elif self._navigation.page == HOME:
            if left_behind:
                self.end_visit()  # whose modes were those of the page before
            self.home.entered("")
            self._untouched.start()
        elif not self._staff_here:
            self.end_visit()

    @Slot(object, object)
    def _delegation_led(self, delegation, awaited) -> None:
        """The leader is in: on to the list, unless staff are at the screen, who have it on theirs."""
        if self._staff_here:
            self._verdict_ended("", awaited)
            return
        self._navigation.home()
        if awaited is not None:
            self.page("badge").expect(awaited)
        self.page("delegation").lead(delegation)

    @Slot()
    def _badge_stopped(self) -> None:
        """It is said on whichever page its visitor is by now; a leader is not taken from the list."""
        if self._navigation.page not in (HOME, ATTRACT, "badge", "delegation"):
            self._navigation.go("badge")

    @Slot()
    def _badge_ended(self) -> None:
        if self._navigation.page == "badge":
            self.end_visit()

    @Slot(object)
    def _fault(self, exception: BaseException) -> None:
        """Call staff; go home again when the cause has gone, or by itself where it is not known."""
        if self._leaving:
            return
        fault = self.page(OUT_OF_SERVICE)
        fault.strike(exception)
        self._reset()
        self._navigation.home()
        self._navigation.go(OUT_OF_SERVICE)
        if fault.lasts:
            self._out_of_service.stop()
        else:
            self._out_of_service.start()

    @Slot()
    def _fault_over(self) -> None:
        """What stood in the way of every decision has gone."""
        if self._navigation.page == OUT_OF_SERVICE and not self.page("verdict").shown:
            self.end_visit()

    @Slot()
    def _fair_chosen(self) -> None:
        """Whoever is signed in is another fair's from now on."""
        self.end_visit()
        self.opensAnew.emit()

    def leave(self, *, again: bool) -> None:
        """The kiosk is being shut down: nothing else is shown from now on, and no scan is taken."""
        self._reset()
        self._modes.reset()
        self._untouched.stop()
        self._out_of_service.stop()
        self.page(LEAVING).begin(again=again)
        self._leaving = True
        self._navigation.go(LEAVING)

    @Slot()
    def _shut_again(self) -> None:
        if self._stays_shut and self._navigation.page == HOME:
            self._navigation.go(OUT_OF_SERVICE)

    @Slot()
    def out_of_service_ends(self) -> None:
        """Go home, if nobody has yet."""
        if not self._stays_shut:
            self.page(OUT_OF_SERVICE).end()
            if self._navigation.page == OUT_OF_SERVICE:
                self.end_visit()
