"""A good order of many places: several starts, each improved as long as a small change helps.

Two kinds of change: two neighbouring stretches change places (Or's exchange, with stretches of any length; it
keeps the direction of walking, which matters where aisles are one-way), and a stretch is walked the other way
round (2-opt; alone it stays up to 23 % too long). Every length is counted in the direction that is walked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from math import inf
from random import Random

Distances = Sequence[Sequence[float]]
Cost = Callable[[Sequence[int]], tuple[float, float]]
"""Of an order: its cost (inf: late for a talk), and which part of it is for waiting."""

_BLOCKED_M = 1e6
"""Stands in sums for "no way leads there"."""
_LEAST_GAIN_M = 1e-4
_SHAKES_BY_CUBE = 120_000
_SHAKES_LEAST = 6


def searched(distance_m: Distances, stalls: list[int], talks: list[int], cost: Cost) -> list[int] | None:
    """A good order of stalls and talks, talks in the order given; the same question gives the same answer.

    None where none was found that can be walked and is on time.
    """
    search = _Search(distance_m, cost if talks else None)
    starts = [search.improved(start) for start in search.starts(stalls, talks)]
    if not starts:
        return None
    best, order = min((search.value(order), order) for order in starts)
    chance = Random(len(order))  # noqa: S311  (no secret: it shakes, the same way every time)
    for _ in range(max(_SHAKES_LEAST, _SHAKES_BY_CUBE // len(order) ** 3)):
        other = search.improved(_shaken(order, chance))
        value = search.value(other)
        if value < best - _LEAST_GAIN_M:
            best, order = value, other
    return order if best < _BLOCKED_M else None


def _shaken(order: list[int], chance: Random) -> list[int]:
    """The order with two neighbouring stretches from anywhere in it exchanged, twice."""
    for _ in range(2):
        a, b, c = sorted(chance.sample(range(len(order) + 1), 3))
        order = [*order[:a], *order[b:c], *order[a:b], *order[c:]]
    return order


class _Search:
    def __init__(self, distance_m: Distances, cost: Cost | None) -> None:
        """`cost` where there are talks; without any, length is all there is to an order."""
        # The last column is the end, wherever it is: nothing to walk.
        self._rows = [[*(min(each, _BLOCKED_M) for each in row), 0.0] for row in distance_m]
        self._end = len(self._rows)
        self._cost = cost

    def value(self, order: Sequence[int]) -> float:
        """What the order costs."""
        if self._cost is not None:
            return self._cost(order)[0]
        rows = self._rows
        return sum([rows[here][place] for here, place in pairwise((0, *order))])

    def starts(self, stalls: list[int], talks: list[int]) -> list[list[int]]:
        """Orders to begin with: stalls put in one by one where they cost least, and going to the nearest."""
        far_first = sorted(stalls, key=lambda each: (-self._rows[0][each], each))
        made = [self._inserted(each, talks) for each in (far_first, far_first[::-1], stalls)]
        if self._cost is None:
            made.append(self._nearest_first(stalls))
        return [order for order in made if order]

    def _nearest_first(self, stalls: list[int]) -> list[int]:
        order, here, left = [], 0, list(stalls)
        while left:
            row = self._rows[here]
            here = min(left, key=lambda each: (row[each], each))
            left.remove(here)
            order.append(here)
        return order

    def _inserted(self, stalls: list[int], talks: list[int]) -> list[int]:
        order = list(talks)
        for stall in stalls:
            tries = ([*order[:at], stall, *order[at:]] for at in range(len(order) + 1))
            value, order = min((self.value(each), each) for each in tries)
            if value == inf:
                return []
        return order

    def improved(self, order: list[int]) -> list[int]:
        """The order after every change that helps, the best first; one that is late for a talk as it is."""
        while (better := self._better(order)) is not None:
            order = better
        return order

    def _better(self, order: list[int]) -> list[int] | None:
        """The order after the change that helps most, None where none does."""
        best_m, found = -_LEAST_GAIN_M, None
        if self._cost is None:
            for gain_m, change in self._changes(order, best_m):
                if gain_m < best_m:
                    best_m, found = gain_m, change
            return _changed(order, *found) if found else None
        now, waiting = self._cost(order)
        better = None
        if now == inf:
            return None
        # No change saves more than its metres and all of the waiting.
        for _, change in self._changes(order, waiting - _LEAST_GAIN_M):
            other = _changed(order, *change)
            gain = self._cost(other)[0] - now
            if gain < best_m:
                best_m, better = gain, other
        return better

    def _changes(self, order: list[int], below_m: float) -> Iterator[tuple[float, tuple[int, int, int]]]:
        """Changes by (metres more, (a, b, c)) that add less than that.

        Places a to b and b to c are exchanged, or, where c is 0, those from a to b are turned round.
        """
        rows = self._rows
        walk = [0, *order, self._end]
        step = [rows[here][place] for here, place in pairwise(walk)]
        # How much longer the way back is than the way there, up to each place.
        back = [
            rows[place][here] - length
            for here, place, length in zip(order, order[1:], step[1:], strict=False)
        ]
        turned = [0.0, 0.0, *accumulate(back)]
        ends = range(len(order) + 2)
        for a in range(1, len(order)):
            before, first = rows[walk[a - 1]], walk[a]
            for b in range(a + 1, len(order) + 2):
                last, next_place = rows[walk[b - 1]], walk[b]
                added = before[walk[b - 1]] + rows[first][next_place] - step[a - 1] - step[b - 1]
                more = added + turned[b - 1] - turned[a]
                if more < below_m and b > a + 1:
                    yield more, (a - 1, b - 1, 0)
                added = before[next_place] - step[a - 1] - step[b - 1]
                for c in ends[b + 1 :]:
                    more = added + rows[walk[c - 1]][first] + last[walk[c]] - step[c - 1]
                    if more < below_m:
                        yield more, (a - 1, b - 1, c - 1)


def _changed(order: list[int], a: int, b: int, c: int) -> list[int]:
    if c:
        return [*order[:a], *order[b:c], *order[a:b], *order[c:]]
    return [*order[:a], *order[a:b][::-1], *order[b:]]
