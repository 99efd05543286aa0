"""The stamp that says whether `.venv` is as it should be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from installer import venv

STAMP = venv.stamp_of("3.11.2", "/srv/fair-kiosk", (b"requirements", b"project"))


@pytest.mark.parametrize(
    "inputs",
    [
        (b"requirements2", b"project"),
        (b"requirements", b"project2"),
        (b"requirementspr", b"oject"),
        (b"requirements",),
    ],
)
def test_any_change_of_an_input_changes_the_stamp(inputs: tuple[bytes, ...]) -> None:
    assert venv.stamp_of("3.11.2", "/srv/fair-kiosk", inputs).text() != STAMP.text()


def test_equal_inputs_give_equal_stamps() -> None:
    again = venv.stamp_of("3.11.2", "/srv/fair-kiosk", (b"requirements", b"project"))
    assert again.text() == STAMP.text()


def test_changed_inputs_are_mended_in_place() -> None:
    found = venv.stamp_of("3.11.2", "/srv/fair-kiosk", (b"older",)).text()
    assert not venv.must_start_anew(found, STAMP)


@pytest.mark.parametrize("found", ["", "3.12.1\n/srv/fair-kiosk\nabc\n", "3.11.2\n/elsewhere\nabc\n"])
def test_another_python_or_place_starts_anew(found: str) -> None:
    assert venv.must_start_anew(found, STAMP)


def test_pip_takes_only_locked_wheels_and_builds_with_what_is_there() -> None:
    locked, project = venv.pip_commands()
    assert "--require-hashes" in locked
    assert {"--no-deps", "--no-build-isolation", "--no-index"} <= set(project)


def test_programs_find_the_environments_commands_first() -> None:
    first = venv.environment({"PATH": "/usr/bin"})["PATH"].split(os.pathsep)[0]
    assert Path(first) == venv.scripts()


def test_a_locale_without_chinese_is_replaced() -> None:
    assert venv.environment({"LANG": "C"})["LC_ALL"] == "C.UTF-8"
    assert venv.environment({})["LC_ALL"] == "C.UTF-8"
    assert venv.environment({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"})["LC_ALL"] == "C.UTF-8"
    assert "LC_ALL" not in venv.environment({"LANG": "zh_CN.UTF-8"})
