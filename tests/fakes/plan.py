"""Plans with values like the real ones and no store: stops in the order of picking, a way along them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.domain.fair import at
from kiosk.domain.floorplan import FloorPlan
from kiosk.domain.plan_words import NOT_OUT, OUT_BELOW, WhyNot
from kiosk.domain.words import Words
from kiosk.services.values import Leg
from kiosk.services.visit.text import plan_text
from kiosk.services.visit.values import LeftOut, PlanStop, Printed, StopKind, VisitPlan

APART_M = 36


class FakeVisitPlans:
    """Stands in for kiosk.services.visit.plan.VisitPlans."""

    def __init__(self, calls, fair, plan: FloorPlan, exhibitors, sessions) -> None:
        self.calls = calls
        self.fair = fair
        self.floor_plan = plan
        self.exhibitors = exhibitors
        self.sessions = sessions
        self.restore()

    def restore(self) -> None:
        """As at first: nothing is kept, a printer is there, six stalls suit every major."""
        self.kept_plans: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self.suits = ("A003", "B002", "C005", "D001", "E004", "F002")
        self.no_ways: tuple[str, ...] = ()
        """Stalls that no way leads to."""
        self.moved: dict[str, str] = {}
        self.names: dict[str, Words] = {}
        """Hosts' names that a scene wants to be others."""
        self.prints = True
        self.comes_out = True

    def propose(self, major_class: str, most: int) -> tuple[str, ...]:
        self.calls.note("propose", major_class, most)
        return self.suits[:most] if major_class else ()

    def keep(self, attendee: int, stalls, sessions) -> None:
        self.calls.note("plan_keep", attendee, tuple(stalls), tuple(sessions))
        self.kept_plans[attendee] = tuple(stalls), tuple(sessions)

    def kept(self, attendee: int):
        self.calls.note("plan_kept", attendee)
        return self.kept_plans.get(attendee)

    def order(self, stalls, sessions, now: datetime, step_free: bool) -> VisitPlan:
        self.calls.note("plan_order", tuple(stalls), tuple(sessions), step_free)
        stops = [self._stall(number, now) for number in stalls if number not in self.no_ways]
        talks = [each for each in self.sessions if each.id in sessions]
        left_out = [
            LeftOut(StopKind.STALL, number, self._name(number), WhyNot.NO_WAY)
            for number in stalls
            if number in self.no_ways
        ]
        for session in talks:
            starts = at(session.day, session.slot.start_min)
            if starts < now or self.floor_plan.room_named(session.place) is None:
                why = WhyNot.BEGUN if starts < now else WhyNot.OFF_MAP
                left_out.append(LeftOut(StopKind.SESSION, session.id, session.title, why, starts))
            else:
                stops.append(self._session(session, now))
        return self._numbered(stops, left_out, now, step_free=step_free)

    def _numbered(self, stops, left_out, now: datetime, *, step_free: bool) -> VisitPlan:
        made = [
            replace(stop, number=number, arrives=now + timedelta(minutes=9 * number))
            for number, stop in enumerate(stops, 1)
        ]
        return VisitPlan(
            made=now,
            stops=tuple(made),
            left_out=tuple(left_out),
            length_m=APART_M * len(made),
            walking_min=max(1, APART_M * len(made) // 65),
            until=now + timedelta(minutes=9 * len(made) + 8) if made else None,
            legs=self._legs(made),
            step_free=step_free,
        )

    def _legs(self, stops: list[PlanStop]) -> tuple[Leg, ...]:
        place = self.floor_plan.kiosks[0]
        legs: list[tuple[str, list[tuple[float, float]]]] = [(place.level, [(place.x_m, place.y_m)])]
        for stop in stops:
            if legs[-1][0] != stop.level:
                x, _ = legs[-1][1][-1]
                legs[-1][1].extend(((x, 22.0), (5.5, 22.0), (5.5, 10.0)))
                legs.append((stop.level, [(5.5, 10.0)]))
            x, _ = legs[-1][1][-1]
            legs[-1][1].extend(((x, 22.0), (stop.front[0], 22.0), stop.front))
        return tuple(Leg(level, tuple(points)) for level, points in legs) if stops else ()

    def _name(self, number: str) -> Words:
        host = next((each.name for each in self.exhibitors if number in each.stalls), Words(number, number))
        return self.names.get(number, host)

    def _stall(self, number: str, now: datetime) -> PlanStop:
        stands = self.moved.get(number, number)
        stall = self.floor_plan.stall(stands)
        zone = next(each for each in self.floor_plan.zones if each.letter == stall.zone)
        level = next(each for each in self.floor_plan.levels if each.id == stall.level)
        return PlanStop(
            number=0,
            kind=StopKind.STALL,
            ref=number,
            mark=stands,
            name=self._name(number),
            place=zone.name,
            floor=level.name,
            zone=stall.zone,
            level=stall.level,
            front=(stall.x_m - 1 if (stall.x_m - 6) % 14 == 0 else stall.x_m + 4, stall.centre[1]),
            distance_m=APART_M,
            arrives=now,
            moved_from=number if stands != number else "",
        )

    def _session(self, session, now: datetime) -> PlanStop:
        room = self.floor_plan.room_named(session.place)
        level = next(each for each in self.floor_plan.levels if each.id == room.level)
        return PlanStop(
            number=0,
            kind=StopKind.SESSION,
            ref=session.id,
            mark=room.id,
            name=session.title,
            place=room.name,
            floor=level.name,
            zone="",
            level=room.level,
            front=(room.x_m + room.width_m + 1, room.centre[1]),
            distance_m=APART_M,
            arrives=now,
            starts=at(session.day, session.slot.start_min),
            ends=at(session.day, session.slot.end_min),
        )

    def text(self, plan: VisitPlan, language: str) -> str:
        return plan_text(plan, self.fair, language)

    def print(self, plan: VisitPlan, language: str) -> Printed:
        self.calls.note("print_plan", len(plan.stops), language)
        return Printed(True, OUT_BELOW) if self.comes_out else Printed(False, NOT_OUT)
