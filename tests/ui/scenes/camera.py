"""Scenes of a kiosk whose scanner is a camera."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PIL import Image

from kiosk.devices.camera.port import CameraState
from tests.fakes.camera import StillCamera
from tests.fakes.video import held, symbol
from tests.ui.scenes.visit import afterwards
from tests.ui.stage import Stage, until

CODE = "CAMERA SCENE " + "K7QZ4MTX2W" * 9


@cache
def seen() -> dict[str, Image.Image]:
    """What the camera sees, by the hint that it deserves."""
    code = symbol(CODE, 5)
    return {
        "glare": held((code, 640, 360), light=2.6, blurred=6),
    }


def check_in(hint: str) -> Callable[[Stage], None]:
    """The check-in page with the camera's picture, and a hint."""

    def scene(stage: Stage) -> None:
        camera = StillCamera(stage.window.scanners)
        camera.plug()
        afterwards(stage, camera.unplug)
        stage.models.navigation.go("check_in")
        camera.see(seen()[hint], hint)
        until(lambda: camera.picture is not None)

    return scene


def home(stage: Stage) -> None:
    """The first page tells of the camera."""
    camera = StillCamera(stage.window.scanners)
    camera.plug()
    afterwards(stage, camera.unplug)
    camera.see(seen()["glare"], "glare")
    until(lambda: camera.picture is not None)


def starting(stage: Stage) -> None:
    """The camera is being opened."""
    camera = StillCamera(stage.window.scanners)
    camera.stand(CameraState.OPENING)
    camera.plug()
    afterwards(stage, camera.unplug)
    stage.models.navigation.go("check_in")


SCENES: dict[str, Callable[[Stage], None]] = {
    "home camera": home,
    "check-in camera glare": check_in("glare"),
    "check-in camera starting": starting,
}
