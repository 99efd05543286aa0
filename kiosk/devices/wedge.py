"""Telling a keyboard-wedge scanner from a person at the keyboard, by speed. Pure: times are given.

A scan is a run of characters that follow each other within `gap_ms` and end with Enter or Tab; from a
scanner that sends neither, a run that is a whole code by its shape, or quicker and longer than anybody types.
It never reaches a text field. Everything else is a person, who gets every character back in order.

Feed characters only. Before a key that is none (Backspace, an arrow) call `flush`, so that order is kept.
After every Hold, ask `idle` once `gap_ms` have gone by.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

GAP_MS = 50
"""Scanners send a character every 1 to 40 ms (USB: up to four reports a capital, 10 ms each); quick typists
need 60 and more."""
LEAST_LENGTH = 6
MOST_LENGTH = 512
QUICK_LENGTH = 16
QUICK_MS = 20
"""So many characters at so many ms each on the average are nobody's fingers: 50 a second. With Enter behind
them fewer are enough."""
ONE_KEY_MS = 10
"""So soon behind a single character nobody presses Enter, but by accident."""
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
    took_ms: float = field(default=0.0, compare=False)
    """From its first character to its last key."""
    ended: bool = field(default=True, compare=False)
    """Whether Enter or Tab ended it; else a pause did."""
    dropped: int = field(default=0, compare=False)
    """Control characters in it, and what was beyond the most."""


Typed = Hold | Release | Scan


def whole_code(text: str) -> bool:
    """devices.code_text.is_whole, loaded when something was typed."""
    from kiosk.devices.code_text import is_whole  # noqa: PLC0415, not before the first frame

    return is_whole(text)


class Wedge:
    """Holds at most `most` characters, and only as long as they come fast."""

    def __init__(
        self,
        gap_ms: float = GAP_MS,
        least: int = LEAST_LENGTH,
        most: int = MOST_LENGTH,
        whole: Callable[[str], bool] = whole_code,
    ) -> None:
        self.gap_ms = gap_ms
        self._least = least
        self._most = most
        self._whole = whole
        self._held: list[str] = []
        self._overflow = 0
        self._dropped = 0
        self._first_ms = 0.0
        self._last_ms = float("-inf")
        self._scan_ended_ms = float("-inf")
        self._bare_end_ms = float("-inf")
        """When Enter or Tab came last with nothing before it."""
        self._behind_end = False
        """Whether what is held came right behind such an end: a code that begins with Tab."""

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
            self.beat(time_ms)
            self._dropped += bool(self._held)
            return Hold()
        earlier = Hold() if self._follows(time_ms) else self._give_back()
        if not self._held:
            self._first_ms = time_ms
            self._behind_end = time_ms - self._bare_end_ms <= QUICK_MS
        self._last_ms = time_ms
        if len(self._held) < self._most:
            self._held.append(character)
        else:
            self._overflow += 1
        return earlier

    def beat(self, time_ms: float) -> bool:
        """A key that is no character, and belongs to the rhythm all the same: a control character, or one of
        several keys for one character. Scanners put separators between fields. Whether a run goes on."""
        runs = bool(self._held) and self._follows(time_ms)
        if runs:
            self._last_ms = time_ms
        return runs

    def idle(self, time_ms: float) -> Typed:
        """Nothing has come for a while: what is held was typed by a person, unless nobody can have."""
        return Hold() if self._held and self._follows(time_ms) else self._give_back()

    def flush(self) -> Typed:
        """Another key is about to act: give back what is held, at once."""
        return self._give_back()

    def _follows(self, time_ms: float) -> bool:
        return time_ms - self._last_ms <= self.gap_ms

    def _end(self, terminator: str, time_ms: float) -> Typed:
        if not self._held and time_ms - self._scan_ended_ms <= self.gap_ms:
            self._scan_ended_ms = time_ms
            return Hold()  # the second half of a scanner's CR LF; it must not press a button
        if not self._held:
            return self._bare_end(terminator, time_ms)
        if self._follows(time_ms) and (len(self._held) >= self._least or self._is_short_scan(time_ms)):
            self._scan_ended_ms = time_ms
            return self._scan(time_ms, ended=True)
        given = self._give_back()
        if isinstance(given, Scan):
            return given
        return Release((given.text if isinstance(given, Release) else "") + terminator)

    def _bare_end(self, terminator: str, time_ms: float) -> Typed:
        """An end with nothing before it is a person's key; but nobody presses Enter so soon behind another: a
        code of Tabs and Enter may move the focus, and press nothing."""
        soon = time_ms - self._bare_end_ms <= QUICK_MS
        self._bare_end_ms = time_ms
        return Hold() if soon and terminator != "\t" else Release(terminator)

    def _give_back(self) -> Typed:
        if not self._held:
            return Hold()
        if self._overflow or self._behind_end or self._whole("".join(self._held)) or self._is_quick():
            return self._scan(self._last_ms, ended=False)
        return Release(self._take())

    def _is_quick(self) -> bool:
        """Whether nobody types so much so fast."""
        took_ms = self._last_ms - self._first_ms
        return len(self._held) >= QUICK_LENGTH and took_ms <= QUICK_MS * (len(self._held) - 1)

    def _is_short_scan(self, time_ms: float) -> bool:
        """Whether so few characters with an end were no person's: of a code that is none of ours."""
        count = len(self._held)
        return self._behind_end or time_ms - self._first_ms <= (
            ONE_KEY_MS if count == 1 else QUICK_MS * count
        )

    def _scan(self, time_ms: float, *, ended: bool) -> Scan:
        dropped = self._dropped + self._overflow
        return Scan(self._take(), time_ms - self._first_ms, ended, dropped)

    def _take(self) -> str:
        text = "".join(self._held)
        self._held.clear()
        self._overflow = self._dropped = 0
        return text
