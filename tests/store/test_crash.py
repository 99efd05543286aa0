"""What has been acknowledged survives a kill, a full disk and a torn write-ahead log."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import kiosk
from kiosk.store import projections
from kiosk.store.migrations import Store, open_store

ROOT = Path(kiosk.__file__).parents[1]
RECORDS = """
import sys
from pathlib import Path
from kiosk.domain import facts
from kiosk.store import bodies
from kiosk.store.migrations import open_store
from kiosk.domain.attendee import Person

def one(store, number):
    with store.transaction():
        personal = bodies.personal_for(Person("林示远"))
        body = facts.AttendeeRegistered("f", number, 1, "1", "", "", facts.personal_digest(personal))
        store.journal.append(body, now_ms=number, personal=personal)
        body = facts.CheckIn("f", "east", "admit", ("welcome",), "badge", number, number, 1)
        fact = store.journal.append(body, now_ms=number)
    print(fact.seq, flush=True)

store = open_store(Path(sys.argv[1]), bytes(range(32)))
"""
FOREVER = RECORDS + "for number in range(10**9): one(store, number)\n"
FULL_DISK = (
    RECORDS
    + """
import resource
from kiosk.store.faults import StoreFault
one(store, 0)
used = max(each.stat().st_size for each in Path(sys.argv[1]).parent.iterdir())
resource.setrlimit(resource.RLIMIT_FSIZE, (used + int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    for number in range(1, 10**9):
        one(store, number)
except StoreFault as fault:
    print(fault.kind)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
one(store, number)
"""
)


def start(code: str, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def whole(store: Store) -> bool:
    """The journal verifies, and what it adds up to is what stands in the projections."""
    digest = projections.digest(store.db)
    with store.transaction():
        projections.rebuild(store.db)
    return store.journal.verify() == () and projections.digest(store.db) == digest


@pytest.mark.parametrize("lines", [1, 20, 150])
def test_a_kill_loses_nothing_that_was_acknowledged(tmp_path: Path, key: bytes, lines: int) -> None:
    path = tmp_path / "store.db"
    with start(FOREVER, str(path)) as recording:
        assert recording.stdout is not None
        acknowledged = [int(recording.stdout.readline()) for _ in range(lines)]
        recording.send_signal(signal.SIGKILL)
        acknowledged += [int(line) for line in recording.stdout if line.endswith("\n")]
    store = open_store(path, key)
    assert store.journal.origins()[store.origin] >= acknowledged[-1] >= 2 * lines
    assert store.journal.origins()[store.origin] % 2 == 0, "both facts of a transaction, or none"
    assert whole(store)
    store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="limits a file's size as POSIX does")
@pytest.mark.parametrize("room", [0, 30_000, 200_000])
def test_a_full_disk_loses_nothing_and_passes(tmp_path: Path, key: bytes, room: int) -> None:
    path = tmp_path / "store.db"
    with start(FULL_DISK, str(path), str(room)) as recording:
        out, err = recording.communicate(timeout=60)
    lines = out.split()
    assert err == ""
    assert lines[-2] == "disk_full"
    sequences = [int(line) for line in (*lines[:-2], lines[-1])]
    assert sequences == list(range(2, 2 * len(sequences) + 1, 2)), "no hole where the disk was full"
    store = open_store(path, key)
    assert store.journal.origins()[store.origin] == sequences[-1]
    assert whole(store)
    store.close()


def test_a_torn_log_keeps_a_whole_journal(tmp_path: Path, key: bytes) -> None:
    """A power cut may cut the log anywhere: what opens is a prefix of the journal, and it verifies.

    Nothing beyond the cut was acknowledged then, so the mark beside the store knows of none of it.
    """
    path = tmp_path / "store.db"
    with start(FOREVER, str(path)) as recording:
        assert recording.stdout is not None
        for _ in range(30):
            recording.stdout.readline()
        recording.send_signal(signal.SIGKILL)
    base, log = path.read_bytes(), (tmp_path / "store.db-wal").read_bytes()
    chance = random.Random(5)
    for _ in range(8):
        path.write_bytes(base)
        (tmp_path / "store.db-wal").write_bytes(log[: chance.randrange(len(log))])
        (tmp_path / "store.db-shm").unlink(missing_ok=True)
        (tmp_path / "store.db-head").unlink()
        store = open_store(path, key)
        assert store.journal.origins().get(store.origin, 0) % 2 == 0
        assert whole(store)
        store.close()
