"""Stalls in chunks that look alike and lie near each other, ready to be drawn at any scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPolygonF, QTransform

from kiosk.domain.floorplan import Stall
from kiosk.domain.stall_state import StallState
from kiosk.ui.find.map_scene import Scene
from kiosk.ui.find.map_view import Box, View, grown

REST, HIT, DIM = "rest", "hit", "dim"
GAP_M = 0.07
"""A stall is drawn so much smaller on each side than it is."""
CHUNK_M = 40.0
"""Stalls are drawn in chunks of about that size: those out of the picture cost nothing."""
Seen = tuple[float, float, str, QRectF]
"""The middle of a stall in pixels, its number, its rectangle in metres."""


@dataclass(frozen=True, slots=True)
class Look:
    """All that decides how a stall is drawn."""

    zone: str
    state: StallState | None
    mode: str
    """rest, hit, or dim where others are hits."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Stalls near each other that look alike. Metres along the screen's axes (`View.quarter`), so that one
    picture's chunks are the next one's: only the painter's scale and place change."""

    bounds: Box
    rects: tuple[QRectF, ...]
    stalls: tuple[tuple[float, float, str], ...]
    """Middle and number of each."""
    lines: tuple[QLineF, ...]
    """Its sign: a diagonal, or two."""
    corners: tuple[QPolygonF, ...]
    """Its sign: a corner that points out of it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """From metres along the screen's axes to pixels: times `scale`, plus `x` and `y`, then turned about the
    anchor where the view is not square."""

    scale: float
    x: float
    y: float
    anchor: tuple[float, float]
    turn_deg: float
    picture: Box
    """What is painted, in pixels before the turn."""

    def set_on(self, painter: QPainter) -> None:
        """From here on the painter draws in metres."""
        if self.turn_deg:
            painter.translate(*self.anchor)
            painter.rotate(self.turn_deg)
            painter.translate(-self.anchor[0], -self.anchor[1])
        painter.translate(self.x, self.y)
        painter.scale(self.scale, self.scale)

    def turned(self) -> QTransform | None:
        """The turn that is left after scale and place; None where there is none."""
        if not self.turn_deg:
            return None
        turn = QTransform().translate(*self.anchor).rotate(self.turn_deg)
        return turn.translate(-self.anchor[0], -self.anchor[1])

    def shows(self, bounds: Box) -> bool:
        """Whether any of some metres is in the picture."""
        left, top, right, bottom = self.picture
        scale, x, y = self.scale, self.x, self.y
        return (
            bounds[2] * scale + x > left
            and bounds[0] * scale + x < right
            and bounds[3] * scale + y > top
            and bounds[1] * scale + y < bottom
        )


def frame_of(view: View, picture: Box) -> Frame:
    """The frame of a view of which `picture` is painted."""
    if view.square:
        a, b, c, d = view.matrix()
        x = view.anchor[0] - view.scale * (a * view.centre[0] + b * view.centre[1])
        y = view.anchor[1] - view.scale * (c * view.centre[0] + d * view.centre[1])
        return Frame(view.scale, x, y, view.anchor, 0.0, picture)
    x, y = (at - view.scale * middle for at, middle in zip(view.anchor, view.centre, strict=True))
    reach = max(abs(edge - at) for edge, at in zip(picture, (*view.anchor, *view.anchor), strict=True)) * 2
    round_anchor = grown((*view.anchor, *view.anchor), reach)
    return Frame(view.scale, x, y, view.anchor, -view.bearing_deg, round_anchor)


def edges_of(stall: Stall, view: View) -> Box:
    """A stall's edges in metres along the screen's axes; along the level's own if the view is not square."""
    left, top, right, bottom = stall.x_m, stall.y_m, stall.x_m + stall.width_m, stall.y_m + stall.height_m
    quarter = round(view.bearing_deg / 90) % 4 if view.square else 0
    return (
        (left, top, right, bottom),
        (top, -right, bottom, -left),
        (-right, -bottom, -left, -top),
        (-bottom, left, -top, right),
    )[quarter]


def chunk_of(look: Look, stalls: Sequence[tuple[Box, str]]) -> Chunk:
    """Stalls with their edges, made ready to be drawn."""
    rects = tuple(
        QRectF(left + GAP_M, top + GAP_M, right - left - 2 * GAP_M, bottom - top - 2 * GAP_M)
        for (left, top, right, bottom), _ in stalls
    )
    lines: tuple[QLineF, ...] = ()
    if look.state in (StallState.LATE, StallState.CLOSED):
        lines = tuple(QLineF(rect.bottomLeft(), rect.topRight()) for rect in rects)
    if look.state is StallState.CLOSED:
        lines += tuple(QLineF(rect.topLeft(), rect.bottomRight()) for rect in rects)
    moved = rects if look.state is StallState.MOVED else ()
    edges = [edge for edge, _ in stalls]
    return Chunk(
        (
            min(e[0] for e in edges),
            min(e[1] for e in edges),
            max(e[2] for e in edges),
            max(e[3] for e in edges),
        ),
        rects,
        tuple(((e[0] + e[2]) / 2, (e[1] + e[3]) / 2, number) for e, number in stalls),
        lines,
        tuple(_corner_arrow(rect) for rect in moved),
    )


def looks_of(scene: Scene, view: View, hits: frozenset[str]) -> dict[Look, list[Chunk]]:
    """The stalls by how they look, whatever the scale. Hits come last: their thick edges lie over their
    neighbours'."""
    made: dict[Look, dict[tuple[int, int], list[tuple[Box, str]]]] = {}
    states, other = scene.standing.states, DIM if hits else REST
    for stall in scene.stalls:
        look = Look(stall.zone, states.get(stall.number), HIT if stall.number in hits else other)
        edges = edges_of(stall, view)
        cell = (int(edges[0] // CHUNK_M), int(edges[1] // CHUNK_M))
        made.setdefault(look, {}).setdefault(cell, []).append((edges, stall.number))
    ordered = sorted(made.items(), key=lambda each: each[0].mode == HIT)
    return {look: [chunk_of(look, each) for each in cells.values()] for look, cells in ordered}


def in_picture(chunk: Chunk, frame: Frame) -> list[Seen]:
    """The stalls of which some may be in the picture."""
    scale, dx, dy = frame.scale, frame.x, frame.y
    left, top, right, bottom = grown(frame.picture, scale * 2)
    return [
        (x, y, number, rect)
        for (u, v, number), rect in zip(chunk.stalls, chunk.rects, strict=True)
        if left < (x := u * scale + dx) < right and top < (y := v * scale + dy) < bottom
    ]


def in_boxes(chunk: Chunk, frame: Frame, boxes: Sequence[Box], but: str) -> list[Seen]:
    """The stalls whose middle lies in one of some boxes, once each."""
    scale, dx, dy = frame.scale, frame.x, frame.y
    found = {
        number: (x, y, number, rect)
        for (u, v, number), rect in zip(chunk.stalls, chunk.rects, strict=True)
        for left, top, right, bottom in boxes
        if left < (x := u * scale + dx) < right and top < (y := v * scale + dy) < bottom and number != but
    }
    return list(found.values())


def _corner_arrow(rect: QRectF) -> QPolygonF:
    """A filled corner that points out of the stall."""
    side = min(rect.width(), rect.height()) * 0.32
    corner = rect.topRight()
    return QPolygonF([corner, corner + QPointF(-side, 0), corner + QPointF(0, side)])
