"""The way from this kiosk to a stall, read out of a tree computed once."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from kiosk.domain.directions import directions, linked, minutes_for, split_levels
from kiosk.domain.fair import Words
from kiosk.domain.floorplan import FloorPlan, KioskPlace
from kiosk.domain.route import Tree, shortest_ways
from kiosk.services.values import Direction, Leg, Way


class Wayfinding:
    """Ways from one kiosk. The two trees are computed when first asked for, and again after `close`."""

    def __init__(self, plan: FloorPlan, place: KioskPlace, hosts: Mapping[str, Words]) -> None:
        """`hosts` names who hosts each stall, by stall number."""
        self.plan = plan
        self.place = place
        self._hosts = hosts
        self._stalls = {stall.number: stall for stall in plan.stalls}
        self._facilities = {facility.id: facility for facility in plan.facilities}
        self._closed: frozenset[str] = frozenset()
        self._trees: dict[bool, Tree] = {}

    @property
    def closed(self) -> frozenset[str]:
        """Ids of passages, lifts, stairs, ramps and escalators that nobody may use now."""
        return self._closed

    def close(self, closed: frozenset[str]) -> None:
        """Close these, and open all others: from now on every way and distance honours it."""
        # Trees go with what they were made for, so a thread that reads meanwhile gets one or the other whole.
        self._closed, self._trees = closed, {}

    def rename_hosts(self, hosts: Mapping[str, Words]) -> None:
        """Who hosts each stall now, by stall number: directions name them from now on."""
        self._hosts = hosts

    def _tree(self, *, step_free: bool) -> Tree:
        trees = self._trees
        if step_free not in trees:
            trees[step_free] = shortest_ways(
                self.plan.graph, self.place.node, step_free=step_free, closed=self._closed
            )
        return trees[step_free]

    def distance_m(self, stall: str) -> int | None:
        """Walking distance in whole metres, None where no way leads."""
        found = self._stalls.get(stall)
        return self.distance_to_node_m(found.node) if found else None

    def distance_to_node_m(self, node: int) -> int | None:
        """Walking distance to a node of the graph."""
        distance = self._tree(step_free=False).distance_m[node]
        return None if distance == inf else round(distance)

    def way(self, target: str, step_free: bool) -> Way | None:
        """The way to a stall by its number or a facility by its id; None where none leads there."""
        found = self._stalls.get(target) or self._facilities.get(target)
        if found is None:
            return None
        tree = self._tree(step_free=step_free)
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
            words=_words(legs, minutes, step_free=step_free, flat=not linked(self.plan, path)),
        )


def _words(legs: tuple[Leg, ...], minutes: int, *, step_free: bool, flat: bool) -> Words:
    zh = f"约 {minutes} 分钟"
    en = f"about {minutes} min"
    if step_free:
        return Words(f"{zh}，全程无台阶", f"{en}, step-free all the way")
    if flat:
        return Words(f"{zh}，全程平路", f"{en}, level all the way")
    if len(legs) == 1:
        return Words(f"{zh}，有台阶或坡道", f"{en}, with steps or a ramp")
    return Words(f"{zh}，要换楼层", f"{en}, with a change of floor")
