"""PWG raster (PWG 5102.4): a page in a printer's own dots, for printers that take no PDF.

A file is the word RaS2, then for each page a header of 1796 bytes and its rows, each as a count of how often
it repeats and runs of pixels: n - 1 and one pixel for n equal ones, 257 - n and n pixels for different ones.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from kiosk.domain.printing import Media, Raster

FORMAT = "image/pwg-raster"
COLOUR, GREY, BLACK = "srgb_8", "sgray_8", "black_1"
"""Of pwg-raster-document-type-supported: what `encode` can make."""
_SPACES = {COLOUR: (19, 24, 3), GREY: (18, 8, 1), BLACK: (3, 1, 1)}
"""Colour space, bits a pixel, colours."""
_POINTS_A_MM = 72 / 25.4
_MOST_ROWS, _MOST_PIXELS = 256, 128
_RUN = {size: re.compile(rb"(" + rb"." * size + rb")\1{0,127}", re.DOTALL) for size in (1, 3)}
"""As many equal pixels as one count can hold."""
# Rec. 709 weights in 256ths; they add up to 256, so that three scaled bytes never overflow one
_RED, _GREEN, _BLUE = (bytes(value * weight >> 8 for value in range(256)) for weight in (54, 183, 19))


def encode(raster: Raster, media: Media, kind: str, *, duplex: bool = False) -> bytes:
    """One page; `kind` is one of COLOUR and GREY (of a raster of 24 bits) or BLACK (of one bit)."""
    rows = [_row(raster, y, kind) for y in range(raster.height_px)]
    return b"RaS2" + _header(raster, media, kind, len(rows[0]), duplex=duplex) + b"".join(_packed(rows, kind))


def _row(raster: Raster, y: int, kind: str) -> bytes:
    row = raster.data[y * raster.row_bytes : (y + 1) * raster.row_bytes]
    return _grey(row) if kind == GREY else row


def _grey(row: bytes) -> bytes:
    """Rows of red, green, blue as one value a pixel: three long additions instead of one for each pixel."""
    planes = (row[0::3].translate(_RED), row[1::3].translate(_GREEN), row[2::3].translate(_BLUE))
    summed = sum(int.from_bytes(plane, "big") for plane in planes)
    return summed.to_bytes(len(planes[0]), "big").translate(_STRETCHED)


_WHITE = _RED[255] + _GREEN[255] + _BLUE[255]
"""What rounding down leaves of white."""
_STRETCHED = bytes(min(255, value * 255 // _WHITE) for value in range(256))


def _header(raster: Raster, media: Media, kind: str, row_bytes: int, *, duplex: bool) -> bytes:
    space, bits, colours = _SPACES[kind]
    header = bytearray(1796)
    header[0:9] = b"PwgRaster"

    def put(offset: int, *values: int) -> None:
        struct.pack_into(f">{len(values)}I", header, offset, *values)

    put(272, int(duplex))
    put(276, raster.dpi, raster.dpi)
    put(340, 1)  # copies
    put(352, round(media.width_mm * _POINTS_A_MM), round(media.height_mm * _POINTS_A_MM))
    put(372, raster.width_px, raster.height_px)
    put(384, 1 if bits == 1 else 8, bits, row_bytes)
    put(396, 0, space)  # chunky
    put(420, colours)
    put(452, 1)  # pages
    put(456, 1, 1)  # neither direction is mirrored
    put(480, 0xFFFFFF if space != 3 else 0)
    return bytes(header)


def _packed(rows: list[bytes], kind: str) -> Iterator[bytes]:
    size = _SPACES[kind][2]
    at = 0
    while at < len(rows):
        row, count = rows[at], 1
        while count < _MOST_ROWS and at + count < len(rows) and rows[at + count] == row:
            count += 1
        yield bytes([count - 1]) + _runs(row, size)
        at += count


def _runs(row: bytes, size: int) -> bytes:
    """A row as runs; `size`: bytes of a pixel (eight dots of a black raster are one byte)."""
    packed, loose = bytearray(), bytearray()
    for found in _RUN[size].finditer(row):
        length = (found.end() - found.start()) // size
        if length == 1:
            loose += found[1]
            continue
        packed += _different(loose, size) + bytes([length - 1]) + found[1]
        loose.clear()
    return bytes(packed + _different(loose, size))


def _different(pixels: bytes | bytearray, size: int) -> bytes:
    packed = bytearray()
    for at in range(0, len(pixels), _MOST_PIXELS * size):
        piece = pixels[at : at + _MOST_PIXELS * size]
        count = len(piece) // size
        packed += (bytes([257 - count]) if count > 1 else b"\0") + piece
    return bytes(packed)
