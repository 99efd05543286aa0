"""A plan's strip, read back with poppler and zxing-cpp."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kiosk.badges.marks import Area, Glyphs, Picture
from kiosk.badges.metrics import load_metrics
from kiosk.badges.qr import text_matrix
from kiosk.badges.reading import picture_read
from kiosk.badges.strip import StripFace, compose_strip, strip_pdf, strip_rasters
from kiosk.badges.strip_marks import StripRow
from kiosk.domain.printing import Media
from tests.badges.pictures import by_pdf, by_raster, shown, worst_ink

CODE = "\n".join(
    ("首都高校毕业生冬季双选会", *(f"{at}. A{at:03d} 京华软件 9:{20 + at}" for at in range(1, 13)))
)


def face(count: int, notes: int = 0) -> StripFace:
    names = ("京华软件（示例）", "北京京津冀协同发展轨道交通装备检测认证技术研究院有限责任公司通州分公司")
    return StripFace(
        title="我的计划",
        when="2026-11-28 9:24",
        fair="首都高校毕业生冬季双选会（示例）",
        summary=f"{count} 站，约 420 米，走路 6 分钟",
        rows=tuple(
            StripRow(str(at), f"A{at:03d}", names[at % 2], "专精特新，1 号馆，约 40 米，9:36 到")
            for at in range(1, count + 1)
        ),
        notes=tuple(f"B{at:03d} 燕山重工：这个展位今天不开" for at in range(notes)),
        code=CODE,
        code_words="扫一扫，存进手机",
        foot="每站按 8 分钟算，约 10:25 走完",
    )


def pages(pdf: bytes) -> list[str]:
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return read.stdout.decode().split("\f")[:-1]


A6 = Media(105, 148)
OTHERS = {
    "a7": Media(74, 105),
    "card": Media(86, 54),
    "label_4x3": Media(101.6, 76.2),
    "tape_62": Media(62, 0),
}


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (4, 1), (5, 2), (12, 2), (30, 5)])
def test_every_stop_stands_on_one_of_as_few_pages_as_it_takes(count: int, expected: int, fonts: Path) -> None:
    found = pages(strip_pdf(face(count), fonts, A6))
    assert len(found) == expected
    text = "".join(found)
    for at in range(1, count + 1):
        assert text.count(f"A{at:03d}") == 1
    assert text.count("扫一扫") == 1
    assert text.count("约 420 米，走路 6 分钟") == expected
    assert (f"{expected}/{expected}" in text) == (expected > 1)


def test_a_page_is_full_before_the_next_begins(fonts: Path) -> None:
    first, last = pages(strip_pdf(face(6, notes=1), fonts, A6))
    assert [f"A{at:03d}" in first for at in range(1, 7)] == [True] * 6
    assert "A001" not in last
    assert "B000" in last
    assert "扫一扫" in last


def test_what_is_no_stop_stands_below_the_stops(fonts: Path) -> None:
    text = "".join(pages(strip_pdf(face(2, notes=3), fonts, A6)))
    assert text.count("这个展位今天不开") == 3
    many = "".join(pages(strip_pdf(face(2, notes=30), fonts, A6)))
    assert all(f"B{at:03d}" in many for at in range(30))
    assert "扫一扫" in many


def test_its_code_is_the_text(fonts: Path, pdf_picture: Callable[[bytes], Path]) -> None:
    with Image.open(pdf_picture(strip_pdf(face(4), fonts, A6))) as page:
        assert picture_read(page) == (CODE,)


def test_equal_strips_are_equal_bytes_of_the_papers_size(fonts: Path) -> None:
    pdf = strip_pdf(face(6), fonts, A6)
    assert pdf == strip_pdf(face(6), fonts, A6)
    said = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert "297.6" in said
    assert "419.5" in said
    assert "Title:           Plan" in said


# ---- on labels, cards and tape


@pytest.mark.parametrize("media", OTHERS.values(), ids=OTHERS)
@pytest.mark.parametrize(("count", "notes"), [(0, 2), (1, 0), (7, 3), (20, 0)])
def test_other_papers_have_every_stop_and_one_code(media: Media, count: int, notes: int, fonts: Path) -> None:
    strip = face(count, notes)
    found = compose_strip(strip, load_metrics(fonts), media, dpi=203)
    said = [mark.text for page in found for mark in page.own if isinstance(mark, Glyphs)]
    assert [text for text in said if text.startswith("A0")] == [row.plate for row in strip.rows]
    assert sum(text.startswith("B0") for text in said) == notes
    assert sum(isinstance(mark, Picture) for page in found for mark in page.own) == 1
    assert isinstance(next(m for m in found[-1].own if isinstance(m, Picture)), Picture), "on the last page"
    assert len(found) == 1 or not media.continuous


@pytest.mark.parametrize("media", [A6, *OTHERS.values()], ids=["a6", *OTHERS])
@pytest.mark.parametrize(("count", "notes"), [(0, 2), (1, 0), (4, 0), (7, 3), (20, 30)])
def test_nothing_stands_over_the_edge_or_over_something_else(
    media: Media, count: int, notes: int, fonts: Path
) -> None:
    for page in compose_strip(face(count, notes), load_metrics(fonts), media, dpi=203):
        boxes = []
        for mark in page.own:
            if isinstance(mark, Glyphs):
                em = sum(mark.advances_em)
                top, bottom = mark.baseline_mm - 0.85 * mark.size_mm, mark.baseline_mm + 0.1 * mark.size_mm
                boxes.append((mark.x_mm, top, mark.x_mm + em * mark.size_mm, bottom))
            elif isinstance(mark, Picture | Area):
                boxes.append((mark.x_mm, mark.y_mm, mark.x_mm + mark.width_mm, mark.y_mm + mark.height_mm))
        for left, top, right, bottom in boxes:
            assert left >= 3.9
            assert right <= page.width_mm - 3.9
            assert top >= 2
            assert bottom <= page.height_mm - 1.5
        for one, other in combinations(boxes, 2):
            apart = one[2] <= other[0] + 0.2 or other[2] <= one[0] + 0.2
            assert apart or one[3] <= other[1] + 0.2 or other[3] <= one[1] + 0.2, (one, other)


@pytest.mark.parametrize("media", [A6, *OTHERS.values()], ids=["a6", *OTHERS])
@pytest.mark.parametrize(("dpi", "bits"), [(203, 1), (300, 1), (300, 24)])
def test_a_label_printers_dots_have_the_code_on_whole_dots(
    media: Media, dpi: int, bits: int, fonts: Path
) -> None:
    found = strip_rasters(face(5), fonts, media, dpi=dpi, bits=bits)
    assert {(each.bits, each.dpi) for each in found} == {(bits, dpi)}
    assert {each.width_px for each in found} == {round(media.width_mm * dpi / 25.4)}
    last = shown(found[-1])
    assert picture_read(last) == (CODE,)
    [mark] = [
        each
        for each in compose_strip(face(5), load_metrics(fonts), media, dpi=dpi)[-1].own
        if isinstance(each, Picture)
    ]
    left, top, side = (round(each * dpi / 25.4) for each in (mark.x_mm, mark.y_mm, mark.width_mm))
    dots = np.asarray(last.convert("L"))[top : top + side, left : left + side]
    modules = len(text_matrix(CODE))
    wanted = np.kron(np.where(text_matrix(CODE), 0, 255), np.ones((side // modules, side // modules)))
    assert (dots == wanted).all()


def test_pdf_and_dots_show_the_same(fonts: Path) -> None:
    for page in compose_strip(face(5, 1), load_metrics(fonts), A6, dpi=203):
        assert worst_ink(by_pdf(page), by_raster(page, 24), page)[0] < 0.04
        assert worst_ink(by_raster(page, 1), by_raster(page, 24), page)[0] < 0.01
