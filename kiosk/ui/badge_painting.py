"""Paints a badge's marks with Qt: the preview, from the same marks as paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate, groupby, repeat

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen, QPolygonF, QRawFont

from kiosk.badges.marks import Area, Code, Composition, Disc, Glyphs, Mark, Picture, Polygon
from kiosk.badges.metrics import SECOND_FILES, FontFault
from kiosk.badges.token_qr import MODULES, ROW_BYTES, token_codes
from kiosk.ui import resources
from kiosk.ui.fonts import FAMILY

PAPER = QColor("white")
_DARK = QColor("black")
_EM_PX = 1000
"""Pixels of an em at which outlines are taken: the font's own units, so nothing is rounded."""
_OUTLINES_KEPT = 1024
_PICTURES_KEPT = 4


def paint_framed(
    painter: QPainter, composition: Composition, box: QRectF, edge: QColor, edge_px: int
) -> None:
    """The badge in the middle of `box` as `paint` does, on whole pixels, with a line round it."""
    room = box.adjusted(edge_px, edge_px, -edge_px, -edge_px)
    scale = min(room.width() / composition.width_mm, room.height() / composition.height_mm)
    width, height = round(composition.width_mm * scale), round(composition.height_mm * scale)
    left = round(room.center().x() - width / 2)
    top = round(room.center().y() - height / 2)
    card = QRectF(left, top, width, height)
    if edge_px:
        painter.fillRect(card.adjusted(-edge_px, -edge_px, edge_px, edge_px), edge)
    _paint(painter, composition, card)


def paint(painter: QPainter, composition: Composition, box: QRectF) -> None:
    """The badge, as large as `box` allows, in its middle. The window's thread.

    A worker should have asked `token_codes` before: its table takes a while to make.
    """
    scale = min(box.width() / composition.width_mm, box.height() / composition.height_mm)
    size = QSizeF(composition.width_mm * scale, composition.height_mm * scale)
    card = QRectF(QPointF(0, 0), size)
    card.moveCenter(box.center())
    _paint(painter, composition, card)


def _paint(painter: QPainter, composition: Composition, card: QRectF) -> None:
    """All of the badge just on the card: its shape may differ by what rounding has done to it."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipRect(card)
    painter.fillRect(card, PAPER)
    painter.translate(card.topLeft())
    painter.scale(card.width() / composition.width_mm, card.height() / composition.height_mm)
    for mark in (*composition.fixed, *composition.own):
        _PAINTED_BY[type(mark)](mark, painter)
    painter.restore()


def _area(mark: Area, painter: QPainter) -> None:
    box = QRectF(mark.x_mm, mark.y_mm, mark.width_mm, mark.height_mm)
    if mark.fill:
        path = QPainterPath()
        path.addRoundedRect(box, mark.radius_mm, mark.radius_mm)
        painter.fillPath(path, QColor(mark.fill))
    if mark.stroke and mark.stroke_mm:
        half = mark.stroke_mm / 2
        pen = QPen(QColor(mark.stroke), mark.stroke_mm)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        radius = max(0.0, mark.radius_mm - half)
        outline = QPainterPath()
        outline.addRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
        painter.strokePath(outline, pen)


def _polygon(mark: Polygon, painter: QPainter) -> None:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*corner) for corner in mark.corners]))
    path.closeSubpath()
    painter.fillPath(path, QColor(mark.fill))


def _disc(mark: Disc, painter: QPainter) -> None:
    path = QPainterPath()
    middle = QPointF(mark.x_mm, mark.y_mm)
    path.addEllipse(middle, mark.radius_mm, mark.radius_mm)
    if mark.hole_mm:
        path.addEllipse(middle, mark.hole_mm, mark.hole_mm)
    painter.fillPath(path, QColor(mark.fill))


def _glyphs(mark: Glyphs, painter: QPainter) -> None:
    colour, scale = QColor(mark.colour), mark.size_mm / _EM_PX
    steps = ((advance + mark.tracking_em) * mark.size_mm for advance in mark.advances_em)
    places_mm = tuple(accumulate(steps, initial=mark.x_mm))[:-1]
    seconds = mark.second or tuple(repeat(False, len(mark.text)))
    for character, x_mm, second in zip(mark.text, places_mm, seconds, strict=True):
        painter.save()
        painter.translate(x_mm, mark.baseline_mm)
        painter.scale(scale, scale)
        painter.fillPath(_outline(character, mark.weight, second), colour)
        painter.restore()


def _code(mark: Code, painter: QPainter) -> None:
    # One path and one fill: no seams between modules.
    path, module_mm = QPainterPath(), mark.size_mm / MODULES
    bitmap = token_codes().bitmap(mark.token)
    for row in range(MODULES):
        modules = (
            f"{int.from_bytes(bitmap[row * ROW_BYTES : (row + 1) * ROW_BYTES], 'big'):0{8 * ROW_BYTES}b}"
        )
        column = 0
        for value, run in groupby(modules):
            length = len(list(run))
            if value == "1":
                left, top = mark.x_mm + column * module_mm, mark.y_mm + row * module_mm
                path.addRect(left, top, length * module_mm, module_mm)
            column += length
    path.setFillRule(Qt.FillRule.WindingFill)
    painter.fillPath(path, _DARK)


def _picture(mark: Picture, painter: QPainter) -> None:
    image = _image(mark.png)
    box = QRectF(mark.x_mm, mark.y_mm, mark.width_mm, mark.height_mm)
    size = QSizeF(image.size()).scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = box.center() - QPointF(size.width() / 2, size.height() / 2)
    painter.drawImage(QRectF(place, size), image)


_PAINTED_BY: dict[type, Callable[[Mark, QPainter], None]] = {
    Area: _area,
    Polygon: _polygon,
    Disc: _disc,
    Glyphs: _glyphs,
    Code: _code,
    Picture: _picture,
}


@lru_cache(maxsize=_PICTURES_KEPT)
def _image(png: bytes) -> QImage:
    return QImage.fromData(png, "PNG")


@lru_cache(maxsize=3)
def _raw_font(weight: int) -> QRawFont:
    font = QFont(FAMILY)
    font.setWeight(QFont.Weight(weight))
    font.setPixelSize(_EM_PX)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return QRawFont.fromFont(font)


@lru_cache(maxsize=3)
def _second_font(weight: int) -> QRawFont:
    """The second face, straight from its file: by name it might be the system's."""
    files: dict[int, str] = dict(SECOND_FILES.items())
    file = resources.root() / "fonts" / files[weight]
    font = QRawFont(str(file), _EM_PX, QFont.HintingPreference.PreferNoHinting)
    if not font.isValid():
        raise FontFault(file)
    return font


@lru_cache(maxsize=_OUTLINES_KEPT)
def _outline(character: str, weight: int, second: bool) -> QPainterPath:
    font = _second_font(weight) if second else _raw_font(weight)
    path = QPainterPath()
    for glyph in font.glyphIndexesForString(character):
        path.addPath(font.pathForGlyph(glyph))
    path.setFillRule(Qt.FillRule.WindingFill)  # strokes of a hanzi overlap in a TrueType font
    return path
