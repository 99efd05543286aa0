"""The six zone shapes and the map's facility drawings; sharp corners, one painter for all of them."""

from __future__ import annotations

from math import cos, pi, sin, sqrt

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

_CORNERS = {"triangle": (3, 0.0), "diamond": (4, 0.0), "pentagon": (5, 0.0), "hexagon": (6, pi / 2)}
"""Number of corners, and the angle that the first is turned from straight up."""
_RADIUS = {"circle": 0.86, "square": 0.76, "triangle": 1.1, "diamond": 1.0, "pentagon": 0.98, "hexagon": 0.98}
"""Of half the box, so that all shapes look equally large."""


def zone_shape(shape: str, centre: QPointF, half: float) -> QPainterPath:
    """The outline of a zone's badge inside the square of `half` pixels round `centre`."""
    radius = half * _RADIUS.get(shape, 0.86)
    path = QPainterPath()
    if shape == "square":
        path.addRect(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius))
    elif shape in _CORNERS:
        count, turn = _CORNERS[shape]
        drop = radius * 0.16 if shape == "triangle" else 0.0
        points = [
            QPointF(
                centre.x() + radius * sin(turn + 2 * pi * index / count),
                centre.y() + drop - radius * cos(turn + 2 * pi * index / count),
            )
            for index in range(count)
        ]
        path.addPolygon(QPolygonF([*points, points[0]]))
        path.closeSubpath()
    else:
        path.addEllipse(centre, radius, radius)
    return path


def letter_drop(shape: str, half: float) -> float:
    """How far below the badge's middle its letter stands, in pixels."""
    return half * (0.22 if shape == "triangle" else 0.04 if shape == "pentagon" else 0.0)


def arrow(centre: QPointF, radius: float, bearing_deg: float) -> QPolygonF:
    """The arrow of "you are here", pointing `bearing_deg` clockwise from straight up."""
    turn = bearing_deg * pi / 180
    corners = ((0.0, -0.62), (0.45, 0.45), (0.0, 0.2), (-0.45, 0.45))
    return QPolygonF(
        [
            QPointF(
                centre.x() + radius * (x * cos(turn) - y * sin(turn)),
                centre.y() + radius * (x * sin(turn) + y * cos(turn)),
            )
            for x, y in corners
        ]
    )


def chevron(at: QPointF, direction: tuple[float, float], size: float) -> QPolygonF:
    """Two strokes that point along `direction`, `size` pixels from tip to tail."""
    along, across = direction, (-direction[1], direction[0])
    reach = size / sqrt(2)
    tail = QPointF(at.x() - along[0] * reach / 2, at.y() - along[1] * reach / 2)
    tip = QPointF(at.x() + along[0] * reach / 2, at.y() + along[1] * reach / 2)
    side = QPointF(across[0] * reach, across[1] * reach)
    return QPolygonF([tail + side, tip, tail - side])
