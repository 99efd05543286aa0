from __future__ import annotations

from math import cos, radians, sin

import pytest

from kiosk.ui.find.map_gesture import DOUBLE_TAP_MS, Fingers, Sign
from kiosk.ui.find.map_motion import Limits, Motion, texture_of
from kiosk.ui.find.map_view import Margins, View, between, nearest_bearing, turn_between

LIMITS = Limits(((0.0, 0.0), (60.0, 0.0), (60.0, 40.0), (0.0, 40.0)), 1080, 800, Margins(10, 10, 10, 10))


def motion() -> Motion:
    made = Motion()
    made.limits = LIMITS
    made.show(LIMITS.whole(0.0))
    return made


@pytest.mark.parametrize(
    ("bearing_deg", "heading_deg", "rest_deg"),
    [(3, 0, 0), (50, 0, 90), (350, 0, 0), (28, 30, 30), (118, 30, 120), (10, 30, 0), (200, 30, 210)],
)
def test_a_turned_map_rests_at_a_quarter_or_as_the_visitor_looks(
    bearing_deg: float, heading_deg: float, rest_deg: float
) -> None:
    assert nearest_bearing(bearing_deg, heading_deg) == rest_deg


@pytest.mark.parametrize(
    ("start", "end", "turn"), [(0, 90, 90), (350, 10, 20), (10, 350, -20), (0, 180, -180)]
)
def test_turns_go_the_shorter_way(start: float, end: float, turn: float) -> None:
    assert turn_between(start, end) == turn


def test_a_glide_keeps_what_both_ends_keep() -> None:
    whole = LIMITS.whole(0.0)
    near = whole.zoomed(3.0, (300.0, 200.0))
    under = whole.to_m((300.0, 200.0))
    for share in (0.0, 0.3, 0.7, 1.0):
        assert between(whole, near, share).to_m((300.0, 200.0)) == pytest.approx(under)
    assert between(whole, near, 1.0) == near


@pytest.mark.parametrize("pad", [0.0, 64.0])
def test_a_painted_picture_is_put_where_it_shows_the_view(pad: float) -> None:
    painted = LIMITS.whole(0.0).zoomed(2.0, (500.0, 400.0))
    live = painted.posed(1.4, 25.0, (300.0, 300.0), (340.0, 280.0))
    texture = texture_of(painted, live, pad)
    turn = radians(texture.turn_deg)
    for place in ((3.0, 4.0), (40.0, 30.0)):
        x, y = (each + pad for each in painted.to_px(place))
        x, y = x * texture.scale, y * texture.scale
        seen = (texture.x + x * cos(turn) - y * sin(turn), texture.y + x * sin(turn) + y * cos(turn))
        assert seen == pytest.approx(live.to_px(place))


def test_a_picture_dragged_past_its_margin_is_bare() -> None:
    moved = motion()
    moved.show(LIMITS.held(LIMITS.whole(0.0).zoomed(4.0, (500, 400))))
    moved.hold()
    moved.pose(1.0, 0.0, (500, 400), (540, 400))
    assert not moved.bare(64)
    moved.pose(1.0, 0.0, (500, 400), (600, 400))
    assert moved.bare(64)


def test_a_second_press_counts_from_where_the_first_leads() -> None:
    moved = motion()
    moved.go(LIMITS.held(LIMITS.whole(0.0).zoomed(1.6, (540, 400))))
    moved.glide(0.2)
    assert moved.zoom == pytest.approx(1.6)
    moved.go(LIMITS.held(moved.aim.zoomed(1.6, (540, 400))))
    moved.glide(1.0)
    assert moved.zoom == pytest.approx(2.56)


def test_a_turn_keeps_how_much_is_magnified() -> None:
    near = LIMITS.held(LIMITS.whole(0.0).zoomed(3.0, (540, 400)))
    turned = LIMITS.turned(near, 90.0)
    assert LIMITS.zoom(turned) == pytest.approx(3.0)
    assert LIMITS.turned(LIMITS.whole(0.0), 90.0) == LIMITS.whole(90.0)


def test_a_map_turned_by_hand_comes_to_rest_about_the_fingers() -> None:
    moved = motion()
    moved.show(LIMITS.held(LIMITS.whole(0.0).zoomed(4.0, (540, 400))))
    moved.hold()
    moved.pose(1.0, 70.0, (540, 400), (540, 400))
    under = moved.live.to_m((540, 400))
    rest = moved.rested((540, 400), 0.0)
    assert rest is not None
    assert rest.bearing_deg == 270.0
    assert rest.to_m((540, 400)) == pytest.approx(under)
    moved.show(LIMITS.whole(90.0))
    assert moved.rested((540, 400), 0.0) is None


def test_a_turn_of_the_fingers_turns_the_picture_the_same_way() -> None:
    view = View((500.0, 400.0), (30.0, 20.0), 10.0, 0.0).posed(1.0, 90.0, (500.0, 400.0), (500.0, 400.0))
    east = view.to_px((31.0, 20.0))
    assert east == pytest.approx((500.0, 410.0))  # what was to the right lies below


def test_taps_far_apart_in_time_or_place_are_two() -> None:
    fingers = Fingers(px_per_mm=3.2)

    def tap(x: float, now_ms: int) -> Sign:
        fingers.press(0, (x, 100.0), now_ms)
        return fingers.release(0, now_ms + 50)

    assert tap(100, 0) is Sign.TAP
    assert tap(100, 100 + DOUBLE_TAP_MS) is Sign.TAP
    assert tap(200, 200 + DOUBLE_TAP_MS) is Sign.TAP
    assert tap(204, 300 + DOUBLE_TAP_MS) is Sign.DOUBLE_TAP
    assert tap(204, 400 + DOUBLE_TAP_MS) is Sign.TAP  # a third is a first again


def test_a_finger_that_stays_long_still_chooses() -> None:
    fingers = Fingers()
    fingers.press(0, (10.0, 10.0), 0)
    assert fingers.release(0, 5_000) is Sign.TAP


def test_fingers_that_are_taken_away_end_what_they_moved() -> None:
    fingers = Fingers()
    fingers.press(0, (10.0, 10.0), 0)
    assert fingers.move({0: (50.0, 10.0)}) is Sign.BEGUN
    assert fingers.move({0: (60.0, 10.0)}) is Sign.MOVED
    assert fingers.cancel() is Sign.ENDED
    assert not fingers.down
    assert fingers.cancel() is Sign.NOTHING


def test_three_fingers_do_nothing_as_a_tap() -> None:
    fingers = Fingers()
    for finger in range(3):
        fingers.press(finger, (10.0 + 60 * finger, 10.0), 0)
    assert [fingers.release(finger, 50) for finger in range(3)] == [Sign.NOTHING] * 3
