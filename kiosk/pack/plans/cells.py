"""A coarse grid that tells at a glance that a line is cut; what it lets pass is looked at exactly.

Of the lines between corners of a large hall nearly all go through some stall. Asking shapely about each of
them takes minutes where there are a thousand stalls that stand apart; reading a grid takes seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kiosk.domain.floorplan import Point
from kiosk.pack.plans.drawing import Box

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

CELL_M = 0.5
MOST_CELLS = 4_000_000
SAMPLES = (8, 56)
"""Points of a line that are looked at: a few of every line, more of those that are left."""
_INSIDE_M = 0.01
"""Lines may run along an obstacle's side: what counts is this far inside it."""


class Cells:
    """Squares that lie wholly inside an obstacle, as grown by a person's half width."""

    def __init__(self, floor: Sequence[Point], obstacles: Sequence[Box], clearance_m: float) -> None:
        import numpy as np  # noqa: PLC0415  pack time only

        self.np = np
        xs, ys = [x for x, _ in floor], [y for _, y in floor]
        self.left, self.top = min(xs), min(ys)
        width, height = max(xs) - self.left, max(ys) - self.top
        self.size = max(CELL_M, (width * height / MOST_CELLS) ** 0.5)
        shape = int(height / self.size) + 1, int(width / self.size) + 1
        self.solid: Flags = np.zeros(shape, dtype=bool)
        by = clearance_m - _INSIDE_M
        for box in obstacles:
            first_column, last_column = self._span(box.x_m - by, box.x_m + box.width_m + by, self.left)
            first_row, last_row = self._span(box.y_m - by, box.y_m + box.height_m + by, self.top)
            self.solid[first_row:last_row, first_column:last_column] = True

    def _span(self, start_m: float, end_m: float, origin_m: float) -> tuple[int, int]:
        """The first cell that begins within, and the one after the last that ends within."""
        first, after = -int(-(start_m - origin_m) // self.size), int((end_m - origin_m) // self.size)
        return max(0, first), max(0, after)

    def cut(self, a: Floats, b: Floats) -> Flags:
        """Of each line from a to b: whether it certainly goes through an obstacle."""
        np = self.np
        cut: Flags = np.zeros(len(a), dtype=bool)
        for count in SAMPLES:
            left = np.flatnonzero(~cut)
            cut[left] = self._touches(a[left], b[left], count)
        return cut

    def _touches(self, a: Floats, b: Floats, count: int) -> Any:
        np = self.np
        shares = (np.arange(count) + 0.5) / count
        x = a[:, :1] + (b[:, :1] - a[:, :1]) * shares
        y = a[:, 1:] + (b[:, 1:] - a[:, 1:]) * shares
        rows, columns = self.solid.shape
        column = np.clip(((x - self.left) / self.size).astype(np.int32), 0, columns - 1)
        row = np.clip(((y - self.top) / self.size).astype(np.int32), 0, rows - 1)
        return self.solid[row, column].any(axis=1)
