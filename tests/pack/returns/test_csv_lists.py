"""The lists for programs."""

from __future__ import annotations

import csv
from pathlib import Path

from kiosk.pack.records.ledger import Ledger
from kiosk.pack.returns.csv_lists import FINDINGS, MENDED, REFUSED, SKIPPED, TALLIES, write_csv_lists
from tests.pack.returns.ledgers import FILE, LOST, dirty


def _rows(path: Path) -> list[list[str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), (
        "Excel takes a csv without it for the local encoding"
    )
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_all_lists(tmp_path: Path) -> None:
    write_csv_lists(tmp_path, dirty())
    assert _rows(tmp_path / MENDED)[1:] == [[FILE, "3", "手机号", "1.3E+10", "", LOST]]
    assert _rows(tmp_path / REFUSED)[1:] == [[FILE, "4", "姓名", "", "没有姓名", "no name"]]
    assert _rows(tmp_path / SKIPPED)[1:] == [[FILE, "5", "空行"], [FILE, "6", "合计行"]]
    assert _rows(tmp_path / TALLIES) == [
        ["文件", "行数", "空行", "合计行", "读入", "采用", "修正", "退回", "核对"],
        [FILE, "7", "1", "1", "5", "3", "1", "1", "相符"],
    ]
    assert _rows(tmp_path / FINDINGS)[1:] == [
        [FILE, "7", "手机号", "这是公式。", "this is a formula."],
        [FILE, "8", "x", "两家一个展位。", "two on one stall."],
        ["平面图_1.svg", "", "A001", "展位重叠。", "stalls overlap."],
    ]


def test_a_cell_is_no_formula(tmp_path: Path) -> None:
    ledger = Ledger()
    ledger.open(FILE, 5)
    for row, text in enumerate(("=1+1", "+1", "-1", "@A1", "\t=1"), start=2):
        ledger.mend(FILE, row, "专业", text, "x", "degree")
        ledger.take(FILE, row)
    write_csv_lists(tmp_path, ledger)
    assert [row[3] for row in _rows(tmp_path / MENDED)[1:]] == ["'=1+1", "'+1", "'-1", "'@A1", "'\t=1"]


def test_a_row_that_vanished_is_said(tmp_path: Path) -> None:
    ledger = Ledger()
    ledger.open(FILE, 1)
    write_csv_lists(tmp_path, ledger)
    assert _rows(tmp_path / TALLIES)[1][-1] == "不符"
