"""The reverse fair: the 92 universities of Beijing host stalls, 120 employers walk."""

import random
import shutil
from pathlib import Path

from writing import dirt, employers, graduates, halls, lists, participants
from writing.double_selection import programme_sheet, write_plan
from writing.employers import EmployerMaker
from writing.lists import School
from writing.people import People
from writing.sheets import Sheet, write_planted

SEED = 20261205
EMPLOYERS = 120
GRADUATES = 240  # graduates who have booked a talk and look in
SLOTS = (("09:30-12:00", 50), ("13:00-16:00", 50))
SCHOOL_COLUMNS = [
    "展位号",
    "学校名称",
    "学校标识码",
    "参会教师",
    "职务",
    "联系电话",
    "生源总数",
    "本科",
    "硕士",
    "博士",
    "优势专业",
    "英文名称",
    "就业指导中心",
    "备注",
]
POOL_COLUMNS = ["学校名称", "学历", "专业", "人数", "备注"]
TEACHER_POSTS = ("就业中心主任", "就业指导科科长", "就业辅导员", "校企合作专员")
INVENTED = "人数为示例"


def _pools(rng: random.Random, school: School, majors: list[str]) -> list[tuple[str, str, int]]:
    """Four to eight graduate pools of a school as (degree, major, count); the counts are invented."""
    if school.degree_level == "专科":
        degrees, weights = ["专科"], [1]
    elif school.weight >= graduates.FIRST_WITH_DOCTORS:
        degrees, weights = ["本科", "硕士", "博士"], [5, 4, 1]
    elif school.weight >= graduates.FIRST_WITH_POSTGRADUATES:
        degrees, weights = ["本科", "硕士"], [4, 1]
    else:
        degrees, weights = ["本科"], [1]
    pools = []
    others = [major for major in majors if major not in school.strengths]
    for major in school.strengths[:3] + rng.sample(others, rng.randint(3, 5)):
        degree = rng.choices(degrees, weights)[0]
        most = {"专科": 160, "本科": 180, "硕士": 90, "博士": 20}[degree]
        pools.append((degree, major, rng.randint(6, most)))
    return pools


def _add_schools(
    school_sheet: Sheet, pool_sheet: Sheet, participant_sheet: Sheet, people: People, schools: list[School]
) -> None:
    """A stall, pools and two representatives for each school; stalls are numbered by zone."""
    majors = lists.majors_by_zone()
    taken: dict[str, int] = {}
    for school in sorted(schools, key=lambda school: school.zone):
        taken[school.zone] = taken.get(school.zone, 0) + 1
        pools = _pools(people.rng, school, majors[school.zone])
        of_degree = {
            degree: sum(count for found, _, count in pools if found == degree) or None
            for degree in ("本科", "硕士", "博士")
        }
        teacher, post, phone = people.han_name(), people.rng.choice(TEACHER_POSTS), people.phone()
        school_sheet.add(
            展位号=f"{school.zone}{taken[school.zone]:03d}",
            学校名称=school.name,
            学校标识码=school.code,
            参会教师=teacher,
            职务=post,
            联系电话=phone,
            生源总数=sum(count for _, _, count in pools),
            优势专业="、".join(school.strengths),
            英文名称=school.english or None,
            就业指导中心=f"就业指导中心，示例楼 {100 + taken[school.zone]} 室",
            备注=INVENTED,
            **of_degree,
        )
        for degree, major, count in pools:
            pool_sheet.add(学校名称=school.name, 学历=degree, 专业=major, 人数=count, 备注=INVENTED)
        representatives = [(teacher, post, phone), (people.han_name(), "就业辅导员", people.phone())]
        for name, own_post, own_phone in representatives:
            participant_sheet.add(
                姓名=name, 单位名称=school.name, 职务=own_post, 手机号=own_phone, 证件类型="学校代表"
            )


def write(out: Path) -> None:
    """Writes the folder of the fair under `out`, which must not hold it yet."""
    folder = out / "reverse"
    folder.mkdir(parents=True)
    rng = random.Random(SEED)
    people = People(rng, lists.name_parts(), 60_000)
    schools = lists.schools()
    short_names = lists.common_short_names()
    title = "首都高校校企对接会（示例）校方展位表"
    school_sheet = Sheet("校方展位表.xlsx", SCHOOL_COLUMNS, title)
    pool_sheet = Sheet("生源信息表.xlsx", POOL_COLUMNS)
    participant_sheet = Sheet("参会人员名单.csv", participants.PARTICIPANT_COLUMNS)
    _add_schools(school_sheet, pool_sheet, participant_sheet, people, schools)

    columns = [column for column in employers.EMPLOYER_COLUMNS if column != "展位号"]
    employer_sheet = Sheet("参会单位汇总表.xlsx", columns, "首都高校校企对接会（示例）参会单位汇总表")
    maker = EmployerMaker(rng)
    walking = [maker.draw(rng.choice("ABCDEF"), "") for _ in range(EMPLOYERS)]
    for employer in walking:
        posts = rng.randint(2, 6)
        employers.add_employer(employer_sheet, employer, people, (posts, posts * rng.randint(1, 6)))
    participants.add_recruiters(participant_sheet, people, [employer.name for employer in walking], 2)
    participants.add_helpers(participant_sheet, people)
    delegation_sheet = Sheet("代表团名单.csv", participants.DELEGATION_COLUMNS, encoding="gb18030")
    participants.add_delegations(delegation_sheet, people, "reverse")
    graduate_sheet = Sheet("学生预约名单.csv", graduates.GRADUATE_COLUMNS)
    graduates.add_graduates(graduate_sheet, people, GRADUATES, SLOTS, 20)
    programme = programme_sheet("reverse")

    dirt.dirty_schools(school_sheet, short_names)
    dirt.dirty_pools(pool_sheet, short_names)
    dirt.dirty_walking_employers(employer_sheet)
    dirt.dirty_participants(participant_sheet)
    dirt.dirty_programme(programme)

    sheets = [
        school_sheet,
        pool_sheet,
        employer_sheet,
        graduate_sheet,
        participant_sheet,
        delegation_sheet,
        programme,
    ]
    for sheet in sheets:
        sheet.write(folder)
    write_planted(folder, sheets)
    write_plan(folder, [halls.reverse_hall()])
    shutil.copyfile(lists.DATA / "fair_reverse.toml", folder / "fair.toml")
