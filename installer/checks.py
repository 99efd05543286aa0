"""The checks of `python3 -m installer test`: every one runs, whatever the others find."""

from __future__ import annotations

import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO

QML_LINT = Path("tests/qml/lint.py")
WINDOW_TESTS = "tests/ui"
PAGE_TESTS = (
    "tests/ui/find",
    "tests/ui/staff",
    "tests/ui/test_renderers_agree.py",
    "tests/ui/test_nothing_left.py",
    "tests/ui/test_real_keys.py",
    "tests/ui/test_staff_path.py",
    "tests/ui/test_threads.py",
)
"""Of the window's tests those that run with all others, so that both lanes take about as long."""
PICTURES = "build/contact_sheets"
"""Every page as the last checks saw it, kept with their output."""
PICTURED = ("--look", "zh-portrait-plain", "--look", "en-landscape-plain")
"""The window's tests look at all the others."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name, and the command that finds nothing if it exits with 0."""

    name: str
    command: tuple[str, ...]
    beside: bool = False
    """Whether it runs beside all others: the tests of the window take about as long as all else."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check came to: exit status 0 means that it passed."""

    name: str
    status: int
    duration_s: float


def checks(python: str, pytest_words: Sequence[str], *, with_qml: bool) -> list[Check]:
    """All checks, in the order in which they run: what is quick comes first.

    python: the environment's Python. with_qml: whether the checkout has QML, its lint and its pictures.
    The tests of the window are a check of their own, unless `pytest_words` name tests.
    """
    # lint-imports has no module to run, so its own command is called, from beside Python
    lint_imports = str(Path(python).with_name("lint-imports"))
    pytest = (python, "-m", "pytest")
    named = any(not word.startswith("-") for word in pytest_words)
    parted = with_qml and not named
    found = [
        Check("format", (python, "-m", "ruff", "format", "--check", ".")),
        Check("lint", (python, "-m", "ruff", "check", ".")),
        Check("imports", (lint_imports,)),
        Check("types", (python, "-m", "mypy")),
        Check("tests", (*pytest, *((f"--ignore={WINDOW_TESTS}",) if parted else ()), *pytest_words)),
    ]
    if parted:
        found.append(Check("pages", (*pytest, *PAGE_TESTS, *pytest_words)))
    if with_qml:
        found += [
            Check("qml", (python, str(QML_LINT))),
            Check("pictures", (python, "-m", "tests.ui.contact_sheet", PICTURES, *PICTURED)),
        ]
    if parted:
        others = (f"--ignore={each}" for each in PAGE_TESTS)
        found.append(Check("window", (*pytest, *others, WINDOW_TESTS, *pytest_words), beside=True))
    return found


def test_environment(environment: Mapping[str, str], runtime: str, *, long: bool) -> dict[str, str]:
    """The variables under which checks run: no screen is touched.

    runtime: an own, private folder, for Qt warns if there is none and a bare machine has none.
    """
    variables = {**environment, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": runtime}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        variables.pop(name, None)
    if long:
        variables["FAIR_KIOSK_LONG"] = "1"
    return variables


def run_checks(found: Iterable[Check], environment: Mapping[str, str], checkout: Path) -> list[Finding]:
    """Run every check in the checkout, those that may beside the others: two cores are busy so.

    The others' output goes where ours goes; that of what runs beside them follows when it is whole.
    """
    found = list(found)
    beside = [check for check in found if check.beside]
    with tempfile.TemporaryFile() as heard, ThreadPoolExecutor(1) as lane:
        running = lane.submit(_run_all, beside, environment, checkout, heard)
        findings = _run_all([check for check in found if not check.beside], environment, checkout, None)
        findings += running.result()
        heard.seek(0)
        sys.stdout.write(heard.read().decode(errors="replace"))
        sys.stdout.flush()
    return findings


def _run_all(
    found: Iterable[Check], environment: Mapping[str, str], checkout: Path, heard: IO[bytes] | None
) -> list[Finding]:
    """Run checks one after the other; what they say goes into `heard`, or where ours goes."""
    findings = []
    for check in found:
        said = f"\n== {check.name}: {shlex.join(check.command)}\n"
        if heard is None:
            print(said, end="", flush=True)
        else:
            heard.write(said.encode())
            heard.flush()
        start_s = time.monotonic()
        status = subprocess.run(
            check.command,
            cwd=checkout,
            env=dict(environment),
            stdout=heard,
            stderr=None if heard is None else subprocess.STDOUT,
            check=False,
        ).returncode
        findings.append(Finding(check.name, status, time.monotonic() - start_s))
    return findings


def summary(findings: Sequence[Finding]) -> str:
    """A line a check: name, seconds, result; then what it comes to."""
    lines = [
        f"{finding.name:<8} {finding.duration_s:7.1f} s  {'passed' if finding.status == 0 else 'FAILED'}"
        for finding in findings
    ]
    failed = [finding.name for finding in findings if finding.status]
    lines.append(f"failed: {', '.join(failed)}" if failed else f"all {len(findings)} checks passed")
    return "\n".join(lines)


def test(
    python: str, checkout: Path, environment: Mapping[str, str], pytest_words: Sequence[str], *, long: bool
) -> int:
    """Run all checks and print what they came to. Gives 0, or 1 if any of them failed."""
    found = checks(python, pytest_words, with_qml=(checkout / QML_LINT).is_file())
    with tempfile.TemporaryDirectory(prefix="fair-kiosk-") as runtime:
        findings = run_checks(found, test_environment(environment, runtime, long=long), checkout)
    print(f"\n{summary(findings)}", flush=True)
    return 1 if any(finding.status for finding in findings) else 0
