"""The directory: what is typed in, exhibitors, sessions and facilities out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind, host_of
from kiosk.domain.fair import Session, Words
from kiosk.domain.floorplan import FloorPlan, Zone
from kiosk.domain.search import HitKind, exact_key, normalise
from kiosk.domain.terms import degree
from kiosk.services.values import Listing, Results, Row, SessionCard
from kiosk.services.wayfinding import Wayfinding

if TYPE_CHECKING:
    from kiosk.store.catalogue import Catalogue

_FOUND_MOST = 5_000
_TERMS_MOST = 4


class Directory:
    """Exhibitors, sessions and facilities of one fair; the pack does not change while it is open."""

    def __init__(self, catalogue: Catalogue, wayfinding: Wayfinding) -> None:
        self._catalogue = catalogue
        self._wayfinding = wayfinding
        self._plan = wayfinding.plan
        self._exhibitors = {each.id: each for each in catalogue.exhibitors()}
        self._sessions = catalogue.sessions()
        self._levels = {stall.number: stall.level for stall in self._plan.stalls}

    def plan(self) -> FloorPlan:
        """The floor plan."""
        return self._plan

    def zones(self) -> tuple[Zone, ...]:
        """The zones in the order of their letters."""
        return self._plan.zones

    def programme(self) -> tuple[Session, ...]:
        """All sessions by day and time."""
        return tuple(sorted(self._sessions, key=lambda each: (each.day, each.slot.start_min, each.id)))

    def session(self, session_id: str) -> SessionCard | None:
        """A session with its room on the plan and the exhibitor that gives it; None where it is unknown."""
        session = next((each for each in self._sessions if each.id == session_id), None)
        if session is None:
            return None
        host = host_of(session, self._exhibitors.values())
        room = self._plan.room_named(session.place)
        return SessionCard(
            session,
            self.listing(host.id) if host else None,
            room,
            self._wayfinding.distance_to_node_m(room.node) if room else None,
        )

    def find(
        self, text: str, level: str | None = None, zone: str | None = None, *, nine_keys: bool = False
    ) -> Results:
        """What matches, in rank order; counts are taken before level and zone narrow the rows.

        `nine_keys`: the text is what was touched on a telephone's keys, each for one of its letters.
        """
        search = self._catalogue.search_keys if nine_keys else self._catalogue.search
        hits = search(text, _FOUND_MOST).hits
        rows = [row for kind, ref in hits if (row := self._row(kind, ref, text)) is not None]
        in_zone = [row for row in rows if zone is None or row.zone == zone]
        shown = [row for row in in_zone if level is None or row.level == level]
        return Results(
            rows=tuple(shown),
            total=len(shown),
            by_level=dict(Counter(row.level for row in in_zone if row.level)),
            by_zone=dict(Counter(row.zone for row in rows if row.zone)),
            stalls=frozenset(number for row in in_zone for number in row.stalls),
        )

    def listing(self, exhibitor_id: int) -> Listing | None:
        """An exhibitor's card; None where the pack that is open knows no such exhibitor."""
        exhibitor = self._exhibitors.get(exhibitor_id)
        if exhibitor is None:
            return None
        zone = next((each for each in self._plan.zones if each.letter == exhibitor.zone), None)
        level_id = self._levels.get(exhibitor.stalls[0]) if exhibitor.stalls else None
        level = next((each for each in self._plan.levels if each.id == level_id), None)
        return Listing(exhibitor, zone, level, self._distance_m(exhibitor))

    def for_major(self, major_class: str) -> tuple[int, ...]:
        """Ids of exhibitors that want a class of majors, those with most openings for it first."""
        wanting = {
            each.id: sum(major_class in opening.major_classes for opening in each.openings)
            for each in self._exhibitors.values()
        }
        return tuple(sorted((each for each in wanting if wanting[each]), key=lambda each: -wanting[each]))

    def nearest_terms(self, text: str) -> tuple[str, ...]:
        """Terms that do have hits, nearest to what was typed.

        First the longest parts of the text itself (海上风电 gives 风电), then industries and posts that share
        two neighbouring characters with it, then those that share one.
        """
        typed = exact_key(text)
        least = 4 if typed.isascii() else 2
        sizes = range(len(typed) - 1, least - 1, -1)
        parts = (typed[start : start + size] for size in sizes for start in range(len(typed) - size + 1))
        terms = {
            term
            for exhibitor in self._exhibitors.values()
            for term in (exhibitor.industry, *(opening.title for opening in exhibitor.openings))
            if 2 <= len(term) <= 8
        }
        alike = sorted(terms, key=lambda term: (-_shared(typed, term), len(term), term))
        found: list[str] = []
        for term in (*parts, *(each for each in alike if _shared(typed, each))):
            if len(found) == _TERMS_MOST:
                break
            if not any(term in each for each in found) and self.find(term).total:
                found.append(term)
        return tuple(found)

    def _row(self, kind: HitKind, ref: str, text: str) -> Row | None:
        if kind is HitKind.EXHIBITOR:
            exhibitor = self._exhibitors.get(int(ref))
            return self._exhibitor_row(exhibitor, text) if exhibitor and exhibitor.stalls else None
        if kind is HitKind.FACILITY:
            return self._facility_row(ref)
        return None  # sessions are found on the programme's page; here they have no stall to show

    def _exhibitor_row(self, exhibitor: Exhibitor, text: str) -> Row:
        return Row(
            id=exhibitor.id,
            name=exhibitor.name,
            stalls=exhibitor.stalls,
            zone=exhibitor.zone,
            level=self._levels.get(exhibitor.stalls[0], ""),
            line=_line(exhibitor, text),
            distance_m=self._distance_m(exhibitor),
            ref=str(exhibitor.id),
        )

    def _facility_row(self, ref: str) -> Row | None:
        facility = next((each for each in self._plan.facilities if each.id == ref), None)
        if facility is None:
            return None
        level = next(each for each in self._plan.levels if each.id == facility.level)
        return Row(
            id=-1,
            name=facility.name,
            stalls=(),
            zone="",
            level=facility.level,
            line=level.name,
            distance_m=self._wayfinding.distance_to_node_m(facility.node),
            kind="facility",
            ref=ref,
        )

    def _distance_m(self, exhibitor: Exhibitor) -> int | None:
        return self._wayfinding.distance_m(exhibitor.stalls[0]) if exhibitor.stalls else None


def _shared(typed: str, term: str) -> int:
    """2 where two neighbouring characters of the text stand in the term, 1 where one does."""
    if any(typed[at : at + 2] in term for at in range(len(typed) - 1)):
        return 2
    return int(any(each in term for each in typed))


def _line(exhibitor: Exhibitor, text: str) -> Words:
    """Why it matches: the opening or major that was meant, else what the exhibitor offers most."""
    tokens = normalise(text)
    if exhibitor.kind is ExhibitorKind.SCHOOL:
        majors = [entry for entry in exhibitor.pool if any(token in entry.major for token in tokens)]
        entry = next(iter(majors or exhibitor.pool), None)
        if entry is None:
            return Words(exhibitor.strengths, exhibitor.strengths)
        graduates = sum(each.count for each in exhibitor.pool)
        return Words(f"{entry.major}・毕业生 {graduates} 人", f"{entry.major}, {graduates} graduates")
    matching = [
        each
        for each in exhibitor.openings
        if any(token in f"{each.title}{each.title_en}{each.majors}".casefold() for token in tokens)
    ]
    opening = next(iter(matching or exhibitor.openings), None)
    if opening is None:
        return Words(exhibitor.industry, exhibitor.industry)
    count = f"{opening.headcount} 人" if opening.headcount else "若干"
    posts = f"{opening.headcount} posts" if opening.headcount else "several posts"
    return Words(
        f"{opening.title}・{count}・{opening.degree}",
        f"{opening.title_en or opening.title}, {posts}, {degree(opening.degree).of('en')}",
    )
