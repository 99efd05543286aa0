"""Stalls at sign-in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from kiosk.domain.reasons import Reason


def unclaimed(bench: Any) -> list[str]:
    return [row.stall for row in bench.stalls.standing().unclaimed]


def test_a_host_who_signs_in_claims_the_stall(
    kiosk_at: Callable[..., Any], codes: Callable[[int], str]
) -> None:
    desk = kiosk_at("east-1", "desk")
    assert unclaimed(desk) == ["A001", "A002"]
    assert desk.gate.scan(codes(5)).decision.reason is Reason.WELCOME
    assert desk.gate.scan(codes(1)).decision.reason is Reason.WRONG_GATE
    standing = desk.stalls.standing()
    assert (standing.stalls, standing.claimed) == (2, 1)
    assert unclaimed(desk) == ["A002"]


def test_unclaimed_stalls_are_released_in_one_action_that_can_be_undone(
    kiosk_at: Callable[..., Any], codes: Callable[[int], str]
) -> None:
    desk = kiosk_at("east-1", "desk")
    released = desk.stalls.release("s1")
    assert released == ("A001", "A002")
    assert unclaimed(desk) == []
    assert desk.gate.scan(codes(5)).decision.reason is Reason.STALL_RELEASED
    desk.stalls.restore(released, "s1")
    assert unclaimed(desk) == ["A001", "A002"]
    assert desk.gate.scan(codes(5)).decision.reason is Reason.WELCOME
    assert desk.stalls.release("s1") == ("A002",)
    assert desk.stalls.release("s1") == ()
    assert [row.stall for row in desk.stalls.standing().released] == ["A002"]


def test_unclaimed_stalls_are_said_an_hour_after_the_doors_open(east: Any) -> None:
    assert not any(need.leads_to == "stalls" for need in east.day.needs())
    east.clock.moment += timedelta(minutes=30)
    need = next(each for each in east.day.needs() if each.leads_to == "stalls")
    assert "2" in need.title.zh
    east.stalls.release("s1")
    assert not any(each.leads_to == "stalls" for each in east.day.needs())


def test_a_stall_has_so_many_places(kiosk_at: Callable[..., Any], codes: Callable[[int], str]) -> None:
    policy = replace(kiosk_at("west-1").gate.fair.policy, employer_limit=1)
    desk = kiosk_at("east-1", "desk", policy)
    assert desk.gate.scan(codes(5)).decision.reason is Reason.WELCOME
    decision = desk.gate.scan(codes(6)).decision
    assert decision.reason is Reason.EMPLOYER_LIMIT
    assert "1" in decision.words.sentence.zh
