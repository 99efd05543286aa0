"""Who was admitted twice: the same list everywhere, and what each gate knew."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain import facts
from kiosk.store import doubles
from kiosk.store.migrations import Store

Record = Callable[..., facts.Fact]
Chain = Callable[..., list[facts.Fact]]
NOW_MS = 1_795_838_400_000
BIG = 2**64 - 1
EAST, WEST, NORTH = b"kiosk at east 01", b"kiosk at west 01", b"kiosk at nort 01"
MIN_MS = 60_000


def passage(
    attendee: int | None = 1, gate: str = "east", badge: int | None = None, **more: Any
) -> facts.CheckIn:
    return facts.CheckIn("f", gate, "admit", ("welcome",), "badge", attendee, badge, 1, **more)


def resolved(outcome: str, *passages: facts.Fact | tuple[bytes, int], by: str = "s1") -> facts.DoubleResolved:
    places = (each if isinstance(each, tuple) else (each.origin, each.seq) for each in passages)
    return facts.DoubleResolved("f", tuple((origin.hex(), seq) for origin, seq in places), outcome, by)


def receive(store: Store, *journals: list[facts.Fact]) -> None:
    with store.transaction():
        for journal in journals:
            assert store.journal.receive(journal, {}, now_ms=NOW_MS).findings == ()


def test_they_are_listed_with_where_when_and_what_each_gate_knew(store: Store, chain: Chain) -> None:
    west = [(NOW_MS, passage(BIG, "west", hall="1", unheard_s=3))]
    east = [(NOW_MS + 3 * MIN_MS, passage(BIG, "east", hall="1", unheard_s=14 * 60))]
    north = [(NOW_MS + 9 * MIN_MS, passage(BIG, "north", hall="1", unheard_s=60))]
    receive(store, chain(EAST, east), chain(WEST, west), chain(NORTH, north))
    (found,) = doubles.double_admissions(store.db, "f")
    assert (found.attendee, found.badge, found.day, found.session) == (BIG, None, date(2026, 11, 28), "")
    assert found.open
    said = [(each.gate, each.time_ms - NOW_MS, each.hall, each.place) for each in found.passages]
    assert said == [
        ("west", 0, "1", (WEST, 1)),
        ("east", 3 * MIN_MS, "1", (EAST, 1)),
        ("north", 9 * MIN_MS, "1", (NORTH, 1)),
    ]
    assert [each.unheard_s for each in found.passages] == [3, 840, 60]
    assert [each.could_know for each in found.passages] == [None, False, True]
    assert doubles.double_admissions(store.db, "g") == ()


def test_a_gate_that_heard_nobody_could_not_know_and_one_knows_its_own(
    store: Store, record: Record, chain: Chain
) -> None:
    record(passage(gate="west"), NOW_MS)
    receive(store, chain(EAST, [(NOW_MS + 1, passage(gate="east")), (NOW_MS + 2, passage(gate="east"))]))
    (found,) = doubles.double_admissions(store.db, "f")
    assert [each.could_know for each in found.passages] == [None, False, True]


def test_who_went_out_and_came_back_is_no_question(store: Store, record: Record) -> None:
    """Only the passages into where the person was are asked about, with the one that began that stay."""
    for minute, body in enumerate(
        (
            passage(gate="first", hall="1"),
            passage(direction="out"),
            passage(gate="stay", hall="1"),
            passage(gate="other hall", hall="2"),
            passage(gate="twice", hall="2"),
            passage(direction="out"),
            passage(gate="last"),
        )
    ):
        record(body, NOW_MS + minute * MIN_MS)
    (found,) = doubles.double_admissions(store.db, "f")
    assert [each.gate for each in found.passages] == ["other hall", "twice"]


def test_badges_of_nobody_known_and_sessions_are_listed(store: Store, record: Record) -> None:
    for gate in ("east", "west"):
        record(passage(None, gate, badge=8))
        record(passage(2, gate, session="t1"))
    found = doubles.double_admissions(store.db, "f")
    assert {(each.attendee, each.badge, each.session) for each in found} == {(2, None, "t1"), (None, 8, "")}


def test_what_staff_saw_is_resolved_and_what_is_heard_later_is_asked_again(
    store: Store, record: Record, chain: Chain
) -> None:
    first, second = record(passage(gate="west")), record(passage(gate="east"), NOW_MS + MIN_MS)
    record(resolved("same_person", first), NOW_MS + 2 * MIN_MS)
    assert doubles.count_unresolved(store.db, "f") == 1, "one of the two was not seen"
    record(resolved("two_people", first, second), NOW_MS + 3 * MIN_MS)
    record(resolved("mistake", second, by="s2"), NOW_MS + 4 * MIN_MS)
    (found,) = doubles.double_admissions(store.db, "f")
    assert (found.outcome, found.by, found.said_ms) == ("mistake", "s2", NOW_MS + 4 * MIN_MS), (
        "the latest word"
    )
    assert doubles.unresolved(store.db, "f") == ()
    receive(store, chain(NORTH, [(NOW_MS + MIN_MS // 2, passage(gate="north"))]))
    (found,) = doubles.unresolved(store.db, "f")
    assert [(each.gate, each.resolved) for each in found.passages] == [
        ("west", True),
        ("north", False),
        ("east", True),
    ]


def test_one_that_is_undone_is_no_question(store: Store, record: Record) -> None:
    record(passage(gate="west"))
    second = record(passage(gate="east"), NOW_MS + MIN_MS)
    record(facts.CheckInUndone("f", second.origin.hex(), second.seq, "s1"))
    assert doubles.double_admissions(store.db, "f") == ()


STEPS = st.one_of(
    st.builds(
        passage,
        st.sampled_from([1, 2]),
        st.sampled_from(["east", "west"]),
        hall=st.sampled_from(["", "1"]),
        direction=st.sampled_from(["in", "in", "in", "out"]),
        session=st.sampled_from(["", "", "t1"]),
        unheard_s=st.sampled_from([None, 0, 2, 400]),
    ),
    st.builds(
        facts.CheckInUndone,
        st.just("f"),
        st.sampled_from([EAST.hex(), WEST.hex()]),
        st.integers(1, 6),
        st.just("s1"),
    ),
    st.builds(
        facts.DoubleResolved,
        st.just("f"),
        st.lists(
            st.tuples(st.sampled_from([EAST.hex(), WEST.hex(), NORTH.hex(), "??"]), st.integers(1, 6)),
            max_size=6,
        ).map(tuple),
        st.sampled_from(facts.DOUBLE_OUTCOMES),
        st.sampled_from(["s1", "s2"]),
    ),
)


@given(data=st.data())
@settings(
    deadline=None,
    max_examples=1000 if os.environ.get("FAIR_KIOSK_LONG") else 60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_equal_facts_give_equal_lists_in_whatever_order(
    store: Store, chain: Chain, data: st.DataObject
) -> None:
    happened = st.lists(st.tuples(st.integers(NOW_MS, NOW_MS + 5000), STEPS), max_size=7)
    journals = [chain(origin, data.draw(happened)) for origin in (EAST, WEST, NORTH)]

    def heard(order: list[list[facts.Fact]]) -> tuple[doubles.DoubleAdmission, ...]:
        left = [list(each) for each in order]
        with store.transaction():
            while any(left):
                journal = data.draw(st.sampled_from([each for each in left if each]))
                assert store.journal.receive([journal.pop(0)], {}, now_ms=NOW_MS).findings == ()
            found = doubles.double_admissions(store.db, "f")
            store.db.conn.execute("ROLLBACK")
            store.db.conn.execute("BEGIN")
        return found

    one = heard(journals)
    assert heard(journals[::-1]) == one
    for each in one:
        assert len(each.passages) > 1
        assert each.open != all(passage.resolved for passage in each.passages)
