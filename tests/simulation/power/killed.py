"""Kills processes in the middle of transactions: killed.py STORE KILLS SEED

A parent that has imported everything forks one child after the other; each opens the store and records
check-ins until it is killed, after so many acknowledgements and so many microseconds as chance will have it.
Prints the last sequence that was acknowledged.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from kiosk.store.migrations import open_store
from tests.simulation.power.recorded import KEY, NOW_MS, check_in

MOST_ACKNOWLEDGED = 6
LATEST_US = 4000
_WIDTH = 8


def record(path: Path, said: int, number: int) -> None:
    """The child: it ends by being killed."""
    store = open_store(path, KEY)
    while True:
        number += 1
        with store.transaction():
            fact = store.journal.append(check_in(number % 2**63), now_ms=NOW_MS)
        os.write(said, fact.seq.to_bytes(_WIDTH, "big"))


def one(path: Path, chance: random.Random) -> int:
    """Start a child, hear it, kill it; the last sequence that it has acknowledged, or 0."""
    heard, said = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        record(path, said, chance.getrandbits(62))
        os._exit(1)
    os.close(said)
    last = 0
    for _ in range(chance.randrange(MOST_ACKNOWLEDGED)):
        last = int.from_bytes(os.read(heard, _WIDTH), "big")
    until = time.perf_counter() + chance.randrange(LATEST_US) / 1e6
    while time.perf_counter() < until:
        pass
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    rest = b"".join(iter(lambda: os.read(heard, 4096), b""))
    os.close(heard)
    return int.from_bytes(rest[-_WIDTH:], "big") if rest else last


def main(path: Path, kills: int, seed: int) -> None:
    """Kill so many, and look each time whether the next one can go on."""
    chance, last = random.Random(seed), 0
    open_store(path, KEY).close()
    for _ in range(kills):
        last = max(last, one(path, chance))
    print(last)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
