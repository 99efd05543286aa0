"""Scenes of what kiosks agree on: who was let in twice, and badges that are printed at another kiosk."""

from __future__ import annotations

from collections.abc import Callable

from tests.fakes.truth import KNOWN
from tests.ui.scenes.staff import broken, loading, sign_in
from tests.ui.stage import Stage

Scene = Callable[[Stage], None]


def twice(*steps: str, count: int = 0, none: bool = False, hold: str = "", fail: str = "") -> Scene:
    """The list of who was let in twice, then calls of DoublesModel in order (answer:mistake)."""

    def scene(stage: Stage) -> None:
        stage.kiosk.doubles.restore()
        if count:
            stage.kiosk.doubles.crowd(count)
        if none:
            stage.kiosk.doubles.lines = ()
        sign_in(stage)
        stage.models.staff.lead("twice")
        stage.rest()
        doubles = stage.models.staff.doubles
        for step in steps:
            if step == steps[-1] and hold:
                stage.kiosk.hold(hold)
            if step == steps[-1] and fail:
                stage.kiosk.fail(fail)
            name, _, value = step.partition(":")
            if name == "choose":
                doubles.choose(doubles.rows.data(doubles.rows.index(int(value), 0), _key_role(doubles)))
            elif name == "undo":
                doubles.undo(int(value))
            elif value:
                getattr(doubles, name)(value)
            else:
                getattr(doubles, name)()
            if not (step == steps[-1] and hold):
                stage.rest()

    return scene


def _key_role(doubles) -> int:
    names = doubles.rows.roleNames()
    return next(role for role, name in names.items() if bytes(name.data()) == b"key")


def unheard(stage: Stage) -> None:
    """The desk, while the west gate is not heard."""
    stage.kiosk.gate.known = KNOWN
    sign_in(stage)


SCENES: dict[str, Scene] = {
    "staff desk unheard": unheard,
    "staff twice": twice(),
    "staff twice none": twice(none=True),
    "staff twice many": twice(count=24),
    "staff twice loading": loading("doubles", "twice"),
    "staff twice failed": broken("doubles", "twice"),
    "staff twice asked": twice("choose:0"),
    "staff twice asked long": twice("choose:1"),
    "staff twice asked many": twice("choose:0", count=24),
    "staff twice busy": twice("choose:0", "answer:two_people", hold="resolve"),
    "staff twice not done": twice("choose:0", "answer:two_people", fail="resolve"),
    "staff twice two people": twice("choose:0", "answer:two_people"),
    "staff twice revoked": twice("choose:0", "answer:two_people", "revoke"),
    "staff twice mistake": twice("choose:1", "answer:mistake"),
    "staff twice undone": twice("choose:0", "answer:mistake", "undo:1"),
    "staff twice settled": twice("choose:0", "answer:same_person", "close", "show_list:resolved"),
}
