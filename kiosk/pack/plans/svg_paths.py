"""SVG's transforms and paths as plain points. Curves are flattened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import acos, ceil, cos, degrees, hypot, isfinite, pi, radians, sin, sqrt, tan

from kiosk.domain.floorplan import Point

Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f of SVG: x' = a x + c y + e, y' = b x + d y + f."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
CURVE_PIECES = 12
MAX_TRANSFORM = 4_000
"""Characters of one."""
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_TRANSFORM = re.compile(r"\s*([A-Za-z]+)\s*\(([^()]*)\)\s*,?")
_PATH = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])|(" + _NUMBER.pattern + r")|([\s,]+)|(.)", re.DOTALL)
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def times(m: Matrix, n: Matrix) -> Matrix:
    """First n, then m."""
    a, b, c, d, e, f = m
    g, h, i, j, k, o = n
    return (
        a * g + c * h,
        b * g + d * h,
        a * i + c * j,
        b * i + d * j,
        a * k + c * o + e,
        b * k + d * o + f,
    )


def apply(m: Matrix, point: Point) -> Point:
    """A point, moved."""
    x, y = point
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def numbers(text: str) -> list[float]:
    """All numbers of a text. Raises ValueError for anything else, and where one is not finite."""
    rest = _NUMBER.sub(" ", text)
    if rest.strip(" \t\r\n,"):
        raise ValueError("not a number")
    found = [float(each) for each in _NUMBER.findall(text)]
    if not all(isfinite(each) for each in found):
        raise ValueError("not finite")
    return found


def transform(text: str) -> Matrix:
    """The matrix of a transform attribute. Raises ValueError for what is none."""
    result, at = IDENTITY, 0
    text = text.strip()
    if len(text) > MAX_TRANSFORM:
        raise ValueError("transform")
    while at < len(text):
        match = _TRANSFORM.match(text, at)
        if match is None:
            raise ValueError("transform")
        result = times(result, _one(match[1], numbers(match[2])))
        at = match.end()
    return result


def viewport(place: Point, size: Point, view: list[float], aspect: str) -> Matrix:
    """A viewBox within a frame: as large as fits and in its middle, or stretched (preserveAspectRatio none).

    >>> viewport((50.0, 50.0), (100.0, 50.0), [0, 0, 10, 10], "")
    (5.0, 0.0, 0.0, 5.0, 75.0, 50.0)
    """
    x, y = place
    if len(view) != 4 or min(*view[2:], *size) <= 0:
        return 1.0, 0.0, 0.0, 1.0, x, y
    across, down = size[0] / view[2], size[1] / view[3]
    if "none" not in aspect:
        fits = max(across, down) if "slice" in aspect else min(across, down)
        shares = [
            next((share for name, share in (("Min", 0.0), ("Max", 1.0)) if axis + name in aspect), 0.5)
            for axis in ("x", "Y")
        ]
        x += shares[0] * (size[0] - fits * view[2])
        y += shares[1] * (size[1] - fits * view[3])
        across = down = fits
    return across, 0.0, 0.0, down, x - across * view[0], y - down * view[1]


def _one(name: str, given: list[float]) -> Matrix:
    count = len(given)
    if name == "matrix" and count == 6:
        a, b, c, d, e, f = given
        return a, b, c, d, e, f
    if name == "translate" and count in {1, 2}:
        return 1.0, 0.0, 0.0, 1.0, given[0], given[1] if count == 2 else 0.0
    if name == "scale" and count in {1, 2}:
        return given[0], 0.0, 0.0, given[-1], 0.0, 0.0
    if name == "rotate" and count in {1, 3}:
        turn = radians(given[0])
        x, y = given[1:] if count == 3 else (0.0, 0.0)
        matrix = cos(turn), sin(turn), -sin(turn), cos(turn), 0.0, 0.0
        return times(times((1.0, 0.0, 0.0, 1.0, x, y), matrix), (1.0, 0.0, 0.0, 1.0, -x, -y))
    if name in {"skewX", "skewY"} and count == 1:
        slope = tan(radians(given[0]))
        return (1.0, 0.0, slope, 1.0, 0.0, 0.0) if name == "skewX" else (1.0, slope, 0.0, 1.0, 0.0, 0.0)
    raise ValueError("transform")


def subpaths(text: str) -> list[tuple[list[Point], bool]]:
    """The points of each part of a path, and whether it is closed. Raises ValueError where it is broken."""
    pen = _Pen()
    for command, given in _commands(text):
        pen.draw(command, given)
    return [(points, closed) for points, closed in pen.parts if len(points) > 1]


def _commands(text: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; repeated ones one at a time, as the standard says."""
    command, given = "", list[float]()
    for match in _PATH.finditer(text):
        if match[4]:
            raise ValueError("path")
        if match[1]:
            if given or (command.upper() not in {"", "Z"} and not _done(command)):
                raise ValueError("path")
            command = match[1]
            if command in "Zz":
                yield command, []
        elif match[2]:
            given.append(float(match[2]))
            need = _COUNTS[command.rstrip("!").upper()] if command else 0
            if not need:
                raise ValueError("path")
            if len(given) == need:
                name = command.rstrip("!")
                yield name, given
                # Pairs that follow a move are lines.
                command, given = {"M": "L", "m": "l"}.get(name, name) + "!", []
    if given:
        raise ValueError("path")


def _done(command: str) -> bool:
    return command.endswith("!")


class _Pen:
    """Where a path is, and what it has drawn."""

    def __init__(self) -> None:
        self.parts: list[tuple[list[Point], bool]] = []
        self.at: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.control: Point | None = None
        self.last = ""

    def draw(self, command: str, given: list[float]) -> None:
        """One command."""
        name = command.upper()
        if name == "Z":
            if self.parts:
                self.parts[-1] = (self.parts[-1][0], True)
            self.at = self.start
        elif name == "M":
            self.at = self.start = self._points(command, given)[0]
            self.parts.append(([self.at], False))
        elif not self.parts:
            raise ValueError("path")
        else:
            if self.last == "Z":
                self.parts.append(([self.at], False))
            self._stroke(name, command, given)
        self.last = name

    def _points(self, command: str, given: list[float]) -> list[Point]:
        x, y = self.at if command.islower() else (0.0, 0.0)
        return [(x + a, y + b) for a, b in zip(given[::2], given[1::2], strict=True)]

    def _stroke(self, name: str, command: str, given: list[float]) -> None:
        drawn = self.parts[-1][0]
        x, y = self.at if command.islower() else (0.0, 0.0)
        control = None
        if name == "H":
            drawn.append((x + given[0], self.at[1]))
        elif name == "V":
            drawn.append((self.at[0], y + given[0]))
        elif name == "A":
            drawn += _arc(self.at, given, (x + given[5], y + given[6]))
        else:
            points = self._points(command, given)
            if name in "ST":
                same = self.last in ("CS" if name == "S" else "QT")
                cx, cy = self.control if same and self.control else self.at
                points.insert(0, (2 * self.at[0] - cx, 2 * self.at[1] - cy))
            control = points[-2] if name != "L" else None
            drawn += points if name == "L" else _curve([self.at, *points])
        self.at, self.control = drawn[-1], control


def _curve(points: list[Point]) -> list[Point]:
    """A Bézier curve of any degree, by de Casteljau."""
    flat: list[Point] = []
    for step in range(1, CURVE_PIECES):
        t, left = step / CURVE_PIECES, points
        while len(left) > 1:
            left = [(a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])) for a, b in pairwise(left)]
        flat.append(left[0])
    return [*flat, points[-1]]


def _arc(a: Point, given: list[float], b: Point) -> list[Point]:
    """An elliptical arc (SVG 2, appendix B.2.4)."""
    rx, ry, turn = abs(given[0]), abs(given[1]), radians(given[2])
    if not rx or not ry or a == b:
        return [b]
    dx, dy = (a[0] - b[0]) / 2, (a[1] - b[1]) / 2
    x, y = cos(turn) * dx + sin(turn) * dy, -sin(turn) * dx + cos(turn) * dy
    grow = max(1.0, hypot(x / rx, y / ry))
    rx, ry = rx * grow, ry * grow
    below = (rx * y) ** 2 + (ry * x) ** 2
    root = sqrt(max(0.0, ((rx * ry) ** 2 - below) / below)) * (-1 if bool(given[3]) == bool(given[4]) else 1)
    cx, cy = root * rx * y / ry, -root * ry * x / rx
    start, end = _angle((x - cx) / rx, (y - cy) / ry), _angle((-x - cx) / rx, (-y - cy) / ry)
    sweep = (end - start) % (2 * pi)
    if not given[4]:
        sweep -= 2 * pi
    middle_x = cos(turn) * cx - sin(turn) * cy + (a[0] + b[0]) / 2
    middle_y = sin(turn) * cx + cos(turn) * cy + (a[1] + b[1]) / 2
    pieces = max(2, ceil(abs(degrees(sweep)) / 15))
    flat: list[Point] = []
    for step in range(1, pieces):
        angle = start + sweep * step / pieces
        u, v = rx * cos(angle), ry * sin(angle)
        flat.append((middle_x + cos(turn) * u - sin(turn) * v, middle_y + sin(turn) * u + cos(turn) * v))
    return [*flat, b]


def _angle(x: float, y: float) -> float:
    length = hypot(x, y)
    return (acos(max(-1.0, min(1.0, x / length))) if length else 0.0) * (1 if y >= 0 else -1)
