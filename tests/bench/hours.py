"""Ten hours among visitors: memory, files, threads and objects of the real window with real services.

A simulated hour is so many visitors one after the other, each of whom checks in, looks something up, reads
cards, finds the way, plans, reads the programme, and is forgotten. The first four hours fill the caches; over
the eight that follow nothing may grow: a line is laid through the hours' figures, and its slope is told from
0 with 95 % confidence, or is not.

`python -m tests.bench.hours` prints a line an hour. FAIR_KIOSK_VISITORS: visitors an hour.
"""

from __future__ import annotations

import collections
import csv
import gc
import os
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software", QSG_RENDER_LOOP="basic")

from PySide6.QtCore import QCoreApplication, QEvent

from installer.measure import Row
from kiosk.app import State, open_kiosk, prepare_sample, provider
from kiosk.config import Settings
from kiosk.ui import resources
from kiosk.ui.running import Running
from kiosk.ui.settings import WindowSettings
from tests.simulation.monkey.hand import Hand
from tests.ui.stage import until

VISITORS = int(os.environ.get("FAIR_KIOSK_VISITORS", "30"))
WARM_HOURS = 4
HOURS = 8
GROWTH_GOAL = 1.01
"""Of the memory in use after eight hours, if it goes on as the line says it surely does."""
STUDENT_T = 2.447
"""Student's t for 95 % and the 6 degrees of freedom that a line through eight hours leaves."""
SOUGHT = ("软件", "beijing", "银行", "A001", "jiqiren", "硕士", "医药", "zzzz")


@dataclass(frozen=True, slots=True)
class Figures:
    """What is in use at the end of an hour. Qt's objects are not counted: to ask for them makes a Python half
    of each, which PySide keeps; a leak of them shows in the memory."""

    rss_kb: int
    objects: int
    files: int
    threads: int
    wal_kb: int


class Visits:
    """Visitors at one kiosk."""

    def __init__(self, running: Running, codes: list[str], store: Path) -> None:
        self._running = running
        self._models = running.window.models
        self._hand = Hand(running.window)
        self._codes = codes
        self._store = store
        self._visitors = 0

    def hour(self) -> Figures:
        """An hour of visitors, and what is in use then."""
        for _ in range(VISITORS):
            self._visitor(self._visitors)
            self._visitors += 1
        return self.figures()

    def _visitor(self, number: int) -> None:
        models = self._models
        if number % 3 == 0:
            models.modes.toggle_language()
        self._hand.scan(self._codes[number % len(self._codes)])
        self._rest()
        while models.verdict.shown:
            models.verdict.step()
        self._rest()
        models.end_visit()
        self._look(number)
        self._plan(number)
        for page, argument in (("programme", ""), ("season", ""), ("help", ""), ("check_in", "")):
            self._open(page, argument)
        models.end_visit()
        self._rest()
        if number % 5 == 0:
            models.home_rests()
            self._rest()

    def _look(self, number: int) -> None:
        """Finds something, looks at a card, and at the way there."""
        models = self._models
        self._open("find")
        models.find.search(SOUGHT[number % len(SOUGHT)])
        self._rest()
        if models.find.rows.total:
            models.find.results.chooseRow(number % models.find.rows.total)
            self._rest()
        self._open("listing", str(number % 60 + 1))
        self._open("way", f"A{number % 40 + 1:03d}")
        models.navigation.back()
        self._rest()

    def _plan(self, number: int) -> None:
        for each in range(3):
            self._models.plan.toggleStall(f"A{(number + 7 * each) % 40 + 1:03d}")
        self._open("plan")

    def _open(self, page: str, argument: str = "") -> None:
        self._models.navigation.open(page, argument)
        self._rest()

    def _rest(self) -> None:
        """Until the services have answered and it is drawn."""
        until(lambda: not self._running.window.bridge.busy)
        self._running.window.quick.grabWindow()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def figures(self) -> Figures:
        """After everything that waits to be deleted is."""
        self._rest()
        gc.collect()
        until(lambda: not self._running.window.bridge.busy)
        wal = self._store.with_name(self._store.name + "-wal")
        return Figures(
            resident_kb(),
            len(gc.get_objects()),
            len(list(Path("/proc/self/fd").iterdir())),
            threading.active_count(),
            wal.stat().st_size // 1024 if wal.exists() else 0,
        )


def resident_kb() -> int:
    """Memory of this process that is in use now."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS:")).split()[1])


def line(values: list[float]) -> tuple[float, float, float]:
    """The straight line through an hour's value each: its first value, its slope, and the half of the slope's
    95 % interval."""
    hours = range(len(values))
    slope, first = statistics.linear_regression(hours, values)
    rest = sum((value - first - slope * hour) ** 2 for hour, value in zip(hours, values, strict=True))
    spread = sum((hour - statistics.fmean(hours)) ** 2 for hour in hours)
    return first, slope, STUDENT_T * (rest / (len(values) - 2) / spread) ** 0.5


def run(folder: Path) -> Iterator[Figures]:
    """The figures of every hour, the warm ones as well."""
    state = State(folder)
    fair = resources.root() / "sample_fairs" / "double_selection"
    codes_file = prepare_sample(state, fair, "", lambda *_: None)
    with codes_file.open(encoding="utf-8-sig", newline="") as file:
        codes = [row["登记码"] for row in csv.DictReader(file)]
    keys = provider(Settings(), state, str)
    running = Running(
        WindowSettings(fullscreen=False), lambda: open_kiosk(Settings(), state, keys), still=True
    )
    running.show()
    until(lambda: running.opened is not None and not running.window.bridge.busy)
    running.window._warming.start()
    until(lambda: running.window.warmed)
    visits = Visits(running, codes, state.store)
    for _ in range(WARM_HOURS + HOURS):
        yield visits.hour()
    running.close()


def measure() -> Iterator[Row]:
    """Rows: memory after eight hours (a gate), and what else may grow."""
    with tempfile.TemporaryDirectory(prefix="fair-kiosk-") as folder:
        hours = list(run(Path(folder)))[WARM_HOURS:]
    first, slope, half = line([float(each.rss_kb) for each in hours])
    sure = max(0.0, slope - half) if slope > 0 else 0.0
    yield Row("hours.memory", first, first + HOURS * sure, "kB", GROWTH_GOAL)
    yield Row("hours.memory.by_the_line", first, first + HOURS * slope, "kB")
    yield Row("hours.memory.noise", first, first + HOURS * half, "kB")
    for name, goal in (("objects", 1.02), ("files", None), ("threads", None)):
        values = [float(getattr(each, name)) for each in hours]
        yield Row(f"hours.{name}", values[0], values[-1], "count", goal)
    yield Row("hours.wal", max(1, hours[0].wal_kb), max(1, hours[-1].wal_kb), "kB")


def main() -> int:
    """Print the hours as they pass."""
    kinds: collections.Counter[str] = collections.Counter()
    with tempfile.TemporaryDirectory(prefix="fair-kiosk-") as folder:
        for hour, each in enumerate(run(Path(folder))):
            now = collections.Counter(type(held).__name__ for held in gc.get_objects())
            grown = ", ".join(f"{name} {count:+}" for name, count in (now - kinds).most_common(6))
            print(hour, each, grown if hour else "", flush=True)
            kinds = now
    return 0


if __name__ == "__main__":
    sys.exit(main())
