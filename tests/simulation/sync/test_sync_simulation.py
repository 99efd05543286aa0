"""Halls of machines that lose wires, power, disks and sticks, and end the day with one truth.

20,000 steps; 500,000 with FAIR_KIOSK_LONG. What must hold: `invariants`. A run that fails prints a short
script.
"""

from __future__ import annotations

import os

import pytest

from tests.simulation.sync import replay
from tests.simulation.sync.steps import script_of

LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
STEPS = 500
AT_ONCE = 5
"""Runs of one test: so several processes share them."""
RUNS = int(os.environ.get("FAIR_KIOSK_HALLS", "1000" if LONG else "40"))
FIRST = int(os.environ.get("FAIR_KIOSK_SEED", "0"))


@pytest.mark.long
@pytest.mark.parametrize("first", range(FIRST, FIRST + RUNS, AT_ONCE))
def test_all_know_all_in_the_end(first: int) -> None:
    for seed in range(first, min(first + AT_ONCE, FIRST + RUNS)):
        replay.run(script_of(seed, STEPS))
