"""The sample fairs are built, and every planted fault becomes what it should."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from kiosk.domain.attendee import Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.pack.build import BuildReport
from kiosk.pack.records.ledger import Fate


def _planted(folder: Path) -> list[dict[str, str]]:
    with folder.with_name(f"{folder.name}_planted.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(params=["double_selection", "reverse"])
def fair(request: pytest.FixtureRequest, sample_fairs: Path) -> tuple[Path, BuildReport]:
    name = str(request.param)
    fixture = {"double_selection": "double", "reverse": "reverse"}[name]
    return sample_fairs / name, request.getfixturevalue(fixture)


def test_every_planted_fault_becomes_what_it_should(fair: tuple[Path, BuildReport]) -> None:
    folder, report = fair
    ledger = report.ledger
    mended = {(each.file, each.row, each.column) for each in ledger.mends}
    wrong = []
    for fault in _planted(folder):
        file, row, column = fault["file"], int(fault["row"]), fault["column"]
        fate = ledger.fate(file, row)
        became = {
            "mended": fate is Fate.TAKEN and (file, row, column) in mended,
            "taken": fate is Fate.TAKEN and (file, row, column) not in mended,
            "refused": fate is Fate.REFUSED,
            "skipped": fate is Fate.SKIPPED or row == 1,  # a title stands above the header
        }
        if not became[fault["expected"]]:
            wrong.append((fault, fate))
    assert not wrong


def test_nothing_is_mended_or_refused_that_was_not_planted(fair: tuple[Path, BuildReport]) -> None:
    folder, report = fair
    planted = {(each["file"], int(each["row"])) for each in _planted(folder)}
    assert {(each.file, each.row) for each in report.ledger.mends} <= planted
    assert {(each.file, each.row) for each in report.ledger.refusals} <= planted
    assert {(each.file, each.row) for each in report.ledger.findings if each.row} <= planted
    # Undecided employers leave a stall free.
    assert [each.subject for each in report.ledger.findings if not each.row] in ([], ["F"])


def test_a_mend_gives_what_was_meant(fair: tuple[Path, BuildReport]) -> None:
    folder, report = fair
    became = {(each.file, each.row, each.column): each.became for each in report.ledger.mends}
    plain = (
        "展位号",
        "姓名",
        "学校",
        "学校标识码",
        "手机号",
        "单位名称",
        "学校名称",
        "证件类型",
        "人数",
        "座位数",
    )
    for fault in _planted(folder):
        if fault["expected"] == "mended" and fault["column"] in plain:
            place = (fault["file"], int(fault["row"]), fault["column"])
            assert became[place] == fault["meant"], fault


def test_no_row_vanishes(fair: tuple[Path, BuildReport]) -> None:
    _folder, report = fair
    tallies = report.ledger.tallies()
    assert all(each.balanced for each in tallies)
    assert all(each.read == each.taken + each.mended + each.refused for each in tallies)
    assert all(each.rows == each.read + each.blank + each.totals for each in tallies)


def test_every_stall_can_be_reached(fair: tuple[Path, BuildReport]) -> None:
    _folder, report = fair
    assert not [each for each in report.ledger.findings if "way" in each.words.en]
    plan = report.content.plan
    drawn = {stall.number for stall in plan.stalls}
    assert all(number in drawn for each in report.content.exhibitors for number in each.stalls)


def test_the_double_selection_fair(double: BuildReport) -> None:
    content = double.content
    assert len(content.plan.zones) == 6
    assert len(content.plan.levels) == 2
    assert len(content.exhibitors) >= 130
    assert sum(len(each.openings) for each in content.exhibitors) >= 600
    types = Counter(each.type for each in content.attendees)
    assert types[BadgeType.GRADUATE] == 12_000
    assert types[BadgeType.DELEGATION] == 44
    assert set(types) == set(BadgeType) - {BadgeType.SCHOOL}
    states = Counter(each.registration for each in content.attendees)
    assert states[Registration.PENDING] > 100
    assert states[Registration.CANCELLED] > 100
    assert (states[Registration.WAITING], states[Registration.BARRED]) == (72, 5)
    assert [each.type for each in content.attendees if each.note] == [BadgeType.EMPLOYER, BadgeType.GUEST]
    assert len(content.sessions) == 20
    assert [each.region for each in content.delegations] == ["山东省", "山西省", "内蒙古自治区", "浙江省"]
    graduates = [each for each in content.attendees if each.type is BadgeType.GRADUATE]
    assert all(each.slot and each.day and each.school_code for each in graduates)
    recruiters = [each for each in content.attendees if each.type is BadgeType.EMPLOYER]
    assert sum(bool(each.stall) for each in recruiters) > 260
    assert sum(bool(each.major_class) for each in graduates) > 0.9 * len(graduates)


def test_the_reverse_fair(reverse: BuildReport) -> None:
    schools = [each for each in reverse.content.exhibitors if each.school_code]
    assert len(schools) == 92
    assert all(each.pool and each.stalls for each in schools)
    assert len([each for each in reverse.content.exhibitors if not each.stalls]) == 120
    assert reverse.content.exhibitors[0].stalls == ("A001",)
    representatives = [each for each in reverse.content.attendees if each.type is BadgeType.SCHOOL]
    assert representatives
    assert all(each.stall for each in representatives)
