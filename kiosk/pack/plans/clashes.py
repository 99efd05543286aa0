"""Shapes that lie where they cannot: stalls on one another or off the floor, kiosks in walls, and so on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kiosk.domain.floorplan import FacilityKind, Point
from kiosk.domain.words import Words
from kiosk.pack.plans.drawing import Box, Drawing
from kiosk.pack.plans.findings import (
    FindingKind,
    Layout,
    PlanFinding,
    Spot,
    line_spot,
    spot,
    stall_spot,
)
from kiosk.pack.plans.geometry import StallPlace
from kiosk.pack.plans.passages import cut_walls, opening
from kiosk.pack.plans.plan import STALL_DOOR_M
from kiosk.pack.plans.visibility import CLEARANCE_M
from kiosk.pack.records.ledger import Gravity

_TOUCH_M = 0.05
"""What is drawn by hand meets no better than this."""
_TOUCH_M2 = 0.01
_GATE_M = 0.5
"""Gates lie in the outer wall, so a little beyond the floor is right."""
_LEAST_AISLE_M = 0.3

_SIDES = {
    "north": Words("北", "north"),
    "east": Words("东", "east"),
    "south": Words("南", "south"),
    "west": Words("西", "west"),
}


def find_clashes(layout: Layout) -> Iterator[PlanFinding]:
    """All that lies wrong, level by level."""
    for drawing in layout.drawings:
        level = _Level(layout, drawing)
        yield from level.stalls()
        yield from level.kiosks()
        yield from level.gates()
        yield from level.passages()
        yield from level.doors()


class _Level:
    """One level's shapes, ready to be asked what they touch."""

    def __init__(self, layout: Layout, drawing: Drawing) -> None:
        import shapely  # noqa: PLC0415  pack time only

        self.shapely = shapely
        self.layout = layout
        self.drawing = drawing
        self.places: Sequence[StallPlace] = [place for place in layout.places if place.level == drawing.level]
        self.floor = shapely.Polygon(drawing.floor).buffer(0)
        self.boxes = [self._rectangle(place.box) for place in self.places]
        solid = [
            (each.name, each.box)
            for each in drawing.facilities
            if each.kind is not FacilityKind.EXIT and each.door
        ]
        blocks = [(Words("柱子或实体", "a block"), box) for box in drawing.blocks]
        self.solids = [(name, self._rectangle(box)) for name, box in (*solid, *blocks)]
        lines = cut_walls(drawing.walls, drawing.doors)
        self.walls = shapely.union_all([shapely.LineString(line) for line in lines])
        self.tree = shapely.STRtree([*self.boxes, *(shape for _name, shape in self.solids)])

    def _rectangle(self, box: Box) -> Any:
        return self.shapely.box(box.x_m, box.y_m, box.x_m + box.width_m, box.y_m + box.height_m)

    def _found(
        self, kind: FindingKind, subject: str, words: Words, *spots: Spot, gravity: Gravity = Gravity.ERROR
    ) -> PlanFinding:
        return PlanFinding(kind, gravity, self.drawing.file, 0, subject, words, spots)

    def _of_stall(self, kind: FindingKind, place: StallPlace, words: Words, *spots: Spot) -> PlanFinding:
        spots = spots or (stall_spot(place),)
        file = self.layout.geometry if place.row else self.drawing.file
        return PlanFinding(kind, Gravity.ERROR, file, place.row, place.number, words, spots)

    # ---- stalls

    def stalls(self) -> Iterator[PlanFinding]:
        """Stalls off the floor, on one another, and served from where nobody can stand."""
        if not self.places:
            return
        around = self.floor.buffer(_TOUCH_M / 2, join_style="mitre")
        for place, box in zip(self.places, self.boxes, strict=True):
            if not around.covers(box):
                words = Words(
                    f"展位 {place.number} 不在楼层范围内，请核对坐标。",
                    f"stall {place.number} lies off the floor: check its place.",
                )
                yield self._of_stall(FindingKind.OFF_FLOOR, place, words)
        pairs = self.tree.query(self.boxes, predicate="intersects").T.tolist()
        for a, b in sorted((a, b) for a, b in pairs if a < b < len(self.boxes)):
            shared = self.boxes[a].intersection(self.boxes[b])
            if shared.area > _TOUCH_M2:
                yield self._overlap(self.places[a], self.places[b], shared)
        for place in self.places:
            yield from self._served(place)

    def _overlap(self, one: StallPlace, other: StallPlace, shared: Any) -> PlanFinding:
        left, top, right, bottom = shared.bounds
        words = Words(
            f"展位 {one.number} 与 {other.number} 重叠，请移开一个。",
            f"stalls {one.number} and {other.number} overlap: move one of them.",
        )
        where = Spot(one.level, Box(left, top, right - left, bottom - top))
        return self._of_stall(FindingKind.OVERLAP, one, words, where)

    def _served(self, place: StallPlace) -> Iterator[PlanFinding]:
        """The place in front of the served side must be free: somebody stands there."""
        front = self.shapely.LineString(
            (place.box.door(place.facing, _TOUCH_M), place.box.door(place.facing, STALL_DOOR_M))
        )
        against = self._faces(place, front)
        if against is None:
            return
        side = _SIDES[place.facing]
        words = Words(
            f"展位 {place.number} 朝{side.zh}，对着{against.zh}，请改朝向。",
            f"stall {place.number} is served from the {side.en}, against {against.en}: turn it.",
        )
        yield self._of_stall(FindingKind.SERVED_SIDE, place, words)

    def _faces(self, place: StallPlace, front: Any) -> Words | None:
        for index in sorted(self.tree.query(front, predicate="intersects").tolist()):
            if index >= len(self.places):
                blocking: Words = self.solids[index - len(self.places)][0]
                return blocking
            if self.places[index] is not place:
                number = self.places[index].number
                return Words(f"展位 {number}", f"stall {number}")
        if self.walls.intersects(front):
            return Words("墙", "a wall")
        if self.floor.covers(self.shapely.Point(place.box.centre)) and not self.floor.covers(front):
            return Words("楼层边界", "the floor's edge")
        return None

    # ---- kiosks and gates

    def kiosks(self) -> Iterator[PlanFinding]:
        """Kiosks that stand in something, or off the floor."""
        for kiosk in self.drawing.kiosks:
            point = self.shapely.Point(kiosk.place)
            inside = self._holds(point)
            if inside is None:
                continue
            words = Words(
                f"终端 {kiosk.id} 画在{inside.zh}，请移开。",
                f"kiosk {kiosk.id} stands {inside.en}: move it.",
            )
            yield self._found(
                FindingKind.KIOSK_INSIDE, kiosk.id, words, spot(self.drawing.level, kiosk.place)
            )

    def _holds(self, point: Any) -> Words | None:
        for index in self.tree.query(point, predicate="intersects").tolist():
            if index < len(self.places):
                number = self.places[index].number
                return Words(f"展位 {number} 里", f"in stall {number}")
            name = self.solids[index - len(self.places)][0]
            return Words(f"{name.zh}里", f"in {name.of('en')}")
        if not self.walls.is_empty and self.walls.distance(point) < _TOUCH_M:
            return Words("墙里", "in a wall")
        if not self.floor.covers(point):
            return Words("楼层范围外", "off the floor")
        return None

    def gates(self) -> Iterator[PlanFinding]:
        """Gates that are not at the floor."""
        near = self.floor.buffer(_GATE_M)
        for gate, place in self.drawing.gates:
            if not near.covers(self.shapely.Point(place)):
                words = Words(
                    f"门 {gate} 不在楼层范围内，请核对位置。",
                    f"gate {gate} lies off the floor: check its place.",
                )
                where = spot(self.drawing.level, place)
                yield self._found(FindingKind.GATE_OFF_FLOOR, gate, words, where)

    # ---- passages and doors

    def passages(self) -> Iterator[PlanFinding]:
        """Passages that no aisle goes through, and lines that people walk round."""
        if not self.drawing.passages:
            return
        shapely = self.shapely
        solid = shapely.union_all([*self.boxes, *(shape for _name, shape in self.solids)])
        aisles = self.floor.difference(solid)
        barriers = shapely.union_all([self.floor.boundary, self.walls, solid])
        for passage in self.drawing.passages:
            line = shapely.LineString(passage.line)
            named = passage.name.zh or passage.id, passage.name.of("en") or passage.id
            where = line_spot(self.drawing.level, passage.line)
            if line.intersection(aisles).length < _LEAST_AISLE_M:
                words = Words(
                    f"通道 {named[0]} 没有横在走道上，请核对位置。",
                    f"passage {named[1]} lies across no aisle: check its place.",
                )
                yield self._found(
                    FindingKind.PASSAGE_NO_AISLE, passage.id, words, where, gravity=Gravity.LOOK
                )
                continue
            loose = [end for end in passage.line if barriers.distance(shapely.Point(end)) > 2 * CLEARANCE_M]
            if loose:
                words = Words(
                    f"通道 {named[0]} 没有画到墙或展位，人会绕过去，请画满。",
                    f"passage {named[1]} ends in the open, so people walk round it: draw it whole.",
                )
                spots = [spot(self.drawing.level, end) for end in loose]
                yield self._found(
                    FindingKind.PASSAGE_OPEN_END, passage.id, words, *spots, gravity=Gravity.LOOK
                )

    def doors(self) -> Iterator[PlanFinding]:
        """Openings that open no wall."""
        walls = self.shapely.union_all([self.shapely.LineString(each) for each in self.drawing.walls])
        for door in self.drawing.doors:
            if not walls.intersects(opening(door)):
                words = Words("这个门洞不在墙上，请核对位置。", "this door is in no wall: check its place.")
                where = spot(self.drawing.level, _middle(door))
                yield self._found(
                    FindingKind.DOOR_NO_WALL, self.drawing.level, words, where, gravity=Gravity.LOOK
                )


def _middle(line: tuple[Point, Point]) -> Point:
    return (line[0][0] + line[1][0]) / 2, (line[0][1] + line[1][1]) / 2
