"""The directory's answers over the search's: 5,000 exhibitors and 100,000 openings, typed key by key.

Each query is asked of the bare search and of the directory in turn; what the directory adds are groups, live
counts of every facet, what is lit on the map and what each level has. Rows are made for one page. Memory is
that of a process of its own that opens the directory, beside one that holds every exhibitor as values.

    python tests/bench/directory.py LANE PATH     one process's memory, as JSON
"""

from __future__ import annotations

import gc
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)] if str(ROOT) not in sys.path else []

from installer.measure import Row  # noqa: E402
from tests.bench.search_fair import Fair  # noqa: E402

KEY = bytes(range(32))
GOAL_MS, NEAREST_GOAL_MS = 3.0, 10.0
QUERY_EVERY = 3
"""Of the queries of the search's benchmark, every third: 2,000 or so."""
PAGE = 10
FRAME_MS = 1000 / 60
NOWHERE = (
    "海上风电安装船",
    "xylophone",
    "ruanjiangongchenshixyz",
    "量子引力研究所",
    "A999",
    "qwzxv",
    "月球基地",
)


def placed(fair: Fair) -> tuple[Any, Any]:
    """The search's invented fair with what facets are made of; and a plan with every stall, on two levels."""
    from kiosk.domain.floorplan import Level, Stall, Zone  # noqa: PLC0415
    from kiosk.domain.terms import industries, natures  # noqa: PLC0415
    from kiosk.domain.words import Words  # noqa: PLC0415
    from kiosk.pack.cleaning.lists import read_lists  # noqa: PLC0415
    from kiosk.pack.cleaning.majors import major_class, wanted_classes  # noqa: PLC0415
    from tests.services.conftest import content  # noqa: PLC0415

    lists = read_lists(ROOT / "resources" / "lists")
    class_of = cache(major_class(lists))
    classes = cache(lambda majors: wanted_classes(majors, class_of))
    chance, regions = random.Random(6), [each.name for each in lists.province_divisions]
    cities = {each.code: each.name for each in lists.cities}
    places = regions + [lists.province_divisions[0].name + each for each in ("海淀区", "朝阳区")]
    places += [
        next(p.name for p in lists.province_divisions if p.code == code[:2]) + name
        for code, name in cities.items()
    ]
    hosts = tuple(
        replace(
            each,
            region=chance.choice(places),
            industry=chance.choice(industries()),
            nature=chance.choice(natures()),
            openings=tuple(
                replace(opening, major_classes=classes(opening.majors)) for opening in each.openings
            ),
            pool=tuple(replace(entry, major_class=class_of(entry.major)) for entry in each.pool),
        )
        for each in fair.exhibitors
    )
    plan = content().plan
    second = replace(plan.levels[0], id="2", name=Words("2 号馆", "Hall 2"))
    levels: tuple[Level, ...] = (plan.levels[0], second)
    letters = sorted({each.zone for each in hosts})
    zones = tuple(
        Zone(each, Words(f"{each} 区", f"Zone {each}"), "12"[at % 2]) for at, each in enumerate(letters)
    )
    level = {zone.letter: zone.level for zone in zones}
    stalls = tuple(
        Stall(number, level[each.zone], each.zone, at % 70 * 4.0, at // 70 * 4.0, 3, 3, "south", at % 3)
        for at, each in enumerate(hosts)
        for number in each.stalls
    )
    return hosts, replace(plan, levels=levels, zones=zones, stalls=stalls)


def write_pack(path: Path) -> Fair:
    """Write the fair's pack."""
    from kiosk.pack.search_terms import search_entries  # noqa: PLC0415
    from kiosk.store.catalogue_writer import write  # noqa: PLC0415
    from tests.services.conftest import content  # noqa: PLC0415

    fair = Fair()
    hosts, plan = placed(fair)
    entries = search_entries(hosts, (), plan)
    bare = replace(content(), sessions=(), attendees=(), issues=(), readings=())
    write(path, KEY, replace(bare, exhibitors=hosts, plan=plan, search=entries))
    return fair


def open_directory(path: Path) -> tuple[Any, Any]:
    """The pack and its directory."""
    from kiosk.services.find.directory import Directory  # noqa: PLC0415
    from kiosk.services.wayfinding import Wayfinding  # noqa: PLC0415
    from kiosk.store.catalogue import Catalogue  # noqa: PLC0415

    catalogue = Catalogue.open(path, KEY)
    plan = catalogue.plan()
    return catalogue, Directory(catalogue, Wayfinding(plan, plan.kiosks[0], {}))


def p99(samples: list[float]) -> float:
    """The 99th percentile."""
    return statistics.quantiles(samples, n=100)[98]


def timed(ask: Callable[[], object]) -> float:
    """Processor time in milliseconds."""
    start = time.process_time_ns()
    ask()
    return (time.process_time_ns() - start) / 1e6


def measure() -> Iterator[Row]:
    """Rows: an answer, narrowed and against the search; a page of rows; the nearest; opening and memory."""
    from kiosk.services.find.values import FacetKind, Question  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="fair-kiosk-") as name:
        path = Path(name) / "pack.db"
        texts = [text for _kind, text in write_pack(path).queries][::QUERY_EVERY]
        catalogue, directory = open_directory(path)
        directory.find(Question("x"))
        gc.collect()
        gc.freeze()
        gc.disable()  # as the window has it: collected once a second, between frames
        chosen = ((FacetKind.NATURE, "国有企业"), (FacetKind.DEGREE, "本科"))
        narrow = {"level": "1", "chosen": chosen, "major_class": "计算机类"}
        directory.find(Question("", **narrow))
        search, found, narrowed, page = [], [], [], []
        for text in texts:
            search.append(timed(lambda: catalogue.search(text)))  # noqa: B023
            found.append(timed(lambda: directory.find(Question(text, level="1"))))  # noqa: B023
            narrowed.append(timed(lambda: directory.find(Question(text, **narrow))))  # noqa: B023
            rows = directory.find(Question(text)).rows
            page.append(timed(lambda: rows[:PAGE]))  # noqa: B023
            gc.collect(0)
        near = [timed(lambda: directory.find(Question(text))) for text in NOWHERE * 20]  # noqa: B023
        everybody = [timed(lambda: directory.find(Question(""))) for _ in range(100)]
        yield Row("directory.find.p99.cpu", GOAL_MS, p99(found), "ms", 1.0)
        yield Row("directory.find_narrowed.p99.cpu", GOAL_MS, p99(narrowed), "ms", 1.0)
        yield Row("directory.find_everybody.p99.cpu", GOAL_MS, p99(everybody), "ms", 1.0)
        yield Row("directory.find_to_search.p99.cpu", p99(search), p99(found), "ms")
        yield Row("directory.find_to_search.median.cpu", *map(statistics.median, (search, found)), "ms")
        yield Row("directory.page_of_rows.p99.cpu", FRAME_MS, p99(page), "ms", 1.0)
        yield Row("directory.nearest.p99.cpu", NEAREST_GOAL_MS, p99(near), "ms", 1.0)
        catalogue.close()
        gc.enable()
        gc.unfreeze()
        floor, ours = (sample(lane, path) for lane in ("values", "directory"))
        yield Row("directory.open.cpu", floor["cpu_s"], ours["cpu_s"], "s")
        yield Row("directory.memory", floor["rss_mb"], ours["rss_mb"], "MB", 1.0)


def sample(lane: str, path: Path) -> dict[str, float]:
    """What a process of its own takes."""
    command = [sys.executable, str(Path(__file__)), lane, str(path)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, timeout=600, check=True)
    return dict(json.loads(done.stdout))


def rss_mb() -> float:
    """Memory of this process."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6


def main(lane: str, path: Path) -> None:
    """Open the directory, or hold all exhibitors, and say what that took."""
    from kiosk.services.find.directory import Directory  # noqa: PLC0415
    from kiosk.services.wayfinding import Wayfinding  # noqa: PLC0415
    from kiosk.store.catalogue import Catalogue  # noqa: PLC0415

    catalogue = Catalogue.open(path, KEY)
    plan = catalogue.plan()
    ways = Wayfinding(plan, plan.kiosks[0], {})
    gc.collect()
    before, began = rss_mb(), time.process_time()
    held: object
    if lane == "directory":
        held = directory = Directory(catalogue, ways)
        while directory.warm():
            pass
    else:
        held = catalogue.exhibitors()
    took = time.process_time() - began
    gc.collect()
    print(json.dumps({"cpu_s": took, "rss_mb": rss_mb() - before, "held": bool(held)}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
