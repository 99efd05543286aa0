"""The wheel alone is enough: built, installed in an empty environment, and toured from `/`."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
TOUR_TIMEOUT_S = 300
LEAST_PICTURES = 24
LEAST_BADGES = 4


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as hatchling builds it from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel; its dependencies are lent by the one that runs the tests.

    Lent by a .pth file: .pth files of a folder that is lent so are not read, so the checkout, which is
    installed in place there, stays out of it.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.EnvBuilder(with_pip=False).create(folder)
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(program(folder, "python")),
        "--disable-pip-version-check",
    ]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    own = sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)})
    lent = sysconfig.get_path("purelib")
    (Path(own) / "lent.pth").write_text(f"{lent}\n", encoding="utf-8")
    return folder


def program(folder: Path, name: str) -> Path:
    """A command of an environment."""
    return folder / ("Scripts" if os.name == "nt" else "bin") / name


def run(command: list[str], home: Path) -> subprocess.CompletedProcess[str]:
    """Run a command from `/`, with a home of its own and nothing that points back to the checkout."""
    variables = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "FAIR_KIOSK"))
    }
    variables |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        command, cwd="/", env=variables, capture_output=True, text=True, check=False, timeout=TOUR_TIMEOUT_S
    )


def files_under(folder: str, pattern: str = "*") -> set[str]:
    """Files of the checkout below a folder, as paths relative to it; caches left out."""
    paths = (CHECKOUT / folder).rglob(pattern)
    return {
        path.relative_to(CHECKOUT / folder).as_posix()
        for path in paths
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_carries_every_resource(wheel: Path) -> None:
    resources = files_under("resources")
    assert "fonts/NotoSansSC_400Regular.ttf" in resources
    packed = set(zipfile.ZipFile(wheel).namelist())
    assert {f"kiosk/resources/{path}" for path in resources} <= packed


def test_the_wheel_carries_every_page(wheel: Path) -> None:
    pages = files_under("kiosk/ui", "*.qml") | files_under("kiosk/ui", "qmldir")
    assert "qml/Main.qml" in pages
    packed = set(zipfile.ZipFile(wheel).namelist())
    assert {f"kiosk/ui/{path}" for path in pages} <= packed


def test_the_wheel_carries_only_the_program(wheel: Path) -> None:
    packed = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].partition("-")[0] for name in packed} == {"kiosk", "fair_kiosk"}


def test_what_is_imported_is_the_wheels_own(environment: Path, tmp_path: Path) -> None:
    done = run([str(program(environment, "python")), "-c", "import kiosk; print(kiosk.__file__)"], tmp_path)
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).is_relative_to(environment)


def test_the_tour_runs_from_the_root_of_the_file_system(environment: Path, tmp_path: Path) -> None:
    pictures = tmp_path / "tour"
    done = run([str(program(environment, "kiosk")), "tour", str(pictures)], tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list(pictures.rglob("*.png"))) >= LEAST_PICTURES
    assert len(list(pictures.rglob("*.pdf"))) >= LEAST_BADGES
