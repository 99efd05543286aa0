"""A full disk, one that became read-only, one that cannot sync: said, and nothing acknowledged is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.store import projections
from kiosk.store.migrations import open_store
from tests.simulation.power.recorded import KEY

PROGRAM = Path(__file__).with_name("faulty.py")
CHECKOUT = Path(__file__).parents[3]
LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
WRITES = int(os.environ.get("FAIR_KIOSK_WRITES", "170" if LONG else "8"))
"""At how many writes of a run the fault begins; every one there is by hand, evenly spread ones in CI."""
ALL_WRITES = 170
DECISIONS = 6
FAULTS = {
    "a full disk": ("pwrite64", "ENOSPC", {"disk_full"}),
    "a read-only disk": ("pwrite64", "EROFS", {"disk_full", "not_writable"}),
    "no sync": ("fsync", "EIO", {"disk_full"}),
}


def run(store: Path, call: str, error: str, first: int, many: int) -> list[str]:
    """Run faulty.py; `many` calls from the `first` on fail, those on the store's own files alone."""
    assert shutil.which("strace"), "strace makes calls fail: apt-get install strace"
    names = [word for end in ("", "-wal", "-shm") for word in ("-P", f"{store}{end}")]
    done = subprocess.run(
        ["strace", "-f", "-qq", "-o", "/dev/null", *names, "-e", f"trace={call}",
         "-e", f"inject={call}:error={error}:when={first}..{first + many - 1}",
         sys.executable, str(PROGRAM), str(store), str(DECISIONS)],
        cwd=CHECKOUT,
        env={"PYTHONPATH": str(CHECKOUT), "PATH": "/usr/bin:/bin"},
        stdout=subprocess.PIPE,
        text=True,
        timeout=120,
        check=True,
    )  # fmt: skip
    return done.stdout.splitlines()


def assert_kept(path: Path, lines: list[str]) -> None:
    """All that was acknowledged is in the journal, without a hole, and adds up."""
    acknowledged = [int(line.split()[1]) for line in lines if line.startswith("ack")]
    assert acknowledged == list(range(1, DECISIONS + 1)), "no hole where it failed"
    store = open_store(path, KEY)
    assert store.journal.origins() == {store.origin: DECISIONS}
    assert store.journal.verify() == ()
    digest = projections.digest(store.db)
    with store.transaction():
        projections.rebuild(store.db)
    assert projections.digest(store.db) == digest
    store.close()


@pytest.mark.parametrize("fault", FAULTS)
def test_the_disk_fails_at_every_nth_write_and_recovers(tmp_path: Path, fault: str) -> None:
    call, error, kinds = FAULTS[fault]
    firsts = range(1, ALL_WRITES, max(1, ALL_WRITES // WRITES))
    said: set[str] = set()
    for first in firsts:
        path = tmp_path / f"{first}.db"
        open_store(path, KEY).close()
        lines = run(path, call, error, first, 3)
        assert lines[-1] == "done"
        said |= {line.split()[1] for line in lines if line.startswith("fault")}
        assert_kept(path, lines)
    assert said, "some of them were felt"
    assert said <= kinds | {"missing"}, said
