"""Where the simulations' many small disks lie."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

MEMORY = Path("/dev/shm")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in memory where there is one: nothing here needs a disk that lasts, and a disk is slow."""
    above = MEMORY if os.access(MEMORY, os.W_OK) else tmp_path_factory.getbasetemp()
    folder = Path(tempfile.mkdtemp(prefix="fair-kiosk-power-", dir=above))
    yield folder
    shutil.rmtree(folder)
