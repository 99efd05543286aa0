from __future__ import annotations

import random
from itertools import combinations

import pytest

from kiosk.domain.floorplan import FloorPlan
from kiosk.ui.find.map_labels import (
    LabelSizes,
    Taken,
    box_beside,
    chosen_box,
    facility_box,
    line_boxes,
    place,
    zone_labels,
)
from kiosk.ui.find.map_scene import LevelMark, Marks, Scene, scene_of, stall_box, worth_seeing
from kiosk.ui.find.map_view import Margins, View, fitted, grown, overlaps, within

SIZES = LabelSizes(40, 8, {"A": 90, "B": 90}, (120, 24), 19, 10, 7, 50, {"2": 90}, 48, 15)
PICTURE = (0.0, 0.0, 1080.0, 820.0)


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
    placed = place(scene, view, Marks(), SIZES, PICTURE)
    assert [label.zone.letter for label in placed.zones] == ["A", "B"]
    boxes = placed.labels()
    kept = [stall_box(stall, view) for stall in scene.stalls] + [
        facility_box(each, view) for each in scene.facilities
    ]
    assert not any(overlaps(box, other) for box in boxes for other in kept)
    assert not any(overlaps(one, other) for one, other in combinations(boxes, 2))


def test_at_any_view_nothing_that_matters_is_hidden(scene: Scene) -> None:
    """This kiosk, the way, the chosen stall, plates, every number: no label lies over any of them."""
    chance = random.Random(20261128)
    stalls = [stall.number for stall in scene.stalls]
    for _ in range(150):
        whole = view_of(scene, chance.choice([0.0, 90.0, 180.0, 270.0, 33.0, 211.0]))
        about = (chance.uniform(0, 1080), chance.uniform(0, 820))
        view = whole.zoomed(chance.uniform(1.0, 8.0), about).moved(chance.uniform(-300, 300), 0)
        route = tuple((chance.uniform(0, 40), chance.uniform(0, 32)) for _ in range(chance.randrange(2, 6)))
        marks = Marks(
            frozenset(chance.sample(stalls, 5)),
            chance.choice(stalls),
            route,
            levels=(LevelMark(*route[-1], "2", "2 层", "lift"),),
        )
        names = {number: chance.uniform(40, 200) for number in marks.hits}
        placed = place(scene, view, marks, SIZES, PICTURE, beside=names)
        assert scene.kiosk is not None
        at = view.to_px((scene.kiosk.x_m, scene.kiosk.y_m))
        kept = [grown((*at, *at), SIZES.me_radius), *(box for _, box in placed.plates)]
        kept += line_boxes(tuple(view.to_px(point) for point in route), SIZES.route_half)
        chosen = chosen_box(scene, view, marks.chosen, SIZES)
        assert chosen is not None
        kept += [chosen, *(stall_box(stall, view) for stall in scene.stalls)]
        labels = placed.labels()
        assert not [box for box in labels for other in kept if overlaps(box, other)]
        assert not [pair for pair in combinations(labels, 2) if overlaps(*pair)]
        assert all(within(box, PICTURE) for box in labels)


def test_from_afar_zones_lie_over_their_stalls_but_over_no_hit(scene: Scene) -> None:
    far = fitted(worth_seeing(scene), 300, 300, Margins(), 0.0)
    hits = frozenset({"A001", "B010"})
    placed = place(scene, far, Marks(hits), SIZES, (0.0, 0.0, 300.0, 300.0), far=True)
    assert {label.zone.letter for label in placed.zones} == {"A", "B"}
    lit = [stall_box(stall, far) for stall in scene.stalls if stall.number in hits]
    assert not [box for box in placed.labels() for other in lit if overlaps(box, other)]


def test_a_label_stands_over_its_own_block(scene: Scene) -> None:
    view = view_of(scene, 0.0)
    label = place(scene, view, Marks(), SIZES, PICTURE).zones[0]
    first = stall_box(scene.stalls[0], view)
    assert label.named
    assert label.box[0] == pytest.approx(first[0])
    assert label.box[3] <= first[1]


def test_labels_give_way_to_the_route(scene: Scene) -> None:
    view = view_of(scene, 0.0)
    before = place(scene, view, Marks(), SIZES, PICTURE).zones[0].box
    y = (before[1] + before[3]) / 2
    route = (view.to_m((before[0] + 5, y)), view.to_m((before[0] + 20, y)))
    after = place(scene, view, Marks(route=route), SIZES, PICTURE).zones[0].box
    assert not any(
        overlaps(after, box) for box in line_boxes(tuple(map(view.to_px, route)), SIZES.route_half)
    )


def test_a_name_goes_before_its_badge_does(scene: Scene) -> None:
    view = view_of(scene, 0.0)
    wide = LabelSizes(40, 8, {"A": 5_000, "B": 90})  # no room even at the smaller size
    labels = zone_labels(scene, view, wide, Taken(()), PICTURE)
    assert [label.named for label in labels] == [False, True]


def test_the_words_beside_a_mark_go_where_it_is_free_or_nowhere() -> None:
    picture = (0.0, 0.0, 400.0, 400.0)
    at_right = box_beside((200, 200), 10, (50, 20), picture, Taken(()))
    assert at_right is not None
    assert at_right[0] == pytest.approx(211)
    at_left = box_beside((200, 200), 10, (50, 20), picture, Taken([(205.0, 150.0, 300.0, 250.0)]))
    assert at_left is not None
    assert at_left[2] == pytest.approx(189)
    at_the_edge = box_beside((390, 200), 10, (50, 20), picture, Taken(()))
    assert at_the_edge is not None
    assert at_the_edge[2] <= 400
    assert box_beside((200, 200), 10, (50, 20), picture, Taken([picture])) is None


def test_a_plate_stands_at_the_way_and_inside_the_picture(scene: Scene) -> None:
    view = view_of(scene, 0.0)
    at = view.to_m((1070.0, 400.0))
    marks = Marks(route=((20.0, 20.0), at), levels=(LevelMark(*at, "2", "2 层", "lift"),))
    ((mark, box),) = place(scene, view, marks, SIZES, PICTURE).plates
    assert mark.to == "2"
    assert within(box, PICTURE)
    assert box[3] - box[1] == SIZES.plate
    gone = LevelMark(*view.to_m((2000.0, 400.0)), "2", "2 层", "lift")
    assert place(scene, view, Marks(levels=(gone,)), SIZES, PICTURE).plates == ()


def test_a_slanting_line_is_covered_by_small_boxes() -> None:
    boxes = line_boxes(((0.0, 0.0), (300.0, 300.0)), 2)
    assert len(boxes) > 1
    assert not any(overlaps(box, (250, 0, 300, 50)) for box in boxes)


def test_a_label_is_smaller_where_the_room_is_low(scene: Scene) -> None:
    view = view_of(scene, 0.0)
    top = stall_box(scene.stalls[0], view)[1]
    ceiling = Taken([(0.0, 0.0, 1080.0, top - 36)])
    label = zone_labels(scene, view, SIZES, ceiling, PICTURE)[0]
    assert label.named
    assert label.size < 1
    assert label.box[3] - label.box[1] == pytest.approx(SIZES.badge * label.size)


def test_a_plate_hides_no_number_where_there_is_room_beside(scene: Scene) -> None:
    view = view_of(scene, 0.0)
    for number in ("A001", "A007", "B005"):
        stall = scene.stall(number)
        assert stall is not None
        mark = LevelMark(stall.x_m - 1.0, stall.y_m + 1.0, "2", "2 层", "lift")
        ((_, box),) = place(scene, view, Marks(levels=(mark,)), SIZES, PICTURE).plates
        assert not [each.number for each in scene.stalls if overlaps(box, stall_box(each, view))]
