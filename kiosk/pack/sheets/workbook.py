"""Excel workbooks as grids of texts.

The reader lays a sheet out as one rectangle, so a single stray cell at XFD1048576 would ask for 500 GB and
abort the process. Therefore the cells' places are looked at first, in the raw XML.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from kiosk.pack.faults import PackFault

MAX_ROWS = 200_000
MAX_COLUMNS = 512
MAX_CELLS = 10_000_000
MAX_SHEETS = 20
MAX_UNPACKED_BYTES = 400 * 1024 * 1024
_CHUNK_BYTES = 1024 * 1024
_LONGEST_TAG_BYTES = 4096
_CELL = re.compile(rb"""<(?:\w+:)?c\b[^<>]*?\br=["']([A-Z]{1,3})([0-9]{1,7})["'][^<>]*?(/?)>""")

Grid = list[list[str]]
Merges = Sequence[tuple[tuple[int, int], tuple[int, int]]]
"""Merged ranges as (row, column) of their first and last cell, counted from 0."""


def sheets_of(path: Path) -> Iterator[tuple[Grid, Merges]]:
    """The workbook's visible sheets in order, each a grid of texts with the row numbers of Excel.

    Raises PackFault for what is no workbook, or one with cells too far out; OSError where it cannot be read.
    """
    import python_calamine  # noqa: PLC0415  40 ms that only a build pays

    if path.suffix.lower() != ".xls":
        check_places(path)
    try:
        with python_calamine.CalamineWorkbook.from_path(str(path)) as workbook:
            visible = [
                number
                for number, each in enumerate(workbook.sheets_metadata)
                if each.visible == python_calamine.SheetVisibleEnum.Visible
                and each.typ == python_calamine.SheetTypeEnum.WorkSheet
            ]
            for number in visible[:MAX_SHEETS]:
                sheet = workbook.get_sheet_by_index(number)
                rows = sheet.to_python(skip_empty_area=False)
                grid = [[cell_text(each) for each in cells] for cells in rows]
                yield grid, sheet.merged_cell_ranges or ()
    except (python_calamine.CalamineError, ValueError) as fault:
        raise _damaged(path) from fault


def check_places(path: Path) -> None:
    """Refuse a workbook that unpacks to too much, or has a filled cell too far out. Raises PackFault."""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(each.file_size for each in archive.infolist()) > MAX_UNPACKED_BYTES:
                raise PackFault(
                    f"{path.name} 解开后太大，请拆分。", f"{path.name} unpacks to more than 400 MB: split it."
                )
            for name in archive.namelist():
                if re.match(r"xl/worksheets/[^/]+\.xml$", name):
                    _check_sheet(path, archive, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as fault:
        raise _damaged(path) from fault  # RuntimeError: a member behind a password


def _check_sheet(path: Path, archive: zipfile.ZipFile, name: str) -> None:
    rest = b""
    rows = columns = 0
    with archive.open(name) as member:
        while chunk := member.read(_CHUNK_BYTES):
            data = rest + chunk
            for match in _CELL.finditer(data):
                if match[3]:
                    continue  # a blank cell that only has a colour
                rows, columns = max(rows, int(match[2])), max(columns, _column(match[1]))
                if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
                    place = (match[1] + match[2]).decode()
                    raise PackFault(
                        f"{path.name} 的单元格 {place} 太远，请删掉多余的内容再保存。",
                        f"{path.name} has a cell at {place}, too far out: clear it and save again.",
                    )
            rest = data[max(data.rfind(b"<"), len(data) - _LONGEST_TAG_BYTES) :]


def _column(letters: bytes) -> int:
    number = 0
    for each in letters:
        number = number * 26 + each - 64
    return number


def cell_text(value: object) -> str:
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


def _damaged(path: Path) -> PackFault:
    return PackFault(
        f"{path.name} 不是完整的 Excel 文件，请重新保存。",
        f"{path.name} is no whole Excel workbook: save it again.",
    )
