"""Until the layouts are one: the badge on A6 as it was, behind the renderer's interface."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kiosk.badges.face import BadgeFace
from kiosk.badges.fonts import missing_characters
from kiosk.badges.layout import Layout, read_layout
from kiosk.badges.renderer import LayoutLine, Renderer
from kiosk.domain.fair import Words
from kiosk.domain.printing import Media


@dataclass(frozen=True)
class OnlyA6(Renderer):
    """Draws A6 as PDF."""

    @cached_property
    def _layout(self) -> Layout:
        return read_layout(Path(self.layouts_folder) / "a6.toml")

    def layouts(self) -> tuple[LayoutLine, ...]:
        """A6."""
        return (LayoutLine("a6", Words("A6 挂卡", "A6 card"), Media(105, 148), mono=False),)

    def missing(self, face: BadgeFace) -> str:
        """Of what is written on it."""
        return missing_characters(face.name + face.organisation + face.detail, self.fonts)

    def pdf(self, face: BadgeFace, layout: str, *, dpi: int = 600) -> bytes:
        """As it was."""
        del layout, dpi
        from kiosk.badges.pdf import render_pdf  # noqa: PLC0415  (reportlab is loaded at the first print)

        return render_pdf(face, self.fonts, self._layout)
