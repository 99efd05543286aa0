"""Light and focus in the frame to aim at, and what to tell whoever holds out a code. Pure.

The thresholds were measured with drawn badges in drawn halls, and tests/devices/camera/test_light.py measures
them again. At 6 pixels a module zxing-cpp reads up to a blur of 2.5 pixels, and it reads down to 2 pixels a
module.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from kiosk.devices.camera.aim import Seen
from kiosk.devices.camera.plane import Plane, aimed

ROWS = 12
FRAME_POINTS = 64
PATTERN_POINTS = 128
"""In a row of the whole frame, and of its middle, where codes are held."""
SPACING = 4 / 720
"""Of the Laplacian's points, as a share of the picture's height: finer than a module, coarser than noise."""

CLIPPED_FROM = 250
DARK_MEAN = 34.0
DARK_SPREAD = 30.0
"""A picture with less of both is too dark; a lit phone in a dark hall has the spread."""
GLARE_SHARE = 0.3
"""More of the frame than this is burnt out; a white badge in good light has 0.05 to 0.15."""
PATTERN_CONTRAST = 40.0
PATTERN_CROSSINGS = 4.0
"""A code, blurred or not, has both; a hall has up to 3 crossings, a face 1."""
SHARP_FROM = 0.25
"""Codes that cannot be read because they are blurred or moved have less: 0.01 to 0.22."""
COARSE_CONTRAST = 85.0
COARSE_CROSSINGS = 9.0
"""Of a code that is too near to be whole in the picture: high contrast, few modules."""
SMALL_MODULE_PX = 3.0
CORNER_MODULES = 41
"""Of a badge's code, from corner to corner."""


class Hint(StrEnum):
    """What helps whoever holds out a code; nothing if nothing is known."""

    NOTHING = ""
    LIGHT = "light"
    GLARE = "glare"
    CLOSER = "closer"
    FARTHER = "farther"
    STILL = "still"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class Light:
    """The frame to aim at, measured in some 2,000 points; levels are 0 to 255."""

    mean: float
    spread: float
    """Standard deviation."""
    clipped: float
    """Share of points at 250 and more."""
    contrast: float
    """Standard deviation in the frame's middle."""
    sharpness: float
    """There: variance of the Laplacian by 20 times the variance. Noise alone has 1, a smooth picture 0."""
    crossings: float
    """There: changes between dark and light in a row."""


def measure(plane: Plane) -> Light:
    """Measure a picture of any size; of one with fewer than 16 rows only the light."""
    left, top, side = aimed(plane.width, plane.height)
    step = max(1, side // FRAME_POINTS)
    points = [
        each
        for number in range(min(ROWS, side))
        for each in plane.row(top + (2 * number + 1) * side // (2 * min(ROWS, side)), left, left + side, step)
    ]
    mean, variance = _mean_and_variance(points)
    clipped = sum([each >= CLIPPED_FROM for each in points]) / len(points)
    contrast, sharpness, crossings = _pattern(plane, left + side // 4, top + side // 4, side // 2)
    return Light(mean, variance**0.5, clipped, contrast, sharpness, crossings)


def _pattern(plane: Plane, left: int, top: int, side: int) -> tuple[float, float, float]:
    """Contrast, sharpness and crossings in a square of the picture; nothing in a tiny one."""
    spacing = max(1, round(plane.height * SPACING))
    inner = side - 2 * spacing
    if inner < ROWS:
        return 0.0, 0.0, 0.0
    step = max(1, inner // PATTERN_POINTS)
    start, end = left + spacing, left + spacing + inner
    lines: list[bytes] = []
    edges: list[int] = []
    for number in range(ROWS):
        y = top + spacing + (2 * number + 1) * inner // (2 * ROWS)
        here = plane.row(y, start, end, step)
        lines.append(here)
        around = zip(
            here,
            plane.row(y, start - spacing, end - spacing, step),
            plane.row(y, start + spacing, end + spacing, step),
            plane.row(y - spacing, start, end, step),
            plane.row(y + spacing, start, end, step),
            strict=True,
        )
        edges += [west + east + north + south - 4 * middle for middle, west, east, north, south in around]
    mean, variance = _mean_and_variance(list(b"".join(lines)))
    contrast = variance**0.5
    low, high = mean - 0.4 * contrast, mean + 0.4 * contrast
    crossings = sum([_crossings(line, low, high) for line in lines]) / ROWS
    return contrast, _mean_and_variance(edges)[1] / max(variance, 1.0) / 20, crossings


def _mean_and_variance(values: list[int]) -> tuple[float, float]:
    mean = sum(values) / len(values)
    return mean, max(0.0, sum([each * each for each in values]) / len(values) - mean * mean)


def _crossings(line: bytes, low: float, high: float) -> int:
    """How often a row goes over from dark to light or back; between the two levels it is where it was."""
    tones = [each > high for each in line if each < low or each > high]
    return sum([one is not other for one, other in pairwise(tones)])


def hint_for(light: Light, unreadable: list[Seen], *, several: bool, moves: bool) -> Hint:
    """What would help, of a picture in which nothing was decided.

    `unreadable` are codes that were found and could not be read; `several` says that more than one could.
    `moves`: something moves right now.
    """
    if several:
        return Hint.ONE
    exposure = _exposure(light)
    if exposure is not Hint.NOTHING:
        return exposure
    if unreadable:
        largest = max(each.side_px for each in unreadable)
        return Hint.CLOSER if largest < SMALL_MODULE_PX * CORNER_MODULES else Hint.STILL
    if light.contrast < PATTERN_CONTRAST or light.crossings < PATTERN_CROSSINGS:
        return Hint.NOTHING
    if light.sharpness < SHARP_FROM:
        # A lens that is fixed sees nothing sharp that is too near.
        return Hint.STILL if moves else Hint.FARTHER
    return Hint.NOTHING


def _exposure(light: Light) -> Hint:
    """What the light alone says. A code that fills the picture is as white as glare, and has its modules."""
    if light.contrast >= COARSE_CONTRAST and PATTERN_CROSSINGS <= light.crossings < COARSE_CROSSINGS:
        return Hint.FARTHER
    if light.clipped >= GLARE_SHARE:
        return Hint.GLARE
    if light.mean < DARK_MEAN and light.spread < DARK_SPREAD:
        return Hint.LIGHT
    return Hint.NOTHING


RISES_AFTER_S = 0.7
STANDS_S = 2.0
FADES_AFTER_S = 1.2


@dataclass(slots=True)
class CalmHint:
    """The hint that is shown: one that flickers helps nobody. Times by a clock that never goes back."""

    shown: Hint = Hint.NOTHING
    _since_s: float = 0.0
    _coming: Hint | None = None
    _coming_s: float = 0.0

    def take(self, wanted: Hint, now_s: float) -> Hint:
        """What is shown now, after this was wanted.

        Another hint must be wanted for RISES_AFTER_S, and the one that stands has at least STANDS_S to be
        read; it goes when it was not wanted for FADES_AFTER_S.
        """
        if wanted is self.shown:
            self._coming = None
            return self.shown
        if wanted is not self._coming:
            self._coming, self._coming_s = wanted, now_s
        if self.shown is not Hint.NOTHING and now_s - self._since_s < STANDS_S:
            return self.shown
        wait_s = FADES_AFTER_S if wanted is Hint.NOTHING else RISES_AFTER_S
        if now_s - self._coming_s >= wait_s:
            self.shown, self._since_s, self._coming = wanted, now_s, None
        return self.shown

    def clear(self) -> None:
        """A code was read: there is nothing to help with."""
        self.shown, self._coming = Hint.NOTHING, None
