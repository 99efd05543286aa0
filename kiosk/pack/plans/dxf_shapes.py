"""Shapes and texts of a DXF document, in its own units, y up: blocks taken apart, curves made straight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from ezdxf.document import Drawing as Document
from ezdxf.path import make_path

from kiosk.domain.floorplan import Point
from kiosk.pack.faults import PackFault
from kiosk.pack.plans.drawing import wrong
from kiosk.pack.plans.dxf_file import BROKEN
from kiosk.pack.plans.dxf_texts import TEXTS, clean, label_of
from kiosk.pack.plans.layers import Role, first_role, folded_name, role_of
from kiosk.pack.plans.shapes import Label, Shape, box_of

MAX_ENTITIES = 200_000
"""With those in blocks, each time that they are inserted."""
MAX_POINTS = 1_000_000
MAX_VERTICES = 50_000
"""Of one line, as drawn."""
MAX_FIT_POINTS = 1_000
"""Of one spline: ezdxf solves equations for them, in a full matrix."""
MAX_DEPTH = 12
"""Of blocks in blocks; a block that holds itself ends here at the latest."""
MAX_COORDINATE = 1e12
PIECES = 12
"""Straight pieces of a curve's each part: a quarter of a circle, a polyline's arc, a piece of a spline."""
ORIGINS = frozenset({"原点", "坐标原点", "origin"})
"""A layer (or block) whose one mark is where the geometry sheet's X and Y begin."""
CLOSED_WITHIN = 1e-3
"""A line is closed if its ends are so near to each other, as a part of its own size."""

_DRAWN = frozenset(
    {
        "LINE",
        "LWPOLYLINE",
        "POLYLINE",
        "CIRCLE",
        "ARC",
        "ELLIPSE",
        "SPLINE",
        "HELIX",
        "SOLID",
        "TRACE",
        "3DFACE",
    }
)
_ATTRIBUTES = {
    "number": "number no num 展位号 展位编号 摊位号 stall booth stall_no booth_no",
    "id": "id 编号 号 代号 code",
    "name": "name 名称 名字 name_zh",
    "name_en": "name_en 英文名 英文名称 english",
    "kind": "kind type 类型 类别",
    "facing": "facing front 朝向 开口 开口方向",
    "door": "door 门 开门",
    "link": "link 连接 连通",
    "flow": "flow 通行",
    "heading": "heading 方向 朝向角 面向",
}
_ATTRIBUTE_OF = {tag: key for key, tags in _ATTRIBUTES.items() for tag in tags.split()}


@dataclass(frozen=True, slots=True)
class Found:
    """What a document's model space holds, in drawing units, y up."""

    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    origin: Point | None
    unreadable: int
    """Entities that ezdxf could not make sense of."""


@dataclass(slots=True)
class _Block:
    """An INSERT on the way: what its entities inherit."""

    names: tuple[str, ...] = ()
    layer: str = ""
    depth: int = 0
    inside: frozenset[str] = frozenset()
    """Names of the blocks that are open, so that none is opened in itself."""


def find(file: str, document: Document) -> Found:
    """Everything in model space. Raises PackFault on too much of it."""
    walk = _Walk(file, document)
    shapes, labels = walk.entities(document.modelspace(), _Block())
    return Found(tuple(shapes), tuple(labels), walk.origin, walk.unreadable)


@dataclass(slots=True)
class _Walk:
    file: str
    document: Document
    origin: Point | None = None
    seen: Any = field(default_factory=count)
    points: int = 0
    unreadable: int = 0
    layers: dict[str, tuple[bool, bool]] = field(init=False)
    """Off and frozen, by folded name."""

    def __post_init__(self) -> None:
        self.layers = {
            clean(layer.dxf.name).casefold(): (layer.is_off(), layer.is_frozen())
            for layer in self.document.layers
        }

    def entities(self, entities: Any, block: _Block) -> tuple[list[Shape], list[Label]]:
        """Shapes and labels of a layout, or of an inserted block."""
        shapes: list[Shape] = []
        labels: list[Label] = []
        for entity in entities:
            if next(self.seen) >= MAX_ENTITIES:
                raise wrong(
                    self.file,
                    f"图形超过 {MAX_ENTITIES} 个（图块展开后），请删去与本层无关的内容",
                    f"it has more than {MAX_ENTITIES} shapes, blocks taken apart: delete what is of no use",
                )
            try:
                more, texts = self.entity(entity, block)
            except BROKEN:
                self.unreadable += 1
                continue
            shapes += more
            labels += texts
        return shapes, labels

    def entity(self, entity: Any, block: _Block) -> tuple[Sequence[Shape], Sequence[Label]]:
        """Shapes and labels of one entity; nothing if it is hidden or of a kind that is not read."""
        kind = entity.dxftype()
        own = clean(str(entity.dxf.get("layer", "0")))
        layer = block.layer if own == "0" and block.depth else own
        off, frozen = self.layers.get(layer.casefold(), (False, False))
        if frozen or entity.dxf.get("invisible", 0):
            return (), ()
        names = (own, *block.names)
        if kind == "INSERT":
            return self.insert(entity, layer, names, block)
        return ((), ()) if off else self.plain(entity, kind, names)

    def plain(
        self, entity: Any, kind: str, names: tuple[str, ...]
    ) -> tuple[Sequence[Shape], Sequence[Label]]:
        """What is no block. Texts of layers that are passed over may still name shapes."""
        if kind in TEXTS:
            label = label_of(entity, names)
            return (), (label,) if label else ()
        if first_role(names) is Role.IGNORED:
            return (), ()
        if kind == "POINT":
            return self.shape(names, [entity.dxf.location], closed=False), ()
        if kind in _DRAWN:
            if _drawn_points(entity, kind) > MAX_VERTICES:
                raise self.too_many(MAX_VERTICES)
            points, closed = _flat(entity)
            return self.shape(names, points, closed=closed), ()
        return (), ()

    def shape(self, names: tuple[str, ...], points: list[Any], *, closed: bool) -> list[Shape]:
        """A shape of some vertices, unless they mark the origin."""
        if not points:
            return []
        self.points += len(points)
        flat = tuple((float(each.x), float(each.y)) for each in points)
        if self.points > MAX_POINTS:
            raise self.too_many(MAX_POINTS)
        if not all(abs(x) < MAX_COORDINATE and abs(y) < MAX_COORDINATE for x, y in flat):
            raise wrong(
                self.file,
                f"图层“{names[-1][:20]}”上有坐标不是正常的数",
                f'a coordinate on layer "{names[-1][:20]}" is no sane number',
            )
        if any(folded_name(each) in ORIGINS for each in names):
            self.origin = self.origin or box_of(flat).centre
            return []
        first, last = flat[0], flat[-1]
        if len(flat) > 3 and not closed:
            box = box_of(flat)
            near = CLOSED_WITHIN * max(box.width_m, box.height_m)
            closed = abs(first[0] - last[0]) <= near and abs(first[1] - last[1]) <= near
        if closed and len(flat) > 3 and first == last:
            flat = flat[:-1]
        return [Shape(names, flat, closed)]

    def too_many(self, most: int) -> PackFault:
        """More points than a hall needs, in one line or in all."""
        return wrong(
            self.file,
            f"线条的点超过 {most} 个，请简化或删去与本层无关的内容",
            f"its lines have more than {most} points: simplify them or delete what is of no use",
        )

    def insert(
        self, entity: Any, layer: str, names: tuple[str, ...], block: _Block
    ) -> tuple[list[Shape], list[Label]]:
        """What an INSERT, or each of its copies, shows."""
        name = str(entity.dxf.get("name", ""))
        inner = self.document.blocks.get(name)
        if inner is None or name.casefold() in block.inside or block.depth >= MAX_DEPTH:
            return [], []
        # Anonymous blocks (*U12) have names that mean nothing to anybody.
        inside = names if name.startswith("*") else (clean(name), *names)
        within = _Block(inside, layer, block.depth + 1, block.inside | {name.casefold()})
        shapes: list[Shape] = []
        labels: list[Label] = []
        for each in self.copies(entity):
            found, texts = self.entities(each.virtual_entities(), within)
            attributes, more = self.attributes(each, names)
            if not found and (attributes or (role_of(name) or role_of(layer)) is not None) and not len(texts):
                found = self.shape(inside, [each.dxf.insert], closed=False)
            shapes += _attributed(found, attributes, labels)
            labels += [*texts, *more]
        return shapes, labels

    def copies(self, entity: Any) -> Iterator[Any]:
        """The INSERT itself, or all of its rows and columns; each counts as a shape."""
        if entity.mcount <= 1:
            yield entity
            return
        if entity.mcount > MAX_ENTITIES:
            raise wrong(
                self.file,
                f"有图块阵列超过 {MAX_ENTITIES} 个",
                f"an array inserts a block more than {MAX_ENTITIES} times",
            )
        for each in entity.multi_insert():
            next(self.seen)
            yield each

    def attributes(self, entity: Any, names: tuple[str, ...]) -> tuple[dict[str, str], list[Label]]:
        """An INSERT's attributes: those that we know by their tags; the rest as texts where they stand."""
        known: dict[str, str] = {}
        labels: list[Label] = []
        for attribute in entity.attribs:
            label = label_of(attribute, names)
            key = _ATTRIBUTE_OF.get(folded_name(str(attribute.dxf.get("tag", ""))))
            if label and key:
                known[key] = label.text
            elif label:
                labels.append(label)
        return known, labels


def _attributed(shapes: list[Shape], attributes: dict[str, str], labels: list[Label]) -> list[Shape]:
    """The shapes of one INSERT, the largest area with its attributes. A gate or kiosk is one mark."""
    if not shapes:
        return []

    def size(index: int) -> float:
        box = shapes[index].box
        return shapes[index].closed * 1e9 + box.width_m * box.height_m

    largest = max(range(len(shapes)), key=size)
    main = shapes[largest]
    if attributes and not main.closed and len(main.points) > 1:
        # Four lines make a stall, but only once all is read: its texts wait inside it.
        place = box_of([point for each in shapes for point in each.points]).centre
        texts = (attributes[each] for each in ("number", "id", "name") if each in attributes)
        labels += [Label(each, place, main.names) for each in texts]
        return shapes
    shapes[largest] = replace(main, attributes={**attributes, **main.attributes})
    if main.role in (Role.GATE, Role.KIOSK):
        return [each for index, each in enumerate(shapes) if index == largest or _arrow(each, main)]
    return shapes


def _arrow(shape: Shape, main: Shape) -> bool:
    """Whether it may be a kiosk's heading."""
    return main.role is Role.KIOSK and shape.role is Role.KIOSK and not shape.closed and len(shape.points) > 1


def _drawn_points(entity: Any, kind: str) -> int:
    """How many points a line is drawn with; a spline through too many counts as more than any may have."""
    if kind == "LWPOLYLINE":
        return len(entity)
    if kind == "POLYLINE":
        return len(entity.vertices)
    if kind in ("SPLINE", "HELIX"):
        fits = entity.fit_point_count()
        return MAX_VERTICES + 1 if fits > MAX_FIT_POINTS else int(entity.control_point_count())
    return 0


def _flat(entity: Any) -> tuple[list[Any], bool]:
    """An entity's vertices in the world, curves in a fixed number of pieces; and whether it is closed.

    Never by tolerance: a damaged spline would be split without end.
    """
    path = make_path(entity, level=2)
    if not len(path):
        return [], False
    # make_path closes what is closed by a last vertex upon the first.
    closed = bool(path.is_closed) and len(path) > 1
    return list(path.approximate(PIECES) if path.has_curves else path.control_vertices()), closed
