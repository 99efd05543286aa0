"""The picture that a ZPL format prints. Its graphics are decoded by zebrafy, which is not ours."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zebrafy import ZebrafyZPL

_FIELD = re.compile(rb"\^FO(\d+),(\d+)(\^GF.*?\^FS)", re.DOTALL)
_COMMAND = re.compile(rb"[\^~]([A-Z@][A-Z0-9@])([^\^~]*)")
KNOWN = frozenset(b"XA XZ PW LL LH PQ FO GF FS PO PM LR MU JZ MN".split())


@dataclass(frozen=True)
class Label:
    """What lies on the paper: rows from the top, a row padded to whole bytes with white, 1 is black."""

    width_px: int
    height_px: int
    data: bytes
    tracking: str = ""


def read_label(job: bytes) -> Label:
    """The label that a format prints, ^PW by ^LL dots. ValueError for a command that is not known."""
    commands = [(name, rest) for name, rest in _COMMAND.findall(job)]
    if unknown := {name for name, _ in commands} - KNOWN:
        raise ValueError(f"unknown: {unknown}")
    names = [name for name, _ in commands]
    if names.count(b"XA") != 1 or names.count(b"XZ") != 1:
        raise ValueError(f"not one format: {names}")
    said = dict(commands)
    width, height = int(said[b"PW"]), int(said[b"LL"])
    if said[b"LH"] != b"0,0" or said[b"PQ"].split(b",")[0] != b"1":
        raise ValueError(f"{said[b'LH']!r}, {said[b'PQ']!r}")
    paper = [0] * height
    for left, top, graphic in _FIELD.findall(job):
        (picture,) = ZebrafyZPL(graphic.decode("ascii")).to_images()
        wide = (picture.width + 7) // 8
        rows = picture.tobytes()  # Pillow's 1 is white
        shift = width - int(left) - 8 * wide
        for row in range(picture.height):
            if int(top) + row >= height:
                break
            bits = int.from_bytes(rows[row * wide : (row + 1) * wide], "big") ^ ((1 << 8 * wide) - 1)
            paper[int(top) + row] |= bits << shift if shift >= 0 else bits >> -shift
    row_bytes = (width + 7) // 8
    data = b"".join((each << 8 * row_bytes - width).to_bytes(row_bytes, "big") for each in paper)
    return Label(width, height, data, said.get(b"MN", b"").decode())
