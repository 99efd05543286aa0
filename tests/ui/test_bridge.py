"""The bridge: in order, off the GUI thread, and faults are values."""

import sys
import threading

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest

from kiosk.ui.bridge import Bridge


@pytest.fixture
def bridge(application):
    made = Bridge()
    yield made
    made.stop()


def until_idle(bridge):
    for _ in range(400):
        QTest.qWait(2)
        if not bridge.busy:
            return
    raise AssertionError("still busy")


def test_answers_come_in_order_on_the_gui_thread(bridge):
    seen = []
    for number in range(50):
        bridge.submit(
            lambda number=number: (number, threading.current_thread().name),
            lambda answer: seen.append((*answer, threading.current_thread() is threading.main_thread())),
        )
    until_idle(bridge)
    assert [number for number, _, _ in seen] == list(range(50))
    assert {name.partition("_")[0] for _, name, _ in seen} == {"store"}
    assert all(on_gui for _, _, on_gui in seen)


def test_printing_does_not_wait_for_the_store(bridge):
    gate = threading.Event()
    seen = []
    bridge.submit(lambda: gate.wait(5), lambda _: seen.append("store"))
    bridge.submit(gate.set, lambda _: seen.append("printing"), worker="printing")
    until_idle(bridge)
    assert set(seen) == {"store", "printing"}


def test_failed_is_told_and_nothing_else(bridge):
    told, faults = [], []
    bridge.faulted.connect(faults.append)
    bridge.submit(lambda: 1 // 0, None, told.append)
    until_idle(bridge)
    assert [type(each) for each in told] == [ZeroDivisionError]
    assert faults == []


def test_unexpected_exception_is_a_fault_named_by_type_only(bridge, caplog):
    def work():
        raise ValueError("林示远")

    faults = []
    bridge.faulted.connect(faults.append)
    bridge.submit(work)
    until_idle(bridge)
    assert faults == ["ValueError"]
    assert "ValueError" in caplog.text
    assert "林示远" not in caplog.text


def test_stopped_bridge_takes_and_delivers_nothing(application):
    bridge = Bridge()
    seen = []
    bridge.submit(lambda: 1, seen.append)
    bridge.stop()
    bridge.submit(lambda: 2, seen.append)
    QTest.qWait(20)
    assert seen == []


def test_none_keeps_its_references(application):
    """PySide6 6.12.0 on Python 3.11 loses one with every void call, and aborts after about 5,000."""
    thing = QObject()
    thing.setObjectName("warm")
    before = sys.getrefcount(None)
    for number in range(500):
        thing.setObjectName(str(number))
    assert abs(sys.getrefcount(None) - before) < 5
