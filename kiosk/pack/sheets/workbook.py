"""Excel workbooks as grids of texts."""

from __future__ import annotations

import gc
import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.pack.faults import PackFault
from kiosk.pack.sheets.places import NoSheetError, TooFarOutError, check_places
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
            raise _too_far_out(path, member, str(fault)) from fault

    try:
        with (
            plainly_packed(path, _wanted, check) as plain,
            python_calamine.load_workbook(plain) as workbook,
        ):
            yield from pages_in(workbook)
    except (python_calamine.CalamineError, ValueError) as fault:
        raise damaged(path) from fault


def _too_far_out(path: Path, member: str, place: str) -> PackFault:
    where = f"{_sheet_name(path, member)}!{place}".removeprefix("!")
    return PackFault(
        f"{path.name} 的单元格 {where} 太远，请删掉多余的内容再保存。",
        f"{path.name} has a cell at {where}, too far out: clear it and save again.",
    )


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
                    return " ".join(name.split())[:_LONGEST_TAB_NAME]
    return ""


def _wanted(member: str) -> bool:
    name = member.lower()
    return name.endswith(_KEPT) and not name.startswith(_LEFT)


def pages_in(
    workbook: CalamineWorkbook, check: Callable[[str, int, int], None] = lambda _name, _rows, _columns: None
) -> Iterator[Page]:
    """The workbook's visible sheets. `check` gets each one's name, rows and columns before it is laid out."""
    import python_calamine  # noqa: PLC0415  see above

    visible = [
        number
        for number, each in enumerate(workbook.sheets_metadata)
        if each.visible == python_calamine.SheetVisibleEnum.Visible
        and each.typ == python_calamine.SheetTypeEnum.WorkSheet
    ]
    for number in visible[:MAX_SHEETS]:
        sheet = workbook.get_sheet_by_index(number)
        check(sheet.name, sheet.total_height, sheet.total_width)
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
