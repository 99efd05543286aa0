"""What a benchmark is made of: rows of a floor and our figure, and how the two are taken fairly.

A benchmark is a module under tests/bench with `measure() -> Iterator[Row]`.
`python -m installer.measure FILE` runs one and prints a JSON object a row.
"""

from __future__ import annotations

import importlib.util
import json
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

Sample = TypeVar("Sample")


@dataclass(frozen=True, slots=True)
class Row:
    """One case. Smaller is better; goal is the largest ratio of ours to the floor (None: for information)."""

    name: str
    floor: float
    ours: float
    unit: str
    goal: float | None = None

    def columns(self) -> dict[str, Any]:
        """The row with what follows from it: ratio, and whether the goal holds (None without a goal)."""
        ratio = self.ours / self.floor
        return {
            "name": self.name,
            "floor": round(self.floor, 6),
            "ours": round(self.ours, 6),
            "unit": self.unit,
            "ratio": round(ratio, 3),
            "goal": self.goal,
            "holds": None if self.goal is None else ratio <= self.goal,
        }


def interleaved(
    floor: Callable[[], Sample], ours: Callable[[], Sample], pairs: int
) -> tuple[list[Sample], list[Sample]]:
    """Samples of both, taken in turn, so that a machine that grows slower does so for both."""
    floors, own = [], []
    for _ in range(pairs):
        floors.append(floor())
        own.append(ours())
    return floors, own


def median_of(samples: list[Any], name: str) -> float:
    """The median of one attribute over samples."""
    return float(statistics.median(getattr(sample, name) for sample in samples))


def main(path: str) -> int:
    """Run the benchmark at path and print its rows as JSON lines. Gives 0, or 2 if it could not run."""
    spec = importlib.util.spec_from_file_location("benchmark", path)
    if spec is None or spec.loader is None:
        print(f"installer: {path} is no Python module", file=sys.stderr)
        return 2
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    try:
        for row in module.measure():
            print(json.dumps(row.columns(), ensure_ascii=False), flush=True)
    except subprocess.SubprocessError as fault:
        print(f"installer: {fault}", file=sys.stderr)  # what the program itself said stands above
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
