"""Telling a keyboard-wedge scanner from a person at the keyboard, by speed. Pure: times are given.

A scan is a run of characters that follow each other within `gap_ms` and end with Enter or Tab. It never
reaches a text field. Everything else is a person, who gets every character back in order.

Feed characters only. Before a key that is none (Backspace, an arrow) call `flush`, so that order is kept.
After every Hold, ask `idle` once `gap_ms` have gone by.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

GAP_MS = 50
"""Scanners send a character every 1 to 40 ms (USB: up to four reports a capital, 10 ms each); quick typists
need 60 and more."""
LEAST_LENGTH = 6
MOST_LENGTH = 512
TERMINATORS = "\r\n\t"


@dataclass(frozen=True, slots=True)
class Hold:
    """Nothing to do yet."""


@dataclass(frozen=True, slots=True)
class Release:
    """A person typed this; put it into the field that has the focus."""

    text: str


@dataclass(frozen=True, slots=True)
class Scan:
    """A scanner sent this. It may be anything; show it nowhere."""

    text: str


Typed = Hold | Release | Scan


class Wedge:
    """Holds at most `most` characters, and only as long as they come fast."""

    def __init__(self, gap_ms: float = GAP_MS, least: int = LEAST_LENGTH, most: int = MOST_LENGTH) -> None:
        self._gap_ms = gap_ms
        self._least = least
        self._most = most
        self._held: list[str] = []
        self._overflowed = False
        self._last_ms = float("-inf")
        self._scan_ended_ms = float("-inf")

    @property
    def held(self) -> int:
        """How many characters wait for what comes next."""
        return len(self._held)

    def feed(self, character: str, time_ms: float) -> Typed:
        """One character and when its key went down, by a clock that never goes back."""
        if len(character) != 1:
            raise ValueError("feed one character at a time")
        if character in TERMINATORS:
            return self._end(character, time_ms)
        if unicodedata.category(character) == "Cc":
            # Dropped, but it belongs to the rhythm: scanners put separators between fields.
            if self._held and self._follows(time_ms):
                self._last_ms = time_ms
            return Hold()
        earlier = Hold() if self._follows(time_ms) else self._give_back()
        self._last_ms = time_ms
        if len(self._held) < self._most:
            self._held.append(character)
        else:
            self._overflowed = True
        return earlier

    def idle(self, time_ms: float) -> Typed:
        """Nothing has come for a while: what is held was typed by a person, unless too long for one."""
        return Hold() if self._held and self._follows(time_ms) else self._give_back()

    def flush(self) -> Typed:
        """Another key is about to act: give back what is held, at once."""
        return self._give_back()

    def _follows(self, time_ms: float) -> bool:
        return time_ms - self._last_ms <= self._gap_ms

    def _end(self, terminator: str, time_ms: float) -> Typed:
        if not self._held and time_ms - self._scan_ended_ms <= self._gap_ms:
            self._scan_ended_ms = time_ms
            return Hold()  # the second half of a scanner's CR LF; it must not press a button
        if len(self._held) >= self._least and self._follows(time_ms):
            self._scan_ended_ms = time_ms
            return Scan(self._take())
        given = self._give_back()
        if isinstance(given, Scan):
            return given
        return Release((given.text if isinstance(given, Release) else "") + terminator)

    def _give_back(self) -> Typed:
        if not self._held:
            return Hold()
        overflowed = self._overflowed
        text = self._take()
        return Scan(text) if overflowed else Release(text)

    def _take(self) -> str:
        text = "".join(self._held)
        self._held.clear()
        self._overflowed = False
        return text
