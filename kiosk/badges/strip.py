"""A visitor's plan on paper: stops in their order, numbers large, and the whole of it as a QR.

It is printed on the paper that badges are on, in as many pages as it takes. It names nobody.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.badges import setting
from kiosk.badges.fonts import load_fonts
from kiosk.badges.layout import QrBox, TextBox, Weight
from kiosk.badges.qr import Matrix, text_matrix
from kiosk.badges.sheet import POINTS_PER_MM, Sheet

_INK = "#000000"
"""Pure black: what prints best on every sort of printer."""
_EDGE_MM = 7.0
_HEAD_MM = 33.0
_ROW_MM = 13.2
_NOTE_MM = 5.6
_FOOT_MM = 9.0
_QR_MM = 40.0
"""77 modules of half a millimetre, where the text is longest; the quiet zone is left free round it."""
_QR_BLOCK_MM = 47.0
_NUMBER_MM = 6.4
_NAME_MM, _NAME_OF_TWO_MM, _DETAIL_MM = 4.1, 3.4, 3.1
"""A name on one line, one that takes two, and what stands below it."""
_PLATE_X_MM = 15.5
_PLATE_WIDTH_MM = 29.0
_NAME_X_MM = 47.0
_HAIR_MM = 0.25


@dataclass(frozen=True, slots=True)
class StripRow:
    """A stop: its number, what stands large (a stall's number, a talk's time), and more of it."""

    number: str
    plate: str
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class StripFace:
    """All that a strip says, in one language."""

    title: str
    when: str
    fair: str
    summary: str
    rows: tuple[StripRow, ...]
    notes: tuple[str, ...]
    """What was picked and is no stop, a line each."""
    code: str
    """The text in the QR."""
    code_words: str
    foot: str


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands on one page, from the top."""

    rows: tuple[StripRow, ...] = ()
    notes: tuple[str, ...] = ()
    code: bool = False


def render_strip(face: StripFace, fonts: Path, width_mm: float, height_mm: float) -> bytes:
    """The strip as a PDF; the same bytes for the same face. FontFault where a font is missing."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415  (loaded at the first print)

    family = load_fonts(fonts)
    matrix = text_matrix(face.code)
    out = io.BytesIO()
    canvas = Canvas(
        out,
        pagesize=(width_mm * POINTS_PER_MM, height_mm * POINTS_PER_MM),
        invariant=1,
        pageCompression=1,
        lang="zh-CN",
        initialFontName=family.name(400),
    )
    canvas.setTitle("Plan")
    canvas.setAuthor("Fair Kiosk")
    canvas.setCreator("Fair Kiosk")
    canvas.setViewerPreference("PrintScaling", "None")
    page = _Page(Sheet(canvas, family, height_mm), width_mm, height_mm)
    parts = tuple(_parts(face, height_mm))
    for number, part in enumerate(parts, 1):
        page.draw(face, part, matrix, f"{number}/{len(parts)}" if len(parts) > 1 else "")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _parts(face: StripFace, height_mm: float) -> Iterator[_Part]:
    """Rows page by page, each page full before the next; on the last one the notes, the QR, and what rows are
    left: whoever walks reads all stops of a short plan at a glance."""
    room_mm = height_mm - _HEAD_MM - _FOOT_MM
    fitting = max(1, int(room_mm // _ROW_MM))
    notes = face.notes[: max(0, int((room_mm - _QR_BLOCK_MM) // _NOTE_MM))]
    beside_code = int((room_mm - _QR_BLOCK_MM - len(notes) * _NOTE_MM) // _ROW_MM)
    rows = face.rows
    while len(rows) > beside_code:
        yield _Part(rows=rows[:fitting])
        rows = rows[fitting:]
    yield _Part(rows, notes, code=True)


class _Page:
    def __init__(self, sheet: Sheet, width_mm: float, height_mm: float) -> None:
        self._sheet = sheet
        self._right_mm = width_mm - _EDGE_MM
        self._height_mm = height_mm

    def draw(self, face: StripFace, part: _Part, matrix: Matrix, page: str) -> None:
        self._sheet.fill(_INK)
        self._sheet.stroke(_INK, _HAIR_MM)
        self._head(face)
        y_mm = _HEAD_MM
        for row in part.rows:
            self._row(row, y_mm)
            y_mm += _ROW_MM
        y_mm += 1.5
        for note in part.notes:
            self._text(note, _EDGE_MM, y_mm + _NOTE_MM / 2, 3.4, 400)
            y_mm += _NOTE_MM
        if part.code:
            self._code(face, matrix)
        self._text(face.foot, _EDGE_MM, self._height_mm - 5.2, 3.0, 400, width_mm=70)
        self._right(page, self._height_mm - 5.2, 3.4, 700)

    def _head(self, face: StripFace) -> None:
        self._text(face.title, _EDGE_MM, 10.0, 8.0, 700, width_mm=58)
        self._right(face.when, 10.5, 4.4, 500)
        self._text(face.fair, _EDGE_MM, 18.6, 3.6, 400)
        self._text(face.summary, _EDGE_MM, 26.2, 4.8, 700)
        self._line(_HEAD_MM - 1.5)

    def _row(self, row: StripRow, y_mm: float) -> None:
        sheet, middle_mm = self._sheet, y_mm + _ROW_MM / 2 - 0.8
        sheet.canvas.circle(
            sheet.x(_EDGE_MM + _NUMBER_MM / 2), sheet.y(middle_mm), sheet.x(_NUMBER_MM / 2), stroke=0, fill=1
        )
        sheet.fill("#FFFFFF")
        width_mm = sheet.measure(700)(row.number) * 4.0
        self._text(
            row.number, _EDGE_MM + (_NUMBER_MM - width_mm) / 2, middle_mm, 4.0, 700, width_mm=_NUMBER_MM
        )
        sheet.fill(_INK)
        self._text(row.plate, _PLATE_X_MM, middle_mm, 9.6, 700, width_mm=_PLATE_WIDTH_MM)
        width_mm = self._right_mm - _NAME_X_MM
        size_mm, lines = setting.wrap(row.name, width_mm, _NAME_MM, sheet.measure(700))
        size_mm = size_mm if len(lines) < 2 else min(size_mm, _NAME_OF_TWO_MM)
        pitch_mm, below_mm = setting.PITCH_EM * size_mm, setting.PITCH_EM * _DETAIL_MM
        top_mm = middle_mm - (pitch_mm * len(lines) + below_mm) / 2
        for at, line in enumerate(lines):
            self._text(line, _NAME_X_MM, top_mm + pitch_mm * (at + 0.5), size_mm, 700, width_mm=width_mm)
        centre_mm = top_mm + pitch_mm * len(lines) + below_mm / 2
        self._text(row.detail, _NAME_X_MM, centre_mm, _DETAIL_MM, 400, width_mm=width_mm)
        self._line(y_mm + _ROW_MM - 1.5)

    def _code(self, face: StripFace, matrix: Matrix) -> None:
        top_mm = self._height_mm - _FOOT_MM - _QR_MM - 2
        self._sheet.qr(matrix, QrBox(_EDGE_MM, top_mm, _QR_MM))
        x_mm = _EDGE_MM + _QR_MM + 5
        box = TextBox(x_mm, self._right_mm - x_mm, top_mm + _QR_MM / 2, 4.4, 4.2, 500)
        self._sheet.text(face.code_words, box)

    def _text(
        self, text: str, x_mm: float, centre_mm: float, size_mm: float, weight: Weight, *, width_mm: float = 0
    ) -> None:
        box = TextBox(x_mm, width_mm or self._right_mm - x_mm, centre_mm, size_mm, 0, weight)
        self._sheet.text(text, box)

    def _right(self, text: str, centre_mm: float, size_mm: float, weight: Weight) -> None:
        width_mm = self._sheet.measure(weight)(text) * size_mm
        self._text(text, self._right_mm - width_mm, centre_mm, size_mm, weight, width_mm=width_mm + 0.1)

    def _line(self, y_mm: float) -> None:
        sheet = self._sheet
        sheet.canvas.line(sheet.x(_EDGE_MM), sheet.y(y_mm), sheet.x(self._right_mm), sheet.y(y_mm))
