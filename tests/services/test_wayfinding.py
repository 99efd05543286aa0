"""Ways from a kiosk, and what closing something does to them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.floorplan import (
    Facility,
    FacilityKind,
    FloorPlan,
    Flow,
    Graph,
    KioskPlace,
    Level,
    Passage,
    Stall,
)
from kiosk.domain.words import Words
from kiosk.services.values import LevelChange
from kiosk.services.wayfinding import Wayfinding

# From the kiosk (0) straight through a gap (edge 0) or round it by 2; 3 is up a ramp, or up stairs.
GRAPH = Graph(
    x_m=(0, 10, 5, 10, 10),
    y_m=(0, 0, 20, 0, 2),
    level=("1", "1", "1", "2", "2"),
    edges=(
        (0, 1, 10.0, False),
        (0, 2, 20.6, False),
        (1, 2, 20.6, False),
        (1, 3, 50.0, False),
        (3, 4, 2.0, False),
    ),
    through=(("gap", (0,)), ("ramp-1", (3,)), ("ramp-2", (3,))),
)
PLAN = FloorPlan(
    levels=(
        Level("1", Words("1 层", "Floor 1"), 30, 30, ()),
        Level("2", Words("2 层", "Floor 2"), 30, 30, ()),
    ),
    zones=(),
    stalls=(
        Stall("A001", "1", "A", 9, -4, 3, 3, "south", 1),
        Stall("B001", "2", "B", 9, 3, 3, 3, "north", 4),
    ),
    facilities=(
        Facility("ramp-1", FacilityKind.RAMP, Words("坡道", "Ramp"), "1", 10, 0, 2, 2, 1),
        Facility("ramp-2", FacilityKind.RAMP, Words("坡道", "Ramp"), "2", 10, 0, 2, 2, 3),
    ),
    kiosks=(KioskPlace("k", Words("机", "Kiosk"), "east", "1", 0, 0, 90, 0),),
    graph=GRAPH,
)


def _ways(plan: FloorPlan = PLAN) -> Wayfinding:
    return Wayfinding(plan, plan.kiosks[0], {"A001": Words("示例", "Sample")})


def test_what_staff_close_is_honoured_by_every_way_at_once() -> None:
    ways = _ways()
    assert [ways.distance_m("A001"), ways.distance_m("B001")] == [10, 62]
    ways.close(frozenset({"gap"}))
    assert [ways.distance_m("A001"), ways.distance_m("B001")] == [41, 93]
    way = ways.way("A001", step_free=True)
    assert way is not None
    assert way.length_m == 41
    ways.close(frozenset({"ramp-2"}))
    assert ways.closed == {"ramp-2"}
    assert [ways.distance_m("A001"), ways.distance_m("B001")] == [10, None]
    assert ways.way("B001", step_free=False) is None


def test_a_longer_way_says_what_is_closed() -> None:
    ways = _ways()
    open_way = ways.way("A001", step_free=False)
    assert open_way is not None
    assert open_way.closed == Words("", "")
    ways.close(frozenset({"gap"}))
    way = ways.way("A001", step_free=False)
    assert way is not None
    assert way.closed == Words("一处通道已关闭，绕行多走约 31 米", "An aisle is closed: about 31 m more")
    named = replace(
        PLAN, passages=(Passage("gap", Words("中庭 A", "Atrium A"), "1", ((0, 0), (1, 1)), Flow.BOTH),)
    )
    ways = _ways(named)
    ways.close(frozenset({"gap"}))
    way = ways.way("A001", step_free=False)
    assert way is not None
    assert way.closed == Words("中庭 A 已关闭，绕行多走约 31 米", "Atrium A is closed: about 31 m more")


LIFT, RAMP, STAIRS = FacilityKind.LIFT, FacilityKind.RAMP, FacilityKind.STAIRS


def _hall(*links: tuple[str, FacilityKind, float]) -> FloorPlan:
    """A kiosk, links side by side to the level above (id, kind, metres), and a stall there."""
    count = len(links)
    edges = [(0, 2 + at, 5.0 + at, False) for at in range(count)]
    edges += [(2 + at, 2 + count + at, links[at][2], links[at][1] is STAIRS) for at in range(count)]
    edges += [(2 + count + at, 1, 5.0, False) for at in range(count)]
    graph = Graph(
        x_m=(0, 30, *(2.0 * at for at in range(count)), *(2.0 * at for at in range(count))),
        y_m=(0, 0, *(-5.0,) * count, *(-5.0,) * count),
        level=("1", "2", *("1",) * count, *("2",) * count),
        edges=tuple(edges),
        through=tuple(
            (f"{level}-{name}", (count + at,)) for at, (name, *_) in enumerate(links) for level in "12"
        ),
    )
    ends = tuple(
        Facility(f"{level}-{name}", kind, Words(name, name), level, 2 * at, -8, 2, 2, node + at)
        for level, node in (("1", 2), ("2", 2 + count))
        for at, (name, kind, _length_m) in enumerate(links)
    )
    stall = Stall("B001", "2", "B", 29, 1, 3, 3, "north", 1)
    return replace(PLAN, graph=graph, facilities=ends, stalls=(stall,))


@pytest.mark.parametrize(
    ("links", "step_free", "zh", "en"),
    [
        (
            (("a", LIFT, 5.0), ("b", RAMP, 50.0)),
            True,
            "电梯停用，改走坡道",
            "The lift is closed: by the ramp",
        ),
        (
            (("a", LIFT, 5.0), ("b", STAIRS, 12.0)),
            False,
            "电梯停用，改走楼梯",
            "The lift is closed: by the stairs",
        ),
        (
            (("a", LIFT, 5.0), ("b", LIFT, 15.0)),
            True,
            "近处的电梯停用，改乘另一部电梯",
            "This lift is closed: by another lift",
        ),
        (
            (("a", STAIRS, 5.0), ("b", LIFT, 15.0)),
            False,
            "楼梯关闭，改乘电梯",
            "The stairs are closed: by the lift",
        ),
        # Who goes without steps never went by the stairs.
        ((("a", STAIRS, 5.0), ("b", LIFT, 15.0)), True, "", ""),
    ],
)
def test_a_closed_lift_is_said_with_what_is_taken_instead(
    links: tuple[tuple[str, FacilityKind, float], ...], step_free: bool, zh: str, en: str
) -> None:
    ways = _ways(_hall(*links))
    ways.close(frozenset({"2-a"}))
    way = ways.way("B001", step_free=step_free)
    assert way is not None
    assert way.closed == Words(zh, en)


def test_closing_what_is_not_on_the_way_changes_nothing() -> None:
    ways = _ways(_hall(("a", LIFT, 5.0), ("b", STAIRS, 12.0)))
    before = ways.way("B001", step_free=True)
    ways.close(frozenset({"1-b"}))
    assert ways.way("B001", step_free=True) == before


def test_where_no_step_free_way_leads_distances_say_so() -> None:
    ways = _ways(_hall(("a", STAIRS, 12.0)))
    assert (ways.distance_m("B001"), ways.distance_m("B001", step_free=True)) == (22, None)
    assert ways.distance_to_node_m(1, step_free=True) is None
    assert ways.way("B001", step_free=True) is None


def test_a_way_marks_both_ends_of_what_it_climbs() -> None:
    way = _ways(_hall(("a", LIFT, 5.0))).way("B001", step_free=True)
    assert way is not None
    assert way.changes == (
        LevelChange("1", (0.0, -5.0), "2", "lift", Words("去 2 层", "To Floor 2")),
        LevelChange("2", (0.0, -5.0), "1", "lift", Words("回 1 层", "Back to Floor 1")),
    )
    assert [leg.level for leg in way.legs] == ["1", "2"]
    assert way.target == "B001"


def test_the_way_to_staff_leads_to_the_nearest_desk_that_one_gets_to() -> None:
    plan = _hall(("a", STAIRS, 12.0))
    here = Facility("help", FacilityKind.INFORMATION, Words("问询台", "Information"), "1", 0, -6, 2, 2, 2)
    above = Facility("desk", FacilityKind.DESK, Words("服务台", "Desk"), "2", 30, 2, 2, 2, 1)
    ways = _ways(replace(plan, facilities=(*plan.facilities, here, above)))
    walking, rolling = ways.way_to_staff(step_free=False), ways.way_to_staff(step_free=True)
    assert walking is not None
    assert rolling is not None
    assert (walking.target, rolling.target) == ("desk", "help")
    assert rolling.step_free
    assert _ways(plan).way_to_staff(step_free=True) is None


def test_the_way_to_staff_says_what_is_closed_before_the_stall() -> None:
    plan = _hall(("a", LIFT, 5.0), ("b", STAIRS, 9.0))
    here = Facility("help", FacilityKind.INFORMATION, Words("问询台", "Information"), "1", 0, -6, 2, 2, 2)
    ways = _ways(replace(plan, facilities=(*plan.facilities, here)))
    ways.close(frozenset({"1-a"}))
    assert ways.way("B001", step_free=True) is None
    way = ways.way_to_staff(step_free=True, instead_of="B001")
    assert way is not None
    assert way.closed == Words("电梯停用", "The lift is closed")


def test_trees_from_elsewhere_are_kept_until_something_is_closed() -> None:
    ways = _ways()
    tree = ways.tree_from(1, step_free=False)
    assert tree.distance_m[0] == 10
    assert ways.tree_from(1, step_free=False) is tree
    assert ways.tree_from(0, step_free=False).distance_m[1] == 10
    ways.close(frozenset())
    assert ways.tree_from(1, step_free=False) is tree, "nothing was closed"
    ways.close(frozenset({"gap"}))
    assert round(ways.tree_from(1, step_free=False).distance_m[0], 1) == 41.2


def test_a_way_is_said_in_one_sentence() -> None:
    way = _ways().way("A001", step_free=False)
    assert way is not None
    assert way.spoken == Words(
        "往前走，左手第一个展位，约 10 米，1 分钟",
        "Straight ahead, first stall on the left, about 10 m, 1 minute",
    )


def test_a_way_by_a_ramp_is_step_free_and_not_level() -> None:
    ways = _ways()
    up, flat = ways.way("B001", step_free=False), ways.way("A001", step_free=False)
    rolled = ways.way("B001", step_free=True)
    assert up is not None
    assert flat is not None
    assert rolled is not None
    assert [up.words.en, flat.words.en] == [
        "about 1 min, with a change of floor",
        "about 1 min, level all the way",
    ]
    assert rolled.words.zh == "约 1 分钟，全程无台阶"
    assert "ramp" in [step.icon for step in rolled.directions]


def test_two_heights_of_one_level_are_not_level() -> None:
    graph = replace(GRAPH, level=("1",) * 5)
    stall = replace(PLAN.stalls[1], level="1")
    ends = tuple(replace(each, level="1") for each in PLAN.facilities)
    way = _ways(replace(PLAN, graph=graph, stalls=(stall,), facilities=ends)).way("B001", step_free=False)
    assert way is not None
    assert way.words == Words("约 1 分钟，有台阶或坡道", "about 1 min, with steps or a ramp")


def test_a_way_without_words_is_the_same_line() -> None:
    ways = _ways(_hall(("a", LIFT, 5.0)))
    way = ways.way("B001", step_free=True)
    assert way is not None
    assert ways.line("B001", step_free=True) == way.legs
    ways.close(frozenset({"1-a"}))
    assert ways.line("B001") == ways.line("Z999") == ()
