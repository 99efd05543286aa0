from __future__ import annotations

from itertools import combinations

import pytest

from kiosk.domain.floorplan import FloorPlan
from kiosk.ui.find.map_labels import (
    LabelSizes,
    Taken,
    beside,
    facility_box,
    line_boxes,
    taken_boxes,
    zone_labels,
)
from kiosk.ui.find.map_scene import Margins, Scene, View, fitted, overlaps, scene_of, stall_box, worth_seeing

SIZES = LabelSizes(40, 8, {"A": 90, "B": 90})


@pytest.fixture
def scene(plan: FloorPlan) -> Scene:
    found = scene_of(plan, "1", "east-1", "zh")
    assert found is not None
    return found


def view_of(scene: Scene, bearing_deg: float) -> View:
    return fitted(worth_seeing(scene), 1080, 820, Margins(), bearing_deg)


@pytest.mark.parametrize("bearing_deg", [0.0, 30.0, 90.0, 180.0, 270.0])
def test_labels_cover_no_stall_no_facility_and_not_each_other(scene: Scene, bearing_deg: float) -> None:
    view = view_of(scene, bearing_deg)
    labels = zone_labels(scene, view, SIZES, taken_boxes(scene, view, ()))
    assert [label.zone.letter for label in labels] == ["A", "B"]
    boxes = [label.box for label in labels]
    kept = [stall_box(stall, view) for stall in scene.stalls] + [
        facility_box(each, view) for each in scene.facilities
    ]
    assert not any(overlaps(box, other) for box in boxes for other in kept)
    assert not any(overlaps(one, other) for one, other in combinations(boxes, 2))


def test_a_label_stands_over_its_own_block(scene: Scene) -> None:
    view = view_of(scene, 0.0)
    label = zone_labels(scene, view, SIZES, taken_boxes(scene, view, ()))[0]
    first = stall_box(scene.stalls[0], view)
    assert label.named
    assert label.box[0] == pytest.approx(first[0])
    assert label.box[3] <= first[1]


def test_labels_give_way_to_the_route(scene: Scene) -> None:
    view = view_of(scene, 0.0)
    before = zone_labels(scene, view, SIZES, taken_boxes(scene, view, ()))[0].box
    y = (before[1] + before[3]) / 2
    route = line_boxes(((before[0] + 5, y), (before[0] + 20, y)), 9)
    after = zone_labels(scene, view, SIZES, taken_boxes(scene, view, route))[0].box
    assert not any(overlaps(after, box) for box in route)


def test_a_name_goes_before_its_badge_does(scene: Scene) -> None:
    view = view_of(scene, 0.0)
    wide = LabelSizes(40, 8, {"A": 5_000, "B": 90})  # no room even at the smaller size
    labels = zone_labels(scene, view, wide, taken_boxes(scene, view, ()))
    assert [label.named for label in labels] == [False, True]


def test_the_words_beside_a_mark_go_where_it_is_free() -> None:
    picture = (0.0, 0.0, 400.0, 400.0)
    nothing = Taken(())
    assert beside((200, 200), 10, (50, 20), picture, nothing, nothing)[0] == 212
    right_taken = Taken([(205.0, 150.0, 300.0, 250.0)])
    assert beside((200, 200), 10, (50, 20), picture, right_taken, nothing)[2] == 188
    at_the_edge = beside((390, 200), 10, (50, 20), picture, nothing, nothing)
    assert at_the_edge[2] <= 400


def test_a_slanting_line_is_covered_by_small_boxes() -> None:
    boxes = line_boxes(((0.0, 0.0), (300.0, 300.0)), 2)
    assert len(boxes) > 1
    assert not any(overlaps(box, (250, 0, 300, 50)) for box in boxes)


def test_seen_from_afar_every_zone_still_has_its_badge(scene: Scene) -> None:
    far = fitted(worth_seeing(scene), 60, 60, Margins(), 0.0)
    assert zone_labels(scene, far, SIZES, taken_boxes(scene, far, ())) == ()
    labels = zone_labels(scene, far, SIZES, taken_boxes(scene, far, ()), over_stalls=True)
    assert [(label.zone.letter, label.named) for label in labels] == [("A", False), ("B", False)]


def test_a_label_is_smaller_where_the_room_is_low(scene: Scene) -> None:
    view = view_of(scene, 0.0)
    top = stall_box(scene.stalls[0], view)[1]
    ceiling = (0.0, top - 35, 1080.0, top - 34)
    label = zone_labels(scene, view, SIZES, taken_boxes(scene, view, [ceiling]))[0]
    assert label.named
    assert label.size < 1
    assert label.box[3] - label.box[1] == pytest.approx(SIZES.badge * label.size)
