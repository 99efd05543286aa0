"""Brightness of a picture as it lies in memory: what codes, motion and light are read from."""

from __future__ import annotations

from dataclasses import dataclass

AIMED_SHARE = 0.75
"""The side of the frame to aim at, as a share of the picture's shorter side."""


@dataclass(frozen=True, slots=True)
class Plane:
    """A byte a pixel, 0 black to 255 white, in memory that is somebody else's: good until it is released.

    `data` starts with the first pixel's byte. `row_bytes` is from a row to the next, `pixel_bytes` from a
    pixel to the next (2 where colour lies between, as in YUYV).
    """

    data: memoryview
    width: int
    height: int
    row_bytes: int
    pixel_bytes: int = 1

    def row(self, y: int, left: int = 0, right: int | None = None, step: int = 1) -> bytes:
        """Every `step`-th pixel of a row, from `left` to before `right`."""
        start = y * self.row_bytes + left * self.pixel_bytes
        end = y * self.row_bytes + (self.width if right is None else right) * self.pixel_bytes
        return self.data[start : end - self.pixel_bytes + 1 : step * self.pixel_bytes].tobytes()


def fits(data_bytes: int, width: int, height: int, row_bytes: int, pixel_bytes: int = 1) -> bool:
    """Whether so many bytes hold a picture of this size: some drivers say more than they give."""
    if width < 1 or height < 1 or row_bytes < width * pixel_bytes:
        return False
    return data_bytes >= (height - 1) * row_bytes + (width - 1) * pixel_bytes + 1


def aimed(width: int, height: int) -> tuple[int, int, int]:
    """Left, top and side of the frame to aim at, in the picture's pixels."""
    side = max(1, round(min(width, height) * AIMED_SHARE))
    return (width - side) // 2, (height - side) // 2, side


def mirrored_cut(plane: Plane, side_px: int) -> tuple[bytes, int]:
    """The picture's middle as people see themselves in a mirror, about `side_px` wide: bytes, and their side.

    A square of the picture's shorter side; whole pixels are left out, none is mixed.
    """
    whole = min(plane.width, plane.height)
    step = max(1, round(whole / max(1, side_px)))
    side = whole // step
    left, top = (plane.width - whole) // 2, (plane.height - whole) // 2
    data, row_bytes, pixel_bytes = plane.data, plane.row_bytes, plane.pixel_bytes
    last = (left + (side - 1) * step) * pixel_bytes
    stride = -step * pixel_bytes
    rows = []
    for y in range(side):
        start = (top + y * step) * row_bytes + last
        stop = start + side * stride
        rows.append(data[start : stop if stop >= 0 else None : stride].tobytes())
    return b"".join(rows), side
