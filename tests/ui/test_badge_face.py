"""The preview in the window: painted from the marks, once a worker has made its code."""

from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import Property, QEvent, QObject, QRectF, QUrl, Signal
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtQml import QQmlComponent

from kiosk.badges.marks import Composition
from kiosk.ui import badge_face
from kiosk.ui.badge_face import BadgeItem
from kiosk.ui.badge_painting import paint
from tests.fakes.compositions import TOKEN, card, label
from tests.ui.stage import Stage

WIDTH, HEIGHT = 525, 740
PLACE = (40, 300)


@pytest.fixture
def item(stage: Stage) -> BadgeItem:
    """One that lies over the page, five pixels a millimetre of an A6."""
    made = BadgeItem()
    made.setParentItem(stage.window.quick.contentItem())
    made.setX(PLACE[0])
    made.setY(PLACE[1])
    made.setWidth(WIDTH)
    made.setHeight(HEIGHT)
    made.setZ(1000)
    made.setProperty("models", stage.models)
    return made


def shown(stage: Stage) -> QImage:
    """What the screen shows where the item lies."""
    stage.rest()
    return stage.window.quick.grabWindow().copy(*PLACE, WIDTH, HEIGHT)


def grey(picture: QImage) -> np.ndarray:
    picture = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return rows[:, : picture.width()].copy()


def test_a_badge_is_shown_and_its_code_reads(stage: Stage, item: BadgeItem) -> None:
    item.composition = card("欧阳明澈")
    picture = shown(stage)
    assert item.drawn
    assert item.aspect == pytest.approx(105 / 148)
    assert picture.pixelColor(20, 20) == QColor("#AFDDFB")
    assert picture.pixelColor(20, 300).lightness() > 250
    assert [each.text for each in zxingcpp.read_barcodes(grey(picture))] == [TOKEN]
    name = grey(picture)[220:340, 30:500]
    assert 0.1 < (name < 128).mean() < 0.5


def test_a_line_goes_round_the_card_on_whole_pixels(stage: Stage, item: BadgeItem) -> None:
    item.setProperty("edge", QColor("#FF0000"))
    item.setProperty("edgePx", 2)
    item.setWidth(WIDTH - 0.4)
    item.composition = card(fill="#0000FF")
    picture = shown(stage)
    row = [picture.pixelColor(x, 20).name() for x in range(WIDTH)]
    first, last = row.index("#0000ff"), WIDTH - 1 - row[::-1].index("#0000ff")
    assert row[first - 2 : first] == row[last + 1 : last + 3] == ["#ff0000"] * 2
    assert set(row[first : last + 1]) <= {"#0000ff"}
    column = [picture.pixelColor(first + 5, y).name() for y in range(HEIGHT)]
    assert column.count("#ff0000") == 4


def test_another_badge_takes_its_place_and_none_leaves_the_page(stage: Stage, item: BadgeItem) -> None:
    bare = shown(stage)
    item.composition = card()
    first = shown(stage)
    item.composition = label()
    second = shown(stage)
    assert first != second != bare
    assert item.aspect == pytest.approx(62 / 40)
    item.composition = None
    assert shown(stage) == bare
    assert (item.drawn, item.aspect) == (False, 0)


def test_its_code_is_made_on_a_worker(stage: Stage, item: BadgeItem, monkeypatch) -> None:
    threads = []
    make = badge_face._make_codes

    def noted(composition: Composition) -> None:
        threads.append(threading.current_thread().name.partition("_")[0])
        make(composition)

    monkeypatch.setattr(badge_face, "_make_codes", noted)
    item.composition = card()
    assert not item.drawn
    stage.rest()
    assert item.drawn
    assert threads == ["drawing"]


def test_one_that_is_gone_takes_no_answer(stage: Stage, item: BadgeItem, monkeypatch) -> None:
    let_go = threading.Event()
    monkeypatch.setattr(badge_face, "_make_codes", lambda _composition: let_go.wait(10))
    item.composition = card()
    item.deleteLater()
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    let_go.set()
    stage.rest()
    assert stage.models.navigation.page == "home"  # no fault


def test_a_character_without_its_advance_is_a_fault_and_not_left_out(application) -> None:
    [name, *rest] = label().own
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        with pytest.raises(ValueError, match="shorter"):
            paint(
                painter, replace(label(), own=(replace(name, advances_em=()), *rest)), QRectF(0, 0, 100, 100)
            )
    finally:
        painter.end()


class View(QObject):
    """A view-model that hands a composition on, as a page's does."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._face: Composition | None = None

    def show(self, composition: Composition | None) -> None:
        self._face = composition
        self.changed.emit()

    @Property("QVariant", notify=changed)
    def face(self):
        return self._face


def test_a_page_hands_a_view_models_composition_on(stage: Stage) -> None:
    view = View()
    component = QQmlComponent(stage.window._engine)
    page = b"""
import QtQuick
import Kiosk
import Kiosk.Models

BadgeFace {
    required property QtObject view

    composition: view.face
    name: "badge"
    x: 40; y: 300; z: 1000
    width: 525; height: 740
}
"""
    component.setData(page, QUrl())
    made = component.createWithInitialProperties({"view": view, "models": stage.models})
    assert component.errors() == []
    made.setParentItem(stage.window.quick.contentItem())
    bare = shown(stage)
    view.show(card())
    assert [each.text for each in zxingcpp.read_barcodes(grey(shown(stage)))] == [TOKEN]
    assert made.property("drawn")
    view.show(None)
    assert shown(stage) == bare
    made.deleteLater()
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # before its view goes
