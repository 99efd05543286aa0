"""How it stands with a stall today, from facts."""

from __future__ import annotations

from enum import StrEnum


class StallState(StrEnum):
    """What a visitor is to know of a stall before walking there."""

    EXPECTED = "expected"
    """Its host has not signed in, and need not have yet."""
    PRESENT = "present"
    LATE = "late"
    """Its host has not signed in, and the doors are open."""
    RELEASED = "released"
    """Given up: the host did not come."""
    MOVED = "moved"
    """The host stands at another stall."""
    CLOSED = "closed"
