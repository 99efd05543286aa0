"""The kiosk's end: a process is started, heard, nudged, started again and ended, and nobody waits for it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.sync.network import beside
from kiosk.sync.network.beside import CourierBeside
from kiosk.sync.network.status import CourierStatus, PeerStatus, aged

SOON_S = 20.0
ECHO = """
    import os, sys
    from kiosk.sync.network.status import CourierStatus, encode
    def say(name):
        os.write(1, encode(CourierStatus(name=name, listening=os.getpid())))
    first = os.read(0, 1024)
    say(first.decode().strip())
    while data := os.read(0, 65536):
        say("nudged")
"""
DEAF = """
    import os, signal, time
    from kiosk.sync.network.status import CourierStatus, encode
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.write(1, b"no line of ours" + bytes([10]) + encode(CourierStatus(name="deaf", listening=os.getpid())))
    time.sleep(60)
"""


class Heard:
    """Status lines, as they come."""

    def __init__(self) -> None:
        self.all: list[CourierStatus] = []
        self._more = threading.Condition()

    def __call__(self, status: CourierStatus) -> None:
        with self._more:
            self.all.append(status)
            self._more.notify_all()

    def until(self, right: Callable[[list[CourierStatus]], bool]) -> CourierStatus:
        with self._more:
            assert self._more.wait_for(lambda: right(self.all), SOON_S)
            return self.all[-1]


@pytest.fixture
def start() -> Iterator[Callable[..., tuple[CourierBeside, Heard]]]:
    made: list[CourierBeside] = []

    def begin(script: str, first_line: bytes = b"hello\n") -> tuple[CourierBeside, Heard]:
        heard = Heard()
        command = [sys.executable, "-c", textwrap.dedent(script)]
        made.append(CourierBeside(command, lambda: first_line, heard))
        return made[-1], heard

    yield begin
    for each in made:
        each.close()
        each.join(SOON_S)


Start = Callable[..., tuple[CourierBeside, Heard]]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "FIRST_WAIT_S", 0.05)
    monkeypatch.setattr(beside, "END_S", 0.3)


def _gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def test_what_is_said_first_nudges_and_status(start: Start) -> None:
    courier, heard = start(ECHO)
    assert heard.until(bool).name == "hello"
    courier.nudge()
    heard.until(lambda said: said[-1].name == "nudged")
    status = courier.status()
    assert status is not None
    assert status.name == "nudged"
    assert courier.running


def test_one_that_is_killed_is_started_again(start: Start) -> None:
    courier, heard = start(ECHO)
    for restarts in range(2):
        process = heard.until(lambda said, at=restarts: len(said) > at).listening  # type: ignore[misc]
        assert courier.restarts == restarts
        os.kill(process, signal.SIGKILL)
    heard.until(lambda said: len(said) == 3)
    assert courier.restarts == 2
    assert len({each.listening for each in heard.all}) == 3


def test_one_that_cannot_be_started_is_tried_again_and_harms_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    courier = CourierBeside(["/nowhere/at/all"])
    courier.nudge()
    until_s = time.monotonic() + SOON_S
    while courier.restarts < 2 and time.monotonic() < until_s:
        time.sleep(0.01)
    assert courier.restarts >= 2
    assert not courier.running
    assert courier.status() is None
    courier.close()
    courier.join(SOON_S)


def test_nudges_never_block_though_nobody_reads_them(start: Start) -> None:
    courier, heard = start(DEAF)
    heard.until(bool)
    began_s = time.monotonic()
    for _ in range(200_000):
        courier.nudge()
    assert time.monotonic() - began_s < 10


def test_the_end_waits_for_nobody_and_a_deaf_one_is_killed(start: Start) -> None:
    courier, heard = start(DEAF)
    process = heard.until(bool).listening
    began_s = time.monotonic()
    courier.close()
    assert time.monotonic() - began_s < 0.2
    courier.join(SOON_S)
    assert _gone(process)
    assert not courier.running
    courier.nudge()
    courier.close()


def test_a_courier_ends_with_its_kiosk_however_that_ends(tmp_path: Path) -> None:
    """A kiosk is killed: its courier's standard input ends."""
    script = tmp_path / "at_work.py"
    script.write_text(
        textwrap.dedent(
            f"""
            import os, sys, time
            from kiosk.sync.network.beside import CourierBeside
            def heard(status):
                os.write(1, str(status.listening).encode() + b"\\n")
            CourierBeside([sys.executable, "-c", {textwrap.dedent(ECHO)!r}], lambda: b"x", heard)
            time.sleep(60)
            """
        )
    )
    root = str(Path(beside.__file__).parents[2])
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": root}
    ) as kiosk:
        assert kiosk.stdout is not None
        courier = int(kiosk.stdout.readline())
        kiosk.kill()
    until_s = time.monotonic() + SOON_S
    while not _gone(courier) and time.monotonic() < until_s:
        time.sleep(0.01)
    assert _gone(courier)


def test_seconds_go_on_while_nothing_is_said() -> None:
    said = CourierStatus(peers=(PeerStatus("", "a", "hub", "", True, 3), PeerStatus("", "b", "", "", False)))
    assert [each.heard_s for each in aged(said, 4.9).peers] == [7, -1]
    assert aged(said, 0.5) is said
