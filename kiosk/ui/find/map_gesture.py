"""What fingers on the map mean, told from their places and times only. No Qt.

One finger drags; two scale and, once they have clearly twisted, turn; a tap chooses, a second tap at the same
place comes nearer about it, a tap of two fingers goes further.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from math import atan2, degrees, hypot

from kiosk.domain.floorplan import Point

TWIST_DEG = 15.0
"""Fingers that spread always twist a little: only from here on is it meant."""
TAP_MS = 350
DOUBLE_TAP_MS = 350
MOVED_MM = 3.0
"""A finger that went so far drags; a nearer one taps. Fingers roll on glass that is far from the eyes."""
TWICE_MM = 12.0
"""Two taps so near each other are one double tap."""


class Sign(Enum):
    """What the fingers did."""

    NOTHING = "nothing"
    BEGUN = "begun"
    """Fingers hold the map from here on; also when their number changes."""
    MOVED = "moved"
    ENDED = "ended"
    """The last finger that moved the map has left."""
    TAP = "tap"
    DOUBLE_TAP = "double tap"
    TWO_FINGER_TAP = "two-finger tap"


@dataclass(frozen=True, slots=True)
class Pose:
    """How the fingers have moved what they hold since `BEGUN`: a scaling and a turn, clockwise, about
    `start`, which went to `to`."""

    factor: float
    turn_deg: float
    start: Point
    to: Point


_STILL = Pose(1.0, 0.0, (0.0, 0.0), (0.0, 0.0))


@dataclass(slots=True)
class Fingers:
    """The fingers on one map. Feed it all changes in their order; it answers what they mean.

    `px_per_mm` as of the screen; times in milliseconds of any one clock.
    """

    px_per_mm: float = 3.2
    twists: bool = True
    """Whether a twist turns the map: not where north is locked."""
    pose: Pose = _STILL
    _at: dict[int, Point] = field(default_factory=dict)
    _first: dict[int, Point] = field(default_factory=dict)
    _pressed_ms: int = 0
    _moving: bool = False
    _most: int = 0
    """Fingers that touched at once since the first came."""
    _tap: tuple[int, Point] | None = None
    """When and where the last single tap was."""
    _distance: float = 0.0
    _angle_deg: float = 0.0
    _twist_deg: float = 0.0
    _start: Point = (0.0, 0.0)

    @property
    def down(self) -> bool:
        """Whether any finger touches."""
        return bool(self._at)

    @property
    def moving(self) -> bool:
        """Whether they move the map: no tap can come of it any more."""
        return self._moving

    def press(self, finger: int, at: Point, now_ms: int) -> Sign:
        """A finger came."""
        if not self._at:
            self._pressed_ms, self._moving, self._most = now_ms, False, 0
        self._at[finger] = self._first[finger] = at
        self._most = max(self._most, len(self._at))
        return self._hold() if self._moving else Sign.NOTHING

    def move(self, places: dict[int, Point]) -> Sign:
        """Fingers went; those that are not named stayed."""
        self._at.update({finger: at for finger, at in places.items() if finger in self._at})
        if self._moving:
            self._follow()
            return Sign.MOVED
        far = MOVED_MM * self.px_per_mm
        if any(
            hypot(at[0] - self._first[each][0], at[1] - self._first[each][1]) > far
            for each, at in self._at.items()
        ):
            self._moving = True
            return self._hold()
        return Sign.NOTHING

    def release(self, finger: int, now_ms: int) -> Sign:
        """A finger left where it was last."""
        at = self._at.pop(finger, None)
        first = self._first.pop(finger, None)
        if at is None or first is None:
            return Sign.NOTHING
        if self._at:
            return self._hold() if self._moving else self._remember(at)
        if self._moving:
            self._moving, self._tap = False, None
            return Sign.ENDED
        return self._tapped(at, now_ms)

    def cancel(self) -> Sign:
        """The screen took the fingers away."""
        if not self._at:
            return Sign.NOTHING  # they had left before
        moved = self._moving
        self._at.clear()
        self._first.clear()
        self._moving, self._tap = False, None
        return Sign.ENDED if moved else Sign.NOTHING

    def _remember(self, at: Point) -> Sign:
        self._start = at
        return Sign.NOTHING

    def _tapped(self, at: Point, now_ms: int) -> Sign:
        before, self._tap = self._tap, None
        if now_ms - self._pressed_ms > TAP_MS * self._most:
            # A long press of one finger still chooses: who is slow meant it no less.
            self.pose = Pose(1.0, 0.0, at, at)
            return Sign.TAP if self._most == 1 else Sign.NOTHING
        if self._most == 2:
            middle = ((at[0] + self._start[0]) / 2, (at[1] + self._start[1]) / 2)
            self.pose = Pose(1.0, 0.0, middle, middle)
            return Sign.TWO_FINGER_TAP
        if self._most > 2:
            return Sign.NOTHING
        self.pose = Pose(1.0, 0.0, at, at)
        if before is not None and self._twice(before, at, now_ms):
            return Sign.DOUBLE_TAP
        self._tap = (now_ms, at)
        return Sign.TAP

    def _twice(self, before: tuple[int, Point], at: Point, now_ms: int) -> bool:
        """Whether a tap belongs to the one before it."""
        away = hypot(at[0] - before[1][0], at[1] - before[1][1])
        return now_ms - before[0] <= DOUBLE_TAP_MS and away <= TWICE_MM * self.px_per_mm

    def _pair(self) -> tuple[Point, float, float]:
        """Middle, distance and direction of the first two fingers; one finger is its own middle."""
        places = list(self._at.values())[:2]
        if len(places) == 1:
            return places[0], 0.0, 0.0
        (x0, y0), (x1, y1) = places
        return ((x0 + x1) / 2, (y0 + y1) / 2), hypot(x1 - x0, y1 - y0), degrees(atan2(y1 - y0, x1 - x0))

    def _hold(self) -> Sign:
        self._start, self._distance, self._angle_deg = self._pair()
        self._twist_deg = 0.0
        self.pose = Pose(1.0, 0.0, self._start, self._start)
        return Sign.BEGUN

    def _follow(self) -> None:
        to, distance, angle_deg = self._pair()
        if not self._distance or not distance:
            self.pose = Pose(1.0, 0.0, self._start, to)
            return
        step = (angle_deg - self._angle_deg - self._twist_deg + 180.0) % 360.0 - 180.0
        self._twist_deg += step  # past a half turn it goes on
        beyond = max(0.0, abs(self._twist_deg) - TWIST_DEG) if self.twists else 0.0
        turn_deg = beyond if self._twist_deg > 0 else -beyond
        self.pose = Pose(distance / self._distance, turn_deg, self._start, to)
