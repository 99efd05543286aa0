"""Directions in words: what one sees, then the turn (the look: route)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import atan2, degrees, hypot

from kiosk.domain.fair import Words
from kiosk.domain.floorplan import LINKING, Facility, FacilityKind, FloorPlan, Point, Stall

WALKING_M_PER_MIN = 65.0
"""In a crowded hall; 80 m a minute is a free pavement's pace (HCM pedestrian levels of service)."""
_STRAIGHT_DEG = 30.0
_BACK_DEG = 135.0
_SEEN_M = 4.5
"""How far from the path a stall still serves as a landmark."""


@dataclass(frozen=True, slots=True)
class DirectionStep:
    """One step: an icon's name, what to do, and what one sees."""

    icon: str
    title: Words
    detail: Words


@dataclass(frozen=True, slots=True)
class _Stretch:
    level: str
    points: tuple[Point, ...]
    link: FacilityKind = FacilityKind.STAIRS
    """What leads to it, where it is not the first."""

    @property
    def length_m(self) -> float:
        return sum(
            hypot(b[0] - a[0], b[1] - a[1]) for a, b in zip(self.points, self.points[1:], strict=False)
        )


def minutes_for(length_m: float) -> int:
    """Whole minutes of walking, at least one."""
    return max(1, round(length_m / WALKING_M_PER_MIN))


def split_levels(plan: FloorPlan, path: tuple[int, ...]) -> tuple[tuple[str, tuple[Point, ...]], ...]:
    """The path's points, level by level in the order of walking."""
    graph = plan.graph
    legs: list[tuple[str, list[Point]]] = []
    for node in path:
        level = graph.level[node]
        point = graph.x_m[node], graph.y_m[node]
        if not legs or legs[-1][0] != level:
            legs.append((level, []))
        legs[-1][1].append(point)
    return tuple((level, tuple(points)) for level, points in legs)


def directions(
    plan: FloorPlan, path: tuple[int, ...], heading_deg: float, target: Stall | Facility, host: Words
) -> tuple[DirectionStep, ...]:
    """Steps from the kiosk, where the visitor looks towards `heading_deg`, to a stall or a facility.

    `host` names who hosts the stall.
    """
    steps: list[DirectionStep] = []
    facing = heading_deg
    legs = _legs(plan, path)
    for index, leg in enumerate(legs):
        if index:
            steps.append(_link_step(plan, leg.link, legs[index - 1].level, leg.level))
        for stretch in _merge_straight(leg):
            bearing = _bearing(stretch.points[0], stretch.points[1])
            turn = "straight" if index and stretch.points[0] == leg.points[0] else _turn(facing, bearing)
            steps.append(_walk(plan, stretch, turn, first=not steps))
            facing = _bearing(stretch.points[-2], stretch.points[-1])
    if isinstance(target, Stall):
        steps.append(_arrive(plan, target, host, facing))
    else:
        steps.append(_arrive_at(target, legs[-1].points[-1], facing))
    return tuple(steps)


def linked(plan: FloorPlan, path: tuple[int, ...]) -> bool:
    """Whether the path goes by lift, stairs, ramp or escalator."""
    return len(_legs(plan, path)) > 1


def _legs(plan: FloorPlan, path: tuple[int, ...]) -> list[_Stretch]:
    """The path cut at each lift, stairs, ramp or escalator, even where it joins two heights of one level."""
    ends = {each.node: each for each in plan.facilities if each.kind in LINKING}
    through = dict(plan.graph.through)
    legs: list[tuple[FacilityKind, list[int]]] = [(FacilityKind.STAIRS, [path[0]])]
    for before, node in pairwise(path):
        end = ends.get(before)
        climbs = plan.graph.level[before] != plan.graph.level[node] or (
            end is not None
            and node in ends
            and any({before, node} == set(plan.graph.edges[each][:2]) for each in through.get(end.id, ()))
        )
        if climbs:
            legs.append((end.kind if end else FacilityKind.STAIRS, []))
        legs[-1][1].append(node)
    graph = plan.graph
    return [
        _Stretch(graph.level[nodes[0]], tuple((graph.x_m[each], graph.y_m[each]) for each in nodes), kind)
        for kind, nodes in legs
    ]


def _merge_straight(leg: _Stretch) -> list[_Stretch]:
    """The leg cut where it turns by more than a person would call straight on."""
    points = [leg.points[0]]
    for point in leg.points[1:]:
        if hypot(point[0] - points[-1][0], point[1] - points[-1][1]) > 0.3:
            points.append(point)
    if len(points) < 2:
        return []
    stretches: list[list[Point]] = [[points[0], points[1]]]
    for point in points[2:]:
        last = stretches[-1]
        if _turn(_bearing(last[-2], last[-1]), _bearing(last[-1], point)) == "straight":
            last.append(point)
        else:
            stretches.append([last[-1], point])
    return [_Stretch(leg.level, tuple(each)) for each in stretches]


def _bearing(a: Point, b: Point) -> float:
    """Degrees clockwise from north of the way from a to b (y grows to the south)."""
    return degrees(atan2(b[0] - a[0], -(b[1] - a[1]))) % 360


def _turn(facing: float, bearing: float) -> str:
    """straight, right, left or back."""
    delta = (bearing - facing + 180) % 360 - 180
    if abs(delta) <= _STRAIGHT_DEG:
        return "straight"
    if abs(delta) >= _BACK_DEG:
        return "back"
    return "right" if delta > 0 else "left"


_TURN_WORDS = {
    "straight": Words("直行", "Go straight"),
    "left": Words("左转", "Turn left"),
    "right": Words("右转", "Turn right"),
    "back": Words("转身往回走", "Turn around"),
}


def _walk(plan: FloorPlan, stretch: _Stretch, turn: str, *, first: bool) -> DirectionStep:
    length = _round_m(stretch.length_m)
    words = _TURN_WORDS[turn]
    if turn == "straight":
        title = Words(f"直行约 {length} 米", f"Go straight for about {length} m")
    else:
        title = Words(f"{words.zh}，走约 {length} 米", f"{words.en}, walk about {length} m")
    if first and turn == "back":
        title = Words(f"在您身后，走约 {length} 米", f"Behind you, walk about {length} m")
    return DirectionStep(turn, title, _seen_words(plan, stretch))


def _round_m(length_m: float) -> int:
    return max(1, round(length_m)) if length_m < 10 else round(length_m / 5) * 5


def _seen_words(plan: FloorPlan, stretch: _Stretch) -> Words:
    """Up to three stalls that one passes on the way, or the facility at its end."""
    end = stretch.points[-1]
    for facility in plan.facilities:
        if facility.level == stretch.level and facility.kind not in LINKING:
            middle = facility.x_m + facility.width_m / 2, facility.y_m + facility.height_m / 2
            if hypot(middle[0] - end[0], middle[1] - end[1]) < _SEEN_M:
                return Words(f"走到{_gap(facility.name.zh)}旁", f"Until you see: {facility.name.en}")
    seen = _passed(plan, stretch)
    if not seen:
        return Words("", "")
    return Words("经过 " + "、".join(seen), "You pass " + ", ".join(seen))


def _passed(plan: FloorPlan, stretch: _Stretch) -> list[str]:
    along: list[tuple[float, str]] = []
    for stall in plan.stalls:
        if stall.level != stretch.level:
            continue
        distance, position = _beside(stretch, stall.centre)
        if distance < _SEEN_M:
            along.append((position, stall.number))
    along.sort()
    numbers = [number for _, number in along]
    if len(numbers) <= 3:
        return numbers
    return [numbers[0], numbers[len(numbers) // 2], numbers[-1]]


def _beside(stretch: _Stretch, point: Point) -> tuple[float, float]:
    """Distance of a point from the stretch, and how far along it lies."""
    best = (float("inf"), 0.0)
    walked = 0.0
    for a, b in zip(stretch.points, stretch.points[1:], strict=False):
        dx, dy = b[0] - a[0], b[1] - a[1]
        length = hypot(dx, dy) or 1e-9
        share = max(0.0, min(1.0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length**2))
        distance = hypot(point[0] - a[0] - share * dx, point[1] - a[1] - share * dy)
        best = min(best, (distance, walked + share * length))
        walked += length
    return best


_LINK_WORDS = {
    FacilityKind.LIFT: Words("乘电梯", "Take the lift"),
    FacilityKind.STAIRS: Words("走楼梯", "Take the stairs"),
    FacilityKind.RAMP: Words("走坡道", "Take the ramp"),
    FacilityKind.ESCALATOR: Words("乘扶梯", "Take the escalator"),
}


def _link_step(plan: FloorPlan, kind: FacilityKind, before: str, after: str) -> DirectionStep:
    words = _LINK_WORDS[kind]
    if before != after:
        level = next(level for level in plan.levels if level.id == after)
        words = Words(f"{words.zh}到{_gap(level.name.zh)}", f"{words.en} to {level.name.of('en')}")
    return DirectionStep(kind.value, words, Words("", ""))


def _gap(name: str) -> str:
    """A Latin letter or number among hanzi gets a thin gap before it."""
    return f" {name}" if name[:1].isascii() else name


_OPPOSITE = {"north": 180.0, "east": 270.0, "south": 0.0, "west": 90.0}
"""Which way a visitor looks who stands at the served side and faces the stall."""


_WHERE = {
    "left": Words("在您左手边", "On your left"),
    "right": Words("在您右手边", "On your right"),
    "straight": Words("就在您面前", "Right in front of you"),
    "back": Words("就在您身后", "Right behind you"),
}


def _arrive_at(facility: Facility, end: Point, facing: float) -> DirectionStep:
    """At a room's door, or whatever else a facility is."""
    name = facility.name
    where = _WHERE[_turn(facing, _bearing(end, facility.centre))]
    return DirectionStep("arrive", Words(f"到了：{name.zh}", name.of("en")), where)


def _arrive(plan: FloorPlan, stall: Stall, host: Words, facing: float) -> DirectionStep:
    where = _WHERE[_turn(facing, _OPPOSITE[stall.facing])]
    zone = next((zone for zone in plan.zones if zone.letter == stall.zone), None)
    zh = f"{where.zh}，{zone.name.zh}专区" if zone else where.zh
    en = f"{where.en}, {zone.name.en}" if zone else where.en
    return DirectionStep(
        "arrive",
        Words(f"到了：{stall.number} {host.zh}", f"{stall.number} {host.en or host.zh}"),
        Words(zh, en),
    )
