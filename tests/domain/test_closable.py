"""What staff can close of a plan, and which stalls that cuts off."""

from dataclasses import replace

from kiosk.domain.closable import closables, cut_off, stalls_reached
from kiosk.domain.floorplan import Facility, FacilityKind, FloorPlan, Flow, Graph, Level, Passage, Stall
from kiosk.domain.words import Words

LIFT, AISLE = Words("电梯", "Lift"), Words("", "")
NONE = frozenset[str]()

# 0 is the kiosk; 1 behind a one-way aisle; 2 and 3 up two lifts; 4 up stairs only.
GRAPH = Graph(
    x_m=(0, 10, 0, 10, 20),
    y_m=(0, 0, 10, 10, 10),
    level=("1", "1", "2", "2", "2"),
    edges=((0, 1, 10, False), (0, 2, 10, False), (1, 3, 10, False), (2, 3, 10, False), (3, 4, 9, True)),
    one_way=(0,),
    through=(("a", (0,)), ("b", (4,)), ("gone", ()), ("l1", (1,)), ("l2", (1,)), ("m1", (2,)), ("m2", (2,))),
)


def _stall(number: str, level: str, x_m: float, node: int) -> Stall:
    return Stall(number, level, number[0], x_m, 0, 3, 3, "south", node)


def _end(name: str, level: str, x_m: float) -> Facility:
    return Facility(name, FacilityKind.LIFT, LIFT, level, x_m, 0, 2, 2, 0)


PLAN = FloorPlan(
    levels=tuple(Level(each, Words(each, each), 30, 30, ()) for each in ("1", "2")),
    zones=(),
    stalls=(
        _stall("A1", "1", 9, 1),
        _stall("B1", "2", 0, 2),
        _stall("B2", "2", 9, 3),
        _stall("B3", "2", 20, 4),
    ),
    facilities=(
        _end("l1", "1", 0),
        _end("m1", "1", 9),
        _end("l2", "2", 0),
        _end("m2", "2", 9),
        replace(_end("toilet", "1", 9), kind=FacilityKind.TOILET),
        replace(_end("old", "1", 9), kind=FacilityKind.RAMP),
    ),
    kiosks=(),
    graph=GRAPH,
    passages=(
        Passage("a", AISLE, "1", ((5, -1), (5, 1)), Flow.ONE_WAY),
        Passage("b", Words("台阶", "Steps"), "2", ((12, 9), (12, 11)), Flow.BOTH),
        Passage("gone", AISLE, "1", ((1, 1), (2, 2)), Flow.BOTH),
        Passage("wall", AISLE, "1", ((1, 1), (2, 2)), Flow.CLOSED),
    ),
)


def test_a_lift_is_one_thing_and_is_told_from_another_of_its_name() -> None:
    found = [(each.kind, each.ids, each.name.en, each.levels, each.near) for each in closables(PLAN)]
    assert found == [
        ("lift", ("l1", "l2"), "Lift (near A1)", ("1", "2"), ""),
        ("lift", ("m1", "m2"), "Lift (near A1)", ("1", "2"), ""),
        ("passage", ("a",), "Aisle", ("1",), "A1"),
        ("passage", ("b",), "Steps", ("2",), "B2"),
    ]


def test_a_level_without_stalls_has_none_near() -> None:
    bare = replace(PLAN, stalls=())
    assert closables(bare)[0].name == LIFT
    assert closables(bare)[0].near == ""


def test_old_plans_have_nothing_to_close() -> None:
    assert closables(replace(PLAN, graph=replace(GRAPH, through=()))) == ()


def test_what_is_cut_off_is_counted_once_and_by_what_it_loses() -> None:
    assert stalls_reached(PLAN, 0, step_free=True, closed=NONE) == {"A1", "B1", "B2"}
    cases = {
        ("a",): (0, 0),
        ("a", "m2"): (1, 0),
        ("l1",): (0, 0),
        ("a", "l1"): (4, 0),
        ("m1",): (0, 0),
        ("b",): (1, 0),
        ("unknown",): (0, 0),
    }
    for closed, lost in cases.items():
        assert cut_off(PLAN, 0, before=NONE, after=frozenset(closed)) == lost, closed
    stepped = replace(GRAPH, edges=(*GRAPH.edges, (0, 1, 40, True)))
    assert cut_off(replace(PLAN, graph=stepped), 0, before=NONE, after=frozenset({"a", "m1"})) == (0, 1)
    assert cut_off(PLAN, 0, before=frozenset({"a"}), after=frozenset({"a", "b"})) == (1, 0)
    assert cut_off(PLAN, 0, before=frozenset({"a"}), after=NONE) == (0, 0)
