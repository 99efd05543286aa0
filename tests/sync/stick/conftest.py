"""A venue, kiosks, and a stick."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.venue import Venue, make_venue
from tests.sync.stick.scene import Shelf

MEMORY = Path("/dev/shm")


@pytest.fixture(scope="session")
def venue() -> Venue:
    """A hub and three kiosks."""
    return make_venue(3)


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory where there is one: another disk than the kiosks' own, as a stick is."""
    folder = Path(tempfile.mkdtemp(prefix="fair-kiosk-stick-", dir=MEMORY if MEMORY.is_dir() else None))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def shelf(memory: Path, venue: Venue) -> Iterator[Shelf]:
    """Where the kiosks' stores lie."""
    shelf = Shelf(memory, venue)
    yield shelf
    shelf.close()
