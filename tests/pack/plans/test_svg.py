"""Our own plain SVG: stalls, passages and doors by their data."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.floorplan import Flow
from kiosk.domain.words import Words
from kiosk.pack.faults import PackFault
from kiosk.pack.plans.drawing import Box, Drawing, DrawnPassage, DrawnStall, read_drawing

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" data-level="1" data-units-per-metre="10">'
    '<polygon class="floor" points="0,0 300,0 300,200 0,200"/>'
)


def _read(tmp_path: Path, shapes: str) -> Drawing:
    path = tmp_path / "平面图_1.svg"
    path.write_text(HEAD + shapes + "</svg>", encoding="utf-8")
    return read_drawing(path)


def test_stalls_passages_and_doors(tmp_path: Path) -> None:
    drawing = _read(
        tmp_path,
        '<rect class="stall" data-stall="a-1" data-facing="south" x="50" y="50" width="30" height="30"/>'
        '<rect class="stall" data-stall="A2" x="80" y="50" width="30" height="30"/>'
        '<polyline class="passage" data-passage="p" data-flow="one_way" data-name-zh="北" points="0,9 20,9"/>'
        '<polyline class="passage" data-passage="q" points="0,19 10,19 20,19"/>'
        '<polyline class="door" points="100,130 120,130"/>',
    )
    assert drawing.stalls == (
        DrawnStall("A001", Box(5, 5, 3, 3), "south"),
        DrawnStall("A002", Box(8, 5, 3, 3), ""),
    )
    assert drawing.passages == (
        DrawnPassage("p", Words("北", ""), ((0, 0.9), (2, 0.9)), Flow.ONE_WAY),
        DrawnPassage("q", Words("", ""), ((0, 1.9), (2, 1.9)), Flow.BOTH),
    )
    assert drawing.doors == (((10, 13), (12, 13)),)


@pytest.mark.parametrize(
    ("shape", "says"),
    [
        ('<rect class="stall" data-stall="x" width="3" height="3"/>', "no stall number"),
        ('<rect class="stall" width="3" height="3"/>', "lacks data-stall"),
        (
            '<rect class="stall" data-stall="A1" data-facing="up" x="1" y="1" width="3" height="3"/>',
            "data-facing must be",
        ),
        ('<polyline class="passage" points="0,0 1,1"/>', "lacks data-passage"),
        ('<polyline class="passage" data-passage="p" data-flow="up" points="0,0 1,1"/>', "data-flow must be"),
        ('<polyline class="door" points="0,0"/>', "points need 2"),
        ('<polyline class="wall" points="0,0 1e30,0"/>', "more than 5000 m away"),
    ],
)
def test_what_is_refused(tmp_path: Path, shape: str, says: str) -> None:
    with pytest.raises(PackFault, match=says):
        _read(tmp_path, shape)


def test_a_drawing_saved_by_a_program_is_read_with_its_transforms(tmp_path: Path) -> None:
    """Inkscape keeps our classes and data, and moves things by transforms."""
    path = tmp_path / "平面图_1.svg"
    head = HEAD.replace("<svg ", '<svg xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" ')
    kiosk = '<circle class="kiosk" data-kiosk="east-1" data-heading="90" cx="100" cy="180" r="4"/>'
    path.write_text(
        head + f'<g inkscape:label="x" transform="translate(50,0)">{kiosk}</g></svg>', encoding="utf-8"
    )
    (found,) = read_drawing(path).kiosks
    assert (found.id, found.place, found.heading_deg) == ("east-1", (15, 18), 90)
