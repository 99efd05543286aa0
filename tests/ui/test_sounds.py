"""Sounds never fail and never wait: with an audio output, without one, or with one that blocks for ever."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from kiosk.devices.sound import TONES
from kiosk.ui import sounds as module
from kiosk.ui.sounds import Sounds, player_command
from tests.ui.stage import until

ROOT = Path(__file__).parents[2]
READY = "import sys; print('ready', flush=True)\n"
PLAYERS = {
    "well": READY + "for line in sys.stdin: print('sounds', flush=True)",
    "hangs at a sound": READY + "import time\nsys.stdin.readline()\ntime.sleep(600)",
    "hangs at its start": "import time; time.sleep(600)",
    "dies at a sound": READY + "sys.stdin.readline(); sys.exit(1)",
    "dies at its start": "import os; os.abort()",
}


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "START_MS", 400)
    monkeypatch.setattr(module, "ANSWER_MS", 200)


@pytest.fixture
def player(application, request) -> Iterator[Sounds]:
    made = Sounds(command=[sys.executable, "-S", "-c", PLAYERS[request.param]])
    yield made
    made.stop()
    made.deleteLater()


def heard(sounds: Sounds) -> list[str]:
    """What is played, and how long that keeps the window: never a hundredth of a second."""
    names = [*TONES, "admit", "no such tone"]
    for name in names:
        before_s = time.monotonic()
        before_cpu_s = time.thread_time()
        sounds.play(name)
        assert time.thread_time() - before_cpu_s < 0.05
        assert time.monotonic() - before_s < 0.5
    return names


@pytest.mark.parametrize("player", ["well"], indirect=True)
def test_a_player_that_answers_is_kept(player: Sounds, application, soon) -> None:
    player.begin()
    until(lambda: player.ready)
    heard(player)
    process = player._process
    until(lambda: not player._waits.isActive())
    assert player._process is process


@pytest.mark.parametrize("player", [each for each in PLAYERS if each != "well"], indirect=True)
def test_one_that_hangs_or_dies_is_given_up_and_stops_nothing(player: Sounds, application, soon) -> None:
    player.begin()
    until(lambda: player.ready or player._process is None or player._waits.isActive())
    heard(player)
    until(lambda: player.ready or player._process is None)
    heard(player)
    until(lambda: player._process is None)
    heard(player)
    assert player._process is None, "not at once another"
    player._not_before_s = 0.0
    player.play("admit")
    assert player._process is not None, "but later"


def test_a_program_that_is_not_there_is_silent(application) -> None:
    sounds = Sounds(command=["/no/such/player"])
    heard(sounds)
    until(lambda: sounds._process is None)
    sounds.stop()
    sounds.deleteLater()


def test_a_sound_that_came_too_late_is_not_made(application, monkeypatch) -> None:
    """The next visitor's screen stands by then."""
    monkeypatch.setattr(module, "LATE_S", 0.0)
    sounds = Sounds(command=[sys.executable, "-S", "-c", PLAYERS["dies at a sound"]])
    sounds.play("admit")
    until(lambda: sounds.ready)
    QTest.qWait(50)
    assert sounds.ready, "it was told nothing"
    sounds.stop()
    sounds.deleteLater()


def test_the_real_player_says_that_it_is_ready_and_ends_with_its_window() -> None:
    with subprocess.Popen(
        player_command(), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline() == b"ready\n"
        process.stdin.write(b"admit\n")
        process.stdin.flush()
        assert process.stdout.readline().strip() in (b"sounds", b"silent")
        process.stdin.close()
        assert process.wait(20) == 0


def test_a_sound_server_that_never_answers_keeps_no_window(application, tmp_path: Path) -> None:
    """PulseAudio's socket, where somebody listens and says nothing: whoever opens it waits for ever."""
    address = tmp_path / "native"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(address))
        server.listen()
        taken: list[socket.socket] = []
        threading.Thread(target=lambda: taken.append(server.accept()[0]), daemon=True).start()
        sounds = Sounds(command=["/usr/bin/env", f"PULSE_SERVER=unix:{address}", *player_command()])
        sounds.begin()
        until(lambda: bool(taken) or sounds.ready)
        if not taken:
            sounds.stop()
            pytest.skip("Qt's sound does not use PulseAudio here")
        heard(sounds)
        assert not sounds.ready
        assert sounds._waits.isActive()
        sounds._waits.start(1)  # START_MS are over
        until(lambda: sounds._process is None)
        heard(sounds)
        sounds.stop()
        sounds.deleteLater()
        taken[0].close()
