"""A raster as a PNG file, for people to look at."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.domain.printing import Raster


def png_of(raster: Raster) -> bytes:
    """The same dots, with their number an inch beside them."""
    from PIL import Image  # noqa: PLC0415  (Pillow is there: it drew the raster)

    mode, raw = ("1", "1;I") if raster.bits == 1 else ("RGB", "RGB")
    picture = Image.frombytes(mode, (raster.width_px, raster.height_px), raster.data, "raw", raw)
    out = io.BytesIO()
    picture.save(out, "PNG", dpi=(raster.dpi, raster.dpi))
    return out.getvalue()
