"""Draws the stalls of a level: fills and edges that say how each stands, numbers, and hosts' names.

Stalls that look alike are drawn in one call (2,000 calls from Python are half of a repaint).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.domain.stall_state import StallState
from kiosk.ui.find import map_style as mm
from kiosk.ui.find.map_chunks import (
    DIM,
    HIT,
    Chunk,
    Frame,
    Look,
    Seen,
    frame_of,
    in_boxes,
    in_picture,
    looks_of,
)
from kiosk.ui.find.map_scene import Scene, usual_room_m
from kiosk.ui.find.map_style import MapStyle
from kiosk.ui.find.map_texts import Face, Texts
from kiosk.ui.find.map_view import Box, View

FAINT = frozenset({StallState.LATE, StallState.CLOSED, StallState.RELEASED, StallState.MOVED})
"""Where nobody stands: the number is soft."""
SORTED_MOST = 8
"""Scenes whose stalls are kept sorted by how they look."""
NAME_LINES_MOST = 4
NUMBER_SHARE = 0.09
NAME_SHARE = 0.055
"""Of a wide stall's width, the size of what is written in it: nearer is larger."""
DASHES = {
    StallState.EXPECTED: mm.EXPECTED_DASH_MM,
    StallState.RELEASED: mm.RELEASED_DASH_MM,
    StallState.MOVED: mm.RELEASED_DASH_MM,
}


class StallPainter:
    """Draws stalls in one style."""

    def __init__(self, style: MapStyle, texts: Texts) -> None:
        self._style = style
        self._texts = texts
        self._sorted: dict[tuple, dict[Look, list[Chunk]]] = {}
        self._rooms: dict[tuple, tuple[float, str]] = {}
        self._number_mm: dict[tuple, float] = {}
        self._inks: dict[tuple[Look, int], tuple[QColor, QPen]] = {}

    # ---- what is where

    def looks(self, scene: Scene, view: View, hits: frozenset[str]) -> dict[Look, list[Chunk]]:
        """The stalls by how they look, in chunks; kept."""
        key = (scene, hits, view.bearing_deg if view.square else None)
        found = self._sorted.get(key)
        if found is None:
            found = looks_of(scene, view, hits)
            _keep(self._sorted, key, found)
        return found

    def room(self, scene: Scene, view: View) -> float:
        """Pixels that most stalls have for their number."""
        return self._room_of(scene, view)[0] * view.scale

    def _room_of(self, scene: Scene, view: View) -> tuple[float, str]:
        key = (scene, view.bearing_deg % 180 if view.square else None)
        found = self._rooms.get(key)
        if found is None:
            longest = max((stall.number for stall in scene.stalls), key=len, default="A000")
            found = (usual_room_m(scene, view), longest)
            _keep(self._rooms, key, found)
        return found

    def number_mm(self, scene: Scene, view: View) -> float:
        """The size at which most stalls hold their number: the token's, or as small as allowed, else 0."""
        key = (scene, view)
        if key not in self._number_mm:
            _keep(self._number_mm, key, self._fitting_mm(scene, view))
        return self._number_mm[key]

    def _fitting_mm(self, scene: Scene, view: View) -> float:
        style = self._style
        room_m, longest = self._room_of(scene, view)
        room = room_m * view.scale - 2 * style.px(mm.STALL_GAP_MM)
        wanted = min(
            max(mm.NUMBER_MM * style.text_factor, room * NUMBER_SHARE / style.px_per_mm), mm.LARGEST_MM
        )
        needed = style.metrics(wanted, 500).horizontalAdvance(longest)
        fitting = wanted * min(1.0, room / needed)
        enough = int(fitting * style.px_per_mm) >= style.px(mm.LEAST_NUMBER_MM)
        return self._texts.whole(fitting) if enough else 0.0

    # ---- fills and edges

    def paint(
        self, painter: QPainter, looks: dict[Look, list[Chunk]], view: View, picture: Box, room: float
    ) -> None:
        """Fill, edge and sign of each stall in the picture."""
        frame = frame_of(view, picture)
        framed: list[tuple[Look, list[Chunk]]] = []
        painter.save()
        frame.set_on(painter)
        for look, chunks in looks.items():
            shown = [chunk for chunk in chunks if frame.shows(chunk.bounds)]
            if not shown:
                continue
            fill, pen = self._ink(look, room)
            if pen.style() is Qt.PenStyle.SolidLine and pen.width() > 1 and view.square:
                framed.append((look, shown))
                continue
            painter.setBrush(fill)
            painter.setPen(pen)
            for chunk in shown:
                painter.drawRects(chunk.rects)
            self._paint_sign(painter, look, shown)
        painter.restore()
        for look, shown in framed:
            self._paint_framed(painter, frame, shown, *self._ink(look, room))
        painter.save()
        frame.set_on(painter)
        for look, shown in framed:
            self._paint_sign(painter, look, shown)
        painter.restore()

    def _paint_framed(
        self, painter: QPainter, frame: Frame, chunks: Sequence[Chunk], fill: QColor, pen: QPen
    ) -> None:
        """A wide edge as a fill over a fill: stroking it takes ten times as long."""
        thick, out = pen.width(), pen.width() // 2
        scale, x, y = frame.scale, frame.x, frame.y
        rects = [
            QRect(
                left := int(rect.left() * scale + x) - out,
                top := int(rect.top() * scale + y) - out,
                int(rect.right() * scale + x) + out - left,
                int(rect.bottom() * scale + y) + out - top,
            )
            for chunk in chunks
            for rect in chunk.rects
        ]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen.color())
        painter.drawRects(rects)
        painter.setBrush(fill)
        painter.drawRects([rect.adjusted(thick, thick, -thick, -thick) for rect in rects])

    def _ink(self, look: Look, room: float) -> tuple[QColor, QPen]:
        """Fill and edge of a look, kept."""
        key = (look, self._hit_edge(room))
        found = self._inks.get(key)
        if found is None:
            found = self._inks[key] = (self._fill(look), self._edge(*key))
        return found

    def _hit_edge(self, room: float) -> int:
        return max(2, min(self._style.px(mm.HIT_EDGE_MM), int(room / 5)))

    def _fill(self, look: Look) -> QColor:
        style, zone = self._style, self._style.zone(look.zone)
        if look.mode == HIT:
            return style.colour("floor") if style.outlined else zone.fill
        if look.state in (StallState.LATE, StallState.CLOSED):
            return style.colour("ground")
        if style.outlined or look.state in (StallState.EXPECTED, StallState.RELEASED, StallState.MOVED):
            return style.colour("floor")
        return style.towards_floor(zone.fill_rest, mm.DIMMED) if look.mode == DIM else zone.fill_rest

    def _edge(self, look: Look, hit_edge: int) -> QPen:
        """A line of the same width at any scale."""
        style = self._style
        hit = look.mode == HIT
        colour = style.colour("ink") if style.outlined else style.zone(look.zone).edge
        thick = style.px(mm.OUTLINE_MM if style.outlined and look.mode != DIM else mm.STALL_EDGE_MM)
        if look.mode == DIM:
            colour = style.towards_floor(colour, mm.DIMMED)
        if look.state is StallState.CLOSED:
            thick = style.px(mm.CLOSED_EDGE_MM)
        if hit:
            colour = style.colour("brand")
            thick = hit_edge
        pen = QPen(colour, thick)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        dash = DASHES.get(look.state) if look.state else None
        if dash is not None:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            wide = max(1.0, thick / 2)  # thicker lines are broken in longer pieces
            pen.setDashPattern([max(1.0, round(part * wide * style.px_per_mm) / thick) for part in dash])
        return pen

    def _paint_sign(self, painter: QPainter, look: Look, chunks: Sequence[Chunk]) -> None:
        """What lies in the stall under its number: a diagonal, a cross, an arrow."""
        if look.state not in (StallState.LATE, StallState.CLOSED, StallState.MOVED):
            return
        style = self._style
        colour = style.colour("inkSoft")
        if look.mode == DIM:
            colour = style.towards_floor(colour, mm.DIMMED)
        pen = QPen(colour, style.px(mm.STALL_EDGE_MM))
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(colour)
        for chunk in chunks:
            if chunk.lines:
                painter.drawLines(chunk.lines)
            for corner in chunk.corners:
                painter.drawPolygon(corner)

    # ---- numbers and names

    def paint_numbers(
        self,
        painter: QPainter,
        looks: dict[Look, list[Chunk]],
        scene: Scene,
        view: View,
        picture: Box,
        *,
        under: Sequence[Box] = (),
        but: str = "",
    ) -> None:
        """Every number that fits, and its host's name where the stall is large enough.

        `under`: only those that some boxes may have covered, all but one.
        """
        size_mm = self.number_mm(scene, view)
        if not size_mm:
            return
        frame = frame_of(view, picture)
        room = self.room(scene, view)
        hit_mm = self.hit_mm(scene, view, size_mm)
        name_mm = self.name_mm(room) if scene.standing.names and view.square else 0.0
        wide, high = self._texts.face(size_mm, 700).width(self._room_of(scene, view)[1]) / 2, 0.0
        if under:
            high = self._texts.face(size_mm, 700).line / 2 + (room / 4 if name_mm else 0.0)
        boxes = [(box[0] - wide, box[1] - high, box[2] + wide, box[3] + high) for box in under]
        for look, chunks in looks.items():
            hit = look.mode == HIT
            face = self._texts.face(hit_mm if hit else size_mm, 700 if hit else 500)
            faint = look.mode == DIM or look.state in FAINT
            painter.setPen(self._style.colour("inkSoft" if faint and not hit else "ink"))
            painter.setFont(face.font)
            for chunk in chunks:
                if not frame.shows(chunk.bounds):
                    continue
                seen = in_boxes(chunk, frame, boxes, but) if boxes else in_picture(chunk, frame)
                if name_mm:
                    self._paint_named(painter, seen, scene, frame.scale, face, name_mm)
                else:
                    self._paint_plain(painter, seen, frame, face)

    def _paint_plain(self, painter: QPainter, seen: Sequence[Seen], frame: Frame, face: Face) -> None:
        draw, laid, drop, turn = painter.drawStaticText, face.laid, face.drop + 0.5, frame.turned()
        least = face.width("0") * 2 / frame.scale
        for x, y, number, rect in seen:
            if rect.width() < least:
                continue
            text, half = laid(number)
            if turn is None:
                draw(QPointF((x - half + 0.5) // 1, (y + drop) // 1), text)
            else:
                at = turn.map(QPointF(x, y))
                draw(QPointF(round(at.x() - half), round(at.y() + face.drop)), text)

    def hit_mm(self, scene: Scene, view: View, size_mm: float) -> float:
        """The size of a hit's number: smaller where its thick edge takes the room."""
        room_m, longest = self._room_of(scene, view)
        bold = self._texts.face(size_mm, 700).width(longest)
        room = room_m * view.scale - 2 * self._style.px(mm.HIT_EDGE_MM)
        return self._texts.whole(max(size_mm * min(1.0, room / bold), mm.LEAST_NUMBER_MM))

    def name_mm(self, room: float) -> float:
        """The size of names, where stalls are wide enough for four characters of it; else 0."""
        style = self._style
        size_mm = mm.NAME_MM * style.text_factor
        if room < 5 * style.px(size_mm):
            return 0.0
        return self._texts.whole(min(max(size_mm, room * NAME_SHARE / style.px_per_mm), mm.ZONE_NAME_MM))

    def name_lines(self, name: str, size: tuple[float, float], number: Face, face: Face) -> tuple[str, ...]:
        """The name's lines under the number in a stall of `size` pixels, none where it does not fit whole."""
        pad = self._style.px(mm.STALL_GAP_MM) * 2
        most = min(NAME_LINES_MOST, int((size[1] - pad - number.line) / face.line))
        return face.lines(name, int(size[0]) - 2 * pad, most) if name and most > 0 else ()

    def _paint_named(
        self,
        painter: QPainter,
        seen: Sequence[Seen],
        scene: Scene,
        scale: float,
        number: Face,
        name_mm: float,
    ) -> None:
        face, names = self._texts.face(name_mm, 400), scene.standing.names
        laid_line, line, drop, draw = face.laid, face.line, face.drop, painter.drawStaticText
        first = number.line / 2 + line / 2 + drop
        written: list[tuple[float, float, tuple[str, ...]]] = []
        for x, y, text, rect in seen:
            size = (rect.width() * scale, rect.height() * scale)
            lines = self.name_lines(names.get(text, ""), size, number, face)
            top = y - len(lines) * line / 2
            laid, half = number.laid(text)
            draw(QPointF((x - half) // 1, (top + number.drop) // 1), laid)
            if lines:
                written.append((x, top + first, lines))
        painter.setFont(face.font)
        for x, top, lines in written:
            for index, words in enumerate(lines):
                laid, half = laid_line(words)
                draw(QPointF((x - half) // 1, (top + index * line) // 1), laid)
        painter.setFont(number.font)


def _keep(kept: dict, key, value) -> None:
    """Keep a value, and let the oldest go."""
    while len(kept) >= SORTED_MOST:
        del kept[next(iter(kept))]
    kept[key] = value
