"""The double-selection fair: 139 employers on 138 stalls in two halls, 12,000 graduates."""

import random
import shutil
from datetime import date
from pathlib import Path

from writing import dirt, employers, graduates, halls, lists, participants, plan
from writing.employers import Employer, EmployerMaker, OpeningMaker
from writing.logo import write_logo
from writing.people import People
from writing.sheets import Cell, Sheet, csv_bytes, write_planted

SEED = 20261128
SLOTS = (("09:00-10:30", 40), ("10:30-12:00", 28), ("13:00-14:30", 20), ("14:30-16:00", 12))
GRADUATES = 12_000
EMPTY_STALLS = {"A007", "F010"}  # A007 belongs to the double stall, F010 was given back
WAITING_ZONES = ("D", "B", "F")  # employers without a stall of their own
SHARED_STALL = "D009"
PROGRAMME_COLUMNS = [
    "活动编号",
    "活动名称",
    "类型",
    "日期",
    "开始时间",
    "结束时间",
    "地点",
    "主讲",
    "座位数",
    "英文名称",
]


def programme_sheet(fair: str) -> Sheet:
    """活动日程.xlsx of a fair, its days as true dates."""
    sheet = Sheet("活动日程.xlsx", PROGRAMME_COLUMNS)
    for row in lists.data_rows(f"programme_{fair}.csv"):
        cells: dict[str, Cell] = dict(row)
        sheet.add(**{**cells, "日期": date.fromisoformat(row["日期"]), "座位数": int(row["座位数"])})
    return sheet


def write_plan(folder: Path, levels: list[plan.Level]) -> None:
    """The geometry sheet and a drawing a level."""
    (folder / "展位坐标.csv").write_bytes(csv_bytes(plan.geometry_lines(levels), "utf-8-sig"))
    for level in levels:
        (folder / f"平面图_{level.level}.svg").write_text(plan.svg(level), encoding="utf-8", newline="\n")


def _employers(rng: random.Random, levels: list[plan.Level]) -> list[Employer]:
    maker = EmployerMaker(rng)
    stalls = sorted(stall.number for level in levels for stall in level.stalls)
    hosts = [
        maker.fixed_at(stall) or maker.draw(stall[0], stall) for stall in stalls if stall not in EMPTY_STALLS
    ]
    return hosts + [maker.draw(zone, "") for zone in WAITING_ZONES]


def write(out: Path) -> None:
    """Writes the folder of the fair under `out`, which must not hold it yet."""
    folder = out / "double_selection"
    folder.mkdir(parents=True)
    rng = random.Random(SEED)
    people = People(rng, lists.name_parts(), 10_000)
    levels = [halls.hall_1(), halls.hall_2()]
    title = "首都高校毕业生冬季双选会（示例）参会单位汇总表"
    employer_sheet = Sheet("参会单位汇总表.xlsx", employers.EMPLOYER_COLUMNS, title)
    opening_sheet = Sheet("岗位需求表.xlsx", employers.OPENING_COLUMNS)
    openings = OpeningMaker(rng, opening_sheet)
    hosts = _employers(rng, levels)
    for number, employer in enumerate(hosts, start=1):
        employers.add_employer(employer_sheet, employer, people, openings.add(employer, number))
    graduate_sheet = Sheet("学生预约名单.csv", graduates.GRADUATE_COLUMNS)
    graduates.add_graduates(graduate_sheet, people, GRADUATES, SLOTS, 16)
    columns = [*participants.PARTICIPANT_COLUMNS, participants.NOTE_COLUMN]
    participant_sheet = Sheet("参会人员名单.csv", columns)
    participants.add_recruiters(participant_sheet, people, [employer.name for employer in hosts], 2)
    participants.add_helpers(participant_sheet, people)
    delegation_sheet = Sheet("代表团名单.csv", participants.DELEGATION_COLUMNS, encoding="gb18030")
    participants.add_delegations(delegation_sheet, people, "double_selection")
    programme = programme_sheet("double_selection")

    dirt.dirty_employers(employer_sheet)
    dirt.employers_odd_rows(employer_sheet, SHARED_STALL)
    dirt.dirty_openings(opening_sheet)
    dirt.dirty_graduates(graduate_sheet, people, lists.common_short_names())
    dirt.dirty_participants(participant_sheet)
    dirt.dirty_programme(programme)
    dirt.mark_alike(graduate_sheet)
    graduates.set_apart(graduate_sheet)
    participants.add_notes(participant_sheet)

    sheets = [employer_sheet, opening_sheet, graduate_sheet, participant_sheet, delegation_sheet, programme]
    for sheet in sheets:
        sheet.write(folder)
    write_planted(folder, sheets)
    write_plan(folder, levels)
    shutil.copyfile(lists.DATA / "fair_double_selection.toml", folder / "fair.toml")
    write_logo(folder)
