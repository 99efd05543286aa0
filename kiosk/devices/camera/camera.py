"""A camera that is kept open: found, opened, read, and found again after it was unplugged.

Two threads of its own. On one Qt's objects live: opening a camera takes up to a second, and the window must
not wait for it. On the other frames are read (`worker`).
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtMultimedia import QVideoSink

from kiosk.devices.camera.port import CameraPort, CameraState, QtCameras, is_forbidden, wanted_of
from kiosk.devices.camera.worker import Hears, Reading

LOOK_MS = 250
STALLED_LOOKS = 24
"""Six seconds without a new frame: another program holds it, or its cable does not."""
AGAIN_LOOKS = 12
"""Three seconds between two tries to open one."""
END_MS = 3000
_hanging: list[QThread] = []


class HearsCamera(Hears, Protocol):
    """Who is told of what the camera sees is told how it stands as well."""

    def state(self, state: CameraState, name: str) -> None:
        """It stands otherwise, or is another camera. Called on the camera's own thread."""


class Camera(QThread):
    """Open from `start` until `end`. `wanted` is a camera's id or name; nothing means the first."""

    def __init__(
        self, wanted: str, hears: HearsCamera, cameras: Callable[[], CameraPort] = QtCameras
    ) -> None:
        super().__init__()
        self._wanted = wanted
        self._hears = hears
        self._cameras = cameras
        self._reading: Reading | None = None
        self._watched = False
        self._lock = threading.Lock()

    def watch(self, *, on: bool) -> None:
        """Whether somebody looks at the picture."""
        with self._lock:
            self._watched = on
            if self._reading is not None:
                self._reading.watched = on

    def end(self) -> None:
        """Let go of the camera; waits until that is done, or it is clear that its driver hangs."""
        self.quit()
        if not self.wait(END_MS):
            _hanging.append(self)  # Qt ends the process where a thread that runs is forgotten

    def run(self) -> None:
        """The thread's work."""
        sink = QVideoSink()
        reading = Reading(sink.videoFrame, self._hears)
        with self._lock:
            self._reading = reading
            reading.watched = self._watched
        life = _Life(self._cameras(), sink, self._wanted, self._hears)
        reading.start()
        life.look()
        self.exec()
        life.end()
        with self._lock:
            self._reading = None
        reading.end()


class _Life(QObject):
    """Looks after the camera four times a second, and whenever cameras come or go. On the camera's thread."""

    def __init__(self, cameras: CameraPort, sink: QVideoSink, wanted: str, hears: HearsCamera) -> None:
        super().__init__()
        self._cameras = cameras
        self._sink = sink
        self._wanted = wanted
        self._hears = hears
        self._open = ""
        """Id of the camera that is open."""
        self._said: tuple[CameraState, str] | None = None
        self._last_us = -1
        self._silent = 0
        self._waits = 0
        self._cameras.changed = self._changed
        self._cameras.failed = self._failed
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def end(self) -> None:
        """Close, for good."""
        self._timer.stop()
        self._cameras.changed, self._cameras.failed = _nothing, _nothing
        self._cameras.close()

    def look(self) -> None:
        """See to it that the wanted camera is open, if it can be."""
        camera = wanted_of(self._cameras.found(), self._wanted)
        if camera is None:
            self._close()
            self._waits = 0
            self._say(CameraState.FORBIDDEN if is_forbidden() else CameraState.ABSENT, self._wanted)
        elif self._open != camera.id:
            self._waits -= 1
            if self._waits <= 0:
                self._close()
                self._open = camera.id
                self._last_us = self._sink.videoFrame().startTime()
                if self._said is None or self._said[0] is not CameraState.TAKEN:
                    self._say(CameraState.OPENING, camera.description)
                self._cameras.open(camera, self._sink)
        else:
            self._listen(camera.description)

    def _listen(self, name: str) -> None:
        """Whether frames come."""
        frame = self._sink.videoFrame()
        now_us = frame.startTime()
        if frame.isValid() and (now_us != self._last_us or now_us < 0):
            self._last_us, self._silent = now_us, 0
            self._say(CameraState.WORKING, name)
            return
        self._silent += 1
        if self._silent >= STALLED_LOOKS:
            self._give_up(name)

    def _changed(self) -> None:
        self._waits = 0
        self.look()

    def _failed(self, _text: str) -> None:
        """The system's words are of no use to staff, and may be in any language."""
        name = self._said[1] if self._said is not None else self._wanted
        if wanted_of(self._cameras.found(), self._wanted) is None:
            self.look()
        else:
            self._give_up(name)

    def _give_up(self, name: str) -> None:
        self._close()
        self._waits = AGAIN_LOOKS
        self._say(CameraState.TAKEN, name)

    def _close(self) -> None:
        if self._open:
            self._open = ""
            self._cameras.close()
        self._silent = 0

    def _say(self, state: CameraState, name: str) -> None:
        if self._said != (state, name):
            self._said = (state, name)
            self._hears.state(state, name)


def _nothing(*_: object) -> None:
    """After the end nobody is told."""
