"""A preview on a terminal: counts, first rows as understood, what was mended, refused and found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kiosk.pack.records.ledger import Finding, Gravity
from kiosk.pack.returns.preview import FilePreview, Preview, RefusalGroup, RuleUse, ShownRow
from kiosk.pack.returns.wording import Mark, both, quoted, rows_text, visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

MOST_LINES = 12
"""Lines of one sort that a file shows; the workbook has them all."""
MOST_CELLS = 6
"""Cells of a first row."""
_LONGEST_CELL = 24
_NUMBERS = ("行数 rows", "空行 blank", "合计 sums", "读入 read", "采用 taken", "修正 mended", "退回 refused")
_STYLES = {Gravity.ERROR: "bold red", Gravity.LOOK: "cyan"}
_MARKS = {Gravity.ERROR: Mark.ERROR, Gravity.LOOK: Mark.LOOK}


def print_preview(preview: Preview, console: Console, *, most_lines: int = MOST_LINES) -> None:
    """Print it. Cells are shown with invisible characters made visible, and never as markup."""
    if preview.title:
        _line(console, preview.title, "bold")
    _print_tallies(preview, console)
    for file in preview.files:
        _print_file(file, console, most_lines)
    for gravity in (Gravity.ERROR, Gravity.LOOK):
        found = [each for each in preview.findings if each.gravity is gravity]
        if found:
            mark = _MARKS[gravity]
            _line(console, f"{mark.sign} {both(mark.words)} ({len(found)})", _STYLES[gravity])
            _lines(console, (_finding(each) for each in found), len(found), most_lines)


def _print_tallies(preview: Preview, console: Console) -> None:
    from rich.table import Table  # noqa: PLC0415  30 ms that only a terminal pays

    table = Table(box=None, pad_edge=False)
    table.add_column("文件 file", overflow="fold")
    for heading in _NUMBERS:
        table.add_column(heading.replace(" ", "\n"), justify="right")
    for each in (file.tally for file in preview.files):
        numbers = (
            each.rows,
            each.blank,
            each.totals,
            each.read,
            each.taken,
            each.mended,
            each.refused,
        )
        table.add_row(_text(each.file), *(str(number) for number in numbers))
    console.print(table)
    held = "√" if preview.balanced else "×"
    _line(console, f"{held} 采用 + 修正 + 退回 = 读入 taken + mended + refused = read", "dim")


def _print_file(file: FilePreview, console: Console, most: int) -> None:
    if not (file.first or file.rules or file.refused or file.unknown):
        return
    console.print()
    _line(console, file.tally.file, "bold")
    if file.unknown:
        _line(console, f"  不认识的列 unknown columns: {', '.join(file.unknown)}", "yellow")
    _lines(console, (_first(each) for each in file.first), len(file.first), most)
    _lines(console, (_rule(each) for each in file.rules), len(file.rules), most)
    _lines(console, (_refused(each) for each in file.refused), len(file.refused), most)


def _first(row: ShownRow) -> str:
    cells = [f"{column}={_short(text)}" for column, text in row.cells[:MOST_CELLS]]
    return f"  {row.number}: {' | '.join(cells)}{' | …' if len(row.cells) > MOST_CELLS else ''}"


def _rule(use: RuleUse) -> str:
    example = use.example
    change = f"{quoted(example.was)} → {quoted(example.became)}"
    where = f"第 {example.row} 行 row {example.row} {example.column}"
    return f"  {Mark.MENDED.sign} {use.cells} × {both(use.name)}: {change} ({where})"


def _refused(group: RefusalGroup) -> str:
    rows = rows_text(group.rows)
    return f"  {Mark.REFUSED.sign} {len(group.rows)} × {group.column} {both(group.reason)}: 行 rows {rows}"


def _finding(finding: Finding) -> str:
    where = f"{finding.file} {finding.row}" if finding.row else finding.file
    return f"  {where}: {both(finding.words)}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_CELL else text[:_LONGEST_CELL] + "…"


def _lines(console: Console, lines: Iterable[str], count: int, most: int) -> None:
    for shown, line in enumerate(lines):
        if shown == most:
            _line(console, f"  … 还有 {count - most} 项 and {count - most} more", "dim")
            return
        _line(console, line)


def _line(console: Console, text: str, style: str = "") -> None:
    console.print(_text(text, style), soft_wrap=True)


def _text(text: str, style: str = "") -> Text:
    from rich.text import Text  # noqa: PLC0415

    return Text(visible(text).replace("\n", "⏎"), style)
