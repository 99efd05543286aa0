"""Scenes of a visitor who checks in: attract, home, check-in, walk-up, verdict, badge, help, idle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.domain.reasons import ASK_REASONS, Reason
from kiosk.domain.words import Words
from kiosk.store.faults import StoreFault, StoreFaultKind
from tests.fakes import services as fakes
from tests.ui.stage import Stage

SOME = "K7QZ4MTX2"
CODE = SOME + "WNB5RDHJ6VYCP3SAE"
WHO = fakes.Who("欧＊＊修", "中国地质大学（北京）", fakes.BadgeType.GRADUATE)


def go(page: str, argument: str = "") -> Callable[[Stage], None]:
    """Open a page."""
    return lambda stage: stage.models.navigation.open(page, argument)


# ---- home and attract


def afterwards(stage: Stage, undo: Callable[[], None]) -> None:
    """Have `undo` done once, when the fake kiosk has been restored."""
    restore = stage.kiosk.restore

    def restored() -> None:
        stage.kiosk.restore = restore
        restore()
        undo()

    stage.kiosk.restore = restored


def take_services(stage: Stage) -> None:
    """No services, until the fake kiosk is restored."""
    stage.models.surroundings.kiosk = None
    afterwards(stage, lambda: stage.models.attach(stage.kiosk))


def without_services(page: str) -> Callable[[Stage], None]:
    """A page while the store is being opened."""

    def scene(stage: Stage) -> None:
        take_services(stage)
        for model in (stage.models.home, stage.models.attract, stage.models.help, stage.models.clock):
            model.changed.emit()
        stage.models.navigation.open(page, "")

    return scene


def home(**shown: object) -> Callable[[Stage], None]:
    """Home at a moment, with so many inside, paused or not, so many sessions, or calls that fail."""

    def scene(stage: Stage) -> None:
        stage.kiosk.clock.moment = shown.get("at", fakes.NOW)
        stage.kiosk.crowd(shown.get("inside", fakes.INSIDE))
        stage.kiosk.gate.paused = shown.get("paused", False)
        stage.kiosk.stand_at(shown.get("door", "in"))
        stage.kiosk.gate.in_session = shown.get("in_session", 34)
        stage.kiosk.directory.sessions = fakes.SESSIONS[: shown.get("sessions", len(fakes.SESSIONS))]
        for call in shown.get("failing", ()):
            stage.kiosk.fail(call)
        stage.models.home.attached()
        afterwards(stage, stage.models.home.attached)

    return scene


def attract(**shown: object) -> Callable[[Stage], None]:
    """The attract page over such a home."""

    def scene(stage: Stage) -> None:
        home(**shown)(stage)
        stage.rest()
        stage.models.navigation.go("attract")

    return scene


def long_session(scene: Callable[[Stage], None]) -> Callable[[Stage], None]:
    """A scene at the door of a session with a long title."""
    title = Words(
        "京津冀协同发展背景下高校毕业生基层就业项目政策解读与现场答疑",
        "Policies for graduates who go to the grass roots in Beijing and Hebei: questions and answers",
    )

    def changed(stage: Stage) -> None:
        door = fakes.DOORS["session"]
        fakes.DOORS["session"] = replace(door, session=replace(door.session, title=title))
        scene(stage)
        fakes.DOORS["session"] = door

    return changed


def _moment(day: int, hour: int) -> datetime:
    return fakes.NOW.replace(hour=hour) + timedelta(days=day)


# ---- check-in


def code(state: str) -> Callable[[Stage], None]:
    """Typing the registration code, up to a state."""

    def scene(stage: Stage) -> None:
        check_in = stage.models.checkIn
        stage.models.navigation.go("check_in")
        check_in.begin_code()
        for letter in CODE[: {"empty": 0, "some": len(SOME)}.get(state, len(CODE))]:
            check_in.letter(letter)
        if state == "busy":
            stage.kiosk.hold("scan")
        if state in ("busy", "unknown"):
            check_in.next()

    return scene


def lettered(stage: Stage) -> None:
    """A student number with a letter in it."""
    number("number")(stage)
    stage.models.checkIn.toggle_letters()


def number(state: str) -> Callable[[Stage], None]:
    """Check-in by student number, up to a state."""

    def scene(stage: Stage) -> None:
        check_in = stage.models.checkIn
        stage.models.navigation.go("check_in")
        check_in.begin()
        for digit in fakes.STUDENT_NUMBER:
            check_in.digit(digit)
        if state == "number":
            return
        check_in.next()
        for digit in "9999":
            check_in.digit(digit)
        stage.kiosk.gate.tails_tried_out = state == "wait"
        if state == "busy":
            stage.kiosk.hold("check_in_student")
        if state != "tail":
            check_in.next()

    return scene


def named(state: str) -> Callable[[Stage], None]:
    """Check-in by name, up to a state."""

    def scene(stage: Stage) -> None:
        check_in = stage.models.checkIn
        stage.models.navigation.go("check_in")
        check_in.begin_name()
        stage.rest()
        if state == "name":
            return
        check_in.type_name("林示远")
        check_in.next()
        for digit in "9999":
            check_in.digit(digit)
        if state == "mismatch":
            check_in.next()

    return scene


def at_door(door: str, scene: Callable[[Stage], None]) -> Callable[[Stage], None]:
    """A scene at another kind of gate."""

    def there(stage: Stage) -> None:
        home(door=door)(stage)
        stage.rest()
        scene(stage)

    return there


# ---- agreement and delegation


LONG_NOTICE = Words(
    "为了办理今天的入场和统计，我们收集您的姓名、学历、学校和手机号后四位。" * 30,
    "For entry and totals today we collect your name, your degree, your school and four digits. " * 30,
)


def agreement(to: str, state: str = "text", *, long: bool = False) -> Callable[[Stage], None]:
    """Somebody is asked to agree."""

    def scene(stage: Stage) -> None:
        rules = {"declaration": fakes.DECLARATION} | ({"consent": LONG_NOTICE} if long else {})
        stage.kiosk.change_policy(**rules)
        stage.models.scan("CONSENT0001" if to == "consent" else "DECLARE0001")
        stage.rest()
        if state == "declined":
            stage.models.agreement.decline()
        elif state == "busy":
            stage.kiosk.hold("agree")
            stage.models.agreement.agree()

    return scene


def delegation(
    state: str, size: int = 28, *, refused: int = 1, absent: int = 0, which: int = 0
) -> Callable[[Stage], None]:
    """The leader was scanned, and the list is shown, up to a state."""

    def scene(stage: Stage) -> None:
        led = stage.kiosk.delegations
        led.size, led.refused = size, refused
        if state == "all here":
            led.here = {1001 + at for at in range(size)}
        page = stage.models.page("delegation")
        page.lead(led.made(which))
        stage.rest()
        first = 1000 * (which + 1) + 1
        for at in range(absent):
            page.toggle(str(first + 3 + 2 * at))
        if state in ("busy", "result", "failed"):
            if state != "result":
                (stage.kiosk.hold if state == "busy" else stage.kiosk.fail)("arrive")
            page.let_in()

    return scene


# ---- walk-up


def walk_up(
    question: str, *, name: str = "阿卜杜热合曼·艾尔肯", school: str = "北京"
) -> Callable[[Stage], None]:
    """The form at a question, those before it answered."""

    def scene(stage: Stage) -> None:
        form = stage.models.walkUp
        stage.models.navigation.go("walk_up")
        if question == "name":
            return
        form.type_name(name)
        form.next()
        if question == "degree":
            return
        form.type_school(school)
        form.choose_degree("硕士")
        if question == "school":
            return
        form.choose_school("4111010008", "北京科技大学")
        if question == "consent":
            form.skip_phone()

    return scene


def registering(state: str, *, name: str = "林示远", school: str = "北京科技大学") -> Callable[[Stage], None]:
    """Consent is given, and the registration is being written, or something is to be mended."""

    def scene(stage: Stage) -> None:
        form = stage.models.walkUp
        stage.models.navigation.go("walk_up")
        form.type_name(name)
        form.next()
        form.choose_degree("硕士")
        form.choose_school("", school)
        form.skip_phone()
        if state == "busy":
            stage.kiosk.hold("register")
        form.agree()

    return scene


def booked_number(stage: Stage) -> None:
    """The student number that came along is booked already."""
    stage.kiosk.badge_desk.numbered = True
    form = stage.models.walkUp
    stage.models.navigation.go("walk_up")
    form.begin_with(fakes.STUDENT_NUMBER)
    form.type_name("林示远")
    form.next()
    form.choose_degree("硕士")
    form.choose_school("4111010008", "北京科技大学")
    form.skip_phone()
    form.agree()


# ---- verdict and badge


def verdict(
    reason: Reason, *, printing: str = "", known: bool = False, door: str = "in", long: bool = False
) -> Callable[[Stage], None]:
    """The verdict of a reason, for somebody with a long name and school; perhaps with a badge to print."""

    def scene(stage: Stage) -> None:
        home(door=door)(stage)
        stage.rest()
        job = fakes.JOB if printing else None
        stage.kiosk.print_queue.at(printing or "printing")
        decided = fakes.decision(reason)
        if long:
            gates = (fakes.LONG_GATE, Words("南门", "South gate"), fakes.LONG_GATE)
            names = replace(decided.particulars, gate=fakes.LONG_GATE, gates=gates)
            decided = replace(decided, case=names)
        admission = fakes.Admission(decided, WHO, 11, job)
        stage.models.page("verdict").show(admission, known=known)

    return scene


def leader(stage: Stage) -> None:
    """The leader of a delegation was scanned."""
    stage.models.scan("LEADER00001")


# ---- help, out of service, idle


def closed(fault: Exception | None) -> Callable[[Stage], None]:
    """The services could not be opened."""

    def scene(stage: Stage) -> None:
        take_services(stage)
        stage.models.close_service(fault)

    return scene


def faulty(kind: StoreFaultKind) -> Callable[[Stage], None]:
    """A scan met a fault of the store, which lasts."""

    def scene(stage: Stage) -> None:
        for call in ("scan", "probe"):
            stage.kiosk.fail(call, StoreFault(kind))
        stage.models.scan("WELCOME0001")
        afterwards(stage, stage.models.fault.end)

    return scene


def idle(page: str) -> Callable[[Stage], None]:
    """The idle question over a page."""

    def scene(stage: Stage) -> None:
        stage.models.navigation.go(page)
        stage.rest()
        for _ in range(48):
            stage.models.idle.step()

    return scene


def idle_staff(stage: Stage) -> None:
    """The idle question over what staff see."""
    stage.models.navigation.go("staff")
    for digit in fakes.PIN:
        stage.models.staff.digit(digit)
    stage.models.staff.sign_in()
    stage.rest()
    for _ in range(48):
        stage.models.idle.step()


def rehearsal(scene: Callable[[Stage], None]) -> Callable[[Stage], None]:
    """A scene of a rehearsal."""

    def rehearsed(stage: Stage) -> None:
        stage.kiosk.rehearse()
        stage.models.home.changed.emit()
        scene(stage)
        afterwards(stage, stage.models.home.changed.emit)

    return rehearsed


NO_PACK = Words(
    "还没有安装活动数据包，请运行 kiosk pack install。",
    "No fair pack is installed. Run: kiosk pack install PACK.",
)

SCENES: dict[str, Callable[[Stage], None]] = {
    "attract": go("attract"),
    "attract loading": without_services("attract"),
    "attract paused": attract(paused=True),
    "attract no session": attract(sessions=0),
    "attract day over": attract(at=_moment(0, 15)),
    "attract out": attract(door="out"),
    "home": home(),
    "home loading": without_services("home"),
    "home calm": home(inside=12),
    "home nearly full": home(inside=2400),
    "home full": home(inside=2500),
    "home paused": home(paused=True),
    "home not open": home(at=_moment(0, 7), inside=0),
    "home other day": home(at=_moment(-3, 10), inside=0),
    "home over": home(at=_moment(2, 10), inside=0),
    "home one session": home(sessions=1),
    "home no session": home(sessions=0),
    "home failed": home(failing=("occupancy",)),
    "home out": home(door="out"),
    "home foyer": home(door="foyer"),
    "home hosts": home(door="hosts"),
    "home session": home(door="session"),
    "home session long": long_session(home(door="session")),
    "home session full": home(door="session", in_session=80),
    "home rehearsal": rehearsal(go("home")),
    "check_in rehearsal": rehearsal(go("check_in")),
    "verdict rehearsal": rehearsal(verdict(Reason.ALREADY_INSIDE)),
    "attract rehearsal": rehearsal(go("attract")),
    "check_in": go("check_in"),
    "check_in code": code("empty"),
    "check_in code some": code("some"),
    "check_in code complete": code("complete"),
    "check_in code busy": code("busy"),
    "check_in code unknown": code("unknown"),
    "check_in number": number("number"),
    "check_in lettered": lettered,
    "check_in tail": number("tail"),
    "check_in name": named("name"),
    "check_in name mismatch": named("mismatch"),
    "check_in out": at_door("out", go("check_in")),
    "check_in busy": number("busy"),
    "check_in mismatch": number("mismatch"),
    "check_in wait": number("wait"),
    **{f"walk_up {each}": walk_up(each) for each in ("name", "degree", "school", "phone", "consent")},
    "walk_up school none": walk_up("school", school="没有这所学校"),
    "walk_up busy": registering("busy"),
    "walk_up problem": registering("problem", name="林𰻞远"),
    "walk_up problem school": registering("problem", school="𰻞𰻞学院"),
    "walk_up problem number": booked_number,
    "agreement": agreement("consent"),
    "agreement declaration": agreement("declaration"),
    "agreement long": agreement("consent", long=True),
    "agreement busy": agreement("consent", "busy"),
    "agreement declined": agreement("consent", "declined"),
    "delegation": delegation("list"),
    "delegation one": delegation("list", 1, which=1),
    "delegation absent": delegation("list", absent=4, which=2),
    "delegation many": delegation("list", 60),
    "delegation all here": delegation("all here"),
    "delegation busy": delegation("busy"),
    "delegation failed": delegation("failed"),
    "delegation result": delegation("result", refused=0),
    "delegation result refused": delegation("result", refused=2),
    "delegation result many refused": delegation("result", 60, refused=30),
    "help": go("help"),
    "help loading": without_services("help"),
    "out_of_service": go("out_of_service"),
    "out_of_service closed": closed(fakes.KnownFault(NO_PACK, "pack.missing")),
    **{
        f"out_of_service {kind.value}": faulty(kind)
        for kind in (StoreFaultKind.DISK_FULL, StoreFaultKind.NOT_WRITABLE, StoreFaultKind.BUSY)
    },
    "out_of_service unknown": closed(None),
    "idle": idle("help"),
    "idle find": idle("find"),
    "idle typing": idle("walk_up"),
    "idle staff": idle_staff,
    **{
        f"verdict {reason.value}": verdict(reason)
        for reason in Reason
        if reason not in ASK_REASONS  # asked on pages of their own
    },
    "verdict left door": verdict(Reason.LEFT, door="out"),
    "verdict badge printing": verdict(Reason.BADGE, printing="printing", door="foyer"),
    "verdict badge not printed": verdict(Reason.BADGE, printing="stopped", door="foyer"),
    "verdict inside long": verdict(Reason.ALREADY_INSIDE, long=True),
    "verdict wrong gate long": verdict(Reason.WRONG_GATE, long=True),
    "verdict unknown hosts": verdict(Reason.UNKNOWN, door="hosts"),
    "verdict known": verdict(Reason.WELCOME, printing="printing", known=True),
    "verdict leader": leader,
    "verdict printing": verdict(Reason.WELCOME, printing="printing"),
    "verdict badge out": verdict(Reason.WELCOME, printing="out"),
    "verdict badge stopped": verdict(Reason.WELCOME, printing="stopped"),
}
