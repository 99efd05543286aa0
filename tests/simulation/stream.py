"""A kiosk that decides a stream of scans in its real window and says each verdict that it has shown.

Run by test_kill.py as a process of its own, to be killed: stream.py STATE CODES FIRST
It prints `ready`, then a line a verdict: the code, the verdict, and the facts that the journal had by then.
"""

from __future__ import annotations

import csv
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from kiosk.app import State, open_kiosk, provider
from kiosk.config import Settings
from kiosk.ui.hand import Hand
from kiosk.ui.running import Running


def main(state: Path, codes: Path, first: int) -> None:
    """Scan the codes from `first` on, until killed."""
    settings = Settings()
    keys = provider(settings, State(state), str)
    running = Running(settings.window, lambda: open_kiosk(settings, State(state), keys), still=True)
    running.show()
    hand = Hand(running, state / "pictures")
    hand.wait(lambda: running.opened is not None, "the services")
    print("ready", flush=True)
    verdict = running.window.models.verdict
    with codes.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))[first:]
    for row in rows:
        hand.scan(row["登记码"])
        if verdict.shown:
            print(row["登记码"], verdict.verdict, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
