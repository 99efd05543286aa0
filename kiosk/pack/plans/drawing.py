"""What a drawing holds, whatever it was drawn in: plain shapes in metres.

`read_drawing` picks the reader by the file's name; each reader gives the same `Drawing`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from kiosk.domain.floorplan import FacilityKind, Flow, Point
from kiosk.domain.words import Words
from kiosk.pack.faults import PackFault

__all__ = [
    "FORMATS",
    "SIDES",
    "Box",
    "Drawing",
    "DrawnFacility",
    "DrawnKiosk",
    "DrawnPassage",
    "DrawnStall",
    "Flow",
    "find_drawing",
    "level_of",
    "read_bytes",
    "read_drawing",
    "wrong",
]

MAX_LENGTH_M = 5_000.0
FORMATS = (".svg", ".dxf", ".png", ".jpg", ".jpeg")
_READERS = {".svg": "svg", ".dxf": "dxf", ".png": "image", ".jpg": "image", ".jpeg": "image"}
"""Modules of this package by suffix: each has `read(path) -> Drawing`."""
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
    notes: tuple[Words, ...] = ()
    """What the reader had to guess or could not use, a line each."""
    sheet_unit_m: float = 1.0
    """Metres of one unit of the geometry sheet: a picture's stalls may be given in pixels."""


def level_of(path: Path) -> str:
    """The level that a file's name says: 平面图_<level>.dxf."""
    return path.stem.removeprefix("平面图_")


def find_drawing(folder: Path, level: str) -> Path | None:
    """A level's drawing, or None. Where there are several, SVG comes before DXF, and pictures come last.

    A picture without its .toml is found too, so that its reader can say what is missing.
    """
    named = [folder / f"平面图_{level}{suffix}" for suffix in FORMATS]
    found = [each for each in named if each.is_file()]
    told = [each for each in found if each.suffix in (".svg", ".dxf") or each.with_suffix(".toml").is_file()]
    return next(iter(told or found), None)


def read_drawing(path: Path) -> Drawing:
    """Read `平面图_<level id>`: SVG, DXF, or a picture with a .toml beside it.

    Raises PackFault that names the file, what is wrong, and what to do.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise wrong(
            path.name,
            "不认识这种图纸，请另存为 SVG 或 DXF",
            "no reader for this kind of drawing: save it as SVG or DXF",
        )
    # Each reader imports this module, and loads a library of its own.
    drawing: Drawing = import_module(f"kiosk.pack.plans.{reader}").read(path)
    _check_size(drawing)
    return drawing


def _check_size(drawing: Drawing) -> None:
    """No coordinate is so large that it must be an error of units, nor no number at all."""
    boxes = [
        *drawing.blocks,
        *(each.box for each in drawing.facilities),
        *(each.box for each in drawing.stalls),
    ]
    points = [
        (drawing.width_m, drawing.height_m),
        *drawing.floor,
        *(point for line in (*drawing.walls, *drawing.doors) for point in line),
        *(point for each in drawing.passages for point in each.line),
        *(place for _gate, place in drawing.gates),
        *(each.place for each in drawing.kiosks),
        *((box.x_m, box.y_m) for box in boxes),
        *((box.width_m, box.height_m) for box in boxes),
    ]
    check_reach(drawing.file, points)


def check_reach(file: str, points: Iterable[Point]) -> None:
    """Raises PackFault where a point in metres is too far away, or is no number."""
    if not all(abs(x) <= MAX_LENGTH_M and abs(y) <= MAX_LENGTH_M for x, y in points):
        raise wrong(
            file,
            f"有图形在 {MAX_LENGTH_M:.0f} 米以外，请检查单位和比例",
            f"something lies more than {MAX_LENGTH_M:.0f} m away: check its units and scale",
        )


def read_bytes(path: Path, most: int) -> bytes:
    """A file's bytes. Raises PackFault where it cannot be read or is larger than `most`."""
    try:
        if path.stat().st_size > most:
            size = most // 1024 // 1024
            raise wrong(path.name, f"超过 {size} MB", f"it is larger than {size} MB")
        return path.read_bytes()
    except OSError as fault:
        raise wrong(
            path.name, f"读不出来：{fault.strerror}", f"it cannot be read: {fault.strerror}"
        ) from fault


def wrong(file: str, zh: str, en: str) -> PackFault:
    """A fault of one drawing."""
    return PackFault(f"{file}：{zh}。", f"{file}: {en}.")
