"""Light and focus: each threshold on pictures on either side of it; and that hints are calm."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from kiosk.devices.camera.codes import codes_in
from kiosk.devices.camera.light import (
    FADES_AFTER_S,
    GLARE_SHARE,
    PATTERN_CROSSINGS,
    RISES_AFTER_S,
    SHARP_FROM,
    STANDS_S,
    CalmHint,
    Hint,
    hint_for,
    measure,
)
from kiosk.devices.camera.plane import Plane
from tests.fakes.video import hall, held, symbol

TOKEN = "F1" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" * 4 + "ABCDEFGHIJKLMNOPQRST"
MIDDLE = (640, 360)


def plane_of(picture: Image.Image) -> Plane:
    return Plane(memoryview(picture.tobytes()), picture.width, picture.height, picture.width)


def hint(picture: Image.Image, *, moves: bool = True, several: bool = False) -> Hint:
    plane = plane_of(picture)
    unreadable = [each for each in codes_in(plane) if not each.text]
    return hint_for(measure(plane), unreadable, several=several, moves=moves)


def face() -> Image.Image:
    picture = hall()
    draw = ImageDraw.Draw(picture)
    draw.ellipse((440, 60, 840, 620), fill=180)
    for box in ((530, 240, 590, 280), (690, 240, 750, 280), (560, 440, 720, 470)):
        draw.ellipse(box, fill=70)
    draw.rectangle((440, 20, 840, 150), fill=35)
    return noisy(picture.filter(ImageFilter.GaussianBlur(3)))


def noisy(picture: Image.Image, sigma: float = 5) -> Image.Image:
    noise = Image.effect_noise(picture.size, sigma)
    return ImageChops.add(picture, noise, offset=-128)


def test_whoever_stands_there_without_a_code_is_left_alone():
    assert hint(noisy(hall())) is Hint.NOTHING
    assert hint(face()) is Hint.NOTHING
    assert measure(plane_of(face())).crossings < PATTERN_CROSSINGS


@pytest.mark.parametrize("blurred", [3.0, 3.5, 4.0])
def test_blurred(blurred):
    picture = held((symbol(TOKEN, 6), *MIDDLE), blurred=blurred)
    assert hint(picture) is Hint.STILL
    assert measure(plane_of(picture)).sharpness < SHARP_FROM


def test_swept_over_the_picture():
    picture = held((symbol(TOKEN, 6), *MIDDLE))
    swept = Image.new("L", picture.size)
    for step in range(14):
        moved = picture.transform(picture.size, Image.Transform.AFFINE, (1, 0, step - 7, 0, 1, 0))
        swept = Image.blend(swept, moved, 1 / (step + 1))
    assert hint(swept) is Hint.STILL


def test_dark_but_for_a_phone_that_shines():
    assert hint(held((symbol(TOKEN, 6), *MIDDLE), light=0.06)) is Hint.LIGHT
    assert hint(Image.new("L", (1280, 720), 3)) is Hint.LIGHT
    shining = held(light=0.05)
    shining.paste(symbol(TOKEN, 6).filter(ImageFilter.GaussianBlur(3.4)), (500, 220))
    assert hint(shining) is Hint.STILL


def test_glare():
    burnt = held((symbol(TOKEN, 6), *MIDDLE), light=2.6, blurred=6)
    assert measure(plane_of(burnt)).clipped > GLARE_SHARE
    assert hint(burnt) is Hint.GLARE
    assert hint(Image.new("L", (1280, 720), 255)) is Hint.GLARE


def test_too_far_and_too_near():
    assert hint(held((symbol(TOKEN, 2), *MIDDLE), blurred=1.4)) in (Hint.CLOSER, Hint.NOTHING)
    small = held((symbol(TOKEN, 2), *MIDDLE), blurred=1.05)
    assert any(not each.text for each in codes_in(plane_of(small)))
    assert hint(small) is Hint.CLOSER
    for module_px in (18, 24, 30):
        assert hint(held((symbol(TOKEN, module_px), *MIDDLE))) is Hint.FARTHER
    blurred = held((symbol(TOKEN, 12), *MIDDLE), blurred=7)
    assert hint(blurred, moves=False) is Hint.FARTHER


def test_several_come_first():
    assert hint(Image.new("L", (1280, 720), 255), several=True) is Hint.ONE


@pytest.mark.parametrize("size", [(1, 1), (2, 5), (16, 9), (160, 90), (641, 361)])
def test_pictures_of_any_size(size):
    for level in (0, 128, 255):
        light = measure(plane_of(Image.new("L", size, level)))
        assert light.mean == level
        assert light.contrast == 0


def test_a_hint_rises_stands_and_fades():
    calm = CalmHint()
    assert calm.take(Hint.STILL, 0.0) is Hint.NOTHING
    assert calm.take(Hint.STILL, RISES_AFTER_S - 0.1) is Hint.NOTHING
    assert calm.take(Hint.STILL, RISES_AFTER_S) is Hint.STILL
    shown_s = RISES_AFTER_S
    assert calm.take(Hint.NOTHING, shown_s + 0.1) is Hint.STILL
    assert calm.take(Hint.NOTHING, shown_s + STANDS_S - 0.1) is Hint.STILL
    assert calm.take(Hint.NOTHING, shown_s + STANDS_S + FADES_AFTER_S) is Hint.NOTHING


def test_what_changes_with_every_frame_is_never_shown():
    calm = CalmHint()
    for number in range(60):
        wanted = (Hint.STILL, Hint.GLARE, Hint.NOTHING)[number % 3]
        assert calm.take(wanted, number * 0.25) is Hint.NOTHING


def test_a_code_that_is_read_takes_the_hint_away():
    calm = CalmHint()
    for time_s in (0.0, 1.0):
        calm.take(Hint.LIGHT, time_s)
    assert calm.shown is Hint.LIGHT
    calm.clear()
    assert calm.take(Hint.NOTHING, 1.1) is Hint.NOTHING
    assert calm.take(Hint.LIGHT, 1.2) is Hint.NOTHING  # it rises anew
