"""Applies cleaning rules to the cells of a row and writes what was mended into the ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from kiosk.domain.fair import Words
from kiosk.pack.cleaning import rules
from kiosk.pack.cleaning.private import BLANKED, without_identity_numbers
from kiosk.pack.cleaning.texts import Cleaned, person_name
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.sheets.tables import Row, Table

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
    """The table without identity numbers, which no list may quote; each cell that had one is listed.

    To be called before anything else looks at the rows.
    """
    rows = tuple(_without_private(row, ledger) for row in table.rows)
    same = all(old is new for old, new in zip(table.rows, rows, strict=True))
    return table if same else replace(table, rows=rows)


def _without_private(row: Row, ledger: Ledger) -> Row:
    found: dict[str, str] = {}
    for column, was in row.cells.items():
        text = without_identity_numbers(was) if len(was) > _SHORTEST else was
        if text is not was:
            found[column] = text.replace(BLANKED, "").strip()
            note(ledger, row, column, BLANKED, found[column], "identity number")
    return Row(row.file, row.number, {**row.cells, **found}, row.merged) if found else row


def read_name(ledger: Ledger, row: Row) -> str:
    """The person's name in 姓名; empty where there is none, and then the row is refused."""
    name = clean(ledger, row, "姓名", person_name)
    if not name:
        ledger.refuse(row.file, row.number, "姓名", row["姓名"], Words("没有姓名", "no name"))
    elif len(name) > LONGEST_NAME:
        ledger.refuse(row.file, row.number, "姓名", row["姓名"], Words("姓名太长", "too long for a name"))
        return ""
    return name
