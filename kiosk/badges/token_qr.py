"""The QR of a badge's token, version 6, level M, out of a table (kiosk/badges/qr_table.py)."""

from __future__ import annotations

from functools import lru_cache

from kiosk.badges.qr_table import QrTable
from kiosk.domain.badge import TOKEN_LENGTH

TOKEN_VERSION = 6
MODULES = 17 + 4 * TOKEN_VERSION
"""On a side: 41."""
MASK = 3
ROW_BYTES = (MODULES + 7) // 8
"""Of a row in a mask."""
_PADDING_BITS = 8 * ROW_BYTES - MODULES
_ROWS = range(0, MODULES * 8 * ROW_BYTES, 8 * ROW_BYTES)


class TokenCodes:
    """Draws tokens of 150 characters; the table is made at the start, in about a fortieth of a second."""

    def __init__(self) -> None:
        self._table = QrTable(TOKEN_LENGTH, version=TOKEN_VERSION, mask=MASK, row_bits=8 * ROW_BYTES)

    def bitmap(self, token: str) -> bytes:
        """The token's modules as a bitmap: 41 rows from the top of 6 bytes, the first module highest, 1 dark.

        ValueError for a text that is no token.
        """
        if len(token) != TOKEN_LENGTH:
            raise ValueError(f"a badge token has {TOKEN_LENGTH} characters")
        try:
            return self._table.symbol(token).to_bytes(MODULES * ROW_BYTES, "big")
        except KeyError:
            raise ValueError("a badge token has capital letters and digits") from None

    def modules(self, token: str) -> int:
        """The same as one number of 41 x 41 bits, rows unpadded, the first module highest. ValueError."""
        rows = int.from_bytes(self.bitmap(token), "big")
        found = 0
        for at in reversed(_ROWS):
            found = found << MODULES | rows >> at + _PADDING_BITS & (1 << MODULES) - 1
        return found


@lru_cache(maxsize=1)
def token_codes() -> TokenCodes:
    """The table, made at the first badge and kept for the process."""
    return TokenCodes()
