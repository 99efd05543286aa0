"""Scenes of the cards: links for phones, what the visitor looked for, how it is with a stall, seats left."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.exhibitor import Exhibitor, Opening, PoolEntry
from kiosk.domain.stall_state import StallState
from kiosk.services.find.values import FloorStanding
from tests.fakes import services as fakes
from tests.ui.scenes.find import LONG, Scene, among, find
from tests.ui.scenes.visit import go
from tests.ui.stage import Stage

LINK = "https://jobs.example.cn/apply?id={}&from=bj-2026-winter"
TOO_LONG_LINK = "https://recruit.example.cn/" + "campus-2027/" * 40
POSTS = (
    Opening(
        "软件开发工程师",
        "计算机类、软件工程",
        "本科起",
        12,
        "15–22K",
        "北京市海淀区",
        title_en="Software developer",
        major_classes=("计算机类",),
    ),
    Opening(
        "算法工程师",
        "数学类、人工智能",
        "硕士起",
        6,
        "22–30K·16 薪",
        "北京市海淀区",
        title_en="Algorithm engineer",
        major_classes=("数学类", "计算机类"),
    ),
    Opening(
        "测试开发工程师",
        "电子信息类、自动化类",
        "本科起",
        8,
        "13–18K",
        "河北省石家庄市",
        title_en="Test developer",
        major_classes=("电子信息类", "自动化类"),
    ),
    Opening("产品助理", "专业不限", "不限", None, "面议", "上海市浦东新区", title_en="Product assistant"),
    Opening("储备干部", "工商管理类", "本科起", 20, "年薪12-15万", "全国"),
)
BADGE = "F1" + "A" * 148


def posts(count: int, *, link: str = LINK) -> tuple[Opening, ...]:
    """So many openings; `link` takes the opening's number."""
    return tuple(replace(POSTS[at % len(POSTS)], apply_url=link.format(at)) for at in range(count))


def offering(openings: tuple[Opening, ...], scene: Scene, **changes) -> Scene:
    """The first exhibitor offers these."""
    first, *rest = fakes.EXHIBITORS
    return among((replace(first, openings=openings, **changes), *rest), scene)


def standing(state: StallState, scene: Scene, *, to: str = "") -> Scene:
    """The first stall in a state, perhaps moved."""

    def changed(stage: Stage) -> None:
        moved = {"A001": to} if to else {}
        stage.kiosk.floor.standing_value = FloorStanding(states={"A001": state}, moved=moved)
        scene(stage)

    return changed


def looked_for(text: str, scene: Scene) -> Scene:
    """Something was typed before."""

    def searched(stage: Stage) -> None:
        find(text)(stage)
        scene(stage)

    return searched


def known(scene: Scene) -> Scene:
    """The visitor has shown a badge."""

    def shown(stage: Stage) -> None:
        stage.models.visitor.listen()
        stage.models.scan(BADGE)
        stage.rest()
        scene(stage)

    return shown


def planned(scene: Scene) -> Scene:
    """The first stall and the first session are in the plan."""

    def picked(stage: Stage) -> None:
        stage.models.plan.toggleStall("A001")
        stage.models.plan.toggleSession("S01")
        scene(stage)

    return picked


def _school(**changes) -> tuple[Exhibitor, ...]:
    school = replace(fakes.EXHIBITORS[-1], **changes)
    return (*fakes.EXHIBITORS[:-1], school)


POOL = tuple(
    PoolEntry(degree, major, count, of)
    for degree, major, count, of in (
        ("本科", "计算机科学与技术", 180, "计算机类"),
        ("硕士", "计算机科学与技术", 96, "计算机类"),
        ("本科", "软件工程", 120, "计算机类"),
        ("硕士", "材料科学与工程", 240, "材料类"),
        ("博士", "材料科学与工程", 88, "材料类"),
        ("博士", "冶金工程", 62, "材料类"),
        ("本科", "安全工程", 75, "安全科学与工程类"),
        ("本科", "会计学", 64, "工商管理类"),
        ("硕士", "工商管理", 41, "工商管理类"),
        ("本科", "法学", 38, "法学类"),
        ("专科", "物流管理", 12, "物流管理与工程类"),
    )
)
OFFICE = "学生就业指导中心，行政楼 205 室，010-80000000"
FIRST = go("listing", "1")
SESSION = go("session", "S01")


def seats(left: dict[str, int], scene: Scene) -> Scene:
    """So many seats are left where doors count."""

    def counted(stage: Stage) -> None:
        stage.kiosk.programme.left = left
        scene(stage)

    return counted


LISTING: dict[str, Scene] = {
    "listing links": standing(StallState.PRESENT, offering(posts(5), FIRST)),
    "listing one link": standing(StallState.EXPECTED, offering(posts(3, link=LINK.format(7)), FIRST)),
    "listing forty openings": planned(standing(StallState.LATE, offering(posts(40), FIRST, name=LONG))),
    "listing long link": offering(posts(2, link=TOO_LONG_LINK), FIRST),
    "listing for major": known(offering(posts(5), FIRST)),
    "listing moved": standing(StallState.MOVED, offering(posts(4), FIRST), to="D006"),
    "listing released": standing(StallState.RELEASED, offering(posts(5), FIRST)),
    "listing closed": standing(StallState.CLOSED, offering((), FIRST)),
    "listing office": among(_school(pool=POOL, office=OFFICE, region="内蒙古自治区"), go("listing", "100")),
}
SESSIONS: dict[str, Scene] = {"session full": planned(seats({"S01": 0}, SESSION))}
SCENES: dict[str, Scene] = {**LISTING, **SESSIONS}
MORE: dict[str, Scene] = {
    "listing typed": looked_for("算法", offering(posts(5), FIRST)),
    "session counted": seats({"S01": 23}, SESSION),
    "programme seats": seats({"S01": 23, "S02": 0, "S04": 80}, go("programme")),
}
"""States that look like others: for tests of what they say."""
