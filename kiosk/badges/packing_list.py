"""A batch's packing list: what lies where, for whoever carries the badges to the desk and signs for them.

A first page with the groups, their counts and rows and the signatures; then everybody, in the badges' order.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.badges.layout import TextBox, Weight
from kiosk.badges.metrics import load_metrics
from kiosk.badges.pdf import Line, PageMarks, draw_pages
from kiosk.badges.text_marks import text_marks

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.badges.marks import Glyphs
    from kiosk.badges.metrics import Metrics
    from kiosk.domain.words import Words

_WIDTH_MM, _HEIGHT_MM = 210.0, 297.0
_EDGE_MM = 14.0
_TOP_MM, _BOTTOM_MM = 26.0, 282.0
"""Between head and foot."""
_INK, _SOFT, _HAIR = "#000000", "#4A4F55", "#B8B4AA"
_COLUMN_GAP_MM = 8.0
_COLUMN_MM = (_WIDTH_MM - 2 * _EDGE_MM - _COLUMN_GAP_MM) / 2
_ROW_MM = 5.4
_HEADING_MM = 8.6
_GROUP_ROW_MM = 7.6
_FACTS_MM = 42.0
"""What the first page says of the batch."""
_SIGN_MM = 34.0


@dataclass(frozen=True, slots=True)
class PackingLine:
    """One badge."""

    name: str
    mark: str
    """Stall or coach, by which it is looked for; nothing where there is neither."""
    organisation: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class PackingGroup:
    """Badges under one heading."""

    heading: Words
    lines: tuple[PackingLine, ...]

    @property
    def rows(self) -> str:
        """The rows in which they lie: 3, 3–5; nothing where there are none."""
        found = sorted({line.row for line in self.lines} - {0})
        if not found:
            return ""
        return str(found[0]) if found[0] == found[-1] else f"{found[0]}–{found[-1]}"


@dataclass(frozen=True, slots=True)
class PackingFace:
    """All that a packing list says."""

    fair: Words
    date: str
    batch: str
    desk: str
    order: Words
    sheet: Words
    sheets: int
    printed_at: str
    groups: tuple[PackingGroup, ...]
    missing: tuple[PackingLine, ...] = ()
    """People whose badges the fonts cannot print: to be written by hand."""

    @property
    def badges(self) -> int:
        """All of them."""
        return sum(len(group.lines) for group in self.groups)


def draw_packing_list(face: PackingFace, fonts: Path) -> bytes:
    """The list as a PDF of A4 pages; the same bytes for the same face. FontFault where a font is missing."""
    out = io.BytesIO()
    draw_pages(packing_pages(face, load_metrics(fonts)), fonts, out, title="Packing list")
    return out.getvalue()


def packing_pages(face: PackingFace, metrics: Metrics) -> tuple[PageMarks, ...]:
    """The pages as marks, each with its number of all."""
    bodies = [*_Summary(face, metrics).pages(), *_Names(face, metrics).pages()]
    return tuple(
        _page(face, body, f"{number} / {len(bodies)}", metrics) for number, body in enumerate(bodies, 1)
    )


@dataclass(frozen=True, slots=True)
class _Body:
    texts: tuple[Glyphs, ...]
    lines: tuple[Line, ...]


def _page(face: PackingFace, body: _Body, number: str, metrics: Metrics) -> PageMarks:
    width = _WIDTH_MM - 2 * _EDGE_MM
    texts = [
        *_set("装箱单 Packing list", _EDGE_MM, 70, 13.0, 6.0, 700, metrics),
        *_set(face.fair.zh, _EDGE_MM + 76, width - 76, 11.5, 3.8, 500, metrics, right=True),
        *_set(face.fair.of("en"), _EDGE_MM + 76, width - 76, 16.6, 2.8, 400, metrics, right=True),
        *_set(f"批次 Batch {face.batch}", _EDGE_MM, 60, 288.0, 3.0, 400, metrics),
        *_set(number, _EDGE_MM + width - 40, 40, 288.0, 3.4, 700, metrics, right=True),
    ]
    rule = Line(_EDGE_MM, 20.5, _WIDTH_MM - _EDGE_MM, 20.5, 0.4)
    return PageMarks(_WIDTH_MM, _HEIGHT_MM, (), (rule, *body.lines), (*texts, *body.texts))


_Row = Callable[[float], "list[Glyphs]"]
"""Sets a row of the table round a height."""


class _Summary:
    """What the batch is, its groups, who is written by hand, and the signatures at the end."""

    def __init__(self, face: PackingFace, metrics: Metrics) -> None:
        self._face = face
        self._metrics = metrics

    def pages(self) -> Iterator[_Body]:
        rows = list(self._rows())
        room = int((_BOTTOM_MM - _TOP_MM - _FACTS_MM) // _GROUP_ROW_MM)
        first = True
        while True:  # the signatures may need a page of their own
            texts = list(self._facts()) if first else []
            top = _TOP_MM + (_FACTS_MM if first else 0)
            fitting = room if first else int((_BOTTOM_MM - _TOP_MM) // _GROUP_ROW_MM)
            signing = int(_SIGN_MM // _GROUP_ROW_MM) + 1
            last = len(rows) <= fitting - signing
            taken, rows = (rows, []) if last else (rows[:fitting], rows[fitting:])
            lines: list[Line] = []
            for at, (texts_of, strong) in enumerate(taken):
                y = top + at * _GROUP_ROW_MM
                texts += texts_of(y + _GROUP_ROW_MM / 2)
                lines.append(_rule(_EDGE_MM, _WIDTH_MM - _EDGE_MM, y + _GROUP_ROW_MM, strong=strong))
            if last:
                texts += self._signatures(lines)
            first = False
            yield _Body(tuple(texts), tuple(lines))
            if last:
                return

    def _facts(self) -> Iterator[Glyphs]:
        face = self._face
        where = f"{face.desk} 服务台 desk {face.desk}" if face.desk else "当场发放 handed out at once"
        facts = (
            ("放在 Where", where),
            ("胸卡 Badges", f"{face.badges} 张"),
            ("顺序 Order", f"{face.order.zh} {face.order.en}"),
            ("纸张 Paper", f"{face.sheet.zh}，{face.sheets} 张 sheets"),
            ("日期 Date", face.date),
            ("打印 Printed", face.printed_at),
        )
        for at, (label, value) in enumerate(facts):
            x = _EDGE_MM + (at % 2) * (_COLUMN_MM + _COLUMN_GAP_MM)
            y = _TOP_MM + 4 + (at // 2) * 11.5
            yield from _set(label, x, 24, y, 2.9, 400, self._metrics, _SOFT)
            yield from _set(value, x + 25, _COLUMN_MM - 25, y, 4.4 if at < 2 else 3.6, 700, self._metrics)

    def _rows(self) -> Iterator[tuple[_Row, bool]]:
        yield self._row("组 Group", "张 Badges", "排 Rows", "到位 In place", weight=500, colour=_SOFT), True
        for group in self._face.groups:
            words = group.heading
            heading = words.zh if words.of("en") == words.zh else f"{words.zh}  {words.en}"
            yield self._row(heading, str(len(group.lines)), group.rows, "□", weight=700), False
        for line in self._face.missing:
            who = f"手写 By hand: {line.name} {line.mark} {line.organisation}"
            yield self._row(who, "", "", "□", weight=400), False

    def _row(self, what: str, count: str, rows: str, box: str, *, weight: Weight, colour: str = _INK) -> _Row:
        metrics = self._metrics

        def texts(y: float) -> list[Glyphs]:
            right = _WIDTH_MM - _EDGE_MM
            return [
                *_set(what, _EDGE_MM, 108, y, 3.8, weight, metrics, colour),
                *_set(count, right - 72, 20, y, 3.8, weight, metrics, colour, right=True),
                *_set(rows, right - 48, 22, y, 3.8, weight, metrics, colour, right=True),
                *_set(box, right - 24, 24, y, 3.8, weight, metrics, colour, right=True),
            ]

        return texts

    def _signatures(self, lines: list[Line]) -> list[Glyphs]:
        texts: list[Glyphs] = []
        wide = (_WIDTH_MM - 2 * _EDGE_MM - 2 * _COLUMN_GAP_MM) / 3
        for at, label in enumerate(("打印人 Printed by", "接收人 Received by", "时间 Date and time")):
            x = _EDGE_MM + at * (wide + _COLUMN_GAP_MM)
            lines.append(Line(x, _BOTTOM_MM - 8, x + wide, _BOTTOM_MM - 8, 0.3))
            texts += _set(label, x, wide, _BOTTOM_MM - 4.5, 3.0, 400, self._metrics, _SOFT)
        return texts


_Item = tuple[PackingGroup, bool] | PackingLine
"""What stands in a column: a group's heading (again, where it goes on), or a badge."""


class _Names:
    """Everybody in two columns; a heading stands never alone at a column's end, and again on its next one."""

    def __init__(self, face: PackingFace, metrics: Metrics) -> None:
        self._face = face
        self._metrics = metrics
        self._ranged = any(line.row for group in face.groups for line in group.lines)

    def pages(self) -> Iterator[_Body]:
        columns = list(self._columns())
        for at in range(0, len(columns), 2):
            texts: list[Glyphs] = []
            lines: list[Line] = []
            for side, column in enumerate(columns[at : at + 2]):
                self._draw(column, _EDGE_MM + side * (_COLUMN_MM + _COLUMN_GAP_MM), texts, lines)
            yield _Body(tuple(texts), tuple(lines))

    def _columns(self) -> Iterator[list[_Item]]:
        column: list[_Item] = []
        left_mm = room_mm = _BOTTOM_MM - _TOP_MM
        for group in self._face.groups:
            for at, line in enumerate(group.lines):
                needed_mm = _ROW_MM + (_HEADING_MM + _ROW_MM * (len(group.lines) > 1) if at == 0 else 0)
                if column and needed_mm > left_mm:
                    yield column
                    column, left_mm = [], room_mm
                if at == 0 or not column:
                    column.append((group, at > 0))
                    left_mm -= _HEADING_MM
                column.append(line)
                left_mm -= _ROW_MM
        if column:
            yield column

    def _draw(
        self,
        column: Sequence[_Item],
        x: float,
        texts: list[Glyphs],
        lines: list[Line],
    ) -> None:
        y = _TOP_MM
        for each in column:
            if isinstance(each, PackingLine):
                texts += self._line(each, x, y + _ROW_MM / 2)
                y += _ROW_MM
                lines.append(_rule(x, x + _COLUMN_MM, y))
            else:
                y += _HEADING_MM
                texts += self._heading(*each, x, y - 3.4)
                lines.append(_rule(x, x + _COLUMN_MM, y, strong=True))

    def _heading(self, group: PackingGroup, continued: bool, x: float, y: float) -> list[Glyphs]:
        rows = f"第 {group.rows} 排·" if group.rows else ""
        count = f"{rows}{len(group.lines)} 张"
        metrics = self._metrics
        return [
            *_set(group.heading.zh + "（续）" * continued, x, _COLUMN_MM - 36, y, 4.0, 700, metrics),
            *_set(count, x + _COLUMN_MM - 35, 35, y, 3.0, 500, metrics, right=True),
        ]

    def _line(self, line: PackingLine, x: float, y: float) -> list[Glyphs]:
        metrics = self._metrics
        shift = 9.0 if self._ranged else 0.0
        made = _set(str(line.row), x, 7, y, 2.8, 400, metrics, _SOFT, right=True) if line.row else []
        marked = 15.0 if line.mark else 0.0
        made += _set(line.name, x + shift, 27, y, 3.3, 700, metrics)
        made += _set(line.mark, x + shift + 28, 14, y, 2.9, 500, metrics)
        start = shift + 28 + marked
        return made + _set(line.organisation, x + start, _COLUMN_MM - start, y, 2.9, 400, metrics)


def _rule(left: float, right: float, y: float, *, strong: bool = False) -> Line:
    return Line(left, y, right, y, 0.3 if strong else 0.15, _INK if strong else _HAIR)


def _set(
    text: str,
    x: float,
    width: float,
    centre: float,
    size: float,
    weight: Weight,
    metrics: Metrics,
    colour: str = _INK,
    *,
    right: bool = False,
) -> list[Glyphs]:
    """A text on one line: smaller where it is long, and shortened where it would be too small to read."""
    measure = metrics.measure(text, weight)
    most_em = width / (size * _SMALLEST)
    if measure(text) > most_em:
        while text and measure(text) + 1 > most_em:
            text = text[:-1]
        text += "…"
    box = TextBox(x, width, centre, size, 0, weight, align="right" if right else "left")
    return text_marks(text, box, colour, metrics)


_SMALLEST = 0.72
"""Of its size: a smaller text is shortened instead."""
