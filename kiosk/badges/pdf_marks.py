"""Marks (kiosk/badges/marks.py) as the operators of a PDF page (ISO 32000-1, annex A).

Written as text, not by a canvas: a badge must take a few hundredths of a millisecond.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from kiosk.badges.marks import Area, Code, Disc, Glyphs, Mark, Picture, Point, Polygon
from kiosk.badges.token_qr import MODULES, token_codes

if TYPE_CHECKING:
    from kiosk.badges.embedding import Advances, Codes
    from kiosk.badges.pdf_file import PdfFile

    _Font = tuple[str, Codes, Advances]

K = 72 / 25.4
"""Points of a millimetre."""
_ARC = 0.5522847498
"""Of a radius: the control points of a quarter of a circle."""
_INSET_PT = 0.002
"""A code's edges lie on dots. So little inside of them no rounding makes a renderer take in the next dot too,
which would make some modules one dot wider than others; it is a sixtieth of a dot at 600 dpi."""
_BITMAP = f"BI/W {MODULES}/H {MODULES}/BPC 1/IM true/D[1 0]"
_BLACK = "#000000"
_FEW = 8

Check = Callable[[str, bytes], None]
"""Is given a token and its bitmap (token_qr) as it stands in the file; raises where they do not agree."""


@lru_cache(maxsize=256)
def _rgb(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return f"{red:.4g} {green:.4g} {blue:.4g}"


class MarkWriter:
    """Writes the marks of one composition after the other into one file."""

    def __init__(self, file: PdfFile, check: Check | None) -> None:
        self._file = file
        self._check = check
        self._fonts: dict[int, _Font] = {}
        self._second: dict[int, _Font] = {}
        self._bitmap = token_codes().bitmap
        self._pictures: dict[bytes, tuple[str, float]] = {}
        self._height = 0.0
        self._colour = _BLACK
        self._tracking = 0.0
        self._left = ""
        """What other lines must still bring of a text that a reader copies as a whole."""

    def write(self, marks: Iterable[Mark], height_mm: float) -> str:
        """Operators that draw the marks, each character one byte; they begin with the state of a new page."""
        self._height = height_mm * K
        self._colour, self._tracking, self._left = _BLACK, 0.0, ""
        out: list[str] = []
        for mark in marks:
            if isinstance(mark, Glyphs):
                self._text(mark, out)
            else:
                self._end_whole(out)
                self._shape(mark, out)
        self._end_whole(out)
        return "".join(out)

    def _text(self, mark: Glyphs, out: list[str]) -> None:
        """A line, marked with the text that a reader copies where the line alone would not do."""
        if self._left and _after(self._left, mark.text) is None:
            self._end_whole(out)
        if not self._left and (whole := mark.whole or _misread(mark)):
            self._left = whole
            out.append(f"/Span<</ActualText<FEFF{whole.encode('utf-16-be').hex()}>>>BDC\n")
        self._line(mark, out)
        if self._left:
            left, self._left = self._left, _after(self._left, mark.text) or ""
            if left and not self._left:
                out.append("EMC\n")

    def _end_whole(self, out: list[str]) -> None:
        if self._left:
            self._left = ""
            out.append("EMC\n")

    def _line(self, mark: Glyphs, out: list[str]) -> None:
        size = mark.size_mm * K
        if mark.colour != self._colour:
            self._fill(mark.colour, out)
        tracking = mark.tracking_em * size
        if tracking != self._tracking:
            self._tracking = tracking
            out.append(f"{tracking:.4f} Tc\n")
        x, y = mark.x_mm * K, self._height - mark.baseline_mm * K
        if any(mark.second):
            shown = self._of_two(mark, size)
            out.append(f"BT {x:.3f} {y:.3f} Td{shown} ET\n")
            return
        font = self._fonts.get(mark.weight)
        if font is None:  # a font that nothing is set in is not embedded
            font = self._fonts[mark.weight] = self._file.font(mark.weight)
        shown = _shown(mark.text, mark.advances_em, font)
        out.append(f"BT{font[0]} {size:.3f} Tf {x:.3f} {y:.3f} Td{shown} ET\n")

    def _of_two(self, mark: Glyphs, size: float) -> str:
        """A line of both faces, run by run, each where the one before it ends."""
        runs: list[str] = []
        start = 0
        for second, run in groupby(mark.second):
            fonts = self._second if second else self._fonts
            if mark.weight not in fonts:
                fonts[mark.weight] = self._file.font(mark.weight, second=second)
            font, end = fonts[mark.weight], start + len(list(run))
            shown = _shown(mark.text[start:end], mark.advances_em[start:end], font)
            runs.append(f"{font[0]} {size:.3f} Tf{shown}")
            start = end
        return "".join(runs)

    def _shape(self, mark: Area | Polygon | Disc | Code | Picture, out: list[str]) -> None:
        match mark:
            case Code():
                self._code(mark, out)
            case Area():
                self._area(mark, out)
            case Polygon():
                self._fill(mark.fill, out)
                out.append(self._path(mark.corners) + "f\n")
            case Disc():
                self._fill(mark.fill, out)
                circles = [radius for radius in (mark.radius_mm, mark.hole_mm) if radius]
                out += [self._rounded(mark.x_mm - r, mark.y_mm - r, 2 * r, 2 * r, r) for r in circles]
                out.append("f*\n")
            case Picture():
                self._picture(mark, out)

    def _code(self, mark: Code, out: list[str]) -> None:
        bitmap = self._bitmap(mark.token)
        if self._check:
            self._check(mark.token, bitmap)
        side = mark.size_mm * K - 2 * _INSET_PT
        x = mark.x_mm * K + _INSET_PT
        y = self._height - (mark.y_mm + mark.size_mm) * K + _INSET_PT
        self._fill(_BLACK, out)
        # Who reads the file looks for " EI" where a picture in the page ends: no data may look like it.
        plain = b"EI" not in bitmap
        data = f" ID {bitmap.decode('latin-1')}\nEI" if plain else f"/F/AHx ID {bitmap.hex()}>\nEI"
        out.append(f"q {side:.4f} 0 0 {side:.4f} {x:.4f} {y:.4f} cm {_BITMAP}{data} Q\n")

    def _area(self, mark: Area, out: list[str]) -> None:
        if mark.fill:
            self._fill(mark.fill, out)
            path = self._rounded(mark.x_mm, mark.y_mm, mark.width_mm, mark.height_mm, mark.radius_mm)
            out.append(path + "f\n")
        if mark.stroke and mark.stroke_mm:
            half, line = mark.stroke_mm / 2, mark.stroke_mm
            path = self._rounded(
                mark.x_mm + half,
                mark.y_mm + half,
                mark.width_mm - line,
                mark.height_mm - line,
                max(0, mark.radius_mm - half),
            )
            out.append(f"{_rgb(mark.stroke)} RG {line * K:.3f} w\n{path}S\n")

    def _picture(self, mark: Picture, out: list[str]) -> None:
        if mark.png not in self._pictures:
            self._pictures[mark.png] = _keep(self._file, mark.png)
        name, ratio = self._pictures[mark.png]
        width = min(mark.width_mm, mark.height_mm * ratio)
        height = width / ratio
        x = (mark.x_mm + (mark.width_mm - width) / 2) * K
        y = self._height - (mark.y_mm + (mark.height_mm + height) / 2) * K
        out.append(f"q {width * K:.3f} 0 0 {height * K:.3f} {x:.3f} {y:.3f} cm{name} Do Q\n")

    def _fill(self, colour: str, out: list[str]) -> None:
        if colour != self._colour:
            self._colour = colour
            out.append(f"{_rgb(colour)} rg\n")

    def _path(self, corners: tuple[Point, ...]) -> str:
        lines = (f"{x * K:.3f} {self._height - y * K:.3f}" for x, y in corners)
        return " l ".join(lines).replace(" l ", " m ", 1) + " l h "

    def _rounded(self, x_mm: float, y_mm: float, width_mm: float, height_mm: float, radius_mm: float) -> str:
        """The path of a rectangle with round corners; a circle where these meet."""
        x, y = x_mm * K, self._height - (y_mm + height_mm) * K
        width, height = width_mm * K, height_mm * K
        if not radius_mm:
            return f"{x:.3f} {y:.3f} {width:.3f} {height:.3f} re "
        r = min(radius_mm * K, width / 2, height / 2)
        k, right, top = r * (1 - _ARC), x + width, y + height
        points = (
            ((x + r, y), ()),
            ((right - r, y), ()),
            ((right - k, y), (right, y + k), (right, y + r)),
            ((right, top - r), ()),
            ((right, top - k), (right - k, top), (right - r, top)),
            ((x + r, top), ()),
            ((x + k, top), (x, top - k), (x, top - r)),
            ((x, y + r), ()),
            ((x, y + k), (x + k, y), (x + r, y)),
        )
        steps: list[str] = []
        for step in points:
            corners = [each for each in step if each]
            operator = "c" if len(corners) == 3 else "l" if steps else "m"
            steps.append(" ".join(f"{px:.3f} {py:.3f}" for px, py in corners) + f" {operator} ")
        return "".join(steps) + "h "


def _misread(mark: Glyphs) -> str:
    """The text if programs guess its spaces wrong: they see some in wide tracking, none in few letters."""
    few = len(mark.text) < _FEW and " " in mark.text
    return mark.text if mark.tracking_em or few else ""


def _after(whole: str, line: str) -> str | None:
    """What of a text comes after its next line; None where this is not its next line."""
    return whole[len(line) :].lstrip() if whole.startswith(line) else None


def _shown(text: str, advances_em: tuple[float, ...], font: _Font) -> str:
    """The operator that shows a text, each character at the advance that its mark gives."""
    _, codes, advances = font
    if advances_em and advances_em != tuple(map(advances.__getitem__, text)):
        return _placed(text, advances_em, codes, advances)
    return f"<{''.join(map(codes.__getitem__, text))}>Tj"


def _placed(text: str, advances_em: tuple[float, ...], codes: Codes, advances: Advances) -> str:
    """The text with each character where the mark has it, though the font's own widths differ."""
    parts = []
    for character, wanted in zip(text, advances_em, strict=True):
        back = round((advances[character] - wanted) * 1000, 2)
        parts.append(f"<{codes[character]}>{back:g}")
    return f"[{''.join(parts)}]TJ"


def _keep(file: PdfFile, png: bytes) -> tuple[str, float]:
    """A PNG in the file: its name there, and its width by its height."""
    from PIL import Image  # noqa: PLC0415  (most badges have no logo)

    with Image.open(io.BytesIO(png)) as image:
        whole = image.convert("RGBA")
    alpha = whole.getchannel("A")
    opaque = alpha.getextrema() == (255, 255)
    name = file.picture(*whole.size, whole.convert("RGB").tobytes(), b"" if opaque else alpha.tobytes())
    return name, whole.width / whole.height
