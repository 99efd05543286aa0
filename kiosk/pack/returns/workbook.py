"""The workbook that goes back to the organiser: a summary, their own rows sheet by sheet, and findings."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from kiosk.pack.files import sync_file, sync_folder
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.returns import rows_page, summary_page
from kiosk.pack.returns.notes import general_findings, notes_of, written
from kiosk.pack.returns.page import Looks, Page, sheet_name
from kiosk.pack.returns.preview import preview_of

SUMMARY = "总表 Summary"
FINDINGS = "整体 As a whole"
_SAME_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands for the day of writing, so that the same sheets give the same bytes."""


def write_workbook(path: Path, ledger: Ledger, title: str, *, all_rows: bool = False) -> None:
    """Write `path` whole, mode 0600: it quotes the organiser's cells, which are personal data.

    Of each sheet the rows that were mended, refused or found wanting; with `all_rows` every one. Raises
    OSError where it cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix=".writing", dir=path.parent) as folder:
        made = Path(folder) / path.name
        _write(made, ledger, title, all_rows=all_rows)
        made.chmod(0o600)
        sync_file(made)
        made.replace(path)
    sync_folder(path.parent)


def _write(path: Path, ledger: Ledger, title: str, *, all_rows: bool) -> None:
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415  60 ms that only a report pays
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415

    # Rows are held in files while the workbook is written: beside it, not where other users' files are.
    book = Workbook(str(path), {"constant_memory": True, "tmpdir": str(path.parent)})
    book.set_properties({"title": title, "created": _SAME_DAY})
    looks = Looks(book)
    used: set[str] = {SUMMARY.casefold(), FINDINGS.casefold()}
    preview = preview_of(ledger, title, people=True)
    names = {
        each.tally.file: sheet_name(each.tally.file, used)
        for each in preview.files
        if all_rows or any(notes.worth_showing for notes in notes_of(ledger, each.tally.file))
    }
    summary = Page(book, looks, SUMMARY, summary_page.LEAST, summary_page.MOST)
    summary_page.write_summary(summary, preview, names)
    whole = general_findings(ledger)
    if whole:
        findings = Page(book, looks, FINDINGS, summary_page.FINDINGS_LEAST, summary_page.FINDINGS_MOST)
        summary_page.write_findings(findings, whole)
    for file, name in names.items():
        page = Page(book, looks, name, rows_page.LEAST, rows_page.MOST)
        rows_page.write_rows(page, ledger, written(ledger, file), all_rows=all_rows)
    try:
        book.close()
    except FileCreateError as fault:
        raise fault.args[0] from fault  # the OSError that XlsxWriter wrapped
