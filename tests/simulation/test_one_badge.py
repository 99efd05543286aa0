"""Eight processes scan the same badge on one store: one admission, and the rest hear that it is inside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from kiosk.domain import badge
from kiosk.domain.badge_type import BadgeType
from kiosk.store import catalogue_writer, doubles, presence
from kiosk.store.migrations import open_store
from tests.services.conftest import DAY, FAIR_ID, KIOSKS, content

CHECKOUT = Path(__file__).parents[2]
PROCESS = Path(__file__).with_name("one_badge.py")
PROCESSES = 8
SCANS = int(os.environ.get("FAIR_KIOSK_SCANS", "10000" if os.environ.get("FAIR_KIOSK_LONG") else "1600"))


def test_one_badge_is_admitted_once_by_all_of_them(tmp_path: Path) -> None:
    pack, path = tmp_path / "catalogue.db", tmp_path / "store.db"
    catalogue_writer.write(pack, b"k" * 32, content())
    open_store(path, b"s" * 32).close()
    key = KIOSKS["west-1"]
    named = badge.Token(key.kid, badge.fair_number(FAIR_ID), DAY, BadgeType.EMPLOYER, 77, 5)
    words = [sys.executable, str(PROCESS), path, pack, badge.encode(named, key.sign)]
    words += [str(SCANS // PROCESSES), str(time.monotonic())]
    with ExitStack() as stack:
        running = [
            stack.enter_context(
                subprocess.Popen(
                    words,
                    cwd=CHECKOUT,
                    env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            for _ in range(PROCESSES)
        ]
        for each in running:
            assert each.stdout is not None
            assert each.stdout.readline() == "ready\n"
        for each in running:
            assert each.stdin is not None
            each.stdin.write("go\n")
            each.stdin.flush()
        outs = [each.communicate(timeout=600)[0] for each in running]
    counted = sum((Counter(json.loads(out)) for out in outs), Counter())
    assert all(each.returncode == 0 for each in running)
    assert counted["welcome"] == 1
    assert counted["repeated"] + counted["already_inside"] == SCANS // PROCESSES * PROCESSES - 1
    assert counted["already_inside"] > counted["repeated"]
    store = open_store(path, b"s" * 32)
    assert presence.occupancy(store.db, FAIR_ID, DAY) == 1
    assert doubles.double_admissions(store.db, FAIR_ID) == ()
    assert store.journal.verify() == ()
    store.close()
    print(dict(counted))
