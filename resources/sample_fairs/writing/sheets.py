"""A spreadsheet with its planted dirt, written as xlsx or csv with the same bytes each time."""

import csv
import io
import os
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

os.environ["OPENPYXL_LXML"] = "False"  # lxml writes other bytes than the standard library's etree

Cell = str | int | float | date | None
FIXED_TIME = (2026, 11, 20, 8, 0, 0)
PLANTED_COLUMNS = ("file", "row", "column", "what", "expected", "written", "meant")


@dataclass(frozen=True)
class Mark:
    """A dirt of a row; an empty column means the whole row.

    `expected` is taken, mended (and listed), refused (with a reason) or skipped (no record at all).
    """

    column: str
    what: str
    expected: str
    written: str = ""
    meant: str = ""


@dataclass(eq=False)
class Row:
    """One row: its cells by column, and the dirt planted in it."""

    cells: dict[str, Cell]
    marks: list[Mark] = field(default_factory=list)
    merged_with_above: set[str] = field(default_factory=set)

    def plant(self, column: str, written: Cell, what: str, expected: str, meant: str | None = None) -> None:
        """Writes `written` where the right value stood, and remembers both."""
        right = "" if self.cells.get(column) is None else str(self.cells[column])
        self.cells[column] = written
        shown = "" if written is None else str(written)
        assert shown != right, f"{column}: {what} changes nothing"
        self.marks.append(Mark(column, what, expected, shown, right if meant is None else meant))

    def mark(self, what: str, expected: str) -> None:
        """Remembers that the whole row is odd."""
        self.marks.append(Mark("", what, expected))


@dataclass
class Sheet:
    """A file of the organiser's folder. With a `title` its header stands in row 2."""

    file: str
    columns: Sequence[str]
    title: str = ""
    encoding: str = "gbk"
    rows: list[Row] = field(default_factory=list)

    def add(self, **cells: Cell) -> Row:
        """Appends a row; columns that are not named stay empty."""
        unknown = set(cells) - set(self.columns)
        assert not unknown, f"{self.file} has no column {unknown}"
        row = Row({column: cells.get(column) for column in self.columns})
        self.rows.append(row)
        return row

    def copy(self, row: Row) -> Row:
        """Appends a copy of a row, without its dirt."""
        twin = Row(dict(row.cells))
        self.rows.append(twin)
        return twin

    def lines(self) -> list[list[Cell]]:
        """Every line of the file as cells: title, header, rows."""
        head: list[list[Cell]] = [[self.title]] if self.title else []
        head.append(list(self.columns))
        return head + [[row.cells[column] for column in self.columns] for row in self.rows]

    def planted(self) -> list[tuple[str, int, str, str, str, str, str]]:
        """The dirt of this file with row numbers as a spreadsheet program shows them."""
        first = 3 if self.title else 2
        found = []
        if self.title:
            found.append((self.file, 1, "", "a title row above the header", "skipped", self.title, ""))
        for number, row in enumerate(self.rows, start=first):
            found += [
                (self.file, number, m.column, m.what, m.expected, m.written, m.meant) for m in row.marks
            ]
        return found

    def write(self, folder: Path) -> None:
        """Writes the file into `folder`, by its extension."""
        target = folder / self.file
        target.write_bytes(
            xlsx_bytes(self) if target.suffix == ".xlsx" else csv_bytes(self.lines(), self.encoding)
        )


def csv_bytes(lines: Iterable[Sequence[Cell]], encoding: str) -> bytes:
    """Lines as csv with CRLF, in a strict encoding: a character that does not fit is a fault."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(lines)
    return stream.getvalue().encode(encoding)


def _merges(sheet: Sheet) -> list[tuple[int, int, int]]:
    """Merged cells as (column, first line, last line), counted from 1."""
    first = 3 if sheet.title else 2
    found = []
    for column_number, column in enumerate(sheet.columns, start=1):
        start = None
        for number, row in enumerate([*sheet.rows, Row({})], start=first):
            if column in row.merged_with_above:
                start = start or number - 1
            elif start:
                found.append((column_number, start, number - 1))
                start = None
    return found


def xlsx_bytes(sheet: Sheet) -> bytes:
    """The sheet as an Excel workbook, with merged title and cells, that holds no time of writing."""
    from openpyxl import Workbook  # noqa: PLC0415  it must see OPENPYXL_LXML
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "Sheet1"
    for line in sheet.lines():
        page.append(line)
    if sheet.title:
        page.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(sheet.columns))
        page.cell(1, 1).font = Font(bold=True, size=16)
    for number, column in enumerate(sheet.columns, start=1):
        page.cell(2 if sheet.title else 1, number).font = Font(bold=True)
        page.column_dimensions[get_column_letter(number)].width = 12 + 4 * ("名称" in column)
    for column_number, top, bottom in _merges(sheet):
        page.merge_cells(start_row=top, end_row=bottom, start_column=column_number, end_column=column_number)
    stream = io.BytesIO()
    book.save(stream)
    return _without_time(stream.getvalue())


def _without_time(workbook: bytes) -> bytes:
    """Repacks a workbook with fixed times; stored, not deflated, since zlib builds differ in their output."""
    stamp = b"2026-11-20T08:00:00Z"
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, content)
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            new.writestr(entry, content, zipfile.ZIP_STORED)
    return stream.getvalue()


def write_planted(folder: Path, sheets: Iterable[Sheet]) -> None:
    """Writes <folder>_planted.csv: each dirt with its file, row, column and what is to become of it."""
    lines: list[Sequence[Cell]] = [PLANTED_COLUMNS]
    for sheet in sheets:
        lines += sheet.planted()
    folder.with_name(f"{folder.name}_planted.csv").write_bytes(csv_bytes(lines, "utf-8-sig"))
