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


def shortest_ways(graph: Graph, source: int, *, step_free: bool) -> Tree:
    """Dijkstra's tree over the visibility graph; step-free leaves out every edge with steps."""
    neighbours: list[list[tuple[int, float]]] = [[] for _ in graph.x_m]
    for a, b, length_m, has_steps in graph.edges:
        if step_free and has_steps:
            continue
        neighbours[a].append((b, length_m))
        neighbours[b].append((a, length_m))
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
