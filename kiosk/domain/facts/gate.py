"""What happens at a gate, and what staff say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One decision at a gate; refused attempts are facts as well."""

    kind: ClassVar[str] = "check_in"
    fair: str
    gate: str
    verdict: str
    reasons: tuple[str, ...]
    claim: str
    """badge, code or student."""
    attendee: int | None = None
    badge: int | None = None
    badge_type: int | None = None
    day: int | None = None
    """The day it was decided for, as badge tokens count days. The fact's time only goes forward: after a
    clock that was once ahead it names another day."""
    direction: str = "in"
    """in or out."""
    hall: str = ""
    """The hall behind the gate; nothing where the venue is not divided."""
    session: str = ""
    """The session whose door it was; then nobody went in or out of the fair itself."""
    stall: str = ""
    """Whom the person stands for, of those who host a stall."""
    by: str = ""
    """Id of the staff member who let the person in against the decision, or nothing."""
    why: str = ""
    """Then a code of OVERRIDES."""
    group: int = 0
    """A random id that people who were admitted together share; 0 for one alone."""
    unheard_s: int | None = None
    """What the gate knew of the others: seconds since it had word of all of them; None where it had of
    none."""


@dataclass(frozen=True, slots=True)
class CheckInUndone:
    """Staff took a check-in back: it counts nowhere. Named by its place in a journal."""

    kind: ClassVar[str] = "check_in_undone"
    fair: str
    origin: str
    """Hex."""
    seq: int
    by: str


@dataclass(frozen=True, slots=True)
class DoubleResolved:
    """Staff looked at somebody who was admitted more than once, and say how it was."""

    kind: ClassVar[str] = "double_resolved"
    fair: str
    passages: tuple[tuple[str, int], ...]
    """Origin (hex) and sequence of every passage that they saw; one that is heard of later is asked about
    again."""
    outcome: str
    """One of DOUBLE_OUTCOMES."""
    by: str


@dataclass(frozen=True, slots=True)
class EntryPaused:
    """Entry was paused or opened again; `gate` empty means all gates."""

    kind: ClassVar[str] = "entry_paused"
    fair: str
    gate: str
    paused: bool
    by: str


@dataclass(frozen=True, slots=True)
class AttendeeBarred:
    """Staff keep somebody out, or let them in again."""

    kind: ClassVar[str] = "attendee_barred"
    fair: str
    attendee: int
    barred: bool
    by: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """Somebody agreed to the notice, or made the declaration, at a kiosk."""

    kind: ClassVar[str] = "agreed"
    fair: str
    attendee: int
    to: str
    """consent or declaration."""
    version: str
    """Of the notice; of a declaration the start of its text's SHA-256, hex."""


OVERRIDES = ("known", "mistake", "guest", "urgent")
"""Why staff let somebody in against the decision: known to them, the list is wrong, guest, urgent."""
DOUBLE_OUTCOMES = ("same_person", "two_people", "mistake")
"""How a double admission was: one person who walked to and fro, a badge that two used, a scan by mistake."""
