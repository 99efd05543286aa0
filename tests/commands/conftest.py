"""Runs `kiosk` as a user does: a process of its own, in a state folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ran:
    """What a command left."""

    status: int
    out: str
    err: str


@pytest.fixture(scope="session")
def run_kiosk() -> Callable[..., Ran]:
    """Runs `kiosk` with words; `typed` goes to its standard input, `measured` closes the window at once."""

    def run(*words: object, typed: str = "", measured: bool = False) -> Ran:
        environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "QT_QPA_PLATFORM": "offscreen"}
        if measured:
            environment["FAIR_KIOSK_BENCH_FIRST_FRAME"] = "1"
        done = subprocess.run(
            [sys.executable, "-m", "kiosk", *map(str, words)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            input=typed,
            env=environment,
            timeout=240,
            cwd="/",
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def start_kiosk() -> Callable[..., subprocess.Popen[bytes]]:
    """Starts `kiosk` and leaves it running."""

    def start(*words: object) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "QT_QPA_PLATFORM": "offscreen"}
        return subprocess.Popen([sys.executable, "-m", "kiosk", *map(str, words)], env=environment, cwd="/")

    return start


@dataclass(frozen=True)
class Made:
    """A sample fair as its organiser made it."""

    pack: Path
    keys: Path
    codes: Path


@pytest.fixture(scope="session")
def made(run_kiosk: Callable[..., Ran], tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The reverse sample fair, built on the command line."""
    folder = tmp_path_factory.mktemp("organiser")
    fair = CHECKOUT / "resources" / "sample_fairs" / "reverse"
    words = ("--out", folder / "out", "--keys", folder / "keys", "--codes", "plain", "--qr", "none")
    ran = run_kiosk("pack", "build", fair, *words)
    assert ran.status == 0, ran.err
    (pack,) = (folder / "out").glob("*.fairpack")
    (codes,) = (folder / "out" / "codes").glob("*/codes.csv")
    return Made(pack, folder / "keys", codes)


@pytest.fixture
def provisioned(run_kiosk: Callable[..., Ran], made: Made, tmp_path: Path) -> Callable[[str], Path]:
    """Sets up a kiosk as README says, and gives its state folder."""

    def set_up(place: str) -> Path:
        state = tmp_path / place
        ran = run_kiosk("provision", "--kiosk", place, "--organiser", made.keys, "--state", state)
        assert ran.status == 0, ran.err
        ran = run_kiosk("pack", "install", made.pack, "--state", state)
        assert ran.status == 0, ran.err
        return state

    return set_up
