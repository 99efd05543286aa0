"""The workbook as two other programs read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import python_calamine
from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True)
class ReadBack:
    """A sheet's cells as texts by calamine and by openpyxl; a cell that is not there is an empty text."""

    calamine: dict[str, list[list[str]]]
    openpyxl: dict[str, list[list[str]]]

    def rows(self, name: str) -> list[list[str]]:
        """The sheet's cells, which both programs read alike."""
        assert self.calamine[name] == self.openpyxl[name]
        return self.openpyxl[name]


def read_back(path: Path) -> ReadBack:
    """Read all sheets; each as one rectangle from A1."""
    with python_calamine.CalamineWorkbook.from_path(str(path)) as book:
        by_calamine = {
            name: [
                [_text(each) for each in cells]
                for cells in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            ]
            for name in book.sheet_names
        }
    other = openpyxl.load_workbook(path)
    by_openpyxl = {
        sheet.title: [[_unescaped(each.value) for each in cells] for cells in sheet.iter_rows()]
        for sheet in other.worksheets
    }
    other.close()
    return ReadBack(by_calamine, by_openpyxl)


def sheet_of(path: Path, name: str) -> Worksheet:
    """A sheet with its looks."""
    found = openpyxl.load_workbook(path)[name]
    assert isinstance(found, Worksheet)
    return found


def _unescaped(value: object) -> str:
    """openpyxl leaves ST_Xstring's escape, _x005F_, where it stands in an inline string; Excel does not."""
    return re.sub(r"_x005F(?=_x[0-9A-Fa-f]{4}_)", "", _text(value))


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
