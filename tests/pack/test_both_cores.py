"""The second processor: the same index, also where it is taken away."""

import gc
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain.fairpack import PackContent
from kiosk.pack import both_cores
from kiosk.pack.build import BuildReport
from kiosk.store.catalogue_writer import person_index

_KILLED_PARENT = """
import multiprocessing, os, signal, sys
from kiosk.pack import both_cores
both_cores.WORTH_IT = -1
class Nobody:
    attendees, readings = (), ()
if __name__ == "__main__":
    with both_cores.index_beside(Nobody()):
        print(multiprocessing.active_children()[0].pid, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def content(build_small: Callable[..., BuildReport], monkeypatch: pytest.MonkeyPatch) -> PackContent:
    monkeypatch.setattr(both_cores, "WORTH_IT", 0)
    return build_small().content


def test_the_other_process_makes_the_same_index(content: PackContent) -> None:
    with both_cores.index_beside(content) as index:
        assert len(multiprocessing.active_children()) == 1
        assert index() == person_index(content)
    assert multiprocessing.active_children() == []


def test_where_it_is_killed_we_make_the_index_ourselves(content: PackContent) -> None:
    with both_cores.index_beside(content) as index:
        (worker,) = multiprocessing.active_children()
        worker.kill()
        worker.join()
        assert index() == person_index(content)


def test_it_does_not_outlive_a_builder_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "builder.py"
    script.write_text(_KILLED_PARENT, encoding="utf-8")
    root = Path(__file__).parents[2]
    # Its output ends when the last process that holds it has ended: the worker too.
    done = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    assert int(done.stdout) > 0
    assert done.stderr == ""


def test_garbage_is_collected_again_after_a_build() -> None:
    with both_cores.uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
