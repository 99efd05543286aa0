"""A delegation arrives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.domain import facts
from kiosk.domain.reasons import Reason


def test_the_leader_is_scanned_once_and_the_list_appears(east: Any, codes: Callable[[int], str]) -> None:
    admission = east.gate.scan(codes(7))
    assert admission.decision.reason is Reason.WELCOME
    assert admission.delegation == 1
    group = east.delegations.led_by(admission.attendee)
    assert (group.name, group.leader, group.expected, group.arrived) == ("示例省代表团", "孙＊队", 4, 1)
    assert [(each.name, each.arrived) for each in group.members] == [
        ("孙＊队", True),
        ("周＊员", False),
        ("吴＊员", False),
    ], "in the organiser's order"
    assert east.delegations.led_by(8) is None, "only the leader leads"
    assert east.delegations.led_by(1) is None


def test_all_but_the_absent_go_in_together(east: Any, codes: Callable[[int], str]) -> None:
    east.gate.scan(codes(7))
    arrival = east.delegations.arrive(1, absent=(), by="")
    assert arrival.admitted == 1
    assert len(arrival.jobs) == 1
    assert [(member.name, why.en) for member, why in arrival.refused] == [("吴＊员", "booking cancelled")]
    assert (arrival.list.arrived, arrival.list.expected) == (2, 4)
    assert east.gate.occupancy().inside == 2
    again = east.delegations.arrive(1, absent=(9,), by="s1")
    assert (again.admitted, again.refused) == (0, ())


def test_absentees_are_left_out_and_may_come_later(east: Any, codes: Callable[[int], str]) -> None:
    arrival = east.delegations.arrive(1, absent=(8, 9), by="s1")
    assert (arrival.admitted, arrival.list.arrived) == (1, 1)
    assert east.gate.scan(codes(8)).decision.reason is Reason.WELCOME
    assert east.delegations.all()[0].arrived == 2


def test_a_delegation_is_one_transaction(east: Any) -> None:
    groups = set()
    east.delegations.arrive(1, absent=(), by="s1")
    for fact in east.gate.store.journal.facts():
        if fact.kind == facts.CheckIn.kind:
            from kiosk.store import bodies  # noqa: PLC0415

            groups.add(bodies.decode(fact.kind, fact.body).group)
    assert len(groups) == 1
    assert groups != {0}


def test_nothing_is_admitted_if_one_of_them_cannot_be_recorded(east: Any, monkeypatch: Any) -> None:
    taken = []
    original = east.gate.issuing.__class__.print_first

    def fails(issuing: Any, attendee: Any) -> int:
        if taken:
            raise OSError
        taken.append(attendee)
        return original(issuing, attendee)

    monkeypatch.setattr(east.gate.issuing.__class__, "print_first", fails)
    try:
        east.delegations.arrive(1, absent=(9,), by="s1")
    except OSError:
        pass
    else:
        raise AssertionError
    assert east.gate.occupancy().inside == 0
    assert east.gate.store.journal.last_seq(facts.CheckIn) == 0


def test_a_delegation_that_is_not_in_the_pack(east: Any) -> None:
    assert east.delegations.list(99) is None
    assert east.delegations.arrive(99, absent=(), by="") is None
