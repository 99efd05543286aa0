"""A camera of the window without any camera: it stands as it is told, and sees a drawn picture."""

from __future__ import annotations

from PIL import Image

from kiosk.devices.camera.plane import Plane, mirrored_cut
from kiosk.devices.camera.port import CameraState
from kiosk.devices.camera.worker import PICTURE_PX
from kiosk.devices.settings import ScannerSettings
from kiosk.ui.camera import CameraModel
from kiosk.ui.scanners import Scanners


class _Threads:
    """In place of devices.camera.camera.Camera."""

    watched = False

    def watch(self, *, on: bool) -> None:
        self.watched = on

    def end(self) -> None:
        pass


class StillCamera(CameraModel):
    """Put in a window's place for a camera by `plug`."""

    def __init__(self, scanners: Scanners) -> None:
        super().__init__(ScannerSettings("camera"), scanners)
        self.threads = _Threads()
        self._camera = self.threads
        self._scanners = scanners
        self.stood.connect(scanners.changed)
        self.changed.connect(scanners.aimed)

    def plug(self) -> None:
        """The window has a camera."""
        self._scanners._camera = self
        self._scanners.changed.emit()

    def unplug(self) -> None:
        """It has none, and never had."""
        self._scanners._camera = None
        self._scanners.changed.emit()
        self.deleteLater()

    def stand(self, state: CameraState) -> None:
        """It stands otherwise."""
        self._take_state(state, "USB 2.0 Camera")

    def see(self, picture: Image.Image, hint: str = "") -> None:
        """It works, and sees this."""
        self.stand(CameraState.WORKING)
        self._take_hint(hint)
        grey = picture.tobytes()
        plane = Plane(memoryview(grey), picture.width, picture.height, picture.width)
        self.shoot(*mirrored_cut(plane, PICTURE_PX))
