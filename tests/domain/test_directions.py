"""Directions on small plans: turns at what one sees, the right side, the right stall of a row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.directions import Guide, Told, gapped, minutes_for, short_name
from kiosk.domain.floorplan import (
    Facility,
    FacilityKind,
    FloorPlan,
    Graph,
    KioskPlace,
    Level,
    Point,
    Stall,
    Zone,
)
from kiosk.domain.words import Words

# A hall of 60 m. The kiosk stands at (0, 0); an aisle leads north from it, another one east at y = -20.
# B001 to B004 stand along the south side of the second, from x = 2 on, C001 to C004 along its north side.
# Nodes 2 to 5 lie before B001 to B004, 6 and 7 at the lift, 8 on the level above it, 9 at the east end.
NODES: tuple[Point, ...] = (
    *((0, 0), (0, -20), (3.5, -20), (6.5, -20), (9.5, -20), (12.5, -20)),
    *((-10, -20), (-10, -20), (5, -20), (30, -20), (0, -40)),
)
LEVEL = ("1",) * 7 + ("2", "2", "1", "1")
LIFTED = (6, 7, 15.0, False)
EDGES = ((0, 1, 20.0, False), (1, 5, 12.5, False), (1, 6, 10.0, False), LIFTED, (7, 8, 15.0, False))
PATHS = {f"{letter}{at + 1:03d}": (0, 1, 2 + at) for letter in "BC" for at in range(4)}
LIFT_PATH = (0, 1, 6, 7, 8)


def _row(letter: str, y: float, facing: str) -> tuple[Stall, ...]:
    return tuple(
        Stall(f"{letter}{at + 1:03d}", "1", letter, 2 + 3 * at, y, 3, 3, facing, 2 + at) for at in range(4)
    )


def facility(number: str, kind: FacilityKind, name: Words, level: str, at: Point, node: int) -> Facility:
    return Facility(number, kind, name, level, at[0] - 1, at[1] - 1, 2, 2, node)


LIFT = Words("电梯", "Lift")
PLAN = FloorPlan(
    levels=(
        Level("1", Words("1 号馆", "Hall 1"), 60, 60, ()),
        Level("2", Words("2 号馆", "Hall 2"), 60, 60, ()),
    ),
    zones=(Zone("B", Words("市属国企", "Municipal SOEs"), "1"), Zone("C", Words("医药区", "Medicine"), "1")),
    stalls=(
        *_row("B", -18.6, "north"),
        *_row("C", -24.4, "south"),
        Stall("D001", "2", "D", 3.5, -24.4, 3, 3, "south", 8),
    ),
    facilities=(
        facility("1-lift-1", FacilityKind.LIFT, LIFT, "1", (-11.5, -20), 6),
        facility("2-lift-1", FacilityKind.LIFT, LIFT, "2", (-11.5, -20), 7),
    ),
    kiosks=(KioskPlace("k", Words("机", "Kiosk"), "east", "1", 0, 0, 0, 0),),
    graph=Graph(
        tuple(x for x, _y in NODES),
        tuple(y for _x, y in NODES),
        LEVEL,
        EDGES,
        through=(("1-lift-1", (3,)), ("2-lift-1", (3,))),
    ),
)
HOSTS = {"B004": Words("北京京华软件股份有限公司（示例）", "Jinghua Software Co., Ltd. (sample)")}
COFFEE = facility("c", FacilityKind.COFFEE, Words("咖啡台", "Coffee"), "1", (-3, -21), 0)


def tell(path: tuple[int, ...], target: str, *, heading_deg: float = 0, plan: FloorPlan = PLAN) -> Told:
    found = plan.stall(target) or next(each for each in plan.facilities if each.id == target)
    guide = Guide(plan)
    return guide.tell(guide.legs(path), heading_deg, found, HOSTS)


def _with(*more: Facility, **changed: object) -> FloorPlan:
    return replace(PLAN, facilities=(*PLAN.facilities, *more), **changed)  # type: ignore[arg-type]


def test_a_way_in_one_breath() -> None:
    told = tell(PATHS["B004"], "B004", heading_deg=180, plan=_with(COFFEE))
    assert told.summary.zh == "在您身后，咖啡台右转，右手第四个展位"
    assert told.summary.en == "Behind you, turn right at the coffee stand, fourth stall on the right"
    assert [step.icon for step in told.steps] == ["back", "right", "arrive"]
    assert [step.title.zh for step in told.steps] == [
        "在您身后，走约 20 米",
        "咖啡台右转，走约 10 米",
        "到了：B004 北京京华软件股份有限公司（示例）",
    ]
    assert told.steps[-1].detail == Words(
        "右手第四个展位，市属国企专区", "Fourth stall on the right, zone B, Municipal SOEs"
    )


@pytest.mark.parametrize(
    ("heading_deg", "zh", "en"),
    [
        (0, "往前走", "Straight ahead"),
        (90, "在您左手边", "To your left"),
        (180, "在您身后", "Behind you"),
        (270, "在您右手边", "To your right"),
    ],
)
def test_it_begins_where_the_visitor_looks(heading_deg: float, zh: str, en: str) -> None:
    told = tell(PATHS["C002"], "C002", heading_deg=heading_deg)
    assert told.summary.zh.startswith(f"{zh}，")
    assert told.summary.en.startswith(f"{en}, ")


def test_a_corner_stall_is_named_with_its_host_and_the_target_never() -> None:
    corner = replace(PLAN.stalls[3], number="A001", x_m=0.5, y_m=-19, node=0)
    plan = replace(PLAN, stalls=(*PLAN.stalls, corner))
    hosts = {"A001": HOSTS["B004"]}
    guide = Guide(plan)
    steps = guide.tell(guide.legs(PATHS["B004"]), 0, plan.stalls[3], hosts).steps
    assert steps[1].title.zh == "过 A001 京华软件右转，走约 10 米"
    assert steps[1].title.en == "Turn right after A001, about 10 m"
    assert steps[1].detail.en == "A001 is Jinghua Software; on the right: A001 to B003"
    told = guide.tell(guide.legs(PATHS["B001"]), 0, corner, hosts)
    assert told.summary.zh.startswith("往前走，约 20 米后右转，")


def test_a_pillar_is_seen_and_a_room_behind_a_wall_is_not() -> None:
    pillar = (replace(PLAN.levels[0], blocks=((0.4, -21.4, 1, 1),)), PLAN.levels[1])
    assert "柱子旁右转" in tell(PATHS["B004"], "B004", plan=replace(PLAN, levels=pillar)).summary.zh
    wall = (replace(PLAN.levels[0], walls=(((-1, -30), (-1, -10)),)), PLAN.levels[1])
    told = tell(PATHS["B004"], "B004", plan=_with(COFFEE, levels=wall))
    assert "咖啡" not in told.summary.zh


def test_stalls_are_counted_on_the_side_where_the_target_stands() -> None:
    said = [tell(PATHS[number], number).summary.zh for number in ("B001", "B003", "C001", "C004")]
    assert [each.rsplit("，", 1)[-1] for each in said] == [
        "右手第一个展位",
        "右手第三个展位",
        "左手第一个展位",
        "左手第四个展位",
    ]


def test_what_nobody_would_count_is_told_by_its_neighbour() -> None:
    # From the east end one comes along from x = 30: it is the first there, whatever its number.
    back = replace(PLAN, kiosks=(replace(PLAN.kiosks[0], x_m=30, y_m=-20, node=9),))
    assert tell((9, 5), "B004", heading_deg=270, plan=back).summary.zh == "往前走，左手第一个展位"
    # A stall half before and half behind the turn: it is not clear which one is the first.
    beside = replace(PLAN.stalls[0], number="B000", x_m=-1.5)
    told = tell(PATHS["B003"], "B003", plan=replace(PLAN, stalls=(*PLAN.stalls, beside)))
    assert told.summary.zh.endswith("过 B002，B003 在右手边")
    assert told.summary.en.endswith("past B002, B003 on the right")


def test_a_stall_in_the_aisle_makes_the_count_unclear() -> None:
    island = replace(PLAN.stalls[0], number="X001", x_m=6, y_m=-19.7, width_m=1, height_m=0.5)
    told = tell(PATHS["B003"], "B003", plan=replace(PLAN, stalls=(*PLAN.stalls, island)))
    assert "第" not in told.summary.zh


def test_the_zone_and_the_stalls_along_the_way_are_named() -> None:
    told = tell(PATHS["B004"], "B004")
    assert told.steps[1].detail.zh.endswith("右手边是 B001、B002、B003")
    only_b = replace(PLAN, stalls=PLAN.stalls[:4])
    assert [step.detail for step in tell(PATHS["B004"], "B004", plan=only_b).steps[:2]] == [
        Words("进入市属国企专区，右手边是 B001", "Into zone B, Municipal SOEs; on the right: B001"),
        Words("右手边是 B001、B002、B003", "On the right: B001, B002, B003"),
    ]


def test_the_lift_is_named_and_how_one_leaves_it() -> None:
    told = tell(LIFT_PATH, "D001")
    assert [step.icon for step in told.steps] == ["straight", "left", "lift", "straight", "arrive"]
    assert told.steps[2].title == Words("乘电梯到 2 号馆", "Take the lift to Hall 2")
    assert "乘电梯到 2 号馆" in told.summary.zh
    assert "take the lift to Hall 2" in told.summary.en
    door = replace(PLAN.facilities[1], x_m=-11, y_m=-18.5)  # one comes out of it to the north
    plan = replace(PLAN, facilities=(PLAN.facilities[0], door))
    assert "出电梯右转" in tell(LIFT_PATH, "D001", plan=plan).summary.zh


@pytest.mark.parametrize(
    ("kind", "zh", "en"),
    [
        (FacilityKind.STAIRS, "走楼梯到 2 号馆", "Take the stairs to Hall 2"),
        (FacilityKind.RAMP, "走坡道到 2 号馆", "Take the ramp to Hall 2"),
        (FacilityKind.ESCALATOR, "乘扶梯到 2 号馆", "Take the escalator to Hall 2"),
    ],
)
def test_what_one_climbs_is_named(kind: FacilityKind, zh: str, en: str) -> None:
    # A lift stands nearer to where the first leg ends, and is not what one takes.
    near = facility("1-lift-9", FacilityKind.LIFT, LIFT, "1", (-10, -21), 10)
    ends = tuple(replace(each, kind=kind) for each in PLAN.facilities)
    steps = tell(LIFT_PATH, "D001", plan=replace(PLAN, facilities=(near, *ends))).steps
    climbed = next(step for step in steps if step.icon == kind.value)
    assert climbed.title == Words(zh, en)


def test_a_lift_past_a_level_is_one_ride() -> None:
    third = replace(PLAN.facilities[1], id="3-lift-1", level="3", node=9)
    graph = replace(
        PLAN.graph,
        level=(*LEVEL[:8], "3", "3", "1"),
        edges=(*EDGES[:4], (7, 9, 15.0, False), (9, 8, 25.0, False)),
        through=tuple((f"{level}-lift-1", (3, 4)) for level in "123"),
    )
    levels = (*PLAN.levels, replace(PLAN.levels[0], id="3", name=Words("3 号馆", "Hall 3")))
    plan = replace(PLAN, graph=graph, levels=levels, facilities=(*PLAN.facilities, third))
    steps = tell((0, 1, 6, 7, 9, 8), "D001", plan=plan).steps
    assert [step.title.zh for step in steps if step.icon == "lift"] == ["乘电梯到 3 号馆"]


def test_a_ramp_between_two_heights_of_one_level_is_a_step_of_its_own() -> None:
    ends = (
        facility("f1", FacilityKind.RAMP, Words("坡道", "Ramp"), "1", (0, -20), 1),
        facility("f2", FacilityKind.RAMP, Words("坡道", "Ramp"), "1", (12.5, -20), 5),
    )
    graph = replace(PLAN.graph, through=(("f1", (1,)), ("f2", (1,))))
    plan = replace(PLAN, facilities=ends, graph=graph)
    steps = tell(PATHS["B004"], "B004", plan=plan).steps
    assert [step.icon for step in steps] == ["straight", "ramp", "arrive"]
    assert steps[1].title == Words("走坡道", "Take the ramp")
    assert len(Guide(plan).legs((0, 1, 5))) == 2
    assert len(Guide(PLAN).legs((0, 1, 5))) == 1


def test_many_turns_are_told_by_the_zone() -> None:
    points: tuple[Point, ...] = ((0, 0), (0, -10), (10, -10), (10, -20), (20, -20), (20, -30))
    graph = Graph(tuple(x for x, _ in points), tuple(y for _, y in points), ("1",) * 6, ())
    stall = Stall("B009", "1", "B", 21, -31.5, 3, 3, "west", 5)
    told = tell((0, 1, 2, 3, 4, 5), "B009", plan=replace(PLAN, graph=graph, stalls=(stall,)))
    assert told.summary.zh == "往前走，往市属国企专区走，约 10 米后左转，右手第一个展位"
    assert len(told.steps) == 6


@pytest.mark.parametrize(
    ("x_m", "y_m", "where"),
    [
        (22, -20, "就在您面前"),
        (12.5, -30, "在您左手边"),
        (12.5, -10, "在您右手边"),
        (5, -20, "就在您身后"),
    ],
)
def test_at_a_room_one_is_told_on_which_side_it_is(x_m: float, y_m: float, where: str) -> None:
    room = facility("r1", FacilityKind.ROOM, Words("报告厅 A", "Room A"), "1", (x_m, y_m), 5)
    # One comes from the west.
    arrival = tell((0, 1, 5), "r1", plan=replace(PLAN, facilities=(room,))).steps[-1]
    assert (arrival.icon, arrival.title) == ("arrive", Words("到了：报告厅 A", "Room A"))
    assert arrival.detail.zh == where


def test_who_stands_before_it_already() -> None:
    told = tell((5,), "B004", heading_deg=180)
    assert [step.icon for step in told.steps] == ["arrive"]
    assert told.summary == Words("B004 就在正前方", "B004 right in front of you")


def test_a_way_takes_at_least_a_minute() -> None:
    assert minutes_for(3) == 1
    assert minutes_for(200) == 3


def test_the_gap_between_hanzi_and_latin() -> None:
    assert gapped("过", "B005", "左转到", "报告厅 A", "旁") == "过 B005 左转到报告厅 A 旁"


@pytest.mark.parametrize(
    ("zh", "en", "short_zh", "short_en"),
    [
        ("京华软件（示例）", "Jinghua Software (sample)", "京华软件", "Jinghua Software"),
        ("北京燕山重工集团有限公司", "Yanshan Heavy Co., Ltd.", "燕山重工", "Yanshan Heavy"),
        ("北京京津冀轨道交通检测研究院有限责任公司", "Beijing Tianjin Hebei Rail Transit Institute", "", ""),
        ("北京大学", "Peking University", "北京大学", "Peking University"),
    ],
)
def test_a_host_is_called_by_its_short_name(zh: str, en: str, short_zh: str, short_en: str) -> None:
    assert short_name(Words(zh, en)) == Words(short_zh, short_en)
