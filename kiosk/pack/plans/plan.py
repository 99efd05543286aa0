"""The floor plan: drawings and geometry sheet together, with the graph. What is wrong, findings.py says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from pathlib import Path

from kiosk.domain.floorplan import (
    LINKING,
    Facility,
    FacilityKind,
    FloorPlan,
    GatePlace,
    KioskPlace,
    Level,
    Passage,
    Point,
    Stall,
)
from kiosk.pack.fair_file import FairFile, KioskEntry
from kiosk.pack.faults import PackFault
from kiosk.pack.plans.assembly import join_by_name
from kiosk.pack.plans.drawing import FORMATS, Drawing, DrawnFacility, DrawnKiosk, find_drawing, read_drawing
from kiosk.pack.plans.geometry import StallPlace
from kiosk.pack.plans.passages import cut_walls
from kiosk.pack.plans.visibility import Door, Link, Space, Visibility, visibility_graph

STALL_DOOR_M = 0.6
FACILITY_DOOR_M = 0.5
LINK_M: Mapping[FacilityKind, float] = {
    FacilityKind.LIFT: 15.0,
    FacilityKind.STAIRS: 12.0,
    FacilityKind.ESCALATOR: 10.0,
    FacilityKind.RAMP: 50.0,
}
"""What changing levels costs, as a length walked: waiting for the lift, climbing the stairs, standing on the
escalator; a ramp climbs 4 m at 1 in 12. Between two heights of one level it is the distance instead."""
_STEPS = frozenset({FacilityKind.STAIRS, FacilityKind.ESCALATOR})


@dataclass(frozen=True, slots=True)
class LinkEnd:
    """A lift, stairs, ramp or escalator where it meets a level. `facility` is its id in the plan."""

    facility: str
    level: str
    shape: DrawnFacility


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What was drawn and has a name in the plan, by level in fair.toml's order."""

    facilities: tuple[tuple[str, str, DrawnFacility], ...]
    """Facility's id, level, shape."""
    kiosks: tuple[tuple[KioskEntry, str, DrawnKiosk], ...]


def read_drawings(folder: Path, file: FairFile) -> tuple[Drawing, ...]:
    """The drawing of each level. PackFault where one is missing or shows another level."""
    drawings: list[Drawing] = []
    for level, _name in file.levels:
        path = find_drawing(folder, level)
        if path is None:
            raise PackFault(
                f"缺少 平面图_{level}.svg（或 {'、'.join(FORMATS[1:])}），请放进文件夹。",
                f"平面图_{level}.svg (or {', '.join(FORMATS[1:])}) is missing: put it into the folder.",
            )
        drawing = read_drawing(path)
        if drawing.level != level:
            raise PackFault(
                f"{path.name} 的 data-level 是 {drawing.level}，应为 {level}。",
                f"{path.name} says data-level {drawing.level}, not {level}.",
            )
        drawings.append(drawing)
    return join_by_name(drawings)


def build_plan(file: FairFile, drawings: Sequence[Drawing], places: Sequence[StallPlace]) -> FloorPlan:
    """The plan with its graph. Raises PackFault where no drawing shows a kiosk."""
    drawn = _gather(file, drawings)
    walls = {each.level: cut_walls(each.walls, each.doors) for each in drawings}
    seen = visibility_graph(
        [_space(drawing, drawn, walls[drawing.level], places) for drawing in drawings], _links(drawings)
    )
    return FloorPlan(
        levels=tuple(_level(file, drawing, walls[drawing.level]) for drawing in drawings),
        zones=tuple(sorted(file.zones, key=lambda zone: zone.letter)),
        stalls=tuple(_stall(place, seen) for place in places),
        facilities=tuple(_facility(number, level, shape, seen) for number, level, shape in drawn.facilities),
        kiosks=tuple(_kiosk(entry, level, shape, seen) for entry, level, shape in drawn.kiosks),
        graph=seen.graph,
        passages=tuple(
            Passage(each.id, each.name, drawing.level, each.line, each.flow)
            for drawing in drawings
            for each in drawing.passages
        ),
        gates=tuple(
            GatePlace(gate, drawing.level, *place, seen.nodes[_gate_key(drawing.level, index)])
            for drawing in drawings
            for index, (gate, place) in enumerate(drawing.gates)
        ),
    )


def facility_ids(drawings: Sequence[Drawing]) -> tuple[tuple[str, str, DrawnFacility], ...]:
    """Each facility's id in the plan, its level and its shape, in the order drawn."""
    facilities: list[tuple[str, str, DrawnFacility]] = []
    for drawing in drawings:
        counts: dict[FacilityKind, int] = {}
        for shape in drawing.facilities:
            counts[shape.kind] = counts.get(shape.kind, 0) + 1
            facilities.append((f"{drawing.level}-{shape.kind}-{counts[shape.kind]}", drawing.level, shape))
    return tuple(facilities)


def link_ends(drawings: Sequence[Drawing]) -> dict[tuple[FacilityKind, str], tuple[LinkEnd, ...]]:
    """The ends of everything that links, by kind and data-link, in the order of levels."""
    ends: dict[tuple[FacilityKind, str], tuple[LinkEnd, ...]] = {}
    for number, level, shape in facility_ids(drawings):
        if shape.kind in LINKING and shape.link:
            key = shape.kind, shape.link
            ends[key] = (*ends.get(key, ()), LinkEnd(number, level, shape))
    return ends


def joins(kind: FacilityKind, ends: Sequence[LinkEnd]) -> bool:
    """Whether the ends make a link: two of them, and of a lift on two levels, for it goes straight up."""
    return len({end.level for end in ends}) > 1 or (kind is not FacilityKind.LIFT and len(ends) > 1)


def _gather(file: FairFile, drawings: Sequence[Drawing]) -> _Drawn:
    shapes = {kiosk.id: (drawing.level, kiosk) for drawing in drawings for kiosk in drawing.kiosks}
    missing = [entry.id for entry in file.kiosks if entry.id not in shapes]
    if missing:
        raise PackFault(
            f"平面图上没有画终端 {missing[0]}，请补画 class=kiosk 的圆。",
            f"no drawing shows kiosk {missing[0]}: add a circle of class kiosk.",
        )
    kiosks = tuple((entry, *shapes[entry.id]) for entry in file.kiosks)
    return _Drawn(facility_ids(drawings), kiosks)


def _gate_key(level: str, index: int) -> str:
    return f"gate {level} {index}"


def _space(
    drawing: Drawing, drawn: _Drawn, walls: tuple[tuple[Point, ...], ...], places: Iterable[StallPlace]
) -> Space:
    here = [place for place in places if place.level == drawing.level]
    facilities = [(number, shape) for number, level, shape in drawn.facilities if level == drawing.level]
    solid = [shape.box for _number, shape in facilities if shape.kind is not FacilityKind.EXIT and shape.door]
    kiosks = [shape for _entry, level, shape in drawn.kiosks if level == drawing.level]
    doors = (
        *(Door(f"kiosk {shape.id}", shape.place, far=True) for shape in kiosks),
        *(Door(f"stall {place.number}", place.box.door(place.facing, STALL_DOOR_M)) for place in here),
        *(Door(f"facility {number}", facility_door(shape)) for number, shape in facilities),
        *(Door(_gate_key(drawing.level, index), place) for index, (_gate, place) in enumerate(drawing.gates)),
    )
    obstacles = (*(place.box for place in here), *drawing.blocks, *solid)
    return Space(drawing.level, drawing.floor, walls, obstacles, doors, drawing.passages)


def facility_door(shape: DrawnFacility) -> Point:
    """Where a way to the facility ends: before its door, or in its middle where it has none."""
    return shape.box.door(shape.door, FACILITY_DOOR_M) if shape.door else shape.box.centre


def _links(drawings: Sequence[Drawing]) -> list[Link]:
    """What bears the same data-link: each end joined to the next, and closed as a whole."""
    links: list[Link] = []
    for (kind, _name), ends in sorted(link_ends(drawings).items()):
        if not joins(kind, ends):
            continue
        names = tuple(end.facility for end in ends)
        for a, b in pairwise(ends):
            length_m = LINK_M[kind] if a.level != b.level else _apart_m(a.shape, b.shape)
            links.append(
                Link(f"facility {a.facility}", f"facility {b.facility}", length_m, kind in _STEPS, names)
            )
    return links


def _apart_m(a: DrawnFacility, b: DrawnFacility) -> float:
    (x, y), (there_x, there_y) = facility_door(a), facility_door(b)
    return round(hypot(there_x - x, there_y - y), 3)


def _level(file: FairFile, drawing: Drawing, walls: tuple[tuple[Point, ...], ...]) -> Level:
    return Level(
        drawing.level,
        dict(file.levels)[drawing.level],
        drawing.width_m,
        drawing.height_m,
        drawing.floor,
        walls,
        tuple((box.x_m, box.y_m, box.width_m, box.height_m) for box in drawing.blocks),
    )


def _stall(place: StallPlace, seen: Visibility) -> Stall:
    return Stall(
        place.number,
        place.level,
        place.number[0],
        place.box.x_m,
        place.box.y_m,
        place.box.width_m,
        place.box.height_m,
        place.facing,
        seen.nodes[f"stall {place.number}"],
    )


def _facility(number: str, level: str, shape: DrawnFacility, seen: Visibility) -> Facility:
    box = shape.box
    node = seen.nodes[f"facility {number}"]
    return Facility(number, shape.kind, shape.name, level, box.x_m, box.y_m, box.width_m, box.height_m, node)


def _kiosk(entry: KioskEntry, level: str, shape: DrawnKiosk, seen: Visibility) -> KioskPlace:
    node = seen.nodes[f"kiosk {entry.id}"]
    return KioskPlace(entry.id, entry.name, entry.gate, level, *shape.place, shape.heading_deg, node)
