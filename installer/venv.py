"""The virtual environment `.venv` in the checkout, and the stamp that says it is complete."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from installer.paths import CHECKOUT, PYPROJECT, REQUIREMENTS, VENV

STAMP = VENV / "fair-kiosk-stamp"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an environment was made from: if any of it differs, the environment is out of date."""

    python: str
    checkout: str
    inputs_sha256: str

    def text(self) -> str:
        """The stamp as it lies in the environment."""
        return f"{self.python}\n{self.checkout}\n{self.inputs_sha256}\n"


def stamp_of(python: str, checkout: str, inputs: tuple[bytes, ...]) -> Stamp:
    """The stamp of an environment made by this Python, at this place, from these files' contents."""
    digest = hashlib.sha256()
    for content in inputs:
        digest.update(hashlib.sha256(content).digest())  # hashed one by one, so that no border can shift
    return Stamp(python, checkout, digest.hexdigest())


def wanted_stamp() -> Stamp:
    """The stamp that `.venv` must bear to be used as it is."""
    inputs = (REQUIREMENTS.read_bytes(), PYPROJECT.read_bytes())
    return stamp_of(sys.version.split()[0], str(CHECKOUT), inputs)


def found_stamp() -> str:
    """The stamp that `.venv` bears; empty if it has none."""
    return STAMP.read_text(encoding="utf-8") if STAMP.is_file() else ""


def must_start_anew(found: str, wanted: Stamp) -> bool:
    """Whether another Python or another place made the environment, so that mending it would not do."""
    return found.splitlines()[:2] != wanted.text().splitlines()[:2]


def scripts(folder: Path = VENV) -> Path:
    """Where an environment keeps its commands."""
    return folder / ("Scripts" if os.name == "nt" else "bin")


def python(folder: Path = VENV) -> Path:
    """An environment's Python."""
    return scripts(folder) / ("python.exe" if os.name == "nt" else "python")


def is_complete() -> bool:
    """Whether `.venv` stands as it should. Reads three small files."""
    return python().exists() and found_stamp() == wanted_stamp().text()


def pip_commands() -> list[list[str]]:
    """The commands that fill the environment: locked versions by their hashes, then the project itself."""
    pip = [str(python()), "-m", "pip", "--disable-pip-version-check"]
    return [
        [*pip, "install", "--only-binary", ":all:", "--require-hashes", "-r", str(REQUIREMENTS)],
        [*pip, "install", "--no-deps", "--no-build-isolation", "--no-index", "-e", str(CHECKOUT)],
    ]


def set_up() -> int:
    """Make or mend `.venv`. Gives 0, or the exit status of the pip that failed; then no stamp is left."""
    wanted = wanted_stamp()
    anew = must_start_anew(found_stamp(), wanted)
    STAMP.unlink(missing_ok=True)
    if anew or not python().exists():
        venv.EnvBuilder(with_pip=True, clear=True).create(VENV)
    for command in pip_commands():
        status = subprocess.run(command, cwd=CHECKOUT, stdout=sys.stderr, check=False).returncode
        if status:
            return status
    STAMP.write_text(wanted.text(), encoding="utf-8")
    return 0


def environment(ours: Mapping[str, str]) -> dict[str, str]:
    """The variables for the environment's programs: its commands first, a locale that can write Chinese."""
    variables = {**ours, "VIRTUAL_ENV": str(VENV)}
    variables["PATH"] = str(scripts()) + os.pathsep + variables.get("PATH", os.defpath)
    locale = next((variables[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if variables.get(name)), "")
    if os.name == "posix" and "utf" not in locale.lower():
        variables["LC_ALL"] = "C.UTF-8"  # Qt warns of any other, and a bare Debian sets none
    return variables
