"""What holds of every way on every plan; plans come from the real builder, the checks from geometry alone.

FAIR_KIOSK_LONG looks at more and larger halls.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import pairwise
from math import atan2, degrees, hypot

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.floorplan import LINKING, FacilityKind, FloorPlan, Flow, Passage, Point, Stall
from kiosk.domain.words import Words
from kiosk.pack.plans.visibility import CLEARANCE_M
from kiosk.services.values import Way
from kiosk.services.wayfinding import Wayfinding
from tests.fakes.way import LINK_KINDS, Gate, Hall, plan_of

LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
EXAMPLES = 150 if LONG else 12
COLUMNS, ROWS = (6, 14) if LONG else (3, 5)
TARGETS = 24 if LONG else 10
STEPS = {"stairs", "escalator"}
HANDS = {"left": ("左手", "on the left"), "right": ("右手", "on the right")}
ORDINALS = "一二三四五六"


@st.composite
def halls(draw: st.DrawFn, *, one_way: bool = True, levels: int = 2) -> Hall:
    """Halls with stalls missing, pillars, passages of all kinds, and links between their levels."""
    columns, rows = draw(st.integers(1, COLUMNS)), draw(st.integers(2, ROWS))
    aisles, places = st.integers(0, columns), st.integers(0, rows - 1)
    flows = st.sampled_from(list(Flow) if one_way else [Flow.BOTH, Flow.CLOSED])
    gates = draw(st.lists(st.builds(Gate, aisles, places, flows, st.booleans()), max_size=4))
    return Hall(
        columns,
        rows,
        cross=draw(st.integers(2, 6)),
        levels=draw(st.integers(1, levels)),
        missing=draw(st.frozensets(st.integers(0, columns * rows * 2 - 1), max_size=columns * rows // 2)),
        pillars=tuple(draw(st.lists(st.tuples(aisles, places), max_size=3, unique=True))),
        gates=tuple(gates),
        links=tuple(draw(st.lists(st.sampled_from(LINK_KINDS), min_size=1, max_size=4, unique=True))),
        heading_deg=draw(st.sampled_from((0.0, 45.0, 90.0, 180.0, 200.0, 270.0))),
        partition=draw(st.booleans()),
    )


def wayfinding(plan: FloorPlan) -> Wayfinding:
    hosts = {stall.number: Words("京华软件（示例）", "Jinghua Software (sample)") for stall in plan.stalls}
    return Wayfinding(plan, plan.kiosks[0], hosts)


def targets(plan: FloorPlan) -> list[str]:
    """Some of all stalls, and every facility."""
    numbers = [stall.number for stall in plan.stalls]
    return [*numbers[:: max(1, len(numbers) // TARGETS)], *(each.id for each in plan.facilities)]


def ways(found: Wayfinding) -> Iterator[tuple[str, bool, Way]]:
    for target in targets(found.plan):
        for step_free in (False, True):
            way = found.way(target, step_free)
            if way is not None:
                yield target, step_free, way


def lines(way: Way) -> Iterator[tuple[str, Point, Point]]:
    """The straight parts of a way on its levels."""
    for leg in way.legs:
        for a, b in pairwise(leg.points):
            if a != b:
                yield leg.level, a, b


def solid(plan: FloorPlan, level: str) -> shapely.Geometry:
    """What nobody walks through."""
    there = next(each for each in plan.levels if each.id == level)
    boxes = [(each.x_m, each.y_m, each.width_m, each.height_m) for each in plan.stalls if each.level == level]
    boxes += there.blocks
    shapes = [shapely.box(x, y, x + width, y + height) for x, y, width, height in boxes]
    return shapely.union_all(shapes + [shapely.LineString(wall) for wall in there.walls])


def touched(plan: FloorPlan, way: Way) -> Iterator[tuple[Passage, Point, Point]]:
    """The passages that a way comes to, each with the straight part that does."""
    drawn = {each.id: shapely.LineString(each.line) for each in plan.passages}
    for level, a, b in lines(way):
        for passage in plan.passages:
            if passage.level == level and shapely.LineString((a, b)).intersects(drawn[passage.id]):
                yield passage, a, b


def through(plan: FloorPlan, way: Way) -> Iterator[tuple[str, Flow, bool]]:
    """The passages that a way crosses, how people may go there, and whether it goes from left to right."""
    for passage, a, b in touched(plan, way):
        start, end = passage.line
        if shapely.LineString((a, b)).crosses(shapely.LineString((start, end))):
            dx, dy = end[0] - start[0], end[1] - start[1]
            # y grows to the south: what lies right of the line is positive.
            yield passage.id, passage.flow, dx * (b[1] - a[1]) - dy * (b[0] - a[0]) > 0


@settings(max_examples=EXAMPLES, deadline=None)
@given(halls())
def test_no_way_goes_through_anything_or_up_steps_that_one_cannot_climb(hall: Hall) -> None:
    plan = plan_of(hall)
    found = wayfinding(plan)
    obstacles = {level.id: solid(plan, level.id) for level in plan.levels}
    ramps = {FacilityKind.RAMP, FacilityKind.LIFT} & set(hall.links)
    for target, step_free, way in ways(found):
        for level, a, b in lines(way):
            away_m = shapely.LineString((a, b)).distance(obstacles[level])
            assert away_m > CLEARANCE_M - 0.01, (target, level, a, b)
        for name, flow, goes_right in through(plan, way):
            assert flow is not Flow.CLOSED, name
            assert flow is not Flow.ONE_WAY or goes_right, name
        if step_free:
            assert not STEPS & {step.icon for step in way.directions}
            assert not STEPS & {change.icon for change in way.changes}
            assert len(way.legs) == 1 or ramps
    steps = {frozenset(edge[:2]) for edge in plan.graph.edges if edge[3]}
    rolled = found.tree_from(found.place.node, step_free=True)
    for stall in plan.stalls:
        assert not steps & {frozenset(pair) for pair in pairwise(rolled.path(stall.node))}


@settings(max_examples=EXAMPLES, deadline=None)
@given(halls())
def test_a_way_ends_at_its_target_and_is_as_long_as_it_is_drawn(hall: Hall) -> None:
    plan = plan_of(hall)
    found = wayfinding(plan)
    for target, step_free, way in ways(found):
        walked = sum(hypot(b[0] - a[0], b[1] - a[1]) for _level, a, b in lines(way))
        climbed = {"lift": 15, "stairs": 12, "escalator": 10, "ramp": 50}
        walked += sum(climbed[change.icon] for change in way.changes[::2])
        assert way.length_m == pytest.approx(walked, abs=1)
        assert found.distance_m(target, step_free=step_free) in (None, way.length_m)
        node = next(each.node for each in (*plan.stalls, *plan.facilities) if target in (_name(each), each))
        assert way.legs[-1].points[-1] == (plan.graph.x_m[node], plan.graph.y_m[node])
        assert way.directions[-1].icon == "arrive"
        assert way.summary.zh
        assert way.summary.en
        assert len(way.changes) == 2 * (len(way.legs) - 1)


def _name(each: object) -> str:
    return each.number if isinstance(each, Stall) else each.id  # type: ignore[attr-defined]


def last_straight(way: Way) -> tuple[Point, Point] | None:
    """The last straight part, where it is long and nothing bends shortly before it."""
    points = way.legs[-1].points
    if len(points) < 2:
        return None
    a, b = points[-2:]
    return (a, b) if hypot(b[0] - a[0], b[1] - a[1]) >= 2.5 else None


def side_of(line: tuple[Point, Point], point: Point) -> tuple[str, float]:
    """On which side of who walks along a line a point lies, and how far to the side, in degrees."""
    (x, y), (there_x, there_y) = line
    dx, dy, px, py = there_x - x, there_y - y, point[0] - there_x, point[1] - there_y
    angle = degrees(atan2(dx * py - dy * px, dx * px + dy * py))  # y grows to the south: right is positive
    return ("right" if angle > 0 else "left"), abs(angle)


def counted(plan: FloorPlan, target: Stall, line: tuple[Point, Point]) -> int | None:
    """Which stall the target is among those that one sees beside a line: a ray to the side, step by step."""
    (x, y), (there_x, there_y) = line
    boxes = [
        (each, shapely.box(each.x_m, each.y_m, each.x_m + each.width_m, each.y_m + each.height_m))
        for each in plan.stalls
        if each.level == target.level
    ]
    out_x = target.centre[0] - there_x
    seen: list[str] = []
    steps = round(abs(there_y - y) / 0.1)
    for at in range(steps + 1):
        here = x + (there_x - x) * at / steps, y + (there_y - y) * at / steps
        ray = shapely.LineString((here, (here[0] + (8 if out_x > 0 else -8), here[1])))
        hit = min(
            ((shapely.Point(here).distance(box), each) for each, box in boxes if box.intersects(ray)),
            key=lambda each: each[0],
            default=None,
        )
        # It is passed where its middle is.
        if hit and abs(hit[1].centre[1] - here[1]) <= 0.11 and hit[1].number not in seen:
            seen.append(hit[1].number)
    return seen.index(target.number) + 1 if target.number in seen else None


def check_words(plan: FloorPlan, found: Wayfinding) -> int:
    """Side and ordinal of every stall's way against geometry; how many ordinals were looked at."""
    looked_at = 0
    for stall in plan.stalls:
        way = found.way(stall.number, step_free=False)
        line = last_straight(way) if way else None
        if way is None or line is None:
            continue
        side, angle = side_of(line, stall.centre)
        said_zh, said_en = way.summary.zh.split("，")[-1], way.summary.en.split(", ")[-1]
        if 45 < angle < 125:
            zh, en = HANDS[side]
            assert zh in said_zh, (stall.number, way.summary)
            assert en in said_en, (stall.number, way.summary)
            assert zh in way.directions[-1].detail.zh
        nth = re.search(r"第(.)个展位", said_zh)
        points = way.legs[-1].points
        bends = len(points) > 2 and side_of((points[-3], points[-2]), points[-1])[1] < 60
        if (
            nth
            and not bends
            and abs(line[1][1] - line[0][1]) > 0.95 * hypot(line[1][0] - line[0][0], line[1][1] - line[0][1])
        ):
            assert ORDINALS.index(nth[1]) + 1 == counted(plan, stall, line), (stall.number, way.summary)
            looked_at += 1
    return looked_at


@settings(max_examples=EXAMPLES, deadline=None)
@given(halls(levels=1))
def test_directions_name_the_right_side_and_the_right_stall_of_the_row(hall: Hall) -> None:
    plan = plan_of(hall)
    check_words(plan, wayfinding(plan))


def test_many_stalls_of_a_plain_hall_are_told_by_their_place_in_the_row() -> None:
    plan = plan_of(Hall(3, 5))
    assert check_words(plan, wayfinding(plan)) >= 12


def led_through(plan: FloorPlan, way: Way, links: dict[str, str]) -> set[str]:
    """The passages, lifts and the like that a way leads through; a hall has one of each kind a level."""
    icons = {change.icon for change in way.changes}
    return {name for name, _flow, _right in through(plan, way)} | {
        name for name, kind in links.items() if kind in icons
    }


@settings(max_examples=EXAMPLES, deadline=None)
@given(halls(), st.data())
def test_closing_changes_only_what_leads_through_it(hall: Hall, data: st.DataObject) -> None:
    plan = plan_of(hall)
    found = wayfinding(plan)
    links = {each.id: each.kind.value for each in plan.facilities if each.kind in LINKING}
    before = list(ways(found))
    on_the_way = {name for _target, _step_free, way in before for name in led_through(plan, way, links)}
    names = [*links, *(each.id for each in plan.passages)]
    if not names:
        return
    closed = data.draw(
        st.sampled_from(sorted(on_the_way) if on_the_way and data.draw(st.booleans()) else names)
    )
    found.close(frozenset({closed}))
    for target, step_free, way in before:
        after = found.way(target, step_free)
        if closed in led_through(plan, way, links):
            assert after is None or after.length_m >= way.length_m
            if after is not None:
                assert closed not in led_through(plan, after, links)
                assert after.length_m <= way.length_m + 1 or after.closed.zh
        elif closed not in {passage.id for passage, _a, _b in touched(plan, way)}:
            assert after is not None, (closed, target)
            assert after.length_m == way.length_m, (closed, target)
            assert after.closed == Words("", "")
    found.close(frozenset())
    assert list(ways(found)) == before


@settings(max_examples=EXAMPLES, deadline=None)
@given(halls(one_way=False))
def test_a_mirrored_plan_mirrors_the_ways_and_back_is_as_far_as_there(hall: Hall) -> None:
    plan, other = plan_of(hall), plan_of(hall, mirror=True)
    found, mirrored = wayfinding(plan), wayfinding(other)
    turned = {"left": "right", "right": "left"}
    for target, step_free, way in ways(found):
        across = mirrored.way(target, step_free)
        assert across is not None
        assert across.length_m == pytest.approx(way.length_m, abs=1)
        mirrored_legs = [[(round(hall.width_m - x, 3), y) for x, y in leg.points] for leg in way.legs]
        if [list(leg.points) for leg in across.legs] == mirrored_legs:  # else two ways are of one length
            icons = [step.icon for step in way.directions]
            assert [step.icon for step in across.directions] == [turned.get(each, each) for each in icons]
    for stall in plan.stalls[:: max(1, len(plan.stalls) // TARGETS)]:
        for step_free in (False, True):
            there = found.tree_from(found.place.node, step_free=step_free)
            back = found.tree_from(stall.node, step_free=step_free)
            assert back.distance_m[found.place.node] == pytest.approx(there.distance_m[stall.node])
            path = back.path(found.place.node)
            assert {path[:1], path[-1:]} <= {(stall.node,), (found.place.node,), ()}
