"""Draws a level with QPainter. `MapPainter` keeps what is dear to make: texts laid out, labels placed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QPolygonF

from kiosk.domain.floorplan import Point
from kiosk.ui.find import map_style as mm
from kiosk.ui.find.map_labels import LabelSizes, Placed, hit_boxes, place
from kiosk.ui.find.map_scene import Marks, Scene, block_boxes, lit, outline, stall_box
from kiosk.ui.find.map_signs import CHOSEN_GROWS_MM, ChosenWords, SignPainter
from kiosk.ui.find.map_stalls import StallPainter
from kiosk.ui.find.map_style import MapStyle
from kiosk.ui.find.map_texts import Texts
from kiosk.ui.find.map_view import Box, View, overlaps
from kiosk.ui.find.zone_badge import paint_zone_badge

PILLAR_M2 = 2.0
"""A block up to that size is drawn solid, a larger one as a closed room."""
PLACED_MOST = 16
"""Pictures whose labels are kept: the pages' first pictures of each level, in both languages."""
AROUND = tuple((dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
BESIDE_MOST = 12
"""Hits in the picture up to which a name that does not fit inside its stall stands beside it."""


@dataclass(frozen=True, slots=True)
class _PlaceKey:
    scene: Scene
    view: View
    marks: tuple
    room: Box


class MapPainter:
    """Draws scenes in one style; make a new one when the style changes."""

    def __init__(self, style: MapStyle, me_text: str) -> None:
        self._style = style
        self._me_text = me_text
        self._texts = Texts(style)
        self._stalls = StallPainter(style, self._texts)
        self._signs = SignPainter(style, self._texts)
        self._kept: dict[_PlaceKey, Placed] = {}

    def paint(self, painter: QPainter, picture: Box, scene: Scene, view: View, marks: Marks) -> None:
        """Draw the level into the picture: `picture` in the painter's pixels."""
        self.paint_base(painter, picture, scene, view, marks)
        self.paint_marks(painter, picture, scene, view, marks)

    # ---- what changes with view, hits and standing only

    def paint_base(self, painter: QPainter, picture: Box, scene: Scene, view: View, marks: Marks) -> None:
        """The hall, its stalls with their numbers, its facilities."""
        hits = lit(marks.hits, scene.standing)
        room = self._stalls.room(scene, view)
        painter.fillRect(
            QRectF(*picture[:2], picture[2] - picture[0], picture[3] - picture[1]),
            self._style.colour("ground"),
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not view.square)
        self._paint_floor(painter, scene, view)
        looks = self._stalls.looks(scene, view, hits)
        self._stalls.paint(painter, looks, view, picture, room)
        self._stalls.paint_numbers(painter, looks, scene, view, picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        self._signs.paint_facilities(painter, scene, view, picture)
        self._signs.paint_passages(painter, scene, view, picture)

    def _paint_floor(self, painter: QPainter, scene: Scene, view: View) -> None:
        style = self._style
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("floor"))
        painter.drawPolygon(_polygon(outline(scene.level), view))
        painter.save()
        painter.translate(*view.anchor)
        painter.rotate(-view.bearing_deg)
        if not style.outlined:
            painter.save()
            painter.scale(view.scale, view.scale)
            painter.translate(-view.centre[0], -view.centre[1])
            for letter, rects in _tints(scene).items():
                painter.setBrush(style.towards_floor(style.zone(letter).fill_rest, mm.TINTED))
                painter.drawRects(rects)
            painter.restore()
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

    def paint_overview(self, painter: QPainter, picture: Box, scene: Scene, view: View, marks: Marks) -> None:
        """The level as small as an inset: its zones, hits and way, no words."""
        style, hits = self._style, lit(marks.hits, scene.standing)
        painter.fillRect(QRectF(*picture), style.colour("ground"))
        self._paint_floor(painter, scene, view)
        painter.save()
        painter.translate(*view.anchor)
        painter.rotate(-view.bearing_deg)
        painter.setPen(Qt.PenStyle.NoPen)
        for letter, rect in scene.blocks:
            zone = style.zone(letter)
            painter.setBrush(
                style.colour("inkSoft") if style.outlined else zone.fill_rest if hits else zone.fill
            )
            painter.drawRect(_rect(*rect, view))
        painter.setBrush(style.colour("brand"))
        for stall in scene.stalls:
            if stall.number in hits:
                painter.drawRect(_rect(stall.x_m, stall.y_m, stall.width_m, stall.height_m, view))
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        self._signs.paint_small_marks(painter, scene, view, marks, _chosen_place(scene, marks.chosen))

    # ---- what is marked

    def paint_marks(
        self, painter: QPainter, picture: Box, scene: Scene, view: View, marks: Marks, room: Box | None = None
    ) -> None:
        """Labels, then what they must not hide. They stand in `room`: more may be painted than is seen."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        placed = self.placed(room or picture, scene, view, marks)
        self._paint_zone_labels(painter, scene, placed)
        self._paint_names_beside(painter, scene, placed)
        self._signs.paint_route(painter, view, marks, picture)
        self._paint_chosen(painter, scene, view, marks)
        self._paint_numbers_again(painter, picture, scene, view, marks, placed)
        self._signs.paint_me(painter, scene, view)
        if placed.me is not None:
            left, top, _, bottom = placed.me
            self._cased(
                painter, self._me_text, QPointF(left, (top + bottom) / 2), mm.ZONE_NAME_MM * placed.me_size
            )
        self._signs.paint_plates(painter, placed)

    def _paint_numbers_again(
        self, painter: QPainter, picture: Box, scene: Scene, view: View, marks: Marks, placed: Placed
    ) -> None:
        """The numbers that the way or the chosen stall's casing may have covered."""
        covering = self._over_stalls(scene, view, placed, picture)
        if covering:
            looks = self._stalls.looks(scene, view, lit(marks.hits, scene.standing))
            self._stalls.paint_numbers(painter, looks, scene, view, picture, under=covering, but=marks.chosen)

    def _over_stalls(self, scene: Scene, view: View, placed: Placed, picture: Box) -> list[Box]:
        """The marks that lie over stalls at all."""
        if not placed.kept or not self._stalls.number_mm(scene, view):
            return []
        near = [box for box in block_boxes(scene, view) if overlaps(box, picture)]
        return [box for box in placed.kept if any(overlaps(box, other) for other in near)]

    def _paint_chosen(self, painter: QPainter, scene: Scene, view: View, marks: Marks) -> None:
        found = _chosen_place(scene, marks.chosen)
        if found is not None:
            x_m, y_m, width_m, height_m = found[1]
            centre = view.to_px((x_m + width_m / 2, y_m + height_m / 2))
            rect = _rect(*found[1], view)
            words = self._chosen_words(scene, view, marks)
            self._signs.paint_chosen(painter, found[0], rect, view, centre, words)

    def _chosen_words(self, scene: Scene, view: View, marks: Marks) -> ChosenWords:
        """The size of the chosen stall's number, and its host's name as it fits inside."""
        number_mm = max(self._texts.whole(mm.NUMBER_MM), self._stalls.number_mm(scene, view))
        stall, name = scene.stall(marks.chosen), scene.standing.names.get(marks.chosen, "")
        size_mm = self._stalls.name_mm(self._stalls.room(scene, view)) if view.square else 0.0
        if stall is None or not name or not size_mm:
            return ChosenWords(number_mm)
        left, top, right, bottom = stall_box(stall, view)
        number, face = self._texts.face(number_mm, 700), self._texts.face(size_mm, 500)
        lines = self._stalls.name_lines(name, (right - left, bottom - top), number, face)
        return ChosenWords(number_mm, size_mm, lines)

    # ---- labels

    def _paint_zone_labels(self, painter: QPainter, scene: Scene, placed: Placed) -> None:
        style = self._style
        for label in placed.zones:
            half = style.px(mm.ZONE_BADGE_MM) * label.size / 2
            left, top, _, _ = label.box
            centre = QPointF(left + half, top + half)
            paint_zone_badge(painter, style, label.zone.letter, centre, half)
            if label.named:
                name = label.zone.name.of(scene.language)
                at = QPointF(centre.x() + half + style.px(mm.LABEL_GAP_MM) * label.size, centre.y())
                self._cased(painter, name, at, mm.ZONE_NAME_MM * label.size)

    def _paint_names_beside(self, painter: QPainter, scene: Scene, placed: Placed) -> None:
        size_mm = self._texts.whole(mm.NAME_MM * self._style.text_factor)
        for number, (left, top, _, bottom) in placed.names:
            name = scene.standing.names[number]
            self._cased(painter, name, QPointF(left, (top + bottom) / 2), size_mm, 500)

    def placed(self, room: Box, scene: Scene, view: View, marks: Marks) -> Placed:
        """Where the labels are; kept, for often a picture is painted again with only a mark changed."""
        hits = lit(marks.hits, scene.standing)
        key = _PlaceKey(scene, view, (marks.route, marks.chosen, marks.levels, hits), room)
        if key not in self._kept:
            while len(self._kept) >= PLACED_MOST:
                del self._kept[next(iter(self._kept))]
            far = self._stalls.number_mm(scene, view) == 0.0
            shown = Marks(hits, marks.chosen, marks.route, 1.0, marks.levels)
            names = {} if far else self._names_beside(scene, view, shown, room)
            sizes = self._sizes(scene, marks)
            self._kept[key] = place(scene, view, shown, sizes, room, far=far, beside=names)
        return self._kept[key]

    def _names_beside(self, scene: Scene, view: View, marks: Marks, picture: Box) -> dict[str, float]:
        """The names of the chosen and of few hits that have no room inside, with their widths."""
        names = scene.standing.names
        if not names:
            return {}
        wanted = {each: box for each, box in hit_boxes(scene, view, marks.hits, picture) if names.get(each)}
        if len(wanted) > BESIDE_MOST:
            wanted = {}
        chosen = scene.stall(marks.chosen)
        if chosen is not None and names.get(marks.chosen):
            wanted[marks.chosen] = stall_box(chosen, view)
        inside = view.square and self._stalls.name_mm(self._stalls.room(scene, view))
        face = self._texts.face(self._texts.whole(mm.NAME_MM * self._style.text_factor), 500)
        number = self._texts.face(self._stalls.number_mm(scene, view), 500)
        found = {}
        for each, (left, top, right, bottom) in wanted.items():
            size = (right - left, bottom - top)
            if not (inside and self._stalls.name_lines(names[each], size, number, face)):
                found[each] = face.width(names[each]) + self._style.px(1)
        return found

    def _sizes(self, scene: Scene, marks: Marks) -> LabelSizes:
        style = self._style
        face = self._texts.face(mm.ZONE_NAME_MM, 700)
        found = _chosen_place(scene, marks.chosen)
        return LabelSizes(
            style.px(mm.ZONE_BADGE_MM),
            style.px(mm.LABEL_GAP_MM),
            {zone.letter: face.width(zone.name.of(scene.language)) for zone in scene.zones},
            (face.width(self._me_text) + style.px(1), face.metrics.capHeight() * 1.35),
            style.px(mm.ME_RADIUS_MM) * 1.2,
            style.px(mm.ROUTE_CASING_MM) / 2,
            style.px(CHOSEN_GROWS_MM) + style.px(mm.CASING_MM),
            self._signs.chosen_need(found[0]) if found else 0.0,
            {mark.to: self._signs.plate_width(mark) for mark in marks.levels},
            style.px(mm.PLATE_MM),
            self._texts.face(self._texts.whole(mm.NAME_MM * style.text_factor), 500).line,
        )

    def _cased(
        self, painter: QPainter, text: str, left_middle: QPointF, size_mm: float, weight: int = 700
    ) -> None:
        """A label with the floor's colour round it, so that it reads over anything."""
        face = self._texts.face(size_mm, weight)
        laid, _ = face.laid(text)
        painter.setFont(face.font)
        painter.setPen(self._style.colour("floor"))
        left, top = round(left_middle.x()), round(left_middle.y() + face.drop)
        reach = self._style.px(mm.STALL_GAP_MM)
        for dx, dy in AROUND:
            painter.drawStaticText(left + dx * reach, top + dy * reach, laid)
        painter.setPen(self._style.colour("ink"))
        painter.drawStaticText(left, top, laid)


class Layers:
    """One map's picture in two layers: where only marks change, the lower one is copied.

    It is copied from the second time on that it would be the same: a picture painted once costs no copy.
    """

    def __init__(self) -> None:
        self._key: tuple | None = None
        self._base: QPixmap | None = None

    def paint(
        self,
        painter: QPainter,
        with_painter: MapPainter,
        picture: Box,
        scene: Scene,
        view: View,
        marks: Marks,
        room: Box,
    ) -> None:
        """Paint the picture, its upper left corner at the painter's origin."""
        key = (with_painter, picture, scene, view, marks.hits)
        painter.save()
        if key != self._key:
            self._key, self._base = key, None
            painter.translate(-picture[0], -picture[1])
            with_painter.paint_base(painter, picture, scene, view, marks)
        else:
            if self._base is None:
                self._base = self._painted(painter, with_painter, picture, scene, view, marks)
            painter.drawPixmap(0, 0, self._base)
            painter.translate(-picture[0], -picture[1])
        with_painter.paint_marks(painter, picture, scene, view, marks, room)
        painter.restore()

    def _painted(
        self,
        painter: QPainter,
        with_painter: MapPainter,
        picture: Box,
        scene: Scene,
        view: View,
        marks: Marks,
    ) -> QPixmap:
        ratio = painter.device().devicePixelRatioF()
        size = QSize(round((picture[2] - picture[0]) * ratio), round((picture[3] - picture[1]) * ratio))
        base = QPixmap(size)
        base.setDevicePixelRatio(ratio)
        on_base = QPainter(base)
        on_base.translate(-picture[0], -picture[1])
        with_painter.paint_base(on_base, picture, scene, view, marks)
        on_base.end()
        return base


@lru_cache(maxsize=16)
def _tints(scene: Scene) -> dict[str, list[QRectF]]:
    """The ground under each zone's stalls, in metres."""
    pad = mm.ZONE_PAD_M
    found: dict[str, list[QRectF]] = {}
    for letter, (x_m, y_m, width_m, height_m) in scene.blocks:
        rect = QRectF(x_m - pad, y_m - pad, width_m + 2 * pad, height_m + 2 * pad)
        found.setdefault(letter, []).append(rect)
    return found


def _chosen_place(scene: Scene, chosen: str) -> tuple[str, tuple[float, float, float, float]] | None:
    """What stands in the chosen box, and where it is: a stall by its number, or a facility by its id."""
    if not chosen:
        return None
    stall = scene.stall(chosen)
    if stall is not None:
        return stall.number, (stall.x_m, stall.y_m, stall.width_m, stall.height_m)
    for facility in scene.facilities:
        if facility.id == chosen:
            place = (facility.x_m, facility.y_m, facility.width_m, facility.height_m)
            return facility.name.of(scene.language), place
    return None


def _rect(x_m: float, y_m: float, width_m: float, height_m: float, view: View) -> QRectF:
    """A rectangle in pixels along the level's own axes, on whole pixels."""
    left = round((x_m - view.centre[0]) * view.scale)
    top = round((y_m - view.centre[1]) * view.scale)
    right = round((x_m + width_m - view.centre[0]) * view.scale)
    bottom = round((y_m + height_m - view.centre[1]) * view.scale)
    return QRectF(left, top, right - left, bottom - top)


def _polygon(points: tuple[Point, ...], view: View) -> QPolygonF:
    return QPolygonF([QPointF(round(x), round(y)) for x, y in (view.to_px(point) for point in points)])
