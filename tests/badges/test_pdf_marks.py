"""Each kind of mark, and pages on which badges are placed, as poppler and PDFium draw them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from kiosk.badges.marks import Area, Code, Composition, Disc, Glyphs, Mark, Picture, Polygon
from kiosk.badges.pdf import Line, PageMarks, Placed, draw_pages, draw_pdf
from kiosk.badges.token_qr import TokenCodes

PX_PER_MM = 10
RED, GREEN, BLACK, WHITE = (255, 0, 0), (0, 128, 0), (0, 0, 0), (255, 255, 255)
Draw = Callable[..., Any]


def _badge(*own: Mark, fixed: tuple[Mark, ...] = ()) -> Composition:
    return Composition(60, 40, 300, fixed, own, "key")


def _pixels(pdf: bytes, page: int = 0) -> Image.Image:
    scale = PX_PER_MM * 25.4 / 72 * 0.99999  # PDFium rounds sizes up
    return pypdfium2.PdfDocument(pdf)[page].render(scale=scale).to_pil().convert("RGB")


def _at(picture: Image.Image, x_mm: float, y_mm: float) -> Any:
    return picture.getpixel((round(x_mm * PX_PER_MM), round(y_mm * PX_PER_MM)))


def test_areas_are_filled_rounded_and_outlined_on_the_inside(fonts: Path) -> None:
    picture = _pixels(
        draw_pdf(
            [
                _badge(
                    Area(5, 5, 20, 10, fill="#FF0000"),
                    Area(30, 5, 20, 10, fill="#FF0000", radius_mm=5),
                    Area(5, 20, 20, 10, fill="#FF0000", stroke="#008000", stroke_mm=2),
                    Area(30, 20, 20, 10, stroke="#008000", stroke_mm=2, radius_mm=3),
                )
            ],
            fonts,
        )
    )
    assert _at(picture, 5.2, 5.2) == _at(picture, 24.8, 14.8) == RED
    assert _at(picture, 4.8, 10) == _at(picture, 25.2, 10) == WHITE
    assert _at(picture, 40, 10) == RED
    assert _at(picture, 30.5, 5.5) == _at(picture, 49.5, 14.5) == WHITE  # round corners
    assert _at(picture, 6, 25) == _at(picture, 24, 25) == GREEN
    assert _at(picture, 4.7, 25) == WHITE
    assert _at(picture, 15, 25) == RED
    assert _at(picture, 31, 25) == GREEN
    assert _at(picture, 40, 25) == _at(picture, 29.7, 25) == WHITE


def test_polygons_discs_and_rings(fonts: Path) -> None:
    picture = _pixels(
        draw_pdf(
            [
                _badge(
                    Polygon(((5, 5), (15, 5), (5, 15)), "#FF0000"),
                    Disc(25, 10, 5, "#008000"),
                    Disc(45, 10, 5, "#008000", hole_mm=3),
                )
            ],
            fonts,
        )
    )
    assert _at(picture, 7, 7) == RED
    assert _at(picture, 12, 12) == WHITE
    assert _at(picture, 25, 10) == _at(picture, 29, 10) == GREEN
    assert _at(picture, 29.5, 14.5) == WHITE
    assert _at(picture, 41, 10) == _at(picture, 45, 14) == GREEN
    assert _at(picture, 45, 10) == WHITE


def _png(mode: str, size: tuple[int, int], colour: Any) -> bytes:
    out = io.BytesIO()
    image = Image.new(mode, size, colour)
    if mode == "RGBA":
        image.paste((0, 0, 0, 0), (0, 0, size[0] // 2, size[1]))
    image.save(out, "PNG")
    return out.getvalue()


def test_a_logo_keeps_its_shape_and_its_transparency_and_stands_once(fonts: Path) -> None:
    wide, clear = _png("L", (40, 10), 0), _png("RGBA", (20, 20), RED)
    badges = [
        _badge(
            Area(0, 20, 60, 20, fill="#008000"),
            Picture(5, 5, 20, 10, wide),
            Picture(30, 25, 20, 10, clear),
            fixed=(Picture(40, 2, 8, 2, wide),),
        )
        for _ in range(3)
    ]
    pdf = draw_pdf(badges, fonts)
    assert pdf.count(b"/Subtype/Image") == 3  # two, and what shows through one
    picture = _pixels(pdf, 2)
    assert _at(picture, 6, 10) == _at(picture, 24, 10) == _at(picture, 41, 3) == BLACK
    assert _at(picture, 15, 6.5) == _at(picture, 15, 13.5) == WHITE  # 20 x 5 mm, centred
    assert _at(picture, 42, 30) == RED
    assert _at(picture, 38, 30) == GREEN
    assert _at(picture, 32, 30) == GREEN


def _steps_mm(pdf: bytes, from_mm: float = 0) -> list[float]:
    """From the ink of one character to that of the next, in the lower part of a page."""
    ink = (np.array(_pixels(pdf).convert("L"))[round(from_mm * PX_PER_MM) :] < 128).any(axis=0)
    lefts = np.flatnonzero(ink[1:] & ~ink[:-1]) / PX_PER_MM
    return [round(float(each), 0) for each in np.diff(lefts)]


def test_characters_stand_where_their_advances_and_the_tracking_put_them(fonts: Path) -> None:
    line = Glyphs("口口口", 2, 15, 10, 400, "#000000")
    assert _steps_mm(draw_pdf([_badge(line)], fonts)) == [10, 10]
    own = replace(line, advances_em=(1.0, 1.0, 1.0))
    assert draw_pdf([_badge(own)], fonts) == draw_pdf([_badge(line)], fonts)
    tracked = replace(line, tracking_em=0.5)
    assert _steps_mm(draw_pdf([_badge(tracked)], fonts)) == [15, 15]
    other = replace(line, advances_em=(0.8, 2.0, 1.0))
    assert _steps_mm(draw_pdf([_badge(other)], fonts)) == [8, 20]
    # the tracking of one line is not that of the next
    after = replace(line, baseline_mm=35)
    assert _steps_mm(draw_pdf([_badge(tracked, after)], fonts), from_mm=20) == [10, 10]


def test_lines_of_one_text_are_read_as_one_and_others_are_not(
    fonts: Path, pdf_text: Callable[[bytes], str]
) -> None:
    def line(text: str, y_mm: float, whole: str = "") -> Glyphs:
        return Glyphs(text, 5, y_mm, 5, 400, "#000000", whole=whole)

    badge = _badge(
        line("Anna-", 8, "Anna-Maria Lindström Oyelaran"),
        line("Maria Lindström", 15),
        line("Oyelaran", 22),
        line("Oyelaran GmbH", 29),
        line("北京", 36, "北京大学"),
    )
    text = pdf_text(draw_pdf([badge], fonts))
    assert text.split("\n")[0] == "Anna-Maria Lindström Oyelaran"
    assert "\nOyelaran GmbH\n" in text
    assert text.count("Oyelaran") == 2
    assert draw_pdf([badge], fonts).count(b"BDC") == draw_pdf([badge], fonts).count(b"EMC") == 2


def test_a_code_whose_bytes_look_like_the_end_of_a_picture_is_drawn_whole(
    fonts: Path, make_token: Callable[[int], str]
) -> None:
    codes = TokenCodes()
    token = next(each for each in map(make_token, range(4000)) if b"EI" in codes.bitmap(each))
    pdf = draw_pdf([_badge(Code(5, 5, 29, token), Area(40, 5, 15, 29, fill="#FF0000"))], fonts)
    assert b"/AHx" in pdf
    picture = _pixels(pdf)
    assert _at(picture, 45, 20) == RED
    assert [
        each.text for each in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCodeModel2)
    ] == [token]


@pytest.mark.parametrize("turned_deg", [0, 90, 180, 270])
def test_a_badge_is_turned_clockwise_and_stands_in_its_corner(turned_deg: int, fonts: Path) -> None:
    badge = _badge(
        Area(0, 0, 60, 40, stroke="#000000", stroke_mm=1),
        Disc(10, 10, 5, "#FF0000"),
        fixed=(Area(30, 5, 20, 5, fill="#008000"),),
    )
    alone = _pixels(draw_pdf([badge], fonts))
    out = io.BytesIO()
    draw_pages([PageMarks(210, 297, (Placed(badge, 20, 30, turned_deg),))], fonts, out)
    width_mm, height_mm = (60, 40) if turned_deg % 180 == 0 else (40, 60)
    box = [each * PX_PER_MM for each in (20, 30, 20 + width_mm, 30 + height_mm)]
    page = _pixels(out.getvalue())
    turned = np.array(alone.rotate(-turned_deg, expand=True)).astype(int)
    # PDFium fits a page to whole pixels: edges may be a pixel off
    assert (np.abs(np.array(page.crop(tuple(box))).astype(int) - turned) > 0).mean() < 0.02
    page.paste(WHITE, (box[0] - 2, box[1] - 2, box[2] + 2, box[3] + 2))
    assert page.getextrema() == ((255, 255),) * 3


def test_a_sheet_has_badges_crop_marks_and_words(
    fonts: Path, make_token: Callable[[int], str], pdf_text: Callable[[bytes], str]
) -> None:
    tokens = [make_token(each) for each in range(4)]
    places = ((0, 0), (105, 0), (0, 148), (105, 148))
    badges = [
        replace(
            _badge(Code(10, 10, 29, token), Glyphs(f"林{at}", 45, 20, 10, 700, "#FF0000")),
            width_mm=100,
            height_mm=140,
        )
        for at, token in enumerate(tokens)
    ]
    sheet = PageMarks(
        210,
        297,
        tuple(Placed(badge, *place) for badge, place in zip(badges, places, strict=True)),
        lines=(Line(104, 0, 104, 5, 0.5), Line(0, 200, 20, 200, 0.5, "#FF0000")),
        texts=(Glyphs("第 1 张", 90, 290, 4, 400, "#000000"),),
    )
    separator = PageMarks(297, 210, texts=(Glyphs("A 座", 50, 100, 40, 700, "#000000"),))
    out = io.BytesIO()
    assert draw_pages([sheet, separator], fonts, out, title="Sheets", duplex=True) == 2
    pdf = out.getvalue()
    assert b"/Duplex /DuplexFlipLongEdge" in pdf
    document = pypdfium2.PdfDocument(pdf)
    assert [round(each) for each in document[1].get_size()] == [842, 595]
    picture = _pixels(pdf)
    assert sorted(
        each.text for each in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCodeModel2)
    ) == sorted(tokens)
    assert _at(picture, 104, 3) == BLACK
    assert _at(picture, 10, 200) == RED
    first, second, _ = pdf_text(pdf).split("\f")
    assert all(f"林{at}" in first for at in range(4))
    assert "第 1 张" in first
    assert "A 座" in second


def test_titles_name_what_they_are_given(fonts: Path) -> None:
    out = io.BytesIO()
    draw_pages([PageMarks(10, 10)], fonts, out, title="Test page")
    assert pypdfium2.PdfDocument(out.getvalue()).get_metadata_dict()["Title"] == "Test page"
