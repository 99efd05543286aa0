"""Stalls that nobody came to: given up in one action that asks once, and given back."""

import pytest


@pytest.fixture
def stalls(on_duty, bridge):
    on_duty.open("stalls")
    bridge.answer()
    return on_duty.stalls


def released(stalls, bridge):
    stalls.ask_release()
    stalls.release()
    bridge.answer()


def test_who_came_and_who_did_not(stalls):
    assert (stalls.state, stalls.stalls, stalls.claimed, stalls.unclaimed, stalls.released) == (
        "ready",
        130,
        119,
        11,
        0,
    )
    assert (stalls.rows.total, stalls.rows.value(0, "stall")) == (11, "A001")


def test_giving_up_asks_once(stalls, bridge, kiosk):
    stalls.release()
    assert bridge.waiting == []
    stalls.ask_release()
    stalls.keep()
    stalls.release()
    assert bridge.waiting == []
    stalls.ask_release()
    stalls.release()
    stalls.release()  # a second touch
    bridge.answer()
    assert kiosk.calls.of("release") == [("s1",)]
    assert (stalls.unclaimed, stalls.released, stalls.lastReleased) == (0, 11, 11)


def test_it_is_undone_as_one(stalls, bridge, kiosk):
    released(stalls, bridge)
    stalls.undo()
    bridge.answer()
    ((given, by),) = kiosk.calls.of("restore_stalls")
    assert (len(given), by) == (11, "s1")
    assert (stalls.unclaimed, stalls.released, stalls.lastReleased) == (11, 0, 0)
    stalls.undo()
    assert bridge.waiting == []


def test_one_is_given_back(stalls, bridge, kiosk):
    released(stalls, bridge)
    stalls.show_list("released")
    assert stalls.rows.total == 11
    stalls.give_back("A002")
    bridge.answer()
    assert kiosk.calls.of("restore_stalls") == [(("A002",), "s1")]
    assert (stalls.rows.total, stalls.lastReleased, stalls.unclaimed) == (10, 10, 1)


def test_where_all_came_there_is_nothing_to_give_up(stalls, bridge, kiosk):
    kiosk.stalls.missing = 0
    stalls.refresh()
    bridge.answer()
    stalls.ask_release()
    assert not stalls.asking


def test_what_could_not_be_read_or_written_is_said(stalls, bridge, kiosk):
    kiosk.fail("release")
    released(stalls, bridge)
    assert (stalls.notDone, stalls.busy, stalls.lastReleased) == (True, False, 0)
    kiosk.fail("stalls")
    stalls.refresh()
    bridge.answer()
    assert stalls.state == "failed"
    kiosk.mend()
    stalls.retry()
    assert stalls.state == "loading"
    bridge.answer()
    assert stalls.state == "ready"


def test_signing_out_forgets_the_last_action(on_duty, stalls, bridge):
    released(stalls, bridge)
    on_duty.sign_out()
    assert (stalls.lastReleased, stalls.rows.total, stalls.state) == (0, 0, "loading")
