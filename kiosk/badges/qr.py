"""QR symbols of any text; those of tokens and registration codes come out of tables (qr_table.py)."""

from __future__ import annotations

import io

Matrix = tuple[tuple[bool, ...], ...]
"""Rows of modules from the top, True is dark, without the quiet zone."""

QUIET_MODULES = 4
"""Width of the quiet zone, ISO/IEC 18004."""
PICTURE_PX = 8
"""Pixels of a module in a picture."""


def text_matrix(text: str) -> Matrix:
    """The modules of any short text, level M, of the smallest version that holds it.

    ValueError for one that none holds: more than 2,331 bytes of UTF-8 (ISO/IEC 18004, version 40).
    """
    from qrcode import constants  # noqa: PLC0415  (loaded at the first symbol)
    from qrcode.main import QRCode  # noqa: PLC0415  (as above)

    symbol = QRCode(error_correction=constants.ERROR_CORRECT_M, border=0)
    symbol.add_data(text)
    symbol.make()
    return tuple(tuple(bool(each) for each in row) for row in symbol.modules)


def png(text: str) -> bytes:
    """A text's QR as a PNG of two colours with its quiet zone, 8 pixels a module."""
    from PIL import Image  # noqa: PLC0415

    matrix = text_matrix(text)
    side = len(matrix) + 2 * QUIET_MODULES
    picture = Image.new("1", (side, side), 1)
    for y, row in enumerate(matrix, QUIET_MODULES):
        for x, dark in enumerate(row, QUIET_MODULES):
            if dark:
                picture.putpixel((x, y), 0)
    out = io.BytesIO()
    size = side * PICTURE_PX
    picture.resize((size, size), Image.Resampling.NEAREST).save(out, "PNG", optimize=True)
    return out.getvalue()
