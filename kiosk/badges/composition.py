"""A badge composed: a face and a layout become marks, which every renderer draws.

Pure: what is kept from one badge to the next only saves time.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import msgspec

from kiosk.badges import setting
from kiosk.badges.face import BadgeFace
from kiosk.badges.layout import Foot, FootText, Layout, QrBox, Shape, TextBox, TypeLook, Weight
from kiosk.badges.marks import Area, Code, Composition, Disc, Glyphs, Mark, Picture, Point, Polygon
from kiosk.badges.metrics import Metrics
from kiosk.badges.token_qr import MODULES
from kiosk.domain.attendee import TYPE_WORDS
from kiosk.domain.badge_type import BadgeType

MM_PER_INCH = 25.4
_KEPT = 4096
"""Texts that are kept composed."""
_LOGO_GAP_MM = 2.0
"""Between a row of the foot and the logo beside it."""
_WHITE = "#FFFFFF"
# Equal weight to the eye beside a circle of diameter 1: side, or radius, of each shape.
_SQUARE_SIDE = 0.9
_DIAMOND_RADIUS = 0.6
_HEXAGON_RADIUS = 0.55
_TRIANGLE_RADIUS = 0.64
_PENTAGON_RADIUS = 0.56
_RING_WIDTH = 0.2
_CROSS_ARM = 0.32


def compose(face: BadgeFace, layout: Layout, metrics: Metrics, *, dpi: int, logo: bytes = b"") -> Composition:
    """The badge as marks, its code fitted to the dots of `dpi`; each text fits, and none is cut."""
    return _composer(layout, metrics, dpi, logo).compose(face)


def width_mm(glyphs: Glyphs) -> float:
    """From the start of the first character to the end of the last."""
    em = sum(glyphs.advances_em) + glyphs.tracking_em * (len(glyphs.text) - 1)
    return glyphs.size_mm * em


@lru_cache(maxsize=32)
def _composer(layout: Layout, metrics: Metrics, dpi: int, logo: bytes) -> _Composer:
    told = hashlib.blake2b(msgspec.json.encode(layout) + logo, digest_size=8).hexdigest()
    return _Composer(layout, metrics, dpi, logo, f"{layout.id}-{told}", _fitted(layout.qr, dpi))


@dataclass(slots=True)
class _Composer:
    """Composes in one layout for one resolution, and keeps what many badges share; never a name."""

    layout: Layout
    metrics: Metrics
    dpi: int
    logo: bytes
    key: str
    code: tuple[float, float, float]
    fixed: dict[tuple[object, ...], tuple[tuple[Mark, ...], str]] = field(default_factory=dict)
    texts: dict[tuple[str, str], tuple[Glyphs, ...]] = field(default_factory=dict)
    marked: dict[tuple[bool, tuple[str, ...]], tuple[Glyphs, ...]] = field(default_factory=dict)

    def compose(self, face: BadgeFace) -> Composition:
        layout = self.layout
        fixed, key = self.fixed_of(face)
        own: list[Mark] = [*self.name(face.name)]
        if face.latin:
            own += self.text(face.latin, layout.latin, layout.ink)
        own += self.kept("organisation", face.organisation, layout.organisation)
        own += self.kept("detail", face.detail, layout.detail)
        own.append(Code(*self.code, face.token))
        own += self.kept("stall", face.stall, layout.stall)
        if face.marks:
            own += self.marks(face.marks, by_stall=bool(face.stall))
        size = (layout.width_mm, layout.height_mm)
        return Composition(*size, self.dpi, fixed, tuple(own), key, layout.mono)

    def name(self, name: str) -> tuple[Glyphs, ...]:
        box = self.layout.name
        lines = setting.set_name(name, box, self.metrics.measure(name, box.weight))
        return self.glyphs(name, lines, box.weight, self.layout.ink)

    def kept(self, part: str, text: str, box: TextBox) -> tuple[Glyphs, ...]:
        """A text that many badges share."""
        if not text:
            return ()
        known = self.texts.get((part, text))
        if known is None:
            if len(self.texts) >= _KEPT:
                self.texts.clear()
            known = self.texts[part, text] = self.text(text, box, self.layout.ink)
        return known

    def text(self, text: str, box: TextBox, colour: str) -> tuple[Glyphs, ...]:
        if box.capitals:
            text = text.upper()
        lines = setting.set_text(text, box, self.metrics.measure(text, box.weight))
        return self.glyphs(text, lines, box.weight, colour, _right_mm(box))

    def marks(self, marks: tuple[str, ...], *, by_stall: bool) -> tuple[Glyphs, ...]:
        box = self.layout.marks_by_stall if by_stall else self.layout.marks
        of = (by_stall, marks)
        known = self.marked.get(of)
        if known is None:
            if len(self.marked) >= _KEPT:
                self.marked.clear()
            whole = setting.JOINT.join(marks)
            lines = setting.set_together(marks, box, self.metrics.measure(whole, box.weight))
            known = self.glyphs(whole, lines, box.weight, self.layout.ink, _right_mm(box))
            self.marked[of] = known
        return known

    def glyphs(
        self,
        text: str,
        lines: tuple[setting.Line, ...],
        weight: Weight,
        colour: str,
        right_mm: float | None = None,
    ) -> tuple[Glyphs, ...]:
        """A text's lines with each character's advance; ending at `right_mm` where that is given."""
        made = []
        fount = self.metrics.fount(text, weight)
        whole = setting.tidy(text) if len(lines) > 1 else ""
        for line in lines:
            advances = fount.advances_em(line.text)
            x_mm = line.x_mm
            if right_mm is not None:
                em = sum(advances) + line.tracking_em * (len(advances) - 1)
                x_mm = right_mm - line.size_mm * em
            made.append(
                Glyphs(
                    line.text,
                    x_mm,
                    line.baseline_mm,
                    line.size_mm,
                    weight,
                    colour,
                    line.tracking_em,
                    whole,
                    advances,
                    fount.second(line.text),
                )
            )
            whole = ""
        return tuple(made)

    def fixed_of(self, face: BadgeFace) -> tuple[tuple[Mark, ...], str]:
        """What all badges of the type and fair have, and its key."""
        of = (face.type, face.fair_name, face.fair_date, face.lost, face.sample, bool(face.stall))
        known = self.fixed.get(of)
        if known is None:
            if len(self.fixed) >= _KEPT:
                self.fixed.clear()
            told = hashlib.blake2b(repr(of).encode(), digest_size=8).hexdigest()
            known = self.fixed[of] = (tuple(self.drawn(face)), f"{self.key}-{told}")
        return known

    def drawn(self, face: BadgeFace) -> Iterator[Mark]:
        layout = self.layout
        yield from self.band(face.type)
        if self.logo and layout.logo is not None:
            box = layout.logo
            yield Picture(box.x_mm, box.y_mm, box.width_mm, box.height_mm, self.logo)
        yield from self.foot(face)

    def band(self, badge_type: BadgeType) -> Iterator[Mark]:
        layout, band = self.layout, self.layout.band
        look, words = layout.look(badge_type), TYPE_WORDS[badge_type]
        width = band.width_mm or layout.width_mm
        yield Area(
            band.x_mm,
            band.y_mm,
            width,
            band.height_mm,
            fill=look.fill,
            stroke=look.ink if look.border_mm else "",
            stroke_mm=look.border_mm,
        )
        if band.slot_width_mm:
            half = layout.hair_mm / 2  # its line lies on the edge
            height = band.slot_height_mm + 2 * half
            yield Area(
                (layout.width_mm - band.slot_width_mm) / 2 - half,
                band.slot_centre_mm - height / 2,
                band.slot_width_mm + 2 * half,
                height,
                fill=_WHITE,
                stroke=layout.hair,
                stroke_mm=layout.hair_mm,
                radius_mm=height / 2,
            )
        yield from self.text(words.zh, band.word, look.ink)
        yield from self.text(words.en, band.english, look.ink)
        yield _shape(look, band.shape_x_mm, band.shape_y_mm, band.shape_mm)

    def foot(self, face: BadgeFace) -> Iterator[Mark]:
        foot = self.layout.foot
        texts: dict[FootText, str] = {
            "fair": face.fair_name,
            "date": face.fair_date,
            "lost": self.layout.lost_label + face.lost if face.lost else "",
            "sample": self.layout.sample_mark if face.sample else "",
        }
        rows = [setting.JOINT.join(texts[each] for each in row if texts[each]) for row in foot.rows]
        most = foot.most_lines_below_stall if face.stall else foot.most_lines
        fount = self.metrics.fount(setting.JOINT.join(rows), foot.weight)
        lines = self.foot_lines(rows, fount.measure, one_line=False)
        if len(lines) > most:
            lines = self.foot_lines(rows, fount.measure, one_line=True)
        for text, whole, size_mm, baseline_mm in lines:
            yield Glyphs(
                text,
                foot.x_mm,
                baseline_mm,
                size_mm,
                foot.weight,
                self.layout.ink,
                0,
                whole,
                fount.advances_em(text),
                fount.second(text),
            )

    def foot_lines(
        self, rows: list[str], measure: setting.Measure, *, one_line: bool
    ) -> list[tuple[str, str, float, float]]:
        """Text, whole text, size and baseline of each line, from the first to the last."""
        foot = self.layout.foot
        lines: list[tuple[str, str, float, float]] = []
        for row in reversed(rows):
            baseline_mm = foot.last_baseline_mm - len(lines) * foot.pitch_mm
            width = self.foot_width_mm(foot, baseline_mm)
            size_mm, parts = setting.wrap(row, width, foot.size_mm, measure, one_line=one_line)
            whole = setting.tidy(row) if len(parts) > 1 else ""
            for above, part in enumerate(reversed(parts)):
                first = above == len(parts) - 1
                lines.append((part, whole if first else "", size_mm, baseline_mm - above * foot.pitch_mm))
        return lines[::-1]

    def foot_width_mm(self, foot: Foot, baseline_mm: float) -> float:
        """How wide a row may be that ends there: as far as the logo, where it stands beside it."""
        logo = self.layout.logo
        if not self.logo or logo is None:
            return foot.width_mm
        top_mm = baseline_mm - foot.size_mm
        beside = top_mm < logo.y_mm + logo.height_mm and baseline_mm + 0.3 * foot.size_mm > logo.y_mm
        room_mm = logo.x_mm - _LOGO_GAP_MM - foot.x_mm
        return min(foot.width_mm, room_mm) if beside and room_mm > 0 else foot.width_mm


def _right_mm(box: TextBox) -> float | None:
    return box.x_mm + box.width_mm if box.align == "right" else None


def _fitted(box: QrBox, dpi: int) -> tuple[float, float, float]:
    """Place and side of the code: whole dots a module, not larger than the box, on the grid of dots."""
    dot_mm = MM_PER_INCH / dpi
    module = max(1, int(box.size_mm / MODULES / dot_mm + 1e-6))
    side_mm = MODULES * module * dot_mm
    free_mm = max(0.0, box.size_mm - side_mm)
    x_mm = box.x_mm + (free_mm if "right" in box.corner else 0)
    y_mm = box.y_mm + (free_mm if "bottom" in box.corner else 0)
    return round(x_mm / dot_mm) * dot_mm, round(y_mm / dot_mm) * dot_mm, side_mm


def _shape(look: TypeLook, x: float, y: float, d: float) -> Mark:
    """The type's shape round a point, as wide as a circle of diameter `d` looks."""
    match look.shape:
        case Shape.CIRCLE:
            return Disc(x, y, d / 2, look.ink)
        case Shape.RING:
            return Disc(x, y, d / 2, look.ink, hole_mm=d / 2 - _RING_WIDTH * d)
        case Shape.SQUARE:
            corners = _regular(x, y, _SQUARE_SIDE * d / math.sqrt(2), 4, 45)
        case Shape.DIAMOND:
            corners = _regular(x, y, _DIAMOND_RADIUS * d, 4, 90)
        case Shape.HEXAGON:
            corners = _regular(x, y, _HEXAGON_RADIUS * d, 6, 0)
        case Shape.TRIANGLE:
            # A triangle's middle lies lower than that of the circle round it.
            corners = _regular(x, y + 0.12 * d, _TRIANGLE_RADIUS * d, 3, 90)
        case Shape.PENTAGON:
            corners = _regular(x, y + 0.04 * d, _PENTAGON_RADIUS * d, 5, 90)
        case Shape.CROSS:
            corners = _cross(x, y, d / 2, _CROSS_ARM * d / 2)
    return Polygon(corners, look.ink)


def _regular(x: float, y: float, radius: float, corners: int, first_deg: float) -> tuple[Point, ...]:
    angles = [math.radians(first_deg + 360 * each / corners) for each in range(corners)]
    return tuple((x + radius * math.cos(each), y - radius * math.sin(each)) for each in angles)


def _cross(x: float, y: float, r: float, arm: float) -> tuple[Point, ...]:
    corners = [(-arm, -r), (arm, -r), (arm, -arm), (r, -arm), (r, arm), (arm, arm)]
    return tuple((x + dx, y + dy) for dx, dy in (*corners, *((-dx, -dy) for dx, dy in corners)))
