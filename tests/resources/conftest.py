"""The sample fairs as they lie in the repository, and read back."""

import csv
import io
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SVG = "{http://www.w3.org/2000/svg}"
Box = tuple[float, float, float, float]


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the sample fairs."""
    return RESOURCES / "sample_fairs"


def _text(value: object) -> str:
    """A workbook's cell as text, as planted.csv writes it."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _grid(path: Path) -> list[list[str]]:
    if path.suffix == ".xlsx":
        from python_calamine import CalamineWorkbook  # noqa: PLC0415

        sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
        return [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    data = path.read_bytes()
    encoding = "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "gb18030"
    return list(csv.reader(io.StringIO(data.decode(encoding), newline="")))


@pytest.fixture(scope="session")
def grid(samples: Path) -> Callable[[str, str], list[list[str]]]:
    """Reads a sheet of a fair as lines of text, once."""
    read: dict[tuple[str, str], list[list[str]]] = {}

    def of(fair: str, file: str) -> list[list[str]]:
        if (fair, file) not in read:
            read[fair, file] = _grid(samples / fair / file)
        return read[fair, file]

    return of


@pytest.fixture(scope="session")
def table(grid: Callable[[str, str], list[list[str]]]) -> Callable[[str, str], list[dict[str, str]]]:
    """Reads a sheet of a fair as records by header."""

    def of(fair: str, file: str) -> list[dict[str, str]]:
        lines = grid(fair, file)
        header = 1 if not any(lines[0][1:]) else 0
        return [dict(zip(lines[header], line, strict=True)) for line in lines[header + 1 :]]

    return of


@dataclass(frozen=True)
class Drawing:
    """A level's drawing in metres: the floor and walls as points, the rest as boxes and places."""

    level: str
    floor: list[tuple[float, float]]
    walls: list[list[tuple[float, float]]]
    blocks: list[Box]
    facilities: list[tuple[dict[str, str], Box]]
    gates: dict[str, tuple[float, float]]
    kiosks: dict[str, tuple[float, float]]


def _points(text: str, scale: float) -> list[tuple[float, float]]:
    return [(float(x) / scale, float(y) / scale) for x, y in (pair.split(",") for pair in text.split())]


def _drawing(path: Path) -> Drawing:
    root = ET.parse(path).getroot()
    scale = float(root.attrib["data-units-per-metre"])

    def every(tag: str, kind: str) -> list[dict[str, str]]:
        return [e.attrib for e in root.iter(SVG + tag) if e.get("class") == kind]

    def box(at: dict[str, str]) -> Box:
        x, y, width, height = (float(at[name]) / scale for name in ("x", "y", "width", "height"))
        return x, y, x + width, y + height

    def places(kind: str) -> dict[str, tuple[float, float]]:
        return {
            at[f"data-{kind}"]: (float(at["cx"]) / scale, float(at["cy"]) / scale)
            for at in every("circle", kind)
        }

    (floor,) = every("polygon", "floor")
    return Drawing(
        root.attrib["data-level"],
        _points(floor["points"], scale),
        [_points(at["points"], scale) for at in every("polyline", "wall")],
        [box(at) for at in every("rect", "block")],
        [(at, box(at)) for at in every("rect", "facility")],
        places("gate"),
        places("kiosk"),
    )


@pytest.fixture(scope="session")
def drawings(samples: Path) -> Callable[[str], dict[str, Drawing]]:
    """The levels' drawings of a fair, by level id."""

    def of(fair: str) -> dict[str, Drawing]:
        read = [_drawing(path) for path in sorted((samples / fair).glob("平面图_*.svg"))]
        return {drawing.level: drawing for drawing in read}

    return of
