"""A whole check-in decision, from text to COMMIT, against what it cannot do without.

1,000,000 attendees in the fair pack, which is written once (a minute or two, 2 GB of memory, 900 MB of disk
with its plain copy) and kept in the machine's cache; 4,000 decisions stand in the store before. What the
floor is made of stands in decisions.py. Processor time is the gate; the clock's time is for information, but
for p99.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from installer.measure import Row
from tests.bench import million

ATTENDEES = 1_000_000
FEW = 1_000
ROUNDS = 3_000
FILLED = 4_000
SYNCED = 400
"""Decisions of which the syncs are counted."""
REMEMBERED = 4_000
"""Decisions after which memory is looked at: every cache of the driver's is full by then."""
DECISION_GOAL = 1.25
SYNC_GOAL = 1.1
P99_GOAL = 3.0
MEMORY_GOAL = 1.05
TIMEOUT_S = 900
PROGRAM = Path(__file__).resolve().with_name("decisions.py")
CHECKOUT = PROGRAM.parents[2]
SYNC_CALLS = "fsync,fdatasync,sync_file_range,syncfs,sync,msync"


def decisions(folder: Path, *words: str, **asked: Any) -> dict[str, Any]:
    """Run decisions.py, behind `words` where they are given, and read what it found."""
    done = subprocess.run(
        [*words, sys.executable, str(PROGRAM), str(folder), json.dumps(asked)],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.PIPE,
        timeout=TIMEOUT_S,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout) if done.stdout.strip() else {}
    return found


def p99(ranked: list[float]) -> float:
    """The value that 99 % do not exceed."""
    return ranked[max(0, round(len(ranked) * 0.99) - 1)]


def syncs(folder: Path) -> float:
    """Calls that wait for the disk, a decision, counted at the system's door: a long run less a short one."""
    counts = []
    for rounds in (1, 1 + SYNCED):
        with tempfile.NamedTemporaryFile("r", suffix=".strace") as log:
            strace = ("strace", "-f", "--seccomp-bpf", "-e", f"trace={SYNC_CALLS}", "-o", log.name)
            asked = {"attendees": ATTENDEES, "rounds": rounds, "filled": FILLED, "compare": False}
            decisions(folder, *strace, **asked)
            counts.append(sum("sync" in line.partition("(")[0] for line in log))
    return (counts[1] - counts[0]) / SYNCED


def measure() -> Iterator[Row]:
    """Rows: the decision by processor and clock, against one row, syncs, p99, memory, the cipher."""
    if shutil.which("strace") is None:
        raise subprocess.SubprocessError("strace is missing; it counts the syncs: apt-get install strace")
    folder = million.cache()
    for attendees in (FEW, ATTENDEES):  # in a process of its own, which ends with its memory
        decisions(folder, attendees=attendees, rounds=0)
    found = decisions(folder, attendees=ATTENDEES, rounds=ROUNDS, filled=FILLED)
    for which, unit in enumerate(("cpu", "clock")):
        lanes = {
            name: sorted(each[which] for each in found[name]) for name in ("ours", "floor", "plain", "row")
        }
        middle = {name: statistics.median(ranked) for name, ranked in lanes.items()}
        goal = DECISION_GOAL if unit == "cpu" else None
        yield Row(f"check_in.decision.{unit}", middle["floor"], middle["ours"], "s", goal)
        yield Row(f"check_in.against_one_row.{unit}", middle["row"], middle["ours"], "s")
        yield Row(f"check_in.p99.{unit}", middle["ours"], p99(lanes["ours"]), "s", P99_GOAL)
        yield Row(f"check_in.p99_of_floor.{unit}", middle["floor"], p99(lanes["floor"]), "s")
        yield Row(f"check_in.cipher_beside_plain.{unit}", middle["plain"], middle["floor"], "s")
    yield Row("check_in.syncs", 1, syncs(folder), "a decision", SYNC_GOAL)
    memory = [
        decisions(folder, attendees=attendees, rounds=REMEMBERED, compare=False)["rss_kb"]
        for attendees in (FEW, ATTENDEES)
    ]
    yield Row("check_in.memory", memory[0], memory[1], "kB", MEMORY_GOAL)
