"""The modules of a badge token's code, as every renderer draws them."""

from __future__ import annotations

from functools import lru_cache

SIDE = 41
"""Modules on a side: version 6."""
_KEPT = 64
"""Codes that are remembered: a badge's is drawn, read back and shown."""


@lru_cache(maxsize=_KEPT)
def code_modules(token: str) -> int:
    """41 x 41 modules as one number, row by row from the top, the first module highest, 1 dark.

    ValueError for what is no token's length.
    """
    from kiosk.badges.qr import token_matrix  # noqa: PLC0415  (qrcode is loaded at the first code)

    return int("".join("1" if dark else "0" for row in token_matrix(token) for dark in row), 2)


def rows_of(modules: int) -> tuple[str, ...]:
    """The rows from the top as texts of 0 and 1."""
    text = f"{modules:0{SIDE * SIDE}b}"
    return tuple(text[start : start + SIDE] for start in range(0, SIDE * SIDE, SIDE))
