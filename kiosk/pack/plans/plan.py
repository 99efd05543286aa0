"""The floor plan: drawings and geometry sheet together, with the graph, and all that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite
from pathlib import Path

from kiosk.domain.floorplan import (
    Facility,
    FacilityKind,
    FloorPlan,
    KioskPlace,
    Level,
    Point,
    Stall,
)
from kiosk.domain.route import shortest_ways
from kiosk.pack.fair_file import FairFile, KioskEntry
from kiosk.pack.faults import PackFault
from kiosk.pack.plans.drawing import Box, Drawing, DrawnFacility, DrawnKiosk, read_drawing
from kiosk.pack.plans.geometry import StallPlace
from kiosk.pack.plans.visibility import Door, Link, Space, Visibility, visibility_graph
from kiosk.pack.records.ledger import Ledger

_NAMED_STALLS = 5
STALL_DOOR_M = 0.6
FACILITY_DOOR_M = 0.5
LIFT_M = 15.0
STAIRS_M = 12.0
"""What changing levels costs, as a length walked: waiting for the lift, climbing the stairs."""
_LINKS = frozenset({FacilityKind.LIFT, FacilityKind.STAIRS})


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Everything that was drawn, by level in fair.toml's order."""

    drawings: tuple[Drawing, ...]
    facilities: tuple[tuple[str, str, DrawnFacility], ...]
    """Facility's id, level, shape."""
    kiosks: tuple[tuple[KioskEntry, str, DrawnKiosk], ...]


def read_drawings(folder: Path, file: FairFile) -> tuple[Drawing, ...]:
    """The drawing of each level. PackFault where one is missing or shows another level."""
    drawings: list[Drawing] = []
    for level, _name in file.levels:
        path = folder / f"平面图_{level}.svg"
        if not path.is_file():
            raise PackFault(
                f"缺少 {path.name}，请放进文件夹。", f"{path.name} is missing: put it into the folder."
            )
        drawing = read_drawing(path)
        if drawing.level != level:
            raise PackFault(
                f"{path.name} 的 data-level 是 {drawing.level}，应为 {level}。",
                f"{path.name} says data-level {drawing.level}, not {level}.",
            )
        drawings.append(drawing)
    return tuple(drawings)


def build_plan(
    file: FairFile, drawings: Sequence[Drawing], places: Sequence[StallPlace], geometry: str, ledger: Ledger
) -> FloorPlan:
    """The plan with its graph. What is wrong with stalls, gates or ways becomes findings of `geometry`."""
    drawn = _gather(file, drawings, ledger)
    check_stalls(drawings, places, geometry, ledger)
    seen = visibility_graph(
        [_space(drawing, drawn, places) for drawing in drawn.drawings], _links(drawn, ledger)
    )
    plan = FloorPlan(
        levels=tuple(_level(file, drawing) for drawing in drawn.drawings),
        zones=tuple(sorted(file.zones, key=lambda zone: zone.letter)),
        stalls=tuple(_stall(place, seen) for place in places),
        facilities=tuple(_facility(number, level, shape, seen) for number, level, shape in drawn.facilities),
        kiosks=tuple(_kiosk(entry, level, shape, seen) for entry, level, shape in drawn.kiosks),
        graph=seen.graph,
    )
    check_ways(plan, geometry, ledger)
    _check_zones(plan, geometry, ledger)
    return plan


def _gather(file: FairFile, drawings: Sequence[Drawing], ledger: Ledger) -> _Drawn:
    facilities: list[tuple[str, str, DrawnFacility]] = []
    for drawing in drawings:
        counts: dict[FacilityKind, int] = {}
        for shape in drawing.facilities:
            counts[shape.kind] = counts.get(shape.kind, 0) + 1
            facilities.append((f"{drawing.level}-{shape.kind}-{counts[shape.kind]}", drawing.level, shape))
    shapes = {kiosk.id: (drawing.level, kiosk) for drawing in drawings for kiosk in drawing.kiosks}
    missing = [entry.id for entry in file.kiosks if entry.id not in shapes]
    if missing:
        raise PackFault(
            f"平面图上没有画终端 {missing[0]}，请补画 class=kiosk 的圆。",
            f"no drawing shows kiosk {missing[0]}: add a circle of class kiosk.",
        )
    for unknown in sorted(shapes.keys() - {entry.id for entry in file.kiosks}):
        ledger.find(
            "fair.toml",
            0,
            unknown,
            f"平面图上的终端 {unknown} 没有登记。",
            f"kiosk {unknown} is drawn, not listed.",
        )
    gates = {gate for drawing in drawings for gate, _place in drawing.gates}
    for gate in file.fair.gates:
        if gate.id not in gates:
            ledger.find(
                "fair.toml",
                0,
                gate.id,
                f"平面图上没有画门 {gate.name.zh}。",
                f"no drawing shows gate {gate.id}.",
            )
    kiosks = tuple((entry, *shapes[entry.id]) for entry in file.kiosks)
    return _Drawn(tuple(drawings), tuple(facilities), kiosks)


def _space(drawing: Drawing, drawn: _Drawn, places: Iterable[StallPlace]) -> Space:
    here = [place for place in places if place.level == drawing.level]
    facilities = [(number, shape) for number, level, shape in drawn.facilities if level == drawing.level]
    solid = [shape.box for _number, shape in facilities if shape.kind is not FacilityKind.EXIT and shape.door]
    kiosks = [shape for _entry, level, shape in drawn.kiosks if level == drawing.level]
    doors = (
        *(Door(f"kiosk {shape.id}", shape.place, far=True) for shape in kiosks),
        *(Door(f"stall {place.number}", place.box.door(place.facing, STALL_DOOR_M)) for place in here),
        *(Door(f"facility {number}", _facility_door(shape)) for number, shape in facilities),
    )
    obstacles = (*(place.box for place in here), *drawing.blocks, *solid)
    return Space(drawing.level, drawing.floor, drawing.walls, obstacles, doors)


def _facility_door(shape: DrawnFacility) -> Point:
    return shape.box.door(shape.door, FACILITY_DOOR_M) if shape.door else shape.box.centre


def _links(drawn: _Drawn, ledger: Ledger) -> list[Link]:
    """Lifts and stairs that bear the same data-link on two levels, each level joined to the next."""
    ends: dict[tuple[FacilityKind, str], list[tuple[str, str]]] = {}
    for number, level, shape in drawn.facilities:
        if shape.kind in _LINKS and shape.link:
            ends.setdefault((shape.kind, shape.link), []).append((number, level))
    links: list[Link] = []
    for (kind, name), places in sorted(ends.items()):
        if len({level for _number, level in places}) < 2:
            ledger.find(
                "fair.toml", 0, name, f"{name} 只画在一个楼层上。", f"{name} is drawn on one level only."
            )
            continue
        steps = kind is FacilityKind.STAIRS
        for (a, _), (b, _) in pairwise(places):
            links.append(Link(f"facility {a}", f"facility {b}", STAIRS_M if steps else LIFT_M, steps))
    return links


def _level(file: FairFile, drawing: Drawing) -> Level:
    return Level(
        drawing.level,
        dict(file.levels)[drawing.level],
        drawing.width_m,
        drawing.height_m,
        drawing.floor,
        drawing.walls,
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


def check_stalls(
    drawings: Sequence[Drawing], places: Sequence[StallPlace], file: str, ledger: Ledger
) -> None:
    """Stalls off the floor and stalls that overlap."""
    if not places:
        return
    import shapely  # noqa: PLC0415  pack time only

    floors = {drawing.level: shapely.Polygon(drawing.floor).buffer(1e-3) for drawing in drawings}
    boxes = [_rectangle(place.box) for place in places]
    for place, box in zip(places, boxes, strict=True):
        if not floors[place.level].covers(box):
            ledger.find(
                file,
                place.row,
                place.number,
                f"展位 {place.number} 不在楼层范围内。",
                f"stall {place.number} lies off the floor.",
            )
    tree = shapely.STRtree(boxes)
    pairs = tree.query(boxes, predicate="intersects").T.tolist()
    for a, b in sorted((a, b) for a, b in pairs if a < b):
        one, other = places[a], places[b]
        if one.level == other.level and boxes[a].intersection(boxes[b]).area > 0.01:
            ledger.find(
                file,
                one.row,
                one.number,
                f"展位 {one.number} 与 {other.number} 重叠。",
                f"stalls {one.number} and {other.number} overlap.",
            )


def _rectangle(box: Box) -> object:
    import shapely  # noqa: PLC0415

    return shapely.box(box.x_m, box.y_m, box.x_m + box.width_m, box.y_m + box.height_m)


def check_ways(plan: FloorPlan, file: str, ledger: Ledger) -> None:
    """Every stall can be reached from every kiosk, walking and step-free; one finding a kiosk and manner."""
    for kiosk in plan.kiosks:
        for how_zh, how_en, step_free in (("", "", False), ("无台阶", "step-free ", True)):
            ways = shortest_ways(plan.graph, kiosk.node, step_free=step_free)
            lost = [each.number for each in plan.stalls if not isfinite(ways.distance_m[each.node])]
            if not lost:
                continue
            named = lost[:_NAMED_STALLS]
            more = len(lost) - len(named)
            ledger.find(
                file,
                0,
                kiosk.id,
                f"从终端 {kiosk.id} 到展位 {'、'.join(named)}{f' 等 {len(lost)} 个' if more else ''}"
                f"没有{how_zh}路线。",
                f"no {how_en}way leads from kiosk {kiosk.id} to stall {', '.join(named)}"
                f"{f' and {more} more' if more else ''}.",
            )


def _check_zones(plan: FloorPlan, file: str, ledger: Ledger) -> None:
    letters = {zone.letter for zone in plan.zones}
    for letter in sorted({stall.zone for stall in plan.stalls} - letters):
        ledger.find(file, 0, letter, f"fair.toml 里没有专区 {letter}。", f"fair.toml has no zone {letter}.")
