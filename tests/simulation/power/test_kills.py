"""300 kills in the middle of transactions: what was acknowledged is there, and the journal is whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from kiosk.store import projections
from kiosk.store.migrations import open_store
from tests.simulation.power.recorded import KEY

PROGRAM = Path(__file__).with_name("killed.py")
CHECKOUT = Path(__file__).parents[3]
KILLS = int(os.environ.get("FAIR_KIOSK_TRANSACTION_KILLS", "300"))
SEED = os.environ.get("FAIR_KIOSK_SEED", "1")


def test_no_kill_loses_what_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(path), str(KILLS), SEED],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=900,
    )
    acknowledged = int(done.stdout)
    store = open_store(path, KEY)
    there = store.journal.origins()[store.origin]
    assert acknowledged <= there <= acknowledged + KILLS, "at most one a kill was on disk and not yet said"
    assert acknowledged > KILLS
    assert store.journal.verify() == ()
    digest = projections.digest(store.db)
    with store.transaction():
        projections.rebuild(store.db)
    assert projections.digest(store.db) == digest
    store.close()
    print(f"{KILLS} kills, {acknowledged} facts acknowledged, {there} there")
