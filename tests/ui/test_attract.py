"""The attract page: when it comes, what it shows, and that anything ends it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.ui.attract_item import lay_out
from tests.ui.stage import until


def test_it_comes_when_home_has_stood_untouched(window, settle):
    window.models.modes.toggle_large()
    window.models.modes.speak("en")
    window.models.home_rests()
    settle(window)
    assert window.models.navigation.page == "attract"
    assert not window.models.modes.large
    assert window.models.modes.language == "zh"
    assert not window.models.idle.warning
    assert not window.models.idle._timer.isActive()
    window.models.end_visit()


def test_it_does_not_come_on_other_pages_nor_over_a_verdict(window, settle):
    window.models.navigation.go("help")
    window.models.home_rests()
    assert window.models.navigation.page == "help"
    window.models.end_visit()
    window.models.scan("EARLY000001")
    settle(window)
    window.models.home_rests()
    assert window.models.navigation.page == "home"
    window.models.end_visit()


def test_every_touch_and_every_way_home_starts_the_wait_again(window):
    timer = window.models._untouched
    assert timer.isActive()
    window.models.navigation.go("help")
    assert not timer.isActive()
    window.models.end_visit()
    assert timer.isActive()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    later_ms = timer.interval() - 20
    until(lambda: timer.remainingTime() <= later_ms)
    window.models.touched()
    assert timer.remainingTime() > later_ms


@pytest.mark.parametrize("y", [100, 1000, 1900])
def test_a_touch_anywhere_ends_it(window, settle, y):
    window.models.home_rests()
    settle(window)
    QTest.mouseClick(window.quick, Qt.MouseButton.LeftButton, pos=QPoint(540, y))
    settle(window)
    assert window.models.navigation.page == "home"


def test_a_scan_ends_it_and_is_decided(window, kiosk, settle, scan):
    window.models.home_rests()
    settle(window)
    scan(window, "EARLY000001")
    settle(window)
    assert window.models.navigation.page == "home"
    assert window.models.verdict.verdict == "refuse"
    window.models.end_visit()


def test_it_counts_the_stalls_by_zone(window, kiosk, settle):
    window.models.home_rests()
    settle(window)
    attract = window.models.attract
    assert (attract.stalls, attract.levels) == (48, 2)
    assert [block["letter"] for block in attract.blocks] == list("ABCDEF")
    assert attract.blocks[1]["numbers"][0] == "B001"
    window.models.end_visit()


def test_without_a_plan_it_has_no_counts(window, kiosk, settle):
    kiosk.fail("plan")
    window.models.home_rests()
    settle(window)
    assert window.models.navigation.page == "attract"
    assert window.models.attract.stalls == 0
    window.models.end_visit()


def numbers(count, letter="A"):
    return [f"{letter}{at + 1:03d}" for at in range(count)]


@pytest.mark.parametrize("counts", [(1,), (130,), (3, 40), (20, 20, 25, 25, 20, 20), (333,) * 6])
@pytest.mark.parametrize(("across", "width", "height"), [(2, 976.0, 1150.0), (3, 1121.0, 874.0)])
def test_every_stall_has_a_square_of_its_own_and_the_way_ends_at_one(counts, across, width, height):
    blocks = [(at, numbers(count, chr(65 + at))) for at, count in enumerate(counts)]
    laid = lay_out(blocks, across, width, height, 38.0)
    assert sorted(square.number for square in laid.squares) == sorted(
        number for _, all_of_it in blocks for number in all_of_it
    )
    boxes = [square.box for square in laid.squares]
    assert all(box.left() >= 0 and box.right() <= width + 1e-6 for box in boxes)
    assert all(box.top() >= 0 and box.bottom() <= height for box in boxes)
    if len(boxes) < 200:
        assert not any(one.intersects(other) for at, one in enumerate(boxes) for other in boxes[at + 1 :])
    goal, box = laid.way[-1], laid.chosen.box
    assert (goal.x(), goal.y()) in {
        (box.center().x(), box.bottom()),
        (box.left(), box.center().y()),
    }
    for start, end in zip(laid.way, laid.way[1:], strict=False):
        assert start.x() == end.x() or start.y() == end.y()


@pytest.mark.parametrize("blocks", [1, 2, 3, 6])
def test_the_way_crosses_no_square(blocks):
    laid = lay_out([(at, numbers(20)) for at in range(blocks)], 2, 976.0, 1150.0, 38.0)
    for start, end in zip(laid.way, laid.way[1:], strict=False):
        for share in range(20):
            x = start.x() + (end.x() - start.x()) * share / 20
            y = start.y() + (end.y() - start.y()) * share / 20
            assert not any(square.box.contains(x, y) for square in laid.squares)


def test_no_stalls_no_squares():
    assert lay_out([], 2, 976.0, 1150.0, 38.0) is None
    assert lay_out([(0, [])], 2, 976.0, 1150.0, 38.0) is None
