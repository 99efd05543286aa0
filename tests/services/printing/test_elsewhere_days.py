"""Days of badges that two kiosks ask for at each other's printers: printed once, whatever happens between.

Seeded: each step is drawn, facts travel or do not, either process is killed at any step, printers jam. What a
failing seed did is printed. FAIR_KIOSK_LONG walks more of them.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from kiosk.domain.printer_trouble import Trouble
from kiosk.domain.printing import PrintState
from kiosk.services.printing.jobs import settled
from kiosk.store import prints
from tests.services.exchanging import exchange, hear
from tests.services.printing.conftest import Desk
from tests.services.printing.test_elsewhere import Pair

SEEDS = range(150) if os.environ.get("FAIR_KIOSK_LONG") else range(3)
STEPS = 120
PEOPLE = (1, 2, 4, 10)
TROUBLES = (None, None, Trouble.JAM, Trouble.PAPER_OUT)


class Day:
    """Both kiosks ask and print; a hand that draws what happens."""

    def __init__(self, pair: Pair, seed: int) -> None:
        self.pair = pair
        self.random = Random(seed)
        self.sides = ((pair.east, pair.west), (pair.west, pair.east))
        self.jobs: set[int] = set()
        self.told: list[str] = []

    def step(self) -> None:
        """One thing happens."""
        here, there = self.random.choice(self.sides)
        acts: dict[str, tuple[int, Callable[[], object]]] = {
            "ask": (3, lambda: self.ask(here, there)),
            "recall": (2, lambda: self.recall(here)),
            "work": (8, here.step),
            "feed": (3, here.printers[0].feed),
            "time": (4, lambda: self.time(here)),
            "hear": (5, lambda: hear(here.bench, there.bench)),
            "trouble": (1, lambda: self.trouble(here)),
            "kill": (2, here.crash),
        }
        name = self.random.choices(list(acts), [weight for weight, _ in acts.values()])[0]
        self.told.append(f"{name} {here.printers[0].id}")
        acts[name][1]()
        for each in (self.pair.east_printer, self.pair.west_printer):
            assert all(count == 1 for count in each.came_out.values()), self.told
        assert not self.pair.east_printer.came_out.keys() & self.pair.west_printer.came_out.keys(), self.told

    def ask(self, here: Desk, there: Desk) -> None:
        gate = here.bench.gate
        attendee = gate.attendee(self.random.choice(PEOPLE))
        at = self.random.choice((b"", there.bench.gate.store.origin))
        with gate.store.transaction():
            badge = gate.issuing.issue_reserved(attendee)
            job = gate.issuing.request_print(badge, attendee.id, reason="first", by="s1", at=at)
        self.jobs.add(job)

    def recall(self, here: Desk) -> None:
        waiting = [each.job for each in here.queue.standing().waiting]
        if waiting:
            here.queue.cancel(self.random.choice(waiting), "s1")

    def time(self, here: Desk) -> None:
        here.now_s += self.random.choice((0.3, 2, 25, 70))

    def trouble(self, here: Desk) -> None:
        here.printers[0].trouble = self.random.choice(TROUBLES)

    def evening(self) -> None:
        """All is mended, all is heard, and nothing is left to do."""
        for here, _ in self.sides:
            here.printers[0].trouble = None
        for _ in range(2):
            exchange(self.pair.east.bench, self.pair.west.bench)
            for here, _ in self.sides:
                for _ in range(8):
                    here.now_s += 30
                    here.work()
        exchange(self.pair.east.bench, self.pair.west.bench)

    def check(self) -> None:
        """Both say the same of every job, and what they say is so."""
        came_out = self.pair.came_out
        for job in self.jobs:
            east, west = (prints.print_job(desk.bench.gate.store.db, job) for desk, _ in self.sides)
            assert east is not None
            assert west is not None
            assert (east.state, east.printer) == (west.state, west.printer), self.told
            if east.state == PrintState.CONFIRMED:
                assert came_out.get(job) == 1, self.told
            elif east.state in {PrintState.CANCELLED, PrintState.FAILED}:
                assert job not in came_out, (east, self.told)
            else:
                assert east.state == PrintState.UNKNOWN or settled(east), (east, self.told)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_day_ends_with_every_badge_printed_once_or_told(kiosk_at: Callable[[str], Any], seed: int) -> None:
    day = Day(Pair(kiosk_at("east-1"), kiosk_at("west-1")), seed)
    for _ in range(STEPS):
        day.step()
    day.evening()
    day.check()
