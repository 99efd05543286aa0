"""Spreadsheets as tables of texts, with the row numbers that Excel shows.

The header is found by its meaning, so a title row may stand above it. Bounded in bytes, rows and cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import overload

from kiosk.pack.faults import PackFault
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.sheets.delimited import MAX_CELL_CHARACTERS
from kiosk.pack.sheets.headers import Header, find_header, header_key
from kiosk.pack.sheets.opening import read_pages
from kiosk.pack.sheets.places import MAX_CELLS, MAX_ROWS, letters
from kiosk.pack.sheets.workbook import LONGEST_VALUE, Grid, Merges, Page

_TOTALS = ("合计", "总计", "小计", "共计")
_ASIDES = frozenset({"备注", "序号"})
"""Columns that make no record by themselves."""
_NOTHING: frozenset[str] = frozenset()
_AS_WRITTEN: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet is called and which columns it may have: canonical name to synonyms."""

    name: str
    columns: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    """Other names of the file or sheet, or parts of them."""

    def names(self, mapped: Mapping[str, str] = _AS_WRITTEN) -> dict[str, str]:
        """Header key to canonical column; what the organiser `mapped` (header key to column) comes first."""
        known = {header_key(text): name for name, texts in self.columns.items() for text in (name, *texts)}
        names = known | {header_key(name): name for name in self.columns} | dict(mapped)
        names.pop("", None)
        return names


class Row:
    """A row below the header. `number` is Excel's; `row[column]` is the raw text by canonical column.

    `merged` are the columns whose cell is blank because it is merged with the one above; their text is that
    one's. Laid over the sheet's own cells: a dictionary a row would take as long as reading the file.
    """

    __slots__ = ("_places", "_texts", "file", "merged", "number")

    def __init__(
        self, file: str, number: int, cells: Mapping[str, str], merged: frozenset[str] = _NOTHING
    ) -> None:
        self.file = file
        self.number = number
        self.merged = merged
        self._texts: Sequence[str] = tuple(cells.values())
        self._places: Mapping[str, int] = {name: at for at, name in enumerate(cells)}

    @classmethod
    def laid(
        cls, file: str, number: int, texts: Sequence[str], places: Mapping[str, int], merged: frozenset[str]
    ) -> Row:
        """A row over raw cells, with the index of each column's cell."""
        row = cls.__new__(cls)
        row.file = file
        row.number = number
        row.merged = merged
        row._texts = texts
        row._places = places
        return row

    def __getitem__(self, column: str) -> str:
        try:
            return self._texts[self._places[column]]
        except (KeyError, IndexError):
            return ""

    @property
    def cells(self) -> dict[str, str]:
        """Raw texts by canonical column, as far as the row has cells."""
        end = len(self._texts)
        return {name: self[name] for name, at in self._places.items() if at < end}

    def first_filled(self) -> str:
        """The first text from the left that is not blank, stripped; empty for a blank row."""
        for name in self._places:
            text = self[name].strip()
            if text:
                return text
        return ""

    def holds_more_than(self, columns: frozenset[str]) -> bool:
        """Whether any other column than these is filled."""
        return any(self[name].strip() for name in self._places if name not in columns)


class Rows(Sequence[Row]):
    """A table's rows, each made when it is asked for."""

    __slots__ = ("_file", "_first", "_grid", "_merged", "_places")

    def __init__(
        self,
        file: str,
        grid: Sequence[Sequence[str]],
        header_row: int,
        places: Mapping[str, int],
        merged: Mapping[int, frozenset[str]],
    ) -> None:
        self._file = file
        self._grid = grid
        self._first = header_row + 1
        self._places = places
        self._merged = merged

    def __len__(self) -> int:
        return max(len(self._grid) - self._first + 1, 0)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(len(self))))
        index = range(len(self))[at]
        return self._row(self._first + index)

    def __iter__(self) -> Iterator[Row]:
        for number in range(self._first, len(self._grid) + 1):
            yield self._row(number)

    def _row(self, number: int) -> Row:
        merged = self._merged.get(number, _NOTHING)
        return Row.laid(self._file, number, self._grid[number - 1], self._places, merged)


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet that was read. `file` is its name in the ledger: the file's, with the sheet's where several."""

    file: str
    columns: tuple[str, ...]
    """Canonical names of the columns that were recognised, from left to right."""
    rows: Sequence[Row]
    """All rows below the header, blank ones too."""
    header: tuple[str, ...] = ()
    """The header's texts as written, from column A."""
    header_row: int = 0
    """Its row number, as Excel shows it."""
    unknown: tuple[str, ...] = ()
    """Header texts that were not recognised."""
    sheet: str = ""
    """The sheet's name in its workbook."""
    workbook: str = ""
    """The file's own name."""
    grid: Sequence[Sequence[str]] = field(default=(), repr=False)
    places: Mapping[str, int] = field(default_factory=dict, repr=False)
    merged: Mapping[int, frozenset[str]] = field(default_factory=dict, repr=False)
    cut: tuple[tuple[int, str], ...] = ()
    """Row and column of the cells that are longer than a record may hold."""
    uncut: Mapping[int, Sequence[str]] = field(default_factory=dict, repr=False)
    """Those rows' cells as they were, by row number."""

    def cells_of(self, number: int) -> Sequence[str]:
        """A row's raw cells from column A, by its number; as many as there are. Merged ones are blank."""
        if not 1 <= number <= len(self.grid):
            return ()
        blank = {self.places[column] for column in self.merged.get(number, ())}
        cells = self.uncut.get(number, self.grid[number - 1])
        return [("" if at in blank else text) for at, text in enumerate(cells)] if blank else cells

    def letter(self, column: str) -> str:
        """Excel's letter of a canonical column, empty where the sheet has none."""
        at = self.places.get(column)
        return "" if at is None else letters(at + 1)


def read_table(path: Path, sheet: Sheet, mapped: Mapping[str, str] = _AS_WRITTEN) -> Table:
    """Read one file as `sheet`: of a workbook the first visible sheet that has the required columns.

    Raises PackFault where it cannot be read or no sheet has them.
    """
    missing: PackFault | None = None
    names = sheet.names(mapped)
    for page in read_pages(path):
        header = find_header(page.grid, names)
        absent = [name for name in sheet.required if name not in header.columns.values()]
        if not absent:
            return table_of(path.name, page, header)
        missing = missing or no_column(path.name, absent)
    raise missing or no_column(path.name, sheet.required)


def no_column(file: str, names: Sequence[str]) -> PackFault:
    """A column that the sheet cannot do without is missing."""
    return PackFault(
        f"{file}：没有找到列 {'、'.join(names)}，请检查表头。",
        f"{file}: no column {', '.join(names)} was found: look at its header row.",
    )


def table_of(file: str, page: Page, header: Header, workbook: str = "") -> Table:
    """The page as a table under that header. `file` is its name in the ledger, `workbook` the file's own.

    Raises PackFault where it is too large.
    """
    grid = page.grid
    if len(grid) > MAX_ROWS:
        raise PackFault(f"{file} 超过 20 万行，请拆分。", f"{file} has more than 200,000 rows: split it.")
    cut, uncut = _cut_long(file, page, header)
    merged = _fill_merged(grid, page.merges, header)
    places = {name: at for at, name in header.columns.items()}
    return Table(
        file=file,
        columns=tuple(header.columns.values()),
        rows=Rows(file, grid, header.row, places, merged),
        header=header.texts,
        header_row=header.row,
        unknown=header.unknown,
        sheet=page.name,
        workbook=workbook or file,
        grid=grid,
        places=places,
        merged=merged,
        cut=cut,
        uncut=uncut,
    )


def _cut_long(
    file: str, page: Page, header: Header
) -> tuple[tuple[tuple[int, str], ...], dict[int, list[str]]]:
    """Cut the columns' cells to what a record holds. Gives which, and their rows as they were.

    Raises PackFault for a cell that is longer than Excel itself allows.
    """
    cut: list[tuple[int, str]] = []
    uncut: dict[int, list[str]] = {}
    for number in page.long:
        cells = page.grid[number - 1]
        for at, text in enumerate(cells):
            if len(text) > MAX_CELL_CHARACTERS:
                place = f"{page.name}!{letters(at + 1)}{number}".removeprefix("!")
                raise PackFault(
                    f"{file} 的单元格 {place} 超过 32,767 个字，请缩短。",
                    f"{file} has more than 32,767 characters in the cell {place}: shorten it.",
                )
            if len(text) > LONGEST_VALUE and number > header.row and at in header.columns:
                uncut.setdefault(number, list(cells))
                cells[at] = text[:LONGEST_VALUE]
                cut.append((number, header.columns[at]))
    return tuple(cut), uncut


def _fill_merged(grid: Grid, merges: Merges, header: Header) -> dict[int, frozenset[str]]:
    """Write a merged cell's text into all its cells below the header. Gives which: row to columns."""
    filled: dict[int, set[str]] = {}
    steps = 0
    for (top, left), (bottom, right) in merges:
        if left != right or not header.row <= top < len(grid) or left >= len(grid[top]):
            continue  # a title across the sheet
        if left not in header.columns:
            continue  # nobody reads it, and what goes back shows it as it was
        steps += bottom - top
        if steps > MAX_CELLS:
            break  # merged ranges that lie over each other: no program writes so many
        for index in range(top + 1, min(bottom + 1, len(grid))):
            if left < len(grid[index]) and not grid[index][left].strip():
                grid[index][left] = grid[top][left]
                filled.setdefault(index + 1, set()).add(header.columns[left])
    return {row: frozenset(columns) for row, columns in filled.items()}


def records(table: Table, ledger: Ledger) -> Iterable[Row]:
    """The table's rows that hold a record; blank rows and sums are skipped, and listed in the ledger."""
    ledger.open_table(table)
    for number, column in table.cut:
        ledger.find(
            table.file,
            number,
            column,
            f"“{column}”超过 {LONGEST_VALUE:,} 个字，后面的没有读入。",
            f"{column} has more than {LONGEST_VALUE:,} characters: the rest was not read.",
        )
    for row in table.rows:
        why = _no_record(row)
        if why:
            ledger.skip(table.file, row.number, why)
        else:
            yield row


def _no_record(row: Row) -> str:
    first = row.first_filled()
    if not first:
        return "blank"
    if first.startswith(_TOTALS):
        return "total"
    return "" if row.holds_more_than(_ASIDES) else "blank"
