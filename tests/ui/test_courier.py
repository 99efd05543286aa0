"""What the courier asks of the kiosk is done on the store's thread, one piece at a time."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.store.faults import StoreFault, StoreFaultKind
from kiosk.ui.courier import Courier


class HeldBridge:
    """Keeps what is asked until `answer`."""

    def __init__(self) -> None:
        self.waiting: list[Any] = []

    def submit(self, work: Any, done: Any, failed: Any) -> None:
        self.waiting.append((work, done, failed))

    def answer(self) -> None:
        work, done, failed = self.waiting.pop(0)
        try:
            result = work()
        except StoreFault as fault:
            failed(fault)
        else:
            done(result)


class Peers:
    """Says what the test wants."""

    came = False
    fault: StoreFault | None = None

    def heed(self) -> bool:
        if self.fault is not None:
            raise self.fault
        return self.came


@pytest.fixture
def bridge() -> HeldBridge:
    return HeldBridge()


@pytest.fixture
def courier(application: Any, bridge: HeldBridge) -> Courier:
    driver = Courier(bridge, Peers())
    yield driver
    driver.stop()


def test_it_is_asked_once_at_a_time_and_again_after_a_fault(courier: Courier, bridge: HeldBridge) -> None:
    courier.ask()
    courier.ask()
    assert len(bridge.waiting) == 1
    courier._peers.fault = StoreFault(StoreFaultKind.BUSY)
    bridge.answer()
    courier.ask()
    assert len(bridge.waiting) == 1


def test_a_pack_that_came_is_told_unless_the_kiosk_is_closing(courier: Courier, bridge: HeldBridge) -> None:
    came: list[bool] = []
    courier.packCame.connect(lambda: came.append(True))
    for pack, stopped in ((False, False), (True, False), (True, True)):
        courier._peers.came = pack
        courier.ask()
        if stopped:
            courier.stop()
        bridge.answer()
    assert came == [True]
