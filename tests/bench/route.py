"""Ways in a hall of 2,000 stalls: reading one, how long it is, and what a closure costs.

Reading is beside A* of networkx on the same graph (installer/requirements-bench.txt), length beside the
shortest way over all corners of the same free space, seen by shapely and pruned by nothing, and the tree
after a closure beside the first one. What is compared takes turns.
"""

from __future__ import annotations

import gc
import heapq
import importlib.util
import random
import statistics
import time
from collections.abc import Callable, Iterator
from math import hypot, inf
from typing import Any

import numpy as np
import shapely

from installer.measure import Row, interleaved
from kiosk.domain.floorplan import FloorPlan, Flow, Graph, Point
from kiosk.domain.words import Words
from kiosk.pack.plans.visibility import CLEARANCE_M
from kiosk.services.wayfinding import Wayfinding
from tests.fakes.way import Gate, Hall, plan_of

SEED = 6
COLUMNS, ROWS = 25, 42
STALLS = 2_000
READ = 200
"""Stalls that a way is read to, by both."""
SEEN = 80
"""Stalls whose shortest way is looked for."""
PAIRS = 12
TO_A_STAR, TO_OPTIMUM, TO_FIRST = 1 / 20, 1.02, 3.0
_TOLERANCE_M = 2e-3
Sample = tuple[float, float]
"""CPU and wall, in milliseconds."""


def hall() -> Hall:
    """25 double columns, a cross aisle every 10 rows, gaps in the rows, pillars, and passages to close."""
    chance = random.Random(SEED)
    gone = frozenset(chance.sample(range(COLUMNS * ROWS * 2), COLUMNS * ROWS * 2 - STALLS))
    pillars = tuple((chance.randrange(COLUMNS + 1), chance.randrange(ROWS)) for _ in range(40))
    gates = tuple(Gate(aisle, chance.randrange(ROWS), Flow.BOTH) for aisle in range(1, COLUMNS))
    return Hall(COLUMNS, ROWS, cross=10, missing=gone, pillars=pillars, gates=gates)


def wayfinding(plan: FloorPlan) -> Wayfinding:
    """Ways from the hall's kiosk; every stall has a host."""
    hosts = {stall.number: Words("京华软件（示例）", "Jinghua Software (sample)") for stall in plan.stalls}
    return Wayfinding(plan, plan.kiosks[0], hosts)


def taken(work: Callable[[], object]) -> Sample:
    """What a piece of work takes."""
    cpu, wall = time.process_time_ns(), time.perf_counter_ns()
    work()
    return (time.process_time_ns() - cpu) / 1e6, (time.perf_counter_ns() - wall) / 1e6


def rows(
    name: str, floors: list[Sample], ours: list[Sample], goal: float | None, each: int = 1
) -> Iterator[Row]:
    """Medians in CPU and in wall time, of one of `each` pieces."""
    for at, kind in enumerate(("cpu", "wall")):
        floor, mine = (statistics.median(sample[at] for sample in lane) / each for lane in (floors, ours))
        yield Row(f"route.{name}.{kind}", floor, mine, "ms", goal)


def a_star(graph: Graph, source: int) -> Callable[[int], object] | None:
    """A* of networkx on the same graph, straight lines as its guess; None where it is not installed."""
    if importlib.util.find_spec("networkx") is None:
        return None
    import networkx as nx  # noqa: PLC0415  (for this benchmark alone)

    one_way = set(graph.one_way)
    drawn = nx.DiGraph()
    for index, (a, b, length_m, _steps) in enumerate(graph.edges):
        drawn.add_edge(a, b, weight=length_m)
        if index not in one_way:
            drawn.add_edge(b, a, weight=length_m)

    def guess(a: int, b: int) -> float:
        return hypot(graph.x_m[a] - graph.x_m[b], graph.y_m[a] - graph.y_m[b])

    return lambda node: nx.astar_path(drawn, source, node, heuristic=guess, weight="weight")


def reading(found: Wayfinding) -> Iterator[Row]:
    """A way read as a line, and with all of its words, beside A*."""
    chosen = random.Random(SEED).sample(found.plan.stalls, READ)

    def line() -> None:
        for stall in chosen:
            found.line(stall.number)

    def words() -> None:
        for stall in chosen:
            found.way(stall.number, step_free=False)

    searched = a_star(found.plan.graph, found.place.node)
    if searched is None:
        mine = [taken(line) for _ in range(PAIRS)]
        yield from rows("way_to_a_star_which_is_not_installed", mine, mine, None, READ)
        yield from rows("way_in_words", mine, [taken(words) for _ in range(PAIRS)], None, READ)
        return

    def search() -> None:
        for stall in chosen:
            searched(stall.node)

    theirs, mine = interleaved(lambda: taken(search), lambda: taken(line), PAIRS)
    yield from rows("way_to_a_star", theirs, mine, TO_A_STAR, READ)
    yield from rows("way_in_words_to_a_star", theirs, [taken(words) for _ in range(PAIRS)], None, READ)


class Optimum:
    """The shortest ways there are: every corner of the free space joined to all that it sees."""

    def __init__(self, plan: FloorPlan) -> None:
        level = plan.levels[0]
        boxes = [(each.x_m, each.y_m, each.width_m, each.height_m) for each in plan.stalls]
        boxes += level.blocks
        boxes += [
            (each.x_m, each.y_m, each.width_m, each.height_m) for each in plan.facilities if each.width_m
        ]
        grown = [
            shapely.box(x, y, x + width, y + height).buffer(CLEARANCE_M, join_style="mitre")
            for x, y, width, height in boxes
        ]
        walls = [shapely.LineString(wall).buffer(CLEARANCE_M, join_style="mitre") for wall in level.walls]
        floor = shapely.Polygon(level.floor).buffer(-CLEARANCE_M, join_style="mitre")
        free = floor.difference(shapely.union_all(grown + walls))
        self._corners = np.unique(np.round(shapely.get_coordinates(free.simplify(1e-6)), 6), axis=0)
        self._free = free.buffer(_TOLERANCE_M, join_style="mitre")
        shapely.prepare(self._free)
        self._lines = [self._seen(corner, self._corners) for corner in self._corners]

    def _seen(self, here: Any, others: Any) -> list[tuple[int, float]]:
        lines = shapely.linestrings(np.stack([np.broadcast_to(here, others.shape), others], axis=1))
        clear = np.flatnonzero(shapely.covers(self._free, lines))
        length = np.hypot(*(others[clear] - here).T)
        return list(zip(clear.tolist(), length.tolist(), strict=True))

    def lengths(self, start: Point, ends: list[Point]) -> list[float]:
        """The shortest way from a place to each of the others."""
        count = len(self._corners)
        best = [inf] * count
        heap = [(length, corner) for corner, length in self._seen(np.array(start), self._corners)]
        for length, corner in heap:
            best[corner] = length
        heapq.heapify(heap)
        while heap:
            so_far, corner = heapq.heappop(heap)
            if so_far > best[corner]:
                continue
            for other, length in self._lines[corner]:
                if so_far + length < best[other]:
                    best[other] = so_far + length
                    heapq.heappush(heap, (best[other], other))
        direct = dict(self._seen(np.array(start), np.array(ends)))
        found = []
        for at, end in enumerate(ends):
            by_corner = (best[each] + last for each, last in self._seen(np.array(end), self._corners))
            found.append(min(direct.get(at, inf), min(by_corner, default=inf)))
        return found


def length(found: Wayfinding) -> Iterator[Row]:
    """The way that is longest beside the shortest there is, among stalls near and far."""
    graph, place = found.plan.graph, found.place.node
    chosen = random.Random(SEED + 1).sample(found.plan.stalls, SEEN)
    ends = [(graph.x_m[stall.node], graph.y_m[stall.node]) for stall in chosen]
    shortest = Optimum(found.plan).lengths((graph.x_m[place], graph.y_m[place]), ends)
    tree = found.tree_from(place, step_free=False)
    pairs = [(best, tree.distance_m[stall.node]) for best, stall in zip(shortest, chosen, strict=True)]
    worst = max(pairs, key=lambda each: each[1] / each[0])
    yield Row("route.length_to_visibility_optimum.worst", *worst, "m", TO_OPTIMUM)
    mean = statistics.fmean(best for best, _ours in pairs), statistics.fmean(ours for _best, ours in pairs)
    yield Row("route.length_to_visibility_optimum.mean", *mean, "m")


def closing(found: Wayfinding) -> Iterator[Row]:
    """The first two trees of a kiosk, and both again after an aisle on the way was closed."""
    plan = found.plan
    far = max(plan.stalls, key=lambda stall: found.distance_m(stall.number) or 0).number
    names = [passage.id for passage in plan.passages]
    closed = iter(names * PAIRS)

    def first() -> None:
        made = wayfinding(plan)
        made.distance_m(far)
        made.distance_m(far, step_free=True)

    def again() -> None:
        found.close(frozenset({next(closed), names[0]}))
        found.distance_m(far)
        found.distance_m(far, step_free=True)

    firsts, agains = interleaved(lambda: taken(first), lambda: taken(again), PAIRS)
    found.close(frozenset())
    yield from rows("trees_after_closure", firsts, agains, TO_FIRST)


def measure() -> Iterator[Row]:
    """Rows: reading a way (gates), its length (a gate), trees after a closure (gates)."""
    plan = plan_of(hall())
    assert len(plan.stalls) == STALLS
    found = wayfinding(plan)
    found.way(plan.stalls[0].number, step_free=False)
    gc.collect()
    gc.freeze()
    yield from reading(found)
    yield from closing(found)
    yield from length(found)
