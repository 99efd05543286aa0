"""The rows of a list of results: made when they are looked at, kept, by whatever thread looks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind
from kiosk.domain.fair import Session
from kiosk.domain.floorplan import Facility, Level, Zone
from kiosk.domain.major_classes import major_class_words
from kiosk.domain.person_search import Readings
from kiosk.domain.search import Hit, HitKind, Tier, Why, search_key
from kiosk.domain.stall_state import StallState
from kiosk.domain.words import Words
from kiosk.services.find import words as find_words
from kiosk.services.find.placed import Placed
from kiosk.services.find.roll import Roll, positions_of
from kiosk.services.find.values import NO_WORDS, Group, Row
from kiosk.services.find.words import Typed
from kiosk.services.wayfinding import Wayfinding

GROUP_WORDS = {
    HitKind.EXHIBITOR: Words("单位和学校", "Employers and schools"),
    HitKind.OPENING: Words("岗位", "Openings"),
    HitKind.MAJOR: Words("专业", "Majors"),
    HitKind.STALL: Words("空展位", "Free stalls"),
    HitKind.SESSION: Words("活动", "Sessions"),
    HitKind.FACILITY: Words("设施", "Facilities"),
}
"""In the order of the list."""

_BEST_STATES = (
    StallState.MOVED,
    StallState.PRESENT,
    StallState.EXPECTED,
    StallState.LATE,
    StallState.RELEASED,
    StallState.CLOSED,
)
"""Of a host of several stalls: that it has moved is said first, and one stall where it is found is enough."""


@dataclass(slots=True)
class Block:
    """Neighbouring rows that are made alike: a set of exhibitors in the pack's order, or hits one by one."""

    kind: HitKind
    why: Why = Why.NAME
    """Of exhibitors."""
    exhibitors: int = 0
    hits: tuple[Hit, ...] = ()
    words: Words = NO_WORDS
    """Why all of them are there, where that was said already."""
    order: tuple[int, ...] = ()
    """Exhibitors by position, best first, where it is not the pack's order."""
    _positions: list[int] | None = None

    def __len__(self) -> int:
        return len(self.order) or len(self.hits) or self.exhibitors.bit_count()

    def positions(self) -> Sequence[int]:
        """The exhibitors one by one; made when first asked for."""
        if self.order:
            return self.order
        if self._positions is None:
            self._positions = positions_of(self.exhibitors)
        return self._positions


class Rows(Sequence[Row]):
    """Rows made when they are looked at, and kept. Any thread may look."""

    def __init__(self, blocks: Sequence[Block], make: Callable[[Block, int], Row], placed: Placed) -> None:
        self._blocks = blocks
        self._make = make
        self._placed = placed
        self._starts: list[int] = []
        self._length = 0
        for block in blocks:
            self._starts.append(self._length)
            self._length += len(block)
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return tuple(self._row(at) for at in range(*index.indices(self._length)))
        at = index + self._length if index < 0 else index
        if not 0 <= at < self._length:
            raise IndexError(index)
        return self._row(at)

    def __iter__(self) -> Iterator[Row]:
        return (self._row(at) for at in range(self._length))

    def _row(self, at: int) -> Row:
        row = self._made.get(at)
        if row is None:
            number = bisect_right(self._starts, at) - 1
            row = self._make(self._blocks[number], at - self._starts[number])
            self._made[at] = row
        return row

    def index_of(self, stall: str) -> int | None:
        """The first row that stands at a stall; no row is made for it."""
        here = [*self._placed.at_stall.get(stall, ())]
        for start, block in zip(self._starts, self._blocks, strict=True):
            if block.kind is HitKind.EXHIBITOR:
                standing = [each for each in here if block.order or block.exhibitors >> each & 1]
                for position in standing:
                    if position in block.positions():
                        return start + block.positions().index(position)
            elif block.kind is HitKind.STALL:
                refs = [hit.ref for hit in block.hits]
                if stall in refs:
                    return start + refs.index(stall)
        return None


def blocks_of(tiers: Iterable[Tier], others: Sequence[Hit]) -> list[Block]:
    """The list's order: what is named so exactly, whatever it is; then by kinds."""
    exact: dict[HitKind, list[Block]] = {}
    rest: dict[HitKind, list[Block]] = {}
    for tier in tiers:
        into = exact if tier.why is Why.EXACT else rest
        into.setdefault(HitKind.EXHIBITOR, []).append(Block(HitKind.EXHIBITOR, tier.why, tier.exhibitors))
    for kind in GROUP_WORDS:
        for into, is_exact in ((exact, True), (rest, False)):
            hits = tuple(hit for hit in others if hit.kind is kind and (hit.why is Why.EXACT) is is_exact)
            if hits:
                into.setdefault(kind, []).append(Block(kind, hits=hits))
    heads = [kind for kind in GROUP_WORDS if kind in exact]
    order = [*heads[-1:], *(kind for kind in GROUP_WORDS if kind not in heads[-1:])]
    listed = [(kind, exact) for kind in heads] + [(kind, rest) for kind in order]
    return [block for kind, made in listed for block in made.get(kind, ())]


def groups_of(blocks: Sequence[Block]) -> tuple[Group, ...]:
    """Neighbouring blocks of one kind stand under one heading."""
    groups: list[Group] = []
    first = 0
    for block in blocks:
        if groups and groups[-1].kind is block.kind:
            last = groups.pop()
            groups.append(Group(last.kind, last.words, last.first, last.count + len(block)))
        elif len(block):
            groups.append(Group(block.kind, GROUP_WORDS[block.kind], first, len(block)))
        first += len(block)
    return tuple(groups)


@dataclass(slots=True)
class RowMaker:
    """Makes the rows of one question's results."""

    roll: Roll
    levels: Mapping[str, Level]
    """By id."""
    zones: Mapping[str, Zone]
    """By letter."""
    wayfinding: Wayfinding
    sessions: dict[str, tuple[Session, Facility | None]]
    """By id, with the room where the plan has it."""
    facilities: dict[str, Facility]
    placed: Placed
    readings: Readings
    """How hanzi are read."""
    typed: Typed
    level: str | None = None
    step_free: bool = False
    major_class: str = ""
    left: int = 0
    """Exhibitors that the facets leave, on all levels."""

    def row(self, block: Block, at: int) -> Row:
        """The row at a place of a block."""
        if block.kind is HitKind.EXHIBITOR:
            return self._exhibitor(block, block.positions()[at])
        hit = block.hits[at]
        match hit.kind:
            case HitKind.OPENING:
                return self._opening(hit)
            case HitKind.MAJOR:
                return self._major(hit)
            case HitKind.STALL:
                return self._stall(hit.ref)
            case HitKind.SESSION:
                return self._session(hit.ref)
            case _:
                return self._facility(hit.ref)

    def _exhibitor(self, block: Block, position: int) -> Row:
        host = self.roll.hosts[position]
        offers = self.roll.offers(position)
        stalls = self.placed.stalls[position]
        here = [each for each in stalls if self.placed.level_of(each) == self.level] or list(stalls)
        zone = self.placed.zone_of(here[0]) if here else ""
        left = next((each for each in host.stalls if each.casefold() == self.typed.key), "")
        why = block.words
        if left and left not in stalls:
            why = find_words.moved_words(left)
        if why == NO_WORDS:
            at = self.zones.get(zone)
            why = find_words.why_words(host, offers, block.why, self.typed, at, self.readings)
        if why == NO_WORDS and self.major_class:
            why = find_words.major_words(host, offers, self.major_class)
        distances = [
            found
            for each in here
            if (found := self.wayfinding.distance_m(each, step_free=self.step_free)) is not None
        ]
        return Row(
            kind=HitKind.EXHIBITOR,
            ref=str(host.id),
            title=host.name,
            line=find_words.offers_line(host, offers),
            why=why,
            stalls=stalls,
            zone=zone,
            level=self.placed.level_of(here[0]) if here else "",
            distance_m=min(distances, default=None),
            state=self._state(host),
        )

    def _state(self, host: Exhibitor) -> StallState | None:
        states = {self.placed.standing.states.get(number) for number in host.stalls}
        return next((each for each in _BEST_STATES if each in states), None)

    def _opening(self, hit: Hit) -> Row:
        hosts = positions_of(hit.exhibitors & self.left)
        title = search_key(hit.ref)
        offers = (offer for at in hosts[:1] for offer in self.roll.offers(at))
        english = next((offer.title_en for offer in offers if search_key(offer.title) == title), "")
        return Row(hit.kind, hit.ref, Words(hit.ref, english), find_words.hosts_line(len(hosts)))

    def _major(self, hit: Hit) -> Row:
        hosts = positions_of(hit.exhibitors & self.left)
        schools = sum(self.roll.hosts[each].kind is ExhibitorKind.SCHOOL for each in hosts)
        line = find_words.major_line(len(hosts) - schools, schools)
        return Row(hit.kind, hit.ref, major_class_words(hit.ref), line)

    def _stall(self, number: str) -> Row:
        return Row(
            HitKind.STALL,
            number,
            Words(number, number),
            Words("暂无单位", "No host"),
            stalls=(number,),
            zone=self.placed.zone_of(number),
            level=self.placed.level_of(number),
            distance_m=self.wayfinding.distance_m(number, step_free=self.step_free),
        )

    def _session(self, session_id: str) -> Row:
        session, room = self.sessions[session_id]
        return Row(
            HitKind.SESSION,
            session_id,
            session.title,
            find_words.session_line(session),
            find_words.session_why(session, self.typed),
            level=room.level if room else "",
            distance_m=self._distance(room) if room else None,
        )

    def _facility(self, facility_id: str) -> Row:
        facility = self.facilities[facility_id]
        return Row(
            HitKind.FACILITY,
            facility_id,
            facility.name,
            self.levels[facility.level].name,
            level=facility.level,
            distance_m=self._distance(facility),
            icon=facility.kind.value,
        )

    def _distance(self, facility: Facility) -> int | None:
        return self.wayfinding.distance_to_node_m(facility.node, step_free=self.step_free)
