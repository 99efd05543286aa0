"""A level of a venue: stalls as a geometry sheet, the rest as SVG. Metres, y down, north up."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

UNITS_PER_METRE = 10
STALL_M = 3.0
HALL_LEFT_M = 2.0
HALL_TOP_M = 2.0

Point = tuple[float, float]


@dataclass(frozen=True)
class Stall:
    """A stall: number, level id, top-left corner, size, and the side (东南西北) it is served from."""

    number: str
    level: str
    x_m: float
    y_m: float
    width_m: float
    height_m: float
    facing: str


@dataclass(frozen=True)
class Facility:
    """A named rectangle; coordinates in the hall's own metres, `door` a side in English."""

    kind: str
    name_zh: str
    name_en: str
    box: tuple[float, float, float, float]
    door: str
    link: str = ""


@dataclass
class Level:
    """What is drawn of a level. All coordinates in metres from the hall's inner north-west corner."""

    level: str
    width_m: float
    height_m: float
    floor: Sequence[Point]
    walls: Sequence[Sequence[Point]]
    blocks: Sequence[tuple[float, float, float, float]]
    facilities: Sequence[Facility]
    gates: Sequence[tuple[str, Point]]
    kiosks: Sequence[tuple[str, Point, int]]
    labels: Sequence[tuple[str, Point]] = ()
    stalls: list[Stall] = field(default_factory=list)

    def column(self, letter: str, first: int, place: Point, count: int, facing: str) -> int:
        """Adds a column of stalls upwards from its south-west corner `place`; gives the next number."""
        for i in range(count):
            x_m, y_m = place[0] + HALL_LEFT_M, place[1] + HALL_TOP_M - (i + 1) * STALL_M
            self.stalls.append(
                Stall(f"{letter}{first + i:03d}", self.level, x_m, y_m, STALL_M, STALL_M, facing)
            )
        return first + count


def _n(metres: float) -> str:
    """A length in SVG units, without needless noughts."""
    return f"{round(metres * UNITS_PER_METRE, 1):g}"


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{_n(x + HALL_LEFT_M)},{_n(y + HALL_TOP_M)}" for x, y in points)


def _rect(box: tuple[float, float, float, float]) -> str:
    x, y, width, height = box
    place = f'x="{_n(x + HALL_LEFT_M)}" y="{_n(y + HALL_TOP_M)}"'
    return f'{place} width="{_n(width)}" height="{_n(height)}"'


def _facility(facility: Facility) -> str:
    link = f" data-link={quoteattr(facility.link)}" if facility.link else ""
    return (
        f'  <rect class="facility" data-kind="{facility.kind}" data-name-zh={quoteattr(facility.name_zh)}'
        f" data-name-en={quoteattr(facility.name_en)}{link}"
        f' data-door="{facility.door}" {_rect(facility.box)} fill="#E9E6DD"/>'
    )


def svg(level: Level) -> str:
    """The level's drawing: plain elements that any viewer shows and that the pack's reader knows by class."""
    width, height = _n(level.width_m), _n(level.height_m)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        f' data-level="{level.level}" data-units-per-metre="{UNITS_PER_METRE}">',
        f'  <polygon class="floor" points="{_points(level.floor)}" fill="#FFFFFF"/>',
    ]
    lines += [
        f'  <polyline class="wall" points="{_points(wall)}" fill="none" stroke="#54575C" stroke-width="3"/>'
        for wall in level.walls
    ]
    lines += [f'  <rect class="block" {_rect(box)} fill="#54575C"/>' for box in level.blocks]
    lines += [_facility(facility) for facility in level.facilities]
    for gate, (x, y) in level.gates:
        place = f'cx="{_n(x + HALL_LEFT_M)}" cy="{_n(y + HALL_TOP_M)}"'
        lines.append(
            f'  <circle class="gate" data-gate="{gate}" {place} r="8" fill="none" stroke="#1D3F72"/>'
        )
    for kiosk, (x, y), heading in level.kiosks:
        place = f'cx="{_n(x + HALL_LEFT_M)}" cy="{_n(y + HALL_TOP_M)}"'
        what = f'data-kiosk="{kiosk}" data-heading="{heading}"'
        lines.append(f'  <circle class="kiosk" {what} {place} r="4" fill="#C8321E"/>')
    for text, (x, y) in level.labels:
        lines.append(
            f'  <text x="{_n(x + HALL_LEFT_M)}" y="{_n(y + HALL_TOP_M)}" font-size="12">{text}</text>'
        )
    return "\n".join([*lines, "</svg>", ""])


GEOMETRY_COLUMNS = ("展位号", "楼层", "X", "Y", "宽", "高", "朝向")


def geometry_lines(levels: Sequence[Level]) -> list[list[str | float]]:
    """The geometry sheet's lines with header, in the order of stall numbers."""
    stalls = sorted((s for level in levels for s in level.stalls), key=lambda s: s.number)
    head: list[str | float] = list(GEOMETRY_COLUMNS)
    rows: list[list[str | float]] = [
        [s.number, s.level, s.x_m, s.y_m, s.width_m, s.height_m, s.facing] for s in stalls
    ]
    return [head, *rows]
