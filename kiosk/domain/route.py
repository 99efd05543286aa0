"""Ways: a tree from the kiosk's own place, read out to any node, and directions in words."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from math import inf

from kiosk.domain.floorplan import Graph


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


def shortest_ways(
    graph: Graph, source: int, *, step_free: bool, closed: frozenset[str] = frozenset()
) -> Tree:
    """Dijkstra's tree over the visibility graph, from the source outwards: one-way edges count forwards only.

    Step-free leaves out every edge with steps. `closed` holds ids of passages and of lifts, stairs, ramps
    and escalators that nobody may use now; an id that the graph does not know closes nothing.
    """
    neighbours = _neighbours(graph, step_free, closed)
    distance = [inf] * len(graph.x_m)
    previous = [-1] * len(graph.x_m)
    distance[source] = 0.0
    heap = [(0.0, source)]
    while heap:
        so_far, node = heapq.heappop(heap)
        if so_far > distance[node]:
            continue
        for neighbour, length_m in neighbours[node]:
            candidate = so_far + length_m
            if candidate < distance[neighbour]:
                distance[neighbour] = candidate
                previous[neighbour] = node
                heapq.heappush(heap, (candidate, neighbour))
    return Tree(source, tuple(previous), tuple(distance))


def _neighbours(graph: Graph, step_free: bool, closed: frozenset[str]) -> list[list[tuple[int, float]]]:
    shut = {edge for name, edges in graph.through if name in closed for edge in edges}
    one_way = set(graph.one_way)
    neighbours: list[list[tuple[int, float]]] = [[] for _ in graph.x_m]
    for index, (a, b, length_m, has_steps) in enumerate(graph.edges):
        if (step_free and has_steps) or index in shut:
            continue
        neighbours[a].append((b, length_m))
        if index not in one_way:
            neighbours[b].append((a, length_m))
    return neighbours
