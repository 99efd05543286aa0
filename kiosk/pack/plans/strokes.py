"""How each thing on a plan looks: shapes on Pillow's drawing surface, given in metres or pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, hypot, radians, sin
from typing import Any

from kiosk.domain.floorplan import Flow, Point
from kiosk.pack.plans.drawing import Box
from kiosk.pack.plans.marks import Pixels
from kiosk.pack.records.ledger import Gravity

PAPER = "#FFFFFF"
OUTSIDE = "#ECEAE4"
FLOOR = "#FFFFFF"
INK = "#22252A"
SOFT = "#5A5F66"
WALL = "#3C4046"
BLOCK = "#6B6F76"
FACILITY = "#E3DFD4"
STALL_EDGE = "#7C8591"
STALLS = ("#DCE8F7", "#F3E3D3", "#DDEFD9", "#EBDDF1", "#F7EFC9", "#D5EEEE", "#F4DCE2", "#E4E4F6")
SERVED = "#2C5F9E"
KIOSK = "#1F4FA3"
GATE = "#1D7A4C"
PASSAGE = "#0B7285"
COLOURS = {Gravity.ERROR: "#C92A2A", Gravity.LOOK: "#B35C00"}


@dataclass(frozen=True, slots=True)
class Frame:
    """A level's place on the picture."""

    left_m: float
    top_m: float
    scale: float
    """Pixels per metre."""
    width: int
    height: int

    def at(self, point: Point) -> Point:
        """Where a point of the level is on the picture."""
        return (point[0] - self.left_m) * self.scale, (point[1] - self.top_m) * self.scale

    def box(self, box: Box) -> Pixels:
        """Where a rectangle of the level is on the picture."""
        x, y = self.at((box.x_m, box.y_m))
        return x, y, x + box.width_m * self.scale, y + box.height_m * self.scale


class Strokes:
    """Draws on a surface that is `times` as large as the picture."""

    def __init__(self, draw: Any, frame: Frame, times: int) -> None:
        self.draw, self.frame, self.times = draw, frame, times

    # ---- what the level has, in metres

    def polygon(self, points: Sequence[Point], fill: str, edge: str) -> None:
        """A filled polygon with a thin edge."""
        pixels = [self._big(self.frame.at(point)) for point in points]
        self.draw.polygon(pixels, fill=fill)
        self._stroke([*pixels, pixels[0]], edge, 1.5)

    def rectangle(self, box: Box, fill: str, edge: str) -> None:
        """A filled rectangle with a thin edge."""
        self.draw.rectangle(self._big_box(self.frame.box(box)), fill=fill, outline=edge, width=self.times)

    def side(self, box: Box, side: str, colour: str) -> None:
        """One side of a rectangle, thick: where a stall is served from, where a door is."""
        left, top, right, bottom = self.frame.box(box)
        inset, by = 0.12 * min(right - left, bottom - top), max(2.0, 0.1 * self.frame.scale)
        line = {
            "north": ((left + inset, top + by / 2), (right - inset, top + by / 2)),
            "south": ((left + inset, bottom - by / 2), (right - inset, bottom - by / 2)),
            "west": ((left + by / 2, top + inset), (left + by / 2, bottom - inset)),
            "east": ((right - by / 2, top + inset), (right - by / 2, bottom - inset)),
        }[side]
        self._stroke([self._big(point) for point in line], colour, by)

    def wall(self, points: Sequence[Point]) -> None:
        """A wall."""
        pixels = [self._big(self.frame.at(point)) for point in points]
        self._stroke(pixels, WALL, max(4.0, 0.12 * self.frame.scale))

    def opening(self, line: tuple[Point, Point]) -> None:
        """A door in a wall."""
        self._dashed(self.frame.at(line[0]), self.frame.at(line[1]), SOFT, 2.0)

    def passage(self, line: tuple[Point, Point], flow: Flow) -> None:
        """The line, with arrows of the way people go, or crosses where nobody may."""
        self.passage_px(self.frame.at(line[0]), self.frame.at(line[1]), flow, 0.55 * self.frame.scale)

    def gate(self, place: Point) -> None:
        """A diamond."""
        self.gate_px(self.frame.at(place), 0.4 * self.frame.scale)

    def kiosk(self, place: Point, heading_deg: float) -> None:
        """A disc with a beak the way its visitor looks."""
        self.kiosk_px(self.frame.at(place), heading_deg, 0.38 * self.frame.scale)

    # ---- the same in pixels, for the key

    def passage_px(self, start: Point, end: Point, flow: Flow, size: float) -> None:
        """See `passage`; `size` of its arrows."""
        colour = COLOURS[Gravity.ERROR] if flow is Flow.CLOSED else PASSAGE
        width = max(3.0, size * 0.2)
        if flow is Flow.BOTH:
            self._dashed(start, end, colour, width)
        else:
            self._stroke([self._big(start), self._big(end)], colour, width)
        length = hypot(end[0] - start[0], end[1] - start[1])
        if not length:
            return
        along = (end[0] - start[0]) / length, (end[1] - start[1]) / length
        # y grows downwards, so the right hand of who walks along the line is this:
        right = -along[1], along[0]
        count = max(1, min(4, int(length / (size * 4))))
        for index in range(count):
            share = (index + 0.5) / count
            x, y = start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
            if flow is Flow.CLOSED:
                self._cross((x, y), size * 0.55, colour)
                continue
            self._arrow((x, y), right, size, colour)
            if flow is Flow.BOTH:
                self._arrow((x, y), (-right[0], -right[1]), size, colour)

    def gate_px(self, place: Point, size: float) -> None:
        """See `gate`; `size` from its middle to a corner."""
        x, y = place
        points = [(x, y - size), (x + size, y), (x, y + size), (x - size, y)]
        self.draw.polygon([self._big(point) for point in points], fill=GATE)
        self._stroke([self._big(point) for point in (*points, points[0])], PAPER, 1.5)

    def kiosk_px(self, place: Point, heading_deg: float, size: float) -> None:
        """See `kiosk`; `size` is its radius."""
        turn = radians(heading_deg)
        ahead, right = (sin(turn), -cos(turn)), (cos(turn), sin(turn))
        x, y = place
        tip = x + ahead[0] * size * 2.1, y + ahead[1] * size * 2.1
        wings = [
            (
                x + ahead[0] * size * 0.5 + right[0] * size * by,
                y + ahead[1] * size * 0.5 + right[1] * size * by,
            )
            for by in (0.86, -0.86)
        ]
        self.draw.polygon([self._big(point) for point in (tip, *wings)], fill=KIOSK)
        disc = self._big_box((x - size, y - size, x + size, y + size))
        self.draw.ellipse(disc, fill=KIOSK, outline=PAPER, width=max(1, int(1.5 * self.times)))
        dot = self._big_box((x - size * 0.3, y - size * 0.3, x + size * 0.3, y + size * 0.3))
        self.draw.ellipse(dot, fill=PAPER)

    # ---- findings, in pixels

    def ring(self, box: Pixels, gravity: Gravity) -> None:
        """Round what a finding is about: whole for an error, broken for what is only to be looked at."""
        colour = COLOURS[gravity]
        if gravity is Gravity.ERROR:
            width = max(1, int(3 * self.times))
            self.draw.rounded_rectangle(
                self._big_box(box), radius=8 * self.times, outline=colour, width=width
            )
            return
        left, top, right, bottom = box
        corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        for start, end in pairwise(corners):
            self._dashed(start, end, colour, 3.0)

    def leader(self, start: Point, end: Point, gravity: Gravity) -> None:
        """From a number to its ring."""
        self._stroke([self._big(start), self._big(end)], COLOURS[gravity], 2.0)

    def badge(self, box: Pixels, gravity: Gravity) -> None:
        """Under a number: round for an error, square for what is only to be looked at."""
        radius = (box[3] - box[1]) / 2 if gravity is Gravity.ERROR else 4
        self.draw.rounded_rectangle(
            self._big_box(box),
            radius=radius * self.times,
            fill=COLOURS[gravity],
            outline=PAPER,
            width=max(1, int(1.5 * self.times)),
        )

    # ---- lines

    def _big(self, point: Point) -> Point:
        return point[0] * self.times, point[1] * self.times

    def _big_box(self, box: Pixels) -> Pixels:
        left, top, right, bottom = box
        return left * self.times, top * self.times, right * self.times, bottom * self.times

    def _stroke(self, pixels: Sequence[Point], colour: str, width: float) -> None:
        self.draw.line(list(pixels), fill=colour, width=max(1, round(width * self.times)), joint="curve")

    def _dashed(self, start: Point, end: Point, colour: str, width: float) -> None:
        length = hypot(end[0] - start[0], end[1] - start[1])
        count = max(1, ceil(length / (width * 5)))
        for index in range(count):
            share, until = index / count, (index + 0.6) / count
            a = start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
            b = start[0] + (end[0] - start[0]) * until, start[1] + (end[1] - start[1]) * until
            self._stroke([self._big(a), self._big(b)], colour, width)

    def _arrow(self, middle: Point, way: Point, size: float, colour: str) -> None:
        (x, y), (dx, dy) = middle, way
        tip = x + dx * size * 1.5, y + dy * size * 1.5
        neck = x + dx * size * 0.8, y + dy * size * 0.8
        self._stroke([self._big(middle), self._big(neck)], colour, size * 0.28)
        wings = [(neck[0] - dy * size * by, neck[1] + dx * size * by) for by in (0.5, -0.5)]
        self.draw.polygon([self._big(point) for point in (tip, *wings)], fill=colour)

    def _cross(self, middle: Point, size: float, colour: str) -> None:
        x, y = middle
        disc = self._big_box((x - size * 1.3, y - size * 1.3, x + size * 1.3, y + size * 1.3))
        self.draw.ellipse(disc, fill=PAPER, outline=colour, width=max(1, round(2 * self.times)))
        for sign in (1, -1):
            line = [(x - size * 0.6, y - sign * size * 0.6), (x + size * 0.6, y + sign * size * 0.6)]
            self._stroke([self._big(point) for point in line], colour, max(2.0, size * 0.3))
