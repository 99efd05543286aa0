"""Reads drawn codes back, before a badge goes to a printer: a code that no gate can read must not be printed.

zxing-cpp reads; it knows nothing of how the code was made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.badges.marks import Code
from kiosk.badges.qr import QUIET_MODULES
from kiosk.badges.raster import MM_PER_INCH, code_place
from kiosk.badges.token_qr import MODULES, ROW_BYTES, token_codes

if TYPE_CHECKING:
    from PIL.Image import Image

    from kiosk.badges.marks import Composition
    from kiosk.domain.printing import Raster

_GREY = bytes.maketrans(b"01", b"\xff\x00")


def bitmap_read(bitmap: bytes) -> str:
    """What a code's modules say; "" where nothing can be read, or only with errors put right. 0.03 ms.

    `bitmap` is TokenCodes.bitmap's, which the PDF draws as a mask. ValueError for another number of bytes.
    """
    import zxingcpp  # noqa: PLC0415  (loaded at the first badge)

    if len(bitmap) != MODULES * ROW_BYTES:
        raise ValueError("no bitmap of a token's modules")
    # A pixel a module; the padding is white on the right.
    pixels = f"{int.from_bytes(bitmap, 'big'):0{8 * len(bitmap)}b}".encode().translate(_GREY)
    found = zxingcpp.read_barcodes(
        memoryview(pixels).cast("B", shape=(MODULES, 8 * ROW_BYTES)),
        formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
        is_pure=True,  # nothing but the code, one pixel a module
        try_rotate=False,
        try_downscale=False,
        try_invert=False,
    )  # UEC: unused error correction, ISO/IEC 15415
    if not found or not found[0].valid:
        return ""
    how = found[0].extra
    return str(found[0].text) if isinstance(how, dict) and how.get("UEC") == 1 else ""


def codes_read_back(raster: Raster, composition: Composition) -> bool:
    """Whether every code of the composition stands in its raster, whole, and reads as its token.

    Stricter than a reader, who forgives: not one dot of a code may be covered, missing or mirrored, or what a
    gate forgives is used up before the badge is worn.
    """
    codes = [mark for mark in (*composition.fixed, *composition.own) if isinstance(mark, Code)]
    return all(_stands_whole(raster, code) and _reads(raster, code) for code in codes)


def picture_read(picture: Image) -> tuple[str, ...]:
    """Whatever QR can be read in a picture of a page, from a renderer that is not ours."""
    import zxingcpp  # noqa: PLC0415  (loaded at the first badge)

    # Not Micro QR, which "QRCode" has in it: one badge of 10,000 has something like it in its code's corner.
    found = zxingcpp.read_barcodes(
        picture.convert("L"), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)
    )
    return tuple(str(each.text) for each in found)


def _stands_whole(raster: Raster, code: Code) -> bool:
    from PIL import Image as Images  # noqa: PLC0415  (Pillow is there: it drew the raster)

    left, top, module_px = code_place(code, raster.dpi / MM_PER_INCH)
    side = MODULES * module_px
    modules = Images.frombytes("1", (MODULES, MODULES), token_codes().bitmap(code.token), "raw", "1;I")
    wanted = modules.convert("L").resize((side, side), Images.Resampling.NEAREST)
    return _cut(raster, (left, top, left + side, top + side)).tobytes() == wanted.tobytes()


def _reads(raster: Raster, code: Code) -> bool:
    """The code with its quiet zone; beyond the raster's edge there is only paper or the cut."""
    left, top, module_px = code_place(code, raster.dpi / MM_PER_INCH)
    quiet, side = QUIET_MODULES * module_px, MODULES * module_px
    cut = _cut(raster, (left - quiet, top - quiet, left + side + quiet, top + side + quiet))
    return picture_read(cut) == (code.token,)


def _cut(raster: Raster, box: tuple[int, int, int, int]) -> Image:
    """A part of a raster in grey; white where it reaches over the edge."""
    from PIL import Image as Images  # noqa: PLC0415  (Pillow is there: it drew the raster)

    left, top, right, bottom = box
    first, last = max(0, top), min(raster.height_px, bottom)
    cut = Images.new("L", (right - left, bottom - top), 255)
    if first >= last:
        return cut
    data = raster.data[first * raster.row_bytes : last * raster.row_bytes]
    mode, raw = ("1", "1;I") if raster.bits == 1 else ("RGB", "RGB")
    rows = Images.frombytes(mode, (raster.width_px, last - first), data, "raw", raw).convert("L")
    cut.paste(rows, (-left, first - top))
    return cut
