"""A kiosk whose printers a test controls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from kiosk.badges.face import BadgeFace
from kiosk.domain.printing import PrintState
from kiosk.domain.words import Words
from kiosk.services.printing.outlet import Outlet
from kiosk.services.printing.queue import PrintQueue
from kiosk.services.printing.tasks import Task
from tests.devices.printers.fixtures import bus, ippeve
from tests.fakes.printers import SimulatedPrinter
from tests.services.conftest import RENDERER, Bench

__all__ = ["bus", "ippeve"]


@dataclass
class PlainRenderer:
    """Draws nothing and is quick; layouts and what the fonts lack are the real ones'."""

    fails: dict[str, Exception] = field(default_factory=dict)
    """By a badge's name."""
    drawn: int = 0

    def layouts(self) -> Any:
        return RENDERER.layouts()

    def face(self, token: str, attendee: Any, fair: Any) -> BadgeFace:
        return RENDERER.face(token, attendee, fair)

    def missing(self, face: BadgeFace) -> str:
        return RENDERER.missing(face)

    def pdf(self, face: BadgeFace, layout: str, *, dpi: int = 600) -> bytes:
        self.drawn += 1
        if face.name in self.fails:
            raise self.fails[face.name]
        return b"%PDF " + face.token.encode()


@dataclass
class Desk:
    """A queue over simulated printers, and a clock of its own."""

    bench: Bench
    renderer: PlainRenderer
    printers: tuple[SimulatedPrinter, ...]
    now_s: float = 1000.0
    queue: PrintQueue = field(init=False)
    ended: list[tuple[int, PrintState]] = field(default_factory=list)
    tasks: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        """As a process does: nothing is known but what the store has."""
        outlets = tuple(
            Outlet(each, Words(each.id, each.id), "a6", Words(f"{each.id}口", f"slot of {each.id}"))
            for each in self.printers
        )
        gate = self.bench.gate
        kiosks = {each.id: each.name for each in gate.catalogue.plan().kiosks}
        self.queue = PrintQueue(
            gate, gate.issuing, outlets, self.renderer, kiosks=kiosks, monotonic_s=lambda: self.now_s
        )

    def crash(self) -> None:
        """The process is killed, and starts again: nothing more was recorded."""
        self.queue._work._hold.let_go()
        self.start()

    def step(self) -> Task | None:
        """One task, as the window drives it."""
        task = self.queue.next_task()
        if task is None:
            return None
        self.tasks.append(type(task).__name__)
        try:
            outcome = task.run()
        except ValueError:
            settled = self.queue.broken(task)
        else:
            settled = self.queue.settle(task, outcome)
        self.ended += settled.ended
        return task

    def work(self, feed: bool = True) -> None:
        """Until nothing is to be done at this moment."""
        for _ in range(500):
            if self.step() is None:
                return
            if feed:
                for each in self.printers:
                    each.feed()
        raise AssertionError("it never rests")

    def wait(self, seconds: float, feed: bool = True) -> None:
        """Time passes, a second at a time."""
        for _ in range(int(seconds)):
            self.now_s += 1
            self.work(feed)

    def ask(self, number: int) -> int:
        """A visitor scans a code, and a badge is asked for. Returns its job."""
        from tests.services.conftest import code  # noqa: PLC0415

        job = self.bench.gate.scan(code(number)).job
        assert job is not None
        return job

    def states(self, job: int) -> list[str]:
        """What was reported of a job, in order: states, with problems after a colon."""
        import msgspec  # noqa: PLC0415

        said = []
        for fact in self.bench.gate.store.journal.facts():
            if fact.kind == "print_reported":
                body = msgspec.json.decode(fact.body)
                if body["job"] == job:
                    said.append(f"{body['state']}:{body.get('problem', '')}".rstrip(":"))
        return said


@pytest.fixture
def desk_of(east: Bench) -> Callable[..., Desk]:
    def make(*printers: SimulatedPrinter) -> Desk:
        return Desk(east, PlainRenderer(), printers)

    return make


@pytest.fixture
def sim() -> SimulatedPrinter:
    return SimulatedPrinter()


@pytest.fixture
def desk(desk_of: Callable[..., Desk], sim: SimulatedPrinter) -> Desk:
    return desk_of(sim)
