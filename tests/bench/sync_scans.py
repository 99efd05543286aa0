"""A kiosk that scans without a window, for sync_hall.py: sync_scans.py STATE PACE_S.

It scans everybody once, says `ready`, and goes on scanning them again. A word on its standard input names
what the times from then on are filed under; at the end of input it prints them all as one JSON object of
lists, in seconds, and the number of facts in its journal. After each commit it prints `ack`, which its
courier is nudged by.
"""

from __future__ import annotations

import gc
import json
import select
import sys
import time
from pathlib import Path

from kiosk.app import State, open_kiosk, provider
from kiosk.config import read


def main(state: State, pace_s: float) -> None:
    """Scan until told to stop."""
    settings = read(state.config)
    kiosk = open_kiosk(settings, state, provider(settings, state, str))
    codes = (state.folder / "codes.txt").read_text(encoding="utf-8").split()
    gate = kiosk.services.gate
    for code in codes:
        gate.scan(code)
    gc.collect()
    gc.freeze()
    gc.disable()  # as at the gate: ui.collector runs it on the window's thread, between scans
    print("ready", flush=True)
    times: dict[str, list[float]] = {}
    label, at = "", 0
    while True:
        if select.select([sys.stdin], [], [], pace_s)[0]:
            line = sys.stdin.readline()
            if not line:
                break
            label = line.strip()
        at = (at + 1) % len(codes)
        began = time.perf_counter()
        gate.scan(codes[at])
        times.setdefault(label, []).append(time.perf_counter() - began)
        print("ack", flush=True)
    print(json.dumps({"times": times, "facts": sum(kiosk.store.journal.origins().values())}), flush=True)
    kiosk.close()


if __name__ == "__main__":
    main(State(Path(sys.argv[1])), float(sys.argv[2]))
