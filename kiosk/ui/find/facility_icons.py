"""Small drawings of facilities for the map: lines on a grid of 24, stroke 2, square caps (tokens.toml [icon])."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from kiosk.domain.floorplan import FacilityKind

ICON_OF_KIND = {
    FacilityKind.TOILET: "toilet",
    FacilityKind.ACCESSIBLE_TOILET: "accessible",
    FacilityKind.LIFT: "lift",
    FacilityKind.STAIRS: "stairs",
    FacilityKind.REST: "rest",
    FacilityKind.INFORMATION: "information",
    FacilityKind.COFFEE: "coffee",
    FacilityKind.EXIT: "exit",
    FacilityKind.DESK: "desk",
    FacilityKind.ROOM: "room",
}

_GRID = 24

_DRAWINGS: dict[str, str] = {
    "toilet": "O 7 5 2 L 7 9 7 15 L 4 10 10 10 L 5 15 5 21 L 9 15 9 21 O 17 5 2 L 17 8 13 16 21 16 17 8 L 16 16 16 21 L 18 16 18 21 L 12 3 12 21",
    "accessible": "O 10 4 2 L 10 8 10 14 16 14 18 20 20 20 L 10 10 15 10 A 10 16 5.5 60 250",
    "lift": "L 4 3 20 3 20 21 4 21 4 3 L 12 3 12 21 L 6 11 8 8 10 11 L 14 12 16 15 18 12",
    "stairs": "L 3 20 8 20 8 15 13 15 13 10 18 10 18 5 22 5",
    "rest": "O 12 6 3 L 6 14 18 14 L 4 11 4 20 L 20 11 20 20 L 4 17 20 17",
    "information": "O 12 12 9 L 12 11 12 17 L 12 7 12 7.5",
    "coffee": "L 4 9 16 9 16 18 6 18 4 16 4 9 L 16 11 20 11 20 15 16 15 L 8 3 8 6 L 12 3 12 6",
    "exit": "L 13 3 4 3 4 21 13 21 L 9 12 20 12 L 16 8 20 12 16 16",
    "desk": "O 12 6 3 L 3 14 21 14 L 6 14 6 21 L 18 14 18 21 L 8 14 8 12 16 12 16 14",
    "room": "L 5 3 19 3 19 21 5 21 5 3 L 15 12 15.5 12",
}
"""L x y x y ...: a line; O x y r: a circle; A x y r start span: an arc, degrees clockwise from straight up."""


@cache
def icon_path(name: str) -> QPainterPath:
    """The drawing of that name on its grid of 24."""
    path = QPainterPath()
    for stroke in _strokes(_DRAWINGS[name]):
        kind, numbers = stroke[0], [float(each) for each in stroke[1:]]
        if kind == "O":
            path.addEllipse(QPointF(numbers[0], numbers[1]), numbers[2], numbers[2])
        elif kind == "A":
            x, y, radius, start, span = numbers
            around = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
            path.arcMoveTo(around, 90 - start)
            path.arcTo(around, 90 - start, -span)
        else:
            points = [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
            path.moveTo(points[0])
            for point in points[1:]:
                path.lineTo(point)
    return path


def _strokes(drawing: str) -> list[list[str]]:
    strokes: list[list[str]] = []
    for word in drawing.split():
        if word in "LOA":
            strokes.append([])
        strokes[-1].append(word)
    return strokes


def draw_icon(painter: QPainter, name: str, box: QRectF) -> None:
    """Stroke the drawing into `box` with the painter's pen, whose width is 1/12 of the box or as wanted."""
    painter.save()
    pen = painter.pen()
    pen.setWidthF(2.0)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.translate(box.topLeft())
    painter.scale(box.width() / _GRID, box.height() / _GRID)
    painter.drawPath(icon_path(name))
    painter.restore()
