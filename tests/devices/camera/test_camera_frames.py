"""Qt's frames in every format, as brightness; broken, tiny and odd ones never bring the reader down."""

from __future__ import annotations

import os
import random
from functools import cache

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat, QVideoSink

from kiosk.devices.camera import frames
from kiosk.devices.camera.codes import codes_in
from kiosk.devices.camera.light import Hint, measure
from kiosk.devices.camera.motion import samples
from kiosk.devices.camera.plane import Plane, aimed, fits, mirrored_cut
from kiosk.devices.camera.worker import Reading
from tests.fakes.video import held, symbol

TOKEN = "F1" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" * 4 + "ABCDEFGHIJKLMNOPQRST"
SIZE = (641, 361)
Format = QVideoFrameFormat.PixelFormat


@cache
def badge() -> Image.Image:
    return held((symbol(TOKEN, 4), 640, 360)).crop((320, 180, 320 + SIZE[0], 180 + SIZE[1]))


def frame_of(picture: Image.Image, pixel_format: Format, time_us: int = 0) -> QVideoFrame:
    """A frame as a driver would fill it: brightness where the format has it, 0x80 elsewhere."""
    frame = QVideoFrame(QVideoFrameFormat(QSize(*picture.size), pixel_format))
    frame.setStartTime(time_us)
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    first, step = frames.LIES_AT[pixel_format]
    data, row_bytes, grey = frame.bits(0), frame.bytesPerLine(0), picture.tobytes()
    data[:] = b"\x80" * len(data)
    width, height = picture.size
    for y in range(height):
        start = y * row_bytes + first
        data[start : start + (width - 1) * step + 1 : step] = grey[y * width : (y + 1) * width]
    data.release()
    frame.unmap()
    return frame


@pytest.mark.parametrize("pixel_format", list(frames.LIES_AT), ids=lambda each: each.name)
def test_brightness_of_every_format_is_where_it_lies(pixel_format):
    frame = frame_of(badge(), pixel_format)
    with frames.brightness(frame) as plane:
        assert (plane.width, plane.height) == SIZE
        assert plane.row(100) == badge().tobytes()[100 * SIZE[0] : 101 * SIZE[0]]
        assert [each.text for each in codes_in(plane)] == [TOKEN]
    assert not frame.isMapped()


def test_formats_without_brightness_of_their_own_are_converted():
    frame = QVideoFrame(badge_image())
    assert frame.pixelFormat() in frames.LIES_AT  # Qt gives pictures as red, green and blue
    with frames.brightness(frame) as plane:
        assert [each.text for each in codes_in(plane)] == [TOKEN]


def badge_image():
    from PySide6.QtGui import QImage  # noqa: PLC0415

    grey = badge()
    return QImage(grey.tobytes(), *SIZE, SIZE[0], QImage.Format.Format_Grayscale8).convertToFormat(
        QImage.Format.Format_RGB32
    )


def test_the_frame_is_let_go_when_reading_fails():
    frame = frame_of(badge(), Format.Format_NV12)
    with pytest.raises(ZeroDivisionError), frames.brightness(frame):
        raise ZeroDivisionError
    assert not frame.isMapped()


def test_frames_that_hold_nothing_give_nothing():
    for frame in (QVideoFrame(), QVideoFrame(QVideoFrameFormat(QSize(0, 0), Format.Format_NV12))):
        with frames.brightness(frame) as plane:
            assert plane is None


def test_less_memory_than_the_picture_needs_is_no_picture():
    assert fits(100, 10, 10, 10)
    assert not fits(99, 10, 10, 10)
    assert not fits(100, 11, 9, 10)
    assert fits(9 * 20 + 19, 10, 10, 20, 2)
    assert not fits(9 * 20 + 18, 10, 10, 20, 2)
    assert not fits(100, 0, 10, 10)


def test_the_cut_is_the_middle_in_a_mirror():
    picture = Image.new("L", (8, 4))
    picture.putdata([x + 10 * y for y in range(4) for x in range(8)])
    cut, side = mirrored_cut(Plane(memoryview(picture.tobytes()), 8, 4, 8), 4)
    assert side == 4
    assert list(cut) == [x + 10 * y for y in range(4) for x in (5, 4, 3, 2)]
    half, side = mirrored_cut(Plane(memoryview(picture.tobytes()), 8, 4, 8), 2)
    assert (side, list(half)) == (2, [4, 2, 24, 22])


def test_the_frame_to_aim_at_is_in_the_middle():
    assert aimed(1280, 720) == (370, 90, 540)
    assert aimed(1, 1) == (0, 0, 1)


class Heard:
    """What the reader said."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self.hints: list[Hint] = []
        self.pictures = 0

    def code(self, text: str) -> None:
        self.codes.append(text)

    def hint(self, hint: Hint) -> None:
        self.hints.append(hint)

    def picture(self, grey: bytes, side: int) -> None:
        assert len(grey) == side * side
        self.pictures += 1

    def failed(self, exception: BaseException) -> None:
        raise exception


def odd_plane(chance: random.Random) -> Plane:
    """A picture of any size with any stride: noise, black, white, bars, or a bit of a badge."""
    width, height = chance.choice([(1, 1), (2, 1), (1, 9), (3, 2), (16, 9), (chance.randint(1, 300),) * 2])
    pixel_bytes = chance.choice([1, 1, 2, 4])
    row_bytes = width * pixel_bytes + chance.choice([0, 0, 1, 7, 64])
    length = (height - 1) * row_bytes + (width - 1) * pixel_bytes + 1 + chance.choice([0, 0, 5])
    sort = chance.randrange(5)
    if sort == 0:
        data = chance.randbytes(length)
    elif sort in (1, 2):
        data = bytes([255 * (sort - 1)]) * length
    elif sort == 3:
        data = (b"\x00" * chance.randint(1, 30) + b"\xff" * chance.randint(1, 30)) * length
    else:
        data = badge().tobytes()[chance.randrange(20_000) :] * 3
    return Plane(memoryview(data)[:length], width, height, row_bytes, pixel_bytes)


@pytest.mark.long
def test_odd_pictures_are_read_measured_and_cut():
    chance = random.Random(11)
    for _ in range(20_000 if os.environ.get("FAIR_KIOSK_LONG") else 300):
        plane = odd_plane(chance)
        codes_in(plane)
        assert 0 <= measure(plane).mean <= 255
        assert samples(plane)
        cut, side = mirrored_cut(plane, chance.choice([1, 90, 360]))
        assert len(cut) == side * side


def test_the_reader_goes_through_frames_of_any_kind():
    chance, heard = random.Random(12), Heard()
    shown = [QVideoFrame()]
    reading = Reading(lambda: shown[0], heard)
    reading.watched = True
    time_s, number = 0.0, 0
    for _ in range(150):
        size = chance.choice([(2, 2), (4, 2), (16, 8), (32, 200), (96, 54)])
        kind = chance.choice(list(frames.LIES_AT))
        shown[0] = chance.choice(
            [
                QVideoFrame(),
                frame_of(Image.frombytes("L", size, chance.randbytes(size[0] * size[1])), kind, number),
                frame_of(Image.new("L", size, chance.choice([0, 255])), kind, -1),
            ]
        )
        assert 0 < reading.step(time_s) < 1
        time_s += chance.choice([0.001, 0.033, 0.3, 2.0])
        number += 33_333
    shown[0] = frame_of(badge(), Format.Format_YUV420P, number)
    reading.step(time_s + 2)
    assert heard.codes == [TOKEN]
    assert heard.pictures > 10


def test_of_frames_that_came_meanwhile_the_newest_is_read_and_no_other():
    heard, sink = Heard(), QVideoSink()
    reading = Reading(sink.videoFrame, heard)
    empty = Image.new("L", (96, 54), 90)
    for number in range(5):
        sink.setVideoFrame(frame_of(empty, Format.Format_NV12, number * 33_333))
    sink.setVideoFrame(frame_of(badge(), Format.Format_NV12, 5 * 33_333))
    reading.step(0.0)
    reading.step(0.05)
    assert reading.read == 1
    assert heard.codes == [TOKEN]


def test_a_frame_is_read_once_and_what_is_held_out_is_said_twice_a_second():
    heard = Heard()
    shown = [frame_of(badge(), Format.Format_NV12, 0)]
    reading = Reading(lambda: shown[0], heard)
    reading.step(0.0)
    reading.step(0.01)
    assert reading.read == 1
    for number in range(1, 14):
        shown[0] = frame_of(badge(), Format.Format_NV12, number * 100_000)
        reading.step(number / 10)
    assert reading.read == 14
    assert heard.codes == [TOKEN, TOKEN, TOKEN]
    assert heard.pictures == 0  # nobody looks
