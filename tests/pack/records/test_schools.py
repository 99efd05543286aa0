"""Which school a name and a code mean, and the stalls and pools of a reverse fair."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.exhibitor import PoolEntry
from kiosk.pack.cleaning.lists import Lists
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.records.schools import find_school, read_pools, read_schools
from kiosk.pack.sheets.kinds import POOLS, SCHOOLS
from kiosk.pack.sheets.tables import read_table
from tests.pack.cleaning.rule_examples import table

DATA = Path(__file__).parents[1] / "data"


@pytest.mark.parametrize(
    ("name", "code", "meant", "mended"),
    [
        ("北京科技大学", "4111010008", "北京科技大学", False),
        ("北京科技大学", "", "北京科技大学", False),
        ("北京科技大学", "10008", "北京科技大学", False),
        ("北科大", "", "北京科技大学", True),
        ("", "4111010008", "北京科技大学", True),
        ("中国矿业大学(北京)", "", "中国矿业大学（北京）", False),
        ("北京电子科技职业学院", "4111010858", "北京科技职业大学", True),
        ("北京电子科技职业学院", "", "北京科技职业大学", True),
        ("北京大学", "4111010003", "北京大学", True),
        ("山东大学", "4137010422", "山东大学", False),
        ("山东大学", "10422", "山东大学", False),
        ("", "10422", "山东大学", True),
        ("山东新名大学", "4137010422", "山东新名大学", False),
        ("中国矿业大学", "", "中国矿业大学", False),
        ("中国矿业大学", "4111011413", "中国矿业大学（北京）", True),
        ("矿大", "", "中国矿业大学（北京）", True),
        ("吉利学院", "4111012802", "吉利学院", False),
        ("北京社会管理职业学院", "", "民政职业大学", True),
        ("海外大学", "", "海外大学", False),
    ],
)
def test_schools_by_name_and_code(lists: Lists, name: str, code: str, meant: str, mended: bool) -> None:
    found = find_school(lists, name, code)
    assert (found.value.name, bool(found.rule)) == (meant, mended)


def test_every_alias_means_one_school(lists: Lists) -> None:
    for school in lists.schools:
        assert find_school(lists, school.name, "").value.code == school.code
        for alias in school.aliases:
            assert find_school(lists, alias, "").value.code == school.code


def test_school_stalls_and_pools(lists: Lists, tmp_path: Path) -> None:
    ledger = Ledger()
    schools = read_schools((read_table(DATA / "校方展位表_反向洽谈会_GB18030.csv", SCHOOLS),), lists, ledger)
    assert [(each.name.zh, each.stalls, each.school_code) for each in schools.exhibitors] == [
        ("北京科技大学", ("S001",), "4111010008"),
        ("首都医科大学", ("S002",), "4111010025"),
    ]
    assert not ledger.findings, "3400 + 2700 + 400 = 6500"
    path = tmp_path / "生源信息表.csv"
    path.write_text(
        "学校名称,学历,专业,人数\n北科大,硕士研究生,材料科学与工程,12人\n外地学院,本科,法学,3\n首医,本科,,3\n",
        encoding="utf-8",
    )
    found = read_pools((read_table(path, POOLS),), schools, lists, ledger)
    assert found[0].pool == (PoolEntry("硕士", "材料科学与工程", 12, "材料类"),)
    assert [(each.row, each.column) for each in ledger.refusals] == [(3, "学校名称"), (4, "专业")]


def test_schools_of_all_china_with_their_codes_and_provinces(lists: Lists) -> None:
    assert len(lists.schools) == 92 + 2_756 - 92
    assert find_school(lists, "山东大学", "").value.code == "4137010422"
    assert lists.school_by_code["10422"].province == "山东省"
    assert lists.school_by_code["12802"].province == "四川省", "it moved and kept its code of Beijing"
    ledger = Ledger()
    schools = read_schools((table({"学校名称": "山东大学", "展位号": "A1"}),), lists, ledger)
    assert schools.exhibitors[0].region == "山东省"
