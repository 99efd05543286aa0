"""The floor plan: levels, stalls, facilities and the graph that ways are found on.

All lengths are metres in the level's own frame: x to the right (east), y down (south), north is up.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.words import Words

Point = tuple[float, float]


class FacilityKind(StrEnum):
    """What a facility is, so that an icon can be drawn."""

    TOILET = "toilet"
    ACCESSIBLE_TOILET = "accessible_toilet"
    LIFT = "lift"
    STAIRS = "stairs"
    REST = "rest"
    INFORMATION = "information"
    COFFEE = "coffee"
    EXIT = "exit"
    DESK = "desk"
    ROOM = "room"
    RAMP = "ramp"
    ESCALATOR = "escalator"
    """Counts as steps: nobody rides it in a wheelchair."""


LINKING = frozenset({FacilityKind.LIFT, FacilityKind.STAIRS, FacilityKind.RAMP, FacilityKind.ESCALATOR})
"""What joins two places that one cannot walk between on the flat."""


class Flow(StrEnum):
    """Which way people may go through a passage."""

    BOTH = "both"
    ONE_WAY = "one_way"
    """From the left of the line, as one walks from its first point to its last, to its right."""
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Level:
    """A floor, or a hall with a frame of its own."""

    id: str
    name: Words
    width_m: float
    height_m: float
    floor: tuple[Point, ...]
    walls: tuple[tuple[Point, ...], ...] = ()
    blocks: tuple[tuple[float, float, float, float], ...] = ()
    """x, y, width, height of what nobody can walk through."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of the fair (国企专区); its letter is the first sign of its stalls' numbers."""

    letter: str
    name: Words
    level: str


@dataclass(frozen=True, slots=True)
class Stall:
    """A numbered place. `node` is the graph's node in front of its served side."""

    number: str
    level: str
    zone: str
    x_m: float
    y_m: float
    width_m: float
    height_m: float
    facing: str
    """Side it is served from: north, east, south or west."""
    node: int

    @property
    def centre(self) -> Point:
        """Middle of the stall."""
        return self.x_m + self.width_m / 2, self.y_m + self.height_m / 2


@dataclass(frozen=True, slots=True)
class Facility:
    """Something people look for that is not a stall. `node` is the graph's node at its door."""

    id: str
    kind: FacilityKind
    name: Words
    level: str
    x_m: float
    y_m: float
    width_m: float
    height_m: float
    node: int

    @property
    def centre(self) -> Point:
        """Its middle."""
        return self.x_m + self.width_m / 2, self.y_m + self.height_m / 2


@dataclass(frozen=True, slots=True)
class KioskPlace:
    """Where a kiosk stands, and which way its visitor looks (degrees clockwise from north)."""

    id: str
    name: Words
    gate: str
    level: str
    x_m: float
    y_m: float
    heading_deg: float
    node: int


@dataclass(frozen=True, slots=True)
class GatePlace:
    """Where a gate of the fair lies, and the graph's node there."""

    id: str
    level: str
    x_m: float
    y_m: float
    node: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A line across an aisle. Which edges go through it, `Graph.through` says under its id."""

    id: str
    name: Words
    level: str
    line: tuple[Point, Point]
    flow: Flow


@dataclass(frozen=True, slots=True)
class Graph:
    """Visibility graph built with the pack. Node i lies at x[i], y[i] on level[i].

    No edge goes through a passage that is closed for good. `one_way` and `through` came with packs of
    version 3: older ones have neither.
    """

    x_m: tuple[float, ...]
    y_m: tuple[float, ...]
    level: tuple[str, ...]
    edges: tuple[tuple[int, int, float, bool], ...]
    """a, b, length in metres, has steps; walked both ways unless `one_way` names it."""
    one_way: tuple[int, ...] = ()
    """Edges, by their place in `edges`, that are walked from a to b only."""
    through: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """A passage's id, or that of a lift, stairs, ramp or escalator, and the edges that go through it.

    Each end of a lift names all edges of that lift: it is out of order as a whole.
    """


@dataclass(frozen=True, slots=True)
class FloorPlan:
    """All that the map draws and the way is found on."""

    levels: tuple[Level, ...]
    zones: tuple[Zone, ...]
    stalls: tuple[Stall, ...]
    facilities: tuple[Facility, ...]
    kiosks: tuple[KioskPlace, ...]
    graph: Graph
    passages: tuple[Passage, ...] = ()
    gates: tuple[GatePlace, ...] = ()
    """Passages and gates came with packs of version 3."""

    def room_named(self, place: str) -> Facility | None:
        """The facility that a place in words names (2 号馆·报告厅 A), on the level it names if it does.

        The longest name wins; None where the plan has none of that name.
        """
        from kiosk.domain.search import exact_key  # noqa: PLC0415, not before a scan can be decided

        said = exact_key(place)
        levels = {level.id for level in self.levels if exact_key(level.name.zh) in said}
        named = [
            each
            for each in self.facilities
            if exact_key(each.name.zh) in said and (not levels or each.level in levels)
        ]
        return max(named, key=lambda each: len(each.name.zh), default=None)

    def stall(self, number: str) -> Stall | None:
        """The stall of that number."""
        return next((stall for stall in self.stalls if stall.number == number), None)

    def kiosk(self, kiosk_id: str) -> KioskPlace | None:
        """The kiosk's place of that id."""
        return next((kiosk for kiosk in self.kiosks if kiosk.id == kiosk_id), None)
