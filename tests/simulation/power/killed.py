"""Kills processes in the middle of transactions: killed.py FOLDER KILLS SEED

A parent that has imported everything forks one child after the other; each opens the store and runs
transactions of every kind until it is killed, after so many acknowledgements and so many microseconds as
chance will have it. The first thing that a child does with the open store is to look for the last facts that
children before it have acknowledged: a fact that is lost is missed before another can take its place. After
so many kills a new store is begun, so that making one is killed as well. Prints a line of JSON a store: its
folder, how many children had opened it, how much they acknowledged, and what must be there.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.domain.facts import Fact
from kiosk.store.migrations import open_store
from tests.simulation.power.transactions import EVERYTHING, KEY, Work, check_in

MOST_ACKNOWLEDGED = 5
LATEST_US = 6000
PATIENCE_S = 60
KILLS_A_STORE = 60
ONLY_SOMETIMES = {"delegation", "rebuilt", "renewed"}
_RECORD = 16 + 8 + 32
FOUND, LOST = b"+" * _RECORD, b"-" * _RECORD
Known = dict[bytes, tuple[int, bytes]]
"""By origin the last acknowledged sequence and its hash."""


def child(path: Path, said: int, known: Known, chance: random.Random) -> None:
    """It ends by being killed."""
    store = open_store(path, KEY)
    for origin, (seq, last) in known.items():
        there = [fact.hash for fact in store.journal.facts(origin, seq)][:1]
        if there != [last]:
            os.write(said, LOST)
            return
    os.write(said, FOUND)

    def told(fact: Fact) -> None:
        os.write(said, fact.origin + fact.seq.to_bytes(8, "big") + fact.hash)

    work = Work(store, told, number=chance.randrange(10**6))
    while True:
        act = chance.choice(EVERYTHING)
        if act.__name__ in ONLY_SOMETIMES and chance.random() < 0.7:
            work.record(check_in(chance.getrandbits(62)))
        else:
            act(work)


@dataclass
class Killing:
    """What has come of it so far."""

    path: Path
    chance: random.Random
    known: Known = field(default_factory=dict)
    opened: int = 0
    acknowledged: int = 0

    def kill(self, times: int) -> None:
        """One after the other. AssertionError where something is amiss."""
        for _ in range(times):
            self.one()

    def one(self) -> None:
        """Start a child, hear it, kill it."""
        heard, said = os.pipe()
        seed = self.chance.getrandbits(32)
        process = os.fork()
        if process == 0:
            os.close(heard)
            try:
                child(self.path, said, self.known, random.Random(seed))
            finally:
                os._exit(1)
        os.close(said)
        heard_of = b""
        for _ in range(self.chance.randrange(MOST_ACKNOWLEDGED + 2)):
            ready, _, _ = select.select([heard], [], [], PATIENCE_S)
            assert ready, "a child says nothing"
            heard_of += os.read(heard, _RECORD)
        until = time.perf_counter() + self.chance.randrange(LATEST_US) / 1e6
        while time.perf_counter() < until:
            pass
        os.kill(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
        heard_of += b"".join(iter(lambda: os.read(heard, 1 << 16), b""))
        os.close(heard)
        self._hear(heard_of)
        assert os.WIFSIGNALED(status), "a child ended by itself"

    def _hear(self, said: bytes) -> None:
        records = [said[at : at + _RECORD] for at in range(0, len(said), _RECORD)]
        assert LOST not in records, "a fact that was acknowledged is not there"
        for record in records:
            if record == FOUND:
                self.opened += 1
            else:
                self.acknowledged += 1
                self.known[record[:16]] = int.from_bytes(record[16:24], "big"), record[24:]


def main(folder: Path, kills: int, seed: int) -> None:
    """Kill so many. The first child of each store makes it, if it lives so long."""
    open_store(folder / "first.db", KEY).close()  # loads what is loaded late
    chance = random.Random(seed)
    for first in range(0, kills, KILLS_A_STORE):
        path = folder / str(first) / "store.db"
        killing = Killing(path, chance)
        killing.kill(min(KILLS_A_STORE, kills - first))
        print(
            json.dumps(
                {
                    "store": str(path),
                    "opened": killing.opened,
                    "acknowledged": killing.acknowledged,
                    "known": {
                        origin.hex(): (seq, last.hex()) for origin, (seq, last) in killing.known.items()
                    },
                }
            ),
            flush=True,
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
