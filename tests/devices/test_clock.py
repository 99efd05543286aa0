"""Clocks."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.devices.clock import FairClock, SystemClock
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
