"""The printer: its mood, its queue, what is printed again, and a test page."""

import pytest

from kiosk.devices.printers import failed


@pytest.fixture
def printers(on_duty, bridge):
    on_duty.open("printers")
    bridge.answer()
    return on_duty.printers


def read(printers, bridge):
    printers.refresh()
    bridge.answer()


@pytest.mark.parametrize(
    ("chosen", "waiting", "not_printed", "mood"),
    [
        (False, 3, 1, "none"),
        (True, 3, 1, "failing"),
        (True, 3, 0, "waiting"),
        (True, 0, 0, "well"),
    ],
)
def test_the_worst_is_said_first(printers, bridge, kiosk, chosen, waiting, not_printed, mood):
    queue = kiosk.print_queue
    queue.chosen, queue.waiting, queue.failed = chosen, waiting, not_printed
    read(printers, bridge)
    assert printers.mood == mood
    assert (len(printers.waiting), len(printers.failed)) == (waiting, not_printed)


def test_lines_are_masked_and_say_why(printers, bridge, kiosk):
    kiosk.print_queue.failed = 5
    read(printers, bridge)
    assert [line["who"] for line in printers.failed] == ["张＊雨", "李＊", "王＊萱", "欧＊＊修", ""]
    assert "磁盘已满" in printers.failed[0]["problem"]
    assert printers.failed[0]["at"] == "9:23"


def test_a_badge_is_printed_again_as_a_fact_with_its_reason(printers, bridge, kiosk):
    printers.print_again("11")
    printers.print_again("11")
    assert printers.busy
    bridge.answer()
    assert kiosk.calls.of("reprint") == [(11, "not_printed", "s1")]
    assert printers.said != ""
    assert not printers.busy


def test_a_badge_that_could_not_be_asked_for_again_is_said(printers, bridge, kiosk):
    kiosk.fail("reprint")
    printers.print_again("11")
    bridge.answer()
    assert printers.notDone
    assert not printers.busy


def test_a_test_page_is_printed_beside_the_stores_thread(printers, bridge, kiosk):
    bridge.workers.clear()
    printers.test()
    printers.test()
    assert bridge.workers == ["printing"]
    assert printers.testState == "testing"
    bridge.answer()
    assert (printers.testState, printers.testProblem) == ("printed", "")
    kiosk.print_queue.outcome = failed("disk_full")
    printers.test()
    bridge.answer()
    assert printers.testState == "failed"
    assert "磁盘已满" in printers.testProblem
    kiosk.fail("test_page")
    printers.test()
    bridge.answer()
    assert (printers.testState, printers.testProblem) == ("not_drawn", "")


def test_a_queue_that_cannot_be_read_is_no_empty_queue(printers, bridge, kiosk):
    kiosk.fail("standing")
    read(printers, bridge)
    assert printers.state == "failed"
    kiosk.mend()
    printers.retry()
    assert printers.state == "loading"
    bridge.answer()
    assert printers.state == "ready"
