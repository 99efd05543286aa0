"""Whether anything moves in front of the camera, and how often its picture is then read. Pure.

A kiosk stands for hours before an empty hall, and its processor is for those who come: a picture in which
nothing changes is read once a second, one in which something does as it comes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kiosk.devices.camera.plane import Plane

ACROSS, DOWN = 48, 27
CHANGED_BY = 40
"""Levels of 255. Noise of sigma 10 stays below it in 99 of 100 pixels, and so does a lamp's flicker."""
MOVES_FROM = 0.015
"""Share of the samples that must have changed. A badge at arm's length has 0.02 to 0.1, and the hand that
brings it more; one that is just large enough to be read has 0.01, and waits for the next probe."""

LIVELY_S = 1.0
RESTS_AFTER_S = 5.0
LIVELY_EVERY_S = 1 / 31
"""Every frame of a camera that gives 30 a second."""
CALM_EVERY_S = 0.1
PROBE_EVERY_S = 1.0
BUSY_SHARE = 0.5
"""On a slow machine: reading takes no more than this share of one processor."""


def samples(plane: Plane) -> bytes:
    """Pixels spread evenly over the picture, at most 48 x 27: enough to tell that something has changed."""
    across, down = min(ACROSS, plane.width), min(DOWN, plane.height)
    step = plane.width // across
    first = (plane.width - (across - 1) * step) // 2
    right = first + (across - 1) * step + 1
    tops = ((2 * number + 1) * plane.height // (2 * down) for number in range(down))
    return b"".join([plane.row(y, first, right, step) for y in tops])


def changed_share(before: bytes, after: bytes) -> float:
    """The share of samples that differ by more than noise; 1.0 where the picture's size has changed."""
    if len(before) != len(after) or not after:
        return 1.0
    low, ones = _lanes(len(after))
    one, other = int.from_bytes(before, "little"), int.from_bytes(after, "little")
    changed = 0
    for shift in (0, 8):
        first, second = (one >> shift) & low, (other >> shift) & low
        for more, less in ((first, second), (second, first)):
            # A lane is 0x8000 and more where more - less > CHANGED_BY; none borrows from the next.
            over = more + ones * (0x8000 - CHANGED_BY - 1) - less
            changed += (over & (ones << 15)).bit_count()
    return changed / len(after)


@cache
def _lanes(length: int) -> tuple[int, int]:
    """For bytes two by two in lanes of 16 bits of one large number: the lower byte's mask, and a one in each.

    A thousand differences take 10 us so; one by one they take 70, many times a second.
    """
    lanes = (length + 1) // 2
    ones = int.from_bytes(b"\x01\x00" * lanes, "little")
    return ones * 0xFF, ones


@dataclass(slots=True)
class Pace:
    """When a picture is worth reading. Times in seconds, by a clock that never goes back."""

    moved_s: float = float("-inf")
    """When something was last seen to move."""
    _read_s: float = float("-inf")
    _took_s: float = 0.0
    _reference: bytes = b""
    _referred_s: float = float("-inf")

    def look(self, seen: bytes, now_s: float) -> bool:
        """Compare a picture's samples with those of a moment ago; whether something moves."""
        moves = changed_share(self._reference, seen) >= MOVES_FROM
        if moves:
            self.moved_s = now_s
        if moves or now_s - self._referred_s >= PROBE_EVERY_S:  # slow changes, of daylight, are no motion
            self._reference, self._referred_s = seen, now_s
        return moves

    def every_s(self, now_s: float) -> float:
        """From one reading to the next, as things stand."""
        still_s = now_s - self.moved_s
        if still_s < LIVELY_S:
            return LIVELY_EVERY_S
        return CALM_EVERY_S if still_s < RESTS_AFTER_S else PROBE_EVERY_S

    def rests(self, now_s: float) -> bool:
        """Whether nothing has moved for so long that hardly anything is read."""
        return now_s - self.moved_s >= RESTS_AFTER_S

    def due(self, now_s: float) -> bool:
        """Whether this picture is to be read."""
        return now_s - self._read_s >= max(self.every_s(now_s), self._took_s / BUSY_SHARE) - 0.002

    def read(self, now_s: float, took_s: float) -> None:
        """A picture was read, from `now_s` on."""
        self._read_s, self._took_s = now_s, took_s
