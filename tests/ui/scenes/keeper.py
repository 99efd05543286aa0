"""Scenes of this kiosk itself: its place, screen, clock, fair, and end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from kiosk.domain import keeper_words
from kiosk.domain.fair import BEIJING
from kiosk.services.clock_setting import ClockSet, ClockStanding, SetState
from kiosk.services.fair_choice import Trial
from kiosk.services.machine import Refusal
from tests.fakes import keeper as fakes
from tests.ui.scenes.staff import broken, loading, sign_in
from tests.ui.scenes.visit import rehearsal
from tests.ui.stage import Stage

Scene = Callable[[Stage], None]


def view(name: str, prepare: Callable[[Stage], object] = lambda _stage: None) -> Scene:
    """A view of the staff page, once it has read what it shows."""

    def scene(stage: Stage) -> None:
        prepare(stage)
        sign_in(stage)
        stage.models.staff.open(name)
        stage.rest()

    return scene


def then(first: Scene, *steps: Callable[[Stage], object]) -> Scene:
    """More is touched after that, one thing after another."""

    def scene(stage: Stage) -> None:
        first(stage)
        for step in steps:
            step(stage)
            stage.rest()

    return scene


def typed(digits: str) -> Callable[[Stage], None]:
    """Digits for the clock."""

    def step(stage: Stage) -> None:
        for digit in digits:
            stage.models.staff.time.digit(digit)

    return step


def _behind(stage: Stage) -> None:
    newest = datetime(2026, 11, 28, 16, 2, tzinfo=BEIJING)
    stage.kiosk.station.clock.said = ClockStanding("own_unsure", 0, trusted=False, newest=newest)


def _asks(stage: Stage) -> None:
    words = keeper_words.before_newest(datetime(2026, 11, 28, 16, 2, tzinfo=BEIJING))
    stage.kiosk.station.clock.stops = ClockSet(SetState.ASKS, words)


def _refuses(stage: Stage) -> None:
    stage.kiosk.station.clock.refusal = Refusal(keeper_words.refused("clock", "refused"))


def _small(stage: Stage) -> None:
    local = stage.kiosk.local_settings
    local.values = replace(local.values, screen_in=15.6)
    stage.kiosk.machine.bright = 70


def _not_yet(stage: Stage) -> None:
    stage.kiosk.station.shut_down.remarks = fakes.NOT_YET


def leaving(*, again: bool = False, refusal: Refusal | None = None, closed: bool = False) -> Scene:
    """The kiosk is being shut down."""

    def scene(stage: Stage) -> None:
        stage.models.page("leaving").begin(again=again)
        stage.models.navigation.go("leaving")
        if closed:
            stage.models.page("leaving").closed(refusal)

    return scene


def _last_fair(stage: Stage) -> None:
    rows = stage.models.staff.fair.rows
    other = next(each.fair.id for each in rows.items if not each.fair.here)
    stage.models.staff.fair.choose(other)


def _no_place(stage: Stage) -> None:
    stage.kiosk.station.fair.tried = Trial(has_place=False)


def _no_sound(stage: Stage) -> None:
    stage.kiosk.machine.loud = None


def _silent(stage: Stage) -> None:
    stage.kiosk.machine.loud = 0


SCENES: dict[str, Scene] = {
    "staff settings silent": view("settings", _silent),
    "staff place": view("place"),
    "staff place taken": then(view("place"), lambda stage: stage.models.staff.place.choose("west-1")),
    "staff place moved": then(
        view("place"),
        lambda stage: stage.models.staff.place.choose("east-1"),
        lambda stage: stage.models.staff.place.take(),
        lambda stage: stage.models.staff.attached(),
    ),
    "staff place failed": broken("places", "place"),
    "staff screen": view("screen"),
    "staff screen small": view("screen", _small),
    "staff screen card": then(view("screen"), lambda stage: stage.models.staff.local.screen.measure()),
    "staff time": view("time"),
    "staff time wrong": view("time", _behind),
    "staff time typing": then(view("time"), lambda stage: stage.models.staff.time.begin(), typed("092")),
    "staff time asks": then(
        view("time", _asks),
        lambda stage: stage.models.staff.time.begin(),
        typed("0924"),
        lambda stage: stage.models.staff.time.set(),
    ),
    "staff time own": then(
        view("time", _refuses),
        lambda stage: stage.models.staff.time.begin(),
        typed("0924"),
        lambda stage: stage.models.staff.time.set(),
    ),
    "staff fair": view("fair"),
    "staff fair asks": then(view("fair", _no_place), _last_fair),
    "staff fair rehearse": then(view("fair"), lambda stage: stage.models.staff.fair.ask_rehearsal()),
    "staff fair rehearsal": rehearsal(
        then(view("fair"), lambda stage: stage.models.staff.fair.ask_rehearsal())
    ),
    "staff power": view("power"),
    "staff power not yet": view("power", _not_yet),
    "staff power asks": then(view("power", _not_yet), lambda stage: stage.models.staff.power.ask_off()),
    "staff power loading": loading("shut_down_standing", "power"),
    "leaving": leaving(),
    "leaving done": leaving(closed=True, refusal=Refusal(keeper_words.refused("power", "refused"))),
}
