"""Staff at the kiosk's door, without a journal and without slow hashes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.domain.fair import StaffMember, StaffRole
from kiosk.domain.staff_duties import Act, refusal
from kiosk.services.duty import NotTheirs
from kiosk.services.values import SignIn

if TYPE_CHECKING:
    from kiosk.domain.fair import Fair
    from tests.fakes.services import Calls

PIN = "2468"
"""Of who manages."""
PINS = {PIN: "s1", "9753": "s2", "5793": "s3", "8024": "s4"}
"""Whose each is."""
STAFF = (
    StaffMember("s1", "陈示例", "", (StaffRole.MANAGE,)),
    StaffMember("s2", "林示例", "", (StaffRole.GATE, StaffRole.PRINT)),
    StaffMember("s3", "何示例", "", (StaffRole.PRINT,)),
    StaffMember("s4", "周示例", "", (StaffRole.HELP,)),
)


class FakeStaffDoor:
    """Knows four PINs; every try is noted as `sign_in`."""

    def __init__(self, calls: Calls, fair: Callable[[], Fair]) -> None:
        self.calls = calls
        self._fair = fair
        self.restore()

    def restore(self) -> None:
        """As at first: nobody has tried."""
        self.paused_s = 0

    def wait_s(self) -> int:
        return self.paused_s

    def try_pin(self) -> int:
        self.calls.note("sign_in")
        return self.paused_s

    def find(self, pin: str) -> StaffMember | None:
        self.calls.note("find_pin")
        return next((each for each in self._fair().staff if each.id == PINS.get(pin)), None)

    def answer(self, member: StaffMember | None) -> SignIn:
        return SignIn(member)

    def require(self, staff: str, act: Act) -> None:
        words = refusal(self._fair().staff, staff, act)
        if words is not None:
            raise NotTheirs(words)
