"""The one door to a badge's three forms: PDF, raster and the marks of the preview."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kiosk.badges.composition import compose
from kiosk.badges.layout import Layout, read_layouts
from kiosk.badges.metrics import load_metrics
from kiosk.domain.fair import Words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kiosk.badges.face import BadgeFace
    from kiosk.badges.marks import Composition
    from kiosk.domain.printing import Media, Raster


class UnreadableCode(Exception):
    """A drawn QR did not read back as its token: it must not be printed."""


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
    logo: bytes = b""
    """The organiser's, PNG; from the fair pack."""

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
        chosen = _layouts(self.layouts_folder)[layout]
        return compose(face, chosen, load_metrics(self.fonts), dpi=dpi, logo=self.logo)

    def pdf(self, face: BadgeFace, layout: str, *, dpi: int = 600) -> bytes:
        """One page, its QR read back. UnreadableCode."""
        raise NotImplementedError

    def raster(self, face: BadgeFace, layout: str, *, dpi: int, bits: int) -> Raster:
        """The badge in a printer's own dots, its QR read back. UnreadableCode."""
        raise NotImplementedError

    def pdf_of_many(self, faces: Iterable[BadgeFace], layout: str, *, dpi: int = 600) -> bytes:
        """One page a badge, in their order; the fixed part once a type, each QR read back. UnreadableCode."""
        raise NotImplementedError


@lru_cache(maxsize=4)
def _layouts(folder: Path) -> dict[str, Layout]:
    return read_layouts(folder)
