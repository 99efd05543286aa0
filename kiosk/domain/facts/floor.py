"""What changes on the floor, and what visitors look for there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class StallsReleased:
    """Staff gave up stalls whose hosts did not come, or took that back; all in one action."""

    kind: ClassVar[str] = "stalls_released"
    fair: str
    stalls: tuple[str, ...]
    released: bool
    by: str


@dataclass(frozen=True, slots=True)
class PassagesClosed:
    """Staff closed passages, lifts, stairs, ramps or escalators to everybody, or opened them again."""

    kind: ClassVar[str] = "passages_closed"
    fair: str
    passages: tuple[str, ...]
    """Ids, as the plan's graph lists them."""
    closed: bool
    by: str


@dataclass(frozen=True, slots=True)
class StallsClosed:
    """Staff closed stalls (their hosts have gone, or it is not safe there), or opened them again."""

    kind: ClassVar[str] = "stalls_closed"
    fair: str
    stalls: tuple[str, ...]
    closed: bool
    by: str


@dataclass(frozen=True, slots=True)
class StallMoved:
    """The host of a stall stands at another one now; the latest counts."""

    kind: ClassVar[str] = "stall_moved"
    fair: str
    stall: str
    """As the fair pack has it."""
    to: str
    """Where the host is; nothing where it is back at its own."""
    by: str


@dataclass(frozen=True, slots=True)
class PlanKept:
    """Somebody kept the stalls and sessions to go to; the latest counts, an empty one forgets."""

    kind: ClassVar[str] = "plan_kept"
    fair: str
    attendee: int
    stalls: tuple[str, ...]
    sessions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookupsCounted:
    """What visitors looked up at one kiosk since the last such fact; nothing says who."""

    kind: ClassVar[str] = "lookups_counted"
    fair: str
    day: int
    """As badge tokens count days."""
    lookups: int
    found: int
    missed: tuple[tuple[str, int], ...]
    """What was looked up by several visits and not found, with the number of visits."""
    rare: int
    """Visits that looked up in vain what nobody else did: the words are not kept."""
