"""Machines of one venue, closed at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.sync.net.lab import Lab, open_lab
from tests.sync.net.venue import Machine, Names


@pytest.fixture
def trust() -> Names:
    return Names({"hub", "east", "west"})


@pytest.fixture
def make(tmp_path: Path, trust: Names) -> Iterator[Callable[..., Machine]]:
    """Makes a machine by its name."""
    made: list[Machine] = []

    def machine(name: str, **options: object) -> Machine:
        made.append(Machine(tmp_path, name, trust, **options))  # type: ignore[arg-type]
        return made[-1]

    yield machine
    for each in made:
        each.close()


@pytest.fixture
def hub(make: Callable[..., Machine]) -> Machine:
    return make("hub", role="hub")


@pytest.fixture
def east(make: Callable[..., Machine]) -> Machine:
    return make("east")


@pytest.fixture
def west(make: Callable[..., Machine]) -> Machine:
    return make("west")


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A hub and a kiosk's courier, real processes; nobody ends them."""
    with open_lab(tmp_path_factory.mktemp("lab")) as opened:
        yield opened
