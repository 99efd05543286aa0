"""The visibility graph: no way through anything, none longer than need be, feasible for large halls."""

from __future__ import annotations

import heapq
import time
from math import hypot, inf

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.floorplan import Point
from kiosk.domain.route import shortest_ways
from kiosk.pack.faults import PackFault
from kiosk.pack.plans.cells import Cells
from kiosk.pack.plans.drawing import Box
from kiosk.pack.plans.visibility import CLEARANCE_M, Door, Link, Space, Visibility, visibility_graph

FLOOR = ((0.0, 0.0), (20.0, 0.0), (20.0, 20.0), (0.0, 20.0))
A, B = Door("a", (1.0, 1.0), far=True), Door("b", (19.0, 19.0))

boxes = st.lists(
    st.builds(
        Box,
        st.integers(3, 15).map(float),
        st.integers(3, 15).map(float),
        st.integers(1, 5).map(float),
        st.integers(1, 5).map(float),
    ),
    max_size=6,
)


def _distance(seen: Visibility, step_free: bool = False) -> float:
    way = shortest_ways(seen.graph, seen.nodes["a"], step_free=step_free)
    return way.distance_m[seen.nodes["b"]]


def _on_a_grid(obstacles: list[Box], step_m: float = 0.25) -> float:
    """The shortest way on a grid of eight directions: an upper bound for the true one."""
    count = int(20 / step_m)

    def blocked(x: float, y: float) -> bool:
        edge = min(x, y) >= CLEARANCE_M and max(x, y) <= 20 - CLEARANCE_M
        return not edge or any(
            box.x_m - CLEARANCE_M < x < box.x_m + box.width_m + CLEARANCE_M
            and box.y_m - CLEARANCE_M < y < box.y_m + box.height_m + CLEARANCE_M
            for box in obstacles
        )

    free = {(i, j) for i in range(count + 1) for j in range(count + 1) if not blocked(i * step_m, j * step_m)}
    start, end = (int(1 / step_m),) * 2, (int(19 / step_m),) * 2
    best: dict[tuple[int, int], float] = {start: 0.0}
    heap: list[tuple[float, tuple[int, int]]] = [(0.0, start)]
    moves = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j]
    while heap:
        so_far, (x, y) = heapq.heappop(heap)
        if (x, y) == end:
            return so_far
        for i, j in moves:
            there = (x + i, y + j)
            # A diagonal step needs both of its neighbours, so that the bound walks through no corner.
            if there in free and (x + i, y) in free and (x, y + j) in free:
                length = so_far + hypot(i, j) * step_m
                if length < best.get(there, inf):
                    best[there] = length
                    heapq.heappush(heap, (length, there))
    return inf


@settings(max_examples=40, deadline=None)
@given(boxes)
def test_ways_are_the_shortest_and_go_through_nothing(obstacles: list[Box]) -> None:
    seen = visibility_graph([Space("1", FLOOR, (), tuple(obstacles), (A, B))], [])
    found, bound = _distance(seen), _on_a_grid(obstacles)
    assert hypot(18, 18) - 0.01 <= found <= bound + 0.02
    solid = shapely.union_all(
        [shapely.box(b.x_m, b.y_m, b.x_m + b.width_m, b.y_m + b.height_m) for b in obstacles]
    )
    graph = seen.graph
    for a, b, length_m, _steps in graph.edges:
        line = shapely.LineString([(graph.x_m[a], graph.y_m[a]), (graph.x_m[b], graph.y_m[b])])
        assert solid.is_empty or line.distance(solid) > CLEARANCE_M - 0.01
        assert length_m == pytest.approx(line.length, abs=0.002)


@settings(max_examples=20, deadline=None)
@given(boxes)
def test_a_taut_graph_loses_no_way(obstacles: list[Box]) -> None:
    """Leaving out edges that cannot be part of a taut way changes no distance."""
    space = Space("1", FLOOR, (), tuple(obstacles), (A, B))
    graph = visibility_graph([space], []).graph
    corners = [
        Door(f"c{i}", (x, y), far=True)
        for i, (x, y) in enumerate(zip(graph.x_m, graph.y_m, strict=True))
        if i > 1
    ]
    everything = visibility_graph([Space("1", FLOOR, (), tuple(obstacles), (A, B, *corners))], [])
    assert _distance(visibility_graph([space], [])) == pytest.approx(_distance(everything), abs=0.02)


def test_the_same_plan_gives_the_same_graph() -> None:
    space = Space("1", FLOOR, (((5.0, 0.0), (5.0, 15.0)),), (Box(9, 9, 3, 3),), (A, B))
    assert visibility_graph([space], []) == visibility_graph([space], [])


def test_a_door_that_stands_too_close_is_moved() -> None:
    near = Door("b", (9.1, 10.5))
    seen = visibility_graph([Space("1", FLOOR, (), (Box(9, 9, 3, 3),), (A, near))], [])
    node = seen.nodes["b"]
    assert (seen.graph.x_m[node], seen.graph.y_m[node]) == (8.7, 10.5)
    assert not seen.walled_in


def test_a_walled_in_door_keeps_a_node_without_edges() -> None:
    inside = Door("b", (10.0, 10.0))
    seen = visibility_graph([Space("1", FLOOR, (), (Box(5, 5, 10, 10),), (A, inside))], [])
    assert seen.walled_in == ("b",)
    assert all(seen.nodes["b"] not in edge[:2] for edge in seen.graph.edges)


def test_links_between_levels() -> None:
    lower = Space("1", FLOOR, (), (), (A, Door("up", (10.0, 10.0))))
    upper = Space("2", FLOOR, (), (), (Door("down", (10.0, 10.0)), B))
    seen = visibility_graph([lower, upper], [Link("up", "down", 12.0, True)])
    assert _distance(seen) == pytest.approx(2 * hypot(9, 9) + 12, abs=0.01)
    assert _distance(seen, step_free=True) == inf


def _large_hall() -> Space:
    """1,800 stalls in double columns, with a cross aisle every nine stalls."""
    stalls: list[tuple[Box, Point]] = []
    for column in range(25):
        for row in (each for each in range(40) if each % 10 != 9):
            for side, facing in ((0, "west"), (1, "east")):
                box = Box(5 + column * 10 + 3 * side, 10 + row * 3, 3, 3)
                stalls.append((box, box.door(facing, 0.6)))
    doors = (Door("a", (130.0, 145.0), far=True), *(Door(str(i), at) for i, (_, at) in enumerate(stalls)))
    floor = ((0.0, 0.0), (260.0, 0.0), (260.0, 150.0), (0.0, 150.0))
    return Space("1", floor, (), tuple(box for box, _ in stalls), doors)


def test_a_large_hall_is_feasible() -> None:
    space = _large_hall()
    start = time.process_time()
    seen = visibility_graph([space], [])
    took_s = time.process_time() - start
    ways = shortest_ways(seen.graph, seen.nodes["a"], step_free=False)
    assert all(ways.distance_m[node] < 400 for node in seen.nodes.values())
    assert len(seen.graph.edges) < 100_000
    assert took_s < 30, "about 3 s on the machine this was written on"


def test_a_drawing_with_every_chair_is_refused() -> None:
    chairs = tuple(Box(x * 1.5, y * 1.5, 0.4, 0.4) for x in range(60) for y in range(60))
    floor = ((-5.0, -5.0), (95.0, -5.0), (95.0, 95.0), (-5.0, 95.0))
    with pytest.raises(PackFault, match=r"the drawing of level 1 is too fine \(14400 corners\)"):
        visibility_graph([Space("1", floor, (), chairs, ())], [])


def test_stalls_that_all_stand_apart_are_feasible() -> None:
    """Hundreds of tents: most lines are told apart on the grid."""
    tents = [Box(5 + x * 4, 5 + y * 8, 3, 3) for x in range(16) for y in range(16)]
    doors = (
        Door("a", (2.0, 2.0), far=True),
        *(Door(str(i), box.door("south", 0.6)) for i, box in enumerate(tents)),
    )
    floor = ((0.0, 0.0), (75.0, 0.0), (75.0, 140.0), (0.0, 140.0))
    start = time.process_time()
    seen = visibility_graph([Space("1", floor, (), tuple(tents), doors)], [])
    took_s = time.process_time() - start
    ways = shortest_ways(seen.graph, seen.nodes["a"], step_free=True)
    assert max(ways.distance_m) < inf
    assert took_s < 4, "0.5 s, and 3 s without the grid"


corners = st.tuples(st.floats(0, 20), st.floats(0, 20))


@settings(max_examples=200, deadline=None)
@given(boxes, st.lists(st.tuples(corners, corners), min_size=1, max_size=20))
def test_what_the_grid_cuts_is_cut(obstacles: list[Box], lines: list[tuple[Point, Point]]) -> None:
    a, b = (np.array([line[end] for line in lines]) for end in (0, 1))
    cut = Cells(FLOOR, obstacles, CLEARANCE_M).cut(a, b)
    grown = shapely.union_all(
        [
            shapely.box(
                each.x_m - CLEARANCE_M,
                each.y_m - CLEARANCE_M,
                each.x_m + each.width_m + CLEARANCE_M,
                each.y_m + each.height_m + CLEARANCE_M,
            )
            for each in obstacles
        ]
    )
    inside = grown.buffer(-2e-3)
    assert all(
        inside.intersects(shapely.LineString(line)) for line, is_cut in zip(lines, cut, strict=True) if is_cut
    )


def test_the_grid_cuts_what_goes_through_a_stall_and_not_what_runs_along_it() -> None:
    cells = Cells(FLOOR, [Box(5, 5, 3, 3)], CLEARANCE_M)
    a = np.array([(1.0, 6.5), (1.0, 4.7), (1.0, 1.0)])
    b = np.array([(19.0, 6.5), (19.0, 4.7), (19.0, 1.0)])
    assert cells.cut(a, b).tolist() == [True, False, False]
