"""A visitor's plan in the best order: frozen values, texts in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.floorplan import Point
from kiosk.domain.plan_words import WHY_NOT, WhyNot
from kiosk.domain.words import Words
from kiosk.services.values import Leg

PICKED_MOST = 30
"""Stalls and sessions of one plan: more than a visitor sees in a day, and ordered in a blink."""


class StopKind(StrEnum):
    """What a stop is."""

    STALL = "stall"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class PlanStop:
    """A stop, in its order from 1."""

    number: int
    kind: StopKind
    ref: str
    """What was picked: a stall's number in the pack, a session's id."""
    mark: str
    """What the map marks: where the host stands now, or the room's id."""
    name: Words
    """The host's name, or the session's title."""
    place: Words
    """The zone's name, or the room's."""
    floor: Words
    """The level's name."""
    zone: str
    """Its letter; nothing for a session."""
    level: str
    front: Point
    """Where one stands before it, in metres on its level."""
    distance_m: int
    """From the stop before, or from here."""
    arrives: datetime
    starts: datetime | None = None
    """Of a session."""
    ends: datetime | None = None
    moved_from: str = ""
    """The stall of the pack, where the host stands at another one now."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that was picked and is no stop, with the reason."""

    kind: StopKind
    ref: str
    name: Words
    why: WhyNot
    starts: datetime | None = None

    @property
    def words(self) -> Words:
        """The reason."""
        return WHY_NOT[self.why]


@dataclass(frozen=True, slots=True)
class VisitPlan:
    """Stops in the best order from this kiosk, as of `made`."""

    made: datetime
    stops: tuple[PlanStop, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    length_m: int = 0
    walking_min: int = 0
    """Of walking alone."""
    until: datetime | None = None
    """When the last stop is done, with some minutes at each stall."""
    legs: tuple[Leg, ...] = ()
    """The whole way, cut where it goes to another level."""
    step_free: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of printing a plan: where it comes out, or what to do instead."""

    out: bool
    words: Words
