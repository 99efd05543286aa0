"""Sheets of a batch as they come out: every code reads, fronts and backs match, groups are told apart."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from kiosk.badges.batch_sheets import (
    DPI,
    SEPARATOR,
    BackFace,
    SeparatorFace,
    SheetHead,
    plain_back,
    separator,
    sheet_pages,
)
from kiosk.badges.face import BadgeFace
from kiosk.badges.imposition import SheetLayout, read_sheets
from kiosk.badges.marks import Code, Composition, Glyphs
from kiosk.badges.metrics import load_metrics
from kiosk.badges.pdf import PageMarks, Placed, draw_pages
from kiosk.badges.reading import picture_read
from kiosk.badges.renderer import Renderer
from kiosk.domain import badge
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.batch import Back, Separator
from kiosk.domain.words import Words

RESOURCES = Path(__file__).parents[2] / "resources"
FONTS = RESOURCES / "fonts"
METRICS = load_metrics(FONTS)
RENDERER = Renderer(FONTS, RESOURCES / "badge_layouts")
SHEETS = read_sheets(RESOURCES / "sheet_layouts")
HEAD = SheetHead("3F2A", 7, ("A 国企专区",) * 40)
READ_DPI = 150


def badges(sheet: SheetLayout, count: int) -> list[Composition]:
    return [RENDERER.compose(face(at), sheet.badge, dpi=DPI) for at in range(count)]


def face(at: int) -> BadgeFace:
    token = badge.PREFIX + f"{at:02d}".translate(str.maketrans("0123456789", "ABCDEFGHIJ"))
    return BadgeFace(
        token=token + "A" * (badge.TOKEN_LENGTH - len(token)),
        type=BadgeType.EMPLOYER,
        name=f"示例{'一二三四五六七八九十'[at % 10]}",
        organisation="京华软件（示例）",
        detail="招聘经理",
        fair_name="双选会",
        fair_date="2026-11-28",
        lost="4 号服务台",
        stall=f"A{at:03d}",
    )


def read(pages: list[PageMarks]) -> list[set[str]]:
    """The codes that a reader finds on each page."""
    out = io.BytesIO()
    draw_pages(pages, FONTS, out)
    document = pypdfium2.PdfDocument(out.getvalue())
    pictures = [page.render(scale=READ_DPI / 72, grayscale=True).to_pil() for page in document]
    document.close()
    return [set(picture_read(each)) for each in pictures]


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_every_code_reads_on_both_sides(sheet: SheetLayout) -> None:
    cards = badges(sheet, sheet.slots)
    back = Back.SAME if sheet.duplex else Back.NONE
    pages = list(sheet_pages(cards, sheet, HEAD, METRICS, backs=back))
    assert len(pages) == (2 if sheet.duplex else 1)
    wanted = {face(at).token for at in range(sheet.slots)}
    assert read(pages) == [wanted] * len(pages)


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_modules_stay_whole_dots_wherever_a_badge_stands_and_however_it_is_turned(sheet: SheetLayout) -> None:
    cards = badges(sheet, sheet.slots)
    for page in sheet_pages(cards, sheet, HEAD, METRICS, backs=Back.SAME):
        for placed in page.placed:
            (code,) = (each for each in placed.composition.own if isinstance(each, Code))
            for mm in corner(placed, code):
                dots = mm / 25.4 * DPI
                assert dots == pytest.approx(round(dots), abs=1e-6)


def corner(placed: Placed, code: Code) -> tuple[float, float]:
    """Where on the page the code's first module is."""
    width, height = placed.composition.width_mm, placed.composition.height_mm
    x, y = code.x_mm, code.y_mm
    turned = {0: (x, y), 90: (height - y, x), 180: (width - x, height - y), 270: (y, width - x)}
    across, down = turned[placed.turned_deg]
    return placed.x_mm + across, placed.y_mm + down


def test_a_back_stands_behind_its_own_front() -> None:
    sheet = SHEETS["a4_4_a6"]
    front, back = sheet_pages(badges(sheet, 3), sheet, HEAD, METRICS, backs=Back.SAME)
    for one, other in zip(front.placed, back.placed, strict=True):
        assert one.composition == other.composition
        assert other.x_mm == pytest.approx(210 - one.x_mm - 105, abs=0.05)
        assert other.y_mm == pytest.approx(one.y_mm, abs=0.05)


def test_a_plain_back_names_nobody_and_a_separator_has_none() -> None:
    sheet = SHEETS["a4_10_card"]
    lead = separator(SeparatorFace(Words("A 专区", "Zone A"), 2, None, "双选会"), 86, 54, METRICS)
    behind = BackFace(Words("双选会", "Fair"), "2026-11-28", Words("4 号台", "desk 4"))
    plain = plain_back(behind, 86, 54, METRICS)
    cards = [lead, *badges(sheet, 2)]
    front, back = sheet_pages(cards, sheet, HEAD, METRICS, backs=Back.PLAIN, plain=plain)
    assert len(front.placed) == 3
    assert [each.composition for each in back.placed] == [plain, plain]
    assert front.lines
    assert not back.lines, "cut by the front's marks"


def words(composition: Composition) -> str:
    marks = (*composition.fixed, *composition.own)
    return " ".join(mark.text for mark in marks if isinstance(mark, Glyphs))


@pytest.mark.parametrize(("width", "height"), [(105, 148), (86, 54), (101.6, 76.2), (74, 105)])
def test_a_separator_says_its_group_and_stays_on_its_card(width: float, height: float) -> None:
    heading = Words("10 号车 蒙A00003 内蒙古自治区赴京校企对接访问代表团", "")
    made = separator(
        SeparatorFace(heading, 34, Words("B 服务台第 3 排", "desk B, row 3"), "2026 届毕业生秋季双选会"),
        width,
        height,
        METRICS,
    )
    said = words(made)
    assert made.fixed_key.startswith(SEPARATOR)
    for part in ("蒙A00003", "34 张", "第 3 排", "双选会"):
        assert part in said
    for mark in made.fixed:
        if isinstance(mark, Glyphs):
            right = mark.x_mm + mark.size_mm * sum(mark.advances_em)
            assert 0 <= mark.x_mm < right <= width
            assert 0 < mark.baseline_mm - 0.75 * mark.size_mm < mark.baseline_mm < height


def test_heads_of_labels_name_the_groups_of_the_sheet() -> None:
    sheet = SHEETS["a4_8_label_99x68"]
    assert sheet.separator is Separator.STRIP
    head = replace(HEAD, headings=("A 区", "A 区", "B 区", "", "C 区", "C 区"))
    cards: list[Composition | None] = [*badges(sheet, 3), None, *badges(sheet, 2)]
    (page,) = sheet_pages(cards, sheet, head, METRICS)
    assert [each.text for each in page.texts] == ["A 区 … C 区", "第 7 张 Sheet 7·批次 Batch 3F2A"]
    assert len(page.placed) == 5


def test_a_character_that_the_fonts_lack_leaves_a_box() -> None:
    face = SeparatorFace(Words("\U0001f600 团", ""), 1, None, "")
    assert "□ 团" in words(separator(face, 86, 54, METRICS))
