"""Icons and shapes: every name that is used can be drawn, and a path is read right."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickPaintedItem

from kiosk.domain import admission_words
from kiosk.domain.floorplan import FacilityKind
from kiosk.domain.printer_trouble import WORDS
from kiosk.pack.search_terms import FACILITY_WORDS
from kiosk.ui import drawings
from kiosk.ui.drawing_items import DrawingPictures
from tests.ui.scenes import SCENES

UI = Path(__file__).parents[2] / "kiosk" / "ui"


@pytest.mark.parametrize("name", sorted(drawings.names()))
def test_every_drawing_leaves_ink(application, name):
    image = QImage(96, 96, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawings.paint(painter, name, QRectF(0, 0, 96, 96), QColor("black"))
    painter.end()
    inked = sum(image.pixelColor(x, y).alpha() > 128 for x in range(96) for y in range(96))
    assert 40 < inked <= 96 * 96


def test_every_kind_of_facility_has_an_icon_and_words():
    assert set(FacilityKind) <= drawings.names()
    assert set(FacilityKind) == set(FACILITY_WORDS)


def test_every_icon_that_pages_name_exists():
    source = "\n".join(path.read_text("utf-8") for path in (UI / "qml").rglob("*.qml"))
    used = set(re.findall(r'\b(?:icon|art|artChosen|artLine|"icon"): *"(\w+)"', source))
    used |= {"way_in", "desk", "clock", "calendar", "register", "wait", "scan", "phone"}  # NextStep.icon
    assert admission_words.NextStep.__doc__ is not None
    used |= {words.icon for words in WORDS.values()}
    assert used - drawings.names() == set()


def test_arc_is_part_of_the_circle():
    half = drawings.path("M0 10A10 10 0 0 1 20 10Z")
    assert half.boundingRect().height() == pytest.approx(10, abs=0.01)
    assert half.contains(QRectF(9, 2, 2, 2))


def test_hole_is_not_filled():
    ring = drawings.path("M0 0H24V24H0ZM6 6H18V18H6Z")
    assert not ring.contains(QRectF(10, 10, 4, 4))


def test_unknown_drawing_is_a_fault(application):
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    with pytest.raises(KeyError):
        drawings.paint(painter, "no such drawing", QRectF(0, 0, 8, 8), QColor("black"))
    painter.end()


def test_a_picture_has_the_asked_size_and_colour(application):
    pictures = DrawingPictures()
    size = QSize()
    image = pictures.requestImage("square/a31a17", size, QSize(20, 30))
    assert (image.width(), image.height(), size) == (20, 30, QSize(20, 30))
    assert image.pixelColor(10, 15).name() == "#a31a17"
    assert image.pixelColor(10, 2).alpha() == 0  # as large as the shorter side, in the middle


def test_what_qml_made_is_let_go_when_it_goes(stage):
    """PySide keeps the Python half of what QML makes; it is to be an empty shell (a map holds much)."""
    stage.play(SCENES["find"])
    shown = next(
        each for each in stage.window.quick.findChildren(QQuickPaintedItem) if "Map" in str(type(each))
    )
    held = vars(shown)
    assert held["_floor_map"] is not None
    del shown
    stage.models.navigation.home()
    stage.rest()
    assert held == {}
