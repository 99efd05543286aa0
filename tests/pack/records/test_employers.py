"""Employers and openings, on the small dirty sheets of an organiser."""

from __future__ import annotations

from pathlib import Path

from kiosk.pack.cleaning.lists import Lists
from kiosk.pack.records.employers import EmployerSheet, read_employers, read_openings
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.sheets.kinds import EMPLOYERS, OPENINGS
from kiosk.pack.sheets.tables import read_table

DATA = Path(__file__).parents[1] / "data"


def _employers(lists: Lists, ledger: Ledger) -> EmployerSheet:
    return read_employers(read_table(DATA / "参会单位汇总表_GBK.csv", EMPLOYERS), lists, ledger)


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
    assert [(each.row, each.subject) for each in ledger.findings] == [(12, "B001")]


def test_dirty_openings(lists: Lists) -> None:
    ledger = Ledger()
    table = read_table(DATA / "岗位需求表_UTF8BOM.csv", OPENINGS)
    found = read_openings(table, _employers(lists, ledger), ledger)
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
    found = read_openings(read_table(path, OPENINGS), _employers(lists, ledger), ledger)
    assert [each.title for each in found[3].openings] == ["医师", "护士"]
    assert [each.row for each in ledger.refusals if each.file == path.name] == [4, 5]
