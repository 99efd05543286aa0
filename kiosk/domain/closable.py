"""What of a plan staff can close, and which stalls a closure takes the way from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import dist, inf

from kiosk.domain.floor_words import PASSAGE, PASSAGE_WORDS, near_stall
from kiosk.domain.floorplan import LINKING, Facility, FloorPlan, Flow, Point, Stall
from kiosk.domain.route import shortest_ways
from kiosk.domain.words import Words


@dataclass(frozen=True, slots=True)
class Closable:
    """A passage, or a lift, stairs, ramp or escalator with all its ends."""

    id: str
    ids: tuple[str, ...]
    kind: str
    name: Words
    levels: tuple[str, ...]
    near: str
    """The stall next to it; nothing where its level has none, or its name says so already."""


def closables(plan: FloorPlan) -> tuple[Closable, ...]:
    """What the graph's edges go through: lifts and the like first, then passages, each as the plan has it.

    What is closed for good is not there, nor what no way leads through. No two have one name: their like are
    told apart by the stall next to them.
    """
    through = {name: frozenset(edges) for name, edges in plan.graph.through if edges}
    return tuple(_told_apart((*_links(plan, through), *_passages(plan, through))))


def _links(plan: FloorPlan, through: Mapping[str, frozenset[int]]) -> Iterator[Closable]:
    """Both ends of a lift have all its edges: it is one thing."""
    ends: dict[tuple[str, frozenset[int]], list[Facility]] = {}
    for each in plan.facilities:
        if each.kind in LINKING and each.id in through:
            ends.setdefault((each.kind.value, through[each.id]), []).append(each)
    for (kind, _), parts in ends.items():
        first = parts[0]
        yield Closable(
            first.id,
            tuple(each.id for each in parts),
            kind,
            first.name if first.name.zh else PASSAGE_WORDS[kind],
            tuple(dict.fromkeys(each.level for each in parts)),
            _nearest(plan, first.level, first.centre),
        )


def _passages(plan: FloorPlan, through: Mapping[str, frozenset[int]]) -> Iterator[Closable]:
    for each in plan.passages:
        if each.flow is not Flow.CLOSED and each.id in through:
            (x1, y1), (x2, y2) = each.line
            name = each.name if each.name.zh else PASSAGE_WORDS[PASSAGE]
            near = _nearest(plan, each.level, ((x1 + x2) / 2, (y1 + y2) / 2))
            yield Closable(each.id, (each.id,), PASSAGE, name, (each.level,), near)


def _told_apart(made: Sequence[Closable]) -> Iterator[Closable]:
    names = Counter(each.name.zh for each in made)
    for each in made:
        alike = names[each.name.zh] > 1 and each.near
        yield replace(each, name=near_stall(each.name, each.near), near="") if alike else each


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
