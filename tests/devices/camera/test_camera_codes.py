"""What zxing-cpp finds in drawn pictures: the options were chosen by this and by bench `camera`."""

from __future__ import annotations

import random
from itertools import product

import pytest
from PIL import Image, ImageChops, ImageOps

from kiosk.devices.camera.aim import Seen
from kiosk.devices.camera.codes import codes_in, options
from kiosk.devices.camera.plane import Plane
from tests.fakes.video import held, symbol

TOKEN = "F1" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" * 4 + "ABCDEFGHIJKLMNOPQRST"
MIDDLE = (640, 360)


def plane_of(picture: Image.Image) -> Plane:
    return Plane(memoryview(picture.tobytes()), picture.width, picture.height, picture.width)


def found(picture: Image.Image) -> list[Seen]:
    return codes_in(plane_of(picture))


def texts(picture: Image.Image) -> list[str]:
    return [each.text for each in found(picture) if each.text]


@pytest.mark.parametrize("turned", [0, 33, 90, 180, 251])
def test_turned_by_any_angle(turned):
    (code,) = found(held((symbol(TOKEN, 5), *MIDDLE), turned=turned))
    assert code.text == TOKEN
    assert (code.x, code.y) == pytest.approx(MIDDLE, abs=4)
    assert code.side_px == pytest.approx(41 * 5, rel=0.06)


def test_light_on_dark_as_a_phone_shows_it_at_night():
    assert texts(held((ImageOps.invert(symbol(TOKEN, 5)), *MIDDLE))) == [TOKEN]


@pytest.mark.parametrize("module_px", [2, 3, 8, 13])
def test_from_two_pixels_a_module_until_it_fills_the_picture(module_px):
    assert texts(held((symbol(TOKEN, module_px), *MIDDLE))) == [TOKEN]


def test_in_a_tenth_of_the_light():
    assert texts(held((symbol(TOKEN, 6), *MIDDLE), light=0.2)) == [TOKEN]


def test_two_at_once():
    other = TOKEN[::-1]
    picture = held((symbol(TOKEN, 4), 420, 360), (symbol(other, 4), 860, 360))
    assert sorted(texts(picture)) == sorted([TOKEN, other])


def test_one_that_is_blurred_too_much_is_seen_and_not_read():
    codes = found(held((symbol(TOKEN, 6), *MIDDLE), blurred=3.4))
    assert codes
    assert {each.text for each in codes} == {""}


def test_a_hall_without_codes_and_noise_have_none():
    noise = random.Random(9).randbytes(1280 * 720)
    assert found(held()) == []
    assert texts(Image.frombytes("L", (1280, 720), noise)) == []


def test_rows_that_are_longer_than_the_picture_and_pixels_with_colour_between():
    picture = held((symbol(TOKEN, 5), *MIDDLE))
    grey = picture.tobytes()
    padded = b"".join(grey[y * 1280 : (y + 1) * 1280] + b"\x55" * 64 for y in range(720))
    between = bytes(each for pair in zip(grey, b"\x80" * len(grey), strict=True) for each in pair)
    assert [each.text for each in codes_in(Plane(memoryview(padded), 1280, 720, 1344))] == [TOKEN]
    assert [each.text for each in codes_in(Plane(memoryview(between), 1280, 720, 2560, 2))] == [TOKEN]


@pytest.mark.parametrize(("width", "height"), list(product((1, 2, 3, 17), repeat=2)))
def test_pictures_of_almost_nothing(width, height):
    assert codes_in(Plane(memoryview(bytes(width * height)), width, height, width)) == []


def test_the_memory_is_free_again():
    data = bytearray(100 * 100)
    codes_in(Plane(memoryview(data), 100, 100, 100))
    data.append(0)  # BufferError if anything still held it


def test_options_that_cost_are_those_that_find():
    """Each that is on finds something that is not found without it; rotation finds nothing more."""
    import zxingcpp  # noqa: PLC0415

    inverted = held((ImageOps.invert(symbol(TOKEN, 5)), *MIDDLE))
    shadowed = held((symbol(TOKEN, 6), *MIDDLE))
    shadowed.paste(shadowed.point([each // 4 for each in range(256)]).crop((640, 0, 1280, 720)), (640, 0))
    noisy = held((symbol(TOKEN, 11), *MIDDLE))
    noisy = ImageChops.add(noisy, Image.effect_noise(noisy.size, 60), offset=-128)
    turned = held((symbol(TOKEN, 5), *MIDDLE), turned=90)

    def reads(picture: Image.Image, **other: object) -> bool:
        plane = plane_of(picture)
        view = zxingcpp.ImageView(plane.data, 1280, 720, zxingcpp.ImageFormat.Lum, 1280, 1)
        return any(each.valid for each in zxingcpp.read_barcodes(view, **{**options(), **other}))

    assert reads(inverted)
    assert not reads(inverted, try_invert=False)
    assert reads(shadowed)
    assert not reads(shadowed, binarizer=zxingcpp.Binarizer.GlobalHistogram)
    assert reads(noisy)
    assert not reads(noisy, try_downscale=False)
    assert reads(turned) is reads(turned, try_rotate=True) is True
