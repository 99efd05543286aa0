"""Fonts in a PDF: every character its own code, however many there are."""

from __future__ import annotations

import io
import struct
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import ImageFont

from kiosk.badges.embedding import to_unicode
from kiosk.badges.fonts import load_fonts
from kiosk.badges.marks import Glyphs
from kiosk.badges.metrics import load_metrics
from kiosk.badges.pdf import PageMarks, draw_pages

PDF_PAGE = (210.0, 297.0)


def _page(texts: list[str], fonts: Path, weight: int = 400) -> bytes:
    out = io.BytesIO()
    rows = tuple(Glyphs(text, 10, 10 + 5 * row, 4, weight, "#000000") for row, text in enumerate(texts))
    draw_pages([PageMarks(*PDF_PAGE, texts=rows)], fonts, out)
    return out.getvalue()


def _sharing(fonts: Path) -> list[tuple[str, str]]:
    """Pairs of characters that have one glyph, neither a space."""
    by_glyph: dict[int, list[int]] = {}
    for code, glyph in load_fonts(fonts).fonts[400].face.charToGlyph.items():
        by_glyph.setdefault(glyph, []).append(code)
    pairs = [sorted(codes)[:2] for codes in by_glyph.values() if len(codes) > 1]
    return [(chr(one), chr(other)) for one, other in pairs if not chr(one).isspace()]


def test_characters_that_share_a_glyph_are_copied_as_they_were_written(fonts: Path) -> None:
    pairs = [pair for pair in _sharing(fonts) if all("\u2e80" <= each <= "\u9fff" for each in pair)][:10]
    assert len(pairs) == 10
    text = "中".join(one + other for one, other in pairs)
    assert _read(_page([text], fonts)) == text
    alike = "中".join(one + one for one, _ in pairs)
    assert np.array_equal(_drawn(_page([text], fonts)), _drawn(_page([alike], fonts)))
    other = "中".join(one + "中" for one, _ in pairs)
    assert not np.array_equal(_drawn(_page([text], fonts)), _drawn(_page([other], fonts)))


def _read(pdf: bytes) -> str:
    return str(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range())


def _drawn(pdf: bytes) -> np.ndarray:
    return np.array(pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_numpy())


def test_more_characters_than_a_simple_font_holds_are_one_font(
    fonts: Path, pdf_text: Callable[[bytes], str]
) -> None:
    rows = ["".join(map(chr, range(start, start + 40))) for start in range(0x4E00, 0x4E00 + 1600, 40)]
    pdf = _page([*rows, "\U0002cb4e䶮·é"], fonts)
    text = pdf_text(pdf)
    assert [row for row in rows if row not in text] == []
    assert "\U0002cb4e䶮·é" in text
    told = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert len(told.splitlines()) == 3


def test_the_embedded_file_is_a_font_with_the_glyphs_that_were_used(fonts: Path) -> None:
    pdf = _page(["é林A"], fonts, 700)
    start = pdf.index(b"stream\n", pdf.index(b"/Length1")) + len(b"stream\n")
    font = zlib.decompressobj().decompress(pdf[start:])
    assert ImageFont.truetype(io.BytesIO(font)).getname()[0] == "Noto Sans SC"
    table = font.index(b"maxp") + 8
    (offset,) = struct.unpack_from(">I", font, table)
    # the glyph for "missing", those of the text, and the two that é is put together from
    assert 4 <= struct.unpack_from(">H", font, offset + 4)[0] <= 6


def test_what_the_font_lacks_is_drawn_as_missing_and_breaks_nothing(
    fonts: Path, pdf_text: Callable[[bytes], str]
) -> None:
    assert pdf_text(_page(["林\ue863\ud800远"], fonts)).split() == ["林", "远"]


@pytest.mark.parametrize("weight", [400, 500, 700])
def test_widths_are_those_that_texts_are_composed_by(weight: int, fonts: Path) -> None:
    text = "林知远·Ábdurahman-Åke (A006/A007) 〇𬭎"
    expected = load_metrics(fonts).advances_em(text, weight)  # type: ignore[arg-type]
    advances = load_fonts(fonts).fonts[weight].advances
    assert tuple(advances[each] for each in text) == expected


def test_to_unicode_writes_pairs_above_the_basic_plane() -> None:
    characters = ["", "\U0002cb4e", "\u4dae", *map(chr, range(0x4E00, 0x4E00 + 350))]
    text = to_unicode("AAAAAA+X", characters)
    assert "<0001> <D872DF4E>" in text
    assert "<0002> <4DAE>" in text
    assert "<0000> <0" not in text
    assert "<0160> <4F5D>" in text
    assert text.count("100 beginbfchar") == 3
    assert "52 beginbfchar" in text
