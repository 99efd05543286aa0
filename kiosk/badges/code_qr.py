"""QR pictures of registration codes by the thousand, out of a table (kiosk/badges/qr_table.py)."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from kiosk.badges.qr import PICTURE_PX, QUIET_MODULES
from kiosk.badges.qr_table import QrTable
from kiosk.domain.badge import CODE_ALPHABET, CODE_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = 2
MODULES = 25
"""Of version 2 on a side; it holds 38 alphanumeric characters at level M."""
MASK = 3
_KNOWN = frozenset(CODE_ALPHABET)
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SIDE = MODULES + 2 * QUIET_MODULES
assert PICTURE_PX == 8, "a module is one byte of a line"


class CodePictures:
    """Draws codes of 26 characters; the table is made at the start, in about a hundredth of a second."""

    def __init__(self) -> None:
        self._table = QrTable(CODE_LENGTH, version=VERSION, mask=MASK, row_bits=MODULES)

    def modules(self, code: str) -> int:
        """The symbol's modules as one number, row by row from the top, the first module highest, 1 dark."""
        if len(code) != CODE_LENGTH or not _KNOWN.issuperset(code):
            raise ValueError("no registration code")
        return self._table.symbol(code)

    def png(self, code: str) -> bytes:
        """The code's QR as a PNG of two colours with its quiet zone, 8 pixels a module."""
        return _png(self.modules(code))


def _png(modules: int) -> bytes:
    lines = b"".join(_lines(modules))
    header = struct.pack(">IIBBBBB", _SIDE * PICTURE_PX, _SIDE * PICTURE_PX, 1, 0, 0, 0, 0)
    body = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(lines, 6)) + _chunk(b"IEND", b"")
    return _SIGNATURE + body


def _lines(modules: int) -> Iterator[bytes]:
    """The picture's lines, each behind its filter's byte; a pixel is a bit, 1 white, a module a byte."""
    white = b"\0" + b"\xff" * _SIDE
    quiet = b"\xff" * QUIET_MODULES
    text = f"{modules:0{MODULES * MODULES}b}".encode().translate(_BYTES)
    yield white * (QUIET_MODULES * PICTURE_PX)
    for start in range(0, MODULES * MODULES, MODULES):
        yield (b"\0" + quiet + text[start : start + MODULES] + quiet) * PICTURE_PX
    yield white * (QUIET_MODULES * PICTURE_PX)


_BYTES = bytes.maketrans(b"01", b"\xff\x00")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
