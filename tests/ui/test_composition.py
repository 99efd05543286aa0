"""Half a word on the keyboard: Enter takes it over and never sends anything off, in every field for words.

The keys on the screen are touched; a keyboard beside it is what Qt's input context makes of its keys on X11
and Wayland: what is half typed is taken over, then the key comes (tests/ui/real_keys.py has the real thing).
"""

import gc
import re

import pytest
from PySide6.QtCore import SIGNAL, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.ui import resources
from kiosk.ui.window import build_window
from tests.fakes.services import FakeKiosk
from tests.ui.scenes import SCENES
from tests.ui.stage import SIZES, Stage, until

FIELDS = ("find", "walk_up name", "walk_up school", "check_in name", "staff search start", "staff places",
          "staff layouts")  # fmt: skip
"""Scenes with a field for words: all that there are (`test_no_field_is_forgotten`)."""
HELD_MS = 120
"""Longer than a key may be held for a scan."""


@pytest.fixture(scope="module")
def stage(application):
    window = build_window(still=True)
    window.show(*SIZES["portrait"])
    kiosk = FakeKiosk()
    window.attach(kiosk)
    staged = Stage(window, kiosk)
    staged.rest()
    yield staged
    kiosk.restore()
    window.close()
    gc.collect()


def kind_of(item) -> str:
    return item.metaObject().className()


def middle_of(item) -> QPoint:
    return item.mapToScene(item.boundingRect().center()).toPoint()


class Typing:
    """A scene's field with the keyboard on the screen, and how often it was sent off."""

    def __init__(self, stage: Stage, scene: str) -> None:
        self.stage, self.window = stage, stage.window.quick
        stage.clear()
        stage.play(SCENES[scene])
        self.input = next(each for each in self.items() if each.inherits("QQuickTextInput"))
        self.entry = self.input.parentItem()
        self.sent = 0
        QObject.connect(self.entry, SIGNAL("accepted()"), self._sent)
        self.entry.metaObject().invokeMethod(self.entry, "open")
        until(lambda: QGuiApplication.inputMethod().isVisible())
        self.entry.metaObject().invokeMethod(self.entry, "clear")
        until(lambda: self.key(Qt.Key.Key_L) is not None)

    def _sent(self) -> None:
        self.sent += 1

    def items(self):
        waiting = [self.window.contentItem()]
        while waiting:
            item = waiting.pop()
            if item.isVisible():
                yield item
                waiting += item.childItems()

    def key(self, key):
        """A key of the keyboard on the screen."""
        for item in self.items():
            if "Key" in kind_of(item) and item.property("key") == key and item.width():
                return item
        return None

    def touch(self, key) -> None:
        item = self.key(key)
        self.click(middle_of(item))

    def click(self, middle: QPoint) -> None:
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        QGuiApplication.processEvents()

    def half_type(self) -> None:
        """li, of which no hanzi has been chosen."""
        self.touch(Qt.Key.Key_L)
        self.touch(Qt.Key.Key_I)
        until(lambda: self.half == "li")

    def press(self, key) -> None:
        """A key of a keyboard beside the screen, as Qt's input context lets it through."""
        QGuiApplication.inputMethod().commit()
        QTest.keyClick(self.window, key)
        QTest.qWait(HELD_MS)

    @property
    def half(self) -> str:
        return self.input.property("preeditText")

    @property
    def text(self) -> str:
        return self.input.property("text")

    @property
    def where(self):
        """What would change if something were sent off."""
        models = self.stage.models
        staff = models.staff
        return (
            *(models.navigation.page, models.navigation.argument, models.walkUp.question),
            *(models.page("check_in").state, staff.view),
        )


@pytest.fixture(params=FIELDS)
def typing(request, stage, qt_messages):
    yield Typing(stage, request.param)
    stage.models.end_visit()


def test_enter_on_the_screen_takes_the_letters_over(typing):
    typing.half_type()
    before = typing.where
    typing.touch(Qt.Key.Key_Return)
    until(lambda: typing.half == "")
    assert typing.text != ""
    assert (typing.sent, typing.where) == (0, before)


def test_enter_of_a_keyboard_takes_the_word_over(typing):
    typing.half_type()
    before = typing.where
    typing.press(Qt.Key.Key_Return)
    assert typing.half == ""
    assert (typing.sent, typing.where) == (0, before)
    typing.half_type()
    typing.press(Qt.Key.Key_Enter)
    assert (typing.sent, typing.where) == (0, before)
    typing.press(Qt.Key.Key_Enter)
    assert typing.sent == 1  # with no word half typed it is meant


@pytest.fixture
def name(stage, qt_messages):
    yield Typing(stage, "walk_up name")
    stage.models.modes.speak("zh")
    stage.models.end_visit()


def test_space_takes_a_hanzi_and_backspace_a_letter(name):
    name.half_type()
    name.touch(Qt.Key.Key_Backspace)
    until(lambda: name.half == "l")
    name.touch(Qt.Key.Key_I)
    until(lambda: name.half == "li")
    name.touch(Qt.Key.Key_Space)
    until(lambda: name.half == "")
    assert "\u4e00" <= name.text <= "\u9fff"
    assert name.sent == 0


def test_escape_leads_nowhere(name):
    name.half_type()
    before = name.where
    name.press(Qt.Key.Key_Escape)
    assert (name.half, name.sent, name.where) == ("", 0, before)


@pytest.mark.parametrize("leave", ["language", "page"])
def test_what_is_half_typed_goes_with_its_language_and_its_page(name, leave):
    name.half_type()
    models = name.stage.models
    if leave == "language":
        models.modes.toggle_language()
    else:
        models.navigation.go("help")
    name.stage.rest()
    fields = [each for each in name.items() if each.inherits("QQuickTextInput")]
    assert [each.property("displayText") for each in fields] == ([] if leave == "page" else [""])
    assert models.walkUp.name == ""
    assert name.sent == 0


def test_the_keyboards_own_language_key_takes_over_and_lasts_no_longer_than_its_field(name):
    name.half_type()
    name.click(middle_of(next(each for each in name.items() if "ChangeLanguageKey" in kind_of(each))))
    until(lambda: name.half == "")
    assert name.sent == 0
    name.stage.models.end_visit()
    name.stage.rest()
    Typing(name.stage, "walk_up name").half_type()  # the next visitor's Pinyin


def test_a_scan_in_the_middle_of_a_word_goes_to_the_gate(name):
    name.half_type()
    QGuiApplication.inputMethod().commit()
    for each in "WELCOME0001":
        QTest.keyClick(name.window, each)
    QTest.keyClick(name.window, Qt.Key.Key_Return)
    until(lambda: name.stage.models.verdict.shown)
    fields = [each for each in name.items() if each.inherits("QQuickTextInput")]
    assert [each for each in fields if re.search("[A-Z0-9]", each.property("displayText"))] == []
    assert name.sent == 0


def test_no_field_is_forgotten():
    """Every TextEntry of the pages is tried here."""
    pages = {path.stem: path.read_text("utf-8") for path in resources.QML.rglob("*.qml")}
    fields = [page for page, text in pages.items() for _ in re.findall(r"^ +TextEntry \{", text, re.M)]
    fields.remove("EntrySection")  # the gallery's
    assert sorted(fields) == [
        *("CheckInPage", "FindPage", "FloorView", "PeopleView", "PrinterLayoutsView", "SchoolEntry"),
        "WalkUpPage",
    ]
    assert len(fields) == len(FIELDS)
