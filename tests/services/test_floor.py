"""The floor over a day: who is expected, late and there; closures, moves, and what ways make of them."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from kiosk.domain import facts
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.exhibitor import Exhibitor, ExhibitorKind
from kiosk.domain.fair import REHEARSAL, at, day_number
from kiosk.domain.fairpack import Issue, PackContent
from kiosk.domain.floorplan import Facility, FacilityKind, FloorPlan, Flow, Graph, Level, Passage, Stall, Zone
from kiosk.domain.reasons import Reason
from kiosk.domain.stall_state import StallState
from kiosk.domain.words import Words
from kiosk.keys.secrecy import code_hash
from kiosk.services.floor import Floor
from kiosk.services.floor_values import CutOff
from kiosk.services.wayfinding import Wayfinding
from kiosk.store import catalogue_writer, driver
from tests.services.conftest import DAY, FAIR_ID, attendee, code, content

CLOSED, MOVED, RELEASED = StallState.CLOSED, StallState.MOVED, StallState.RELEASED
PRESENT, LATE, EXPECTED = StallState.PRESENT, StallState.LATE, StallState.EXPECTED
Open = Callable[..., Any]
Codes = Callable[[int], str]

# From the kiosk (0) straight to A001 through the gap (edge 0) or round it; up to level 2 by lift or stairs.
GRAPH = Graph(
    x_m=(11.5, 11.5, 14.5, 17.5, 2, 2, 5, 11.5),
    y_m=(30, 14, 14, 14, 30, 30, 30, 10),
    level=("1", "1", "1", "1", "1", "2", "2", "1"),
    edges=(
        (0, 1, 16.0, False),
        (1, 2, 3.0, False),
        (0, 2, 30.0, False),
        (2, 3, 3.0, False),
        (0, 4, 10.0, False),
        (4, 5, 20.0, False),
        (0, 5, 15.0, True),
        (5, 6, 3.0, False),
    ),
    through=(("gap", (0,)), ("lift-1", (5,)), ("lift-2", (5,)), ("stairs-1", (6,)), ("wall", ())),
)


def _plan(plan: FloorPlan) -> FloorPlan:
    up = Level("2", Words("2 号馆", "Hall 2"), 40, 40, ())
    lift = Words("电梯", "Lift")
    return replace(
        plan,
        levels=(*plan.levels, up),
        zones=(*plan.zones, Zone("B", Words("外省市", "Other provinces"), "2")),
        stalls=(
            Stall("A001", "1", "A", 10, 10, 3, 3, "south", 1),
            Stall("A002", "1", "A", 13, 10, 3, 3, "south", 2),
            Stall("A010", "1", "A", 16, 10, 3, 3, "south", 3),
            Stall("B001", "2", "B", 4, 26, 3, 3, "south", 6),
            Stall("B002", "2", "B", 7, 26, 3, 3, "south", 6),
        ),
        facilities=(
            Facility("lift-1", FacilityKind.LIFT, lift, "1", 1, 29, 2, 2, 4),
            Facility("lift-2", FacilityKind.LIFT, lift, "2", 1, 29, 2, 2, 5),
            Facility("stairs-1", FacilityKind.STAIRS, Words("", ""), "1", 11, 32, 2, 2, 0),
        ),
        graph=GRAPH,
        passages=(
            Passage("gap", Words("", ""), "1", ((10, 20), (13, 20)), Flow.BOTH),
            Passage("wall", Words("墙", "Wall"), "1", ((0, 20), (5, 20)), Flow.CLOSED),
        ),
    )


def _content() -> PackContent:
    whole = content()
    host = replace(attendee(12, "冯代表", stall="B001", slot=None), type=BadgeType.EMPLOYER)
    hosts = Exhibitor(3, ExhibitorKind.EMPLOYER, Words("外省（示例）", "Outside"), ("B001", "B002"), "B")
    return replace(
        whole,
        plan=_plan(whole.plan),
        exhibitors=(*whole.exhibitors, hosts),
        attendees=(*whole.attendees, host),
        issues=(*whole.issues, Issue(12, 1012, code_hash(FAIR_ID.encode(), code(12)))),
    )


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("floor") / "catalogue.db"
    catalogue_writer.write(path, b"k" * 32, _content())
    return path


def states(bench: Any) -> list[StallState | None]:
    """Of A001, A002, B001 and B002; None where nothing is said."""
    found = bench.floor.standing().states
    return [found.get(stall) for stall in ("A001", "A002", "B001", "B002")]


def kinds(bench: Any) -> int:
    """How many facts of the floor there are."""
    told = (facts.PassagesClosed.kind, facts.StallsClosed.kind, facts.StallMoved.kind)
    return sum(fact.kind in told for fact in bench.gate.store.journal.facts())


def hear(bench: Any, of: Any) -> None:
    """All facts of one kiosk come to another one."""
    store = bench.gate.store
    with store.transaction():
        store.journal.receive(of.gate.store.journal.facts(), {}, now_ms=bench.clock.now_ms())


def come(bench: Any, stall: str) -> None:
    """Somebody of a stall signs in, whenever that is."""
    who = int.from_bytes(stall.encode(), "big")
    with bench.gate.store.transaction():
        body = facts.CheckIn(
            FAIR_ID, "desk", "admit", ("welcome",), "badge", who, who, 2, day=day_number(DAY), stall=stall
        )
        bench.gate.store.journal.append(body, now_ms=bench.clock.now_ms())


# ---- who has come


def test_a_stall_over_a_day(kiosk_at: Open, codes: Codes) -> None:
    desk = kiosk_at("east-1", "desk")
    desk.clock.moment = at(DAY, 8 * 60 + 29)
    come(desk, "B001")
    assert states(desk) == [EXPECTED, EXPECTED, PRESENT, PRESENT]
    desk.clock.moment = at(DAY, 8 * 60 + 30)
    assert states(desk) == [LATE, LATE, PRESENT, PRESENT]
    assert desk.gate.scan(codes(5)).decision.reason is Reason.WELCOME
    assert states(desk) == [PRESENT, LATE, PRESENT, PRESENT]
    desk.stalls.release("s1")
    assert states(desk) == [PRESENT, RELEASED, PRESENT, PRESENT]


def test_nothing_is_said_of_the_others_before_a_third_of_the_stalls_have_signed_in(kiosk_at: Open) -> None:
    desk = kiosk_at("east-1", "desk")
    desk.clock.moment = at(DAY, 15 * 60)
    assert states(desk) == [None] * 4
    come(desk, "Z999")  # of another pack: it tells nothing of these
    assert states(desk) == [None] * 4
    come(desk, "A002")
    assert states(desk) == [None, PRESENT, None, None]
    come(desk, "A001")
    assert states(desk) == [PRESENT, PRESENT, LATE, LATE]


def test_who_comes_early_is_there(kiosk_at: Open, codes: Codes) -> None:
    policy = replace(kiosk_at("west-1").gate.fair.policy, early_grace_min=60)
    desk = kiosk_at("east-1", "desk", policy)
    desk.clock.moment = at(DAY, 8 * 60 + 40)
    desk.gate.scan(codes(5))
    assert states(desk)[0] is PRESENT
    desk.clock.moment += timedelta(days=1)  # nobody has come on it
    assert states(desk) == [None] * 4


def test_a_host_of_two_stalls_is_at_both(kiosk_at: Open, codes: Codes) -> None:
    desk = kiosk_at("east-1", "desk")
    desk.gate.scan(codes(12))
    assert states(desk) == [LATE, LATE, PRESENT, PRESENT]
    assert desk.stalls.standing().claimed == 2
    assert desk.stalls.release("s1") == ("A001", "A002")


def test_what_is_strongest_is_said(kiosk_at: Open, codes: Codes) -> None:
    desk = kiosk_at("east-1", "desk")
    desk.gate.scan(codes(5))
    assert desk.floor.move("A001", "A010", "s1").done
    assert states(desk)[0] is MOVED
    desk.stalls.release("s1")
    assert desk.floor.move("A002", "A001", "s1").done  # its host has moved away
    assert states(desk)[1] is MOVED
    desk.floor.close_stalls(("A010",), "s1")
    assert states(desk)[0] is CLOSED
    assert desk.floor.standing().moved == {"A001": "A010", "A002": "A001"}
    desk.floor.open_stalls(("A010",), "s1")
    desk.floor.close_stalls(("A001",), "s1")
    assert states(desk)[:2] == [MOVED, CLOSED]


# ---- closing and opening


def lengths(bench: Any) -> list[int | None]:
    return [bench.wayfinding.distance_m(stall.number) for stall in bench.wayfinding.plan.stalls]


def test_every_way_is_right_at_once_and_as_before_after_opening(east: Any) -> None:
    east.floor.standing()
    before = lengths(east)
    assert before == [16, 19, 22, 18, 18]
    ways = [east.wayfinding.way(stall, step_free) for stall in east.stalls.hosts for step_free in (0, 1)]
    assert east.floor.close(("gap",), "s1").words.zh == "已关闭通道，所有路线都已改走别处。"
    assert lengths(east) == [33, 30, 33, 18, 18]
    east.floor.close(("stairs-1", "lift-2"), "s1")
    assert lengths(east) == [33, 30, 33, None, None]
    assert east.wayfinding.closed == {"gap", "lift-1", "lift-2", "stairs-1"}
    east.floor.open(("lift-1",), "s1")
    east.floor.open(("stairs-1", "gap"), "s1")
    assert east.wayfinding.closed == frozenset()
    assert lengths(east) == before
    assert [
        east.wayfinding.way(stall, step_free) for stall in east.stalls.hosts for step_free in (0, 1)
    ] == ways


def test_a_start_honours_what_was_closed_before(east: Any) -> None:
    east.floor.close(("gap",), "s1")
    east.floor.move("A001", "A010", "s1")
    ways = Wayfinding(east.floor.plan, east.wayfinding.place, east.stalls.hosts)
    assert Floor(east.gate, east.floor.plan, east.stalls.hosts, ways).standing().closed == {"gap"}
    assert ways.closed == {"gap"}
    assert ways.distance_m("A010") == 33


@pytest.mark.parametrize("seed", range(200 if os.environ.get("FAIR_KIOSK_LONG") else 4))
def test_whatever_is_closed_and_opened_ways_honour_it_and_go_back(east: Any, seed: int) -> None:
    chance, before = random.Random(seed), lengths(east)
    lift = frozenset({"lift-1", "lift-2"})
    parts = {"gap": frozenset({"gap"}), "lift-1": lift, "lift-2": lift, "stairs-1": frozenset({"stairs-1"})}
    closed: frozenset[str] = frozenset()
    for _ in range(12):
        chosen = chance.sample(sorted(parts), chance.randint(1, 3))
        ids = frozenset[str]().union(*(parts[each] for each in chosen))
        shut = chance.random() < 0.5
        after = closed | ids if shut else closed - ids
        change = east.floor.close if shut else east.floor.open
        facts_before = kinds(east)
        assert change(chosen, "s1").done is (after != closed)
        assert kinds(east) - facts_before == (after != closed)
        closed = after
        assert east.wayfinding.closed == east.floor.standing().closed == closed
        fresh = Wayfinding(east.floor.plan, east.wayfinding.place, east.stalls.hosts)
        fresh.close(closed)
        assert lengths(east) == [fresh.distance_m(stall.number) for stall in fresh.plan.stalls]
    east.floor.open(sorted(parts), "s1")
    assert lengths(east) == before


def test_a_change_is_one_fact_and_none_where_nothing_changes(east: Any) -> None:
    floor = east.floor
    assert not floor.open(("gap",), "s1").done
    assert floor.close(("gap", "stairs-1"), "s1").done
    assert kinds(east) == 1
    assert not floor.close(("gap",), "s1").done
    assert floor.close(("gap", "lift-1"), "s1").words.en.startswith("Closed: Lift.")
    assert kinds(east) == 2
    (fact,) = [each for each in east.gate.store.journal.facts() if b"lift" in each.body]
    assert b"gap" not in fact.body
    assert floor.close_stalls(("A001", "A001"), "s1").done
    assert not floor.close_stalls(("A001",), "s1").done
    assert floor.open_stalls(("A001", "A002"), "s1").words.en == "Open again: A001."
    assert floor.move("A001", "A010", "s1").done
    assert not floor.move("A001", "A010", "s1").done
    assert floor.move_back("A001", "s1").done
    assert not floor.move_back("A001", "s1").done
    assert kinds(east) == 6


def test_what_makes_no_sense_is_refused_in_words(kiosk_at: Open, codes: Codes) -> None:
    desk = kiosk_at("east-1", "desk")
    desk.gate.scan(codes(5))
    floor = desk.floor
    floor.close_stalls(("B002",), "s1")
    before = kinds(desk)
    refused = [
        floor.close(("gap", "moon"), "s1"),
        floor.close((), "s1"),
        floor.close(("wall",), "s1"),
        floor.close_stalls(("A001", "Z999"), "s1"),
        floor.move("A002", "Z999", "s1"),
        floor.move("Z999", "A010", "s1"),
        floor.move("A010", "A002", "s1"),
        floor.move("A001", "A001", "s1"),
        floor.move("A002", "A001", "s1"),
        floor.move("A002", "B002", "s1"),
        floor.move_back("A001", "s1"),
        floor.move_back("Z999", "s1"),
    ]
    assert [each.done for each in refused] == [False] * len(refused)
    assert all(each.words.zh and each.words.en for each in refused)
    assert kinds(desk) == before
    assert desk.floor.standing().moved == {}


def test_nobody_is_moved_to_whom_others_stand_or_may_still_come(kiosk_at: Open, codes: Codes) -> None:
    desk = kiosk_at("east-1", "desk")
    desk.clock.moment = at(DAY, 8 * 60)
    assert not desk.floor.move("A001", "A002", "s1").done  # its host is expected
    desk.clock.moment = at(DAY, 9 * 60)
    come(desk, "B001")
    assert desk.floor.move("A001", "A002", "s1").done  # it is late
    assert not desk.floor.move("B001", "A002", "s1").done
    assert desk.floor.move("A002", "A010", "s1").done
    assert desk.floor.move("B001", "A001", "s1").done
    assert not desk.floor.move_back("A001", "s1").done  # another host stands there now
    assert desk.floor.move_back("B001", "s1").done
    assert desk.floor.move_back("A001", "s1").done
    assert desk.floor.standing().moved == {"A002": "A010"}


def test_directions_name_who_stands_there_now(east: Any) -> None:
    def said(stall: str) -> str:
        steps = east.wayfinding.way(stall, step_free=False).directions
        return " ".join(step.title.zh + step.detail.zh for step in steps)

    east.floor.standing()
    assert "京华软件" in said("A001")
    east.floor.move("A001", "A010", "s1")
    assert "京华软件" in said("A010")
    assert "京华软件" not in said("A001")
    east.floor.move_back("A001", "s1")
    assert "京华软件" in said("A001")


# ---- what a closure does


def test_the_harm_is_told_before_it_is_done(east: Any) -> None:
    floor, none = east.floor, frozenset[str]()
    assert floor.harm("gap", none) == CutOff(0, 0)
    assert floor.harm("lift-2", none) == CutOff(0, 2)
    assert floor.harm("stairs-1", none) == CutOff(0, 0)
    assert floor.harm("stairs-1", frozenset({"lift-1", "lift-2"})) == CutOff(2, 0)
    assert floor.harm("moon", none) == CutOff(0, 0)
    assert floor.cut_off(floor.standing().closed) == CutOff()
    floor.close(("lift-1",), "s1")
    assert floor.cut_off(floor.standing().closed) == CutOff(0, 2)
    floor.close(("stairs-1",), "s1")
    assert floor.cut_off(floor.standing().closed) == CutOff(2, 0)
    floor.open(("stairs-1", "lift-1"), "s1")
    assert floor.cut_off(floor.standing().closed) == CutOff()


def test_the_sheet_says_what_can_be_closed_and_what_is(east: Any) -> None:
    names = [(row.kind, row.ids, row.name.zh, row.place.zh) for row in east.floor.sheet().passages]
    assert names == [
        ("lift", ("lift-1", "lift-2"), "电梯", "1 号馆、2 号馆·近 A001"),
        ("stairs", ("stairs-1",), "楼梯", "1 号馆·近 A001"),
        ("passage", ("gap",), "通道", "1 号馆·近 A001"),
    ]
    east.floor.close(("gap",), "s1")
    east.clock.moment += timedelta(minutes=10)
    row = east.floor.sheet().passages[0]
    assert (row.id, row.closed, row.since, row.by) == ("gap", True, at(DAY, 9 * 60 + 24), "陈示例")


def test_the_sheet_has_every_stall_as_a_place(east: Any) -> None:
    floor = east.floor
    come(east, "B001")
    assert [(row.stall, row.free) for row in floor.sheet().stalls] == [
        ("A001", True),
        ("A002", True),
        ("A010", True),
        ("B001", False),
        ("B002", False),
    ]
    floor.move("A001", "A010", "s1")
    floor.close_stalls(("A010", "B002"), "s1")
    rows = {row.stall: row for row in floor.sheet().stalls}
    assert (rows["A001"].state, rows["A001"].to, rows["A001"].closed) == (CLOSED, "A010", False)
    assert (rows["A010"].host, rows["A010"].guests[0].stall) == (None, "A001")
    assert (rows["A010"].closed, rows["A010"].free, rows["B002"].free) == (True, False, False)


# ---- other kiosks, other fairs


def test_facts_of_two_kiosks_give_one_standing_in_whatever_order(kiosk_at: Open, tmp_path: Path) -> None:
    one, other = kiosk_at("east-1"), kiosk_at("west-1")
    come(other, "B001")
    one.floor.close(("gap", "lift-1"), "s1")
    one.floor.move("A001", "A010", "s1")
    other.clock.moment += timedelta(seconds=2)
    other.floor.move("A001", "A002", "s1")
    other.floor.close(("lift-1",), "s1")
    other.floor.open(("lift-2",), "s1")
    other.floor.close_stalls(("B001",), "s1")
    hear(one, other)
    hear(other, one)
    for bench in (one, other):
        standing = bench.floor.standing()
        assert standing.closed == {"gap"}
        assert standing.moved == {"A001": "A002"}
        assert standing.states["B001"] is CLOSED
        assert bench.wayfinding.closed == {"gap"}
    assert one.floor.standing() == other.floor.standing()


def test_two_hosts_at_one_stall_are_said(kiosk_at: Open, codes: Codes) -> None:
    one, other = kiosk_at("east-1", "desk"), kiosk_at("west-1")
    come(one, "A001")
    come(one, "A002")
    one.floor.move("A001", "A010", "s1")
    other.floor.move("A002", "A010", "s1")
    assert one.floor.shared() == ()
    hear(one, other)
    assert one.floor.shared() == ("A010",)
    (need,) = [need for need in one.day.needs() if need.leads_to == "floor:stalls"]
    assert need.title.zh == "A010 有不止一家单位"
    one.floor.move("A002", "B001", "s1")
    assert one.floor.shared() == ()
    one.gate.scan(codes(12))
    assert one.floor.shared() == ("B001",)


def test_a_rehearsal_closes_nothing_for_the_fair(east: Any) -> None:
    gate = replace(east.gate, fair=replace(east.gate.fair, id=FAIR_ID + REHEARSAL))
    rehearsal = Floor(gate, east.floor.plan, east.floor.hosts, east.wayfinding)
    assert rehearsal.close(("gap",), "s1").done
    assert east.wayfinding.closed == {"gap"}
    east.floor.refresh()
    assert east.floor.standing().closed == frozenset()
    assert east.wayfinding.closed == frozenset()


def test_numbers_of_another_pack_move_nobody(east: Any) -> None:
    store = east.gate.store
    with store.transaction():
        for stall, to in (("A001", "Z999"), ("Z998", "A010"), ("A002", "A002")):
            body = facts.StallMoved(FAIR_ID, stall, to, "s1")
            store.journal.append(body, now_ms=east.clock.now_ms())
    assert east.floor.standing().moved == {}


# ---- the cost of asking


@pytest.mark.parametrize("order", list(permutations(("scan", "hear", "close"))))
def test_whatever_changes_is_noticed(kiosk_at: Open, codes: Codes, order: tuple[str, ...]) -> None:
    bench, other = kiosk_at("east-1", "desk"), kiosk_at("west-1")
    other.floor.close(("stairs-1",), "s1")
    acts = {
        "scan": lambda: bench.gate.scan(codes(5)),
        "hear": lambda: hear(bench, other),
        "close": lambda: bench.floor.close(("gap",), "s1"),
    }
    seen = [bench.floor.standing()]
    for act in order:
        acts[act]()
        assert bench.floor.standing() not in seen
        seen.append(bench.floor.standing())


def test_another_process_is_noticed(east: Any) -> None:
    assert east.floor.standing().closed == frozenset()
    db = driver.connect(east.gate.store.path, b"s" * 32)
    with driver.transaction(db):
        db.conn.execute(
            "INSERT INTO passage_closure VALUES (?, 'gap', 1, 's1', 1, ?, 1)", (FAIR_ID, b"o" * 16)
        )
    db.conn.close()
    assert east.floor.standing().closed == {"gap"}
    assert east.wayfinding.closed == {"gap"}


def test_what_is_rolled_back_never_was(east: Any) -> None:
    def close_and_fail() -> None:
        with east.gate.store.transaction():
            body = facts.PassagesClosed(FAIR_ID, ("gap",), True, "s1")
            east.gate.store.journal.append(body, now_ms=east.clock.now_ms())
            assert east.floor.standing().closed == {"gap"}
            raise ZeroDivisionError

    before = east.floor.standing()
    with pytest.raises(ZeroDivisionError):
        close_and_fail()
    assert east.floor.standing() == before
    assert east.wayfinding.closed == frozenset()


def test_asking_again_reads_nothing(east: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    first, sheet = east.floor.standing(), east.floor.sheet()
    asked: list[str] = []
    east.gate.store.db.conn.set_trace_callback(asked.append)
    assert east.floor.standing() is first
    assert east.floor.sheet() is sheet
    assert asked == ["PRAGMA data_version"] * 2
    east.clock.moment += timedelta(minutes=1)
    assert east.floor.standing() is first
    assert len(asked) == 3
    east.gate.scan("nothing that anybody knows")
    assert east.floor.standing() is first  # it changed nothing here
    east.gate.store.db.conn.set_trace_callback(None)


# ---- the gate


def test_a_move_or_a_closed_stall_keeps_no_host_out(kiosk_at: Open, codes: Codes) -> None:
    desk = kiosk_at("east-1", "desk")
    desk.stalls.release("s1")
    desk.stalls.restore(("A001", "A002"), "s1")
    desk.floor.move("A001", "B002", "s1")  # another zone, a released stall
    desk.floor.close_stalls(("A001", "B002"), "s1")
    gate = replace(desk.gate.door.gate, zones=("A",))
    fair = replace(desk.gate.fair, gates=(*desk.gate.fair.gates[:4], gate, *desk.gate.fair.gates[5:]))
    assert replace(desk.gate, fair=fair).scan(codes(5)).decision.reason is Reason.WELCOME
    assert desk.gate.scan(codes(12)).decision.reason is Reason.STALL_RELEASED
    assert states(desk)[0] is CLOSED


# ---- what needs doing


def test_what_is_closed_is_not_forgotten(east: Any) -> None:
    def said() -> list[tuple[str, str, str]]:
        needs = east.day.needs()
        return [(each.level, each.title.zh, each.detail.zh) for each in needs if each.leads_to == "floor"]

    assert said() == []
    east.floor.close(("lift-1",), "s1")
    assert said() == [("notice", "电梯关着", "9:24 起，陈示例关的；所有路线都绕开它")]
    east.clock.moment += timedelta(minutes=6)
    east.floor.close(("gap",), "s1")
    assert said() == [("notice", "2 处通道、电梯关着", "电梯 9:24 起、通道 9:30 起")]
    east.floor.open(("lift-1", "gap"), "s1")
    assert said() == []
