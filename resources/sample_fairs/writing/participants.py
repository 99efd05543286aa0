"""People with badges who are no graduates: recruiters, delegations, staff, volunteers, press, guests."""

from collections.abc import Iterable

from writing import lists
from writing.people import People
from writing.sheets import Sheet

PARTICIPANT_COLUMNS = ["姓名", "单位名称", "职务", "手机号", "证件类型"]
NOTE_COLUMN = "现场提示"
DELEGATION_COLUMNS = ["批次", "车次", "领队", "姓名", "单位", "职务", "手机号", "预计到达"]
RECRUITER_POSTS = ("招聘经理", "人力资源主管", "校园招聘专员", "用人部门负责人")
MEMBER_POSTS = ("人社局干部", "人才中心职员", "企业招聘代表", "企业人力主管")
CENTRES = ("省直", "市级", "高新区", "开发区")
HELPERS = (
    ("工作人员", "主办方（示例）", ("会务", "导引", "签到", "设备"), 40),
    ("志愿者", "志愿者服务队（示例）", ("引导志愿者", "咨询志愿者"), 60),
    ("媒体", "京报示范版（示例）", ("记者", "摄影"), 8),
    ("嘉宾", "就业指导委员会（示例）", ("专家", "顾问"), 12),
)


def add_recruiters(sheet: Sheet, people: People, employers: Iterable[str], each: int) -> None:
    """Adds `each` recruiters of every employer."""
    for employer in employers:
        for post in people.rng.sample(RECRUITER_POSTS, each):
            sheet.add(
                姓名=people.han_name(),
                单位名称=employer,
                职务=post,
                手机号=people.phone(),
                证件类型="用人单位",
            )


def add_helpers(sheet: Sheet, people: People) -> None:
    """Adds staff, volunteers, press and guests."""
    for badge_type, unit, posts, count in HELPERS:
        for _ in range(count):
            sheet.add(
                姓名=people.name(),
                单位名称=unit,
                职务=people.rng.choice(posts),
                手机号=people.phone(),
                证件类型=badge_type,
            )


def add_delegations(sheet: Sheet, people: People, fair: str) -> None:
    """Adds the fair's delegations, each leader first; two members have rare characters in their names."""
    rare = list(people.parts.rare)
    for group in lists.data_rows("delegations.csv"):
        if group["fair"] != fair:
            continue
        leader = people.han_name()
        for member in range(int(group["members"])):
            name = leader if member == 0 else people.han_name()
            if member in (3, 6) and rare:
                name = rare.pop(0)
            unit = f"{group['province']}{people.rng.choice(CENTRES)}人才中心（示例）"
            row = sheet.add(
                批次=group["batch"],
                车次=group["coach"],
                领队=leader,
                姓名=name,
                单位=unit,
                职务="领队" if member == 0 else people.rng.choice(MEMBER_POSTS),
                手机号=people.phone(),
                预计到达=group["arrival"],
            )
            if group["merged"] and member:
                for column in ("批次", "车次", "领队", "预计到达"):
                    row.plant(column, None, "blank of a merged cell", "mended")


def add_notes(sheet: Sheet) -> None:
    """A word for staff about a recruiter and about a guest."""
    notes = {
        "用人单位": "展位隔板已加高，请带到展位看一下",
        "嘉宾": "请送到 2 号馆报告厅 B，14:00 讲座",
    }
    for badge_type, note in notes.items():
        row = next(row for row in sheet.rows if row.cells["证件类型"] == badge_type and not row.marks)
        row.cells[NOTE_COLUMN] = note
