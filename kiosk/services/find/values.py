"""What is asked of the directory, and what it answers: frozen values, texts in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.search import HitKind
from kiosk.domain.stall_state import StallState
from kiosk.domain.words import Words

NO_WORDS = Words("", "")


class FacetKind(StrEnum):
    """By what a list of exhibitors can be narrowed."""

    KIND = "kind"
    ZONE = "zone"
    INDUSTRY = "industry"
    NATURE = "nature"
    REGION = "region"
    DEGREE = "degree"
    MAJOR = "major"
    HEADCOUNT = "headcount"


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for. Of one facet any chosen value will do; every facet must hold."""

    text: str = ""
    nine_keys: bool = False
    """The text is what was touched on a telephone's keys, each for one of its letters."""
    level: str | None = None
    """Only what stands on it, or stands nowhere."""
    chosen: tuple[tuple[FacetKind, str], ...] = ()
    major_class: str = ""
    """Only what suits this class of majors (专业类), as an attendee has it."""
    step_free: bool = False
    """Distances are those of the way without steps."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet with the number of exhibitors that choosing it would leave, on the level that is
    asked for; never one with none, unless it is chosen."""

    value: str
    words: Words
    count: int
    on: bool = False
    depth: int = 0
    """0, or deeper in a tree (a city below its province)."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with the values that still have results, in a fixed order."""

    kind: FacetKind
    words: Words
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the results."""

    kind: HitKind
    ref: str
    """Id of an exhibitor, session or facility; a stall's number; of openings and majors what to look up."""
    title: Words
    line: Words = NO_WORDS
    """What it offers."""
    why: Words = NO_WORDS
    """Why it matches what was typed; nothing where its title says so itself."""
    stalls: tuple[str, ...] = ()
    """Where it stands now."""
    zone: str = ""
    level: str = ""
    distance_m: int | None = None
    state: StallState | None = None
    icon: str = ""
    """A facility's kind."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one kind that stand together."""

    kind: HitKind
    words: Words
    first: int
    """Index of its first row."""
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a question found. `rows` are made when they are looked at, and may be looked at by any thread."""

    rows: Sequence[Row]
    groups: tuple[Group, ...] = ()
    by_level: Mapping[str, int] = field(default_factory=dict)
    """Rows that stand on each level, before the level narrowed; a host of stalls on two counts on both.
    What stands nowhere (openings, majors, who has no stall) is listed on every level and counts on none."""
    facets: tuple[Facet, ...] = ()
    stalls: frozenset[str] = frozenset()
    """Stalls to be lit on the map, on all levels, whatever the level asked for."""
    nearest: bool = False
    """Nothing matches: the rows are the nearest there is."""
    index_of: Callable[[str], int | None] = lambda _stall: None
    """Which row stands at a stall, without making the others; None where none does."""

    @property
    def total(self) -> int:
        """How many rows there are."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class FloorStanding:
    """What staff have changed on the floor, and who has come."""

    closed: frozenset[str] = frozenset()
    """Passages, lifts, stairs, ramps and escalators."""
    states: Mapping[str, StallState] = field(default_factory=dict)
    """By stall number as the pack has it; of stalls that have a host and of which something is to be said."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """From the stall of the pack to where its host stands now."""
