"""Scenes of staff: sign-in, what needs doing, search and act, fair pack, settings of this kiosk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QGuiApplication, QInputMethodEvent

from kiosk.domain.pack_offer import PackLook, PackOffers, PackOutcome
from kiosk.domain.reasons import Reason
from kiosk.domain.words import Words
from kiosk.services.values import Need
from tests.fakes import services as fakes
from tests.ui.scenes.visit import rehearsal
from tests.ui.stage import Stage

Scene = Callable[[Stage], None]


def sign_in(stage: Stage, pin: str = fakes.PIN) -> None:
    """Type a PIN and sign in."""
    stage.models.navigation.go("staff")
    for digit in pin:
        stage.models.staff.digit(digit)
    stage.models.staff.sign_in()
    stage.rest()


def pin(stage: Stage) -> None:
    """A PIN is being typed."""
    stage.models.navigation.go("staff")
    for digit in "24":
        stage.models.staff.digit(digit)


def checking(stage: Stage) -> None:
    """A PIN is being checked."""
    stage.kiosk.hold("sign_in")
    sign_in(stage)


def too_many_tries(stage: Stage) -> None:
    """No PIN counts for a while."""
    stage.kiosk.staff_door.paused_s = 28
    sign_in(stage, "1357")


def pause(stage: Stage) -> None:
    """Pausing asks once."""
    sign_in(stage)
    stage.models.staff.ask_pause()


# ---- the desk


def desk(**knobs: object) -> Scene:
    """The desk on a day with these knobs of FakeFairDay."""

    def scene(stage: Stage) -> None:
        for name, value in knobs.items():
            setattr(stage.kiosk.fair_day, name, value)
        sign_in(stage)

    return scene


def quiet(stage: Stage) -> None:
    """Before the doors open: nobody, nothing."""
    stage.kiosk.crowd(0)
    gates = tuple(replace(gate, admitted=0) for gate in stage.kiosk.fair_day.gates)
    desk(listed=(), entries=(0,) * 10, decided=0, gates=gates)(stage)


def paused(stage: Stage) -> None:
    """Entry is paused."""
    stage.kiosk.gate.paused = True
    stage.kiosk.fair_day.listed = (fakes.MORE_NEEDS[1],)
    sign_in(stage)


def full(stage: Stage) -> None:
    """The hall is full."""
    stage.kiosk.crowd(2500)
    sign_in(stage)


def many_gates(stage: Stage) -> None:
    """Nine gates, nine things to do."""
    names = ("东门", "西门", "南门", "北门", "2 号馆东门", "2 号馆西门", "报告厅", "连廊", "地下车库")
    english = ("East", "West", "South", "North", "Hall 2 east", "Hall 2 west", "Auditorium", "Link", "Garage")
    gates = [Words(zh, en) for zh, en in zip(names, english, strict=True)]
    rows = tuple(replace(fakes.GateRow(name, 1227 - 90 * at), here=at == 0) for at, name in enumerate(gates))
    needs = (*fakes.NEEDS, *fakes.MORE_NEEDS, *fakes.NEEDS)
    desk(listed=needs, gates=rows)(stage)


def broken(call: str, view: str = "desk") -> Scene:
    """A view whose call fails."""

    def scene(stage: Stage) -> None:
        stage.kiosk.fail(call)
        sign_in(stage)
        stage.models.staff.open(view)

    return scene


def loading(call: str, view: str = "desk") -> Scene:
    """A view whose call does not answer yet."""

    def scene(stage: Stage) -> None:
        if view != "desk":
            sign_in(stage)
        stage.kiosk.hold(call)
        if view == "desk":
            sign_in(stage)
        stage.models.staff.open(view)

    return scene


# ---- search and act


def typed(stage: Stage, text: str) -> None:
    """Type into the field that has the focus, as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QGuiApplication.sendEvent(QGuiApplication.focusObject(), event)


def search(text: str, attendee: str = "", act: str = "", crowd: int = 0) -> Scene:
    """The search with something typed, perhaps somebody chosen, and what is done for them."""

    def scene(stage: Stage) -> None:
        stage.kiosk.badge_desk.crowd = fakes.people(crowd)
        sign_in(stage)
        stage.models.staff.open("search")
        stage.rest()
        if text:
            typed(stage, text)
        stage.rest()
        if attendee:
            stage.models.staff.people.choose(attendee)
        if act:
            getattr(stage.models.staff.people, act)()

    return scene


def search_state(state: str) -> Scene:
    """The search while it is read, or could not be."""

    def scene(stage: Stage) -> None:
        sign_in(stage)
        stage.models.staff.open("search")
        stage.rest()
        (stage.kiosk.hold if state == "loading" else stage.kiosk.fail)("find")
        typed(stage, "张")

    return scene


def not_done(stage: Stage) -> None:
    """Asking for a badge did not work."""
    stage.kiosk.fail("reissue")
    search("张", "11", "reissue")(stage)


def list_of(need: str) -> Scene:
    """The list of people that a need leads to."""

    def scene(stage: Stage) -> None:
        sign_in(stage)
        stage.models.staff.lead(need)

    return scene


def on_file(act: str, *, refused: Reason | None = None, barred: bool = False, remark: str = "") -> Scene:
    """Somebody is chosen, and something is done for them or asked about: words parted by spaces are calls
    without or with one value (ask_for:bar)."""

    def scene(stage: Stage) -> None:
        stage.kiosk.corrections.refused = refused
        stage.kiosk.badge_desk.barred = {11} if barred else set()
        stage.kiosk.badge_desk.remarks = {11: remark}
        search("张", "11")(stage)
        for step in act.split():
            call, _, value = step.partition(":")
            getattr(stage.models.staff.people, call)(*([value] if value else []))
            stage.rest()

    return scene


REMARK = "请转告：您的面试改到 2 号馆 D014，下午两点；到了先找张老师，不用排队"


# ---- recent decisions, stalls, delegations


def recent(*, decided: int = 5, undone: tuple[int, ...] = (), act: str = "") -> Scene:
    """So many latest decisions, some taken back; perhaps one is asked about, or is taken back."""

    def scene(stage: Stage) -> None:
        stage.kiosk.fair_day.decided = decided
        stage.kiosk.fair_day.undone = set(undone)
        sign_in(stage)
        stage.models.staff.open("recent")
        stage.rest()
        if act:
            desk_model = stage.models.staff.desk
            desk_model.ask_undo("5be1f09a:2615")
            if act == "too late":
                stage.kiosk.corrections.too_late = True
            if act != "ask":
                desk_model.undo("5be1f09a:2615")

    return scene


def stalls(*, missing: int = 11, act: str = "", released: int = 0) -> Scene:
    """So many stalls that nobody came to."""

    def scene(stage: Stage) -> None:
        stage.kiosk.stalls.missing = missing
        stage.kiosk.stalls.give_up(released)
        sign_in(stage)
        stage.models.staff.open("stalls")
        stage.rest()
        for step in act.split():
            call, _, value = step.partition(":")
            getattr(stage.models.staff.stalls, call)(*([value] if value else []))
            stage.rest()

    return scene


def delegations(*, count: int = 3, opened: bool = False, let_in: bool = False) -> Scene:
    """So many delegations, perhaps one of them open, perhaps let in."""

    def scene(stage: Stage) -> None:
        stage.kiosk.delegations.count = count
        sign_in(stage)
        stage.models.staff.open("delegations")
        stage.rest()
        if opened:
            stage.models.staff.delegations.open("7")
            stage.rest()
        if let_in:
            stage.models.staff.delegations.one.let_in()

    return scene


def at_session(stage: Stage) -> None:
    """A kiosk at a session's door."""
    stage.kiosk.stand_at("session")
    sign_in(stage)


def many_halls(stage: Stage) -> None:
    """Six halls, one of them full."""
    halls = [
        replace(fakes.HALLS[0], name=Words(f"{at} 号馆", f"Hall {at}"), inside=1700 - 200 * at)
        for at in range(1, 7)
    ]
    stage.kiosk.gate.halls = tuple(halls)
    sign_in(stage)


def need(which: Need, act: str = "") -> Scene:
    """Something to be dealt with here and now."""

    def scene(stage: Stage) -> None:
        stage.kiosk.fair_day.listed = (which, *fakes.NEEDS[:1])
        sign_in(stage)
        if act:
            stage.models.staff.lead(which.leads_to)
            stage.rest()
        if act == "done" and which.leads_to == "clock":
            stage.models.staff.desk.confirm_clock()

    return scene


# ---- fair pack, settings


def pack(packs: int = 1, check: str = "") -> Scene:
    """The fair pack, perhaps one of several, perhaps checked."""

    def scene(stage: Stage) -> None:
        stage.kiosk.fair_pack.packs = (fakes.PACK, *fakes.OTHER_PACKS)[:packs]
        if check == "wrong":
            stage.kiosk.fair_pack.damage = Words(
                "catalogue.db 已损坏或没有拷贝完整。请重新拷贝整个文件夹。",
                "catalogue.db is damaged or half copied. Copy the whole folder again.",
            )
        elif check == "checking":
            stage.kiosk.hold("check_pack")
        sign_in(stage)
        stage.models.staff.open("pack")
        stage.rest()
        if check:
            stage.models.staff.pack.check_file()

    return scene


def stick(
    *steps: str,
    found: PackOffers | None = None,
    seen: PackLook | None = None,
    outcome: PackOutcome | None = None,
    hold: str = "",
    number: int = 0,
    share: float = 0.0,
) -> Scene:
    """A pack from a stick, so far along; perhaps the call of that name does not answer yet."""

    def scene(stage: Stage) -> None:
        fake = stage.kiosk.pack_stick
        fake.found, fake.seen = found or fake.found, seen or fake.seen
        fake.outcome, fake.share = outcome or fake.outcome, share
        sign_in(stage)
        stage.models.staff.open("pack")
        stage.rest()
        if hold:
            stage.kiosk.hold(hold)
        for step in ("find", *steps):
            getattr(stage.models.staff.pack.stick, step)(*([number] if step == "choose" else []))
            stage.rest()

    return scene


DAMAGED_PACK = Words(
    "w4 已损坏或没有拷贝完整。请重新拷贝整个文件夹。",
    "w4 is damaged or half copied. Copy the whole folder again.",
)


def settings(*, kept: str = "") -> Scene:
    """The settings of this kiosk, perhaps with a change that was kept, or was not."""

    def scene(stage: Stage) -> None:
        sign_in(stage)
        stage.models.staff.open("settings")
        stage.rest()
        if kept == "no":
            stage.kiosk.fail("change")
        if kept:
            local = stage.models.staff.local
            local.sound(not local.sounds)
            stage.rest()

    return scene


SCENES: dict[str, Scene] = {
    "staff pin": pin,
    "staff wrong pin": lambda stage: sign_in(stage, "1357"),
    "staff pin checking": checking,
    "staff too many tries": too_many_tries,
    "staff desk": sign_in,
    "staff desk loading": loading("needs"),
    "staff desk failed": broken("needs"),
    "staff desk quiet": quiet,
    "staff desk one": desk(listed=fakes.NEEDS[:1]),
    "staff desk many": many_gates,
    "staff desk paused": paused,
    "staff desk full": full,
    "staff desk session": at_session,
    "staff rehearsal": rehearsal(sign_in),
    "staff desk halls": many_halls,
    "staff clock": need(fakes.CLOCK_NEED),
    "staff clock asked": need(fakes.CLOCK_NEED, "ask"),
    "staff clock confirmed": need(fakes.CLOCK_NEED, "done"),
    "staff rescue": need(fakes.RESCUE_NEED),
    "staff rescue seen": need(fakes.RESCUE_NEED, "done"),
    "staff stalls needed": need(fakes.STALLS_NEED),
    "staff pause": pause,
    "staff recent": recent(undone=(0,)),
    "staff recent none": recent(decided=0),
    "staff recent many": recent(decided=20, undone=(5,)),
    "staff recent asked": recent(act="ask"),
    "staff recent undone": recent(act="undo"),
    "staff recent too late": recent(act="too late"),
    "staff recent loading": loading("recent", "recent"),
    "staff recent failed": broken("recent", "recent"),
    "staff stalls": stalls(),
    "staff stalls none": stalls(missing=0),
    "staff stalls asked": stalls(act="ask_release"),
    "staff stalls released": stalls(act="ask_release release show_list:released"),
    "staff stalls given back": stalls(released=4, act="show_list:released give_back:A002"),
    "staff stalls loading": loading("stalls", "stalls"),
    "staff stalls failed": broken("stalls", "stalls"),
    "staff delegations": delegations(),
    "staff delegations none": delegations(count=0),
    "staff delegations many": delegations(count=24),
    "staff delegations open": delegations(opened=True),
    "staff delegations let in": delegations(opened=True, let_in=True),
    "staff delegations loading": loading("delegations", "delegations"),
    "staff delegations failed": broken("delegations", "delegations"),
    "staff search start": search(""),
    "staff search loading": search_state("loading"),
    "staff search failed": search_state("failed"),
    "staff search none": search("zzzz"),
    "staff search one": search("A015"),
    "staff search": search("张", "11"),
    "staff search done": search("张", "11", "reissue"),
    "staff search let in": on_file("admit"),
    "staff search refused": on_file("admit", refused=Reason.TOO_EARLY),
    "staff search override": on_file("admit ask_for:override", refused=Reason.EMPLOYER_LIMIT),
    "staff search reissue": on_file("ask_for:reissue"),
    "staff search bar": on_file("ask_for:bar", remark=REMARK),
    "staff search barred": on_file("", barred=True, remark=REMARK),
    "staff search not done": not_done,
    "staff search many": search("李", crowd=20),
    "staff search too many": search("李", "103", crowd=21),
    "staff reissued twice": list_of("conflicts"),
    "staff pack": pack(),
    "staff pack loading": loading("pack", "pack"),
    "staff pack failed": broken("pack", "pack"),
    "staff pack several": pack(3, "right"),
    "staff pack checking": pack(check="checking"),
    "staff pack damaged": pack(check="wrong"),
    "staff stick looking": stick(hold="find_packs", share=0.3),
    "staff stick": stick(),
    "staff stick none": stick(found=PackOffers()),
    "staff stick empty": stick(found=PackOffers(sticks=1, more=True)),
    "staff stick silent": stick(found=PackOffers(answered=False)),
    "staff stick reading": stick("choose", hold="look_at_pack", share=0.6),
    "staff stick asked": stick("choose"),
    "staff stick other fair": stick("choose", number=1, seen=PackLook(first=True)),
    "staff stick joins": stick("choose", number=1, seen=PackLook(first=True, opens=False)),
    "staff stick refused": stick("choose", seen=PackLook(problem=DAMAGED_PACK)),
    "staff stick installing": stick("choose", "install", hold="install_pack", share=0.45),
    "staff stick installed": stick("choose", "install"),
    "staff stick failed": stick("choose", "install", outcome=PackOutcome(problem=fakes.STICK_GONE)),
    "staff settings": settings(),
    "staff settings loading": loading("local_settings", "settings"),
    "staff settings failed": broken("local_settings", "settings"),
    "staff settings kept": settings(kept="yes"),
    "staff settings not kept": settings(kept="no"),
}
