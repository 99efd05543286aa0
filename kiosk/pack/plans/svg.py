"""SVG drawings: our own classes and data- attributes, read strictly.

No entities, no transforms, bounded in size. Labels and styles are for people and are passed over. What other
programs write, svg_foreign.py reads.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from kiosk.domain.floorplan import FacilityKind, Point
from kiosk.domain.search import stall_number
from kiosk.domain.words import Words
from kiosk.pack.plans.drawing import (
    SIDES,
    Box,
    Drawing,
    DrawnFacility,
    DrawnKiosk,
    DrawnPassage,
    DrawnStall,
    Flow,
    level_of,
    read_bytes,
    wrong,
)
from kiosk.pack.plans.svg_foreign import INKSCAPE, MAX_DEPTH, MAX_SHAPES, read_foreign

MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_POINTS = 50_000
MAX_DIGITS = 40
"""Of a number: longer ones make the pattern below slow."""
_NUMBER = re.compile(r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,2})?$")
_IGNORED = frozenset({"text", "title", "desc", "metadata", "style", "defs", "tspan"})


def read(path: Path) -> Drawing:
    """Read `平面图_<level id>.svg`. Raises PackFault that names the element which is wrong."""
    data = read_bytes(path, MAX_FILE_BYTES)
    root = _parse(path.name, data)
    if _tag(root) != "svg":
        raise wrong(path.name, "不是 SVG", "it is no SVG")
    ours = root.get("data-level") is not None and not any(
        name.startswith(INKSCAPE)
        for each in root.iter()
        for name in each.keys()  # noqa: SIM118
    )
    return _Reader(path.name, root).drawing() if ours else read_foreign(path.name, root, level_of(path))


def _parse(file: str, data: bytes) -> ElementTree.Element:
    begin = data.find(b"<!DOCTYPE")  # XML knows no other spelling, and allows one
    if b"\0" in data or b"<!ENTITY" in data or (begin >= 0 and b"[" in data[begin : data.find(b">", begin)]):
        raise wrong(
            file,
            "请另存为不带 DOCTYPE 实体的 UTF-8 SVG",
            "save it as plain UTF-8 SVG with no entities in its DOCTYPE",
        )
    said = re.match(rb"^\s*<\?xml[^>]*encoding\s*=\s*[\"'](gb\w+)", data[:200], re.IGNORECASE)
    parser = ElementTree.XMLParser(target=_Bounded(file))  # noqa: S314  it refuses entities, and counts
    try:
        parser.feed(data.decode("gb18030" if said else "utf-8-sig"))
        root: ElementTree.Element = parser.close()
    except UnicodeError as fault:
        raise wrong(file, "请另存为 UTF-8", "save it as UTF-8") from fault
    except ElementTree.ParseError as fault:
        raise wrong(file, f"不是完整的 SVG（{fault}）", f"it is no well-formed SVG ({fault})") from fault
    return root


class _Bounded(ElementTree.TreeBuilder):
    """Builds the tree as long as it is neither too large nor too deep."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file, self.count, self.depth = file, 0, 0

    def start(self, tag: str, attrs: dict[str, str], /) -> ElementTree.Element:
        """Count an element in."""
        self.count, self.depth = self.count + 1, self.depth + 1
        if self.count > 2 * MAX_SHAPES:
            raise wrong(self.file, "图形太多，请只留下需要的图层", f"it has more than {MAX_SHAPES} shapes")
        if self.depth > MAX_DEPTH:
            raise wrong(self.file, "嵌套太深，请取消分组", "it is nested too deeply: ungroup")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ElementTree.Element:
        """Count it out."""
        self.depth -= 1
        return super().end(tag)


class _Reader:
    """Reads one drawing; keeps the file's name for faults and the scale for lengths."""

    def __init__(self, file: str, root: ElementTree.Element) -> None:
        self.file = file
        self.root = root
        self.shapes = [each for each in root.iter() if each is not root and _tag(each) not in _IGNORED]
        if len(self.shapes) > MAX_SHAPES:
            raise wrong(file, "图形太多", f"it has more than {MAX_SHAPES} shapes")
        self.scale = self.number(root, "data-units-per-metre")
        if self.scale <= 0:
            raise wrong(file, "data-units-per-metre 应大于 0", "data-units-per-metre must be more than 0")

    def drawing(self) -> Drawing:
        """All shapes of the level."""
        view = self.numbers(self.root.get("viewBox", ""), "viewBox")
        if len(view) != 4 or view[0] or view[1] or view[2] <= 0 or view[3] <= 0:
            raise wrong(self.file, 'viewBox 应写成 "0 0 宽 高"', 'viewBox must be "0 0 width height"')
        if any(each.get("transform") for each in (self.root, *self.shapes)):
            raise wrong(self.file, "不支持 transform，请先展开", "it has a transform: flatten it first")
        floors = self.of("polygon", "floor")
        if len(floors) != 1:
            raise wrong(
                self.file,
                "要有且只有一个 class=floor 的多边形",
                "it needs exactly one polygon of class floor",
            )
        return Drawing(
            self.file,
            self.text(self.root, "data-level"),
            view[2] / self.scale,
            view[3] / self.scale,
            self.points(floors[0], 3),
            tuple(self.points(each, 2) for each in self.of("polyline", "wall")),
            tuple(self.box(each) for each in self.of("rect", "block")),
            tuple(self.facility(each) for each in self.of("rect", "facility")),
            tuple((self.text(each, "data-gate"), self.centre(each)) for each in self.of("circle", "gate")),
            tuple(self.kiosk(each) for each in self.of("circle", "kiosk")),
            tuple(self.stall(each) for each in self.of("rect", "stall")),
            tuple(self.passage(each) for each in self.of("polyline", "passage")),
            tuple(self.ends(each) for each in self.of("polyline", "door")),
        )

    def of(self, tag: str, kind: str) -> list[ElementTree.Element]:
        """Elements of a tag and class."""
        return [each for each in self.shapes if _tag(each) == tag and kind in each.get("class", "").split()]

    def facility(self, element: ElementTree.Element) -> DrawnFacility:
        """One facility."""
        kind = self.text(element, "data-kind")
        if kind not in set(FacilityKind):
            raise wrong(self.file, f"不认识的设施 {kind[:20]}", f'unknown facility kind "{kind[:20]}"')
        door = self.side(element, "data-door")
        name = Words(element.get("data-name-zh", ""), element.get("data-name-en", ""))
        return DrawnFacility(FacilityKind(kind), name, self.box(element), door, element.get("data-link", ""))

    def kiosk(self, element: ElementTree.Element) -> DrawnKiosk:
        """One kiosk."""
        heading = self.number(element, "data-heading") % 360
        return DrawnKiosk(self.text(element, "data-kiosk"), self.centre(element), heading)

    def stall(self, element: ElementTree.Element) -> DrawnStall:
        """One stall."""
        number = stall_number(self.text(element, "data-stall"))
        if number is None:
            raise wrong(self.file, "data-stall 不是展位号", "a data-stall is no stall number")
        return DrawnStall(number, self.box(element), self.side(element, "data-facing"))

    def passage(self, element: ElementTree.Element) -> DrawnPassage:
        """One passage."""
        flow = element.get("data-flow", Flow.BOTH)
        if flow not in set(Flow):
            raise wrong(
                self.file,
                f"data-flow 应为 {'、'.join(Flow)}",
                f"data-flow must be one of {', '.join(Flow)}",
            )
        name = Words(element.get("data-name-zh", ""), element.get("data-name-en", ""))
        return DrawnPassage(self.text(element, "data-passage"), name, self.ends(element), Flow(flow))

    def ends(self, element: ElementTree.Element) -> tuple[Point, Point]:
        """A line's first and last point."""
        points = self.points(element, 2)
        return points[0], points[-1]

    def side(self, element: ElementTree.Element, attribute: str) -> str:
        """A side, or nothing."""
        side = element.get(attribute, "")
        if side and side not in SIDES:
            raise wrong(
                self.file,
                f"{attribute} 应为 {'、'.join(SIDES)}",
                f"{attribute} must be one of {', '.join(SIDES)}",
            )
        return side

    def box(self, element: ElementTree.Element) -> Box:
        """A rectangle in metres."""
        x, y, width, height = (
            self.number(element, each) / self.scale for each in ("x", "y", "width", "height")
        )
        if width <= 0 or height <= 0:
            raise wrong(self.file, "有宽或高为 0 的矩形", "a rectangle has no width or height")
        return Box(x, y, width, height)

    def centre(self, element: ElementTree.Element) -> Point:
        """A circle's middle in metres."""
        return self.number(element, "cx") / self.scale, self.number(element, "cy") / self.scale

    def points(self, element: ElementTree.Element, least: int) -> tuple[Point, ...]:
        """Points in metres."""
        numbers = self.numbers(element.get("points", ""), "points")
        if len(numbers) % 2 or len(numbers) < 2 * least or len(numbers) > 2 * MAX_POINTS:
            raise wrong(self.file, "points 的数目不对", f"points need {least} or more pairs of numbers")
        metres = [each / self.scale for each in numbers]
        return tuple(zip(metres[::2], metres[1::2], strict=True))

    def numbers(self, text: str, attribute: str) -> list[float]:
        """Numbers parted by spaces or commas."""
        parts = [each for each in re.split(r"[\s,]+", text) if each]
        if not all(len(each) <= MAX_DIGITS and _NUMBER.match(each) for each in parts):
            raise wrong(self.file, f"{attribute} 里有不是数字的内容", f"{attribute} holds what is no number")
        return [float(each) for each in parts]

    def number(self, element: ElementTree.Element, attribute: str) -> float:
        """One number."""
        found = self.numbers(element.get(attribute, ""), attribute)
        if len(found) != 1:
            raise wrong(
                self.file, f"<{_tag(element)}> 缺少 {attribute}", f"<{_tag(element)}> lacks {attribute}"
            )
        return found[0]

    def text(self, element: ElementTree.Element, attribute: str) -> str:
        """An attribute that must be there."""
        found = element.get(attribute, "").strip()
        if not found:
            raise wrong(
                self.file, f"<{_tag(element)}> 缺少 {attribute}", f"<{_tag(element)}> lacks {attribute}"
            )
        return found


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
