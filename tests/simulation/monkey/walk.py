"""Plays steps on a world and looks whether all is well after each; every so often everybody goes away."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Q_ARG, QEvent, QMetaObject, QObject, QPoint
from PySide6.QtGui import QGuiApplication, QWindow

from kiosk.ui.navigation import HOME, LEAVING, PAGES
from kiosk.ui.passing import let_shells_go
from tests.simulation.monkey.hand import Hand
from tests.simulation.monkey.steps import Step
from tests.ui.leftovers import idle_ends, leftovers
from tests.ui.stage import SIZES, Stage

AWAY_EVERY = 500
"""Steps after which everybody goes away: the kiosk must be home, with nothing personal."""
DRAWN_EVERY = 25
WARM = 3000
"""Steps until every page was made and every cache is filled."""
GROWTH_KB = 150_000
GROWTH_KB_STEP = 2.0
"""So much may come then, and a step's own (the search keeps a shell of every item that it looked at).
tests/bench/hours.py tells whether visitors alone make it grow."""
VERDICT_S = 400
WORLD_KEYBOARD = (0.62, 0.9)
"""Where the keyboard on the screen is, as shares of the height."""


class World(Protocol):
    """A kiosk that the monkey may play with."""

    stage: Stage
    personal: tuple[str, ...]

    def code(self, kind: str, number: int) -> str: ...
    def trouble(self, what: str, number: int) -> None: ...
    def printers(self, number: int, state: str) -> None: ...
    def day(self, minutes: int) -> None: ...
    def calm(self) -> None: ...
    def settle(self) -> None: ...
    def expected(self, fault: BaseException) -> bool: ...
    def close(self) -> None: ...


class Wrong(Exception):
    """What must never be; the text says what, and after which step."""


@dataclass
class Walk:
    """One monkey at one world."""

    world: World
    faults: list[str] = field(default_factory=list)
    done: int = 0
    rss_kb: int = 0
    pages: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.hand = Hand(self.world.stage.window)
        self.world.stage.window.bridge.struck.connect(self._struck)
        self.world.stage.window.bridge.hopeless.connect(lambda: self.faults.append("hopeless"))

    def _struck(self, fault: BaseException) -> None:
        if not self.world.expected(fault):
            self.faults.append(f"{type(fault).__name__}: {fault}")

    def play(self, steps: Iterable[Step]) -> None:
        """All steps, then away. Wrong where something is."""
        for step in steps:
            self.take(step)
            self.look(step)
            self.done += 1
            if self.done % AWAY_EVERY == 0:
                self.away()
        if self.done % AWAY_EVERY:
            self.away()

    def take(self, step: Step) -> None:
        """One step."""
        stage, models, values = self.world.stage, self.world.stage.models, step.values
        if step.what == "touch":
            self.hand.touch(values[0])
        elif step.what == "touch at":
            self.hand.touch_at(self._point(*values[:2]), values[2])
        elif step.what == "fingers":
            start, end = self._point(*values[:2]), self._point(*values[2:4])
            apart = QPoint(61, 47)
            self.hand.move([(start + apart * at, end + apart * at) for at in range(values[4])])
        elif step.what == "pinch":
            middle = self._point(*values[:2])
            before, after = (QPoint(round(each * stage.window.quick.width()), 0) for each in values[2:])
            self.hand.move([(middle - before, middle - after), (middle + before, middle + after)])
        elif step.what == "key":
            self.hand.key(*values)
        elif step.what == "type":
            self.hand.type(*values)
        elif step.what == "keyboard":
            low, high = WORLD_KEYBOARD
            self.hand.touch_at(self._point(values[0], low + (high - low) * values[1]), hold_ms=values[2] - 1)
        elif step.what == "scan":
            self.hand.scan(self.world.code(*values))
        elif step.what == "time":
            self._pass(values[0])
        elif step.what == "page":
            _ask(models.navigation, "open", *values)
        elif step.what == "staff":
            _ask(models.navigation, "go", "staff")
            for digit in values[0]:
                _ask(models.staff, "digit", digit)
            _ask(models.staff, "sign_in")
        elif step.what == "outside":
            self.hand.outside(values[0])
        elif step.what == "mode":
            _ask(models.modes, f"toggle_{values[0]}")
        else:
            getattr(self.world, step.what)(*values)
        self.settle(draw=self.done % DRAWN_EVERY == 0)

    def _pass(self, seconds: int) -> None:
        """Seconds go by: for the idle countdown, a verdict, and the fault page."""
        models = self.world.stage.models
        for _ in range(seconds):
            if models.idle._timer.isActive():
                models.idle.step()
            if models.verdict.shown:
                models.verdict.step()
        if seconds > 12:
            models.out_of_service_ends()
        if seconds > 60:
            models.home_rests()

    def _point(self, x: float, y: float) -> QPoint:
        quick = self.world.stage.window.quick
        return QPoint(round(x * quick.width()), round(y * quick.height()))

    def settle(self, *, draw: bool) -> None:
        """Answers are there; what was to be deleted is; sometimes it is drawn too."""
        self.world.settle()
        QGuiApplication.processEvents()
        QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if draw:
            self.world.stage.window.quick.grabWindow()

    def look(self, step: Step) -> None:
        """What must hold after every step."""
        stage = self.world.stage
        quick, page = stage.window.quick, stage.models.navigation.page
        self.pages.add(page)
        wrong = list(self.faults)
        if page not in PAGES or page == LEAVING:
            wrong.append(f"on {page}")
        if not quick.isVisible() or quick.visibility() == QWindow.Visibility.Minimized:
            wrong.append("the window is not to be seen")
        if {quick.width(), quick.height()} != set(SIZES["portrait"]):
            wrong.append(f"{quick.width()} x {quick.height()}")
        others = [each for each in QGuiApplication.topLevelWindows() if each.isVisible() and each != quick]
        if others:
            wrong.append(f"another window: {others[0].title()}")
        if not self._is_loaded(PAGES.get(page, "?")):
            wrong.append(f"{page} was not loaded")
        if QGuiApplication.focusWindow() not in (None, quick):
            wrong.append("another window has the keys")
        if wrong:
            self.faults.clear()
            raise Wrong(f"{'; '.join(wrong)}, on {page}, after step {self.done}: {step}")

    def _is_loaded(self, file: str) -> bool:
        """Whether the page that is to be seen is there."""
        for each in self.world.stage.window.quick.contentItem().childItems():
            source = each.property("source") if each.inherits("QQuickLoader") else None
            if source is not None and source.toString().endswith(file):
                return each.property("item") is not None
        return False

    def away(self) -> None:
        """The services are well again and nobody is there: home, and nothing personal."""
        stage = self.world.stage
        self.world.calm()
        stage.window.bridge._faults_s.clear()
        for _ in range(VERDICT_S):
            if not stage.models.verdict.shown:
                break
            stage.models.verdict.step()
        stage.models.out_of_service_ends()
        idle_ends(stage)
        self.world.calm()
        if stage.models.navigation.page not in (HOME, "attract"):
            raise Wrong(f"on {stage.models.navigation.page}, {self.done} steps done, and nobody is there")
        stage.models.end_visit()
        for _ in range(2):
            self.settle(draw=True)
        left = leftovers(stage, self.world.personal)
        if left:
            raise Wrong(f"left of the monkey after {self.done} steps: {left[:5]}")
        if self.faults:
            raise Wrong(f"{self.faults} while everybody left, {self.done} steps done")
        self._weigh()

    def _weigh(self) -> None:
        gc.collect()
        let_shells_go()
        rss_kb = resident_kb()
        if self.done <= WARM:
            self.rss_kb = rss_kb
        elif rss_kb - self.rss_kb > GROWTH_KB + GROWTH_KB_STEP * self.done:
            raise Wrong(f"{rss_kb - self.rss_kb} kB more than after {WARM} steps, {self.done} done")


def _ask(model: QObject, slot: str, *texts: str) -> None:
    """Call a slot as QML does: what it raises goes the way of all faults."""
    QMetaObject.invokeMethod(model, slot, *(Q_ARG(str, each) for each in texts))


def resident_kb() -> int:
    """Memory of this process."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS:")).split()[1])


def keep(path: Path, steps: Sequence[Step]) -> None:
    """A trace into a file, a step a line."""
    lines = [json.dumps([each.what, *each.values], ensure_ascii=False) for each in steps]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def kept(path: Path) -> list[Step]:
    """A trace from a file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Step(what, tuple(values)) for what, *values in map(json.loads, lines)]
