"""Spreadsheets as tables: xlsx, or csv in UTF-8 or GB18030, with the row numbers that Excel shows.

The header is found by its meaning, so a title row may stand above it. Bounded in bytes and rows.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from kiosk.pack.faults import PackFault
from kiosk.pack.ledger import Ledger

MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_ROWS = 200_000
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


Grid = list[list[str]]
Merges = Sequence[tuple[tuple[int, int], tuple[int, int]]]
"""Merged ranges as (row, column) of their first and last cell, counted from 0."""


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
    """Read one file as `sheet`. Raises PackFault where it cannot be read or has not the required columns."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise PackFault(
                f"{path.name} 超过 20 MB，请拆分后再试。",
                f"{path.name} is larger than 20 MB: split it and try again.",
            )
        grid, merges = (_csv_grid(path), ()) if path.suffix.lower() == ".csv" else _workbook_grid(path)
    except OSError as fault:
        raise PackFault(
            f"{path.name} 读不出来：{fault.strerror}。", f"{path.name} cannot be read: {fault.strerror}."
        ) from fault
    if len(grid) > MAX_ROWS:
        raise PackFault(
            f"{path.name} 超过 20 万行，请拆分。", f"{path.name} has more than 200,000 rows: split it."
        )
    header, columns = _find_header(path.name, grid, sheet)
    merged = _fill_merged(grid, merges, header)
    rows = tuple(
        Row(
            path.name,
            number,
            {name: cells[index] for index, name in columns.items() if index < len(cells)},
            frozenset(columns[index] for index in merged.get(number, ()) if index in columns),
        )
        for number, cells in enumerate(grid, start=1)
        if number > header
    )
    return Table(path.name, tuple(columns.values()), rows)


def _fill_merged(grid: Grid, merges: Merges, header: int) -> dict[int, set[int]]:
    """Write a merged cell's text into all its cells below the header. Gives which: row to columns."""
    filled: dict[int, set[int]] = {}
    for (top, left), (bottom, right) in merges:
        if left != right or top < header or bottom >= len(grid) or left >= len(grid[top]):
            continue  # a title across the sheet
        for index in range(top + 1, bottom + 1):
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


def _find_header(file: str, grid: Sequence[Sequence[str]], sheet: Sheet) -> tuple[int, dict[int, str]]:
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
    missing = [name for name in sheet.required if name not in best[1].values()]
    if missing:
        raise PackFault(
            f"{file}：没有找到列 {'、'.join(missing)}，请检查表头。",
            f"{file}: no column {', '.join(missing)} was found: look at its header row.",
        )
    return best


def _csv_grid(path: Path) -> Grid:
    data = path.read_bytes()
    text = _decode(path.name, data)
    grid: Grid = []
    try:
        for cells in csv.reader(io.StringIO(text, newline="")):
            grid.append([_cell(each) for each in cells])
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


def _workbook_grid(path: Path) -> tuple[Grid, Merges]:
    import python_calamine  # noqa: PLC0415  40 ms that only a build pays

    try:
        with python_calamine.CalamineWorkbook.from_path(str(path)) as workbook:
            sheet = workbook.get_sheet_by_index(0)
            if sheet.total_height > MAX_ROWS:
                return [[]] * (MAX_ROWS + 1), ()
            grid = [
                [_cell(_text(each)) for each in cells] for cells in sheet.to_python(skip_empty_area=False)
            ]
            return grid, sheet.merged_cell_ranges or ()
    except (python_calamine.CalamineError, IndexError) as fault:
        raise PackFault(
            f"{path.name} 不是完整的 Excel 文件，请重新保存。",
            f"{path.name} is no whole Excel workbook: save it again.",
        ) from fault


def _cell(text: str) -> str:
    return text[:MAX_CELL_CHARACTERS]


def _text(value: object) -> str:
    """A workbook's cell as a person would read it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    return str(value)
