"""DXF drawings from any CAD program, R12 to 2018: layers say what shapes are, blocks and texts name them.

Lengths come by $INSUNITS. The drawing is shifted so that the floor's top-left corner is 0, 0; where a mark on
a layer 原点 (origin) says where the geometry sheet begins, that place is 0, 0 instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from kiosk.domain.floorplan import Point
from kiosk.domain.words import Words
from kiosk.pack.plans.assembly import assemble
from kiosk.pack.plans.drawing import Box, Drawing, level_of, wrong
from kiosk.pack.plans.dxf_file import guarded, load
from kiosk.pack.plans.dxf_shapes import Found, find
from kiosk.pack.plans.layers import Role
from kiosk.pack.plans.shapes import Label, box_of, cells

UNITS_M = {1: 0.0254, 2: 0.3048, 4: 0.001, 5: 0.01, 6: 1.0, 14: 0.1}
"""$INSUNITS: inches, feet, millimetres, centimetres, metres, decimetres."""
_GUESSES = {"毫米": ("millimetres", 0.001), "厘米": ("centimetres", 0.01), "米": ("metres", 1.0)}
LIKELY_HALL_M = 8.0, 1000.0
LIKELY_STALL_M = 1.2, 10.0
"""What sizes units are guessed by. A hall alone leaves mm and cm open: then mm, as CAD is drawn in China."""
HALL_M = 3.0, 1000.0
STALL_M = 0.5, 30.0
"""What is impossible, whatever units the file says: many say inches and are drawn in millimetres."""


def read(path: Path) -> Drawing:
    """Read `平面图_<level id>.dxf`. Raises PackFault that says what is wrong with it and what to do."""
    document, mended = load(path)
    found = guarded(path.name, lambda: find(path.name, document))
    notes: list[Words] = []
    if mended:
        notes.append(
            Words("DXF 有损坏，已尽量修复，请核对地图。", "this DXF was damaged and mended: check the map.")
        )
    if found.unreadable:
        notes.append(
            Words(
                f"DXF 里有 {found.unreadable} 个图形读不出来，没有用，请核对地图。",
                f"{found.unreadable} entities of this DXF cannot be read and were left out: check the map.",
            )
        )
    frame = _frame(path.name, found)
    scale = _scale(path.name, guarded(path.name, lambda: _insunits(document)), found, frame, notes)
    begin = found.origin or (frame.x_m, frame.y_m + frame.height_m)
    shapes = [replace(each, points=_metres(each.points, begin, scale)) for each in found.shapes]
    labels = [Label(each.text, _metres([each.place], begin, scale)[0], each.names) for each in found.labels]
    drawing = assemble(path.name, level_of(path), shapes, labels)
    return replace(drawing, notes=(*notes, *drawing.notes))


def _metres(points: Sequence[Point], begin: Point, scale: float) -> tuple[Point, ...]:
    """From drawing units, y up, to metres, y down, to a tenth of a millimetre."""
    return tuple((round((x - begin[0]) * scale, 4), round((begin[1] - y) * scale, 4)) for x, y in points)


def _frame(file: str, found: Found) -> Box:
    """The box of the largest outline, or of all floor lines, or of the walls."""
    floors = [each for each in found.shapes if each.role is Role.FLOOR]
    closed = [each for each in floors if each.closed]
    if closed:
        return max((each.box for each in closed), key=lambda box: box.width_m * box.height_m)
    lines = floors or [each for each in found.shapes if each.role is Role.WALL]
    points = [point for each in lines for point in each.points]
    if len(set(points)) < 3:
        layers = "、".join(sorted({each.layer[:20] for each in found.shapes if each.layer})[:8]) or "—"
        raise wrong(
            file,
            f"没有楼层轮廓，请在图层“楼层轮廓”上画一个闭合多段线（现有图层：{layers}）",
            f'it has no floor: draw a closed polyline on a layer "floor" (its layers: {layers})',
        )
    return box_of(points)


def _insunits(document: object) -> int:
    return int(document.header.get("$INSUNITS", 0))  # type: ignore[attr-defined]


def _scale(file: str, units: int, found: Found, frame: Box, notes: list[Words]) -> float:
    """Metres of a drawing unit: what the file says, or what the sizes of the hall and its stalls allow."""
    longer = max(frame.width_m, frame.height_m)
    stall = _stall_side(found)
    scale = UNITS_M.get(units)
    if scale is not None:
        _check_size(file, ("场地长", "the hall is", "long"), longer * scale, HALL_M)
        if stall is not None:
            _check_size(file, ("展位宽", "a stall is", "wide"), stall * scale, STALL_M)
        return scale
    for zh, (en, guess) in _GUESSES.items():
        if LIKELY_HALL_M[0] <= longer * guess <= LIKELY_HALL_M[1] and (
            stall is None or LIKELY_STALL_M[0] <= stall * guess <= LIKELY_STALL_M[1]
        ):
            long = f"{longer * guess:.1f}"
            notes.append(
                Words(
                    f"没有说明图形单位，按{zh}读，场地长 {long} 米，请核对。",
                    f"it does not say its units: {en} are taken, so the hall is {long} m long. Check that.",
                )
            )
            return guess
    raise wrong(
        file,
        "没有说明图形单位，也看不出来，请在 CAD 里设为毫米或米（UNITS / INSUNITS）再另存",
        "it does not say its units, nor can they be guessed: set them to millimetres or metres ($INSUNITS)",
    )


def _check_size(file: str, what: tuple[str, str, str], size_m: float, sane_m: tuple[float, float]) -> None:
    if not sane_m[0] <= size_m <= sane_m[1]:
        zh, en, how = what
        raise wrong(
            file,
            f"按图上的单位，{zh} {size_m:.4g} 米，请改正图形单位（UNITS / INSUNITS）",
            f"by its units {en} {size_m:.4g} m {how}: set the drawing's units ($INSUNITS) right",
        )


def _stall_side(found: Found) -> float | None:
    """The usual length of a stall's shorter side, in drawing units; None where no stalls are drawn."""
    drawn = [each for each in found.shapes if each.role is Role.STALL and len(each.points) > 1]
    boxes = [each.box for each in drawn if each.closed]
    boxes += [box_of(each) for each in cells(each for each in drawn if not each.closed)]
    return median(min(each.width_m, each.height_m) for each in boxes) if boxes else None
