"""The way from this kiosk to a stall, read out of a tree computed once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from math import inf

from kiosk.domain.directions import directions, minutes_for, split_levels
from kiosk.domain.fair import Words
from kiosk.domain.floorplan import FloorPlan, KioskPlace
from kiosk.domain.route import Tree, shortest_ways
from kiosk.services.values import Direction, Leg, Way


class Wayfinding:
    """Ways from one kiosk. The two trees are computed when first asked for."""

    def __init__(self, plan: FloorPlan, place: KioskPlace, hosts: Mapping[str, Words]) -> None:
        """`hosts` names who hosts each stall, by stall number."""
        self.plan = plan
        self.place = place
        self._hosts = hosts
        self._stalls = {stall.number: stall for stall in plan.stalls}
        self._facilities = {facility.id: facility for facility in plan.facilities}

    @cached_property
    def _walking(self) -> Tree:
        return shortest_ways(self.plan.graph, self.place.node, step_free=False)

    @cached_property
    def _step_free(self) -> Tree:
        return shortest_ways(self.plan.graph, self.place.node, step_free=True)

    def distance_m(self, stall: str) -> int | None:
        """Walking distance in whole metres, None where no way leads."""
        found = self._stalls.get(stall)
        return self.distance_to_node_m(found.node) if found else None

    def distance_to_node_m(self, node: int) -> int | None:
        """Walking distance to a node of the graph."""
        distance = self._walking.distance_m[node]
        return None if distance == inf else round(distance)

    def way(self, target: str, step_free: bool) -> Way | None:
        """The way to a stall by its number or a facility by its id; None where none leads there."""
        found = self._stalls.get(target) or self._facilities.get(target)
        if found is None:
            return None
        tree = self._step_free if step_free else self._walking
        path = tree.path(found.node)
        if not path:
            return None
        length_m = tree.distance_m[found.node]
        host = self._hosts.get(target, Words("", ""))
        steps = directions(self.plan, path, self.place.heading_deg, found, host)
        legs = tuple(Leg(level, points) for level, points in split_levels(self.plan, path))
        minutes = minutes_for(length_m)
        return Way(
            length_m=round(length_m),
            minutes=minutes,
            step_free=step_free,
            legs=legs,
            directions=tuple(Direction(step.icon, step.title, step.detail) for step in steps),
            words=_words(legs, minutes, step_free=step_free),
        )


def _words(legs: tuple[Leg, ...], minutes: int, *, step_free: bool) -> Words:
    zh = f"约 {minutes} 分钟"
    en = f"about {minutes} min"
    if step_free:
        return Words(f"{zh}，全程无台阶", f"{en}, step-free all the way")
    if len(legs) == 1:
        return Words(f"{zh}，全程平路", f"{en}, level all the way")
    return Words(f"{zh}，要换楼层", f"{en}, with a change of floor")
