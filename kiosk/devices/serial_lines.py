"""A serial scanner's bytes as the codes that it read. Pure: times are given.

A code ends with CR, LF, both, Tab, or, where a scanner sends none of them, with a pause of `gap_ms`. Ask
`idle` once that long has gone by after the last bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

GAP_MS = 50
MOST_BYTES = 2048
"""512 characters of four bytes; what is beyond is dropped until the code ends."""
_ENDS = re.compile(rb"[\r\n\t]+")
_DROPPED = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])
"""Control characters (STX, GS, NUL) but the three that end a code."""


@dataclass(frozen=True, slots=True)
class Line:
    """One code as it came. It may be anything; show it nowhere."""

    text: str
    took_ms: float
    """From its first bytes to its end."""
    ended: bool
    """Whether the scanner ended it; else a pause did."""
    dropped: int = 0
    """Control characters in it, and bytes beyond the most."""


class Lines:
    """Holds at most `MOST_BYTES`, whatever comes."""

    def __init__(self, gap_ms: float = GAP_MS) -> None:
        self._gap_ms = gap_ms
        self._held = bytearray()
        self._dropped = 0
        self._first_ms = self._last_ms = 0.0

    @property
    def waits(self) -> bool:
        """Whether a code has begun that has not ended."""
        return bool(self._held)

    def feed(self, data: bytes, time_ms: float) -> list[Line]:
        """Bytes, split anywhere, and when they came; the codes that have ended with them."""
        lines = self.idle(time_ms)
        *ended, rest = _ENDS.split(data)
        for part in ended:
            self._hold(part, time_ms)
            lines += self._end(time_ms, ended=True)
        self._hold(rest, time_ms)
        return lines

    def idle(self, time_ms: float) -> list[Line]:
        """Nothing has come for a while: a code that nothing ended has ended."""
        if self._held and time_ms - self._last_ms > self._gap_ms:
            return self._end(self._last_ms, ended=False)
        return []

    def forget(self) -> None:
        """The scanner has gone: half a code is none."""
        self._held.clear()
        self._dropped = 0

    def _hold(self, part: bytes, time_ms: float) -> None:
        if not part:
            return
        seen = part.translate(None, _DROPPED)
        taken = seen[: MOST_BYTES - len(self._held)]
        self._dropped += len(part) - len(taken)
        if taken and not self._held:
            self._first_ms = time_ms
        self._held += taken
        self._last_ms = time_ms

    def _end(self, time_ms: float, *, ended: bool) -> list[Line]:
        data, dropped = bytes(self._held), self._dropped
        self.forget()
        if not data:
            return []
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("latin-1")
        return [Line(text, time_ms - self._first_ms, ended, dropped)]
