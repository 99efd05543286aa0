"""The fixtures `bus`, `ippeve` and `cups`: real printers and a real spooler; see ippeve_here and cups_here.

A test folder takes them by `from tests.devices.printers.fixtures import bus, cups, ippeve  # noqa: F401`.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.devices.printers.bus_here import Bus
from tests.devices.printers.cups_here import Cups
from tests.devices.printers.ippeve_here import IppEve


@pytest.fixture(scope="session")
def bus() -> Iterator[Bus]:
    """A D-Bus for the whole run."""
    folder = _short_folder()
    bus = Bus.start(folder)
    yield bus
    bus.stop()
    shutil.rmtree(folder)


@pytest.fixture
def ippeve(bus: Bus) -> Iterator[Callable[..., IppEve]]:
    """Starts IPP printers that end with the test: `ippeve(media=(...), formats=(...), dpi=300, ...)`."""
    started: list[IppEve] = []
    folder = _short_folder()

    def start(**options: Any) -> IppEve:
        started.append(IppEve.start(folder / str(len(started)), bus, **options))
        return started[-1]

    yield start
    for each in started:
        each.stop()
    shutil.rmtree(folder)


@pytest.fixture
def cups(bus: Bus) -> Iterator[Cups]:
    """A CUPS without queues, on a port of its own."""
    folder = _short_folder()
    try:
        cups = Cups.start(folder, bus)
        yield cups
        cups.stop()
    finally:
        shutil.rmtree(folder)


def _short_folder() -> Path:
    """A folder whose path is short enough for sockets, and open to the user for whom CUPS runs its parts."""
    folder = Path(tempfile.mkdtemp(prefix="fk"))
    folder.chmod(0o755)
    return folder
