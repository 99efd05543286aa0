from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kiosk
from kiosk.domain import facts
from kiosk.store import ballast
from kiosk.store.ballast import BallastState
from kiosk.store.faults import StoreFault, StoreFaultKind
from kiosk.store.migrations import Store, open_store

ROOT = Path(kiosk.__file__).parents[1]
SIGNED_IN = facts.StaffSignedIn("f", "s1")

FULL_DISK = """
import os, subprocess, sys
from pathlib import Path
from kiosk.domain import facts
from kiosk.store import ballast
from kiosk.store.faults import StoreFault
from kiosk.store.migrations import open_store

disk, most, low = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", str(disk)], check=True)
ballast.LOW_BYTES = low
path = disk / "store.db"
store = open_store(path, bytes(range(32)))
print(ballast.make(path))

def decide(number):
    body = facts.CheckIn("f", "east", "admit", ("welcome",), "badge", number, number, 1, 2523)
    with store.transaction():
        return store.journal.append(body, now_ms=number).seq

def fill():
    with open(disk / "fill", "ab", buffering=0) as file:
        for size in (1 << 20, 4096, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue

for number in range(1, 21):
    decide(number)
fill()
print(ballast.free_bytes(path))
recorded, failed = 0, 0
while recorded < most and failed < 2:
    try:
        decide(21 + recorded)
        recorded += 1
    except StoreFault as fault:
        failed += 1
        kind = fault.kind
print(recorded, failed, ballast.state(path))
fill()
store.close()
store = open_store(path, bytes(range(32)))
print(store.journal.origins()[store.origin], store.journal.verify())
(disk / "fill").unlink()
print(ballast.make(path), decide(10**6))
"""


def has_namespaces() -> bool:
    """Whether this machine lets a test mount a disk of its own."""
    if shutil.which("unshare") is None:
        return False
    words = ["unshare", "-rm", "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", "/mnt"]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


@pytest.fixture
def path(store: Store) -> Path:
    """Where the store lies."""
    return store.path


def test_it_is_really_allocated(path: Path) -> None:
    assert ballast.state(path) is BallastState.GIVEN_UP
    assert ballast.make(path) is BallastState.WHOLE
    there = ballast.ballast_path(path).stat()
    assert there.st_size == ballast.BALLAST_BYTES
    assert there.st_blocks * 512 >= ballast.BALLAST_BYTES
    before = there.st_mtime_ns
    assert ballast.make(path) is BallastState.WHOLE
    assert ballast.ballast_path(path).stat().st_mtime_ns == before


def test_it_is_written_where_it_cannot_be_allocated(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "posix_fallocate")
    assert ballast.make(path) is BallastState.WHOLE
    assert ballast.ballast_path(path).stat().st_blocks * 512 >= ballast.BALLAST_BYTES


def test_it_is_not_made_where_room_is_short(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ballast, "free_in", lambda _: ballast.ROOM_BYTES - 1)
    assert ballast.make(path) is BallastState.GIVEN_UP
    assert not ballast.ballast_path(path).exists()


def test_half_a_ballast_is_none_and_is_made_whole(path: Path) -> None:
    ballast.ballast_path(path).write_bytes(b"half")
    assert ballast.state(path) is BallastState.GIVEN_UP
    assert ballast.make(path) is BallastState.WHOLE


def test_it_is_given_up_before_the_disk_is_full(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ballast.make(path)
    monkeypatch.setattr(ballast, "free_in", lambda _: ballast.LOW_BYTES)
    with store.transaction():
        store.journal.append(SIGNED_IN, now_ms=1)
    assert ballast.state(path) is BallastState.WHOLE
    monkeypatch.setattr(ballast, "free_in", lambda _: ballast.LOW_BYTES - 1)
    with store.transaction():
        store.journal.append(SIGNED_IN, now_ms=1)
    assert ballast.state(path) is BallastState.GIVEN_UP
    assert store.journal.origins()[store.origin] == 2


def test_a_failed_transaction_gives_it_up_and_work_is_done_again(store: Store, path: Path) -> None:
    """A quota says no although the disk has room."""
    ballast.make(path)
    tries = []

    def work() -> int:
        seq = store.journal.append(SIGNED_IN, now_ms=1).seq
        tries.append(seq)
        if len(tries) == 1:
            raise StoreFault(StoreFaultKind.DISK_FULL)
        return seq

    assert store.run(work) == 1
    assert tries == [1, 1], "the first try left nothing"
    assert ballast.state(path) is BallastState.GIVEN_UP


def test_other_faults_and_a_second_one_are_not_tried_again(store: Store, path: Path) -> None:
    tries = []

    def fail(kind: StoreFaultKind) -> None:
        tries.append(kind)
        raise StoreFault(kind)

    ballast.make(path)
    for kind, count in ((StoreFaultKind.BUSY, 1), (StoreFaultKind.DISK_FULL, 2)):
        tries.clear()
        with pytest.raises(StoreFault) as caught:
            store.run(lambda kind=kind: fail(kind))  # type: ignore[misc]
        assert (caught.value.kind, len(tries)) == (kind, count)


def test_opening_on_a_full_disk_gives_it_up(path: Path, store: Store, key: bytes) -> None:
    ballast.make(path)
    store.close()
    tries = []

    def full_at_first(path: Path, key: bytes) -> Store:
        tries.append(path)
        if len(tries) == 1:
            raise StoreFault(StoreFaultKind.DISK_FULL)
        return opened(path, key)

    from kiosk.store import migrations  # noqa: PLC0415

    opened = migrations._open
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(migrations, "_open", full_at_first)
        open_store(path, key).close()
    assert ballast.state(path) is BallastState.GIVEN_UP


@pytest.mark.skipif(not has_namespaces(), reason="needs a small disk of its own: unshare -rm mount")
@pytest.mark.parametrize(("most", "low", "failed"), [(600, ballast.LOW_BYTES, 0), (600, 0, 1)])
def test_a_disk_that_is_full_to_the_last_byte(tmp_path: Path, most: int, low: int, failed: int) -> None:
    """Scans go on, for 600 decisions here and for thousands in all; also a full disk opens again.

    With `low` at 0 nobody looks ahead: one transaction fails, and the next one has the ballast's room.
    """
    words = ["unshare", "-rm", sys.executable, "-c", FULL_DISK, str(tmp_path), str(most), str(low)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "whole",
        "0",
        f"{most} {failed} given_up",
        f"{20 + most} ()",
        f"whole {20 + most + 1}",
    ]
