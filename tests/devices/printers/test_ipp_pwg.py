"""PWG raster, read again by CUPS's own filter: the same dots."""

from __future__ import annotations

import os
import random
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from kiosk.devices.printers import pwg
from kiosk.devices.printers.port import Handover
from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import Page, PrintState, Raster, Takes
from tests.devices.printers.bus_here import program
from tests.devices.printers.ippeve_here import IppEve
from tests.devices.printers.printing import A6_MEDIA, JOB, ended, ours

WIDTH, HEIGHT, DPI = 413, 583, 100
FILTER = "/usr/lib/cups/filter/rastertopdf"


def _pixel(x: int, y: int) -> tuple[int, int, int]:
    if y < 60:
        return 255, 255, 255
    if y < 120:
        return x % 256, y % 256, x * y % 256
    if (x - 200) ** 2 + (y - 300) ** 2 < 8_000:
        return 0, 80, 200
    return (255, 0, 0) if x % 7 < 2 else (255, 255, 255)


PIXELS = [_pixel(x, y) for y in range(HEIGHT) for x in range(WIDTH)]
COLOUR = Raster(WIDTH, HEIGHT, DPI, 24, b"".join(bytes(each) for each in PIXELS))
ROW_BYTES = (WIDTH + 7) // 8
MONO = Raster(WIDTH, HEIGHT, DPI, 1, random.Random(3).randbytes(ROW_BYTES * 300) + bytes(ROW_BYTES * 283))


def _dots(document: bytes, folder: Path) -> Image.Image:
    """The page as CUPS reads it, dot by dot."""
    assert Path(FILTER).exists(), "install Debian's package cups (cups-filters)"
    (folder / "page.pwg").write_bytes(document)
    surroundings = {**os.environ, "CONTENT_TYPE": pwg.FORMAT, "FINAL_CONTENT_TYPE": "application/pdf"}
    words = [FILTER, "1", "user", "title", "1", "", str(folder / "page.pwg")]
    pdf = subprocess.run(words, capture_output=True, check=True, env=surroundings, timeout=30).stdout
    (folder / "page.pdf").write_bytes(pdf)
    poppler = program("pdfimages", "poppler-utils")
    subprocess.run([poppler, "-png", str(folder / "page.pdf"), str(folder / "page")], check=True, timeout=30)
    with Image.open(folder / "page-000.png") as drawn:
        drawn.load()
        return drawn


def test_colour(tmp_path: Path) -> None:
    drawn = _dots(pwg.encode(COLOUR, A6_MEDIA, pwg.COLOUR), tmp_path)
    assert drawn.size == (WIDTH, HEIGHT)
    assert drawn.convert("RGB").tobytes() == COLOUR.data


def test_black(tmp_path: Path) -> None:
    drawn = _dots(pwg.encode(MONO, A6_MEDIA, pwg.BLACK), tmp_path)
    white = Image.frombytes("1", (WIDTH, HEIGHT), bytes(255 - each for each in MONO.data))
    assert drawn.convert("1").tobytes() == white.tobytes()


def test_grey(tmp_path: Path) -> None:
    drawn = _dots(pwg.encode(COLOUR, A6_MEDIA, pwg.GREY), tmp_path).convert("L").tobytes()
    wanted = [0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in PIXELS]
    # poppler takes the grey through a colour space of its own
    assert max(abs(now - was) for now, was in zip(drawn, wanted, strict=True)) < 8


def test_white_is_white_and_black_is_black() -> None:
    two = Raster(2, 1, DPI, 24, b"\xff\xff\xff\0\0\0")
    assert pwg.encode(two, A6_MEDIA, pwg.GREY)[1800:] == b"\0\xff\xff\0"


def test_a_printer_that_takes_no_pdf(ippeve: Callable[..., IppEve]) -> None:
    eve = ippeve(formats=(pwg.FORMAT,), dpi=300)
    printer = ours(eve.address)
    look = printer.look()
    assert look.abilities is not None
    assert (look.abilities.takes, look.abilities.dpi) == (Takes.COLOUR, 300)
    assert printer.send(Page(JOB, A6_MEDIA, pdf=b"%PDF")) == Handover(PrintState.FAILED, Trouble.NOT_DRAWN)
    handed = printer.send(Page(JOB, A6_MEDIA, raster=COLOUR))
    assert ended(printer, handed.reference).state is PrintState.CONFIRMED
    assert [each.format for each in eve.printed] == [pwg.FORMAT]
    assert eve.printed[0].document == pwg.encode(COLOUR, A6_MEDIA, pwg.COLOUR)


@pytest.mark.parametrize(
    ("types", "takes", "kind", "raster"),
    [(("sgray_8",), Takes.COLOUR, pwg.GREY, COLOUR), (("black_1",), Takes.MONO, pwg.BLACK, MONO)],
)
def test_a_printer_without_colour(
    ippeve: Callable[..., IppEve], types: tuple[str, ...], takes: Takes, kind: str, raster: Raster
) -> None:
    eve = ippeve(formats=(pwg.FORMAT,), types=types)
    printer = ours(eve.address)
    look = printer.look()
    assert look.abilities is not None
    assert look.abilities.takes is takes
    handed = printer.send(Page(JOB, A6_MEDIA, raster=raster))
    assert ended(printer, handed.reference).state is PrintState.CONFIRMED
    assert eve.printed[0].document == pwg.encode(raster, A6_MEDIA, kind)
