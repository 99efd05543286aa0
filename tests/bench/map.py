"""The map of 2,000 stalls at 1080 x 1920 with software rendering: repaints, gestures, changes, memory.

Repaint: CPU of painting a view that was not painted before, into one picture in memory. The floor draws the
same rectangles, texts, lines and marks by the plainest loop of QPainter calls, one call a stall, with every
object (rectangle, pen, laid-out text) ready made; both are taken in turn.
Gesture: touch events through the real window; CPU of the whole process a frame, against what 60 frames leave.
Memory: in kB after the first sixtieth of many pans, as a minute is of an hour, and after all of them;
FAIR_KIOSK_PANS says how many (20,000 for an hour's worth).
"""

from __future__ import annotations

import gc
import os
import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from math import cos, radians, sin

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software", QSG_RENDER_LOOP="basic")

from PySide6.QtCore import QPointF, QUrl
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from installer.measure import Row, interleaved
from kiosk.domain.floorplan import Facility, FacilityKind, FloorPlan, Graph, KioskPlace, Level, Stall, Zone
from kiosk.domain.stall_state import StallState
from kiosk.domain.words import Words
from kiosk.services.find.values import FloorStanding
from kiosk.ui import resources
from kiosk.ui.find.floor_map import FloorMap
from kiosk.ui.find.map_item import MapItem
from kiosk.ui.find.map_painting import MapPainter
from kiosk.ui.find.map_scene import Marks, Scene
from kiosk.ui.find.map_view import Margins, View, fitted
from kiosk.ui.window import Window, build_window, prepare_environment
from tests.bench.frames import FRAME_MS, Frames, let_work, p95, resident_kb, wait_for
from tests.fakes import services as fakes

SIZE = (1080, 1920)
PICTURE = (0.0, 0.0, 1080.0, 1920.0)
PAIRS, ROWS, GROUPS = 10, 25, 4
"""Double columns, stalls in each column, and groups of rows: 10 x 2 x 25 x 4 = 2,000 stalls."""
GOAL = 1.3
PAINTINGS = 40
CHANGES = 60
STROKES = 12
MEMORY_GOAL = 1.02
"""As tests/bench/frames.py allows: sizes not seen before are still laid out after the first minute."""
FIRST_LEAST = 400
FIRST_SHARE = 60
"""The first minute of an hour."""
PANS = int(os.environ.get("FAIR_KIOSK_PANS", "1800"))


def plan() -> FloorPlan:
    """A hall of 106 by 330 m with 2,000 stalls in eight zones; the kiosk at its south door looks north."""
    letters = "ABCDEFGH"
    stalls = []
    for group in range(GROUPS):
        for pair in range(PAIRS):
            letter = letters[group * 2 + pair // 5]
            for column in range(2):
                for row in range(ROWS):
                    number = f"{letter}{1 + (pair % 5) * 50 + column * 25 + row:03d}"
                    x, y = 5.0 + pair * 10 + column * 3, 8.0 + group * 80 + row * 3
                    stalls.append(Stall(number, "1", letter, x, y, 3.0, 3.0, "west", 0))
    zones = tuple(Zone(each, Words(f"{each} 区国企", f"Zone {each} employers"), "1") for each in letters)
    hall = ((0.0, 0.0), (106.0, 0.0), (106.0, 330.0), (0.0, 330.0))
    walls = (((48.0, 326.0), (0.0, 326.0), (0.0, 0.0), (106.0, 0.0), (106.0, 326.0), (58.0, 326.0)),)
    level = Level("1", Words("1 号馆", "Hall 1"), 106.0, 330.0, hall, walls)
    lift = Facility("l1", FacilityKind.LIFT, Words("电梯", "Lift"), "1", 101.0, 2.0, 4.0, 4.0, 0)
    place = KioskPlace("k1", Words("南门", "South door"), "south", "1", 53.0, 328.0, 0.0, 0)
    return FloorPlan((level,), zones, tuple(stalls), (lift,), (place,), Graph((), (), (), ()))


PLAN = plan()
HOSTS = {
    stall.number: Words(f"燕山第{at}研究院有限公司", f"Yanshan Institute {at} Ltd")
    for at, stall in enumerate(PLAN.stalls)
}
ROUTE = ((53.0, 328.0), (53.0, 324.5), (43.0, 324.5), (43.0, 100.0), (33.0, 86.0), (33.0, 20.0))


def standing() -> FloorStanding:
    """A morning: most are here, some expected, some late, a few given up, moved or closed."""
    chance = random.Random(6)
    kinds = (StallState.PRESENT, StallState.EXPECTED, StallState.LATE, StallState.RELEASED, StallState.CLOSED)
    drawn = chance.choices(kinds, (80, 12, 4, 3, 1), k=len(PLAN.stalls))
    return FloorStanding(
        states={stall.number: state for stall, state in zip(PLAN.stalls, drawn, strict=True)}
    )


def marks(seed: int = 1) -> Marks:
    """A hundred hits, one of them chosen, and a way."""
    chance = random.Random(seed)
    hits = chance.sample([stall.number for stall in PLAN.stalls], 100)
    return Marks(frozenset(hits), hits[0], ROUTE)


class Recorder:
    """Takes the calls that a painter would get."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple]] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *arguments, **named: self.calls.append((name, (*arguments, *named.values())))


class Bare:
    """The same picture by the plainest loop: what we draw in one call (all stalls that look alike), it draws
    one by one. Everything that is drawn is made before it is timed."""

    def __init__(self, ours: MapPainter, scene: Scene, view: View, shown: Marks) -> None:
        recorder = Recorder()
        ours.paint(recorder, PICTURE, scene, view, shown)  # type: ignore[arg-type]
        self._calls: list[tuple[Callable[..., None], tuple]] = []
        for name, arguments in recorder.calls:
            single = {"drawRects": QPainter.drawRect, "drawLines": QPainter.drawLine}.get(name)
            if single is None:
                self._calls.append((getattr(QPainter, name), arguments))
            else:
                self._calls += [(single, (each,)) for each in arguments[0]]

    def paint(self, painter: QPainter) -> None:
        """One call after the other."""
        for call, arguments in self._calls:
            call(painter, *arguments)


def theme(window: Window) -> dict:
    """The look that pages hand to the map, from a real one."""
    item = next(each for each in items(window.quick.contentItem()) if isinstance(each, MapItem))
    return dict(item.property("theme"))


def items(root: QQuickItem) -> Iterator[QQuickItem]:
    """An item and all within it."""
    yield root
    for child in root.childItems():
        yield from items(child)


def painting(paint: Callable[[QPainter], object]) -> float:
    """CPU milliseconds of painting one picture."""
    picture = QPixmap(*SIZE)
    painter = QPainter(picture)
    start_s = time.process_time()
    paint(painter)
    painter.end()
    return (time.process_time() - start_s) * 1000


def repaints(floor_map: FloorMap, look: dict) -> Iterator[Row]:
    """All 2,000 stalls; then where numbers begin, and near, where names stand: every time another view."""
    scene = floor_map.scene("1", "zh")
    assert scene is not None
    whole = fitted(scene.frame, *SIZE, Margins(29, 6, 29, 13), 0.0)
    painter = floor_map.painter(look, "您在这里")
    for name, zoom in (("whole", 1.0), ("numbers", 2.8), ("middle", 4.0), ("names", 8.0)):
        view = whole.zoomed(zoom, (540.0, 960.0))
        shown = marks()
        moves = iter(range(1, 10_000))

        def ours(view: View = view, shown: Marks = shown, moves: Iterator[int] = moves) -> float:
            moved = view.moved(next(moves) % 7, next(moves) % 5).zoomed(1 + next(moves) / 1e6, (0, 0))
            return painting(lambda on: painter.paint(on, PICTURE, scene, moved, shown))

        ours()
        bare = Bare(painter, scene, view, shown)
        floors, own = interleaved(lambda bare=bare: painting(bare.paint), ours, PAINTINGS)
        # Nearer, hardly a stall is left, and our share is the placing of labels, which the floor has ready.
        goal = GOAL if name == "whole" else None
        yield Row(f"map.repaint.{name}", statistics.median(floors), statistics.median(own), "ms", goal)


class MapOnly:
    """A map as large as the window, as pages have it, with a finger or two on it."""

    def __init__(self, window: Window, floor_map: FloorMap) -> None:
        self.window = window
        self._engine = QQmlEngine.contextForObject(window.quick).engine()
        page = QUrl.fromLocalFile(str(resources.QML / "find" / "MapView.qml"))
        component = self._component = QQmlComponent(self._engine, page)
        self.view = component.createWithInitialProperties({"floorMap": floor_map, "level": "1"})
        assert isinstance(self.view, QQuickItem), component.errorString()
        self.view.setParentItem(window.quick.contentItem())
        self.view.setSize(window.quick.contentItem().size())
        self.view.setZ(1_000)
        self.item = next(each for each in items(self.view) if isinstance(each, MapItem))
        self.device = QTest.createTouchDevice()
        self.moved = False
        self.item.viewChanged.connect(self._move)

    def _move(self) -> None:
        self.moved = True

    def show(self, shown: Marks) -> None:
        """Mark hits, the chosen stall and the way."""
        self.item.hits = sorted(shown.hits)
        self.item.chosen = shown.chosen
        self.item.route = [QPointF(*point) for point in shown.route]

    def stroke(self, frames: Frames, ways: list[list[tuple[float, float]]]) -> list[float]:
        """Fingers along their ways, a move a frame; CPU milliseconds of each frame until they leave."""
        quick = self.window.quick
        spent: list[float] = []
        for at, places in enumerate(zip(*ways, strict=True)):
            seen = len(frames.spent_ms)
            event = QTest.touchEvent(quick, self.device)
            for finger, place in enumerate(places):
                (event.press if at == 0 else event.move)(finger, QPointF(*place).toPoint(), quick)
            if at == 1:
                frames.start()
                seen = 0
            event.commit()
            if at:
                wait_for(lambda seen=seen: len(frames.spent_ms) > seen)
                if self.moved:  # Qt hands a move on with the next frame: some frames have none
                    spent.append(sum(frames.spent_ms[seen:]))
                self.moved = False
        event = QTest.touchEvent(quick, self.device)
        for finger, way in enumerate(ways):
            event.release(finger, QPointF(*way[-1]).toPoint(), quick)
        event.commit()
        let_work(30)
        return spent


def strokes(chance: random.Random) -> dict[str, list[list[tuple[float, float]]]]:
    """A drag, a pinch, and a pinch that turns: 40 moves each."""
    x, y = chance.uniform(400, 700), chance.uniform(700, 1200)
    steps = range(41)
    over = [(x + 9 * at * chance.choice((1, 1, 1, 0.5)), y - 6 * at) for at in steps]
    apart = [[(x - 60 - 5 * at, y) for at in steps], [(x + 60 + 5 * at, y) for at in steps]]
    angles = [radians(2.5 * at) for at in steps]
    turned = [
        [
            (x + side * (150 + at * 2) * cos(angle), y + side * (150 + at * 2) * sin(angle))
            for at, angle in enumerate(angles)
        ]
        for side in (-1, 1)
    ]
    return {"drag": [over], "pinch": apart, "twist": turned}


def gestures(only: MapOnly, frames: Frames) -> Iterator[Row]:
    """CPU a frame while fingers move the map, from the whole level and from nearer."""
    chance = random.Random(11)
    spent: dict[str, list[float]] = {"drag": [], "pinch": [], "twist": []}
    for number in range(STROKES):
        for name, ways in strokes(chance).items():
            only.item.showMe()
            only.item.settle((1.0, 2.0, 4.0)[number % 3] * 1.2, 540.0, 960.0, 0.0, 0.0)
            let_work(30)
            spent[name] += only.stroke(frames, ways)
    for name, every in spent.items():
        yield Row(f"map.{name}.p95", FRAME_MS, p95(every), "ms", 1.0)
        yield Row(f"map.{name}.median", FRAME_MS, statistics.median(every), "ms")


def changes(only: MapOnly, frames: Frames) -> Iterator[Row]:
    """CPU from another choice, or other hits, to the map painted."""
    only.item.showMe()
    only.item.settle(3.0, 540.0, 960.0, 0.0, 0.0)
    let_work(50)
    spent: dict[str, list[float]] = {"hits": [], "chosen": []}
    for number in range(CHANGES):
        shown = marks(number)
        for name, change in (
            ("hits", lambda shown=shown: setattr(only.item, "hits", sorted(shown.hits))),
            ("chosen", lambda shown=shown: setattr(only.item, "chosen", shown.chosen)),
        ):
            frames.start()
            change()
            wait_for(lambda: bool(frames.spent_ms))
            spent[name].append(frames.spent_ms[0])
    for name, every in spent.items():
        yield Row(f"map.{name}_to_painted.p95", 3 * FRAME_MS, p95(every), "ms", 1.0)


def pans(only: MapOnly, frames: Frames) -> Row:
    """Memory after many pans and zooms, each painted."""
    chance = random.Random(3)
    before_kb = 0
    for number in range(PANS):
        if number == max(PANS // FIRST_SHARE, FIRST_LEAST):  # caches are full by then
            before_kb = at_rest_kb(only)
        factor = chance.choice((1.0, 1.0, 1.0, 1.6, 1 / 1.6))
        seen = len(frames.spent_ms)
        only.item.settle(factor, 540.0, 960.0, chance.uniform(-300, 300), chance.uniform(-300, 300))
        wait_for(lambda seen=seen: len(frames.spent_ms) > seen)
        if number % 100 == 0:
            frames.start()
            gc.collect(1)  # as the kiosk does once a second
    return Row(f"map.memory_{PANS}_pans", before_kb, at_rest_kb(only), "kB", MEMORY_GOAL)


def at_rest_kb(only: MapOnly) -> int:
    """Memory with the whole level shown: a picture with a margin, or kept for its marks, is 10 MB larger."""
    only.item.showMe()
    let_work(60)
    only.item.settle(1.3, 540.0, 960.0, 0.0, 0.0)
    let_work(60)
    only.item.showMe()
    let_work(60)
    gc.collect()
    return resident_kb()


def measure() -> Iterator[Row]:
    """Rows: repaints, gestures, changes and memory."""
    prepare_environment()
    gc.disable()  # as it is while the kiosk runs: ui/collector.py
    application = QGuiApplication.instance() or QGuiApplication(["kiosk"])
    window = build_window(still=True)
    window.show(*SIZE)
    window.attach(fakes.FakeKiosk())
    window.models.navigation.open("find", "")
    wait_for(lambda: window.models.find.state == "ready")
    floor_map = FloorMap(window)
    floor_map.load(PLAN, PLAN.kiosks[0])
    floor_map.show_hosts(HOSTS)
    yield from repaints(floor_map, theme(window))
    floor_map.show_standing(standing())
    for row in repaints(floor_map, theme(window)):
        yield replace(row, name=row.name.replace("repaint", "repaint_states"))
    only = MapOnly(window, floor_map)
    only.show(marks())
    let_work(100)
    frames = Frames(window)
    yield from gestures(only, frames)
    yield from changes(only, frames)
    yield pans(only, frames)
    window.close()
    del application
