"""Every format and encoding that organisers send: the same rows come out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.pack.faults import PackFault
from kiosk.pack.sheets.delimited import separator
from kiosk.pack.sheets.kinds import STUDENTS
from kiosk.pack.sheets.ods_merges import ods_merges
from kiosk.pack.sheets.opening import read_pages
from kiosk.pack.sheets.tables import Table, read_table

DATA = Path(__file__).parent / "data"
ROWS = [
    ("姓名", "学校", "备注"),
    ("林远", "北京大学", "a,b;c"),
    ("李䶮", "清华大学", '两\n行 "引" 𬭎'),
    ("", "", "-1"),
]


def _delimited(rows: list[tuple[str, ...]], mark: str) -> str:
    return "".join(
        mark.join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) + "\r\n" for row in rows
    )


def _texts(table: Table) -> list[tuple[str, ...]]:
    return [(row["姓名"], row["学校"], row["备注"]) for row in table.rows]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "bom utf-16-be"]
)
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_texts_in_every_encoding_and_with_every_separator(tmp_path: Path, encoding: str, mark: str) -> None:
    text = _delimited(ROWS, mark)
    bom = "\ufeff" if encoding.startswith("bom ") else ""
    for name in ("学生预约名单.csv", "学生预约名单.tsv"):
        path = tmp_path / name
        path.write_bytes((bom + text).encode(encoding.removeprefix("bom ")))
        assert _texts(read_table(path, STUDENTS)) == ROWS[1:]


def test_a_text_under_an_old_excel_name(tmp_path: Path) -> None:
    path = tmp_path / "学生预约名单.xls"
    path.write_bytes(_delimited(ROWS, "\t").encode("gb18030"))
    assert _texts(read_table(path, STUDENTS)) == ROWS[1:]


def test_a_web_page_under_an_excel_name(tmp_path: Path) -> None:
    path = tmp_path / "学生预约名单.xls"
    path.write_text("\ufeff\r\n<HTML><table><tr><td>姓名\t</td></tr></table>", "utf-8")
    with pytest.raises(PackFault, match=r"学生预约名单\.xls is really a web page: open it in Excel"):
        read_table(path, STUDENTS)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("姓名,备注\n甲,a;b\n", ","),
        ("姓名\t备注\n甲,乙\t丙\n", "\t"),
        ("姓名；备注\n", "；"),
        ("姓名\n", ","),
        ("", ","),
    ],
)
def test_the_separator(text: str, mark: str) -> None:
    assert separator(text) == mark


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods"])
def test_workbooks_of_another_program(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"学生预约名单.{suffix}"
    shutil.copyfile(DATA / f"libreoffice.{suffix}", path)
    table = read_table(path, STUDENTS)
    assert (table.sheet, table.header_row, table.unknown) == ("名单", 2, ())
    assert table.columns == ("姓名", "学校", "手机号", "提交时间", "备注")
    assert table.header == ("姓 名*", "学校", "手机号", "提交时间", "备注")
    assert [table.letter(column) for column in ("姓名", "备注", "学号")] == ["A", "E", ""]
    assert [(row.number, row["姓名"], row["学校"], row["手机号"], row["提交时间"]) for row in table.rows] == [
        (3, "林远", "北京大学", "13000000001", "2026-11-09 09:01:00"),
        (4, "买买提·吐尔逊", "北京大学", "13000000002", "2026-11-10"),
        (5, "李䶮", "清华大学", "013000000003", "2.5"),
        (6, "", "", "", ""),
        (7, "合计", "3", "", ""),
    ]
    assert table.rows[0]["备注"] == "林远", "a formula is what it last gave"
    assert (table.rows[1]["备注"], table.rows[1].merged) == ("-5", frozenset({"学校"}))
    assert list(table.cells_of(4)) == ["买买提·吐尔逊", "", "13000000002", "2026-11-10", "-5"]
    assert (list(table.cells_of(0)), list(table.cells_of(99))) == ([], [])
    assert [page.name for page in read_pages(path)] == ["名单", "二"]


def test_merged_cells_of_an_ods_are_counted_with_repeats() -> None:
    content = (
        '<table:table table:name="a&amp;b"><table:table-row table:number-rows-repeated="3">'
        '<table:table-cell/></table:table-row><table:table-row table:number-rows-repeated="2"/>'
        "<table:table-row>"
        '<table:covered-table-cell table:number-columns-repeated="4"/>'
        '<table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="3"/></table:table-row>'
        '</table:table><table:table table:name="c"><table:table-row><table:table-cell'
        ' table:number-rows-spanned="2"/></table:table-row></table:table>'
    )
    assert ods_merges(content.encode()) == {"a&b": [((5, 4), (6, 6))], "c": [((0, 0), (1, 0))]}


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods"])
def test_a_workbook_is_known_by_what_it_holds(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / ("学生预约名单.xls" if suffix == "xlsx" else "学生预约名单.xlsx")
    shutil.copyfile(DATA / f"libreoffice.{suffix}", path)
    assert read_table(path, STUDENTS).rows[0]["姓名"] == "林远"
