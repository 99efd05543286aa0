"""Benchmarks: what is found, what a row says, what comes out."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from installer import bench
from installer.measure import Row, interleaved
from installer.paths import CHECKOUT

MODULE = """
from collections.abc import Iterator
from installer.measure import Row

def measure() -> Iterator[Row]:
    yield Row("copy", 2.0, {ours}, "s", 1.5)
    yield Row("copy.clock", 2.0, 9.0, "s")
"""
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(CHECKOUT)}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with the benchmarks `quick`, which holds its goal, `slow`, which does not, and `broken`."""
    folder = tmp_path / "tests" / "bench"
    folder.mkdir(parents=True)
    (folder / "quick.py").write_text(MODULE.format(ours=3.0), encoding="utf-8")
    (folder / "slow.py").write_text(MODULE.format(ours=3.1), encoding="utf-8")
    (folder / "broken.py").write_text("def measure():\n    raise OSError\n", encoding="utf-8")
    (folder / "bare_window.py").write_text("# measured, but measures nothing\n", encoding="utf-8")
    return tmp_path


def test_a_row_follows_from_its_figures() -> None:
    assert Row("copy", 2.0, 3.0, "s", 1.5).columns() == {
        "name": "copy", "floor": 2.0, "ours": 3.0, "unit": "s", "ratio": 1.5, "goal": 1.5, "holds": True,
    }  # fmt: skip
    assert Row("copy", 2.0, 3.01, "s", 1.5).columns()["holds"] is False
    assert Row("copy", 2.0, 3.01, "s").columns()["holds"] is None


def test_peers_lie_apart_and_are_brought_once(tmp_path: Path) -> None:
    wanted, folder = tmp_path / "peers.txt", tmp_path / "peers"
    wanted.write_text("# none\n", encoding="utf-8")
    folder.mkdir()
    assert bench.bring_peers(sys.executable, wanted, folder)
    assert bench.bring_peers("there is no such python", wanted, folder)
    wanted.write_text("# another list\n", encoding="utf-8")
    assert not bench.bring_peers(shutil.which("false") or "", wanted, folder)
    found = bench.with_peers({"PYTHONPATH": "a"}, folder)
    assert found["PYTHONPATH"].split(os.pathsep) == ["a", str(folder)]
    assert bench.with_peers({}, folder)["PYTHONPATH"] == str(folder)


def test_samples_are_taken_in_turn() -> None:
    order: list[str] = []

    def sample(name: str) -> int:
        order.append(name)
        return len(order)

    floors, ours = interleaved(lambda: sample("floor"), lambda: sample("ours"), 2)
    assert order == ["floor", "ours", "floor", "ours"]
    assert (floors, ours) == ([1, 3], [2, 4])


def test_only_modules_that_measure_are_benchmarks(checkout: Path) -> None:
    assert bench.names(checkout) == ["broken", "quick", "slow"]


def test_the_start_is_measured() -> None:
    assert "start" in bench.names(CHECKOUT)


@pytest.mark.parametrize(("name", "status"), [("quick", 0), ("slow", 1), ("broken", 2), ("absent", 2)])
def test_the_exit_status_says_whether_goals_hold(checkout: Path, name: str, status: int) -> None:
    assert bench.bench(sys.executable, checkout, [name], ENVIRONMENT, as_json=True) == status


def test_json_is_all_that_is_printed(checkout: Path, capfd: pytest.CaptureFixture[str]) -> None:
    bench.bench(sys.executable, checkout, ["quick", "slow"], ENVIRONMENT, as_json=True)
    rows = json.loads(capfd.readouterr().out)
    assert [tuple(row) for row in rows] == [bench.COLUMNS] * 4
    assert [row["holds"] for row in rows] == [True, None, False, None]


def test_the_table_has_a_line_a_case(checkout: Path, capfd: pytest.CaptureFixture[str]) -> None:
    bench.bench(sys.executable, checkout, ["slow"], ENVIRONMENT, as_json=False)
    head, gate, information = capfd.readouterr().out.splitlines()
    assert head.split() == list(bench.COLUMNS)
    assert gate.split() == ["copy", "2", "3.1", "s", "1.55", "1.5", "NO"]
    assert information.split()[-2:] == ["-", "-"]


def test_large_figures_are_written_out() -> None:
    shown = bench.table([Row("memory", 94656.0, 155524.4, "kB", 1.6).columns()]).splitlines()[1]
    assert shown.split() == ["memory", "94,656", "155,524", "kB", "1.643", "1.6", "NO"]
