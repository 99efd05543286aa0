"""The floor today: closed passages and lifts, closed and moved stalls, and which hosts have come.

What staff change is one fact each; every way honours it from then on, here and, once the fact has travelled,
at every other kiosk of the fair.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from kiosk.domain import facts, floor_words
from kiosk.domain.closable import Closable, closables, cut_off
from kiosk.domain.fair import BEIJING
from kiosk.domain.floorplan import FloorPlan
from kiosk.domain.search import natural_key
from kiosk.domain.staff_duties import Act
from kiosk.domain.stall_state import (
    StallState,
    guests_of,
    late_from_min,
    states_of,
    whose_place,
    with_present_hosts,
)
from kiosk.domain.words import Words
from kiosk.services.duty import require
from kiosk.services.find.values import FloorStanding
from kiosk.services.floor_values import CutOff, FloorSheet, FloorStall, Guest, PassageRow
from kiosk.services.values import Correction
from kiosk.store import changes, presence
from kiosk.store import floor as told

if TYPE_CHECKING:
    from kiosk.services.gate import Gate
    from kiosk.services.wayfinding import Wayfinding

SIGNED_IN_LEAST = 1 / 3
"""So large a share of stalls must have signed in before anything is said of the others: with fewer, hosts do
not sign in here, or this kiosk has not heard of it yet."""
_GONE = frozenset({StallState.LATE, StallState.RELEASED, StallState.MOVED})
"""States of hosts at whose stall somebody else may stand."""
_AsOf = tuple[tuple[int, int] | None, date, bool]


@dataclass(frozen=True, slots=True)
class _Known:
    """What facts say, as it was read."""

    claimed: frozenset[str]
    released: frozenset[str]
    closed: frozenset[str]
    closed_stalls: frozenset[str]
    moved: Mapping[str, str]
    late: bool


@dataclass(slots=True)
class Floor:
    """All calls but `harm` and `cut_off` come from the one thread that owns the store."""

    gate: Gate
    plan: FloorPlan
    hosts: Mapping[str, Words]
    """Whose each stall is, in the order of their numbers."""
    wayfinding: Wayfinding
    closable: tuple[Closable, ...] = field(init=False)
    """What staff can close."""
    _numbers: tuple[str, ...] = field(init=False)
    """Of all stalls of the plan, in their order."""
    _standing: FloorStanding = field(init=False, default_factory=FloorStanding)
    _known: _Known | None = field(init=False, default=None)
    _as_of: _AsOf | None = field(init=False, default=None)
    _sheet: FloorSheet | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.closable = closables(self.plan)
        self._numbers = tuple(sorted((stall.number for stall in self.plan.stalls), key=natural_key))

    def standing(self) -> FloorStanding:
        """What staff have changed and who has come, as far as this kiosk knows; the same object until that
        changes. Costs microseconds as long as nothing was written to the store."""
        as_of = self._now()
        if as_of[0] is None or as_of != self._as_of:
            self.refresh()
        return self._standing

    def refresh(self) -> None:
        """Read the facts again, of other kiosks as well, and let every way honour them."""
        as_of = self._now()
        db, fair = self.gate.store.db, self.gate.fair.id
        known = _Known(
            presence.stalls_claimed(db, fair, as_of[1]),
            presence.stalls_released(db, fair),
            told.closed_passages(db, fair),
            told.closed_stalls(db, fair),
            told.moved_stalls(db, fair),
            as_of[2],
        )
        self._sheet = None  # the same may be closed by another member, or since another time
        if known != self._known:
            self._take(known)
        if self.wayfinding.closed != self._standing.closed:
            self.wayfinding.close(self._standing.closed)
        self._as_of = as_of if as_of[0] is not None else None

    def _take(self, known: _Known) -> None:
        """Add up what was read."""
        moved = {
            stall: to
            for stall, to in sorted(known.moved.items())
            if stall in self.hosts and to in self._numbers and to != stall  # another pack may have had others
        }
        present = with_present_hosts(self.hosts, known.claimed)
        sign_in = len(present) >= len(self.hosts) * SIGNED_IN_LEAST
        states = states_of(
            self.hosts,
            present=present,
            released=known.released,
            closed=known.closed_stalls,
            moved=moved,
            late=known.late and sign_in,
        )
        if not sign_in:
            states = {stall: state for stall, state in states.items() if state is not StallState.EXPECTED}
        standing = FloorStanding(closed=known.closed, states=states, moved=moved)
        self._known = known
        if standing != self._standing:
            self._standing = standing
            self.wayfinding.rename_hosts(whose_place(self.hosts, moved))

    # ---- passages

    def close(self, passages: Iterable[str], staff: str) -> Correction:
        """Close passages, lifts, stairs, ramps or escalators, each with all its ends."""
        return self._set_passages(tuple(passages), closed=True, staff=staff)

    def open(self, passages: Iterable[str], staff: str) -> Correction:
        """Open them again."""
        return self._set_passages(tuple(passages), closed=False, staff=staff)

    def harm(self, passage: str, closed: frozenset[str]) -> CutOff:
        """The stalls that would lose their way from this kiosk if that passage were closed besides `closed`.

        Asks the plan alone, so any thread may call it.
        """
        ids = frozenset(one for each in self.closable if passage in each.ids for one in each.ids)
        return CutOff(*cut_off(self.plan, self.wayfinding.place.node, before=closed, after=closed | ids))

    def cut_off(self, closed: frozenset[str]) -> CutOff:
        """The stalls that have lost their way from this kiosk by all that is closed; any thread may ask."""
        return CutOff(*cut_off(self.plan, self.wayfinding.place.node, before=frozenset(), after=closed))

    def _set_passages(self, passages: tuple[str, ...], *, closed: bool, staff: str) -> Correction:
        require(self.gate.fair, staff, Act.CLOSE)
        wanted = [each for each in self.closable if not {*each.ids}.isdisjoint(passages)]
        if not passages or not {one for each in wanted for one in each.ids}.issuperset(passages):
            return Correction(False, floor_words.UNKNOWN_PASSAGE)
        db, fair = self.gate.store.db, self.gate.fair.id
        with self.gate.store.transaction():
            before = told.closed_passages(db, fair)
            changed = [each for each in wanted if any((one in before) != closed for one in each.ids)]
            if changed:
                ids = tuple(one for each in changed for one in each.ids)
                self._append(facts.PassagesClosed(fair, ids, closed, staff))
        if not changed:
            return Correction(False, floor_words.ALREADY_SO)
        self.refresh()
        names = tuple(each.name for each in changed)
        return Correction(True, floor_words.closed(names) if closed else floor_words.opened(names))

    # ---- stalls

    def close_stalls(self, stalls: Iterable[str], staff: str) -> Correction:
        """Close stalls as places: whoever stands there is not to be visited."""
        return self._set_stalls(tuple(stalls), closed=True, staff=staff)

    def open_stalls(self, stalls: Iterable[str], staff: str) -> Correction:
        """Open them again."""
        return self._set_stalls(tuple(stalls), closed=False, staff=staff)

    def move(self, stall: str, to: str, staff: str) -> Correction:
        """The host of `stall` stands at the stall `to` now. Refused in words where that makes no sense."""
        require(self.gate.fair, staff, Act.MOVE)
        with self.gate.store.transaction():
            refusal = self._refuses(stall, to)
            if refusal is None:
                self._append(facts.StallMoved(self.gate.fair.id, stall, to, staff))
        if refusal is not None:
            return Correction(False, refusal)
        self.refresh()
        return Correction(True, floor_words.moved(stall, to))

    def move_back(self, stall: str, staff: str) -> Correction:
        """The host of `stall` stands at its own stall again, unless another host was moved there."""
        require(self.gate.fair, staff, Act.MOVE)
        with self.gate.store.transaction():
            moved = self.standing().moved
            refusal = None
            if stall not in self.hosts:
                refusal = floor_words.UNKNOWN_STALL
            elif stall not in moved:
                refusal = floor_words.ALREADY_SO
            elif stall in moved.values():
                refusal = floor_words.taken(stall)
            else:
                self._append(facts.StallMoved(self.gate.fair.id, stall, "", staff))
        if refusal is not None:
            return Correction(False, refusal)
        self.refresh()
        return Correction(True, floor_words.moved_back(stall))

    def _set_stalls(self, stalls: tuple[str, ...], *, closed: bool, staff: str) -> Correction:
        require(self.gate.fair, staff, Act.CLOSE)
        if not stalls or not set(self._numbers).issuperset(stalls):
            return Correction(False, floor_words.UNKNOWN_STALL)
        db, fair = self.gate.store.db, self.gate.fair.id
        with self.gate.store.transaction():
            before = told.closed_stalls(db, fair)
            changed = tuple(each for each in dict.fromkeys(stalls) if (each in before) != closed)
            if changed:
                self._append(facts.StallsClosed(fair, changed, closed, staff))
        if not changed:
            return Correction(False, floor_words.ALREADY_SO)
        self.refresh()
        said = floor_words.stalls_closed if closed else floor_words.stalls_opened
        return Correction(True, said(changed))

    def _refuses(self, stall: str, to: str) -> Words | None:
        """Why a host is not moved there; inside the transaction that would record it."""
        standing = self.standing()
        if not {stall, to} <= set(self._numbers):
            return floor_words.UNKNOWN_STALL
        if stall not in self.hosts:
            return floor_words.nobody_hosts(stall)
        if stall == to:
            return floor_words.own_stall(stall)
        if standing.moved.get(stall) == to:
            return floor_words.ALREADY_SO
        if to in self._shut:
            return floor_words.place_closed(to)
        return None if self._free(standing, to) else floor_words.taken(to)

    @property
    def _shut(self) -> frozenset[str]:
        return self._known.closed_stalls if self._known is not None else frozenset()

    def _free(self, standing: FloorStanding, stall: str) -> bool:
        """Whether nobody stands at a stall, nor is expected there."""
        if stall in self._shut or stall in standing.moved.values():
            return False
        return standing.states.get(stall) in _GONE or stall not in self.hosts

    def _append(self, body: facts.Body) -> None:
        self.gate.store.journal.append(body, now_ms=self.gate.clock.now_ms())

    # ---- as staff see it

    def sheet(self) -> FloorSheet:
        """Every passage and every stall with what was done to it."""
        self.standing()
        if self._sheet is None:
            self._sheet = FloorSheet(self.passages(), self._stalls())
        return self._sheet

    def passages(self) -> tuple[PassageRow, ...]:
        """What staff can close, closed ones first, with since when and by whom."""
        closures = {each.passage: each for each in told.closures(self.gate.store.db, self.gate.fair.id)}
        staff = {each.id: each.name for each in self.gate.fair.staff}
        levels = {each.id: each.name for each in self.plan.levels}
        rows = []
        for each in self.closable:
            found = [closures[one] for one in each.ids if one in closures]
            first = min(found, key=lambda closure: closure.since, default=None)
            rows.append(
                PassageRow(
                    id=each.id,
                    ids=each.ids,
                    kind=each.kind,
                    name=each.name,
                    levels=each.levels,
                    place=floor_words.place(tuple(levels[level] for level in each.levels), each.near),
                    since=first.since if first is not None else None,
                    by=staff.get(first.by, first.by) if first is not None else "",
                )
            )
        return tuple(sorted(rows, key=lambda row: not row.closed))

    def shared(self) -> tuple[str, ...]:
        """Stalls at which more than one host stands, as far as facts say: two kiosks moved hosts there, or
        the one whom it belongs to came after all."""
        standing, guests = self.standing(), guests_of(self._standing.moved)
        own = {stall for stall, state in standing.states.items() if state is StallState.PRESENT}
        return tuple(each for each in self._numbers if len(guests.get(each, ())) + (each in own) > 1)

    def _stalls(self) -> tuple[FloorStall, ...]:
        standing, guests = self._standing, guests_of(self._standing.moved)
        rows = []
        for stall in self._numbers:
            closed = stall in self._shut
            state = standing.states.get(stall)
            rows.append(
                FloorStall(
                    stall,
                    self.hosts.get(stall),
                    state if state is not None or not closed else StallState.CLOSED,
                    to=standing.moved.get(stall, ""),
                    guests=tuple(Guest(own, self.hosts[own]) for own in guests.get(stall, ())),
                    closed=closed,
                    free=self._free(standing, stall),
                )
            )
        return tuple(rows)

    def _now(self) -> _AsOf:
        """What `standing` depends on: the store's state, the day, and whether who has not come is late."""
        now = self.gate.clock.now().astimezone(BEIJING)
        day = self.gate.fair.day(now.date())
        late = day is not None and now.hour * 60 + now.minute >= late_from_min(day, self.gate.fair.policy)
        return changes.stamp(self.gate.store.db), now.date(), late
