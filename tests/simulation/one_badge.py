"""One process of several that scan the same badge on one store. Run by test_one_badge.py.

one_badge.py STORE PACK TOKEN TIMES BEGAN_S: scans TOKEN and prints how often each reason decided.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.keys.signing import KeyRing
from kiosk.services.gate import Gate
from kiosk.services.issuing import Issuing
from kiosk.store.catalogue import Catalogue
from kiosk.store.migrations import open_store
from tests.services.conftest import DAY, KIOSKS, at

SPEED = 100
"""So much faster than a real day: eight seconds, in which a scan is the same one again, are over soon."""


@dataclass(frozen=True)
class FastClock:
    """The same for all processes: it follows the machine's monotonic clock."""

    began_s: float

    def now(self) -> datetime:
        """9:24 and what has passed since."""
        return at(DAY, 9 * 60 + 24) + timedelta(seconds=(time.monotonic() - self.began_s) * SPEED)

    def now_ms(self) -> int:
        """The same in milliseconds since 1970."""
        return int(self.now().timestamp() * 1000)


def main(store_path: Path, pack_path: Path, token: str, times: int, began_s: float) -> None:
    """Scan again and again."""
    catalogue = Catalogue.open(pack_path, b"k" * 32)
    store = open_store(store_path, b"s" * 32)
    fair, clock = catalogue.fair(), FastClock(began_s)
    issuing = Issuing(store, catalogue, KIOSKS["east-1"], fair, clock)
    ring = KeyRing(catalogue.authority(), catalogue.certificates())
    gate = Gate(store, catalogue, ring, issuing, fair, "east", clock)
    print("ready", flush=True)
    sys.stdin.readline()
    counted = Counter(gate.scan(token).decision.reason.value for _ in range(times))
    print(json.dumps(counted), flush=True)
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]), float(sys.argv[5]))
