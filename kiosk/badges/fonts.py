"""Noto Sans SC for paper, and Noto Sans beside it, loaded for reportlab once a process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.badges.metrics import FILES, SECOND_FILES, FontFault, missing_characters

if TYPE_CHECKING:
    from kiosk.badges.embedding import BadgeFont

__all__ = ["FontFamily", "FontFault", "load_fonts", "missing_characters"]


@dataclass(frozen=True, slots=True)
class FontFamily:
    """The three weights, loaded."""

    fonts: dict[int, BadgeFont]
    folder: Path

    def name(self, weight: int) -> str:
        """The weight's name in reportlab."""
        return self.fonts[weight].fontName

    def second(self, weight: int) -> BadgeFont:
        """The weight's second face, loaded when a text first needs it. FontFault where it is missing."""
        return _load_second(self.folder, weight)

    def width_em(self, text: str, weight: int) -> float:
        """Width of a text in em."""
        return sum(map(self.fonts[weight].advances.__getitem__, text))


def load_fonts(folder: Path) -> FontFamily:
    """The three weights from a folder, read once a process (0.2 s, 45 MB). FontFault where one is missing."""
    return _load(folder.resolve())


@lru_cache(maxsize=1)  # reportlab knows fonts by name for the whole process, so one folder at a time
def _load(folder: Path) -> FontFamily:
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415  (reportlab is loaded at the first print)

    fonts: dict[int, BadgeFont] = {}
    for weight, file in FILES.items():
        fonts[weight] = _read(f"Badge{weight}", folder / file)
        pdfmetrics.registerFont(fonts[weight])
    return FontFamily(fonts, folder)


@lru_cache(maxsize=len(SECOND_FILES))
def _load_second(folder: Path, weight: int) -> BadgeFont:
    files: dict[int, str] = dict(SECOND_FILES.items())
    return _read(f"BadgeSecond{weight}", folder / files[weight])


def _read(name: str, file: Path) -> BadgeFont:
    from reportlab.pdfbase.ttfonts import TTFError  # noqa: PLC0415  (reportlab is loaded at the first print)

    from kiosk.badges.embedding import badge_font  # noqa: PLC0415  (imports reportlab)

    try:
        return badge_font(name, file)
    except TTFError as missing:
        raise FontFault(file) from missing
