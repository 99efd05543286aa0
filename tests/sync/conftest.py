"""A journal of one kiosk, and machines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from kiosk.domain.facts import GENESIS, Fact, fact_hash
from tests.sync.machine import Clock, Machine, MakeMachine, Names, trust_in

ORIGIN = bytes(range(16))


@pytest.fixture(scope="session")
def make_journal() -> Callable[[int], list[Fact]]:
    def make(count: int) -> list[Fact]:
        facts: list[Fact] = []
        previous = GENESIS
        for seq in range(1, count + 1):
            body = f'{{"gate":"east","badge":{seq * 7919}}}'.encode()
            own = fact_hash(
                origin=ORIGIN, seq=seq, time=seq << 16, kind="check_in", body=body, previous=previous
            )
            facts.append(Fact(ORIGIN, seq, seq << 16, "check_in", body, previous, own))
            previous = own
        return facts

    return make


@pytest.fixture
def clock() -> Clock:
    """The clock of all machines of a test."""
    return Clock()


@pytest.fixture
def make_machine(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[MakeMachine]:
    """Makes machines that trust east, west and hub, or whom they are told to."""
    with ExitStack() as stack:

        def make(name: str, trust: Names | None = None, *, bound: bool = True) -> Machine:
            path = tmp_path_factory.mktemp(name) / "store.db"
            trusted = trust_in("east", "west", "hub") if trust is None else trust
            machine = Machine(name, path, trusted, clock, bound=bound)
            stack.callback(machine.store.close)
            return machine

        yield make


@pytest.fixture
def east(make_machine: MakeMachine) -> Machine:
    return make_machine("east")


@pytest.fixture
def west(make_machine: MakeMachine) -> Machine:
    return make_machine("west")


@pytest.fixture
def hub(make_machine: MakeMachine) -> Machine:
    return make_machine("hub")
