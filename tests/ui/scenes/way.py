"""Scenes of ways: without steps, from level to level, past what is closed; and home with its switch on."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.words import Words
from tests.ui.scenes.find import way
from tests.ui.scenes.visit import go
from tests.ui.stage import Stage

Scene = Callable[[Stage], None]
LIFT_CLOSED = Words("电梯停用，改走坡道", "The lift is closed: by the ramp")
LIFT_SHUT = Words("电梯停用", "The lift is closed")
LONG_CLOSED = Words(
    "2 号馆东侧货运通道已关闭，绕行多走约 140 米", "Hall 2 east goods aisle is closed: about 140 m more"
)


def step_free(scene: Scene) -> Scene:
    """A scene of a visitor who has turned the switch on."""

    def switched(stage: Stage) -> None:
        stage.models.modes.go_step_free(True)
        scene(stage)

    return switched


def ways(scene: Scene, **changed: object) -> Scene:
    """A scene over other ways: fields of the fake wayfinding."""

    def other(stage: Stage) -> None:
        for name, value in changed.items():
            setattr(stage.kiosk.wayfinding, name, value)
        scene(stage)

    return other


def second_level(scene: Scene) -> Scene:
    """The same with the map on the level that the way goes on to."""

    def turned(stage: Stage) -> None:
        scene(stage)
        stage.rest()
        stage.models.way.showLevel("2")

    return turned


SCENES: dict[str, Scene] = {
    "home step-free": step_free(go("home")),
    "way stairs": ways(way("D003"), climbs="stairs"),
    "way upper level": second_level(way("D003")),
    "way closed": ways(way("D003"), shut=LIFT_CLOSED, climbs="ramp"),
    "way closed many steps": ways(way("D003"), shut=LONG_CLOSED, steps=9),
    "way no step-free": step_free(ways(go("way", "D003"), rolls=False)),
    "way lift closed no step-free": step_free(ways(go("way", "D003"), rolls=False, shut=LIFT_SHUT)),
    "way no step-free no desk": step_free(ways(go("way", "D003"), rolls=False, has_desk=False)),
}
