"""The voice in its process: told, cut, watched; whatever becomes of it, nothing blocks and nothing raises."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.ui.speech import voice as voices
from kiosk.ui.speech.voice import Voice
from kiosk.ui.speech.wording import Piece
from tests.fakes.voice import command
from tests.ui.stage import Unrest, until

PATIENCE_S = 60.0
"""Thousands of voices are listed first, and the machine may be busy."""
HELLO = [Piece("您好", "zh")]
MODULE = Path("/usr/lib/speech-dispatcher-modules/sd_espeak-ng")
DAEMON = shutil.which("speech-dispatcher")


class Heard:
    """A voice and what it told."""

    def __init__(self, line: list[str]) -> None:
        self.voice = Voice(line)
        self.known: list[frozenset[str]] = []
        self.ended: list[int] = []
        self.voice.known.connect(self.known.append)
        self.voice.ended.connect(self.ended.append)


def patiently(holds: Callable[[], bool]) -> None:
    """Wait for a speech daemon."""
    end_s = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end_s
        with suppress(Unrest):
            until(holds)


@pytest.fixture
def hear(application: QGuiApplication) -> Iterator:
    """Make voices; they end with the test."""
    made: list[Heard] = []

    def make(line: list[str]) -> Heard:
        made.append(Heard(line))
        return made[-1]

    yield make
    for each in made:
        each.voice.close()


def test_it_tells_its_languages_and_the_end_of_a_text(hear) -> None:
    heard = hear(command())
    assert heard.voice.say(HELLO) == 1  # said once it is there
    until(lambda: heard.ended == [1])
    assert heard.known == [frozenset({"zh", "en"})]
    heard.voice.say(HELLO)
    until(lambda: heard.ended == [1, 2])
    heard.voice.close()
    assert not heard.voice.running


@pytest.mark.parametrize("how", ["mute", "lost"])
def test_a_machine_without_a_voice_has_none(hear, how: str) -> None:
    heard = hear(command(how))
    heard.voice.ask()
    until(lambda: heard.known == [frozenset()])


def test_a_program_that_is_not_there_is_no_voice(hear) -> None:
    heard = hear(["/nonexistent/voice"])
    heard.voice.say(HELLO)
    until(lambda: heard.known == [frozenset()])
    heard.voice.stop()
    assert not heard.voice.running


@pytest.mark.parametrize("how", ["dies", "hangs"])
def test_a_voice_that_dies_or_hangs_is_given_up(hear, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voices, "ANSWER_MS", 50)
    heard = hear(command(how))
    heard.voice.say(HELLO)
    until(lambda: heard.known[-1:] == [frozenset()])
    assert heard.known == [frozenset({"zh", "en"}), frozenset()]
    assert not heard.voice.running
    assert heard.ended == []


def test_one_that_never_opens_is_given_up(hear, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voices, "START_MS", 50)
    heard = hear([sys.executable, "-S", "-c", "import time; time.sleep(60)"])
    heard.voice.ask()
    until(lambda: heard.known == [frozenset()])


def test_the_process_speaks_by_qt_and_ends_with_its_input(hear, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAIR_KIOSK_VOICE_ENGINE", "mock")
    heard = hear(voices.voice_command())
    heard.voice.say([*HELLO, Piece("Hello", "en")])
    until(lambda: heard.ended == [1])
    began_s = time.monotonic()
    heard.voice.say([Piece("很长的话 " * 200, "zh")])
    heard.voice.say(HELLO)  # cuts it
    until(lambda: heard.ended == [1, 3])
    assert time.monotonic() - began_s < 5


@pytest.mark.skipif(DAEMON is None or not MODULE.exists(), reason="needs the system's voice")
def test_the_systems_own_voice_speaks_both_languages(
    hear, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Heard by the sound itself, which ALSA writes into a file instead of to a loudspeaker."""
    sound, address = tmp_path / "sound.raw", tmp_path / "voice.sock"
    (tmp_path / "asound.conf").write_text(
        f"pcm.!default {{ type file slave.pcm null file {sound} format raw }}\n"
        "ctl.!default { type null }\npcm.null { type null }\n"
    )
    settings = tmp_path / "settings"
    shutil.copytree("/etc/speech-dispatcher", settings)
    said = (settings / "speechd.conf").read_text()
    (settings / "speechd.conf").write_text(
        f'{said}\nAudioOutputMethod "alsa"\nAddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"\n'
        "DefaultModule espeak-ng\n"
    )
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "asound.conf"))
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{address}")
    line = [DAEMON, "--run-single", "--communication-method", "unix_socket", "--socket-path", str(address)]
    line += ["--config-dir", str(settings), "--log-dir", str(tmp_path), "--pid-file", str(tmp_path / "pid")]
    daemon = subprocess.Popen(
        line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        until(address.exists)
        heard = hear(voices.voice_command())
        heard.voice.say([Piece("您好，请看屏幕。", "zh"), Piece("Hello", "en")])
        patiently(lambda: heard.known != [])
        assert heard.known[0] >= {"zh", "en"}
        patiently(lambda: heard.ended == [1])
        heard.voice.close()
        assert max(sound.read_bytes(), default=0) > 0, "silence"
        assert not any("您好" in each.read_text(errors="replace") for each in tmp_path.glob("*.log"))
    finally:
        os.killpg(daemon.pid, signal.SIGTERM)
        daemon.wait(10)
