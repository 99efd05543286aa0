"""What the label languages write is the raster, dot by dot, as independent readers see it."""

from __future__ import annotations

import random
import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zebrafy import ZebrafyZPL

from kiosk.devices.printers.label_printer import Model
from kiosk.devices.printers.tspl import Tspl
from kiosk.devices.printers.zpl import Zpl, hex_runs, z64
from kiosk.domain.printing import Media, Raster
from tests.devices.printers import tspl_reader, zpl_reader
from tests.devices.printers.label_listener import Works

ZEBRA = Model("ZD421-203dpi", 203, 832)


def raster_of(width_px: int, height_px: int, kind: str, dpi: int = 203) -> Raster:
    """A picture of one bit; its padding is dirty, as nobody has said that it must not be."""
    row_bytes = (width_px + 7) // 8
    size = row_bytes * height_px
    draw = random.Random(f"{width_px}{height_px}{kind}")
    if kind == "black":
        data = b"\xff" * size
    elif kind == "white":
        data = bytes(size)
    elif kind == "random":
        data = draw.randbytes(size)
    else:  # long runs, equal rows, edges
        rows = [bytes(draw.choice((0, 0, 255, 15, 1, 128)) for _ in range(row_bytes)) for _ in range(9)]
        data = b"".join(draw.choice(rows) for _ in range(height_px))
    return Raster(width_px, height_px, dpi, 1, data)


def dots(width_px: int, height_px: int, data: bytes) -> list[str]:
    """Rows of 0 and 1, without padding: what can be seen."""
    step = (width_px + 7) // 8
    return [
        "".join(f"{each:08b}" for each in data[start : start + step])[:width_px]
        for start in range(0, step * height_px, step)
    ]


SIZES = [(8, 1), (1, 1), (7, 3), (9, 5), (495, 800), (497, 40), (812, 609), (104, 2400), (3200, 12)]
KINDS = ["black", "white", "random", "runs"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("width_px", "height_px"), SIZES)
def test_a_label_of_zpl_is_the_raster(width_px: int, height_px: int, kind: str) -> None:
    raster = raster_of(width_px, height_px, kind)
    wanted = dots(width_px, height_px, raster.data)
    for model in (ZEBRA, None):  # Z64, then hex runs
        label = zpl_reader.read_label(Zpl().write(raster, Media(50, 80), model))
        assert (label.width_px, label.height_px) == (width_px, height_px)
        assert dots(label.width_px, label.height_px, label.data) == wanted
        assert label.tracking == ""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("width_px", "height_px"), SIZES)
def test_a_label_of_tspl_is_the_raster(width_px: int, height_px: int, kind: str) -> None:
    raster = raster_of(width_px, height_px, kind)
    media = Media(width_px / 203 * 25.4, height_px / 203 * 25.4)
    label = tspl_reader.read_label(Tspl().write(raster, media, None), 203)
    assert (label.width_px, label.height_px) == (width_px, height_px)
    assert dots(label.width_px, label.height_px, label.data) == dots(width_px, height_px, raster.data)
    assert label.gap == "2 mm,0 mm"


@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_tape_is_as_long_as_its_picture_and_has_no_gap(dpi: int) -> None:
    width_px, height_px = round(62 / 25.4 * dpi), round(100 / 25.4 * dpi)
    raster, tape = raster_of(width_px, height_px, "runs", dpi), Media(62, 0)
    paper = tspl_reader.read_label(Tspl().write(raster, tape, None), dpi)
    assert (paper.width_px, paper.height_px, paper.gap) == (width_px, height_px, "0 mm,0 mm")
    assert dots(width_px, height_px, paper.data) == dots(width_px, height_px, raster.data)
    assert zpl_reader.read_label(Zpl().write(raster, tape, ZEBRA)).tracking == "N"


def test_a_format_holds_no_text_and_only_the_letters_of_its_commands() -> None:
    # every picture there can be: bytes of the picture never stand for themselves
    commands = re.compile(
        rb"\^XA\^PON\^PMN\^LRN\^MUD\^JZY(\^MNN)?\^PW\d+\^LL\d+\^LH0,0\^PQ1,0,0,N"
        rb"\^FO0,0\^GFA,\d+,\d+,\d+,([^\^~]*)\^FS\^XZ"
    )
    letters = {
        True: set((string.ascii_letters + string.digits + "+/=:").encode()),
        False: set(
            (string.digits + "ABCDEF" + "GHIJKLMNOPQRSTUVWXY" + "ghijklmnopqrstuvwxyz" + ",!:").encode()
        ),
    }
    for kind in KINDS:
        for model in (ZEBRA, None):
            raster = raster_of(333, 77, kind)
            found = commands.fullmatch(Zpl().write(raster, Media(40, 0), model))
            assert found is not None
            assert set(found[2]) <= letters[model is not None]


def test_a_picture_of_commands_prints_as_a_picture() -> None:
    evil = b"^XZ~JA^XA^FDx^FS\r\nPRINT 9\r\nCLS\r\n\x1b!R" * 9
    raster = Raster(8 * 37, len(evil) // 37, 203, 1, evil[: 37 * (len(evil) // 37)])
    wanted = dots(raster.width_px, raster.height_px, raster.data)
    for model in (ZEBRA, None):
        format_ = Zpl().write(raster, Media(37, 9), model)
        assert format_.count(b"^XZ") == 1
        assert b"~" not in format_
        label = zpl_reader.read_label(format_)
        assert dots(label.width_px, label.height_px, label.data) == wanted
    media = Media(raster.width_px / 203 * 25.4, raster.height_px / 203 * 25.4)
    paper = tspl_reader.read_label(Tspl().write(raster, media, None), 203)
    assert dots(paper.width_px, paper.height_px, paper.data) == wanted


@settings(max_examples=150, deadline=None)
@given(
    st.integers(1, 130).flatmap(
        lambda wide: st.tuples(
            st.just(wide),
            st.lists(
                st.one_of(
                    st.binary(min_size=wide, max_size=wide),
                    st.sampled_from([0, 255, 0x10, 0xF0]).map(lambda each: bytes([each]) * wide),
                ),
                min_size=1,
                max_size=12,
            ),
        )
    )
)
def test_both_codings_read_back(picture: tuple[int, list[bytes]]) -> None:
    wide, rows = picture
    data = b"".join(rows)
    white_is_1 = bytes(each ^ 0xFF for each in data)
    for coded in (hex_runs(data, wide), z64(data)):
        text = f"^GFA,{len(data)},{len(data)},{wide},{coded}^FS"
        (image,) = ZebrafyZPL(text).to_images()
        assert image.tobytes() == white_is_1


def test_runs_are_short_where_the_picture_is_plain() -> None:
    assert hex_runs(bytes(104 * 1000), 104) == "," + ":" * 999
    assert hex_runs(b"\xff" * 104, 104) == "!"
    assert hex_runs(b"\xaa" * 3, 3) == "LA"
    assert hex_runs(b"\x11" * 220 + b"\x10", 221) == "zY1gH1,"  # 419 at once, and 22 more


@pytest.mark.parametrize(("language", "model"), [("tspl", None), ("zpl", ZEBRA), ("zpl", None)])
def test_a_label_that_broke_off_anywhere_neither_comes_out_nor_shows_on_the_next(
    language: str, model: Model | None
) -> None:
    writer = {"tspl": Tspl(), "zpl": Zpl()}[language]
    first, second = raster_of(24, 20, "random"), raster_of(24, 20, "runs")
    half, whole = (writer.write(each, Media(3, 2.5), model) for each in (first, second))
    for cut in range(len(half)):
        works = Works(language)
        works.feed(half[:cut], lambda _: None)
        works.feed(writer.mend(first, broken=True) + whole, lambda _: None)
        (label,) = works.labels()
        assert label.data == second.data, cut


def test_what_lies_beyond_the_edge_is_white_whatever_the_raster_says() -> None:
    raster = Raster(13, 2, 203, 1, b"\xff\xff\x00\x07")
    assert b",0,\x00\x07\xff\xff\r\n" in Tspl().write(raster, Media(2, 0.3), None)
    assert b",IF8,^FS" in Zpl().write(raster, Media(2, 0.3), None)
