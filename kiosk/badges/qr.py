"""QR symbols: of badge tokens, and of the registration codes that the organiser sends out."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from kiosk.domain.badge import TOKEN_LENGTH

if TYPE_CHECKING:
    from qrcode.main import QRCode

Matrix = tuple[tuple[bool, ...], ...]
"""Rows of modules from the top, True is dark, without the quiet zone."""

TOKEN_VERSION = 6
QUIET_MODULES = 4
"""Width of the quiet zone, ISO/IEC 18004."""
PICTURE_PX = 8
"""Pixels of a module in a picture."""


def token_matrix(token: str) -> Matrix:
    """A badge token's 41 x 41 modules: version 6, level M, alphanumeric. ValueError for another length."""
    if len(token) != TOKEN_LENGTH:
        raise ValueError(f"a badge token has {TOKEN_LENGTH} characters")
    symbol = _symbol(token, alphanumeric=True, version=TOKEN_VERSION)
    if symbol.version != TOKEN_VERSION:
        raise ValueError("the token does not fit its QR")
    return _matrix(symbol)


def text_matrix(text: str) -> Matrix:
    """The modules of any short text, level M, of the smallest version that holds it.

    ValueError for one that none holds: more than 2,331 bytes of UTF-8 (ISO/IEC 18004, version 40).
    """
    return _matrix(_symbol(text, alphanumeric=False, version=None))


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


def _symbol(text: str, *, alphanumeric: bool, version: int | None) -> QRCode:
    from qrcode import constants, util  # noqa: PLC0415
    from qrcode.main import QRCode  # noqa: PLC0415

    symbol = QRCode(version=version, error_correction=constants.ERROR_CORRECT_M, border=0)
    data = util.QRData(text, mode=util.MODE_ALPHA_NUM) if alphanumeric else text
    symbol.add_data(data)
    symbol.make(fit=version is None)
    return symbol


def _matrix(symbol: QRCode) -> Matrix:
    return tuple(tuple(bool(each) for each in row) for row in symbol.modules)
