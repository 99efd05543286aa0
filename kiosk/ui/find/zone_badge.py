"""A zone's badge: shape, fill and letter, so that no zone is told by its colour alone."""

from __future__ import annotations

from PySide6.QtCore import Property, QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.ui import drawings
from kiosk.ui.find.map_style import MapStyle

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

TRIANGLE_DROP = 0.22
"""A triangle's letter stands that much of half its height below the middle."""
BOLD = 700


def paint_zone_badge(painter: QPainter, style: MapStyle, letter: str, centre: QPointF, half: float) -> None:
    """A zone's badge: its shape in its fill with its letter, `half` pixels from middle to edge."""
    zone = style.zone(letter)
    edge = style.colour("floor") if style.outlined else style.colour("ink")
    size_mm = round(half * 0.8) / style.px_per_mm
    font, metrics = style.font(size_mm, BOLD), style.metrics(size_mm, BOLD)
    _paint(
        painter, zone.shape, (edge, zone.fill, style.colour("onZone")), (font, metrics), letter, centre, half
    )


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


@QmlElement
class ZoneBadge(QQuickPaintedItem):
    """A zone's badge beside a name, as large as the item's shorter side. One item, as a list needs it."""

    letterChanged = Signal()
    styleChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._letter = ""
        self._badge: dict = {}

    def _get_letter(self):
        return self._letter

    def _set_letter(self, letter):
        if letter != self._letter:
            self._letter = letter
            self.letterChanged.emit()
            self.update()

    def _get_badge(self):
        return self._badge

    def _set_badge(self, badge):
        plain = badge.toVariant() if hasattr(badge, "toVariant") else badge
        if plain != self._badge:
            self._badge = dict(plain or {})
            self.styleChanged.emit()
            self.update()

    letter = Property(str, _get_letter, _set_letter, notify=letterChanged)
    badge = Property("QVariantMap", _get_badge, _set_badge, notify=styleChanged)
    """shape, edge, fill, ink and family."""

    def paint(self, painter: QPainter) -> None:
        """Called by the scene graph."""
        if not self._letter or "shape" not in self._badge:
            return
        badge = self._badge
        half = min(self.width(), self.height()) / 2
        font = QFont(str(badge["family"]))
        font.setPixelSize(max(1, round(half * 0.8)))
        font.setWeight(QFont.Weight(BOLD))
        colours = (QColor(badge["edge"]), QColor(badge["fill"]), QColor(badge["ink"]))
        face = (font, QFontMetricsF(font))
        _paint(painter, str(badge["shape"]), colours, face, self._letter, QPointF(half, half), half)
