"""Badges composed by hand: what the renderers draw where no layout is asked."""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path
from typing import Any

from kiosk.badges.marks import Area, Code, Composition, Disc, Glyphs, Mark, Polygon

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
FILES = {400: "NotoSansSC_400Regular.ttf", 500: "NotoSansSC_500Medium.ttf", 700: "NotoSansSC_700Bold.ttf"}
TOKEN = ("F1" + "AZ2QB7XK" * 19)[:150]
INK = "#17191C"
_MODULES = 41


@lru_cache(maxsize=3)
def _font(weight: int) -> tuple[dict[int, str], dict[str, tuple[int, int]]]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    with TTFont(FONTS / FILES[weight], lazy=True) as font:
        return font.getBestCmap(), dict(font["hmtx"].metrics)


@lru_cache(maxsize=4096)
def advance_em(character: str, weight: int) -> float:
    """A character's advance, from the font's own table by fontTools."""
    cmap, widths = _font(weight)
    return float(widths[cmap[ord(character)]][0] / 1000)


def line(text: str, x_mm: float, baseline_mm: float, size_mm: float, weight: int, **more: Any) -> Glyphs:
    """A text with the advances of its characters."""
    more.setdefault("colour", INK)
    advances = tuple(advance_em(each, weight) for each in text)
    return Glyphs(text, x_mm, baseline_mm, size_mm, weight, advances_em=advances, **more)


def code(x_mm: float, y_mm: float, module_dots: int, dpi: int, token: str = TOKEN) -> Code:
    """A code near a place, on whole dots."""
    dots = 25.4 / dpi
    return Code(round(x_mm / dots) * dots, round(y_mm / dots) * dots, _MODULES * module_dots * dots, token)


def card(
    name: str = "林知远", *, fill: str = "#AFDDFB", ink: str = INK, dpi: int = 300, token: str = TOKEN
) -> Composition:
    """A card of A6 with every sort of mark but a picture."""
    hexagon = tuple(
        (78 + 6 * math.cos(math.radians(60 * each)), 22.7 + 6 * math.sin(math.radians(60 * each)))
        for each in range(6)
    )
    fixed: tuple[Mark, ...] = (
        Area(0, 0, 105, 35, fill=fill),
        Area(45.5, 4, 14, 3.8, fill="#FFFFFF", stroke="#D5D1C6", stroke_mm=0.25, radius_mm=1.9),
        line("毕业生", 7, 24.7, 13.2, 700, colour=ink),
        line("GRADUATE", 7.3, 30.5, 4.3, 500, colour=ink, tracking_em=0.08),
        Disc(92, 22.7, 6.7, ink, hole_mm=3),
        Polygon(hexagon, ink),
        line("首都高校毕业生冬季双选会（示例）", 50, 129, 3.5, 400),
        line("遗失补办：4 号服务台", 50, 134.5, 3.5, 400),
    )
    size_mm = min(25.0, 91 / max(1, len(name)))
    own: tuple[Mark, ...] = (
        line(name, 7, 66, size_mm, 700, whole=name),
        line("LIN ZHIYUAN", 7, 78, 4.8, 500, tracking_em=0.05),
        line("北京科技大学", 7, 88, 7, 700),
        line("计算机科学与技术·硕士", 7, 97, 4.6, 400),
        code(7, 104, module_dots=round(0.88 * dpi / 25.4), dpi=dpi, token=token),
    )
    return Composition(105, 148, dpi, fixed, own, fixed_key=f"card {fill} {ink} {dpi}")


def label(name: str = "林知远", *, dpi: int = 203, token: str = TOKEN) -> Composition:
    """A label of 62 x 40 mm in black alone."""
    fixed: tuple[Mark, ...] = (
        Area(2, 2, 58, 7.5, fill="#000000"),
        line("毕业生", 4, 7.7, 5, 700, colour="#FFFFFF"),
        line("GRADUATE", 38, 6.8, 2.6, 500, colour="#FFFFFF"),
        Disc(56, 5.75, 2, "#FFFFFF"),
        line("首都高校毕业生冬季双选会·2026-11-28", 2.5, 36.5, 1.9, 400, colour="#000000"),
    )
    own: tuple[Mark, ...] = (
        line(name, 2.5, 21, min(10.0, 36 / max(1, len(name))), 700, colour="#000000", whole=name),
        line("北京科技大学", 2.5, 27, 3.5, 700, colour="#000000"),
        line("计算机科学与技术·硕士", 2.5, 31, 2.6, 400, colour="#000000"),
        code(42, 18, module_dots=3, dpi=dpi, token=token),
    )
    return Composition(62, 40, dpi, fixed, own, fixed_key=f"label {dpi}", mono=True)
