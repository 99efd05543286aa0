"""300 kills in the middle of transactions: what was acknowledged is there, and the journal is whole."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.store.migrations import open_store
from tests.simulation.power.judging import look_through
from tests.simulation.power.killed import Killing
from tests.simulation.power.transactions import KEY

PROGRAM = Path(__file__).with_name("killed.py")
CHECKOUT = Path(__file__).parents[3]
KILLS = int(os.environ.get("FAIR_KIOSK_TRANSACTION_KILLS", "300"))
SEED = os.environ.get("FAIR_KIOSK_SEED", "1")


def test_no_kill_loses_what_was_acknowledged(shelf: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(shelf), str(KILLS), SEED],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr
    opened = acknowledged = there = 0
    problems: list[str] = []
    for line in done.stdout.splitlines():
        said = json.loads(line)
        store = open_store(Path(said["store"]), KEY)
        hashes = look_through(store, problems)
        store.close()
        for origin, (seq, last) in said["known"].items():
            assert hashes[bytes.fromhex(origin)][seq - 1].hex() == last
        opened, acknowledged = opened + said["opened"], acknowledged + said["acknowledged"]
        there += sum(len(each) for each in hashes.values())
    print(f"{KILLS} kills, {opened} opened; {acknowledged} acknowledgements, {there} facts there")
    assert problems == []
    assert opened > KILLS / 2, "most are killed at work, not while they open the store"
    assert acknowledged > KILLS


def test_a_fact_that_is_lost_is_missed_by_the_next_child(shelf: Path) -> None:
    path = shelf / "lossy" / "store.db"
    path.parent.mkdir()
    open_store(path, KEY).close()
    killing = Killing(path, random.Random(1), known={b"another kiosk 02": (1, bytes(32))})
    with pytest.raises(AssertionError, match="is not there"):
        killing.kill(50)
