"""A visitor's plan in the best order: frozen values, texts in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.fair import Words
from kiosk.domain.floorplan import Point
from kiosk.services.values import Leg


class StopKind(StrEnum):
    """What a stop is."""

    STALL = "stall"
    SESSION = "session"


class WhyNot(StrEnum):
    """Why something that was picked is no stop."""

    NO_WAY = "no_way"
    NO_STEP_FREE_WAY = "no_step_free_way"
    CLOSED = "closed"
    RELEASED = "released"
    UNKNOWN = "unknown"
    OFF_MAP = "off_map"
    OTHER_DAY = "other_day"
    OVER = "over"
    BEGUN = "begun"
    TOO_LATE = "too_late"


WHY_NOT: dict[WhyNot, Words] = {
    WhyNot.NO_WAY: Words("现在没有路能到，请问工作人员", "No way leads there now. Please ask staff."),
    WhyNot.NO_STEP_FREE_WAY: Words(
        "没有无台阶的路能到，请问工作人员", "No step-free way leads there. Please ask staff."
    ),
    WhyNot.CLOSED: Words("这个展位今天不开", "This stall is closed."),
    WhyNot.RELEASED: Words("单位今天没有来", "They have not come today."),
    WhyNot.UNKNOWN: Words("本场没有它了", "No longer at this fair."),
    WhyNot.OFF_MAP: Words(
        "平面图上没有这个地点，请问服务台", "Its room is not on the plan. Please ask at the desk."
    ),
    WhyNot.OTHER_DAY: Words("不是今天的场次", "Not today."),
    WhyNot.OVER: Words("已经结束", "It is over."),
    WhyNot.BEGUN: Words("已经开始", "It has begun."),
    WhyNot.TOO_LATE: Words(
        "赶不上：路远，或与别的场次撞了", "You cannot be there in time, or it overlaps another."
    ),
}


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
