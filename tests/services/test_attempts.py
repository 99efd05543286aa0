"""Guessing made slow, and no more than that."""

from __future__ import annotations

from datetime import datetime, timedelta

from kiosk.domain.fair import BEIJING
from kiosk.services.attempts import FREE_MISSES, PAUSE, Attempts

NOW = datetime(2026, 11, 28, 9, 24, tzinfo=BEIJING)


def test_a_pause_follows_the_free_misses_and_ends() -> None:
    attempts = Attempts()
    for _ in range(FREE_MISSES):
        assert not attempts.paused("a", NOW)
        attempts.missed("a", NOW)
    assert attempts.paused("a", NOW)
    assert not attempts.paused("b", NOW)
    assert not attempts.paused("a", NOW + PAUSE)
    attempts.missed("a", NOW + PAUSE)
    assert attempts.paused("a", NOW + PAUSE)
    attempts.succeeded("a")
    assert not attempts.paused("a", NOW + PAUSE)


def test_a_clock_that_was_set_back_locks_nobody_out() -> None:
    attempts = Attempts()
    for _ in range(FREE_MISSES):
        attempts.missed("a", NOW)
    assert not attempts.paused("a", NOW - timedelta(days=1))


def test_memory_is_bounded() -> None:
    attempts = Attempts()
    for number in range(5000):
        attempts.missed(str(number), NOW)
    for _ in range(FREE_MISSES - 1):
        attempts.missed("4999", NOW)
    assert attempts.paused("4999", NOW)
    assert len(attempts._misses) == 1000
