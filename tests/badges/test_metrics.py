"""Advances and missing characters against FreeType, which reads the same fonts in its own way."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from kiosk.badges.metrics import FILES, FontFault, Metrics, load_metrics, missing_characters, read_face
from kiosk.badges.setting import tidy

HERE = Path(__file__).parent
FONTS = HERE.parents[1] / "resources" / "fonts"
NAMES = (HERE / "names.txt").read_text(encoding="utf-8").splitlines()
REFUSED = (HERE / "names_refused.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def metrics() -> Metrics:
    return load_metrics(FONTS)


@pytest.mark.parametrize("weight", FILES)
def test_advances_are_freetypes(weight: int, metrics: Metrics) -> None:
    font = ImageFont.truetype(str(FONTS / FILES[weight]), 1000, layout_engine=ImageFont.Layout.BASIC)
    characters = sorted({each for name in NAMES for each in name} | set("–·：，（）1234567890"))
    told = metrics.advances_em("".join(characters), weight)
    assert told == pytest.approx([font.getlength(each) / 1000 for each in characters])


def test_a_text_is_as_wide_as_its_characters(metrics: Metrics) -> None:
    assert metrics.width_em("林知远", 700) == 3
    assert metrics.width_em("A·1", 400) == pytest.approx(sum(metrics.advances_em("A·1", 400)))
    assert metrics.measure(500)("") == 0


@pytest.mark.parametrize("name", NAMES)
def test_names_that_hurt_can_be_printed(name: str, metrics: Metrics) -> None:
    assert metrics.missing(name) == ""
    assert tidy(name) == name


@pytest.mark.parametrize("name", REFUSED)
def test_what_the_fonts_lack_is_told(name: str, metrics: Metrics) -> None:
    missing = metrics.missing(name)
    assert missing
    assert set(missing) <= set(name)


def test_missing_characters_are_told_once_in_order() -> None:
    assert missing_characters("陈䶮 𬭎·Oyelaran ö（）\n", FONTS) == ""
    # U+E863 is private, U+31350 is newer than Python 3.11's tables.
    assert missing_characters("林\ue863\U00031350\ue863远", FONTS) == "\ue863\U00031350"
    assert missing_characters("葛\U000e0100\u200b", FONTS) == ""
    assert missing_characters("Linda\u0308", FONTS) == "", "it is set as one character"


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x07", "\x7f", "\x9f", "\ud800"])
def test_control_characters_cannot_be_printed(character: str) -> None:
    assert missing_characters(f"林{character}远", FONTS) == character


@given(st.text(max_size=20))
def test_what_is_not_missing_has_a_glyph_in_every_weight(text: str) -> None:
    metrics = load_metrics(FONTS)
    if metrics.missing(text):
        return
    for face in metrics.faces.values():
        assert all(face.glyph(ord(each)) for each in tidy(text))


def test_missing_or_broken_fonts_are_one_clear_line(tmp_path: Path) -> None:
    good = (FONTS / FILES[400]).read_bytes()[:200_000]
    broken = {
        "none.ttf": None,
        "empty.ttf": b"",
        "text.ttf": b"no font, but long enough to be one" * 9,
        "cut.ttf": good[:4000],
        "tables.ttf": good[:4] + struct.pack(">H", 60_000) + good[6:4000],
    }
    for file, data in broken.items():
        if data is not None:
            (tmp_path / file).write_bytes(data)
        with pytest.raises(FontFault) as refusal:
            read_face(tmp_path / file)
        assert file in str(refusal.value)
        assert "\n" not in str(refusal.value)
        assert refusal.value.words.zh
