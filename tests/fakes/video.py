"""A camera out of a video file: drawn frames, a file that Qt plays by itself, a port that plays it."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterable
from pathlib import Path

from PIL import Image, ImageFilter
from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtMultimedia import QMediaPlayer, QVideoSink

from kiosk.devices.camera.port import Found

SIZE = (1280, 720)
FPS = 30
HALL, WALL, FLOOR = 96, 128, 70
FILE_CAMERA = Found("file", "Video file")


def symbol(text: str, module_px: int) -> Image.Image:
    """A text's QR with its quiet zone, as it stands on a badge."""
    from kiosk.badges.qr import QUIET_MODULES, text_matrix  # noqa: PLC0415

    matrix = text_matrix(text)
    side = len(matrix) + 2 * QUIET_MODULES
    small = Image.new("L", (side, side), 235)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                small.putpixel((x + QUIET_MODULES, y + QUIET_MODULES), 20)
    return small.resize((side * module_px, side * module_px), Image.Resampling.NEAREST)


def hall(size: tuple[int, int] = SIZE) -> Image.Image:
    """What a camera sees before anybody comes: a wall, a floor, a lamp, somebody far away."""
    width, height = size
    picture = Image.new("L", size, WALL)
    picture.paste(FLOOR, (0, height * 2 // 3, width, height))
    picture.paste(230, (width // 12, height // 12, width // 5, height // 8))
    picture.paste(HALL, (width * 3 // 4, height // 3, width * 3 // 4 + width // 12, height * 5 // 6))
    return picture.filter(ImageFilter.GaussianBlur(2))


def held(
    *codes: tuple[Image.Image, int, int], turned: float = 0, blurred: float = 0.6, light: float = 1.0
) -> Image.Image:
    """The hall with codes in it, each with its middle's place; turned by degrees, blurred by pixels."""
    picture = hall()
    for code, x, y in codes:
        frame = Image.new("L", code.size, 255)
        mask = frame.rotate(turned, expand=True, fillcolor=0)
        part = code.rotate(turned, expand=True, resample=Image.Resampling.BICUBIC)
        picture.paste(part, (x - part.width // 2, y - part.height // 2), mask)
    picture = picture.filter(ImageFilter.GaussianBlur(blurred))
    return picture.point([min(255, round(level * light)) for level in range(256)])


def write_avi(path: Path, frames: Iterable[Image.Image], fps: int = FPS) -> Path:
    """Write grey pictures of one size as a video of JPEGs: an AVI with what a player must know, no index."""
    jpegs: list[bytes] = []
    known: dict[int, bytes] = {}
    kept = list(frames)  # so that no id is used twice
    for frame in kept:
        if id(frame) not in known:
            buffer = io.BytesIO()
            frame.save(buffer, "JPEG", quality=92)
            known[id(frame)] = buffer.getvalue()
        jpegs.append(known[id(frame)])
    width, height = kept[0].size
    rate = (1_000_000 // fps, 0, 0, 0, len(jpegs), 0, 1, 0, width, height, 0, 0, 0, 0)
    stream = struct.pack("<4s4sIHHIIIIIIIIHHHH", b"vids", b"MJPG", 0, 0, 0, 0, 1, fps, 0, len(jpegs), 0, 0, 0,
                         0, 0, width, height)  # fmt: skip
    shape = struct.pack("<IiiHH4sIiiII", 40, width, height, 1, 24, b"MJPG", width * height * 3, 0, 0, 0, 0)
    lists = _list(b"strl", _chunk(b"strh", stream) + _chunk(b"strf", shape))
    header = _list(b"hdrl", _chunk(b"avih", struct.pack("<14I", *rate)) + lists)
    movie = _list(b"movi", b"".join(_chunk(b"00dc", each) for each in jpegs))
    path.write_bytes(_chunk(b"RIFF", b"AVI " + header + movie))
    return path


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def _list(name: bytes, data: bytes) -> bytes:
    return _chunk(b"LIST", name + data)


def write_y4m(path: Path, frames: Iterable[Image.Image]) -> Path:
    """Write grey pictures of one size as an uncompressed video of 30 frames a second (YUV4MPEG2, 4:2:0)."""
    with path.open("wb") as file:
        for number, frame in enumerate(frames):
            if number == 0:
                header = f"YUV4MPEG2 W{frame.width} H{frame.height} F{FPS}:1 Ip A1:1 C420jpeg\n"
                file.write(header.encode("ascii"))
            half = ((frame.width + 1) // 2) * ((frame.height + 1) // 2)
            file.write(b"FRAME\n" + frame.tobytes() + b"\x80" * (2 * half))
    return path


class Plug(QObject):
    """The file camera's cable: `moved` when it is plugged in or out."""

    moved = Signal()

    def __init__(self, path: Path, *, loops: bool = True) -> None:
        super().__init__()
        self.path = path
        self.loops = loops
        self.plugged = True
        self.taken = False
        """Whether another program holds the camera."""
        self.opened = 0

    def push(self) -> None:
        """In."""
        self.plugged = True
        self.moved.emit()

    def pull(self) -> None:
        """Out."""
        self.plugged = False
        self.moved.emit()


class FileCameras(QObject):
    """A port whose one camera plays a video file. It can be unplugged, or held by somebody else.

    Made on the camera's thread. The plugs are drawn by `Plug`, from any thread.
    """

    def __init__(self, plug: Plug) -> None:
        super().__init__()
        self.changed: Callable[[], object] = lambda: None
        self.failed: Callable[[str], object] = lambda _words: None
        self._plug = plug
        self._player: QMediaPlayer | None = None
        plug.moved.connect(self._moved)

    def found(self) -> tuple[Found, ...]:
        return (FILE_CAMERA,) if self._plug.plugged else ()

    def open(self, _camera: Found, sink: QVideoSink) -> None:
        self._plug.opened += 1
        if self._plug.taken:
            self.failed("Device or resource busy")
            return
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(sink)
        self._player.setLoops(QMediaPlayer.Loops.Infinite if self._plug.loops else 1)
        self._player.setSource(QUrl.fromLocalFile(str(self._plug.path)))
        self._player.play()

    def close(self) -> None:
        if self._player is not None:
            closing, self._player = self._player, None
            closing.stop()
            closing.setVideoSink(None)
            closing.deleteLater()

    def _moved(self) -> None:
        if not self._plug.plugged:
            self.close()
        self.changed()
