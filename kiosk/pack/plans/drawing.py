"""What a drawing holds, whatever it was drawn in: plain shapes in metres.

`read_drawing` picks the reader by the file's name; each reader gives the same `Drawing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.fair import Words
from kiosk.domain.floorplan import FacilityKind, Flow, Point
from kiosk.pack.faults import PackFault

__all__ = [
    "SIDES",
    "Box",
    "Drawing",
    "DrawnFacility",
    "DrawnKiosk",
    "DrawnPassage",
    "DrawnStall",
    "Flow",
    "read_drawing",
    "wrong",
]

SIDES = ("north", "east", "south", "west")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in metres; x and y of its top-left corner."""

    x_m: float
    y_m: float
    width_m: float
    height_m: float

    def door(self, side: str, out_m: float) -> Point:
        """A place `out_m` outside the middle of a side."""
        middle_x, middle_y = self.x_m + self.width_m / 2, self.y_m + self.height_m / 2
        return {
            "north": (middle_x, self.y_m - out_m),
            "south": (middle_x, self.y_m + self.height_m + out_m),
            "west": (self.x_m - out_m, middle_y),
            "east": (self.x_m + self.width_m + out_m, middle_y),
        }[side]

    @property
    def centre(self) -> Point:
        """Its middle."""
        return self.x_m + self.width_m / 2, self.y_m + self.height_m / 2


@dataclass(frozen=True, slots=True)
class DrawnFacility:
    """A facility as drawn; `door` is a side or nothing, `link` joins lifts and stairs of two levels."""

    kind: FacilityKind
    name: Words
    box: Box
    door: str
    link: str


@dataclass(frozen=True, slots=True)
class DrawnKiosk:
    """A kiosk as drawn."""

    id: str
    place: Point
    heading_deg: float


@dataclass(frozen=True, slots=True)
class DrawnPassage:
    """A line across an aisle. It stops nobody unless it is one-way or closed; staff close it by its name."""

    id: str
    name: Words
    line: tuple[Point, Point]
    flow: Flow


@dataclass(frozen=True, slots=True)
class DrawnStall:
    """A stall as drawn; `facing` is the side it is served from, or nothing where the drawing does not say."""

    number: str
    box: Box
    facing: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A level's shapes in metres."""

    file: str
    level: str
    width_m: float
    height_m: float
    floor: tuple[Point, ...]
    walls: tuple[tuple[Point, ...], ...]
    blocks: tuple[Box, ...]
    facilities: tuple[DrawnFacility, ...]
    gates: tuple[tuple[str, Point], ...]
    kiosks: tuple[DrawnKiosk, ...]
    stalls: tuple[DrawnStall, ...] = ()
    """Those that the drawing itself shows; the geometry sheet has the last word."""
    passages: tuple[DrawnPassage, ...] = ()
    doors: tuple[tuple[Point, Point], ...] = ()
    """Openings in walls: a wall stops nobody here."""


def read_drawing(path: Path) -> Drawing:
    """Read `平面图_<level id>.svg`. Raises PackFault that names what is wrong, and where."""
    from kiosk.pack.plans import svg  # noqa: PLC0415  each reader loads a library of its own

    if path.suffix.lower() == ".svg":
        return svg.read(path)
    raise wrong(path.name, "不认识这种图纸格式", "no reader for this kind of drawing")


def wrong(file: str, zh: str, en: str) -> PackFault:
    """A fault of one drawing."""
    return PackFault(f"{file}：{zh}。", f"{file}: {en}.")
