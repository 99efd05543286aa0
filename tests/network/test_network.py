"""A hub and kiosks as real processes, each on a network of its own: whatever befalls them, one truth.

With FAIR_KIOSK_LONG fifty schedules of a hub and five kiosks; else one short one of a hub and two.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.network import schedule as schedules
from tests.network import venue as venues
from tests.network.hall import wanting
from tests.network.running import Running, report

LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
SCHEDULES = int(os.environ.get("FAIR_KIOSK_SCHEDULES", "50" if LONG else "1"))
SEED = int(os.environ.get("FAIR_KIOSK_SEED", "1"))
KIOSKS, SPAN_S, GAP_S = (5, 20.0, 0.7) if LONG else (2, 3.0, 0.5)


def test_whatever_befalls_a_hall_it_ends_the_day_with_one_truth(tmp_path: Path) -> None:
    reason = wanting()
    if reason:
        pytest.skip(reason)
    venue = venues.make(tmp_path / "venue", KIOSKS)
    names = [venues.kiosk_name(number) for number in range(1, KIOSKS + 1)]
    outcomes = []
    for seed in range(SEED, SEED + SCHEDULES):
        schedule = schedules.make(seed, venues.HUB, names, SPAN_S, GAP_S)
        outcome = Running(venue, tmp_path / f"schedule-{seed}", schedule, KIOSKS).run()
        outcomes.append(outcome)
        print(f"FAIR_KIOSK_SEED={seed}", schedule.topology, outcome, flush=True)
        assert not outcome.worst, f"FAIR_KIOSK_SEED={seed} FAIR_KIOSK_SCHEDULES=1: {schedule}"
    print(report(outcomes))
