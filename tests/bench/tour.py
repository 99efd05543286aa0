"""Tours: how short they are beside Held and Karp's recursion, and what they take beside it in numpy.

Halls are drawn at random, half of them with aisles that are longer one way than the other. A row of lengths
has the longest of ours beside the shortest there is; a row of time has the medians of runs taken in turn.
"""

from __future__ import annotations

import math
import random
import statistics
import time
from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np

from installer.measure import Row, interleaved
from kiosk.domain.tour import EXACT_MOST, Talk, best_tour

HALLS = 24
FEW, MANY = EXACT_MOST, 15
EXACTLY = 1 + 1e-9
ABOUT = 1.03
"""How much longer a tour of 15 may be than the shortest; 2-opt alone is up to 1.23 times as long."""

Rows = list[list[float]]


def held_karp(rows: Rows) -> float:
    """The length of the shortest tour from place 0 through all others, ending anywhere; in numpy."""
    distance = np.array(rows)
    count = len(rows) - 1
    between = distance[1:, 1:]
    table = np.full((1 << count, count), np.inf)
    for last in range(count):
        table[1 << last, last] = distance[0, last + 1]
    sets = np.arange(1 << count)
    sizes = sum((sets >> place) & 1 for place in range(count))
    for size in range(2, count + 1):
        of_size = sets[sizes == size]
        for last in range(count):
            visited = of_size[(of_size >> last) & 1 == 1]
            table[visited, last] = (table[visited ^ (1 << last)] + between[:, last]).min(axis=1)
    return float(table[-1].min())


def walked(rows: Rows, order: tuple[int, ...]) -> float:
    """Metres of an order from place 0."""
    return sum(rows[here][place] for here, place in pairwise((0, *order)))


def hall(count: int, chance: random.Random, *, one_way: bool) -> Rows:
    """Shortest ways between the kiosk and `count` places in a hall of 80 by 50 metres."""
    points = [(chance.random() * 80, chance.random() * 50) for _ in range(count + 1)]
    more = [[1 + chance.random() if one_way else 1.0 for _ in points] for _ in points]
    rows = np.array(
        [[math.dist(a, b) * more[i][j] for j, b in enumerate(points)] for i, a in enumerate(points)]
    )
    for via in range(count + 1):
        rows = np.minimum(rows, rows[:, via : via + 1] + rows[via : via + 1, :])
    return [[float(each) for each in row] for row in rows]


def _taken(
    work: Callable[[Rows], object], halls: list[Rows], clock: Callable[[], float]
) -> Callable[[], float]:
    """Milliseconds of the next hall, on each call."""
    waiting = iter(halls)

    def take() -> float:
        rows = next(waiting)
        start = clock()
        work(rows)
        return (clock() - start) * 1e3

    return take


def measure() -> Iterator[Row]:
    """All rows."""
    chance = random.Random(20261128)
    for count, goal in ((8, EXACTLY), (FEW, EXACTLY), (MANY, ABOUT)):
        worst = max(
            (best_tour(rows).length_m / held_karp(rows), rows)
            for rows in (hall(count, chance, one_way=at % 2 == 1) for at in range(HALLS))
        )
        shortest = held_karp(worst[1])
        yield Row(f"{count} stalls, longest of {HALLS}", shortest, worst[0] * shortest, "m", goal)
    for name, clock in (("cpu", time.process_time), ("wall", time.perf_counter)):
        for count, goal in ((FEW, None), (MANY, 1.0)):
            halls = [hall(count, chance, one_way=at % 2 == 1) for at in range(HALLS)]
            floors, ours = interleaved(
                _taken(held_karp, halls, clock), _taken(best_tour, halls, clock), HALLS
            )
            yield Row(
                f"{count} stalls, {name}", statistics.median(floors), statistics.median(ours), "ms", goal
            )
    halls = [hall(30, chance, one_way=True) for _ in range(HALLS)]
    talks = (Talk(3, 60, 120), Talk(9, 150, 210))
    plain = [_taken(best_tour, halls, time.process_time)() for _ in range(3)]
    timed = [_taken(lambda rows: best_tour(rows, talks), halls, time.process_time)() for _ in range(3)]
    yield Row("30 stalls, two of them talks, beside none", max(plain), max(timed), "ms")
