"""The parts of a visitor's plan as marks: head, stops, notes, the QR and the foot, on any size of paper."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from kiosk.badges import setting
from kiosk.badges.layout import TextBox, Weight
from kiosk.badges.marks import Area, Disc, Glyphs, Mark, Picture
from kiosk.badges.metrics import Metrics
from kiosk.badges.text_marks import text_marks

if TYPE_CHECKING:
    from kiosk.domain.printing import Media

INK, _WHITE = "#000000", "#FFFFFF"
"""Pure black: what prints best on every sort of printer."""
MM_PER_INCH = 25.4
NOTES_GAP_MM = 1.5
_NOTE_MM, _NOTE_SIZE_MM = 5.6, 3.4
_ROW_MM = 13.2
_CODE_MM = 40.0
"""77 modules of half a millimetre, where the text is longest; the quiet zone is left free round it."""
_NUMBER_MM = 6.4
_PLATE_MM = 29.0
_NAME_MM, _NAME_OF_TWO_MM = 4.1, 3.4
_DETAIL_MM, _DETAIL_OF_TWO_MM = 3.1, 2.7
"""A name on one line, one that takes two, and what stands below it."""
_HAIR_MM = 0.25
_NARROW_MM = 80.0
"""On paper narrower than that a stop's name stands below its number."""
_LOW_MM = 100.0
"""Lower cards and labels have a short head."""


@dataclass(frozen=True, slots=True)
class StripRow:
    """A stop: its number, what stands large (a stall's number, a talk's time), and more of it."""

    number: str
    plate: str
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a stop's texts."""

    text: str
    size_mm: float
    weight: Weight

    @property
    def height_mm(self) -> float:
        return setting.PITCH_EM * self.size_mm


@dataclass(frozen=True, slots=True)
class Room:
    """The paper, and how much of it each part takes."""

    media: Media
    metrics: Metrics
    dpi: int

    @property
    def narrow(self) -> bool:
        """Whether stops stand in two storeys."""
        return self.media.width_mm < _NARROW_MM

    @property
    def low(self) -> bool:
        """Whether the head is short."""
        return not self.media.continuous and self.media.height_mm < _LOW_MM

    @property
    def edge_mm(self) -> float:
        """Left free on each side: 4 is what no label printer cuts."""
        return 4.0 if self.narrow or self.low else 7.0

    @property
    def right_mm(self) -> float:
        """Where texts end."""
        return self.media.width_mm - self.edge_mm

    @property
    def head_mm(self) -> float:
        """Height of the head."""
        if self.low:
            return 17.0
        return 27.0 if self.narrow else 33.0

    @property
    def foot_mm(self) -> float:
        """Height of the foot."""
        return 6.0 if self.low else 9.0

    @property
    def code_mm(self) -> float:
        """Height of the QR with what stands round it."""
        return _CODE_MM + (16.0 if self.narrow else 7.0)

    @property
    def body_mm(self) -> float:
        """What a page has between head and foot; tape has no pages."""
        return self.media.height_mm - self.head_mm - self.foot_mm

    @property
    def code_alone(self) -> bool:
        """Whether the QR has a page without a head."""
        return not self.media.continuous and self.body_mm < self.code_mm

    def row_mm(self, row: StripRow) -> float:
        """Height of a stop."""
        texts_mm = sum(line.height_mm for line in self._texts(row))
        return 10.5 + texts_mm + 2.5 if self.narrow else max(_ROW_MM, texts_mm + 2.8)

    def note_mm(self, text: str) -> float:
        """Height of a note."""
        size_mm, lines = self._note(text)
        return _NOTE_MM + (len(lines) - 1) * setting.PITCH_EM * size_mm

    def dots_mm(self, mm: float) -> float:
        """The nearest whole dots."""
        return round(mm * self.dpi / MM_PER_INCH) * MM_PER_INCH / self.dpi

    # ---- parts

    def head(self, title: str, when: str, fair: str, summary: str) -> Iterator[Mark]:
        """Title and date, the fair, and the plan in one line."""
        title_mm, title_at_mm, when_mm, fair_at_mm, summary_mm, summary_at_mm = (
            (5.5, 6.3, 3.6, 0.0, 3.8, 12.4)
            if self.low
            else (6.5, 7.0, 3.4, 15.2, 4.2, 21.6)
            if self.narrow
            else (8.0, 10.0, 4.4, 18.6, 4.8, 26.2)
        )
        when_width_mm = self.metrics.width_em(when, 500) * when_mm
        room_mm = self.right_mm - self.edge_mm - when_width_mm - 3
        yield from self.text(title, self.edge_mm, title_at_mm, title_mm, 700, width_mm=room_mm)
        yield from self.text(when, self.edge_mm, title_at_mm + 0.5, when_mm, 500, align="right")
        if fair_at_mm:
            two_lines_mm = 2.8 if self.narrow else 0
            yield from self.text(fair, self.edge_mm, fair_at_mm, 3.6, 400, two_lines_mm=two_lines_mm)
        yield from self.text(summary, self.edge_mm, summary_at_mm, summary_mm, 700)
        yield self.line(self.head_mm - 1.5)

    def row(self, row: StripRow, y_mm: float) -> Iterator[Mark]:
        """A stop whose top is at `y_mm`."""
        middle_mm = y_mm + (5.2 if self.narrow else self.row_mm(row) / 2 - 0.8)
        yield Disc(self.edge_mm + _NUMBER_MM / 2, middle_mm, _NUMBER_MM / 2, INK)
        width_mm = self.metrics.width_em(row.number, 700) * 4.0
        number_mm = self.edge_mm + max(0.0, (_NUMBER_MM - width_mm) / 2)
        yield from self.text(row.number, number_mm, middle_mm, 4.0, 700, width_mm=_NUMBER_MM, colour=_WHITE)
        plate_mm = self.edge_mm + 8.5
        plate_width_mm = self.right_mm - plate_mm if self.narrow else _PLATE_MM
        yield from self.text(row.plate, plate_mm, middle_mm, 9.6, 700, width_mm=plate_width_mm)
        texts = self._texts(row)
        high_mm = sum(line.height_mm for line in texts)
        top_mm = y_mm + 10.5 if self.narrow else middle_mm - high_mm / 2
        for line in texts:
            centre_mm = top_mm + line.height_mm / 2
            yield from self.text(line.text, self._name_x_mm, centre_mm, line.size_mm, line.weight)
            top_mm += line.height_mm
        yield self.line(y_mm + self.row_mm(row) - 1.5)

    def note(self, text: str, y_mm: float) -> Iterator[Mark]:
        """A line on what is no stop, or two."""
        size_mm, lines = self._note(text)
        for at, line in enumerate(lines):
            centre_mm = y_mm + _NOTE_MM / 2 + at * setting.PITCH_EM * size_mm
            yield from self.text(line, self.edge_mm, centre_mm, size_mm, 400)

    def code(self, text: str, words: str, bottom_mm: float) -> Iterator[Mark]:
        """The QR that ends above `bottom_mm`, and what it is for."""
        picture, side_mm = self._symbol(text)
        words_mm = 11.0 if self.narrow else 0.0
        top_mm = self.dots_mm(bottom_mm - 2 - words_mm - side_mm)
        left_mm = self.dots_mm(self.edge_mm)
        yield Picture(left_mm, top_mm, side_mm, side_mm, picture)
        if self.narrow:
            middle_mm = top_mm + side_mm + 2.5 + words_mm / 2
            yield from self.text(words, self.edge_mm, middle_mm, 4.4, 500, two_lines_mm=4.2)
        else:
            beside_mm = self.edge_mm + _CODE_MM + 5
            yield from self.text(words, beside_mm, top_mm + side_mm / 2, 4.4, 500, two_lines_mm=4.2)

    def foot(self, text: str, page: str, height_mm: float) -> Iterator[Mark]:
        """The last line: how the times were reckoned, and which page it is."""
        at_mm = height_mm - (4.0 if self.low else 5.2)
        room_mm = self.right_mm - self.edge_mm - (8 if page else 0)
        yield from self.text(text, self.edge_mm, at_mm, 3.0, 400, width_mm=room_mm)
        yield from self.text(page, self.edge_mm, at_mm, 3.4, 700, align="right")

    # ---- marks

    def text(
        self,
        text: str,
        x_mm: float,
        centre_mm: float,
        size_mm: float,
        weight: Weight,
        *,
        width_mm: float = 0,
        two_lines_mm: float = 0,
        align: Literal["left", "right"] = "left",
        colour: str = INK,
    ) -> list[Glyphs]:
        """A text from `x_mm` as far as the right edge, or `width_mm`; smaller where it does not fit."""
        if not text:
            return []
        width_mm = width_mm or self.right_mm - x_mm
        box = TextBox(x_mm, width_mm, centre_mm, size_mm, two_lines_mm, weight, align=align)
        return text_marks(text, box, colour, self.metrics)

    def line(self, y_mm: float) -> Area:
        """A hair line across."""
        width_mm = self.right_mm - self.edge_mm
        return Area(self.edge_mm, y_mm - _HAIR_MM / 2, width_mm, _HAIR_MM, fill=INK)

    @property
    def _name_x_mm(self) -> float:
        return self.edge_mm if self.narrow else self.edge_mm + 40

    def _texts(self, row: StripRow) -> list[_Line]:
        """Name and detail, each on a line or two."""
        width_mm = self.right_mm - self._name_x_mm
        size_mm, lines = setting.wrap(row.name, width_mm, _NAME_MM, self.metrics.measure(row.name, 700))
        size_mm = size_mm if len(lines) < 2 else min(size_mm, _NAME_OF_TWO_MM)
        measure = self.metrics.measure(row.detail, 400)
        detail_mm, details = setting.wrap(row.detail, width_mm, _DETAIL_MM, measure)
        detail_mm = detail_mm if len(details) < 2 else min(detail_mm, _DETAIL_OF_TWO_MM)
        name: list[_Line] = [_Line(line, size_mm, 700) for line in lines]
        return name + [_Line(line, detail_mm, 400) for line in details]

    def _note(self, text: str) -> tuple[float, tuple[str, ...]]:
        """Its size and its lines."""
        width_mm = self.right_mm - self.edge_mm
        return setting.wrap(text, width_mm, _NOTE_SIZE_MM, self.metrics.measure(text, 400))

    def _symbol(self, text: str) -> tuple[bytes, float]:
        """The QR as a PNG of a pixel a dot, and its side: as many whole dots a module as fit."""
        picture, side_px = _symbol(text, int(_CODE_MM * self.dpi / MM_PER_INCH))
        return picture, side_px * MM_PER_INCH / self.dpi


@lru_cache(maxsize=2)
def _symbol(text: str, most_px: int) -> tuple[bytes, int]:
    from PIL import Image  # noqa: PLC0415  (loaded at the first print)

    from kiosk.badges.qr import text_matrix  # noqa: PLC0415  (as above)

    matrix = text_matrix(text)
    side_px = max(1, most_px // len(matrix)) * len(matrix)
    symbol = Image.new("1", (len(matrix), len(matrix)), 1)
    symbol.putdata([0 if dark else 1 for row in matrix for dark in row])
    out = io.BytesIO()
    symbol.resize((side_px, side_px), Image.Resampling.NEAREST).save(out, "PNG")
    return out.getvalue(), side_px
