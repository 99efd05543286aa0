"""What is listed when a cell is cleaned, and identity numbers, which no list may hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.pack.cleaning import texts
from kiosk.pack.cleaning.lists import Lists
from kiosk.pack.cleaning.majors import wanted_majors
from kiosk.pack.records.attendees import Roll, read_participants
from kiosk.pack.records.delegations import read_delegations
from kiosk.pack.records.employers import EmployerSheet, read_employers, read_openings
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.records.programme import read_programme
from kiosk.pack.records.reading import clean, without_private
from kiosk.pack.records.schools import read_schools
from kiosk.pack.sheets.kinds import DELEGATIONS, EMPLOYERS, OPENINGS, PARTICIPANTS, PROGRAMME, SCHOOLS
from kiosk.pack.sheets.tables import Row, Sheet, Table, read_table
from tests.pack.cleaning.rule_examples import table

NUMBER = "11010119900307387X"


def test_a_spelling_is_a_mend_and_nothing_to_look_at() -> None:
    ledger = Ledger()
    row = Row("表.csv", 4, {"手机号": "130 0000 0001"})
    assert clean(ledger, row, "手机号", texts.mobile) == "13000000001"
    (mend,) = ledger.mends
    assert (mend.row, mend.was, mend.became) == (4, "130 0000 0001", "13000000001")
    assert not ledger.findings


def test_what_is_lost_is_also_found_and_not_quoted() -> None:
    """The console prints findings; cells of people stand in the lists only."""
    ledger = Ledger()
    row = Row("表.csv", 4, {"手机号": "1300000001"})
    assert clean(ledger, row, "手机号", texts.mobile) == ""
    (mend,), (finding,) = ledger.mends, ledger.findings
    assert mend.was == "1300000001"
    assert (finding.row, finding.subject) == (4, "手机号")
    assert "1300000001" not in finding.words.zh + finding.words.en


def test_a_cell_that_stays_is_no_mend() -> None:
    ledger = Ledger()
    row = Row("表.csv", 4, {"需求专业": "080901"})
    assert clean(ledger, row, "需求专业", wanted_majors) == "080901"
    assert not ledger.mends
    assert [each.subject for each in ledger.findings] == ["需求专业"]


@pytest.mark.parametrize(
    "written", [NUMBER, NUMBER.lower(), f"证件 {NUMBER}（外教）", "110101 19900307 387X"]
)
def test_identity_numbers_go_into_no_table_and_no_list(written: str) -> None:
    ledger = Ledger()
    before = table({"姓名": "林知远", "备注": "无"}, {"姓名": "王示例", "备注": written})
    found = without_private(before, ledger)
    assert "19900307" not in repr(found) + repr(found.grid) + repr(ledger)
    assert found.rows[1]["姓名"] == "王示例"
    assert found.rows[0]["备注"] == "无"
    assert [(each.row, each.column) for each in ledger.mends] == [(3, "备注")]
    assert [(each.row, each.subject) for each in ledger.findings] == [(3, "备注")]
    assert "个人信息保护法" in ledger.findings[0].words.zh


def test_a_column_of_them_that_no_record_uses_is_found_once(tmp_path: Path) -> None:
    ledger = Ledger()
    path = tmp_path / "表.csv"
    rows = "".join(f"单位{number},{NUMBER}\n" for number in range(100))
    found = without_private(_written(path, EMPLOYERS, f"单位名称,身份证号\n{rows}"), ledger)
    assert "19900307" not in repr(found.grid)
    assert list(found.cells_of(2)) == ["单位0", ""]
    assert not ledger.mends
    (finding,) = ledger.findings
    assert (finding.row, finding.subject) == (2, "身份证号")
    assert "共 100 格" in finding.words.zh


def test_a_table_without_them_is_left_alone() -> None:
    ledger = Ledger()
    before = table({"提交时间": "2022-10-08 09:12:31", "学号": "202300101202300101"})
    assert without_private(before, ledger) is before
    assert not ledger.mends
    assert not ledger.findings


def test_an_identity_number_for_a_student_number_is_left_out_and_not_listed() -> None:
    ledger = Ledger()
    assert clean(ledger, Row("表.csv", 2, {"学号": NUMBER}), "学号", texts.student_number) == ""
    assert ledger.mends
    assert "19900307" not in repr(ledger)


def _written(path: Path, sheet: Sheet, text: str) -> Table:
    path.write_text(text, encoding="utf-8")
    return read_table(path, sheet)


def test_no_reader_lists_an_identity_number(lists: Lists, tmp_path: Path) -> None:
    ledger = Ledger()

    def sheet(kind: Sheet, text: str) -> Table:
        return _written(tmp_path / f"{kind.name}.csv", kind, text)

    read_employers((sheet(EMPLOYERS, f"单位名称,参会联系人\n示例医院,张三{NUMBER}\n"),), lists, ledger)
    read_schools((sheet(SCHOOLS, f"学校名称,展位号,参会教师\n北京大学,A1,{NUMBER}\n"),), lists, ledger)
    read_openings((sheet(OPENINGS, f"单位名称,岗位名称\n{NUMBER},医师\n"),), EmployerSheet((), {}), ledger)
    read_delegations((sheet(DELEGATIONS, f"姓名,批次,手机号\n李四,一,{NUMBER}\n"),), lists, Roll(), ledger)
    read_participants(
        (sheet(PARTICIPANTS, f"姓名,证件类型,手机号\n王五,嘉宾,{NUMBER}\n"),), (), lists, Roll(), ledger
    )
    text = f"活动名称,日期,开始时间,结束时间,主讲\n讲座,2026-11-28,9:00,10:00,{NUMBER}\n"
    read_programme((sheet(PROGRAMME, text),), (), ledger)
    assert len([each for each in ledger.findings if "身份证号" in each.words.zh]) == 6
    assert "19900307" not in repr(ledger)
