"""Spreadsheets as tables: xlsx, or csv in UTF-8 or GB18030, with the row numbers that Excel shows.

The header is found by its meaning, so a title row may stand above it. Bounded in bytes and rows.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.pack.faults import PackFault
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.sheets.workbook import MAX_ROWS, Grid, Merges, sheets_of

MAX_FILE_BYTES = 20 * 1024 * 1024
HEADER_SEARCH_ROWS = 20
MAX_CELL_CHARACTERS = 4_000
_GB18030_2022 = dict(
    zip(
        (0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864, 0xE7C7, 0xE7C8),
        (0x9FB4, 0x9FB5, 0x9FB6, 0x9FB7, 0x9FB8, 0x9FB9, 0x9FBA, 0x9FBB, 0x1E3F, 0x01F9),
        strict=True,
    )
)
"""Python's gb18030 is the older map, which sends these to private code points that no font draws."""
_TOTALS = ("合计", "总计", "小计", "共计")
_ASIDES = frozenset({"备注", "序号"})
"""Columns that make no record by themselves."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet is called and which columns it may have: canonical name to synonyms."""

    name: str
    columns: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the header. `number` is Excel's; `cells` are raw texts by canonical column."""

    file: str
    number: int
    cells: Mapping[str, str]
    merged: frozenset[str] = frozenset()
    """Columns whose cell is blank because it is merged with the one above; `cells` holds that one's text."""

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet that was read."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def find_file(folder: Path, stem: str) -> Path | None:
    """The sheet of that name in the folder, as xlsx or csv; None where there is none."""
    for suffix in (".xlsx", ".csv", ".xls"):
        path = folder / (stem + suffix)
        if path.is_file():
            return path
    return None


def read_table(path: Path, sheet: Sheet) -> Table:
    """Read one file as `sheet`: of a workbook the first visible sheet that has the required columns.

    Raises PackFault where it cannot be read or no sheet has them.
    """
    missing: PackFault | None = None
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise PackFault(
                f"{path.name} 超过 20 MB，请拆分后再试。",
                f"{path.name} is larger than 20 MB: split it and try again.",
            )
        for grid, merges in _grids(path):
            header, columns = _find_header(grid, sheet)
            absent = [name for name in sheet.required if name not in columns.values()]
            if not absent:
                return _table(path.name, grid, merges, header, columns)
            missing = missing or _no_column(path.name, absent)
    except OSError as fault:
        raise PackFault(
            f"{path.name} 读不出来：{fault.strerror}。", f"{path.name} cannot be read: {fault.strerror}."
        ) from fault
    raise missing or _no_column(path.name, sheet.required)


def _no_column(file: str, names: Sequence[str]) -> PackFault:
    return PackFault(
        f"{file}：没有找到列 {'、'.join(names)}，请检查表头。",
        f"{file}: no column {', '.join(names)} was found: look at its header row.",
    )


def _grids(path: Path) -> Iterator[tuple[Grid, Merges]]:
    if path.suffix.lower() == ".csv":
        yield _csv_grid(path), ()
    else:
        yield from sheets_of(path)


def _table(file: str, grid: Grid, merges: Merges, header: int, columns: Mapping[int, str]) -> Table:
    if len(grid) > MAX_ROWS:
        raise PackFault(f"{file} 超过 20 万行，请拆分。", f"{file} has more than 200,000 rows: split it.")
    merged = _fill_merged(grid, merges, header)
    rows = tuple(
        Row(
            file,
            number,
            {name: cells[at][:MAX_CELL_CHARACTERS] for at, name in columns.items() if at < len(cells)},
            frozenset(columns[at] for at in merged.get(number, ()) if at in columns),
        )
        for number, cells in enumerate(grid, start=1)
        if number > header
    )
    return Table(file, tuple(columns.values()), rows)


def _fill_merged(grid: Grid, merges: Merges, header: int) -> dict[int, set[int]]:
    """Write a merged cell's text into all its cells below the header. Gives which: row to columns."""
    filled: dict[int, set[int]] = {}
    for (top, left), (bottom, right) in merges:
        if left != right or not header <= top < len(grid) or left >= len(grid[top]):
            continue  # a title across the sheet
        for index in range(top + 1, min(bottom + 1, len(grid))):
            if left < len(grid[index]) and not grid[index][left].strip():
                grid[index][left] = grid[top][left]
                filled.setdefault(index + 1, set()).add(left)
    return filled


def records(table: Table, ledger: Ledger) -> Iterable[Row]:
    """The table's rows that hold a record; blank rows and sums are skipped, and listed in the ledger."""
    ledger.open(table.file, len(table.rows))
    for row in table.rows:
        why = _no_record(row)
        if why:
            ledger.skip(table.file, row.number, why)
        else:
            yield row


def _no_record(row: Row) -> str:
    filled = {column: text for column, text in row.cells.items() if text.strip()}
    if not filled:
        return "blank"
    first = next(iter(filled.values())).strip()
    if first.startswith(_TOTALS):
        return "total"
    return "blank" if filled.keys() <= _ASIDES else ""


def header_key(text: str) -> str:
    """A header cell made comparable: no width, space, remark in brackets, star or year of graduation.

    >>> header_key(" ２０２３届生源总数（人）* ")
    '生源总数'
    """
    folded = unicodedata.normalize("NFKC", text)
    folded = re.sub(r"\(.*?\)", "", folded)
    folded = re.sub(r"^\d{4}届", "", folded.strip())
    return re.sub(r"[\s*:_]+", "", folded).casefold()


def _find_header(grid: Grid, sheet: Sheet) -> tuple[int, dict[int, str]]:
    names = {header_key(text): name for name, synonyms in sheet.columns.items() for text in (name, *synonyms)}
    best: tuple[int, dict[int, str]] = (0, {})
    for number, cells in enumerate(grid[:HEADER_SEARCH_ROWS], start=1):
        found: dict[int, str] = {}
        for index, text in enumerate(cells):
            name = names.get(header_key(text))
            if name is not None and name not in found.values():
                found[index] = name
        if len(found) > len(best[1]):
            best = (number, found)
    return best


def _csv_grid(path: Path) -> Grid:
    data = path.read_bytes()
    text = _decode(path.name, data)
    grid: Grid = []
    try:
        for cells in csv.reader(io.StringIO(text, newline="")):
            grid.append(cells)
            if len(grid) > MAX_ROWS:
                break
    except csv.Error as fault:
        raise PackFault(
            f"{path.name} 第 {len(grid) + 1} 行不是完整的 CSV。",
            f"{path.name} row {len(grid) + 1} is no well-formed CSV: {fault}.",
        ) from fault
    return grid


def _decode(file: str, data: bytes) -> str:
    """UTF-8 strictly, then GB18030 strictly: the other order corrupts UTF-8 silently."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
            return text.translate(_GB18030_2022) if encoding == "gb18030" else text
        except UnicodeDecodeError:
            continue
    raise PackFault(
        f"{file} 既不是 UTF-8 也不是 GB18030，请在 Excel 里另存为 CSV UTF-8。",
        f"{file} is neither UTF-8 nor GB18030: save it from Excel as CSV UTF-8.",
    )
