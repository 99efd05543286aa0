"""`python -m tests.simulation.monkey SEED [--steps N] [--world fakes|real] [--trace FILE] [--reduce FILE]`.

Plays a seed's steps, or those of a trace, on the real window, and says what went wrong. Where something did
(an exception, a crash, a way out), its steps are kept in FILE, reduced; each try has its own process.
"""

from __future__ import annotations

import argparse
import faulthandler
import itertools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp(prefix="fair-kiosk-config-")

from PySide6.QtGui import QGuiApplication

from kiosk.ui.window import prepare_environment
from tests.simulation.monkey.reduce import reduced
from tests.simulation.monkey.steps import Step, steps
from tests.simulation.monkey.walk import AWAY_EVERY, Walk, Wrong, keep, kept, resident_kb
from tests.simulation.monkey.worlds import WORLDS

FAILED = 1


def main(arguments: Sequence[str]) -> int:
    """0 where all was well, 1 where something was wrong."""
    asked = parser().parse_args(arguments)
    faulthandler.enable()
    trace = kept(asked.trace) if asked.trace else list(itertools.islice(steps(asked.seed), asked.steps))
    if asked.reduce:
        return reduce_into(asked.reduce, trace, asked.world, asked.said)
    prepare_environment()
    application = QGuiApplication.instance() or QGuiApplication(["kiosk"])
    walk = Walk(WORLDS[asked.world]())
    began_s = time.monotonic()
    try:
        for at in range(0, len(trace), AWAY_EVERY):
            walk.play(trace[at : at + AWAY_EVERY])
            if not asked.quiet and at % 5000 == 0:
                print(
                    f"{walk.done} steps, {resident_kb()} kB, {time.monotonic() - began_s:.0f} s", flush=True
                )
    except Wrong as wrong:
        print(wrong, flush=True)
        return FAILED
    finally:
        walk.world.close()
    print(f"{walk.done} steps, all well; pages: {', '.join(sorted(walk.pages))}", flush=True)
    del application
    return 0


def reduce_into(path: Path, trace: Sequence[Step], world: str, said: str) -> int:
    """Find the fewest steps that fail, or at which something is said, each try in a process of its own."""

    def fails(tried: Sequence[Step]) -> bool:
        keep(path, tried)
        command = [sys.executable, "-m", "tests.simulation.monkey", "0", "--quiet", "--world", world]
        done = subprocess.run([*command, "--trace", str(path)], capture_output=True, text=True, check=False)
        return said in done.stderr if said else done.returncode != 0

    if not fails(trace):
        print("all is well: there is nothing to reduce")
        return 0
    left = reduced(trace, fails)
    keep(path, left)
    print(f"{len(left)} of {len(trace)} steps, in {path}:")
    for each in left:
        print(f"  {each}")
    return FAILED


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog="python -m tests.simulation.monkey", description=__doc__)
    made.add_argument("seed", type=int)
    made.add_argument("--steps", type=int, default=5000)
    made.add_argument("--world", choices=sorted(WORLDS), default="fakes")
    made.add_argument("--trace", type=Path, help="play these steps, a JSON list a line, in place of a seed's")
    made.add_argument("--reduce", type=Path, help="reduce what fails, and keep it here")
    made.add_argument("--said", default="", help="reduce to what makes this be said on standard error")
    made.add_argument("--quiet", action="store_true")
    return made


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
