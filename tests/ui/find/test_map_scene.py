from __future__ import annotations

import random
from math import cos, radians, sin

import pytest

from kiosk.domain.floorplan import FloorPlan, KioskPlace
from kiosk.ui.find.map_scene import Scene, centre_of, nearest_stall, scene_of, stall_box, worth_seeing
from kiosk.ui.find.map_view import (
    MAX_ZOOM,
    SLACK,
    Margins,
    View,
    beside,
    chevrons,
    fitted,
    held,
    part_of_route,
)

BEARINGS = (0.0, 37.0, 90.0, 180.0, 270.0)
SIZE = (1080.0, 800.0)


@pytest.fixture
def scene(plan: FloorPlan) -> Scene:
    found = scene_of(plan, "1", "east-1", "zh")
    assert found is not None
    return found


def view_of(scene: Scene, bearing_deg: float = 0.0) -> View:
    return fitted(worth_seeing(scene), *SIZE, Margins(10, 20, 30, 40), bearing_deg)


def test_a_scene_holds_its_own_level_only(scene: Scene) -> None:
    assert {stall.zone for stall in scene.stalls} == {"A", "B"}
    assert [zone.letter for zone in scene.zones] == ["A", "B"]
    assert scene.kiosk is not None


def test_the_kiosk_is_not_on_the_other_level(plan: FloorPlan) -> None:
    scene = scene_of(plan, "2", "east-1", "zh")
    assert scene is not None
    assert scene.kiosk is None


def test_a_level_that_is_not_there(plan: FloorPlan) -> None:
    assert scene_of(plan, "9", "east-1", "zh") is None


@pytest.mark.parametrize("bearing_deg", BEARINGS)
def test_pixels_lead_back_to_metres(scene: Scene, bearing_deg: float) -> None:
    view = view_of(scene, bearing_deg)
    assert view.to_m(view.to_px((12.5, 7.25))) == pytest.approx((12.5, 7.25))


@pytest.mark.parametrize("bearing_deg", BEARINGS)
def test_what_the_visitor_looks_at_is_up(scene: Scene, bearing_deg: float) -> None:
    view = view_of(scene, bearing_deg)
    ahead = (20 + sin(radians(bearing_deg)), 10 - cos(radians(bearing_deg)))
    here, there = view.to_px((20, 10)), view.to_px(ahead)
    assert there[0] == pytest.approx(here[0], abs=1e-6)
    assert there[1] < here[1]


@pytest.mark.parametrize("bearing_deg", BEARINGS)
def test_the_first_view_shows_all_between_the_margins(scene: Scene, bearing_deg: float) -> None:
    view = view_of(scene, bearing_deg)
    seen = [view.to_px(point) for point in worth_seeing(scene)]
    assert min(x for x, _ in seen) >= 10 - 1
    assert max(x for x, _ in seen) <= SIZE[0] - 30 + 1
    assert min(y for _, y in seen) >= 20 - 1
    assert max(y for _, y in seen) <= SIZE[1] - 40 + 1


def test_zooming_keeps_what_lies_under_the_finger(scene: Scene) -> None:
    view = view_of(scene, 37.0)
    under = view.to_m((300, 200))
    assert view.zoomed(2.0, (300, 200)).to_m((300, 200)) == pytest.approx(under)


def test_dragging_takes_the_picture_along(scene: Scene) -> None:
    view = view_of(scene, 90.0)
    x, y = view.to_px((10, 10))
    assert view.moved(40, -25).to_px((10, 10)) == pytest.approx((x + 40, y - 25))


def test_the_view_is_held_between_the_whole_level_and_the_nearest(scene: Scene) -> None:
    view = view_of(scene)
    room = (10.0, 20.0, SIZE[0] - 30.0, SIZE[1] - 40.0)
    nearest = held(view.zoomed(100, (0, 0)), scene.frame, view.scale, room)
    assert nearest.scale == pytest.approx(view.scale * MAX_ZOOM)
    whole = held(view.zoomed(0.01, (0, 0)), scene.frame, view.scale, room)
    assert whole.scale == pytest.approx(view.scale)
    assert whole.to_px((0, 0)) == pytest.approx(view.to_px((0, 0)), abs=2)


@pytest.mark.parametrize("bearing_deg", BEARINGS)
@pytest.mark.parametrize("factor", [1.0, 1.7, 6.0])
def test_the_hall_never_leaves_the_screen(scene: Scene, factor: float, bearing_deg: float) -> None:
    view = view_of(scene, bearing_deg)
    room = (10.0, 20.0, SIZE[0] - 30.0, SIZE[1] - 40.0)
    chance = random.Random(6)
    for _ in range(60):
        dx, dy = chance.uniform(-9_000, 9_000), chance.uniform(-9_000, 9_000)
        seen = held(view.zoomed(factor, (400, 400)).moved(dx, dy), scene.frame, view.scale, room)
        xs, ys = zip(*(seen.to_px(point) for point in scene.frame), strict=True)
        for least, most, start, end in ((min(xs), max(xs), 0, 2), (min(ys), max(ys), 1, 3)):
            slack = SLACK * (room[end] - room[start]) + 1
            if most - least <= room[end] - room[start]:
                assert room[start] - 2 <= least
                assert most <= room[end] + 2
            else:
                assert least <= room[start] + slack
                assert most >= room[end] - slack


@pytest.mark.parametrize("bearing_deg", BEARINGS)
def test_a_touch_in_a_stall_means_it(scene: Scene, bearing_deg: float) -> None:
    view = view_of(scene, bearing_deg)
    for stall in scene.stalls:
        assert nearest_stall(scene, view, view.to_px(stall.centre), 1.0) is stall


def test_a_touch_beside_stalls_means_the_nearest_within_reach(scene: Scene) -> None:
    view = view_of(scene)
    x, y = view.to_px((3.5, 7.5))  # half a metre west of A001
    reach = 2.1 * view.scale
    found = nearest_stall(scene, view, (x, y), reach)
    assert found is not None
    assert found.number == "A001"
    assert nearest_stall(scene, view, view.to_px((15, 15)), reach) is None


def test_a_stalls_box_stands_upright_in_a_turned_view(scene: Scene) -> None:
    left, top, right, bottom = stall_box(scene.stalls[0], view_of(scene, 90.0))
    assert right - left == pytest.approx(bottom - top)
    assert stall_box(scene.stalls[0], view_of(scene, 45.0))[2] > right - left


def test_a_strip_shows_the_full_width_beside_a_stall(scene: Scene) -> None:
    points = worth_seeing(scene)
    low = fitted(points, 1000, 200, Margins(), 0.0)
    stall = scene.stalls[0]
    strip = beside(points, stall.centre, low, 1000)
    assert strip.scale > low.scale
    assert strip.to_px(stall.centre)[1] == pytest.approx(100)


def test_part_of_a_route_ends_where_its_share_of_the_length_ends() -> None:
    route = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0))
    assert part_of_route(route, 0.25) == ((0.0, 0.0), (5.0, 0.0))
    assert part_of_route(route, 0.75) == ((0.0, 0.0), (10.0, 0.0), (10.0, 5.0))
    assert part_of_route(route, 1.0) == route


def test_chevrons_point_along_the_way_and_keep_off_its_corners() -> None:
    found = chevrons(((0.0, 0.0), (100.0, 0.0), (100.0, 5.0)), 50)
    assert [at for at, _ in found] == [(25.0, 0.0), (75.0, 0.0)]
    assert all(direction == (1.0, 0.0) for _, direction in found)


def test_a_kiosk_that_looks_west_has_west_up(plan: FloorPlan) -> None:
    place = plan.kiosk("west-1")
    assert isinstance(place, KioskPlace)
    scene = scene_of(plan, "1", "west-1", "zh")
    assert scene is not None
    view = view_of(scene, place.heading_deg)
    assert view.to_px((0.0, 16.0))[1] < view.to_px((40.0, 16.0))[1]


def test_a_mark_is_a_stall_or_a_facility_of_this_level(scene: Scene) -> None:
    assert centre_of(scene, scene.stalls[0].number) == scene.stalls[0].centre
    assert centre_of(scene, "lift-1") == (35.5, 14.5)
    assert centre_of(scene, "D001") is None
    assert centre_of(scene, "") is None
