"""The staff page's view-models on fake services, with a bridge that answers when the test says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import pytest

from kiosk.ui.modes import Modes
from kiosk.ui.navigation import Navigation
from kiosk.ui.page_model import Surroundings
from kiosk.ui.staff.staff_model import StaffModel


@dataclass
class HeldBridge:
    """Keeps what is asked until `answer`; remembers on which worker it was asked."""

    waiting: list[tuple[Callable[[], Any], Any, Any]] = field(default_factory=list)
    workers: list[str] = field(default_factory=list)

    def submit(self, work: Any, done: Any = None, failed: Any = None, *, worker: str = "store") -> None:
        self.waiting.append((work, done, failed))
        self.workers.append(worker)

    def answer(self) -> None:
        """Do all that waits, and all that this leads to."""
        while self.waiting:
            work, done, failed = self.waiting.pop(0)
            try:
                result = work()
            except Exception as fault:
                if failed is None:
                    raise
                failed(fault)
            else:
                done(result)


@pytest.fixture
def bridge() -> HeldBridge:
    """A bridge that the test lets answer."""
    return HeldBridge()


@pytest.fixture
def surroundings(application: Any, bridge: HeldBridge, kiosk: Any) -> Surroundings:
    """What the view-models work with."""
    return Surroundings(bridge, Modes(), Navigation(), kiosk)  # type: ignore[arg-type]


@pytest.fixture
def staff(surroundings: Surroundings, bridge: HeldBridge) -> StaffModel:
    """The staff page, nobody signed in."""
    surroundings.navigation.go("staff")
    model = StaffModel(surroundings)
    model.entered("")
    bridge.answer()  # how long to wait before a PIN counts
    bridge.workers.clear()
    return model


@pytest.fixture
def on_duty(staff: StaffModel, bridge: HeldBridge, fakes: ModuleType) -> StaffModel:
    """The staff page with somebody signed in, at the desk."""
    for digit in fakes.PIN:
        staff.digit(digit)
    staff.sign_in()
    bridge.answer()
    assert staff.view == "desk"
    return staff
