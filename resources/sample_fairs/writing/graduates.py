"""Invented graduates of the real schools, booked into entry slots."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from writing import lists
from writing.lists import School
from writing.people import People
from writing.sheets import Sheet

GRADUATE_COLUMNS = [
    "姓名",
    "学校",
    "学校标识码",
    "学号",
    "学历层次",
    "专业",
    "毕业年份",
    "手机号",
    "预约时段",
    "提交时间",
    "状态",
]
ENTRY_YEAR = {"专科": 2024, "本科": 2023, "硕士": 2024, "博士": 2022}
FIRST_WITH_POSTGRADUATES, FIRST_WITH_DOCTORS = 4, 6  # weights of schools
FIRST_SUBMIT = datetime(2026, 11, 9, 9, 0, tzinfo=timezone(timedelta(hours=8)))


def student_number(school: School, degree: str, order: int) -> str:
    """A student number by the school's pattern: plain, with a letter for postgraduates, or with the code."""
    year = ENTRY_YEAR[degree]
    pattern = int(school.code[-2:]) % 3
    letter = {"硕士": "S", "博士": "B"}.get(degree, "")
    if pattern == 0:
        return f"{year}{order:06d}"
    if pattern == 1:
        return f"{letter}{year}{order:05d}"
    return f"{year}{school.code[-5:]}{order:04d}"


def degree_of(school: School, rng: random.Random) -> str:
    """学历层次 of a graduate; strong schools send more postgraduates."""
    if school.degree_level == "专科":
        return "专科"
    draw = rng.random() * 10
    if school.weight < FIRST_WITH_POSTGRADUATES:
        return "本科"
    if draw < 0.5 and school.weight >= FIRST_WITH_DOCTORS:
        return "博士"
    return "硕士" if draw < school.weight * 0.55 else "本科"


def add_graduates(
    sheet: Sheet, people: People, count: int, slots: Sequence[tuple[str, int]], days_open: int
) -> None:
    """Adds `count` rows; `slots` are (text, weight)."""
    rng = people.rng
    schools = lists.schools()
    weights = [school.weight for school in schools]
    majors = lists.majors_by_zone()
    orders: dict[str, int] = {}
    submitted = FIRST_SUBMIT
    step_s = days_open * 86_400 / count
    for _ in range(count):
        school = rng.choices(schools, weights)[0]
        degree = degree_of(school, rng)
        orders[school.code] = orders.get(school.code, 100) + rng.randint(1, 3)
        submitted += timedelta(seconds=rng.random() * 2 * step_s)
        draw = rng.random()
        sheet.add(
            姓名=people.name(),
            学校=school.name,
            学校标识码=school.code,
            学号=student_number(school, degree, orders[school.code]),
            学历层次=degree,
            专业=rng.choice(school.strengths if rng.random() < 0.4 else majors[school.zone]),
            毕业年份="2027",
            手机号=people.phone(),
            预约时段=rng.choices([text for text, _ in slots], [weight for _, weight in slots])[0],
            提交时间=submitted.strftime("%Y-%m-%d %H:%M:%S"),
            状态="待审核" if draw < 0.02 else "已取消" if draw < 0.035 else "已确认",
        )


def set_apart(sheet: Sheet) -> None:
    """Some who wait for a place, and a few whom the organiser bars. Of rows without dirt."""
    clean = [row for row in sheet.rows if not row.marks and row.cells["状态"] == "已确认"]
    for row in clean[50::160]:
        row.cells["状态"] = "候补"
    for row in clean[60::2400]:
        row.cells["状态"] = "禁止入场"
