"""Each thing that can be wrong with a plan is planted once, and found with its place; nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kiosk.domain.floorplan import FacilityKind, Flow
from kiosk.domain.route import shortest_ways
from kiosk.domain.words import Words
from kiosk.pack.plans.drawing import Box, DrawnKiosk, DrawnPassage, DrawnStall
from kiosk.pack.plans.findings import FindingKind, Layout, PlanFinding, record
from kiosk.pack.plans.linter import lint
from kiosk.pack.records.ledger import Gravity, Ledger
from tests.pack.plans.conftest import facility, passage

LayOut = Callable[..., Layout]
DOOR = ((13.0, 12.0), (17.0, 12.0))
ROOM = facility(FacilityKind.ROOM, "报告厅", Box(20, 2, 4, 3))
LIFT = facility(FacilityKind.LIFT, "电梯", Box(27, 1, 2, 2), "lift")
STAIRS = facility(FacilityKind.STAIRS, "楼梯", Box(27, 1, 2, 2), "lift")
KIOSK = DrawnKiosk("east-1", (13.0, 18.0), 0.0)
GATE = ("east", (15.0, 19.8))
DRAWN = DrawnStall("A001", Box(3, 5, 3, 3), "south")

Planted = tuple[FindingKind, dict[str, Any], str, str, str, list[tuple[str, float, float]]]
"""Kind, what is spoilt, subject, part of the words in two languages, level and corner of each spot."""
PLANTED: list[Planted] = [
    (
        FindingKind.OVERLAP,
        {"places": {"A002": {"box": Box(5, 5, 3, 3)}}},
        "A001",
        "展位 A001 与 A002 重叠",
        "stalls A001 and A002 overlap",
        [("1", 5, 5)],
    ),
    (
        FindingKind.DUPLICATE,
        {"lower": {"stalls": (DRAWN, replace(DRAWN, box=Box(9, 5, 3, 3)))}},
        "A001",
        "展位号 A001 画了 2 次",
        "A001 is drawn 2 times",
        [("1", 3, 5), ("1", 9, 5)],
    ),
    (
        FindingKind.DRAWN_ELSEWHERE,
        {"lower": {"stalls": (replace(DRAWN, box=Box(4, 5, 3, 3)),)}},
        "A001",
        "以坐标表为准",
        "shows stall A001 elsewhere",
        [("1", 4, 5), ("1", 3, 5)],
    ),
    (
        FindingKind.UNASSIGNED,
        {"hosts": {"A001": "示例", "B001": "示例"}},
        "A",
        "展位 A002 还没有单位",
        "nobody has stall A002",
        [("1", 6, 5)],
    ),
    (
        FindingKind.NOT_DRAWN,
        {"hosts": {"A001": "示例", "A002": "示例", "B001": "示例", "A009": "迷路"}},
        "A009",
        "“迷路”的展位 A009 不在展位坐标里",
        'stall A009 of "迷路" has no geometry',
        [],
    ),
    (
        FindingKind.OFF_FLOOR,
        {"places": {"A001": {"box": Box(-1, 5, 3, 3)}}},
        "A001",
        "不在楼层范围内",
        "lies off the floor",
        [("1", -1, 5)],
    ),
    (
        FindingKind.SERVED_SIDE,
        {"places": {"A001": {"facing": "east"}, "A002": {"box": Box(6.2, 5, 3, 3)}}},
        "A001",
        "朝东，对着展位 A002",
        "from the east, against stall A002",
        [("1", 3, 5)],
    ),
    (
        FindingKind.NO_ZONE,
        {"places": {"A002": {"number": "Z002"}}, "hosts": {"A001": "", "Z002": "", "B001": ""}},
        "Z",
        "没有专区 Z",
        "no zone Z",
        [("1", 6, 5)],
    ),
    (
        FindingKind.WRONG_LEVEL,
        {"places": {"B001": {"number": "A009"}}, "hosts": {"A001": "", "A002": "", "A009": ""}},
        "A",
        "A 区在 1 号馆，展位 A009 却在 2 号馆",
        "zone A is in Hall 1, stall A009 in Hall 2",
        [("2", 3, 5)],
    ),
    (
        FindingKind.CUT_OFF,
        {"lower": {"walls": (((0.0, 12.0), (30.0, 12.0)), ((10, 20), (10, 16), (14, 16), (14, 20)))}},
        "east-1",
        "从终端 east-1 哪里也走不到",
        "leads anywhere from kiosk east-1",
        [("1", 13, 18)],
    ),
    (
        FindingKind.NO_WAY,
        {"lower": {"passages": (passage("p", DOOR, Flow.CLOSED),), "facilities": (LIFT,)}},
        "A001",
        "从任何终端和门走不到展位 A001、A002、B001，设施 电梯、电梯，请检查",
        "from any kiosk or gate to stall A001, A002, B001; facility",
        [("1", 3, 5), ("1", 6, 5), ("2", 3, 5), ("1", 27, 1), ("2", 27, 1)],
    ),
    (
        FindingKind.NOT_STEP_FREE,
        {"lower": {"facilities": (STAIRS, ROOM)}, "upper": {"facilities": (STAIRS,)}},
        "B001",
        "到展位 B001 没有无台阶路线",
        "no step-free way leads from any kiosk or gate to stall B001",
        [("2", 3, 5)],
    ),
    (
        FindingKind.NO_WAY_OUT,
        # Drawn from east to west, so its right hand is the north: one gets in and not out.
        {"lower": {"passages": (passage("p", DOOR[::-1], Flow.ONE_WAY),)}},
        "A001",
        "就走不出去",
        "nobody gets out again from A001, A002, B001",
        [("1", 3, 5), ("1", 6, 5), ("2", 3, 5), ("1", 27, 1), ("1", 20, 2), ("2", 27, 1)],
    ),
    (
        FindingKind.KIOSK_INSIDE,
        {"lower": {"kiosks": (replace(KIOSK, place=(10.0, 12.01)),)}},
        "east-1",
        "画在墙里",
        "stands in a wall",
        [("1", 10, 12.01)],
    ),
    (
        FindingKind.KIOSK_UNKNOWN,
        {"lower": {"kiosks": (KIOSK, DrawnKiosk("spare", (5.0, 18.0), 0.0))}},
        "spare",
        "终端 spare 没有登记",
        "kiosk spare is drawn, not listed",
        [("1", 5, 18)],
    ),
    (
        FindingKind.GATE_OFF_FLOOR,
        {"lower": {"gates": (("east", (15.0, 20.9)),)}},
        "east",
        "门 east 不在楼层范围内",
        "gate east lies off the floor",
        [("1", 15, 20.9)],
    ),
    (
        FindingKind.GATE_NOT_DRAWN,
        {"lower": {"gates": ()}},
        "east",
        "没有画门 东门",
        "no drawing shows gate east",
        [],
    ),
    (
        FindingKind.GATE_UNKNOWN,
        {"lower": {"gates": (GATE, ("west", (1.0, 19.0)))}},
        "west",
        "门 west 没有登记",
        "gate west is drawn, not listed",
        [("1", 1, 19)],
    ),
    (
        FindingKind.LINK_ONE_END,
        {"lower": {"facilities": (LIFT, ROOM, facility(FacilityKind.RAMP, "坡道", Box(8, 14, 3, 1), "r"))}},
        "r",
        "坡道只画在一个楼层上",
        "坡道 is drawn on one level only",
        [("1", 8, 14)],
    ),
    (
        FindingKind.PASSAGE_NO_AISLE,
        {"lower": {"passages": (passage("x", ((3.5, 6.0), (5.5, 6.0)), Flow.BOTH),)}},
        "x",
        "没有横在走道上",
        "Passage x lies across no aisle",
        [("1", 3.5, 6)],
    ),
    (
        FindingKind.PASSAGE_OPEN_END,
        {"lower": {"passages": (passage("x", ((11.0, 0.0), (11.0, 6.0)), Flow.CLOSED),)}},
        "x",
        "没有画到墙或展位",
        "ends in the open",
        [("1", 11, 6)],
    ),
    (
        FindingKind.DOOR_NO_WALL,
        {"lower": {"doors": (DOOR, ((3.0, 15.0), (5.0, 15.0)))}},
        "1",
        "门洞不在墙上",
        "this door is in no wall",
        [("1", 4, 15)],
    ),
]


def test_a_sound_plan_has_no_findings(lay_out: LayOut) -> None:
    assert lint(lay_out()) == ()


def test_every_kind_is_planted_once() -> None:
    assert sorted(kind for kind, *_ in PLANTED) == sorted(FindingKind)


@pytest.mark.parametrize(
    ("kind", "spoilt", "subject", "zh", "en", "spots"), PLANTED, ids=[each[0].value for each in PLANTED]
)
def test_what_is_planted_is_found(
    lay_out: LayOut,
    kind: FindingKind,
    spoilt: dict[str, Any],
    subject: str,
    zh: str,
    en: str,
    spots: list[tuple[str, float, float]],
) -> None:
    found = lint(lay_out(**spoilt))
    assert [each.kind for each in found] == [kind]
    assert found[0].subject == subject
    assert zh in found[0].words.zh
    assert en in found[0].words.en
    assert [(each.level, each.box.x_m, each.box.y_m) for each in found[0].spots] == spots


@pytest.mark.parametrize(
    ("box", "facing", "against"),
    [
        (Box(3, 0.3, 3, 3), "north", "the floor's edge"),
        (Box(3, 8.7, 3, 3), "south", "a wall"),
        (Box(10.6, 3, 3, 3), "east", "a block"),
        (Box(16.6, 2, 3, 3), "east", "报告厅"),
    ],
)
def test_a_stall_must_be_served_from_where_one_can_stand(
    lay_out: LayOut, box: Box, facing: str, against: str
) -> None:
    found = lint(lay_out(places={"A001": {"box": box, "facing": facing}}))
    assert [each.kind for each in found] == [FindingKind.SERVED_SIDE]
    assert found[0].words.en == f"stall A001 is served from the {facing}, against {against}: turn it."
    assert (found[0].file, found[0].row) == ("展位坐标.csv", 2)


@pytest.mark.parametrize(
    ("place", "where"),
    [((4.0, 6.0), "in stall A001"), ((14.5, 4.5), "in a block"), ((15.0, 21.0), "off the floor")],
)
def test_a_kiosk_must_stand_on_the_floor(lay_out: LayOut, place: tuple[float, float], where: str) -> None:
    found = lint(lay_out(lower={"kiosks": (replace(KIOSK, place=place),)}))
    inside = [each for each in found if each.kind is FindingKind.KIOSK_INSIDE]
    assert [each.words.en for each in inside] == [f"kiosk east-1 stands {where}: move it."]


def test_a_ramp_between_two_heights_of_one_level_has_two_ends(lay_out: LayOut) -> None:
    ends = tuple(facility(FacilityKind.RAMP, "坡道", Box(x, 14, 2, 1), "r") for x in (3, 8))
    layout = lay_out(lower={"facilities": (LIFT, ROOM, *ends)})
    assert lint(layout) == ()
    graph = layout.plan.graph
    (edge,) = dict(graph.through)["1-ramp-1"]
    assert dict(graph.through)["1-ramp-2"] == (edge,)
    assert graph.edges[edge][2:] == (5.0, False)


@pytest.mark.parametrize(
    ("kind", "length_m", "step_free"),
    [(FacilityKind.RAMP, 50.0, True), (FacilityKind.ESCALATOR, 10.0, False)],
)
def test_ramps_and_escalators_join_levels(
    lay_out: LayOut, kind: FacilityKind, length_m: float, step_free: bool
) -> None:
    end = facility(kind, "上下", Box(27, 1, 2, 2), "up")
    layout = lay_out(lower={"facilities": (end,)}, upper={"facilities": (end,)})
    plan = layout.plan
    kiosk, stall = plan.kiosks[0], plan.stall("B001")
    assert stall is not None
    walking, rolling = (shortest_ways(plan.graph, kiosk.node, step_free=each) for each in (False, True))
    (edge,) = dict(plan.graph.through)[f"1-{kind}-1"]
    assert plan.graph.edges[edge][2:] == (length_m, not step_free)
    assert (rolling.distance_m[stall.node] == walking.distance_m[stall.node]) is step_free
    assert [each.kind for each in lint(layout)] == ([] if step_free else [FindingKind.NOT_STEP_FREE])


def test_findings_go_into_the_ledger(lay_out: LayOut) -> None:
    ledger = Ledger()
    found = lint(lay_out(places={"A002": {"box": Box(5, 5, 3, 3)}}))
    record(found, ledger)
    assert [(each.file, each.row, each.subject) for each in ledger.findings] == [("展位坐标.csv", 2, "A001")]


def test_errors_come_first(lay_out: LayOut) -> None:
    found: tuple[PlanFinding, ...] = lint(
        lay_out(hosts={"A001": ""}, places={"A002": {"box": Box(5, 5, 3, 3)}})
    )
    assert [each.gravity for each in found] == [Gravity.ERROR, Gravity.LOOK, Gravity.LOOK]


def test_a_passage_without_a_name_is_called_by_its_id(lay_out: LayOut) -> None:
    nameless = DrawnPassage("x", Words("", ""), ((3.5, 6.0), (5.5, 6.0)), Flow.BOTH)
    (found,) = lint(lay_out(lower={"passages": (nameless,)}))
    assert found.words.zh == "通道 x 没有横在走道上，请核对位置。"
