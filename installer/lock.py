"""Renews requirements.txt: every version that the project needs, with the hashes of its wheels.

    python3 -m installer lock

pip resolves the direct requirements of pyproject.toml on this machine, then says for every other machine
that we support which wheel it would take. The file names no index and no host: which index serves the wheels
is the machine's own affair, that they are the same wheels is ours.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from installer import venv
from installer.paths import CHECKOUT, REQUIREMENTS

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
# Oldest glibc first: Debian 12, Ubuntu 24.04, Debian 13. Qt's arm64 wheels begin at 2.39.
MACHINES = (("x86_64", (36, 39, 41)), ("aarch64", (39, 41)))
OLDEST_GLIBC_MINOR = 17
EDITABLE = "editables~=0.3"  # hatchling asks for it when a project is installed in place, and only then
NOT_LOCKED = {"pip"}  # sqlite-utils asks for it; the one that made the virtual environment serves
WINDOWS_MARKER = 'sys_platform == "win32"'
_WINDOWS_ONLY = re.compile(
    r"^\s*(?P<name>[A-Za-z0-9._-]+)[^;]*;\s*\(?(?:sys_platform|platform_system)\s*==\s*['\"](?:win32|Windows)['\"]\)?\s*$"
)

HEADER = """\
# Every version the project runs, tests and builds with, and the hashes of the wheels it may come as.
# Made by `python3 -m installer lock` from pyproject.toml; do not edit by hand.
# Wheels for: {wheels}.
"""


@dataclass(frozen=True, slots=True)
class Target:
    """A machine that we support: its Python as "3.11", and the wheel platforms it takes, best first."""

    python: str
    platforms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wheel:
    """One distribution as pip would install it on one target; requires holds its Requires-Dist lines."""

    name: str
    version: str
    sha256: str
    requires: tuple[str, ...]


class LockError(RuntimeError):
    """pip could not say what it would install."""


def targets() -> Iterator[Target]:
    """Every machine whose wheels are locked."""
    for python in PYTHONS:
        for machine, glibc_minors in MACHINES:
            for newest in glibc_minors:
                tags = [
                    f"manylinux_2_{minor}_{machine}" for minor in range(newest, OLDEST_GLIBC_MINOR - 1, -1)
                ]
                yield Target(python, (*tags, f"manylinux2014_{machine}"))
        yield Target(python, ("win_amd64",))


def direct_requirements(pyproject: Mapping[str, Any]) -> list[str]:
    """What pyproject.toml asks for to run, to test and to build, as requirement lines."""
    project = pyproject["project"]
    return [
        *project["dependencies"],
        *project["optional-dependencies"]["test"],
        *pyproject["build-system"]["requires"],
        EDITABLE,
    ]


def wheels(report: Mapping[str, Any]) -> list[Wheel]:
    """The wheels named in pip's installation report (version 1)."""
    return [
        Wheel(
            name=canonical(item["metadata"]["name"]),
            version=item["metadata"]["version"],
            sha256=item["download_info"]["archive_info"]["hashes"]["sha256"],
            requires=tuple(item["metadata"].get("requires_dist") or ()),
        )
        for item in report["install"]
    ]


def canonical(name: str) -> str:
    """A distribution's name in its normal form (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def windows_only(resolved: Iterable[Wheel]) -> set[str]:
    """Names that are needed on Windows alone, which resolving on Linux does not see."""
    found = {
        match["name"] for wheel in resolved for line in wheel.requires if (match := _WINDOWS_ONLY.match(line))
    }
    return {canonical(name) for name in found}


def requirements_text(pins: Mapping[str, str], hashes: Mapping[str, set[str]], on_windows: set[str]) -> str:
    """The requirements file.

    pins: version by name; hashes: SHA-256 in hexadecimal by name; on_windows: names that only Windows needs.
    """
    names = ", ".join(f"Linux {machine}" for machine, _ in MACHINES) + ", Windows amd64"
    lines = [HEADER.format(wheels=f"CPython {PYTHONS[0]} to {PYTHONS[-1]} on {names}")]
    for name in sorted(pins):
        marker = f" ; {WINDOWS_MARKER}" if name in on_windows else ""
        lines.append(f"{name}=={pins[name]}{marker} \\\n")
        lines.append(" \\\n".join(f"    --hash=sha256:{digest}" for digest in sorted(hashes[name])) + "\n")
    return "".join(lines)


def pip_report(words: Iterable[str]) -> list[Wheel]:
    """What `pip install` would install for these words. Raises LockError with pip's own last lines."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        fixed = (
            "--dry-run",
            "--ignore-installed",
            "--only-binary",
            ":all:",
            "--quiet",
            "--report",
            str(report),
        )
        python = str(venv.python()) if venv.python().exists() else sys.executable  # Debian's own has no pip
        command = [python, "-m", "pip", "install", *fixed, "--target", f"{folder}/never", *words]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise LockError(done.stderr.strip())
        return wheels(json.loads(report.read_text(encoding="utf-8")))


def lock() -> str:
    """Resolve, collect every target's hashes, and give the text of requirements.txt. Asks the index a lot."""
    pyproject = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    resolved = pip_report(direct_requirements(pyproject))
    on_windows = windows_only(resolved)
    extra = pip_report(sorted(on_windows)) if on_windows else []
    locked = [wheel for wheel in (*resolved, *extra) if wheel.name not in NOT_LOCKED]
    pins = {wheel.name: wheel.version for wheel in locked}
    hashes: dict[str, set[str]] = {name: set() for name in pins}
    words = [f"{name}=={version}" for name, version in sorted(pins.items())]
    for target in targets():
        print(f"python {target.python}, {target.platforms[0]}", file=sys.stderr, flush=True)
        platforms = [word for tag in target.platforms for word in ("--platform", tag)]
        for wheel in pip_report(["--no-deps", "--python-version", target.python, *platforms, *words]):
            hashes[wheel.name].add(wheel.sha256)
    for wheel in locked:
        hashes[wheel.name].add(wheel.sha256)
    return requirements_text(pins, hashes, on_windows - {wheel.name for wheel in resolved})


def main() -> int:
    """Write requirements.txt anew. Exit status 0, or 2 if pip could not resolve."""
    try:
        text = lock()
    except LockError as fault:
        print(f"installer: the lock was left as it is: pip could not resolve\n{fault}", file=sys.stderr)
        return 2
    REQUIREMENTS.write_text(text, encoding="utf-8", newline="\n")
    versions = len(re.findall(r"^\w", text, flags=re.MULTILINE))
    print(f"{REQUIREMENTS.relative_to(CHECKOUT)}: {versions} versions, {text.count('--hash')} hashes")
    return 0
