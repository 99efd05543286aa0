"""Scenes of staff: sign-in, what needs doing, search and act, printer, fair pack, settings of this kiosk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QGuiApplication, QInputMethodEvent

from kiosk.domain.fair import Words
from tests.fakes import services as fakes
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
    stage.kiosk.fair_day.paused_s = 28
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


# ---- printer, fair pack, settings


def printer(*, chosen: bool = True, waiting: int = 0, failed: int = 0, act: str = "") -> Scene:
    """The printer with so many badges that wait or failed."""

    def scene(stage: Stage) -> None:
        queue = stage.kiosk.print_queue
        queue.chosen, queue.waiting, queue.failed = chosen, waiting, failed
        sign_in(stage)
        stage.models.staff.open("printers")
        stage.rest()
        if act == "test":
            stage.models.staff.printers.test()
        elif act:
            stage.models.staff.printers.print_again(act)

    return scene


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


def settings(*, kept: str = "") -> Scene:
    """The settings of this kiosk, perhaps with a change that was kept, or was not."""

    def scene(stage: Stage) -> None:
        sign_in(stage)
        stage.models.staff.open("settings")
        stage.rest()
        if kept == "no":
            stage.kiosk.fail("change")
        if kept:
            stage.models.staff.local.raise_mount()

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
    "staff pause": pause,
    "staff search start": search(""),
    "staff search loading": search_state("loading"),
    "staff search failed": search_state("failed"),
    "staff search none": search("zzzz"),
    "staff search one": search("A015"),
    "staff search": search("张", "11"),
    "staff search done": search("张", "11", "reissue"),
    "staff search not done": not_done,
    "staff search many": search("李", crowd=20),
    "staff search too many": search("李", "103", crowd=21),
    "staff admitted twice": list_of("twice"),
    "staff reissued twice": list_of("conflicts"),
    "staff printer": printer(),
    "staff printer loading": loading("standing", "printers"),
    "staff printer could not be read": broken("standing", "printers"),
    "staff printer none": printer(chosen=False),
    "staff printer waiting": printer(waiting=7),
    "staff printer failed one": printer(failed=1),
    "staff printer failed many": printer(waiting=2, failed=9, act="11"),
    "staff printer test": printer(act="test"),
    "staff pack": pack(),
    "staff pack loading": loading("pack", "pack"),
    "staff pack failed": broken("pack", "pack"),
    "staff pack several": pack(3, "right"),
    "staff pack checking": pack(check="checking"),
    "staff pack damaged": pack(check="wrong"),
    "staff settings": settings(),
    "staff settings loading": loading("local_settings", "settings"),
    "staff settings failed": broken("local_settings", "settings"),
    "staff settings kept": settings(kept="yes"),
    "staff settings not kept": settings(kept="no"),
}
