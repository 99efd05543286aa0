"""One scan is one, however often scanners send it. Pure: times are given, by a clock that never goes back.

Scanners emit twice, a wedge and a serial cable may carry the same scanner, and a camera reads what it sees in
every picture: at the gate the second would be refused as used already, in the second of its own admission.
"""

from __future__ import annotations

QUIET_MS = 1_500
"""The same code again within so long of the last time is the same scan. Scanners that emit twice do it within
0.2 to 1 s; who is sent back and comes again needs longer."""
CAMERA_QUIET_MS = 3_000
"""A camera loses a badge that is held still for a moment at a time; it has left only after so long."""
MOST_CODES = 16
BURST = 8
PER_SECOND = 4
"""People hold out one badge at a time: what comes quicker, beyond a burst, is a device gone mad."""


class Debounce:
    """Remembers the last codes, as numbers that say nothing of them, for three seconds."""

    def __init__(self) -> None:
        self._heard_ms: dict[int, float] = {}
        self._allowed = float(BURST)
        self._counted_ms = float("-inf")
        self.dropped = 0
        """So many scans came quicker than people bring them."""

    def fresh(self, text: str, source: str, time_ms: float) -> bool:
        """Whether this is a scan of its own; each time it is heard again keeps it from being one."""
        code = hash(text)  # of texts it is salted anew in every process
        before_ms = self._heard_ms.pop(code, float("-inf"))
        self._heard_ms[code] = time_ms
        if len(self._heard_ms) > MOST_CODES:
            del self._heard_ms[next(iter(self._heard_ms))]
        if time_ms - before_ms <= (CAMERA_QUIET_MS if source == "camera" else QUIET_MS):
            return False
        return self._may(time_ms)

    def forget(self) -> None:
        """The next scan is one, whatever was before."""
        self._heard_ms.clear()

    def _may(self, time_ms: float) -> bool:
        gone_s = max(0.0, time_ms - self._counted_ms) / 1000
        self._allowed = min(float(BURST), self._allowed + gone_s * PER_SECOND)
        self._counted_ms = time_ms
        if self._allowed < 1:
            self.dropped += 1
            return False
        self._allowed -= 1
        return True
