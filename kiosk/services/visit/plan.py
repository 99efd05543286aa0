"""My plan: stalls and sessions in the best order from here, kept by badge, handed over on paper or as text.

Names nobody: the plan of an attendee is found by the attendee's number alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from kiosk.domain import facts
from kiosk.domain.directions import minutes_for
from kiosk.domain.exhibitor import Exhibitor
from kiosk.domain.fair import BEIJING, Session, at
from kiosk.domain.floorplan import Facility, Stall
from kiosk.domain.plan_words import NOT_OUT, OUT_BELOW, WhyNot
from kiosk.domain.printing import Media, Page, PrintState, Takes
from kiosk.domain.route import Tree
from kiosk.domain.stall_state import StallState
from kiosk.domain.tour import Stop, Talk, Tour, best_tour
from kiosk.domain.words import Words
from kiosk.services.find.values import FloorStanding
from kiosk.services.values import Leg
from kiosk.services.visit.text import plan_text
from kiosk.services.visit.values import LeftOut, PlanStop, Printed, StopKind, VisitPlan
from kiosk.store import kept_plans
from kiosk.store.ids import random_id

if TYPE_CHECKING:
    from kiosk.devices.printers.port import Abilities
    from kiosk.services.find.directory import Directory
    from kiosk.services.gate import Gate
    from kiosk.services.printing.queue import PrintQueue
    from kiosk.services.wayfinding import Wayfinding


@dataclass(frozen=True, slots=True)
class _Place:
    """Something picked that one can go to."""

    kind: StopKind
    ref: str
    target: Stall | Facility
    name: Words
    place: Words
    floor: Words
    starts: datetime | None = None
    ends: datetime | None = None

    @property
    def mark(self) -> str:
        return self.target.number if isinstance(self.target, Stall) else self.target.id


class VisitPlans:
    """Plans at one kiosk. `strip` and `print` touch no store; all else is for the store's thread."""

    def __init__(
        self,
        gate: Gate,
        directory: Directory,
        wayfinding: Wayfinding,
        standing: Callable[[], FloorStanding],
        exhibitors: Sequence[Exhibitor],
        queue: PrintQueue,
    ) -> None:
        """`standing`: what staff have changed on the floor, now."""
        self._gate = gate
        self._directory = directory
        self._wayfinding = wayfinding
        self._standing = standing
        self._queue = queue
        self._hosts = {number: each for each in exhibitors for number in each.stalls}
        self._exhibitors = {each.id: each for each in exhibitors}
        plan = wayfinding.plan
        self._stalls = {stall.number: stall for stall in plan.stalls}
        self._zones = {zone.letter: zone.name for zone in plan.zones}
        self._levels = {level.id: level.name for level in plan.levels}

    # ---- what to visit

    def propose(self, major_class: str, most: int) -> tuple[str, ...]:
        """Stalls that want this class of majors (专业类), best first, no more than `most`."""
        if not major_class:
            return ()
        states = self._standing().states
        found: list[str] = []
        for exhibitor_id in self._directory.for_major(major_class):
            host = self._exhibitors.get(exhibitor_id)
            open_stalls = (
                [] if host is None else [each for each in host.stalls if _why_shut(states.get(each)) is None]
            )
            found += open_stalls[:1]
            if len(found) == most:
                break
        return tuple(found)

    def keep(self, attendee: int, stalls: Sequence[str], sessions: Sequence[str]) -> None:
        """Keep what was picked with somebody's badge, in one fact; nothing at all forgets it."""
        store, fair = self._gate.store, self._gate.fair.id
        picked = tuple(stalls), tuple(sessions)
        with store.transaction():
            if picked == (kept_plans.kept_plan(store.db, fair, attendee) or ((), ())):
                return
            store.journal.append(facts.PlanKept(fair, attendee, *picked), now_ms=self._gate.clock.now_ms())

    def kept(self, attendee: int) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """Stalls and sessions that somebody kept; None where there are none."""
        return kept_plans.kept_plan(self._gate.store.db, self._gate.fair.id, attendee)

    # ---- in which order

    def order(
        self, stalls: Sequence[str], sessions: Sequence[str], now: datetime, step_free: bool
    ) -> VisitPlan:
        """Everything picked, in the best order from here and now; what is no stop comes with its reason."""
        standing = self._standing()
        places: list[_Place] = []
        left_out: list[LeftOut] = []
        hosts: set[int] = set()
        for number in dict.fromkeys(stalls):
            host = self._hosts.get(number)
            if host is not None and host.id in hosts:
                continue  # two stalls of one host are one stop
            hosts |= {host.id} if host is not None else set()
            self._sort(self._stall(number, host, standing), places, left_out)
        for session_id in dict.fromkeys(sessions):
            self._sort(self._session(session_id, now), places, left_out)
        return self._toured(places, left_out, now, step_free=step_free)

    @staticmethod
    def _sort(one: _Place | LeftOut, places: list[_Place], left_out: list[LeftOut]) -> None:
        if isinstance(one, _Place):
            places.append(one)
        else:
            left_out.append(one)

    def _stall(self, number: str, host: Exhibitor | None, standing: FloorStanding) -> _Place | LeftOut:
        name = host.name if host is not None else Words(number, number)
        why = _why_shut(standing.states.get(number))
        target = self._stalls.get(standing.moved.get(number, number))
        if host is None or target is None:
            why = WhyNot.UNKNOWN
        if why is not None or target is None:
            return LeftOut(StopKind.STALL, number, name, why or WhyNot.UNKNOWN)
        zone = self._zones.get(target.zone, Words(target.zone, target.zone))
        return _Place(StopKind.STALL, number, target, name, zone, self._levels[target.level])

    def _session(self, session_id: str, now: datetime) -> _Place | LeftOut:
        card = self._directory.session(session_id)
        if card is None:
            return LeftOut(StopKind.SESSION, session_id, Words(session_id, session_id), WhyNot.UNKNOWN)
        session = card.session
        starts, ends = at(session.day, session.slot.start_min), at(session.day, session.slot.end_min)
        why = _why_missed(session, starts, ends, now)
        if why is None and card.room is None:
            why = WhyNot.OFF_MAP
        if why is not None or card.room is None:
            return LeftOut(StopKind.SESSION, session_id, session.title, why or WhyNot.OFF_MAP, starts)
        room, floor = card.room, self._levels[card.room.level]
        return _Place(StopKind.SESSION, session_id, room, session.title, room.name, floor, starts, ends)

    def _toured(
        self, places: list[_Place], left_out: list[LeftOut], now: datetime, *, step_free: bool
    ) -> VisitPlan:
        nodes = [self._wayfinding.place.node, *(place.target.node for place in places)]
        trees = {node: self._tree(node, step_free=step_free) for node in dict.fromkeys(nodes)}
        distances = [[trees[node].distance_m[other] for other in nodes] for node in nodes]
        talks = [
            Talk(index, _minutes(place.starts - now), _minutes(place.ends - now))
            for index, place in enumerate(places, 1)
            if place.starts is not None and place.ends is not None
        ]
        tour = best_tour(distances, talks)
        no_way = WhyNot.NO_STEP_FREE_WAY if step_free else WhyNot.NO_WAY
        left_out += [_left_out(places[index - 1], no_way) for index in tour.unreachable]
        left_out += [_left_out(places[index - 1], WhyNot.TOO_LATE) for index in tour.missed]
        if not tour.stops:
            return VisitPlan(made=now, left_out=tuple(left_out), step_free=step_free)
        return VisitPlan(
            made=now,
            stops=tuple(
                self._stop(number, stop, places[stop.place - 1], now)
                for number, stop in enumerate(tour.stops, 1)
            ),
            left_out=tuple(left_out),
            length_m=round(tour.length_m),
            walking_min=minutes_for(tour.length_m),
            until=now + timedelta(minutes=tour.stops[-1].leaves_min),
            legs=self._legs(tour, nodes, trees),
            step_free=step_free,
        )

    def _stop(self, number: int, stop: Stop, place: _Place, now: datetime) -> PlanStop:
        target, graph = place.target, self._wayfinding.plan.graph
        stall = isinstance(target, Stall)
        return PlanStop(
            number=number,
            kind=place.kind,
            ref=place.ref,
            mark=place.mark,
            name=place.name,
            place=place.place,
            floor=place.floor,
            zone=target.zone if isinstance(target, Stall) else "",
            level=target.level,
            front=(graph.x_m[target.node], graph.y_m[target.node]),
            distance_m=round(stop.distance_m),
            arrives=now + timedelta(minutes=stop.arrives_min),
            starts=place.starts,
            ends=place.ends,
            moved_from=place.ref if stall and place.mark != place.ref else "",
        )

    def _legs(self, tour: Tour, nodes: list[int], trees: dict[int, Tree]) -> tuple[Leg, ...]:
        path = [nodes[0]]
        for here, place in pairwise((0, *tour.order)):
            path += trees[nodes[here]].path(nodes[place])[1:]
        graph = self._wayfinding.plan.graph
        return tuple(
            Leg(level, tuple((graph.x_m[node], graph.y_m[node]) for node in nodes_here))
            for level, nodes_here in groupby(path, key=lambda node: graph.level[node])
        )

    def _tree(self, node: int, *, step_free: bool) -> Tree:
        return self._wayfinding.tree_from(node, step_free=step_free)

    # ---- handing it over

    def text(self, plan: VisitPlan, language: str) -> str:
        """The plan as plain text for a QR; it needs no network, and names nobody."""
        return plan_text(plan, self._gate.fair, language)

    @property
    def prints(self) -> bool:
        """Whether there is a printer at all."""
        return bool(self._queue.outlets)

    def strip(self, plan: VisitPlan, language: str, media: Media, abilities: Abilities) -> tuple[Page, ...]:
        """The printed strip on what badges are on, in the form that a printer takes."""
        from kiosk.badges.strip import strip_pdf, strip_rasters  # noqa: PLC0415  (loaded at the first print)
        from kiosk.services.visit.strip import strip_face  # noqa: PLC0415  (loaded at the first print)

        face, fonts = strip_face(plan, self._gate.fair, language), self._queue.renderer.fonts
        if abilities.takes is Takes.PDF:
            return (Page(random_id(), media, pdf=strip_pdf(face, fonts, media)),)
        bits = 1 if abilities.takes is Takes.MONO else 24
        rasters = strip_rasters(face, fonts, media, dpi=abilities.dpi, bits=bits)
        return tuple(Page(random_id(), media, raster=each) for each in rasters)

    def print(self, plan: VisitPlan, language: str) -> Printed:
        """Print the strip; not for the store's thread. No fact: nothing of the fair happened."""
        if not self.prints:
            return Printed(False, NOT_OUT)
        handover = self._queue.print_strip(
            lambda media, abilities: self.strip(plan, language, media, abilities)
        )
        out = handover.state in {PrintState.CONFIRMED, PrintState.SENT}
        return Printed(True, OUT_BELOW) if out else Printed(False, NOT_OUT)


def _why_shut(state: StallState | None) -> WhyNot | None:
    return {StallState.CLOSED: WhyNot.CLOSED, StallState.RELEASED: WhyNot.RELEASED}.get(
        state or StallState.EXPECTED
    )


def _why_missed(session: Session, starts: datetime, ends: datetime, now: datetime) -> WhyNot | None:
    if session.day != now.astimezone(BEIJING).date():
        return WhyNot.OTHER_DAY
    if ends <= now:
        return WhyNot.OVER
    return WhyNot.BEGUN if starts < now else None


def _left_out(place: _Place, why: WhyNot) -> LeftOut:
    return LeftOut(place.kind, place.ref, place.name, why, place.starts)


def _minutes(span: timedelta) -> float:
    return span.total_seconds() / 60
