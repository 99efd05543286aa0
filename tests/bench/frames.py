"""Frames at 1080 x 1920 with software rendering: page changes, list flicks, verdicts; and memory.

A frame's cost is the processor time of the whole process, all threads, from the end of the frame before it:
what the touch, the bindings, the models, the services and the painting took. The floor is what 60 frames a
second leave for one, 16.7 ms; "worst" rows take only the heaviest frame of each change.
"""

from __future__ import annotations

import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software", QSG_RENDER_LOOP="basic")

from PySide6.QtCore import Q_ARG, QCoreApplication, QEvent, QEventLoop, QMetaObject, QObject, QTimer

from installer.measure import Row
from kiosk.app import State, open_kiosk, prepare_sample, provider
from kiosk.config import Settings
from kiosk.ui import resources
from kiosk.ui.running import Running
from kiosk.ui.settings import WindowSettings
from kiosk.ui.window import Window, build_window
from tests.fakes import services as fakes
from tests.ui.scenes.find import numbered

FRAME_MS = 1000 / 60
ROUNDS = 12
"""Times that each page is opened."""
MOVES_MS = 420
"""A page's slide, a route's drawing and what the services answer are over by then."""
ROWS = 3_000
FLICKS = 24
FLICK_MS = 500
VERDICTS = 60
PAGES_MANY = 10_000
PAGES_BEFORE = 1_000
"""Page changes before memory is first looked at: caches are filled by then."""
MEMORY_GOAL = 1.02
PATIENCE_S = 60.0
PERCENTILE = 0.95


class Frames(QObject):
    """Processor milliseconds of every frame of a window, since `start`."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.spent_ms: list[float] = []
        self._last_s = time.process_time()
        window.quick.frameSwapped.connect(self._swapped)

    def start(self) -> None:
        """Forget what was; a frame begins."""
        self.spent_ms = []
        self._last_s = time.process_time()

    def _swapped(self) -> None:
        now_s = time.process_time()
        self.spent_ms.append((now_s - self._last_s) * 1000)
        self._last_s = now_s


def p95(values: list[float]) -> float:
    """The value that 95 % do not exceed."""
    ranked = sorted(values)
    return ranked[max(0, round(len(ranked) * PERCENTILE) - 1)]


def let_work(for_ms: int) -> None:
    """Let the window work for some time, as its event loop does; nothing spins meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(for_ms, loop.quit)
    loop.exec()


def wait_for(holds: Callable[[], bool]) -> None:
    """Let the window work until a condition holds; TimeoutError after PATIENCE_S."""
    end_s = time.monotonic() + PATIENCE_S
    while not holds():
        if time.monotonic() > end_s:
            raise TimeoutError("the window does not come to what is waited for")
        let_work(5)


def page_changes(window: Window, frames: Frames) -> tuple[list[float], list[float]]:
    """Opens the pages in turn. Every frame's cost, and the heaviest frame of each change."""
    models = window.models
    exhibitor, stall, session = "3", "A003", "S01"
    route = [
        *(("check_in", ""), ("walk_up", ""), ("help", ""), ("find", ""), ("listing", exhibitor)),
        *(("way", stall), ("programme", ""), ("session", session), ("season", ""), ("staff", "")),
        *(("attract", ""), ("home", "")),
    ]
    every: list[float] = []
    worst: list[float] = []
    for round_number in range(ROUNDS + 1):
        for page, argument in route:
            frames.start()
            models.navigation.open(page, argument)
            let_work(MOVES_MS)
            if round_number:  # a page's first opening compiles it
                every += frames.spent_ms
                worst.append(max(frames.spent_ms))
    return every, worst


def verdicts(window: Window, frames: Frames) -> tuple[list[float], list[float]]:
    """Scans decided by the real gate: every frame's cost until the shape stands, and the heaviest."""
    every: list[float] = []
    worst: list[float] = []
    for number in range(VERDICTS):
        frames.start()
        window.models.scan(f"NOT A CODE {number}")
        wait_for(lambda: window.models.verdict.shown)
        let_work(250)
        every += frames.spent_ms
        worst.append(max(frames.spent_ms))
        window.models.end_visit()
        let_work(50)
    return every, worst


def list_of(window: Window) -> QObject:
    """The list on the page that is shown."""
    waiting = [window.quick.contentItem()]
    while waiting:
        item = waiting.pop(0)
        if item.inherits("QQuickListView") and item.isVisible():
            return item
        waiting += item.childItems()
    raise LookupError("no list is shown")


def flicks(window: Window, frames: Frames) -> list[float]:
    """Flicks through a list of 3,000 rows, down and up again: every frame's cost."""
    window.models.navigation.go("find")
    wait_for(lambda: window.models.find.state == "ready")
    let_work(MOVES_MS)
    shown = list_of(window)
    every: list[float] = []
    for number in range(FLICKS):
        frames.start()
        speed_px = -6000.0 if number % 3 < 2 else 6000.0
        QMetaObject.invokeMethod(shown, "flick", Q_ARG(float, 0.0), Q_ARG(float, speed_px))
        let_work(FLICK_MS)
        every += frames.spent_ms
    window.models.end_visit()
    return every


def resident_kb() -> int:
    """Memory of this process that is in use now, after everything that waits to be deleted is."""
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS:")).split()[1])


def many_pages(window: Window) -> tuple[int, int]:
    """Memory in kB after the first 1,000 page changes and after 10,000, each page drawn."""
    route = [*(("check_in", ""), ("help", ""), ("find", ""), ("listing", "3"), ("way", "A003")), ("home", "")]
    drawn = [0]
    window.quick.frameSwapped.connect(lambda: drawn.__setitem__(0, drawn[0] + 1))
    before_kb = 0
    for number in range(PAGES_MANY):
        if number == PAGES_BEFORE:
            before_kb = resident_kb()
        seen = drawn[0]
        window.models.navigation.open(*route[number % len(route)])
        wait_for(lambda: drawn[0] > seen and not window.bridge.busy)  # noqa: B023  (used up in this round)
    return before_kb, resident_kb()


def many_rows() -> fakes.FakeKiosk:
    """A kiosk of a fair with 3,000 exhibitors."""
    kiosk = fakes.FakeKiosk()
    kiosk.directory.exhibitors = numbered(ROWS)
    return kiosk


def measure() -> Iterator[Row]:
    """Rows: every frame's p95 (gates), the heaviest frame of each change, and memory (a gate)."""
    with tempfile.TemporaryDirectory(prefix="fair-kiosk-") as folder:
        state = State(Path(folder))
        prepare_sample(state, resources.root() / "sample_fairs" / "double_selection", "", lambda *_: None)
        keys = provider(Settings(), state, str)
        running = Running(WindowSettings(fullscreen=False), lambda: open_kiosk(Settings(), state, keys))
        running.show()
        wait_for(lambda: running.opened is not None and running.window.warmed)
        let_work(MOVES_MS)
        frames = Frames(running.window)
        for name, (every, worst) in (
            ("frames.page_change", page_changes(running.window, frames)),
            ("frames.verdict", verdicts(running.window, frames)),
        ):
            yield Row(f"{name}.p95", FRAME_MS, p95(every), "ms", 1.0)
            yield Row(f"{name}.median", FRAME_MS, statistics.median(every), "ms")
            yield Row(f"{name}.worst.p95", FRAME_MS, p95(worst), "ms")
        running.close()
    window = build_window()
    window.show(1080, 1920)
    window.attach(many_rows())
    window.warm_pages()
    wait_for(lambda: window.warmed)
    every = flicks(window, Frames(window))
    yield Row("frames.flick_3000.p95", FRAME_MS, p95(every), "ms", 1.0)
    yield Row("frames.flick_3000.median", FRAME_MS, statistics.median(every), "ms")
    window.close()
    window = build_window(still=True)
    window.show(1080, 1920)
    window.attach(fakes.FakeKiosk())
    before_kb, after_kb = many_pages(window)
    yield Row("frames.memory_10000_pages", before_kb, after_kb, "kB", MEMORY_GOAL)
    window.close()
