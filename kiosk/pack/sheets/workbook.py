"""Excel workbooks as grids of texts."""

from __future__ import annotations

import gc
import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.pack.faults import PackFault
from kiosk.pack.sheets.places import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    NoSheetError,
    TooFarOutError,
    check_places,
    letters,
)
from kiosk.pack.sheets.unpacking import damaged, plainly_packed, read_member

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MAX_SHEETS = 20
_SMALL_BYTES = 1024 * 1024
_LONGEST_TAB_NAME = 31
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"<>]*)"')
LONGEST_VALUE = 4_000
"""Characters of a cell that a record may hold; the rest is cut off, and reported."""
_KEPT = (".xml", ".rels")
_LEFT = ("xl/media/", "xl/drawings/", "xl/theme/", "xl/charts/", "docprops/", "customxml/")

Grid = list[list[str]]
Merges = Sequence[tuple[tuple[int, int], tuple[int, int]]]
"""Merged ranges as (row, column) of their first and last cell, counted from 0."""


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of a workbook, or a whole csv file: row `i` of the grid is Excel's row `i + 1`."""

    name: str
    grid: Grid
    merges: Merges = ()
    long: Sequence[int] = ()
    """Rows (from 1) with more characters than LONGEST_VALUE."""


def xlsx_pages(path: Path) -> Iterator[Page]:
    """The visible sheets of an xlsx or xlsm in order, each a grid of texts with the row numbers of Excel.

    Raises PackFault for what is no workbook, or one with cells too far out; OSError where it cannot be read.
    """
    import python_calamine  # noqa: PLC0415  40 ms that only a build pays

    def check(member: str, data: bytes) -> None:
        try:
            check_places(data)
        except NoSheetError as fault:
            raise damaged(path) from fault
        except TooFarOutError as fault:
            where = f"{_sheet_name(path, member)}!{fault}".removeprefix("!")
            raise too_far_out(path.name, where) from fault

    try:
        with (
            plainly_packed(path, _wanted, check) as plain,
            python_calamine.load_workbook(plain) as workbook,
        ):
            yield from pages_in(workbook)
    except TooFarOutError as fault:
        raise too_far_out(path.name, str(fault)) from fault
    except (python_calamine.CalamineError, ValueError) as fault:
        raise damaged(path) from fault


def too_far_out(file: str, where: str) -> PackFault:
    """A sheet has something where no list of an organiser has anything, or is too large."""
    return PackFault(
        f"{file} 的单元格 {where} 太远，请删掉多余的内容再保存。",
        f"{file} has a cell at {where}, too far out: clear it and save again.",
    )


def _one_line(name: str) -> str:
    return " ".join(name.split())[:_LONGEST_TAB_NAME]


def _sheet_name(path: Path, member: str) -> str:
    """What the tab of that member is called; empty where the workbook does not say."""
    target = member.rpartition("/")[2].encode()
    relations = read_member(path, "xl/_rels/workbook.xml.rels", _SMALL_BYTES)
    for tag in re.findall(rb"<Relationship\s[^<>]*>", relations):
        about = dict(_ATTRIBUTE.findall(tag))
        if about.get(b"Target", b"").rpartition(b"/")[2] == target:
            for sheet in re.findall(rb"<sheet\s[^<>]*>", read_member(path, "xl/workbook.xml", _SMALL_BYTES)):
                says = dict(_ATTRIBUTE.findall(sheet))
                if says.get(b"r:id") == about.get(b"Id"):
                    name = html.unescape(says.get(b"name", b"").decode("utf-8", "replace"))
                    return _one_line(name)
    return ""


def _wanted(member: str) -> bool:
    name = member.lower()
    return name.endswith(_KEPT) and not name.startswith(_LEFT)


def pages_in(workbook: CalamineWorkbook) -> Iterator[Page]:
    """The workbook's visible sheets. Raises TooFarOutError where one, or all together, are too large."""
    import python_calamine  # noqa: PLC0415  see above

    visible = [
        number
        for number, each in enumerate(workbook.sheets_metadata)
        if each.visible == python_calamine.SheetVisibleEnum.Visible
        and each.typ == python_calamine.SheetTypeEnum.WorkSheet
    ]
    cells = 0
    for number in visible[:MAX_SHEETS]:
        sheet = workbook.get_sheet_by_index(number)
        last_row, last_column = sheet.end or (-1, -1)
        rows, columns = last_row + 1, last_column + 1
        cells += rows * columns
        if rows > MAX_ROWS or columns > MAX_COLUMNS or cells > MAX_CELLS:
            raise TooFarOutError(f"{_one_line(sheet.name)}!{letters(columns)}{rows}")
        grid, long = _grid(sheet)
        yield Page(sheet.name, grid, sheet.merged_cell_ranges or (), long)


def _grid(sheet: CalamineSheet) -> tuple[Grid, list[int]]:
    """The sheet's texts. No garbage is sought while rows pile up: there is none, and it takes a tenth."""
    was = gc.isenabled()
    gc.disable()
    try:
        return texts_of(list[list[Any]](sheet.to_python(skip_empty_area=False)))
    finally:
        if was:
            gc.enable()


def texts_of(rows: list[list[Any]]) -> tuple[Grid, list[int]]:
    """The cells as texts, in place, and the numbers of the rows with more than LONGEST_VALUE characters."""
    long: list[int] = []
    for at, cells in enumerate(rows):
        try:
            joined = "".join(cells)  # the quickest question whether all are texts
        except TypeError:
            rows[at] = [each if type(each) is str else cell_text(each) for each in cells]
            joined = "".join(rows[at])
        if len(joined) > LONGEST_VALUE:
            long.append(at + 1)
    return rows, long


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
