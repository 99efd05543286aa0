"""The marks on a map that turn with it: the arrow of "you are here", the chevrons of a route."""

from __future__ import annotations

from math import cos, pi, sin, sqrt

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPolygonF


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


def chevron_strokes(at: tuple[float, float], direction: tuple[float, float], size: float) -> list[QLineF]:
    """The same as two lines: many are drawn in one call."""
    reach = size / sqrt(2)
    along_x, along_y = direction[0] * reach / 2, direction[1] * reach / 2
    across_x, across_y = -direction[1] * reach, direction[0] * reach
    (x, y), tip_x, tip_y = at, at[0] + along_x, at[1] + along_y
    return [
        QLineF(x - along_x + across_x, y - along_y + across_y, tip_x, tip_y),
        QLineF(x - along_x - across_x, y - along_y - across_y, tip_x, tip_y),
    ]


def bar(at: QPointF, radius: float) -> QRectF:
    """The level stroke of "no way through" in a round plate."""
    return QRectF(at.x() - radius * 0.62, at.y() - radius * 0.18, radius * 1.24, radius * 0.36)
