"""A plan's strip, read back with poppler and zxing-cpp."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from kiosk.badges.layout import Layout
from kiosk.badges.strip import StripFace, StripRow, render_strip

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


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (4, 1), (5, 2), (12, 2), (30, 5)])
def test_every_stop_stands_on_one_of_as_few_pages_as_it_takes(
    count: int, expected: int, fonts: Path, layout: Layout
) -> None:
    pdf = render_strip(face(count), fonts, layout.width_mm, layout.height_mm)
    found = pages(pdf)
    assert len(found) == expected
    text = "".join(found)
    for at in range(1, count + 1):
        assert text.count(f"A{at:03d}") == 1
    assert text.count("扫一扫") == 1
    assert text.count("约 420 米，走路 6 分钟") == expected
    assert (f"{expected}/{expected}" in text) == (expected > 1)


def test_a_page_is_full_before_the_next_begins(fonts: Path, layout: Layout) -> None:
    first, last = pages(render_strip(face(6, notes=1), fonts, layout.width_mm, layout.height_mm))
    assert [f"A{at:03d}" in first for at in range(1, 7)] == [True] * 6
    assert "A001" not in last
    assert "B000" in last
    assert "扫一扫" in last


def test_what_is_no_stop_stands_below_the_stops(fonts: Path, layout: Layout) -> None:
    text = "".join(pages(render_strip(face(2, notes=3), fonts, layout.width_mm, layout.height_mm)))
    assert text.count("这个展位今天不开") == 3
    many = "".join(pages(render_strip(face(2, notes=30), fonts, layout.width_mm, layout.height_mm)))
    assert "B009" in many
    assert "扫一扫" in many


def test_its_code_is_the_text(fonts: Path, layout: Layout, pdf_picture: Callable[[bytes], Path]) -> None:
    pdf = render_strip(face(4), fonts, layout.width_mm, layout.height_mm)
    with Image.open(pdf_picture(pdf)) as page:
        assert [each.text for each in zxingcpp.read_barcodes(page)] == [CODE]


def test_equal_strips_are_equal_bytes_of_the_papers_size(fonts: Path, layout: Layout) -> None:
    pdf = render_strip(face(6), fonts, layout.width_mm, layout.height_mm)
    assert pdf == render_strip(face(6), fonts, layout.width_mm, layout.height_mm)
    said = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert "297.6" in said
    assert "419.5" in said
