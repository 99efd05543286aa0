"""The kiosk's clock as staff set it: the machine's where that is allowed, else a time of the kiosk's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from kiosk.domain import facts, keeper_words
from kiosk.domain.clock_trust import TOLERANCE_MS
from kiosk.domain.fair import BEIJING
from kiosk.domain.staff_duties import Act
from kiosk.domain.words import Words
from kiosk.services.duty import require
from kiosk.services.local_settings import record
from kiosk.services.machine import Refusal
from kiosk.services.values import Need

if TYPE_CHECKING:
    from kiosk.services.gate import Gate
    from kiosk.services.machine import Machine

FAR = timedelta(days=366)


class SettableClock(Protocol):
    """The kiosk's clock, and what may be done to it; made by the app."""

    @property
    def runs(self) -> str:
        """After what: machine, own, own_unsure (a time that was set before the machine was last started) or
        sample."""
        ...

    def set_own(self, moment: datetime) -> None:
        """Run by itself from that moment on, and after the next start too. A fault with words where that
        cannot be kept."""
        ...

    def follow_machine(self) -> None:
        """Run after the machine's clock again."""
        ...


class SetState(StrEnum):
    """What became of setting the clock."""

    SET = "set"
    ASKS = "asks"
    """It is before what has been recorded: staff are to be sure."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ClockSet:
    """What became of it, in words."""

    state: SetState
    words: Words
    machine: Words | None = None
    """Why the machine's own clock was not set, where it was not."""


@dataclass(frozen=True, slots=True)
class ClockStanding:
    """The clock as it stands."""

    runs: str
    ahead_ms: int
    """How far the kiosk's clock is ahead of the machine's."""
    trusted: bool
    """Whether it can be right, by all that has been recorded."""
    newest: datetime | None
    """The moment of the newest record where the clock is behind it."""


@dataclass(frozen=True, slots=True)
class ClockSetting:
    """Reads, confirms and sets the clock. Store's thread, but for `set_machine`."""

    gate: Gate
    clock: SettableClock
    machine: Machine
    machine_ms: Callable[[], int]

    def standing(self) -> ClockStanding:
        """How it stands now."""
        now_ms = self.gate.clock.now_ms()
        ahead_ms = self.gate.store.journal.ahead_ms(now_ms)
        return ClockStanding(
            runs=self.clock.runs,
            ahead_ms=now_ms - self.machine_ms(),
            trusted=self.gate.trusts_clock(now_ms),
            newest=_moment(now_ms + ahead_ms) if ahead_ms > TOLERANCE_MS else None,
        )

    def needs(self) -> tuple[Need, ...]:
        """That somebody should look at a time of the kiosk's own, after the machine was off."""
        if self.clock.runs != "own_unsure":
            return ()
        return (Need("notice", keeper_words.OWN_CLOCK_NEED, keeper_words.OWN_CLOCK_DETAIL, "time"),)

    def confirm(self, by: str) -> None:
        """Staff have looked: the time is right. A time of the kiosk's own counts from now on again."""
        require(self.gate.fair, by, Act.CLOCK)
        if self.clock.runs == "own_unsure":
            self.clock.set_own(self.gate.clock.now())
        self._confirmed(by)

    def look_at(self, moment: datetime, by: str, *, sure: bool = False) -> ClockSet | None:
        """Whether the clock may be set to that moment (aware); None where it may. A year off is refused; what
        is before the newest record asks once."""
        require(self.gate.fair, by, Act.CLOCK)
        days = [each.day for each in self.gate.fair.days]
        day = moment.astimezone(BEIJING).date()
        if not min(days) - FAR <= day <= max(days) + FAR:
            return ClockSet(SetState.REFUSED, keeper_words.far_off(min(days), max(days)))
        moment_ms = int(moment.timestamp() * 1000)
        ahead_ms = self.gate.store.journal.ahead_ms(moment_ms)
        if ahead_ms > TOLERANCE_MS and not sure:
            return ClockSet(SetState.ASKS, keeper_words.before_newest(_moment(moment_ms + ahead_ms)))
        return None

    def set_machine(self, moment: datetime) -> Refusal | None:
        """Set the machine's clock, where it may be; takes seconds: any thread but the store's. Never that of
        a machine that shows a sample fair."""
        if self.clock.runs == "sample":
            return Refusal(keeper_words.refused("clock", "sample"))
        return self.machine.set_clock(moment)

    def settle(self, moment: datetime, refusal: Refusal | None, by: str) -> ClockSet:
        """After the machine was asked: follow it, or go on alone; what was set is recorded, and confirmed."""
        require(self.gate.fair, by, Act.CLOCK)
        if refusal is None:
            self.clock.follow_machine()
            done = ClockSet(SetState.SET, keeper_words.CLOCK_SET)
        else:
            sample = self.clock.runs == "sample"
            self.clock.set_own(moment)
            words = keeper_words.CLOCK_SAMPLE if sample else keeper_words.CLOCK_OWN
            done = ClockSet(SetState.SET, words, refusal.words)
        record(self.gate, {"clock": f"{moment.astimezone(BEIJING):%Y-%m-%d %H:%M}"}, by)
        self._confirmed(by)
        return done

    def _confirmed(self, by: str) -> None:
        gate = self.gate
        with gate.store.transaction():
            now_ms = gate.clock.now_ms()
            ahead_ms = max(0, gate.store.journal.ahead_ms(now_ms))
            gate.store.journal.append(facts.ClockConfirmed(gate.fair.id, ahead_ms, by), now_ms=now_ms)


def _moment(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, BEIJING)
