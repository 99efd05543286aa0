"""Employers and openings, on the small dirty sheets of an organiser."""

from __future__ import annotations

from pathlib import Path

from kiosk.pack.cleaning.lists import Lists
from kiosk.pack.cleaning.majors import major_class
from kiosk.pack.records.employers import EmployerSheet, read_employers, read_openings
from kiosk.pack.records.ledger import Gravity, Ledger
from kiosk.pack.sheets.kinds import EMPLOYERS, OPENINGS
from kiosk.pack.sheets.tables import read_table
from tests.pack.cleaning.rule_examples import table

DATA = Path(__file__).parents[1] / "data"


def _employers(lists: Lists, ledger: Ledger) -> EmployerSheet:
    return read_employers((read_table(DATA / "参会单位汇总表_GBK.csv", EMPLOYERS),), lists, ledger)


def test_dirty_employers(lists: Lists) -> None:
    ledger = Ledger()
    found = _employers(lists, ledger).exhibitors
    assert [(each.name.zh, each.stalls, each.nature) for each in found] == [
        ("北京示例智造科技有限公司", ("A001",), "国有企业"),
        ("山东示例港口集团（青岛）有限公司", ("A003",), "国有企业"),
        ("内蒙古示例乳业股份有限公司", ("A005",), "其他企业"),
        ("示例医院", ("A006", "A007"), "医疗卫生单位"),
        ("浙江示例数字科技有限公司（杭州分公司）", ("B001",), "其他企业"),
        ("山西示例能源集团", (), "国有企业"),
        ("示例出版社", (), "其他事业单位"),
    ]
    assert [each.id for each in found] == list(range(1, 8))
    assert found[0].zone == "A"
    assert found[-1].zone == ""
    tally = ledger.tallies()[0]
    assert (tally.rows, tally.taken + tally.mended, tally.refused, tally.skipped) == (11, 7, 2, 2)
    assert [(each.row, each.reason.en) for each in ledger.refusals] == [
        (4, "the same employer as row 3"),
        (6, "the same employer as row 5"),
    ]
    assert [(each.row, each.subject) for each in ledger.findings] == [
        (3, "统一社会信用代码"),
        (4, "展位号"),
        (6, "展位号"),
        (7, "联系电话"),
        (12, "B001"),
    ]
    both = ledger.findings[-1].words
    assert "第 10 行" in both.zh
    assert "第 12 行" in both.zh


def test_dirty_openings(lists: Lists) -> None:
    ledger = Ledger()
    table = read_table(DATA / "岗位需求表_UTF8BOM.csv", OPENINGS)
    found = read_openings((table,), _employers(lists, ledger), ledger)
    posts = {each.name.zh: each.openings for each in found if each.openings}
    assert {name: len(openings) for name, openings in posts.items()} == {
        "北京示例智造科技有限公司": 2,
        "山东示例港口集团（青岛）有限公司": 1,
        "示例医院": 1,
    }
    engineer, algorithms = posts["北京示例智造科技有限公司"]
    assert (engineer.degree, engineer.headcount, engineer.apply_url) == (
        "本科起",
        5,
        "https://example.com/a",
    )
    assert (algorithms.degree, algorithms.headcount, algorithms.pay) == ("硕士起", 3, "面议")
    doctor = posts["示例医院"][0]
    assert doctor.place == "北京市朝阳区"
    assert posts["山东示例港口集团（青岛）有限公司"][0].headcount is None
    refused = [(each.row, each.column) for each in ledger.refusals if each.file == table.file]
    assert refused == [(6, "单位名称")], "浙江示例数字科技有限公司 is not the branch that takes part"
    mends = {(each.row, each.column, each.became) for each in ledger.mends if each.file == table.file}
    assert (3, "简历投递邮箱", "hr@example.com") in mends
    assert (5, "截止日期", "2022-11-30") in mends


def test_a_blank_employer_in_a_csv_is_the_one_above(lists: Lists, tmp_path: Path) -> None:
    path = tmp_path / "岗位需求表.csv"
    path.write_text("单位名称,岗位名称\n示例医院,医师\n,护士\n不在名单,护士\n,药师\n", encoding="utf-8")
    ledger = Ledger()
    found = read_openings((read_table(path, OPENINGS),), _employers(lists, ledger), ledger)
    assert [each.title for each in found[3].openings] == ["医师", "护士"]
    assert [each.row for each in ledger.refusals if each.file == path.name] == [4, 5]


def _read(lists: Lists, *rows: dict[str, str]) -> tuple[EmployerSheet, Ledger]:
    ledger = Ledger()
    return read_employers((table(*rows),), lists, ledger), ledger


def test_a_stall_that_two_claim_names_both_rows(lists: Lists) -> None:
    found, ledger = _read(
        lists,
        {"单位名称": "京华软件", "展位号": "A001/A002"},
        {"单位名称": "燕山重工", "展位号": "A002/A003"},
        {"单位名称": "示例医院", "展位号": "A003/A001"},
    )
    assert [each.stalls for each in found.exhibitors] == [("A001", "A002"), ("A003",), ()]
    assert [(each.row, each.subject) for each in ledger.findings] == [(3, "A002"), (4, "A003"), (4, "A001")]
    assert {(each.gravity, each.column) for each in ledger.findings} == {(Gravity.ERROR, "展位号")}
    words = ledger.findings[1].words
    for text in ("第 3 行“燕山重工”", "第 4 行“示例医院”"):
        assert text in words.zh
    assert 'row 3, "燕山重工"' in words.en


def test_a_branch_stays_apart_and_its_head_office_is_named(lists: Lists) -> None:
    found, ledger = _read(
        lists,
        {"单位名称": "浙江示例数字科技有限公司（杭州分公司）"},
        {"单位名称": "浙江示例数字科技有限公司"},
        {"单位名称": "示例银行股份有限公司北京分行"},
        {"单位名称": "示例银行股份有限公司"},
        {"单位名称": "另一家有限公司(上海分公司) "},
    )
    assert len(found.exhibitors) == 5
    assert [(each.row, each.subject) for each in ledger.findings] == [(2, "单位名称"), (4, "单位名称")]
    assert "第 3 行" in ledger.findings[0].words.zh
    assert "第 5 行" in ledger.findings[1].words.zh


def test_names_that_differ_in_their_legal_form_only_are_found(lists: Lists) -> None:
    found, ledger = _read(lists, {"单位名称": "京华软件有限公司"}, {"单位名称": "京华软件股份有限公司"})
    assert len(found.exhibitors) == 2
    assert [each.row for each in ledger.findings] == [3]
    assert "京华软件有限公司" in ledger.findings[0].words.zh


def test_two_employers_of_one_credit_code_are_found(lists: Lists) -> None:
    code = "12100000400002259P"
    found, ledger = _read(
        lists,
        {"单位名称": "京华软件", "统一社会信用代码": code},
        {"单位名称": "京华信息", "统一社会信用代码": code.lower()},
        {"单位名称": "燕山重工", "统一社会信用代码": ""},
        {"单位名称": "示例医院", "统一社会信用代码": ""},
    )
    assert len(found.exhibitors) == 4
    assert [(each.row, each.subject) for each in ledger.findings] == [(3, "统一社会信用代码")]
    assert "京华软件" in ledger.findings[0].words.zh
    assert code not in repr(found), "it is not kept"


def test_invented_codes_of_invented_employers_are_not_found(lists: Lists) -> None:
    _found, ledger = _read(lists, {"单位名称": "京华软件（示例）", "统一社会信用代码": "91110108MA00000000"})
    assert not ledger.findings


def test_the_stall_of_a_second_row_of_one_employer_is_not_lost_silently(lists: Lists) -> None:
    found, ledger = _read(
        lists,
        {"单位名称": "京华软件", "展位号": "A001"},
        {"单位名称": "京华软件 ", "展位号": "A2"},
        {"单位名称": "京华软件", "展位号": "A001"},
    )
    assert [each.stalls for each in found.exhibitors] == [("A001",)]
    assert [each.row for each in ledger.refusals] == [3, 4]
    assert [(each.row, each.subject) for each in ledger.findings] == [(3, "展位号")]
    assert "A002" in ledger.findings[0].words.zh


def test_a_place_is_shown_whole_and_kept_as_its_province(lists: Lists) -> None:
    found, ledger = _read(
        lists,
        {"单位名称": "京华软件", "所在地": "浙江杭州余杭"},
        {"单位名称": "燕山重工", "所在地": "鼓楼区"},
    )
    assert {each.name.zh: each.region for each in found.exhibitors} == {
        "京华软件": "浙江省",
        "燕山重工": "鼓楼区",
    }
    assert [(each.row, each.became) for each in ledger.mends] == [(2, "浙江省杭州市余杭区")]
    assert [(each.row, each.subject) for each in ledger.findings] == [(3, "所在地")]


def test_what_a_notice_must_not_ask_is_found_in_any_of_its_columns(lists: Lists) -> None:
    employers, _ledger = _read(lists, {"单位名称": "京华软件"})
    ledger = Ledger()
    rows = (
        {"单位名称": "京华软件", "岗位名称": "前台（限女生）", "备注": "35岁以下，男女不限"},
        {"单位名称": "京华软件", "岗位名称": "工程师", "备注": "解决北京户口"},
    )
    found = read_openings((table(*rows),), employers, ledger)
    assert len(found[0].openings) == 2
    assert [(each.row, each.subject) for each in ledger.findings] == [(2, "岗位名称"), (2, "备注")]
    assert "性别" in ledger.findings[0].words.zh
    assert "《就业促进法》" in ledger.findings[0].words.zh


def test_an_opening_of_no_employer_names_the_nearest(lists: Lists) -> None:
    employers, _ledger = _read(lists, {"单位名称": "浙江示例数字科技有限公司（杭州分公司）"})
    ledger = Ledger()
    rows = (
        {"单位名称": "浙江示例数字科技有限公司", "岗位名称": "开发"},
        {"单位名称": "无名单位", "岗位名称": "开发"},
    )
    read_openings((table(*rows),), employers, ledger)
    near, none = (each.reason.zh for each in ledger.refusals)
    assert "（杭州分公司）" in near
    assert none == "参会单位汇总表里没有这家单位"


def test_an_opening_has_the_classes_that_its_majors_name(lists: Lists) -> None:
    employers, _ledger = _read(lists, {"单位名称": "京华软件"})
    asked = ("软件工程、机械类；会计学", "不限", "专业不限，计算机类优先", "会飞", "计算机类,软件工程")
    rows = [{"单位名称": "京华软件", "岗位名称": f"岗位{each}", "需求专业": each} for each in asked]
    found = read_openings((table(*rows),), employers, Ledger(), major_class(lists))
    assert [each.major_classes for each in found[0].openings] == [
        ("计算机类", "机械类", "工商管理类"),
        (),
        ("计算机类",),
        (),
        ("计算机类",),
    ]
