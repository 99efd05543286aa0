"""Whatever we export reads back the same: xlsx by XlsxWriter, csv with its quote before a formula."""

from __future__ import annotations

import csv
import io
import os

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.pack.records.ledger import Ledger
from kiosk.pack.sheets.delimited import guarded, unguarded
from kiosk.pack.sheets.kinds import STUDENTS
from kiosk.pack.sheets.opening import read_pages
from kiosk.pack.sheets.tables import read_table, records

EXAMPLES = 2_000 if os.environ.get("FAIR_KIOSK_LONG") else 40
ODD = st.sampled_from(
    [
        "=1+1", "+8613", "-5", "@x", "'", "'=1", "''-", "\t", "\r", "\n", "a\r\nb", "_x0041_", "&amp;", "<c>",
        "]]>", "1e5", "2026-11-31", " 林 ", "\u202e", "\u200b", "\x07", "\x7f", "\x85", "\u2028", "𬭎", "䶮",
        "\ufeff", ",", '"', ";", "01",
    ]
)  # fmt: skip
TEXT = st.one_of(
    ODD,
    st.text(st.characters(codec="utf-8", exclude_characters="\0\ufffe\uffff"), max_size=20),
    st.lists(ODD, max_size=4).map("".join),
)
GRID = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(TEXT, min_size=width, max_size=width).map(tuple), min_size=1, max_size=6)
)


def _trimmed(grid: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Without the blank cells at the right and the blank rows at the end, which no format keeps."""
    rows = [tuple(row[: max((at + 1 for at, text in enumerate(row) if text), default=0)]) for row in grid]
    while rows and not rows[-1]:
        rows.pop()
    return rows


@settings(max_examples=EXAMPLES, deadline=None)
@given(grid=GRID)
def test_a_workbook_reads_back(tmp_path_factory: pytest.TempPathFactory, grid: list[tuple[str, ...]]) -> None:
    path = tmp_path_factory.getbasetemp() / "out.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("名单")
        for row, cells in enumerate(grid):
            for column, text in enumerate(cells):
                sheet.write_string(row, column, text)
    (page,) = read_pages(path)
    assert _trimmed([tuple(row) for row in page.grid]) == _trimmed(grid)


@settings(max_examples=EXAMPLES, deadline=None)
@given(grid=GRID)
def test_a_csv_file_reads_back(tmp_path_factory: pytest.TempPathFactory, grid: list[tuple[str, ...]]) -> None:
    path = tmp_path_factory.getbasetemp() / "out.csv"
    text = io.StringIO(newline="")
    csv.writer(text).writerows([guarded(cell) for cell in row] for row in (("姓名",) * len(grid[0]), *grid))
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
    (page,) = read_pages(path)
    assert _trimmed([tuple(row) for row in page.grid[1:]]) == _trimmed(grid)


@given(text=TEXT)
def test_a_guarded_text_is_no_formula_and_comes_back(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(guarded(text)) == text


@settings(max_examples=EXAMPLES, deadline=None)
@given(
    rows=st.lists(
        st.tuples(*[st.sampled_from(["", "林远", "合计", "=1", "小计：", " ", "1", "x" * 5_000]) | TEXT] * 3),
        max_size=8,
    )
)
def test_no_row_vanishes(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]]) -> None:
    """Taken + skipped = all rows below the header, and what is skipped is blank or a sum."""
    path = tmp_path_factory.getbasetemp() / "rows.csv"
    text = io.StringIO(newline="")
    csv.writer(text).writerows([("序号", "姓名", "学校"), *rows, ("", "周一", "北大")])
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
    table, ledger = read_table(path, STUDENTS), Ledger()
    taken = []
    for row in records(table, ledger):
        ledger.take(row.file, row.number)
        taken.append(row.number)
    skipped = [each.row for each in ledger.skips]
    assert sorted(taken + skipped) == [row.number for row in table.rows] == list(range(2, len(rows) + 3))
    assert len(table.grid) == len(rows) + 2
    assert ledger.tallies()[0].balanced
