"""What of a plan staff can close, and which stalls a closure takes the way from."""

from __future__ import annotations

from dataclasses import dataclass
from math import dist, inf

from kiosk.domain.fair import Words
from kiosk.domain.floor_words import PASSAGE, PASSAGE_WORDS
from kiosk.domain.floorplan import LINKING, FloorPlan, Flow, Point, Stall
from kiosk.domain.route import shortest_ways


@dataclass(frozen=True, slots=True)
class Closable:
    """A passage, or a lift, stairs, ramp or escalator with all its ends."""

    id: str
    ids: tuple[str, ...]
    kind: str
    name: Words
    levels: tuple[str, ...]
    near: str
    """The stall that lies next to it, so that it is told from its like; nothing where its level has none."""


def closables(plan: FloorPlan) -> tuple[Closable, ...]:
    """What the graph's edges go through: lifts and the like first, then passages, each as the plan has it.

    What is closed for good is not there, nor what no way leads through.
    """
    through = {name: frozenset(edges) for name, edges in plan.graph.through if edges}
    ends: dict[tuple[str, frozenset[int]], list[str]] = {}
    for each in plan.facilities:
        if each.kind in LINKING and each.id in through:
            ends.setdefault((each.kind.value, through[each.id]), []).append(each.id)
    facilities = {each.id: each for each in plan.facilities}
    made = []
    for (kind, _), ids in ends.items():
        parts = [facilities[each] for each in ids]
        levels = tuple(dict.fromkeys(each.level for each in parts))
        name = parts[0].name if parts[0].name.zh else PASSAGE_WORDS[kind]
        near = _nearest(plan, parts[0].level, parts[0].centre)
        made.append(Closable(ids[0], tuple(ids), kind, name, levels, near))
    for passage in plan.passages:
        if passage.flow is not Flow.CLOSED and passage.id in through:
            (x1, y1), (x2, y2) = passage.line
            near = _nearest(plan, passage.level, ((x1 + x2) / 2, (y1 + y2) / 2))
            name = passage.name if passage.name.zh else PASSAGE_WORDS[PASSAGE]
            made.append(Closable(passage.id, (passage.id,), PASSAGE, name, (passage.level,), near))
    return tuple(made)


def stalls_reached(plan: FloorPlan, node: int, *, step_free: bool, closed: frozenset[str]) -> frozenset[str]:
    """Numbers of the stalls that a way leads to from a node of the graph."""
    tree = shortest_ways(plan.graph, node, step_free=step_free, closed=closed)
    return frozenset(stall.number for stall in plan.stalls if tree.distance_m[stall.node] != inf)


def cut_off(plan: FloorPlan, node: int, *, before: frozenset[str], after: frozenset[str]) -> tuple[int, int]:
    """Stalls that lose their way from a node as the closures change from `before` to `after`: those with no
    way at all, and those others with none but over steps."""
    lost = [
        stalls_reached(plan, node, step_free=step_free, closed=before)
        - stalls_reached(plan, node, step_free=step_free, closed=after)
        for step_free in (False, True)
    ]
    return len(lost[0]), len(lost[1] - lost[0])


def _nearest(plan: FloorPlan, level: str, place: Point) -> str:
    def away_m(stall: Stall) -> tuple[float, str]:
        return dist(stall.centre, place), stall.number

    stalls = [stall for stall in plan.stalls if stall.level == level]
    return min(stalls, key=away_m).number if stalls else ""
