"""Where labels go on a picture of a plan: beside what they name, over as little as may be. No Pillow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import cos, hypot, pi, sin

Pixels = tuple[float, float, float, float]
"""left, top, right, bottom."""

_DIRECTIONS = 16
_STEPS = (0.15, 0.6, 1.2, 2.0, 3.0, 4.5, 6.5)
"""How far off a label is tried, in its own height."""
_OVER_SHAPES = 3.0
"""What covering a shape costs, in steps as above: rather so much further away."""


@dataclass(slots=True)
class Taken:
    """What is on the picture: no label may cover another or a mark; shapes rather not."""

    picture: Pixels
    shapes: Sequence[Pixels]
    marks: list[Pixels] = field(default_factory=list)

    def place(self, beside: Pixels, width: float, height: float) -> Pixels:
        """A box of that size beside a box, and take it. Where all is full, over a mark, near by."""
        middle = (beside[0] + beside[2]) / 2, (beside[1] + beside[3]) / 2
        half_width, half_height = (beside[2] - beside[0]) / 2, (beside[3] - beside[1]) / 2
        best: tuple[float, Pixels] | None = None
        around = grown(beside, width + (1 + _STEPS[-1]) * height)
        shapes = [each for each in self.shapes if overlap(each, around)]
        marks = [each for each in self.marks if overlap(each, around)]
        for step in _STEPS:
            for index in range(_DIRECTIONS):
                turn = 2 * pi * index / _DIRECTIONS - pi / 4
                dx, dy = cos(turn), sin(turn)
                # The label's middle, so far out that the two boxes are `step` apart on the nearer axis.
                gap = step * height
                reach_x = half_width + width / 2 + gap
                reach_y = half_height + height / 2 + gap
                out = min(
                    reach_x / abs(dx) if abs(dx) > 1e-9 else 1e9, reach_y / abs(dy) if abs(dy) > 1e-9 else 1e9
                )
                x, y = middle[0] + dx * out, middle[1] + dy * out
                box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
                cost = step + self._cost(box, shapes, marks)
                if best is None or cost < best[0] - 1e-9:
                    best = cost, box
            if best is not None and best[0] <= step:
                break
        assert best is not None, "there are steps"
        self.marks.append(best[1])
        return best[1]

    def _cost(self, box: Pixels, shapes: Sequence[Pixels], marks: Sequence[Pixels]) -> float:
        left, top, right, bottom = self.picture
        if box[0] < left or box[1] < top or box[2] > right or box[3] > bottom:
            return 1000.0
        if any(overlap(box, each) for each in marks):
            return 100.0
        return _OVER_SHAPES * min(3, sum(overlap(box, each) for each in shapes))


def overlap(one: Pixels, other: Pixels) -> bool:
    """Whether two boxes share a pixel."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def grown(box: Pixels, by: float) -> Pixels:
    """The box with a margin."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def leader(start: Pixels, ring: Pixels) -> tuple[tuple[float, float], tuple[float, float]]:
    """The line from a label's middle to the nearest place of a ring."""
    x, y = (start[0] + start[2]) / 2, (start[1] + start[3]) / 2
    return (x, y), (min(max(x, ring[0]), ring[2]), min(max(y, ring[1]), ring[3]))


def apart(boxes: Iterable[Pixels], by: float) -> list[Pixels]:
    """Those boxes of a set that get a number: each lies so far from all others that do."""
    kept: list[Pixels] = []
    for box in boxes:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if all(hypot(x - (each[0] + each[2]) / 2, y - (each[1] + each[3]) / 2) > by for each in kept):
            kept.append(box)
    return kept
