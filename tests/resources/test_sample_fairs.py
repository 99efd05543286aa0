"""The sample fairs are what the script writes, hold what they promise, and stand on a hall one can walk."""

import csv
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from shapely import MultiPolygon, Point, Polygon, box
from shapely.geometry import LineString
from shapely.ops import unary_union

FAIRS = ("double_selection", "reverse")
WALKABLE_KINDS = {"lift", "stairs", "desk", "information"}
FACING = {"北": (0.0, -1.0), "南": (0.0, 1.0), "东": (1.0, 0.0), "西": (-1.0, 0.0)}
DOORS = {"north": (0.5, 0.0), "south": (0.5, 1.0), "east": (1.0, 0.5), "west": (0.0, 0.5)}


def _setup(samples: Path, fair: str) -> dict:
    return tomllib.loads((samples / fair / "fair.toml").read_text(encoding="utf-8"))


def _stalls(table, fair: str, level: str) -> dict[str, tuple[Polygon, str]]:
    found = {}
    for row in table(fair, "展位坐标.csv"):
        if row["楼层"] == level:
            x, y, width, height = (float(row[column]) for column in ("X", "Y", "宽", "高"))
            found[row["展位号"]] = (box(x, y, x + width, y + height), row["朝向"])
    return found


def _front(stall: Polygon, facing: str, ahead_m: float) -> Point:
    dx, dy = FACING[facing]
    middle = stall.centroid
    half_m = (stall.bounds[2] - stall.bounds[0]) / 2
    return Point(middle.x + dx * (half_m + ahead_m), middle.y + dy * (half_m + ahead_m))


def test_the_script_writes_what_is_committed(samples: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(samples / "make.py"), str(tmp_path)], check=True, timeout=60)
    for fair in FAIRS:
        planted = f"{fair}_planted.csv"
        written = {
            path.name: path.read_bytes() for path in (*(tmp_path / fair).iterdir(), tmp_path / planted)
        }
        committed = {
            path.name: path.read_bytes() for path in (*(samples / fair).iterdir(), samples / planted)
        }
        assert written.keys() == committed.keys()
        assert [name for name in written if written[name] != committed[name]] == []


def test_the_script_overwrites_nothing(samples: Path, tmp_path: Path) -> None:
    (tmp_path / "reverse").mkdir()
    done = subprocess.run(
        [sys.executable, str(samples / "make.py"), str(tmp_path)],
        check=False,
        timeout=60,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "already there" in done.stderr
    assert not (tmp_path / "double_selection").exists()


def test_double_selection_holds_what_it_promises(samples: Path, table) -> None:
    fair = "double_selection"
    setup = _setup(samples, fair)
    stalls = table(fair, "展位坐标.csv")
    employers = {row["单位名称"].strip() for row in table(fair, "参会单位汇总表.xlsx")} - {""}
    assert len(employers) >= 130
    assert all(name.endswith("（示例）") for name in employers)
    assert {zone["letter"] for zone in setup["zone"]} == {row["展位号"][0] for row in stalls} == set("ABCDEF")
    assert {level["id"] for level in setup["level"]} == {row["楼层"] for row in stalls} == {"1", "2"}
    assert len(table(fair, "岗位需求表.xlsx")) >= 640
    assert len(table(fair, "活动日程.xlsx")) == 20
    groups = Counter(row["批次"] for row in table(fair, "代表团名单.csv") if row["批次"])
    assert list(groups) == ["山东省代表团", "山西省代表团", "内蒙古自治区代表团", "浙江省代表团"]


def test_twelve_thousand_graduates_have_a_slot_and_a_number(samples: Path, table) -> None:
    fair = "double_selection"
    rows = [row for row in table(fair, "学生预约名单.csv") if row["姓名"]]
    assert len({(row["学校标识码"] or row["学校"], row["学号"]) for row in rows}) == 12_000
    slots = {f"{slot['start']}-{slot['end']}" for slot in _setup(samples, fair)["slot"]}
    booked = Counter(row["预约时段"] for row in rows)
    assert set(dict(booked.most_common(4))) == slots
    states = Counter(row["状态"] for row in rows)
    assert states.keys() == {"已确认", "待审核", "候补", "已取消", "禁止入场"}
    assert (states["候补"], states["禁止入场"]) == (72, 5)
    assert 100 < states["已取消"] < states["待审核"] < 400
    names = {row["姓名"] for row in rows}
    assert any("·" in name for name in names)
    assert {2, 3, 4} <= {len(name) for name in names}
    assert any(name.isascii() for name in names)


def test_two_notes_are_for_staff(table) -> None:
    notes = {
        row["证件类型"]: row["现场提示"]
        for row in table("double_selection", "参会人员名单.csv")
        if row["现场提示"]
    }
    assert set(notes) == {"用人单位", "嘉宾"}


@pytest.mark.parametrize("fair", FAIRS)
def test_every_delegation_has_its_leader_among_its_members(fair: str, table) -> None:
    leaders: dict[str, str] = {}
    for row in table(fair, "代表团名单.csv"):
        if row["批次"]:
            leaders[row["批次"]] = row["领队"]
    named = {row["姓名"] for row in table(fair, "代表团名单.csv") if row["职务"] == "领队"}
    assert leaders
    assert set(leaders.values()) == named


def test_the_sample_has_a_gate_of_every_sort(samples: Path) -> None:
    setup = _setup(samples, "double_selection")
    gates = {gate["id"]: gate for gate in setup["gate"]}
    kiosks = {kiosk["id"]: kiosk["gate"] for kiosk in setup["kiosk"]}
    assert [kiosks[each] for each in ("exit-1", "desk-1", "door-1")] == ["exit", "desk", "door"]
    assert gates["exit"]["direction"] == "out"
    assert gates["desk"]["types"] == ["employer", "school"]
    assert gates["door"]["session"] == "P02"
    (window,) = setup["window"]
    assert (window["opens"], window["closes"]) == ("07:30", "16:00")
    assert {"employer", "school"} <= set(window["types"])
    levels = [level["id"] for level in setup["level"]]
    assert [hall["id"] for hall in setup["hall"]] == levels
    assert {gate["hall"] for gate in setup["gate"] if "hall" in gate} == set(levels)


def test_reverse_holds_the_real_schools(samples: Path, table) -> None:
    with (samples.parent / "lists" / "beijing_universities_2025_92.csv").open(encoding="utf-8") as stream:
        real = {row["学校标识码"]: row["学校名称"] for row in csv.DictReader(stream)}
    stalls = [row for row in table("reverse", "校方展位表.xlsx") if row["学校名称"]]
    assert len(stalls) == len(real) == 92
    odd = [row["学校名称"] for row in stalls if real.get(row["学校标识码"]) != row["学校名称"]]
    assert sorted(odd) == ["中国矿业大学(北京)", "北科大"]
    pools = Counter(row["学校名称"] for row in table("reverse", "生源信息表.xlsx"))
    planted = table("", "reverse_planted.csv")
    pools.update(
        row["meant"] for row in planted if (row["file"], row["column"]) == ("生源信息表.xlsx", "学校名称")
    )
    assert {name for name in real.values() if not 4 <= pools[name] <= 8} == set()
    assert len(table("reverse", "活动日程.xlsx")) == 12
    people = Counter(row["证件类型"] for row in table("reverse", "参会人员名单.csv"))
    assert people["用人单位"] >= 200
    assert people["学校代表"] == 2 * 92


def test_attendees_are_gbk_and_rare_names_gb18030(samples: Path) -> None:
    folder = samples / "double_selection"
    for file in ("学生预约名单.csv", "参会人员名单.csv"):
        (folder / file).read_bytes().decode("gbk")
    delegations = (folder / "代表团名单.csv").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        delegations.decode("gbk")
    assert "李䶮" in delegations.decode("gb18030")
    assert "刘𬭎" in delegations.decode("gb18030")


@pytest.mark.parametrize("fair", FAIRS)
def test_persons_are_plainly_invented(fair: str, table, samples: Path) -> None:
    phones = []
    for file in ("学生预约名单.csv", "参会人员名单.csv", "代表团名单.csv"):
        phones += [row["手机号"] for row in table(fair, file)]
    whole = [phone for phone in phones if len(phone) == 11 and phone.isascii() and phone.isdigit()]
    assert len(whole) > 0.98 * len(phones)
    assert all(phone.startswith("130000") for phone in whole)
    assert [member["pin"] for member in _setup(samples, fair)["staff"]][:3] == ["2468", "1357", "5793"]


@pytest.mark.parametrize(
    ("fair", "file"), [("double_selection", "参会单位汇总表.xlsx"), ("reverse", "校方展位表.xlsx")]
)
def test_every_stall_of_the_sheet_has_geometry(fair: str, file: str, table, grid) -> None:
    drawn = {row["展位号"] for row in table(fair, "展位坐标.csv")}
    odd = {
        row["written"]: row["meant"] for row in table("", f"{fair}_planted.csv") if row["column"] == "展位号"
    }
    numbers = [row["展位号"] for row in table(fair, file) if row["展位号"] not in {"", "合计"}]
    assert len(numbers) >= 92
    for number in numbers:
        meant = number if number in drawn else odd[number]
        assert not meant or set(meant.split(" and ")) <= drawn
    assert len(grid(fair, "展位坐标.csv")) - 1 == len(drawn)


@pytest.mark.parametrize("fair", FAIRS)
def test_stalls_overlap_nothing(fair: str, table, drawings) -> None:
    for level, drawing in drawings(fair).items():
        stalls = _stalls(table, fair, level)
        floor = Polygon(drawing.floor)
        boxes = [stall for stall, _ in stalls.values()]
        fixed = [box(*b) for b in drawing.blocks] + [box(*b) for _, b in drawing.facilities]
        together = unary_union(boxes + fixed)
        assert together.area == pytest.approx(sum(shape.area for shape in boxes + fixed))
        assert all(floor.covers(shape) for shape in boxes + fixed)
        walls = unary_union([LineString(wall) for wall in drawing.walls])
        assert not any(stall.intersects(walls) for stall in boxes)


@pytest.mark.parametrize("fair", FAIRS)
def test_gates_and_kiosks_stand_on_the_floor(fair: str, samples: Path, drawings) -> None:
    setup = _setup(samples, fair)
    gates, kiosks = set(), set()
    for drawing in drawings(fair).values():
        floor = Polygon(drawing.floor)
        blocked = unary_union([box(*b) for b in drawing.blocks] + [box(*b) for _, b in drawing.facilities])
        for name, place in (drawing.gates | drawing.kiosks).items():
            assert floor.contains(Point(place)), name
            assert not blocked.contains(Point(place)), name
        gates |= drawing.gates.keys()
        kiosks |= drawing.kiosks.keys()
    assert gates == {gate["id"] for gate in setup["gate"]}
    assert kiosks == {kiosk["id"] for kiosk in setup["kiosk"]}
    assert {kiosk["gate"] for kiosk in setup["kiosk"]} == gates


@pytest.mark.parametrize("fair", FAIRS)
def test_one_can_walk_to_every_stall_and_door(fair: str, table, drawings) -> None:
    for level, drawing in drawings(fair).items():
        stalls = _stalls(table, fair, level)
        solid = [box(*b) for b in drawing.blocks] + [stall for stall, _ in stalls.values()]
        solid += [box(*b) for at, b in drawing.facilities if at["data-kind"] not in WALKABLE_KINDS]
        solid += [LineString(wall).buffer(0.1) for wall in drawing.walls]
        free = Polygon(drawing.floor).difference(unary_union(solid)).buffer(-0.45)
        parts = list(free.geoms) if isinstance(free, MultiPolygon) else [free]
        (kiosk, *_) = drawing.kiosks.values()
        (walk,) = [part for part in parts if part.contains(Point(kiosk))]
        goals = {name: _front(stall, facing, 0.8) for name, (stall, facing) in stalls.items()}
        goals |= {name: Point(place) for name, place in (drawing.gates | drawing.kiosks).items()}
        for at, (left, top, right, bottom) in drawing.facilities:
            across, down = DOORS[at["data-door"]]
            out_x, out_y = (across - 0.5) * 2 * 0.6, (down - 0.5) * 2 * 0.6
            door = (left + across * (right - left) + out_x, top + down * (bottom - top) + out_y)
            goals[at["data-name-zh"]] = Point(door)
        assert [name for name, goal in goals.items() if not walk.covers(goal)] == []


def test_stairs_and_lift_join_the_two_halls(drawings) -> None:
    links = [
        {at["data-link"]: (at["data-kind"], b) for at, b in drawing.facilities if "data-link" in at}
        for drawing in drawings("double_selection").values()
    ]
    assert links[0] == links[1]
    assert sorted(kind for kind, _ in links[0].values()) == ["lift", "stairs", "stairs"]


@pytest.mark.parametrize("fair", FAIRS)
def test_planted_dirt_stands_where_it_is_listed(fair: str, table, grid) -> None:
    planted = table("", f"{fair}_planted.csv")
    assert {row["expected"] for row in planted} == {"taken", "mended", "refused", "skipped"}
    for row in planted:
        lines = grid(fair, row["file"])
        line = lines[int(row["row"]) - 1]
        if row["column"]:
            header = lines[0] if row["column"] in lines[0] else lines[1]
            assert line[header.index(row["column"])] == row["written"], row
    rows = {(row["file"], row["row"]) for row in planted}
    total = sum(len(grid(fair, file)) for file in {row["file"] for row in planted})
    assert len(rows) < 0.03 * total


def test_other_names_are_kept_for_the_real_schools(samples: Path) -> None:
    lists = samples.parent / "lists"
    names = (lists / "school_names.csv").read_text(encoding="utf-8").splitlines()
    real = (lists / "beijing_universities_2025_92.csv").read_text(encoding="utf-8").splitlines()
    assert sorted(line[:10] for line in names[1:]) == sorted(line[:10] for line in real[1:])
    short = [line.split(",")[1] for line in names[1:]]
    assert len(set(short)) == 92
