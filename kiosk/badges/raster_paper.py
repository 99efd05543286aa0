"""Paper that masks are filled on: of 24 bits a dot, and of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kiosk.badges.dither import diffused, ink_of, screen
from kiosk.badges.raster_glyphs import Mask
from kiosk.badges.raster_shapes import Box

if TYPE_CHECKING:
    from PIL.Image import Image

DARK, LIGHT = "#000000", "#FFFFFF"
_MM_PER_INCH = 25.4
_HALO_MM = 0.25
_HALF = 128
"""Coverage from which a dot of a text or shape is set on one bit: the strokes are as thick as in grey."""
_AT_LEAST_HALF = [255 if value >= _HALF else 0 for value in range(256)]
_INVERTED = [255 - value for value in range(256)]


class Paper(Protocol):
    """Paper on which masks are filled; boxes may reach over its edges."""

    width_px: int
    height_px: int

    def copy(self) -> Paper: ...
    def fill(self, box: Box, colour: str, mask: Image | None = None) -> None: ...
    def text(self, mask: Mask, colour: str) -> None: ...
    def picture(self, image: Image, x_px: int, y_px: int) -> None: ...
    def data(self) -> bytes: ...


class ColourPaper:
    """Paper of 24 bits a dot."""

    def __init__(self, width_px: int, height_px: int, dpi: int, image: Image | None = None) -> None:
        from PIL import Image as Images  # noqa: PLC0415  (loaded at the first badge)

        self.width_px, self.height_px, self._dpi = width_px, height_px, dpi
        self._image = image or Images.new("RGB", (width_px, height_px), LIGHT)

    def copy(self) -> ColourPaper:
        return ColourPaper(self.width_px, self.height_px, self._dpi, self._image.copy())

    def fill(self, box: Box, colour: str, mask: Image | None = None) -> None:
        self._image.paste(colour, box, mask)

    def text(self, mask: Mask, colour: str) -> None:
        self._image.paste(colour, mask.box, mask.image)

    def picture(self, image: Image, x_px: int, y_px: int) -> None:
        self._image.paste(image, (x_px, y_px), image)

    def data(self) -> bytes:
        return self._image.tobytes()


class MonoPaper:
    """Paper of one bit a dot: `_dots` is 0 where black, `_toned` is 255 where a tone was laid."""

    def __init__(
        self, width_px: int, height_px: int, dpi: int, images: tuple[Image, Image] | None = None
    ) -> None:
        from PIL import Image as Images  # noqa: PLC0415  (loaded at the first badge)

        self.width_px, self.height_px, self._dpi = width_px, height_px, dpi
        size = (width_px, height_px)
        self._dots, self._toned = images or (Images.new("L", size, 255), Images.new("L", size, 0))

    def copy(self) -> MonoPaper:
        images = (self._dots.copy(), self._toned.copy())
        return MonoPaper(self.width_px, self.height_px, self._dpi, images)

    def fill(self, box: Box, colour: str, mask: Image | None = None) -> None:
        ink = ink_of(colour)
        crisp = mask.point(_AT_LEAST_HALF) if mask is not None else None
        if ink in {0.0, 1.0}:
            self._dots.paste(0 if ink else 255, box, crisp)
            self._toned.paste(0, box, crisp)
        else:
            self._dots.paste(screen(ink, box), box, crisp)
            self._toned.paste(255, box, crisp)

    def text(self, mask: Mask, colour: str) -> None:
        """Black or white, whichever stands out from what lies below as the colour does."""
        value = 255 if ink_of(colour) < self._ink_below(mask.box) else 0
        self._halo(mask, 255 - value)
        crisp = mask.image.point(_AT_LEAST_HALF)
        self._dots.paste(value, mask.box, crisp)
        self._toned.paste(0, mask.box, crisp)

    def _ink_below(self, box: Box) -> float:
        from PIL import ImageStat  # noqa: PLC0415  (Pillow is there by now)

        left, top, right, bottom = box
        on_page = (max(0, left), max(0, top), min(self.width_px, right), min(self.height_px, bottom))
        if on_page[0] >= on_page[2] or on_page[1] >= on_page[3]:
            return 0.0
        mean: float = ImageStat.Stat(self._dots.crop(on_page)).mean[0]
        return 1 - mean / 255

    def _halo(self, mask: Mask, value: int) -> None:
        """Clear the tone round a text's strokes; whatever is not a tone stays."""
        from PIL import ImageChops, ImageFilter, ImageOps  # noqa: PLC0415  (Pillow is there by now)

        reach_px = max(1, round(_HALO_MM * self._dpi / _MM_PER_INCH))
        left, top, right, bottom = mask.box
        box = (left - reach_px, top - reach_px, right + reach_px, bottom + reach_px)
        toned = self._toned.crop(box)
        if toned.getbbox() is None:
            return
        grown = ImageOps.expand(mask.image.point(_AT_LEAST_HALF), reach_px)
        grown = grown.filter(ImageFilter.MaxFilter(2 * reach_px + 1))
        self._dots.paste(value, box, ImageChops.darker(grown, toned))

    def picture(self, image: Image, x_px: int, y_px: int) -> None:
        from PIL import Image as Images  # noqa: PLC0415  (Pillow is there by now)

        on_white = Images.new("RGBA", image.size, LIGHT)
        on_white.alpha_composite(image)
        crisp = image.getchannel("A").point(_AT_LEAST_HALF)
        self._dots.paste(diffused(on_white), (x_px, y_px), crisp)
        self._toned.paste(255, (x_px, y_px, x_px + image.width, y_px + image.height), crisp)

    def data(self) -> bytes:
        from PIL import Image as Images  # noqa: PLC0415  (Pillow is there by now)

        return self._dots.point(_INVERTED).convert("1", dither=Images.Dither.NONE).tobytes()
