"""What lies on a level of the map, how it stands there today, and what a touch means. No Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from math import hypot
from statistics import median
from typing import Any

from kiosk.domain.floorplan import (
    LINKING,
    Facility,
    FloorPlan,
    KioskPlace,
    Level,
    Passage,
    Point,
    Stall,
    Zone,
)
from kiosk.domain.stall_state import StallState
from kiosk.domain.words import Words
from kiosk.services.find.values import FloorStanding
from kiosk.ui.find.map_names import short_name
from kiosk.ui.find.map_view import Box, View, box_of, box_round, boxes_of

Rect = tuple[float, float, float, float]
"""x, y, width, height in metres."""

ROUND_ME_M = 2.5
TOUCHING_M = 0.35
"""Stalls no further apart than that stand in one block."""


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """How it stands on a level today."""

    closed: frozenset[str] = frozenset()
    """Passages and links that nobody can go through."""
    states: Mapping[str, StallState] = field(default_factory=dict)
    """By stall; nothing of a stall that nobody hosts, or of which nothing is known."""
    moved: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    """Who stands at a stall now, short; at one that its host has left, where to."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What lies on one level, in the language of the visitor."""

    level: Level
    stalls: tuple[Stall, ...]
    zones: tuple[Zone, ...]
    facilities: tuple[Facility, ...]
    kiosk: KioskPlace | None
    """This kiosk, where it stands on this level."""
    language: str
    passages: tuple[Passage, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)
    """By a lift, stairs, ramp or escalator: the names of the other levels it leads to."""
    blocks: tuple[tuple[str, Rect], ...] = ()
    """Zone letter and rectangle of stalls that stand side by side."""
    frame: tuple[Point, ...] = ()
    """Corners of all that is worth seeing."""
    standing: Standing = field(default_factory=Standing)
    by_number: Mapping[str, Stall] = field(default_factory=dict)

    def stall(self, number: str) -> Stall | None:
        """The stall of that number on this level."""
        return self.by_number.get(number)


@dataclass(frozen=True, slots=True)
class LevelMark:
    """Where the way goes on to another level: a plate that can be touched."""

    x_m: float
    y_m: float
    to: str
    """The level's id."""
    text: str
    icon: str

    @classmethod
    def of(cls, mark: Any) -> LevelMark:
        """A mark as QML writes it. Raises KeyError where one of its five fields is missing."""
        value = mark.toVariant() if hasattr(mark, "toVariant") else mark
        x_m, y_m = float(value["x"]), float(value["y"])
        return cls(x_m, y_m, str(value["to"]), str(value["text"]), str(value["icon"]))


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked on a level at the moment."""

    hits: frozenset[str] = frozenset()
    chosen: str = ""
    route: tuple[Point, ...] = ()
    route_shown: float = 1.0
    """How much of the route is drawn, 0 to 1."""
    levels: tuple[LevelMark, ...] = ()


class Meant(StrEnum):
    """What a touch may mean."""

    STALL = "stall"
    FACILITY = "facility"
    LEVEL = "level"


def scene_of(plan: FloorPlan, level_id: str, kiosk_id: str, language: str) -> Scene | None:
    """The scene of a level; None where the plan has no such level."""
    level = next((each for each in plan.levels if each.id == level_id), None)
    if level is None:
        return None
    place = plan.kiosk(kiosk_id)
    scene = Scene(
        level,
        tuple(stall for stall in plan.stalls if stall.level == level_id),
        tuple(zone for zone in plan.zones if zone.level == level_id),
        tuple(facility for facility in plan.facilities if facility.level == level_id),
        place if place is not None and place.level == level_id else None,
        language,
        tuple(each for each in plan.passages if each.level == level_id),
        _links(plan, level_id, language),
    )
    return replace(
        scene,
        blocks=blocks_of(scene.stalls),
        frame=corners_of(worth_seeing(scene)),
        by_number={stall.number: stall for stall in scene.stalls},
    )


def standing_of(shown: FloorStanding, hosts: Mapping[str, Words], language: str) -> Standing:
    """How it stands, for the map: a host that moved is where it is now.

    `hosts`: names by the stall of the pack.
    """
    states = dict(shown.states)
    names = {number: short_name(name.of(language), language) for number, name in hosts.items()}
    for left, now in shown.moved.items():
        states[left] = StallState.MOVED
        if states.get(now) in (None, StallState.CLOSED):
            states[now] = StallState.PRESENT
        names[now] = short_name(hosts[left].of(language), language) if left in hosts else ""
        names[left] = f"→ {now}"
    return Standing(shown.closed, states, dict(shown.moved), names)


def _links(plan: FloorPlan, level_id: str, language: str) -> dict[str, str]:
    """Where the links of a level lead: both ends of a lift name the same edges (Graph.through)."""
    edges = {each: frozenset(through) for each, through in plan.graph.through}
    levels = {level.id: level.name.of(language) for level in plan.levels}
    linking = [each for each in plan.facilities if each.kind in LINKING and edges.get(each.id)]
    found = {}
    for each in linking:
        if each.level == level_id:
            joined = {other.level for other in linking if edges[other.id] & edges[each.id]} - {level_id}
            names = [name for id_, name in levels.items() if id_ in joined]
            if names:
                found[each.id] = " ".join(names)
    return found


def blocks_of(stalls: Iterable[Stall]) -> tuple[tuple[str, Rect], ...]:
    """Stalls of a zone that stand side by side as one rectangle: columns, then columns of one height."""
    columns: dict[tuple, list[list[float]]] = defaultdict(list)
    for stall in sorted(stalls, key=lambda each: each.y_m):
        found = columns[stall.zone, round(stall.x_m, 2), round(stall.width_m, 2)]
        if found and stall.y_m - found[-1][1] <= TOUCHING_M:
            found[-1][1] = max(found[-1][1], stall.y_m + stall.height_m)
        else:
            found.append([stall.y_m, stall.y_m + stall.height_m])
    rows: dict[tuple, list[list[float]]] = defaultdict(list)
    for (zone, x, width), spans in sorted(columns.items()):
        for top, bottom in spans:
            found = rows[zone, round(top, 2), round(bottom, 2)]
            if found and x - found[-1][1] <= TOUCHING_M:
                found[-1][1] = x + width
            else:
                found.append([x, x + width])
    return tuple(
        (zone, (left, top, right - left, bottom - top))
        for (zone, top, bottom), spans in rows.items()
        for left, right in spans
    )


def outline(level: Level) -> tuple[Point, ...]:
    """The level's floor, or its frame where the floor is not drawn."""
    if level.floor:
        return level.floor
    return ((0.0, 0.0), (level.width_m, 0.0), (level.width_m, level.height_m), (0.0, level.height_m))


def worth_seeing(scene: Scene) -> tuple[Point, ...]:
    """What the first picture must show: walls, stalls and this kiosk; what is further out may be cut."""
    points = [point for wall in scene.level.walls for point in wall]
    for stall in scene.stalls:
        points += [(stall.x_m, stall.y_m), (stall.x_m + stall.width_m, stall.y_m + stall.height_m)]
    if scene.kiosk is not None:
        x, y = scene.kiosk.x_m, scene.kiosk.y_m
        points += [(x - ROUND_ME_M, y - ROUND_ME_M), (x + ROUND_ME_M, y + ROUND_ME_M)]
    return tuple(points) or outline(scene.level)


def corners_of(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The corners of the upright rectangle round points; none round none."""
    if not points:
        return ()
    left, top, right, bottom = box_round(list(points))
    return (left, top), (right, top), (right, bottom), (left, bottom)


def round_ends(route: tuple[Point, ...]) -> tuple[Point, ...]:
    """The route with some room round its two ends, so that a lift or stairs there are seen whole."""
    ends = (route[0], route[-1]) if route else ()
    near = (-ROUND_ME_M, ROUND_ME_M)
    return (*route, *((x + dx, y + dy) for x, y in ends for dx in near for dy in near))


def centre_of(scene: Scene, mark: str) -> Point | None:
    """The middle of a stall by its number or of a facility by its id; None where it is not on this level."""
    stall = scene.stall(mark)
    if stall is not None:
        return stall.centre
    return next((each.centre for each in scene.facilities if each.id == mark), None)


def lit(hits: frozenset[str], standing: Standing) -> frozenset[str]:
    """The hits with the stalls to which their hosts have moved."""
    moved = {standing.moved[number] for number in hits & standing.moved.keys()}
    return hits | moved if moved else hits


def nearest_stall(scene: Scene, view: View, pixel: Point, within_px: float) -> Stall | None:
    """The stall that a touch means: the one it lies in, else the nearest centre within reach."""
    meant = meant_by(scene, view, pixel, within_px)
    return scene.stall(meant[1]) if meant is not None and meant[0] is Meant.STALL else None


def meant_by(
    scene: Scene, view: View, pixel: Point, within_px: float, plates: Mapping[str, Box] | None = None
) -> tuple[Meant, str] | None:
    """What a touch means: a plate over all, what it lies in, else the nearest middle within reach.

    `plates`: by level id, where the marks of other levels can be touched, in pixels.
    """
    for to, box in (plates or {}).items():
        if box[0] <= pixel[0] <= box[2] and box[1] <= pixel[1] <= box[3]:
            return Meant.LEVEL, to
    x, y = view.to_m(pixel)
    reach_m = within_px / view.scale
    best: tuple[Meant, str] | None = None
    places = [(Meant.STALL, each.number, each) for each in scene.stalls]
    places += [(Meant.FACILITY, each.id, each) for each in scene.facilities]  # type: ignore[misc]
    for kind, ref, each in places:
        left, top = each.x_m, each.y_m
        right, bottom = left + each.width_m, top + each.height_m
        if left <= x <= right and top <= y <= bottom:
            return kind, ref
        distance_m = hypot((left + right) / 2 - x, (top + bottom) / 2 - y)
        if distance_m <= reach_m:
            best, reach_m = (kind, ref), distance_m
    return best


def stall_box(stall: Stall, view: View) -> Box:
    """The upright box round a stall on the screen."""
    return box_of(stall.x_m, stall.y_m, stall.width_m, stall.height_m, view)


@lru_cache(maxsize=16)
def block_boxes(scene: Scene, view: View) -> tuple[Box, ...]:
    """The boxes round the blocks of a level, in their order."""
    return tuple(boxes_of((rect for _, rect in scene.blocks), view))


def usual_room_m(scene: Scene, view: View) -> float:
    """The label room of most stalls, in metres; 0 where there are none."""
    if not scene.stalls:
        return 0.0
    if not view.square:
        return median(min(each.width_m, each.height_m) for each in scene.stalls)
    upright = view.bearing_deg % 180 == 0
    return median(each.width_m if upright else each.height_m for each in scene.stalls)
