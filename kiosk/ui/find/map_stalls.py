"""Draws the stalls of a level: fills and edges that say how each stands, numbers, and hosts' names.

Stalls that look alike are drawn in one call (2,000 calls from Python are half of a repaint).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF, QTransform

from kiosk.domain.floorplan import Stall
from kiosk.domain.stall_state import StallState
from kiosk.ui.find import map_style as mm
from kiosk.ui.find.map_scene import Scene, usual_room_m
from kiosk.ui.find.map_style import MapStyle
from kiosk.ui.find.map_texts import Face, Texts
from kiosk.ui.find.map_view import Box, View

REST, HIT, DIM = "rest", "hit", "dim"
FAINT = frozenset({StallState.LATE, StallState.CLOSED, StallState.RELEASED, StallState.MOVED})
"""Where nobody stands: the number is soft."""
SORTED_MOST = 8
"""Scenes whose stalls are kept sorted by how they look."""
NAME_LINES_MOST = 4


@dataclass(frozen=True, slots=True)
class Look:
    """All that decides how a stall is drawn."""

    zone: str
    state: StallState | None
    mode: str
    """rest, hit, or dim where others are hits."""


Edges = tuple[float, float, float, float, str]
"""left, top, right, bottom in metres along the screen's axes, and the number."""
Seen = tuple[QRectF, float, float, str]
"""A stall in the picture: its rectangle, the middle of it in pixels, its number."""


@dataclass(frozen=True, slots=True)
class Frame:
    """From metres along the screen's axes to pixels: times `scale`, plus an offset."""

    scale: float
    x: float
    y: float
    picture: Box
    turned: QTransform | None
    """Where walls do not stand upright: the turn that is left to the painter."""


def frame_of(view: View, picture: Box) -> Frame:
    """The frame of a view; in a view that is not square, of the level's own axes before they are turned."""
    if view.square:
        a, b, c, d = view.matrix()
        x = view.anchor[0] - view.scale * (a * view.centre[0] + b * view.centre[1])
        y = view.anchor[1] - view.scale * (c * view.centre[0] + d * view.centre[1])
        return Frame(view.scale, x + 0.5, y + 0.5, picture, None)
    reach = max(
        abs(picture[0] - view.anchor[0]) + abs(picture[1] - view.anchor[1]),
        abs(picture[2] - view.anchor[0]) + abs(picture[3] - view.anchor[1]),
        abs(picture[0] - view.anchor[0]) + abs(picture[3] - view.anchor[1]),
        abs(picture[2] - view.anchor[0]) + abs(picture[1] - view.anchor[1]),
    )
    turned = QTransform().translate(*view.anchor).rotate(-view.bearing_deg)
    x, y = -view.scale * view.centre[0], -view.scale * view.centre[1]
    return Frame(view.scale, x + 0.5, y + 0.5, (-reach, -reach, reach, reach), turned)


def edges_of(stall: Stall, view: View) -> Edges:
    """A stall's edges along the screen's axes; along the level's own in a view that is not square."""
    left, top, right, bottom = stall.x_m, stall.y_m, stall.x_m + stall.width_m, stall.y_m + stall.height_m
    quarter = round(view.bearing_deg / 90) % 4 if view.square else 0
    return (
        (left, top, right, bottom, stall.number),
        (top, -right, bottom, -left, stall.number),
        (-right, -bottom, -left, -top, stall.number),
        (-bottom, left, -top, right, stall.number),
    )[quarter]


def seen_of(edges: Iterable[Edges], frame: Frame, gap: int) -> list[Seen]:
    """Those in the picture, `gap` pixels smaller on each side."""
    scale, x, y = frame.scale, frame.x, frame.y
    least_x, least_y, most_x, most_y = frame.picture
    return [
        (
            QRectF(left + gap, top + gap, right - left - 2 * gap, bottom - top - 2 * gap),
            (left + right) / 2,
            (top + bottom) / 2,
            number,
        )
        for u0, v0, u1, v1, number in edges
        if (right := (u1 * scale + x) // 1) > least_x
        and (left := (u0 * scale + x) // 1) < most_x
        and (bottom := (v1 * scale + y) // 1) > least_y
        and (top := (v0 * scale + y) // 1) < most_y
    ]


class StallPainter:
    """Draws stalls in one style."""

    def __init__(self, style: MapStyle, texts: Texts) -> None:
        self._style = style
        self._texts = texts
        self._sorted: dict[tuple, dict[Look, list[Edges]]] = {}
        self._rooms: dict[tuple, tuple[float, str]] = {}
        self._number_mm: dict[tuple, float] = {}

    # ---- what is where

    def seen(self, scene: Scene, view: View, hits: frozenset[str], picture: Box) -> dict[Look, list[Seen]]:
        """The stalls in the picture by how they look."""
        frame = frame_of(view, picture)
        gap = max(1, self._style.px(mm.STALL_GAP_MM) // 2)
        return {look: seen_of(edges, frame, gap) for look, edges in self._looks(scene, view, hits).items()}

    def _looks(self, scene: Scene, view: View, hits: frozenset[str]) -> dict[Look, list[Edges]]:
        key = (scene, hits, view.bearing_deg if view.square else None)
        found = self._sorted.get(key)
        if found is None:
            made: dict[Look, list[Edges]] = defaultdict(list)
            states, other = scene.standing.states, DIM if hits else REST
            for stall in scene.stalls:
                mode = HIT if stall.number in hits else other
                made[Look(stall.zone, states.get(stall.number), mode)].append(edges_of(stall, view))
            # Hits last: their thick edges lie over their neighbours'.
            found = dict(sorted(made.items(), key=lambda each: each[0].mode == HIT))
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
        style = self._style
        room_m, longest = self._room_of(scene, view)
        room = room_m * view.scale - 2 * style.px(mm.STALL_GAP_MM)
        wanted = mm.NUMBER_MM * style.text_factor
        needed = style.metrics(wanted, 500).horizontalAdvance(longest)
        fitting = wanted * min(1.0, room / needed)
        enough = int(fitting * style.px_per_mm) >= style.px(mm.LEAST_NUMBER_MM)
        return self._texts.whole(fitting) if enough else 0.0

    # ---- fills and edges

    def paint(self, painter: QPainter, seen: dict[Look, list[Seen]], view: View, room: float) -> None:
        """Fill, edge and sign of each."""
        turned = frame_of(view, (0, 0, 0, 0)).turned
        painter.save()
        if turned is not None:
            painter.setTransform(turned, combine=True)
        for look, stalls in seen.items():
            if stalls:
                self._paint_look(painter, look, [stall[0] for stall in stalls], room)
        painter.restore()

    def _paint_look(self, painter: QPainter, look: Look, rects: Sequence[QRectF], room: float) -> None:
        style = self._style
        if look.mode == HIT:
            thick = max(2, min(style.px(mm.HIT_EDGE_MM), int(room / 5)))
            reach = thick // 2
            rects = [rect.adjusted(-reach, -reach, reach, reach) for rect in rects]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("brand"))
            painter.drawRects(rects)
            rects = [rect.adjusted(thick, thick, -thick, -thick) for rect in rects]
        painter.setBrush(self._fill(look))
        painter.setPen(self._edge(look))
        painter.drawRects(rects)
        self._paint_sign(painter, look, rects)

    def _fill(self, look: Look) -> QColor | QBrush:
        style, zone = self._style, self._style.zone(look.zone)
        if look.mode == HIT:
            return style.colour("floor") if style.outlined else zone.fill
        if look.state in (StallState.LATE, StallState.CLOSED):
            return style.colour("ground")
        if style.outlined or look.state in (StallState.EXPECTED, StallState.RELEASED, StallState.MOVED):
            return style.colour("floor")
        return style.towards_floor(zone.fill_rest, mm.DIMMED) if look.mode == DIM else zone.fill_rest

    def _edge(self, look: Look) -> QPen:
        style = self._style
        if look.mode == HIT and look.state in (None, StallState.PRESENT):
            return QPen(Qt.PenStyle.NoPen)
        colour = style.colour("ink") if style.outlined else style.zone(look.zone).edge
        thick = style.px(mm.OUTLINE_MM if style.outlined and look.mode != DIM else mm.STALL_EDGE_MM)
        if look.mode == DIM:
            colour = style.towards_floor(colour, mm.DIMMED)
        if look.state is StallState.CLOSED:
            thick = style.px(mm.CLOSED_EDGE_MM)
        pen = QPen(colour, thick)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        dash = (
            {
                StallState.EXPECTED: mm.EXPECTED_DASH_MM,
                StallState.RELEASED: mm.RELEASED_DASH_MM,
                StallState.MOVED: mm.RELEASED_DASH_MM,
            }.get(look.state)
            if look.state
            else None
        )
        if dash is not None:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([max(1.0, round(part * style.px_per_mm) / thick) for part in dash])
        return pen

    def _paint_sign(self, painter: QPainter, look: Look, rects: Sequence[QRectF]) -> None:
        """What lies in the stall under its number: a diagonal, a cross, an arrow."""
        style = self._style
        colour = style.colour("inkSoft")
        if look.mode == DIM:
            colour = style.towards_floor(colour, mm.DIMMED)
        if look.state in (StallState.LATE, StallState.CLOSED):
            cross = look.state is StallState.CLOSED
            painter.setPen(QPen(colour, style.px(mm.CLOSED_EDGE_MM if cross else mm.STALL_EDGE_MM)))
            painter.drawLines([QLineF(rect.bottomLeft(), rect.topRight()) for rect in rects])
            if cross:
                painter.drawLines([QLineF(rect.topLeft(), rect.bottomRight()) for rect in rects])
        elif look.state is StallState.MOVED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("ink") if look.mode != DIM else colour)
            for rect in rects:
                painter.drawPolygon(_corner_arrow(rect))

    # ---- numbers and names

    def paint_numbers(
        self, painter: QPainter, seen: dict[Look, list[Seen]], scene: Scene, view: View, size_mm: float
    ) -> None:
        """Every number that fits, and its host's name where the stall is large enough."""
        if not size_mm:
            return
        style = self._style
        turn = frame_of(view, (0, 0, 0, 0)).turned
        room = self.room(scene, view)
        hit_mm = self.hit_mm(scene, view, size_mm)
        name_mm = self.name_mm(room)
        for look, stalls in seen.items():
            hit = look.mode == HIT
            face = self._texts.face(hit_mm if hit else size_mm, 700 if hit else 500)
            least = face.width("0") * 2
            faint = look.mode == DIM or look.state in FAINT
            painter.setPen(style.colour("inkSoft" if faint and not hit else "ink"))
            if name_mm and scene.standing.names:
                self._paint_named(painter, stalls, scene, turn, face, name_mm)
                continue
            painter.setFont(face.font)
            draw, laid, drop = painter.drawStaticText, face.laid, face.drop
            for rect, x, y, number in stalls:
                if rect.width() < least:
                    continue
                text, half = laid(number)
                if turn is None:
                    draw(QPointF((x - half + 0.5) // 1, (y + drop + 0.5) // 1), text)
                else:
                    at = turn.map(QPointF(x, y))
                    draw(QPointF(round(at.x() - half), round(at.y() + drop)), text)

    def hit_mm(self, scene: Scene, view: View, size_mm: float) -> float:
        """The size of a hit's number: smaller where its thick edge takes the room."""
        room_m, longest = self._room_of(scene, view)
        bold = self._style.metrics(size_mm, 700).horizontalAdvance(longest)
        room = room_m * view.scale - 2 * self._style.px(mm.HIT_EDGE_MM)
        return self._texts.whole(max(size_mm * min(1.0, room / bold), mm.LEAST_NUMBER_MM))

    def name_mm(self, room: float) -> float:
        """The size of names, where stalls are wide enough for four characters of it; else 0."""
        size_mm = self._texts.whole(mm.NAME_MM * self._style.text_factor)
        return size_mm if room >= 5 * self._style.px(size_mm) else 0.0

    def name_lines(self, name: str, rect: QRectF, number: Face, face: Face) -> tuple[str, ...]:
        """The name's lines under the number, or none where it does not fit whole."""
        pad = self._style.px(mm.STALL_GAP_MM) * 2
        most = min(NAME_LINES_MOST, int((rect.height() - pad - number.line) / face.line))
        return face.lines(name, rect.width() - 2 * pad, most) if name and most > 0 else ()

    def _paint_named(
        self,
        painter: QPainter,
        stalls: Sequence[Seen],
        scene: Scene,
        turn: QTransform | None,
        number: Face,
        name_mm: float,
    ) -> None:
        face, names = self._texts.face(name_mm, 400), scene.standing.names
        for rect, middle_x, middle_y, text in stalls:
            at = QPointF(middle_x, middle_y)
            x, y = (at if turn is None else turn.map(at)).toTuple()
            lines = self.name_lines(names.get(text, ""), rect, number, face) if turn is None else ()
            top = y - len(lines) * face.line / 2
            laid, half = number.laid(text)
            painter.setFont(number.font)
            painter.drawStaticText(QPointF(round(x - half), round(top + number.drop)), laid)
            painter.setFont(face.font)
            for index, line in enumerate(lines):
                laid, half = face.laid(line)
                middle = top + number.line / 2 + (index + 0.5) * face.line
                painter.drawStaticText(QPointF(round(x - half), round(middle + face.drop)), laid)


def _corner_arrow(rect: QRectF) -> QPolygonF:
    """A filled corner that points out of the stall."""
    side = min(rect.width(), rect.height()) * 0.32
    corner = rect.topRight()
    return QPolygonF([corner, corner + QPointF(-side, 0), corner + QPointF(0, side)])


def _keep(kept: dict, key, value) -> None:
    """Keep a value, and let the oldest go."""
    while len(kept) >= SORTED_MOST:
        del kept[next(iter(kept))]
    kept[key] = value
