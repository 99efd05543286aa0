"""Fingers on the real window: QTest's touch events go the whole way through Qt's delivery to the map."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from math import ceil, cos, radians, sin

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QWheelEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.domain.floorplan import Point
from kiosk.ui.find.map_item import MapItem
from kiosk.ui.find.map_view import MAX_ZOOM, SLACK
from kiosk.ui.window import Window, build_window
from tests.fakes.services import FakeKiosk
from tests.ui.stage import Stage, until


@pytest.fixture(scope="module")
def touch_screen(application) -> QPointingDevice:
    """A touch screen of ten fingers."""
    return QTest.createTouchDevice()


def items(root: QQuickItem) -> Iterator[QQuickItem]:
    yield root
    for child in root.childItems():
        yield from items(child)


class Hand:
    """Fingers on a window. Places are pixels of the map's frame."""

    def __init__(self, window: Window, device: QPointingDevice) -> None:
        self.window = window
        self.device = device
        self.map = next(each for each in items(window.quick.contentItem()) if isinstance(each, MapItem))
        self.frame = self.map.parentItem()
        self.frames: list[None] = []
        window.quick.frameSwapped.connect(lambda: self.frames.append(None))

    def at(self, place: Point) -> QPoint:
        return self.frame.mapToScene(QPointF(*place)).toPoint()

    def press(self, *places: Point) -> None:
        event = QTest.touchEvent(self.window.quick, self.device)
        for finger, place in enumerate(places):
            event.press(finger, self.at(place), self.window.quick)
        event.commit()

    def move(self, *places: Point) -> None:
        event = QTest.touchEvent(self.window.quick, self.device)
        for finger, place in enumerate(places):
            event.move(finger, self.at(place), self.window.quick)
        frames = len(self.frames)
        event.commit()
        until(lambda: len(self.frames) > frames)  # Qt Quick hands moves on once a frame

    def release(self, *places: Point) -> None:
        event = QTest.touchEvent(self.window.quick, self.device)
        for finger, place in enumerate(places):
            event.release(finger, self.at(place), self.window.quick)
        event.commit()
        QCoreApplication.processEvents()

    def stroke(self, *ways: Sequence[Point], held: bool = False) -> None:
        """Each finger along its own way, all at once."""
        self.press(*(way[0] for way in ways))
        for places in zip(*(way[1:] for way in ways), strict=True):
            self.move(*places)
        if not held:
            self.release(*(way[-1] for way in ways))

    def tap(self, *places: Point) -> None:
        self.press(*places)
        self.release(*places)

    def under(self, place: Point) -> Point:
        """The metres that are seen under a pixel."""
        live = self.map.motion.live
        assert live is not None
        return live.to_m(place)


def line(start: Point, end: Point, steps: int = 8) -> list[Point]:
    return [
        (start[0] + (end[0] - start[0]) * at / steps, start[1] + (end[1] - start[1]) * at / steps)
        for at in range(steps + 1)
    ]


def arc(middle: Point, radius: float, start_deg: float, turn_deg: float, steps: int = 24) -> list[Point]:
    """A finger's way round another's opposite."""
    angles = [radians(start_deg + turn_deg * at / steps) for at in range(steps + 1)]
    return [(middle[0] + radius * cos(angle), middle[1] + radius * sin(angle)) for angle in angles]


@pytest.fixture(scope="module")
def one_stage(application) -> Iterator[Stage]:
    """One window for all tests of this file: building it takes longer than most of them."""
    window = build_window(still=True)
    window.show(1080, 1920)
    kiosk = FakeKiosk()
    window.attach(kiosk)
    stage = Stage(window, kiosk)
    stage.rest()
    yield stage
    window.close()
    gc.collect()


@pytest.fixture
def hand(one_stage: Stage, touch_screen: QPointingDevice) -> Hand:
    """A hand on the finding page's map, as it is when the page is opened."""
    one_stage.clear()
    one_stage.look()
    one_stage.models.navigation.open("find", "")
    one_stage.rest()
    return Hand(one_stage.window, touch_screen)


def test_a_pinch_magnifies_about_the_fingers(hand: Hand) -> None:
    middle = (500.0, 300.0)
    before = hand.under(middle)
    hand.stroke(line((450, 300), (300, 300)), line((550, 300), (700, 300)))
    assert hand.map.zoom == pytest.approx(400 / 138, rel=0.01)  # held from where they had moved 3 mm
    assert hand.under(middle) == pytest.approx(before, abs=0.4)
    assert (hand.map.scale(), hand.map.rotation()) == (1.0, 0.0)


def test_the_texture_is_moved_while_fingers_hold_it_and_painted_when_they_leave(hand: Hand) -> None:
    painted = hand.map.motion.painted
    hand.stroke(line((450, 300), (350, 300)), line((550, 300), (650, 300)), held=True)
    assert hand.map.motion.painted is painted
    assert hand.map.scale() > 1.5
    live = hand.map.motion.live
    assert live is not None
    for place in ((10.0, 10.0), (40.0, 20.0)):
        seen = hand.map.mapToItem(hand.frame, QPointF(*painted.to_px(place)))
        assert (seen.x(), seen.y()) == pytest.approx(live.to_px(place), abs=0.5)
    hand.release((350, 300), (650, 300))
    assert hand.map.motion.painted == hand.map.motion.live == live
    assert hand.map.scale() == 1.0


def test_a_pinch_ends_at_the_nearest_and_at_the_whole(hand: Hand) -> None:
    for _ in range(3):
        hand.stroke(line((490, 300), (90, 300)), line((590, 300), (990, 300)))
    assert hand.map.zoom == pytest.approx(MAX_ZOOM)
    for _ in range(6):
        hand.stroke(line((90, 300), (490, 300)), line((990, 300), (590, 300)))
    assert hand.map.zoom == pytest.approx(1.0)


def test_a_small_twist_does_not_turn(hand: Hand) -> None:
    hand.stroke(arc((500, 300), 150, 0, 13), arc((500, 300), 150, 180, 13))
    assert hand.map.bearing == 0.0


@pytest.mark.parametrize(
    ("turn_deg", "bearing_deg"), [(100.0, 270.0), (-100.0, 90.0), (200.0, 180.0), (40.0, 0.0)]
)
def test_a_twist_turns_freely_and_rests_at_a_quarter(hand: Hand, turn_deg: float, bearing_deg: float) -> None:
    ways = arc((500, 300), 200, 0, turn_deg), arc((500, 300), 200, 180, turn_deg)
    hand.stroke(*ways, held=True)
    step_deg = abs(turn_deg) / 24
    beyond = abs(turn_deg) - 15 - step_deg * ceil(2.75 / step_deg)  # held from where they had moved 3 mm
    assert hand.map.rotation() % 360 == pytest.approx((beyond if turn_deg > 0 else -beyond) % 360, abs=0.5)
    hand.release(ways[0][-1], ways[1][-1])
    assert hand.map.bearing == bearing_deg
    assert hand.map.rotation() == 0.0


def test_north_stays_up_while_it_is_locked(hand: Hand) -> None:
    hand.map.northUp = True
    hand.stroke(arc((500, 300), 200, 0, 100), arc((500, 300), 200, 180, 100))
    assert hand.map.bearing == 0.0
    hand.map.turn()
    assert hand.map.bearing == 270.0
    assert not hand.map.northUp


def test_a_drag_keeps_the_hall_on_the_screen(hand: Hand) -> None:
    hand.stroke(line((450, 300), (250, 300)), line((550, 300), (750, 300)))
    before = hand.under((500, 300))
    hand.stroke([(500, 300), (510, 300), *line((500, 300), (560, 340))])
    assert hand.under((550, 340)) == pytest.approx(before, abs=0.05)  # it was held at 510
    for _ in range(8):
        hand.stroke(line((100, 100), (900, 500)))
    live, limits = hand.map.motion.live, hand.map.motion.limits
    assert live is not None
    assert limits is not None
    left = min(live.to_px(point)[0] for point in limits.points)
    room = limits.room[2] - limits.room[0]
    assert left <= limits.room[0] + SLACK * room + 1


def test_the_whole_hall_cannot_be_dragged_away(hand: Hand) -> None:
    before = hand.under((500, 300))
    hand.stroke(line((500, 300), (900, 300)))
    assert hand.under((500, 300)) == pytest.approx(before)


def test_a_second_finger_takes_over_a_drag(hand: Hand) -> None:
    hand.map.zoomStep(True)
    hand.press((500, 300))
    for place in line((500, 300), (540, 300)):
        hand.move(place)
    event = QTest.touchEvent(hand.window.quick, hand.device)
    event.stationary(0)
    event.press(1, hand.at((640, 300)), hand.window.quick)
    event.commit()
    zoom = hand.map.zoom
    for place in line((640, 300), (740, 300)):
        hand.move((540, 300), place)
    assert hand.map.zoom == pytest.approx(2 * zoom)
    hand.release((540, 300), (740, 300))
    assert hand.map.zoom == pytest.approx(2 * zoom)


def test_a_double_tap_comes_nearer_about_the_finger(hand: Hand) -> None:
    place = (300.0, 400.0)
    before = hand.under(place)
    hand.tap(place)
    hand.tap((304.0, 402.0))
    assert hand.map.zoom == pytest.approx(2.0)
    assert hand.under((304.0, 402.0)) == pytest.approx(before, abs=0.6)


def test_a_tap_of_two_fingers_goes_further(hand: Hand) -> None:
    hand.tap((500, 300))
    hand.tap((500, 300))
    zoom = hand.map.zoom
    assert zoom == pytest.approx(2.0)
    hand.tap((450, 300), (600, 310))
    assert hand.map.zoom == pytest.approx(1.0)


def test_the_wheel_magnifies_about_the_pointer(hand: Hand) -> None:
    place = (300.0, 300.0)
    before = hand.under(place)
    at = QPointF(hand.at(place))
    plain = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase)
    for _ in range(3):
        event = QWheelEvent(at, at, QPoint(), QPoint(0, 120), *plain, False)
        QCoreApplication.sendEvent(hand.window.quick, event)
    assert hand.map.zoom == pytest.approx(1.25**3)
    assert hand.under(place) == pytest.approx(before, abs=0.3)
    until(lambda: hand.map.scale() == 1.0)
    assert hand.map.motion.painted == hand.map.motion.live


def test_a_tap_chooses_a_stall_even_if_the_finger_rolls(hand: Hand) -> None:
    place = hand.map.mapToItem(hand.frame, hand.map.placeOf("B003"))
    hand.stroke([(place.x(), place.y()), (place.x() + 4, place.y() + 3)])
    assert hand.window.models.find.chosen == "B003"


def heard(signal) -> list:
    """What a signal says from now on."""
    said: list = []
    signal.connect(said.append)
    return said


def view_of(hand: Hand) -> QObject:
    """The MapView round the map."""
    return hand.frame.parentItem()


def test_a_facility_can_be_touched(hand: Hand) -> None:
    said = heard(hand.map.facilityTouched)
    place = hand.map.mapToItem(hand.frame, hand.map.placeOf("t1"))
    hand.tap((place.x(), place.y()))
    assert said == ["t1"]


def test_a_plate_of_another_level_asks_for_it(hand: Hand) -> None:
    hand.map.levelMarks = [{"x": 3.0, "y": 10.0, "to": "2", "text": "2 号馆 ↑", "icon": "lift"}]
    hand.window.quick.grabWindow()
    scene, view, painter = hand.map.scene(), hand.map.motion.live, hand.map.painter()
    assert scene is not None
    ((mark, box),) = painter.placed(hand.map.seen(), scene, view, hand.map.marks).plates
    assert mark.to == "2"
    said, stalls = heard(hand.map.levelAsked), heard(hand.map.stallTouched)
    hand.tap(((box[0] + box[2]) / 2, box[1] - 4))  # a target is 20 mm high, the plate less
    assert said == ["2"]
    assert stalls == []


def overview_of(hand: Hand) -> QQuickItem:
    return next(each for each in items(hand.window.quick.contentItem()) if each.inherits("MapInset"))


def test_the_overview_is_there_only_where_the_map_is_magnified(hand: Hand) -> None:
    assert not overview_of(hand).isVisible()
    hand.map.zoomStep(True)
    assert overview_of(hand).isVisible()
    frame = overview_of(hand).property("frame")
    assert frame.width() < overview_of(hand).width() * 1.2
    hand.map.zoomStep(True)
    assert overview_of(hand).property("frame").width() == pytest.approx(frame.width() / 1.6, rel=0.01)


def test_a_finger_on_the_overview_moves_the_map(hand: Hand) -> None:
    for _ in range(4):
        hand.map.zoomStep(True)
    inset = overview_of(hand)
    start = hand.frame.mapFromItem(inset, QPointF(inset.width() * 0.5, inset.height() * 0.5))
    end = hand.frame.mapFromItem(inset, QPointF(inset.width() * 0.3, inset.height() * 0.4))
    hand.stroke(line((start.x(), start.y()), (end.x(), end.y())))
    frame = inset.property("frame")
    assert frame.center().x() == pytest.approx(inset.width() * 0.3, abs=2)
    assert frame.center().y() == pytest.approx(inset.height() * 0.4, abs=2)
    assert hand.map.motion.painted == hand.map.motion.live


def test_a_map_that_is_a_picture_takes_no_touch(hand: Hand) -> None:
    hand.window.models.modes.toggle_low()
    hand.stroke(line((450, 300), (250, 300)), line((550, 300), (750, 300)))
    assert hand.map.zoom == pytest.approx(1.0)


def test_many_strokes_leave_no_bare_edge(hand: Hand) -> None:
    """A drag further than the margin is painted anew on its way."""
    for _ in range(4):
        hand.map.zoomStep(True)
    hand.window.quick.grabWindow()
    painted = hand.map.motion.painted
    QTest.qWait(100)  # two repaints are never closer
    hand.stroke(line((900, 300), (100, 300), 30), held=True)
    assert hand.map.motion.painted is not painted
    hand.release((100, 300))
    assert hand.map.motion.painted == hand.map.motion.live
