"""PDF, raster, label printer and preview show the same badge: each layout drawn by each, and compared.

The bound: with edges moved by one dot at most (rounding to whole dots, hinting), 2.5 % of a small text's ink
is unmatched in the worst of what is drawn here, of most 0.1 %; half a millimetre puts 8 % and more of even
the largest name out of place, and 20 % and more of others.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest
from PIL import Image

from kiosk.badges.face import BadgeFace
from kiosk.badges.marks import Area, Code, Composition, Glyphs, Mark
from kiosk.badges.renderer import Renderer
from kiosk.domain.badge_type import BadgeType
from tests.badges import pictures
from tests.fakes.compositions import FONTS, TOKEN, card, label

BOUND = 0.03
LAYOUTS = FONTS.parent / "badge_layouts"
DPI = {"a6": 203, "a7": 203, "card": 300, "label_4x3": 203, "tape_62": 300}
FACES = (
    ("买买提·阿卜杜热合曼·买合木提", BadgeType.EMPLOYER, "B012"),
    ("Åsa Björk-Ñandú O'Neill", BadgeType.SCHOOL, ""),
    ("䶮𬭎", BadgeType.PRESS, "A001"),
    ("卢卡什·Łukasz Żółć", BadgeType.GRADUATE, "B012"),
)
if os.environ.get("FAIR_KIOSK_LONG"):
    HURTING = (FONTS.parents[1] / "tests" / "badges" / "names.txt").read_text("utf-8").splitlines()
    FACES += tuple((name, tuple(BadgeType)[at % 8], "A001" * (at % 2)) for at, name in enumerate(HURTING))
Draw = Callable[[Composition], Image.Image]


@pytest.fixture(scope="module", autouse=True)
def fonts(application) -> None:
    from kiosk.ui import fonts as ui_fonts  # noqa: PLC0415  (the application comes first)

    ui_fonts.load()


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(FONTS, LAYOUTS)


def face(name: str, badge_type: BadgeType, stall: str) -> BadgeFace:
    return BadgeFace(
        token=TOKEN,
        type=badge_type,
        name=name,
        organisation="北京科技大学",
        detail="计算机科学与技术·硕士",
        fair_name="首都高校毕业生冬季双选会（示例）",
        fair_date="2026-11-28",
        lost="4 号服务台",
        latin="Lin Zhiyuan",
        stall=stall,
        sample=True,
    )


def drawn(composition: Composition) -> dict[str, Image.Image]:
    """By each renderer for itself."""
    return {
        "pdf": pictures.by_pdf(composition),
        "raster": pictures.by_raster(composition, 24),
        "preview": pictures.by_qt(composition),
    }


def disagreements(composition: Composition, drawings: dict[str, Image.Image]) -> list[str]:
    """Which pairs differ, in what, and by how much."""
    found = []
    for one, other in combinations(drawings, 2):
        pair = (drawings[one], drawings[other])
        for measure in (pictures.worst_ink, pictures.worst_area):
            share, mark = measure(*pair, composition)
            if share > BOUND:
                found.append(f"{one} and {other}: {mark} by {share:.3f}")
        if (colour := pictures.worst_colour(*pair)) > 0.01:
            found.append(f"{one} and {other}: a colour by {colour:.3f}")
    return found


@pytest.mark.parametrize("layout", DPI)
def test_there_is_no_layout_beside_these(layout: str, renderer: Renderer) -> None:
    assert {each.id for each in renderer.layouts()} == set(DPI)


@pytest.mark.parametrize("layout", DPI)
@pytest.mark.parametrize("whose", FACES, ids=lambda each: each[0])
def test_all_show_the_same(layout: str, whose: tuple[str, BadgeType, str], renderer: Renderer) -> None:
    composition = renderer.compose(face(*whose), layout, dpi=DPI[layout])
    assert disagreements(composition, drawn(composition)) == []


@pytest.mark.parametrize("composition", [card(dpi=203), label(dpi=300)], ids=["card", "label"])
def test_compositions_made_by_hand_do(composition: Composition) -> None:
    assert disagreements(composition, drawn(composition)) == []


@pytest.mark.parametrize("layout", DPI)
@pytest.mark.parametrize("dpi", [203, 300])
def test_one_bit_shows_what_is_black_in_24(layout: str, dpi: int, renderer: Renderer) -> None:
    composition = renderer.compose(face(*FACES[0]), layout, dpi=dpi)
    assert _mono_disagrees(composition, pictures.by_raster(composition, 1)) <= BOUND


def _mono_disagrees(composition: Composition, dots: Image.Image) -> float:
    """Where no tone is: dithered areas are judged in tests/badges/test_dither.py."""
    pair = pictures.without_tones(dots, pictures.by_raster(composition, 24))
    if not composition.mono:
        fixed = tuple(each for each in composition.fixed if not isinstance(each, Area))
        composition = replace(composition, fixed=fixed)
    return pictures.worst_ink(*pair, composition)[0]


# ---- each renderer broken by half a millimetre


def moved(composition: Composition, kind: type[Mark]) -> Composition:
    """Its first own mark of a kind half a millimetre to the right."""
    at = next(at for at, mark in enumerate(composition.own) if isinstance(mark, kind))
    mark = composition.own[at]
    assert isinstance(mark, Glyphs | Code)
    own = (*composition.own[:at], replace(mark, x_mm=mark.x_mm + 0.5), *composition.own[at + 1 :])
    return replace(composition, own=own)


@pytest.mark.parametrize("kind", [Glyphs, Code])
@pytest.mark.parametrize("layout", ["a6", "tape_62"])
@pytest.mark.parametrize("which", ["pdf", "raster", "preview"])
def test_half_a_millimetre_is_seen(which: str, layout: str, kind: type[Mark], renderer: Renderer) -> None:
    composition = renderer.compose(face(*FACES[0]), layout, dpi=203)
    draw: dict[str, Draw] = {
        "pdf": pictures.by_pdf,
        "raster": lambda each: pictures.by_raster(each, 24),
        "preview": pictures.by_qt,
    }
    right = "pdf" if which != "pdf" else "raster"
    drawings = {right: draw[right](composition), which: draw[which](moved(composition, kind))}
    assert disagreements(composition, drawings) != []


def test_half_a_millimetre_is_seen_in_dots(renderer: Renderer) -> None:
    composition = renderer.compose(face(*FACES[0]), "tape_62", dpi=203)
    assert _mono_disagrees(composition, pictures.by_raster(moved(composition, Glyphs), 1)) > 2 * BOUND


def test_another_colour_or_a_lower_band_is_seen() -> None:
    composition = card(dpi=203)
    right = pictures.by_pdf(composition)
    [band] = [each for each in composition.fixed if isinstance(each, Area) and each.width_mm == 105]
    for wrong in (
        replace(band, fill="#AFDDFF"),
        replace(band, fill="#F5B800"),
        replace(band, height_mm=36.5),
    ):
        fixed = (wrong, *composition.fixed[1:])
        other = pictures.by_qt(replace(composition, fixed=fixed))
        assert disagreements(composition, {"pdf": right, "preview": other}) != []
