"""What was mended, refused, skipped and found, and the sums, as csv files: programs and Excel read them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from kiosk.pack.files import write_whole
from kiosk.pack.records.ledger import TOTAL, Ledger, Mend, Refusal
from kiosk.pack.sheets.delimited import guarded

MENDED = "mended.csv"
REFUSED = "refused.csv"
SKIPPED = "skipped.csv"
FINDINGS = "findings.csv"
TALLIES = "rows.csv"


def write_csv_lists(folder: Path, ledger: Ledger) -> None:
    """Write the lists. They quote cells, so they are personal data: mode 0600."""
    _write(
        folder / MENDED,
        ("文件", "行", "列", "原来", "改为", "规则"),
        (
            (each.file, each.row, each.column, each.was, each.became, each.rule)
            for each in _in_order(ledger, ledger.mends)
        ),
    )
    _write(
        folder / REFUSED,
        ("文件", "行", "列", "内容", "原因", "Reason"),
        (
            (each.file, each.row, each.column, each.value, each.reason.zh, each.reason.en)
            for each in _in_order(ledger, ledger.refusals)
        ),
    )
    _write(
        folder / SKIPPED,
        ("文件", "行", "原因"),
        ((each.file, each.row, "合计行" if each.why == TOTAL else "空行") for each in ledger.skips),
    )
    _write(
        folder / FINDINGS,
        ("文件", "行", "对象", "说明", "Finding"),
        ((each.file, each.row or "", each.subject, each.words.zh, each.words.en) for each in ledger.findings),
    )
    _write(
        folder / TALLIES,
        ("文件", "行数", "空行", "合计行", "读入", "采用", "修正", "退回", "核对"),
        (
            (
                each.file,
                each.rows,
                each.blank,
                each.totals,
                each.read,
                each.taken,
                each.mended,
                each.refused,
                "相符" if each.balanced else "不符",
            )
            for each in ledger.tallies()
        ),
    )


_Entry = TypeVar("_Entry", Mend, Refusal)


def _in_order(ledger: Ledger, entries: Iterable[_Entry]) -> list[_Entry]:
    """By file as read, then by row: cancelled bookings are read last."""
    files = [tally.file for tally in ledger.tallies()]
    return sorted(entries, key=lambda each: (files.index(each.file), each.row))


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([_cell(each) for each in row] for row in rows)
    write_whole(path, text.getvalue().encode("utf-8-sig"), 0o600)


def _cell(value: object) -> object:
    """A text that a spreadsheet does not take for a formula."""
    return guarded(value) if isinstance(value, str) else value
