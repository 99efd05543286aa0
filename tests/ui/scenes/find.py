"""Scenes of who looks for something: stalls, a listing, a session, the way, the programme, the season."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from kiosk.domain.exhibitor import Exhibitor, Opening, PoolEntry
from kiosk.domain.fair import Session, Slot
from kiosk.domain.stall_state import StallState
from kiosk.domain.words import Words
from kiosk.services.find.values import FloorStanding
from tests.fakes import services as fakes
from tests.ui.scenes.visit import go, rehearsal
from tests.ui.stage import Stage

Scene = Callable[[Stage], None]
TOO_MANY = 3_000
LONG = Words(
    "北京京津冀协同发展轨道交通装备检测认证技术研究院有限责任公司通州分公司",
    "Beijing Tianjin Hebei Rail Transit Equipment Inspection and Certification Institute, Tongzhou Branch",
)
"""A name as long as they come."""
LONG_OPENING = Opening(
    "轨道交通牵引供电系统高级研发工程师（博士后工作站）",
    "电气工程、控制科学与工程、机械工程、材料科学与工程",
    "硕士研究生及以上",
    120,
    "25–40K·16 薪",
    "北京市通州区、河北省石家庄市",
    title_en="Senior engineer for railway traction power systems (postdoctoral station)",
)


def find(text: str, stall: str = "") -> Scene:
    """Find with something typed, and perhaps a stall touched on the map."""

    def scene(stage: Stage) -> None:
        stage.models.navigation.go("find")
        stage.rest()
        stage.models.find.search(text)
        stage.rest()
        if stall:
            stage.models.find.chooseStall(stall)

    return scene


def pad(kind: str, keys: str) -> Scene:
    """Find with a pad open and keys of it touched."""

    def scene(stage: Stage) -> None:
        stage.models.navigation.go("find")
        stage.rest()
        stage.models.find.pads.choose(kind)
        for key in keys:
            stage.models.find.typeKey(key)

    return scene


def way(stall: str, *, step_free: bool = False) -> Scene:
    """The way to a stall."""

    def scene(stage: Stage) -> None:
        stage.models.navigation.open("way", stall)
        stage.rest()
        stage.models.way.goStepFree(step_free)

    return scene


def held(call: str, scene: Scene) -> Scene:
    """A scene whose services do not answer yet."""

    def loading(stage: Stage) -> None:
        stage.kiosk.hold(call)
        scene(stage)

    return loading


def reading(call: str, page: str) -> Scene:
    """A page that shows what it knows while it reads anew: here it is asked to start from nothing."""

    def loading(stage: Stage) -> None:
        stage.kiosk.hold(call)
        stage.models.navigation.go(page)
        stage.models.page(page).again()

    return loading


def failed(call: str, scene: Scene) -> Scene:
    """A scene whose services fail."""

    def failing(stage: Stage) -> None:
        stage.kiosk.fail(call)
        scene(stage)

    return failing


def among(exhibitors: tuple[Exhibitor, ...], scene: Scene) -> Scene:
    """A scene at a fair with these exhibitors."""

    def changed(stage: Stage) -> None:
        stage.kiosk.directory.exhibitors = exhibitors
        scene(stage)

    return changed


def with_sessions(sessions: tuple[Session, ...], scene: Scene, *, minutes_later: int = 0) -> Scene:
    """A scene with another programme, perhaps later in the day."""

    def changed(stage: Stage) -> None:
        stage.kiosk.directory.sessions = sessions
        stage.kiosk.clock.moment = fakes.NOW + timedelta(minutes=minutes_later)
        scene(stage)

    return changed


def season(count: int, *, unread: int = 0) -> Scene:
    """The season with so many fairs."""

    def scene(stage: Stage) -> None:
        stage.kiosk.season.count, stage.kiosk.season.unread = count, unread
        stage.models.navigation.go("season")

    return scene


def steps(count: int) -> Scene:
    """A way of so many steps."""

    def scene(stage: Stage) -> None:
        stage.kiosk.wayfinding.steps = count
        way("C008")(stage)

    return scene


def numbered(count: int) -> tuple[Exhibitor, ...]:
    """So many exhibitors; those beyond the plan's stalls share them."""
    own = fakes.EXHIBITORS[:-1]
    return tuple(
        replace(
            own[at % len(own)], id=at + 1, name=Words(f"示例单位 {at + 1} 号（示例）", f"Employer {at + 1}")
        )
        for at in range(count)
    )


def _long() -> tuple[Exhibitor, ...]:
    first, second, *rest = fakes.EXHIBITORS
    many = (LONG_OPENING, *(replace(LONG_OPENING, headcount=None, pay="面议") for _ in range(9)))
    long = replace(first, name=LONG, openings=many, stalls=("A001", "A002"), region="新疆生产建设兵团")
    return (long, replace(second, openings=()), *rest)


def _one_opening() -> tuple[Exhibitor, ...]:
    first, *rest = fakes.EXHIBITORS
    return (replace(first, openings=first.openings[:1]), *rest)


def _no_stall() -> tuple[Exhibitor, ...]:
    first, *rest = fakes.EXHIBITORS
    return (replace(first, stalls=(), zone=""), *rest)


def _big_school() -> tuple[Exhibitor, ...]:
    school = fakes.EXHIBITORS[-1]
    majors = (
        "材料科学与工程",
        "计算机科学与技术",
        "冶金工程",
        "安全科学与工程",
        "马克思主义理论与思想政治教育",
    )
    pool = tuple(
        PoolEntry(degree, f"{major}", 300 - 17 * at - 5 * each)
        for at, major in enumerate(majors)
        for each, degree in enumerate(("本科", "硕士", "博士"))
    )
    return (*fakes.EXHIBITORS[:-1], replace(school, pool=pool, name=LONG))


def _sessions(count: int) -> tuple[Session, ...]:
    """So many sessions, half an hour apart, long titles and short; the last ones on the next day."""
    long = "京津冀协同发展背景下高校毕业生基层就业项目政策解读与现场答疑"
    made = []
    for at in range(count):
        like = fakes.SESSIONS[at % len(fakes.SESSIONS)]
        start = 540 + 30 * (at % 13)
        title = (
            Words(long, f"{like.title.en}: questions and answers for graduates")
            if at % 3 == 2
            else like.title
        )
        day = fakes.DAY + timedelta(days=at // 13)
        made.append(replace(like, id=f"M{at}", slot=Slot(start, start + 50), title=title, day=day))
    return tuple(made)


def _elsewhere() -> tuple[Session, ...]:
    """The first session in a place that is not on the plan."""
    return (replace(fakes.SESSIONS[0], place="会展中心西侧露天广场"), *fakes.SESSIONS[1:])


def _long_session() -> tuple[Session, ...]:
    session = replace(
        fakes.SESSIONS[0],
        title=Words(f"{LONG.zh}校园宣讲会暨现场面试", f"{LONG.en}: campus talk and interviews"),
        place="2 号馆·二层东侧多功能报告厅 A（近扶梯）",
        speaker=LONG.zh,
    )
    return (session, *fakes.SESSIONS[1:])


def narrowed(*chosen: tuple[str, str], panel: str = "", scene: Scene | None = None) -> Scene:
    """Find with values of facets chosen, and perhaps the panel left open at one."""

    def narrowing(stage: Stage) -> None:
        (scene or find(""))(stage)
        stage.rest()
        facets = stage.models.find.facets
        for kind, value in chosen:
            facets.openPanel(kind)
            facets.toggle(value)
            stage.rest()
        facets.closePanel()
        if panel:
            facets.openPanel(panel)

    return narrowing


def standing(scene: Scene) -> Scene:
    """A scene on a floor where some have not come, one has moved, and a lift is closed."""

    def changed(stage: Stage) -> None:
        states = {
            "A001": StallState.LATE,
            "A002": StallState.RELEASED,
            "A004": StallState.PRESENT,
            "A005": StallState.CLOSED,
        }
        stage.kiosk.floor.standing_value = FloorStanding(frozenset({"l1"}), states, {"A003": "B008"})
        scene(stage)

    return changed


def alone(scene: Scene) -> Scene:
    """A scene with the list alone."""

    def toggled(stage: Stage) -> None:
        scene(stage)
        stage.rest()
        stage.models.find.toggleList()

    return toggled


def elsewhere(stage: Stage) -> None:
    """Turned to a level where nothing matches."""
    find("燕山云计算1 部")(stage)
    stage.rest()
    stage.models.find.showLevel("2")


def shortcut(icon: str, text: str) -> Scene:
    """Find, and a shortcut touched."""

    def touched(stage: Stage) -> None:
        find("")(stage)
        stage.rest()
        stage.models.find.seek(icon, text)

    return touched


def narrowed_then_typed(stage: Stage) -> None:
    """What was typed is there, but not among those that are left."""
    narrowed(("nature", "其他企业"))(stage)
    stage.rest()
    stage.models.find.search("燕山云计算1 部")


def suiting(stage: Stage) -> None:
    """A badge said the class of majors."""
    find("")(stage)
    stage.rest()
    stage.models.find.facets.suit("计算机类")


def my_major(*, badge: str = "") -> Scene:
    """ "For my major" was touched: a badge is waited for, is nobody's, or says no major."""

    def asking(stage: Stage) -> None:
        find("")(stage)
        stage.rest()
        if badge == "bare":
            stage.kiosk.visitors.major_class = ""
        stage.models.find.facets.askMajor()
        stage.models.visitor.listen()
        if badge:
            stage.models.scan({"unknown": "NOT A BADGE", "bare": "F1BARE"}[badge])

    return asking


FIND: dict[str, Scene] = {
    "find": find(""),
    "find rehearsal": rehearsal(find("")),
    "find hits": find("工程", "A003"),
    "find one": find("燕山云计算1 部"),
    "find many": among(numbered(TOO_MANY), find("")),
    "find long": among(_long(), find("", "A001")),
    "find none": find("海上风电"),
    "find loading": held("directory.find", go("find")),
    "find failed": failed("directory.find", go("find")),
    "find nine keys": pad("nine", "2578"),
    "find nine keys none": pad("nine", "9999"),
    "find initials": pad("initials", "A00"),
    "find groups": find("软件"),
    "find exact": find("A003"),
    "find standing": standing(find("")),
    "find shortcut": shortcut("toilet", "洗手间"),
    "find panel": narrowed(panel="industry"),
    "find panel region": narrowed(("degree", "硕士起"), ("region", "河北"), panel="region"),
    "find three facets": narrowed(("nature", "其他企业"), ("degree", "硕士起"), ("region", "天津市")),
    "find all facets": narrowed(
        *(("nature", "国有企业"), ("nature", "其他企业"), ("degree", "硕士起"), ("degree", "本科起")),
        *(("headcount", "20"), ("kind", "employer")),
    ),
    "find my major": my_major(),
    "find my major unknown": my_major(badge="unknown"),
    "find my major bare": my_major(badge="bare"),
    "find my major known": suiting,
    "find none narrowed": narrowed_then_typed,
    "find elsewhere": elsewhere,
    "find list": alone(find("")),
    "find list standing": alone(standing(find("软件"))),
    "find list facilities": alone(standing(find("电梯"))),
}
LISTING: dict[str, Scene] = {
    "listing": go("listing", "3"),
    "listing one opening": among(_one_opening(), go("listing", "1")),
    "listing many openings": among(_long(), go("listing", "1")),
    "listing no openings": among(_long(), go("listing", "2")),
    "listing no stall": among(_no_stall(), go("listing", "1")),
    "listing school": go("listing", "100"),
    "listing big school": among(_big_school(), go("listing", "100")),
    "listing loading": held("listing", go("listing", "3")),
    "listing failed": failed("listing", go("listing", "3")),
    "listing gone": go("listing", "9999"),
}
WAY: dict[str, Scene] = {
    "way": way("A003"),
    "way levels": way("D003", step_free=True),
    "way room": way("r201"),
    "way many steps": steps(9),
    "way none": way("Z999"),
    "way loading": held("way", go("way", "A003")),
    "way failed": failed("way", go("way", "A003")),
}
PROGRAMME: dict[str, Scene] = {
    "programme": go("programme"),
    "programme one": with_sessions(fakes.SESSIONS[1:2], go("programme")),
    "programme many": with_sessions(_sessions(20), go("programme")),
    "programme days": with_sessions(_sessions(60), go("programme")),
    "programme none": with_sessions((), go("programme")),
    "programme over": with_sessions(fakes.SESSIONS, go("programme"), minutes_later=600),
    "programme loading": reading("programme", "programme"),
    "programme failed": failed("programme", go("programme")),
}
SESSION: dict[str, Scene] = {
    "session": go("session", "S01"),
    "session host only": with_sessions(_elsewhere(), go("session", "S01")),
    "session nowhere": go("session", "S02"),
    "session over": with_sessions(fakes.SESSIONS, go("session", "S01"), minutes_later=600),
    "session long": with_sessions(_long_session(), among(_long(), go("session", "S01"))),
    "session another day": with_sessions(_sessions(20), go("session", "M16")),
    "session loading": held("session", go("session", "S01")),
    "session failed": failed("session", go("session", "S01")),
    "session gone": go("session", "S99"),
}
SEASON: dict[str, Scene] = {
    "season": season(3),
    "season one": season(1),
    "season many": season(12, unread=2),
    "season loading": reading("fairs", "season"),
    "season failed": failed("fairs", go("season")),
}
SCENES: dict[str, Scene] = {**FIND, **LISTING, **WAY, **PROGRAMME, **SESSION, **SEASON}
