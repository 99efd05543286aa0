"""How wide each character is, and which ones the fonts lack: from the fonts' own tables, with no library.

The tables are those of the OpenType specification 1.9: cmap (character to glyph), hmtx (advances), head
and hhea.
"""

from __future__ import annotations

import struct
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kiosk.badges.setting import Measure, tidy
from kiosk.domain.fair import Words

if TYPE_CHECKING:
    from kiosk.badges.layout import Weight

FILES: dict[Weight, str] = {
    400: "NotoSansSC_400Regular.ttf",
    500: "NotoSansSC_500Medium.ttf",
    700: "NotoSansSC_700Bold.ttf",
}
_UNICODE_TABLES = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))
"""(platform, encoding) of a cmap's Unicode subtables, those with all planes first."""
_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85"
"""Control characters that are a space to whoever pastes them."""


class FontFault(Exception):
    """A font is missing or not one; `words` say what to do."""

    def __init__(self, file: Path) -> None:
        super().__init__(f"{file}: missing or not a font")
        self.words = Words(
            f"字体 {file.name} 不在，或不是字体文件。请重新安装本程序。",
            f"The font {file.name} is missing or no font. Install the program again.",
        )


@dataclass(frozen=True, slots=True)
class Face:
    """The tables of one font file that tell characters and advances."""

    units: int
    """Of an em."""
    starts: tuple[int, ...]
    """First characters of the runs, rising."""
    ends: tuple[int, ...]
    glyphs: tuple[int, ...]
    """Glyph of each run's first character; the others follow it."""
    advances: tuple[int, ...]
    """Of each glyph, in units; the last stands for all that follow."""

    def glyph(self, code: int) -> int:
        """The glyph of a code point; 0 where the font has none."""
        run = bisect_right(self.starts, code) - 1
        if run < 0 or code > self.ends[run]:
            return 0
        return self.glyphs[run] + code - self.starts[run]

    def advance_em(self, code: int) -> float:
        """How far the next character stands; that of the glyph for "missing" where the font has none."""
        return self.advances[min(self.glyph(code), len(self.advances) - 1)] / self.units


class _Advances(dict[str, float]):
    """Advance of each character in em, looked up once."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face

    def __missing__(self, character: str) -> float:
        advance = self[character] = self.face.advance_em(ord(character))
        return advance

    def total(self, text: str) -> float:
        return sum([self[each] for each in text])


@dataclass(frozen=True, slots=True, eq=False)
class Metrics:
    """The three weights of one folder."""

    faces: dict[Weight, Face]
    _advances: dict[Weight, _Advances] = field(default_factory=dict)
    _measures: dict[Weight, Measure] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for weight, face in self.faces.items():
            advances = self._advances[weight] = _Advances(face)
            self._measures[weight] = advances.total

    def advances_em(self, text: str, weight: Weight) -> tuple[float, ...]:
        """Of each character, in em."""
        known = self._advances[weight]
        return tuple([known[each] for each in text])

    def measure(self, weight: Weight) -> Measure:
        """Measures texts of a weight, in em, with no tracking."""
        return self._measures[weight]

    def width_em(self, text: str, weight: Weight) -> float:
        """Of the whole text, with no tracking."""
        return self._measures[weight](text)

    def missing(self, text: str) -> str:
        """The characters that cannot be printed, each once.

        Those of the text as it is set that a weight lacks, in their order; then control characters other
        than those that stand for a space, since nobody can say what was meant by them. Variation selectors
        are no loss: their base is printed.
        """
        if text.isascii() and text.isprintable():
            return ""
        faces = self.faces.values()
        lacking = [each for each in tidy(text) if any(not face.glyph(ord(each)) for face in faces)]
        control = [
            each for each in text if unicodedata.category(each) in {"Cc", "Cs"} and each not in _SPACES
        ]
        return "".join(dict.fromkeys(lacking + control))


def load_metrics(folder: Path) -> Metrics:
    """The metrics of the fonts in a folder, read once a process. FontFault where one is missing."""
    return _load(folder)


def missing_characters(text: str, fonts: Path) -> str:
    """The characters of `text` that cannot be printed with the fonts in the folder, each once. FontFault."""
    return load_metrics(fonts).missing(text)


@lru_cache(maxsize=4)
def _load(folder: Path) -> Metrics:
    return Metrics({weight: read_face(folder / file) for weight, file in FILES.items()})


def read_face(path: Path) -> Face:
    """The tables of a TrueType file; a few hundred kilobytes of it are read. FontFault."""
    try:
        with path.open("rb") as file:
            return _face(file)
    except (OSError, struct.error, KeyError, ValueError) as mistake:
        raise FontFault(path) from mistake


def _face(file: BinaryIO) -> Face:
    version, count = struct.unpack(">IH6x", file.read(12))
    if version not in {0x00010000, 0x4F54544F}:
        raise ValueError("no TrueType file")
    places = {}
    for _ in range(count):
        tag, offset, length = struct.unpack(">4s4xII", file.read(16))
        places[tag] = (offset, length)

    def table(tag: bytes) -> bytes:
        offset, length = places[tag]
        file.seek(offset)
        return file.read(length)

    units: int = struct.unpack_from(">H", table(b"head"), 18)[0]
    metrics: int = struct.unpack_from(">H", table(b"hhea"), 34)[0]
    advances = struct.unpack_from(">" + "H2x" * metrics, table(b"hmtx"))
    starts, ends, glyphs = _runs(table(b"cmap"))
    return Face(units, starts, ends, glyphs, advances)


def _runs(cmap: bytes) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Starts, ends and first glyphs of the runs of characters (formats 12 and 4)."""
    _, count = struct.unpack_from(">HH", cmap)
    places = {}
    for each in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", cmap, 4 + 8 * each)
        places[platform, encoding] = offset
    for wanted in _UNICODE_TABLES:
        if wanted in places:
            offset = places[wanted]
            if struct.unpack_from(">H", cmap, offset)[0] == 12:
                return _groups(cmap, offset)
    raise ValueError("no cmap of all planes")


def _groups(cmap: bytes, offset: int) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    count: int = struct.unpack_from(">I", cmap, offset + 12)[0]
    numbers = struct.unpack_from(f">{3 * count}I", cmap, offset + 16)
    return numbers[0::3], numbers[1::3], numbers[2::3]
