"""A process whose system calls are made to fail from outside: faulty.py STORE DECISIONS

It opens a store and records check-ins; what fails is said and tried again, as the kiosk does when the cause
may have ended. Prints `open`, `ack SEQ` after a COMMIT, `fault KIND`, and `done`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kiosk.store.faults import StoreFault
from kiosk.store.migrations import Store, open_store
from tests.simulation.power.recorded import KEY, NOW_MS, check_in

TRIES = 200


def say(text: str) -> None:
    """At once."""
    os.write(1, f"{text}\n".encode())


def opened(path: Path) -> Store:
    """The store, as soon as it can be opened."""
    for _ in range(TRIES):
        try:
            return open_store(path, KEY)
        except StoreFault as fault:
            say(f"fault {fault.kind}")
    raise SystemExit(3)


def main(path: Path, decisions: int) -> None:
    """Open and record."""
    store = opened(path)
    say("open")
    done, tries = 0, 0
    while done < decisions and tries < TRIES:
        tries += 1
        try:
            with store.transaction():
                fact = store.journal.append(check_in(done), now_ms=NOW_MS + done)
        except StoreFault as fault:
            say(f"fault {fault.kind}")
        else:
            done += 1
            say(f"ack {fact.seq}")
    store.close()
    say("done")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
