"""Ways and directions on a small plan of two levels."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.directions import directions, linked, minutes_for, split_levels
from kiosk.domain.fair import Words
from kiosk.domain.floorplan import (
    Facility,
    FacilityKind,
    FloorPlan,
    Graph,
    KioskPlace,
    Level,
    Stall,
    Zone,
)
from kiosk.domain.route import shortest_ways

# 0 kiosk (0,0) - 1 (0,-10) - 2 in front of A001 (10,-10); 3 stairs and 4 lift on level 1;
# 5 and 6 the same on level 2; 7 in front of B001 on level 2;
# 8 is cut off.
GRAPH = Graph(
    x_m=(0, 0, 10, 0, -20, 0, -20, 5, 99),
    y_m=(0, -10, -10, -5, -10, -5, -10, -5, 99),
    level=("1", "1", "1", "1", "1", "2", "2", "2", "1"),
    edges=(
        (0, 1, 10.0, False),
        (1, 2, 10.0, False),
        (0, 3, 5.0, False),
        (1, 4, 20.0, False),
        (3, 5, 12.0, True),
        (4, 6, 15.0, False),
        (5, 7, 5.0, False),
        (6, 7, 25.5, False),
    ),
)


def facility(number: int, kind: FacilityKind, level: str, x_m: float, y_m: float, node: int) -> Facility:
    return Facility(f"f{number}", kind, Words("名", "name"), level, x_m - 1, y_m - 1, 2, 2, node)


PLAN = FloorPlan(
    levels=(
        Level("1", Words("1 号馆", "Hall 1"), 50, 50, ()),
        Level("2", Words("2 号馆", "Hall 2"), 50, 50, ()),
    ),
    zones=(Zone("A", Words("专精特新", "Specialist SMEs"), "1"), Zone("B", Words("国企", "SOEs"), "2")),
    stalls=(
        Stall("A001", "1", "A", 9, -14, 3, 3, "south", 2),
        Stall("B001", "2", "B", 6, -7, 3, 3, "west", 7),
    ),
    facilities=(
        facility(1, FacilityKind.STAIRS, "1", 0, -5, 3),
        facility(2, FacilityKind.LIFT, "1", -20, -10, 4),
        facility(3, FacilityKind.STAIRS, "2", 0, -5, 5),
        facility(4, FacilityKind.LIFT, "2", -20, -10, 6),
    ),
    kiosks=(KioskPlace("k", Words("机", "Kiosk"), "east", "1", 0, 0, 0, 0),),
    graph=GRAPH,
)
HOST = Words("示例", "Sample")


def test_the_tree_gives_the_shortest_way() -> None:
    tree = shortest_ways(GRAPH, 0, step_free=False)
    assert tree.path(2) == (0, 1, 2)
    assert tree.distance_m[2] == 20
    assert tree.path(7) == (0, 3, 5, 7)


def test_step_free_never_uses_stairs() -> None:
    tree = shortest_ways(GRAPH, 0, step_free=True)
    assert tree.path(7) == (0, 1, 4, 6, 7)


def test_where_no_way_leads_there_is_none() -> None:
    tree = shortest_ways(GRAPH, 0, step_free=False)
    assert tree.path(8) == ()
    assert tree.distance_m[8] == inf


def test_directions_turn_as_the_visitor_does() -> None:
    steps = directions(PLAN, (0, 1, 2), 0, PLAN.stalls[0], HOST)
    assert [step.icon for step in steps] == ["straight", "right", "arrive"]
    assert "左手边" in steps[-1].detail.zh
    assert "On your left" in steps[-1].detail.en


def test_who_looks_the_other_way_is_turned_around() -> None:
    steps = directions(PLAN, (0, 1, 2), 180, PLAN.stalls[0], HOST)
    assert steps[0].icon == "back"
    assert "身后" in steps[0].title.zh


def test_directions_name_the_lift_or_the_stairs() -> None:
    by_stairs = directions(PLAN, (0, 3, 5, 7), 0, PLAN.stalls[1], HOST)
    by_lift = directions(PLAN, (0, 1, 4, 6, 7), 0, PLAN.stalls[1], HOST)
    assert "走楼梯到 2 号馆" in [step.title.zh for step in by_stairs]
    assert "Take the lift to Hall 2" in [step.title.en for step in by_lift]
    assert [level for level, _ in split_levels(PLAN, (0, 1, 4, 6, 7))] == ["1", "2"]


def test_a_way_takes_at_least_a_minute() -> None:
    assert minutes_for(3) == 1
    assert minutes_for(200) == 3


@pytest.mark.parametrize(
    ("x_m", "y_m", "where"),
    [
        (20, -10, "就在您面前"),
        (10, -20, "在您左手边"),
        (10, 0, "在您右手边"),
        (0, -10, "就在您身后"),
    ],
)
def test_at_a_room_one_is_told_on_which_side_it_is(x_m: float, y_m: float, where: str) -> None:
    room = Facility("r1", FacilityKind.ROOM, Words("报告厅 A", "Room A"), "1", x_m - 1, y_m - 1, 2, 2, 2)
    arrival = directions(PLAN, (0, 1, 2), 0, room, Words("", ""))[-1]  # one comes from the west
    assert (arrival.icon, arrival.title) == ("arrive", Words("到了：报告厅 A", "Room A"))
    assert arrival.detail.zh == where


def test_the_room_that_a_place_names() -> None:
    rooms = (
        Facility("a1", FacilityKind.ROOM, Words("报告厅 A", "Room A"), "1", 0, 0, 1, 1, 0),
        Facility("b2", FacilityKind.ROOM, Words("报告厅 A", "Room A"), "2", 0, 0, 1, 1, 0),
        Facility("b", FacilityKind.ROOM, Words("报告厅", "Room"), "2", 0, 0, 1, 1, 0),
    )
    levels = tuple(replace(PLAN.levels[0], id=each, name=Words(f"{each} 号馆", "")) for each in "12")
    plan = replace(PLAN, facilities=rooms, levels=levels)
    named = {
        place: plan.room_named(place) for place in ("2 号馆·报告厅 A", "报告厅A", "2 号馆 E 区", "广场", "")
    }
    assert [room.id if room else None for room in named.values()] == ["b2", "a1", None, None, None]


def test_a_one_way_edge_counts_forwards_only() -> None:
    graph = replace(GRAPH, one_way=(1,))  # from 1 to 2
    assert shortest_ways(graph, 0, step_free=False).path(2) == (0, 1, 2)
    back = shortest_ways(graph, 2, step_free=False)
    assert back.path(0) == ()


def test_what_is_closed_is_gone_round() -> None:
    graph = replace(GRAPH, through=(("f1", (4,)), ("f3", (4,)), ("gap", (1,))))
    for stairs in ("f1", "f3"):
        tree = shortest_ways(graph, 0, step_free=False, closed=frozenset({stairs}))
        assert tree.path(7) == (0, 1, 4, 6, 7), "by the lift, for the stairs are closed as a whole"
    assert shortest_ways(graph, 0, step_free=False, closed=frozenset({"gap"})).path(2) == ()
    assert shortest_ways(graph, 0, step_free=False, closed=frozenset({"unknown"})).path(2) == (0, 1, 2)


@pytest.mark.parametrize(
    ("kind", "zh", "en"),
    [
        (FacilityKind.RAMP, "走坡道到 2 号馆", "Take the ramp to Hall 2"),
        (FacilityKind.ESCALATOR, "乘扶梯到 2 号馆", "Take the escalator to Hall 2"),
    ],
)
def test_directions_name_ramps_and_escalators(kind: FacilityKind, zh: str, en: str) -> None:
    ends = (facility(1, kind, "1", 0, -5, 3), facility(3, kind, "2", 0, -5, 5))
    # A lift stands nearer to where the first leg ends, and is not what one takes.
    near = facility(9, FacilityKind.LIFT, "1", 0, -5, 4)
    steps = directions(replace(PLAN, facilities=(near, *ends)), (0, 3, 5, 7), 0, PLAN.stalls[1], HOST)
    assert [step.icon for step in steps][1] == kind.value
    assert (steps[1].title.zh, steps[1].title.en) == (zh, en)


def test_a_ramp_between_two_heights_of_one_level_is_a_step_of_its_own() -> None:
    ends = (
        facility(1, FacilityKind.RAMP, "1", 0, -10, 1),
        facility(2, FacilityKind.RAMP, "1", 10, -10, 2),
    )
    plan = replace(PLAN, facilities=ends, graph=replace(GRAPH, through=(("f1", (1,)), ("f2", (1,)))))
    steps = directions(plan, (0, 1, 2), 0, PLAN.stalls[0], HOST)
    assert [step.icon for step in steps] == ["straight", "ramp", "arrive"]
    assert steps[1].title == Words("走坡道", "Take the ramp")
    assert linked(plan, (0, 1, 2))
    assert not linked(PLAN, (0, 1, 2))
    assert [level for level, _ in split_levels(plan, (0, 1, 2))] == ["1"]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Seven nodes and edges between them, some with steps, some one-way, some through a passage."""
    count = 7
    pairs = draw(
        st.lists(
            st.tuples(st.integers(0, count - 1), st.integers(0, count - 1), st.integers(1, 9), st.booleans())
        )
    )
    edges = tuple((a, b, float(length), steps) for a, b, length, steps in pairs if a != b)
    places = range(len(edges))
    some = st.sets(st.sampled_from(places)) if edges else st.just(set())
    through = (("p", tuple(sorted(draw(some)))), ("q", tuple(sorted(draw(some)))))
    return Graph((0.0,) * count, (0.0,) * count, ("1",) * count, edges, tuple(sorted(draw(some))), through)


@given(graphs(), st.booleans(), st.sets(st.sampled_from("pq")))
def test_ways_use_only_what_is_open_and_are_the_shortest(
    graph: Graph, step_free: bool, closed: set[str]
) -> None:
    shut = {each for name, edges in graph.through if name in closed for each in edges}
    steps: dict[tuple[int, int], float] = {}
    for index, (a, b, length_m, has_steps) in enumerate(graph.edges):
        if index in shut or (step_free and has_steps):
            continue
        for start, end in ((a, b),) if index in graph.one_way else ((a, b), (b, a)):
            steps[start, end] = min(length_m, steps.get((start, end), inf))
    shortest = [0.0] + [inf] * (len(graph.x_m) - 1)
    for _ in graph.x_m:  # as Bellman and Ford do it
        for (start, end), length_m in steps.items():
            shortest[end] = min(shortest[end], shortest[start] + length_m)
    tree = shortest_ways(graph, 0, step_free=step_free, closed=frozenset(closed))
    assert list(tree.distance_m) == shortest
    for node, distance in enumerate(shortest):
        path = tree.path(node)
        assert (path == ()) == (distance == inf)
        assert sum(steps[pair] for pair in pairwise(path)) == (distance if path else 0)
