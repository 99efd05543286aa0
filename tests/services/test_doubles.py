"""Double admissions over real stores: listed alike at both kiosks, and resolved by facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kiosk.domain import facts
from kiosk.domain.reasons import Reason
from kiosk.store import peers
from tests.services.exchanging import exchange

Codes = Callable[[int], str]


@pytest.fixture
def west(kiosk_at: Callable[[str], Any]) -> Any:
    return kiosk_at("west-1")


@pytest.fixture
def twice(east: Any, west: Any, codes: Codes) -> tuple[Any, Any]:
    """Attendee 1 went in at the west gate, and three minutes later at the east one, which had not heard."""
    for bench in (east, west):
        bench.gate.scan(codes(4))  # each has decided something today
    exchange(east, west)
    for bench in (east, west):
        bench.clock.moment += timedelta(minutes=14)
    assert west.gate.scan(codes(1)).decision.reason is Reason.WELCOME
    east.clock.moment += timedelta(minutes=3)
    assert east.gate.scan(codes(1)).decision.reason is Reason.WELCOME
    west.clock.moment += timedelta(minutes=3)
    exchange(east, west)
    return east, west


def line_of(bench: Any, attendee: int) -> Any:
    sheet = bench.doubles.sheet()
    return next((each for each in (*sheet.open, *sheet.resolved) if each.attendee == attendee), None)


def test_both_kiosks_list_the_same_with_what_each_gate_knew(twice: tuple[Any, Any]) -> None:
    east, west = twice
    assert east.doubles.sheet() == west.doubles.sheet()
    line = line_of(east, 1)
    assert (line.name.zh, line.organisation) == ("林知远", "北京科技大学")
    where, knew = line.words
    assert where.zh == "9:38 西门，9:41 东门"
    assert where.en == "9:38 West gate, 9:41 East gate"
    assert knew.zh == "东门当时 17 分钟没有收到西门的记录"
    assert knew.en == "East gate had not heard from West gate for 17 min"
    assert [need.leads_to for need in east.day.needs()].count("twice") == 1


@pytest.mark.parametrize("outcome", facts.DOUBLE_OUTCOMES)
def test_it_is_resolved_by_a_fact_and_so_everywhere(twice: tuple[Any, Any], outcome: str) -> None:
    east, west = twice
    line = line_of(east, 1)
    places = [each.place for each in line.passages]
    assert east.doubles.resolve(places, outcome, "s1").done
    exchange(east, west)
    for bench in twice:
        found = line_of(bench, 1)
        assert (found.outcome, found.by) == (outcome, "陈示例")
        assert found in bench.doubles.sheet().resolved
    assert east.doubles.sheet() == west.doubles.sheet()


def test_no_outcome_that_there_is_not_and_nothing_for_who_was_not_in_twice(twice: tuple[Any, Any]) -> None:
    east, _west = twice
    line = line_of(east, 1)
    with pytest.raises(ValueError):
        east.doubles.resolve([line.passages[0].place], "whatever", "s1")
    before = east.gate.store.journal.origins()
    gone = (b"another kiosk 01", 1)
    assert not east.doubles.resolve([gone], "mistake", "s1").done
    assert not east.doubles.resolve([], "mistake", "s1").done
    assert not east.doubles.undo(gone, "s1").done
    assert not east.doubles.revoke([gone], "s1").done
    assert not east.doubles.bar([gone], "s1").done
    assert east.gate.store.journal.origins() == before


def test_a_passage_that_is_heard_of_later_is_asked_about_again(twice: tuple[Any, Any], codes: Codes) -> None:
    east, west = twice
    seen = [each.place for each in line_of(east, 1).passages]
    with west.gate.store.transaction():
        west.gate.store.journal.append(
            facts.CheckIn("test-fair", "west", "admit", ("welcome",), "code", 1), now_ms=west.clock.now_ms()
        )
    assert east.doubles.resolve(seen, "same_person", "s1").done
    assert line_of(east, 1) in east.doubles.sheet().resolved
    exchange(east, west)
    for bench in twice:
        line = line_of(bench, 1)
        assert line in bench.doubles.sheet().open
        assert len(line.passages) == 3


def test_a_scan_by_mistake_is_undone_however_long_ago_and_then_there_is_no_question(
    twice: tuple[Any, Any],
) -> None:
    east, west = twice
    east.clock.moment += timedelta(hours=2)
    _first, second = line_of(east, 1).passages
    assert east.corrections.undo(second.origin.hex(), second.seq, "s1").done is False, "the window is over"
    inside = east.gate.occupancy().inside
    assert east.doubles.undo(second.place, "s1").done
    assert line_of(east, 1) is None
    assert east.gate.occupancy().inside == inside, "who was counted once still is"
    exchange(east, west)
    assert line_of(west, 1) is None


def test_a_badge_that_two_used_is_revoked_and_a_person_barred(twice: tuple[Any, Any], codes: Codes) -> None:
    east, west = twice
    places = [each.place for each in line_of(east, 1).passages]
    assert not line_of(east, 1).revoked
    assert east.doubles.revoke(places, "s1").done
    assert line_of(east, 1).revoked
    assert east.doubles.bar(places, "s1").done
    exchange(east, west)
    assert west.gate.scan(codes(1)).decision.reason is Reason.BARRED


def test_a_badge_of_nobody_known_is_listed_and_revoked(east: Any) -> None:
    with east.gate.store.transaction():
        for gate in ("west", "east"):
            body = facts.CheckIn("test-fair", gate, "admit", ("welcome",), "badge", None, 77, 1)
            east.gate.store.journal.append(body, now_ms=east.clock.now_ms())
    (line,) = east.doubles.sheet().open
    assert (line.attendee, line.badge, line.name.en) == (None, 77, "A badge of nobody known here")
    places = [each.place for each in line.passages]
    assert not east.doubles.bar(places, "s1").done
    assert east.doubles.revoke(places, "s1").done
    revoked = east.gate.store.journal.latest(facts.BadgeRevoked)
    assert (revoked.badge, revoked.reason, revoked.by) == (77, "two_people", "s1")


def test_the_numbers_say_how_far_they_go(twice: tuple[Any, Any], codes: Codes) -> None:
    east, west = twice
    assert east.gate.occupancy().inside == west.gate.occupancy().inside == 2
    assert east.gate.occupancy().known.zh == "各入口都算在内，0 秒内都有消息"
    east.clock.moment += timedelta(minutes=14)
    known = east.gate.occupancy().known
    assert known.zh == "只算到本机知道的；西门 14 分钟没有消息"
    assert known.en == "As far as this kiosk knows; West gate last heard 14 min ago"
    assert east.gate.store.journal.latest(facts.CheckIn).unheard_s == 17 * 60


def test_a_kiosk_that_heard_nobody_says_so(east: Any, codes: Codes) -> None:
    east.gate.scan(codes(1))
    assert east.gate.occupancy().known.en == "This kiosk only; nothing heard from other kiosks yet"
    assert east.gate.store.journal.latest(facts.CheckIn).unheard_s is None


def test_when_others_were_heard_is_counted_by_the_machines_own_time(east: Any, codes: Codes) -> None:
    """At a sample fair the fair's clock runs elsewhere than the courier's."""
    machine_ms = 1_700_000_000_000
    gate = replace(east.gate, machine_ms=lambda: machine_ms)
    with gate.store.transaction():
        peers.heard(gate.store.db, {b"another kiosk 01": machine_ms - 90_000}, machine_ms)
    gate.scan(codes(1))
    assert gate.store.journal.latest(facts.CheckIn).unheard_s == 90
