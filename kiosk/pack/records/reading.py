"""Applies cleaning rules to the cells of a row and writes what was mended into the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from kiosk.domain.words import Words
from kiosk.pack.cleaning import rules
from kiosk.pack.cleaning.private import BLANKED, without_identity_numbers
from kiosk.pack.cleaning.texts import Cleaned, person_name
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.sheets.places import letters
from kiosk.pack.sheets.tables import Row, Rows, Table, records

T = TypeVar("T")
_SHORTEST = 14
"""Characters; a cell that has no more holds no identity number."""
LONGEST_NAME = 60
"""No person's name is longer; what is longer fits no badge."""


def shown(value: object) -> str:
    """A value as it stands in the list of mends."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "/".join(str(each) for each in value)
    return str(value)


class Origin(NamedTuple):
    """Where an entry was first read."""

    file: str
    row: int

    def seen_from(self, file: str) -> Words:
        """It in words, as a row of `file` speaks of it: the file is named where it is another."""
        where = "" if file == self.file else f"{self.file} "
        return Words(f"{where}第 {self.row} 行", f"{where}row {self.row}")


def origin(row: Row) -> Origin:
    """Where the row stands."""
    return Origin(row.file, row.number)


def rows_of(tables: Iterable[Table], ledger: Ledger) -> Iterator[Row]:
    """The rows of all tables that hold a record, without identity numbers."""
    for table in tables:
        yield from records(without_private(table, ledger), ledger)


def clean(
    ledger: Ledger, row: Row, column: str, rule: Callable[[str], Cleaned[T]], show: Callable[[T], str] = shown
) -> T:
    """The cell's value by `rule`; a mend is listed."""
    found = rule(row[column])
    if found.rule:
        note(ledger, row, column, row[column], show(found.value), found.rule)
    return found.value


def note(ledger: Ledger, row: Row, column: str, was: str, became: str, name: str) -> None:
    """List a mend. Where the rule left something out, a finding asks the organiser to write it anew.

    A cell that stays as it was is no mend. The finding is printed, so it does not quote the cell.
    """
    if was != became:
        ledger.mend(row.file, row.number, column, without_identity_numbers(was), became, name)
    found = rules.rule(name)
    if found.gravity is rules.Gravity.LOST:
        ledger.find(
            row.file,
            row.number,
            column,
            f"{column}：{found.name.zh}。{found.explanation.zh}",
            f"{column}: {found.name.en}. {found.explanation.en}",
        )


def without_private(table: Table, ledger: Ledger) -> Table:
    """The sheet without identity numbers, in whatever column: no record, list or workbook may quote one.

    A column that has them is found once, with its first row and how many; cells of a known column are mends
    too. To be called before anything else looks at the rows.
    """
    grid = list(table.grid)
    found = _blank_private(grid)
    if not found:
        return table
    names = {at: column for column, at in table.places.items()}
    for at, numbers in found.items():
        _find_private(table, names.get(at) or _header_of(table, at), numbers, ledger)
        for number in numbers if at in names else ():
            ledger.mend(table.file, number, names[at], BLANKED, grid[number - 1][at], "identity number")
    rows = Rows(table.file, grid, table.header_row, table.places, table.merged)
    return replace(table, rows=rows, grid=grid)


def _blank_private(grid: list[Sequence[str]]) -> dict[int, list[int]]:
    """Blank the identity numbers in the grid, in new rows. Gives where: index of a column to row numbers."""
    found: dict[int, list[int]] = {}
    for index, cells in enumerate(grid):
        for at, text in enumerate(cells):
            if len(text) > _SHORTEST and (blanked := without_identity_numbers(text)) is not text:
                row = list(grid[index])
                row[at] = blanked.replace(BLANKED, "").strip()
                grid[index] = row
                found.setdefault(at, []).append(index + 1)
    return found


def _header_of(table: Table, at: int) -> str:
    text = table.header[at].strip() if at < len(table.header) else ""
    return text or letters(at + 1)


def _find_private(table: Table, column: str, numbers: Sequence[int], ledger: Ledger) -> None:
    words = rules.rule("identity number").explanation
    more = len(numbers) - 1
    zh = f"第 {numbers[0]} 行起共 {more + 1} 格" if more else f"第 {numbers[0]} 行"
    en = f"row {numbers[0]} and {more} more" if more else f"row {numbers[0]}"
    ledger.find(
        table.file,
        numbers[0],
        column,
        f"“{column}”{zh}有身份证号。{words.zh}",
        f"{column} has identity numbers in {en}. {words.en}",
    )


def read_name(ledger: Ledger, row: Row) -> str:
    """The person's name in 姓名; empty where there is none, and then the row is refused."""
    name = clean(ledger, row, "姓名", person_name)
    if not name:
        ledger.refuse(row.file, row.number, "姓名", row["姓名"], Words("没有姓名", "no name"))
    elif len(name) > LONGEST_NAME:
        ledger.refuse(row.file, row.number, "姓名", row["姓名"], Words("姓名太长", "too long for a name"))
        return ""
    return name
