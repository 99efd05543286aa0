"""What moves is noticed in the frame in which it does; what does not costs a frame a second."""

from __future__ import annotations

import random

import pytest
from PIL import Image

from kiosk.devices.camera.motion import (
    CALM_EVERY_S,
    CHANGED_BY,
    LIVELY_S,
    MOVES_FROM,
    PROBE_EVERY_S,
    RESTS_AFTER_S,
    Pace,
    changed_share,
    samples,
)
from kiosk.devices.camera.plane import Plane
from tests.fakes.video import hall, held, symbol

TOKEN = "F1" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" * 4 + "ABCDEFGHIJKLMNOPQRST"
FRAME_S = 1 / 30


def samples_of(picture: Image.Image) -> bytes:
    return samples(Plane(memoryview(picture.tobytes()), picture.width, picture.height, picture.width))


def noise(levels: bytes, sigma: float, seed: int) -> bytes:
    chance = random.Random(seed)
    return bytes(max(0, min(255, each + round(chance.gauss(0, sigma)))) for each in levels)


@pytest.mark.parametrize("size", [(1, 1), (5, 3), (47, 26), (1279, 719), (1920, 1080)])
def test_samples_lie_inside_pictures_of_any_size(size):
    taken = samples_of(Image.new("L", size, 77))
    assert set(taken) == {77}
    assert len(taken) <= 48 * 27
    assert len(taken) >= min(48, size[0]) * min(27, size[1])


def test_noise_and_a_slow_change_of_light_are_no_motion():
    quiet = samples_of(hall())
    assert changed_share(noise(quiet, 5, 1), noise(quiet, 5, 2)) < MOVES_FROM
    brighter = bytes(min(255, each + 20) for each in quiet)
    assert changed_share(quiet, brighter) == 0


@pytest.mark.parametrize(("module_px", "place"), [(3, (300, 200)), (4, (640, 360)), (6, (1000, 500))])
def test_a_badge_that_is_held_out_is_motion_wherever_it_is(module_px, place):
    before, after = samples_of(hall()), samples_of(held((symbol(TOKEN, module_px), *place)))
    assert changed_share(before, after) >= MOVES_FROM


@pytest.mark.parametrize("length", [1, 2, 7, 1296])
def test_each_sample_counts_for_itself(length):
    chance = random.Random(length)
    for _ in range(50):
        before, after = chance.randbytes(length), chance.randbytes(length)
        changed = sum(abs(a - b) > CHANGED_BY for a, b in zip(before, after, strict=True))
        assert changed_share(before, after) == changed / length
    assert changed_share(b"\xff" * length, b"\x00" * length) == 1
    assert changed_share(b"\x50" * length, bytes([0x50 + CHANGED_BY]) * length) == 0
    assert changed_share(b"\x50" * length, bytes([0x50 + CHANGED_BY + 1]) * length) == 1


def test_a_picture_of_another_size_is_another_picture():
    assert changed_share(b"123", b"1234") == 1.0
    assert changed_share(b"", b"") == 1.0


def run(pace: Pace, pictures: list[bytes], start_s: float) -> int:
    """How many of the pictures, a frame apart, are read."""
    read = 0
    for number, picture in enumerate(pictures):
        now_s = start_s + number * FRAME_S
        pace.look(picture, now_s)
        if pace.due(now_s):
            pace.read(now_s, 0.002)
            read += 1
    return read


def test_readings_a_second_follow_what_moves():
    quiet, pace = samples_of(hall()), Pace()
    still = [noise(quiet, 4, number) for number in range(5)]
    moving = [bytes([number % 2 * 200]) * len(quiet) for number in range(30)]
    assert run(pace, moving, 0.0) == 30
    calm_s = 1.0 + LIVELY_S
    run(pace, still * 6, 1.0)
    assert run(pace, still * 6, calm_s + 0.1) in (9, 10, 11)
    run(pace, still * 30, calm_s + 1.1)
    assert pace.rests(calm_s + 6.2)
    assert run(pace, still * 18, calm_s + 6.2) in (3, 4)


def test_motion_wakes_it_in_its_own_frame():
    quiet, pace = samples_of(hall()), Pace()
    run(pace, [quiet] * 300, 0.0)
    now_s = 300 * FRAME_S
    assert pace.rests(now_s)
    assert pace.every_s(now_s) == PROBE_EVERY_S
    assert pace.look(samples_of(held((symbol(TOKEN, 4), 640, 360))), now_s)
    assert pace.due(now_s)


def test_what_creeps_in_over_seconds_is_motion_too():
    quiet, pace = samples_of(hall()), Pace()
    run(pace, [quiet] * 300, 0.0)
    creeping = [quiet[: 1296 - number] + b"\xff" * number for number in range(130)]
    assert run(pace, creeping, 10.0) > 20


def test_a_dim_cameras_noise_lets_it_rest():
    quiet, pace = samples_of(hall()), Pace()
    loud = [noise(quiet, 10, number) for number in range(40)]
    run(pace, loud * 6, 0.0)
    assert pace.rests(8.0)


def test_a_slow_machine_reads_half_the_time_at_most():
    pace = Pace()
    pace.look(b"\x00" * 10, 0.0)
    pace.read(0.0, 0.2)
    pace.look(b"\xff" * 10, 0.3)
    assert not pace.due(0.3)
    assert pace.due(0.4)
    assert pace.every_s(0.3) < CALM_EVERY_S
    assert RESTS_AFTER_S > LIVELY_S
