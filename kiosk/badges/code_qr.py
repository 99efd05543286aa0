"""QR pictures of registration codes by the thousand, each put together out of a table.

With version, level, mask and length fixed, a symbol is an affine function of its data bits (ISO/IEC 18004:
the error correction is linear, the mask is added): the modules that one bit changes are the same whatever
the other bits are. `qrcode` draws one reference symbol and one a bit; every other code is their sum.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from kiosk.badges.qr import PICTURE_PX, QUIET_MODULES
from kiosk.domain.badge import CODE_ALPHABET, CODE_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = 2
MODULES = 25
"""Of version 2 on a side; it holds 38 alphanumeric characters at level M."""
_MASK = 3
_PAIR_BITS = 11
_ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {character: _ALPHANUMERIC.index(character) for character in CODE_ALPHABET}
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SIDE = MODULES + 2 * QUIET_MODULES
assert PICTURE_PX == 8, "a module is one byte of a line"


class CodePictures:
    """Draws codes of 26 characters; the table is made at the start, in about a fifth of a second."""

    def __init__(self) -> None:
        pairs = CODE_LENGTH // 2
        self._reference = _modules("0" * CODE_LENGTH)
        self._columns = tuple(
            tuple(
                _modules("00" * pair + _pair(1 << bit) + "00" * (pairs - pair - 1)) ^ self._reference
                for bit in range(_PAIR_BITS)
            )
            for pair in range(pairs)
        )
        """The modules that a bit of a pair of characters changes."""

    def modules(self, code: str) -> int:
        """The symbol's modules as one number, row by row from the top, the first module highest, 1 dark."""
        if len(code) != CODE_LENGTH or not all(each in _VALUES for each in code):
            raise ValueError("no registration code")
        found = self._reference
        for pair, columns in enumerate(self._columns):
            value = _VALUES[code[2 * pair]] * len(_ALPHANUMERIC) + _VALUES[code[2 * pair + 1]]
            while value:
                bit = value.bit_length() - 1
                found ^= columns[bit]
                value ^= 1 << bit
        return found

    def png(self, code: str) -> bytes:
        """The code's QR as a PNG of two colours with its quiet zone, 8 pixels a module."""
        return _png(self.modules(code))


def _pair(value: int) -> str:
    return _ALPHANUMERIC[value // len(_ALPHANUMERIC)] + _ALPHANUMERIC[value % len(_ALPHANUMERIC)]


def _modules(text: str) -> int:
    from qrcode import constants, util  # noqa: PLC0415  drawn only where pictures are wanted
    from qrcode.main import QRCode  # noqa: PLC0415

    symbol = QRCode(version=VERSION, error_correction=constants.ERROR_CORRECT_M, border=0, mask_pattern=_MASK)
    symbol.add_data(util.QRData(text, mode=util.MODE_ALPHA_NUM))
    symbol.make(fit=False)
    assert len(symbol.modules) == MODULES
    return int("".join("1" if dark else "0" for row in symbol.modules for dark in row), 2)


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
