"""A zone's badge: shape, fill and letter, so that no zone is told by its colour alone."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider

from kiosk.ui import drawings
from kiosk.ui.find.map_style import MapStyle
from kiosk.ui.fonts import FAMILY

PROVIDER = "zones"
PICTURES_KEPT = 256
TRIANGLE_DROP = 0.22
"""A triangle's letter stands that much of half its height below the middle."""
BOLD = 700


def paint_zone_badge(painter: QPainter, style: MapStyle, letter: str, centre: QPointF, half: float) -> None:
    """A zone's badge: its shape in its fill with its letter, `half` pixels from middle to edge."""
    zone = style.zone(letter)
    edge = style.colour("floor") if style.outlined else style.colour("ink")
    colours = tuple(colour.name()[1:] for colour in (edge, zone.fill, style.colour("onZone")))
    badge = picture(letter, zone.shape, colours, round(half * 2))
    painter.drawImage(QPointF(round(centre.x() - half), round(centre.y() - half)), badge)


def _paint(
    painter: QPainter,
    shape: str,
    colours: tuple[QColor, QColor, QColor],
    face: tuple[QFont, QFontMetricsF],
    letter: str,
    centre: QPointF,
    half: float,
) -> None:
    edge, fill, ink = colours
    font, metrics = face
    box = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
    line = max(1.0, half / 14)
    drawings.paint(painter, shape, box, edge)
    drawings.paint(painter, shape, box.adjusted(line, line, -line, -line), fill)
    painter.setFont(font)
    painter.setPen(ink)
    middle = centre.y() + (half * TRIANGLE_DROP if shape == "triangle" else 0.0)
    left = centre.x() - metrics.horizontalAdvance(letter) / 2
    painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), letter)


class ZonePictures(QQuickImageProvider):
    """`image://zones/LETTER/SHAPE/EDGE/FILL/INK`: a zone's badge in colours as RRGGBB, for lists."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, wanted: str, size: QSize, asked: QSize) -> QImage:
        """Called by QML; as large as the asked picture's shorter side."""
        letter, shape, *colours = wanted.split("/")
        size.setWidth(asked.width())
        size.setHeight(asked.height())
        return picture(letter, shape, tuple(colours), min(asked.width(), asked.height()))


@lru_cache(maxsize=PICTURES_KEPT)
def picture(letter: str, shape: str, colours: tuple[str, ...], side: int) -> QImage:
    """A badge on nothing, `side` px wide and high."""
    image = QImage(max(1, side), max(1, side), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    edge, fill, ink = (QColor(f"#{colour}") for colour in colours)
    font = QFont(FAMILY)
    font.setPixelSize(max(1, round(side * 0.4)))
    font.setWeight(QFont.Weight(BOLD))
    painter = QPainter(image)
    half = side / 2
    _paint(painter, shape, (edge, fill, ink), (font, QFontMetricsF(font)), letter, QPointF(half, half), half)
    painter.end()
    return image
