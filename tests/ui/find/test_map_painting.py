from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.domain.floorplan import FloorPlan
from kiosk.ui.find import map_style as mm
from kiosk.ui.find.map_painting import MapPainter
from kiosk.ui.find.map_scene import Marks, Scene, scene_of, stall_box, worth_seeing
from kiosk.ui.find.map_style import MapStyle
from kiosk.ui.find.map_view import Margins, View, fitted

WIDTH, HEIGHT = 1080, 900
PICTURE = (0.0, 0.0, 1080.0, 900.0)
Painted = tuple[QImage, Scene, View]
Paint = Callable[..., Painted]


@pytest.fixture
def paint(plan: FloorPlan, style: MapStyle) -> Paint:
    """Paint a level; the picture, the scene and the view."""

    def painted(
        marks: Marks | None = None,
        level: str = "1",
        bearing_deg: float = 0.0,
        with_style: MapStyle | None = None,
    ) -> Painted:
        scene = scene_of(plan, level, "east-1", "zh")
        assert scene is not None
        view = fitted(worth_seeing(scene), WIDTH, HEIGHT, Margins(20, 20, 20, 20), bearing_deg)
        picture = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        MapPainter(with_style or style, "您在这里").paint(painter, PICTURE, scene, view, marks or Marks())
        painter.end()
        return picture, scene, view

    return painted


def at(picture: QImage, x: float, y: float) -> QColor:
    return picture.pixelColor(round(x), round(y))


def corner_of(scene: Scene, view: View, number: str) -> tuple[float, float]:
    """Inside a stall, above its number."""
    left, top, right, _ = stall_box(next(each for each in scene.stalls if each.number == number), view)
    return (left + right) / 2, top + 9


def test_a_stall_rests_in_the_light_fill_of_its_zone(paint: Paint, style: MapStyle) -> None:
    picture, scene, view = paint()
    for number in ("A001", "B007"):
        assert at(picture, *corner_of(scene, view, number)) == style.zone(number[0]).fill_rest


def test_a_hit_has_the_full_fill_and_an_edge_in_brand(paint: Paint, style: MapStyle) -> None:
    picture, scene, view = paint(Marks(hits=frozenset({"A001"})))
    x, y = corner_of(scene, view, "A001")
    assert at(picture, x, y) == style.zone("A").fill
    assert at(picture, x, y - 7) == style.colour("brand")
    dimmed = style.towards_floor(style.zone("A").fill_rest, mm.DIMMED)
    assert at(picture, *corner_of(scene, view, "A002")) == dimmed


def test_the_chosen_stall_lies_on_top_with_its_casing(paint: Paint, style: MapStyle) -> None:
    picture, scene, view = paint(Marks(hits=frozenset({"A002", "A003"}), chosen="A002"))
    x, y = corner_of(scene, view, "A002")
    assert at(picture, x, y) == style.colour("chosen")
    _, _, _, bottom = stall_box(scene.stalls[1], view)
    casing = bottom + style.px(mm.CASING_MM) / 2 + 2
    assert at(picture, x, casing) == style.colour("floor")
    assert at(picture, *corner_of(scene, view, "A003")) == style.zone("A").fill


def test_a_number_stands_in_every_stall(paint: Paint, style: MapStyle) -> None:
    picture, scene, view = paint()
    ink = style.colour("ink")
    for stall in scene.stalls:
        x, y = view.to_px(stall.centre)
        box = picture.copy(round(x) - 20, round(y) - 8, 40, 16)
        inked = [box.pixelColor(i, j) for i in range(40) for j in range(16)]
        assert ink in inked, stall.number


def test_you_are_here_is_inside_the_picture(paint: Paint, style: MapStyle) -> None:
    picture, scene, view = paint()
    assert scene.kiosk is not None
    x, y = view.to_px((scene.kiosk.x_m, scene.kiosk.y_m))
    radius = style.px(mm.ME_RADIUS_MM)
    assert radius < x < WIDTH - radius
    assert radius < y < HEIGHT - radius
    assert at(picture, x - radius * 0.8, y) == style.colour("me")
    assert at(picture, x, y - radius * 0.3) == style.colour("onMe")


def test_you_are_not_on_another_level(paint: Paint, style: MapStyle) -> None:
    picture, _, _ = paint(level="2")
    me = style.colour("me").rgb()
    assert not any(picture.pixel(x, y) == me for x in range(0, WIDTH, 4) for y in range(0, HEIGHT, 4))


def test_the_route_runs_in_its_casing(paint: Paint, style: MapStyle) -> None:
    picture, _, view = paint(Marks(route=((21.0, 29.0), (21.0, 24.0), (16.0, 24.0))))
    x, y = view.to_px((18.0, 24.0))
    assert at(picture, x + 1, y - 4) == style.colour("route")
    assert at(picture, x, y - style.px(mm.ROUTE_MM) / 2 - 2) == style.colour("routeCasing")


def test_a_route_is_drawn_as_far_as_it_is_shown(paint: Paint, style: MapStyle) -> None:
    route = ((10.0, 24.0), (20.0, 24.0))
    picture, _, view = paint(Marks(route=route, route_shown=0.5))
    x, y = view.to_px((19.0, 24.0))
    assert at(picture, x, y - 4) != style.colour("route")
    whole, _, _ = paint(Marks(route=route))
    assert at(whole, x, y - 4) == style.colour("route")


def test_high_contrast_draws_outlines_only(paint: Paint, outlined_style: MapStyle) -> None:
    picture, scene, view = paint(Marks(hits=frozenset({"A003"})), with_style=outlined_style)
    assert at(picture, *corner_of(scene, view, "A001")) == outlined_style.colour("floor")
    x, y = corner_of(scene, view, "A003")
    assert at(picture, x, y) == outlined_style.colour("floor")
    assert at(picture, x, y - 7) == outlined_style.colour("brand")


def test_a_turned_map_keeps_its_stalls_under_its_touches(paint: Paint, style: MapStyle) -> None:
    for bearing_deg in (90.0, 180.0, 270.0):
        picture, scene, view = paint(Marks(chosen="B010"), bearing_deg=bearing_deg)
        stall = next(each for each in scene.stalls if each.number == "B010")
        x, y = view.to_px(stall.centre)
        assert at(picture, x, y - 14) == style.colour("chosen")


def test_a_chosen_facility_is_marked_like_a_stall(paint: Paint, style: MapStyle) -> None:
    picture, scene, view = paint(Marks(chosen="lift-1"))
    facility = scene.facilities[0]
    x, y = view.to_px((facility.x_m + 0.3, facility.y_m + 0.3))
    assert at(picture, x, y) == style.colour("chosen")


def test_the_same_painter_repaints_another_place_alike(plan: FloorPlan, style: MapStyle) -> None:
    """Labels are kept while the picture is dragged: painting twice equals painting anew."""
    scene = scene_of(plan, "1", "east-1", "zh")
    assert scene is not None
    view = fitted(worth_seeing(scene), WIDTH, HEIGHT, Margins(), 0.0)
    kept = MapPainter(style, "您在这里")
    pictures = []
    for painter_of_map, dragged in ((kept, view), (kept, view.moved(60, 30)), (kept, view)):
        picture = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        painter_of_map.paint(painter, PICTURE, scene, dragged, Marks())
        painter.end()
        pictures.append(picture)
    assert pictures[0] == pictures[2]
    assert pictures[0] != pictures[1]
    assert pictures[1].copy(60, 30, 500, 400) == pictures[0].copy(0, 0, 500, 400)


def test_numbers_go_only_where_they_would_be_too_small(plan: FloorPlan, style: MapStyle) -> None:
    scene = scene_of(plan, "1", "east-1", "zh")
    assert scene is not None
    ink = style.colour("ink").rgb()

    def inked(stall_mm: float) -> bool:
        """Whether A001 has a number where stalls are so wide on the screen."""
        scale = stall_mm * style.px_per_mm / scene.stalls[0].width_m
        view = View((200, 200), scene.stalls[0].centre, scale, 0.0)
        picture = QImage(400, 400, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        MapPainter(style, "").paint(painter, (0.0, 0.0, 400.0, 400.0), scene, view, Marks())
        painter.end()
        return any(picture.pixel(x, y) == ink for x in range(182, 218) for y in range(192, 208))

    assert inked(16.0)
    assert inked(12.8)
    assert not inked(9.0)
