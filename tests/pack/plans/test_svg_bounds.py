"""SVG made to take minutes, and SVG that only looks broken: lengths with units, ids of other programs."""

from __future__ import annotations

import doctest
import resource
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.pack.faults import PackFault
from kiosk.pack.plans import svg_lengths, svg_paths, svg_style
from kiosk.pack.plans.assembly import MOST_NOTES
from kiosk.pack.plans.drawing import Box, Drawing, read_drawing

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'
PAGE = f'<svg {NS} width="300mm" height="200mm" viewBox="0 0 300 200"><title>1:100</title>'
FLOOR = '<rect class="floor" width="300" height="200"/>'
MOST_S = 6.0
"""Of processor time for a hostile file; each takes less than 1.5 s where this was written."""


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], Drawing]:
    def read_text(text: str) -> Drawing:
        path = tmp_path / "平面图_1.svg"
        path.write_text(text, encoding="utf-8")
        return read_drawing(path)

    return read_text


def _layer(name: str, count: int, shape: str) -> str:
    """So many shapes; in each {i} and {j} are numbers, and {y} and {x} lie in the page."""
    shapes = (shape.format(i=i, y=i * 200 / count, x=i * 300 / count) for i in range(count))
    return PAGE + FLOOR + f'<g class="{name}">' + "".join(shapes) + "</g></svg>"


HOSTILE = {
    "lines that cross a million times": (
        _layer("stall", 1000, '<path d="M0 {y}H300M{x} 0V200"/>'),
        "too many shapes of",
    ),
    "too many lines": (_layer("stall", 11_000, '<path d="M0 {y}H300M{x} 0V200"/>'), "too many shapes of"),
    "a floor of such lines": (
        _layer("floor", 1000, '<path d="M0 {y}H300M{x} 0V200"/>').replace(FLOOR, ""),
        "no floor",
    ),
    "gates without end": (_layer("gate", 9000, '<rect width="1" height="1"/>'), 'too many shapes of "gate"'),
    "names of kiosks without end": (
        _layer("kiosk", 9000, '<text x="{x}" y="5">k{i}</text>'),
        'too many shapes of "kiosk"',
    ),
    "a number without end": (
        PAGE + f'<rect class="floor" x="{"1" * 300_000}!" width="1" height="1"/></svg>',
        "no number",
    ),
    "a doctype without end": ("<!DOCTYPE" * 300_000, "well-formed"),
    "a path without end": (PAGE + f'<path class="wall" d="{"M0 0" * 400_000}"/></svg>', "too many points"),
    "paths without end": (
        _layer("wall", 7, '<path d="' + "M0 0" * 60_000 + '"/>'),
        "too many points",
    ),
    "a style without end": (PAGE + f"<style>{'.a{' * 3_000_000}</style></svg>", "no floor"),
    "a transform without end": (PAGE + f'<g transform="{"scale(1)" * 500_000}"/></svg>', "transform"),
    "a length without end": (
        PAGE + FLOOR + f'<g class="calibration"><path d="M0 0h9"/><text>{"1" * 200_000}x</text></g></svg>',
        "no length",
    ),
    "a page of no size": (f'<svg {NS} width="1.2.3mm" viewBox="0 0 300 200">' + FLOOR + "</svg>", "no scale"),
    "our own, a number without end": (
        f'<svg data-level="1" data-units-per-metre="{"1" * 300_000}x" viewBox="0 0 9 9"/>',
        "no number",
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_drawings_end_soon(read: Callable[[str], Drawing], kind: str) -> None:
    text, says = HOSTILE[kind]
    start, before_kb = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(PackFault, match=says):
        read(text)
    assert time.process_time() - start < MOST_S
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kb < 400_000


@pytest.mark.parametrize(
    ("shape", "box"),
    [
        ('<rect class="block" x="1cm" y="10mm" width="1in" height="20%"/>', (3.78, 3.78, 9.6, 4.0)),
        ('<rect class="block" x="50%" y="50%" width="10" height="10"/>', (15.0, 10.0, 1.0, 1.0)),
        ('<circle class="block" cx="10%" cy="10%" r="5px"/>', (2.5, 1.5, 1.0, 1.0)),
        (
            '<svg x="50" y="50" width="100" height="50" viewBox="10 0 10 10">'
            '<rect class="block" x="10" width="1" height="2"/></svg>',
            (7.5, 5.0, 0.5, 1.0),
        ),
        (
            '<svg x="50" width="100" height="50" viewBox="0 0 10 10" preserveAspectRatio="xMaxYMid">'
            '<rect class="block" width="1" height="2"/></svg>',
            (10.0, 0.0, 0.5, 1.0),
        ),
        (
            '<svg width="100" height="50" viewBox="0 0 10 10" preserveAspectRatio="none">'
            '<rect class="block" width="1" height="2"/></svg>',
            (0.0, 0.0, 1.0, 1.0),
        ),
        (
            '<symbol id="s" viewBox="0 0 10 10"><rect class="block" width="1" height="1"/></symbol>'
            '<use href="#s" x="50" y="50" width="100" height="100"/>',
            (5.0, 5.0, 1.0, 1.0),
        ),
        (
            '<style>.st0,.st1{display:none} .st2{visibility:visible}</style><g class="st1">'
            '<rect class="block" width="9" height="9"/></g><rect class="block st2" width="10" height="10"/>',
            (0.0, 0.0, 1.0, 1.0),
        ),
        ('<g id="_x67F1_子"><rect width="10" height="10"/></g>', (0.0, 0.0, 1.0, 1.0)),
        ('<g id="_x67F1__1_"><rect width="10" height="10"/></g>', (0.0, 0.0, 1.0, 1.0)),
    ],
)
def test_lengths_and_ids(
    read: Callable[[str], Drawing], shape: str, box: tuple[float, float, float, float]
) -> None:
    (block,) = read(PAGE + FLOOR + shape + "</svg>").blocks
    assert (block.x_m, block.y_m, block.width_m, block.height_m) == pytest.approx(box, abs=0.01)


def test_what_has_no_part_may_be_broken(read: Callable[[str], Drawing]) -> None:
    broken = '<rect width="100%" height="auto"/><path d="M0 0 spam"/><g class="text"><path d="M"/></g>'
    drawing = read(PAGE + FLOOR + broken + "</svg>")
    assert [each.en for each in drawing.notes] == [
        '2 shapes of layer "" were not used: its name says nothing.'
    ]


def test_a_number_that_a_program_gave_is_no_name(read: Callable[[str], Drawing]) -> None:
    """Inkscape calls every text text12, and texts are for people; this one names the kiosk of its layer."""
    layer = '<g inkscape:label="终端"><circle id="path3" cx="50" cy="50" r="3"/>'
    text = '<text id="text12" x="50" y="50">east-1 90</text></g>'
    (kiosk,) = read(PAGE + FLOOR + layer + text + "</svg>").kiosks
    assert (kiosk.id, kiosk.place, kiosk.heading_deg) == ("east-1", (5.0, 5.0), 90.0)


@pytest.mark.parametrize(
    ("head", "width_m"),
    [
        ("<title>开放 1:30，13:30 关门，1:100</title>", 30.0),
        ("<title>比例 1:50，1:100 见另图</title>", None),
        ("<title>比例 1:50</title><text>1:100</text>", 15.0),
        ("<title>Scale 1:50</title>", 15.0),
    ],
)
def test_scales_that_texts_say(read: Callable[[str], Drawing], head: str, width_m: float | None) -> None:
    text = PAGE.replace("<title>1:100</title>", head) + FLOOR + "</svg>"
    if width_m is None:
        with pytest.raises(PackFault, match="several scales"):
            read(text)
    else:
        assert read(text).width_m == width_m


@pytest.mark.parametrize(
    ("head", "width_m"),
    [
        ('width="300mm" height="200mm" data-drawing-scale="1:200"', 15.875),
        ('width="400px" height="300px" data-drawing-scale="200"', 15.875),
        ('width="300mm" height="200mm" viewBox="0 0 600 400" data-drawing-scale="200"', 30.0),
        ('width="300" height="200" viewBox="0 0 600 400" data-drawing-scale="200"', None),
    ],
)
def test_units_of_the_page(read: Callable[[str], Drawing], head: str, width_m: float | None) -> None:
    """Without a viewBox a user unit is a px, of which 96 are an inch: 300 of them are 79.375 mm."""
    text = f"<svg {NS} {head}>" + '<rect class="floor" width="300" height="200"/></svg>'
    if width_m is None:
        with pytest.raises(PackFault, match="no scale"):
            read(text)
    else:
        assert read(text).floor[1][0] == pytest.approx(width_m)


def test_notes_are_few(read: Callable[[str], Drawing]) -> None:
    drawing = read(_layer("stall", 100, '<rect x="{x}" width="2" height="2"/>'))
    assert len(drawing.notes) == MOST_NOTES + 1
    assert drawing.notes[-1].en == f"and {100 - MOST_NOTES} more like these."


def test_a_large_hall_of_lines_is_no_crowd(read: Callable[[str], Drawing]) -> None:
    """1,200 stalls, each of four lines, as DXF and SVG often have them."""
    stall = '<path d="M{0} {1}h5"/><path d="M{0} {1}v5"/><path d="M{2} {1}v5"/><path d="M{0} {3}h5"/>'
    drawn = (stall.format(x, y, x + 5, y + 5) for x in range(0, 300, 5) for y in range(0, 200, 10))
    texts = (
        f'<text x="{x + 1}" y="{y + 3}">{"ABCDEFGHIJKLMNOPQRST"[y // 10]}{x // 5 + 1:03d}</text>'
        for x in range(0, 300, 5)
        for y in range(0, 200, 10)
    )
    layer = '<g inkscape:label="展位">' + "".join(drawn) + "".join(texts) + "</g></svg>"
    drawing = read(PAGE.replace("1:100", "1:1000") + FLOOR + layer)
    assert len(drawing.stalls) == 1200
    assert drawing.stalls[0].box == Box(0.0, 0.0, 5.0, 5.0)


def test_examples() -> None:
    for module in (svg_lengths, svg_paths, svg_style):
        assert doctest.testmod(module).failed == 0
        assert doctest.testmod(module).attempted > 0
