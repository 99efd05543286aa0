"""A sheet of the workbook, written from top to bottom: texts stay texts, and looks are made once.

XlsxWriter keeps one row in memory at a time, so a row that is left cannot be written to again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kiosk.pack.returns.wording import Mark, visible

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

LONGEST_NAME = 31
"""UTF-16 units of a sheet's name, by Excel's rule."""
_FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_FONT = "微软雅黑"
_A4 = 9
_CROSS = 3
"""XlsxWriter's number of a stroke in each direction."""
_PAPER_WIDTH = 240
"""Characters side by side on A4 across that can still be read."""
_LINE_POINTS = 15
_MOST_LINES = 16
"""A row that holds more is cut off on paper, and can be pulled open on the screen."""
_EVERYWHERE = "A1:XFD1048576"
_MARGIN_INCHES = 0.4
_FILLS = {
    Mark.ERROR: "#F4A6A0",
    Mark.REFUSED: "#FFC7CE",
    Mark.MENDED: "#FFEB9C",
    Mark.LOOK: "#BDD7EE",
    Mark.TAKEN: "#E2EFDA",
    Mark.SKIPPED: "#EDEDED",
}


class Look(NamedTuple):
    """How a cell is drawn. `sign` stands before the text on screen and paper and is no part of it."""

    fill: str = ""
    sign: str = ""
    bold: bool = False
    size: int = 10
    boxed: bool = True
    crossed: bool = False
    """A blank cell shows no sign, so that it is struck through."""


PLAIN = Look(boxed=False)
CELL = Look()
TITLE = Look(bold=True, size=16, boxed=False)
HEADING = Look(bold=True, size=12, boxed=False)
HEADER = Look("#D9D9D9", bold=True)
UNKNOWN = Look("#FFFFFF", "？ ", bold=True)
"""Over a column that was not recognised."""


def marked(mark: Mark) -> Look:
    """A cell with that mark: its colour, and its sign for those who print in grey or see no colours."""
    return Look(_FILLS[mark], f"{mark.sign} ", bold=mark is Mark.ERROR)


def crossed(mark: Mark) -> Look:
    """A blank cell with that mark."""
    return Look(_FILLS[mark], crossed=True)


def filled(mark: Mark) -> Look:
    """The mark's colour for a cell that names the mark in words."""
    return Look(_FILLS[mark], bold=mark is Mark.ERROR)


class Looks:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[Look, bool], Format] = {}

    def of(self, look: Look, *, quoted: bool = False) -> Format:
        """The look as a format. `quoted`: Excel keeps it a text even where somebody edits the cell."""
        made = self._made.get((look, quoted))
        if made is None:
            made = self._made[look, quoted] = self._make(look, quoted)
        return made

    def _make(self, look: Look, quoted: bool) -> Format:
        made = self._book.add_format(
            {
                "font_name": _FONT,
                "font_size": look.size,
                "bold": look.bold,
                "valign": "top",
                "text_wrap": look.boxed,
                "num_format": f'"{look.sign}"@' if look.sign else "@",
            }
        )
        if look.crossed:
            made.set_diag_type(_CROSS)
            made.set_diag_border(1)
        if look.fill:
            made.set_bg_color(look.fill)
        if look.boxed:
            made.set_border(1)
            made.set_border_color("#A6A6A6")
        if quoted:
            made.set_quote_prefix()
        return made


class Page:
    """One sheet; `row` is the next to be written, counted from 0.

    `least` and `most` bound the columns' widths in characters; the last bounds hold for all that follow.
    """

    def __init__(
        self, book: Workbook, looks: Looks, name: str, least: Sequence[int], most: Sequence[int]
    ) -> None:
        self.name = name
        self._least = least
        self._most = most
        self.row = 0
        self.sheet = book.add_worksheet(name)
        self._looks = looks
        self._number = book.add_format(
            {"font_name": _FONT, "font_size": 10, "border": 1, "border_color": "#A6A6A6", "valign": "top"}
        )
        self._widths: dict[int, int] = {}
        self._lines = 1
        self.sheet.set_landscape()
        self.sheet.set_paper(_A4)
        self.sheet.set_margins(_MARGIN_INCHES, _MARGIN_INCHES, _MARGIN_INCHES, 2 * _MARGIN_INCHES)
        self.sheet.set_footer("&L&A&R&P / &N")
        self.sheet.ignore_errors({"number_stored_as_text": _EVERYWHERE})

    def text(self, column: int, text: str, look: Look = CELL) -> None:
        """A text, whatever it begins with; control and bidi characters can be seen."""
        shown = visible(text)
        form = self._looks.of(look, quoted=shown.startswith(_FORMULA_SIGNS))
        if shown.startswith("<r>") and shown.endswith("</r>"):
            # XlsxWriter takes that for a rich string of its own, and copies it into the XML as it is.
            self.sheet.write_rich_string(self.row, column, shown[:2], self._looks.of(CELL), shown[2:], form)
        else:
            self.sheet.write_string(self.row, column, shown, form)
        if look.boxed:
            self._measure(column, shown, len(look.sign) + 1)
        elif look.size > CELL.size:
            self._lines = 2

    def _measure(self, column: int, text: str, sign: int) -> None:
        """Keep how wide the column and how high the row must be."""
        most = self._bound(self._most, column) - 2
        widths = [_width(line) for line in text.split("\n")] if "\n" in text else [_width(text)]
        widest = max(widths) + sign
        if widest > self._widths.get(column, 0):
            self._widths[column] = widest
        if widest > most or len(widths) > 1:
            lines = sum(max(1, -(-width // most)) for width in widths)
            self._lines = min(max(self._lines, lines), _MOST_LINES)

    def texts(self, texts: Iterable[str], look: Look = CELL, start: int = 0) -> None:
        """Texts side by side."""
        for column, text in enumerate(texts, start):
            self.text(column, text, look)

    def number(self, column: int, number: int) -> None:
        """A number that Excel can sort by."""
        self.sheet.write_number(self.row, column, number, self._number)

    def link(self, column: int, name: str, text: str) -> None:
        """A fixed text that leads to another sheet."""
        quoted = name.replace("'", "''")
        self.sheet.write_url(self.row, column, f"internal:'{quoted}'!A1", self._looks.of(CELL), text)

    def down(self, rows: int = 1) -> None:
        """Go on below. Not every program finds a row's height by itself, so it is given."""
        if self._lines > 1:
            self.sheet.set_row(self.row, self._lines * _LINE_POINTS)
        self._lines = 1
        self.row += rows

    def fit(self) -> None:
        """Set the columns' widths by what was written, and share them out on sheets of paper."""
        total = 0
        for column in range(max([*self._widths, len(self._least) - 1]) + 1):
            low, high = self._bound(self._least, column), self._bound(self._most, column)
            width = min(max(self._widths.get(column, 0) + 2, low), high)
            self.sheet.set_column(column, column, width)
            total += width
        self.sheet.fit_to_pages(-(-total // _PAPER_WIDTH), 0)

    @staticmethod
    def _bound(bounds: Sequence[int], column: int) -> int:
        return bounds[min(column, len(bounds) - 1)]


def _width(text: str) -> int:
    """Columns that a line of text takes; hanzi take two."""
    if text.isascii():
        return len(text)
    wide = unicodedata.east_asian_width
    return sum(2 if wide(each) in "WFA" else 1 for each in text)


def sheet_name(wanted: str, used: set[str]) -> str:
    """A name that Excel takes for a sheet, and that no other has; it is added to `used`.

    >>> sheet_name("学生[1/2].csv", set())
    '学生_1_2_'
    """
    stem = re.sub(r"\.(xlsx|xlsm|xls|ods|csv|tsv|txt)(?=$|\W)", "", wanted, flags=re.IGNORECASE)
    plain = "".join(each if each.isprintable() else "_" for each in re.sub(r"[\[\]:*?/\\]", "_", stem))
    base = _cut(plain.strip().strip("'"), LONGEST_NAME) or "_"
    name, count = base, 1
    while name.casefold() in used or name.casefold() == "history":
        count += 1
        end = f" ({count})"
        name = _cut(base, LONGEST_NAME - len(end)) + end
    used.add(name.casefold())
    return name


def _cut(text: str, units: int) -> str:
    """The longest beginning that takes so many UTF-16 units, without a quotation mark at its end."""
    taken = 0
    for at, each in enumerate(text):
        taken += 2 if ord(each) > 0xFFFF else 1
        if taken > units:
            return text[:at].rstrip("' ")
    return text.rstrip("' ")
