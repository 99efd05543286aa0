"""A zone's badge: shape, fill and letter, so that no zone is told by its colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kiosk.ui import drawings
from kiosk.ui.find.map_style import MapStyle

TRIANGLE_DROP = 0.22
"""A triangle's letter stands that much of half its height below the middle."""


def paint_zone_badge(painter: QPainter, style: MapStyle, letter: str, centre: QPointF, half: float) -> None:
    """A zone's badge: its shape in its fill with its letter, `half` pixels from middle to edge."""
    zone = style.zone(letter)
    edge = style.colour("floor") if style.outlined else style.colour("ink")
    box = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
    line = max(1.0, half / 14)
    drawings.paint(painter, zone.shape, box, edge)
    drawings.paint(painter, zone.shape, box.adjusted(line, line, -line, -line), zone.fill)
    size_mm = round(half * 0.8) / style.px_per_mm
    metrics = style.metrics(size_mm, 700)
    painter.setFont(style.font(size_mm, 700))
    painter.setPen(style.colour("onZone"))
    middle = centre.y() + (half * TRIANGLE_DROP if zone.shape == "triangle" else 0.0)
    left = centre.x() - metrics.horizontalAdvance(letter) / 2
    painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), letter)
