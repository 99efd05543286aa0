"""Clocks."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.devices.clock import FairClock, KioskClock, MachineTime, Runs, SystemClock
from kiosk.domain.fair import BEIJING


def test_system_clock_reads_the_machines_time_in_beijing() -> None:
    before, now, now_ms, after = (
        datetime.now(UTC),
        SystemClock().now(),
        SystemClock().now_ms(),
        datetime.now(UTC),
    )
    assert before <= now <= after
    assert now.utcoffset() == timedelta(hours=8)
    assert int(before.timestamp() * 1000) <= now_ms <= after.timestamp() * 1000


def test_a_clock_before_what_is_known_or_far_behind_it_is_not_trusted() -> None:
    clock = SystemClock()
    now = clock.now()
    assert clock.trusted(now - timedelta(days=30))
    assert not clock.trusted(now + timedelta(minutes=1))
    assert not clock.trusted(now - timedelta(days=367))


def test_fair_clock_starts_where_it_is_told_and_runs_on() -> None:
    start = datetime(2026, 11, 28, 9, 0, tzinfo=BEIJING)
    before_ns = time.monotonic_ns()
    clock = FairClock(start.astimezone(UTC))
    first = clock.now()
    while clock.now() == first:
        pass
    passed = timedelta(microseconds=(time.monotonic_ns() - before_ns) / 1000)
    assert start <= first < clock.now() <= start + passed + timedelta(seconds=1)
    assert first.utcoffset() == timedelta(hours=8)
    assert 0 <= clock.now_ms() - start.timestamp() * 1000 < 60_000
    assert clock.trusted(start + timedelta(days=9))


def test_fair_clock_wants_a_time_zone() -> None:
    with pytest.raises(ValueError):
        FairClock(datetime(2026, 11, 28, 9, 0))  # noqa: DTZ001


@dataclass
class HandMachine:
    """What a machine knows of time, as a test says."""

    ms: int = 10**12
    up_ms: int = 5_000
    run: str = "first"

    def time(self) -> MachineTime:
        return MachineTime(lambda: self.ms, lambda: self.up_ms, lambda: self.run)

    def pass_ms(self, ms: int) -> None:
        self.ms += ms
        self.up_ms += ms

    def start_anew(self, ms: int) -> None:
        """Off and on again; its clock shows this then."""
        self.ms, self.up_ms, self.run = ms, 1_000, "second"


SET = datetime(2026, 11, 28, 9, 0, tzinfo=BEIJING)
MINUTE_MS = 60_000


def set_ms(minutes: int = 0) -> int:
    return int(SET.timestamp() * 1000) + minutes * MINUTE_MS


def test_a_kiosks_clock_is_the_machines_until_staff_set_another() -> None:
    machine = HandMachine()
    clock = KioskClock(machine=machine.time())
    assert (clock.now_ms(), clock.runs, clock.own) == (machine.ms, Runs.MACHINE, None)
    assert abs(KioskClock().now_ms() - SystemClock().now_ms()) < 60_000
    clock.set_to(SET)
    machine.pass_ms(MINUTE_MS)
    assert (clock.now_ms(), clock.runs) == (set_ms(1), Runs.OWN)
    assert clock.now() == SET + timedelta(minutes=1)
    clock.follow_machine()
    assert (clock.now_ms(), clock.runs, clock.own) == (machine.ms, Runs.MACHINE, None)


def test_nothing_that_is_done_to_the_machines_clock_moves_one_of_its_own() -> None:
    machine = HandMachine()
    clock = KioskClock(machine=machine.time())
    clock.set_to(SET)
    machine.pass_ms(MINUTE_MS)
    machine.ms += 10**9  # somebody sets it
    assert clock.now_ms() == set_ms(1)
    again = KioskClock(clock.own, machine.time())  # the program alone is started again
    assert (again.now_ms(), again.runs) == (set_ms(1), Runs.OWN)


def test_after_another_start_of_the_machine_somebody_is_to_look() -> None:
    machine = HandMachine()
    clock = KioskClock(machine=machine.time())
    clock.set_to(SET)
    machine.start_anew(machine.ms + 30 * MINUTE_MS)
    again = KioskClock(clock.own, machine.time())
    assert (again.now_ms(), again.runs) == (set_ms(30), Runs.OWN_UNSURE)
    again.set_to(again.now())
    machine.pass_ms(MINUTE_MS)
    assert (again.now_ms(), again.runs) == (set_ms(31), Runs.OWN)


def test_a_machine_whose_clock_fell_back_meanwhile_takes_its_own_time_with_it() -> None:
    machine = HandMachine()
    clock = KioskClock(machine=machine.time())
    clock.set_to(SET)
    machine.start_anew(0)
    again = KioskClock(clock.own, machine.time())
    assert (again.now_ms(), again.runs, again.own) == (0, Runs.MACHINE, None)


def test_where_no_run_of_the_machine_is_named_none_is_taken_for_the_same() -> None:
    machine = HandMachine(run="")
    clock = KioskClock(machine=machine.time())
    clock.set_to(SET)
    assert KioskClock(clock.own, machine.time()).runs is Runs.OWN_UNSURE


def test_a_fairs_clock_can_be_set() -> None:
    clock = FairClock(SET)
    clock.set_to(SET + timedelta(hours=3))
    assert SET + timedelta(hours=3) <= clock.now() < SET + timedelta(hours=3, minutes=1)
