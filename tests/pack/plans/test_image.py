"""Pictures with a calibration: what is read, and what is refused by its key."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest
from PIL import Image

from kiosk.domain.floorplan import FacilityKind, Flow
from kiosk.pack.faults import PackFault
from kiosk.pack.plans.drawing import DrawnStall, read_drawing
from kiosk.pack.plans.picture_size import pixels
from tests.pack.plans.conftest import LONG

DATA = Path(__file__).parent / "data"
PICTURE = DATA / "平面图_picture.png"
FLOOR = "[[0, 1219], [1819, 1219], [1819, 128], [1698, 6], [0, 6]]"
Spoil = Callable[..., Path]


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """A copy of the picture and its .toml, in which `old` is replaced by `new`, once."""

    def spoiled(old: str = "", new: str = "") -> Path:
        told = PICTURE.with_suffix(".toml").read_text(encoding="utf-8")
        assert old in told
        (tmp_path / "平面图_1.toml").write_text(told.replace(old, new, 1), encoding="utf-8")
        return Path(copyfile(PICTURE, tmp_path / "平面图_1.png"))

    return spoiled


def test_a_real_picture_gives_the_hall_that_was_measured() -> None:
    drawing = read_drawing(PICTURE)
    assert drawing.file == "平面图_picture.png"
    assert drawing.level == "picture"
    assert drawing.width_m == 30.0
    assert drawing.height_m == pytest.approx(20.0, abs=0.03)
    assert min(x for x, _y in drawing.floor) == min(y for _x, y in drawing.floor) == 0.0
    # The same hall as in the DXF files, by eye: within a pixel or two.
    assert drawing.walls[0][0] == pytest.approx((0.0, 13.0), abs=0.03)
    assert drawing.walls[0][1] == pytest.approx((30.0, 13.0), abs=0.03)
    (stall,) = drawing.stalls
    assert (stall.number, stall.facing) == ("A002", "south")
    assert (stall.box.x_m, stall.box.y_m, stall.box.width_m) == pytest.approx((6.0, 3.0, 3.0), abs=0.03)
    assert [(each.kind, each.name.zh, each.door, each.link) for each in drawing.facilities] == [
        (FacilityKind.ACCESSIBLE_TOILET, "无障碍卫生间", "north", ""),
        (FacilityKind.LIFT, "电梯", "south", ""),
    ]
    (kiosk,) = drawing.kiosks
    assert (kiosk.id, kiosk.heading_deg) == ("east-1", 90.0)
    assert kiosk.place == pytest.approx((13.0, 18.0), abs=0.03)
    assert [(each.id, each.flow) for each in drawing.passages] == [("picture-p1", Flow.ONE_WAY)]
    assert len(drawing.blocks) == 5
    assert len(drawing.doors) == 1
    assert drawing.gates[0][0] == "east"


def test_metres_per_pixel_and_an_origin_do_as_well(spoil: Spoil) -> None:
    path = spoil(
        "[calibration]\npoints = [[0, 1219], [1819, 1219]]\ndistance_m = 30.0",
        "[[gate]]\nid='w'\nat=[60,606]",
    )
    told = path.with_suffix(".toml")
    told.write_text(
        "metres_per_pixel = 0.02\norigin = [10, 6]\nlevel = '1'\n" + told.read_text("utf-8"), "utf-8"
    )
    drawing = read_drawing(path)
    assert drawing.gates[0] == ("w", (1.0, 12.0))
    assert min(drawing.floor) == (-0.2, 0.0)


def test_the_geometry_sheet_may_be_in_pixels_of_the_picture(spoil: Spoil) -> None:
    drawing = read_drawing(spoil("floor =", "sheet_in_pixels = true\nfloor ="))
    assert drawing.sheet_unit_m == pytest.approx(30 / 1819)
    assert min(drawing.floor) == (0.0, round(6 * 30 / 1819, 4)), "0, 0 is the picture's corner"
    assert read_drawing(PICTURE).sheet_unit_m == 1.0


def test_a_link_joins_levels(spoil: Spoil) -> None:
    lift = read_drawing(spoil('kind = "lift"', 'kind = "lift"\nlink = "L1"')).facilities[1]
    assert (lift.kind, lift.link) == (FacilityKind.LIFT, "L1")


def test_a_jpeg_is_read_as_viewers_show_it(spoil: Spoil, tmp_path: Path) -> None:
    png = spoil()
    told = (tmp_path / "平面图_1.toml").read_bytes()
    (tmp_path / "平面图_2.toml").write_bytes(told)
    turned = Image.Exif()
    turned[0x0112] = 6
    with Image.open(png) as picture:
        picture.convert("RGB").save(tmp_path / "平面图_2.jpg", quality=20)
        picture.convert("L").transpose(Image.Transpose.ROTATE_90).save(
            tmp_path / "平面图_2.jpeg", progressive=True, exif=turned
        )
    for name in ("平面图_2.jpg", "平面图_2.jpeg"):
        assert pixels((tmp_path / name).read_bytes()) == (1820, 1287)
        assert read_drawing(tmp_path / name).width_m == 30.0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("floor =", "colour = 1\nfloor =", r"unknown field `colour`"),
        ('kind = "lift"', 'kind = "lift"\ncolour = 1', r"unknown field `colour` - at `\$.facility\[1\]`"),
        ('kind = "lift"', 'kind = "喷泉"', 'facility: unknown kind "喷泉"; there are'),
        (
            "distance_m = 30.0",
            'distance_m = "30"',
            r"got `str` - at `\$.calibration.distance_m`",
        ),
        ("distance_m = 30.0", "distance_m = nan", r"at `\$.calibration.distance_m`"),
        ("distance_m = 30.0", "distance_m = 9999.0", "two points and their distance make no sense"),
        ("[1819, 1219]]\ndistance", "[1, 1219]]\ndistance", "two points and their distance make no sense"),
        ("floor =", "metres_per_pixel = 0.01\nfloor =", "and not both"),
        ("floor =", 'level = "2"\nfloor =', "level is 2, not 1"),
        ("[909, 1207]", "[909, 1300]", r"gate: \[909, 1300\] is off the picture, which is 1820 x 1287"),
        ("[909, 1207]", "[909, inf]", r"at `\$.gate"),
        ("[61, 915, 243, 182]", "[61, 915, 0, 182]", "facility: a rectangle has no width"),
        ("[61, 915, 243, 182]", "[61, 915, 243]", r"length 4.* at `\$.facility"),
        ('heading = "朝东"', 'heading = "上"', "kiosk east-1: heading must be degrees or a side"),
        ('heading = "朝东"', "heading = nan", "kiosk east-1: heading must be degrees or a side"),
        ('door = "north"', 'door = "up"', "facility: door must be one of"),
        ('flow = "one_way"', 'flow = "both ways"', "passage: flow must be one of both, one_way, closed"),
        ('number = "A002"', 'number = "x"', '"x" is no stall number'),
        (
            FLOOR,
            "[[0, 0], [9, 9], [0, 9]]",
            "less than 1 m",
        ),
        (FLOOR, "[[0, 0], [9, 9]]", r"at `\$.floor`"),
        ("floor =", "floor", "set this right"),
    ],
)
def test_a_fault_names_the_key(spoil: Spoil, old: str, new: str, said: str) -> None:
    with pytest.raises(PackFault, match=said) as raised:
        read_drawing(spoil(old, new))
    assert raised.value.words.zh.startswith("平面图_1.toml：")


def test_what_is_missing_is_asked_for(spoil: Spoil) -> None:
    path = spoil()
    path.with_suffix(".toml").unlink()
    with pytest.raises(PackFault, match="with its scale and outline, is missing beside it"):
        read_drawing(path)
    path.write_bytes(b"GIF89a")
    with pytest.raises(PackFault, match="no PNG or JPEG"):
        read_drawing(path)


def test_a_picture_of_insane_size_is_refused(spoil: Spoil) -> None:
    path = spoil()
    data = path.read_bytes()
    path.write_bytes(data[:16] + b"\x7f\xff\xff\xff" + data[20:])
    with pytest.raises(PackFault, match="of no sane size"):
        read_drawing(path)


def test_stalls_in_the_table_are_drawn_stalls(spoil: Spoil) -> None:
    drawing = read_drawing(spoil('facing = "南"', ""))
    assert isinstance(drawing.stalls[0], DrawnStall)
    assert drawing.stalls[0].facing == ""


def test_only_faults_come_out_of_damaged_files(spoil: Spoil, tmp_path: Path) -> None:
    """Bytes of the table and of the picture's header changed."""
    path = spoil()
    with Image.open(path) as picture:
        picture.convert("L").resize((400, 300)).save(tmp_path / "平面图_2.jpg", exif=Image.Exif())
    told = path.with_suffix(".toml").read_bytes()
    refused, said = 0, ""
    for seed in range(5_000 if LONG else 150):
        chance = random.Random(seed)
        name = chance.choice(("平面图_1.png", "平面图_2.jpg"))
        picture_bytes = (PICTURE if name.endswith("png") else tmp_path / name).read_bytes()
        target = (tmp_path / "平面图_3").with_suffix(name[-4:])
        both = seed % 3
        target.write_bytes(_changed(picture_bytes, 200, chance) if both else picture_bytes)
        target.with_suffix(".toml").write_bytes(_changed(told, len(told), chance) if both != 1 else told)
        try:
            read_drawing(target)
        except PackFault as fault:
            refused += 1
            said += fault.words.zh + fault.words.en
    assert refused > 20
    assert "\n" not in said, "a fault is one line"


def _changed(data: bytes, first: int, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(first)] = (
            chance.choice(b"0123456789-.[]=\"'\n") if first > 200 else chance.randrange(256)
        )
    return bytes(changed[: chance.randint(1, len(data))] if chance.random() < 0.1 else changed)
