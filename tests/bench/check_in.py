"""A whole check-in decision, from text to COMMIT, against what it cannot do without.

1,000,000 attendees in the fair pack, which is written once and kept in the machine's cache. What the floor is
made of stands in decisions.py. Processor time is the gate; the clock's time is for information.
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

ATTENDEES = 1_000_000
FEW = 20_000
"""A fair's own size: the pack is larger than what SQLite keeps of it in memory."""
ROUNDS = 1_500
SYNCED = 300
"""Decisions of which the syncs are counted."""
DECISION_GOAL = 1.25
SYNC_GOAL = 1.1
P99_GOAL = 3.0
MEMORY_GOAL = 1.05
TIMEOUT_S = 900
PROGRAM = Path(__file__).resolve().with_name("decisions.py")
CHECKOUT = PROGRAM.parents[2]
VERSION = "2"
"""Of the kept pack: another one where its tables change."""


def cache() -> Path:
    """Where the pack is kept between runs."""
    folder = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "fair-kiosk-bench" / VERSION
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def decide(folder: Path, attendees: int, rounds: int, *words: str, **options: Any) -> dict[str, Any]:
    """Run decisions.py, behind `words` where they are given, and read what it measured."""
    command = [*words, sys.executable, str(PROGRAM), str(folder), str(attendees), str(rounds)]
    done = subprocess.run(
        [*command, json.dumps(options)],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.PIPE,
        timeout=TIMEOUT_S,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout) if done.stdout.strip() else {}
    return found


def seconds(samples: list[list[float]], which: int) -> list[float]:
    """CPU (0) or wall (1) seconds, sorted."""
    return sorted(each[which] for each in samples)


def p99(ranked: list[float]) -> float:
    """The value that 99 % do not exceed."""
    return ranked[round(len(ranked) * 0.99) - 1]


def syncs(folder: Path, attendees: int) -> float:
    """fdatasync and fsync a decision, counted at the system's door: a long run less a short one."""
    if shutil.which("strace") is None:
        raise subprocess.SubprocessError("strace is missing; it counts the syncs: apt-get install strace")
    counts = []
    for rounds in (1, 1 + SYNCED):
        with tempfile.NamedTemporaryFile("r", suffix=".strace") as log:
            decide(
                folder, attendees, rounds, "strace", "-f", "-e", "trace=fdatasync,fsync", "-o", log.name,
                ours_only=True, name="synced", before=5,
            )  # fmt: skip
            counts.append(sum("sync(" in line for line in log))
    return (counts[1] - counts[0]) / SYNCED


def measure() -> Iterator[Row]:
    """Rows: the decision by processor and clock, against one row, syncs, p99, memory, the cipher."""
    folder = cache()
    for attendees in (FEW, ATTENDEES):  # in a process of its own, which ends with its memory
        decide(folder, attendees, 1, make=True)
    found = decide(folder, ATTENDEES, ROUNDS)
    cpu, wall = (seconds(found["ours"], which) for which in (0, 1))
    floors = [statistics.median(seconds(found["floor"], which)) for which in (0, 1)]
    rows = [statistics.median(seconds(found["row"], which)) for which in (0, 1)]
    middle = [statistics.median(each) for each in (cpu, wall)]
    yield Row("check_in.decision.cpu", floors[0], middle[0], "s", DECISION_GOAL)
    yield Row("check_in.decision.clock", floors[1], middle[1], "s")
    yield Row("check_in.against_one_row.cpu", rows[0], middle[0], "s")
    yield Row("check_in.against_one_row.clock", rows[1], middle[1], "s")
    yield Row("check_in.syncs", 1, syncs(folder, FEW), "a decision", SYNC_GOAL)
    yield Row("check_in.p99.cpu", middle[0], p99(cpu), "s", P99_GOAL)
    yield Row("check_in.p99.clock", middle[1], p99(wall), "s", P99_GOAL)
    memory = [
        decide(folder, attendees, SYNCED, ours_only=True, name="memory")["rss_kb"]
        for attendees in (FEW, ATTENDEES)
    ]
    yield Row("check_in.memory", memory[0], memory[1], "kB", MEMORY_GOAL)
    plain = decide(folder, FEW, SYNCED, plain=True, name="plain")
    locked = decide(folder, FEW, SYNCED, name="locked")
    for name, which in (("cpu", 0), ("clock", 1)):
        yield Row(
            f"check_in.cipher.{name}",
            statistics.median(seconds(plain["ours"], which)),
            statistics.median(seconds(locked["ours"], which)),
            "s",
        )
