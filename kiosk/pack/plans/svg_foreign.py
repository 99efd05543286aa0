"""SVG as drawing programs write it: layers, transforms, styles, paths, clones, a page in millimetres.

What a shape is, the names of its layer, class or label say (layers.py). The scale comes from
`data-units-per-metre`, from a line on a layer "calibration" with its length, or from "1:100" and a page in
millimetres. The page's top left corner is the origin, unless a mark on a layer 原点 (origin) is, or the floor
lies off the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import cos, hypot, isfinite, pi, sin
from xml.etree.ElementTree import Element

from kiosk.domain.floorplan import Point
from kiosk.domain.words import Words
from kiosk.pack.faults import PackFault
from kiosk.pack.plans import shapes as geometry
from kiosk.pack.plans.assembly import assemble
from kiosk.pack.plans.drawing import Drawing, wrong
from kiosk.pack.plans.layers import Role, first_role, folded_name
from kiosk.pack.plans.shapes import Label, Shape
from kiosk.pack.plans.svg_lengths import PX_MM, page_mm, ratios_in, user_units
from kiosk.pack.plans.svg_paths import Matrix, apply, numbers, subpaths, times, transform, viewport
from kiosk.pack.plans.svg_style import is_hidden, sheet_of, style_of, unescaped

MAX_SHAPES = 50_000
MAX_POINTS = 400_000
MAX_DEPTH = 60
MAX_DATA = 1_500_000
"""Characters of all paths and points that count."""
MAX_TEXT = 200
"""Characters of a label that count."""
MAX_NAME = 80
"""Characters of a name, or of a list of classes, that count."""
_UPRIGHT = frozenset({"y", "y1", "y2", "cy", "ry", "height"})
INKSCAPE = "{http://www.inkscape.org/namespaces/inkscape}"
ORIGINS = frozenset({"原点", "坐标原点", "origin"})
"""A layer whose one mark is where the geometry sheet's X and Y begin."""
OFF_PAGE_M = 0.5
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_GROUPS = frozenset({"svg", "g", "a", "switch", "symbol"})
_DRAWN = frozenset({"rect", "line", "polygon", "polyline", "circle", "ellipse", "path"})
_METRES = re.compile(r"(\d+(?:\.\d+)?)\s*(mm|毫米|cm|厘米|m|米)(?![a-z])")
_STALL_ID = re.compile(r"^[A-Z]{1,2}-?\d{3}$")
_IN_METRES = {"mm": 0.001, "毫米": 0.001, "cm": 0.01, "厘米": 0.01, "m": 1.0, "米": 1.0}
_ATTRIBUTES = {
    "data-stall": "number",
    "data-number": "number",
    "data-kiosk": "id",
    "data-gate": "id",
    "data-passage": "id",
    "data-name-zh": "name",
    "data-name-en": "name_en",
    **{f"data-{each}": each for each in ("id", "kind", "facing", "door", "link", "flow", "heading", "name")},
}


@dataclass(frozen=True, slots=True)
class _Context:
    """What a group hands down."""

    matrix: Matrix
    names: tuple[str, ...]
    attributes: dict[str, str]
    style: dict[str, str]
    depth: int


def read_foreign(file: str, root: Element, level: str) -> Drawing:
    """The drawing. Raises PackFault that says what is wrong and what to do."""
    return _Reader(file, root).drawing(level)


class _Reader:
    def __init__(self, file: str, root: Element) -> None:
        self.file, self.root = file, root
        self.shapes: list[Shape] = []
        self.labels: list[Label] = []
        self.visited = self.points = self.data = 0
        self.view = [0.0, 0.0, 0.0, 0.0]
        self.said: set[int] = set()
        self.bare: set[int] = set()
        self.sheet = sheet_of(root)
        self.by_id = {name: each for each in root.iter() if (name := each.get("id"))}

    def drawing(self, level: str) -> Drawing:
        """Walk all, then scale to metres."""
        self.view, mm_per_unit = view, _ = self.page()
        start = _Context((1.0, 0.0, 0.0, 1.0, -view[0], -view[1]), (), {}, {}, 0)
        self.walk(start)
        unit_m = self.unit_m(mm_per_unit)

        (left, top), notes = self.origin(view, unit_m)

        def at(point: Point) -> Point:
            return round(point[0] * unit_m - left, 4), round(point[1] * unit_m - top, 4)

        shapes = [
            Shape(each.names, tuple(at(point) for point in each.points), each.closed, each.attributes)
            for each in self.shapes
            if each.role is not Role.CALIBRATION and not _is_origin(each.names)
        ]
        labels = [Label(each.text, at(each.place), each.names) for each in self.labels]
        drawing = assemble(self.file, self.root.get("data-level", "") or level, shapes, labels)
        return replace(
            drawing,
            width_m=max(drawing.width_m, round(view[2] * unit_m - left, 4)),
            height_m=max(drawing.height_m, round(view[3] * unit_m - top, 4)),
            notes=(*notes, *drawing.notes),
        )

    def origin(self, view: list[float], unit_m: float) -> tuple[Point, list[Words]]:
        """Where 0, 0 of the geometry sheet is, in metres from the page's corner; and what to say of it."""
        marks = [each.middle for each in self.shapes if _is_origin(each.names)]
        if marks:
            return (marks[0][0] * unit_m, marks[0][1] * unit_m), []
        points = [point for each in self.shapes if each.role is Role.FLOOR for point in each.points]
        if not points:
            return (0.0, 0.0), []
        box = geometry.box_of(points)
        off = max(-box.x_m, -box.y_m, box.x_m + box.width_m - view[2], box.y_m + box.height_m - view[3])
        if off * unit_m <= OFF_PAGE_M:
            return (0.0, 0.0), []
        words = Words(
            "楼层画在页面以外，坐标从楼层左上角算起，请核对展位坐标。",
            "the floor lies off the page, so its top left corner is 0, 0: check the geometry sheet.",
        )
        return (box.x_m * unit_m, box.y_m * unit_m), [words]

    def page(self) -> tuple[list[float], float | None]:
        """The viewBox, and millimetres of one of its units where the page's size says so."""
        width, height = page_mm(self.root.get("width", "")), page_mm(self.root.get("height", ""))
        real = self.root.get("width", "").strip()[-1:].isalpha()  # a bare number is a picture's, on no paper
        try:
            view = numbers(self.root.get("viewBox", ""))
        except ValueError:
            view = []
        if not view and width and height:
            # Without a viewBox a user unit is a px.
            return [0.0, 0.0, width / PX_MM, height / PX_MM], PX_MM if real else None
        if len(view) != 4 or view[2] <= 0 or view[3] <= 0:
            raise wrong(self.file, "缺少 viewBox", "it has no viewBox")
        return view, width / view[2] if width and real else None

    def walk(self, start: _Context) -> None:
        """Every element that is seen."""
        stack: list[tuple[Element, _Context]] = [(self.root, start)]
        while stack:
            element, context = stack.pop()
            self.visited += 1
            if self.visited > MAX_SHAPES:
                raise wrong(
                    self.file, "图形太多，请只留下需要的图层", f"it has more than {MAX_SHAPES} shapes"
                )
            if context.depth > MAX_DEPTH:
                raise wrong(
                    self.file, "分组嵌套太深，请取消分组", "its groups are nested too deeply: ungroup"
                )
            tag = _tag(element)
            style = context.style | style_of(element, self.sheet)
            if is_hidden(style):
                continue
            inner = self.context(element, context, style, tag)
            if tag == "use":
                stack.append(self.used(element, inner))
            elif tag in _GROUPS and (tag != "symbol" or context.attributes.get(" used")):
                stack += [(child, inner) for child in reversed(element)]
            elif tag == "text":
                self.text(element, inner)
            elif tag == "title" and element.text:
                self.say(element.text)
            else:
                self.shape(element, tag, inner)

    def context(self, element: Element, outer: _Context, style: dict[str, str], tag: str) -> _Context:
        """What the element adds: its transform, names and data."""
        try:
            own = transform(element.get("transform", ""))
            if tag == "svg" and outer.depth:
                own = times(own, self.inside(element, element))
        except ValueError as fault:
            raise wrong(
                self.file, "有读不懂的 transform", f"the transform of <{tag[:20]}> cannot be read"
            ) from fault
        label = element.get(f"{INKSCAPE}label", "")[:MAX_NAME]
        # Illustrator writes a layer's name as data-name, and as an id with its hanzi as _x5899_.
        label = label or (element.get("data-name", "")[:MAX_NAME] if tag in _GROUPS else "")
        name = unescaped(element.get("id", "")[:MAX_NAME])
        names = [label, *element.get("class", "")[:MAX_NAME].split()]
        # Programs number their ids (rect12, r1): only those that mean something count.
        meant = first_role([name]) not in {None, Role.IGNORED}  # text12 says nothing of a layer
        names += [name] if meant or _STALL_ID.match(name) else []
        if tag in _GROUPS and not (label or element.get("class")) and not first_role(names):
            names = []
        self.say(label)
        given = {key: element.get(name, "").strip() for name, key in _ATTRIBUTES.items() if element.get(name)}
        if tag in _GROUPS and element.get("data-name"):
            given.pop("name", None)
        return _Context(
            times(outer.matrix, own),
            (*(name for name in names if name), *outer.names),
            outer.attributes | given,
            style,
            outer.depth + 1,
        )

    def used(self, element: Element, context: _Context) -> tuple[Element, _Context]:
        """What a clone shows. References out of the file are refused."""
        reference = next((found for each in _HREFS if (found := element.get(each))), "")
        target = self.by_id.get(reference[1:]) if reference.startswith("#") else None
        if target is None:
            raise wrong(
                self.file,
                "有克隆引用了文件外或不存在的图形，请取消链接",
                "a clone refers to what is not in the file: unlink it",
            )
        if _tag(target) == "symbol":
            moved = self.inside(element, target)
        else:
            moved = (1.0, 0.0, 0.0, 1.0, self.number(element, "x", 0.0), self.number(element, "y", 0.0))
        attributes = context.attributes | {" used": "1"}
        matrix = times(context.matrix, moved)
        return target, _Context(matrix, context.names, attributes, context.style, context.depth)

    def inside(self, frame: Element, content: Element) -> Matrix:
        """What an inner svg, or a symbol that is used, does to what is in it."""
        x, y = self.number(frame, "x", 0.0), self.number(frame, "y", 0.0)
        size = self.number(frame, "width", self.view[2]), self.number(frame, "height", self.view[3])
        try:
            view = numbers(content.get("viewBox", ""))
        except ValueError:
            view = []
        return viewport((x, y), size, view, content.get("preserveAspectRatio", ""))

    def number(self, element: Element, name: str, default: float | None = None) -> float:
        """A length in user units."""
        text = element.get(name)
        if text is None and default is not None:
            return default
        whole = self.view[3] if name in _UPRIGHT else self.view[2]
        try:
            return user_units(text or "", whole)
        except ValueError as fault:
            raise wrong(
                self.file,
                f"<{_tag(element)[:20]}> 的 {name} 不是数字",
                f"{name} of <{_tag(element)[:20]}> is no number",
            ) from fault

    def shape(self, element: Element, tag: str, context: _Context) -> None:
        """One shape, if it is one. What has no part is only counted, so it may be as broken as it likes."""
        role = first_role(context.names)
        if tag not in _DRAWN or role is Role.IGNORED:
            return
        if role is None and not _is_origin(context.names):
            self.shapes.append(Shape(context.names, ((0.0, 0.0),), closed=False))
            return
        self.data += len(element.get("d", "")) + len(element.get("points", ""))
        try:
            for points, closed in self.outline(element, tag) if self.data <= MAX_DATA else ():
                self.points += len(points)
                if self.points > MAX_POINTS:
                    raise self.too_many_points()
                moved = [apply(context.matrix, point) for point in points]
                if not all(isfinite(x) and isfinite(y) for x, y in moved):
                    raise ValueError("not finite")
                if len(moved) > 3 and moved[0] == moved[-1]:
                    moved, closed = moved[:-1], True  # noqa: PLW2901
                if moved:
                    self.shapes.append(Shape(context.names, tuple(moved), closed, context.attributes))
        except (ValueError, ArithmeticError) as fault:
            name = (element.get("id") or "")[:20]
            raise wrong(
                self.file, f"<{tag[:20]}> {name} 的坐标读不懂", f"<{tag[:20]}> {name} has broken coordinates"
            ) from fault
        if self.points > MAX_POINTS or self.data > MAX_DATA:
            raise self.too_many_points()

    def too_many_points(self) -> PackFault:
        """What to say of an endless path."""
        return wrong(self.file, "点太多，请简化路径", "it has too many points: simplify its paths")

    def outline(self, element: Element, tag: str) -> Iterator[tuple[list[Point], bool]]:
        """Points in the element's own units."""
        if tag == "rect":
            x, y = self.number(element, "x", 0.0), self.number(element, "y", 0.0)
            width, height = self.number(element, "width", 0.0), self.number(element, "height", 0.0)
            if width <= 0 or height <= 0:
                return  # nobody sees it
            yield [(x, y), (x + width, y), (x + width, y + height), (x, y + height)], True
        elif tag == "line":
            x, y, x2, y2 = (self.number(element, each, 0.0) for each in ("x1", "y1", "x2", "y2"))
            yield [(x, y), (x2, y2)], False
        elif tag in {"polygon", "polyline"}:
            found = numbers(element.get("points", ""))
            yield list(zip(found[::2], found[1::2], strict=True)), tag == "polygon"
        elif tag in {"circle", "ellipse"}:
            x, y = self.number(element, "cx", 0.0), self.number(element, "cy", 0.0)
            rx = self.number(element, "r" if tag == "circle" else "rx")
            ry = rx if tag == "circle" else self.number(element, "ry")
            turns = (2 * pi * step / geometry.FLAT_TURNS for step in range(geometry.FLAT_TURNS))
            yield [(x + rx * cos(turn), y + ry * sin(turn)) for turn in turns], True
        elif tag == "path":
            yield from subpaths(element.get("d", ""))

    def text(self, element: Element, context: _Context) -> None:
        """A text's lines, and its middle by the size of its letters."""
        lines = ["".join(each.itertext()) for each in element if _tag(each) == "tspan"]
        text = (
            "\n".join(line.strip() for line in lines if line.strip()) or "".join(element.itertext()).strip()
        )
        if not text:
            return
        self.say(text)
        style = context.style
        first = next((each for each in element.iter() if each.get("x")), element)
        for each in element:
            style = style | style_of(each, self.sheet)
        place = [self.first(first, each) for each in ("x", "y")]
        size = re.match(r"^([\d.]+)(px)?$", style.get("font-size", ""))
        height = float(size[1]) if size and size[1].strip(".") and size[1].count(".") < 2 else 0.0
        width = height * max(geometry.text_width(line) for line in text.split("\n"))
        share = {"middle": 0.0, "center": 0.0, "end": -0.5}.get(style.get("text-anchor", ""), 0.5)
        more = 0.6 * height * text.count("\n")
        x, y = apply(context.matrix, (place[0] + share * width, place[1] - 0.35 * height + more))
        if isfinite(x) and isfinite(y):
            self.labels.append(Label(text[:MAX_TEXT], (x, y), context.names))

    def say(self, text: str) -> None:
        """Keep the scales that a text says."""
        said, bare = ratios_in(text)
        self.said |= said
        self.bare |= bare

    def first(self, element: Element, name: str) -> float:
        """The first of a list of places; Inkscape gives each letter its own."""
        found = re.findall(r"[+-]?[\d.]+(?:[eE][+-]?\d+)?", element.get(name, ""))
        try:
            return float(found[0]) if found else 0.0
        except ValueError:
            return 0.0

    def unit_m(self, mm_per_unit: float | None) -> float:
        """Metres of a user unit. Raises PackFault where nothing says it, or two things say two."""
        if self.root.get("data-units-per-metre"):
            scale = self.number(self.root, "data-units-per-metre")
            found = {1 / scale} if scale > 0 else set[float]()
        else:
            self.say(f"scale 1:{self.root.get('data-drawing-scale', '').removeprefix('1:')}")
            ratios = self.said or self.bare
            found = self.calibrated() or {ratio * (mm_per_unit or 0) / 1000 for ratio in ratios}
        found.discard(0.0)
        if len(found) == 1 and isfinite(value := next(iter(found))):
            return value
        many = len(found) > 1
        raise wrong(
            self.file,
            ("比例写了几种" if many else "没有比例") + "，请在图层“标定”里画一条线并写上长度（如 10 米）",
            ("it has several scales" if many else "it has no scale")
            + ': draw one line on a layer "calibration" and write its length there (10 m)',
        )

    def calibrated(self) -> set[float]:
        """The scale that a line and its length give."""
        lines = [each for each in self.shapes if each.role is Role.CALIBRATION and len(each.points) > 1]
        if not lines:
            return set()
        texts = [each.text for each in self.labels if each.role is Role.CALIBRATION]
        texts += [name for each in lines for name in each.names]
        said = next((match for text in texts if (match := _METRES.search(folded_name(text)))), None)
        ends = [(each.points[0], each.points[-1]) for each in lines]
        longest = max(hypot(b[0] - a[0], b[1] - a[1]) for a, b in ends)
        if said is None or not longest:
            raise wrong(
                self.file,
                "图层“标定”里没有写长度，请写上（如 10 米）",
                'the layer "calibration" has no length: write it there (10 m)',
            )
        return {float(said[1]) * _IN_METRES[said[2]] / longest}


def _is_origin(names: Iterable[str]) -> bool:
    return any(folded_name(name) in ORIGINS for name in names)


def _tag(element: Element) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
