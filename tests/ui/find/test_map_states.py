"""How it stands with stalls, aisles and lifts is seen on the map without colour."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtGui import QImage, QPainter

from kiosk.domain.floorplan import FloorPlan, Flow, Graph, KioskPlace, Passage
from kiosk.domain.stall_state import StallState
from kiosk.domain.words import Words
from kiosk.services.find.values import FloorStanding
from kiosk.ui.find.floor_map import FloorMap
from kiosk.ui.find.map_legend import scene_of_sign
from kiosk.ui.find.map_names import in_lines, short_name
from kiosk.ui.find.map_painting import MapPainter
from kiosk.ui.find.map_scene import Marks, Scene, lit, stall_box, standing_of
from kiosk.ui.find.map_style import MapStyle
from kiosk.ui.find.map_view import Margins, View, fitted

PICTURE = (0.0, 0.0, 1080.0, 900.0)
HOSTS = {
    "A001": Words("京华软件（示例）", "Jinghua Software Ltd"),
    "A002": Words("燕山云计算有限公司", "Yanshan"),
}


@pytest.fixture
def floor_map(application, plan: FloorPlan) -> FloorMap:
    """The small venue with a lift to hall 2, an aisle walked one way and one that is open."""
    lift = replace(plan.facilities[0], id="lift-2", level="2")
    passages = (
        Passage("north", Words("北", "North"), "1", ((12.0, 12.0), (18.0, 12.0)), Flow.ONE_WAY),
        Passage("south", Words("南", "South"), "1", ((12.0, 18.0), (18.0, 18.0)), Flow.BOTH),
    )
    graph = Graph((0.0,), (0.0,), ("1",), ((0, 0, 1.0, False),), (), (("lift-1", (0,)), ("lift-2", (0,))))
    whole = replace(plan, facilities=(*plan.facilities, lift), passages=passages, graph=graph)
    made = FloorMap()
    place = whole.kiosk("east-1")
    assert isinstance(place, KioskPlace)
    made.load(whole, place)
    return made


def scene_of(floor_map: FloorMap, language: str = "zh") -> Scene:
    scene = floor_map.scene("1", language)
    assert scene is not None
    return scene


def painted(
    style: MapStyle, scene: Scene, marks: Marks | None = None, zoom: float = 1.0
) -> tuple[QImage, View]:
    """The level in grey: what is told by colour alone is gone."""
    view = fitted(scene.frame, 1080, 900, Margins(), 0.0).zoomed(zoom, (200, 300))
    picture = QImage(1080, 900, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    MapPainter(style, "您在这里").paint(painter, PICTURE, scene, view, marks or Marks())
    painter.end()
    return picture.convertToFormat(QImage.Format.Format_Grayscale8), view


def stall_in(picture: QImage, view: View, scene: Scene, number: str) -> QImage:
    """A stall without its number: the upper and lower third."""
    stall = scene.stall(number)
    assert stall is not None
    left, top, right, bottom = (round(each) for each in stall_box(stall, view))
    third = (bottom - top) // 3
    upper = picture.copy(left, top, right - left, third)
    lower = picture.copy(left, bottom - third, right - left, third)
    both = QImage(upper.width(), 2 * third, QImage.Format.Format_Grayscale8)
    painter = QPainter(both)
    painter.drawImage(0, 0, upper)
    painter.drawImage(0, third, lower)
    painter.end()
    return both


@pytest.mark.parametrize("marked", ["nothing", "others", "itself"])
def test_each_state_looks_different_in_grey(floor_map: FloorMap, style: MapStyle, marked: str) -> None:
    hits = {"nothing": frozenset(), "others": frozenset({"B001"}), "itself": frozenset({"A001", "B001"})}
    seen = []
    for state in StallState:
        floor_map.show_standing(FloorStanding(states={"A001": state}))
        scene = scene_of(floor_map)
        picture, view = painted(style, scene, Marks(hits[marked]))
        seen.append(stall_in(picture, view, scene, "A001"))
    # A stall that was given up and one that its host has left differ by the corner only; all differ.
    assert not [pair for pair in combinations(range(len(seen)), 2) if seen[pair[0]] == seen[pair[1]]]


def test_a_hit_stands_out_in_grey(floor_map: FloorMap, style: MapStyle) -> None:
    scene = scene_of(floor_map)
    picture, view = painted(style, scene, Marks(frozenset({"A001"})))

    plain, view = painted(style, scene)
    dimmed, at_rest = stall_in(picture, view, scene, "A003"), stall_in(plain, view, scene, "A003")
    assert dimmed != at_rest
    lit_up = stall_in(picture, view, scene, "A001")
    assert lit_up != at_rest
    # Its edge is thick; others have one line.
    assert lit_up.pixel(2, 20) == lit_up.pixel(1, 20) != lit_up.pixel(6, 20)
    assert at_rest.pixel(4, 20) == at_rest.pixel(20, 20)


def test_a_host_that_moved_is_where_it_is_now(floor_map: FloorMap) -> None:
    floor_map.show_hosts(HOSTS)
    floor_map.show_standing(FloorStanding(moved={"A001": "B005"}, states={"A001": StallState.PRESENT}))
    standing = scene_of(floor_map).standing
    assert standing.states["A001"] is StallState.MOVED
    assert standing.states["B005"] is StallState.PRESENT
    assert standing.names["B005"] == "京华软件"
    assert standing.names["A001"] == "→ B005"
    assert lit(frozenset({"A001"}), standing) == {"A001", "B005"}
    assert lit(frozenset({"A002"}), standing) == {"A002"}


def test_a_closed_aisle_and_a_closed_lift_are_drawn(floor_map: FloorMap, style: MapStyle) -> None:
    open_, view = painted(style, scene_of(floor_map))
    floor_map.show_standing(FloorStanding(closed=frozenset({"south", "lift-1"})))
    scene = scene_of(floor_map)
    closed, _ = painted(style, scene)

    def changed(x_m: float, y_m: float) -> bool:
        x, y = (round(each) for each in view.to_px((x_m, y_m)))
        return open_.copy(x - 20, y - 20, 40, 40) != closed.copy(x - 20, y - 20, 40, 40)

    assert changed(15.0, 18.0)
    assert not changed(15.0, 12.0)
    lift = scene.facilities[0]
    assert changed(*lift.centre)


def test_an_aisle_walked_one_way_has_arrows_that_way(floor_map: FloorMap, style: MapStyle) -> None:
    picture, view = painted(style, scene_of(floor_map))
    plain = replace(scene_of(floor_map), passages=())
    without, _ = painted(style, plain)
    x, y = (round(each) for each in view.to_px((15.0, 12.0)))
    changed = [
        (dx, dy)
        for dx in range(-20, 21)
        for dy in range(-20, 21)
        if picture.pixel(x + dx, y + dy) != without.pixel(x + dx, y + dy)
    ]
    # Left to right along the line is north to south: each arrow is widest above and ends in a tip below.
    assert changed
    columns = {at: [dx for dx, dy in changed if dy == at] for _, at in changed}
    widths = {at: max(row) - min(row) for at, row in columns.items()}
    assert widths[min(widths)] > widths[max(widths)]


def test_a_lift_says_where_it_leads(floor_map: FloorMap) -> None:
    assert scene_of(floor_map).links == {"lift-1": "2 号馆"}
    assert scene_of(floor_map, "en").links == {"lift-1": "Hall 2"}


def test_only_news_is_painted_anew(floor_map: FloorMap) -> None:
    stood = []
    floor_map.stood.connect(lambda: stood.append(1))
    standing = FloorStanding(states={"A001": StallState.LATE})
    floor_map.show_standing(standing)
    before = scene_of(floor_map)
    floor_map.show_standing(FloorStanding(states={"A001": StallState.LATE}))
    assert scene_of(floor_map) is before
    assert stood == [1]


@pytest.mark.parametrize(
    ("standing", "signs"),
    [
        (FloorStanding(), ["one_way"]),
        (FloorStanding(states={"A001": StallState.PRESENT}), ["one_way"]),
        (
            FloorStanding(states={"A001": StallState.LATE, "A002": StallState.PRESENT}),
            ["present", "late", "one_way"],
        ),
        (FloorStanding(moved={"A001": "A002"}, closed=frozenset({"south"})), ["moved", "one_way", "passage"]),
    ],
)
def test_the_legend_holds_what_is_seen(
    floor_map: FloorMap, standing: FloorStanding, signs: list[str]
) -> None:
    floor_map.show_standing(standing)
    assert floor_map.signs == signs


def test_each_sign_of_the_legend_is_drawn_differently(style: MapStyle) -> None:
    painter_of_map = MapPainter(style, "")
    seen = []
    for sign in (*(state.value for state in StallState), "one_way", "passage"):
        picture = QImage(60, 60, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        scene = scene_of_sign(sign, "A01", "A")
        painter_of_map.paint_base(
            painter, (0.0, 0.0, 60.0, 60.0), scene, View((30, 30), (5, 5), 6.0, 0.0), Marks()
        )
        painter.end()
        seen.append(picture)
    assert not [pair for pair in combinations(range(len(seen)), 2) if seen[pair[0]] == seen[pair[1]]]


def test_names_stand_in_stalls_that_are_near(floor_map: FloorMap, style: MapStyle) -> None:
    bare, _ = painted(style, scene_of(floor_map), zoom=4.0)
    floor_map.show_hosts(HOSTS)
    named, _ = painted(style, scene_of(floor_map), zoom=4.0)
    far, _ = painted(style, scene_of(floor_map), zoom=0.7)
    floor_map.show_hosts({})
    far_bare, _ = painted(style, scene_of(floor_map), zoom=0.7)
    assert named != bare
    assert far == far_bare


@pytest.mark.parametrize(
    ("name", "language", "short"),
    [
        ("京华软件（示例）", "zh", "京华软件"),
        ("燕山云计算股份有限公司", "zh", "燕山云计算"),
        ("公司", "zh", "公司"),
        ("Beichen Intelligent Equipment Co., Ltd.", "en", "Beichen Intelligent Equipment"),
        ("Lugou Robotics (sample)", "en", "Lugou Robotics"),
        ("BOE", "en", "BOE"),
    ],
)
def test_a_name_without_what_says_only_that_it_is_a_company(name: str, language: str, short: str) -> None:
    assert short_name(name, language) == short


def test_a_name_is_whole_or_not_there() -> None:
    def wide(text: str) -> float:
        return 10.0 * len(text)

    assert in_lines("京华软件", 40, 1, wide) == ("京华软件",)
    assert in_lines("京华软件研究院", 40, 2, wide) == ("京华软件", "研究院")
    assert in_lines("京华软件研究院", 40, 1, wide) == ()
    assert in_lines("Lugou Robotics", 80, 2, wide) == ("Lugou", "Robotics")
    assert in_lines("Robotics", 50, 3, wide) == ()


def test_a_stall_closed_by_staff_to_which_a_host_moved_is_open() -> None:
    standing = standing_of(
        FloorStanding(states={"B005": StallState.CLOSED}, moved={"A001": "B005"}), {}, "zh"
    )
    assert standing.states["B005"] is StallState.PRESENT
