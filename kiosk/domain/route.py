"""Ways: a tree from one place, read out to any node."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from kiosk.domain.floorplan import Graph

_Leads = list[tuple[tuple[int, float], ...]]
"""By node: where it leads, and how many metres that is."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Shortest ways from `source` to every node. `previous[i]` is -1 at the source and where no way leads."""

    source: int
    previous: tuple[int, ...]
    distance_m: tuple[float, ...]

    def path(self, node: int) -> tuple[int, ...]:
        """Nodes from the source to `node`; empty where no way leads there."""
        if self.distance_m[node] == inf:
            return ()
        nodes = [node]
        while nodes[-1] != self.source:
            nodes.append(self.previous[nodes[-1]])
        return tuple(reversed(nodes))


class Network:
    """A graph ready to be walked: which node leads where, made once. One-way edges count forwards only.

    What is closed is taken out of the few nodes at its ends, so a tree costs no more after a closure.
    """

    def __init__(self, graph: Graph) -> None:
        self._edges = graph.edges
        self._one_way = frozenset(graph.one_way)
        self._through = dict(graph.through)
        self._with_steps = frozenset(index for index, edge in enumerate(graph.edges) if edge[3])
        at: list[list[int]] = [[] for _ in graph.x_m]
        for index, (a, b, _length_m, _steps) in enumerate(graph.edges):
            at[a].append(index)
            at[b].append(index)
        self._edges_at = at
        self._walking = [self._leads_of(node, frozenset()) for node in range(len(at))]
        self._step_free = self._without(self._walking, self._with_steps, self._with_steps)

    def edges_through(self, closed: Iterable[str]) -> frozenset[int]:
        """The edges that go through any of these; an id that the graph does not know has none."""
        return frozenset(edge for name in closed for edge in self._through.get(name, ()))

    def tree(self, source: int, *, step_free: bool, closed: frozenset[str] = frozenset()) -> Tree:
        """Dijkstra's tree from the source outwards.

        Step-free leaves out every edge with steps. `closed` holds ids of passages and of lifts, stairs, ramps
        and escalators that nobody may use now; an id that the graph does not know closes nothing.
        """
        shut = self.edges_through(closed)
        if step_free:
            leads = self._without(self._step_free, shut, shut | self._with_steps)
        else:
            leads = self._without(self._walking, shut, shut)
        distance = [inf] * len(leads)
        previous = [-1] * len(leads)
        distance[source] = 0.0
        heap = [(0.0, source)]
        while heap:
            so_far, node = heapq.heappop(heap)
            if so_far > distance[node]:
                continue
            for neighbour, length_m in leads[node]:
                candidate = so_far + length_m
                if candidate < distance[neighbour]:
                    distance[neighbour] = candidate
                    previous[neighbour] = node
                    heapq.heappush(heap, (candidate, neighbour))
        return Tree(source, tuple(previous), tuple(distance))

    def _without(self, leads: _Leads, new: frozenset[int], shut: frozenset[int]) -> _Leads:
        """`leads` where the ends of the `new` ones among the shut edges are made anew."""
        if not new:
            return leads
        found = leads.copy()
        for node in {node for edge in new for node in self._edges[edge][:2]}:
            found[node] = self._leads_of(node, shut)
        return found

    def _leads_of(self, node: int, shut: frozenset[int]) -> tuple[tuple[int, float], ...]:
        found = []
        for index in self._edges_at[node]:
            a, b, length_m, _steps = self._edges[index]
            if index in shut or (a != node and index in self._one_way):
                continue
            found.append((b if a == node else a, length_m))
        return tuple(found)


def shortest_ways(
    graph: Graph, source: int, *, step_free: bool, closed: frozenset[str] = frozenset()
) -> Tree:
    """`Network.tree` of a graph that is walked once only."""
    return Network(graph).tree(source, step_free=step_free, closed=closed)
