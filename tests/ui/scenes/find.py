"""Scenes of who looks for something: stalls, a listing, the way there, the programme."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.scenes.visit import go
from tests.ui.stage import Stage


def find(text: str, stall: str = "") -> Callable[[Stage], None]:
    """Find with something typed, and perhaps a stall touched on the map."""

    def scene(stage: Stage) -> None:
        stage.models.navigation.go("find")
        stage.rest()
        stage.models.find.search(text)
        stage.rest()
        if stall:
            stage.models.find.chooseStall(stall)

    return scene


def way(stall: str, *, step_free: bool = False) -> Callable[[Stage], None]:
    """The way to a stall."""

    def scene(stage: Stage) -> None:
        stage.models.navigation.open("way", stall)
        stage.rest()
        stage.models.way.goStepFree(step_free)

    return scene


SCENES: dict[str, Callable[[Stage], None]] = {
    "find": find(""),
    "find hits": find("工程", "A003"),
    "find none": find("海上风电"),
    "listing": go("listing", "3"),
    "listing school": go("listing", "100"),
    "way": way("A003"),
    "way levels": way("D003", step_free=True),
    "programme": go("programme"),
}
