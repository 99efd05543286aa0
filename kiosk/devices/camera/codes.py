"""Codes in a picture's brightness, read by zxing-cpp.

Measured at 720p and 1080p, milliseconds of one processor a frame (tests/devices/camera/test_codes.py holds
what is found):

    nothing tried                       1.0   2.7   upright or turned by any angle, dark on light
    try_invert                          1.6   4.8   light on dark as well, as some phones show it at night
    try_invert and try_downscale        1.9   5.4   of 300 noisy and blurred codes 152, without it 84
    with Binarizer.GlobalHistogram      0.5   1.2   misses blurred codes and those with a shadow over them

try_rotate costs a QR nothing and changes nothing: its three corners say how it is turned. `return_errors` is
free, and tells of codes that are seen and cannot be read. Meanwhile others have the interpreter.
"""

from __future__ import annotations

from functools import cache
from math import hypot
from typing import Any

from kiosk.devices.camera.aim import Seen
from kiosk.devices.camera.plane import Plane


@cache
def options() -> dict[str, Any]:
    """How zxing-cpp is asked."""
    import zxingcpp  # noqa: PLC0415  (loaded by the first camera, on its own thread)

    return {
        # Not "QRCode", which has Micro QR in it: many a pattern in a hall looks like one.
        "formats": zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2),
        "try_rotate": False,
        "try_invert": True,
        "try_downscale": True,
        "binarizer": zxingcpp.Binarizer.LocalAverage,
        "text_mode": zxingcpp.TextMode.Plain,
        "return_errors": True,
    }


def codes_in(plane: Plane) -> list[Seen]:
    """Every QR code in a picture; those that cannot be read without a text."""
    import zxingcpp  # noqa: PLC0415  (loaded by the first camera, on its own thread)

    data: Any = plane.data  # its stubs speak of numpy; any buffer will do
    # It wants whole rows: where the last one ends with its last pixel, that one is left out.
    rows = min(plane.height, len(plane.data) // plane.row_bytes)
    if rows < 1:
        return []
    view = zxingcpp.ImageView(
        data, plane.width, rows, zxingcpp.ImageFormat.Lum, plane.row_bytes, plane.pixel_bytes
    )
    return [_seen(each) for each in zxingcpp.read_barcodes(view, **options())]


def _seen(barcode: Any) -> Seen:
    place = barcode.position
    corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    across = hypot(corners[2].x - corners[0].x, corners[2].y - corners[0].y)
    down = hypot(corners[3].x - corners[1].x, corners[3].y - corners[1].y)
    return Seen(
        barcode.text if barcode.valid else "",
        sum(each.x for each in corners) / 4,
        sum(each.y for each in corners) / 4,
        (across + down) / 2 / 2**0.5,
    )
