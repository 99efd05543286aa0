"""Draws what is marked on the map and never hidden: the way, the chosen stall, this kiosk, plates of other
levels; and what closes or directs an aisle."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from kiosk.domain.floorplan import Facility, Flow, Point
from kiosk.ui import drawings
from kiosk.ui.find import map_style as mm
from kiosk.ui.find.map_labels import Placed, facility_box
from kiosk.ui.find.map_scene import LevelMark, Marks, Scene
from kiosk.ui.find.map_style import MapStyle
from kiosk.ui.find.map_texts import Texts
from kiosk.ui.find.map_view import Box, View, chevrons, grown, overlaps, part_of_route
from kiosk.ui.find.marks import arrow, bar, chevron, chevron_strokes

CHOSEN_GROWS_MM = 0.6
"""The chosen stall is drawn that much larger on each side; numbers are drawn after its casing."""
SIGN_LEAST_MM = 3.0
"""A passage narrower than that on the screen has no sign."""


@dataclass(frozen=True, slots=True)
class ChosenWords:
    """What is written in the chosen stall: sizes, and its host's name in lines."""

    number_mm: float
    name_mm: float = 0.0
    lines: tuple[str, ...] = ()


class SignPainter:
    """Draws marks in one style."""

    def __init__(self, style: MapStyle, texts: Texts) -> None:
        self._style = style
        self._texts = texts

    # ---- aisles

    def paint_passages(self, painter: QPainter, scene: Scene, view: View, picture: Box) -> None:
        """A bar across what is closed, arrows through what is walked one way only."""
        for passage in scene.passages:
            closed = passage.id in scene.standing.closed or passage.flow is Flow.CLOSED
            if not closed and passage.flow is Flow.BOTH:
                continue
            start, end = (view.to_px(point) for point in passage.line)
            box = (
                min(start[0], end[0]) - 1,
                min(start[1], end[1]) - 1,
                max(start[0], end[0]) + 1,
                max(start[1], end[1]) + 1,
            )
            width = hypot(end[0] - start[0], end[1] - start[1])
            if width < self._style.px(SIGN_LEAST_MM) or not overlaps(box, picture):
                continue
            if closed:
                self._paint_bar(painter, start, end)
            else:
                self._paint_arrows(painter, start, end)

    def _paint_bar(self, painter: QPainter, start: Point, end: Point) -> None:
        """A thick bar, and in its middle a round plate with a stroke: no way through."""
        style = self._style
        middle = QPointF((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width_mm in (("floor", mm.PASSAGE_MM * 1.9), ("ink", mm.PASSAGE_MM)):
            pen = style.pen(colour, width_mm)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(*start), QPointF(*end))
        self.paint_closed(painter, middle, style.px(mm.PASSAGE_MM * 1.7))

    def paint_closed(self, painter: QPainter, at: QPointF, radius: float) -> None:
        """A round plate with a level stroke."""
        style = self._style
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("floor"))
        painter.drawEllipse(at, radius * 1.25, radius * 1.25)
        painter.setBrush(style.colour("ink"))
        painter.drawEllipse(at, radius, radius)
        painter.setBrush(style.colour("floor"))
        painter.drawRect(bar(at, radius))

    def _paint_arrows(self, painter: QPainter, start: Point, end: Point) -> None:
        style = self._style
        length = hypot(end[0] - start[0], end[1] - start[1])
        # From the left of the line to its right, as one walks along it: y grows downwards.
        through = (-(end[1] - start[1]) / length, (end[0] - start[0]) / length)
        size = min(style.px(mm.PASSAGE_MM * 2), length / 2)
        pen = style.pen("inkSoft", mm.PASSAGE_MM / 2)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        middle = QPointF((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        for back in (-0.5, 0.5):
            at = middle + QPointF(through[0], through[1]) * (back * size)
            painter.drawPolyline(chevron(at, through, size))

    # ---- facilities

    def paint_facilities(self, painter: QPainter, scene: Scene, view: View, picture: Box) -> None:
        """Icon and words where both fit upright, else the icon, else nothing."""
        style = self._style
        face = self._texts.face(mm.FACILITY_NAME_MM, 400)
        for facility in scene.facilities:
            box = facility_box(facility, view)
            if not overlaps(box, picture):
                continue
            left, top, right, bottom = box
            icon = min(style.px(mm.FACILITY_ICON_MM), right - left - 2, bottom - top - 2)
            if icon < style.px(mm.FACILITY_ICON_MM) / 2:
                continue
            lines = self._facility_lines(scene, facility, right - left - style.px(2), bottom - top - icon)
            middle = (left + right) / 2
            start = (top + bottom - icon - len(lines) * face.line) / 2
            closed = facility.id in scene.standing.closed
            at = QRectF(middle - icon / 2, start, icon, icon)
            drawings.paint(painter, facility.kind.value, at, style.colour("inkSoft"))
            painter.setPen(style.colour("inkSoft"))
            for index, line in enumerate(lines):
                place = QPointF(middle, start + icon + (index + 0.5) * face.line)
                self._texts.draw(painter, line, place, mm.FACILITY_NAME_MM, 400)
            if closed:
                self.paint_closed(painter, at.bottomRight() - QPointF(icon, icon) * 0.12, icon * 0.3)

    def _facility_lines(
        self, scene: Scene, facility: Facility, width: float, height: float
    ) -> tuple[str, ...]:
        """Its name, and of a lift or stairs the level it leads to; the level first where only one fits."""
        face = self._texts.face(mm.FACILITY_NAME_MM, 400)
        name, to = facility.name.of(scene.language), scene.links.get(facility.id, "")
        most = int(height / face.line)
        wanted = [name, *([f"→ {to}"] if to else [])]
        fitting = [line for line in wanted if face.width(line) < width]
        return tuple(fitting[-most:]) if most > 0 else ()

    # ---- the way

    def paint_route(self, painter: QPainter, view: View, marks: Marks, picture: Box) -> None:
        """The way in its casing, as far as it is shown, with chevrons along it."""
        shown = part_of_route(marks.route, marks.route_shown)
        if len(shown) < 2:
            return
        style = self._style
        line = tuple(view.to_px(point) for point in shown)
        polygon = QPolygonF([QPointF(*point) for point in line])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width_mm in (("routeCasing", mm.ROUTE_CASING_MM), ("route", mm.ROUTE_MM)):
            pen = style.pen(colour, width_mm)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawPolyline(polygon)
        painter.setPen(style.pen("routeCasing", mm.ROUTE_MM / 5))
        size = style.px(mm.ROUTE_MM) * 0.42
        left, top, right, bottom = grown(picture, size)
        strokes: list[QLineF] = []
        for at, direction in chevrons(line, style.px(mm.CHEVRON_EVERY_MM)):
            if left < at[0] < right and top < at[1] < bottom:
                strokes += chevron_strokes(at, direction, size)
        if strokes:
            painter.drawLines(strokes)

    def paint_me(self, painter: QPainter, scene: Scene, view: View) -> None:
        """This kiosk, with an arrow where its visitor looks."""
        if scene.kiosk is None:
            return
        style = self._style
        radius = style.px(mm.ME_RADIUS_MM)
        at = QPointF(*view.to_px((scene.kiosk.x_m, scene.kiosk.y_m)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("floor"))
        painter.drawEllipse(at, radius * 1.2, radius * 1.2)
        painter.setBrush(style.colour("me"))
        painter.drawEllipse(at, radius, radius)
        painter.setBrush(style.colour("onMe"))
        painter.drawPolygon(arrow(at, radius, scene.kiosk.heading_deg - view.bearing_deg))

    def paint_small_marks(
        self,
        painter: QPainter,
        scene: Scene,
        view: View,
        marks: Marks,
        chosen: tuple[str, tuple[float, float, float, float]] | None,
    ) -> None:
        """On the overview inset: the way as a line, the chosen stall and this kiosk as dots."""
        style = self._style
        if len(marks.route) > 1:
            painter.setPen(style.pen("route", mm.ROUTE_MM / 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF([QPointF(*view.to_px(point)) for point in marks.route]))
        painter.setPen(QPen(style.colour("floor"), style.px(mm.STALL_GAP_MM)))
        if chosen is not None:
            x_m, y_m, width_m, height_m = chosen[1]
            at = QPointF(*view.to_px((x_m + width_m / 2, y_m + height_m / 2)))
            half = style.px(mm.ME_RADIUS_MM) * 0.5
            painter.setBrush(style.colour("chosen"))
            painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half))
        if scene.kiosk is not None:
            at = QPointF(*view.to_px((scene.kiosk.x_m, scene.kiosk.y_m)))
            painter.setBrush(style.colour("me"))
            painter.drawEllipse(at, style.px(mm.ME_RADIUS_MM) * 0.5, style.px(mm.ME_RADIUS_MM) * 0.5)

    def paint_plates(self, painter: QPainter, placed: Placed) -> None:
        """Where the way leaves the level: the lift or stairs, and the level it goes on to."""
        style = self._style
        edge = style.px(mm.CASING_MM)
        for mark, (left, top, right, bottom) in placed.plates:
            rect = QRectF(round(left), round(top), round(right - left), round(bottom - top))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("floor"))
            painter.drawRect(rect)
            painter.setBrush(style.colour("brand"))
            inner = rect.adjusted(edge, edge, -edge, -edge)
            painter.drawRect(inner)
            size = inner.height() * 0.74
            gap = (inner.height() - size) / 2
            words = inner.left() + gap
            if mark.icon in drawings.names():
                box = QRectF(inner.left() + gap, inner.top() + gap, size, size)
                drawings.paint(painter, mark.icon, box, style.colour("onBrand"))
                words = box.right() + gap
            painter.setPen(style.colour("onBrand"))
            at = QPointF(words, inner.center().y())
            self._texts.draw(painter, mark.text, at, mm.PLATE_TEXT_MM, 700, centred=False)

    def plate_width(self, mark: LevelMark) -> float:
        """How wide a plate is for its words."""
        style = self._style
        inner = style.px(mm.PLATE_MM) - 2 * style.px(mm.CASING_MM)
        icon = inner * 0.87 if mark.icon in drawings.names() else 0.0
        return (
            icon
            + style.metrics(mm.PLATE_TEXT_MM, 700).horizontalAdvance(mark.text)
            + inner * 0.26
            + 2 * style.px(mm.CASING_MM)
        )

    # ---- the chosen

    def chosen_need(self, label: str) -> float:
        """How wide the chosen stall must be for its number."""
        number_mm = self._texts.whole(mm.NUMBER_MM)
        return self._style.metrics(number_mm, 700).horizontalAdvance(label) + 2 * self._style.px(
            CHOSEN_GROWS_MM
        )

    def paint_chosen(
        self,
        painter: QPainter,
        label: str,
        rect: QRectF,
        view: View,
        centre: Point,
        words: ChosenWords,
    ) -> None:
        """Last of the stalls: its casing may cover a neighbour's edge; its own number is always drawn.

        `rect` in pixels along the level's own axes; its middle in those of the picture.
        """
        style = self._style
        grow, casing = style.px(CHOSEN_GROWS_MM), style.px(mm.CASING_MM)
        rect = rect.adjusted(-grow, -grow, grow, grow)
        # Only as wide as the words need: what stands above and below stays seen.
        level = view.square and view.bearing_deg % 180 == 0
        more = max(0.0, self.chosen_need(label) - (rect.width() if level else rect.height())) / 2
        across, along = (more, 0.0) if level else (0.0, more) if view.square else (more, more)
        rect.adjust(-across, -along, across, along)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not view.square)
        painter.translate(*view.anchor)
        painter.rotate(-view.bearing_deg)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("floor"))
        painter.drawRect(rect.adjusted(-casing, -casing, casing, casing))
        painter.setBrush(style.colour("chosen"))
        painter.drawRect(rect)
        painter.restore()
        painter.setPen(QPen(style.colour("onChosen")))
        number_mm, name_mm, lines = words.number_mm, words.name_mm, words.lines
        line = self._texts.face(name_mm, 500).line if lines else 0.0
        x, y = centre[0], centre[1] - len(lines) * line / 2
        self._texts.draw(painter, label, QPointF(x, y), number_mm, 700)
        below = y + self._texts.face(number_mm, 700).line / 2
        for index, text in enumerate(lines):
            self._texts.draw(painter, text, QPointF(x, below + (index + 0.5) * line), name_mm, 500)
