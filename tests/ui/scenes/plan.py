"""Scenes of a visitor's plan: how it begins, in order, on its way out, and with a badge."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain import badge
from tests.fakes import services as fakes
from tests.ui.scenes.find import LONG, failed, held
from tests.ui.scenes.visit import go
from tests.ui.stage import Stage

Scene = Callable[[Stage], None]
BADGE = badge.PREFIX + "A" * (badge.TOKEN_LENGTH - len(badge.PREFIX))
"""Somebody's, to the fake services."""
NOBODYS = "NOBODYS0001"
SOME = ("A003", "B002", "D001", "C005")
TALK = "S04"
"""At 13:00, in a room on the plan."""
MANY = tuple(stall.number for stall in fakes.PLAN.stalls[::4])


def picked(*stalls: str, sessions: tuple[str, ...] = ()) -> Scene:
    """The plan of these."""

    def scene(stage: Stage) -> None:
        for number in stalls:
            stage.models.plan.toggleStall(number)
        for session in sessions:
            stage.models.plan.toggleSession(session)
        stage.models.navigation.go("plan")

    return scene


def then(scene: Scene, *steps: Callable[[Stage], None]) -> Scene:
    """A scene, and what a visitor does next, each step when the one before has come to rest."""

    def longer(stage: Stage) -> None:
        scene(stage)
        for step in steps:
            stage.rest()
            step(stage)

    return longer


def asks(what: str) -> Scene:
    """A visitor wants something of the badge, which has to be scanned first."""

    def scene(stage: Stage) -> None:
        if not stage.models.plan.want(what):
            stage.models.visitor.listen()

    return scene


def scans(text: str) -> Scene:
    """A badge is scanned."""
    return lambda stage: stage.models.scan(text)


def without_printer(scene: Scene) -> Scene:
    """A kiosk that has no printer."""

    def changed(stage: Stage) -> None:
        stage.kiosk.visit_plans.prints = False
        scene(stage)

    return changed


def hard(stage: Stage) -> None:
    """Long names, a host that moved, a stall that no way leads to, a talk whose room is not on the plan."""
    plans = stage.kiosk.visit_plans
    plans.names = {"A003": LONG, "F001": LONG}
    plans.no_ways = ("F001",)
    plans.moved = {"B002": "B007"}
    picked("A003", "B002", "F001", sessions=(TALK, "S02"))(stage)


def prints(*, comes_out: bool) -> Scene:
    """The strip is printed, or does not come out."""

    def scene(stage: Stage) -> None:
        stage.kiosk.visit_plans.comes_out = comes_out
        stage.models.plan.hand.printStrip()

    return scene


def kept(stage: Stage) -> None:
    """Something is kept with the badge already."""
    stage.kiosk.visit_plans.kept_plans[7] = (("C005", "F002"), (TALK,))


def has_no_major(stage: Stage) -> None:
    """No stall says that it wants this major."""
    stage.kiosk.visit_plans.suits = ()


def shows_code(stage: Stage) -> None:
    stage.models.plan.hand.showCode(True)


SCENES: dict[str, Scene] = {
    "plan": go("plan"),
    "plan scanning": then(go("plan"), asks("open")),
    "plan unknown badge": then(go("plan"), asks("open"), scans(NOBODYS)),
    "plan proposed": then(go("plan"), asks("open"), scans(BADGE)),
    "plan nothing proposed": then(has_no_major, go("plan"), asks("open"), scans(BADGE)),
    "plan taken up": then(kept, go("plan"), asks("open"), scans(BADGE)),
    "plan stops": picked(*SOME, sessions=(TALK,)),
    "plan one stop": picked("A003"),
    "plan chosen": then(picked(*SOME, sessions=(TALK,)), lambda stage: stage.models.plan.choose("B002")),
    "plan other level": then(
        picked(*SOME, sessions=(TALK,)), lambda stage: stage.models.plan.map.showLeg("1")
    ),
    "plan many": picked(*MANY, sessions=(TALK,)),
    "plan hard": hard,
    "plan nowhere": picked(sessions=("S02",)),
    "plan keeping": then(picked(*SOME), asks("keep")),
    "plan kept": then(picked(*SOME), asks("keep"), scans(BADGE)),
    "plan code": then(picked(*SOME, sessions=(TALK,)), shows_code),
    "plan printing": held("print_plan", then(picked(*SOME), prints(comes_out=True))),
    "plan printed": then(picked(*SOME), prints(comes_out=True)),
    "plan not printed": then(picked(*SOME), prints(comes_out=False)),
    "plan no printer": without_printer(picked(*SOME)),
    "plan loading": held("plan_order", picked(*SOME)),
    "plan failed": failed("plan_order", picked(*SOME)),
}
