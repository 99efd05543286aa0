"""The lines of the results as the list shows them: made one by one, as they come into sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, overload

from kiosk.domain.search import HitKind
from kiosk.services.find.values import NO_WORDS, Found, Group, Question, Row

if TYPE_CHECKING:
    from kiosk.domain.floorplan import FloorPlan
    from kiosk.services.find.directory import Directory
    from kiosk.ui.page_model import Surroundings

ROW_NAMES = (
    *("ref", "kind", "title", "line", "stall", "zone", "icon", "distance", "floor", "leads", "standing"),
    *("opens", "chosen", "head", "headCount"),
)
OPENS = {
    HitKind.EXHIBITOR: "card",
    HitKind.OPENING: "look",
    HitKind.MAJOR: "look",
    HitKind.STALL: "way",
    HitKind.SESSION: "page",
    HitKind.FACILITY: "way",
}
"""What a row leads to: a card, its own search, the way, a page."""
ICONS = {HitKind.OPENING: "search", HitKind.MAJOR: "search", HitKind.SESSION: "calendar"}
QUIET = frozenset({"", "expected", "present"})
"""Standings that need no word: the host is there, or need not be yet."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row, and the group that begins with it if one does."""

    row: Row
    group: Group | None = None


class Listed(Sequence[Line]):
    """The rows of an answer as lines; before them one that was touched on the map and is not among them."""

    def __init__(self, rows: Sequence[Row], groups: Sequence[Group], picked: Row | None = None) -> None:
        self._rows = rows
        self._picked = picked
        self._begins = {group.first: group for group in groups if group.count}

    def __len__(self) -> int:
        return len(self._rows) + (self._picked is not None)

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | Sequence[Line]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        if self._picked is not None:
            if at == 0:
                return Line(self._picked)
            at -= 1 if at > 0 else 0
        return Line(self._rows[at], self._begins.get(at))

    @property
    def heads(self) -> list[int]:
        """The lines above which a group's head stands."""
        before = self._picked is not None
        return [group.first + before for group in self.groups]

    @property
    def groups(self) -> list[Group]:
        """The groups in their order."""
        return [self._begins[first] for first in sorted(self._begins)]


def worth_saying(groups: Sequence[Group]) -> Sequence[Group]:
    """The groups whose heads tell something: exhibitors alone are what everybody expects."""
    there = [group for group in groups if group.count]
    alone = len(there) == 1 and there[0].kind is HitKind.EXHIBITOR
    return () if alone else there


def shown(line: Line, surroundings: Surroundings, chosen: str, level_name: str) -> dict:
    """A line's values by ROW_NAMES. `level_name` is said where it is another level than the one shown."""
    row, group = line.row, line.group
    standing = row.state.value if row.state is not None else ""
    return {
        "ref": row.ref,
        "kind": row.kind.value,
        "title": (surroundings.line if row.kind is HitKind.MAJOR else surroundings.title)(row.title),
        "line": surroundings.words(row.why) or surroundings.words(row.line),
        "stall": "/".join(row.stalls),
        "zone": row.zone,
        "icon": row.icon or ICONS.get(row.kind, ""),
        "distance": -1 if row.distance_m is None else row.distance_m,
        "floor": level_name,
        "leads": "",
        "standing": "" if standing in QUIET else standing,
        "opens": OPENS[row.kind],
        "chosen": bool(chosen) and chosen in (*row.stalls, row.ref),
        "head": surroundings.words(group.words) if group else "",
        "headCount": group.count if group else 0,
    }


def mark_of(row: Row) -> str:
    """What the map marks for a row: its stall or the facility; nothing for what has no place on it."""
    if row.kind is HitKind.FACILITY:
        return row.ref
    return row.stalls[0] if row.stalls else (row.ref if row.kind is HitKind.STALL else "")


def place_of(mark: str, found: Found) -> int | None:
    """Where in the results a stall or facility stands; of exhibitors no row is made for it."""
    at = found.index_of(mark)
    if at is not None:
        return at
    there = ((at, row) for at, row in _of_kind(found, HitKind.FACILITY) if row.ref == mark)
    return next((at for at, _row in there), None)


def looked_for(
    mark: str, name: str, found: Found, find: Callable[[Question], Found], *, step_free: bool
) -> tuple[int | None, Row | None]:
    """The place in an answer of what was touched on the map, or a row of its own where it is not in it."""
    at = place_of(mark, found)
    if at is not None:
        return at, None
    others = find(Question(text=name, step_free=step_free))
    other = place_of(mark, others)
    return None, None if other is None else others.rows[other]


def near_terms(text: str, directory: Directory) -> tuple[dict, ...]:
    """Near terms that do have hits, and how many each: on all levels, or of what stands on none."""
    counted = ((term, directory.find(Question(text=term))) for term in directory.nearest_terms(text))
    return tuple(
        {"term": term, "count": sum(found.by_level.values()) or found.total} for term, found in counted
    )


def _of_kind(found: Found, kind: HitKind) -> Iterator[tuple[int, Row]]:
    for group in found.groups:
        if group.kind is kind:
            yield from ((at, found.rows[at]) for at in range(group.first, group.first + group.count))


class _Chained(Sequence["Row"]):
    """Rows that are made when they are looked at, and others after them."""

    def __init__(self, rows: Sequence[Row], more: Sequence[Row]) -> None:
        self._rows, self._more = rows, more

    def __len__(self) -> int:
        return len(self._rows) + len(self._more)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        return self._rows[at] if at < len(self._rows) else self._more[at - len(self._rows)]


def with_facilities(question: Question, plan: FloorPlan, find: Callable[[Question], Found]) -> Found:
    """Everybody of a level and, below them, its facilities: what a map of it shows."""
    found = find(question)
    names = dict.fromkeys(each.name.zh for each in plan.facilities if each.level == question.level)
    rows: dict[str, Row] = {}
    words = NO_WORDS
    for name in names:
        answer = find(replace(question, text=name))
        words = next((each.words for each in answer.groups if each.kind is HitKind.FACILITY), words)
        rows |= {row.ref: row for _at, row in _of_kind(answer, HitKind.FACILITY)}
    if not rows:
        return found
    group = Group(HitKind.FACILITY, words, len(found.rows), len(rows))
    return replace(
        found, rows=_Chained(found.rows, tuple(rows.values())), groups=(*found.groups, group), nearest=False
    )
