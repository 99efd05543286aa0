"""Sheets as data: their slots, crop marks, backs and piles."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.badges.imposition import (
    SheetFault,
    SheetLayout,
    Slot,
    back,
    centred,
    crop_marks,
    dealt,
    fits,
    read_sheet,
    read_sheets,
    slots,
)
from kiosk.badges.layout import read_layouts
from kiosk.domain.printing import Media

ROOT = Path(__file__).parents[2]
SHEETS = read_sheets(ROOT / "resources" / "sheet_layouts")
LAYOUTS = read_layouts(ROOT / "resources" / "badge_layouts")
every_sheet = pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)

PLAIN = """
id = "x"
name.zh = "甲"
name.en = "X"
media.width_mm = 210
media.height_mm = 297
badge = "a7"
columns = 2
rows = 2
slot_width_mm = 74
slot_height_mm = 105
margin_left_mm = 20
margin_top_mm = 20
"""


def made(folder: Path, text: str = PLAIN) -> SheetLayout:
    path = folder / "x.toml"
    path.write_text(text, encoding="utf-8")
    return read_sheet(path)


def test_the_sheets_that_fairs_print_on_are_there() -> None:
    papers = {(each.media.width_mm, each.media.height_mm, each.badge, each.slots) for each in SHEETS.values()}
    for wanted in (
        (210, 297, "a6", 4),
        (210, 297, "a7", 8),
        (210, 297, "card", 10),
        (297, 420, "a6", 8),
        (297, 420, "a7", 16),
        (105, 148, "a6", 1),
        (210, 297, "card", 8),
        (215.9, 279.4, "label_4x3", 6),
    ):
        assert wanted in papers


@every_sheet
def test_a_sheets_badge_goes_into_its_slots(sheet: SheetLayout) -> None:
    layout = LAYOUTS[sheet.badge]
    assert fits(sheet, layout.width_mm, layout.height_mm)


@every_sheet
def test_slots_lie_on_the_paper_and_not_on_each_other(sheet: SheetLayout) -> None:
    places = slots(sheet)
    assert len(places) == sheet.slots
    for at, one in enumerate(places):
        assert one.x_mm >= 0
        assert one.y_mm >= 0
        assert one.x_mm + one.width_mm <= sheet.media.width_mm + 0.01
        assert one.y_mm + one.height_mm <= sheet.media.height_mm + 0.01
        assert not any(_overlap(one, other) for other in places[:at])


def _overlap(one: Slot, other: Slot) -> bool:
    return (
        min(one.x_mm + one.width_mm, other.x_mm + other.width_mm) - max(one.x_mm, other.x_mm) > 0.01
        and min(one.y_mm + one.height_mm, other.y_mm + other.height_mm) - max(one.y_mm, other.y_mm) > 0.01
    )


@every_sheet
def test_crop_marks_stand_outside_of_all_badges_and_at_every_edge(sheet: SheetLayout) -> None:
    lines = crop_marks(sheet)
    for x1, y1, x2, y2 in lines:
        mark = Slot(min(x1, x2), min(y1, y2), max(abs(x2 - x1), 0.1), max(abs(y2 - y1), 0.1))
        assert not any(_overlap(mark, each) for each in slots(sheet))
        assert mark.x_mm >= 0
        assert mark.y_mm >= 0
    if sheet.crop_marks:
        edges = {round(each.x_mm, 2) for each in slots(sheet)} | {
            round(each.x_mm + each.width_mm, 2) for each in slots(sheet)
        }
        assert edges <= {round(x1, 2) for x1, _y1, x2, _y2 in lines if x1 == x2}


@every_sheet
def test_a_back_lies_behind_its_front(sheet: SheetLayout) -> None:
    """As paper does: a point behind the front is mirrored in the edge over which the sheet is turned."""
    width, height = sheet.media.width_mm, sheet.media.height_mm
    for front in slots(sheet):
        behind = back(front, sheet.media)
        if height >= width:
            assert behind.x_mm == pytest.approx(width - front.x_mm - front.width_mm)
            assert behind.y_mm == front.y_mm
        else:
            assert behind.y_mm == pytest.approx(height - front.y_mm - front.height_mm)
            assert behind.x_mm == front.x_mm
        again = back(behind, sheet.media)
        assert (again.x_mm, again.y_mm, again.turn_deg) == pytest.approx(
            (front.x_mm, front.y_mm, front.turn_deg)
        )


@pytest.mark.parametrize(
    ("turn", "media", "behind"),
    [
        (0, Media(210, 297), 0),
        (90, Media(210, 297), 270),  # its top is at the right; seen from behind that is the left
        (0, Media(297, 210), 180),  # turned over its upper edge, all stands on its head
        (90, Media(297, 210), 90),
    ],
)
def test_a_badges_top_is_on_the_same_side_of_the_paper_front_and_back(
    turn: int, media: Media, behind: int
) -> None:
    assert back(Slot(10, 20, 50, 30, turn), media).turn_deg == behind


def test_a_badge_stands_in_the_middle_of_its_slot() -> None:
    assert centred(Slot(10, 20, 100, 60), 86, 54) == Slot(17, 23, 86, 54)
    assert centred(Slot(10, 20, 60, 100, 90), 86, 54) == Slot(13, 27, 54, 86, 90)


def test_sheets_that_are_cut_as_one_pile_keep_the_order_in_each_small_pile(tmp_path: Path) -> None:
    sheet = made(tmp_path, PLAIN + "piled = true\n")
    cards = list(range(10))
    sheets = dealt(cards, sheet)
    assert len(sheets) == 3
    piles = [[row[slot] for row in sheets if row[slot] is not None] for slot in range(sheet.slots)]
    assert [card for pile in piles for card in pile] == cards
    assert piles[0] == [0, 1, 2]


def test_other_sheets_are_filled_one_after_the_other(tmp_path: Path) -> None:
    assert dealt(list(range(5)), made(tmp_path)) == ((0, 1, 2, 3), (4, None, None, None))
    assert dealt([], made(tmp_path)) == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("columns = 2", "columns = 3"), "beyond the paper"),
        (('id = "x"', 'id = "y"'), "id must be x"),
        (("rows = 2", "rows = 2\ncolour = 1"), "colour"),
        (("rows = 2", ""), "rows"),
        (("rows = 2", "rows = 2\nturn_deg = 45"), "45"),
        (("rows = 2", 'rows = 2\nseparator = "strip"\npiled = true'), "strips"),
        (("rows = 2", "rows = ["), "x.toml"),
    ],
)
def test_a_layout_that_is_wrong_is_refused_and_says_where(
    tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    text = PLAIN.replace(*change)
    assert text != PLAIN
    with pytest.raises(SheetFault, match=r"x\.toml") as fault:
        made(tmp_path, text)
    assert said in str(fault.value)


def test_a_missing_layout_is_said(tmp_path: Path) -> None:
    with pytest.raises(SheetFault, match=r"no\.toml"):
        read_sheet(tmp_path / "no.toml")
    with pytest.raises(SheetFault, match="no sheet layouts"):
        read_sheets(tmp_path)
