"""Advances and missing characters against FreeType, which reads the same fonts in its own way."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from kiosk.badges.metrics import (
    FILES,
    SECOND_FILES,
    FontFault,
    Metrics,
    load_metrics,
    missing_characters,
    read_face,
)
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
    files = {False: FILES[weight], True: SECOND_FILES[weight]}
    fonts = {
        second: ImageFont.truetype(str(FONTS / file), 1000, layout_engine=ImageFont.Layout.BASIC)
        for second, file in files.items()
    }
    for name in (*NAMES, "–·：，（）1234567890"):
        seconds = metrics.fount(name, weight).second(name) or (False,) * len(name)
        expected = [fonts[second].getlength(each) / 1000 for each, second in zip(name, seconds, strict=True)]
        # For some accented letters of Noto Sans FreeType takes the plain letter's advance, not the table's.
        nearly = 0.009 if any(seconds) else 1e-6
        assert metrics.advances_em(name, weight) == pytest.approx(expected, abs=nearly)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Anna Müller", ""),
        ("Nguyễn Thị Hằng", ""),
        ("Мария Иванова", ""),
        ("林知远 Lin", ""),
        ("Linda\u0308 \u200bJr", ""),  # tidied it is ä
        ("Šárka Dvořáková", "22222 222222222"),
        ("Łukasz O’Neill-Żak 3", "222222 22222222222 2"),
        ("Їжакевич", "22222222"),
        ("Παπαϊωάννου", "22222222222"),
        ("S\u030ca", "2 2"),  # set as Š
        ("卢卡什·Łódź（A）", "    2222 2 "),
    ],
)
def test_a_text_with_a_letter_that_the_first_face_lacks_has_all_its_letters_from_the_second(
    text: str, seconds: str, metrics: Metrics
) -> None:
    told = metrics.fount(text, 700).second(text) or (False,) * len(text)
    letters = [(each, second) for each, second in zip(text, told, strict=True) if each != " "]
    expected = [(each, of == "2") for each, of in zip(text, seconds.ljust(len(text)), strict=True)]
    assert letters == [(each, second) for each, second in expected if each != " "]


def test_lines_of_one_text_are_set_alike(metrics: Metrics) -> None:
    fount = metrics.fount("Maria Skłodowska", 700)
    assert all(fount.second("Maria"))
    assert fount.measure("Maria") != metrics.width_em("Maria", 700)


def test_the_second_face_is_read_only_when_it_is_needed(tmp_path: Path) -> None:
    for file in FILES.values():
        (tmp_path / file).symlink_to(FONTS / file)
    metrics = load_metrics(tmp_path)
    assert metrics.missing("林知远 Müller 😀 محمد") == "😀محد"
    assert metrics.width_em("林知远 Müller 😀", 700) > 3
    with pytest.raises(FontFault, match=SECOND_FILES[400]):
        metrics.missing("Łukasz")
    with pytest.raises(FontFault, match="NotoSans_"):
        metrics.width_em("Łukasz", 700)


def test_a_text_is_as_wide_as_its_characters(metrics: Metrics) -> None:
    assert metrics.width_em("林知远", 700) == 3
    assert metrics.width_em("A·1", 400) == pytest.approx(sum(metrics.advances_em("A·1", 400)))
    assert metrics.measure("", 500)("") == 0


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


@given(st.text(max_size=20) | st.text(st.characters(max_codepoint=0x1FFF), max_size=20))
def test_what_is_not_missing_has_a_glyph_in_every_weight(text: str) -> None:
    metrics = load_metrics(FONTS)
    if metrics.missing(text):
        return
    text = tidy(text)
    for weight, face in metrics.faces.items():
        fount = metrics.fount(text, weight)
        for character, second in zip(text, fount.second(text) or (False,) * len(text), strict=True):
            assert (metrics.second_face(weight) if second else face).glyph(ord(character))


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
