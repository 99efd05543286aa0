"""Noto Sans SC for paper: embedded TrueType subsets whose text can be searched and copied."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.badges.setting import tidy
from kiosk.domain.fair import Words

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

FILES = {
    400: "NotoSansSC_400Regular.ttf",
    500: "NotoSansSC_500Medium.ttf",
    700: "NotoSansSC_700Bold.ttf",
}
_CMAP_BLOCK = 100
"""Most entries of one bfchar block (Adobe Technical Note 5411)."""


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

    font_class = _font_class()
    fonts = {}
    for weight, file in FILES.items():
        try:
            # asciiReadable would embed 95 glyphs that no badge needs.
            fonts[weight] = font_class(f"Badge{weight}", str(folder / file), asciiReadable=False)
        except TTFError as missing:
            raise FontFault(folder / file) from missing
        pdfmetrics.registerFont(fonts[weight])
    return FontFamily(fonts)


@lru_cache(maxsize=1)
def _font_class() -> type[TTFont]:
    from reportlab.pdfbase.ttfonts import SUBSETN, TTFont  # noqa: PLC0415

    class SearchableFont(TTFont):  # type: ignore[misc]
        """A TTFont whose ToUnicode map is right for characters above U+FFFF, where reportlab's is not."""

        def addObjects(self, doc: Any) -> None:  # noqa: N802
            subsets = self.state[doc].subsets
            super().addObjects(doc)
            for number, subset in enumerate(subsets):
                base_name = f"{SUBSETN(number).decode()}+{self.face.name.decode()}"
                stream = doc.idToObject[f"toUnicodeCMap:{base_name}"]
                stream.content = to_unicode(base_name, subset)

    return SearchableFont


def to_unicode(name: str, subset: list[int]) -> str:
    """The ToUnicode map of a subset: its place is the code in the PDF, its number the character.

    Targets are UTF-16BE, a pair of surrogates above U+FFFF (ISO 32000-1, 9.10.3).
    """
    pairs = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(subset)
        if character
    ]
    blocks = [pairs[start : start + _CMAP_BLOCK] for start in range(0, len(pairs), _CMAP_BLOCK)]
    entries = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *entries,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )
