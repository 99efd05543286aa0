"""Every layout, composed: nothing overlaps, nothing leaves the card, and the code can be read."""

from __future__ import annotations

import dataclasses
import io
import os
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from kiosk.badges import marks
from kiosk.badges.composition import compose, width_mm
from kiosk.badges.face import BadgeFace
from kiosk.badges.layout import Layout, read_layouts
from kiosk.badges.marks import Composition
from kiosk.badges.metrics import FILES, SECOND_FILES, Metrics, load_metrics
from kiosk.badges.qr import QUIET_MODULES
from kiosk.badges.setting import is_ideograph, tidy
from kiosk.badges.token_qr import MODULES
from kiosk.domain.attendee import TYPE_WORDS
from kiosk.domain.badge_type import BadgeType

RESOURCES = Path(__file__).parents[2] / "resources"
LAYOUTS = read_layouts(RESOURCES / "badge_layouts")
NAMES = (Path(__file__).parent / "names.txt").read_text(encoding="utf-8").splitlines()
PRINTERS_DPI = (180, 203, 300, 600)
Weight = Literal[400, 500, 700]
MakeFace = Callable[..., BadgeFace]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in mm."""
LONG = {
    "organisation": "中国铁路通信信号股份有限公司北京全路通信信号研究设计院集团（示例）",
    "detail": "人力资源部校园招聘与雇主品牌建设中心高级招聘专员兼任校企合作负责人",
    "latin": "Ábdurahman-Åke Turghun-Ýlmaz Jr.",
}


@pytest.fixture(scope="module")
def metrics() -> Metrics:
    return load_metrics(RESOURCES / "fonts")


@cache
def _font(weight: Weight, second: bool) -> ImageFont.FreeTypeFont:
    file = (SECOND_FILES if second else FILES)[weight]
    return ImageFont.truetype(str(RESOURCES / "fonts" / file), 1000, layout_engine=ImageFont.Layout.BASIC)


@cache
def _ink_em(character: str, weight: Weight, second: bool) -> Box | None:
    """The ink of a character, from its place on the baseline, y down; None where there is none."""
    left, top, right, bottom = _font(weight, second).getbbox(character, anchor="ls")
    return (left / 1000, top / 1000, right / 1000, bottom / 1000) if right > left and bottom > top else None


def _inks(glyphs: marks.Glyphs) -> list[Box]:
    """The ink of each character that has some."""
    boxes, pen_em = [], 0.0
    assert len(glyphs.advances_em) == len(glyphs.text)
    x, y, size = glyphs.x_mm, glyphs.baseline_mm, glyphs.size_mm
    seconds = glyphs.second or (False,) * len(glyphs.text)
    for character, advance, second in zip(glyphs.text, glyphs.advances_em, seconds, strict=True):
        box = _ink_em(character, glyphs.weight, second)  # type: ignore[arg-type]
        if box is not None:
            left, top, right, bottom = box
            boxes.append(
                (x + (pen_em + left) * size, y + top * size, x + (pen_em + right) * size, y + bottom * size)
            )
        pen_em += advance + glyphs.tracking_em
    return boxes


def _ink(glyphs: marks.Glyphs) -> Box:
    left, top, right, bottom = zip(*_inks(glyphs), strict=True)
    return (min(left), min(top), max(right), max(bottom))


def _box(mark: marks.Mark) -> Box:
    match mark:
        case marks.Glyphs():
            return _ink(mark)
        case marks.Disc():
            r = mark.radius_mm
            return (mark.x_mm - r, mark.y_mm - r, mark.x_mm + r, mark.y_mm + r)
        case marks.Polygon():
            xs, ys = zip(*mark.corners, strict=True)
            return (min(xs), min(ys), max(xs), max(ys))
        case marks.Code():
            return (mark.x_mm, mark.y_mm, mark.x_mm + mark.size_mm, mark.y_mm + mark.size_mm)
        case _:
            return (mark.x_mm, mark.y_mm, mark.x_mm + mark.width_mm, mark.y_mm + mark.height_mm)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _inside(one: Box, other: Box) -> bool:
    return one[0] >= other[0] and one[1] >= other[1] and one[2] <= other[2] and one[3] <= other[3]


def _quiet(code: marks.Code) -> Box:
    free = QUIET_MODULES * code.size_mm / MODULES
    left, top, right, bottom = _box(code)
    return (left - free, top - free, right + free, bottom + free)


def _faults(composition: Composition) -> Iterator[str]:
    """What is wrong with it, in words."""
    card = (0.0, 0.0, composition.width_mm, composition.height_mm)
    drawn = [(mark, _box(mark)) for mark in (*composition.fixed, *composition.own)]
    band = drawn[0][1]
    (code,) = [mark for mark, _ in drawn if isinstance(mark, marks.Code)]
    if not _inside(_quiet(code), card):
        yield "the quiet zone leaves the card"
    for mark, box in drawn:
        if not _inside(box, card):
            yield f"{mark} leaves the card"
        if mark is not code and _overlap(box, _quiet(code)):
            yield f"{mark} is in the quiet zone"
        if _overlap(box, band) and not _inside(box, band):
            yield f"{mark} crosses the band's edge"
    for (one, box), (other, its) in combinations(drawn[1:], 2):
        if _overlap(box, its) and _touch(one, other):
            yield f"{one} and {other} overlap"


def _touch(one: marks.Mark, other: marks.Mark) -> bool:
    """Whether two marks whose boxes overlap do so with a character, where they are texts."""
    parts = [_inks(each) if isinstance(each, marks.Glyphs) else [_box(each)] for each in (one, other)]
    return any(_overlap(box, its) for box in parts[0] for its in parts[1])


def _whole_text(glyphs: list[marks.Glyphs]) -> str:
    return "".join(each.text for each in glyphs)


def _variants(make_face: MakeFace, badge_type: BadgeType) -> Iterator[BadgeFace]:
    several = ("11-28 9:00–12:00", "1 号车 鲁A00001")
    for more in ({}, LONG):
        yield make_face("林知远", badge_type, **more)
        yield make_face("李娜", badge_type, marks=several[:1], **more)
        yield make_face("买买提·阿卜杜热合曼", badge_type, marks=several, sample=False, **more)
        yield make_face("欧阳明澈", badge_type, stall="B012", marks=("B 市属国企",), **more)
        yield make_face(
            "Åsa Ýgg",
            badge_type,
            stall="A006/A007",
            marks=("E 外省市招聘", "宣讲 11-28 14:00", "对接 11-29 9:00"),
            fair_name="第二十届首都高校毕业生冬季双选会暨校企对接会（示例）",
            fair_date="2026-11-28 – 11-29",
            **more,
        )


def _logo(width: int, height: int) -> bytes:
    out = io.BytesIO()
    picture = Image.new("RGBA", (width, height))
    ImageDraw.Draw(picture).ellipse((0, 0, width - 1, height - 1), fill="#1D3F72")
    picture.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("badge_type", BadgeType)
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_nothing_overlaps_and_nothing_leaves_the_card(
    layout: Layout, badge_type: BadgeType, make_face: MakeFace, metrics: Metrics
) -> None:
    for face in _variants(make_face, badge_type):
        for logo in (b"", _logo(60, 40)):
            for dpi in PRINTERS_DPI:
                assert list(_faults(compose(face, layout, metrics, dpi=dpi, logo=logo))) == []


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_two_hundred_names_fit_and_are_whole(layout: Layout, make_face: MakeFace, metrics: Metrics) -> None:
    assert len(NAMES) == len(set(NAMES)) == 200
    box = layout.name
    for name in NAMES:
        about = LONG if any(map(is_ideograph, name)) else LONG | {"latin": ""}  # it is Latin already
        composition = compose(make_face(name, **about, stall="A001"), layout, metrics, dpi=300)
        assert list(_faults(composition)) == []
        lines = [
            each for each in composition.own if isinstance(each, marks.Glyphs) and each.weight == box.weight
        ]
        set_lines = lines[: next(n for n in range(1, 5) if _shown(lines[:n]) == name.replace(" ", ""))]
        assert set_lines[0].whole == ("" if len(set_lines) == 1 else name)
        for line in set_lines:
            assert line.whole == "" or line is set_lines[0]
            assert line.x_mm >= box.x_mm
            assert line.x_mm + width_mm(line) <= box.x_mm + box.width_mm + 1e-6


def _shown(lines: list[marks.Glyphs]) -> str:
    return _whole_text(lines).replace(" ", "")


@pytest.mark.parametrize("dpi", PRINTERS_DPI)
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_code_has_whole_dots_and_stays_in_its_box(
    layout: Layout, dpi: int, make_face: MakeFace, metrics: Metrics
) -> None:
    face = make_face("林知远")
    (code,) = [each for each in compose(face, layout, metrics, dpi=dpi).own if isinstance(each, marks.Code)]
    dot_mm = 25.4 / dpi
    for length_mm in (code.size_mm / MODULES, code.x_mm, code.y_mm):
        assert length_mm / dot_mm == pytest.approx(round(length_mm / dot_mm), abs=1e-6)
    assert code.token == face.token
    assert code.size_mm <= layout.qr.size_mm + 1e-6
    assert code.size_mm + MODULES * dot_mm > layout.qr.size_mm, "a dot more would fit"
    # ISO/IEC 15416's practice: below 0.33 mm a module, hand-held scanners begin to fail; ours have room.
    assert code.size_mm / MODULES > 0.5
    box = (layout.qr.x_mm, layout.qr.y_mm)
    assert code.x_mm >= box[0] - dot_mm / 2 - 1e-6
    assert code.y_mm >= box[1] - dot_mm / 2 - 1e-6
    assert code.x_mm + code.size_mm <= box[0] + layout.qr.size_mm + dot_mm / 2 + 1e-6
    assert code.y_mm + code.size_mm <= box[1] + layout.qr.size_mm + dot_mm / 2 + 1e-6


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_badge_says_all_that_its_face_says(layout: Layout, make_face: MakeFace, metrics: Metrics) -> None:
    face = make_face(
        "林知远", BadgeType.EMPLOYER, latin="Lin Zhiyuan", stall="A006", marks=("A 专精特新", "宣讲 9:30")
    )
    composition = compose(face, layout, metrics, dpi=300)
    lines = [each for each in (*composition.fixed, *composition.own) if isinstance(each, marks.Glyphs)]
    text = "\n".join(each.whole or each.text for each in lines)
    words = TYPE_WORDS[face.type]
    for expected in (
        words.zh,
        words.en.upper(),
        "林知远",
        "LIN ZHIYUAN",
        "北京科技大学",
        "计算机科学与技术·硕士",
        "A006",
        "A 专精特新",
        "宣讲 9:30",
        "首都高校毕业生冬季双选会（示例）",
        "2026-11-28",
        "4 号服务台",
        "样张",
    ):
        assert expected in text


def test_what_all_badges_share_has_one_key(make_face: MakeFace, metrics: Metrics) -> None:
    layout = LAYOUTS["a6"]
    one = compose(make_face("林知远"), layout, metrics, dpi=600)
    other = compose(make_face("李娜", organisation="某校", latin="Li Na"), layout, metrics, dpi=600)
    assert one.fixed == other.fixed
    assert one.fixed_key == other.fixed_key
    different = [
        compose(make_face("林知远", BadgeType.STAFF), layout, metrics, dpi=600),
        compose(make_face("林知远", fair_name="秋季双选会"), layout, metrics, dpi=600),
        compose(make_face("林知远", sample=False), layout, metrics, dpi=600),
        compose(make_face("林知远", lost="5 号服务台"), layout, metrics, dpi=600),
        compose(make_face("林知远"), layout, metrics, dpi=600, logo=_logo(20, 20)),
        compose(make_face("林知远"), LAYOUTS["a7"], metrics, dpi=600),
    ]
    assert len({one.fixed_key, *(each.fixed_key for each in different)}) == 1 + len(different)
    assert not any(isinstance(mark, marks.Glyphs) and "林知远" in mark.text for mark in one.fixed), (
        "a name must never be in what is shared"
    )


def test_empty_texts_leave_their_place_empty(make_face: MakeFace, metrics: Metrics) -> None:
    bare = make_face("", organisation="", detail="", lost="", fair_name="", fair_date="", sample=False)
    for layout in LAYOUTS.values():
        composition = compose(bare, layout, metrics, dpi=300)
        assert [type(each) for each in composition.own] == [marks.Code]
        texts = [each.text for each in composition.fixed if isinstance(each, marks.Glyphs)]
        assert texts == ["毕业生", "GRADUATE"]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_types_are_told_by_more_than_colour(layout: Layout, make_face: MakeFace, metrics: Metrics) -> None:
    looks = {}
    for badge_type in BadgeType:
        composition = compose(make_face("林知远", badge_type), layout, metrics, dpi=300)
        colourless = [dataclasses.replace(each, fill="") for each in composition.fixed if not _text(each)]
        looks[badge_type] = repr(colourless)
    assert len(set(looks.values())) == len(BadgeType)
    if layout.mono:
        bands = [compose(make_face("林", each), layout, metrics, dpi=300).fixed[0] for each in BadgeType]
        assert {getattr(each, "fill", "") for each in bands} == {"#000000", "#FFFFFF"}


def _text(mark: marks.Mark) -> bool:
    return not isinstance(mark, marks.Area | marks.Disc | marks.Polygon)


def test_mono_layouts_are_black_alone(make_face: MakeFace, metrics: Metrics) -> None:
    for layout in LAYOUTS.values():
        composition = compose(make_face("林知远", stall="A1"), layout, metrics, dpi=203)
        assert composition.mono == layout.mono
        colours = {
            colour
            for mark in (*composition.fixed, *composition.own)
            for colour in (
                getattr(mark, "fill", ""),
                getattr(mark, "stroke", ""),
                getattr(mark, "colour", ""),
            )
            if colour
        }
        assert (colours <= {"#000000", "#FFFFFF"}) == layout.mono


def test_long_names_use_the_height_that_there_is(make_face: MakeFace, metrics: Metrics) -> None:
    longest = max(NAMES, key=len)
    dotted = "阿卜杜热合曼·买买提吐尔逊·阿不都克里木·玉素甫江·艾尔肯·吐尔洪·古丽·依明"
    assert len(longest) == 40
    composition = compose(make_face(dotted), LAYOUTS["tape_62"], metrics, dpi=300)
    lines = [each for each in composition.own if isinstance(each, marks.Glyphs)][:3]
    assert _whole_text(lines) == tidy(dotted)
    assert all(line.text.endswith("·") for line in lines[:2])
    assert lines[0].size_mm > 3.5


HANZI = "林知远欧阳𬭎䶮龘国一（）·、"
LATIN = "ABCQÅĐgjpyđặ'-. 0123456789"
TEXTS = st.one_of(
    st.text(st.sampled_from(HANZI + "AB12 "), max_size=45),
    st.text(st.sampled_from(LATIN), max_size=45),
    st.text(st.sampled_from(LATIN + "ŁőȚąЇ林·"), max_size=45),
)


@settings(max_examples=60 if not os.environ.get("FAIR_KIOSK_LONG") else 3000, deadline=None)
@given(
    layout=st.sampled_from(sorted(LAYOUTS)),
    badge_type=st.sampled_from(BadgeType),
    name=st.text(st.sampled_from(HANZI), max_size=40) | st.text(st.sampled_from(LATIN + "ŠłǺ"), max_size=40),
    about=st.fixed_dictionaries({"organisation": TEXTS, "detail": TEXTS, "latin": TEXTS}),
    fair=st.fixed_dictionaries({"fair_name": TEXTS, "lost": TEXTS, "sample": st.booleans()}),
    stall=st.sampled_from(["", "A1", "B012", "A006/A007", "展位 B012、B013、B014"]),
    marked=st.lists(st.text(st.sampled_from(HANZI + "Ag19:–"), min_size=1, max_size=20), max_size=4),
    dpi=st.sampled_from(PRINTERS_DPI),
    logo=st.booleans(),
)
def test_whatever_is_written_fits(
    layout: str,
    badge_type: BadgeType,
    name: str,
    about: dict[str, str],
    fair: dict[str, object],
    stall: str,
    marked: list[str],
    dpi: int,
    logo: bool,
) -> None:
    face = BadgeFace(
        token="F1" + "A" * 148,
        type=badge_type,
        name=name,
        fair_date="2026-11-28 – 11-29",
        stall=stall,
        marks=tuple(marked),
        **about,
        **fair,  # type: ignore[arg-type]
    )
    metrics = load_metrics(RESOURCES / "fonts")
    composition = compose(face, LAYOUTS[layout], metrics, dpi=dpi, logo=_logo(30, 20) if logo else b"")
    assert list(_faults(composition)) == []
