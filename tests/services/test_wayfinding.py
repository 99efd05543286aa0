"""Ways from a kiosk, and what closing something does to them."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.fair import Words
from kiosk.domain.floorplan import Facility, FacilityKind, FloorPlan, Graph, KioskPlace, Level, Stall
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
