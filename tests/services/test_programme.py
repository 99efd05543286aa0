"""Seats that are left, where a session's door counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kiosk.domain.fair import Direction
from kiosk.domain.reasons import Reason
from kiosk.services.programme import Programme


def programme_of(bench: Any) -> Programme:
    """Of the same kiosk, looked at anew."""
    return Programme(bench.gate)


def with_gates(bench: Any, change: Callable[[Any], Any]) -> Programme:
    """Of a fair whose gates are others."""
    gates = tuple(change(each) for each in bench.gate.fair.gates)
    return Programme(replace(bench.gate, fair=replace(bench.gate.fair, gates=gates)))


def test_who_went_in_takes_a_seat(east: Any, codes: Callable[[int], str]) -> None:
    programme = programme_of(east)
    assert programme.seats() == {"t1": 1}
    assert replace(east.gate, gate="door").scan(codes(1)).decision.reason is Reason.WELCOME
    assert (programme.seats_left("t1"), programme.seats()) == (0, {"t1": 0})


def test_the_fairs_own_doors_do_not_count_for_a_session(east: Any, codes: Callable[[int], str]) -> None:
    assert east.gate.scan(codes(1)).decision.reason is Reason.WELCOME
    assert programme_of(east).seats_left("t1") == 1


def test_without_a_door_that_counts_nothing_is_said(east: Any) -> None:
    assert programme_of(east).seats_left("t9") is None
    for change in (
        lambda each: replace(each, session=""),
        lambda each: replace(each, direction=Direction.OUT),
    ):
        programme = with_gates(east, change)
        assert (programme.seats(), programme.seats_left("t1")) == ({}, None)
