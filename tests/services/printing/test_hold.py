"""One process at a time works a store's print queue; one that dies lets it go."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kiosk.services.printing.hold import Hold
from kiosk.services.printing.queue import PrintQueue
from kiosk.services.printing.work import Work
from tests.fakes.printers import SimulatedPrinter

CHECKOUT = Path(__file__).parents[3]
HOLDER = """
import sys
from pathlib import Path
from kiosk.services.printing.hold import Hold
print(Hold(Path(sys.argv[1])).take(), flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def other(east: Any) -> Any:
    """Another process, which has the hold."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(east.gate.store.path)],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        yield process
        process.kill()


def test_while_another_process_prints_this_one_does_not(other: Any, desk: Any, sim: SimulatedPrinter) -> None:
    job = desk.ask(1)
    desk.wait(5)
    assert not desk.queue.works
    assert (desk.states(job), sim.pages) == ([], [])
    os.kill(other.pid, signal.SIGKILL)
    other.wait(10)
    desk.wait(3)
    assert sim.came_out == {job: 1}


def test_services_that_are_opened_anew_in_one_process_go_on(desk: Any, sim: SimulatedPrinter) -> None:
    store = str(desk.bench.gate.store.path)
    desk.ask(1)
    desk.step()
    assert type(desk.queue.next_task()).__name__ == "Send"
    desk.queue.close()
    assert holder(store) == "False\n", "while something is handed over, no other process takes over"
    anew, third = Hold(desk.bench.gate.store.path), Hold(desk.bench.gate.store.path)
    assert anew.take()
    assert not third.take(), "nor do two in one process work it at once"
    anew.let_go()


def holder(store: str) -> str:
    words = [sys.executable, "-c", HOLDER, store]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    return subprocess.run(words, env=environment, input="", capture_output=True, text=True, check=True).stdout


def test_who_lets_go_leaves_it_to_others(desk: Any) -> None:
    store = str(desk.bench.gate.store.path)
    desk.work()
    assert holder(store) == "False\n"
    desk.queue.close()
    assert holder(store) == "True\n"


def test_a_job_that_is_being_handed_over_is_nobody_elses(desk: Any, other_claims: Any) -> None:
    """Were there no hold at all: the fact before it keeps a job from being taken twice."""
    job = desk.ask(1)
    mine, others = desk.queue.next_task(), other_claims.next_task()
    assert mine.job == others.job == job
    desk.queue.settle(mine, mine.run())
    other_claims.settle(others, others.run())
    assert desk.states(job) == ["rendered"]
    assert type(desk.queue.next_task()).__name__ == "Send"
    assert type(other_claims.next_task()).__name__ != "Send"


@pytest.fixture
def other_claims(desk: Any, monkeypatch: pytest.MonkeyPatch) -> PrintQueue:
    """A second queue on the same store, which knows nothing of the first."""
    monkeypatch.setattr(Work, "_recover", lambda self, now_s: None)
    monkeypatch.setattr(Hold, "take", lambda self: True)
    bench = desk.bench
    return PrintQueue(bench.gate, bench.issuing, desk.queue.outlets, desk.renderer)
