"""Runs the benchmarks under tests/bench, one module each, and shows a row a case."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

COLUMNS = ("name", "floor", "ours", "unit", "ratio", "goal", "holds")
BENCHES = Path("tests/bench")


def names(checkout: Path) -> list[str]:
    """The benchmarks there are: modules that measure, named for what they measure."""
    modules = sorted((checkout / BENCHES).glob("*.py"))
    return [module.stem for module in modules if "def measure(" in module.read_text(encoding="utf-8")]


def bring_peers(python: str, wanted: Path, folder: Path) -> bool:
    """Bring what benchmarks compare with into a folder of its own, once a list; False where that fails."""
    stamp = folder / "stamp"
    text = wanted.read_text(encoding="utf-8")
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == text:
        return True
    pip = (python, "-m", "pip", "--disable-pip-version-check", "install", "--only-binary", ":all:")
    where = ("--upgrade", "--no-deps", "--require-hashes", "--target", str(folder), "-r", str(wanted))
    if subprocess.run((*pip, *where), stdout=sys.stderr, check=False).returncode:
        return False
    stamp.write_text(text, encoding="utf-8")
    return True


def with_peers(environment: Mapping[str, str], folder: Path) -> dict[str, str]:
    """The variables under which benchmarks find what they compare with."""
    paths = (environment.get("PYTHONPATH", ""), str(folder))
    return {**environment, "PYTHONPATH": os.pathsep.join(path for path in paths if path)}


def rows(
    python: str, checkout: Path, name: str, environment: Mapping[str, str]
) -> list[dict[str, Any]] | None:
    """The rows of one benchmark, run in a process of its own; None if it could not run."""
    command = [python, "-m", "installer.measure", str(checkout / BENCHES / f"{name}.py")]
    done = subprocess.run(
        command, cwd=checkout, env=dict(environment), stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        return None
    return [json.loads(line) for line in done.stdout.splitlines()]


def table(found: Iterable[Mapping[str, Any]]) -> str:
    """The rows for reading, columns aligned; a row without a goal is for information."""
    cells = [COLUMNS, *(tuple(_shown(row[column]) for column in COLUMNS) for row in found)]
    widths = [max(len(line[i]) for line in cells) for i in range(len(COLUMNS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    )


def _shown(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "NO"
    if isinstance(value, float):
        return f"{value:,.0f}" if value >= 1000 else f"{value:.4g}"
    return str(value)


def bench(
    python: str, checkout: Path, wanted: Sequence[str], environment: Mapping[str, str], *, as_json: bool
) -> int:
    """Run the wanted benchmarks, or all. Gives 0, 1 if a goal is missed, 2 if a benchmark could not run."""
    there = names(checkout)
    wanted = [name.replace("-", "_") for name in wanted]
    unknown = [name for name in wanted if name not in there]
    if unknown:
        print(
            f"installer: no benchmark is named {unknown[0]}; there are: {', '.join(there)}", file=sys.stderr
        )
        return 2
    found: list[dict[str, Any]] = []
    broken = []
    for name in wanted or there:
        measured = rows(python, checkout, name, environment)
        found += measured or []
        broken += [name] if measured is None else []
    print(json.dumps(found, ensure_ascii=False) if as_json else table(found))
    if broken:
        print(f"installer: could not run: {', '.join(broken)}; see above", file=sys.stderr)
        return 2
    return 1 if any(row["holds"] is False for row in found) else 0
