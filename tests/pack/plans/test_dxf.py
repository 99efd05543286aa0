"""DXF drawings: files of ezdxf and LibreCAD, what is read from them, and what is refused."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ezdxf.enums import TextEntityAlignment
from ezdxf.filemanagement import new, readfile

from kiosk.domain.floorplan import FacilityKind, Flow
from kiosk.pack.faults import PackFault
from kiosk.pack.plans import dxf_file, dxf_shapes
from kiosk.pack.plans.drawing import Drawing, read_drawing
from kiosk.pack.plans.dxf_file import encoding_of
from tests.pack.plans.conftest import LONG

DATA = Path(__file__).parent / "data"
FILES = ("平面图_r2010.dxf", "平面图_r12gbk.dxf", "平面图_librecad.dxf")
HALL = [(0, 0), (60_000, 0), (60_000, 40_000), (0, 40_000)]
Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Writes a DXF of a hall of 60 m by 40 m in millimetres, to which `draw(modelspace)` adds."""

    def made(draw: Callable[[Any], object], *, units: int = 4, version: str = "R2010") -> Path:
        document = new(version, units=units)
        space = document.modelspace()
        if version == "R12":
            space.add_polyline2d(HALL, close=True, dxfattribs={"layer": "轮廓"})
        else:
            space.add_lwpolyline(HALL, close=True, dxfattribs={"layer": "轮廓"})
        draw(space)
        path = tmp_path / "平面图_1.dxf"
        document.saveas(path)
        return path

    return made


def _ring(space: Any, layer: str, x: float, y: float, side: float = 3_000) -> None:
    corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
    space.add_lwpolyline(corners, close=True, dxfattribs={"layer": layer})


def _text(space: Any, text: str, x: float, y: float, height: float = 300) -> None:
    space.add_text(text, height=height, dxfattribs={"layer": "文字", "insert": (x, y)})


def _said(drawing: Drawing) -> str:
    return " ".join(each.zh for each in drawing.notes)


@pytest.mark.parametrize("name", FILES)
def test_a_real_file_gives_the_hall_that_was_drawn(name: str) -> None:
    drawing = read_drawing(DATA / name)
    assert (drawing.width_m, drawing.height_m) == (30.0, 20.0)
    assert (30.0, 2.0) in drawing.floor
    assert (28.0, 0.0) in drawing.floor
    assert (29.4142, 0.5858) in drawing.floor, "the rounded corner is an arc"
    assert len(drawing.floor) == 16
    stalls = {each.number: (each.box.x_m, each.box.y_m, each.facing) for each in drawing.stalls}
    left = {"A001": 3.0, "A002": 6.0, "A003": 9.0, "A004": 12.0, "B001": 17.0, "B002": 20.0}
    assert stalls == {number: (x, 3.0, "south") for number, x in left.items()}
    assert {(each.box.width_m, each.box.height_m) for each in drawing.stalls} == {(3.0, 3.0)}
    assert [(each.kind, each.name.zh, each.door) for each in drawing.facilities] == [
        (FacilityKind.ACCESSIBLE_TOILET, "无障碍卫生间", "north"),
        (FacilityKind.LIFT, "电梯", "south"),
    ]
    assert [(each.id, each.place, each.heading_deg) for each in drawing.kiosks] == [
        ("east-1", (13.0, 18.0), 90.0)
    ]
    assert drawing.gates == (("east", (15.0, 19.8)),)
    assert [(each.name.zh, each.line, each.flow) for each in drawing.passages] == [
        ("西侧通道", ((12.0, 6.0), (12.0, 13.0)), Flow.ONE_WAY)
    ]
    assert ((13.0, 13.0), (17.0, 13.0)) in drawing.doors
    assert drawing.walls[0] == ((0.0, 13.0), (30.0, 13.0))


def test_the_columns_of_an_array_are_each_there() -> None:
    for name in FILES:
        blocks = read_drawing(DATA / name).blocks
        assert [round(each.x_m, 3) for each in blocks[:4]] == [5.7, 13.7, 21.7, 26.6]
        assert {round(each.width_m, 3) for each in blocks[:3]} == {0.6}


def test_what_had_to_be_guessed_is_said() -> None:
    assert read_drawing(DATA / FILES[0]).notes == ()
    assert "按毫米读，场地长 30.0 米" in _said(read_drawing(DATA / FILES[1]))


def test_curves_follow_their_arcs() -> None:
    arc, spline = read_drawing(DATA / FILES[0]).walls[1:]
    radii = [((x - 30) ** 2 + (y - 20) ** 2) ** 0.5 for x, y in arc]
    assert len(arc) > 8
    assert max(abs(each - 2) for each in radii) < 0.01
    assert len(spline) > 8
    assert spline[0] == (8.0, 14.0)
    assert (9.0, 16.0) in spline


@pytest.mark.parametrize(
    ("units", "millimetres"), [(1, 25.4), (2, 304.8), (4, 1.0), (5, 10.0), (6, 1000.0), (14, 100.0)]
)
def test_units_scale_to_metres(make: Make, units: int, millimetres: float) -> None:
    path = make(lambda space: None, units=units)
    document = readfile(path)
    for each in document.modelspace():
        each.scale(1 / millimetres, 1 / millimetres, 1)
    document.saveas(path)
    drawing = read_drawing(path)
    assert (round(drawing.width_m, 3), round(drawing.height_m, 3)) == (60.0, 40.0)
    assert drawing.notes == ()


def test_stalls_tell_centimetres_from_millimetres(make: Make) -> None:
    def stalls(space: Any) -> None:
        _ring(space, "展位", 1_000, 1_000, 300)
        _text(space, "A001", 1_010, 1_100, 30)

    drawing = read_drawing(make(stalls, units=0))
    assert "按厘米读，场地长 600.0 米" in _said(drawing)
    assert drawing.stalls[0].box.width_m == 3.0


def test_units_that_make_no_sense_are_a_fault(make: Make) -> None:
    with pytest.raises(PackFault, match=r"1524 m long: set the drawing's units"):
        read_drawing(make(lambda space: None, units=1))
    with pytest.raises(PackFault, match="a stall is 40 m wide: set the drawing's units"):
        read_drawing(make(lambda space: _ring(space, "展位", 0, 0, 40_000)))
    with pytest.raises(PackFault, match="nor can they be guessed"):
        read_drawing(make(lambda space: _ring(space, "轮廓", -9e6, 0, 8e6), units=0))


def test_a_mark_tells_where_the_geometry_sheet_begins(make: Make) -> None:
    drawing = read_drawing(
        make(lambda space: space.add_circle((10_000, 30_000), 200, dxfattribs={"layer": "原点"}))
    )
    assert min(drawing.floor) == (-10.0, -10.0)
    assert drawing.walls == ()


def test_hidden_layers_and_entities_are_not_there(make: Make) -> None:
    def draw(space: Any) -> None:
        for name in ("展位-关", "展位-冻结", "展位"):
            space.doc.layers.add(name)
        space.doc.layers.get("展位-关").off()
        space.doc.layers.get("展位-冻结").freeze()
        block = space.doc.blocks.new("旧展位")
        _ring(block, "展位", 0, 0)
        for x, layer in enumerate(("展位-关", "展位-冻结", "展位")):
            _ring(space, layer, 5_000 * x, 5_000)
            _text(space, f"A{x + 1}", 5_000 * x + 500, 6_000)
        space.add_blockref("旧展位", (30_000, 5_000), dxfattribs={"layer": "展位-冻结"})
        _ring(space.doc.blocks.new("新展位"), "0", 0, 0)
        space.add_blockref("新展位", (40_000, 5_000), dxfattribs={"layer": "展位-关"})
        space.add_lwpolyline(HALL, close=True, dxfattribs={"layer": "展位", "invisible": 1})

    drawing = read_drawing(make(draw))
    assert [each.number for each in drawing.stalls] == ["A003"]
    assert drawing.notes == ()


def test_layer_0_in_a_block_is_the_layer_of_its_insert(make: Make) -> None:
    def draw(space: Any) -> None:
        inner, outer = space.doc.blocks.new("甲"), space.doc.blocks.new("乙")
        _ring(inner, "0", 0, 0)
        outer.add_blockref("甲", (1_000, 0))
        space.add_blockref("乙", (9_000, 9_000), dxfattribs={"layer": "展位", "rotation": 90})
        _text(space, "B7", 7_000, 11_000)

    stall = read_drawing(make(draw)).stalls[0]
    assert (stall.number, stall.box.x_m, stall.box.y_m) == ("B007", 6.0, 27.0)


def test_attributes_tell_number_side_and_heading(make: Make) -> None:
    def draw(space: Any) -> None:
        stall, kiosk = space.doc.blocks.new("摊位"), space.doc.blocks.new("KIOSK")
        space.doc.blocks.new("GATE")
        _ring(stall, "0", 0, 0)
        _ring(stall, "0", 500, 500, 800)
        kiosk.add_circle((0, 0), 300)
        kiosk.add_circle((0, 0), 100)
        for block, at, values in (
            ("摊位", (3_000, 3_000), {"展位号": "ｃ－１２", "朝向": "朝东"}),
            ("KIOSK", (20_000, 20_000), {"ID": "east-2", "heading": "135"}),
            ("GATE", (30_000, 0), {"编号": "west"}),
        ):
            insert = space.add_blockref(block, at)
            for tag, value in values.items():
                insert.add_attrib(tag, value, at)

    drawing = read_drawing(make(draw))
    assert [(each.number, each.facing, each.box.width_m) for each in drawing.stalls] == [
        ("C012", "east", 3.0)
    ]
    assert [(each.id, each.heading_deg) for each in drawing.kiosks] == [("east-2", 135.0)]
    assert drawing.gates == (("west", (30.0, 40.0)),), "a block that holds nothing is a place"
    assert [each.zh for each in drawing.notes] == ["有展位没有展位号（3.9, 36.1 m）。"]


@pytest.mark.parametrize("align", ["LEFT", "RIGHT", "TOP_CENTER", "MIDDLE_CENTER", "MIDDLE", "BOTTOM_RIGHT"])
@pytest.mark.parametrize("rotation", [0, 90])
def test_a_text_names_the_stall_that_its_middle_lies_in(make: Make, align: str, rotation: int) -> None:
    """Wherever its anchor is: here far out, in the stalls on either side."""
    middle, wide, high = (31_500, 21_500), 900 * 4 * 0.55, 900
    across = {"L": -wide / 2, "R": wide / 2}.get(align[0], wide / 2 if align.endswith("RIGHT") else 0)
    up = {"T": high / 2, "M": 0}.get(align[0], -high / 2)
    anchor = (middle[0] + across, middle[1] + up) if not rotation else (middle[0] - up, middle[1] + across)

    def draw(space: Any) -> None:
        for index in range(-1, 2):
            _ring(space, "展位", 30_750 + 1_500 * index, 20_750, 1_500)
            _ring(space, "展位", 30_750, 20_750 + 1_500 * index + 0.5 * (index != 0), 1_500)
        text = space.add_text("A007", height=900, rotation=rotation, dxfattribs={"layer": "文字"})
        text.set_placement(anchor, align=TextEntityAlignment[align])
        if align != "LEFT":
            text.dxf.insert = (0, 0)  # As programs do: it has no meaning then.

    (stall,) = read_drawing(make(draw)).stalls
    assert (stall.number, round(stall.box.x_m, 2), round(stall.box.y_m, 2)) == ("A007", 30.75, 17.75)


@pytest.mark.parametrize(
    ("attachment", "at"), [(1, (30_000, 13_000)), (5, (31_500, 12_250)), (9, (33_000, 11_500))]
)
def test_lines_of_a_text_name_one_stall(make: Make, attachment: int, at: tuple[float, float]) -> None:
    """Drawn as a line that ends where it began, as many are, and not said to be closed."""

    def draw(space: Any) -> None:
        corners = [(30_000, 10_000), (33_000, 10_000), (33_000, 13_000), (30_000, 13_000), (30_000, 10_001)]
        space.add_lwpolyline(corners, dxfattribs={"layer": "展位"})
        given = {"insert": at, "char_height": 600, "attachment_point": attachment, "layer": "文字"}
        space.add_mtext(r"{\fSimSun|b0;示例}集团\PA-7", dxfattribs=given)

    drawing = read_drawing(make(draw))
    assert [each.number for each in drawing.stalls] == ["A007"]


def test_mirrored_entities_lie_where_they_are_seen(make: Make) -> None:
    def draw(space: Any) -> None:
        mirrored = {"layer": "柱", "extrusion": (0, 0, -1)}
        space.add_circle((-20_000, 10_000), 500, dxfattribs=mirrored)

    (column,) = read_drawing(make(draw)).blocks
    assert (round(column.x_m, 2), round(column.y_m, 2)) == (19.5, 29.5)


def test_gbk_text_is_read_under_any_codepage(tmp_path: Path) -> None:
    data = (DATA / FILES[1]).read_bytes()
    assert "墙".encode("gbk") in data
    assert encoding_of(data) == "gb18030"
    for said in (b"ANSI_1252", b"dos850", b"ANSI_932"):
        path = tmp_path / "平面图_1.dxf"
        path.write_bytes(data.replace(b"ANSI_936", said))
        assert [each.name.zh for each in read_drawing(path).facilities] == ["无障碍卫生间", "电梯"]


def test_no_odd_character_comes_out_of_texts_and_layers(make: Make) -> None:
    def draw(space: Any) -> None:
        space.doc.layers.add("图\u202e层\u200b甲")
        _ring(space, "图\u202e层\u200b甲", 0, 0)
        _ring(space, "设施", 9_000, 9_000)
        _text(space, "电\u202e梯 \u200b1", 9_500, 10_000)
        _ring(space, "展位", 19_000, 9_000)
        _text(space, "A\u20601", 19_500, 10_000)

    drawing = read_drawing(make(draw))
    assert [each.name.zh for each in drawing.facilities] == ["电梯 1"]
    assert [each.number for each in drawing.stalls] == ["A001"]
    assert "“图层甲”" in _said(drawing)


@pytest.mark.parametrize("form", ["U", "M"])
def test_characters_written_as_escapes_are_read(tmp_path: Path, form: str) -> None:
    def escaped(character: str) -> str:
        if character.isascii():
            return character
        return f"\\U+{ord(character):04X}" if form == "U" else f"\\M+5{character.encode('gbk').hex().upper()}"

    text = (DATA / FILES[1]).read_bytes().decode("gbk")
    path = tmp_path / "平面图_1.dxf"
    path.write_text("".join(escaped(each) for each in text), encoding="ascii")
    drawing = read_drawing(path)
    assert [each.name.zh for each in drawing.facilities] == ["无障碍卫生间", "电梯"]
    assert [each.number for each in drawing.stalls][-2:] == ["B001", "B002"]


def test_an_escape_makes_no_tags(make: Make) -> None:
    def draw(space: Any) -> None:
        _ring(space, "设施", 0, 0)
        _text(space, "电\\U+000A梯\\U+D800", 500, 500)

    assert [each.name.zh for each in read_drawing(make(draw)).facilities] == ["电梯"]


def test_bytes_of_no_encoding_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "平面图_1.dxf"
    data = (DATA / FILES[1]).read_bytes()
    path.write_bytes(data.replace("电梯".encode("gbk"), "电梯".encode("gbk") + b"\xff\xff"))
    assert read_drawing(path).facilities[1].name.zh == "电梯"


def test_a_cut_file_is_mended_as_far_as_it_goes_and_that_is_said(tmp_path: Path) -> None:
    data = (DATA / FILES[1]).read_bytes()
    path = tmp_path / "平面图_1.dxf"
    path.write_bytes(data[: data.index("无障碍".encode("gbk")) + 3])
    drawing = read_drawing(path)
    assert "有损坏，已尽量修复" in _said(drawing)
    assert len(drawing.stalls) == 6
    assert drawing.facilities
    assert not drawing.gates
    assert drawing.facilities[1].name.zh == "电梯"


def test_what_cannot_be_read_is_left_out_and_counted(make: Make) -> None:
    def draw(space: Any) -> None:
        spline = space.add_open_spline([(0, 0), (9, 9), (18, 0), (27, 9)], dxfattribs={"layer": "墙"})
        spline.knots = [0.0, 1.0]
        space.add_line((0, 9_000), (60_000, 9_000), dxfattribs={"layer": "墙"})

    drawing = read_drawing(make(draw))
    assert drawing.walls == (((0.0, 31.0), (60.0, 31.0)),)
    assert "有 1 个图形读不出来" in _said(drawing)


def test_a_drawing_without_a_floor_names_its_layers(make: Make) -> None:
    path = make(lambda space: space.delete_all_entities())
    with pytest.raises(PackFault, match="draw a closed polyline"):
        read_drawing(path)

    def other(space: Any) -> None:
        space.delete_all_entities()
        _ring(space, "图层甲", 0, 0)

    path = make(other)
    with pytest.raises(PackFault, match="图层甲"):
        read_drawing(path)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"AC1032\0\0\0", "this is DWG"),
        (b"AutoCAD Binary DXF\r\n\x1a\0", "this is binary DXF"),
        (b"\0\0", "no text DXF"),
        (b"", "damaged beyond repair"),
        (b"hello\n", "damaged beyond repair"),
        (b"0\nSECTION\n2\nENTITIES\n0\nENDSEC\n0\nEOF\n", "it has no floor"),
    ],
)
def test_what_is_no_dxf_is_named(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "平面图_1.dxf"
    path.write_bytes(data)
    with pytest.raises(PackFault, match=said):
        read_drawing(path)


def test_a_block_in_itself_ends(make: Make) -> None:
    def draw(space: Any) -> None:
        one, two = space.doc.blocks.new("一"), space.doc.blocks.new("二")
        for block, other in ((one, "二"), (two, "一"), (one, "一")):
            _ring(block, "柱", 1_000, 1_000, 500)
            block.add_blockref(other, (1_000, 0))
        space.add_blockref("一", (0, 0))

    assert len(read_drawing(make(draw)).blocks) == 3


def test_blocks_in_blocks_that_grow_without_end_are_refused(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def draw(space: Any) -> None:
        names = [f"级{index}" for index in range(8)]
        for name, inner in zip(names, [*names[1:], ""], strict=True):
            block = space.doc.blocks.new(name)
            for index in range(10):
                if inner:
                    block.add_blockref(inner, (index, 0))
                else:
                    block.add_point((index, 0), dxfattribs={"layer": "柱"})
        space.add_blockref(names[0], (0, 0))

    path = make(draw)
    monkeypatch.setattr(dxf_shapes, "MAX_ENTITIES", 2_000)
    with pytest.raises(PackFault, match="more than 2000 shapes"):
        read_drawing(path)


@pytest.mark.parametrize(("rows", "columns"), [(1_000, 1_000), (1, 1_000_000), (30_000, 30_000)])
def test_a_huge_array_of_a_block_is_refused(make: Make, rows: int, columns: int) -> None:
    def draw(space: Any) -> None:
        space.doc.blocks.new("柱").add_point((0, 0))
        counts = {"row_count": rows, "column_count": columns, "row_spacing": 9, "column_spacing": 9}
        space.add_blockref("柱", (0, 0), dxfattribs=counts)

    with pytest.raises(PackFault, match="more than 200000 times"):
        read_drawing(make(draw))


@pytest.mark.parametrize("kind", ["add_spline", "add_lwpolyline", "add_polyline2d", "add_open_spline"])
def test_lines_of_too_many_points_are_refused_before_they_are_made_straight(
    make: Make, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """Each point of a spline that is drawn through them is a row of a matrix, so those may be fewest."""
    monkeypatch.setattr(dxf_shapes, "MAX_VERTICES", 1_000)
    points = [(each, each % 9) for each in range(1_001)]
    path = make(lambda space: getattr(space, kind)(points, dxfattribs={"layer": "墙"}))
    with pytest.raises(PackFault, match="more than 1000 points"):
        read_drawing(path)


def test_sizes_are_bounded(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(lambda space: _ring(space, "柱", 1e13, 0))
    with pytest.raises(PackFault, match="no sane number"):
        read_drawing(path)
    monkeypatch.setattr(dxf_file, "MAX_RECORDS", 50)
    with pytest.raises(PackFault, match="more than 50 records"):
        read_drawing(path)
    monkeypatch.setattr(dxf_file, "MAX_FILE_BYTES", 1024 * 1024)
    path.write_bytes(b" " * (1024 * 1024 + 1))
    with pytest.raises(PackFault, match="larger than 1 MB"):
        read_drawing(path)


def test_only_faults_come_out_of_damaged_files(tmp_path: Path) -> None:
    """Each a real file with some bytes changed, a piece cut out, or a tag's number or value replaced."""
    path = tmp_path / "平面图_1.dxf"
    refused, said = 0, ""
    for seed in range(1_500 if LONG else 120):
        chance = random.Random(seed)
        path.write_bytes(_damaged((DATA / FILES[seed % 3]).read_bytes(), chance))
        try:
            read_drawing(path)
        except PackFault as fault:
            refused += 1
            said += fault.words.zh + fault.words.en
    assert refused, "some damage must be beyond repair, or nothing was damaged"
    assert "\n" not in said, "a fault is one line"


_VALUES = (
    *(b"1e300", b"-1", b"nan", b"inf", b"0", b"999999999", b"-999999999", b"0.5", b"x", b"", b"32768", b"7"),
    *(b"SPLINE", b"INSERT", b"ELLIPSE", b"ARC", b"MTEXT", b"LWPOLYLINE", b"VERTEX", b"SEQEND", b"ENDBLK"),
)


def _damaged(data: bytes, chance: random.Random) -> bytes:
    """Any bytes changed; a piece cut out; or whole tags, for most that is not in pairs is refused."""
    kind = chance.randrange(8)
    if kind == 0:
        changed = bytearray(data)
        for _ in range(chance.randint(1, 10)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        return bytes(changed)
    if kind == 1:
        start = chance.randrange(len(data))
        return data[:start] + data[start + chance.randint(1, 4_000) :]
    lines = data.replace(b"\r", b"").split(b"\n")
    # LibreCAD's file begins with a comment, which is a tag too. Most is header; what we read is at the end.
    tags = [(lines[at], lines[at + 1]) for at in range(0, len(lines) - 1, 2)]
    first = next(at for at, tag in enumerate(tags) if tag[1] in (b"BLOCKS", b"ENTITIES"))
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(first if chance.random() < 0.8 else 0, len(tags))
        if kind == 2:
            del tags[at : at + chance.randint(1, 9)]
        elif kind == 3:
            tags.insert(at, chance.choice(tags))
        elif kind == 4:
            tags[at] = chance.choice(tags)[0], tags[at][1]
        else:
            tags[at] = tags[at][0], chance.choice(_VALUES)
    return b"\n".join(line for tag in tags for line in tag) + b"\n"
