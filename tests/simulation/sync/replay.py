"""Run a script of a simulated hall; where it fails, find a short one that does."""

from __future__ import annotations

import shutil
import tempfile
import traceback
from dataclasses import replace
from pathlib import Path

from tests.simulation.sync.steps import Script, shortened
from tests.simulation.sync.world import World

_MEMORY = Path("/dev/shm")
"""Here a sync costs nothing. What a power cut leaves of a disk is the matter of tests/simulation/power."""


def failure(script: Script) -> tuple[str, Script] | None:
    """What goes wrong when a script is run, and the script up to there; None where all holds."""
    folder = Path(tempfile.mkdtemp(dir=_MEMORY if _MEMORY.is_dir() else None, prefix="hall-"))
    world = World(script, folder)
    try:
        world.run()
    except Exception as fault:  # noqa: BLE001 - whatever it is, the script that led to it is wanted
        trace = "".join(traceback.format_exception(fault))
        return trace, replace(script, steps=script.steps[: world.done])
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return None


def shortest(script: Script, tries: int = 60) -> Script:
    """A script that fails, without most of the steps that it fails without."""
    found = failure(script)
    assert found is not None, "it does not fail"
    return shortened(found[1], lambda shorter: failure(shorter) is not None, tries)


def run(script: Script) -> None:
    """Run a script; where it fails, say how, and print a short one that does so too:
    `replay.run(Script(...))` of it shows it again."""
    found = failure(script)
    if found is not None:
        raise AssertionError(f"{found[0]}\nReplay it with replay.run:\n{shortest(script)}")
