"""The printers: what is wrong with each and since when, which is first, labels, a test page."""

from dataclasses import replace

import pytest

from kiosk.devices.printers.port import Handover
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState
from tests.fakes.printing import PRINTERS, in_trouble

RIGHT, LEFT, DESK, _ = PRINTERS


@pytest.fixture
def printers(on_duty, bridge, kiosk):
    kiosk.print_queue.printers = PRINTERS
    on_duty.open("printers")
    bridge.answer()
    return on_duty.printers


def read(printers, bridge):
    printers.refresh()
    bridge.answer()


def show(printers, bridge, kiosk, *lines):
    kiosk.print_queue.printers = lines
    read(printers, bridge)


@pytest.mark.parametrize(
    ("line", "mood", "level"),
    [
        (RIGHT, "well", "admit"),
        (replace(RIGHT, looked=False), "seen", "notice"),
        (replace(RIGHT, warning=Trouble.PAPER_OUT), "low", "notice"),
        (LEFT, "low", "notice"),
        (in_trouble(RIGHT, Trouble.HOT), "waits", "notice"),
        (in_trouble(RIGHT, Trouble.JAM, warning=Trouble.PAPER_OUT), "trouble", "refuse"),
    ],
)
def test_how_a_printer_does(printers, bridge, kiosk, line, mood, level):
    show(printers, bridge, kiosk, line)
    assert (printers.shown["mood"], printers.shown["level"]) == (mood, level)


def test_a_trouble_says_since_when_and_what_to_do(printers, bridge, kiosk):
    show(printers, bridge, kiosk, in_trouble(RIGHT, Trouble.PAPER_OUT, minutes=3))
    shown = printers.shown
    assert (shown["title"], shown["since"], shown["minutes"]) == ("缺纸", "9:21", 3)
    assert len(shown["steps"]) == 3
    assert shown["icon"] == "printer_paper"
    assert shown["labels"] == -1  # it says itself that none are left


def test_the_first_in_trouble_is_shown_in_full_until_one_is_chosen(printers, bridge, kiosk):
    show(printers, bridge, kiosk, RIGHT, in_trouble(LEFT, Trouble.GONE), DESK)
    assert printers.shown["id"] == "left"
    printers.choose("desk")
    assert printers.shown["id"] == "desk"
    assert [each["chosen"] for each in printers.printers] == [False, False, True]


def test_a_printer_that_is_well_again_is_said_so_for_a_while(printers, bridge, kiosk):
    show(printers, bridge, kiosk, in_trouble(RIGHT, Trouble.PAPER_OUT), LEFT)
    assert not printers.shown["recovered"]
    kiosk.print_queue.printers = (RIGHT, LEFT)
    printers.hear()
    bridge.answer()
    assert printers.shown["recovered"]
    printers.forget_recovered()
    assert not printers.shown["recovered"]


def test_what_is_being_read_when_a_printer_is_heard_does_not_stay(printers, bridge, kiosk):
    kiosk.print_queue.printers = (in_trouble(RIGHT, Trouble.JAM),)
    printers.refresh()
    printers.hear()
    assert len(bridge.waiting) == 2
    bridge.answer()
    assert printers.shown["title"] == "卡纸"


def test_nobody_is_heard_while_the_view_is_not_shown(printers, bridge, on_duty):
    on_duty.open("desk")
    bridge.answer()
    printers.hear()
    assert bridge.waiting == []


def test_no_printer_says_what_to_do(printers, bridge, kiosk):
    show(printers, bridge, kiosk)
    assert printers.shown["mood"] == "trouble"
    assert printers.shown["steps"]
    printers.test()
    printers.ask_labels()
    assert bridge.waiting == []
    assert not printers.entering


def test_another_printer_is_put_first(printers, bridge, kiosk):
    printers.choose("left")
    printers.print_first()
    printers.print_first()
    bridge.answer()
    assert kiosk.calls.of("print_first_on") == [("left",)]
    assert printers.shown["first"]


def test_what_could_not_be_done_is_said(printers, bridge, kiosk):
    kiosk.fail("print_first_on")
    printers.print_first()
    bridge.answer()
    assert printers.notDone
    assert not printers.busy


def test_a_new_roll_is_counted_by_touch(printers, bridge, kiosk):
    printers.load()
    printers.ask_labels()
    assert not printers.countReady
    for digit in "0123456":
        printers.digit(digit)
    assert printers.digits == "1234"  # no nought first, no more than four
    printers.erase()
    printers.load()
    bridge.answer()
    assert kiosk.calls.of("labels_loaded") == [("right", 123)]
    assert printers.shown["labels"] == 123
    assert not printers.entering


def test_another_printer_asks_for_no_count(printers):
    printers.ask_labels()
    printers.roll_of(500)
    printers.choose("left")
    assert (printers.entering, printers.digits) == (False, "")


def test_a_test_page_is_printed_beside_the_stores_thread(printers, bridge, kiosk):
    bridge.workers.clear()
    printers.choose("left")
    printers.test()
    printers.test()
    assert bridge.workers == ["printing"]
    assert printers.testState == "testing"
    bridge.answer()
    assert kiosk.calls.of("test_page") == [("left",)]
    assert printers.testState == "printed"
    printers.choose("right")
    assert printers.testState == ""


@pytest.mark.parametrize(
    ("handover", "state"),
    [
        (Handover(PrintState.CONFIRMED), "printed"),
        (Handover(PrintState.UNKNOWN), "unknown"),
        (Handover(PrintState.FAILED, Trouble.PAPER_OUT), "failed"),
    ],
)
def test_what_became_of_the_test_page(printers, bridge, kiosk, handover, state):
    kiosk.print_queue.handover = handover
    printers.test()
    bridge.answer()
    assert printers.testState == state
    if state == "failed":
        assert printers.testProblem == "缺纸"


def test_a_test_page_that_could_not_be_drawn(printers, bridge, kiosk):
    kiosk.fail("test_page")
    printers.test()
    bridge.answer()
    assert printers.testState == "failed"
    assert printers.testProblem == "这张胸卡画不出来"


def test_a_queue_that_cannot_be_read_is_no_empty_queue(printers, bridge, kiosk):
    kiosk.fail("standing")
    read(printers, bridge)
    assert printers.state == "failed"
    kiosk.mend()
    printers.retry()
    assert printers.state == "loading"
    bridge.answer()
    assert printers.state == "ready"
