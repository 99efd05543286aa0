"""An organiser's logo for badges: a small PNG."""

from __future__ import annotations

import io
import struct
import zlib

from kiosk.domain.words import Words

MOST_BYTES = 300_000
MOST_PX = 2000
"""Of a side. It is printed a finger wide: 300 dots are plenty."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def logo_fault(data: bytes) -> Words | None:
    """Why a file cannot be a logo and what to do, or None where it is a PNG that can be drawn whole."""
    if len(data) > MOST_BYTES:
        return Words(
            f"超过 {MOST_BYTES // 1000} KB，请缩小后再放进来。",
            f"more than {MOST_BYTES // 1000} KB: make it smaller.",
        )
    if not data.startswith(_SIGNATURE):
        return Words("不是 PNG 图片，请另存为 PNG。", "no PNG picture: save it as PNG.")
    return _undrawable(data)


def _undrawable(data: bytes) -> Words | None:
    from PIL import Image  # noqa: PLC0415  (few packs have a logo)

    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
            width, height = picture.size
            if max(width, height) > MOST_PX:
                return Words(
                    f"有 {width} × {height} 像素，每边最多 {MOST_PX}，请缩小。",
                    f"{width} x {height} pixels, and {MOST_PX} a side are the most: make it smaller.",
                )
            picture.load()
            picture.convert("RGBA")
    # What Pillow raises for broken files depends on the place of the damage.
    except (
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        struct.error,
        zlib.error,
        Image.DecompressionBombError,
    ):
        return Words("图片已损坏，打不开，请重新导出。", "a damaged picture: export it again.")
    return None
