"""Scenes of staff's scanners: nothing scanned yet, a good scan, one that says what is to be set otherwise."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.devices.reading import Reading
from kiosk.devices.scanner_state import ScannerState
from tests.fakes import scanners as fakes
from tests.ui.scenes.staff import sign_in
from tests.ui.stage import Stage

Scene = Callable[[Stage], None]


def scanners(*states: ScannerState, read: Reading | None = None) -> Scene:
    """The view with scanners that stand so; then a scan."""

    def scene(stage: Stage) -> None:
        fakes.stand(stage.window.scanners, *states)
        sign_in(stage)
        stage.models.staff.open("scanners")
        if read is not None:
            stage.window.scanners.tested.emit(read)
            stage.rest()

    return scene


SCENES: dict[str, Scene] = {
    "staff scanners": scanners(),
    "staff scanners good": scanners(fakes.THERE, read=fakes.READ),
    "staff scanners troubled": scanners(fakes.GONE, fakes.BARRED, read=fakes.MANGLED),
}
