"""The directory: what is looked for in, exhibitors, openings, sessions and facilities out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING

from kiosk.domain.exhibitor import host_of
from kiosk.domain.fair import Session
from kiosk.domain.floorplan import FloorPlan, Zone
from kiosk.domain.person_search import Readings
from kiosk.domain.search import (
    Hit,
    HitKind,
    Matches,
    Tier,
    Why,
    exact_key,
    key_words,
    search_key,
    stall_number,
)
from kiosk.services.find.facets import Chosen, Gatherer, Table, bits, chosen_of, counted, narrowed
from kiosk.services.find.nearest import Nearest, parts
from kiosk.services.find.placed import Placed, place
from kiosk.services.find.roll import Roll
from kiosk.services.find.rows import Block, RowMaker, Rows, blocks_of, groups_of
from kiosk.services.find.suits import Suited, Suits
from kiosk.services.find.values import Facet, FacetKind, FloorStanding, Found, Question
from kiosk.services.find.words import Typed
from kiosk.services.values import Listing, SessionCard
from kiosk.services.wayfinding import Wayfinding

if TYPE_CHECKING:
    from kiosk.store.catalogue import Catalogue

READ_AT_ONCE = 100
"""Exhibitors: 15 ms where each has twenty openings."""
_TERMS_MOST = 4
_TYPED_MOST = 16
_NOTHING_TYPED = Why.NAME
"""Everybody's name holds it, so no row says why."""
_KEPT = 16
_Choices = tuple[tuple[FacetKind, str], ...]
_ALIKE = frozenset({Why.SOUNDS, Why.SLIP})
_Standing = Callable[[], FloorStanding]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with what it means here and now."""

    question: Question
    placed: Placed
    typed: Typed
    tables: dict[FacetKind, Table]
    chosen: Chosen
    on_level: int
    """Exhibitors on the level that is asked for, or all."""
    suited: Suited | None
    key: str

    @property
    def narrows(self) -> bool:
        """Whether exhibitors alone are asked for."""
        return bool(self.chosen) or self.suited is not None


@dataclass(frozen=True, slots=True)
class _Shelves:
    """What is made of all exhibitors."""

    roll: Roll
    tables: dict[FacetKind, Table]
    all: int
    readings: Readings
    near: Nearest
    suits: Suits


class _Reading:
    """Exhibitors as far as they are read."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.roll, self.gatherer = Roll(), Gatherer()
        self._left = catalogue.each_exhibitor()

    def read(self, most: int | None) -> bool:
        """So many more, or all; whether any may be left."""
        read = 0
        for exhibitor in islice(self._left, most):
            self.roll.take(exhibitor)
            self.gatherer.take(exhibitor)
            read += 1
        return most is not None and read == most


class Directory:
    """Exhibitors, sessions and facilities of one fair; the pack does not change while it is open.

    All calls come from the thread that owns the store; rows may be looked at by any.
    """

    def __init__(
        self, catalogue: Catalogue, wayfinding: Wayfinding, standing: _Standing = FloorStanding
    ) -> None:
        """`standing` gives what staff have changed on the floor. StoreFault."""
        self._catalogue = catalogue
        self._wayfinding = wayfinding
        self._standing = standing
        self._plan = wayfinding.plan
        self._sessions = {each.id: (each, self._plan.room_named(each.place)) for each in catalogue.sessions()}
        self._facilities = {each.id: each for each in self._plan.facilities}
        self._levels = {each.id: each for each in self._plan.levels}
        self._zones = {each.letter: each for each in self._plan.zones}
        self._placed: Placed | None = None
        self._reading: _Reading | None = None
        self._counted: dict[tuple[int, _Choices], tuple[Facet, ...]] = {}

    def warm(self) -> bool:
        """Read a part of what the first search needs, so that no scan waits long; whether more is left.

        StoreFault; then it begins anew.
        """
        if "_shelves" in self.__dict__:
            return False
        if self._read(READ_AT_ONCE):
            return True
        self._catalogue.search("")
        _ = self._shelves
        return False

    def _read(self, most: int | None = None) -> bool:
        """Read on, `most` exhibitors or all of them; whether more is left."""
        reading, self._reading = self._reading or _Reading(self._catalogue), None  # gone if a fault comes
        more = reading.read(most)
        self._reading = reading
        return more

    @cached_property
    def _shelves(self) -> _Shelves:
        """All exhibitors, read once: who opens a kiosk to check in does not wait for it."""
        self._read()
        read, self._reading = self._reading, None
        assert read is not None, "it was read just now"
        tables = read.gatherer.tables()
        return _Shelves(
            read.roll,
            tables,
            (1 << len(read.roll.hosts)) - 1,
            self._catalogue.readings(),
            Nearest(read.roll.hosts),
            Suits(read.roll, tables[FacetKind.MAJOR]),
        )

    # ---- the plan and the programme

    def plan(self) -> FloorPlan:
        """The floor plan."""
        return self._plan

    def zones(self) -> tuple[Zone, ...]:
        """The zones in the order of their letters."""
        return self._plan.zones

    def programme(self) -> tuple[Session, ...]:
        """All sessions by day and time."""
        sessions = (session for session, _room in self._sessions.values())
        return tuple(sorted(sessions, key=lambda each: (each.day, each.slot.start_min, each.id)))

    def session(self, session_id: str) -> SessionCard | None:
        """A session with its room on the plan and the exhibitor that gives it; None where it is unknown."""
        session, room = self._sessions.get(session_id, (None, None))
        if session is None:
            return None
        host = host_of(session, self._shelves.roll.hosts)
        return SessionCard(
            session,
            self.listing(host.id) if host else None,
            room,
            self._wayfinding.distance_to_node_m(room.node) if room else None,
        )

    def listing(self, exhibitor_id: int) -> Listing | None:
        """An exhibitor's card; None where the pack that is open knows no such exhibitor.

        Its stalls are the pack's; zone, level and distance are those of where it stands now.
        """
        exhibitor = self._catalogue.exhibitor(exhibitor_id)
        if exhibitor is None:
            return None
        placed = self._placed_now()
        stalls = placed.stalls[self._shelves.roll.position[exhibitor_id]]
        first = stalls[0] if stalls else ""
        return Listing(
            exhibitor,
            self._zones.get(placed.zone_of(first)),
            self._levels.get(placed.level_of(first)),
            self._wayfinding.distance_m(first) if first else None,
        )

    # ---- looking for something

    def find(self, question: Question) -> Found:
        """What matches, best first, with facets; with nothing typed everybody who has a stall. See Found.

        Facets and a class of majors narrow exhibitors and what they offer; while they do, sessions and free
        stalls are left out. Facilities stay: who looks for a lift means a lift. Raises StoreFault where the
        index cannot be read: that is not the same as finding nothing.
        """
        placed = self._placed_now()
        matches = self._matches(question, placed)
        asked = self._asked(question, placed, matches)
        if not matches.exhibitors and not matches.others:
            return self._nearest(asked)
        hits = matches.exhibitors
        if asked.suited is not None:
            hits &= asked.suited.named | asked.suited.any
        left = narrowed(asked.tables, hits, asked.chosen)
        others = tuple(self._others(asked, matches.others, left))
        here = [hit for hit in others if not question.level or self._level_of(hit) in ("", question.level)]
        blocks = blocks_of(self._tiers(asked, matches.tiers, left & asked.on_level), here)
        rows = self._rows(asked, blocks, left)
        return Found(
            rows=rows,
            groups=groups_of(blocks),
            by_level=self._by_level(placed, left, others),
            facets=self._facets(asked, hits & asked.on_level),
            stalls=self._lit(placed, left, others),
            index_of=rows.index_of,
        )

    def _asked(self, question: Question, placed: Placed, matches: Matches) -> _Asked:
        on_level = self._shelves.all
        if question.level:
            on_level = placed.levels.get(question.level, 0) | placed.nowhere
        return _Asked(
            question,
            placed,
            Typed.of(question.text, matches),
            {**self._shelves.tables, FacetKind.ZONE: placed.zones},
            chosen_of(question.chosen),
            on_level,
            self._shelves.suits.of(question.major_class) if question.major_class else None,
            search_key(question.text),
        )

    def _matches(self, question: Question, placed: Placed) -> Matches:
        """What the index finds. Who was moved to a stall is found by its number. With nothing typed everybody
        who has a stall, or everybody where nobody has one."""
        if not key_words(question.text):
            return Matches((Tier(_NOTHING_TYPED, self._shelves.all & ~placed.nowhere or self._shelves.all),))
        matches = self._catalogue.search(question.text, nine_keys=question.nine_keys)
        number = None if question.nine_keys else stall_number(question.text)
        moved = bits(placed.at_stall.get(number or "", ()), len(self._shelves.roll.hosts))
        if not moved & ~matches.exhibitors:
            return matches
        exact = moved | next((tier.exhibitors for tier in matches.tiers if tier.why is Why.EXACT), 0)
        tiers = (Tier(each.why, each.exhibitors & ~exact) for each in matches.tiers)
        return Matches((Tier(Why.EXACT, exact), *(each for each in tiers if each.exhibitors)), matches.others)

    @staticmethod
    def _tiers(asked: _Asked, tiers: Iterable[Tier], shown: int) -> Iterator[Tier]:
        """Who is shown, best first: within a tier who names the major before who takes any.

        Who has no stall comes after all who have one, unless it is named so exactly: stalls are looked for.
        """
        suited, nowhere = asked.suited, asked.placed.nowhere
        sets = (shown,) if suited is None else (shown & suited.named, shown & suited.any)
        last = []
        for tier in tiers:
            for each in sets:
                found = tier.exhibitors & each
                first = found if tier.why is Why.EXACT else found & ~nowhere
                if first:
                    yield Tier(tier.why, first)
                if found & ~first:
                    last.append(Tier(tier.why, found & ~first))
        yield from last

    def _others(self, asked: _Asked, hits: Iterable[Hit], left: int) -> Iterator[Hit]:
        """Of all but exhibitors what is listed: nothing that leads to nobody, or back to this question."""
        here = left & asked.on_level
        for hit in hits:
            match hit.kind:
                case HitKind.OPENING | HitKind.MAJOR:
                    listed = bool(hit.exhibitors & here) and (
                        hit.why is not Why.EXACT or search_key(hit.ref) != asked.key
                    )
                case HitKind.FACILITY:
                    listed = hit.ref in self._facilities
                case HitKind.STALL:
                    listed = not asked.narrows and hit.ref not in asked.placed.at_stall
                case _:
                    listed = not asked.narrows and hit.ref in self._sessions
            if listed:
                yield hit

    def _rows(self, asked: _Asked, blocks: list[Block], left: int) -> Rows:
        question = asked.question
        maker = RowMaker(
            roll=self._shelves.roll,
            levels=self._levels,
            zones=self._zones,
            wayfinding=self._wayfinding,
            sessions=self._sessions,
            facilities=self._facilities,
            placed=asked.placed,
            readings=self._shelves.readings,
            typed=asked.typed,
            level=question.level,
            step_free=question.step_free,
            major_class=question.major_class,
            left=left,
        )
        return Rows(blocks, maker.row, asked.placed)

    def _nearest(self, asked: _Asked) -> Found:
        question = asked.question
        scope = narrowed(asked.tables, self._shelves.all, asked.chosen) or self._shelves.all
        near = self._shelves.near.find(
            question.text,
            lambda part: self._holding(part, nine_keys=question.nine_keys) & scope,
            by_keys=question.nine_keys,
        )
        if near is None:
            return Found(())
        exhibitors = bits(near.positions, len(self._shelves.roll.hosts))
        blocks = [Block(HitKind.EXHIBITOR, order=near.positions, words=near.words)]
        rows = self._rows(asked, blocks, exhibitors)
        return Found(
            rows=rows,
            groups=groups_of(blocks),
            by_level=self._by_level(asked.placed, exhibitors, ()),
            stalls=self._lit(asked.placed, exhibitors, ()),
            nearest=True,
            index_of=rows.index_of,
        )

    def _holding(self, part: str, *, nine_keys: bool) -> int:
        """Who is found by a part of a text as it is written, not by what sounds or looks alike."""
        found = 0
        for tier in self._catalogue.search(part, nine_keys=nine_keys).tiers:
            found |= tier.exhibitors if tier.why not in _ALIKE else 0
        return found

    def _facets(self, asked: _Asked, hits: int) -> tuple[Facet, ...]:
        """The last ones are kept: who erases, or looks at another level and back, asks for them again."""
        key = (hits, asked.question.chosen)
        facets = self._counted.get(key)
        if facets is None:
            facets = counted(asked.tables, hits, asked.chosen)
            if len(self._counted) == _KEPT:
                self._counted.pop(next(iter(self._counted)))
            self._counted[key] = facets
        return facets

    def _by_level(self, placed: Placed, left: int, others: Iterable[Hit]) -> dict[str, int]:
        counts = Counter(level for hit in others if (level := self._level_of(hit)))
        for level, exhibitors in placed.levels.items():
            counts[level] += (left & exhibitors).bit_count()
        return {level: count for level, count in counts.items() if count}

    def _level_of(self, hit: Hit) -> str:
        """The level that something lies on; nothing for what lies on none, which is listed on every one."""
        match hit.kind:
            case HitKind.FACILITY:
                return self._facilities[hit.ref].level
            case HitKind.SESSION:
                room = self._sessions[hit.ref][1]
                return room.level if room else ""
            case HitKind.STALL:
                return self._placed_now().level_of(hit.ref)
            case _:
                return ""

    def _lit(self, placed: Placed, left: int, others: Iterable[Hit]) -> frozenset[str]:
        lit = placed.stalls_of(left)
        lit.update(hit.ref for hit in others if hit.kind is HitKind.STALL)
        return frozenset(lit)

    def _placed_now(self) -> Placed:
        standing = self._standing()
        if self._placed is None:
            self._placed = place(self._shelves.roll.hosts, self._plan, standing)
        elif standing is not self._placed.standing:
            if self._placed.moves_as(standing):
                self._placed = self._placed.at(standing)
            else:
                self._placed = place(self._shelves.roll.hosts, self._plan, standing)
                self._counted.clear()
        return self._placed

    # ---- what suits a major

    def for_major(self, major_class: str) -> tuple[int, ...]:
        """Ids of exhibitors who have a stall, for a class of majors, best first.

        First who names it (a school: who has graduates of it), those with the most posts for it before; then
        who takes any major, in the order of stalls.
        """
        hosts = (self._shelves.roll.hosts[each] for each in self._shelves.suits.order(major_class))
        return tuple(each.id for each in hosts if each.stalls)

    @property
    def majors_by_text(self) -> bool:
        """Whether the pack is an older one whose openings do not say their classes: then what suits a major
        is guessed from their words, and less is found."""
        return self._shelves.suits.by_text

    # ---- where nothing was found

    def nearest_terms(self, text: str) -> tuple[str, ...]:
        """Terms that do have hits, nearest to what was typed.

        First the longest parts of the text (海上风电 gives 风电), then posts, majors and industries that
        share a character with it; those that share two neighbouring ones come first.
        """
        typed = exact_key(text)[:_TYPED_MOST]
        found: list[str] = []
        for term in chain(parts(typed, 4 if typed.isascii() else 2), self._alike(typed)):
            if len(found) == _TERMS_MOST:
                break
            if not any(term in each for each in found) and self._catalogue.search(term).exhibitors:
                found.append(term)
        return tuple(found)

    def _alike(self, typed: str) -> Iterator[str]:
        if typed.isascii():
            return
        terms = {each.industry for each in self._shelves.roll.hosts}
        for character in set(typed):
            terms.update(hit.ref for hit in self._catalogue.search(character).others if hit.exhibitors)
        characters = set(typed)
        alike = (term for term in terms if 2 <= len(term) <= 8 and not characters.isdisjoint(term))
        yield from sorted(alike, key=lambda term: (-_shared(typed, term), len(term), term))


def _shared(typed: str, term: str) -> int:
    """2 where two neighbouring characters of the text stand in the term, 1 where one does."""
    if any(typed[at : at + 2] in term for at in range(len(typed) - 1)):
        return 2
    return int(any(each in term for each in typed))
