"""A badge as PDF: real size, crisp, searchable, and the same bytes for the same face."""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk.badges import setting
from kiosk.badges.face import BadgeFace
from kiosk.badges.fonts import FontFamily, load_fonts
from kiosk.badges.layout import Layout, Shape, TypeLook
from kiosk.badges.qr import token_matrix
from kiosk.badges.sheet import POINTS_PER_MM, Sheet
from kiosk.domain.attendee import TYPE_WORDS

# Equal weight to the eye beside a circle of diameter 1: side, or radius, of each shape.
_SQUARE_SIDE = 0.9
_DIAMOND_RADIUS = 0.6
_HEXAGON_RADIUS = 0.55
_TRIANGLE_RADIUS = 0.64
_PENTAGON_RADIUS = 0.56
_RING_WIDTH = 0.2
_CROSS_ARM = 0.32


def render_pdf(badge: BadgeFace, fonts: Path, layout: Layout) -> bytes:
    """One page with the badge. `fonts` is the folder of Noto Sans SC.

    The metadata names nobody. FontFault where a font is missing, ValueError for a token of another length.
    """
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    matrix = token_matrix(badge.token)
    out = io.BytesIO()
    size = (layout.width_mm * POINTS_PER_MM, layout.height_mm * POINTS_PER_MM)
    family = load_fonts(fonts)
    canvas = Canvas(
        out,
        pagesize=size,
        invariant=1,  # the same face gives the same bytes
        pageCompression=1,
        lang="zh-CN",
        initialFontName=family.name(layout.foot.weight),
    )
    canvas.setTitle("Badge")
    canvas.setAuthor("Fair Kiosk")
    canvas.setCreator("Fair Kiosk")
    canvas.setSubject(layout.id)
    canvas.setViewerPreference("PrintScaling", "None")  # a scaled badge fits no holder
    sheet = _Sheet(canvas, layout, family)
    _draw_band(sheet, badge)
    _draw_person(sheet, badge)
    sheet.qr(matrix, layout.qr)
    _draw_foot(sheet, badge)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


class _Sheet(Sheet):
    """A badge's page."""

    def __init__(self, canvas: Any, layout: Layout, fonts: FontFamily) -> None:
        super().__init__(canvas, fonts, layout.height_mm)
        self.layout = layout


def _draw_band(sheet: _Sheet, badge: BadgeFace) -> None:
    layout, band = sheet.layout, sheet.layout.band
    look = layout.look(badge.type)
    sheet.fill(look.fill)
    sheet.rect(0, 0, layout.width_mm, band.height_mm, stroke=0, fill=1)
    if look.border_mm:
        inset = look.border_mm / 2
        sheet.stroke(look.ink, look.border_mm)
        sheet.rect(
            inset, inset, layout.width_mm - look.border_mm, band.height_mm - look.border_mm, stroke=1, fill=0
        )
    _draw_slot(sheet)
    sheet.fill(look.ink)
    words = TYPE_WORDS[badge.type]
    sheet.text(words.zh, band.word)
    sheet.text(words.en.upper(), band.english)
    _draw_shape(sheet, look)


def _draw_slot(sheet: _Sheet) -> None:
    layout, band = sheet.layout, sheet.layout.band
    sheet.fill("#FFFFFF")
    sheet.stroke(layout.hair, layout.hair_mm)
    sheet.canvas.roundRect(
        sheet.x((layout.width_mm - band.slot_width_mm) / 2),
        sheet.y(band.slot_centre_mm + band.slot_height_mm / 2),
        sheet.x(band.slot_width_mm),
        sheet.x(band.slot_height_mm),
        sheet.x(band.slot_height_mm / 2),
        stroke=1,
        fill=1,
    )


def _draw_shape(sheet: _Sheet, look: TypeLook) -> None:
    band = sheet.layout.band
    x, y, d = sheet.x(band.shape_x_mm), sheet.y(band.shape_y_mm), sheet.x(band.shape_mm)
    canvas = sheet.canvas
    polygons: dict[Shape, Callable[[], list[tuple[float, float]]]] = {
        Shape.SQUARE: lambda: _regular(x, y, _SQUARE_SIDE * d / math.sqrt(2), 4, 45),
        Shape.DIAMOND: lambda: _regular(x, y, _DIAMOND_RADIUS * d, 4, 90),
        Shape.HEXAGON: lambda: _regular(x, y, _HEXAGON_RADIUS * d, 6, 0),
        # A triangle's middle lies lower than that of the circle round it.
        Shape.TRIANGLE: lambda: _regular(x, y - 0.12 * d, _TRIANGLE_RADIUS * d, 3, 90),
        Shape.PENTAGON: lambda: _regular(x, y - 0.04 * d, _PENTAGON_RADIUS * d, 5, 90),
        Shape.CROSS: lambda: _cross(x, y, d / 2, _CROSS_ARM * d / 2),
    }
    if look.shape is Shape.CIRCLE:
        canvas.circle(x, y, d / 2, stroke=0, fill=1)
    elif look.shape is Shape.RING:
        sheet.stroke(look.ink, _RING_WIDTH * sheet.layout.band.shape_mm)
        canvas.circle(x, y, d * (1 - _RING_WIDTH) / 2, stroke=1, fill=0)
    else:
        _fill_polygon(canvas, polygons[look.shape]())


def _regular(x: float, y: float, radius: float, corners: int, first_deg: float) -> list[tuple[float, float]]:
    angles = (math.radians(first_deg + 360 * each / corners) for each in range(corners))
    return [(x + radius * math.cos(each), y + radius * math.sin(each)) for each in angles]


def _cross(x: float, y: float, r: float, arm: float) -> list[tuple[float, float]]:
    corners = [(-arm, r), (arm, r), (arm, arm), (r, arm), (r, -arm), (arm, -arm)]
    return [(x + dx, y + dy) for dx, dy in (*corners, *((-dx, -dy) for dx, dy in corners))]


def _fill_polygon(canvas: Any, corners: list[tuple[float, float]]) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _draw_person(sheet: _Sheet, badge: BadgeFace) -> None:
    layout = sheet.layout
    sheet.fill(layout.ink)
    name = setting.set_name(badge.name, layout.name, sheet.measure(layout.name.weight))
    # The name as one text for whoever copies or searches it, though it may stand on two lines.
    actual = setting.tidy(badge.name).encode("utf-16-be").hex().upper()
    sheet.canvas.addLiteral(f"/Span << /ActualText <FEFF{actual}> >> BDC")
    for line in name:
        sheet.line(line, layout.name.weight)
    sheet.canvas.addLiteral("EMC")
    sheet.text(badge.latin.upper(), layout.latin)
    sheet.text(badge.organisation, layout.organisation)
    sheet.text(badge.detail, layout.detail)


def _draw_foot(sheet: _Sheet, badge: BadgeFace) -> None:
    layout, foot = sheet.layout, sheet.layout.foot
    sheet.fill(layout.ink)
    sheet.text(badge.stall, layout.stall)
    measure = sheet.measure(foot.weight)
    rows: list[tuple[str, float]] = []
    for text in (
        badge.fair_name,
        badge.fair_date,
        layout.lost_label + badge.lost if badge.lost else "",
        layout.sample_mark if badge.sample else "",
    ):
        # a stall's number stands above: four lines are all there is room for
        one_line = bool(badge.stall)
        size_mm, parts = setting.wrap(text, foot.width_mm, foot.size_mm, measure, one_line=one_line)
        rows += [(part, size_mm) for part in parts]
    for above, (text, size_mm) in enumerate(reversed(rows)):
        baseline_mm = foot.last_baseline_mm - above * foot.pitch_mm
        sheet.line(setting.Line(text, foot.x_mm, baseline_mm, size_mm), foot.weight)
