"""Which file is which kind of sheet: by name, by header, several of one kind, several kinds in one."""

from __future__ import annotations

import os
from pathlib import Path

import openpyxl
import pytest

from kiosk.pack.faults import PackFault
from kiosk.pack.sheets.finding import KINDS, kind_by_name, survey
from kiosk.pack.sheets.headers import column_of, header_key
from kiosk.pack.sheets.kinds import (
    DELEGATIONS,
    EMPLOYERS,
    GEOMETRY,
    OPENINGS,
    PARTICIPANTS,
    POOLS,
    PROGRAMME,
    SCHOOLS,
    STUDENTS,
)
from kiosk.pack.sheets.tables import Sheet

STUDENT_ROWS = (("姓名", "学校", "手机号"), ("林远", "北京大学", "13000000001"))
OPENING_ROWS = (("单位名称", "岗位名称", "需求专业"), ("甲公司", "工程师", "机械"))
EMPLOYER_ROWS = (("单位名称", "展位号"), ("甲公司", "A001"))


def _text(path: Path, rows: tuple[tuple[str, ...], ...]) -> None:
    path.write_text("".join(",".join(row) + "\n" for row in rows), "utf-8")


def _book(path: Path, **sheets: tuple[tuple[str, ...], ...]) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    book.save(path)


def test_one_list_over_several_files_in_the_order_of_people(tmp_path: Path) -> None:
    for name in ("学生预约名单_10.csv", "学生预约名单_2.csv", "学生预约名单（第二批）.csv"):
        _text(tmp_path / name, STUDENT_ROWS)
    _book(tmp_path / "2026 学生预约名单 1.xlsx", 名单=STUDENT_ROWS)
    tables = survey(tmp_path).tables(STUDENTS)
    assert [table.file for table in tables] == [
        "2026 学生预约名单 1.xlsx",
        "学生预约名单_2.csv",
        "学生预约名单_10.csv",
        "学生预约名单（第二批）.csv",
    ]
    assert all(table.rows[0]["姓名"] == "林远" and table.rows[0].file == table.file for table in tables)


def test_one_workbook_with_several_kinds_and_several_sheets_of_one(tmp_path: Path) -> None:
    _book(
        tmp_path / "双选会资料.xlsx",
        填写说明=(("请按模板填写", ""),),
        参会单位=EMPLOYER_ROWS,
        岗位=OPENING_ROWS,
        上午=STUDENT_ROWS,
        下午=STUDENT_ROWS,
    )
    sheets = survey(tmp_path)
    names = {kind.name: [table.file for table in sheets.tables(kind)] for kind in KINDS}
    assert {kind: files for kind, files in names.items() if files} == {
        "参会单位汇总表": ["双选会资料.xlsx[参会单位]"],
        "岗位需求表": ["双选会资料.xlsx[岗位]"],
        "学生预约名单": ["双选会资料.xlsx[上午]", "双选会资料.xlsx[下午]"],
    }
    assert sheets.files(OPENINGS) == (tmp_path / "双选会资料.xlsx",)
    assert sheets.unclaimed == ()


def test_openings_in_the_workbook_named_for_employers(tmp_path: Path) -> None:
    _book(tmp_path / "参会单位汇总表.xlsx", Sheet1=EMPLOYER_ROWS, Sheet2=OPENING_ROWS)
    assert [table.sheet for table in survey(tmp_path).tables(EMPLOYERS)] == ["Sheet1"]
    assert [table.sheet for table in survey(tmp_path).tables(OPENINGS)] == ["Sheet2"]


def test_a_file_is_known_by_its_header_and_others_are_listed(tmp_path: Path) -> None:
    _text(tmp_path / "导出20261120.csv", STUDENT_ROWS)
    _text(tmp_path / "物资.csv", (("物品", "数量"), ("桌子", "3")))
    _text(tmp_path / "~$学生预约名单.csv", STUDENT_ROWS)
    assert survey(tmp_path).files(STUDENTS) == (tmp_path / "导出20261120.csv",)
    assert survey(tmp_path).unclaimed == (tmp_path / "物资.csv",)
    assert survey(tmp_path).files(EMPLOYERS) == ()


def test_a_header_that_may_be_two_kinds(tmp_path: Path) -> None:
    _text(tmp_path / "a.csv", (("姓名", "证件类型", "批次"), ("林远", "嘉宾", "一")))
    with pytest.raises(PackFault, match=r"a\.csv may be 参会人员名单 or 代表团名单: put one of these"):
        survey(tmp_path)


def test_a_sheet_is_what_its_tab_says(tmp_path: Path) -> None:
    either = (("姓名", "证件类型", "批次"), ("林远", "嘉宾", "一"))
    _book(tmp_path / "a.xlsx", 参会人员=either, 代表团=either)
    assert [table.sheet for table in survey(tmp_path).tables(PARTICIPANTS)] == ["参会人员"]
    assert [table.sheet for table in survey(tmp_path).tables(DELEGATIONS)] == ["代表团"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("学生预约名单.csv", "学生预约名单.tsv"),
        ("学生预约名单.csv", "学生预约名单 - 副本.csv"),
        ("学生预约名单.csv", "学生预约名单(1).csv"),
        ("students.csv", "Copy of students.csv"),
    ],
)
def test_one_list_twice(tmp_path: Path, first: str, second: str) -> None:
    _text(tmp_path / first, STUDENT_ROWS)
    _text(tmp_path / second, STUDENT_ROWS)
    with pytest.raises(PackFault, match="look like one list twice: keep one"):
        survey(tmp_path)


def test_a_named_workbook_without_its_columns(tmp_path: Path) -> None:
    _book(tmp_path / "学生预约名单.xlsx", 一=(("姓名",), ("林远",)), 二=(("电话",), ("1",)))
    with pytest.raises(PackFault, match=r"学生预约名单\.xlsx: no column 姓名, 学校"):
        survey(tmp_path).tables(STUDENTS)


@pytest.mark.parametrize(
    ("stem", "kind"),
    [
        ("2026春季双选会_参会单位汇总表v3", EMPLOYERS),
        ("参会单位岗位需求", OPENINGS),
        ("校方 展位表（定稿）", SCHOOLS),
        ("参会单位展位坐标", GEOMETRY),
        ("各校生源信息", POOLS),
        ("Delegations final", DELEGATIONS),
        ("会议活动日程", PROGRAMME),
        ("志愿者名单", PARTICIPANTS),
        ("名单", None),
        ("planted", None),
    ],
)
def test_a_kind_by_a_part_of_the_name(stem: str, kind: Sheet | None) -> None:
    assert kind_by_name(stem) is kind


def test_every_name_of_a_kind_is_its_own() -> None:
    for kind in KINDS:
        for name in (kind.name, *kind.aliases):
            assert kind_by_name(name) is kind, name


def test_a_link_that_leads_out_of_the_folder(tmp_path: Path) -> None:
    inside = tmp_path / "fair"
    inside.mkdir()
    _text(tmp_path / "secret.csv", STUDENT_ROWS)
    (inside / "学生预约名单.csv").symlink_to(tmp_path / "secret.csv")
    with pytest.raises(PackFault, match=r"学生预约名单\.csv is a link that leads out of the folder"):
        survey(inside)


def test_a_link_within_the_folder(tmp_path: Path) -> None:
    _text(tmp_path / "a.txt", STUDENT_ROWS)
    (tmp_path / "学生预约名单.csv").symlink_to(tmp_path / "a.txt")
    assert len(survey(tmp_path).tables(STUDENTS)) == 1


@pytest.mark.parametrize("strange", ["pipe", "folder", "device", "loop"])
def test_what_is_no_file_is_named_and_never_waited_for(tmp_path: Path, strange: str) -> None:
    path = tmp_path / "学生预约名单.csv"
    if strange == "pipe":
        os.mkfifo(path)
    elif strange == "folder":
        path.mkdir()
    elif strange == "loop":
        path.symlink_to(path)
    else:
        path.symlink_to("/dev/zero")
    with pytest.raises(PackFault, match=r"学生预约名单\.csv") as caught:
        survey(tmp_path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("fair", ["double_selection", "reverse"])
def test_the_sample_fairs_files_are_what_they_are(sample_fairs: Path, fair: str) -> None:
    sheets = survey(sample_fairs / fair)
    assert sheets.unclaimed == ()
    found = {kind.name: [path.stem for path in sheets.files(kind)] for kind in KINDS}
    assert all(stems == [name] for name, stems in found.items() if stems)
    assert sum(map(len, found.values())) == (7 if fair == "double_selection" else 8)
    assert all(table.unknown == () for kind in KINDS for table in sheets.tables(kind))


def test_no_two_columns_share_a_name() -> None:
    for kind in KINDS:
        seen: dict[str, str] = {}
        for column, synonyms in kind.columns.items():
            for text in (column, *synonyms):
                assert header_key(text), (kind.name, text)
                assert seen.setdefault(header_key(text), column) == column, (kind.name, text)


ENGLISH = (
    (
        STUDENTS,
        "Name,School,Student ID,Degree,Major,Graduation year,Mobile,Slot,Submitted at,Status,Staff note",
    ),
    (
        EMPLOYERS,
        "No.,Booth No.,Company name,Credit code,Company type,Industry,Size,City,Contact person,Phone,Notes",
    ),
    (
        OPENINGS,
        "Employer,Job title,Majors wanted,Minimum degree,Headcount,Salary,Location,Email,Link,Deadline",
    ),
    (SCHOOLS, "Stall,School,School code,Teacher,Position,Tel,Total,Bachelor,Master,PhD,Strengths"),
    (DELEGATIONS, "Delegation,Province,Batch,Coach,Leader,Name,Organisation,Title,Mobile,ETA"),
    (PARTICIPANTS, "Full name,Organization,Job title,Cell phone,Badge type"),
    (PROGRAMME, "ID,Title,Type,Date,Start,End,Venue,Speaker,Capacity"),
    (POOLS, "University,Degree,Major,Number of graduates"),
    (GEOMETRY, "Booth,Floor,X,Y,Width,Depth,Facing"),
)


@pytest.mark.parametrize(
    ("sheet", "header"), ENGLISH, ids=lambda each: each.name if isinstance(each, Sheet) else ""
)
def test_english_sheets_work_whole_and_are_known_by_their_header(
    tmp_path: Path, sheet: Sheet, header: str
) -> None:
    (tmp_path / "export.csv").write_text(f"{header}\n{header}\n", "utf-8")
    tables = survey(tmp_path).tables(sheet)
    assert [len(table.columns) for table in tables] == [header.count(",") + 1]
    assert tables[0].unknown == ()


@pytest.mark.parametrize("text", ["姓名 Name", "姓名/Name", "Name\n姓 名*", "姓名（Name）", "NAME（姓名）"])
def test_headers_in_two_languages(text: str) -> None:
    assert column_of(text, STUDENTS.names()) == "姓名"


def test_a_columns_own_name_goes_before_a_synonym(tmp_path: Path) -> None:
    _text(
        tmp_path / "学生预约名单.csv",
        (("电话", "姓名", "学校", "手机号", "手机"), ("1", "林远", "北大", "2", "3")),
    )
    (table,) = survey(tmp_path).tables(STUDENTS)
    assert (table.rows[0]["手机号"], table.letter("手机号")) == ("2", "D")
    assert table.unknown == ("电话", "手机")
    assert table.columns == ("姓名", "学校", "手机号")


def test_a_header_of_two_meanings_is_not_guessed() -> None:
    assert column_of("学校ID", STUDENTS.names()) is None
    assert column_of("姓名/学校", STUDENTS.names()) is None
