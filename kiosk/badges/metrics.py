"""How wide each character is, and which ones the fonts lack: from the fonts' own tables, with no library.

Each weight has two faces: Noto Sans SC, and Noto Sans, which has the letters of Europe that the first lacks:
Łukasz, Šárka, Ayşe. A text with one such letter takes all its letters, digits and ASCII from the second. Side
by side the two designs show: the second's capitals are lower (0.714 em, not 0.733), its letters wider by 3 %,
and a ř has its accent lower than the á beside it, so that a single letter, or one word of a name, looks like
a misprint. Chinese characters, their punctuation and the middle dot are always of the first. A text that the
first face has as a whole, as nearly all are, never opens the second.

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
from kiosk.domain.words import Words

if TYPE_CHECKING:
    from kiosk.badges.layout import Weight

FILES: dict[Weight, str] = {
    400: "NotoSansSC_400Regular.ttf",
    500: "NotoSansSC_500Medium.ttf",
    700: "NotoSansSC_700Bold.ttf",
}
SECOND_FILES: dict[Weight, str] = {
    400: "NotoSans_400Regular.ttf",
    500: "NotoSans_500Medium.ttf",
    700: "NotoSans_700Bold.ttf",
}
_SECOND_LETTERS = ((0xC0, 0x2AF), (0x2BB, 0x2BC), (0x370, 0x52F), (0x1E00, 0x1FFF))
"""Latin, Greek and Cyrillic, where the second face may stand in. It has some Devanagari too, which cannot be
set character by character; nor can accents that are characters of their own."""
_APOSTROPHES = "‘’"
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
    """Advance of each character of the first face in em, looked up once.

    Not kept are those that it lacks, and accents of their own, which may make a letter that it lacks: whether
    all characters of a text are kept tells quickly that it is set from the first face.
    """

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face

    def __missing__(self, character: str) -> float:
        code = ord(character)
        advance = self.face.advance_em(code)
        if self.face.glyph(code) and not unicodedata.combining(character):
            self[character] = advance
        return advance


class _AdvancesOfTwo(_Advances):
    """The same where the second face gives what it has."""

    def __init__(self, face: Face, second: Face) -> None:
        super().__init__(face)
        self.second = second

    def __missing__(self, character: str) -> float:
        if not self.is_second(character):
            return super().__missing__(character)
        advance = self[character] = self.second.advance_em(ord(character))
        return advance

    def is_second(self, character: str) -> bool:
        wanted = character.isascii() or character in _APOSTROPHES or _is_second_letter(character)
        return wanted and bool(self.second.glyph(ord(character)))


def _is_second_letter(character: str) -> bool:
    code = ord(character)
    return any(first <= code <= last for first, last in _SECOND_LETTERS) and character.isalpha()


@dataclass(frozen=True, slots=True, eq=False)
class Fount:
    """What a text is set from in a weight: its first face, or both. The same for all parts of the text."""

    advances: _Advances

    def measure(self, part: str) -> float:
        """Width in em, with no tracking."""
        known = self.advances
        return sum([known[each] for each in part])

    def advances_em(self, part: str) -> tuple[float, ...]:
        """Of each character, in em."""
        known = self.advances
        return tuple([known[each] for each in part])

    def second(self, part: str) -> tuple[bool, ...]:
        """Of each character, whether it is of the second face; () where none is."""
        known = self.advances
        if not isinstance(known, _AdvancesOfTwo):
            return ()
        told = tuple([known.is_second(each) for each in part])
        return told if any(told) else ()


@dataclass(frozen=True, slots=True, eq=False)
class Metrics:
    """The three weights of one folder; second faces are read when a text first needs them."""

    faces: dict[Weight, Face]
    """The first."""
    folder: Path
    _founts: dict[Weight, Fount] = field(default_factory=dict)
    _founts_of_two: dict[Weight, Fount] = field(default_factory=dict)
    _in_second: dict[str, bool] = field(default_factory=dict)
    """Of letters that were asked for."""

    def __post_init__(self) -> None:
        for weight, face in self.faces.items():
            self._founts[weight] = Fount(_Advances(face))

    def fount(self, text: str, weight: Weight) -> Fount:
        """What a whole text is set from, each of its lines too. FontFault where a file is missing."""
        fount = self._founts[weight]
        known = fount.advances
        if known.keys() >= set(text) or not self._needs_second(text, known):
            return fount
        if weight not in self._founts_of_two:
            second = self.second_face(weight)
            self._founts_of_two[weight] = Fount(_AdvancesOfTwo(known.face, second))
        return self._founts_of_two[weight]

    def _needs_second(self, text: str, known: _Advances) -> bool:
        for each in text:
            known[each]  # kept for the next text
        if known.keys() >= set(text):
            return False
        return any(not known.face.glyph(ord(each)) and self._second_has(each) for each in tidy(text))

    def _second_has(self, character: str) -> bool:
        if not _is_second_letter(character):
            return False
        known = self._in_second.get(character)
        if known is None:
            faces = map(self.second_face, self.faces)
            known = self._in_second[character] = all(face.glyph(ord(character)) for face in faces)
        return known

    def second_face(self, weight: Weight) -> Face:
        """The second face of a weight. FontFault where it is missing."""
        return _read_once(self.folder / SECOND_FILES[weight])

    def advances_em(self, text: str, weight: Weight) -> tuple[float, ...]:
        """Of each character of a whole text, in em."""
        return self.fount(text, weight).advances_em(text)

    def measure(self, text: str, weight: Weight) -> Measure:
        """Measures parts of a text in a weight, in em, with no tracking."""
        return self.fount(text, weight).measure

    def width_em(self, text: str, weight: Weight) -> float:
        """Of the whole text, with no tracking."""
        return self.fount(text, weight).measure(text)

    def missing(self, text: str) -> str:
        """The characters that cannot be printed, each once.

        Those of the text as it is set that both faces of a weight lack, in their order; then control
        characters other than those that stand for a space, since nobody can say what was meant by them.
        Variation selectors are no loss: their base is printed.
        """
        if text.isascii() and text.isprintable():
            return ""
        faces = self.faces.values()
        lacking = [
            each
            for each in tidy(text)
            if not all(face.glyph(ord(each)) for face in faces) and not self._second_has(each)
        ]
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
    return Metrics({weight: read_face(folder / file) for weight, file in FILES.items()}, folder)


@lru_cache(maxsize=8)
def _read_once(path: Path) -> Face:
    return read_face(path)


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
