"""Tones in dots: as much ink as meant, evenly spread, and nothing where there is no tone."""

from __future__ import annotations

import base64

import numpy as np
import pytest
from PIL import Image

from kiosk.badges import dither
from kiosk.badges.dither import TILE_PX, diffused, ink_of, screen

BAND = {"#AFDDFB": 0.177, "#64AC61": 0.438, "#F5B800": 0.288, "#AE8CDB": 0.376, "#F7EB88": 0.105}


def dots(picture: Image.Image) -> np.ndarray:
    """1 where ink is."""
    return (np.asarray(picture) == 0).astype(float)


def void_and_cluster(side: int, sigma: float, seed: int) -> np.ndarray:
    """Ranks of a blue noise threshold array (R. Ulichney, The void-and-cluster method, 1993)."""
    y, x = np.mgrid[0:side, 0:side]
    away = np.minimum(x, side - x) ** 2 + np.minimum(y, side - y) ** 2
    bell = np.exp(-away / (2 * sigma**2))
    count = side * side

    def round_about(place: int) -> np.ndarray:
        return np.roll(bell, (place // side, place % side), (0, 1))

    def fullest(on: np.ndarray, energy: np.ndarray) -> int:
        return int(np.argmax(np.where(on, energy, -np.inf)))

    def emptiest(on: np.ndarray, energy: np.ndarray) -> int:
        return int(np.argmin(np.where(on, np.inf, energy)))

    on = np.zeros((side, side), bool)
    on.flat[np.random.default_rng(seed).permutation(count)[: count // 10]] = True
    energy = np.real(np.fft.ifft2(np.fft.fft2(on) * np.fft.fft2(bell)))
    while True:
        taken = fullest(on, energy)
        on.flat[taken] = False
        energy -= round_about(taken)
        put = emptiest(on, energy)
        on.flat[put] = True
        energy += round_about(put)
        if taken == put:
            break
    ranks = np.zeros(count, int)
    first = int(on.sum())
    rest, energy_of_rest = on.copy(), energy.copy()
    for rank in reversed(range(first)):
        place = fullest(rest, energy_of_rest)
        rest.flat[place] = False
        energy_of_rest -= round_about(place)
        ranks[place] = rank
    for rank in range(first, count):
        place = emptiest(on, energy)
        on.flat[place] = True
        energy += round_about(place)
        ranks[place] = rank
    return ranks.reshape(side, side)


def test_the_tile_is_what_void_and_cluster_makes() -> None:
    tile = np.frombuffer(base64.b85decode(dither._TILE), np.uint8).reshape(TILE_PX, TILE_PX)
    assert (np.bincount(tile.ravel(), minlength=256) == 4).all()
    made = void_and_cluster(TILE_PX, 1.6, 7) * 256 // TILE_PX**2
    # Equals may fall otherwise on another machine's floating point: nearly all of it, then.
    assert (made == tile).mean() > 0.5 or abs(_low(made < 64) - _low(tile < 64)) < 0.02


def _low(picture: np.ndarray) -> float:
    """Share of a pattern's unevenness that is coarser than 6 dots: what the eye sees as blotches."""
    power = np.abs(np.fft.fft2(picture - picture.mean())) ** 2
    per_dot = np.hypot(*np.meshgrid(np.fft.fftfreq(picture.shape[1]), np.fft.fftfreq(picture.shape[0])))
    return float(power[per_dot < 1 / 6].sum() / power.sum())


@pytest.mark.parametrize("colour", BAND)
def test_a_tone_sets_its_share_of_dots(colour: str) -> None:
    ink = ink_of(colour)
    assert ink == pytest.approx(BAND[colour], abs=0.01)
    picture = dots(screen(ink, (17, 5, 17 + 640, 5 + 320)))
    assert picture.mean() == pytest.approx(ink, abs=0.005)


@pytest.mark.parametrize("colour", BAND)
def test_a_tone_is_even(colour: str) -> None:
    picture = dots(screen(ink_of(colour), (0, 0, 320, 320)))
    noise = (np.random.default_rng(1).random((320, 320)) < ink_of(colour)).astype(float)
    assert _low(picture) < 0.02
    assert _low(noise) > 0.08
    blocks = picture.reshape(20, 16, 20, 16).mean((1, 3))
    assert blocks.std() < 0.02


def test_the_inks_of_texts_are_whole_and_paper_is_bare() -> None:
    assert ink_of("#17191C") == ink_of("#000000") == 1
    assert ink_of("#FFFFFF") == ink_of("#FAFAFA") == 0
    assert dots(screen(1, (0, 0, 90, 40))).all()
    assert not dots(screen(0, (0, 0, 90, 40))).any()


def test_boxes_that_meet_show_no_seam() -> None:
    whole = dots(screen(0.4, (3, 7, 203, 107)))
    left, right = dots(screen(0.4, (3, 7, 100, 107))), dots(screen(0.4, (100, 7, 203, 107)))
    assert (np.hstack((left, right)) == whole).all()
    assert (dots(screen(0.4, (-5, -9, 203, 107)))[16:, 8:] == whole).all()


def test_a_picture_keeps_its_tones_its_black_and_its_white() -> None:
    ramp = Image.linear_gradient("L").resize((512, 256))
    picture = dots(diffused(ramp))
    wanted = 1 - np.asarray(ramp) / 255
    rows = picture.reshape(16, 16, 512).mean((1, 2)), wanted.reshape(16, 16, 512).mean((1, 2))
    assert np.abs(rows[0] - rows[1]).max() < 0.02
    line = Image.new("L", (60, 60), 255)
    line.paste(0, (20, 0, 21, 60))
    assert (dots(diffused(line)) == dots(line)).all()
