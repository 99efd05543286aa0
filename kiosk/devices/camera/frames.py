"""The brightness of Qt's video frames, where it lies.

No frame is turned into a picture for reading: NV12, YUV420P and their like begin with a plane of brightness,
in YUYV it is every second byte, and of red, green and blue the green is near enough for black on white. Two
sorts are converted, because they hold no brightness that could be pointed at: JPEG frames of cheap cameras
(2 to 4 ms at 720p), and frames that only the graphics card has.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from kiosk.devices.camera.plane import Plane, fits

_Format = QVideoFrameFormat.PixelFormat

LIES_AT: dict[QVideoFrameFormat.PixelFormat, tuple[int, int]] = {
    **dict.fromkeys(
        (
            *(_Format.Format_NV12, _Format.Format_NV21, _Format.Format_YUV420P, _Format.Format_YUV422P),
            *(_Format.Format_YV12, _Format.Format_IMC1, _Format.Format_IMC2, _Format.Format_IMC3),
            *(_Format.Format_IMC4, _Format.Format_Y8),
        ),
        (0, 1),
    ),
    _Format.Format_YUYV: (0, 2),
    _Format.Format_UYVY: (1, 2),
    # 16 bits, the higher byte second
    **dict.fromkeys((_Format.Format_Y16, _Format.Format_P010, _Format.Format_P016), (1, 2)),
    **dict.fromkeys((_Format.Format_AYUV, _Format.Format_AYUV_Premultiplied), (1, 4)),
    **dict.fromkeys(
        (
            *(_Format.Format_BGRA8888, _Format.Format_BGRA8888_Premultiplied, _Format.Format_BGRX8888),
            *(_Format.Format_RGBA8888, _Format.Format_RGBX8888),
        ),
        (1, 4),
    ),
    **dict.fromkeys(
        (
            *(_Format.Format_ARGB8888, _Format.Format_ARGB8888_Premultiplied, _Format.Format_XRGB8888),
            *(_Format.Format_ABGR8888, _Format.Format_XBGR8888),
        ),
        (2, 4),
    ),
}
"""Where brightness (or green) lies in a frame's first plane: first byte, and bytes from pixel to pixel."""


@contextmanager
def brightness(frame: QVideoFrame) -> Iterator[Plane | None]:
    """The frame's brightness, for as long as the block lasts; None if it cannot be had."""
    place = LIES_AT.get(frame.pixelFormat())
    if place is None:
        picture = converted(frame)
        yield None if picture is None else _plane(picture)
        return
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        yield None
        return
    first, pixel_bytes = place
    whole = memoryview(frame.bits(0))
    data = whole[first:]
    size = frame.size()
    row_bytes = frame.bytesPerLine(0)
    try:
        if fits(len(data), size.width(), size.height(), row_bytes, pixel_bytes):
            yield Plane(data, size.width(), size.height(), row_bytes, pixel_bytes)
        else:
            yield None
    finally:
        data.release()
        whole.release()
        frame.unmap()


def converted(frame: QVideoFrame) -> QImage | None:
    """A frame without brightness of its own as a grey picture; None where that does not go."""
    if frame.pixelFormat() == _Format.Format_Jpeg:
        if not frame.map(QVideoFrame.MapMode.ReadOnly):
            return None
        picture = QImage.fromData(bytes(frame.bits(0)))
        frame.unmap()
    else:
        picture = frame.toImage()
    if picture.isNull():
        return None
    return picture.convertToFormat(QImage.Format.Format_Grayscale8)


def _plane(picture: QImage) -> Plane | None:
    data, row_bytes = memoryview(picture.constBits()), picture.bytesPerLine()
    width, height = picture.width(), picture.height()
    return Plane(data, width, height, row_bytes) if fits(len(data), width, height, row_bytes) else None
