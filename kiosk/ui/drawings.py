"""The one painter for icons, verdict shapes and zone shapes: SVG path data on a grid of 24."""

import json
import re
from functools import cache
from math import acos, copysign, degrees, hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kiosk.ui import resources

GRID = 24.0
STROKE = 2.0
"""Of 24; square caps, mitre joins (tokens.toml [icon])."""

_TOKEN = re.compile(r"[MLHVCQAZ]|-?\d*\.?\d+")


def paint(painter: QPainter, name: str, box: QRectF, ink: QColor) -> None:
    """Paint a drawing into `box` in one colour. Unknown names are a KeyError: a fault of ours."""
    stroke, fill = _paths(name)
    side = min(box.width(), box.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center().x() - side / 2, box.center().y() - side / 2)
    painter.scale(side / GRID, side / GRID)
    if fill is not None:
        painter.fillPath(fill, ink)
    if stroke is not None:
        pen = QPen(ink, STROKE)
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.strokePath(stroke, pen)
    painter.restore()


def names() -> frozenset[str]:
    """Every drawing there is."""
    return frozenset(_data())


@cache
def _data() -> dict[str, dict[str, str]]:
    return json.loads((resources.root() / "icons" / "drawings.json").read_text("utf-8"))


@cache
def _paths(name: str) -> tuple[QPainterPath | None, QPainterPath | None]:
    data = _data()[name]
    stroke = path(data["stroke"]) if "stroke" in data else None
    fill = path(data["fill"]) if "fill" in data else None
    return stroke, fill


def path(data: str) -> QPainterPath:
    """SVG path data with absolute commands (M L H V C Q A Z; arcs are parts of circles) as a path."""
    shape = QPainterPath()
    shape.setFillRule(Qt.FillRule.OddEvenFill)
    tokens = _TOKEN.findall(data)
    at = 0
    command = ""
    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
            if command == "Z":
                shape.closeSubpath()
                continue
        count = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7}[command]
        _draw(shape, command, [float(each) for each in tokens[at : at + count]])
        at += count
        if command == "M":
            command = "L"
    return shape


def _draw(shape: QPainterPath, command: str, numbers: list[float]) -> None:
    here = shape.currentPosition()
    if command == "M":
        shape.moveTo(*numbers)
    elif command == "L":
        shape.lineTo(*numbers)
    elif command == "H":
        shape.lineTo(numbers[0], here.y())
    elif command == "V":
        shape.lineTo(here.x(), numbers[0])
    elif command == "C":
        shape.cubicTo(*numbers)
    elif command == "Q":
        shape.quadTo(*numbers)
    else:
        radius, _, _, large, sweep, x, y = numbers
        _arc(shape, radius, large != 0, sweep != 0, QPointF(x, y))


def _arc(shape: QPainterPath, radius: float, large: bool, sweep: bool, end: QPointF) -> None:
    """Part of a circle from here to `end` (SVG 1.1, F.6.5, for equal radii and no rotation)."""
    start = shape.currentPosition()
    half = (start - end) / 2
    chord = hypot(half.x(), half.y())
    radius = max(radius, chord)
    apart = (radius * radius / (chord * chord) - 1) ** 0.5 if radius > chord else 0.0
    sign = 1.0 if large != sweep else -1.0
    centre = QPointF(sign * apart * half.y(), -sign * apart * half.x()) + (start + end) / 2
    first = _angle(start - centre, radius)
    last = _angle(end - centre, radius)
    span = last - first
    if sweep and span > 0:
        span -= 360
    elif not sweep and span < 0:
        span += 360
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    shape.arcTo(box, first, span)


def _angle(away: QPointF, radius: float) -> float:
    """Qt's angle of a point on a circle: degrees, counter-clockwise from three o'clock, y down."""
    return degrees(copysign(acos(max(-1.0, min(1.0, away.x() / radius))), -away.y()))
