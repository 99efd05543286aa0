"""This kiosk itself, and the machine that it runs on, as a scene wants them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.domain import keeper_words
from kiosk.domain.words import Words
from kiosk.services.clock_setting import ClockSet, ClockStanding, SetState
from kiosk.services.fair_choice import FairLine, FairStanding, Trial
from kiosk.services.machine import Refusal
from kiosk.services.places import PlaceLine
from kiosk.services.shut_down import Remark, ShutDownStanding

if TYPE_CHECKING:
    from tests.fakes.services import Calls, FakeKiosk

_GATES = {"east": Words("东门", "East gate"), "west": Words("西门", "West gate")}


def _place(name: str, gate: str, number: int, x_m: float, y_m: float, level: str = "1") -> PlaceLine:
    words = Words(f"{_GATES[gate].zh} {number} 号机", f"{_GATES[gate].en}, kiosk {number}")
    return PlaceLine(name, words, _GATES[gate], level, x_m, y_m, here=False)


PLACES = (
    _place("east-1", "east", 1, 12.0, 26.0),
    _place("east-2", "east", 2, 18.0, 28.0),
    replace(_place("east-3", "east", 3, 24.0, 28.0), here=True),
    replace(_place("west-1", "west", 1, 36.0, 28.0), taken=keeper_words.stands_here(14, connected=True)),
    _place("west-2", "west", 2, 44.0, 26.0),
    _place("west-3", "west", 3, 24.0, 28.0, "2"),
)


class FakePlaces:
    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.here = "east-3"

    def lines(self) -> tuple[PlaceLine, ...]:
        self.calls.note("places")
        return tuple(replace(each, here=each.id == self.here) for each in PLACES)

    def choose(self, place: str, by: str) -> Refusal | None:
        self.calls.note("choose_place", place, by)
        self.here = place
        return None


class FakeClockSetting:
    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.said = ClockStanding("machine", 0, trusted=True, newest=None)
        self.stops: ClockSet | None = None
        self.refusal: Refusal | None = None

    def standing(self) -> ClockStanding:
        self.calls.note("clock_standing")
        return self.said

    def needs(self) -> tuple:
        return ()

    def confirm(self, by: str) -> None:
        self.calls.note("confirm_time", by)
        self.said = replace(self.said, trusted=True, newest=None)

    def look_at(self, moment: datetime, by: str, *, sure: bool = False) -> ClockSet | None:
        self.calls.note("look_at", moment, by, sure)
        return None if sure and self.stops and self.stops.state is SetState.ASKS else self.stops

    def set_machine(self, moment: datetime) -> Refusal | None:
        self.calls.note("set_machine", moment)
        return self.refusal

    def settle(self, moment: datetime, refusal: Refusal | None, by: str) -> ClockSet:
        self.calls.note("settle", moment, by)
        if refusal is None:
            return ClockSet(SetState.SET, keeper_words.CLOCK_SET)
        return ClockSet(SetState.SET, keeper_words.CLOCK_OWN, refusal.words)


class FakeFairChoice:
    def __init__(self, calls: Calls, kiosk: FakeKiosk) -> None:
        self.calls = calls
        self._kiosk = kiosk
        self.tried = Trial()

    def standing(self) -> FairStanding:
        self.calls.note("fairs_standing")
        found = self._kiosk.season.fairs()
        today = self._kiosk.clock.moment.date()
        lines = tuple(
            FairLine(
                each, any(day.day == today for day in each.days), max(day.day for day in each.days) < today
            )
            for each in found.fairs
        )
        rehearsing = self._kiosk.fair.id.endswith("#rehearsal")
        return FairStanding(
            tuple(sorted(lines, key=lambda each: not each.today)),
            found.unread,
            rehearsing,
            38 if rehearsing else 0,
        )

    def trial(self, fair: str) -> Trial:
        self.calls.note("trial", fair)
        return self.tried

    def choose(self, fair: str, by: str) -> Refusal | None:
        self.calls.note("choose_fair", fair, by)
        return None

    def rehearse(self, on: bool, by: str) -> None:
        self.calls.note("rehearse", on, by)


WELL = (Remark("admit", keeper_words.ALL_ELSEWHERE), Remark("admit", *keeper_words.backed_up(12, None)))
NOT_YET = (
    Remark("refuse", keeper_words.only_here(214), keeper_words.ONLY_HERE_HOW),
    Remark("notice", keeper_words.prints_waiting(3), keeper_words.PRINTS_HOW),
    Remark("notice", keeper_words.BATCH, keeper_words.BATCH_HOW),
    Remark("admit", *keeper_words.backed_up(12, None)),
)


class FakeShutDown:
    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.remarks = WELL

    def standing(self) -> ShutDownStanding:
        self.calls.note("shut_down_standing")
        return ShutDownStanding(self.remarks, only_here=214 if self.remarks is NOT_YET else 0)

    def permit(self, by: str) -> None:
        self.calls.note("permit", by)

    def record(self, again: bool, by: str) -> None:
        self.calls.note("shut_down", again, by)


class FakeStation:
    """Stands for kiosk.services.station.Station."""

    def __init__(self, calls: Calls, kiosk: FakeKiosk) -> None:
        self._calls = calls
        self._kiosk = kiosk
        self.restore()

    def restore(self) -> None:
        """As at first."""
        self.places = FakePlaces(self._calls)
        self.clock = FakeClockSetting(self._calls)
        self.fair = FakeFairChoice(self._calls, self._kiosk)
        self.shut_down = FakeShutDown(self._calls)

    def __call__(self) -> FakeStation:
        return self


class FakeMachine:
    """A machine with a loudspeaker, whose screen is set at the screen; it may be told otherwise."""

    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.restore()

    def restore(self) -> None:
        """As at first."""
        self.loud: int | None = 60
        self.bright: int | None = None
        self.refusal: Refusal | None = None

    def set_clock(self, moment: datetime) -> Refusal | None:
        self.calls.note("set_clock", moment)
        return self.refusal

    def volume(self) -> int | None:
        self.calls.note("volume")
        return self.loud

    def set_volume(self, percent: int) -> Refusal | None:
        self.calls.note("set_volume", percent)
        if self.refusal is None:
            self.loud = percent
        return self.refusal

    def brightness(self) -> int | None:
        return self.bright

    def set_brightness(self, percent: int) -> Refusal | None:
        self.calls.note("set_brightness", percent)
        if self.refusal is None:
            self.bright = percent
        return self.refusal

    def power_off(self) -> Refusal | None:
        self.calls.note("power_off")
        return self.refusal
