"""From a scan's last key to the verdict painted, at 1080 x 1920 with software rendering.

A real store and real services of the sample fair (20,000 attendees); badges of it, one in four a code that is
none, come as a keyboard-wedge scanner's keys, on pages in turn. The floor is two frames at 60 a second and
the decision itself, measured on the same scans. Processor time of the whole process is the gate: all threads,
so that what is done beside counts as well; the clock's is for information.
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software", QSG_RENDER_LOOP="basic")

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent

from installer.measure import Row
from kiosk.app import State, open_kiosk, prepare_sample, provider
from kiosk.config import Settings
from kiosk.domain import badge
from kiosk.services.gate import Gate
from kiosk.ui import resources
from kiosk.ui.running import Running
from kiosk.ui.settings import WindowSettings
from tests.bench.frames import let_work, wait_for

FRAME_MS = 1000 / 60
FRAMES = 2
SCANS = 200
BEFORE = 8
"""Scans that are not counted: pages are compiled, caches fill."""
KEY_MS = 1.0
"""Between a scanner's keys."""
REST_MS = 500
"""Between two scans: a badge that is printed, a page that is shown end in it."""
SEED = 9
PAGES = (*("home", "check_in", "find", "walk_up"), *("programme", "help", "attract", "find"))


@contextmanager
def timed_decisions() -> Iterator[list[tuple[float, float]]]:
    """What each decision of a gate takes meanwhile: processor and clock, in ms, on the store's thread."""
    took_ms: list[tuple[float, float]] = []
    scan = Gate.scan

    def timed(gate: Gate, text: str) -> Any:
        cpu_s, wall_s = time.thread_time(), time.perf_counter()
        admission = scan(gate, text)
        took_ms.append(((time.thread_time() - cpu_s) * 1000, (time.perf_counter() - wall_s) * 1000))
        return admission

    Gate.scan = timed  # type: ignore[method-assign]
    try:
        yield took_ms
    finally:
        Gate.scan = scan  # type: ignore[method-assign]


def p99(values: list[float]) -> float:
    """The value that 99 % do not exceed."""
    ranked = sorted(values)
    return ranked[max(0, round(len(ranked) * 0.99) - 1)]


def codes(services: Any) -> Iterator[str]:
    """Badges of attendees, signed by this kiosk; each fourth is no code."""
    gate, chance = services.gate, random.Random(SEED)
    people = list(islice(gate.catalogue.attendees(), 4 * SCANS))
    chance.shuffle(people)
    for number, who in enumerate(people):
        token = badge.Token(
            gate.issuing.key.kid,
            badge.fair_number(gate.fair.id),
            gate.fair.last_day,
            who.type,
            chance.getrandbits(63),
            who.id,
        )
        yield badge.encode(token, gate.issuing.key.sign) if number % 4 else f"https://example.cn/{number}"


class Scanner:
    """A keyboard wedge at a window, and a watch from its last key on."""

    def __init__(self, running: Running) -> None:
        self._quick = running.window.quick
        self._models = running.window.models
        self._loop = QEventLoop()
        self._time_ms = 1_000_000
        self._quick.frameSwapped.connect(self._swapped)

    def scan(self, text: str) -> tuple[float, float]:
        """Processor and clock from the last key to the frame that has the verdict, in ms."""
        due_s = time.perf_counter()
        self._time_ms += 10_000
        for each in text:
            self._key(each, 0)
            due_s += KEY_MS / 1000
            while time.perf_counter() < due_s:
                QCoreApplication.processEvents()
        cpu_s, wall_s = time.process_time(), time.perf_counter()
        self._key("\r", Qt.Key.Key_Return)
        self._loop.exec()
        return (time.process_time() - cpu_s) * 1000, (time.perf_counter() - wall_s) * 1000

    def _swapped(self) -> None:
        if self._models.verdict.shown:
            self._loop.quit()

    def _key(self, text: str, key: int) -> None:
        """Each says itself when it went down: a busy machine does not make a person of the scanner."""
        self._time_ms += 1
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key or Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(self._time_ms)
            QCoreApplication.sendEvent(self._quick, event)


def scans(running: Running) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """What each scan took, and its decision."""
    models = running.window.models
    scanner, took = Scanner(running), []
    with timed_decisions() as decided:
        for number, code in enumerate(islice(codes(running.opened.services), SCANS + BEFORE)):
            models.navigation.go(PAGES[number % len(PAGES)])
            let_work(REST_MS)
            took.append(scanner.scan(code))
            let_work(100)
            models.end_visit()
    return took[BEFORE:], decided[BEFORE:]


def measure() -> Iterator[Row]:
    """Rows: p99 (a gate by processor), the median, and how long the decisions themselves were."""
    with tempfile.TemporaryDirectory(prefix="fair-kiosk-") as folder:
        state = State(Path(folder))
        prepare_sample(state, resources.root() / "sample_fairs" / "double_selection", "", lambda *_: None)
        keys = provider(Settings(), state, str)
        running = Running(WindowSettings(fullscreen=False), lambda: open_kiosk(Settings(), state, keys))
        running.show()
        wait_for(lambda: running.opened is not None and running.window.warmed)
        let_work(REST_MS)
        took, decided = scans(running)
        running.close()
    for which, unit in enumerate(("cpu", "clock")):
        ours = [each[which] for each in took]
        decision = [each[which] for each in decided]
        floor = FRAMES * FRAME_MS + p99(decision)
        yield Row(f"scan.p99.{unit}", floor, p99(ours), "ms", 1.0 if unit == "cpu" else None)
        middle = FRAMES * FRAME_MS + statistics.median(decision)
        yield Row(f"scan.median.{unit}", middle, statistics.median(ours), "ms")
        yield Row(f"scan.decision.p99.{unit}", statistics.median(decision), p99(decision), "ms")
