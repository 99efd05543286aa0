"""Ways over a small graph, and over any."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import inf

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.floorplan import Graph
from kiosk.domain.route import Network, shortest_ways

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


@given(graphs(), st.booleans(), st.lists(st.sets(st.sampled_from("pq")), min_size=1, max_size=4))
def test_what_was_closed_before_leaves_no_trace(
    graph: Graph, step_free: bool, closures: list[set[str]]
) -> None:
    network = Network(graph)
    for closed in closures:
        again = network.tree(0, step_free=step_free, closed=frozenset(closed))
        assert again == shortest_ways(graph, 0, step_free=step_free, closed=frozenset(closed))


@given(graphs(), st.booleans())
def test_closing_what_is_not_on_the_way_changes_nothing(graph: Graph, step_free: bool) -> None:
    network = Network(graph)
    before = network.tree(0, step_free=step_free)
    after = network.tree(0, step_free=step_free, closed=frozenset("p"))
    through = {frozenset(graph.edges[edge][:2]) for edge in network.edges_through("p")}
    for node in range(len(graph.x_m)):
        if not through & {frozenset(pair) for pair in pairwise(before.path(node))}:
            assert after.distance_m[node] == before.distance_m[node]
        else:
            assert after.distance_m[node] >= before.distance_m[node]
