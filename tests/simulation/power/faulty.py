"""Processes whose system calls fail from one on: faulty.py FOLDER CALL AT FIRST...

One after the other, for each FIRST a process of its own in FOLDER/FIRST: it opens a store and runs every kind
of transaction; what fails is tried again, as the kiosk does when the cause may have ended. strace makes the
AT-th CALL of each process fail and some after it; so a process begins with as many calls that do nothing as
bring its FIRST call of the store's to that place. It says `ack ORIGIN SEQ HASH` after a COMMIT, `fault KIND
WORK`, and at the end `done`, or `stopped` where what failed did not pass; each line begins with FIRST.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from kiosk.store.faults import StoreFault
from kiosk.store.migrations import open_store
from tests.simulation.power.recorded import Scene, run
from tests.simulation.power.transactions import EVERYTHING, KEY, Work

_Result = TypeVar("_Result")
TRIES = 5
GOES_ON = 3
"""So many transactions go through after what failed, then it is enough."""
NOWHERE = "/dev/null"


def do_nothing(call: str, times: int) -> None:
    """Calls that are counted and change nothing; whether they succeed does not matter."""
    null = os.open(NOWHERE, os.O_RDWR)
    calls: dict[str, Callable[[], object]] = {
        "pwrite64": lambda: os.pwrite(null, b"", 0),
        "fsync": lambda: os.fsync(null),
        "ftruncate": lambda: os.ftruncate(null, 0),
        "openat": lambda: os.close(os.open(NOWHERE, os.O_RDONLY)),
        "unlink": lambda: Path("/no such file").unlink(),
        "link": lambda: os.link("/no such file", "/nor this"),
    }
    for _ in range(times - (call == "openat")):  # one was made above
        try:
            calls[call]()
        except OSError:
            continue
    os.close(null)


class Trial:
    """Works that are tried until they go through."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.faults = 0
        self.since = 0

    def until_done(self, name: str, work: Callable[[], _Result]) -> _Result:
        """The work's result; the process ends where it never succeeds."""
        for _ in range(TRIES):
            try:
                result = work()
            except StoreFault as fault:
                self.scene.say(f"fault {fault.kind} {name}")
                self.faults, self.since = self.faults + 1, 0
            else:
                self.since += 1
                return result
        self.scene.say("stopped")
        os._exit(0)


def trial(scene: Scene, call: str, before: int) -> None:
    """One process's life."""
    do_nothing(call, before)
    it = Trial(scene)
    work = Work(it.until_done("open", lambda: open_store(scene.store, KEY)), scene.told)
    for each in EVERYTHING:
        it.until_done(each.__name__, lambda each=each: each(work))  # type: ignore[misc]
        if it.faults and it.since > GOES_ON:
            break
    work.store.close()
    scene.say("done")


def main(folder: Path, call: str, at: int, firsts: list[int]) -> None:
    """All of them, after one store here, which loads what is loaded late."""
    open_store(folder / "first.db", KEY).close()
    for first in firsts:
        run(Scene(folder / str(first)), lambda scene, first=first: trial(scene, call, at - first))  # type: ignore[misc]


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), [int(word) for word in sys.argv[4:]])
