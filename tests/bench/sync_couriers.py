"""Forty couriers in one process, for sync_hall.py: sync_couriers.py '{"states": [...], "span_s": 20, ...}'.

Each has its own state folder, store, keys and connection to the hub, and each kiosk records so many facts a
second, in a connection to the store of its own, as a kiosk beside its courier does. How long a fact takes is
from its commit there to the commit at each other courier. Prints a JSON object.
"""

from __future__ import annotations

import asyncio
import json
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kiosk.app import State, provider
from kiosk.app.courier import StoreBooks, courier_parts
from kiosk.app.incarnation import settle
from kiosk.config import read
from kiosk.domain import facts
from kiosk.keys.signing import SigningKey
from kiosk.store.migrations import Store, open_store
from kiosk.sync.conversation import TakenIn
from kiosk.sync.ledger import StoreLedger
from kiosk.sync.network.courier import Courier

FAIR = "bj-2026-reverse"
CONNECTED_S = 60.0
SETTLED_S = 120.0


@dataclass
class Times:
    """When facts were committed: where they were recorded, and everywhere else."""

    committed: dict[tuple[bytes, int], float] = field(default_factory=dict)
    arrivals: list[float] = field(default_factory=list)
    known: list[dict[bytes, int]] = field(default_factory=list)
    """By courier: origin, and how far it has been seen here."""

    def taken(self, at: int, taken: TakenIn) -> None:
        """A courier has committed something."""
        now = time.perf_counter()
        known = self.known[at]
        for standing in taken.standings:
            for seq in range(known.get(standing.origin, 0) + 1, standing.seq + 1):
                began = self.committed.get((standing.origin, seq))
                if began is not None:
                    self.arrivals.append(now - began)
            known[standing.origin] = max(standing.seq, known.get(standing.origin, 0))


class NotingLedger(StoreLedger):
    """Notes when it has committed."""

    times: Times
    at: int

    def take(self, segments: Sequence[bytes]) -> TakenIn:
        """As every ledger; then note it."""
        taken = super().take(segments)
        self.times.taken(self.at, taken)
        return taken


@dataclass
class Machine:
    """A kiosk without a window, and its courier."""

    open_store: Callable[[], Store]
    courier: Courier
    connected: bool = False


def make(state: State, at: int, times: Times) -> Machine:
    """Open a kiosk's store, and what its courier is made of."""
    settings = read(state.config)
    secrets = provider(settings, state, str).load()

    def opened() -> Store:
        return open_store(state.store, secrets.store_key)

    store = opened()
    settle(store, state.store, SigningKey.from_seed(secrets.issuing_seed).public, int(time.time() * 1000))
    store.close()
    made: list[Machine] = []
    parts = courier_parts(settings, state, secrets, lambda said: _heard(made, said))
    times.known.append({})
    opening = parts.open_books

    def open_noting() -> StoreBooks:
        books = opening()
        assert isinstance(books, StoreBooks)
        books.ledger.__class__ = NotingLedger
        books.ledger.times, books.ledger.at = times, at  # type: ignore[attr-defined]
        return books

    made.append(Machine(opened, Courier(replace(parts, open_books=open_noting))))
    return made[0]


def _heard(made: list[Machine], said: Any) -> None:
    made[0].connected = any(each.connected for each in said.peers)


def record(
    machines: Sequence[Machine],
    loop: asyncio.AbstractEventLoop,
    times: Times,
    span_s: float,
    each_per_s: float,
) -> None:
    """On a thread: every kiosk records so many facts a second, one after the other."""
    step_s = 1 / (each_per_s * len(machines))
    stores = [each.open_store() for each in machines]
    began = time.perf_counter()
    number = 0
    while (due := began + number * step_s) < began + span_s:
        time.sleep(max(0.0, due - time.perf_counter()))
        store, courier = stores[number % len(stores)], machines[number % len(machines)].courier
        body = facts.CheckIn(
            FAIR, "east", "admit", ("welcome",), "code", 10**12 + number, badge_type=1, day=2523, hall="1"
        )
        with store.transaction():
            fact = store.journal.append(body, now_ms=int(time.time() * 1000))
        times.committed[fact.origin, fact.seq] = time.perf_counter()
        loop.call_soon_threadsafe(courier.nudge)
        number += 1
    for each in stores:
        each.close()


async def run(asked: Mapping[str, Any]) -> dict[str, Any]:
    """All of it."""
    times = Times()
    machines = [make(State(Path(each)), at, times) for at, each in enumerate(asked["states"])]
    tasks = [asyncio.create_task(each.courier.run()) for each in machines]
    await _until(lambda: all(each.connected for each in machines), CONNECTED_S)
    await asyncio.sleep(2)  # hellos and vectors are said
    loop = asyncio.get_running_loop()
    before_s = time.process_time()
    recorder = threading.Thread(
        target=record, args=(machines, loop, times, asked["span_s"], asked["each_per_s"])
    )
    recorder.start()
    await asyncio.to_thread(recorder.join)
    wanted = len(times.committed) * (len(machines) - 1)
    await _until(lambda: len(times.arrivals) >= wanted, SETTLED_S)
    used_s = time.process_time() - before_s
    for each in tasks:
        each.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return {
        "facts": len(times.committed),
        "times_s": times.arrivals,
        "missing": wanted - len(times.arrivals),
        "cpu_s": used_s,
    }


async def _until(condition: Any, deadline_s: float) -> None:
    end = time.monotonic() + deadline_s
    while not condition() and time.monotonic() < end:
        await asyncio.sleep(0.1)


if __name__ == "__main__":
    print(json.dumps(asyncio.run(run(json.loads(sys.argv[1])))))
