"""A scanner works on every page, and its characters never land in a text field."""

import gc
import inspect
import sys
from pathlib import Path
from time import sleep

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from kiosk.devices import debounce
from kiosk.ui import scan_filter
from kiosk.ui.navigation import PAGES
from kiosk.ui.window import build_window
from tests.ui.stage import until

ARGUMENTS = {"listing": "1", "way": "A003"}


@pytest.mark.parametrize("page", PAGES)
def test_scan_reaches_the_gate_from_every_page(window, kiosk, settle, scan, page):
    if page != "home":
        window.models.navigation.open(page, ARGUMENTS.get(page, ""))
    settle(window)
    scan(window, "WELCOME0001")
    settle(window)
    assert kiosk.calls.of("scan") == [("WELCOME0001",)]
    assert window.models.verdict.shown
    assert window.models.walkUp.name == ""
    assert window.models.staff.people.query == ""
    window.models.end_visit()


def test_scan_into_the_name_field_leaves_it_empty_and_typing_stays(window, kiosk, settle, scan):
    window.models.modes.speak("en")  # in Chinese, letters are the beginning of hanzi
    window.models.navigation.go("walk_up")
    settle(window)
    for character in "Li":
        QTest.keyClick(window.quick, character)
        QTest.qWait(90)  # a person is slower than a scanner
    assert window.models.walkUp.name == "Li"
    names = []
    window.models.walkUp.changed.connect(lambda: names.append(window.models.walkUp.name))
    scan(window, "NOBODY KNOWS ME")
    settle(window)
    assert kiosk.calls.of("scan") == [("NOBODY KNOWS ME",)]
    assert set(names) <= {"Li", ""}  # the form goes with the visitor who filled it in
    window.models.end_visit()


def test_backspace_acts_after_what_was_typed_before_it(window, settle):
    window.models.navigation.go("walk_up")
    settle(window)
    QTest.keyClick(window.quick, "L")
    QTest.keyClick(window.quick, Qt.Key.Key_Backspace)
    QTest.qWait(90)
    assert window.models.walkUp.name == ""
    window.models.end_visit()


def test_new_scan_replaces_a_verdict_at_once(window, settle, scan):
    scan(window, "EARLY000001")
    settle(window)
    assert window.models.verdict.verdict == "refuse"
    scan(window, "WELCOME0001")
    settle(window)
    assert window.models.verdict.verdict == "admit"
    window.models.end_visit()


def test_scan_before_the_services_is_decided_when_they_are_there(bare_window, kiosk, settle, scan):
    settle(bare_window)
    scan(bare_window, "WELCOME0001")
    assert not bare_window.models.verdict.shown
    bare_window.attach(kiosk)
    settle(bare_window)
    assert kiosk.calls.of("scan") == [("WELCOME0001",)]
    assert bare_window.models.verdict.verdict == "admit"
    bare_window.models.end_visit()


def test_control_characters_never_reach_the_gate(window, kiosk, settle):
    for character in "WEL\x1dCOME0001":
        QTest.sendKeyEvent(
            QTest.KeyAction.Click, window.quick, Qt.Key.Key_A, character, Qt.KeyboardModifier.NoModifier
        )
    QTest.keyClick(window.quick, Qt.Key.Key_Return)
    settle(window)
    assert kiosk.calls.of("scan") == [("WELCOME0001",)]
    window.models.end_visit()


def test_a_scanners_second_line_end_is_gone_when_a_person_types(window, kiosk, settle, scan):
    window.models.modes.speak("en")  # in Chinese, letters are the beginning of hanzi
    window.models.navigation.go("walk_up")
    settle(window)
    scan(window, "NOBODY KNOWS ME")
    QTest.keyClick(window.quick, Qt.Key.Key_Enter)  # CR LF
    settle(window)
    window.models.verdict.close()
    for character in "Li":
        QTest.keyClick(window.quick, character)
        QTest.qWait(90)
    assert window.models.walkUp.name == "Li"
    window.models.end_visit()


def test_what_was_dropped_never_takes_a_letters_place(window, kiosk, settle):
    window.models.modes.speak("en")  # in Chinese, letters are the beginning of hanzi
    window.models.navigation.go("walk_up")
    settle(window)
    QTest.sendKeyEvent(
        QTest.KeyAction.Click, window.quick, Qt.Key.Key_A, "\x1d", Qt.KeyboardModifier.NoModifier
    )
    for character in "Li":
        QTest.keyClick(window.quick, character)
        QTest.qWait(90)
    assert window.models.walkUp.name == "Li"
    window.models.end_visit()


def test_a_scanner_that_sends_twice_is_heard_once(window, kiosk, settle, scan, monkeypatch):
    monkeypatch.setattr(debounce, "QUIET_MS", 60_000)  # however busy the machine is
    scan(window, "WELCOME0001")
    scan(window, "WELCOME0001")
    scan(window, "EARLY000001")
    settle(window)
    assert kiosk.calls.of("scan") == [("WELCOME0001",), ("EARLY000001",)]
    window.models.end_visit()


def test_whoever_met_a_fault_is_heard_again_at_once(window, kiosk, settle, scan):
    kiosk.fail("scan")
    scan(window, "WELCOME0001")
    settle(window)
    assert window.models.navigation.page == "out_of_service"
    kiosk.mend()
    scan(window, "WELCOME0001")
    settle(window)
    assert window.models.verdict.verdict == "admit"
    window.models.end_visit()


def test_a_scan_before_the_first_frame_is_heard(application, qt_messages, kiosk, settle, scan):
    window = build_window(still=True)
    window.attach(kiosk)
    scan(window, "WELCOME0001")  # it is not even shown
    settle(window)
    assert kiosk.calls.of("scan") == [("WELCOME0001",)]
    window.close()


def _press(window, text, time_ms):
    """A key press that went down at a time of its own."""
    key = Qt.Key.Key_Return if text == "\r" else Qt.Key.Key_A
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    event.setTimestamp(time_ms)
    QCoreApplication.sendEvent(window.quick, event)


def test_keys_that_wait_for_a_busy_window_are_still_one_scan(window, kiosk, settle):
    """The timer that asks whether a run has ended is heard before them, as after a page was loaded."""
    window.models.navigation.go("walk_up")
    settle(window)

    def come_late():
        for at, each in enumerate("ELCOME0001\r"):
            _press(window, each, 1_005 + 5 * at)

    _press(window, "W", 1_000)
    QTimer.singleShot(56, come_late)  # behind the other timer
    sleep(0.08)  # busy
    settle(window)
    until(lambda: kiosk.calls.of("scan"))
    assert kiosk.calls.of("scan") == [("WELCOME0001",)]
    assert window.models.walkUp.name == ""
    window.models.end_visit()


def test_a_bag_on_the_keyboard_is_nobody(window, settle):
    window.models.navigation.go("help")
    settle(window)
    touched = []
    window.scanners.touched.connect(lambda: touched.append(1))
    for _ in range(40):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", True)
        QCoreApplication.sendEvent(window.quick, event)
    assert touched == []
    assert not window.models.verdict.shown
    QTest.keyClick(window.quick, "a")
    assert touched
    window.models.end_visit()


def _resident_kb():
    gc.collect()
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS:")).split()[1])


@pytest.mark.skipif(sys.platform != "linux", reason="there is no /proc")
def test_keys_that_are_kept_leave_nothing_in_memory():
    """QEvent.clone loses what it makes: 94 bytes a key, five megabytes here."""
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "A")
    event.setTimestamp(1_000)
    kept = scan_filter._copy(event)
    assert (kept.text(), kept.key(), kept.timestamp()) == ("A", Qt.Key.Key_A, 1_000)
    before_kb = _resident_kb()
    for _ in range(50_000):
        scan_filter._copy(event)
    assert _resident_kb() - before_kb < 1_500
    assert "clone()" not in inspect.getsource(scan_filter.ScanFilter)
