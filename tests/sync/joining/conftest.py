"""Hubs at work, each with a store of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fakes.joining import Hub, open_hub


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[..., Hub]]:
    """Opens hubs, each of the venue of a name."""
    hubs: list[Hub] = []

    def make(name: str = "venue") -> Hub:
        hubs.append(open_hub(tmp_path / f"{name}{len(hubs)}.db", name))
        return hubs[-1]

    yield make
    for each in hubs:
        each.store.close()


@pytest.fixture
def hub(opened: Callable[..., Hub]) -> Hub:
    """One hub."""
    return opened()
