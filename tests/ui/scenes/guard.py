"""Scenes of staff who may not do everything, and of the log in words."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.words import Words
from kiosk.services.values import Need
from tests.fakes import guard as fakes
from tests.ui.scenes.staff import broken, sign_in, typed
from tests.ui.stage import Stage

Scene = Callable[[Stage], None]

HELP, PRINT = "8024", "5793"
CLOCK = Need(
    "refuse",
    Words("本机的时间可能不对", "This kiosk's clock may be wrong"),
    Words(
        "现在显示 2026-11-28 09:24，核对前所有人都转人工",
        "It shows 2026-11-28 09:24. All go to staff until then.",
    ),
    "clock",
)


def desk_of_help(stage: Stage) -> None:
    """Who helps sees what needs doing, and whose it is."""
    stage.kiosk.fair_day.listed = (CLOCK, *stage.kiosk.fair_day.listed)
    sign_in(stage, HELP)


def person_of_print(stage: Stage) -> None:
    """Who prints has somebody chosen whom others let in."""
    sign_in(stage, PRINT)
    stage.models.staff.open("search")
    stage.rest()
    typed(stage, "张")
    stage.rest()
    stage.models.staff.people.choose("11")


def printers_of_help(stage: Stage) -> None:
    """Who helps looks at the printers."""
    stage.kiosk.print_queue.queue(unknown=1, waiting=3, failed=2)
    sign_in(stage, HELP)
    stage.models.staff.open("printers")
    stage.rest()


def log(pin: str, *steps: str, times: int = 1) -> Scene:
    """The log as somebody sees it; steps are calls with one value (choose:entry)."""

    def scene(stage: Stage) -> None:
        stage.kiosk.staff_log.times = times
        sign_in(stage, pin)
        stage.models.staff.open("log")
        stage.rest()
        for step in steps:
            call, _, value = step.partition(":")
            getattr(stage.models.staff.log, call)(value)
            stage.rest()

    return scene


SCENES: dict[str, Scene] = {
    "staff desk help": desk_of_help,
    "staff person print": person_of_print,
    "staff printers help": printers_of_help,
    "staff log": log(fakes.PIN, times=9),
    "staff log narrowed": log(fakes.PIN, "choose:entry", "only_of:s2"),
    "staff log own": log(HELP),
    "staff log failed": broken("staff_log", "log"),
}
assert {HELP, PRINT} <= set(fakes.PINS)
