"""A PDF that is written as its pages come, so that ten thousand need no memory.

reportlab keeps fonts, catalogue and the numbers of objects; pages go straight to the file.
Imports reportlab: load it lazily.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, BinaryIO

from reportlab.pdfbase import pdfdoc

from kiosk.badges.embedding import Advances, Codes

if TYPE_CHECKING:
    from kiosk.badges.fonts import FontFamily

POINTS_PER_MM = 72 / 25.4
_PAGES, _PAGE_RESOURCES, _FORM_RESOURCES, _FONTS = "Pages", "PageResources", "FormResources", "BasicFonts"
_HEAD = b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n"
_LEVEL = 6


class _Raw(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object whose text is filled in before the file is closed."""

    __RefOnly__ = 1
    text = b""

    def format(self, document: Any) -> bytes:
        del document
        return self.text


class PdfFile:
    """Give it pages, then `close` it. The same pages give the same bytes; nobody is named outside of them."""

    def __init__(self, out: BinaryIO, fonts: FontFamily, title: str, *, duplex: bool = False) -> None:
        self._out = out
        self._fonts = fonts
        self._doc = _document(title, duplex=duplex)
        self._at = 0
        self._offsets: dict[int, int] = {}
        self._pages: list[int] = []
        self._size: tuple[float, float] = (0, 0)
        self._forms: list[int] = []
        self._pictures: list[int] = []
        self._raw = {name: _Raw() for name in (_PAGES, _PAGE_RESOURCES, _FORM_RESOURCES)}
        for name, each in self._raw.items():
            self._doc.Reference(each, name)
        self._doc.Catalog.Pages = pdfdoc.PDFObjectReference(_PAGES)
        self._write(_HEAD)

    def font(self, weight: int, *, second: bool = False) -> tuple[str, Codes, Advances]:
        """The name of a weight's face in the file, its characters' codes, and how wide they are."""
        font = self._fonts.second(weight) if second else self._fonts.fonts[weight]
        return font.internal_name(self._doc), font.codes(self._doc), font.advances

    def page(self, content: bytes, width_mm: float, height_mm: float) -> None:
        """Add a page. What it draws is in points from the lower left corner."""
        size = (width_mm, height_mm)
        if not self._pages:
            self._size = size
        box = b"" if size == self._size else b"/MediaBox[%s]" % _box(*size)
        # Not compressed: half of it is the code, so that a third of the time would save a seventh of bytes.
        self._doc.signature.update(content)
        contents = self._object(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        body = b"<</Type/Page/Parent %d 0 R/Contents %d 0 R%s>>" % (self._number(_PAGES), contents, box)
        self._pages.append(self._object(body))

    def form(self, content: bytes, width_mm: float, height_mm: float) -> str:
        """Keep what many pages share; gives its name for `Do`."""
        head = b"/Type/XObject/Subtype/Form/BBox[%s]/Resources %d 0 R" % (
            _box(width_mm, height_mm),
            self._number(_FORM_RESOURCES),
        )
        self._forms.append(self._stream(head, content))
        return f"/X{len(self._forms)}"

    def picture(self, width_px: int, height_px: int, samples: bytes, alpha: bytes = b"") -> str:
        """Keep a picture: red, green, blue a pixel, and 8 bits of opacity if it has any. Gives its name."""
        size = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8" % (width_px, height_px)
        mask = b""
        if alpha:
            mask = b"/SMask %d 0 R" % self._stream(size + b"/ColorSpace/DeviceGray", alpha)
        self._pictures.append(self._stream(size + b"/ColorSpace/DeviceRGB" + mask, samples))
        return f"/P{len(self._pictures)}"

    def close(self) -> None:
        """Write all that is left: fonts, tree of pages, catalogue, table of objects."""
        doc = self._doc
        for font in doc.delayedFonts:
            font.addObjects(doc)
        fonts = b"/Font %d 0 R" % self._number(_FONTS)
        pictures = b"".join(b"/P%d %d 0 R" % each for each in enumerate(self._pictures, 1))
        forms = b"".join(b"/X%d %d 0 R" % each for each in enumerate(self._forms, 1))
        self._raw[_FORM_RESOURCES].text = b"<<%s/XObject<<%s>>>>" % (fonts, pictures)
        self._raw[_PAGE_RESOURCES].text = b"<<%s/XObject<<%s%s>>>>" % (fonts, forms, pictures)
        self._raw[_PAGES].text = b"<</Type/Pages/Count %d/MediaBox[%s]/Resources %d 0 R/Kids[%s]>>" % (
            len(self._pages),
            _box(*self._size),
            self._number(_PAGE_RESOURCES),
            b" ".join(b"%d 0 R" % each for each in self._pages),
        )
        doc.info.invariant = doc.invariant
        doc.info.digest(doc.signature)
        root, info = doc.Reference(doc.Catalog), doc.Reference(doc.info)
        doc.Catalog.Outlines = None
        self._write_rest()
        self._write_table(root, info)

    def _write_rest(self) -> None:
        """The objects that reportlab keeps; while one is written, others may be added."""
        number = 0
        while number < self._doc.objectcounter:
            number += 1
            if number in self._offsets:
                continue
            name = self._doc.numberToId[number]
            self._offsets[number] = self._at
            self._write(pdfdoc.PDFIndirectObject(name, self._doc.idToObject[name]).format(self._doc))

    def _write_table(self, root: Any, info: Any) -> None:
        doc, start, size = self._doc, self._at, self._doc.objectcounter + 1
        self._write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
        self._write(b"".join(b"%010d 00000 n \n" % self._offsets[number] for number in range(1, size)))
        trailer = pdfdoc.PDFTrailer(startxref=start, Size=size, Root=root, Info=info, ID=doc.ID())
        self._write(trailer.format(doc))

    def _stream(self, head: bytes, content: bytes) -> int:
        packed = zlib.compress(content, _LEVEL)
        self._doc.signature.update(packed)
        body = b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
        return self._object(body % (head, len(packed), packed))

    def _object(self, body: bytes) -> int:
        doc = self._doc
        number: int = doc.objectcounter + 1
        doc.objectcounter = number
        self._offsets[number] = self._at
        self._write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        return number

    def _number(self, name: str) -> int:
        number: int = self._doc.idToObjectNumberAndVersion[name][0]
        return number

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._at += len(data)


def _box(width_mm: float, height_mm: float) -> bytes:
    return b"0 0 %.3f %.3f" % (width_mm * POINTS_PER_MM, height_mm * POINTS_PER_MM)


def _document(title: str, *, duplex: bool) -> Any:
    doc = pdfdoc.PDFDocument(compression=1, invariant=1, lang="zh-CN")
    doc.setTitle(title)
    doc.setAuthor("Fair Kiosk")
    doc.setCreator("Fair Kiosk")
    doc.setSubject("")
    doc.setKeywords("")
    # a scaled badge fits no holder
    wishes = {"PrintScaling": "/None", **({"Duplex": "/DuplexFlipLongEdge"} if duplex else {})}
    doc.Catalog.ViewerPreferences = pdfdoc.PDFDictionary(wishes)
    return doc
