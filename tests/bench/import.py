"""From the organiser's spreadsheets to a pack, against openpyxl's read-only reading and insert_all.

Each sample is a process of its own. Reading is gated by processor time. The whole way, which cleans, indexes,
signs, encrypts and reports where the floor does none of this, is gated by the clock, because it may use both
processors. A season's memory is that of the building process and its largest child together.

    python tests/bench/import.py LANE PATH     one sample, as JSON
"""

from __future__ import annotations

import csv
import importlib
import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from installer.measure import Row, interleaved, median_of

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample_fairs" / "double_selection"
LISTS = ROOT / "resources" / "lists"
STUDENTS = "学生预约名单"
MANY, FAIR, SEASON = 100_000, 12_000, 1_000_000
PAIRS = 3
READING_GOAL = 0.1
IMPORT_GOAL = 0.25
SEASON_KB = 600 * 1024
TIMEOUT_S = 3600


@dataclass(frozen=True, slots=True)
class Sample:
    """What a process took, its children included."""

    cpu_s: float
    clock_s: float
    rss_kb: int


def sample(lane: str, path: Path) -> Sample:
    """Run one lane in a process of its own."""
    command = [sys.executable, str(Path(__file__)), lane, str(path)]
    done = subprocess.run(command, cwd=ROOT, env=None, stdout=subprocess.PIPE, timeout=TIMEOUT_S, check=True)
    return Sample(**json.loads(done.stdout.splitlines()[-1]))


def measure() -> Iterator[Row]:
    """Rows: reading xlsx of both kinds, 100,000 people into a pack, a fair of 12,000, a season's memory."""
    with tempfile.TemporaryDirectory(prefix="fair-kiosk-") as name:
        folder = Path(name)
        for kind, shared in (("inline", False), ("shared", True)):
            path = folder / f"{STUDENTS}_{kind}.xlsx"
            write_students(path, MANY, seed=1, shared=shared)
            floor, ours = _beside("read_floor", "read", path, path)
            yield Row(
                f"import.read_xlsx_{kind}.cpu",
                median_of(floor, "cpu_s"),
                median_of(ours, "cpu_s"),
                "s",
                READING_GOAL,
            )
        for count, kind, goal in (
            (MANY, "inline", IMPORT_GOAL),
            (MANY, "shared", IMPORT_GOAL),
            (FAIR, "shared", None),
        ):
            fair = folder / f"fair_{count}_{kind}"
            write_fair(fair, count, seed=2, fair_id=f"bench-{count}", shared=kind == "shared")
            floor, ours = _beside("store_floor", "build", fair / f"{STUDENTS}.xlsx", fair)
            for unit in ("clock_s", "cpu_s"):
                yield Row(
                    f"import.pack_of_{count}_{kind}.{unit.removesuffix('_s')}",
                    median_of(floor, unit),
                    median_of(ours, unit),
                    "s",
                    goal if unit == "clock_s" else None,
                )
        season = folder / "season"
        for number in range(-(-SEASON // FAIR)):
            people = min(FAIR, SEASON - number * FAIR)
            write_fair(season / f"fair_{number:03d}", people, seed=number, fair_id=f"season-{number:03d}")
        built = sample("season", season)
        yield Row("import.season_of_1000000.memory", SEASON_KB, built.rss_kb, "kB", 1.0)
        yield Row("import.season_of_1000000.clock", 1, built.clock_s, "s")


def _beside(floor: str, ours: str, floor_path: Path, path: Path) -> tuple[list[Sample], list[Sample]]:
    return interleaved(lambda: sample(floor, floor_path), lambda: sample(ours, path), PAIRS)


def write_fair(folder: Path, people: int, *, seed: int, fair_id: str, shared: bool = True) -> None:
    """The sample fair with so many graduates."""
    shutil.copytree(SAMPLE, folder)
    (folder / f"{STUDENTS}.csv").unlink()
    file = folder / "fair.toml"
    lines = file.read_text(encoding="utf-8").splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("id ="))
    lines[first] = f'id = "{fair_id}"'
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    write_students(folder / f"{STUDENTS}.xlsx", people, seed=seed, shared=shared)


def write_students(path: Path, people: int, *, seed: int, shared: bool) -> None:
    """The sample's graduates over and over with other numbers and phones, a few cells in a hundred dirty.

    Excel keeps texts once, in a table of shared ones; openpyxl's writer puts each into its cell.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415

    with (SAMPLE / f"{STUDENTS}.csv").open(encoding="gb18030", newline="") as file:
        header, *rows = csv.reader(file)
    chance = random.Random(seed)
    number, phone = header.index("学号"), header.index("手机号")
    with Workbook(path, {"constant_memory": not shared}) as book:
        sheet = book.add_worksheet(STUDENTS)
        sheet.write_row(0, 0, header)
        for at in range(people):
            row = list(rows[at % len(rows)])
            row[number] = f"{20230000000 + at}"
            row[phone] = f"130{chance.randrange(10**8):08d}"
            for column, text in enumerate(row):
                sheet.write_string(at + 1, column, text)


def read_floor(path: Path) -> None:
    """Openpyxl reads all cells, and does nothing with them."""
    import openpyxl  # noqa: PLC0415

    book = openpyxl.load_workbook(path, read_only=True)
    for _row in book.worksheets[0].iter_rows(values_only=True):
        pass


def store_floor(path: Path) -> None:
    """Openpyxl reads, sqlite-utils inserts; nothing is cleaned, indexed or checked."""
    import openpyxl  # noqa: PLC0415
    import sqlite_utils  # noqa: PLC0415

    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        book = openpyxl.load_workbook(path, read_only=True)
        rows = book.worksheets[0].iter_rows(values_only=True)
        header = next(rows)
        db = sqlite_utils.Database(Path(folder) / "floor.db")
        db["attendee"].insert_all(dict(zip(header, row, strict=True)) for row in rows)
        db.close()


def read(path: Path) -> None:
    """Ours reads the sheet within bounds, finds its header, and gives every row."""
    from kiosk.pack.sheets.kinds import STUDENTS as KIND  # noqa: PLC0415
    from kiosk.pack.sheets.tables import read_table  # noqa: PLC0415

    for _row in read_table(path, KIND).rows:
        pass


def build(path: Path) -> None:
    """The whole build of one fair, its report and pictures of the plan included."""
    from kiosk.pack import organiser  # noqa: PLC0415
    from kiosk.pack.build import build as build_pack  # noqa: PLC0415
    from kiosk.pack.build import kiosks_of  # noqa: PLC0415

    with tempfile.TemporaryDirectory(dir=path.parent) as out:
        build_pack(path, Path(out), organiser.fresh(kiosks_of(path)), LISTS)


def season(path: Path) -> None:
    """All fairs of a season, one after the other, as the command line builds them."""
    from kiosk.commands import kiosk  # noqa: PLC0415

    out = path.with_name("season_out")
    words = ["pack", "build", str(path), "--out", str(out), "--keys", str(path.with_name("keys"))]
    with suppress(SystemExit):  # a command ends with its status
        kiosk.main(words, standalone_mode=False)
    assert len(list(out.glob("*.fairpack"))) == len(list(path.iterdir()))


LANES: dict[str, Callable[[Path], None]] = {
    each.__name__: each for each in (read_floor, store_floor, read, build, season)
}


LIBRARIES = {
    "read_floor": ("openpyxl",),
    "store_floor": ("openpyxl", "sqlite_utils"),
    "read": ("kiosk.pack.sheets.kinds", "kiosk.pack.sheets.tables", "python_calamine"),
    "build": ("kiosk.pack.organiser", "kiosk.pack.build", "python_calamine"),
    "season": ("kiosk.commands",),
}
"""What a lane imports, before its time begins."""


def main(lane: str, path: Path) -> None:
    """Run one lane and say what it took, libraries loaded."""
    for library in LIBRARIES[lane]:
        importlib.import_module(library)
    used = resource.getrusage
    began, before = time.monotonic(), time.process_time()
    LANES[lane](path)
    children = used(resource.RUSAGE_CHILDREN)
    taken = Sample(
        time.process_time() - before + children.ru_utime + children.ru_stime,
        time.monotonic() - began,
        used(resource.RUSAGE_SELF).ru_maxrss + children.ru_maxrss,
    )
    print(json.dumps({name: getattr(taken, name) for name in Sample.__slots__}))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(sys.argv[1], Path(sys.argv[2]))
