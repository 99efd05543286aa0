"""Graduates, participants and delegations."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.attendee import Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import Fair, FairDay, FairKind, Policy, Slot
from kiosk.domain.words import Words
from kiosk.pack.cleaning.lists import Lists
from kiosk.pack.records import attendees
from kiosk.pack.records.attendees import Registrant, Roll, read_participants, read_students
from kiosk.pack.records.delegations import read_delegations
from kiosk.pack.records.ledger import Ledger
from kiosk.pack.sheets.kinds import DELEGATIONS, PARTICIPANTS, STUDENTS
from kiosk.pack.sheets.tables import Row, Sheet, Table, read_table

DATA = Path(__file__).parents[1] / "data"
SLOTS = tuple(Slot(start * 60, start * 60 + 60) for start in (9, 10, 11))


@pytest.fixture
def fair() -> Fair:
    words = Words("示例", "sample")
    return Fair(
        "f",
        FairKind.DOUBLE_SELECTION,
        words,
        words,
        True,
        (FairDay(date(2022, 10, 15), 510, 960),),
        SLOTS,
        Policy(10, 60, 0, words, 30, "1", words),
        (),
        (),
    )


def _students(table: Table, fair: Fair, lists: Lists) -> tuple[tuple[Registrant, ...], Ledger]:
    ledger = Ledger()
    return read_students((table,), fair, lists, Roll(), ledger), ledger


def test_dirty_students(fair: Fair, lists: Lists) -> None:
    found, ledger = _students(read_table(DATA / "学生预约名单_UTF8.csv", STUDENTS), fair, lists)
    assert [each.person.name for each in found] == [
        "欧阳示例",
        "阿依古丽·买买提",
        "李䶮",
        "ANNA EXAMPLE",
        "王示例",
    ]
    assert [(each.row, each.reason.en) for each in ledger.refusals] == [
        (3, "the same person as row 2"),
        (5, "the same person as row 4"),
        (9, "no name"),
    ]
    wang = found[-1]
    assert wang.person.organisation == "北京科技职业大学", "a former name under its code"
    assert (wang.person.student_number, wang.person.phone) == ("", "")
    assert found[0].booking.slot == SLOTS[0]
    assert found[2].booking.slot is None
    assert found[0].school_code == "4111010008"
    assert ledger.tallies()[0].balanced


def _row(number: int, **cells: str) -> Row:
    return Row("名单.csv", number, cells)


def test_two_people_of_one_name_stay_two(fair: Fair, lists: Lists) -> None:
    same = {"姓名": "王伟", "学校": "北京大学"}
    table = Table("名单.csv", ("姓名",), (_row(2, **same), _row(3, **same)))
    found, ledger = _students(table, fair, lists)
    assert len({each.identity for each in found}) == 2
    assert not ledger.refusals


def test_one_person_under_two_schools_numbers_is_found_by_phone(fair: Fair, lists: Lists) -> None:
    one = _row(2, 姓名="王伟", 学校="北京大学", 学号="20230001", 手机号="13000000001")
    two = _row(3, 姓名="王 伟", 学校="北大", 学号="20230002", 手机号="130 0000 0001")
    found, ledger = _students(Table("名单.csv", (), (one, two)), fair, lists)
    assert len(found) == 1
    assert [each.row for each in ledger.refusals] == [3]


def test_the_same_number_at_two_schools_is_two_people(fair: Fair, lists: Lists) -> None:
    one = _row(2, 姓名="王伟", 学校="北京大学", 学号="20230001")
    two = _row(3, 姓名="王伟", 学校="清华大学", 学号="20230001")
    found, _ledger = _students(Table("名单.csv", (), (one, two)), fair, lists)
    assert len(found) == 2


def test_a_corrected_name_keeps_the_identity(fair: Fair, lists: Lists) -> None:
    wrong = _row(2, 姓名="王纬", 学校="北大", 学号="20230001", 手机号="1")
    right = _row(9, 姓名="王伟", 学校="北京大学", 学号="20230001", 手机号="13000000001")
    before, _ = _students(Table("名单.csv", (), (wrong,)), fair, lists)
    after, _ = _students(Table("名单.csv", (), (right,)), fair, lists)
    assert before[0].identity == after[0].identity


def test_who_cancels_and_books_again_comes(fair: Fair, lists: Lists) -> None:
    same = {"姓名": "王伟", "学校": "北京大学", "学号": "20230001"}
    rows = (
        _row(2, **same, 状态="已取消"),
        _row(3, 姓名="李远", 学校="北京大学"),
        _row(4, **same, 状态="已确认"),
    )
    found, ledger = _students(Table("名单.csv", (), rows), fair, lists)
    assert [(each.person.name, each.registration) for each in found] == [
        ("李远", Registration.CONFIRMED),
        ("王伟", Registration.CONFIRMED),
    ]
    assert [(each.row, each.reason.en) for each in ledger.refusals] == [(2, "the same person as row 4")]


@pytest.mark.parametrize(
    ("name", "refused"), [("王" * 60, False), ("王" * 61, True), ("", True), (" \u200b", True)]
)
def test_names_that_are_none(fair: Fair, lists: Lists, name: str, refused: bool) -> None:
    row = _row(2, 姓名=name, 学校="北京大学 ")
    found, ledger = _students(Table("名单.csv", (), (row,)), fair, lists)
    assert bool(ledger.refusals) is refused
    assert len(found) == (0 if refused else 1)
    assert not (refused and ledger.mends), "a refused row has no mends"


def test_who_is_barred_in_one_row_is_barred(fair: Fair, lists: Lists) -> None:
    same = {"姓名": "王伟", "学校": "北京大学", "学号": "20230001"}
    rows = (_row(2, **same, 状态="已取消"), _row(3, **same, 状态="已确认"), _row(4, **same, 状态="禁止入场"))
    found, ledger = _students(Table("名单.csv", (), rows), fair, lists)
    assert [each.registration for each in found] == [Registration.BARRED]
    assert [each.row for each in ledger.refusals] == [3, 2]


def test_the_same_name_and_phone_tail_is_pointed_out_and_both_stay(fair: Fair, lists: Lists) -> None:
    rows = (
        _row(2, 姓名="王伟", 学校="北京大学", 学号="20230001", 手机号="13000000011"),
        _row(3, 姓名="王伟", 学校="清华大学", 学号="20230002", 手机号="13900000011"),
        _row(4, 姓名="王伟", 学校="清华大学", 学号="20230003", 手机号="13900000012"),
        _row(5, 姓名="李远", 学校="清华大学", 学号="20230004", 手机号="13900000111"),
        _row(6, 姓名="李远", 学校="清华大学", 学号="20230005"),
    )
    found, ledger = _students(Table("名单.csv", (), rows), fair, lists)
    assert len(found) == 5
    assert [(each.row, each.words.en) for each in ledger.findings] == [
        (3, "it has the name and the phone's last four digits of row 2: is it one person?")
    ]
    assert "王伟" not in repr(ledger.findings), "findings are printed"


def test_it_is_pointed_out_over_all_sheets(fair: Fair, lists: Lists) -> None:
    roll, ledger = Roll(), Ledger()
    one = Table(
        "学生.csv", (), (Row("学生.csv", 2, {"姓名": "王伟", "学校": "北大", "手机号": "13000000011"}),)
    )
    cells = {"姓名": "王伟", "证件类型": "媒体", "手机号": "13100000011", "批次": "一"}
    read_students((one,), fair, lists, roll, ledger)
    read_participants((Table("人员.csv", (), (Row("人员.csv", 2, cells),)),), (), lists, roll, ledger)
    coach = Row("代表团.csv", 2, cells | {"手机号": "13200000011"})
    read_delegations((Table("代表团.csv", (), (coach,)),), lists, roll, ledger)
    assert [each.words.zh for each in ledger.findings] == [
        "与学生.csv 第 2 行姓名和手机尾号相同，请核对是不是同一人。"
    ] * 2


def test_states_and_notes_of_every_sheet(fair: Fair, lists: Lists) -> None:
    more = {"状态": "候补", "现场提示": "请到 2 号台领取材料 "}
    ledger = Ledger()
    (student,) = read_students(
        (Table("a.csv", (), (Row("a.csv", 2, {"姓名": "王伟", "学校": "北大"} | more),)),),
        fair,
        lists,
        Roll(),
        ledger,
    )
    (guest,) = read_participants(
        (Table("b.csv", (), (Row("b.csv", 2, {"姓名": "王伟", "证件类型": "嘉宾"} | more),)),),
        (),
        lists,
        Roll(),
        ledger,
    )
    (member,) = read_delegations(
        (Table("c.csv", (), (Row("c.csv", 2, {"姓名": "王伟", "批次": "一"} | more),)),),
        lists,
        Roll(),
        ledger,
    ).members
    for each in (student, guest, member):
        assert (each.registration, each.note) == (Registration.WAITING, "请到 2 号台领取材料")


@pytest.mark.parametrize("sheet", [STUDENTS, PARTICIPANTS, DELEGATIONS], ids=lambda sheet: sheet.name)
def test_every_sheet_of_people_may_say_state_and_note(sheet: Sheet, tmp_path: Path) -> None:
    header = [*sheet.required, "审核状态", "Staff Note"]
    path = tmp_path / f"{sheet.name}.csv"
    path.write_text(",".join(header) + "\n" + ",".join(["x"] * len(header)) + "\n", encoding="utf-8")
    assert {"状态", "现场提示"} <= set(read_table(path, sheet).columns)


@pytest.mark.parametrize(
    ("raw", "state", "mended"),
    [
        ("已确认", Registration.CONFIRMED, False),
        ("", Registration.CONFIRMED, False),
        ("待审核", Registration.PENDING, False),
        ("候补", Registration.WAITING, False),
        ("候补中", Registration.WAITING, False),
        ("已取消", Registration.CANCELLED, False),
        ("禁止入场", Registration.BARRED, False),
        ("黑名单", Registration.BARRED, False),
        (" 候补 ", Registration.WAITING, True),
        ("也许", Registration.PENDING, True),
        ("Confirmed", Registration.CONFIRMED, False),
        ("PENDING", Registration.PENDING, False),
        ("waiting list", Registration.WAITING, False),
        ("canceled", Registration.CANCELLED, False),
        ("Barred", Registration.BARRED, False),
    ],
)
def test_states(raw: str, state: Registration, mended: bool) -> None:
    found = attendees.registration(raw)
    assert (found.value, bool(found.rule)) == (state, mended)


@pytest.mark.parametrize("state", Registration)
def test_every_state_has_a_word_that_is_read_back(state: Registration) -> None:
    assert attendees.registration(attendees.STATE_WORDS[state]).value is state


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("用人单位", BadgeType.EMPLOYER),
        ("企业", BadgeType.EMPLOYER),
        ("记者", BadgeType.PRESS),
        ("嘉宾（专家）", BadgeType.GUEST),
    ],
)
def test_badge_types(raw: str, kind: BadgeType) -> None:
    found = attendees.badge_type(raw)
    assert found is not None
    assert found.value is kind


def test_an_unknown_badge_type_is_refused(lists: Lists) -> None:
    ledger = Ledger()
    table = Table("名单.csv", (), (_row(2, 姓名="王伟", 证件类型="外星人"),))
    assert read_participants((table,), (), lists, Roll(), ledger) == ()
    assert [each.column for each in ledger.refusals] == ["证件类型"]
    assert PARTICIPANTS.name == "参会人员名单"


def test_delegations_with_merged_cells(lists: Lists, tmp_path: Path) -> None:
    path = tmp_path / "代表团名单.csv"
    path.write_text(
        "批次,车次,领队,姓名,单位,职务,手机号,预计到达\n"
        "第一批,鲁A00001,郭正,郭正,山东省人才中心（示例）,领队,13000000001,2026-11-28 08:40\n"
        ",,,李䶮,山东省人才中心（示例）,职员,13000000002,\n"
        "第二批,晋A00002,丁哲,丁哲,山西省人才中心（示例）,领队,13000000003,8:50\n"
        ",,,,山西省人才中心（示例）,职员,13000000004,\n",
        encoding="gb18030",
    )
    ledger = Ledger()
    found = read_delegations((read_table(path, DELEGATIONS),), lists, Roll(), ledger)
    assert [
        (each.id, each.region, each.coach, each.expected, each.arrives_min) for each in found.delegations
    ] == [
        (1, "山东省", "鲁A00001", 2, 520),
        (2, "山西省", "晋A00002", 1, 530),
    ]
    assert [(each.person.name, each.delegation) for each in found.members] == [
        ("郭正", 1),
        ("李䶮", 1),
        ("丁哲", 2),
    ]
    assert [each.row for each in ledger.refusals] == [5]
    assert {each.column for each in ledger.mends if each.row == 3} == {"批次", "车次", "领队", "预计到达"}


CELLS = st.sampled_from(
    ["", " ", "林远", "王 伟", "合计", "小计12", "北大", "1.3E+10", "13000000001", "20230001", "09:00-10:00"]
) | st.text(max_size=6)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(grid=st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS, CELLS), max_size=25))
def test_no_row_vanishes(fair: Fair, lists: Lists, grid: list[tuple[str, ...]]) -> None:
    columns = ("姓名", "学校", "学号", "手机号", "预约时段")
    rows = tuple(
        Row("名单.csv", number, dict(zip(columns, cells, strict=True)))
        for number, cells in enumerate(grid, start=2)
    )
    found, ledger = _students(Table("名单.csv", columns, rows), fair, lists)
    tally = ledger.tallies()[0]
    assert tally.balanced
    assert (tally.rows, tally.taken + tally.mended) == (len(grid), len(found))
    assert tally.refused == len(ledger.refusals)
    assert tally.skipped == len(ledger.skips)
    assert len({each.identity for each in found}) == len(found)
