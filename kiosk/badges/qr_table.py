"""QR symbols of one length by the thousand, each put together out of a table.

With version, level, mask and length fixed, a symbol is an affine function of its data bits (ISO/IEC 18004:
the error correction is linear, the mask is added): the modules that one bit changes are the same whatever the
other bits are. `qrcode` draws one symbol and tells where each codeword's bits stand and what error correction
a byte has; from these every bit's modules follow, and a symbol is the sum of what its bits change.
"""

from __future__ import annotations

from functools import reduce
from itertools import repeat
from operator import or_, xor
from typing import Any

ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
"""The characters of the alphanumeric mode in the order of their values."""
_VALUES = {character: value for value, character in enumerate(ALPHANUMERIC)}
_PAIRS = {
    first + second: high * len(ALPHANUMERIC) + low
    for first, high in _VALUES.items()
    for second, low in _VALUES.items()
}
_PAIR_BITS = 11
_LOW_BITS = 5
"""A pair's value is looked up in two parts: 96 entries a pair of characters where one part needed 2,025."""
_HEAD_BITS = 4 + 9
"""Mode, and number of characters for versions 1 to 9."""


class QrTable:
    """Draws texts of `length` alphanumeric characters, an even number, at level M with a fixed mask.

    Symbols are numbers: rows from the top, the first module highest, 1 dark, each row padded to `row_bits`.
    The table takes about 60 ms and 2 MB for 150 characters. Up to version 7: blocks of larger ones differ.
    """

    def __init__(self, length: int, *, version: int, mask: int, row_bits: int) -> None:
        self.length = length
        drawing = _Drawing(version, mask, row_bits)
        columns = drawing.columns()
        self._parts = tuple(
            (tuple(_sums(columns[first : last - _LOW_BITS])), tuple(_sums(columns[last - _LOW_BITS : last])))
            for first in range(_HEAD_BITS, _HEAD_BITS + length // 2 * _PAIR_BITS, _PAIR_BITS)
            for last in (first + _PAIR_BITS,)
        )
        self._reference = 0
        some = "A" * length  # not "0": `qrcode` cannot divide a block of zeros
        self._reference = drawing.text(some) ^ self.symbol(some)

    def symbol(self, text: str) -> int:
        """The text's symbol. KeyError for a character that is not alphanumeric; the length is not checked."""
        found = self._reference
        values = map(_PAIRS.__getitem__, map(str.__add__, text[::2], text[1::2]))
        for value, (high, low) in zip(values, self._parts, strict=True):
            found ^= high[value >> _LOW_BITS] ^ low[value & 31]
        return found


def _sums(columns: tuple[int, ...]) -> list[int]:
    """What every value of some bits changes, by value; the highest bit's column stands first."""
    sums = [0]
    for column in reversed(columns):
        sums += [each ^ column for each in sums]
    return sums


class _Drawing:
    """What `qrcode` draws and computes at one version, level M and one mask."""

    def __init__(self, version: int, mask: int, row_bits: int) -> None:
        from qrcode import base, constants  # noqa: PLC0415  drawn only where symbols are wanted

        self._version, self._mask, self._row_bits = version, mask, row_bits
        self._blocks = base.rs_blocks(version, constants.ERROR_CORRECT_M)
        self._data = self._blocks[0].data_count
        assert {each.data_count for each in self._blocks} == {self._data}, "blocks differ"
        self._codewords = sum(each.total_count for each in self._blocks)

    def text(self, text: str) -> int:
        from qrcode import util  # noqa: PLC0415

        symbol = self._symbol()
        symbol.add_data(util.QRData(text, mode=util.MODE_ALPHA_NUM))
        symbol.make(fit=False)
        return self._number(symbol)

    def columns(self) -> tuple[int, ...]:
        """The modules that each data bit changes, in the order of the bits."""
        places = self._places()
        count, data = len(self._blocks), self._data
        found = []
        correction = [self._correction(at) for at in range(data)]
        for block in range(count):
            for at in range(data):
                for bit in range(7, -1, -1):
                    changed = places[at * count + block][bit]
                    for row, byte in enumerate(correction[at][bit]):
                        place = places[(data + row) * count + block]
                        changed ^= reduce(xor, (place[each] for each in range(8) if byte >> each & 1), 0)
                    found.append(changed)
        return tuple(found)

    def _places(self) -> list[list[int]]:
        """Of each codeword as drawn, the module of each of its bits, lowest first.

        Every bit gets a number from 1; symbol k has dark what has bit k in its number."""
        bits = 8 * self._codewords
        blank = self._codeword_symbol([0] * self._codewords)
        layers = []
        for layer in range(bits.bit_length()):
            codewords = [
                reduce(or_, ((8 * at + bit + 1 >> layer & 1) << bit for bit in range(8)))
                for at in range(self._codewords)
            ]
            layers.append(self._codeword_symbol(codewords) ^ blank)
        modules = reduce(or_, layers)
        places = [[0] * 8 for _ in range(self._codewords)]
        while modules:
            module = modules & -modules
            modules ^= module
            number = sum(1 << layer for layer, symbol in enumerate(layers) if symbol & module) - 1
            places[number // 8][number % 8] = module
        return places

    def _correction(self, at: int) -> list[list[int]]:
        """The error correction of a block whose only data bit is one of byte `at`: by bit, lowest first."""
        from qrcode import util  # noqa: PLC0415

        found = []
        for bit in range(8):
            buffer = util.BitBuffer()
            buffer.buffer = [0] * self._data
            buffer.buffer[at] = 1 << bit
            found.append(util.create_bytes(buffer, self._blocks[:1])[self._data :])
        return found

    def _codeword_symbol(self, codewords: list[int]) -> int:
        symbol = self._symbol()
        symbol.data_cache = codewords
        symbol.makeImpl(False, self._mask)
        return self._number(symbol)

    def _symbol(self) -> Any:
        from qrcode import constants  # noqa: PLC0415
        from qrcode.main import QRCode  # noqa: PLC0415

        return QRCode(
            version=self._version,
            error_correction=constants.ERROR_CORRECT_M,
            border=0,
            mask_pattern=self._mask,
        )

    def _number(self, symbol: Any) -> int:
        rows = symbol.modules
        assert len(rows) == 17 + 4 * self._version
        padding = "".join(repeat("0", self._row_bits - len(rows)))
        return int("".join("".join("1" if dark else "0" for dark in row) + padding for row in rows), 2)
