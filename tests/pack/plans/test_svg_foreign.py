"""SVG of drawing programs: what Inkscape saved becomes a drawing and a plan; what is broken is one line."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain.floorplan import FacilityKind, Flow
from kiosk.pack.build import BuildReport
from kiosk.pack.faults import PackFault
from kiosk.pack.plans.drawing import Box, Drawing, find_drawing, read_drawing

DATA = Path(__file__).parent / "data"
INKSCAPE = DATA / "inkscape" / "平面图_1.svg"
FUZZED = 3000 if os.environ.get("FAIR_KIOSK_LONG") else 120
SHEET = (
    "展位号,楼层,X,Y,宽,高,朝向\n"
    "A001,1,6,6,3,3,南\nA002,1,9,6,3,3,南\nA003,1,21,6,3,3,西\nA004,1,24,6,3,3,东\n"
)
NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'
PAGE = f'<svg {NS} width="300mm" height="200mm" viewBox="0 0 300 200"><title>1:100</title>'
FLOOR = '<rect class="floor" width="300" height="200"/>'


def _read(tmp_path: Path, text: str | bytes) -> Drawing:
    path = tmp_path / "平面图_1.svg"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_drawing(path)


def test_what_inkscape_saved() -> None:
    drawing = read_drawing(INKSCAPE)
    assert drawing.level == "1"
    assert drawing.floor == ((1, 1), (31, 1), (31, 21), (1, 21))
    assert ((1.0, 14.0), (25.0, 14.0)) in drawing.walls
    stalls = {each.number: (each.box, each.facing) for each in drawing.stalls}
    assert stalls == {
        "A001": (Box(6, 6, 3, 3), "south"),
        "A002": (Box(9, 6, 3, 3), "south"),
        "A003": (Box(21, 6, 3, 3), "west"),
        "A004": (Box(24, 6, 3, 3), "east"),
    }
    found = {each.kind: each for each in drawing.facilities}
    assert found[FacilityKind.TOILET].door == "east"
    assert found[FacilityKind.TOILET].box == Box(2, 15, 4, 4)
    assert (found[FacilityKind.LIFT].name.zh, found[FacilityKind.LIFT].link) == ("1号电梯", "")
    assert drawing.gates == (("east", (16, 21)),)
    assert [(each.id, each.place, each.heading_deg) for each in drawing.kiosks] == [("east-1", (16, 18), 90)]
    assert [(each.line, each.flow) for each in drawing.passages] == [(((25, 14), (31, 14)), Flow.ONE_WAY)]
    assert drawing.doors == (((11, 14), (13, 14)),), "the toilet's own door is in no wall"
    assert len(drawing.notes) == 1, "the round lift; the hidden layer is not even read"


def test_what_inkscape_saved_of_our_own_drawing(sample_fairs: Path) -> None:
    """The same drawing, moved by 0.7 and 0.5 m in a group of Inkscape's."""
    ours = read_drawing(sample_fairs / "double_selection" / "平面图_2.svg")
    saved = read_drawing(DATA / "inkscape_ours" / "平面图_2.svg")
    assert (saved.level, saved.width_m, saved.height_m) == (ours.level, ours.width_m, ours.height_m)
    assert saved.notes == ()
    assert [(each.kind, each.name, each.door, each.link) for each in saved.facilities] == [
        (each.kind, each.name, each.door, each.link) for each in ours.facilities
    ]
    assert {each.id: each.heading_deg for each in saved.kiosks} == {"upper-1": 0, "door-1": 270}
    pairs = zip(
        [
            *saved.walls[0],
            *(place for _gate, place in saved.gates),
            *(each.place for each in saved.kiosks),
            *((box.x_m, box.y_m) for box in saved.blocks),
            *((each.box.x_m, each.box.y_m) for each in saved.facilities),
            *sorted(saved.floor),
        ],
        [
            *ours.walls[0],
            *(place for _gate, place in ours.gates),
            *(each.place for each in ours.kiosks),
            *((box.x_m, box.y_m) for box in ours.blocks),
            *((each.box.x_m, each.box.y_m) for each in ours.facilities),
            *sorted(ours.floor),
        ],
        strict=True,
    )
    assert all(there == pytest.approx((x + 0.7, y + 0.5), abs=1e-3) for there, (x, y) in pairs)


@pytest.mark.parametrize(
    ("shapes", "corner", "notes"),
    [
        ('<rect class="floor" x="20" y="10" width="200" height="100"/>', (2, 1), 0),
        ('<rect class="floor" x="-40" y="10" width="200" height="100"/>', (0, 0), 1),
        ('<rect class="floor" x="200" y="10" width="200" height="100"/>', (0, 0), 1),
        (
            '<rect class="floor" x="20" y="10" width="200" height="100"/>'
            '<g inkscape:label="原点"><circle cx="15" cy="10" r="1"/></g>',
            (0.5, 0),
            0,
        ),
    ],
)
def test_where_the_sheet_begins(tmp_path: Path, shapes: str, corner: tuple[float, float], notes: int) -> None:
    drawing = _read(tmp_path, PAGE + shapes + "</svg>")
    assert drawing.floor[0] == corner
    assert len(drawing.notes) == notes


def test_what_inkscape_saved_becomes_a_plan(small: Path, build_small: Callable[..., BuildReport]) -> None:
    shutil.copy(INKSCAPE, small / "平面图_1.svg")
    (small / "展位坐标.csv").write_text(SHEET, encoding="utf-8")
    plan = build_small().content.plan
    assert len(plan.stalls) == 4
    assert plan.passages[0].flow is Flow.ONE_WAY
    assert (plan.facilities[0].x_m, plan.facilities[0].y_m) == (2.0, 15.0)


def test_a_drawing_that_shows_its_stalls_needs_no_sheet_and_what_has_no_side_is_said(
    small: Path, build_small: Callable[..., BuildReport]
) -> None:
    shutil.copy(INKSCAPE, small / "平面图_1.svg")
    (small / "展位坐标.csv").unlink()
    report = build_small()
    drawn = read_drawing(small / "平面图_1.svg").stalls
    sided = sorted(each.number for each in drawn if each.facing)
    assert sided
    assert [each.number for each in report.content.plan.stalls] == sided
    said = [each.words.en for each in report.ledger.findings if "which side they are served" in each.words.en]
    unsided = [each.number for each in drawn if not each.facing]
    assert len(said) == bool(unsided)
    assert all(number in said[0] for number in unsided)


@pytest.mark.parametrize(
    ("shape", "box"),
    [
        ('<rect class="stall" x="50" y="50" width="30" height="20"/>', Box(5, 5, 3, 2)),
        ('<g transform="translate(50 50)"><rect class="stall" width="30" height="20"/></g>', Box(5, 5, 3, 2)),
        (
            '<rect class="stall" width="30" height="20" transform="translate(50,50) rotate(90)"/>',
            Box(3, 5, 2, 3),
        ),
        ('<rect class="stall" x="5" y="5" width="3" height="2" transform="scale(10)"/>', Box(5, 5, 3, 2)),
        ('<rect class="stall" width="3" height="2" transform="matrix(0 10 -10 0 70 50)"/>', Box(5, 5, 2, 3)),
        ('<path class="stall" d="m50 50h30v20h-30z"/>', Box(5, 5, 3, 2)),
        ('<path class="stall" d="M50,50 80,50 80,70 50,70Z"/>', Box(5, 5, 3, 2)),
        ('<polygon class="stall" points="50,50 80,50 80,70 50,70"/>', Box(5, 5, 3, 2)),
        ('<circle class="stall" cx="60" cy="60" r="10"/>', Box(5, 5, 2, 2)),
        ('<path class="stall" d="M50 60a10 10 0 1 1 20 0a10 10 0 1 1-20 0z"/>', Box(5, 5, 2, 2)),
        ('<path class="stall" d="M50 60C50 40 70 40 70 60Z"/>', Box(5, 4.5, 2, 1.5)),
        ('<path class="stall" d="M50 60Q60 40 70 60Z"/>', Box(5, 5, 2, 1)),
        ('<path class="stall" d="M50 60Q55 50 60 60T70 60Z"/>', Box(5, 5.5, 2, 1)),
        ('<path class="stall" d="M50 60C50 48 60 48 60 60S70 72 70 60Z"/>', Box(5, 5.1, 2, 1.8)),
        ('<path class="stall" d="M50 60A10 10 0 0 1 60 50L50 50Z"/>', Box(5, 5, 1, 1)),
        ('<path class="stall" d="M50 60A10 10 0 1 0 60 50L50 50Z"/>', Box(5, 5, 2, 2)),
        ('<path class="stall" d="M50 60A10 10 0 0 0 60 50Z"/>', Box(5, 5, 1, 1)),
        ('<path class="stall" d="M50 60A10 5 90 1 1 60 60Z"/>', Box(5, 5, 1, 1)),
    ],
)
def test_shapes_and_transforms(tmp_path: Path, shape: str, box: Box) -> None:
    drawing = _read(tmp_path, PAGE + FLOOR + shape.replace("class", 'data-stall="A1" class') + "</svg>")
    (stall,) = drawing.stalls
    assert stall.number == "A001"
    found = (stall.box.x_m, stall.box.y_m, stall.box.width_m, stall.box.height_m)
    assert found == pytest.approx((box.x_m, box.y_m, box.width_m, box.height_m), abs=0.011)


@pytest.mark.parametrize(
    ("head", "width_m"),
    [
        (f'<svg {NS} width="30cm" viewBox="0 0 600 400"><title>比例 1：200</title>', 60),
        (f'<svg {NS} viewBox="0 0 600 400" data-units-per-metre="10">', 60),
        (
            f'<svg {NS} viewBox="0 0 600 400"><g inkscape:label="标定"><path d="M0 0H100"/>'
            '<text x="1" y="1">5 米</text></g>',
            30,
        ),
        (
            f'<svg {NS} viewBox="0 0 600 400"><line class="calibration" x2="100" inkscape:label="2500mm"/>',
            15,
        ),
    ],
)
def test_scales(tmp_path: Path, head: str, width_m: float) -> None:
    drawing = _read(tmp_path, head + '<path class="floor" d="M0 0H600V400H0Z"/></svg>')
    assert drawing.width_m == pytest.approx(width_m)


def test_a_grid_of_lines_is_stalls_and_what_has_no_part_is_noted(tmp_path: Path) -> None:
    grid = '<g inkscape:groupmode="layer" inkscape:label="展位线"><path d="M0 0H60V30H0Z M30 0V30"/>'
    texts = '<text x="5" y="15">A001</text><text x="35" y="15">A002</text></g>'
    strange = '<g inkscape:label="图层 7"><rect width="5" height="5"/></g>'
    lines = grid.replace("Z", "M0 30V0")
    drawing = _read(tmp_path, PAGE + FLOOR + lines + texts + strange + "</svg>")
    assert [(each.number, each.box) for each in drawing.stalls] == [
        ("A001", Box(0, 0, 3, 3)),
        ("A002", Box(3, 0, 3, 3)),
    ]
    assert [each.en for each in drawing.notes] == [
        '1 shapes of layer "图层 7" were not used: its name says nothing.'
    ]


HUGE = "".join(f'<rect x="{i}"/>' for i in range(110_000))
TANGLE = "".join(f'<path class="stall" d="M0 {i / 10}L300 {200 - i / 10}"/>' for i in range(900))
USES = "".join(f'<g id="b{i}">' + f'<use href="#b{i + 1}"/>' * 10 + "</g>" for i in range(9))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (PAGE + "</svg>", "no floor"),
        (PAGE.replace("1:100", "") + FLOOR + "</svg>", "no scale"),
        (PAGE + "<text>1:200</text>" + FLOOR + "</svg>", "several scales"),
        (f'<svg {NS}><rect class="floor" width="3" height="3"/></svg>', "no viewBox"),
        ('<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>', "entities"),
        (b'<?xml version="1.0" encoding="UTF-16"?>\xff\xfe<svg/>', "UTF-8"),
        (b'<?xml version="1.0" encoding="cp037"?>\x4c\x5a', "UTF-8|well-formed"),
        (PAGE + HUGE + "</svg>", "more than"),
        (
            PAGE + FLOOR + '<path class="wall" d="M0 0' + "C1 1 2 2 3 3" * 90_000 + '"/></svg>',
            "too many points",
        ),
        (PAGE + FLOOR + '<rect class="stall" width="9" height="9"/>' * 6_000 + "</svg>", "too many shapes"),
        (PAGE + FLOOR + TANGLE + "</svg>", "too many shapes"),
        (PAGE + FLOOR + '<circle class="kiosk" r="1"/>' * 600 + "</svg>", "too many shapes"),
        (PAGE + FLOOR + '<text class="gate">x</text>' * 600 + "</svg>", "too many shapes"),
        (PAGE + "<g>" * 5_000, "nested too deeply"),
        (PAGE + FLOOR + USES + '<rect id="b9" width="1" height="1"/></svg>', "more than 50000 shapes"),
        (PAGE + '<g id="a"><g><use href="#a"/></g></g></svg>', "groups are nested too deeply"),
        (PAGE + '<use href="../other.svg#a"/></svg>', "refers to what is not in the file"),
        (PAGE + FLOOR + '<rect class="wall" x="1e999" width="1" height="1"/></svg>', "no number"),
        (PAGE + FLOOR + '<rect class="wall" x="nan" width="1" height="1"/></svg>', "no number"),
        (PAGE + FLOOR + '<path class="wall" d="M0 0L1e300 0"/></svg>', "more than 5000 m away"),
        (PAGE + FLOOR + '<path class="wall" d="M0 0L5"/></svg>', "broken coordinates"),
        (PAGE + FLOOR + '<path class="wall" d="L0 0 5 5"/></svg>', "broken coordinates"),
        (PAGE + FLOOR + '<g transform="spin(5)"/></svg>', "transform"),
        (PAGE + FLOOR + '<rect class="wall" width="1" height="1" transform="scale(1e200)"/></svg>', "5000 m"),
    ],
)
def test_bad_drawings_are_one_line_and_quick(tmp_path: Path, text: str | bytes, says: str) -> None:
    start = time.process_time()
    with pytest.raises(PackFault, match=says) as caught:
        _read(tmp_path, text)
    assert time.process_time() - start < 10, "under 1 s where this was written"
    for line in (caught.value.words.zh, caught.value.words.en):
        assert line.startswith("平面图_1.svg")
        assert "\n" not in line
        assert len(line) < 400


@pytest.mark.parametrize(
    ("end", "heading"), [("v-9", 0), ("h9", 90), ("v9", 180), ("h-9", 270), ("l9-9", 45)]
)
def test_a_line_out_of_a_kiosk_is_its_heading(tmp_path: Path, end: str, heading: float) -> None:
    kiosk = (
        '<g inkscape:label="终端"><circle cx="50" cy="50" r="3"/>{}<text x="53" y="53">k-1</text></g></svg>'
    )
    (found,) = _read(tmp_path, PAGE + FLOOR + kiosk.format(f'<path d="M50 50{end}"/>')).kiosks
    assert (found.id, found.heading_deg) == ("k-1", heading)


def test_layers_as_illustrator_writes_them(tmp_path: Path) -> None:
    layers = (
        '<g id="_x5C55__x4F4D_"><rect data-stall="A1" width="30" height="30"/></g>'
        '<g id="l2" data-name="设施"><rect width="40" height="40" x="50"/><text x="60" y="20">电梯</text></g>'
    )
    drawing = _read(tmp_path, PAGE + FLOOR + layers + "</svg>")
    assert [each.number for each in drawing.stalls] == ["A001"]
    assert [each.name.zh for each in drawing.facilities] == ["电梯"]
    assert drawing.notes == ()


def test_a_kiosk_without_heading_or_with_a_written_one(tmp_path: Path) -> None:
    kiosk = '<g class="kiosk"><circle cx="50" cy="50" r="3"/><text x="53" y="53">{}</text></g></svg>'
    drawing = _read(tmp_path, PAGE + FLOOR + kiosk.format("k-1"))
    assert [each.heading_deg for each in drawing.kiosks] == [0]
    assert [each.en for each in drawing.notes] == ["kiosk k-1 has no heading: north is taken."]
    told = _read(tmp_path, PAGE + FLOOR + kiosk.format("k-1 朝西"))
    assert [(each.id, each.heading_deg) for each in told.kiosks] == [("k-1", 270)]
    assert told.notes == ()


def test_the_largest_of_several_floors_counts(tmp_path: Path) -> None:
    small = '<rect class="floor" x="50" y="50" width="10" height="10"/>'
    drawing = _read(tmp_path, PAGE + small + FLOOR + "</svg>")
    assert drawing.floor == ((0, 0), (30, 0), (30, 20), (0, 20))
    assert len(drawing.notes) == 1


def test_walls_alone_make_a_floor_that_is_noted(tmp_path: Path) -> None:
    drawing = _read(tmp_path, PAGE + '<path class="wall" d="M10 10H200V100"/></svg>')
    assert drawing.floor == ((1, 1), (20, 1), (20, 10), (1, 10))
    assert [each.en for each in drawing.notes] == [
        "there is no floor outline: a rectangle round the walls is used."
    ]


def test_a_door_of_a_facility_opens_a_wall_that_is_drawn_there(tmp_path: Path) -> None:
    room = '<rect class="facility" data-kind="room" x="10" y="10" width="40" height="40"/>'
    door = '<path class="door" d="M20 50H30"/>'
    assert _read(tmp_path, PAGE + FLOOR + room + door + "</svg>").doors == ()
    wall = '<path class="wall" d="M0 50H100"/>'
    drawing = _read(tmp_path, PAGE + FLOOR + room + wall + door + "</svg>")
    assert drawing.doors == (((2, 5), (3, 5)),)
    assert drawing.facilities[0].door == "south"


def test_of_very_many_notes_the_first_are_shown(tmp_path: Path) -> None:
    stalls = "".join(f'<rect class="stall" x="{i}" width="1" height="1"/>' for i in range(100))
    notes = _read(tmp_path, PAGE + FLOOR + stalls + "</svg>").notes
    assert len(notes) == 41
    assert notes[-1].en == "and 60 more like these."


def test_a_doctype_without_entities_and_gbk_are_read(tmp_path: Path) -> None:
    head = '<?xml version="1.0" encoding="GBK"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">'
    stall = '<g inkscape:label="展位"><rect data-stall="A1" width="30" height="30"/></g>'
    drawing = _read(tmp_path, (head + PAGE + FLOOR + stall + "</svg>").encode("gb18030"))
    assert [each.number for each in drawing.stalls] == ["A001"]


def test_mutated_drawings_are_drawings_or_faults(tmp_path: Path) -> None:
    chance = random.Random(5)
    sound = INKSCAPE.read_bytes()
    read, said = 0, list[str]()
    for _ in range(FUZZED):
        data = bytearray(sound)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(data))
            piece = bytes(chance.choices(b'0123456789.-,eE"<>/ MLHVCZa\x00\xff', k=chance.randint(0, 3)))
            data[at : at + chance.randint(0, 4)] = piece
        try:
            read += isinstance(_read(tmp_path, bytes(data)), Drawing)
        except PackFault as fault:
            said.append(fault.words.en)
    assert 0 < read < FUZZED
    assert not any("\n" in line for line in said)


def test_which_drawing_counts(tmp_path: Path) -> None:
    assert find_drawing(tmp_path, "1") is None
    for name in ("平面图_1.png", "平面图_1.dxf", "平面图_1.svg"):
        (tmp_path / name).touch()
        assert find_drawing(tmp_path, "1") == tmp_path / name
    with pytest.raises(PackFault, match="save it as SVG or DXF"):
        read_drawing(tmp_path / "平面图_1.dwg")
