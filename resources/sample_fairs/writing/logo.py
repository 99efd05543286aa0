"""Draws the sample organiser's logo, an invented mark: a graduate's cap, cut out of a disc."""

import struct
import zlib
from pathlib import Path

SIDE_PX = 240
INDIGO = b"\x1d\x3f\x72"
_STEPS = 15
"""Degrees of cover: one a palette's entry."""
_GRID = 4
"""Points a pixel's side at which the mark is asked for."""


def write_logo(folder: Path) -> None:
    """Writes logo.png: 16 entries of one colour, from clear to full."""
    rows = b"".join(b"\0" + _row(y) for y in range(SIDE_PX))
    header = struct.pack(">IIBBBBB", SIDE_PX, SIDE_PX, 4, 3, 0, 0, 0)
    clear = bytes(255 * step // _STEPS for step in range(_STEPS + 1))
    parts = [
        (b"IHDR", header),
        (b"PLTE", INDIGO * (_STEPS + 1)),
        (b"tRNS", clear),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    ]
    (folder / "logo.png").write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + b"".join(
            struct.pack(">I", len(data)) + tag + data + struct.pack(">I", zlib.crc32(tag + data))
            for tag, data in parts
        )
    )


def _row(y: int) -> bytes:
    """A row of pixels, two a byte."""
    covers = [_cover(x, y) for x in range(SIDE_PX)]
    return bytes(left << 4 | right for left, right in zip(covers[::2], covers[1::2], strict=True))


def _cover(x: int, y: int) -> int:
    points = [(each + 0.5) / _GRID for each in range(_GRID)]
    inside = sum(
        _inked(2 * (x + dx) / SIDE_PX - 1, 2 * (y + dy) / SIDE_PX - 1) for dx in points for dy in points
    )
    return round(_STEPS * inside / _GRID**2)


def _inked(x: float, y: float) -> bool:
    """Whether a point of the square from -1 to 1 (y down) is on the mark."""
    if x * x + y * y > 1:
        return False
    board = abs(x) / 0.72 + abs(y + 0.2) / 0.34 < 1
    below = abs(x) < 0.4 and -0.2 < y < 0.42 - 0.35 * x * x and abs(x) / 0.72 + abs(y + 0.1) / 0.34 > 1
    tassel = (abs(x - 0.62) < 0.03 and -0.16 < y < 0.3) or (x - 0.62) ** 2 + (y - 0.34) ** 2 < 0.07**2
    return not (board or (below and y > -0.1) or tassel)
