"""The one door to a badge's three forms: PDF, raster and the marks of the preview."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kiosk.badges.face import NO_SIGNPOSTS, BadgeFace, Signposts, face_of
from kiosk.badges.layout import Layout, read_layouts
from kiosk.badges.metrics import load_metrics
from kiosk.domain.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kiosk.badges.marks import Composition
    from kiosk.domain.attendee import Attendee
    from kiosk.domain.fair import Fair
    from kiosk.domain.printing import Media, Raster


class UnreadableCode(Exception):
    """A drawn QR did not read back as its token: it must not be printed. It names nobody."""

    def __init__(self) -> None:
        super().__init__("a drawn code did not read back")


@dataclass(frozen=True, slots=True)
class LayoutLine:
    """A layout that there is."""

    id: str
    """a6, a7, card, label_4x3 or tape_62."""
    name: Words
    media: Media
    mono: bool
    """Drawn for black alone."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """Draws badges; heavy libraries are loaded at the first. Touches no store; any thread, one at a time."""

    fonts: Path
    layouts_folder: Path
    logo: bytes = field(default=b"", repr=False)
    """The organiser's, PNG; from the fair pack."""
    signposts: Signposts = field(default=NO_SIGNPOSTS, repr=False, compare=False)
    """What the fair pack tells of zones, coaches and sessions."""

    def face(self, token: str, attendee: Attendee, fair: Fair) -> BadgeFace:
        """The face of an attendee's badge, with the marks that the signposts tell."""
        return face_of(token, attendee, fair, signposts=self.signposts)

    def layouts(self) -> tuple[LayoutLine, ...]:
        """Every layout, by id. LayoutFault."""
        return tuple(
            LayoutLine(each.id, Words(each.title.zh, each.title.en), each.media, each.mono)
            for each in _layouts(self.layouts_folder).values()
        )

    def missing(self, face: BadgeFace) -> str:
        """The characters of the face that the fonts lack, each once, in their order. FontFault."""
        texts = (face.name, face.latin, face.latin.upper(), face.organisation, face.detail, face.stall)
        about = (*face.marks, face.fair_name, face.fair_date, face.lost)
        return load_metrics(self.fonts).missing(" ".join((*texts, *about)))

    def compose(self, face: BadgeFace, layout: str, *, dpi: int = 300) -> Composition:
        """The badge as marks. KeyError for a layout that there is not; LayoutFault, FontFault."""
        from kiosk.badges.composition import compose  # noqa: PLC0415  (loaded at the first badge)

        chosen = _layouts(self.layouts_folder)[layout]
        return compose(face, chosen, load_metrics(self.fonts), dpi=dpi, logo=self.logo)

    def pdf(self, face: BadgeFace, layout: str, *, dpi: int = 600) -> bytes:
        """One page, its QR read back. UnreadableCode; and as `compose`, ValueError for what is no token."""
        return self.pdf_of_many((face,), layout, dpi=dpi)

    def raster(self, face: BadgeFace, layout: str, *, dpi: int, bits: int) -> Raster:
        """The badge in a printer's own dots and in its printing direction, its QR read back.

        UnreadableCode; and as `compose`, ValueError for what is no token or other bits than 1 and 24.
        """
        from kiosk.badges.raster import draw_raster  # noqa: PLC0415  (Pillow is loaded at the first badge)
        from kiosk.badges.reading import codes_read_back  # noqa: PLC0415  (as above)

        composition = self.compose(face, layout, dpi=dpi)
        raster = draw_raster(composition, self.fonts, bits=bits)
        if not codes_read_back(raster, composition):
            raise UnreadableCode
        return turned(raster) if _layouts(self.layouts_folder)[layout].paper.turned else raster

    def pdf_of_many(self, faces: Iterable[BadgeFace], layout: str, *, dpi: int = 600) -> bytes:
        """One page a badge, in their order and in their printing direction; each QR read back.

        The fixed part stands once a type. UnreadableCode, and as `pdf`.
        """
        from kiosk.badges.pdf import PageMarks, Placed, draw_pages  # noqa: PLC0415  (loaded at the first badge)

        turn = _layouts(self.layouts_folder)[layout].paper.turned
        out = io.BytesIO()
        draw_pages(
            (
                PageMarks(each.height_mm, each.width_mm, (Placed(each, turned_deg=_TURN_DEG),))
                if turn
                else PageMarks(each.width_mm, each.height_mm, (Placed(each),))
                for each in (self.compose(face, layout, dpi=dpi) for face in faces)
            ),
            self.fonts,
            out,
            check=check_code,
        )
        return out.getvalue()


_TURN_DEG = 90
"""Clockwise: the badge's left edge leaves the printer first."""


def turned(raster: Raster) -> Raster:
    """A raster turned by a quarter, clockwise."""
    from PIL import Image  # noqa: PLC0415  (Pillow is there: it drew the raster)

    mode, raw = ("1", "1;I") if raster.bits == 1 else ("RGB", "RGB")
    size = (raster.width_px, raster.height_px)
    picture = Image.frombytes(mode, size, raster.data, "raw", raw).transpose(Image.Transpose.ROTATE_270)
    return replace(raster, width_px=picture.width, height_px=picture.height, data=picture.tobytes("raw", raw))


def check_code(token: str, bitmap: bytes) -> None:
    """Read a code back as it stands in a PDF (pdf.draw_pages). UnreadableCode where it is not its token."""
    from kiosk.badges.reading import bitmap_read  # noqa: PLC0415  (zxing-cpp is loaded at the first badge)

    if bitmap_read(bitmap) != token:
        raise UnreadableCode


@lru_cache(maxsize=4)
def _layouts(folder: Path) -> dict[str, Layout]:
    return read_layouts(folder)
