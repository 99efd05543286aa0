"""The pinned versions: complete, with hashes, and bound to no index."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest

from installer import lock
from installer.paths import CHECKOUT, REQUIREMENTS

PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)( ; .+)?$")
HASH = re.compile(r"^--hash=sha256:[0-9a-f]{64}$")


@pytest.fixture(scope="module")
def entries() -> dict[str, list[str]]:
    """Logical lines by distribution: the pin, then its hashes."""
    text = REQUIREMENTS.read_text(encoding="utf-8").replace(" \\\n", "\n")
    found: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        if match := PIN.match(line):
            name = match["name"]
            assert name not in found, f"{name} is pinned twice"
            found[name] = [line]
        else:
            found[name].append(line.strip())
    return found


def test_every_version_has_hashes(entries: dict[str, list[str]]) -> None:
    for name, (_, *hashes) in entries.items():
        assert hashes, name
        assert all(HASH.match(line) for line in hashes), name


def test_no_index_host_or_folder_is_named() -> None:
    text = REQUIREMENTS.read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host|^-", text, re.MULTILINE)


def test_all_that_the_project_asks_for_is_pinned(entries: dict[str, list[str]]) -> None:
    pyproject = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    for line in lock.direct_requirements(pyproject):
        name = lock.canonical(re.split(r"[<>=!~;\[ ]", line, maxsplit=1)[0])
        assert name in entries, line


def test_compiled_wheels_are_pinned_for_every_machine(entries: dict[str, list[str]]) -> None:
    """Three machines for one wheel each of PySide6, and one for each Python where there is no stable ABI."""
    assert len(entries["pyside6-essentials"]) - 1 == 3
    assert len(entries["msgspec"]) - 1 >= 3 * len(lock.PYTHONS)


def test_what_is_installed_is_what_is_pinned(entries: dict[str, list[str]]) -> None:
    for name in ("pyside6-essentials", "sqlcipher3", "msgspec", "pytest"):
        pinned = PIN.match(entries[name][0])
        assert pinned is not None
        assert importlib.metadata.version(name) == pinned["version"]


def test_windows_only_requirements_are_found() -> None:
    lines = ('colorama>=0.4; sys_platform == "win32"', "colorama; platform_system == 'Windows'", "rich>=14")
    click = lock.Wheel(
        "click", "8.5.1", "0" * 64, (*lines, "pywin32 ; extra == 'x' and sys_platform == 'win32'")
    )
    assert lock.windows_only([click]) == {"colorama"}


def test_a_report_becomes_a_requirements_file(tmp_path: Path) -> None:
    report = {
        "install": [
            {
                "metadata": {"name": "Types_Openpyxl", "version": "3.1"},
                "download_info": {
                    "archive_info": {"hashes": {"sha256": "b" * 64}},
                    "url": "https://example.invalid/x",
                },
            }
        ]
    }
    (wheel,) = lock.wheels(report)
    text = lock.requirements_text({wheel.name: wheel.version}, {wheel.name: {wheel.sha256, "a" * 64}}, set())
    body = text.removeprefix(lock.HEADER[:1]).split("\n", 3)[3]
    assert body == f"types-openpyxl==3.1 \\\n    --hash=sha256:{'a' * 64} \\\n    --hash=sha256:{'b' * 64}\n"
