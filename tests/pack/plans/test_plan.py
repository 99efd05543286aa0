"""Drawings and geometry: what is refused, and what is found wrong with a plan."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from pathlib import Path

import pytest

from kiosk.domain.floorplan import FloorPlan
from kiosk.domain.route import shortest_ways
from kiosk.pack.build import BuildReport
from kiosk.pack.faults import PackFault
from kiosk.pack.plans.drawing import read_drawing

Build = Callable[..., BuildReport]
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" data-level="1" data-units-per-metre="10">'
)
FLOOR = '<polygon class="floor" points="0,0 300,0 300,200 0,200"/>'
LINK = (
    '<rect class="facility" data-kind="{kind}" data-link="v1" data-door="south"'
    ' x="100" y="150" width="20" height="20"/>'
)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no well-formed SVG"),
        ("<svg", "no well-formed SVG"),
        ('<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg/>', "DOCTYPE"),
        ("<html/>", "no SVG"),
        ('<svg viewBox="0 0 300 200" data-level="1"/>', "lacks data-units-per-metre"),
        (HEAD + "</svg>", "exactly one polygon"),
        (HEAD + FLOOR + FLOOR + "</svg>", "exactly one polygon"),
        (HEAD + FLOOR + '<g transform="scale(2)"/></svg>', "transform"),
        (HEAD + '<polygon class="floor" points="0,0 1,1"/></svg>', "points"),
        (HEAD + '<polygon class="floor" points="0,0 a,1 2,2"/></svg>', "no number"),
        (HEAD + FLOOR + '<rect class="facility" data-kind="helipad"/></svg>', "helipad"),
        (HEAD + FLOOR + '<rect class="block" x="1" y="1" width="0" height="2"/></svg>', "no width or height"),
        (HEAD + FLOOR + '<circle class="kiosk" data-heading="0" cx="1" cy="1"/></svg>', "lacks data-kiosk"),
    ],
)
def test_drawings_that_are_refused(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "平面图_1.svg"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackFault, match=says) as caught:
        read_drawing(path)
    assert "\n" not in caught.value.words.en
    assert caught.value.words.zh.startswith("平面图_1.svg：")


def test_a_drawing_in_metres(small: Path) -> None:
    drawing = read_drawing(small / "平面图_1.svg")
    assert (drawing.width_m, drawing.height_m) == (30, 20)
    assert drawing.floor == ((0, 0), (30, 0), (30, 20), (0, 20))
    assert drawing.kiosks[0].place == (15, 18)


def test_the_small_plan(build_small: Build) -> None:
    plan = build_small().content.plan
    stall = plan.stall("A001")
    assert stall is not None
    graph = plan.graph
    assert (graph.x_m[stall.node], graph.y_m[stall.node]) == (6.5, 8.6), "0.6 m in front of its south side"
    kiosk = plan.kiosk("east-1")
    assert kiosk is not None
    way = shortest_ways(graph, kiosk.node, step_free=True)
    straight = ((6.5 - 15) ** 2 + (8.6 - 18) ** 2) ** 0.5
    assert way.distance_m[stall.node] == pytest.approx(straight, abs=0.01)


FREE = "nobody has stall A003 yet."


def _findings(report: BuildReport) -> list[str]:
    """What is found beside the one stall of the small fair that nobody has."""
    found = [each.words.en for each in report.ledger.findings]
    return [each for each in found if each != FREE]


def _edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_sound_plan_has_no_findings(build_small: Build) -> None:
    assert _findings(build_small()) == []


def test_a_stall_off_the_floor(small: Path, build_small: Build) -> None:
    _edit(small, "展位坐标.csv", "A003,1,20,5", "A003,1,28,5")
    assert "stall A003 lies off the floor: check its place." in _findings(build_small())


def test_stalls_that_overlap(small: Path, build_small: Build) -> None:
    _edit(small, "展位坐标.csv", "A002,1,8,5", "A002,1,7,5")
    assert "stalls A001 and A002 overlap: move one of them." in _findings(build_small())


def test_a_stall_without_geometry(small: Path, build_small: Build) -> None:
    _edit(small, "展位坐标.csv", "A002,1,8,5,3,3,南\n", "")
    found = _findings(build_small())
    assert found == ['stall A002 of "燕山重工（示例）" has no geometry: the map cannot show it.']


def test_a_stall_in_no_zone(small: Path, build_small: Build) -> None:
    _edit(small, "展位坐标.csv", "A003", "Z003")
    assert "fair.toml has no zone Z (stall Z003): add it." in _findings(build_small())


def test_a_stall_that_is_walled_in(small: Path, build_small: Build) -> None:
    wall = '<polyline class="wall" points="180,0 180,110 260,110 260,0"/>'
    _edit(small, "平面图_1.svg", "</svg>", wall + "</svg>")
    assert _findings(build_small()) == [
        "no way leads from any kiosk or gate to stall A003: check walls, doors and passages."
    ]


def test_a_way_goes_round_a_wall(small: Path, build_small: Build) -> None:
    wall = '<polyline class="wall" points="0,130 250,130"/>'
    _edit(small, "平面图_1.svg", "</svg>", wall + "</svg>")
    plan = build_small().content.plan
    stall, kiosk = plan.stall("A001"), plan.kiosk("east-1")
    assert stall is not None
    assert kiosk is not None
    way = shortest_ways(plan.graph, kiosk.node, step_free=False)
    corner_x, below, above = 25.3, 13.3, 12.7
    taut = (
        ((corner_x - 15) ** 2 + (18 - below) ** 2) ** 0.5
        + (below - above)
        + ((corner_x - 6.5) ** 2 + (above - 8.6) ** 2) ** 0.5
    )
    assert way.distance_m[stall.node] == pytest.approx(taut, abs=0.01)


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("A003,1,20", "A003,9,20", "楼层"),
        ("A003,1,20", "A003,1,far", "X"),
        ("3,3,西", "3,0,西", "高"),
        ("3,3,西", "3,3,上", "朝向"),
        ("A003,1", "A001,1", "展位号"),
        ("A003,1", "stall,1", "展位号"),
    ],
)
def test_geometry_rows_that_are_refused(
    small: Path, build_small: Build, old: str, new: str, column: str
) -> None:
    _edit(small, "展位坐标.csv", old, new)
    refusals = build_small().ledger.refusals
    assert [(each.row, each.column) for each in refusals] == [(4, column)]


def _levels_joined_by(small: Path, kind: str) -> None:
    _edit(small, "fair.toml", "[[zone]]", '[[level]]\nid = "2"\nname_zh = "2 层"\n[[zone]]')
    link = LINK.format(kind=kind)
    _edit(small, "平面图_1.svg", "</svg>", link + "</svg>")
    upper = HEAD.replace('data-level="1"', 'data-level="2"') + FLOOR + link + "</svg>"
    (small / "平面图_2.svg").write_text(upper, encoding="utf-8")
    _edit(small, "展位坐标.csv", "A003,1", "A003,2")


def _distances(plan: FloorPlan) -> tuple[float, float]:
    stall, kiosk = plan.stall("A003"), plan.kiosk("east-1")
    assert stall is not None
    assert kiosk is not None
    ways = (shortest_ways(plan.graph, kiosk.node, step_free=each) for each in (False, True))
    walking, step_free = (way.distance_m[stall.node] for way in ways)
    return walking, step_free


def test_stairs_join_two_levels_but_not_step_free(small: Path, build_small: Build) -> None:
    _levels_joined_by(small, "stairs")
    report = build_small()
    assert _findings(report) == [
        "zone A is in 1 号馆, stall A003 in 2 层: check.",
        "no step-free way leads from any kiosk or gate to stall A003: draw a ramp or a lift.",
    ]
    walking, step_free = _distances(report.content.plan)
    assert step_free == inf
    assert 12 < walking < 40


def test_a_lift_joins_two_levels_step_free(small: Path, build_small: Build) -> None:
    _levels_joined_by(small, "lift")
    report = build_small()
    assert _findings(report) == ["zone A is in 1 号馆, stall A003 in 2 层: check."]
    walking, step_free = _distances(report.content.plan)
    assert walking == step_free


def test_a_lift_on_one_level_only(small: Path, build_small: Build) -> None:
    lift = LINK.format(kind="lift")
    _edit(small, "平面图_1.svg", "</svg>", lift + "</svg>")
    assert _findings(build_small()) == ["v1 is drawn on one level only: draw its other end too."]


def test_a_kiosk_that_no_drawing_shows(small: Path, build_small: Build) -> None:
    _edit(small, "平面图_1.svg", 'data-kiosk="east-1"', 'data-kiosk="east-9"')
    with pytest.raises(PackFault, match="no drawing shows kiosk east-1"):
        build_small()


def test_a_missing_drawing(small: Path, build_small: Build) -> None:
    (small / "平面图_1.svg").unlink()
    with pytest.raises(PackFault, match=r"平面图_1\.svg \(or \.dxf, \.png, \.jpg, \.jpeg\) is missing"):
        build_small()


def test_a_fair_without_any_stall(small: Path, build_small: Build) -> None:
    (small / "展位坐标.csv").write_text("展位号,楼层,X,Y,宽,高,朝向\n", encoding="utf-8")
    report = build_small()
    assert report.content.plan.stalls == ()
    assert len(report.ledger.findings) == 2, "the two employers' stalls have no geometry"


def test_many_stalls_without_a_way_are_one_finding(small: Path, build_small: Build) -> None:
    wall = '<polyline class="wall" points="0,130 300,130"/>'
    _edit(small, "平面图_1.svg", "</svg>", wall + "</svg>")
    rows = "".join(f"A{number:03d},1,{2 * number},2,1,1,南\n" for number in range(4, 9))
    with (small / "展位坐标.csv").open("a", encoding="utf-8") as file:
        file.write(rows)
    assert _findings(build_small())[0] == (
        "no way leads from any kiosk or gate to stall A001, A002, A003, A004, A005 and 3 more:"
        " check walls, doors and passages."
    )


def test_a_drawing_counts_before_a_picture_of_the_same_level(small: Path, build_small: Build) -> None:
    (small / "平面图_1.png").write_bytes(b"what a build sent back")
    assert _findings(build_small()) == []
