"""Which code is meant: the one that is alone, that is clearly larger and nearer to the middle, or none."""

from __future__ import annotations

from kiosk.devices.camera.aim import FORGOTTEN_AFTER_S, STANDS_AFTER_S, Meant, Room, Seen, meant

SIZE = (1280, 720)


def code(text: str, x: float = 640, y: float = 360, side_px: float = 200) -> Seen:
    return Seen(text, x, y, side_px)


def test_nothing_is_meant_by_nothing_nor_by_what_cannot_be_read():
    assert meant([], *SIZE) == Meant()
    assert meant([code(""), code("", 100)], *SIZE) == Meant()


def test_one_alone_is_meant_wherever_it_is():
    assert meant([code("A", 60, 60, 90), code("")], *SIZE) == Meant("A")


def test_the_same_code_twice_is_one():
    assert meant([code("A", 300), code("A", 900)], *SIZE) == Meant("A")


def test_side_by_side_is_not_clear():
    assert meant([code("A", 440), code("B", 840)], *SIZE) == Meant(several=True)
    assert meant([code("A", 600), code("B", 640, side_px=230)], *SIZE) == Meant(several=True)


def test_the_badge_in_the_middle_counts_before_that_of_the_next_in_line():
    held_out, behind = code("A", 620, 380, 220), code("B", 1050, 300, 100)
    assert meant([behind, held_out], *SIZE) == Meant("A")
    assert meant([held_out, behind, code("A", 630, 370, 60)], *SIZE) == Meant("A")


def seen_for(room: Room, what: Seen, start_s: float, seconds: float) -> list[bool]:
    """Whether it was held out, ten times a second."""
    return [room.held_out([what], 720, start_s + n / 10) == [what] for n in range(round(seconds * 10))]


def test_a_code_on_the_wall_counts_at_first_and_then_no_more():
    room, poster = Room(), code("https://example.org", 300, 200, 90)
    assert all(seen_for(room, poster, 0, STANDS_AFTER_S))
    assert not any(seen_for(room, poster, STANDS_AFTER_S + 0.2, 5))
    badge = code("A")
    assert room.held_out([poster, badge], 720, STANDS_AFTER_S + 6) == [badge]
    hidden_s = STANDS_AFTER_S + 6 + FORGOTTEN_AFTER_S / 2  # somebody stood before it
    assert not any(seen_for(room, poster, hidden_s, 1))


def test_what_is_taken_down_and_held_out_counts():
    room, poster = Room(), code("A", 300, 200, 90)
    seen_for(room, poster, 0, STANDS_AFTER_S + 2)
    assert room.held_out([code("A", 640, 360, 90)], 720, STANDS_AFTER_S + 3)
    assert seen_for(Room(), code("A"), 0, 1) == [True] * 10


def test_the_same_badge_again_at_the_same_place_is_held_out_anew():
    room, badge = Room(), code("A")
    for visit in range(12):
        assert all(seen_for(room, badge, visit * 10, 4))


def test_after_a_long_time_the_room_is_another():
    room, poster = Room(), code("A")
    seen_for(room, poster, 0, STANDS_AFTER_S + 2)
    assert all(seen_for(room, poster, STANDS_AFTER_S + 2 + FORGOTTEN_AFTER_S + 1, 1))


def test_small_ones_are_somebody_elses():
    room = Room()
    assert room.held_out([code("A", side_px=40), code("", side_px=30), code("", side_px=80)], 720, 0) == [
        code("", side_px=80)
    ]
