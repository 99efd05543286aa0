"""A drawing out of shapes and texts: what each is, by the names of its layers, and what the texts name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kiosk.domain.floorplan import LINKING, FacilityKind, Flow, Point
from kiosk.domain.search import stall_number
from kiosk.domain.words import Words
from kiosk.pack.faults import PackFault
from kiosk.pack.plans import shapes as geometry
from kiosk.pack.plans.drawing import (
    Box,
    Drawing,
    DrawnFacility,
    DrawnKiosk,
    DrawnPassage,
    DrawnStall,
    check_reach,
    wrong,
)
from kiosk.pack.plans.layers import Role, facility_kind, heading_of, side_of
from kiosk.pack.plans.shapes import Finder, Label, Shape, nearest, side_along, side_towards

NAME_REACH_M = 3.0
"""So far from a gate, kiosk or passage its name may stand."""
SIDE_REACH_M = 0.3
MOST_AREAS = 5_000
"""Stalls, or facilities, or columns, of a level: the largest fairs have 2,000 stalls."""
MOST_MARKS = 500
"""Doors, gates, kiosks or passages of a level, and their names."""
MOST_NOTES = 40
_FLOWS = {Role.PASSAGE: Flow.BOTH, Role.ONE_WAY: Flow.ONE_WAY, Role.CLOSED: Flow.CLOSED}


def assemble(file: str, level: str, shapes: Sequence[Shape], labels: Sequence[Label]) -> Drawing:
    """Give every shape its part. Raises PackFault where there is neither a floor nor a wall."""
    return _Assembly(file, shapes, labels).drawing(level)


def join_by_name(drawings: Sequence[Drawing]) -> tuple[Drawing, ...]:
    """Lifts, stairs and the like that no link names, joined where levels have one each of the same name."""
    places = [(drawing.level, each) for drawing in drawings for each in drawing.facilities if _unlinked(each)]
    here = Counter((level, each.kind, each.name.zh) for level, each in places)
    levels: dict[tuple[FacilityKind, str], set[str]] = defaultdict(set)
    for level, each in places:
        levels[each.kind, each.name.zh].add(level)
    joined = {
        key
        for key, found in levels.items()
        if len(found) > 1 and all(here[level, *key] == 1 for level in found)
    }
    return tuple(
        replace(
            drawing,
            facilities=tuple(
                replace(each, link=each.name.zh)
                if _unlinked(each) and (each.kind, each.name.zh) in joined
                else each
                for each in drawing.facilities
            ),
        )
        for drawing in drawings
    )


def _unlinked(facility: DrawnFacility) -> bool:
    return facility.kind in LINKING and not facility.link and bool(facility.name.zh)


_MARKS = frozenset({*_FLOWS, Role.GATE, Role.KIOSK})


class _Assembly:
    def __init__(self, file: str, shapes: Sequence[Shape], labels: Sequence[Label]) -> None:
        self.file = file
        self.notes: list[Words] = []
        self.of: dict[Role, list[Shape]] = defaultdict(list)
        unknown: Counter[str] = Counter()
        for shape in shapes:
            role = shape.role
            if role is None:
                unknown[shape.layer] += 1
            else:
                self.of[role].append(shape)
        for role, found in self.of.items():
            if len(found) > (MOST_MARKS if role in _MARKS or role is Role.DOOR else 4 * MOST_AREAS):
                raise self.too_many(role)
        parts = (each for found in self.of.values() for each in found)
        check_reach(file, (point for each in parts for point in each.points))
        for layer, count in sorted(unknown.items()):
            self.note(
                f"图层“{layer[:20]}”的 {count} 个图形不知是什么，没有用",
                f'{count} shapes of layer "{layer[:20]}" were not used: its name says nothing',
            )
        self.labels = [each for each in labels if each.text and each.role is not Role.CALIBRATION]
        self.names: dict[Role, list[Label]] = defaultdict(list)
        for label in self.labels:
            if label.role in _MARKS:
                self.names[label.role].append(label)
        for role, texts in self.names.items():
            if len(texts) > MOST_MARKS:
                raise self.too_many(role)

    def too_many(self, role: Role) -> PackFault:
        """What to say of thousands of kiosks."""
        return wrong(
            self.file,
            f"“{role}”的图形太多，请检查图层",
            f'there are too many shapes of "{role}": check its layers',
        )

    def note(self, zh: str, en: str) -> None:
        """Something that people should know."""
        self.notes.append(Words(f"{zh}。", f"{en}."))

    def noted(self) -> tuple[Words, ...]:
        """The notes; of very many the first ones, and how many more."""
        more = len(self.notes) - MOST_NOTES
        if more <= 0:
            return tuple(self.notes)
        rest = Words(f"另有 {more} 处类似问题。", f"and {more} more like these.")
        return (*self.notes[:MOST_NOTES], rest)

    def drawing(self, level: str) -> Drawing:
        """All parts."""
        floor = self.floor()
        doors = tuple(_across(each) for each in self.of[Role.DOOR] if len(each.points) > 1)
        box = geometry.box_of(floor)
        return Drawing(
            self.file,
            level,
            box.x_m + box.width_m,
            box.y_m + box.height_m,
            floor,
            tuple(_line(each) for each in self.of[Role.WALL] if len(each.points) > 1),
            self.blocks(),
            self.facilities(doors),
            self.gates(),
            self.kiosks(),
            self.stalls(),
            self.passages(level),
            self.in_walls(doors),
            self.noted(),
        )

    def floor(self) -> tuple[Point, ...]:
        """The largest outline, or a rectangle round the walls."""
        drawn = self.of[Role.FLOOR]
        outlines = [each.points for each in drawn if each.closed and len(each.points) > 2]
        outlines = outlines or geometry.cells(drawn)
        if outlines:
            areas = [abs(_area(each)) for each in outlines]
            if len(outlines) > 1:
                self.note("楼层轮廓不止一个，用了最大的", "the largest of several floor outlines is used")
            return outlines[areas.index(max(areas))]
        points = [point for each in self.of[Role.WALL] for point in each.points]
        if len(set(points)) < 3:
            raise wrong(
                self.file,
                "没有楼层轮廓，请在图层“楼层轮廓”里画一个闭合多边形",
                'it has no floor: draw a closed outline on a layer "floor"',
            )
        self.note(
            "没有楼层轮廓，用了墙的外框", "there is no floor outline: a rectangle round the walls is used"
        )
        box = geometry.box_of(points)
        right, bottom = box.x_m + box.width_m, box.y_m + box.height_m
        return (box.x_m, box.y_m), (right, box.y_m), (right, bottom), (box.x_m, bottom)

    def solid(self, role: Role) -> list[Shape]:
        """Areas of a role; lines that enclose areas are areas too."""
        areas = [each for each in self.of[role] if each.closed and _wide(each)]
        lines = [each for each in self.of[role] if not each.closed and len(each.points) > 1]
        if len(areas) > MOST_AREAS or geometry.tangled(lines):
            raise self.too_many(role)
        found = [Shape(lines[0].names, each, closed=True) for each in geometry.cells(lines)] if lines else []
        for each in (*areas, *found):
            if not each.upright and role is not Role.BLOCK:
                self.note(
                    f"{role} 不是正放的矩形，用了它的外框（{_at(each)}）",
                    f"a {role} is no upright rectangle: the one round it is used ({_at(each)})",
                )
        return [*areas, *found]

    def in_walls(self, doors: Sequence[tuple[Point, Point]]) -> tuple[tuple[Point, Point], ...]:
        """The doors without those in a facility's own side: that is no wall, unless one is drawn there."""
        import shapely  # noqa: PLC0415  pack time only

        walls = shapely.MultiLineString([_line(each) for each in self.of[Role.WALL] if len(each.points) > 1])
        shapely.prepare(walls)
        finder = Finder(each.box for each in self.of[Role.FACILITY])
        return tuple(
            door
            for door in doors
            if not any(
                side_along(door, finder.boxes[index], SIDE_REACH_M)
                for index in finder.at(_between(*door), SIDE_REACH_M)
            )
            or walls.distance(shapely.Point(_between(*door))) <= SIDE_REACH_M
        )

    def blocks(self) -> tuple[Box, ...]:
        """Columns and the like."""
        return tuple(each.box for each in self.solid(Role.BLOCK))

    def texts_in(self, areas: Sequence[Shape]) -> list[list[str]]:
        """The texts inside each area; the smallest one that a text lies in has it."""
        finder = Finder(each.box for each in areas)
        found: list[list[str]] = [[] for _ in areas]
        for label in self.labels:
            inside = finder.at(label.place)
            if inside:
                found[inside[0]].append(label.text)
        return found

    def stalls(self) -> tuple[DrawnStall, ...]:
        """Numbered areas; those without a number are noted."""
        areas = self.solid(Role.STALL)
        numbered: list[tuple[str, Shape]] = []
        for area, texts in zip(areas, self.texts_in(areas), strict=True):
            own = area.attributes.get("number", "")
            parts = [part for text in (own, *texts, *area.names[:-1]) for part in (text, *text.split("\n"))]
            number = next((found for part in parts if (found := stall_number(part))), None)
            if number is None:
                self.note(f"有展位没有展位号（{_at(area)}）", f"a stall has no number ({_at(area)})")
            else:
                numbered.append((number, area))
        sides = self.sides([area.box for _number, area in numbered])
        return tuple(
            DrawnStall(number, area.box, side_of(area.attributes.get("facing", "")) or sides.get(index, ""))
            for index, (number, area) in enumerate(numbered)
        )

    def sides(self, boxes: Sequence[Box]) -> dict[int, str]:
        """What arrows and front lines say of each stall."""
        finder = Finder(boxes)
        sides: dict[int, str] = {}
        for line in self.of[Role.FACING]:
            if len(line.points) < 2:
                continue
            ends = line.points[0], line.points[-1]
            along = [
                (index, side)
                for index in finder.at(_between(*ends), SIDE_REACH_M)
                if (side := side_along(ends, boxes[index], SIDE_REACH_M))
            ]
            inside = finder.at(ends[0])
            if len(along) == 1:
                sides.setdefault(*along[0])
            elif inside and not along:
                sides.setdefault(inside[0], side_towards(*ends))
            else:
                where = f"{ends[0][0]:.1f}, {ends[0][1]:.1f} m"
                self.note(
                    f"有朝向线不知属于哪个展位（{where}）", f"a facing line belongs to no one stall ({where})"
                )
        return sides

    def facilities(self, doors: Sequence[tuple[Point, Point]]) -> tuple[DrawnFacility, ...]:
        """Named areas."""
        areas = self.solid(Role.FACILITY)
        found: list[DrawnFacility] = []
        finder = Finder(each.box for each in areas)
        sides: dict[int, str] = {}
        for line in doors:
            for index in finder.at(_between(*line), SIDE_REACH_M):
                if side := side_along(line, finder.boxes[index], SIDE_REACH_M):
                    sides.setdefault(index, side)
        for index, (area, texts) in enumerate(zip(areas, self.texts_in(areas), strict=True)):
            given = area.attributes
            names = [given.get("name", ""), *texts, *area.names]
            kinds = [given.get("kind", ""), *names]
            kind = next((each for name in kinds if name and (each := facility_kind(name))), None)
            name = next((each for each in names[: 1 + len(texts)] if each), "")
            name = name or next((each for each in area.names if facility_kind(each)), "")
            if not name and kind is None:
                self.note(f"有设施没有名称（{_at(area)}）", f"a facility has no name ({_at(area)})")
            door = side_of(given.get("door", "")) or sides.get(index, "")
            words = Words(" ".join(name.split()), given.get("name_en", ""))
            found.append(
                DrawnFacility(kind or FacilityKind.ROOM, words, area.box, door, given.get("link", ""))
            )
        return tuple(found)

    def named(self, shape: Shape, role: Role) -> str:
        """What a gate's, kiosk's or passage's attribute, or the text of its layer beside it, says."""
        own = shape.attributes.get("id", "")
        label = nearest(shape.middle, self.names[role], NAME_REACH_M)
        return own or (" ".join(label.text.split()) if label else "")

    def gates(self) -> tuple[tuple[str, Point], ...]:
        """Gates that have a name."""
        found = [(self.named(each, Role.GATE), each) for each in self.of[Role.GATE]]
        for name, each in found:
            if not name:
                self.note(f"有入口没有编号（{_at(each)}）", f"a gate has no name ({_at(each)})")
        return tuple((name, each.middle) for name, each in found if name)

    def kiosks(self) -> tuple[DrawnKiosk, ...]:
        """Kiosks; a line of their layer that begins at one is its heading."""
        lines = [each for each in self.of[Role.KIOSK] if not each.closed and len(each.points) > 1]
        found: list[DrawnKiosk] = []
        for each in self.of[Role.KIOSK]:
            if not each.closed and len(each.points) > 1:
                continue
            name, *rest = self.named(each, Role.KIOSK).split() or [""]
            if not name:
                self.note(f"有终端没有编号（{_at(each)}）", f"a kiosk has no id ({_at(each)})")
                continue
            said = heading_of(each.attributes.get("heading", "") or "".join(rest))
            heading = self.arrow(each, lines) if said is None else said
            if heading is None:
                self.note(f"终端 {name} 没有画朝向，当作朝北", f"kiosk {name} has no heading: north is taken")
            found.append(DrawnKiosk(name, each.middle, heading or 0.0))
        return tuple(found)

    def arrow(self, kiosk: Shape, lines: Sequence[Shape]) -> float | None:
        """Degrees clockwise from north, of the line that begins inside a kiosk or close to it."""
        from math import atan2, degrees  # noqa: PLC0415

        x, y = kiosk.middle
        reach = max(kiosk.box.width_m, kiosk.box.height_m) / 2 + SIDE_REACH_M
        for line in lines:
            (ax, ay), (bx, by) = line.points[0], line.points[-1]
            if abs(ax - x) <= reach and abs(ay - y) <= reach:
                return round(degrees(atan2(bx - ax, ay - by)) % 360, 1)
        return None

    def passages(self, level: str) -> tuple[DrawnPassage, ...]:
        """Lines across aisles. A name that stands twice gets no second passage of its id."""
        found: dict[str, DrawnPassage] = {}
        for role, flow in _FLOWS.items():
            for shape in self.of[role]:
                if len(shape.points) < 2:
                    continue
                name = self.named(shape, role)
                key = shape.attributes.get("id", "") or f"{level}-p{len(found) + 1}"
                words = Words(shape.attributes.get("name", "") or name, shape.attributes.get("name_en", ""))
                said = shape.attributes.get("flow", "")
                drawn = DrawnPassage(key, words, _across(shape), Flow(said) if said in set(Flow) else flow)
                found[key if key not in found else f"{level}-p{len(found) + 1}"] = drawn
        return tuple(found.values())


def _at(shape: Shape) -> str:
    x, y = shape.middle
    return f"{x:.1f}, {y:.1f} m"


def _wide(shape: Shape) -> bool:
    return len(shape.points) > 2 and shape.box.width_m > 1e-3 and shape.box.height_m > 1e-3


def _between(a: Point, b: Point) -> Point:
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


def _line(shape: Shape) -> tuple[Point, ...]:
    return (*shape.points, shape.points[0]) if shape.closed else shape.points


def _across(shape: Shape) -> tuple[Point, Point]:
    """A line's ends; of an area the middle of its longer way."""
    if not shape.closed:
        return shape.points[0], shape.points[-1]
    box = shape.box
    x, y = box.centre
    if box.width_m >= box.height_m:
        return (box.x_m, y), (box.x_m + box.width_m, y)
    return (x, box.y_m), (x, box.y_m + box.height_m)


def _area(points: Iterable[Point]) -> float:
    ring = list(points)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2
