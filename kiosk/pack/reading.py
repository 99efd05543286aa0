"""Applies cleaning rules to the cells of a row and writes what was mended into the ledger."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from kiosk.pack.cleaning import Cleaned
from kiosk.pack.ledger import Ledger
from kiosk.pack.tables import Row

T = TypeVar("T")


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
