"""A journal of one kiosk."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.domain.facts import GENESIS, Fact, fact_hash

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
