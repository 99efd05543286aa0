"""Which page size and cache the databases are to have, by measurement. Run by hand, some minutes:

    python -m tests.bench.page_sizes

Every page size gets a pack of 1,000,000 attendees (a copy of the kept one, in other pages) and fresh stores.
A line a case: page size, cache of each connection, CPU and wall microseconds of a decision (median, p99), of
its floor (median), and the memory of the process with all its lanes.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from tests.bench import million
from tests.bench.check_in import ATTENDEES, decisions, p99

PAGE_SIZES = (1024, 2048, 4096, 8192, 16384)
CACHES_KB = (1_000, 2_000, 8_000, 32_000)
OWN_PAGE_SIZE, OWN_CACHE_KB = 4096, 8_000
ROUNDS = 1_000
FILLED = 4_000


def copy_in_pages(source: Path, folder: Path, page_size: int) -> None:
    """The kept pack in other pages, under the name that it has for a program with that page size."""
    million.driver.PAGE_SIZE = page_size
    target = folder / f"{million.make()}-{ATTENDEES}.db"
    million.driver.PAGE_SIZE = OWN_PAGE_SIZE
    million.copy_database(source, target, f"x'{million.KEY.hex()}'", page_size)


def line(folder: Path, page_size: int, cache_kb: int) -> str:
    """One case, measured."""
    asked = {"page_size": page_size, "cache_kb": cache_kb, "filled": FILLED, "plain": False}
    found = decisions(folder, attendees=ATTENDEES, rounds=ROUNDS, **asked)
    cpu, wall, floor = (
        sorted(sample[which] * 1e6 for sample in found[lane])
        for lane, which in (("ours", 0), ("ours", 1), ("floor", 0))
    )
    figures = (statistics.median(cpu), p99(cpu), statistics.median(wall), p99(wall), statistics.median(floor))
    words = (f"{page_size:>9}", f"{cache_kb:>8}", *(f"{each:>9.0f}" for each in figures))
    return " ".join((*words, f"{found['rss_kb']:>8}"))


def main() -> int:
    """Print the table."""
    cached = million.cache()
    source = million.pack(cached, ATTENDEES)
    print("page size cache kB   cpu med   cpu p99  wall med  wall p99 floor cpu   rss kB", flush=True)
    for page_size in PAGE_SIZES:
        with tempfile.TemporaryDirectory(dir=cached) as folder:
            copy_in_pages(source, Path(folder), page_size)
            for cache_kb in CACHES_KB:
                print(line(Path(folder), page_size, cache_kb), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
