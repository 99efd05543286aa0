"""The command line of the installer."""

from __future__ import annotations

import subprocess
import sys

import pytest

from installer import doors, venv
from installer.paths import CHECKOUT


def installer(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "installer", *words]
    return subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("words", [[], ["run"], ["test"], ["bench"]])
def test_help_is_there_for_every_door(words: list[str]) -> None:
    done = installer(*words, "--help")
    assert done.returncode == 0
    assert "python3 -m installer" in done.stdout


def test_words_after_the_dashes_are_not_ours() -> None:
    assert doors.split_words(["run", "--platform", "vnc", "--", "tour", "x", "--", "y"]) == (
        ["run", "--platform", "vnc"],
        ["tour", "x", "--", "y"],
    )
    assert doors.split_words(["test", "--long"]) == (["test", "--long"], [])


@pytest.mark.parametrize(
    ("words", "expected"), [([], ["run"]), (["tour", "/tmp/x"], ["tour", "/tmp/x"]), (["--help"], ["--help"])]
)
def test_the_kiosk_opens_unless_told_otherwise(words: list[str], expected: list[str]) -> None:
    assert doors.kiosk_command(words) == [str(venv.scripts() / "kiosk"), *expected]


@pytest.mark.parametrize("words", [["jump"], [], ["bench", "--", "x"], ["lock", "--", "x"]])
def test_what_it_does_not_know_is_said_with_status_2(words: list[str]) -> None:
    done = installer(*words)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("python3 -m installer: error:")


def test_the_doors_need_nothing_but_the_standard_library() -> None:
    """An isolated Python without any site-packages can open the door."""
    command = [sys.executable, "-S", "-m", "installer", "--help"]
    assert subprocess.run(command, cwd=CHECKOUT, capture_output=True, check=False, timeout=60).returncode == 0


def test_continuous_integration_calls_the_test_door() -> None:
    script = CHECKOUT / ".ci" / "run"
    lines = script.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in lines
    assert lines[-1] == "exec python3 -m installer test"
    assert script.stat().st_mode & 0o111
