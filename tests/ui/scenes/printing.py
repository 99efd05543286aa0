"""Scenes of printing: staff's printers and their queue, how badges look, a visitor's badge on its way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.devices.printers.port import Handover
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState
from kiosk.domain.reasons import Reason
from kiosk.domain.words import Words
from kiosk.services.printing.needs import print_needs
from kiosk.services.printing.values import PrinterLine
from kiosk.services.values import Need
from tests.fakes import services as fakes
from tests.fakes.printing import MISSING, PRINTERS, RIGHT, in_trouble
from tests.ui.scenes import visit
from tests.ui.scenes.staff import broken, loading, search, sign_in
from tests.ui.stage import Stage

Scene = Callable[[Stage], None]

ONE, FOUR = PRINTERS[:1], PRINTERS
EMPTY = in_trouble(PRINTERS[0], Trouble.PAPER_OUT)


def printers(
    *steps: str,
    lines: tuple[PrinterLine, ...] = ONE,
    waiting: int = 0,
    unknown: int = 0,
    failed: int = 0,
    test: Handover | None = None,
) -> Scene:
    """Staff's printers with such a queue; then calls of PrintersModel, or of `jobs.`, in order."""

    def scene(stage: Stage) -> None:
        queue = stage.kiosk.print_queue
        queue.printers = lines
        queue.queue(waiting, unknown, failed)
        queue.handover = test or queue.handover
        sign_in(stage)
        stage.models.staff.open("printers")
        stage.rest()
        _go(stage, steps)

    return scene


def _go(stage: Stage, steps: tuple[str, ...]) -> None:
    for step in steps:
        call, _, value = step.partition(":")
        if call in ("hold", "fail"):
            getattr(stage.kiosk, call)(value)
            continue
        owner = stage.models.staff.printers
        *path, call = call.split(".")
        for name in path:
            owner = getattr(owner, name)
        getattr(owner, call)(*([_value(value)] if value else []))
        stage.rest()


def _value(text: str) -> str | bool:
    return {"yes": True, "no": False}.get(text, text)


def mended(stage: Stage) -> None:
    """Out of paper until a moment ago."""
    printers(lines=(EMPTY, *FOUR[1:]), waiting=7)(stage)
    stage.kiosk.print_queue.printers = FOUR
    stage.models.staff.printers.refresh()
    stage.rest()


TELLING = (Trouble.GONE, Trouble.RIBBON_OUT, Trouble.REJECTING, Trouble.HOT)
"""Those with the longest words, and one that goes by itself; the others differ in words and picture alone."""


LONG = replace(
    PRINTERS[0],
    name=Words("国家会议中心二期东登录厅 3 号标签打印机", "East registration hall label printer 3"),
    place=Words("东登录厅 3 号机右手边的出卡口", "the slot to the right of kiosk 3 in the east hall"),
)
TOLD = Handover(PrintState.FAILED, Trouble.PAPER_OUT)


def needed(*, lines: tuple[PrinterLine, ...], waiting: int = 0, unknown: int = 0, failed: int = 0) -> Scene:
    """What needs doing with such a queue."""

    def scene(stage: Stage) -> None:
        queue = stage.kiosk.print_queue
        queue.printers = lines
        queue.queue(waiting, unknown, failed)
        needs = print_needs(queue.stands(), fakes.NOW)
        listed = tuple(Need(each.level, each.title, each.detail, "printers") for each in needs)
        stage.kiosk.fair_day.listed = tuple(sorted(listed, key=lambda each: each.level != "refuse"))
        sign_in(stage)

    return scene


# ---- a visitor's badge


DESK_B = Words("B 服务台第 3 排", "desk B, row 3")


def badge(
    stage_of: str,
    *steps: str,
    before: int = 0,
    place: Words | None = RIGHT,
    trouble: Trouble = Trouble.PAPER_OUT,
    door: str = "in",
) -> Scene:
    """The verdict's hold has ended before the badge came out; then calls of BadgeModel."""

    def scene(stage: Stage) -> None:
        at = {"before": before, "place": place, "trouble": trouble}
        reason = Reason.BADGE if door == "foyer" else Reason.WELCOME
        visit.verdict(reason, printing="printing", door=door)(stage)
        _hold_ends(stage)
        stage.kiosk.print_queue.at(stage_of, **at)
        stage.models.printed(fakes.JOB, None)
        stage.rest()
        for step in steps:
            getattr(stage.models.badge, step)()

    return scene


def lying(*, page: bool) -> Scene:
    """The badge was printed before: as the verdict says it, or the page after it."""

    def scene(stage: Stage) -> None:
        who = fakes.Who("欧＊＊修", "中国地质大学（北京）", fakes.BadgeType.GRADUATE)
        admission = fakes.Admission(fakes.decision(Reason.WELCOME), who, 11, lies=DESK_B)
        stage.models.page("verdict").show(admission)
        if page:
            _hold_ends(stage)

    return scene


def verdict(stage_of: str, **at: object) -> Scene:
    """A verdict whose badge is so far."""

    def scene(stage: Stage) -> None:
        visit.verdict(Reason.WELCOME, printing="printing")(stage)
        stage.kiosk.print_queue.at(stage_of, **at)
        stage.models.printed(fakes.JOB, None)

    return scene


def _hold_ends(stage: Stage) -> None:
    while stage.models.verdict.shown:
        stage.models.verdict.step()
    stage.rest()


def at_desk(act: str, attendee: str = "11") -> Scene:
    """Somebody was found at the desk, and a badge is to be printed: calls of PeopleModel parted by spaces."""

    def scene(stage: Stage) -> None:
        search("张", attendee)(stage)
        for step in act.split():
            call, _, value = step.partition(":")
            getattr(stage.models.staff.people, call)(*([value] if value else []))
            stage.rest()

    return scene


SCENES: dict[str, Scene] = {
    "staff search reprint": at_desk("ask_for:reprint"),
    "staff search reprint why": at_desk("ask_for:reprint choose_reason:not_printed"),
    "staff search first print": at_desk("ask_for:reprint", "21"),
    "staff search printed": at_desk("ask_for:reprint choose_reason:lost confirm"),
    "verdict badge waits": verdict("waiting", before=12),
    "verdict badge below": verdict("printing", place=None),
    "verdict badge held": verdict("held"),
    "verdict badge lies": lying(page=False),
    "badge waiting": badge("waiting", before=3),
    "badge printing": badge("printing"),
    "badge printing below": badge("printing", place=None),
    "badge out": badge("out"),
    "badge out below": badge("out", place=None),
    "badge held": badge("held"),
    "badge held code": badge("held", "show_code"),
    "badge stopped": badge("stopped"),
    "badge stopped foyer": badge("stopped", door="foyer"),
    "badge lies": lying(page=True),
    "staff desk printer empty": needed(lines=(EMPTY,), waiting=7, unknown=1),
    "staff desk printers": needed(lines=(EMPTY, *FOUR[1:]), waiting=7, failed=2),
    "staff desk printer low": needed(lines=(replace(PRINTERS[1], warning=Trouble.PAPER_OUT),), waiting=3),
    "staff printers": printers(),
    "staff printers loading": loading("standing", "printers"),
    "staff printers could not be read": broken("standing", "printers"),
    "staff printers none": printers(lines=()),
    "staff printers not looked": printers(lines=(replace(PRINTERS[0], looked=False, labels_left=None),)),
    "staff printers low": printers(lines=(replace(PRINTERS[1], first=True),)),
    "staff printers warned": printers(lines=(replace(PRINTERS[0], warning=Trouble.RIBBON_OUT),)),
    "staff printers long": printers(
        lines=(in_trouble(LONG, Trouble.JAM, minutes=75), *FOUR[1:]), waiting=12, unknown=1
    ),
    **{
        f"staff printers {each.value.replace('_', ' ')}": printers(lines=(in_trouble(PRINTERS[0], each),))
        for each in TELLING
    },
    "staff printers four": printers(lines=FOUR, waiting=3),
    "staff printers four empty": printers(lines=(EMPTY, *FOUR[1:]), waiting=7),
    "staff printers four mended": mended,
    "staff printers two empty": printers(
        lines=(EMPTY, in_trouble(PRINTERS[1], Trouble.GONE)), waiting=300, unknown=2, failed=3
    ),
    "staff printers asked": printers(lines=FOUR[:2], waiting=4, unknown=1),
    "staff printers asked many": printers(lines=FOUR, unknown=12),
    "staff printers not come out": printers("jobs.answer:no", unknown=2),
    "staff printers failed many": printers(failed=9, waiting=2),
    "staff printers again": printers("jobs.print_again:511", failed=2),
    "staff printers waiting many": printers(waiting=300),
    "staff printers cancel asked": printers("jobs.ask_cancel:7002", waiting=4),
    "staff printers labels": printers("ask_labels", "digit:3", "digit:2", lines=FOUR),
    "staff printers labels loaded": printers("ask_labels", "roll_of:500", "load", lines=FOUR),
    "staff printers test failed": printers("test", lines=FOUR, test=TOLD),
    "staff printers testing": printers("hold:test_page", "test"),
    "staff printers not done": printers("fail:print_first_on", "choose:left", "print_first", lines=FOUR[:2]),
    "staff layouts": printers("layouts.open"),
    "staff layouts tape": printers("layouts.open", "layouts.choose:tape_62", "layouts.show_type:employer"),
    "staff layouts loading": printers("hold:layouts", "layouts.open"),
    "staff layouts failed": printers("fail:preview", "layouts.open"),
    "staff layouts missing": printers("layouts.open", f"layouts.type_name:林{MISSING}远", "layouts.refresh"),
}
