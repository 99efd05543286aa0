"""What staff see of the floor: passages, lifts and stalls, and what a closure would do. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.stall_state import StallState
from kiosk.domain.words import Words


@dataclass(frozen=True, slots=True)
class CutOff:
    """Stalls that closures take the way from; those that never had one are not counted."""

    walking: int = 0
    """No way at all from this kiosk."""
    step_free: int = 0
    """Besides these: no way from this kiosk but over steps."""


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage, lift, stairs, ramp or escalator that staff can close."""

    id: str
    ids: tuple[str, ...]
    """All ends of it: it is closed and opened as a whole."""
    kind: str
    """passage, lift, stairs, ramp or escalator."""
    name: Words
    levels: tuple[str, ...]
    place: Words
    """Names of its levels, and the stall next to it."""
    since: datetime | None = None
    """Closed since then; None where it is open."""
    by: str = ""
    """Name of who closed it."""

    @property
    def closed(self) -> bool:
        """Whether nobody may use it now."""
        return self.since is not None


@dataclass(frozen=True, slots=True)
class Guest:
    """A host who stands at a stall that is not its own."""

    stall: str
    """Its own."""
    host: Words


@dataclass(frozen=True, slots=True)
class FloorStall:
    """A stall of the plan, as a place: whose it is, how it stands with its host, who is there instead."""

    stall: str
    host: Words | None
    """None where nobody hosts it."""
    state: StallState | None
    """Its host's; of a stall that nobody hosts CLOSED or None."""
    to: str = ""
    """Where its host stands now, if that is another stall."""
    guests: tuple[Guest, ...] = ()
    closed: bool = False
    """The place itself; a host who has moved away from it is not closed with it."""
    free: bool = False
    """A host may be moved here."""


@dataclass(frozen=True, slots=True)
class FloorSheet:
    """The whole floor as staff see it."""

    passages: tuple[PassageRow, ...]
    """What is closed comes first, then as the plan has it."""
    stalls: tuple[FloorStall, ...]
    """In the order of their numbers."""
