"""Applies cleaning rules to the cells of a row and writes what was mended into the ledger."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from kiosk.domain.fair import Words
from kiosk.pack.cleaning.texts import Cleaned, person_name
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.sheets.tables import Row

T = TypeVar("T")
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
        ledger.mend(row.file, row.number, column, row[column], show(found.value), found.rule)
    return found.value


def read_name(ledger: Ledger, row: Row) -> str:
    """The person's name in 姓名; empty where there is none, and then the row is refused."""
    name = clean(ledger, row, "姓名", person_name)
    if not name:
        ledger.refuse(row.file, row.number, "姓名", row["姓名"], Words("没有姓名", "no name"))
    elif len(name) > LONGEST_NAME:
        ledger.refuse(row.file, row.number, "姓名", row["姓名"], Words("姓名太长", "too long for a name"))
        return ""
    return name
