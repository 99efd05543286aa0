"""Reads drawn codes back, before a badge goes to a printer: a code that no gate can read must not be printed.

zxing-cpp reads; it knows nothing of how the code was made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.badges.code_modules import SIDE, code_modules, rows_of
from kiosk.badges.marks import Code
from kiosk.badges.qr import QUIET_MODULES
from kiosk.badges.raster import MM_PER_INCH, code_place

if TYPE_CHECKING:
    from PIL.Image import Image

    from kiosk.badges.marks import Composition
    from kiosk.domain.printing import Raster

_GREY = bytes.maketrans(b"01", b"\xff\x00")


def modules_read(modules: int) -> str:
    """What a code's modules say (41 x 41, as `code_modules` gives them); "" where nothing can be read.

    The PDF's way: what it draws is these modules as a mask. 0.03 ms.
    """
    import zxingcpp  # noqa: PLC0415  (loaded at the first badge)

    pixels = f"{modules:0{SIDE * SIDE}b}".encode().translate(_GREY)
    if len(pixels) != SIDE * SIDE:
        return ""
    found = zxingcpp.read_barcodes(
        memoryview(pixels).cast("B", shape=(SIDE, SIDE)),
        formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
        is_pure=True,  # nothing but the code, one pixel a module
        try_rotate=False,
        try_downscale=False,
        try_invert=False,
    )
    return str(found[0].text) if found and found[0].valid else ""


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

    found = zxingcpp.read_barcodes(
        picture.convert("L"), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    return tuple(str(each.text) for each in found)


def _stands_whole(raster: Raster, code: Code) -> bool:
    from PIL import Image as Images  # noqa: PLC0415  (Pillow is there: it drew the raster)

    left, top, module_px = code_place(code, raster.dpi / MM_PER_INCH)
    side = SIDE * module_px
    modules = "".join(rows_of(code_modules(code.token))).encode().translate(_GREY)
    wanted = Images.frombytes("L", (SIDE, SIDE), modules).resize((side, side), Images.Resampling.NEAREST)
    return _cut(raster, (left, top, left + side, top + side)).tobytes() == wanted.tobytes()


def _reads(raster: Raster, code: Code) -> bool:
    """The code with its quiet zone; beyond the raster's edge there is only paper or the cut."""
    left, top, module_px = code_place(code, raster.dpi / MM_PER_INCH)
    quiet, side = QUIET_MODULES * module_px, SIDE * module_px
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
