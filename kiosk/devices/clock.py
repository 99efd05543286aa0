"""Clocks. Times are in Beijing, a fixed UTC+8, so no time zone data is needed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from kiosk.domain.fair import BEIJING

_PLAUSIBLE = timedelta(days=366)


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """The moment, aware, in Beijing."""
        ...

    def now_ms(self) -> int:
        """Milliseconds since 1970."""
        ...

    def trusted(self, after: datetime) -> bool:
        """Is the time plausible, given a moment that is surely past?"""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The moment, aware, in Beijing."""
        return datetime.now(BEIJING)

    def now_ms(self) -> int:
        """Milliseconds since 1970."""
        return time.time_ns() // 1_000_000

    def trusted(self, after: datetime) -> bool:
        """Not before `after` (the newest fact, or the pack's making), and not a year behind it.

        A machine whose battery is flat starts in 1970 or on its firmware's date.
        """
        return after <= self.now() <= after + _PLAUSIBLE


class FairClock:
    """For sample fairs: starts at a moment of the fair and runs on, whatever the machine's clock does."""

    def __init__(self, start: datetime) -> None:
        if start.tzinfo is None:
            raise ValueError("the start must say its time zone")
        self._start = start.astimezone(BEIJING)
        self._started_ns = time.monotonic_ns()

    def now(self) -> datetime:
        """The moment, aware, in Beijing."""
        return self._start + timedelta(microseconds=(time.monotonic_ns() - self._started_ns) // 1000)

    def now_ms(self) -> int:
        """Milliseconds since 1970."""
        return int(self.now().timestamp() * 1000)

    def trusted(self, after: datetime) -> bool:  # noqa: ARG002
        """Yes: its time was chosen."""
        return True

    def set_to(self, moment: datetime) -> None:
        """Go on from that moment (aware)."""
        self._start, self._started_ns = moment.astimezone(BEIJING), time.monotonic_ns()


class Runs(StrEnum):
    """After what a kiosk's clock runs."""

    MACHINE = "machine"
    """The machine's clock."""
    OWN = "own"
    """A time that staff have set, since this machine was last started."""
    OWN_UNSURE = "own_unsure"
    """The same, but the machine was off meanwhile: its clock went on, as far as one can tell."""
    SAMPLE = "sample"
    """A sample fair's."""


@dataclass(frozen=True, slots=True)
class OwnTime:
    """A time that staff have set where the machine's clock may not be, as it is kept for the next start."""

    boot: str
    """Names the run of the machine in which it was set."""
    since_boot_ms: int
    """When it was set, by a clock that only counts how long the machine has run."""
    machine_ms: int
    """The machine's clock then."""
    own_ms: int
    """What it was set to; like the others milliseconds, since 1970."""


@dataclass(frozen=True, slots=True)
class MachineTime:
    """What a machine itself knows of time."""

    now_ms: Callable[[], int] = lambda: time.time_ns() // 1_000_000
    since_boot_ms: Callable[[], int] = lambda: _since_boot_ns() // 1_000_000
    boot: Callable[[], str] = field(default_factory=lambda: _boot_id)


def _since_boot_ns() -> int:
    """How long the machine has run, asleep or awake; where that is not told, any clock that only goes on."""
    name = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic_ns() if name is None else time.clock_gettime_ns(name)


_BOOT_ID_FILE = Path("/proc/sys/kernel/random/boot_id")


def _boot_id() -> str:
    try:
        return _BOOT_ID_FILE.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


class KioskClock(SystemClock):
    """The machine's clock, or a time that staff have set and that runs on by itself.

    A time of its own counts how long the machine has run, so that nothing which is done to the machine's
    clock meanwhile moves it. After another start of the machine it is taken up again where the machine's
    clock is not before the moment at which it was set (a flat battery starts in 1970 or on its firmware's
    date), and somebody has to look; else it is dropped.
    """

    def __init__(self, kept: OwnTime | None = None, machine: MachineTime | None = None) -> None:
        self._machine = machine or MachineTime()
        self._own = kept
        self._runs = Runs.MACHINE
        if kept is None:
            return
        boot = self._machine.boot()
        if boot and boot == kept.boot:
            self._runs = Runs.OWN
        elif self._machine.now_ms() >= kept.machine_ms:
            self._runs = Runs.OWN_UNSURE
        else:
            self._own = None

    @property
    def runs(self) -> Runs:
        """After what it runs."""
        return self._runs

    @property
    def own(self) -> OwnTime | None:
        """What is to be kept for the next start; None where it runs after the machine's clock."""
        return self._own

    def now(self) -> datetime:
        """The moment, aware, in Beijing."""
        return datetime.fromtimestamp(self.now_ms() / 1000, BEIJING)

    def now_ms(self) -> int:
        """Milliseconds since 1970."""
        own = self._own
        if own is None:
            return self._machine.now_ms()
        if self._runs is Runs.OWN:
            return own.own_ms + self._machine.since_boot_ms() - own.since_boot_ms
        return own.own_ms + self._machine.now_ms() - own.machine_ms

    def set_to(self, moment: datetime) -> None:
        """Run by itself from that moment (aware) on."""
        self._own = OwnTime(
            boot=self._machine.boot(),
            since_boot_ms=self._machine.since_boot_ms(),
            machine_ms=self._machine.now_ms(),
            own_ms=int(moment.timestamp() * 1000),
        )
        self._runs = Runs.OWN

    def follow_machine(self) -> None:
        """Run after the machine's clock again: it has been set."""
        self._own, self._runs = None, Runs.MACHINE
