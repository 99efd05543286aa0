"""The badge PDF, read back with poppler and zxing-cpp."""

from __future__ import annotations

import dataclasses
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from kiosk.badges.embedding import to_unicode
from kiosk.badges.face import BadgeFace
from kiosk.badges.fonts import FontFault, load_fonts, missing_characters
from kiosk.badges.layout import Layout
from kiosk.badges.pdf import render_pdf
from kiosk.domain.attendee import TYPE_WORDS
from kiosk.domain.badge_type import BadgeType

MakeFace = Callable[..., BadgeFace]
NAMES = [
    "李娜",
    "陈䶮",
    "𬭎铭",
    "林知远",
    "欧阳明澈",
    "阿卜杜热合曼·买买提",
    "Anna-Maria Lindström Oyelaran",
    "Wolfeschlegelsteinhausenbergerdorff",
    "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉",
]


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_found_in_the_text(
    name: str, make_face: MakeFace, fonts: Path, layout: Layout, pdf_text: Callable[[bytes], str]
) -> None:
    assert name in pdf_text(render_pdf(make_face(name), fonts, layout))


@pytest.mark.parametrize("badge_type", BadgeType)
def test_every_type_says_what_it_is_and_its_qr_is_read(
    badge_type: BadgeType,
    make_face: MakeFace,
    fonts_and_layout: tuple[Path, Layout],
    pdf_text: Callable[[bytes], str],
    pdf_picture: Callable[[bytes], Path],
) -> None:
    fonts, layout = fonts_and_layout
    face = make_face("林知远", badge_type, latin="Lin Zhiyuan", stall="A006/A007")
    pdf = render_pdf(face, fonts, layout)
    text = pdf_text(pdf).replace("\n（", "（")  # the fair's name goes on two lines
    words = TYPE_WORDS[badge_type]
    for expected in (
        words.zh,
        words.en.upper(),
        "LIN ZHIYUAN",
        "北京科技大学",
        "计算机科学与技术·硕士",
        "A006/A007",
        "首都高校毕业生冬季双选会（示例）",
        "2026-11-28",
        "遗失补办：4 号服务台",
        "样张 SAMPLE",
    ):
        assert expected in text
    with Image.open(pdf_picture(pdf)) as page:
        assert [each.text for each in zxingcpp.read_barcodes(page)] == [face.token]
        assert page.getpixel((8, 250)) == _rgb(layout.look(badge_type).fill) or badge_type is BadgeType.PRESS


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def test_types_differ_in_shape_and_colour(layout: Layout) -> None:
    looks = [layout.look(each) for each in BadgeType]
    assert len({each.shape for each in looks}) == len({each.fill for each in looks}) == len(BadgeType)


def test_the_page_is_a6_and_its_metadata_names_nobody(
    make_face: MakeFace, fonts: Path, layout: Layout
) -> None:
    pdf = render_pdf(make_face("林知远", latin="Lin Zhiyuan"), fonts, layout)
    told = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert "297.638 x 419.528 pts" in told
    assert "Pages:           1\n" in told
    for personal in ("林知远", "Zhiyuan", "北京科技大学"):
        assert personal not in told


def test_only_subsets_of_noto_are_embedded(make_face: MakeFace, fonts: Path, layout: Layout) -> None:
    pdf = render_pdf(make_face("𬭎铭"), fonts, layout)
    told = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    rows = told.splitlines()[2:]
    assert len(rows) == 3
    assert all("NotoSansSC" in row and " yes yes yes " in row for row in rows)
    assert len(pdf) < 60_000


def test_the_same_face_gives_the_same_bytes(make_face: MakeFace, fonts: Path, layout: Layout) -> None:
    first = render_pdf(make_face("林知远"), fonts, layout)
    other = render_pdf(make_face("李娜"), fonts, layout)
    assert first == render_pdf(make_face("林知远"), fonts, layout)
    assert first != other


def test_a_face_with_little_on_it(
    make_face: MakeFace, fonts: Path, layout: Layout, pdf_text: Callable[[bytes], str]
) -> None:
    bare = make_face("", organisation="", detail="", lost="", fair_name="", fair_date="", sample=False)
    text = pdf_text(render_pdf(bare, fonts, layout))
    assert text.split() == ["毕业生", "GRADUATE"]


def test_hostile_text_breaks_nothing(
    make_face: MakeFace, fonts: Path, layout: Layout, pdf_text: Callable[[bytes], str]
) -> None:
    face = make_face("(林) >> EMC\\\n\x00\u202e远", organisation="%PDF" * 400, detail="\ud800<</a>>")
    text = pdf_text(render_pdf(face, fonts, layout))
    assert "(林) >> EMC\\ 远" in text
    assert "样张 SAMPLE" in text


def test_a_text_that_is_no_token_is_refused(make_face: MakeFace, fonts: Path, layout: Layout) -> None:
    face = make_face("林知远")
    for token in ("", face.token[:-1], face.token.lower(), face.token + "A"):
        with pytest.raises(ValueError):
            render_pdf(dataclasses.replace(face, token=token), fonts, layout)


def test_missing_characters_are_told_once_in_order(fonts: Path) -> None:
    assert missing_characters("陈䶮 𬭎·Oyelaran ö（）\n", fonts) == ""
    # U+E863 is private, U+31350 is newer than Python 3.11's tables.
    assert missing_characters("林\ue863\U00031350\ue863远", fonts) == "\ue863\U00031350"
    assert missing_characters("葛\U000e0100\u200b", fonts) == ""


def test_missing_fonts_are_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(FontFault) as refusal:
        load_fonts(tmp_path)
    assert "NotoSansSC" in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_to_unicode_writes_pairs_above_the_basic_plane() -> None:
    characters = ["", "\U0002cb4e", "\u4dae", *map(chr, range(0x4E00, 0x4E00 + 350))]
    text = to_unicode("AAAAAA+X", characters)
    assert "<0001> <D872DF4E>" in text
    assert "<0002> <4DAE>" in text
    assert "<0000> <0" not in text
    assert "<0160> <4F5D>" in text
    assert text.count("100 beginbfchar") == 3
    assert "52 beginbfchar" in text
