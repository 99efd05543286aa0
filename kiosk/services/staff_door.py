"""Who of staff comes in, how guessing PINs is made slow, and that nobody does what is not theirs to do."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING

from kiosk.domain import facts
from kiosk.domain.staff_duties import Act
from kiosk.keys.pin import check_pin
from kiosk.services.duty import require
from kiosk.services.local_settings import record
from kiosk.services.values import SignIn

if TYPE_CHECKING:
    from kiosk.domain.fair import StaffMember
    from kiosk.domain.words import Words
    from kiosk.services.gate import Gate

FREE_TRIES = 5
"""So many may be wrong in a row before anybody has to wait: a tired hand's share."""
WAITS_S = (30, 60, 120, 240, 300)
"""How long no PIN counts after the fifth wrong one, the sixth, ...; the last holds for all that follow.

Five minutes at most, because children play with kiosks, and staff are locked out as long as the guesser is:
any other kiosk of the venue still takes them, and scans go on here. To who guesses it is enough. Of ten
thousand PINs of four digits, with n people on the list, (10,000 + 1) / (n + 1) are tried on average until one
is somebody's: with three people 2,500 tries of five minutes, nearly nine days and nights in front of a desk
with staff; with twenty 476, forty hours. Ten hours of it are some 125 tries, which find one of three PINs on
one day in 27. Where there are more than ten people six digits each are better: `kiosk pack check` says so.
"""


def wait_s(wrong: int) -> int:
    """Seconds in which no PIN counts, after so many wrong ones in a row."""
    over = wrong - FREE_TRIES
    return 0 if over < 0 else WAITS_S[min(over, len(WAITS_S) - 1)]


@dataclass(slots=True)
class StaffDoor:
    """Signing in. `try_pin`, `enter` and `wait_s` belong to the store's thread; `find` to any other.

    The count of wrong PINs is the journal's: every try is a fact before it is looked at, so that neither the
    plug nor a crash gives one back. Those of the fair and of its rehearsal count together: it is one journal.
    How long to wait is measured by the machine's monotonic clock, which nobody can turn: after a start the
    whole wait begins anew, from the start. No calendar clock is asked, so setting one back or forward
    shortens nothing and locks nobody out for longer.
    """

    gate: Gate
    monotonic_s: Callable[[], float] = time.monotonic
    checks: Callable[[str, str], bool] = check_pin
    _counted: tuple[int, int, int] = (0, 0, 0)
    """Wrong tries, since which sign-in, up to which fact they were counted."""
    _last_s: float = field(init=False)
    """When the last try of this run was; before there is one, the start."""

    def __post_init__(self) -> None:
        self._last_s = self.monotonic_s()

    def wait_s(self) -> int:
        """Seconds left in which no PIN counts; 0 where the next one does."""
        wait = wait_s(self._wrong())
        return max(0, ceil(self._last_s + wait - self.monotonic_s())) if wait else 0

    def try_pin(self) -> int:
        """A PIN was entered: a fact, before it is checked. Or the seconds to wait, and it is not to be."""
        left_s = self.wait_s()
        if left_s:
            return left_s
        store = self.gate.store
        with store.transaction():
            store.journal.append(facts.PinTried(self.gate.fair.id), now_ms=self.gate.clock.now_ms())
        self._last_s = self.monotonic_s()
        return 0

    def find(self, pin: str) -> StaffMember | None:
        """Whose PIN it is. Takes some 30 ms a member; any thread but the store's.

        Everybody's hash is checked whoever it is, so that the time tells nobody who is on the list and where.
        """
        found = [each for each in self.gate.fair.staff if self.checks(pin, each.pin_hash)]
        return found[0] if found else None

    def enter(self, member: StaffMember) -> None:
        """It was right: a fact, and the count begins anew."""
        store = self.gate.store
        with store.transaction():
            body = facts.StaffSignedIn(self.gate.fair.id, member.id)
            store.journal.append(body, now_ms=self.gate.clock.now_ms())

    def answer(self, member: StaffMember | None) -> SignIn:
        """What becomes of a PIN that was tried and looked for."""
        if member is not None:
            self.enter(member)
            return SignIn(member)
        return SignIn(paused_s=self.wait_s())

    def sign_in(self, pin: str) -> SignIn:
        """All of it on one thread: for who has no scan to wait behind (a command, a test)."""
        left_s = self.try_pin()
        return SignIn(paused_s=left_s) if left_s else self.answer(self.find(pin))

    def require(self, staff: str, act: Act) -> None:
        """As the function of that name, for what is done without a service that asks."""
        require(self.gate.fair, staff, act)

    def installs(self, staff: str, fair: Words, version: int) -> None:
        """A member of staff installs a fair pack: a fact before it is begun, for what comes of it is the
        pack's own."""
        self.require(staff, Act.PACK)
        record(self.gate, {"pack": f"{fair.zh} v{version}"}, staff)

    def _wrong(self) -> int:
        """Tries since the last sign-in at this kiosk."""
        journal = self.gate.store.journal
        last, since = journal.last_seq(facts.PinTried), journal.last_seq(facts.StaffSignedIn)
        if last < since or not last:
            return 0
        wrong, counted_since, upto = self._counted
        if counted_since != since:
            wrong, upto = 0, since
        if upto < last:
            wrong += journal.count(facts.PinTried, beyond=upto)
            self._counted = (wrong, since, last)
        return wrong
