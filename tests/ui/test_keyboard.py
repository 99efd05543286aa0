"""The keyboard on the screen: pinyin becomes hanzi, and it goes when its page goes."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.stage import until

KEYS_PX = {
    "l": (949, 1585),
    "i": (808, 1499),
    "first candidate": (31, 1420),
    "done": (973, 1761),
    "next": (676, 1322),
}
"""Middles of keys on a portrait screen of 1080 x 1920."""


def candidates(window):
    """What the row above the keys offers, as it stands there."""
    found, waiting = [], [window.quick.contentItem()]
    while waiting:
        item = waiting.pop()
        word = item.property("display")
        if isinstance(word, str) and item.isVisible():
            found.append(word)
        waiting += item.childItems()
    return found


def touch(window, key):
    if key == "first candidate":
        until(lambda: candidates(window))  # its dictionary is read by a thread of its own
    middle = QPoint(*KEYS_PX[key])
    QTest.mouseClick(window.quick, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    QTest.qWait(60)


def hand_to_field(window):
    """Touch the first field for words, and wait for its keyboard."""
    waiting = [window.quick.contentItem()]
    while not waiting[0].inherits("QQuickTextInput"):
        waiting = [*waiting[1:], *(each for each in waiting[0].childItems() if each.isVisible())]
    where = waiting[0].mapToScene(QPointF(20, 20)).toPoint()
    QTest.mouseClick(window.quick, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    until(lambda: QGuiApplication.inputMethod().isVisible())
    QTest.qWait(100)


def test_pinyin_is_typed_into_the_name(window, settle):
    window.models.navigation.go("walk_up")
    settle(window)
    until(lambda: QGuiApplication.inputMethod().isVisible())
    QTest.qWait(100)
    for key in ("l", "i"):
        touch(window, key)
    assert window.models.walkUp.name == ""  # not taken over yet
    touch(window, "first candidate")
    until(lambda: window.models.walkUp.name)
    assert len(window.models.walkUp.name) == 1
    assert "\u4e00" <= window.models.walkUp.name <= "\u9fff"
    touch(window, "done")
    until(lambda: window.models.walkUp.question == "degree")
    window.models.end_visit()


def test_half_a_syllable_is_no_answer(window, settle):
    window.models.navigation.go("walk_up")
    settle(window)
    until(lambda: QGuiApplication.inputMethod().isVisible())
    QTest.qWait(100)
    for key in ("l", "i", "first candidate", "l", "next"):
        touch(window, key)
    assert window.models.walkUp.question == "name"
    window.models.end_visit()


def test_half_a_syllable_finds_already(window, settle):
    """Before a hanzi is chosen the letters of its pinyin are searched for; what is emptied stays empty."""
    window.models.navigation.go("find")
    settle(window)
    hand_to_field(window)
    for key in ("l", "i"):
        touch(window, key)
    until(lambda: window.models.find.text == "li")
    window.models.find.clear()
    settle(window)
    assert window.models.find.text == ""
    touch(window, "l")
    until(lambda: window.models.find.text == "l")
    window.models.end_visit()
