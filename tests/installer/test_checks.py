"""The checks that the test door runs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from installer import checks


def names(*, with_qml: bool) -> list[str]:
    return [check.name for check in checks.checks("/venv/bin/python", [], with_qml=with_qml)]


def test_every_kind_of_check_runs() -> None:
    assert set(names(with_qml=True)) == {"format", "lint", "types", "imports", "qml", "pictures", "tests"}


def test_without_qml_its_lint_and_pictures_are_left_out() -> None:
    assert {"qml", "pictures"}.isdisjoint(names(with_qml=False))


def test_words_go_to_pytest_alone() -> None:
    found = checks.checks("/venv/bin/python", ["tests/domain", "-q"], with_qml=True)
    assert [check.name for check in found if "tests/domain" in check.command] == ["tests"]


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


def test_the_summary_names_what_failed() -> None:
    said = checks.summary([checks.Finding("lint", 1, 0.2), checks.Finding("tests", 0, 61.25)])
    assert said.splitlines() == [
        "lint         0.2 s  FAILED",
        "tests       61.2 s  passed",
        "failed: lint",
    ]


def test_the_summary_says_when_all_is_well() -> None:
    assert checks.summary([checks.Finding("lint", 0, 0.2)]).endswith("all 1 checks passed")
