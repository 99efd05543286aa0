"""Badges as PDF, read back with poppler, PDFium and zxing-cpp."""

from __future__ import annotations

import dataclasses
import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from kiosk.badges.composition import compose
from kiosk.badges.face import BadgeFace
from kiosk.badges.fonts import FontFault, load_fonts
from kiosk.badges.layout import Layout, read_layouts
from kiosk.badges.marks import Code, Composition
from kiosk.badges.metrics import load_metrics
from kiosk.badges.pdf import PageMarks, Placed, draw_pages, draw_pdf
from kiosk.badges.setting import tidy
from kiosk.badges.token_qr import MODULES, TokenCodes
from kiosk.domain.attendee import TYPE_WORDS
from kiosk.domain.badge_type import BadgeType

MakeFace = Callable[..., BadgeFace]
Compose = Callable[..., Composition]
NAMES = (Path(__file__).parent / "names.txt").read_text(encoding="utf-8").splitlines()
LAYOUTS = read_layouts(Path(__file__).parents[2] / "resources" / "badge_layouts")


@pytest.fixture
def composed(make_face: MakeFace, fonts: Path, layout: Layout) -> Compose:
    def make(
        name: str = "林知远", badge_type: BadgeType = BadgeType.GRADUATE, *, dpi: int = 600, **more: object
    ) -> Composition:
        return compose(make_face(name, badge_type, **more), layout, load_metrics(fonts), dpi=dpi)

    return make


@pytest.mark.parametrize("layout_id", LAYOUTS)
def test_every_name_is_given_back_on_its_own_page(
    layout_id: str, make_face: MakeFace, fonts: Path, pdf_text: Callable[[bytes], str]
) -> None:
    layout, metrics = LAYOUTS[layout_id], load_metrics(fonts)
    pdf = draw_pdf((compose(make_face(each), layout, metrics, dpi=300) for each in NAMES), fonts)
    pages = pdf_text(pdf).split("\f")
    assert len(pages) == len(NAMES) + 1
    lost = [name for name, page in zip(NAMES, pages, strict=False) if tidy(name) not in page]
    assert lost == []


@pytest.mark.parametrize("badge_type", BadgeType)
def test_every_type_says_what_it_is_and_its_qr_is_read(
    badge_type: BadgeType,
    composed: Compose,
    layout: Layout,
    fonts: Path,
    pdf_text: Callable[[bytes], str],
    pdf_picture: Callable[[bytes], Path],
) -> None:
    badge = composed("林知远", badge_type, latin="Lin Zhiyuan", stall="A006/A007")
    pdf = draw_pdf([badge], fonts)
    text = pdf_text(pdf)
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
        assert [
            each.text for each in zxingcpp.read_barcodes(page, formats=zxingcpp.BarcodeFormat.QRCodeModel2)
        ] == [_code(badge).token]
        assert page.getpixel((8, 250)) == _rgb(layout.look(badge_type).fill) or badge_type is BadgeType.PRESS


def _code(badge: Composition) -> Code:
    (code,) = [mark for mark in badge.own if isinstance(mark, Code)]
    return code


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _dark(pdf: bytes, dpi: int) -> np.ndarray:
    """The first page as poppler draws it in black and white: true where it is dark."""
    command = ["pdftoppm", "-r", str(dpi), "-mono", "-singlefile", "-"]
    drawn = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    with Image.open(io.BytesIO(drawn)) as image:
        return np.array(image.convert("L")) == 0


def _assert_whole_dots(
    page: np.ndarray, code: Code, dpi: int, corner_mm: tuple[float, float], turned: int
) -> None:
    dots = dpi / 25.4
    side = round(code.size_mm * dots / MODULES)
    left, top = (round(each * dots) for each in corner_mm)
    bits = f"{TokenCodes().modules(code.token):0{MODULES * MODULES}b}"
    modules = np.array([each == "1" for each in bits]).reshape(MODULES, MODULES)
    wanted = np.kron(np.rot90(modules, -turned // 90), np.ones((side, side), dtype=bool))
    found = page[top : top + MODULES * side, left : left + MODULES * side]
    assert np.array_equal(found, wanted)
    around = page[top - 1 : top + MODULES * side + 1, left - 1 : left + MODULES * side + 1]
    assert around.sum() == found.sum()  # not a dot beyond its edges


@pytest.mark.parametrize("dpi", [203, 300, 600])
@pytest.mark.parametrize("layout_id", LAYOUTS)
def test_every_module_is_the_same_whole_number_of_dots(
    layout_id: str, dpi: int, make_face: MakeFace, fonts: Path
) -> None:
    badge = compose(make_face("林知远"), LAYOUTS[layout_id], load_metrics(fonts), dpi=dpi)
    code = _code(badge)
    _assert_whole_dots(_dark(draw_pdf([badge], fonts), dpi), code, dpi, (code.x_mm, code.y_mm), 0)


@pytest.mark.parametrize("turned_deg", [0, 90, 180, 270])
def test_so_it_is_on_a_sheet_wherever_a_badge_stands(turned_deg: int, composed: Compose, fonts: Path) -> None:
    badge, x_mm, y_mm, dpi = composed("林知远", dpi=300), 20.02, 33.37, 300
    code, out = _code(badge), io.BytesIO()
    draw_pages([PageMarks(210, 297, (Placed(badge, x_mm, y_mm, turned_deg),))], fonts, out)
    right, below = (
        badge.width_mm - code.x_mm - code.size_mm,
        badge.height_mm - code.y_mm - code.size_mm,
    )
    corners = {
        0: (code.x_mm, code.y_mm),
        90: (below, code.x_mm),
        180: (right, below),
        270: (code.y_mm, right),
    }
    left, above = corners[turned_deg]
    _assert_whole_dots(_dark(out.getvalue(), dpi), code, dpi, (x_mm + left, y_mm + above), turned_deg)


def test_the_page_is_a6_wants_no_scaling_and_its_metadata_names_nobody(
    composed: Compose, fonts: Path
) -> None:
    pdf = draw_pdf([composed(latin="Lin Zhiyuan")], fonts)
    told = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert "297.638 x 419.528 pts" in told
    assert "Pages:           1\n" in told
    for personal in ("林知远", "Zhiyuan", "北京科技大学"):
        assert personal not in told
    assert b"/PrintScaling /None" in pdf
    assert b"/Lang (zh-CN)" in pdf


def test_only_subsets_of_what_is_used_are_embedded(composed: Compose, fonts: Path) -> None:
    pdf = draw_pdf([composed("𬭎铭")], fonts)
    told = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    rows = told.splitlines()[2:]
    assert len(rows) == 3
    assert all("+NotoSansSC" in row and " yes yes yes " in row for row in rows)
    assert len(pdf) < 30_000


def test_the_second_face_is_embedded_only_where_a_text_needs_it(
    composed: Compose, fonts: Path, pdf_text: Callable[[bytes], str]
) -> None:
    badges = [composed("Nguyễn Thị Hằng"), composed("卢卡什·Łukasz Żółć", latin="Łukasz")]
    plain, both = draw_pdf(badges[:1], fonts), draw_pdf(badges, fonts)
    assert both == draw_pdf(badges, fonts)
    assert len(both) < 40_000
    names = [_fonts_in(each) for each in (plain, both)]
    assert not any("+NotoSans-" in name for name in names[0])
    assert {name.partition("+")[2] for name in names[1]} == {
        "NotoSansSC-Regular",
        "NotoSansSC-Medium",
        "NotoSansSC-Bold",
        "NotoSans-Medium",
        "NotoSans-Bold",
    }
    page = pdf_text(both).split("\f")[1]
    assert "卢卡什·Łukasz Żółć" in page
    assert "ŁUKASZ" in page


def _fonts_in(pdf: bytes) -> list[str]:
    told = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return [row.split()[0] for row in told.splitlines()[2:]]


def test_the_same_badge_gives_the_same_bytes(composed: Compose, fonts: Path) -> None:
    first, other = draw_pdf([composed("林知远")], fonts), draw_pdf([composed("李娜")], fonts)
    assert first == draw_pdf([composed("林知远")], fonts)
    assert first != other
    identifiers = [pdf[pdf.rindex(b"/ID") :][:80] for pdf in (first, other)]
    assert identifiers[0] != identifiers[1]  # or a spooler takes one for the other


def test_what_badges_share_stands_once(composed: Compose, fonts: Path) -> None:
    graduates = [composed(f"林{each}") for each in "一二三四五六"]
    staff = [composed(f"王{each}", BadgeType.STAFF) for each in "一二"]
    pdf = draw_pdf(graduates + staff, fonts)
    assert pdf.count(b"/Subtype/Form") == 2
    document = pypdfium2.PdfDocument(pdf)
    assert [document[at].get_textpage().get_text_range().count("遗失补办") for at in range(8)] == [1] * 8


def test_a_face_with_little_on_it(composed: Compose, fonts: Path, pdf_text: Callable[[bytes], str]) -> None:
    bare = composed("", organisation="", detail="", lost="", fair_name="", fair_date="", sample=False)
    assert pdf_text(draw_pdf([bare], fonts)).split() == ["毕业生", "GRADUATE"]


def test_hostile_text_breaks_nothing(
    composed: Compose, fonts: Path, pdf_text: Callable[[bytes], str]
) -> None:
    badge = composed(
        "(林) >> EMC\\\n\x00\u202e远", organisation="%PDF> Tj ET" * 40, detail="\ud800<</a>>endstream"
    )
    text = pdf_text(draw_pdf([badge], fonts))
    assert "(林) >> EMC\\ 远" in text
    assert "<</a>>endstream" in text
    assert "样张 SAMPLE" in text


def test_a_text_that_is_no_token_is_refused(make_face: MakeFace, fonts: Path, layout: Layout) -> None:
    face = make_face("林知远")
    for token in ("", face.token[:-1], face.token.lower(), face.token + "A"):
        badge = compose(dataclasses.replace(face, token=token), layout, load_metrics(fonts), dpi=300)
        with pytest.raises(ValueError, match="a badge token has"):
            draw_pdf([badge], fonts)


def test_each_code_is_checked_as_it_stands_in_the_file(composed: Compose, fonts: Path) -> None:
    checked: list[tuple[str, bytes]] = []
    badge = composed()
    pdf = draw_pdf([badge], fonts, check=lambda token, bitmap: checked.append((token, bitmap)))
    ((token, bitmap),) = checked
    assert token == _code(badge).token
    assert bitmap in pdf

    def refuse(token: str, bitmap: bytes) -> None:
        raise OSError

    with pytest.raises(OSError):
        draw_pdf([badge], fonts, check=refuse)


def test_pages_go_to_the_file_as_they_come(composed: Compose, fonts: Path) -> None:
    out, sizes = io.BytesIO(), []

    def pages() -> object:
        for name in ("林一", "林二", "林三"):
            badge = composed(name)
            yield PageMarks(badge.width_mm, badge.height_mm, (Placed(badge),))
            sizes.append(out.tell())

    assert draw_pages(pages(), fonts, out) == 3  # type: ignore[arg-type]
    assert 0 < sizes[0] < sizes[1] < sizes[2] < len(out.getvalue())


def test_no_badge_at_all_is_a_file_without_pages(fonts: Path) -> None:
    out = io.BytesIO()
    assert draw_pages([], fonts, out) == 0
    assert out.getvalue().endswith(b"%%EOF\n")


def test_missing_fonts_are_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(FontFault) as refusal:
        load_fonts(tmp_path)
    assert "NotoSansSC" in str(refusal.value)
    assert "\n" not in str(refusal.value)
