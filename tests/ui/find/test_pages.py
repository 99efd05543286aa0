"""The finding pages in a real window over the fakes; what Qt or QML says fails the test (see qt_messages)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.ui.find.map_item import MapItem
from kiosk.ui.window import Window

SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
PAGES = (
    ("find", ""),
    ("listing", "3"),
    ("listing", "100"),
    ("way", "A003"),
    ("way", "D003"),
    ("programme", ""),
    ("session", "S01"),
    ("season", ""),
)
Settle = Callable[[Window], None]


def map_of(window: Window) -> MapItem:
    found = [each for each in items(window.quick.contentItem()) if isinstance(each, MapItem)]
    assert len(found) == 1
    return found[0]


def items(root: QQuickItem) -> list[QQuickItem]:
    return [root, *(each for child in root.childItems() for each in items(child))]


def texts(window: Window) -> list[str]:
    """Every text that is seen."""
    return [
        each.property("text")
        for each in items(window.quick.contentItem())
        if each.isVisible() and each.inherits("QQuickText") and each.property("text")
    ]


def click(window: Window, place: QPoint) -> None:
    QTest.mouseClick(window.quick, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def click_freely(window: Window, place: QPoint) -> None:
    """A click delivered without Python's lock, which QTest holds: this one loads the keyboard, whose loader
    thread speaks to our message handler; with the lock held both would wait for ever."""
    at, left = QPointF(place), Qt.MouseButton.LeftButton
    for kind, buttons in (
        (QEvent.Type.MouseButtonPress, left),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        event = QMouseEvent(kind, at, at, left, buttons, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.postEvent(window.quick, event)
    for _ in range(5):
        QCoreApplication.processEvents()


def open_page(window: Window, settle: Settle, page: str, argument: str = "") -> None:
    window.models.navigation.open(page, argument)
    settle(window)


@pytest.mark.parametrize("orientation", SIZES)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("page", "argument"), PAGES)
def test_every_page_shows_without_a_warning(
    window: Window, settle: Settle, page: str, argument: str, language: str, orientation: str
) -> None:
    window.quick.resize(*SIZES[orientation])
    window.models.modes.speak(language)
    open_page(window, settle, page, argument)
    picture = window.quick.grabWindow()
    assert (picture.width(), picture.height()) == SIZES[orientation]
    model = window.models.page(page)
    assert model.state == "ready"
    seen = texts(window)
    ids = ("find.", "listing.", "way.", "programme.", "session.", "season.")
    assert not [text for text in seen if text.startswith(ids)]


def test_modes_show_without_a_warning(window: Window, settle: Settle) -> None:
    modes = window.models.modes
    for page, argument in PAGES:
        for toggle in (modes.toggle_large, modes.toggle_contrast, modes.toggle_low):
            toggle()
        open_page(window, settle, page, argument)


def test_no_text_is_cut_at_the_windows_edge(window: Window, settle: Settle) -> None:
    for language in ("zh", "en"):
        window.models.modes.speak(language)
        for page, argument in PAGES:
            open_page(window, settle, page, argument)
            for each in items(window.quick.contentItem()):
                if each.inherits("QQuickText") and each.isVisible():
                    left = each.mapToScene(QPointF(0, 0)).x()
                    assert left >= 0
                    assert left + each.property("contentWidth") <= window.quick.width() + 1, each.property(
                        "text"
                    )


def test_a_touch_on_the_map_chooses_in_the_list(window: Window, settle: Settle) -> None:
    open_page(window, settle, "find")
    item = map_of(window)
    place = item.mapToScene(item.placeOf("B003"))
    click(window, place.toPoint())
    settle(window)
    assert window.models.find.chosen == "B003"
    assert item.chosen == "B003"
    assert "B003" in texts(window)


def test_a_touch_on_the_list_chooses_on_the_map(window: Window, settle: Settle) -> None:
    open_page(window, settle, "find")
    row = next(
        each
        for each in items(window.quick.contentItem())
        if each.inherits("QQuickText") and each.isVisible() and each.property("text") == "A002"
    )
    place = row.mapToScene(QPointF(20, 10)).toPoint()
    click(window, place)
    settle(window)
    assert map_of(window).chosen == "A002"
    click(window, place)
    settle(window)
    assert window.models.navigation.page == "listing"
    assert window.models.listing.number == "A002"


def test_zooming_turning_and_back(window: Window, settle: Settle) -> None:
    open_page(window, settle, "find")
    item = map_of(window)
    assert item.zoom == pytest.approx(1.0)
    item.zoomStep(True)
    assert item.zoom == pytest.approx(1.6)
    for _ in range(9):
        item.zoomStep(True)
    assert item.zoom == pytest.approx(8.0)
    item.showMe()
    assert item.zoom == pytest.approx(1.0)
    upright = item.placeOf("A001")
    item.settle(2.0, 0.0, 0.0, 0.0, 0.0)
    item.bringIn("A001")
    inside = item.placeOf("A001")
    assert 0 < inside.x() < item.width()
    assert 0 < inside.y() < item.height()
    item.showMe()
    assert item.placeOf("A001") == upright
    assert item.placeOf("E001") == QPointF(-1, -1)


def test_a_drag_moves_the_map_and_chooses_nothing(window: Window, settle: Settle) -> None:
    open_page(window, settle, "find")
    item = map_of(window)
    item.zoomStep(True)
    before = item.placeOf("B003")
    start = item.mapToScene(before).toPoint()
    QTest.mousePress(window.quick, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, 9):
        QTest.mouseMove(window.quick, start + QPoint(15 * step, 0), 5)
    QTest.mouseRelease(
        window.quick, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start + QPoint(120, 0)
    )
    settle(window)
    assert item.mapToScene(item.placeOf("B003")).x() == pytest.approx(start.x() + 120, abs=20)
    assert window.models.find.chosen == ""


def test_the_level_switch_shows_the_other_hall(window: Window, settle: Settle) -> None:
    open_page(window, settle, "find")
    assert map_of(window).hasMe
    window.models.find.showLevel("2")
    settle(window)
    assert map_of(window).level == "2"
    assert not map_of(window).hasMe


def test_the_language_switches_at_once(window: Window, settle: Settle) -> None:
    open_page(window, settle, "find")
    assert "找展位" in texts(window)
    window.models.modes.toggle_language()
    settle(window)
    assert "Find a stall" in texts(window)
    assert "Sample employer 1" in texts(window)


def test_nothing_found_and_not_loaded_are_two_pages(window: Window, settle: Settle, kiosk) -> None:
    open_page(window, settle, "find")
    window.models.find.search("海上风电")
    settle(window)
    assert "没有写“海上风电”的展位" in texts(window)
    kiosk.fail("directory.find")
    window.models.find.search("风")
    settle(window)
    assert "展位表没有读出来" in texts(window)
    assert not [text for text in texts(window) if text.startswith("没有写")]
    kiosk.mend()
    window.models.find.again()
    settle(window)
    assert window.models.find.state in ("ready", "none")


def test_home_forgets_the_search(window: Window, settle: Settle) -> None:
    open_page(window, settle, "find")
    window.models.find.search("京华")
    settle(window)
    window.models.end_visit()
    settle(window)
    open_page(window, settle, "find")
    assert window.models.find.text == ""
    assert "京华" not in texts(window)
    assert isinstance(window.models.find, QObject)


def test_the_keyboard_crops_the_map_and_goes_with_a_choice(window: Window, settle: Settle) -> None:
    open_page(window, settle, "find")
    item = map_of(window)
    height, scale = item.height(), item.placeOf("A002").x()
    field = next(each for each in items(window.quick.contentItem()) if each.inherits("QQuickTextInput"))
    click_freely(window, field.mapToScene(QPointF(5, 5)).toPoint())
    settle(window)
    page_height = item.parentItem().parentItem().height()
    assert page_height < height
    assert (item.height(), item.placeOf("A002").x()) == (height, scale)
    row = next(each for each in items(window.quick.contentItem()) if each.property("text") == "A002")
    click(window, row.mapToScene(QPointF(20, 10)).toPoint())
    settle(window)
    assert item.parentItem().parentItem().height() == height
    assert window.models.find.chosen == "A002"


def test_enter_ends_typing_but_never_in_the_middle_of_a_word(window: Window, settle: Settle) -> None:
    """Enter takes over what the input method holds; only the next one sends it off."""
    open_page(window, settle, "find")
    field = next(each for each in items(window.quick.contentItem()) if each.inherits("QQuickTextInput"))
    field.forceActiveFocus()
    for half_word, typing in (("haishang", True), ("", False)):
        QCoreApplication.sendEvent(field, QInputMethodEvent(half_word, []))
        settle(window)
        assert window.models.find.text == half_word
        QTest.qWait(30)  # an Enter right behind another is a scanner's
        QTest.keyClick(window.quick, Qt.Key.Key_Return)
        settle(window)
        assert field.hasActiveFocus() is typing
