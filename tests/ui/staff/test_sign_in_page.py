"""The PIN page in a window: digits from a keyboard, scans that are scans, and digits that stand nowhere."""

import pytest
from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from shiboken6 import Shiboken

PIN = "73915"


@pytest.fixture
def page(window, settle):
    """The PIN page stands."""
    window.models.navigation.go("staff")
    settle(window)
    yield window
    window.models.end_visit()


def until(holds):
    """Let the window work until something holds."""
    deadline = QDeadlineTimer(3000)
    while not holds():
        assert not deadline.hasExpired()
        QTest.qWait(1)


def press(window, *keys):
    """Keys, each so slowly as a person presses them."""
    staff = window.models.staff
    for key in keys:
        before = staff.pinLength
        QTest.keyClick(window.quick, key)
        until(lambda before=before: staff.pinLength != before or staff.checking)


def items(window):
    waiting = [window.quick.contentItem()]
    while waiting:
        item = waiting.pop()
        yield item
        waiting += item.childItems()


def heard(item):
    """What a screen reader says of an item."""
    interface = QAccessible.queryAccessibleInterface(item)
    if interface is None:
        return ""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
    return " ".join(interface.text(kind) for kind in kinds)


def shown(window):
    """Every text that an item holds or is heard as."""
    found = []
    for item in items(window):
        meta = item.metaObject()
        names = {meta.property(at).name() for at in range(meta.propertyCount())}
        Shiboken.invalidate(meta)  # its address may be taken by an item
        found += [str(item.property(name)) for name in names & {"text", "displayText", "name"}]
        found.append(heard(item))
    return found


def test_digits_of_a_keyboard_are_digits_of_the_pad(page, settle):
    staff = page.models.staff
    press(page, *"24", Qt.Key.Key_Backspace, *"468")
    assert staff.pinLength == 4
    QTest.keyClick(page.quick, Qt.Key.Key_Return)
    until(lambda: staff.signed_in)


def test_a_scan_here_is_a_scan_and_no_pin(page, kiosk, settle, scan):
    scan(page, "24682468")
    settle(page)
    assert page.models.staff.pinLength == 0
    assert kiosk.calls.of("scan") == [("24682468",)]
    assert kiosk.calls.of("sign_in") == []


def test_the_digits_stand_nowhere_and_are_heard_nowhere(page, settle):
    press(page, *PIN)
    settle(page)
    said = shown(page)
    assert any("已输入 5 位" in text for text in said), "it can be heard how many there are"
    assert not [text for text in said if PIN in text or PIN[:3] in text]


def test_after_the_check_no_model_holds_them(page, kiosk, settle):
    press(page, *PIN, Qt.Key.Key_Return)
    settle(page)
    assert page.models.staff.refused
    assert PIN not in repr(vars(page.models.staff))
    assert PIN not in repr(kiosk.calls.made)


def test_a_scan_is_decided_while_a_pin_is_being_checked(page, kiosk, settle, scan):
    """Whatever a hash takes, it is another worker's."""
    kiosk.hold("find_pin")
    press(page, *PIN)
    QTest.keyClick(page.quick, Qt.Key.Key_Return)
    until(lambda: kiosk.calls.holding)
    scan(page, "WELCOME0001")
    until(lambda: page.models.verdict.shown and kiosk.calls.of("scan"))
    assert page.models.verdict.verdict == "admit"
    assert kiosk.calls.holding, "the PIN is still being checked"
    kiosk.mend()
    settle(page)
