"""The way from this kiosk to a stall, read out of a tree computed once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import pairwise
from math import inf

from kiosk.domain.directions import Guide, gapped, minutes_for
from kiosk.domain.floorplan import LINKING, Facility, FacilityKind, FloorPlan, KioskPlace, Stall
from kiosk.domain.route import Network, Tree
from kiosk.domain.walk import WalkLeg
from kiosk.domain.words import Words
from kiosk.services.gate_values import NO_WORDS
from kiosk.services.values import Direction, Leg, LevelChange, Way

TREES_MOST = 32
"""Trees from elsewhere that are kept: a plan of so many stalls is put in order without any made twice."""
_SAME_WAY_M = 1.0
"""What is closed is told where it makes the way longer than this."""


class _Open:
    """The trees under one closure: those from the kiosk are kept, and some from elsewhere."""

    def __init__(self, network: Network, here: int, closed: frozenset[str]) -> None:
        self.closed = closed
        self._network = network
        self._here = here
        self.tree_from = lru_cache(TREES_MOST)(self._tree)

    def _tree(self, node: int, step_free: bool) -> Tree:
        return self._network.tree(node, step_free=step_free, closed=self.closed)

    @cached_property
    def walking(self) -> Tree:
        """From the kiosk."""
        return self._tree(self._here, step_free=False)

    @cached_property
    def step_free(self) -> Tree:
        """From the kiosk, without steps."""
        return self._tree(self._here, step_free=True)

    def tree(self, *, step_free: bool) -> Tree:
        """From the kiosk."""
        return self.step_free if step_free else self.walking


class Wayfinding:
    """Ways from one kiosk. Its two trees are computed when first asked for, and again after `close`."""

    def __init__(self, plan: FloorPlan, place: KioskPlace, hosts: Mapping[str, Words]) -> None:
        """`hosts` names who hosts each stall, by stall number."""
        self.plan = plan
        self.place = place
        self._hosts = hosts
        self._stalls = {stall.number: stall for stall in plan.stalls}
        self._facilities = {facility.id: facility for facility in plan.facilities}
        self._now: _Open | None = None

    @cached_property
    def _network(self) -> Network:
        return Network(self.plan.graph)

    @cached_property
    def _guide(self) -> Guide:
        return Guide(self.plan)

    @cached_property
    def _usual(self) -> _Open:
        """With nothing closed."""
        return _Open(self._network, self.place.node, frozenset())

    def _open(self) -> _Open:
        return self._now or self._usual

    @property
    def closed(self) -> frozenset[str]:
        """Ids of passages, lifts, stairs, ramps and escalators that nobody may use now."""
        return self._now.closed if self._now else frozenset()

    def close(self, closed: frozenset[str]) -> None:
        """Close these, and open all others: from now on every way and distance honours it."""
        # Trees go with what they were made for, so a thread that reads meanwhile gets one or the other whole.
        if closed != self.closed:
            self._now = _Open(self._network, self.place.node, closed) if closed else None

    def rename_hosts(self, hosts: Mapping[str, Words]) -> None:
        """Who hosts each stall now, by stall number: directions name them from now on."""
        self._hosts = hosts

    def tree_from(self, node: int, *, step_free: bool) -> Tree:
        """The tree from any node of the graph; the latest ones are kept until something is closed."""
        now = self._open()
        return now.tree(step_free=step_free) if node == self.place.node else now.tree_from(node, step_free)

    def distance_m(self, stall: str, *, step_free: bool = False) -> int | None:
        """Walking distance in whole metres; None where no way leads, or none without steps."""
        found = self._stalls.get(stall)
        return self.distance_to_node_m(found.node, step_free=step_free) if found else None

    def distance_to_node_m(self, node: int, *, step_free: bool = False) -> int | None:
        """Walking distance to a node of the graph."""
        distance = self._open().tree(step_free=step_free).distance_m[node]
        return None if distance == inf else round(distance)

    def way(self, target: str, step_free: bool) -> Way | None:
        """The way to a stall by its number or a facility by its id; None where none leads there."""
        found = self._stalls.get(target) or self._facilities.get(target)
        return self._way(found, self._open(), step_free=step_free) if found else None

    def line(self, target: str, *, step_free: bool = False) -> tuple[Leg, ...]:
        """The way as a line on each level, without its words; empty where none leads there."""
        found = self._stalls.get(target) or self._facilities.get(target)
        path = self._open().tree(step_free=step_free).path(found.node) if found else ()
        return _by_level(self._guide.legs(path)) if path else ()

    def way_to_staff(self, step_free: bool, instead_of: str = "") -> Way | None:
        """The way to the nearest desk, else to where one may ask; None where none leads there.

        `instead_of` is the stall or facility that one does not get to: the way says what is closed before it.
        """
        now = self._open()
        lost = self._stalls.get(instead_of) or self._facilities.get(instead_of)
        distance_m = now.tree(step_free=step_free).distance_m
        for kind in (FacilityKind.DESK, FacilityKind.INFORMATION):
            near = min(
                (each for each in self.plan.facilities if each.kind is kind),
                key=lambda each: distance_m[each.node],
                default=None,
            )
            way = self._way(near, now, step_free=step_free) if near is not None else None
            if way is not None:
                return replace(way, closed=self._cut_off(lost, now, step_free=step_free)) if lost else way
        return None

    def _cut_off(self, target: Stall | Facility, now: _Open, *, step_free: bool) -> Words:
        """What is closed that the usual way to it would lead through."""
        path = self._usual.tree(step_free=step_free).path(target.node)
        shut = self._first_shut(path, now.closed)
        if isinstance(shut, Facility):
            return _CLOSED[shut.kind]
        return Words(gapped(shut.zh, "已关闭"), f"{shut.of('en')} is closed") if shut else NO_WORDS

    def _way(self, target: Stall | Facility, now: _Open, *, step_free: bool) -> Way | None:
        tree = now.tree(step_free=step_free)
        path = tree.path(target.node)
        if not path:
            return None
        legs = self._guide.legs(path)
        told = self._guide.tell(legs, self.place.heading_deg, target, self._hosts)
        minutes = minutes_for(tree.distance_m[target.node])
        floors = _by_level(legs)
        return Way(
            length_m=round(tree.distance_m[target.node]),
            minutes=minutes,
            step_free=step_free,
            legs=floors,
            directions=tuple(Direction(step.icon, step.title, step.detail) for step in told.steps),
            words=_words(floors, minutes, step_free=step_free, flat=len(legs) == 1),
            changes=self._changes(legs),
            summary=told.summary,
            closed=self._closed_words(target, now, legs, step_free=step_free),
            target=target.number if isinstance(target, Stall) else target.id,
        )

    def _changes(self, legs: tuple[WalkLeg, ...]) -> tuple[LevelChange, ...]:
        made: list[LevelChange] = []
        for before, after in pairwise(legs):
            if before.level == after.level:
                continue
            icon = (after.link.kind if after.link else FacilityKind.STAIRS).value
            up, down = self._guide.levels[after.level], self._guide.levels[before.level]
            made += (
                LevelChange(
                    before.level,
                    before.points[-1],
                    after.level,
                    icon,
                    Words(gapped("去", up.zh), f"To {up.of('en')}"),
                ),
                LevelChange(
                    after.level,
                    after.points[0],
                    before.level,
                    icon,
                    Words(gapped("回", down.zh), f"Back to {down.of('en')}"),
                ),
            )
        return tuple(made)

    def _closed_words(
        self, target: Stall | Facility, now: _Open, legs: tuple[WalkLeg, ...], *, step_free: bool
    ) -> Words:
        """What is closed that the way would lead through, where it is longer for it."""
        if not now.closed:
            return NO_WORDS
        usual = self._usual.tree(step_free=step_free)
        longer_m = now.tree(step_free=step_free).distance_m[target.node] - usual.distance_m[target.node]
        if longer_m <= _SAME_WAY_M:
            return NO_WORDS
        shut = self._first_shut(usual.path(target.node), now.closed)
        if isinstance(shut, Facility):
            return _link_closed(shut, [leg.link for leg in legs if leg.link])
        more = max(1, round(longer_m))
        name = shut or _UNNAMED
        return Words(
            gapped(name.zh, "已关闭，绕行多走约 ", str(more), " 米"),
            f"{name.of('en')} is closed: about {more} m more",
        )

    def _first_shut(self, path: tuple[int, ...], closed: frozenset[str]) -> Facility | Words | None:
        """The first of what is closed on a path; a lift and the like as the facility that it is."""
        through = dict(self.plan.graph.through)
        pairs = {
            frozenset(self.plan.graph.edges[edge][:2]): name
            for name in sorted(closed)
            for edge in through.get(name, ())
        }
        name = next((pairs[each] for each in map(frozenset, pairwise(path)) if each in pairs), None)
        facility = self._facilities.get(name or "")
        if facility is not None and facility.kind in LINKING:
            return facility
        passages = (each.name for each in self.plan.passages if each.id == name and each.name.zh)
        return next(passages, _UNNAMED) if name else None


def _by_level(legs: tuple[WalkLeg, ...]) -> tuple[Leg, ...]:
    """Legs that follow each other on one level are drawn as one line."""
    made: list[Leg] = []
    for leg in legs:
        if made and made[-1].level == leg.level:
            made[-1] = Leg(leg.level, (*made[-1].points, *leg.points))
        else:
            made.append(Leg(leg.level, leg.points))
    return tuple(made)


_UNNAMED = Words("一处通道", "An aisle")
_CLOSED = {
    FacilityKind.LIFT: Words("电梯停用", "The lift is closed"),
    FacilityKind.STAIRS: Words("楼梯关闭", "The stairs are closed"),
    FacilityKind.RAMP: Words("坡道关闭", "The ramp is closed"),
    FacilityKind.ESCALATOR: Words("扶梯停用", "The escalator is closed"),
}
_INSTEAD = {
    FacilityKind.LIFT: Words("改乘电梯", "by the lift"),
    FacilityKind.STAIRS: Words("改走楼梯", "by the stairs"),
    FacilityKind.RAMP: Words("改走坡道", "by the ramp"),
    FacilityKind.ESCALATOR: Words("改乘扶梯", "by the escalator"),
}
_OTHER = {
    FacilityKind.LIFT: Words("近处的电梯停用，改乘另一部电梯", "This lift is closed: by another lift"),
    FacilityKind.STAIRS: Words("近处的楼梯关闭，改走另一处楼梯", "These stairs are closed: by other stairs"),
    FacilityKind.RAMP: Words("近处的坡道关闭，改走另一处坡道", "This ramp is closed: by another ramp"),
    FacilityKind.ESCALATOR: Words(
        "近处的扶梯停用，改乘另一部扶梯", "This escalator is closed: by another one"
    ),
}


def _link_closed(shut: Facility, taken: list[Facility]) -> Words:
    """That a lift or the like is closed, and what is taken instead."""
    words = _CLOSED[shut.kind]
    if not taken:
        return Words(f"{words.zh}，请绕行", f"{words.en}: by another way")
    if any(each.kind is shut.kind for each in taken):
        return _OTHER[shut.kind]
    instead = _INSTEAD[taken[0].kind]
    return Words(f"{words.zh}，{instead.zh}", f"{words.en}: {instead.en}")


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
