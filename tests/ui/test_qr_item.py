"""A QR in the window: what is painted is the symbol, module by module, and a reader reads it."""

from __future__ import annotations

import threading

import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.badges.qr import QUIET_MODULES, text_matrix
from kiosk.ui import qr_item
from kiosk.ui.qr_item import QrItem
from tests.ui.stage import Stage, until

LINK = "https://jobs.example.cn/apply?id=20261128&from=bj"
SIDE = 148
PLACE = (40, 300)


@pytest.fixture
def item(stage: Stage) -> QrItem:
    """One that lies over the page, `SIDE` px wide and high."""
    made = QrItem()
    made.setParentItem(stage.window.quick.contentItem())
    made.setX(PLACE[0])
    made.setY(PLACE[1])
    made.setWidth(SIDE)
    made.setHeight(SIDE)
    made.setZ(1000)
    made.setProperty("leastPx", 2)
    made.setProperty("models", stage.models)
    return made


def shown(stage: Stage) -> QImage:
    """What the screen shows where the item lies."""
    stage.rest()
    return stage.window.quick.grabWindow().copy(*PLACE, SIDE, SIDE)


def grey(picture: QImage) -> np.ndarray:
    picture = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return rows[:, : picture.width()].copy()


@pytest.mark.parametrize("mode", ["plain", "contrast"])
def test_every_module_is_whole_pixels_of_black_or_white(stage: Stage, item: QrItem, mode: str) -> None:
    stage.look(mode=mode)
    item.setProperty("text", LINK)
    pixels = grey(shown(stage))
    matrix = np.array(text_matrix(LINK))
    module = item.modulePx
    assert module == SIDE // (len(matrix) + 2 * QUIET_MODULES)
    start = (SIDE - len(matrix) * module) // 2
    inner = slice(start, start + len(matrix) * module)
    assert set(np.unique(pixels)) == {0, 255}
    assert (pixels[inner, inner] == np.kron(np.where(matrix, 0, 255), np.ones((module, module)))).all()
    outside = pixels.copy()
    outside[inner, inner] = 255
    assert (outside == 255).all()
    assert start >= QUIET_MODULES * module
    assert [each.text for each in zxingcpp.read_barcodes(pixels)] == [LINK]


def test_it_is_made_on_a_worker(stage: Stage, item: QrItem, monkeypatch) -> None:
    threads = []

    def noted(text: str):
        threads.append(threading.current_thread().name)
        return text_matrix(text)

    monkeypatch.setattr(qr_item, "symbol", noted)
    item.setProperty("text", LINK)
    assert (item.fits, item.drawn) == (True, False)
    stage.rest()
    assert (item.fits, item.drawn) == (True, True)
    assert [each.partition("_")[0] for each in threads] == ["drawing"]


def test_an_answer_for_an_older_text_is_not_shown(stage: Stage, item: QrItem, monkeypatch) -> None:
    asked, let_go = threading.Event(), threading.Event()

    def slow(text: str):
        if text != LINK:
            asked.set()
            assert let_go.wait(10)
        return text_matrix(text)

    monkeypatch.setattr(qr_item, "symbol", slow)
    for text in (LINK, "第 3 馆 A012·林知远"):
        item.setProperty("text", text)
    until(asked.is_set)
    assert not item.drawn
    let_go.set()
    assert [each.text for each in zxingcpp.read_barcodes(grey(shown(stage)))] == ["第 3 馆 A012·林知远"]


@pytest.mark.parametrize("text", ["", "京" * 400, "京" * 800])
def test_what_does_not_fit_is_not_painted(stage: Stage, item: QrItem, text: str) -> None:
    bare = shown(stage)
    item.setProperty("text", LINK)
    stage.rest()
    item.setProperty("text", text)
    assert shown(stage) == bare
    assert (item.fits, item.drawn) == (False, False)


def test_modules_too_small_for_a_phone_do_not_fit(stage: Stage, item: QrItem) -> None:
    item.setProperty("text", LINK)
    stage.rest()
    assert item.drawn
    item.setProperty("leastPx", item.modulePx + 1)
    assert not item.fits
    item.setWidth(2 * SIDE)
    item.setHeight(2 * SIDE)
    assert item.fits


def test_one_that_is_gone_takes_no_answer(stage: Stage, item: QrItem, monkeypatch) -> None:
    let_go = threading.Event()
    monkeypatch.setattr(qr_item, "symbol", lambda text: let_go.wait(10) and text_matrix(text))
    item.setProperty("text", LINK)
    item.deleteLater()
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    let_go.set()
    assert 0 not in grey(shown(stage))
    assert stage.models.navigation.page == "home"  # no fault
