"""A kiosk that prints badges, run by test_print_faults.py as a process of its own, to be killed at any step.

print_kiosk.py ORDERS: a JSON object (see `Orders`). It prints a line at each boundary between two steps of
the queue, and "done" when every badge was asked for and nothing is left to be done.
"""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.badges.face import BadgeFace
from kiosk.badges.renderer import UnreadableCode
from kiosk.devices.printers import folder as folder_module
from kiosk.devices.printers.folder import FolderPrinter
from kiosk.devices.printers.label_printer import LabelPrinter, Language
from kiosk.devices.printers.links import TcpLink
from kiosk.devices.printers.tspl import Tspl
from kiosk.devices.printers.zpl import Zpl
from kiosk.domain.printing import PrintState, Raster
from kiosk.domain.words import Words
from kiosk.keys.signing import KeyRing
from kiosk.services.gate import Gate
from kiosk.services.issuing import Issuing
from kiosk.services.printing.jobs import Jobs, settled
from kiosk.services.printing.outlet import Outlet
from kiosk.services.printing.queue import PrintQueue
from kiosk.store import attendance, prints
from kiosk.store.catalogue import Catalogue
from kiosk.store.migrations import open_store
from tests.fakes.wire_printer import WireClient, ask
from tests.services.conftest import KIOSKS, RENDERER, HandClock

SPEED = 40
"""So much faster go the queue's own clocks."""
STALL_S = 0.3
"""A printer that takes no bytes is not waited for longer."""
WAITING_MOST = 6
SPOILT = "坏"
"""In a name: its code cannot be read back."""
LEFT_OPEN = 5
"""One of so many questions is never answered."""


@dataclass(frozen=True)
class Orders:
    """What this run is to do."""

    store: str
    pack: str
    folder: str
    wire: int
    zpl: int
    tspl: int
    seed: int
    kill_at: int
    """The boundary at which it kills itself."""
    first: str = ""
    """The printer that is printed on first; any where none is named."""
    write_ahead: bool = True
    """False: broken on purpose, the fact that a job may leave is not written."""


class QuickRenderer:
    """Draws rasters as they are, and PDFs as their token alone."""

    def layouts(self) -> Any:
        return RENDERER.layouts()

    def face(self, *about: Any) -> BadgeFace:
        return RENDERER.face(*about)

    def missing(self, face: BadgeFace) -> str:
        return RENDERER.missing(face)

    def pdf(self, face: BadgeFace, layout: str, *, dpi: int = 600) -> bytes:
        if SPOILT in face.name:
            raise UnreadableCode
        return b"%PDF " + face.token.encode()

    def raster(self, face: BadgeFace, layout: str, *, dpi: int, bits: int) -> Raster:
        if SPOILT in face.name:
            raise UnreadableCode
        return RENDERER.raster(face, layout, dpi=dpi, bits=bits)


class Kiosk:
    """The services that print, and the steps at which it may die."""

    def __init__(self, orders: Orders) -> None:
        self.orders = orders
        self.chance = random.Random(orders.seed)
        catalogue = Catalogue.open(Path(orders.pack), b"k" * 32)
        self.store = open_store(Path(orders.store), b"s" * 32)
        fair, clock = catalogue.fair(), HandClock()
        self.issuing = Issuing(self.store, catalogue, KIOSKS["east-1"], fair, clock)
        ring = KeyRing(catalogue.authority(), catalogue.certificates())
        gate = Gate(self.store, catalogue, ring, self.issuing, fair, "east", clock)
        self.queue = PrintQueue(
            gate,
            self.issuing,
            _outlets(orders),
            QuickRenderer(),
            monotonic_s=lambda: time.monotonic() * SPEED,
        )
        asked = {each.attendee for each in self.queue.jobs.of(*PrintState)}
        self.left = [each for each in catalogue.attendees() if each.id not in asked]
        self.boundaries = 0

    def run(self) -> None:
        """Until nothing is left to be done."""
        while self.left or not self.rests():
            self.ask_for_some()
            self.staff()
            task = self.queue.next_task()
            if task is None:
                time.sleep(0.002)
                continue
            self.boundary(f"took {type(task).__name__}")
            outcome = task.run()
            self.boundary("ran")
            self.queue.settle(task, outcome)
            self.boundary("settled")
        print("done", flush=True)

    def rests(self) -> bool:
        """Whether no job is on its way, and staff have answered what they will."""
        jobs = self.queue.jobs
        on_the_way = jobs.of(PrintState.REQUESTED, PrintState.RENDERED, PrintState.SENT)
        return all(map(settled, on_the_way)) and not self.questions() and self.queue.rests

    def boundary(self, name: str) -> None:
        """Between two steps: say which, or die here."""
        self.boundaries += 1
        print(name, flush=True)
        if self.boundaries == self.orders.kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def ask_for_some(self) -> None:
        """The next badges, while few wait."""
        while self.left and self.queue.jobs.waiting() < WAITING_MOST:
            with self.store.transaction():
                self.issuing.print_first(self.left.pop(0))

    def questions(self) -> list[attendance.PrintRecord]:
        """What staff are asked and will answer."""
        return [each for each in self.queue.jobs.of(PrintState.UNKNOWN) if each.job % LEFT_OPEN]

    def staff(self) -> None:
        """They look at what came out, now and then; and put another printer first."""
        if self.chance.random() < 0.01:
            self.queue.print_first_on(self.chance.choice(self.queue.outlets).id)
        questions = self.questions()
        if not questions or self.chance.random() > 0.2:
            return
        asked = self.chance.choice(questions)
        attendee = self.queue.jobs.gate.attendee(asked.attendee)
        assert attendee is not None
        said = ask(self.orders.wire, do="copies", token=self.issuing.token(attendee, asked.badge))
        assert said is not None
        jobs = prints.prints_of_attendee(self.store.db, asked.attendee, fair=asked.fair)
        accounted = sum(each.state == PrintState.CONFIRMED or settled(each) for each in jobs)
        self.queue.answer(asked.job, said["copies"] > accounted, "s1")


def fast_s() -> float:
    """The queue's clock."""
    return time.monotonic() * SPEED


def _outlets(orders: Orders) -> list[Outlet]:
    def label(name: str, port: int, language: Language) -> LabelPrinter:
        return LabelPrinter(name, TcpLink("127.0.0.1", port), language, stall_s=STALL_S, clock=fast_s)

    printers = [
        (WireClient(orders.wire), "a6"),
        (label("zpl", orders.zpl, Zpl()), "label_4x3"),
        (label("tspl", orders.tspl, Tspl()), "tape_62"),
        (FolderPrinter(Path(orders.folder)), "a6"),
    ]
    chance = random.Random(orders.seed)
    chance.shuffle(printers)
    printers.sort(key=lambda each: each[0].id != orders.first)
    return [Outlet(each, Words(each.id, each.id), layout) for each, layout in printers]


def fill_up(folder: Path) -> None:
    """While a file `full` lies beside the folder, its disk takes half a file."""
    written = folder_module._write_through

    def write(path: Path, data: bytes) -> None:
        if (folder.parent / "full").exists():
            path.write_bytes(data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "no space left")
        written(path, data)

    folder_module._write_through = write


def forget_to_write_ahead() -> None:
    """The fact that a job may leave is left out."""
    recorded = Jobs.report_within

    def report(self: Jobs, job: int, said: Any, *, only_from: Any, labels: int = 0) -> bool:
        if said.state is PrintState.RENDERED:
            return True
        return recorded(self, job, said, only_from=(*only_from, PrintState.REQUESTED), labels=labels)

    Jobs.report_within = report  # type: ignore[method-assign]


def main(orders: Orders) -> None:
    """Print until all is done, or until killed."""
    fill_up(Path(orders.folder))
    if not orders.write_ahead:
        forget_to_write_ahead()
    kiosk = Kiosk(orders)
    print("ready", flush=True)
    kiosk.run()
    kiosk.store.close()


if __name__ == "__main__":
    main(Orders(**json.loads(sys.argv[1])))
