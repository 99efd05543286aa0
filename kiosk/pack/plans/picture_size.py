"""How many pixels a PNG or JPEG has, from its header alone: no picture is unpacked for that."""

from __future__ import annotations

from struct import unpack_from

MAX_SIDE_PX = 50_000
_PNG = b"\x89PNG\r\n\x1a\n"
_NO_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG's markers with a frame's size (ITU-T T.81, table B.1)."""
_ORIENTATION = 0x0112
_TURNED = frozenset({5, 6, 7, 8})
"""EXIF orientations that lie on their side: viewers show, and people measured, the turned picture."""


def pixels(data: bytes) -> tuple[int, int] | None:
    """Width and height as a viewer shows them; None where it is no PNG or JPEG, or of no sane size."""
    found = _png(data) if data.startswith(_PNG) else _jpeg(data) if data.startswith(b"\xff\xd8") else None
    if found is None or not all(0 < each <= MAX_SIDE_PX for each in found):
        return None
    return found


def _png(data: bytes) -> tuple[int, int] | None:
    if len(data) < 33 or data[12:16] != b"IHDR":
        return None
    width, height = unpack_from(">II", data, 16)
    return int(width), int(height)


def _jpeg(data: bytes) -> tuple[int, int] | None:
    at, turned = 2, False
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF or marker in _NO_LENGTH:
            at += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        part = data[at + 4 : at + 2 + length]
        if length < 2 or marker in (0xD9, 0xDA):
            return None
        if marker == 0xE1 and part.startswith(b"Exif\0\0"):
            turned = _orientation(part[6:]) in _TURNED
        if marker in _FRAMES and len(part) >= 5:
            height, width = unpack_from(">HH", part, 1)
            return (int(height), int(width)) if turned else (int(width), int(height))
        at += 2 + length
    return None


def _orientation(tiff: bytes) -> int:
    """EXIF's orientation, 1 where it says none."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 10:
        return 1
    (start,) = unpack_from(f"{order}I", tiff, 4)
    if start + 2 > len(tiff):
        return 1
    (count,) = unpack_from(f"{order}H", tiff, start)
    for index in range(min(count, 100)):
        at = start + 2 + 12 * index
        if at + 12 > len(tiff):
            break
        tag, kind, _number, value = unpack_from(f"{order}HHIH", tiff, at)
        if tag == _ORIENTATION and kind == 3:
            return int(value)
    return 1
