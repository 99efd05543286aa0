"""The camera as a scanner: what a frame costs beyond zxing-cpp's bare call, and how far reading falls behind.

`camera.read.*`: processor time of everything that is done with a frame (taken from the sink, mapped, looked
at for motion, read, decided upon, and measured for light as often as in life) by the bare call on the same
frame's bytes with the same options, the two in turn. The picture moves: each frame is read.

`camera.behind.*`: a thread of its own gives 30 numbered frames a second to the sink, as a camera does, while
the window rests or its thread is kept busy. Counted is how many newer frames there were at most when a frame
was taken to be read; the goal is one. `camera.done.*` says the same of the moment when it had been read, and
`camera.age.*` how old it was when it was taken, in frames, both for information.

`camera.picture`: processor time of a window that shows the picture by one that shows another page, a second.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software", QSG_RENDER_LOOP="basic")

from PIL import Image, ImageChops
from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat, QVideoSink

from installer.measure import Row, interleaved
from kiosk.devices.camera.codes import options
from kiosk.devices.camera.light import Hint
from kiosk.devices.camera.plane import Plane
from kiosk.devices.camera.worker import Reading
from kiosk.devices.settings import ScannerSettings
from kiosk.ui.window import Window, build_window, prepare_environment
from tests.fakes import services as fakes
from tests.fakes.video import FileCameras, Plug, held, symbol, write_avi

TOKEN = "F1" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" * 4 + "ABCDEFGHIJKLMNOPQRST"
SIZES = {"720p": (1280, 720), "1080p": (1920, 1080)}
NOISE = 3
"""Sigma of 255, of a camera in good light. More of it makes the bare call slower, and us look better."""
ROUNDS = 12
READ_GOAL = 1.2
FPS = 30
DRIVE_S = 4.0
BEHIND_GOAL = 1.0
BUSY_S = 0.4
"""So long the window's thread is busy at a time: longer than any slot of ours."""


class Deaf:
    """Hears everything and keeps nothing."""

    def code(self, text: str) -> None: ...
    def hint(self, hint: Hint) -> None: ...
    def picture(self, grey: bytes, side: int) -> None: ...
    def failed(self, exception: BaseException) -> None:
        raise exception


def pictures(size: tuple[int, int]) -> list[Image.Image]:
    """What comes before a camera, as noisy as one: nobody, a badge that moves, one that is blurred, two."""
    width, height = size
    code = symbol(TOKEN, 6)
    drawn = [
        held(),
        *(held((code, 500 + 40 * step, 340), turned=5 * step) for step in range(4)),
        held((code, 640, 360), blurred=3.4),
        held((symbol(TOKEN, 4), 420, 360), (symbol(TOKEN[::-1], 4), 860, 360)),
        held((symbol(TOKEN, 2), 640, 360)),
    ]
    scaled = [each.resize((width, height), Image.Resampling.BICUBIC) for each in drawn]
    return [ImageChops.add(each, Image.effect_noise(size, NOISE), offset=-128) for each in scaled]


def frame_of(picture: Image.Image, number: int) -> QVideoFrame:
    """NV12, as most cameras and decoders give."""
    shape = QVideoFrameFormat(QSize(*picture.size), QVideoFrameFormat.PixelFormat.Format_NV12)
    shape.setStreamFrameRate(FPS)
    frame = QVideoFrame(shape)
    frame.map(QVideoFrame.MapMode.WriteOnly)
    data, row_bytes, grey = frame.bits(0), frame.bytesPerLine(0), picture.tobytes()
    width, height = picture.size
    for y in range(height):
        data[y * row_bytes : y * row_bytes + width] = grey[y * width : (y + 1) * width]
    data.release()
    frame.unmap()
    frame.setStartTime(number * 1_000_000 // FPS)
    return frame


def reading_costs(size: tuple[int, int]) -> tuple[float, float]:
    """Milliseconds of this thread a frame: the bare call, and ours."""
    import zxingcpp  # noqa: PLC0415

    drawn = pictures(size)
    frames = [frame_of(picture, 0) for picture in drawn]
    greys = [memoryview(picture.tobytes()).cast("B", shape=(size[1], size[0])) for picture in drawn]
    sink = QVideoSink()
    reading = Reading(sink.videoFrame, Deaf())
    number = [0]

    def bare() -> float:
        began_s = time.thread_time()
        for grey in greys:
            zxingcpp.read_barcodes(grey, **options())
        return (time.thread_time() - began_s) * 1000 / len(greys)

    def ours() -> float:
        spent_s = 0.0
        for frame in frames:
            number[0] += 1
            frame.setStartTime(number[0] * 1_000_000 // FPS)
            sink.setVideoFrame(frame)
            began_s = time.thread_time()
            reading.step(number[0] / FPS)
            spent_s += time.thread_time() - began_s
        return spent_s * 1000 / len(frames)

    bare(), ours()
    floors, own = interleaved(bare, ours, ROUNDS)
    assert reading.read == number[0], "a moving picture's every frame is read"
    return statistics.median(floors), statistics.median(own)


class Source(threading.Thread):
    """A camera: numbered frames into a sink, 30 a second, on its own thread."""

    def __init__(self, sink: QVideoSink, frames: list[QVideoFrame]) -> None:
        super().__init__(daemon=True)
        self._sink = sink
        self._frames = frames
        self.given = -1
        """Number of the newest frame."""
        self.given_s: list[float] = []

    def run(self) -> None:
        began_s = time.monotonic()
        for number in range(int(DRIVE_S * FPS)):
            time.sleep(max(0.0, began_s + number / FPS - time.monotonic()))
            frame = QVideoFrame(self._frames[number % len(self._frames)])
            frame.setStartTime(number * 1_000_000 // FPS)
            self.given_s.append(time.monotonic())
            self.given = number  # before it is there: it may be taken at once
            self._sink.setVideoFrame(frame)


class Watched(Reading):
    """Notes how far behind each frame was when it was taken, and when it had been read."""

    def __init__(self, sink: QVideoSink, source: Source) -> None:
        super().__init__(self._taken, Deaf())
        self._sink = sink
        self._source = source
        self.behind: list[int] = []
        self.done: list[int] = []
        self.aged_s: list[float] = []
        self._number = -1

    def _taken(self) -> QVideoFrame:
        frame = self._sink.videoFrame()
        given = self._source.given
        number = round(frame.startTime() * FPS / 1_000_000)
        if frame.isValid() and number > self._number:
            self._number = number
            self.behind.append(given - number)
            self.aged_s.append(time.monotonic() - self._source.given_s[number])
        return frame

    def _take(self, plane: Plane, now_s: float) -> None:
        super()._take(plane, now_s)
        self.done.append(self._source.given - self._number)


def keep_busy(window: Window, *, busy: bool) -> None:
    """The window's own thread, as long as the source gives frames: resting, or busy most of the time."""
    loop = QEventLoop()
    timer = QTimer()

    def work() -> None:
        end_s = time.monotonic() + BUSY_S
        while time.monotonic() < end_s:
            pass

    if busy:
        timer.timeout.connect(work)
        timer.start(20)
    QTimer.singleShot(int(DRIVE_S * 1000) + 300, loop.quit)
    loop.exec()
    timer.stop()


def fallen_behind(window: Window, size: tuple[int, int], *, busy: bool) -> tuple[int, int, float]:
    """Most frames behind when one was taken and when it was read, and the median age in frames."""
    frames = [frame_of(picture, 0) for picture in pictures(size)]
    sink = QVideoSink()
    source = Source(sink, frames)
    reading = Watched(sink, source)
    reading.watched = True
    reading.start()
    source.start()
    keep_busy(window, busy=busy)
    source.join()
    reading.end()
    assert reading.read > DRIVE_S * FPS / 10, "it reads"
    return max(reading.behind), max(reading.done), statistics.median(reading.aged_s) * FPS


def picture_costs(window: Window, folder: Path) -> tuple[float, float]:
    """Processor milliseconds a second with a camera before a hall in which something moves: on another page,
    and on the one that shows the picture."""
    moving = [held(), held((symbol("NOBODY'S", 5), 640, 360), blurred=9)] * FPS
    cable = Plug(write_avi(folder / "hall.avi", moving))
    window.scanners.cameras = lambda: FileCameras(cable)
    window.scanners.use([ScannerSettings("camera")])
    while not window.models.aims:
        spend(0.1)

    def on(page: str) -> float:
        window.models.navigation.open(page, "")
        spend(1.0)
        return spend(2.0) * 1000

    other, shown = interleaved(lambda: on("help"), lambda: on("check_in"), 3)
    window.scanners.use([])
    return statistics.median(other), statistics.median(shown)


def spend(for_s: float) -> float:
    """Let the window work; processor seconds a second of all threads."""
    loop = QEventLoop()
    QTimer.singleShot(int(for_s * 1000), loop.quit)
    began_s = time.process_time()
    loop.exec()
    return (time.process_time() - began_s) / for_s


def measure() -> Iterator[Row]:
    """Rows: cost by the bare call and frames behind (gates); age and the picture's cost for information."""
    prepare_environment()
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    application = QGuiApplication.instance() or QGuiApplication(["bench"])
    for name, size in SIZES.items():
        bare_ms, ours_ms = reading_costs(size)
        yield Row(f"camera.read.{name}", bare_ms, ours_ms, "ms", READ_GOAL)
    window = build_window()
    window.show(1080, 1920)
    window.attach(fakes.FakeKiosk())
    spend(1.0)
    for name, size in SIZES.items():
        for what, busy in (("", False), (".busy_window", True)):
            behind, done, aged = fallen_behind(window, size, busy=busy)
            yield Row(f"camera.behind.{name}{what}", 1, behind, "frames", BEHIND_GOAL)
            yield Row(f"camera.done.{name}{what}", 1, done, "frames")
            yield Row(f"camera.age.{name}{what}", 1, aged, "frames")
    with tempfile.TemporaryDirectory(prefix="fair-kiosk-") as folder:
        other_ms, shown_ms = picture_costs(window, Path(folder))
        yield Row("camera.picture", other_ms, shown_ms, "ms of CPU/s")
    window.close()
    del application
