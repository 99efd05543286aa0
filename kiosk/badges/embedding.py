"""Fonts in a PDF: one subset a font however many characters there are, with two bytes a character.

reportlab embeds a subset of at most 256 characters each, and writes a wrong ToUnicode map above U+FFFF. Here
a weight is one composite font (ISO 32000-1, 9.7), whose character codes are numbered as they are first used.
Imports reportlab: load it lazily.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import TTEncoding, TTFont, TTFontFace

_CMAP_BLOCK = 100
"""Most entries of one bfchar block (Adobe Technical Note 5411)."""
_USUAL_WIDTH = 1000
"""Of an ideograph, in thousandths of an em."""


def badge_font(name: str, file: Path) -> BadgeFont:
    """A font for reportlab under a name. TTFError where the file is missing or no font."""
    return BadgeFont(name, str(file))


class Codes(dict[str, str]):
    """The codes that a document uses of one font: a character's, in four hex digits; 0000 if it is missing.

    They are numbered by their first use, so that the same pages give the same bytes.
    """

    def __init__(self, glyphs: dict[int, int]) -> None:
        self._glyphs = glyphs
        self.characters: list[str] = [""]
        """By code."""

    def __missing__(self, character: str) -> str:
        if character == "\xa0":
            code = self[" "]
        elif ord(character) in self._glyphs:
            code = f"{len(self.characters):04X}"
            self.characters.append(character)
        else:
            code = "0000"
        self[character] = code
        return code


class Advances(dict[str, float]):
    """The widths of characters, in em."""

    def __init__(self, face: Any) -> None:
        self._face = face

    def __missing__(self, character: str) -> float:
        width: float = self._face.getCharWidth(ord(character)) / 1000
        self[character] = width
        return width


class _Table:
    """A table of the font, cut out of it in slices: `glyf` has 10 MB, of which a badge needs 10 kB."""

    def __init__(self, font: bytes, start: int) -> None:
        self._font, self._start = font, start

    def __getitem__(self, part: slice) -> bytes:
        return self._font[self._start + part.start : self._start + part.stop]


class _Face(TTFontFace):  # type: ignore[misc]
    def get_table(self, tag: str) -> Any:
        if tag == "glyf":
            return _Table(self._ttf_data, self.get_table_pos(tag)[0])
        return super().get_table(tag)


class BadgeFont(TTFont):  # type: ignore[misc]
    """A font for reportlab's canvas, and for pages that are written without it."""

    def __init__(self, name: str, file: str) -> None:
        # Not TTFont's own: it would load a face of its own kind, and again.
        self.fontName = name
        self.face = _Face(file)
        self.encoding = TTEncoding()
        self.shapable = False
        self.advances = Advances(self.face)
        self._codes: WeakKeyDictionary[Any, Codes] = WeakKeyDictionary()

    def codes(self, doc: Any) -> Codes:
        """The codes that a document (reportlab's) uses; it will have them embedded."""
        if doc not in self._codes:
            self._codes[doc] = Codes(self.face.charToGlyph)
        return self._codes[doc]

    def internal_name(self, doc: Any) -> str:
        """The font's name in the document's resources, with its slash."""
        if self.fontName not in doc.fontMapping:
            doc.fontMapping[self.fontName] = f"/F{len(doc.fontMapping) + 1}"
            doc.delayedFonts.append(self)
        name: str = doc.fontMapping[self.fontName]
        return name

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802
        """The text as codes, all of subset 0: how reportlab's canvas asks."""
        assert isinstance(text, str), encoding
        return [(0, bytes.fromhex("".join(map(self.codes(doc).__getitem__, text))))]

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:  # noqa: N802
        """The same as `internal_name`: how reportlab's canvas asks."""
        assert subset == 0
        return self.internal_name(doc)

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """The font, its subset, widths and ToUnicode map as objects of the document; called last."""
        characters = self._codes.pop(doc).characters
        name = f"{_tag(characters)}+{self.face.name.decode('ascii')}"
        descriptor = self.face.addSubsetObjects(doc, name, [ord(each) for each in characters[1:]])
        of_glyphs = self._glyph_map(characters)
        font = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": f"/{name}",
            "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            "FontDescriptor": descriptor,
            "DW": _USUAL_WIDTH,
            "W": self._widths(characters),
            "CIDToGIDMap": "/Identity" if of_glyphs is None else _stream(doc, of_glyphs, f"glyphs:{name}"),
        }
        descendant = doc.Reference(pdfdoc.PDFDictionary(font), f"descendant:{name}")
        composite = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{name}",
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([descendant]),
            "ToUnicode": _stream(doc, to_unicode(name, characters).encode("ascii"), f"toUnicode:{name}"),
        }
        fonts = doc.idToObject["BasicFonts"].dict
        fonts[self.internal_name(doc)[1:]] = doc.Reference(pdfdoc.PDFDictionary(composite), f"font:{name}")

    def _widths(self, characters: list[str]) -> str:
        """The W array (ISO 32000-1, 9.7.4.3), of all but ideographs."""
        widths = ((code, self.advances[each] * 1000) for code, each in enumerate(characters) if each)
        return f"[{' '.join(f'{code} [{width:g}]' for code, width in widths if width != _USUAL_WIDTH)}]"

    def _glyph_map(self, characters: list[str]) -> bytes | None:
        """The subset's glyph of each code, or None where they are the same.

        Characters may share a glyph, which stands in a subset once; yet each needs a code of its own,
        or a reader would copy another character than was printed.
        """
        places: dict[int, int] = {0: 0}
        glyphs = [0, *(self.face.charToGlyph[ord(each)] for each in characters[1:])]
        for glyph in glyphs:
            places.setdefault(glyph, len(places))
        if len(places) == len(glyphs):
            return None
        return b"".join(places[glyph].to_bytes(2, "big") for glyph in glyphs)


def _stream(doc: Any, content: bytes, name: str) -> Any:
    stream = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
    return doc.Reference(stream, name)


def _tag(characters: list[str]) -> str:
    """Six letters that differ where subsets do: printers keep fonts by name."""
    digest = hashlib.sha256("".join(characters).encode("utf-8", "surrogatepass")).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def to_unicode(name: str, characters: list[str]) -> str:
    """The ToUnicode map of a font whose codes are places in `characters`; empty ones have none.

    Targets are UTF-16BE, a pair of surrogates above U+FFFF (ISO 32000-1, 9.10.3).
    """
    pairs = [
        f"<{code:04X}> <{character.encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(characters)
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
            "<0000> <FFFF>",
            "endcodespacerange",
            *entries,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )
