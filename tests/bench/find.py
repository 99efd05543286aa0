"""From a key of the on-screen keyboard to the list, and to the map, painted: 5,000 exhibitors with 100,000
openings on 2,000 stalls, 1080 x 1920, software rendering.

A key is touched in the real window, over a real pack and the real directory; time runs from the release
of the finger, which is when the keyboard takes a key, to the frame in which the answer's rows stand, and to
the one in which the map shows them. The floor is one frame of a 60 Hz screen; the map may take three. CPU is
the whole process. Offscreen, a frame is drawn as soon as it is asked for: no screen's beat is waited for.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from statistics import median

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software", QSG_RENDER_LOOP="basic")
os.environ["QT_QPA_UPDATE_IDLE_TIME"] = "0"

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtQuick import QQuickItem

from installer.measure import Row
from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind, Opening
from kiosk.domain.fair import Words
from kiosk.domain.fairpack import PackContent
from kiosk.domain.floorplan import FloorPlan, Graph, KioskPlace, Level, Stall, Zone
from kiosk.pack.search_terms import search_entries
from kiosk.services.directory import Directory
from kiosk.services.wayfinding import Wayfinding
from kiosk.store import catalogue
from kiosk.ui.find.map_item import MapItem
from kiosk.ui.window import Window, build_window, prepare_environment
from tests.bench.frames import FRAME_MS, p95
from tests.fakes import services as fakes
from tests.services.conftest import content

EXHIBITORS, OPENINGS_EACH, STALLS = 5_000, 20, 2_000
QUERIES = (
    *("ruanjian", "jisuanji", "shandong", "bjhk", "yunjisuan", "jixie", "dianqi", "cailiao", "yiliao"),
    *(
        "shuju",
        "kuaiji",
        "jiaoshi",
        "hebei",
        "tongxin",
        "zidonghua",
        "sheji",
        "gongcheng",
        "huagong",
        "yanjiu",
    ),
)
KEY = b"k" * 32
PATIENCE_S = 5.0


def plan() -> FloorPlan:
    """Two halls of 1,000 stalls each, in blocks of two rows, six zones."""
    levels, stalls, zones = [], [], []
    for hall in ("1", "2"):
        outline = ((0.0, 0.0), (160.0, 0.0), (160.0, 100.0), (0.0, 100.0))
        levels.append(Level(hall, Words(f"{hall} 号馆", f"Hall {hall}"), 160.0, 100.0, outline, (outline,)))
        letters = "ABC" if hall == "1" else "DEF"
        zones += [Zone(each, Words(f"{each} 展区", f"Zone {each}"), hall) for each in letters]
        for at in range(STALLS // 2):
            letter = letters[at * 3 // (STALLS // 2)]
            column, row = at // 20, at % 20
            x, y = 5.0 + column * 3.0 + column // 2 * 0.2, 6.0 + row * 4.2
            number = f"{letter}{at - letters.index(letter) * (STALLS // 6) + 1:03d}"
            stalls.append(Stall(number, hall, letter, x, y, 3.0, 3.0, "west", at % 2))
    place = KioskPlace("k1", Words("1 号机", "Kiosk 1"), "east", "1", 80.0, 95.0, 0.0, 0)
    graph = Graph((80.0, 80.0), (95.0, 50.0), ("1", "1"), ((0, 1, 45.0, False),))
    return FloorPlan(tuple(levels), tuple(zones), tuple(stalls), fakes.PLAN.facilities[:2], (place,), graph)


def exhibitors(at_stalls: tuple[Stall, ...]) -> tuple[Exhibitor, ...]:
    """Several share a stall. Names, posts and places are put together of real ones."""
    random = Random(6)
    places = ("北京", "河北", "山东", "天津", "江苏", "陕西", "湖北", "辽宁")
    stems = ("航空", "软件", "机械", "电气", "材料", "医疗", "数据", "云计算", "轨道交通", "科学仪器")
    ends = ("有限公司", "研究院", "集团", "股份有限公司", "中心")
    posts = ("工程师", "研究员", "设计师", "会计", "教师", "技术员", "经理", "实验员")
    fields = ("软件", "机械", "电气", "材料", "通信", "自动化", "土木", "化工", "数据", "算法")
    majors = ("计算机类", "电子信息类", "机械类", "材料类", "数学类", "土木类")
    made = []
    for at in range(EXHIBITORS):
        stall = at_stalls[at % len(at_stalls)]
        openings = tuple(
            Opening(
                f"{random.choice(fields)}{random.choice(posts)}",
                random.choice(majors),
                random.choice(("本科起", "硕士起", "博士起", "不限")),
                random.randrange(1, 30),
                "10-14K",
                random.choice(places),
            )
            for _ in range(OPENINGS_EACH)
        )
        name = f"{random.choice(places)}{random.choice(stems)}{at}{random.choice(ends)}"
        made.append(
            Exhibitor(
                at + 1,
                ExhibitorKind.EMPLOYER,
                Words(name, f"Employer {at}"),
                (stall.number,),
                stall.zone,
                nature=random.choice(("国有企业", "其他企业", "三资企业")),
                industry=random.choice(("制造业", "教育", "建筑业", "金融业")),
                region=random.choice(places),
                openings=openings,
            )
        )
    return tuple(made)


def open_directory(folder: Path) -> tuple[Directory, FloorPlan]:
    """Write the pack and open it."""
    floor_plan = plan()
    hosts = exhibitors(floor_plan.stalls)
    whole: PackContent = replace(
        content(),
        plan=floor_plan,
        exhibitors=hosts,
        search=search_entries(hosts, (), floor_plan),
    )
    path = folder / "pack"
    catalogue.write(path, KEY, whole)
    opened = catalogue.Catalogue.open(path, KEY)
    return Directory(opened, Wayfinding(opened.plan(), floor_plan.kiosks[0], {})), floor_plan


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
        window.quick.frameSwapped.connect(self._swapped)  # before the page's own, so that a swap counts first

    def watch(self) -> None:
        """The page is there: see what it is told."""
        self.find.results.changed.connect(self._answer)
        shown = items(self.window.quick.contentItem())
        the_map = next(each for each in shown if isinstance(each, MapItem))
        the_map.hitsChanged.connect(self._light)

    def _swapped(self) -> None:
        self.swaps.append((time.perf_counter(), time.process_time()))

    def _answer(self) -> None:
        self.answered = len(self.swaps)
        self.window.quick.update()  # an answer that changes nothing asks for no frame of its own

    def _light(self) -> None:
        self.lit = len(self.swaps)

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
        self.swaps, self.answered, self.lit = [], -1, -1
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
