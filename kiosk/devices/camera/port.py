"""What a camera is to the rest: something that is found, opened into a sink, and closed. Qt's is one."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrameFormat,
    QVideoSink,
)

WANTED_PX = (1280, 720)
"""A badge at arm's length has 3 pixels a module in it; 1080p costs nearly three times as much to read."""
LEAST_FPS = 15.0
ENOUGH_FPS = 30.0


class CameraState(StrEnum):
    """How a camera stands."""

    OPENING = "opening"
    WORKING = "working"
    ABSENT = "absent"
    """No camera is there, or not the one that is wanted."""
    FORBIDDEN = "forbidden"
    """This user may not open it."""
    TAKEN = "taken"
    """It is there and gives no picture: most often another program holds it."""
    BROKEN = "broken"
    """Reading its picture failed by a fault of ours."""


@dataclass(frozen=True, slots=True)
class Found:
    """A camera that the system knows: its id, and what it is called."""

    id: str
    description: str


class CameraPort(Protocol):
    """Cameras of this machine, one of which may be open. Everything on one thread, that of its event loop.

    `changed` is called when cameras came or went, `failed` with the system's words when the open one stopped.
    """

    changed: Callable[[], object]
    failed: Callable[[str], object]

    def found(self) -> tuple[Found, ...]:
        """The cameras that are there now."""

    def open(self, camera: Found, sink: QVideoSink) -> None:
        """Have a camera's frames come into the sink."""

    def close(self) -> None:
        """Let go of the open one, if any."""


def wanted_of(cameras: tuple[Found, ...], wanted: str) -> Found | None:
    """The camera of this id or name, or with these words in its name; the first where none is said."""
    if not wanted:
        return cameras[0] if cameras else None
    exactly = (each for each in cameras if wanted in (each.id, each.description))
    nearly = (each for each in cameras if wanted.casefold() in each.description.casefold())
    return next(exactly, None) or next(nearly, None)


def is_forbidden(folder: Path = Path("/dev"), may: Callable[[Path, int], bool] = os.access) -> bool:
    """Whether there are cameras that this user may not open (Linux: the group `video`)."""
    there = list(folder.glob("video[0-9]*")) if os.name == "posix" else []
    return bool(there) and not any(may(each, os.R_OK | os.W_OK) for each in there)


def look_for(wanted: str) -> tuple[CameraState, str]:
    """How a camera stands, as far as that shows without opening it, and its name."""
    application = QCoreApplication.instance() or QCoreApplication([])
    camera = wanted_of(QtCameras().found(), wanted)
    del application
    if camera is not None:
        return CameraState.OPENING, camera.description
    return (CameraState.FORBIDDEN if is_forbidden() else CameraState.ABSENT), wanted


class QtCameras(QObject):
    """The machine's cameras, through Qt."""

    def __init__(self) -> None:
        super().__init__()
        self.changed: Callable[[], object] = _nothing
        self.failed: Callable[[str], object] = _nothing
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self._inputs_changed)
        self._session = QMediaCaptureSession(self)
        self._camera: QCamera | None = None

    def found(self) -> tuple[Found, ...]:
        """The cameras that Qt sees."""
        return tuple(Found(_id(each), each.description()) for each in QMediaDevices.videoInputs())

    def open(self, camera: Found, sink: QVideoSink) -> None:
        """Start it, at the size nearest to 720p."""
        self.close()
        device = next((each for each in QMediaDevices.videoInputs() if _id(each) == camera.id), None)
        if device is None:
            self.failed("gone")
            return
        self._camera = opened = QCamera(device, self)
        opened.errorOccurred.connect(self._error)
        chosen = best_format(device.videoFormats())
        if chosen is not None:
            opened.setCameraFormat(chosen)
        self._session.setCamera(opened)
        self._session.setVideoSink(sink)
        opened.start()

    def close(self) -> None:
        """Stop it."""
        if self._camera is None:
            return
        closing, self._camera = self._camera, None
        closing.errorOccurred.disconnect(self._error)
        closing.stop()
        self._session.setCamera(None)  # type: ignore[arg-type]
        self._session.setVideoSink(None)  # type: ignore[arg-type]
        closing.deleteLater()

    def _inputs_changed(self) -> None:
        self.changed()

    def _error(self, error: QCamera.Error, text: str) -> None:
        if error != QCamera.Error.NoError:
            self.failed(text)


def best_format(formats: list[QCameraFormat]) -> QCameraFormat | None:
    """Of what a camera offers: enough frames first, then near to 720p, then without JPEG."""
    return min(formats, key=_worse, default=None)


def _worse(offered: QCameraFormat) -> tuple[bool, float, bool, float]:
    size = offered.resolution()
    is_jpeg = offered.pixelFormat() == QVideoFrameFormat.PixelFormat.Format_Jpeg
    return worse(size.width(), size.height(), offered.maxFrameRate(), is_jpeg=is_jpeg)


def worse(width: int, height: int, fps: float, *, is_jpeg: bool) -> tuple[bool, float, bool, float]:
    """By what offers are ranked; the least is the best."""
    wanted, offered = WANTED_PX[0] * WANTED_PX[1], max(1, width * height)
    off = max(offered / wanted, wanted / offered)
    return fps < LEAST_FPS, off, is_jpeg, abs(fps - ENOUGH_FPS)


def _id(device: QCameraDevice) -> str:
    return bytes(device.id().data()).decode(errors="replace")


def _nothing(*_: object) -> None:
    pass
