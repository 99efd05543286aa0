"""The watch: a window that freezes, crashes or does not start is started again; one that ends, ends it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PATIENCE_S = 20.0

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process cannot be forked here")


class Watching:
    """A watch and its window, as processes."""

    def __init__(self, name: str, folder: Path, environment: dict[str, str] | None = None) -> None:
        self.log = folder / "log"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.fakes.watched_windows", name, str(folder)],
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def lines(self) -> list[str]:
        """What the windows have said: number, process, words."""
        return self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []

    def stands(self, number: int = 0) -> int:
        """The process of the window of that number, once it stands."""

        def found() -> list[int]:
            said = [line.split(" ", 2) for line in self.lines()]
            return [int(pid) for each, pid, what in said if each == str(number) and what == "stands"]

        until(lambda: bool(found()))
        return found()[0]

    def ask(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """Ask for the end; exit status and standard error."""
        self.process.send_signal(number)
        return self.end()

    def end(self) -> tuple[int, str]:
        _, said = self.process.communicate(timeout=PATIENCE_S)
        return self.process.returncode, said


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end, "it does not come"
        time.sleep(0.005)  # the condition decides, not the pause


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    with Path(f"/proc/{pid}/stat").open(encoding="ascii") as stat:
        return stat.read().rsplit(")", 1)[1].split()[0] == "Z"  # nobody has asked how it ended


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Callable[..., Watching]]:
    started: list[Watching] = []

    def start(name: str, environment: dict[str, str] | None = None) -> Watching:
        started.append(Watching(name, tmp_path, environment))
        return started[-1]

    yield start
    for each in started:
        each.process.kill()
        with each.process:
            pass


def test_a_window_that_ends_ends_the_watch(watching) -> None:
    each = watching("ends_by_itself")
    assert each.end() == (0, "")
    assert len(each.lines()) == 2


def test_who_prints_at_the_end_has_the_time(watching) -> None:
    each = watching("ends_slowly")
    assert each.end() == (0, "")
    assert each.lines()[-1].endswith("printed")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_who_asks_the_watch_asks_the_window(watching, number) -> None:
    each = watching("well")
    window = each.stands()
    assert each.ask(number) == (0, "")
    assert each.lines()[-1] == f"0 {window} ends"


def test_a_window_that_was_asked_and_does_not_end_is_ended(watching) -> None:
    each = watching("never_ends")
    window = each.stands()
    status, said = each.ask()
    assert status == 1
    assert "does not answer" in said
    assert is_gone(window)


def test_a_window_that_is_stopped_is_killed_and_another_stands(watching) -> None:
    each = watching("well")
    window = each.stands()
    os.kill(window, signal.SIGSTOP)
    assert each.stands(1) != window
    assert is_gone(window)
    status, said = each.ask()
    assert status == 0
    assert said.splitlines()[0] == "kiosk: the window does not answer and is ended"


def test_a_window_whose_loop_does_not_turn_says_where_and_another_stands(watching) -> None:
    each = watching("busy_once")
    each.stands(1)
    _, said = each.ask()
    assert "in busy_once" in said  # faulthandler's words: file, line, function


def test_a_window_that_crashes_is_there_again(watching) -> None:
    each = watching("crashes_once")
    each.stands(1)
    status, said = each.ask()
    assert (status, said.splitlines()) == (
        0,
        ["kiosk: the window ended unexpectedly (signal 11); it is started again in 0 s"],
    )


def test_an_exception_is_said_by_type_and_place_only(watching) -> None:
    each = watching("raises_once")
    each.stands(1)
    _, said = each.ask()
    assert "unexpected ValueError at" in said
    assert "watched_windows.py:" in said
    assert "林" not in said
    assert "Traceback" not in said


def test_a_start_may_take_longer_than_a_beat(watching) -> None:
    each = watching("starts_slowly")
    each.stands()
    assert each.ask() == (0, "")


def test_a_start_that_does_not_come_is_begun_anew(watching) -> None:
    each = watching("never_starts")
    each.stands(1)
    assert each.ask()[0] == 0


def test_who_dies_at_start_is_tried_on_and_on_with_growing_pauses(watching) -> None:
    each = watching("dies_at_start")
    until(lambda: len(each.lines()) == 3)
    _, said = each.ask()
    pauses = [line.rpartition(" in ")[2] for line in said.splitlines()]
    assert pauses[:2] == ["0 s", "1 s"]


def test_staff_start_it_again_at_once_and_nothing_is_said(watching) -> None:
    each = watching("again")
    began_s = time.monotonic()
    assert each.end() == (0, "")
    assert [line[0] for line in each.lines()] == ["5", "5"]
    assert time.monotonic() - began_s < 5


def test_what_a_killed_window_had_started_ends_too(watching, tmp_path: Path) -> None:
    each = watching("has_children")
    each.stands(1)
    until(lambda: is_gone(int((tmp_path / "child").read_text(encoding="ascii"))))


def test_a_window_that_nobody_watches_any_more_ends(watching) -> None:
    each = watching("well")
    window = each.stands()
    each.process.kill()
    until(lambda: is_gone(window))
    assert each.lines()[-1] == f"0 {window} alone"


def test_systemd_is_told(watching, tmp_path: Path) -> None:
    address = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(str(address))
        line.settimeout(PATIENCE_S)
        each = watching("well", {"NOTIFY_SOCKET": str(address)})
        heard = {line.recv(64) for _ in range(2)}
        each.stands()
        each.ask()
        line.setblocking(False)
        while True:
            try:
                heard.add(line.recv(64))
            except BlockingIOError:
                break
    assert heard == {b"READY=1", b"WATCHDOG=1", b"STOPPING=1"}


@pytest.mark.parametrize(
    ("work", "status"), [("None", 0), ("sys.exit(2)", 2), ("os.abort()", 2), ("print('made')", 0)]
)
def test_a_preparation_in_its_own_process_fails_as_one_here_would(work: str, status: int) -> None:
    program = f"""import os, sys
from kiosk.app.watch import in_own_process
here = os.getpid()
in_own_process(lambda: {work})
assert os.getpid() == here
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, check=False)
    assert done.returncode == status
    assert done.stdout == (b"made\n" if "made" in work else b"")
