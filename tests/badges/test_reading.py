"""Codes read back: what a gate would read is read, and whatever spoils a code is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PIL import Image, ImageOps

from kiosk.badges.marks import Area, Code, Composition, Mark
from kiosk.badges.raster import draw_raster
from kiosk.badges.reading import bitmap_read, codes_read_back, picture_read
from kiosk.badges.token_qr import MODULES, ROW_BYTES, token_codes
from kiosk.domain.printing import Raster
from tests.fakes.compositions import FONTS, TOKEN, card, label, line

OTHER = TOKEN[:-1] + "C"
Spoil = Callable[[Image.Image], Image.Image]


def with_marks(composition: Composition, *marks: Mark) -> Composition:
    return replace(composition, own=(*composition.own, *marks))


def the_code(composition: Composition) -> Code:
    [found] = [mark for mark in composition.own if isinstance(mark, Code)]
    return found


@pytest.mark.parametrize("bits", [1, 24])
@pytest.mark.parametrize("composition", [card(), card(dpi=203), label(), label(dpi=300)])
def test_what_was_drawn_reads_back(composition: Composition, bits: int) -> None:
    raster = draw_raster(composition, FONTS, bits=bits)
    assert codes_read_back(raster, composition)


@pytest.mark.parametrize("bits", [1, 24])
def test_another_badges_code_is_found(bits: int) -> None:
    raster = draw_raster(card(token=OTHER), FONTS, bits=bits)
    assert codes_read_back(raster, card(token=OTHER))
    assert not codes_read_back(raster, card(token=TOKEN))


@pytest.mark.parametrize("bits", [1, 24])
def test_a_code_that_something_covers_is_found_though_a_reader_forgives(bits: int) -> None:
    mark = the_code(card())
    x_mm, y_mm, module_mm = mark.x_mm, mark.y_mm, mark.size_mm / 41
    for cover in (
        Area(x_mm + 20 * module_mm, y_mm + 20 * module_mm, 2 * module_mm, module_mm, fill="#FFFFFF"),
        Area(x_mm + 20 * module_mm, y_mm + 20 * module_mm, 2 * module_mm, module_mm, fill="#000000"),
        Area(x_mm, y_mm + 20.3 * module_mm, mark.size_mm, 0.05, fill="#AFDDFB"),
        line("名", x_mm + 10, y_mm + 20, 6, 700),
    ):
        covered = with_marks(card(), cover)
        raster = draw_raster(covered, FONTS, bits=bits)
        assert not codes_read_back(raster, covered)


@pytest.mark.parametrize("bits", [1, 24])
def test_a_code_without_its_quiet_zone_is_found(bits: int) -> None:
    mark = the_code(card())
    module_mm = mark.size_mm / 41
    frame = Area(
        mark.x_mm - 1.2 * module_mm,
        mark.y_mm - 1.2 * module_mm,
        mark.size_mm + 2.4 * module_mm,
        mark.size_mm + 2.4 * module_mm,
        stroke="#000000",
        stroke_mm=1.2 * module_mm,
    )
    framed = with_marks(card(), frame)
    assert not codes_read_back(draw_raster(framed, FONTS, bits=bits), framed)


def _mirrored(code: Image.Image) -> Image.Image:
    return ImageOps.mirror(code)


def _transposed(code: Image.Image) -> Image.Image:
    return code.transpose(Image.Transpose.TRANSPOSE)


def _turned(code: Image.Image) -> Image.Image:
    return code.transpose(Image.Transpose.ROTATE_180)


def _inverted(code: Image.Image) -> Image.Image:
    return ImageOps.invert(code)


def _moved(code: Image.Image) -> Image.Image:
    moved = Image.new("L", code.size, 255)
    moved.paste(code, (1, 0))
    return moved


def _smoothed(code: Image.Image) -> Image.Image:
    return code.resize((code.width // 2, code.height // 2)).resize(code.size)


@pytest.mark.parametrize("spoil", [_mirrored, _transposed, _turned, _inverted, _moved, _smoothed])
@pytest.mark.parametrize("bits", [1, 24])
def test_a_code_that_was_drawn_wrong_is_found(spoil: Spoil, bits: int) -> None:
    raster = draw_raster(label(), FONTS, bits=bits)
    assert codes_read_back(raster, label())
    assert not codes_read_back(spoiled(raster, the_code(label()), spoil), label())


def spoiled(raster: Raster, mark: Code, spoil: Spoil) -> Raster:
    """The raster with its code's pixels changed."""
    size = (raster.width_px, raster.height_px)
    mode, raw = ("1", "1;I") if raster.bits == 1 else ("RGB", "RGB")
    image = Image.frombytes(mode, size, raster.data, "raw", raw).convert("L")
    per_mm = raster.dpi / 25.4
    left, top, side = round(mark.x_mm * per_mm), round(mark.y_mm * per_mm), round(mark.size_mm * per_mm)
    box = (left, top, left + side, top + side)
    image.paste(spoil(image.crop(box)), box)
    mono = image.point([255 - value for value in range(256)]).convert("1", dither=Image.Dither.NONE)
    data = mono.tobytes() if raster.bits == 1 else image.convert("RGB").tobytes()
    return replace(raster, data=data)


def test_a_code_over_the_edge_is_found() -> None:
    mark = replace(the_code(label()), x_mm=label().width_mm - 10)
    cut = replace(label(), own=(mark,))
    assert not codes_read_back(draw_raster(cut, FONTS, bits=1), cut)


def test_a_bitmap_says_its_token() -> None:
    assert bitmap_read(token_codes().bitmap(TOKEN)) == TOKEN
    assert bitmap_read(token_codes().bitmap(OTHER)) == OTHER


def test_a_bitmap_with_one_wrong_module_is_not_read_though_a_reader_forgives() -> None:
    bitmap = bytearray(token_codes().bitmap(TOKEN))
    bitmap[20 * ROW_BYTES + 2] ^= 0x10
    assert bitmap_read(bytes(bitmap)) == ""


def test_a_bitmap_of_nothing_or_turned_over_is_not_read() -> None:
    assert bitmap_read(bytes(MODULES * ROW_BYTES)) == ""
    assert bitmap_read(b"\xff" * (MODULES * ROW_BYTES)) == ""
    rows = [
        token_codes().bitmap(TOKEN)[at : at + ROW_BYTES] for at in range(0, MODULES * ROW_BYTES, ROW_BYTES)
    ]
    assert bitmap_read(b"".join(reversed(rows))) == ""
    with pytest.raises(ValueError, match="bitmap"):
        bitmap_read(b"\0")


def test_a_picture_says_its_codes() -> None:
    raster = draw_raster(card(dpi=203), FONTS, bits=24)
    picture = Image.frombytes("RGB", (raster.width_px, raster.height_px), raster.data)
    assert picture_read(picture) == (TOKEN,)
    assert picture_read(Image.new("L", (300, 300), 255)) == ()
