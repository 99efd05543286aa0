"""A kiosk that decides a stream of scans in its real window and says each verdict that it has shown.

Run by the simulations as a process of its own: stream.py STATE CODES FIRST [BYTES]
It prints `ready`, then a line a verdict: the code and the verdict. With BYTES no file may grow beyond that,
as if the disk were full; then it ends with the page that is shown when a scan could not be recorded.
"""

from __future__ import annotations

import csv
import os
import resource
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from kiosk.app import State, open_kiosk, provider
from kiosk.config import Settings
from kiosk.ui.hand import Hand
from kiosk.ui.running import Running


def main(state: Path, codes: Path, first: int, most_bytes: int) -> None:
    """Scan the codes from `first` on, until killed or until the disk is full."""
    settings = Settings()
    keys = provider(settings, State(state), str)
    running = Running(settings.window, lambda: open_kiosk(settings, State(state), keys), still=True)
    running.show()
    hand = Hand(running, state / "pictures")
    hand.wait(lambda: running.opened is not None, "the services")
    hand.rest()
    print("ready", flush=True)

    def scan(code: str) -> None:
        """Quicker than any scanner may be (devices.debounce), so behind what tells scanners from noise."""
        running.window.models.scan(code)
        hand.rest()

    verdict = running.window.models.verdict
    with codes.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))[first:]
    if most_bytes:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))
    for row in rows:
        scan(row["登记码"])
        if verdict.shown:
            print(row["登记码"], verdict.verdict, flush=True)
        elif most_bytes:
            print("page", running.window.models.navigation.page, flush=True)
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            running.go_home()
            scan(row["登记码"])
            print("again", verdict.verdict, flush=True)
            break


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int((*sys.argv, 0)[4]))
