"""Halls of any size, made of a few numbers by the real plan builder: for properties and benchmarks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.domain.floorplan import FacilityKind, FloorPlan, Flow, Point, Zone
from kiosk.domain.words import Words
from kiosk.pack.fair_file import FairFile, KioskEntry
from kiosk.pack.plans.drawing import Box, Drawing, DrawnFacility, DrawnKiosk, DrawnPassage
from kiosk.pack.plans.geometry import StallPlace
from kiosk.pack.plans.plan import build_plan
from tests.fakes.services import FAIR

STALL_M = 3.0
AISLE_M = 3.5
EDGE_M = 4.0
FRONT_M = 9.0
"""From the last row of stalls to the hall's south wall, where the kiosk stands."""
MIRRORED = {"east": "west", "west": "east", "north": "north", "south": "south"}
LINK_KINDS = (FacilityKind.LIFT, FacilityKind.STAIRS, FacilityKind.RAMP, FacilityKind.ESCALATOR)


@dataclass(frozen=True, slots=True)
class Gate:
    """A passage across an aisle, beside a row of stalls; from south to north where it is one-way."""

    aisle: int
    row: int
    flow: Flow
    southwards: bool = False


@dataclass(frozen=True, slots=True)
class Hall:
    """Double columns of stalls, back to back, with a cross aisle after every `cross` rows, on each level."""

    columns: int
    rows: int
    cross: int = 9
    levels: int = 1
    missing: frozenset[int] = frozenset()
    """Stalls that are not there, by their place in the hall."""
    pillars: tuple[tuple[int, int], ...] = ()
    """Aisle and row, in the middle of the aisle."""
    gates: tuple[Gate, ...] = ()
    links: tuple[FacilityKind, ...] = ()
    """What joins each level to the next, side by side along the north wall."""
    heading_deg: float = 0.0
    partition: bool = False
    """A wall before the stalls, with one opening."""

    @property
    def width_m(self) -> float:
        """From wall to wall."""
        return 2 * EDGE_M + self.columns * 2 * STALL_M + (self.columns - 1) * AISLE_M

    @property
    def height_m(self) -> float:
        """From wall to wall."""
        return self.row_m(self.rows) + FRONT_M

    def row_m(self, row: int) -> float:
        """The north edge of a row of stalls."""
        return 8.0 + row * STALL_M + (row // self.cross) * AISLE_M

    def column_m(self, column: int) -> float:
        """The west edge of a double column."""
        return EDGE_M + column * (2 * STALL_M + AISLE_M)

    def aisle_m(self, aisle: int) -> tuple[float, float]:
        """An aisle's west and east edge; the first and the last run along the walls."""
        left = self.column_m(aisle - 1) + 2 * STALL_M if aisle else 0.0
        return left, self.column_m(aisle) if aisle < self.columns else self.width_m


def plan_of(hall: Hall, *, mirror: bool = False) -> FloorPlan:
    """The hall as a pack holds it; mirrored, east is west and the visitor looks the other way about."""
    names = [str(at + 1) for at in range(hall.levels)]
    drawings = [_drawing(hall, name, first=not at) for at, name in enumerate(names)]
    places = [place for at, name in enumerate(names) for place in _places(hall, name, "ABCDEF"[at % 6])]
    if mirror:
        drawings = [_mirrored(each, hall.width_m) for each in drawings]
        places = [
            replace(each, box=_turned(each.box, hall.width_m), facing=MIRRORED[each.facing])
            for each in places
        ]
    file = FairFile(
        FAIR,
        tuple((name, Words(f"{name} 号馆", f"Hall {name}")) for name in names),
        tuple(
            Zone("ABCDEF"[at % 6], Words(f"{'甲乙丙丁戊己'[at % 6]}类", "Zone"), name)
            for at, name in enumerate(names)
        ),
        (KioskEntry("k", "east", Words("终端", "Kiosk")),),
    )
    return build_plan(file, drawings, places)


def _places(hall: Hall, level: str, letter: str) -> list[StallPlace]:
    found = []
    for column in range(hall.columns):
        for row in range(hall.rows):
            for side in (0, 1):
                at = (column * hall.rows + row) * 2 + side
                if at in hall.missing:
                    continue
                box = Box(hall.column_m(column) + side * STALL_M, hall.row_m(row), STALL_M, STALL_M)
                facing = ("west", "east")[side]
                found.append(StallPlace(f"{letter}{at + 1:04d}", level, box, facing, at + 2))
    return found


def _drawing(hall: Hall, level: str, *, first: bool) -> Drawing:
    width, height = hall.width_m, hall.height_m
    south = hall.row_m(hall.rows) + 3.0
    wall: tuple[tuple[Point, ...], ...] = ()
    if hall.partition:
        gap = hall.width_m / 3
        wall = (((0.0, south), (gap, south)), ((gap + 4.0, south), (width, south)))
    facilities = [
        DrawnFacility(kind, Words(kind.value, kind.value), Box(2 + 4.0 * at, 0.5, 2, 2), "south", f"{kind}")
        for at, kind in enumerate(hall.links)
        if hall.levels > 1
    ]
    coffee = Box(width - 2.2, height - 5, 2, 2)
    facilities.append(DrawnFacility(FacilityKind.COFFEE, Words("咖啡台", "Coffee"), coffee, "west", ""))
    desk = Box(0.2, height - 3.5, 2, 2)
    facilities.append(DrawnFacility(FacilityKind.DESK, Words("服务台", "Desk"), desk, "east", ""))
    return Drawing(
        f"平面图_{level}.svg",
        level,
        width,
        height,
        ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height)),
        walls=wall,
        blocks=tuple(_pillar(hall, *each) for each in hall.pillars),
        facilities=tuple(facilities),
        gates=(("east", (width * 0.4, height - 0.5)),) if first else (),
        kiosks=(DrawnKiosk("k", (width * 0.4, height - 2), hall.heading_deg),) if first else (),
        passages=tuple(_passage(hall, at, each, level) for at, each in enumerate(hall.gates)),
    )


def _pillar(hall: Hall, aisle: int, row: int) -> Box:
    left, right = hall.aisle_m(aisle)
    return Box((left + right) / 2 - 0.4, hall.row_m(row) + 1.1, 0.8, 0.8)


def _passage(hall: Hall, at: int, gate: Gate, level: str) -> DrawnPassage:
    left, right = hall.aisle_m(gate.aisle)
    y = hall.row_m(gate.row) + 1.5
    # Its left lies to the north of a line to the east.
    line = ((left, y), (right, y)) if gate.southwards else ((right, y), (left, y))
    return DrawnPassage(f"p{level}-{at}", Words(f"{at + 1} 号通道", f"Aisle {at + 1}"), line, gate.flow)


def _turned(box: Box, width: float) -> Box:
    return replace(box, x_m=width - box.x_m - box.width_m)


def _mirrored(drawing: Drawing, width: float) -> Drawing:
    """East is west; a passage is drawn the other way about, so that its left stays north or south."""

    def point(each: Point) -> Point:
        return width - each[0], each[1]

    return replace(
        drawing,
        floor=tuple(point(each) for each in drawing.floor),
        walls=tuple(tuple(point(each) for each in wall) for wall in drawing.walls),
        blocks=tuple(_turned(each, width) for each in drawing.blocks),
        facilities=tuple(
            replace(each, box=_turned(each.box, width), door=MIRRORED[each.door])
            for each in drawing.facilities
        ),
        gates=tuple((name, point(each)) for name, each in drawing.gates),
        kiosks=tuple(
            replace(each, place=point(each.place), heading_deg=-each.heading_deg % 360)
            for each in drawing.kiosks
        ),
        passages=tuple(
            replace(each, line=(point(each.line[1]), point(each.line[0]))) for each in drawing.passages
        ),
    )
