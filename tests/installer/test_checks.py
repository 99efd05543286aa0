"""The checks that the test door runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from installer import checks


def names(*, with_qml: bool) -> list[str]:
    return [check.name for check in checks.checks("/venv/bin/python", [], with_qml=with_qml)]


def test_every_kind_of_check_runs() -> None:
    quiet = {"format", "lint", "types", "imports", "tests"}
    assert set(names(with_qml=True)) == quiet | {"qml", "pages", "pictures", "window"}


def test_without_qml_its_lint_and_pictures_are_left_out() -> None:
    assert {"qml", "pages", "pictures", "window"}.isdisjoint(names(with_qml=False))


def test_no_test_is_left_out_or_run_twice() -> None:
    found = {check.name: check for check in checks.checks("/venv/bin/python", ["-q"], with_qml=True)}
    assert found["tests"].command[-2:] == ("--ignore=tests/ui", "-q")
    ignored = tuple(f"--ignore={each}" for each in checks.PAGE_TESTS)
    assert found["window"].command[-2 - len(ignored) :] == (*ignored, "tests/ui", "-q")
    assert found["pages"].command[-1 - len(ignored) :] == (*checks.PAGE_TESTS, "-q")
    assert all((Path(checks.__file__).parents[1] / each).exists() for each in checks.PAGE_TESTS)
    (whole,) = (each for each in checks.checks("/p", ["-q"], with_qml=False) if each.name == "tests")
    assert whole.command == ("/p", "-m", "pytest", "-q")


def test_words_go_to_pytest_alone() -> None:
    found = checks.checks("/venv/bin/python", ["tests/domain", "-q"], with_qml=True)
    assert [check.name for check in found if "tests/domain" in check.command] == ["tests"]
    assert "window" not in {check.name for check in found}


def test_commands_are_the_environments_own() -> None:
    found = checks.checks("/venv/bin/python", [], with_qml=True)
    assert {str(Path(check.command[0]).parent) for check in found} == {"/venv/bin"}


def test_no_screen_is_touched() -> None:
    variables = checks.test_environment({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, "/run/x", long=False)
    assert variables == {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": "/run/x"}


def test_long_is_told_to_the_tests() -> None:
    assert checks.test_environment({}, "/run/x", long=True)["FAIR_KIOSK_LONG"] == "1"


def test_a_failure_does_not_stop_the_others(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    commands = [checks.Check("first", (sys.executable, "-c", "raise SystemExit(3)"))]
    commands.append(checks.Check("second", (sys.executable, "-c", "print('ran')")))
    findings = checks.run_checks(commands, {}, tmp_path)
    assert [(finding.name, finding.status) for finding in findings] == [("first", 3), ("second", 0)]
    assert "ran" in capfd.readouterr().out


def test_what_may_runs_beside_the_others(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Each waits for the other at a pipe: one after the other they would wait until the alarm."""
    os.mkfifo(tmp_path / "pipe")
    meet = "import signal; signal.alarm(60); open('pipe', {!r}).close(); print('met')"
    found = [
        checks.Check("quiet", (sys.executable, "-c", meet.format("r"))),
        checks.Check("window", (sys.executable, "-c", meet.format("w")), beside=True),
    ]
    findings = checks.run_checks(found, {}, tmp_path)
    assert [(finding.name, finding.status) for finding in findings] == [("quiet", 0), ("window", 0)]
    assert capfd.readouterr().out.count("met\n") == 2


def test_the_summary_names_what_failed() -> None:
    said = checks.summary([checks.Finding("lint", 1, 0.2), checks.Finding("tests", 0, 61.25)])
    assert said.splitlines() == [
        "lint         0.2 s  FAILED",
        "tests       61.2 s  passed",
        "failed: lint",
    ]


def test_the_summary_says_when_all_is_well() -> None:
    assert checks.summary([checks.Finding("lint", 0, 0.2)]).endswith("all 1 checks passed")
