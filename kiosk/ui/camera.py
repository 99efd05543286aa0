"""The camera as a scanner: what its threads see, brought to the window; hints and a picture for pages."""

import logging
import threading
from time import monotonic

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.devices.camera.camera import Camera
from kiosk.devices.camera.port import CameraState, QtCameras
from kiosk.devices.camera.words import STANDINGS
from kiosk.devices.scanner_state import ScannerState
from kiosk.devices.settings import ScannerSettings
from kiosk.ui import camera_picture

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

AGAIN_MS = 10_000
"""After reading has failed."""

_log = logging.getLogger("kiosk.ui")
assert camera_picture.CameraPicture is not None  # imported, so that it registers its QML type


@QmlElement
@QmlUncreatable("made by the window")
class CameraModel(QObject):
    """`read` carries the text of a code, again twice a second as long as it is held out; `stood` says that
    `state` is another, `changed` that what pages show is, `pictured` that `picture` is.

    Whatever moves before the camera is nobody's touch: it ends no attract page and keeps no visit alive. How
    near somebody is a picture's brightness does not tell, and at an entrance something always moves. A code
    that is held out is a scan, and a scan does both.

    Nothing here waits but `stop`. A picture is kept for as long as somebody looks at it, one at a time, and
    goes nowhere but to the screen.
    """

    read = Signal(str)
    stood = Signal()
    changed = Signal()
    pictured = Signal()
    _coded = Signal(str)
    _hinted = Signal(str)
    _shot = Signal()
    _found = Signal(str, str)
    _broke = Signal(object)

    def __init__(self, settings: ScannerSettings, parent: QObject | None = None, cameras=None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._cameras = cameras or QtCameras
        self._camera: Camera | None = None
        self._ears = _Ears(self)
        self._hint = ""
        self._watching = 0
        self._lock = threading.Lock()
        self._next: tuple[bytes, int] | None = None
        self.picture: QImage | None = None
        """The picture's middle, grey, as in a mirror."""
        self._state = CameraState.OPENING
        self.state = ScannerState("camera", STANDINGS[self._state][0], settings.id, _now_ms())
        queued = Qt.ConnectionType.QueuedConnection
        self._coded.connect(self.read, queued)
        self._hinted.connect(self._take_hint, queued)
        self._shot.connect(self._take_picture, queued)
        self._found.connect(self._take_state, queued)
        self._broke.connect(self._take_fault, queued)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.open)

    @Property(bool, notify=changed)
    def working(self):
        """Whether its picture is read."""
        return self._state is CameraState.WORKING

    @Property(bool, notify=changed)
    def starting(self):
        """Whether that is about to be."""
        return self._state is CameraState.OPENING

    @Property(str, notify=changed)
    def hint(self):
        """devices.camera.light.Hint."""
        return self._hint

    @Slot()
    def open(self):
        """Find the camera and read it, until `stop`."""
        if self._camera is None:
            self._ears = _Ears(self)
            self._camera = Camera(self._settings.id, self._ears, self._cameras)
            self._camera.watch(on=self._watching > 0)
            self._camera.start()

    @Slot()
    def stop(self):
        """Let go of it; waits for its threads, some hundredths of a second."""
        self._again.stop()
        if self._camera is not None:
            ending, self._camera = self._camera, None
            self._ears.model = None
            ending.end()
        self._hint = ""
        self._forget()

    @Slot(bool)
    def watch(self, on):
        """One more looks at the picture, or one less."""
        self._watching += 1 if on else -1
        if self._camera is not None:
            self._camera.watch(on=self._watching > 0)
        if self._watching <= 0:
            self._forget()

    def shoot(self, grey: bytes, side: int) -> None:
        """A picture, from the camera's thread: of several that wait, the last is shown."""
        with self._lock:
            waits, self._next = self._next is not None, (grey, side)
        if not waits:
            self._shot.emit()

    @Slot()
    def _take_picture(self) -> None:
        with self._lock:
            taken, self._next = self._next, None
        if taken is None or self._watching <= 0:
            return
        grey, side = taken
        self.picture = QImage(grey, side, side, side, QImage.Format.Format_Grayscale8).copy()
        self.pictured.emit()

    @Slot(str)
    def _take_hint(self, hint) -> None:
        if self._camera is not None and hint != self._hint:
            self._hint = hint
            self.changed.emit()

    @Slot(str, str)
    def _take_state(self, state, name) -> None:
        if self._camera is None:
            return
        self._state = CameraState(state)
        standing, why = STANDINGS[self._state]
        since_ms = self.state.since_ms if self.state.standing is standing else _now_ms()
        self.state = ScannerState("camera", standing, name, since_ms, why)
        if self._state is not CameraState.WORKING:
            self._hint = ""
            self._forget()
        self.stood.emit()
        self.changed.emit()

    @Slot(object)
    def _take_fault(self, exception) -> None:
        """Logged by its type. A camera stops nothing: the kiosk goes on without, and tries again."""
        if self._camera is None:
            return
        _log.error("unexpected %s in the camera's thread", type(exception).__name__)
        self._take_state(CameraState.BROKEN, self.state.name)
        self.stop()
        self._again.start()

    def _forget(self) -> None:
        with self._lock:
            self._next = None
        if self.picture is not None:
            self.picture = None
            self.pictured.emit()


class _Ears:
    """What the camera's threads tell, as signals: they arrive in the window's own time; nowhere once it is
    stopped."""

    def __init__(self, model: CameraModel) -> None:
        self.model: CameraModel | None = model

    def code(self, text: str) -> None:
        if (model := self.model) is not None:
            model._coded.emit(text)

    def hint(self, hint) -> None:
        if (model := self.model) is not None:
            model._hinted.emit(str(hint))

    def picture(self, grey: bytes, side: int) -> None:
        if (model := self.model) is not None:
            model.shoot(grey, side)

    def failed(self, exception: BaseException) -> None:
        if (model := self.model) is not None:
            model._broke.emit(exception)

    def state(self, state: CameraState, name: str) -> None:
        if (model := self.model) is not None:
            model._found.emit(str(state), name)


def _now_ms() -> float:
    return monotonic() * 1000
