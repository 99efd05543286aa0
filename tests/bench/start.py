"""The start of the kiosk against a bare window with the same controls: time to the first frame, and memory.

Both are real processes on Qt's offscreen platform, taken in turn. Processor time is the gate, because other
work on the machine does not change it; the clock's time is for information.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from installer.measure import Row, interleaved, median_of

PAIRS = 9
FIRST_FRAME_GOAL = 1.5
READY_GOAL = 2.5
MEMORY_GOAL = 1.6
SET_UP_TIMEOUT_S = 600  # the very first start may build the sample fair
# the renderer that a machine without a GPU gets, whatever this one has
SAME_FOR_BOTH = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "QSG_RENDER_LOOP": "basic"}
BARE = (sys.executable, str(Path(__file__).resolve().with_name("bare_window.py")))
KIOSK = (sys.executable, "-m", "kiosk", "run", "--state")


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds and processor seconds to the first frame and until a scan can be decided, processor
    seconds in all, memory once all services are made."""

    first_frame_s: float
    first_frame_cpu_s: float
    ready_s: float
    ready_cpu_s: float
    whole_cpu_s: float
    rss_kb: int


def children_cpu_s() -> float:
    """Processor seconds, user and system, of all our children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def start(command: Sequence[str]) -> Start:
    """Start a program that reports its first frame as one JSON line, and wait for its end.

    The line holds first_frame_s and rss_kb, first_frame_cpu_s, and ready_s and ready_cpu_s; who leaves the
    processor's time out is charged for the whole process, and who is ready with the first frame says no more.
    """
    environment = {**os.environ, **SAME_FOR_BOTH, "FAIR_KIOSK_BENCH_FIRST_FRAME": "1"}
    before_s = children_cpu_s()
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, timeout=SET_UP_TIMEOUT_S, check=True
    )
    said = json.loads(done.stdout.splitlines()[-1])
    whole_cpu_s = children_cpu_s() - before_s
    cpu_s = said.get("first_frame_cpu_s", whole_cpu_s)
    first_s = said["first_frame_s"]
    return Start(
        first_s,
        cpu_s,
        said.get("ready_s", first_s),
        said.get("ready_cpu_s", cpu_s),
        whole_cpu_s,
        said["rss_kb"],
    )


def measure() -> Iterator[Row]:
    """Rows: first frame and readiness in processor time (gates) and by the clock, the whole process, memory
    (a gate). A bare window is ready with its first frame."""
    with tempfile.TemporaryDirectory(prefix="fair-kiosk-") as state:
        ours = (*KIOSK, state)
        for command in (BARE, ours):  # caches filled, the sample fair installed
            start(command)
        bare, kiosk = interleaved(lambda: start(BARE), lambda: start(ours), PAIRS)
    for name, attribute, unit, goal in (
        ("start.first_frame.cpu", "first_frame_cpu_s", "s", FIRST_FRAME_GOAL),
        ("start.first_frame.clock", "first_frame_s", "s", None),
        ("start.ready.cpu", "ready_cpu_s", "s", READY_GOAL),
        ("start.ready.clock", "ready_s", "s", None),
        ("start.whole.cpu", "whole_cpu_s", "s", None),
        ("start.memory", "rss_kb", "kB", MEMORY_GOAL),
    ):
        yield Row(name, median_of(bare, attribute), median_of(kiosk, attribute), unit, goal)
