"""Noto Sans SC for paper: loaded once a process, and which characters it has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kiosk.badges.setting import tidy
from kiosk.domain.fair import Words

FILES = {
    400: "NotoSansSC_400Regular.ttf",
    500: "NotoSansSC_500Medium.ttf",
    700: "NotoSansSC_700Bold.ttf",
}


class FontFault(Exception):
    """A font is missing or not one; `words` say what to do."""

    def __init__(self, file: Path) -> None:
        super().__init__(f"{file}: missing or not a font")
        self.words = Words(
            f"字体 {file.name} 不在，或不是字体文件。请重新安装本程序。",
            f"The font {file.name} is missing or no font. Install the program again.",
        )


@dataclass(frozen=True, slots=True)
class FontFamily:
    """The three weights, loaded."""

    fonts: dict[int, Any]

    def name(self, weight: int) -> str:
        """The weight's name in reportlab."""
        name: str = self.fonts[weight].fontName
        return name

    def width_em(self, text: str, weight: int) -> float:
        """Width of a text in em."""
        width: float = self.fonts[weight].stringWidth(text, 1)
        return width

    def missing(self, text: str) -> str:
        """The characters of `text` that a weight lacks, each once, in their order."""
        glyphs = [font.face.charToGlyph for font in self.fonts.values()]
        lacking = (each for each in tidy(text) if any(ord(each) not in known for known in glyphs))
        return "".join(dict.fromkeys(lacking))


def missing_characters(text: str, fonts: Path) -> str:
    """The characters of `text` that cannot be printed with the fonts in the folder, each once."""
    return load_fonts(fonts).missing(text)


def load_fonts(folder: Path) -> FontFamily:
    """The three weights from a folder, read once a process (0.2 s, 45 MB). FontFault where one is missing."""
    return _load(folder.resolve())


@lru_cache(maxsize=1)  # reportlab knows fonts by name for the whole process, so one folder at a time
def _load(folder: Path) -> FontFamily:
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import TTFError  # noqa: PLC0415

    from kiosk.badges.embedding import badge_font  # noqa: PLC0415  (imports reportlab)

    fonts = {}
    for weight, file in FILES.items():
        try:
            fonts[weight] = badge_font(f"Badge{weight}", folder / file)
        except TTFError as missing:
            raise FontFault(folder / file) from missing
        pdfmetrics.registerFont(fonts[weight])
    return FontFamily(fonts)
