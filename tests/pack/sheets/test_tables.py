"""Spreadsheets as tables: encodings, titles, merged cells, bounds, and what is no spreadsheet."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import openpyxl.styles
import pytest

from kiosk.pack.faults import PackFault
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.sheets import opening, places, unpacking
from kiosk.pack.sheets.kinds import EMPLOYERS, OPENINGS, SCHOOLS, STUDENTS
from kiosk.pack.sheets.tables import Sheet, header_key, read_table, records

PLAIN = Sheet("表", {"姓名": (), "手机号": ("电话",), "备注": ()}, ("姓名",))


def _csv(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "表.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    table = read_table(_csv(tmp_path, "姓名,电话\n林远,13000000001\n", encoding), PLAIN)
    assert [dict(row.cells) for row in table.rows] == [{"姓名": "林远", "手机号": "13000000001"}]


def test_a_rare_name_in_gb18030(tmp_path: Path) -> None:
    table = read_table(_csv(tmp_path, "姓名\n李䶮\n", "gb18030"), PLAIN)
    assert table.rows[0]["姓名"] == "李䶮"


def test_the_eight_characters_that_moved_in_gb18030_2022(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_bytes("姓名\n".encode("gb18030") + b"\xfe\x59\n")
    assert read_table(path, PLAIN).rows[0]["姓名"] == "\u9fb4"


def test_neither_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_bytes(b"\xff\xff\xff\n")
    with pytest.raises(PackFault, match=r"表\.csv is neither"):
        read_table(path, PLAIN)


def test_a_title_above_the_header_and_row_numbers_as_excel_shows_them(tmp_path: Path) -> None:
    text = '某某双选会,,\n\n序,姓 名*,电话（必填）\n1,"林\n远",1\n\n2,李远,2\n'
    table = read_table(_csv(tmp_path, text), PLAIN)
    assert [(row.number, row["姓名"]) for row in table.rows] == [(4, "林\n远"), (5, ""), (6, "李远")]


def test_totals_and_blank_rows_are_skipped_and_listed(tmp_path: Path) -> None:
    table = read_table(_csv(tmp_path, "姓名,备注\n林远,\n,\n,仅备注\n合计,2\n"), PLAIN)
    ledger = Ledger()
    taken = []
    for row in records(table, ledger):
        ledger.take(row.file, row.number)
        taken.append(row.number)
    assert taken == [2]
    assert [(skip.row, skip.why) for skip in ledger.skips] == [(3, "blank"), (4, "blank"), (5, "total")]
    assert ledger.tallies()[0].balanced


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackFault, match=r"表\.csv: no column 姓名"):
        read_table(_csv(tmp_path, "电话\n1\n"), PLAIN)


def test_an_empty_file(tmp_path: Path) -> None:
    with pytest.raises(PackFault, match="no column"):
        read_table(_csv(tmp_path, ""), PLAIN)


@pytest.mark.parametrize(
    ("text", "key"),
    [(" ２０２３届生源总数（人）* ", "生源总数"), ("姓 名", "姓名"), ("X(米)", "x"), ("", "")],
)
def test_headers_by_meaning(text: str, key: str) -> None:
    assert header_key(text) == key


def test_a_workbook_with_merged_cells_dates_and_numbers(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["标题", None, None])
    page.merge_cells("A1:C1")
    page.append(["单位名称", "岗位名称", "截止日期"])
    page.append(["甲公司", "工程师", date(2026, 12, 31)])
    page.append([None, 13000000001, datetime(2026, 12, 31, 9, 30)])  # noqa: DTZ001  Excel has no zones
    page.append([None, 2.5, 44895])
    page.merge_cells("A3:A4")
    path = tmp_path / "岗位需求表.xlsx"
    book.save(path)
    rows = read_table(path, OPENINGS).rows
    assert [row.number for row in rows] == [3, 4, 5]
    assert [row["单位名称"] for row in rows] == ["甲公司", "甲公司", ""]
    assert [sorted(row.merged) for row in rows] == [[], ["单位名称"], []]
    assert [row["岗位名称"] for row in rows] == ["工程师", "13000000001", "2.5"]
    assert [row["截止日期"] for row in rows] == ["2026-12-31", "2026-12-31 09:30:00", "44895"]


@pytest.mark.parametrize("data", [b"", b"not a workbook", b"PK\x03\x04 cut off"])
def test_a_damaged_workbook(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "岗位需求表.xlsx"
    path.write_bytes(data)
    with pytest.raises(PackFault, match=r"岗位需求表\.xlsx is no whole Excel workbook"):
        read_table(path, OPENINGS)


def _workbook(path: Path, **cells: object) -> Path:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for place, value in cells.items():
        page[place] = value
    book.save(path)
    return path


@pytest.mark.parametrize("place", ["XFD1048576", "A1048576", "XFD2", "SA150000"])
def test_a_stray_cell_far_out_is_refused_before_it_asks_for_all_memory(tmp_path: Path, place: str) -> None:
    path = _workbook(tmp_path / "表.xlsx", A1="姓名", A2="林远", **{place: "x"})
    with pytest.raises(PackFault, match=f"has a cell at Sheet!{place}, too far out"):
        read_table(path, PLAIN)


def test_a_blank_cell_far_out_does_no_harm(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page["A1"], page["A2"] = "姓名", "林远"
    page["XFD1048576"].font = openpyxl.styles.Font(bold=True)
    book.save(tmp_path / "表.xlsx")
    assert [row["姓名"] for row in read_table(tmp_path / "表.xlsx", PLAIN).rows] == ["林远"]


def test_a_workbook_that_unpacks_to_too_much(tmp_path: Path) -> None:
    path = _workbook(tmp_path / "表.xlsx", A1="姓名")
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/media/zeros.bin", "w", force_zip64=True) as member,
    ):
        for _ in range(unpacking.MAX_UNPACKED_BYTES // 2**20):
            member.write(bytes(2**20))
    assert path.stat().st_size < opening.MAX_FILE_BYTES
    with pytest.raises(PackFault, match="unpacks to more than 256 MB"):
        read_table(path, PLAIN)


def test_the_sheet_with_the_columns_is_read_whichever_it_is(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    notes = book.active
    assert notes is not None
    notes["A1"] = "填写说明"
    hidden = book.create_sheet("旧")
    hidden["A1"], hidden["A2"] = "姓名", "旧人"
    hidden.sheet_state = "hidden"
    page = book.create_sheet("名单")
    page["A1"], page["A2"] = "姓名", "林远"
    book.save(tmp_path / "表.xlsx")
    assert [row["姓名"] for row in read_table(tmp_path / "表.xlsx", PLAIN).rows] == ["林远"]


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    with path.open("wb") as file:
        file.truncate(opening.MAX_FILE_BYTES + 1)
    with pytest.raises(PackFault, match="larger than 20 MB"):
        read_table(path, PLAIN)


def test_too_many_rows(tmp_path: Path) -> None:
    with pytest.raises(PackFault, match="more than 200,000 rows"):
        read_table(_csv(tmp_path, "姓名\n" + "林\n" * places.MAX_ROWS), PLAIN)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(PackFault, match="cannot be read"):
        read_table(tmp_path / "表.csv", PLAIN)


DATA = Path(__file__).parents[1] / "data"


@pytest.mark.parametrize(
    ("file", "sheet", "rows", "skipped"),
    [
        ("参会单位汇总表_GBK.csv", EMPLOYERS, 11, [9, 13]),
        ("岗位需求表_UTF8BOM.csv", OPENINGS, 5, []),
        ("学生预约名单_UTF8.csv", STUDENTS, 8, []),
        ("校方展位表_反向洽谈会_GB18030.csv", SCHOOLS, 2, []),
    ],
)
def test_organisers_samples_are_read(file: str, sheet: Sheet, rows: int, skipped: list[int]) -> None:
    ledger = Ledger()
    table = read_table(DATA / file, sheet)
    for row in records(table, ledger):
        ledger.take(row.file, row.number)
    assert len(table.rows) == rows
    assert [skip.row for skip in ledger.skips] == skipped
    assert ledger.tallies()[0].balanced
