"""Which of the codes in view is meant. Pure.

Halls are full of codes that nobody holds out: on posters, on stalls, on the chests of those who pass. One
that is small is somebody else's business, and one that stays where it is belongs to the room.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import hypot

LEAST_SHARE = 0.07
"""Of the picture's height. A badge's code is read from 0.11 on at 720p, from 0.076 on at 1080p; smaller ones
that can be read hold little, and hang further away."""
STANDS_AFTER_S = 20.0
"""Nobody holds a code so still for so long."""
AWAY_AFTER_S = 5.0
"""A code that was not seen for so long was taken away, unless it hangs in the room."""
STILL_SHARE = 0.15
"""Of its side: so far its middle wanders, by noise and by a floor that shakes."""
FORGOTTEN_AFTER_S = 600.0
"""Somebody may stand before it for so long."""
CLEARLY = 1.6
"""So much better aimed and larger than any other a code must be. Two badges side by side are not."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A code in a picture: its middle and its side in pixels. An unreadable one has no text."""

    text: str
    x: float
    y: float
    side_px: float


@dataclass(frozen=True, slots=True)
class Meant:
    """What is meant: a text; or none, because no code is readable or because `several` are."""

    text: str = ""
    several: bool = False


@dataclass(slots=True)
class _Place:
    """Where a code has been since when."""

    x: float
    y: float
    since_s: float
    last_s: float


@dataclass(slots=True)
class Room:
    """Remembers the codes that hang in the room, as numbers that say nothing of them."""

    _places: dict[int, _Place] = field(default_factory=dict)

    def held_out(self, codes: list[Seen], height: int, now_s: float) -> list[Seen]:
        """Those codes that somebody may be holding out, the unreadable as well. `now_s`: any clock that never
        goes back."""
        for key in [key for key, at in self._places.items() if now_s - at.last_s > FORGOTTEN_AFTER_S]:
            del self._places[key]
        large = [code for code in codes if code.side_px >= LEAST_SHARE * height]
        return [code for code in large if not code.text or not self._hangs(code, now_s)]

    def _hangs(self, code: Seen, now_s: float) -> bool:
        key = hash(code.text)  # of texts it is salted anew in every process
        place = self._places.get(key)
        if place is None or hypot(code.x - place.x, code.y - place.y) > STILL_SHARE * code.side_px:
            self._places[key] = _Place(code.x, code.y, now_s, now_s)
            return False
        hung = place.last_s - place.since_s >= STANDS_AFTER_S
        if not hung and now_s - place.last_s > AWAY_AFTER_S:
            place.since_s = now_s  # it was taken away, and is held out anew
        place.last_s = now_s
        return hung or now_s - place.since_s >= STANDS_AFTER_S


def meant(codes: list[Seen], width: int, height: int) -> Meant:
    """The code that is held out, in a picture of this size.

    One that is alone is meant, wherever it is. Of several the one that is larger and nearer to the middle;
    the same code twice (a badge and its picture on a phone) is one.
    """
    best: dict[str, float] = {}
    for code in codes:
        if code.text:
            best[code.text] = max(best.get(code.text, 0.0), _weight(code, width, height))
    if not best:
        return Meant()
    first, *others = sorted(best.items(), key=lambda each: -each[1])
    if others and first[1] < CLEARLY * others[0][1]:
        return Meant(several=True)
    return Meant(first[0])


def _weight(code: Seen, width: int, height: int) -> float:
    """Its side, less the further it is from the middle: at the picture's corner a quarter is left."""
    off = hypot(code.x - width / 2, code.y - height / 2) / hypot(width / 2, height / 2)
    return code.side_px * (1 - 0.75 * min(1.0, off))
