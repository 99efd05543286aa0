"""A picture of the plan with a calibration: 平面图_<level>.png (jpg, jpeg) and 平面图_<level>.toml beside it.

The .toml gives the scale and the shapes in pixels of the picture, x to the right, y down; of the
picture only its size is read. Stalls come from the geometry sheet: in metres from `origin`, or the floor's
top-left corner; or, with `sheet_in_pixels`, in pixels from `origin`, or from the picture's corner.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from math import hypot, isfinite
from pathlib import Path
from typing import Annotated

import msgspec

from kiosk.domain.floorplan import FacilityKind, Flow, Point
from kiosk.domain.search import stall_number
from kiosk.domain.words import Words
from kiosk.pack.faults import PackFault
from kiosk.pack.plans.drawing import (
    Box,
    Drawing,
    DrawnFacility,
    DrawnKiosk,
    DrawnPassage,
    DrawnStall,
    level_of,
    read_bytes,
    wrong,
)
from kiosk.pack.plans.layers import facility_kind, heading_of, side_of
from kiosk.pack.plans.picture_size import pixels
from kiosk.pack.plans.shapes import box_of

MAX_PICTURE_BYTES = 50 * 1024 * 1024
MAX_TOML_BYTES = 1024 * 1024
SCALE_M = 0.0005, 5.0
"""Metres of a pixel: a hall of 3 m on the finest picture, and one of 1 km on a poor one."""

_Length = Annotated[float, msgspec.Meta(ge=-100_000, le=100_000)]
_Pixel = tuple[_Length, _Length]
_Line = tuple[_Pixel, _Pixel]
_Rectangle = tuple[_Length, _Length, _Length, _Length]
"""x and y of the top-left corner, width, height."""
_Text = Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
_Polyline = Annotated[list[_Pixel], msgspec.Meta(min_length=2, max_length=10_000)]
_MOST = msgspec.Meta(max_length=5_000)


class _Part(msgspec.Struct, forbid_unknown_fields=True):
    pass


class _Calibration(_Part):
    points: _Line
    distance_m: Annotated[float, msgspec.Meta(gt=0, le=10_000)]


class _Facility(_Part):
    kind: _Text
    box: _Rectangle
    name_zh: str = ""
    name_en: str = ""
    door: str = ""
    link: str = ""


class _Passage(_Part):
    line: _Line
    id: str = ""
    name_zh: str = ""
    name_en: str = ""
    flow: str = ""


class _Gate(_Part):
    id: _Text
    at: _Pixel


class _Kiosk(_Part):
    id: _Text
    at: _Pixel
    heading: float | str


class _Stall(_Part):
    number: _Text
    box: _Rectangle
    facing: str = ""


class _File(_Part):
    floor: Annotated[list[_Pixel], msgspec.Meta(min_length=3, max_length=10_000)]
    metres_per_pixel: Annotated[float, msgspec.Meta(ge=SCALE_M[0], le=SCALE_M[1])] | None = None
    calibration: _Calibration | None = None
    level: str = ""
    origin: _Pixel | None = None
    sheet_in_pixels: bool = False
    """Whether X, Y, width and height in the geometry sheet are pixels of this picture too."""
    walls: Annotated[list[_Polyline], _MOST] = []
    doors: Annotated[list[_Line], _MOST] = []
    blocks: Annotated[list[_Rectangle], _MOST] = []
    passage: Annotated[list[_Passage], _MOST] = []
    facility: Annotated[list[_Facility], _MOST] = []
    gate: Annotated[list[_Gate], _MOST] = []
    kiosk: Annotated[list[_Kiosk], _MOST] = []
    stall: Annotated[list[_Stall], _MOST] = []


def read(path: Path) -> Drawing:
    """Read the picture's size and its .toml. Raises PackFault that names the file and the key."""
    size = pixels(read_bytes(path, MAX_PICTURE_BYTES))
    if size is None:
        raise wrong(
            path.name,
            "不是 PNG 或 JPEG，或大小不正常，请重新导出",
            "it is no PNG or JPEG, or of no sane size: export it again",
        )
    told = path.with_suffix(".toml")
    if not told.is_file():
        raise wrong(
            path.name,
            f"旁边缺少 {told.name}（比例和轮廓），请补上",
            f"{told.name}, with its scale and outline, is missing beside it: add it",
        )
    return _Reader(told.name, path.name, size, _parsed(told)).drawing(level_of(path))


def _parsed(path: Path) -> _File:
    try:
        raw = tomllib.loads(read_bytes(path, MAX_TOML_BYTES).decode("utf-8-sig"))
        return msgspec.convert(raw, _File)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError, RecursionError) as fault:
        said = " ".join(str(fault).split())[:200].rstrip(".")
        raise wrong(path.name, f"请改正：{said}", f"set this right: {said}") from fault


class _Reader:
    """Turns one file's pixels into metres; keeps its name for faults."""

    def __init__(self, file: str, picture: str, size: tuple[int, int], given: _File) -> None:
        self.file = file
        self.picture = picture
        self.given = given
        self._check_inside(size)
        self.scale = self._scale()
        box = box_of(given.floor)
        self.begin = given.origin or ((0.0, 0.0) if given.sheet_in_pixels else (box.x_m, box.y_m))

    def drawing(self, level: str) -> Drawing:
        """All shapes of the level, in metres."""
        given = self.given
        if given.level and given.level != level:
            raise self.wrong(
                f"level 是 {given.level[:20]}，应为 {level}", f"level is {given.level[:20]}, not {level}"
            )
        floor = self.points(given.floor)
        box = box_of(floor)
        if min(box.width_m, box.height_m) < 1.0:
            raise self.wrong(
                "floor 不到 1 米宽，请检查比例", "the floor is less than 1 m wide: check the scale"
            )
        return Drawing(
            self.picture,
            level,
            box.x_m + box.width_m,
            box.y_m + box.height_m,
            floor,
            tuple(self.points(each) for each in given.walls),
            tuple(self.box(each, "blocks") for each in given.blocks),
            tuple(self.facility(each) for each in given.facility),
            tuple((each.id, self.point(each.at)) for each in given.gate),
            tuple(self.kiosk(each) for each in given.kiosk),
            tuple(self.stall(each) for each in given.stall),
            tuple(self.passage(each, f"{level}-p{index}") for index, each in enumerate(given.passage, 1)),
            tuple(self.line(each) for each in given.doors),
            sheet_unit_m=self.scale if given.sheet_in_pixels else 1.0,
        )

    def _scale(self) -> float:
        """Metres of a pixel."""
        direct, line = self.given.metres_per_pixel, self.given.calibration
        if (direct is None) == (line is None):
            raise self.wrong(
                "metres_per_pixel 和 [calibration] 要有且只有一个",
                "it needs either metres_per_pixel or [calibration], and not both",
            )
        if direct is not None or line is None:
            return direct or 0.0
        (ax, ay), (bx, by) = line.points
        length = hypot(bx - ax, by - ay)
        if length < 10 or not SCALE_M[0] <= line.distance_m / length <= SCALE_M[1]:
            raise self.wrong(
                "calibration 的两点和距离不合理",
                "calibration: the two points and their distance make no sense",
            )
        return line.distance_m / length

    def _check_inside(self, size: tuple[int, int]) -> None:
        """Nothing lies off the picture: most often the picture is another one, or was scaled since."""
        given = self.given
        places: dict[str, list[_Pixel]] = {
            "floor": given.floor,
            "walls": [point for line in given.walls for point in line],
            "doors": [point for line in given.doors for point in line],
            "blocks": _corners(given.blocks),
            "passage": [point for each in given.passage for point in each.line],
            "facility": _corners([each.box for each in given.facility]),
            "gate": [each.at for each in given.gate],
            "kiosk": [each.at for each in given.kiosk],
            "stall": _corners([each.box for each in given.stall]),
            "calibration": list(given.calibration.points) if given.calibration else [],
        }
        for key, points in places.items():
            for x, y in points:
                if not (0 <= x <= size[0] and 0 <= y <= size[1]):
                    raise self.wrong(
                        f"{key} 的 [{x:g}, {y:g}] 在图片之外（{size[0]} × {size[1]} 像素）",
                        f"{key}: [{x:g}, {y:g}] is off the picture, which is {size[0]} x {size[1]} pixels",
                    )

    def facility(self, given: _Facility) -> DrawnFacility:
        """One facility."""
        kind = facility_kind(given.kind)
        if kind is None:
            raise self.wrong(
                f"facility 的 kind 不认识：{given.kind[:20]}",
                f'facility: unknown kind "{given.kind[:20]}"; there are {", ".join(FacilityKind)}',
            )
        name = Words(given.name_zh or given.kind, given.name_en)
        box = self.box(given.box, "facility")
        return DrawnFacility(kind, name, box, self.side(given.door, "facility: door"), given.link)

    def kiosk(self, given: _Kiosk) -> DrawnKiosk:
        """One kiosk."""
        heading = heading_of(given.heading) if isinstance(given.heading, str) else given.heading
        if heading is None or not isfinite(heading):
            raise self.wrong(
                f"kiosk {given.id} 的 heading 应为度数或东南西北",
                f"kiosk {given.id}: heading must be degrees or a side",
            )
        return DrawnKiosk(given.id, self.point(given.at), heading % 360)

    def stall(self, given: _Stall) -> DrawnStall:
        """One stall."""
        number = stall_number(given.number)
        if number is None:
            raise self.wrong(
                f"stall 的 number 不是展位号：{given.number[:20]}",
                f'stall: "{given.number[:20]}" is no stall number',
            )
        return DrawnStall(number, self.box(given.box, "stall"), self.side(given.facing, "stall: facing"))

    def passage(self, given: _Passage, default: str) -> DrawnPassage:
        """One passage."""
        flow = given.flow or Flow.BOTH
        if flow not in set(Flow):
            raise self.wrong(
                f"passage 的 flow 应为 {'、'.join(Flow)}", f"passage: flow must be one of {', '.join(Flow)}"
            )
        name = Words(given.name_zh, given.name_en)
        return DrawnPassage(given.id or default, name, self.line(given.line), Flow(flow))

    def side(self, text: str, key: str) -> str:
        """A side, or nothing where nothing is said."""
        side = side_of(text) if text else ""
        if text and not side:
            raise self.wrong(
                f"{key} 应为东、南、西、北之一", f"{key} must be one of north, east, south, west"
            )
        return side

    def box(self, given: _Rectangle, key: str) -> Box:
        """A rectangle."""
        x, y, width, height = given
        if width <= 0 or height <= 0:
            raise self.wrong(f"{key} 有宽或高不大于 0 的矩形", f"{key}: a rectangle has no width or height")
        left, top = self.point((x, y))
        return Box(left, top, round(width * self.scale, 4), round(height * self.scale, 4))

    def line(self, given: _Line) -> tuple[Point, Point]:
        """A line."""
        return self.point(given[0]), self.point(given[1])

    def points(self, given: Sequence[_Pixel]) -> tuple[Point, ...]:
        """A polyline or polygon."""
        return tuple(self.point(each) for each in given)

    def point(self, given: _Pixel) -> Point:
        """A place, to a tenth of a millimetre."""
        return (
            round((given[0] - self.begin[0]) * self.scale, 4),
            round((given[1] - self.begin[1]) * self.scale, 4),
        )

    def wrong(self, zh: str, en: str) -> PackFault:
        """A fault of the .toml."""
        return wrong(self.file, zh, en)


def _corners(boxes: Sequence[_Rectangle]) -> list[_Pixel]:
    return [corner for x, y, width, height in boxes for corner in ((x, y), (x + width, y + height))]
