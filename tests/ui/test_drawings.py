"""Icons and shapes: every name that is used can be drawn, and a path is read right."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.domain import admission_words
from kiosk.ui import drawings

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


def test_every_icon_that_pages_name_exists():
    source = "\n".join(path.read_text("utf-8") for path in (UI / "qml").rglob("*.qml"))
    used = set(re.findall(r'\b(?:icon|art|artChosen|artLine|"icon"): *"(\w+)"', source))
    used |= {"way_in", "desk", "clock", "calendar", "register", "wait", "scan", "phone"}  # NextStep.icon
    assert admission_words.NextStep.__doc__ is not None
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
