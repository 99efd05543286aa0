"""Draws a level with QPainter. `MapPainter` keeps what is dear to make: texts laid out, labels placed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QStaticText, QTransform

from kiosk.domain.floorplan import Point
from kiosk.ui import drawings
from kiosk.ui.find import map_style as mm
from kiosk.ui.find.map_labels import (
    LabelSizes,
    Taken,
    ZoneLabel,
    beside,
    facility_box,
    line_boxes,
    taken_boxes,
    zone_labels,
)
from kiosk.ui.find.map_scene import (
    Box,
    Marks,
    Scene,
    View,
    chevrons,
    label_room,
    outline,
    part_of_route,
    stall_box,
    usual_room,
)
from kiosk.ui.find.map_style import MapStyle
from kiosk.ui.find.marks import arrow, chevron
from kiosk.ui.find.zone_badge import paint_zone_badge

CHOSEN_GROWS_MM = 0.6
"""The chosen stall is drawn that much larger on each side; numbers are drawn after its casing."""
PILLAR_M2 = 2.0
"""A block up to that size is drawn solid, a larger one as a closed room."""


@dataclass(frozen=True, slots=True)
class _LabelKey:
    level: str
    language: str
    scale: float
    bearing_deg: float
    route: tuple[Point, ...]
    size: Point


@dataclass(frozen=True, slots=True)
class _Placed:
    """Where the labels of a picture are, and where the level's origin was when they were placed."""

    labels: tuple[ZoneLabel, ...]
    at: Point
    me_box: Box


_NOTHING_PLACED = _Placed((), (0.0, 0.0), (0.0, 0.0, 0.0, 0.0))
PLACED_MOST = 16
"""Pictures whose labels are kept: the pages' first pictures of each level, in both languages."""


class MapPainter:
    """Draws scenes in one style; make a new one when the style changes."""

    def __init__(self, style: MapStyle, me_text: str) -> None:
        self._style = style
        self._me_text = me_text
        self._texts: dict[tuple[str, float, int], QStaticText] = {}
        self._kept: dict[_LabelKey, _Placed] = {}
        self._placed = _NOTHING_PLACED
        self._room = 0.0
        """Pixels that most stalls have for their number."""

    def paint(
        self, painter: QPainter, width: float, height: float, scene: Scene, view: View, marks: Marks
    ) -> None:
        """Draw the level into `width` x `height` pixels."""
        self._room = usual_room(scene, view)
        painter.fillRect(QRectF(0, 0, width, height), self._style.colour("ground"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not view.square)
        self._paint_floor(painter, scene, view)
        self._paint_stalls(painter, scene, view, marks)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        self._paint_facilities(painter, scene, view)
        picture = QRectF(0, 0, width, height)
        self._place_labels(scene, view, marks, picture)
        self._paint_zone_labels(painter, scene, view)
        self._paint_route(painter, view, marks)
        size_mm = self._number_size_mm(scene)
        self._paint_chosen(painter, scene, view, marks)
        self._paint_numbers(painter, scene, view, marks, size_mm, picture)
        self._paint_me(painter, scene, view)

    # ---- the hall

    def _paint_floor(self, painter: QPainter, scene: Scene, view: View) -> None:
        style = self._style
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("floor"))
        painter.drawPolygon(_polygon(outline(scene.level), view))
        painter.save()
        painter.setTransform(_turned(view), True)
        for x_m, y_m, width_m, height_m in scene.level.blocks:
            painter.setBrush(style.colour("wall" if width_m * height_m <= PILLAR_M2 else "sunk"))
            painter.drawRect(_rect(x_m, y_m, width_m, height_m, view))
        painter.setBrush(style.colour("sunk"))
        for facility in scene.facilities:
            painter.drawRect(_rect(facility.x_m, facility.y_m, facility.width_m, facility.height_m, view))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(style.pen("wall", mm.WALL_MM))
        for wall in scene.level.walls:
            painter.drawPolyline(_polygon(wall, view))

    def _paint_facilities(self, painter: QPainter, scene: Scene, view: View) -> None:
        """Icon and name where both fit upright, else the icon, else nothing."""
        style = self._style
        metrics = style.metrics(mm.FACILITY_NAME_MM, 400)
        for facility in scene.facilities:
            left, top, right, bottom = facility_box(facility, view)
            icon = min(style.px(mm.FACILITY_ICON_MM), right - left - 2, bottom - top - 2)
            if icon < style.px(mm.FACILITY_ICON_MM) / 2:
                continue
            name = facility.name.of(scene.language)
            line = metrics.height() * 0.9
            named = (
                metrics.horizontalAdvance(name) < right - left - style.px(2) and icon + line < bottom - top
            )
            middle = (left + right) / 2
            start = (top + bottom - icon - (line if named else 0)) / 2
            box = QRectF(middle - icon / 2, start, icon, icon)
            drawings.paint(painter, facility.kind.value, box, style.colour("inkSoft"))
            if named:
                painter.setPen(style.colour("inkSoft"))
                self._text(painter, name, QPointF(middle, start + icon + line / 2), mm.FACILITY_NAME_MM, 400)

    # ---- stalls

    def _paint_stalls(self, painter: QPainter, scene: Scene, view: View, marks: Marks) -> None:
        style = self._style
        gap = style.px(mm.STALL_GAP_MM) / 2
        resting: dict[str, list[QRectF]] = defaultdict(list)
        hits: dict[str, list[QRectF]] = defaultdict(list)
        for stall in scene.stalls:
            rect = _rect(stall.x_m, stall.y_m, stall.width_m, stall.height_m, view)
            (hits if stall.number in marks.hits else resting)[stall.zone].append(
                rect.adjusted(gap, gap, -gap, -gap)
            )
        painter.save()
        painter.setTransform(_turned(view), True)
        for letter, rects in resting.items():
            zone = style.zone(letter)
            painter.setPen(
                style.pen("ink", mm.OUTLINE_MM)
                if style.outlined
                else _mitred(zone.edge, style.px(mm.STALL_EDGE_MM))
            )
            painter.setBrush(style.colour("floor") if style.outlined else zone.fill_rest)
            painter.drawRects(rects)
        edge = max(1, min(style.px(mm.HIT_EDGE_MM), int(self._room / 5)))
        painter.setPen(_mitred(style.colour("brand"), edge))
        for letter, rects in hits.items():
            painter.setBrush(style.colour("floor") if style.outlined else style.zone(letter).fill)
            inset = edge / 2 - gap
            painter.drawRects([rect.adjusted(inset, inset, -inset, -inset) for rect in rects])
        painter.restore()

    def _number_size_mm(self, scene: Scene) -> float:
        """The size at which most stalls hold their number: the token's, or as small as allowed, else 0."""
        style = self._style
        longest = max((stall.number for stall in scene.stalls), key=len, default="A000")
        room = self._room - 2 * style.px(mm.STALL_GAP_MM)
        wanted = mm.NUMBER_MM * style.text_factor
        needed = style.metrics(wanted, 500).horizontalAdvance(longest)
        fitting = wanted * min(1.0, room / needed)
        enough = int(fitting * style.px_per_mm) >= style.px(mm.LEAST_NUMBER_MM)
        return self._whole(fitting) if enough else 0.0

    def _paint_numbers(
        self, painter: QPainter, scene: Scene, view: View, marks: Marks, size_mm: float, picture: QRectF
    ) -> None:
        """Every number that fits; a hit's is bold, and smaller where its thick edge takes the room."""
        style = self._style
        if not size_mm:
            return
        longest = max((stall.number for stall in scene.stalls), key=len)
        bold = style.metrics(size_mm, 700).horizontalAdvance(longest)
        room = self._room - 2 * style.px(mm.HIT_EDGE_MM)
        hit_mm = self._whole(max(size_mm * min(1.0, room / bold), mm.LEAST_NUMBER_MM))
        least = style.metrics(size_mm, 500).horizontalAdvance("0") * 2
        painter.setPen(style.colour("ink"))
        for stall in scene.stalls:
            if stall.number == marks.chosen or label_room(stall, view) < least:
                continue
            x, y = view.to_px(stall.centre)
            if not picture.contains(x, y):
                continue
            if stall.number in marks.hits:
                self._text(painter, stall.number, QPointF(x, y), hit_mm, 700)
            else:
                self._text(painter, stall.number, QPointF(x, y), size_mm, 500)

    def _whole(self, size_mm: float) -> float:
        """A font size of whole pixels, so that fonts and texts laid out are few."""
        return int(size_mm * self._style.px_per_mm) / self._style.px_per_mm

    def _paint_chosen(self, painter: QPainter, scene: Scene, view: View, marks: Marks) -> None:
        """Last of the stalls: its casing may cover a neighbour's edge; its own number is always drawn."""
        found = _chosen_place(scene, marks.chosen)
        if found is None:
            return
        style = self._style
        grow = style.px(CHOSEN_GROWS_MM)
        casing = style.px(mm.CASING_MM)
        label = found[0]
        number_mm = self._whole(mm.NUMBER_MM)
        need = style.metrics(number_mm, 700).horizontalAdvance(label) + 2 * grow
        rect = _rect(*found[1], view).adjusted(-grow, -grow, grow, grow)
        # Only as wide as the words need: what stands above and below stays seen.
        level = view.square and view.bearing_deg % 180 == 0
        more = max(0.0, need - (rect.width() if level else rect.height())) / 2
        across, along = (more, 0.0) if level else (0.0, more) if view.square else (more, more)
        rect.adjust(-across, -along, across, along)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not view.square)
        painter.setTransform(_turned(view), True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("floor"))
        painter.drawRect(rect.adjusted(-casing, -casing, casing, casing))
        painter.setBrush(style.colour("chosen"))
        painter.drawRect(rect)
        painter.restore()
        painter.setPen(style.colour("onChosen"))
        x_m, y_m, width_m, height_m = found[1]
        centre = QPointF(*view.to_px((x_m + width_m / 2, y_m + height_m / 2)))
        self._text(painter, label, centre, number_mm, 700)

    # ---- zones

    def _paint_zone_labels(self, painter: QPainter, scene: Scene, view: View) -> None:
        style = self._style
        dx, dy = self._label_shift(view)
        for label in self._placed.labels:
            half = style.px(mm.ZONE_BADGE_MM) * label.size / 2
            left, top, _, _ = label.box
            centre = QPointF(left + dx + half, top + dy + half)
            paint_zone_badge(painter, style, label.zone.letter, centre, half)
            if label.named:
                name = label.zone.name.of(scene.language)
                at = QPointF(centre.x() + half + style.px(mm.LABEL_GAP_MM) * label.size, centre.y())
                painter.setPen(style.colour("ink"))
                self._text(painter, name, at, mm.ZONE_NAME_MM * label.size, 700, centred=False)

    def _label_shift(self, view: View) -> Point:
        """How far the picture was dragged since the labels were placed."""
        x, y = view.to_px((0.0, 0.0))
        return x - self._placed.at[0], y - self._placed.at[1]

    def _place_labels(self, scene: Scene, view: View, marks: Marks, picture: QRectF) -> None:
        """Placing is dear, and the same wherever the picture is dragged, so it is kept."""
        size = (picture.width(), picture.height())
        key = _LabelKey(scene.level.id, scene.language, view.scale, view.bearing_deg, marks.route, size)
        if key not in self._kept:
            if len(self._kept) == PLACED_MOST:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = self._place(scene, view, marks, picture)
        self._placed = self._kept[key]

    def _place(self, scene: Scene, view: View, marks: Marks, picture: QRectF) -> _Placed:
        style = self._style
        metrics = style.metrics(mm.ZONE_NAME_MM, 700)
        sizes = LabelSizes(
            style.px(mm.ZONE_BADGE_MM),
            style.px(mm.LABEL_GAP_MM),
            {zone.letter: metrics.horizontalAdvance(zone.name.of(scene.language)) for zone in scene.zones},
        )
        line = tuple(view.to_px(point) for point in marks.route)
        taken = taken_boxes(scene, view, line_boxes(line, style.px(mm.ROUTE_CASING_MM) / 2))
        me_box = _NOTHING_PLACED.me_box
        if scene.kiosk is not None:
            radius = style.px(mm.ME_RADIUS_MM) * 1.2
            size = (metrics.horizontalAdvance(self._me_text) + style.px(1), metrics.capHeight() * 1.6)
            at = view.to_px((scene.kiosk.x_m, scene.kiosk.y_m))
            stalls = Taken(stall_box(stall, view) for stall in scene.stalls)
            inside = (0.0, 0.0, picture.width(), picture.height())
            me_box = beside(at, radius, size, inside, taken, stalls)
            taken.add(me_box)
            taken.add((at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius))
        far = self._number_size_mm(scene) == 0.0
        labels = zone_labels(scene, view, sizes, taken, over_stalls=far)
        return _Placed(labels, view.to_px((0.0, 0.0)), me_box)

    # ---- the way

    def _paint_route(self, painter: QPainter, view: View, marks: Marks) -> None:
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
        pen = style.pen("routeCasing", mm.ROUTE_MM / 5)
        painter.setPen(pen)
        for at, direction in chevrons(line, style.px(mm.CHEVRON_EVERY_MM)):
            painter.drawPolyline(chevron(QPointF(*at), direction, style.px(mm.ROUTE_MM) * 0.42))

    def _paint_me(self, painter: QPainter, scene: Scene, view: View) -> None:
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
        dx, dy = self._label_shift(view)
        left, top, _, bottom = self._placed.me_box
        self._cased(painter, self._me_text, QPointF(left + dx, (top + bottom) / 2 + dy))

    # ---- text

    def _cased(self, painter: QPainter, text: str, left_middle: QPointF) -> None:
        """A label with the floor's colour round it, so that it reads over anything."""
        reach = self._style.px(mm.STALL_GAP_MM)
        painter.setPen(self._style.colour("floor"))
        for dx in (-reach, 0, reach):
            for dy in (-reach, 0, reach):
                self._text(painter, text, left_middle + QPointF(dx, dy), mm.ZONE_NAME_MM, 700, centred=False)
        painter.setPen(self._style.colour("ink"))
        self._text(painter, text, left_middle, mm.ZONE_NAME_MM, 700, centred=False)

    def _text(
        self, painter: QPainter, text: str, at: QPointF, size_mm: float, weight: int, *, centred: bool = True
    ) -> None:
        """One line of text whose face has its middle at `at`; laid out once and kept."""
        font = self._style.font(size_mm, weight)
        key = (text, size_mm, weight)
        laid = self._texts.get(key)
        if laid is None:
            laid = QStaticText(text)
            laid.setTextFormat(Qt.TextFormat.PlainText)
            laid.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            laid.prepare(QTransform(), font)
            self._texts[key] = laid
        metrics = self._style.metrics(size_mm, weight)
        left = at.x() - laid.size().width() / 2 if centred else at.x()
        top = at.y() + metrics.capHeight() / 2 - metrics.ascent()
        painter.setFont(font)
        painter.drawStaticText(QPointF(round(left), round(top)), laid)


def _chosen_place(scene: Scene, chosen: str) -> tuple[str, tuple[float, float, float, float]] | None:
    """What stands in the chosen box, and where it is: a stall by its number, or a facility by its id."""
    for stall in scene.stalls:
        if stall.number == chosen:
            return stall.number, (stall.x_m, stall.y_m, stall.width_m, stall.height_m)
    for facility in scene.facilities:
        if facility.id == chosen:
            place = (facility.x_m, facility.y_m, facility.width_m, facility.height_m)
            return facility.name.of(scene.language), place
    return None


def _mitred(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _turned(view: View) -> QTransform:
    """From pixels along the level's own axes to pixels of the picture."""
    return QTransform().translate(view.anchor[0], view.anchor[1]).rotate(-view.bearing_deg)


def _rect(x_m: float, y_m: float, width_m: float, height_m: float, view: View) -> QRectF:
    """A rectangle in pixels along the level's own axes, on whole pixels."""
    left = round((x_m - view.centre[0]) * view.scale)
    top = round((y_m - view.centre[1]) * view.scale)
    right = round((x_m + width_m - view.centre[0]) * view.scale)
    bottom = round((y_m + height_m - view.centre[1]) * view.scale)
    return QRectF(left, top, right - left, bottom - top)


def _polygon(points: tuple[Point, ...], view: View) -> QPolygonF:
    return QPolygonF([QPointF(round(x), round(y)) for x, y in (view.to_px(point) for point in points)])
