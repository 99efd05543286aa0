"""Which page size and cache the databases are to have, by measurement. Run by hand, some minutes:

    python -m tests.bench.page_sizes

First the store is varied (page size, cache), then the pack of 1,000,000 attendees (the kept one, copied in
other pages); the other of the two stays as it is. Every case is measured in turn with all others, `PASSES`
times, each time in a process of its own; of the passes the quickest counts. A line a case: page size, cache
in kB, CPU and wall microseconds of a decision (median, p99), and the memory of the process.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench import million
from tests.bench.check_in import ATTENDEES, decisions, p99

PAGE_SIZES = (1024, 2048, 4096, 8192, 16384)
CACHES_KB = (500, 2_000, 8_000, 32_000)
PASSES = 3
ROUNDS = 1_500
FILLED = 4_000


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one run: CPU and wall microseconds of a decision, and memory."""

    cpu_us: float
    cpu_p99_us: float
    wall_us: float
    wall_p99_us: float
    rss_kb: int

    def text(self) -> str:
        """A line of the table."""
        times = (self.cpu_us, self.cpu_p99_us, self.wall_us, self.wall_p99_us)
        return " ".join((*(f"{each:>8.0f}" for each in times), f"{self.rss_kb:>8}"))


def run(folder: Path, **asked: Any) -> Figures:
    """One case, measured once."""
    found = decisions(folder, attendees=ATTENDEES, rounds=ROUNDS, filled=FILLED, compare=False, **asked)
    cpu, wall = (sorted(sample[which] * 1e6 for sample in found["ours"]) for which in (0, 1))
    return Figures(statistics.median(cpu), p99(cpu), statistics.median(wall), p99(wall), found["rss_kb"])


def table(folder: Path, cases: dict[str, dict[str, Any]]) -> None:
    """Measure the cases in turn, and print a line for each."""
    passes = [{name: run(folder, **asked) for name, asked in cases.items()} for _ in range(PASSES)]
    for name in cases:
        best = min((each[name] for each in passes), key=lambda figures: figures.cpu_us)
        print(f"{name:<24} {best.text()}", flush=True)


def copies(source: Path, folder: Path) -> dict[int, Path]:
    """The pack in pages of every size."""
    found = {size: folder / f"pack-{size}.db" for size in PAGE_SIZES}
    for size, path in found.items():
        million.copy_database(source, path, f"x'{million.KEY.hex()}'", size)
    return found


def main() -> int:
    """Print the tables."""
    cached = million.cache()
    source = million.pack(cached, ATTENDEES)
    print("                          cpu med  cpu p99 wall med wall p99   rss kB", flush=True)
    stores = {
        f"store {size:>5}, {cache:>5} kB": {"page_size": size, "cache_kb": cache}
        for size in PAGE_SIZES
        for cache in CACHES_KB
        if cache == 8_000 or size in {2048, 4096}
    }
    table(cached, stores)
    with tempfile.TemporaryDirectory(dir=cached) as folder:
        packs = {
            f"pack  {size:>5}, {cache:>5} kB": {
                "pack": str(path),
                "pack_page_size": size,
                "pack_cache_kb": cache,
            }
            for size, path in copies(source, Path(folder)).items()
            for cache in CACHES_KB
            if cache in {2_000, 8_000} or size == 4096
        }
        table(cached, packs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
