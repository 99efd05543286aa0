"""What a scanner yielded once, of whichever kind it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """One scan. Its text may be anything; show it nowhere."""

    text: str
    """As it came, but for control characters."""
    source: str
    """wedge, serial or camera."""
    took_ms: float = 0.0
    """From its first character to its end."""
    ended: bool = True
    """Whether the scanner said where it ends; else a pause did."""
    dropped: int = 0
    """Control characters in it, and what was beyond the most."""
