"""From a key of the on-screen keyboard to the list, and to the map, painted: 5,000 exhibitors with 100,000
openings on 2,000 stalls, 1080 x 1920, software rendering.

A key is touched in the real window, over a real pack and the real directory; time runs from the release
of the finger, which is when the keyboard takes a key, to the frame in which the answer's rows stand, and to
the one in which the map shows them. The floor is one frame of a 60 Hz screen; the map may take three. CPU
is that of the whole process. Offscreen, a frame is drawn as soon as it is asked for: no screen's beat is
waited for.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path
from statistics import median

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software", QSG_RENDER_LOOP="basic")
os.environ["QT_QPA_UPDATE_IDLE_TIME"] = "0"

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtQuick import QQuickItem

from installer.measure import Row
from kiosk.domain.floorplan import FloorPlan, Graph
from kiosk.pack.search_terms import search_entries
from kiosk.services.find.directory import Directory
from kiosk.services.wayfinding import Wayfinding
from kiosk.store import catalogue, catalogue_writer
from kiosk.ui.find.map_item import MapItem
from kiosk.ui.window import Window, build_window, prepare_environment
from tests.bench import directory as directory_bench
from tests.bench import map as map_bench
from tests.bench.frames import FRAME_MS, p95
from tests.bench.search_fair import Fair
from tests.fakes import services as fakes
from tests.services.conftest import content

QUERIES = (
    *("ruanjian", "jisuanji", "shandong", "bjhk", "yunjisuan", "jixie", "dianqi", "cailiao", "yiliao"),
    *("shuju", "kuaiji", "jiaoshi", "hebei", "tongxin", "zidonghua", "sheji", "gongcheng", "huagong"),
)
KEY = bytes(range(32))
PATIENCE_S = 5.0


def open_directory(folder: Path) -> tuple[Directory, FloorPlan]:
    """Write the pack and open it: the directory's invented fair on the map's hall, several at a stall."""
    plan = replace(
        map_bench.plan(), graph=Graph((53.0, 53.0), (328.0, 100.0), ("1", "1"), ((0, 1, 228.0, False),))
    )
    hosts, _plan = directory_bench.placed(Fair())
    hosts = tuple(
        replace(each, stalls=(stall.number,), zone=stall.zone)
        for each, stall in zip(hosts, cycle(plan.stalls), strict=False)
    )
    path = folder / "pack"
    whole = replace(content(), sessions=(), attendees=(), issues=(), readings=())
    entries = search_entries(hosts, (), plan)
    catalogue_writer.write(path, KEY, replace(whole, exhibitors=hosts, plan=plan, search=entries))
    opened = catalogue.Catalogue.open(path, KEY)
    return Directory(opened, Wayfinding(opened.plan(), plan.kiosks[0], {})), plan


def items(root: QQuickItem) -> Iterator[QQuickItem]:
    """An item and all below it."""
    yield root
    for child in root.childItems():
        yield from items(child)


def send(window: Window, kind: QEvent.Type, at: QPointF, buttons: Qt.MouseButton) -> None:
    """A finger, as the system reports it."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QCoreApplication.postEvent(window.quick, QMouseEvent(kind, at, at, left, buttons, none))


def let_work(for_ms: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(for_ms, loop.quit)
    loop.exec()


def until(holds: Callable[[], bool], for_s: float = PATIENCE_S) -> bool:
    """Let the window work until a condition holds, without spinning; whether it came to hold."""
    end_s = time.perf_counter() + for_s
    waker = QTimer()
    waker.start(20)
    while not holds():
        if time.perf_counter() > end_s:
            return False
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return True


@dataclass
class Touch:
    """What a key took, in ms from the finger's release."""

    list_ms: float
    list_cpu_ms: float
    map_ms: float | None


class Typist:
    """Touches keys and sees when what they ask for is painted."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.find = window.models.find
        self.swaps: list[tuple[float, float]] = []
        self.answered = self.lit = -1
        self.begun = 0
        """Frames that were begun: QML hears of a frame's end before we do."""
        window.quick.beforeRendering.connect(self._begin)
        window.quick.frameSwapped.connect(self._swapped)

    def watch(self) -> None:
        """The page is there: see what it is told."""
        self.find.results.changed.connect(self._answer)
        shown = items(self.window.quick.contentItem())
        the_map = next(each for each in shown if isinstance(each, MapItem))
        the_map.hitsChanged.connect(self._light)

    def _begin(self) -> None:
        self.begun += 1

    def _swapped(self) -> None:
        self.swaps.append((time.perf_counter(), time.process_time()))

    def _answer(self) -> None:
        self.answered = len(self.swaps)
        self.window.quick.update()  # an answer that changes nothing asks for no frame of its own

    def _light(self) -> None:
        self.lit = self.begun

    def key(self, text: str) -> QQuickItem:
        """The key of that letter, on whichever keyboard is up."""
        return next(
            each
            for each in items(self.window.quick.contentItem())
            if each.isVisible()
            and each.width() > 40
            and text.lower() in (str(each.property("text")).lower(), str(each.property("name")).lower())
            and each.metaObject().className().startswith("Tap_" if self.find.pads.up else "Key_")
        )

    def touch(self, text: str) -> Touch:
        """Touch a key and wait for the map."""
        key = self.key(text)
        at = key.mapToScene(QPointF(key.width() / 2, key.height() / 2))
        send(self.window, QEvent.Type.MouseButtonPress, at, Qt.MouseButton.LeftButton)
        let_work(30)  # a finger stays a moment
        self.swaps, self.answered, self.lit, self.begun = [], -1, -1, 0
        wall_s, cpu_s = time.perf_counter(), time.process_time()
        send(self.window, QEvent.Type.MouseButtonRelease, at, Qt.MouseButton.NoButton)
        if not until(lambda: 0 <= self.answered < len(self.swaps)):
            raise RuntimeError(f"nothing answered {text!r}")
        listed = self.swaps[self.answered]
        until(lambda: 0 <= self.lit < len(self.swaps), 0.15)
        lit = self.swaps[self.lit][0] if 0 <= self.lit < len(self.swaps) else None
        return Touch(
            (listed[0] - wall_s) * 1000,
            (listed[1] - cpu_s) * 1000,
            None if lit is None else (lit - wall_s) * 1000,
        )


def typed(typist: Typist, pad: str) -> list[Touch]:
    """Every query, key by key, on one of the keyboards."""
    touches = []
    for query in QUERIES:
        typist.find.clear()
        let_work(60)
        for letter in query if pad == "full" else query[:4].upper():
            touches.append(typist.touch(letter))
            let_work(20)
    return touches


def rows(name: str, touches: list[Touch]) -> Iterator[Row]:
    """What a keyboard's touches come to."""
    maps = [each.map_ms for each in touches if each.map_ms is not None]
    yield Row(f"find.{name}.list.p95", FRAME_MS, p95([each.list_ms for each in touches]), "ms", 1.0)
    yield Row(f"find.{name}.list.median", FRAME_MS, median(each.list_ms for each in touches), "ms")
    yield Row(f"find.{name}.list.cpu.median", FRAME_MS, median(each.list_cpu_ms for each in touches), "ms")
    yield Row(f"find.{name}.list.cpu.p95", FRAME_MS, p95([each.list_cpu_ms for each in touches]), "ms")
    yield Row(f"find.{name}.map.p95", 3 * FRAME_MS, p95(maps), "ms", 1.0)


def measure() -> Iterator[Row]:
    """Rows: each way to type, the list (wall, a gate, and CPU) and the map (wall, a gate)."""
    prepare_environment()
    application = QGuiApplication.instance() or QGuiApplication(["find"])
    with tempfile.TemporaryDirectory(prefix="fair-kiosk-") as folder:
        kiosk = fakes.FakeKiosk()
        kiosk.directory, floor_plan = open_directory(Path(folder))
        kiosk.place = floor_plan.kiosks[0]
        window = build_window()
        window.show(1080, 1920)
        window.attach(kiosk)
        window.warm_pages()
        until(lambda: window.warmed)
        typist = Typist(window)
        window.models.navigation.go("find")
        until(lambda: window.models.find.state == "ready")
        let_work(600)
        typist.watch()
        for pad in ("full", "initials"):
            _open(window, pad)
            typed(typist, pad)  # caches are filled
            yield from rows(pad, typed(typist, pad))
        window.close()
    del application


def _open(window: Window, pad: str) -> None:
    """Bring a keyboard up, by a finger."""
    shown = list(items(window.quick.contentItem()))
    if pad == "full":
        wanted = next(each for each in shown if each.inherits("QQuickTextInput"))
    else:
        wanted = next(each for each in shown if each.property("name") == "首字母")
    at = wanted.mapToScene(QPointF(20, 20))
    send(window, QEvent.Type.MouseButtonPress, at, Qt.MouseButton.LeftButton)
    send(window, QEvent.Type.MouseButtonRelease, at, Qt.MouseButton.NoButton)
    let_work(1500)
