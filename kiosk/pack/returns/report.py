"""The report of a build: the organiser's workbook, and the same as csv lists for programs."""

from __future__ import annotations

from pathlib import Path

from kiosk.pack.records.ledger import Ledger
from kiosk.pack.returns.csv_lists import write_csv_lists
from kiosk.pack.returns.workbook import write_workbook

WORKBOOK = "给组织者.xlsx"


def write_report(folder: Path, ledger: Ledger, title: str, *, all_rows: bool = False) -> Path:
    """Write the workbook and the lists into `folder`, which is made where it is missing. Gives the workbook.

    All quote the organiser's cells: personal data, mode 0600. `all_rows` is write_workbook's. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    write_csv_lists(folder, ledger)
    write_workbook(folder / WORKBOOK, ledger, title, all_rows=all_rows)
    return folder / WORKBOOK
