"""The picture of a plan: everything is on it, each finding is ringed where it lies, labels cover no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageColor

from kiosk.domain.floorplan import Flow
from kiosk.domain.words import Words
from kiosk.pack.faults import PackFault
from kiosk.pack.plans.drawing import Box, DrawnKiosk
from kiosk.pack.plans.findings import FindingKind, Layout, PlanFinding, Spot, spot
from kiosk.pack.plans.legend import Numbered, wrapped
from kiosk.pack.plans.linter import lint
from kiosk.pack.plans.marks import Pixels, Taken, apart, leader, overlap
from kiosk.pack.plans.pictures import HEAD_PX, MARGIN_M, draw_findings, font
from kiosk.pack.plans.strokes import COLOURS, GATE, KIOSK, PASSAGE
from kiosk.pack.records.ledger import Gravity
from tests.pack.plans.conftest import passage

LayOut = Callable[..., Layout]
FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"


def _draw(layout: Layout, folder: Path, findings: tuple[PlanFinding, ...] | None = None) -> tuple[Path, ...]:
    found = lint(layout) if findings is None else findings
    return draw_findings(layout.drawings, layout.places, layout.plan, found, folder, FONTS)


def _coloured(path: Path, colour: str, box: Pixels) -> int:
    """Pixels of exactly that colour in a part of the picture."""
    with Image.open(path) as image:
        part = image.convert("RGB").crop(tuple(int(each) for each in box))
    wanted = ImageColor.getrgb(colour)
    return sum(count for count, each in part.getcolors(part.width * part.height) or () if each == wanted)


def _height(path: Path) -> int:
    with Image.open(path) as image:
        return image.height


def _near(path: Path, x_m: float, y_m: float, round_m: float = 1.0) -> Pixels:
    """Pixels round a place of the small hall, which is 30 m wide."""
    with Image.open(path) as image:
        scale = image.width / (30 + 2 * MARGIN_M)
    x, y = (x_m + MARGIN_M) * scale, HEAD_PX + (y_m + MARGIN_M) * scale
    return x - round_m * scale, y - round_m * scale, x + round_m * scale, y + round_m * scale


def test_a_picture_a_level_and_the_same_each_time(lay_out: LayOut, tmp_path: Path) -> None:
    layout = lay_out()
    first = _draw(layout, tmp_path)
    assert [path.name for path in first] == ["平面图_1.png", "平面图_2.png"]
    before = [path.read_bytes() for path in first]
    assert [path.read_bytes() for path in _draw(layout, tmp_path)] == before


def test_gates_kiosks_and_passages_are_on_it(lay_out: LayOut, tmp_path: Path) -> None:
    lower = {"passages": (passage("p", ((13.0, 12.0), (17.0, 12.0)), Flow.ONE_WAY),)}
    path = _draw(lay_out(lower=lower), tmp_path, ())[0]
    for colour, place in ((GATE, (15.0, 19.8)), (KIOSK, (13.0, 18.0)), (PASSAGE, (15.0, 12.0))):
        assert _coloured(path, colour, _near(path, *place)) > 50
    # The line leads eastwards, so its right hand, where the arrow points, is the south.
    assert _coloured(path, PASSAGE, _near(path, 15.0, 12.6, 0.3)) > 50
    assert _coloured(path, PASSAGE, _near(path, 15.0, 11.4, 0.3)) == 0


def test_a_finding_is_ringed_where_it_lies_and_nowhere_else(lay_out: LayOut, tmp_path: Path) -> None:
    layout = lay_out(places={"A002": {"box": Box(5, 5, 3, 3)}})
    assert [each.kind for each in lint(layout)] == [FindingKind.OVERLAP]
    lower, upper = _draw(layout, tmp_path)
    red = COLOURS[Gravity.ERROR]
    ring = _coloured(lower, red, _near(lower, 5.5, 6.5, 2.5))
    with Image.open(lower) as image:
        plan = (0.0, float(HEAD_PX), float(image.width), HEAD_PX + (20 + 2 * MARGIN_M) * image.width / 34)
    badge = _coloured(lower, red, plan) - ring
    assert ring > 300
    assert badge < ring, "its number, at most"
    assert _coloured(upper, red, plan) == 0


def test_what_lies_nowhere_is_told_under_the_first_level(lay_out: LayOut, tmp_path: Path) -> None:
    layout = lay_out()
    lost = PlanFinding(FindingKind.NOT_DRAWN, Gravity.ERROR, "x", 0, "A009", Words("找不到", "lost"))
    bare = [_height(path) for path in _draw(layout, tmp_path, ())]
    told = [_height(path) for path in _draw(layout, tmp_path, (lost,))]
    assert told[0] > bare[0]
    assert told[1] == bare[1]


def test_off_the_floor_is_still_on_the_picture(lay_out: LayOut, tmp_path: Path) -> None:
    layout = lay_out(lower={"kiosks": (DrawnKiosk("east-1", (37.0, 18.0), 0.0),)})
    path, upper = _draw(layout, tmp_path)
    with Image.open(path) as image, Image.open(upper) as other:
        whole = (0.0, float(HEAD_PX), float(image.width), HEAD_PX + 20.0 * image.width / 41)
        assert image.width / image.height > other.width / other.height
    assert _coloured(path, KIOSK, whole) > 200


@pytest.mark.parametrize("box", [Box(1990, 5, 3, 3), Box(-1990, -1990, 3, 3), Box(3, 1800, 3, 3)])
def test_a_typing_error_far_off_does_not_shrink_the_picture(
    lay_out: LayOut, tmp_path: Path, box: Box
) -> None:
    layout = lay_out(places={"A002": {"box": box}})
    assert [each.kind for each in lint(layout)] == [FindingKind.OFF_FLOOR]
    path = _draw(layout, tmp_path)[0]
    with Image.open(path) as image:
        assert image.width >= 1_400
        plan = (0.0, float(HEAD_PX), float(image.width), float(image.height - 290))
    assert _coloured(path, COLOURS[Gravity.ERROR], plan) > 300, "a number and part of its ring at the edge"
    assert _coloured(path, KIOSK, plan) > 200, "kiosks are as large as ever"


def test_one_picture_each(lay_out: LayOut, tmp_path: Path) -> None:
    layout = lay_out(places={"A002": {"box": Box(5, 5, 3, 3)}})
    written = draw_findings(
        layout.drawings, layout.places, layout.plan, lint(layout), tmp_path, FONTS, one_each=True
    )
    assert [path.name for path in written] == ["平面图_1.png", "平面图_1_1.png", "平面图_2.png"]
    with Image.open(written[0]) as whole, Image.open(written[1]) as part:
        assert part.width < whole.width / 1.5


def test_missing_fonts_are_said(lay_out: LayOut, tmp_path: Path) -> None:
    layout = lay_out()
    with pytest.raises(PackFault, match=r"NotoSansSC_700Bold\.ttf is missing: install the program again"):
        draw_findings(layout.drawings, layout.places, layout.plan, (), tmp_path, tmp_path)


def test_a_huge_hall_is_bounded(lay_out: LayOut, tmp_path: Path) -> None:
    floor = ((0.0, 0.0), (1500.0, 0.0), (1500.0, 20.0), (0.0, 20.0))
    layout = lay_out(lower={"floor": floor, "width_m": 1500.0})
    with Image.open(_draw(layout, tmp_path)[0]) as image:
        assert image.width <= 5_100


# ---- labels


boxes = st.builds(
    lambda x, y: (float(x), float(y), x + 40.0, y + 40.0), st.integers(60, 900), st.integers(60, 900)
)


@settings(max_examples=40, deadline=None)
@given(st.lists(boxes, max_size=12), st.lists(boxes, max_size=20))
def test_labels_cover_no_other_and_stay_on_the_picture(marks: list[Pixels], shapes: list[Pixels]) -> None:
    taken = Taken((0, 0, 1000, 1000), shapes)
    placed = [taken.place(mark, 30, 20) for mark in marks]
    assert all(not overlap(a, b) for i, a in enumerate(placed) for b in placed[:i])
    assert all(box[0] >= 0 and box[1] >= 0 and box[2] <= 1000 and box[3] <= 1000 for box in placed)
    assert all((round(box[2] - box[0], 6), round(box[3] - box[1], 6)) == (30, 20) for box in placed)


def test_a_full_picture_still_places_its_labels() -> None:
    taken = Taken((0, 0, 50, 50), [])
    placed = [taken.place((20, 20, 30, 30), 40, 20) for _ in range(8)]
    assert len(placed) == len(taken.marks) == 8


def test_a_leader_ends_at_the_ring() -> None:
    assert leader((0, 0, 10, 10), (50, 0, 80, 30)) == ((5, 5), (50, 5))


def test_of_spots_close_together_one_is_numbered() -> None:
    row = [(x, 0.0, x + 10, 10.0) for x in (0.0, 20.0, 40.0, 60.0, 80.0)]
    assert apart(row, 35) == [row[0], row[2], row[4]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("one two three", ["one two", "three"]),
        ("一二三四五六七", ["一二三四", "五六七"]),
        ("一二三四，五", ["一二三", "四，五"]),
        ("展位号A001", ["展位号", "A001"]),
    ],
)
def test_lines_break_where_they_may(text: str, lines: list[str]) -> None:
    class Fixed:
        def getlength(self, text: str) -> float:
            return sum(1 if each.isascii() else 2 for each in text)

    assert wrapped(text, 8, Fixed()) == lines


def test_a_numbered_finding_knows_its_levels() -> None:
    finding = PlanFinding(
        FindingKind.OVERLAP, Gravity.LOOK, "x", 0, "y", Words("", ""), (spot("2", (1.0, 2.0)),)
    )
    assert Numbered(1, finding).on("2")
    assert not Numbered(1, finding).on("1")
    assert not Numbered(1, replace(finding, spots=())).on("2")
    assert Spot("2", Box(1.0, 2.0, 0.0, 0.0)) == finding.spots[0]
    assert font(FONTS, 20) is font(FONTS, 20)
