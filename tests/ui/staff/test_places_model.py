"""Stalls as places: found, closed and opened, their hosts moved to a free one and back."""

import pytest

from kiosk.domain.stall_state import StallState


@pytest.fixture
def floor(on_duty, bridge):
    on_duty.lead("floor:stalls")
    bridge.answer()
    return on_duty.floor


@pytest.fixture
def stalls(floor):
    return floor.stalls


def numbers(stalls):
    return [stalls.rows.value(at, "stall") for at in range(stalls.rows.total)]


def test_a_stall_is_found_by_number_or_host_in_natural_order(stalls):
    assert stalls.rows.total == 50
    assert numbers(stalls)[7:10] == ["A008", "A099", "B001"]
    for typed, found in {
        "b00": 8,
        "B001": 1,
        "b 001": 1,
        "a1": 1,
        "京华软件3 部": 1,
        "employer 12": 1,
        "zzz": 0,
    }.items():
        stalls.search(typed)
        assert stalls.rows.total == found, typed
    stalls.search("")
    assert stalls.rows.total == 50


def test_a_moved_host_is_found_where_it_is_and_where_it_was(stalls, floor, bridge, kiosk):
    kiosk.floor.move("A001", "A099", "s1")
    floor.refresh()
    bridge.answer()
    stalls.search("A099")
    assert numbers(stalls) == ["A001", "A099"]
    assert [stalls.rows.value(0, name) for name in ("standing", "to")] == ["moved", "A099"]
    assert [stalls.rows.value(1, name) for name in ("host", "guestStall")] == ["", "A001"]


def test_a_stall_is_closed_and_opened(stalls, floor, bridge, kiosk):
    stalls.close()
    assert bridge.waiting == []
    stalls.choose("A002")
    assert stalls.chosen["host"].startswith("北辰智能装备2 部")
    assert (stalls.chosenRow, floor.mapMark) == (1, "A002")
    stalls.close()
    bridge.answer()
    assert kiosk.calls.of("close_stalls") == [(("A002",), "s1")]
    assert (stalls.chosenStall, stalls.chosen["closed"], floor.said) == ("A002", True, "已关闭展位 A002。")
    floor.undo()
    bridge.answer()
    assert kiosk.calls.of("open_stalls") == [(("A002",), "s1")]
    stalls.close()
    bridge.answer()
    stalls.open()
    bridge.answer()
    assert not stalls.chosen["closed"]
    floor.undo()
    bridge.answer()
    assert stalls.chosen["closed"]


def test_moving_lists_free_stalls_and_asks_once(stalls, floor, bridge, kiosk):
    stalls.choose("A002")
    stalls.pick()
    assert stalls.picking
    assert numbers(stalls)[:3] == ["A006", "A099", "B004"]
    stalls.search("099")
    assert numbers(stalls) == ["A099", "D099"]
    stalls.move()
    assert bridge.waiting == []
    stalls.choose("D099")
    assert (stalls.target, floor.mapMark) == ("D099", "D099")
    stalls.keep()
    assert (stalls.target, stalls.picking) == ("", True)
    stalls.choose("A099")
    stalls.move()
    bridge.answer()
    assert kiosk.calls.of("move_stall") == [("A002", "A099", "s1")]
    assert (stalls.picking, stalls.query) == (False, "")
    assert (stalls.chosenStall, stalls.chosen["to"]) == ("A002", "A099")
    assert floor.said == "A002 已搬到 A099，访客现在会被带到 A099。"


def test_a_move_is_undone_to_where_the_host_was(stalls, floor, bridge, kiosk):
    def move(to):
        stalls.pick()
        stalls.choose(to)
        stalls.move()
        bridge.answer()

    stalls.choose("A002")
    move("A099")
    move("D099")
    floor.undo()
    bridge.answer()
    assert stalls.chosen["to"] == "A099"
    stalls.move_back()
    bridge.answer()
    assert kiosk.calls.of("move_back_stall") == [("A002", "s1")]
    assert stalls.chosen["to"] == ""
    floor.undo()
    bridge.answer()
    assert stalls.chosen["to"] == "A099"
    move("D099")
    stalls.move_back()
    bridge.answer()
    move("A099")
    floor.undo()
    bridge.answer()
    assert stalls.chosen["to"] == ""


def test_at_another_ones_stall_it_is_the_guest_who_is_moved(stalls, floor, bridge, kiosk):
    kiosk.floor.move("A001", "A099", "s1")
    floor.refresh()
    bridge.answer()
    stalls.choose("A099")
    assert (stalls.chosen["mover"], stalls.chosen["away"], stalls.chosen["host"]) == ("A001", True, "")
    stalls.pick()
    stalls.choose("D099")
    stalls.move()
    bridge.answer()
    assert kiosk.calls.of("move_stall")[-1] == ("A001", "D099", "s1")
    floor.undo()
    bridge.answer()
    assert kiosk.calls.of("move_stall")[-1] == ("A001", "A099", "s1")
    stalls.move_back()
    bridge.answer()
    assert kiosk.calls.of("move_back_stall") == [("A001", "s1")]
    assert (stalls.chosen["mover"], stalls.chosen["away"]) == ("", False)


def test_what_cannot_be_moved_is_not(stalls, bridge):
    stalls.pick()
    assert not stalls.picking
    stalls.choose("A099")  # nobody hosts it
    stalls.pick()
    stalls.move_back()
    assert not stalls.picking
    stalls.choose("Z001")
    assert stalls.chosenStall == "A099"
    assert bridge.waiting == []


def test_each_way_back_is_one_step(stalls, floor):
    stalls.choose("A002")
    stalls.pick()
    stalls.choose("A099")
    stalls.keep()
    stalls.keep()
    assert (stalls.picking, stalls.chosenStall, stalls.rows.total) == (False, "A002", 50)
    stalls.keep()
    assert stalls.chosenStall == ""
    stalls.choose("A002")
    floor.show_list("passages")
    assert stalls.chosenStall == ""


def test_typing_lets_go_of_what_was_chosen(stalls, floor, bridge):
    stalls.choose("A002")
    stalls.close()
    bridge.answer()
    stalls.search("B")
    assert (stalls.chosenStall, floor.said, floor.undoable) == ("", "", False)


def test_a_state_that_changes_elsewhere_shows(stalls, floor, bridge, kiosk):
    stalls.choose("A002")
    states = {**kiosk.floor.standing_value.states, "A002": StallState.LATE}
    kiosk.floor.standing_value = type(kiosk.floor.standing_value)(states=states)
    floor.refresh()
    bridge.answer()
    assert stalls.chosen["standing"] == "late"
