"""A full disk, one that became read-only, one that cannot sync: said, and nothing acknowledged is lost."""

from __future__ import annotations

import os
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.simulation.power.disk import read_image
from tests.simulation.power.judging import Judge, Promises
from tests.simulation.power.trace import CHECKOUT, strace

PROGRAM = Path(__file__).with_name("faulty.py")
LONG = bool(os.environ.get("FAIR_KIOSK_LONG"))
POINTS = int(os.environ.get("FAIR_KIOSK_FAULT_POINTS", "100000" if LONG else "10"))
"""At how many calls of each kind the fault begins: every one by hand; in CI half of them in the first fifth
of a trial, in which the store is made, and half in the rest."""
AT = 1000
"""More calls than a process makes."""


@dataclass(frozen=True)
class Fault:
    """What fails, how often in a row (0 for ever), how many such calls a trial makes, and what is said."""

    call: str
    error: str
    times: int
    calls: int
    kinds: frozenset[str]
    starts_again: bool = False
    """Whether it may take another start: SQLite opens for reading what it cannot open for writing."""

    @property
    def goes_on(self) -> bool:
        """Whether the same process records again when the cause has ended."""
        return self.times > 0 and not self.starts_again

    @property
    def inject(self) -> str:
        """As strace is told of it."""
        last = f"..{AT + self.times - 1}" if self.times else "+"
        return f"inject={self.call}:error={self.error}:when={AT}{last}"


FULL, NOT_WRITABLE, MISSING = frozenset({"disk_full"}), frozenset({"not_writable"}), frozenset({"missing"})
AMISS = {"damaged erased"}
"""An erasure says of a sync or a length that fails while it folds the log in that the file is damaged; it is
not, and erasing again goes through."""
FAULTS = {
    "a full disk, for a moment": Fault("pwrite64", "ENOSPC", 3, 650, FULL),
    "a full disk, for good": Fault("pwrite64", "ENOSPC", 0, 650, FULL),
    "a read-only disk, for a moment": Fault("pwrite64", "EROFS", 3, 650, FULL | NOT_WRITABLE),
    "a read-only disk, for good": Fault("pwrite64", "EROFS", 0, 650, FULL | NOT_WRITABLE),
    "syncs that fail, for a moment": Fault("fsync", "EIO", 2, 51, FULL | NOT_WRITABLE),
    "syncs that fail, for good": Fault("fsync", "EIO", 0, 51, FULL | NOT_WRITABLE),
    "lengths that cannot change": Fault("ftruncate", "EROFS", 2, 10, FULL | NOT_WRITABLE),
    "files that cannot be opened": Fault("openat", "EROFS", 1, 15, FULL | NOT_WRITABLE | MISSING, True),
    "names that cannot be removed": Fault("unlink", "EROFS", 1, 9, FULL | NOT_WRITABLE),
    "names that cannot be made": Fault("link", "ENOSPC", 1, 1, FULL),
}


def trials(folder: Path, fault: Fault, firsts: list[int]) -> dict[str, list[list[str]]]:
    """What each process said, by the first call that failed."""
    words = [str(PROGRAM), str(folder), fault.call, str(AT), *map(str, firsts)]
    done = subprocess.run(
        [*strace(Path("/dev/null"), "-e", f"trace={fault.call}", "-e", fault.inject), *words],
        cwd=CHECKOUT,
        env={"PYTHONPATH": str(CHECKOUT), "PATH": "/usr/bin:/bin"},
        stdout=subprocess.PIPE,
        text=True,
        timeout=1800,
        check=True,
    )
    said: dict[str, list[list[str]]] = {str(first): [] for first in firsts}
    for line in done.stdout.splitlines():
        name, *rest = line.split()
        if name in said:
            said[name].append(rest)
    return said


def points(calls: int) -> list[int]:
    """The calls at which the fault begins, from 1."""
    making = calls // 5
    each = max(1, POINTS // 2)
    return [
        *range(1, making + 1, max(1, making // each)),
        *range(making + 1, calls + 1, max(1, (calls - making) // each)),
    ]


@pytest.mark.parametrize("name", FAULTS)
def test_the_disk_fails_at_every_nth_call(name: str, shelf: Path) -> None:
    fault = FAULTS[name]
    folder = shelf / name
    folder.mkdir()
    firsts = points(fault.calls)
    kinds: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    problems = []
    for first, lines in trials(folder, fault, firsts).items():
        promises = Promises()
        for line in lines:
            promises.hear(line)
        kinds.update(f"{line[1]} {line[2]}" for line in lines if line[0] == "fault")
        ends[lines[-1][0]] += 1
        seen = Judge(shelf).see(read_image(folder / first))
        problems += [f"call {first}: {each}" for each in seen.problems + seen.broken(promises)]
    print(f"{name}: at {len(firsts)} calls; {dict(kinds)}; {dict(ends)}")
    assert problems == []
    assert {each.split()[0] for each in kinds if each not in AMISS} <= fault.kinds
    assert kinds, "some of them were felt"
    assert ends == {"done": len(firsts)} or not fault.goes_on, "it went on when the disk was right again"
