"""Noto Sans SC for paper, loaded for reportlab once a process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.badges.metrics import FILES, FontFault, missing_characters

if TYPE_CHECKING:
    from kiosk.badges.embedding import BadgeFont

__all__ = ["FontFamily", "FontFault", "load_fonts", "missing_characters"]


@dataclass(frozen=True, slots=True)
class FontFamily:
    """The three weights, loaded."""

    fonts: dict[int, BadgeFont]

    def name(self, weight: int) -> str:
        """The weight's name in reportlab."""
        return self.fonts[weight].fontName

    def width_em(self, text: str, weight: int) -> float:
        """Width of a text in em."""
        return sum(map(self.fonts[weight].advances.__getitem__, text))


def load_fonts(folder: Path) -> FontFamily:
    """The three weights from a folder, read once a process (0.2 s, 45 MB). FontFault where one is missing."""
    return _load(folder.resolve())


@lru_cache(maxsize=1)  # reportlab knows fonts by name for the whole process, so one folder at a time
def _load(folder: Path) -> FontFamily:
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415  (reportlab is loaded at the first print)
    from reportlab.pdfbase.ttfonts import TTFError  # noqa: PLC0415  (as above)

    from kiosk.badges.embedding import badge_font  # noqa: PLC0415  (imports reportlab)

    fonts: dict[int, BadgeFont] = {}
    for weight, file in FILES.items():
        try:
            fonts[weight] = badge_font(f"Badge{weight}", folder / file)
        except TTFError as missing:
            raise FontFault(folder / file) from missing
        pdfmetrics.registerFont(fonts[weight])
    return FontFamily(fonts)
