"""A badge as a picture, and how a PDF that came out of a printer looks beside it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from PIL import Image, ImageChops

from kiosk.domain.printing import Raster
from tests.devices.printers.bus_here import program

WIDTH, HEIGHT, DPI = 1240, 1748, 300
BLOCKS = (WIDTH // 20, HEIGHT // 20)


def _badge() -> Image.Image:
    """A colour band above, dots as fine as a code's below."""
    dots = Image.effect_noise(BLOCKS, 120).convert("1")
    picture = dots.resize((WIDTH, HEIGHT)).convert("RGB")
    picture.paste((200, 30, 60), (0, 0, WIDTH, 300))
    return picture


BADGE = _badge()
RASTER = Raster(WIDTH, HEIGHT, DPI, 24, BADGE.tobytes())


def _run(folder: Path, words: list[str], name: str) -> Image.Image:
    subprocess.run([*words, str(folder / "out")], check=True, timeout=30, capture_output=True)
    with Image.open(folder / name) as picture:
        return picture.convert("RGB")


def picture_in(pdf: Path, folder: Path) -> Image.Image:
    """The first picture in a PDF, dot for dot."""
    return _run(folder, [program("pdfimages", "poppler-utils"), "-png", str(pdf)], "out-000.png")


def drawn(pdf: Path, folder: Path) -> Image.Image:
    """In blocks, as a renderer of PDFs need not meet each dot."""
    words = [program("pdftoppm", "poppler-utils"), "-r", "100", "-png", "-singlefile", str(pdf)]
    return in_blocks(_run(folder, words, "out.png"))


def in_blocks(picture: Image.Image) -> Image.Image:
    """The mean of each block."""
    return picture.resize(BLOCKS, Image.Resampling.BOX)


def differ(one: Image.Image, other: Image.Image) -> float:
    """The part of all blocks that differ visibly."""
    difference = ImageChops.difference(one.convert("L"), other.convert("L")).histogram()
    return sum(difference[128:]) / (one.width * one.height)
