"""Badges as PDF: real size, crisp, searchable, and the same bytes for the same badges.

A page is paper on which compositions stand: one for a badge on its own card, several on a sheet that is cut.
What badges of a kind share is kept once in a file (`Composition.fixed_key`).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kiosk.badges.fonts import load_fonts
from kiosk.badges.marks import Code, Composition, Glyphs

if TYPE_CHECKING:
    from kiosk.badges.pdf_file import PdfFile
    from kiosk.badges.pdf_marks import MarkWriter

Check = Callable[[str, bytes], None]
"""Is given each token and its bitmap (token_qr.TokenCodes.bitmap) as drawn; raises if it reads otherwise."""
MM_PER_INCH = 25.4
_K = 72 / MM_PER_INCH
"""Points of a millimetre."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A composition on a page: the upper left corner of the room that it takes once turned."""

    composition: Composition
    x_mm: float = 0
    y_mm: float = 0
    turned_deg: int = 0
    """Clockwise: 0, 90, 180 or 270."""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line, as crop marks are."""

    x1_mm: float
    y1_mm: float
    x2_mm: float
    y2_mm: float
    width_mm: float = 0.1
    colour: str = "#000000"


@dataclass(frozen=True, slots=True)
class PageMarks:
    """A page of paper, in millimetres from its upper left corner."""

    width_mm: float
    height_mm: float
    placed: tuple[Placed, ...] = ()
    lines: tuple[Line, ...] = ()
    texts: tuple[Glyphs, ...] = ()


def draw_pdf(compositions: Iterable[Composition], fonts: Path, *, check: Check | None = None) -> bytes:
    """One page a composition, of its size. `fonts` is the folder of Noto Sans SC.

    FontFault where a font is missing, ValueError for what is no token, and whatever `check` raises.
    """
    out = io.BytesIO()
    draw_pages(_alone(compositions), fonts, out, check=check)
    return out.getvalue()


def draw_pages(
    pages: Iterable[PageMarks],
    fonts: Path,
    out: BinaryIO,
    *,
    title: str = "Badges",
    duplex: bool = False,
    check: Check | None = None,
) -> int:
    """Write pages to a file as they come, which need no memory then; gives their number.

    `title` and `duplex` (turned over the long edge) stand in the file; the title must name nobody.
    An exception leaves half a file. FontFault, ValueError and `check` as with `draw_pdf`.
    """
    from kiosk.badges.pdf_file import PdfFile  # noqa: PLC0415  (reportlab is loaded at the first print)
    from kiosk.badges.pdf_marks import MarkWriter  # noqa: PLC0415  (as above)

    file = PdfFile(out, load_fonts(fonts), title, duplex=duplex)
    drawing = _Drawing(file, MarkWriter(file, check))
    count = 0
    for count, page in enumerate(pages, 1):  # noqa: B007
        file.page(drawing.page(page).encode("latin-1"), page.width_mm, page.height_mm)
    file.close()
    return count


def _alone(compositions: Iterable[Composition]) -> Iterator[PageMarks]:
    for each in compositions:
        yield PageMarks(each.width_mm, each.height_mm, (Placed(each),))


class _Drawing:
    def __init__(self, file: PdfFile, writer: MarkWriter) -> None:
        self._file = file
        self._writer = writer
        self._fixed: dict[str, str] = {}

    def page(self, page: PageMarks) -> str:
        """The page's operators."""
        out = [self._placed(each, page) for each in page.placed]
        out += [_line(each, page.height_mm) for each in page.lines]
        if page.texts:
            out.append(self._writer.write(page.texts, page.height_mm))
        return "".join(out)

    def _placed(self, placed: Placed, page: PageMarks) -> str:
        badge = placed.composition
        if badge.fixed_key not in self._fixed:
            fixed = self._writer.write(badge.fixed, badge.height_mm).encode("latin-1")
            name = self._file.form(fixed, badge.width_mm, badge.height_mm) if fixed else ""
            self._fixed[badge.fixed_key] = f"{name} Do\n" if name else ""
        drawn = self._fixed[badge.fixed_key] + self._writer.write(badge.own, badge.height_mm)
        alone = len(page.placed) == 1 and not page.lines and not page.texts
        turn = _matrix(placed, page.height_mm)
        return drawn if alone and turn == _SAME else f"q {turn} cm\n{drawn}Q\n"


_SAME = "1 0 0 1 0.0000 0.0000"


def _matrix(placed: Placed, page_height_mm: float) -> str:
    """From a composition's lower left corner to the page's."""
    width, height = placed.composition.width_mm * _K, placed.composition.height_mm * _K
    x_mm, y_mm = _on_dots(placed)
    x, top = x_mm * _K, (page_height_mm - y_mm) * _K
    turns = {
        0: ("1 0 0 1", x, top - height),
        90: ("0 -1 1 0", x, top),
        180: ("-1 0 0 -1", x + width, top),
        270: ("0 1 -1 0", x + height, top - width),
    }
    turn, right, up = turns[placed.turned_deg]
    return f"{turn} {right:.4f} {up:.4f}"


def _on_dots(placed: Placed) -> tuple[float, float]:
    """The place, moved by half a dot at most, so that the code's edges lie on whole dots of the page."""
    badge = placed.composition
    code = next((mark for mark in badge.own if type(mark) is Code), None)
    if code is None or not (placed.x_mm or placed.y_mm or placed.turned_deg):
        return placed.x_mm, placed.y_mm
    left, above = code.x_mm, code.y_mm
    right, below = badge.width_mm - left - code.size_mm, badge.height_mm - above - code.size_mm
    turns = {0: (left, above), 90: (below, left), 180: (right, below), 270: (above, right)}
    left, above = turns[placed.turned_deg]
    dot_mm = MM_PER_INCH / badge.dpi
    return (
        round((placed.x_mm + left) / dot_mm) * dot_mm - left,
        round((placed.y_mm + above) / dot_mm) * dot_mm - above,
    )


def _line(line: Line, height_mm: float) -> str:
    red, green, blue = (int(line.colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    ends = [(line.x1_mm, line.y1_mm), (line.x2_mm, line.y2_mm)]
    start, end = (f"{x * _K:.3f} {(height_mm - y) * _K:.3f}" for x, y in ends)
    pen = f"{red:.4g} {green:.4g} {blue:.4g} RG {line.width_mm * _K:.3f} w"
    return f"{pen} {start} m {end} l S\n"
