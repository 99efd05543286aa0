"""The best order to visit stalls in, on time for talks: exact to twelve places, a good one beyond.

A tour starts at place 0, this kiosk, and may end anywhere. Distances are those of shortest ways (no detour is
shorter), and may differ there and back, because of one-way aisles; `inf` where no way leads.

The cost of an order is its metres, and a few more for every minute that is waited before a talk: of two
orders that walk about alike, the one that does not stand about for an hour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from operator import add

from kiosk.domain.directions import WALKING_M_PER_MIN
from kiosk.domain.tour_search import Cost, Distances, searched

EXACT_MOST = 12
"""Places, talks included, of which the order is the best there is."""
VISIT_MIN = 8.0
"""Minutes at a stall: a look at what it offers, a short queue and a word with who stands there."""
WAITING_M_PER_MIN = 5.0
"""So many metres of detour is a minute less of waiting worth."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A place where one has to be by `start_min` and stays to `end_min`, on the clock of `now_min`."""

    place: int
    start_min: float
    end_min: float


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast somebody walks, how long a stall takes, and what waiting costs."""

    walking_m_per_min: float = WALKING_M_PER_MIN
    visit_min: float = VISIT_MIN
    waiting_m_per_min: float = WAITING_M_PER_MIN


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of a tour, in its order."""

    place: int
    distance_m: float
    """From the stop before."""
    arrives_min: float
    leaves_min: float


@dataclass(frozen=True, slots=True)
class Tour:
    """An order of stops. Every place is a stop, or in one of the two lists."""

    stops: tuple[Stop, ...]
    length_m: float
    unreachable: tuple[int, ...] = ()
    """Places that no way leads to from here, or from where one would have to come."""
    missed: tuple[int, ...] = ()
    """Places of talks that nobody can be at in time."""

    @property
    def order(self) -> tuple[int, ...]:
        """The places in their order."""
        return tuple(stop.place for stop in self.stops)


def best_tour(
    distance_m: Distances, talks: Sequence[Talk] = (), now_min: float = 0.0, pace: Pace = Pace()
) -> Tour:
    """All places but 0 in the best order: exact to EXACT_MOST of them; equal questions, equal answers.

    Of talks that nobody can hear all, as many as possible are kept; a talk that has begun is missed.
    """
    problem = _Problem(distance_m, pace, now_min)
    by_place = {talk.place: talk for talk in talks}
    within = _within_reach(distance_m)
    kept = problem.most_talks([talk for talk in talks if talk.place in within])
    heard = {talk.place for talk in kept}
    stalls = [place for place in within if place not in by_place]
    order = problem.order(stalls, kept)
    dropped: list[int] = []
    while order is None:  # a stall that can be reached before a talk only, and there is no time for it
        dropped.append(stalls.pop())
        order = problem.order(stalls, kept)
    stops = problem.stops(order, kept)
    unreachable = {place for place in range(1, len(distance_m)) if place not in within} | set(dropped)
    return Tour(
        stops,
        sum(stop.distance_m for stop in stops),
        tuple(sorted(unreachable)),
        tuple(sorted(place for place in by_place if place not in heard and place not in unreachable)),
    )


def _within_reach(distance_m: Distances) -> list[int]:
    """Places that some order can visit all: of any two, one leads to the other (then there is such an order).

    Distances being those of shortest ways, "leads to" goes on from place to place.
    """
    found: list[int] = []
    for place in range(1, len(distance_m)):
        if distance_m[0][place] < inf and all(
            distance_m[place][each] < inf or distance_m[each][place] < inf for each in found
        ):
            found.append(place)
    return found


@dataclass(frozen=True, slots=True)
class _Problem:
    distance_m: Distances
    pace: Pace
    now_min: float

    def most_talks(self, talks: Sequence[Talk]) -> list[Talk]:
        """The longest row of talks that one can be at in time, going straight from each to the next."""
        by_start = sorted(talks, key=lambda talk: (talk.start_min, talk.end_min, talk.place))
        best: list[list[Talk]] = [[]]
        for talk in by_start:
            rows = [row for row in best if self._reaches(row, talk)]
            if rows:
                best.append([*max(rows, key=len), talk])
        return max(best, key=len)

    def _reaches(self, row: list[Talk], talk: Talk) -> bool:
        place, free_min = (row[-1].place, row[-1].end_min) if row else (0, self.now_min)
        walking_min = self.distance_m[place][talk.place] / self.pace.walking_m_per_min
        return free_min + walking_min <= talk.start_min

    def order(self, stalls: list[int], talks: list[Talk]) -> list[int] | None:
        """The best order of stalls and talks, None where there is none that is on time for all talks."""
        if len(stalls) + len(talks) <= EXACT_MOST:
            return _Exact(self, stalls, talks).order()
        return searched(self.distance_m, stalls, [talk.place for talk in talks], self.cost_of(talks))

    def cost_of(self, talks: list[Talk]) -> Cost:
        """Of an order with those talks in it: its cost (inf: late), and which part of it is for waiting."""
        at = {talk.place: talk for talk in talks}
        pace, distance_m = self.pace, self.distance_m

        def cost(order: Sequence[int]) -> tuple[float, float]:
            here, now_min, length_m, waited_min = 0, self.now_min, 0.0, 0.0
            for place in order:
                walked_m = distance_m[here][place]
                length_m += walked_m
                now_min += walked_m / pace.walking_m_per_min
                talk = at.get(place)
                if talk is None:
                    now_min += pace.visit_min
                elif now_min > talk.start_min:
                    return inf, 0.0
                else:
                    waited_min += talk.start_min - now_min
                    now_min = talk.end_min
                here = place
            waiting = pace.waiting_m_per_min * waited_min
            return length_m + waiting, waiting

        return cost

    def stops(self, order: list[int], talks: list[Talk]) -> tuple[Stop, ...]:
        """The order with its times."""
        at = {talk.place: talk for talk in talks}
        found: list[Stop] = []
        now_min = self.now_min
        for here, place in pairwise([0, *order]):
            walked_m = self.distance_m[here][place]
            arrives_min = now_min + walked_m / self.pace.walking_m_per_min
            now_min = at[place].end_min if place in at else arrives_min + self.pace.visit_min
            found.append(Stop(place, walked_m, arrives_min, now_min))
        return tuple(found)


class _Exact:
    """Held and Karp's recursion, once from the kiosk and once from every talk, and over the rows of talks.

    Talks stand in the order of their time, and after one it is as late as its end says. So all that is to be
    chosen is which stalls are visited before which talk; among those that arrive in time the shortest way
    from talk to talk through just these stalls is the best.
    """

    def __init__(self, problem: _Problem, stalls: list[int], talks: list[Talk]) -> None:
        self._problem = problem
        self._stalls = stalls
        self._talks = talks
        self._full = (1 << len(stalls)) - 1
        self._sources = [0, *(talk.place for talk in talks)]
        self._tables = [self._table(source) for source in self._sources]

    def _table(self, source: int) -> list[list[float]]:
        """[set of stalls][last of them]: length of the shortest way from a place through just these."""
        distance_m, stalls = self._problem.distance_m, self._stalls
        count = len(stalls)
        into = [[distance_m[a][b] if a != b else inf for a in stalls] for b in stalls]
        table = [[inf] * count for _ in range(1 << count)]
        for last, stall in enumerate(stalls):
            table[1 << last][last] = distance_m[source][stall]
        for visited in range(1, 1 << count):
            row = table[visited]
            if not visited & (visited - 1):
                continue
            for last in range(count):
                if visited >> last & 1:
                    row[last] = min(map(add, table[visited ^ (1 << last)], into[last]))
        return table

    def order(self) -> list[int] | None:
        """The best order, None where there is none."""
        costs = [0.0 if not visited else inf for visited in range(self._full + 1)]
        chosen: list[list[int]] = []
        """By talk and set of stalls visited before it: those since the talk before."""
        for index in range(len(self._talks)):
            costs, since = self._before(index, costs)
            chosen.append(since)
        ends = self._tables[-1]
        best, visited = inf, -1
        for before, cost in enumerate(costs):
            after = self._full ^ before
            total = cost + (min(ends[after]) if after else 0.0)
            if total < best:
                best, visited = total, before
        if visited < 0:
            return None
        order = self._path(len(self._talks), self._full ^ visited)
        for index in reversed(range(len(self._talks))):
            seen = chosen[index][visited]
            order = [*self._path(index, seen, self._talks[index].place), self._talks[index].place, *order]
            visited ^= seen
        return order

    def _before(self, index: int, costs: list[float]) -> tuple[list[float], list[int]]:
        """Least cost of having visited a set of stalls by talk `index`, and which of them just before it."""
        straight = self._costs_to(index)
        if not index:  # nothing was visited before the first
            return straight, list(range(self._full + 1))
        found = [inf] * (self._full + 1)
        chosen = [0] * (self._full + 1)
        for visited in range(self._full + 1):
            since = visited
            while True:
                cost = straight[since] + costs[visited ^ since]
                if cost < found[visited]:
                    found[visited], chosen[visited] = cost, since
                if not since:
                    break
                since = (since - 1) & visited
        return found, chosen

    def _costs_to(self, index: int) -> list[float]:
        """Of going from talk `index - 1`, or the kiosk, through each set of stalls to talk `index`."""
        problem, talk = self._problem, self._talks[index]
        pace, distance_m = problem.pace, problem.distance_m
        free_min = self._talks[index - 1].end_min if index else problem.now_min
        to_talk = [distance_m[stall][talk.place] for stall in self._stalls]
        costs = []
        for since, ends in enumerate(self._tables[index]):
            length_m = min(map(add, ends, to_talk)) if since else distance_m[self._sources[index]][talk.place]
            arrives_min = free_min + length_m / pace.walking_m_per_min + pace.visit_min * since.bit_count()
            waits_min = talk.start_min - arrives_min
            costs.append(inf if waits_min < 0 else length_m + pace.waiting_m_per_min * waits_min)
        return costs

    def _path(self, index: int, visited: int, to: int | None = None) -> list[int]:
        """The stalls of the shortest way through just these, in their order."""
        distance_m, table = self._problem.distance_m, self._tables[index]
        path: list[int] = []
        while visited:
            ends = [
                length + (0.0 if to is None else distance_m[stall][to])
                for length, stall in zip(table[visited], self._stalls, strict=True)
            ]
            last = ends.index(min(ends))
            to = self._stalls[last]
            path.append(to)
            visited ^= 1 << last
        return path[::-1]
