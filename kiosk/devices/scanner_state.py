"""How each scanner stands, as staff are told. Every scanner (wedge, serial, camera) reports one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.words import Words


class Standing(StrEnum):
    """How a scanner stands."""

    STARTING = "starting"
    READY = "ready"
    ABSENT = "absent"
    """It is not plugged in; it is looked for until it is."""
    REFUSED = "refused"
    """It is there, and the system does not give it; it is asked for again."""


@dataclass(frozen=True, slots=True)
class ScannerState:
    """One scanner."""

    kind: str
    """wedge, serial or camera."""
    standing: Standing
    name: str = ""
    """What the device calls itself, or its port."""
    since_ms: float = 0.0
    """Since when it stands so, by the monotonic clock."""
    why: Words | None = None
    """What is the matter and what to do, where something is."""
