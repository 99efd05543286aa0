"""Passages: no way goes through a closed one or against a one-way, and an open one changes no way."""

from __future__ import annotations

import os
from itertools import pairwise
from math import hypot, inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.floorplan import Flow, Graph, Point
from kiosk.domain.route import Tree, shortest_ways
from kiosk.domain.words import Words
from kiosk.pack.plans.drawing import Box, DrawnPassage
from kiosk.pack.plans.passages import cut_walls
from kiosk.pack.plans.reach import neighbours, reached
from kiosk.pack.plans.visibility import Door, Link, Space, Visibility, visibility_graph

LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
EXAMPLES = 400 if LONG else 30
SIDE = 20.0
FLOOR = ((0.0, 0.0), (SIDE, 0.0), (SIDE, SIDE), (0.0, SIDE))
A, B = Door("a", (1.0, 1.0), far=True), Door("b", (19.0, 19.0), far=True)
BETWEEN = Door("between", (10.0, 10.0), far=True)
"""It lies on many of the lines below."""

coordinates = st.integers(0, 40).map(lambda each: each / 2)
points = st.tuples(coordinates, coordinates)
boxes = st.lists(
    st.builds(
        Box,
        st.integers(3, 15).map(float),
        st.integers(3, 15).map(float),
        st.integers(1, 5).map(float),
        st.integers(1, 5).map(float),
    ),
    max_size=5,
)
lines = st.tuples(points, points).filter(lambda line: line[0] != line[1])
across = st.tuples(st.integers(4, 36), st.integers(4, 36)).map(
    lambda ends: ((ends[0] / 2, 0.0), (ends[1] / 2, SIDE))
)
"""From the north wall to the south wall."""


def _passage(line: tuple[Point, Point], flow: Flow, name: str = "p") -> DrawnPassage:
    return DrawnPassage(name, Words("通道", "passage"), line, flow)


def _seen(obstacles: list[Box], *passages: DrawnPassage) -> Visibility:
    space = Space("1", FLOOR, (), tuple(obstacles), (A, B, BETWEEN), passages)
    return visibility_graph([space], [])


def _tree(seen: Visibility, start: str = "a", closed: frozenset[str] = frozenset()) -> Tree:
    return shortest_ways(seen.graph, seen.nodes[start], step_free=False, closed=closed)


def _side(point: Point, line: tuple[Point, Point]) -> float:
    """Metres to the right of the line; y grows to the south."""
    (x, y), (there_x, there_y) = line
    dx, dy = there_x - x, there_y - y
    return (dx * (point[1] - y) - dy * (point[0] - x)) / hypot(dx, dy)


def _passes(graph: Graph, path: tuple[int, ...], line: tuple[Point, Point]) -> list[int]:
    """How a path goes through a line: 1 from left to right, -1 the other way; nodes on it do not count."""
    found: list[int] = []
    (x, y), (there_x, there_y) = line
    length = hypot(there_x - x, there_y - y)
    last: Point | None = None
    touched = False
    for point in ((graph.x_m[node], graph.y_m[node]) for node in path):
        side = _side(point, line)
        if abs(side) < 2e-3:
            touched = 0.02 < _along(point, line) < length - 0.02
            last = last if touched else None  # round the line's end
            continue
        if last is not None and (_side(last, line) > 0) != (side > 0):
            share = _side(last, line) / (_side(last, line) - side)
            at = last[0] + share * (point[0] - last[0]), last[1] + share * (point[1] - last[1])
            if touched or 0.02 < _along(at, line) < length - 0.02:
                found.append(1 if side > 0 else -1)
        last, touched = point, False
    return found


def _along(point: Point, line: tuple[Point, Point]) -> float:
    (x, y), (there_x, there_y) = line
    dx, dy = there_x - x, there_y - y
    return ((point[0] - x) * dx + (point[1] - y) * dy) / hypot(dx, dy)


def _same(one: Tree, other: Tree, *nodes: int) -> bool:
    return all(one.distance_m[node] == pytest.approx(other.distance_m[node], abs=0.02) for node in nodes)


@settings(max_examples=EXAMPLES, deadline=None)
@given(boxes, lines, lines)
def test_open_passages_change_no_way(
    obstacles: list[Box], one: tuple[Point, Point], other: tuple[Point, Point]
) -> None:
    bare = _tree(_seen(obstacles))
    crossed = _tree(_seen(obstacles, _passage(one, Flow.BOTH), _passage(other, Flow.BOTH, "q")))
    assert _same(bare, crossed, 1, 2)


@settings(max_examples=EXAMPLES, deadline=None)
@given(boxes, lines, st.sampled_from(list(Flow)))
def test_no_way_goes_through_against_the_flow(
    obstacles: list[Box], line: tuple[Point, Point], flow: Flow
) -> None:
    seen = _seen(obstacles, _passage(line, flow))
    allowed = {Flow.BOTH: {1, -1}, Flow.ONE_WAY: {1}, Flow.CLOSED: set()}[flow]
    for start in "ab":
        tree = _tree(seen, start)
        linted = reached(neighbours(seen.graph), [seen.nodes[start]])
        assert linted == [distance < inf for distance in tree.distance_m], "the linter sees the same"
        for node in range(len(seen.graph.x_m)):
            assert set(_passes(seen.graph, tree.path(node), line)) <= allowed


@settings(max_examples=EXAMPLES, deadline=None)
@given(boxes, lines)
def test_what_staff_close_is_closed_like_what_was_drawn_closed(
    obstacles: list[Box], line: tuple[Point, Point]
) -> None:
    drawn = _tree(_seen(obstacles, _passage(line, Flow.CLOSED)))
    for flow in (Flow.BOTH, Flow.ONE_WAY):
        later = _tree(_seen(obstacles, _passage(line, flow)), closed=frozenset({"p"}))
        assert later.distance_m == drawn.distance_m


@settings(max_examples=EXAMPLES, deadline=None)
@given(boxes, across)
def test_a_closed_line_from_wall_to_wall_lets_nobody_through(
    obstacles: list[Box], line: tuple[Point, Point]
) -> None:
    """Even where nodes lie on the line: the tree of one side holds no node clearly beyond it."""
    seen = _seen(obstacles, _passage(line, Flow.CLOSED))
    here = _side(A.place, line) > 0
    tree = _tree(seen)
    for node, distance in enumerate(tree.distance_m):
        side = _side((seen.graph.x_m[node], seen.graph.y_m[node]), line)
        assert distance == inf or (side > 0) == here or abs(side) < 2e-3


@settings(max_examples=EXAMPLES, deadline=None)
@given(boxes, across)
def test_a_one_way_from_wall_to_wall_is_left_and_never_entered(
    obstacles: list[Box], line: tuple[Point, Point]
) -> None:
    # The line is drawn southwards, so its right hand is the west, where `a` is: ways lead from b to a.
    seen, bare = _seen(obstacles, _passage(line, Flow.ONE_WAY)), _seen(obstacles)
    assert _tree(seen, "a").distance_m[1] == inf
    shortest = _tree(bare, "b")
    if _passes(bare.graph, shortest.path(0), line) == [1]:  # else the way would leave and enter again
        assert _tree(seen, "b").distance_m[0] == pytest.approx(shortest.distance_m[0], abs=0.02)


def test_ways_go_round_a_line_that_ends_in_the_open() -> None:
    seen = _seen([], _passage(((10.0, 5.0), (10.0, 15.0)), Flow.CLOSED))
    west = Door("a", (5.0, 10.0), far=True)
    space = Space(
        "1", FLOOR, (), (), (west, Door("b", (15.0, 10.0))), (_passage(((10, 5), (10, 15)), Flow.CLOSED),)
    )
    seen = visibility_graph([space], [])
    end = 5.0 + 0.3 + 0.01  # a person's width beyond the line's end
    assert _tree(seen).distance_m[1] == pytest.approx(2 * hypot(5, end), abs=0.01)


def test_a_line_that_pokes_through_a_thin_wall_leaves_the_aisle_behind_it_alone() -> None:
    wall = ((0.0, 10.0), (20.0, 10.0))
    behind = (Door("c", (1.0, 12.0), far=True), Door("d", (19.0, 12.0)))
    space = Space(
        "1", FLOOR, (wall,), (), (A, *behind), (_passage(((10.0, 0.0), (10.0, 10.0)), Flow.CLOSED),)
    )
    seen = visibility_graph([space], [])
    assert _tree(seen, "c").distance_m[seen.nodes["d"]] == pytest.approx(18.0)
    assert seen.graph.through == (("p", ()),)


def test_through_names_exactly_the_edges_that_cross() -> None:
    seen = _seen([], _passage(((10.0, 0.0), (10.0, 20.0)), Flow.BOTH))
    edges = [seen.graph.edges[each][:2] for each in dict(seen.graph.through)["p"]]
    # `between` lies on the line and counts as left of it (the east), so only ways to `a` cross.
    assert edges == [(0, 1), (0, 2)]


def test_links_are_closed_as_a_whole_by_each_of_their_ends() -> None:
    spaces = [
        Space(level, FLOOR, (), (), (Door(f"lift{level}", (10.0, 10.0)), Door(f"end{level}", (12.0, 10.0))))
        for level in "123"
    ]
    names = ("1-lift-1", "2-lift-1", "3-lift-1")
    links = [Link(f"lift{a}", f"lift{b}", 15.0, False, names) for a, b in pairwise("123")]
    seen = visibility_graph(spaces, links)
    assert _tree(seen, "end1").distance_m[seen.nodes["end3"]] == pytest.approx(34.0)
    for name in names:
        tree = _tree(seen, "end1", frozenset({name}))
        assert [tree.distance_m[seen.nodes[each]] for each in ("end2", "end3")] == [inf, inf]


def test_a_door_cuts_its_opening_out_of_the_walls_along_it() -> None:
    wall = ((0.0, 10.0), (20.0, 10.0))
    door = ((4.0, 10.2), (6.0, 10.2))
    cross = ((5.0, 0.0), (5.0, 9.0))
    assert cut_walls((wall, cross), (door,)) == (
        ((0.0, 10.0), (4.0, 10.0)),
        ((6.0, 10.0), (20.0, 10.0)),
        cross,
    )
    assert cut_walls((wall,), ()) == (wall,)


def test_a_way_leads_through_a_door_and_nowhere_else() -> None:
    wall = ((0.0, 10.0), (20.0, 10.0))
    below = Door("b", (1.0, 19.0))
    shut = visibility_graph([Space("1", FLOOR, (wall,), (), (A, below))], [])
    assert _tree(shut).distance_m[1] == inf
    walls = cut_walls((wall,), (((9.0, 10.0), (11.0, 10.0)),))
    opened = visibility_graph([Space("1", FLOOR, walls, (), (A, below))], [])
    corner = hypot(8.3, 8.7)  # to the door's near side, at a person's half width from it
    assert _tree(opened).distance_m[1] == pytest.approx(2 * corner + 0.6, abs=0.01)


def test_a_door_that_is_too_narrow_lets_nobody_through() -> None:
    walls = cut_walls((((0.0, 10.0), (20.0, 10.0)),), (((9.0, 10.0), (9.5, 10.0)),))
    seen = visibility_graph([Space("1", FLOOR, walls, (), (A, B))], [])
    assert _tree(seen).distance_m[1] == inf


def test_the_end_of_a_line_is_seen_from_far() -> None:
    floor = ((0.0, 0.0), (60.0, 0.0), (60.0, 60.0), (0.0, 60.0))
    doors = (Door("a", (20.0, 30.0), far=True), Door("b", (45.0, 30.0)))
    closed = _passage(((30.0, 20.0), (30.0, 40.0)), Flow.CLOSED)
    seen = visibility_graph([Space("1", floor, (), (), doors, (closed,))], [])
    assert _tree(seen).distance_m[1] == pytest.approx(hypot(10, 10.31) + hypot(15, 10.31), abs=0.01)


def test_a_one_way_counts_on_its_own_level() -> None:
    line = ((10.0, 20.0), (10.0, 0.0))  # northwards: its right hand is the east
    spaces = [
        Space("1", FLOOR, (), (), (A, Door("up", (2.0, 2.0)))),
        Space("2", FLOOR, (), (), (Door("down", (2.0, 2.0)), B), (_passage(line, Flow.ONE_WAY),)),
    ]
    seen = visibility_graph(spaces, [Link("up", "down", 12.0, False)])
    assert _tree(seen).distance_m[seen.nodes["b"]] < inf
    assert _tree(seen, "b").distance_m[seen.nodes["a"]] == inf
    ways = [seen.graph.edges[each][:2] for each in seen.graph.one_way]
    assert ways == [(seen.nodes["down"], seen.nodes["b"])]
