from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain import facts
from kiosk.domain.admission import BadgeStatus, History, Passage
from kiosk.domain.fair import BEIJING, Direction, Gate
from kiosk.domain.signed_head import SignedHead
from kiosk.domain.words import Words
from kiosk.store import attendance, doubles, heads, peers, presence, projections
from kiosk.store.migrations import Store

Record = Callable[..., facts.Fact]
Chain = Callable[..., list[facts.Fact]]
NOW_MS = 1_795_838_400_000
NOON = datetime(2026, 11, 28, 12, 0, tzinfo=BEIJING)
DAY_MS = 24 * 3600 * 1000
DAY, NEXT_DAY = date(2026, 11, 28), date(2026, 11, 29)
BIG = 2**64 - 1
EAST, WEST = b"kiosk at east 01", b"kiosk at west 01"


def admitted(
    attendee: int | None, badge: int | None = None, gate: str = "east", fair: str = "f"
) -> facts.CheckIn:
    return facts.CheckIn(fair, gate, "admit", ("welcome",), "badge", attendee, badge, 1)


def issued(badge: int, attendee: int, *replaces: int, fair: str = "f") -> facts.BadgeIssued:
    return facts.BadgeIssued(fair, badge, attendee, 1, 7, 2523, replaces)


def history(store: Store, attendee: int | None = None, badge: int | None = None, **more: Any) -> History:
    asked: dict[str, Any] = {"fair": "f", "gate": gate(), "day": DAY, "attendee": attendee, "badge": badge}
    return presence.history(store.db, **(asked | more))


def gate(name: str = "east", **more: Any) -> Gate:
    return Gate(name, Words(name, name), **more)


def status(store: Store, badge: int, attendee: int | None = None) -> BadgeStatus:
    return history(store, attendee, badge).badge_status


def receive(store: Store, *journals: list[facts.Fact]) -> None:
    with store.transaction():
        for journal in journals:
            assert store.journal.receive(journal, {}, now_ms=NOW_MS).findings == ()


def test_nothing_has_happened(store: Store) -> None:
    assert history(store, 1, 2) == History()
    assert presence.occupancy(store.db, "f", DAY) == 0
    assert attendance.totals_by_gate(store.db, "f") == {}


def test_who_was_admitted_is_inside_since_when_and_where(store: Store, record: Record) -> None:
    record(admitted(BIG, 5, "west"))
    record(admitted(BIG, 5, "east"), NOW_MS + 60_000)
    assert history(store, BIG) == History(admitted=Passage("west", NOON), inside=1, inside_hall=1)
    assert history(store, 1) == History(inside=1, inside_hall=1)
    assert history(store, BIG, fair="g") == History()


def test_a_badge_stands_for_its_holder_while_nobody_is_known(store: Store, record: Record) -> None:
    record(admitted(None, BIG))
    assert history(store, None, BIG).admitted == Passage("east", NOON)
    assert history(store, 3, BIG).admitted == Passage("east", NOON)
    assert history(store, 3, 4).admitted is None
    record(admitted(3, 4, "west"), NOW_MS + 1000)
    assert history(store, 3, BIG).admitted == Passage("east", NOON)
    assert history(store, 3, 4).admitted == Passage("west", NOON.replace(second=1))
    assert presence.occupancy(store.db, "f", DAY) == 2


@pytest.mark.parametrize(
    "body",
    [
        facts.CheckIn("f", "east", "refuse", ("wrong_day",), "badge", 1, 2, 1),
        facts.CheckIn("f", "east", "notice", ("already_inside",), "badge", 1, 2, 1),
        facts.CheckIn("f", "east", "admit", ("repeated",), "badge", 1, 2, 1),
        facts.CheckIn("f", "east", "staff", ("unknown",), "none"),
    ],
)
def test_not_every_check_in_is_a_passage(store: Store, record: Record, body: facts.CheckIn) -> None:
    record(body)
    assert history(store, 1, 2) == History()
    assert attendance.totals_by_gate(store.db, "f") == {"east": 0}
    assert len(attendance.recent_checkins(store.db, "f", 9)) == 1


def test_each_day_counts_anew(store: Store, record: Record) -> None:
    record(admitted(1))
    record(admitted(2))
    record(admitted(1, gate="west"), NOW_MS + DAY_MS)
    first, second = DAY, NEXT_DAY
    assert history(store, 2, day=first).admitted == Passage("east", NOON)
    assert history(store, 2, day=second) == History(inside=1, inside_hall=1)
    assert history(store, 1, day=second).admitted == Passage("west", NOON.replace(day=29))
    assert presence.occupancy(store.db, "f", NEXT_DAY) == 1
    assert presence.occupancy(store.db, "f", DAY) == 2
    assert attendance.totals_by_gate(store.db, "f") == {"east": 2, "west": 1}
    assert attendance.totals_by_gate(store.db, "f", second) == {"west": 1}
    assert doubles.double_admissions(store.db, "f") == ()


def test_a_day_ends_at_midnight_in_beijing(store: Store, record: Record) -> None:
    midnight = datetime(2026, 11, 29, tzinfo=BEIJING)
    record(admitted(1), int(midnight.timestamp() * 1000) - 1)
    record(admitted(2), int(midnight.timestamp() * 1000))
    assert presence.occupancy(store.db, "f", DAY) == 1
    assert presence.occupancy(store.db, "f", NEXT_DAY) == 1


def test_a_badge_is_valid_until_a_fact_names_it(store: Store, record: Record) -> None:
    assert status(store, 5) is BadgeStatus.UNHEARD
    record(issued(5, 1))
    assert status(store, 5) is BadgeStatus.ACTIVE
    record(issued(4, 1, 5))
    assert status(store, 5) is BadgeStatus.REPLACED
    assert status(store, 4) is BadgeStatus.ACTIVE
    record(facts.BadgeRevoked("f", 4, "lost", "s1"))
    assert status(store, 4) is BadgeStatus.REVOKED
    assert history(store, badge=4, fair="g").badge_status is BadgeStatus.UNHEARD


def test_a_badge_that_only_a_pack_issued_can_be_replaced_and_revoked(store: Store, record: Record) -> None:
    record(issued(BIG, 1, 7))
    record(facts.BadgeRevoked("f", 8, "lost", "s1"))
    assert status(store, 7) is BadgeStatus.REPLACED
    assert status(store, 8) is BadgeStatus.REVOKED


@pytest.mark.parametrize("later", [False, True])
def test_of_two_reissues_the_larger_id_stays(store: Store, chain: Chain, later: bool) -> None:
    small = chain(EAST, [(NOW_MS + 5000 * later, issued(2**63 - 1, 1, 7))])
    large = chain(WEST, [(NOW_MS + 1000, issued(2**63, 1, 7))])
    receive(store, small, large)
    assert status(store, 2**63) is BadgeStatus.ACTIVE
    assert status(store, 2**63 - 1) is BadgeStatus.REPLACED
    assert status(store, 7) is BadgeStatus.REPLACED
    assert [each.badge for each in attendance.badge_conflicts(store.db, "f")] == [2**63 - 1]


def test_a_reissue_that_knows_both_settles_it(store: Store, record: Record, chain: Chain) -> None:
    receive(store, chain(EAST, [(NOW_MS, issued(20, 1, 7))]), chain(WEST, [(NOW_MS, issued(30, 1, 7))]))
    record(issued(10, 1, 7, 20, 30))
    assert [status(store, badge) for badge in (7, 20, 30, 10)] == [BadgeStatus.REPLACED] * 3 + [
        BadgeStatus.ACTIVE
    ]
    assert attendance.badge_conflicts(store.db, "f") == ()


def test_a_first_issue_is_no_reissue(store: Store, record: Record) -> None:
    record(issued(2, 1))
    record(issued(3, 1))
    assert [status(store, badge) for badge in (2, 3)] == [BadgeStatus.ACTIVE] * 2


@pytest.mark.parametrize(("gate", "here"), [("", True), ("east", True), ("west", False)])
def test_a_pause_holds_for_its_gate_or_all(store: Store, record: Record, gate: str, here: bool) -> None:
    record(facts.EntryPaused("f", gate, True, "s1"))
    assert history(store).paused is here
    record(facts.EntryPaused("f", gate, False, "s1"))
    assert not history(store).paused
    assert not history(store, fair="g").paused


def test_the_latest_word_on_a_pause_counts_whoever_is_heard_first(store: Store, chain: Chain) -> None:
    receive(
        store,
        chain(EAST, [(NOW_MS + 9, facts.EntryPaused("f", "", True, "s1"))]),
        chain(WEST, [(NOW_MS + 5, facts.EntryPaused("f", "", False, "s1"))]),
    )
    assert history(store).paused


# ---- in, out, halls, sessions


def passage(attendee: int, **more: Any) -> facts.CheckIn:
    asked: dict[str, Any] = {
        "fair": "f",
        "gate": "east",
        "verdict": "admit",
        "reasons": ("welcome",),
        "claim": "badge",
        "attendee": attendee,
        "badge": None,
        "badge_type": 1,
    }
    return facts.CheckIn(**(asked | more))


def out(attendee: int, **more: Any) -> facts.CheckIn:
    return passage(attendee, **({"gate": "exit", "reasons": ("left",), "direction": "out"} | more))


def test_who_goes_out_is_outside_and_may_come_in_again(store: Store, record: Record) -> None:
    record(passage(1))
    record(passage(2))
    record(out(1), NOW_MS + 1000)
    assert history(store, 1) == History(left=True, inside=1, inside_hall=1)
    assert presence.turnout(store.db, "f", DAY) == 2
    record(passage(1, gate="west"), NOW_MS + 2000)
    assert history(store, 1).admitted == Passage("west", NOON.replace(second=2))
    assert not history(store, 1).left
    assert presence.occupancy(store.db, "f", DAY) == 2
    assert doubles.double_admissions(store.db, "f") == ()


def test_who_was_never_in_cannot_go_out(store: Store, record: Record) -> None:
    record(out(1))
    assert history(store, 1) == History()
    assert presence.turnout(store.db, "f", DAY) == 0
    record(passage(1), NOW_MS + 1000)
    assert history(store, 1).admitted is not None


def test_an_exit_that_is_heard_of_before_its_entry(store: Store, chain: Chain) -> None:
    receive(store, chain(WEST, [(NOW_MS + 5000, out(1))]))
    receive(store, chain(EAST, [(NOW_MS, passage(1))]))
    assert history(store, 1) == History(left=True)
    assert presence.occupancy(store.db, "f", DAY) == 0
    assert presence.turnout(store.db, "f", DAY) == 1


def test_a_person_is_in_one_hall(store: Store, record: Record) -> None:
    record(passage(1, hall="1"))
    record(passage(2, hall="1"))
    record(passage(1, hall="2"), NOW_MS + 1000)
    assert presence.halls(store.db, "f", DAY) == {"1": 1, "2": 1}
    assert history(store, 1, gate=gate(hall="1")).admitted is None, "another hall's gate lets one over"
    found = history(store, 1, gate=gate(hall="2"))
    assert (found.admitted, found.inside, found.inside_hall) == (
        Passage("east", NOON.replace(second=1)),
        2,
        1,
    )
    assert doubles.double_admissions(store.db, "f") == ()


def test_a_session_counts_apart(store: Store, record: Record) -> None:
    record(passage(1))
    record(passage(1, gate="door", session="t1"), NOW_MS + 1000)
    door = gate("door", session="t1")
    found = history(store, 1, gate=door)
    assert (found.admitted, found.inside, found.inside_session) == (
        Passage("door", NOON.replace(second=1)),
        0,
        1,
    )
    assert history(store, 2, gate=door).admitted is None
    assert presence.occupancy(store.db, "f", DAY) == 1
    record(out(1, session="t1"), NOW_MS + 2000)
    assert presence.occupancy(store.db, "f", DAY, session="t1") == 0
    assert presence.is_inside(store.db, "f", DAY, 1)


def test_what_is_undone_counts_nowhere(store: Store, record: Record) -> None:
    record(passage(1))
    twice = record(passage(1, gate="west"), NOW_MS + 1000)
    assert len(doubles.double_admissions(store.db, "f")) == 1
    record(facts.CheckInUndone("f", twice.origin.hex(), twice.seq, "s1"))
    assert doubles.double_admissions(store.db, "f") == ()
    assert history(store, 1).admitted == Passage("east", NOON)
    first = record(passage(2))
    record(facts.CheckInUndone("f", first.origin.hex(), first.seq, "s1"))
    record(facts.CheckInUndone("f", first.origin.hex(), first.seq, "s2"))
    assert history(store, 2) == History(inside=1, inside_hall=1)
    assert presence.turnout(store.db, "f", DAY) == 1
    assert attendance.totals_by_gate(store.db, "f") == {"east": 1, "west": 0}
    assert sum(each.undone for each in attendance.recent_checkins(store.db, "f", 9)) == 2


def test_an_undo_that_is_heard_of_first(store: Store, chain: Chain) -> None:
    entry = chain(EAST, [(NOW_MS, passage(1))])
    undo = facts.CheckInUndone("f", EAST.hex(), 1, "s1")
    receive(store, chain(WEST, [(NOW_MS + 1, undo)]))
    receive(store, entry)
    assert history(store, 1) == History()
    assert attendance.totals_by_gate(store.db, "f") == {"east": 0}


def test_an_undo_of_what_is_no_check_in_does_nothing(store: Store, record: Record) -> None:
    record(facts.CheckInUndone("f", "no hex", 1, "s1"))
    record(facts.CheckInUndone("f", EAST.hex(), BIG, "s1"))
    refused = record(passage(1, verdict="refuse", reasons=("full",)))
    record(facts.CheckInUndone("f", refused.origin.hex(), refused.seq, "s1"))
    assert attendance.totals_by_gate(store.db, "f") == {"east": 0}


def test_a_foyer_lets_nobody_in(store: Store, record: Record) -> None:
    record(passage(1, direction="none", reasons=("badge",)))
    assert history(store, 1) == History()
    foyer = gate("foyer", direction=Direction.NONE)
    assert not history(store, 1, gate=foyer).has_badge
    record(issued(5, 1))
    assert history(store, 1, gate=foyer).has_badge


def test_a_note_lets_in_as_well(store: Store, record: Record) -> None:
    record(passage(1, verdict="notice", reasons=("note",)))
    assert history(store, 1).admitted is not None
    record(passage(2, verdict="notice", reasons=("note", "repeated")))
    assert history(store, 2).admitted is None


# ---- what staff have decided


def test_an_unheard_badge_is_beaten_by_a_reissue_with_a_larger_id(store: Store, record: Record) -> None:
    record(issued(20, 1, 7))
    assert status(store, 15, attendee=1) is BadgeStatus.REPLACED
    assert status(store, 25, attendee=1) is BadgeStatus.UNHEARD, "it may be a later reissue"
    assert status(store, 15, attendee=2) is BadgeStatus.UNHEARD
    record(issued(30, 3))
    assert status(store, 15, attendee=3) is BadgeStatus.UNHEARD, "a first issue beats nothing"


def test_a_withdrawn_key_leaves_what_was_issued_before(store: Store, record: Record) -> None:
    before = record(issued(5, 1))
    record(facts.KeyWithdrawn("f", 7, before.seq + 1, "s1"))
    record(issued(6, 2))
    found = [history(store, badge=badge, kid=7).key_withdrawn for badge in (5, 6, 99)]
    assert found == [False, True, True]
    assert not history(store, badge=99, kid=8).key_withdrawn
    record(facts.KeyWithdrawn("f", 7, 1, "s1"))
    record(facts.KeyWithdrawn("f", 7, BIG, "s1"))
    assert history(store, badge=5, kid=7).key_withdrawn, "the earliest withdrawal counts"


def test_somebody_is_barred_until_staff_say_otherwise(store: Store, record: Record) -> None:
    record(facts.AttendeeBarred("f", BIG, True, "s1"))
    assert history(store, BIG).barred
    assert presence.is_barred(store.db, "f", BIG)
    assert not history(store, 1).barred
    assert not history(store, BIG, fair="g").barred
    record(facts.AttendeeBarred("f", BIG, False, "s1"))
    assert not history(store, BIG).barred


def test_an_agreement_is_to_one_version(store: Store, record: Record) -> None:
    asked = presence.Agreements("2", "d1")
    record(facts.Agreed("f", 1, "consent", "1"))
    record(facts.Agreed("f", 1, "declaration", "d1"))
    assert history(store, 1, agreements=asked) == History(declared=True)
    record(facts.Agreed("f", 1, "consent", "2"))
    assert history(store, 1, agreements=asked) == History(agreed=True, declared=True)


def test_a_stall_is_claimed_released_and_given_back(store: Store, record: Record) -> None:
    record(passage(1, stall="A001"))
    record(passage(2, stall="A001"))
    record(passage(3, stall="A002"))
    record(out(3, stall="A002"), NOW_MS + 1000)
    assert presence.stalls_claimed(store.db, "f", DAY) == {"A001", "A002"}
    assert presence.stalls_claimed(store.db, "f", NEXT_DAY) == frozenset()
    assert history(store, 9, stall="A001").stall_people == 2
    assert history(store, 9, stall="A002").stall_people == 0
    record(facts.StallsReleased("f", ("A003", "A004"), True, "s1"))
    record(facts.StallsReleased("f", ("A004",), False, "s1"))
    assert presence.stalls_released(store.db, "f") == {"A003"}
    assert history(store, 9, stall="A003").stall_released
    assert not history(store, 9, stall="A004").stall_released


def test_who_of_a_group_has_arrived(store: Store, record: Record) -> None:
    record(passage(BIG))
    record(passage(2, session="t1"))
    assert presence.arrived(store.db, "f", DAY, [1, 2, BIG]) == {BIG}


def test_how_long_ago_others_were_heard(store: Store, record: Record, chain: Chain) -> None:
    record(passage(1))
    assert presence.others_heard(store.db, store.origin, NOW_MS) is None
    receive(store, chain(EAST, [(NOW_MS, passage(1))]))
    assert presence.others_heard(store.db, store.origin, NOW_MS + 14_000) == timedelta(seconds=14)
    assert presence.others_heard(store.db, store.origin, NOW_MS - 14_000) == timedelta(0)


# ---- whatever the order


@given(data=st.data())
@settings(
    deadline=None,
    max_examples=600 if os.environ.get("FAIR_KIOSK_LONG") else 60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_passages_add_up_alike_in_every_order(store: Store, chain: Chain, data: st.DataObject) -> None:
    """Entries, exits, halls and undos of one person at three kiosks, heard of in two orders."""
    step = st.one_of(
        st.builds(passage, st.just(1), hall=st.sampled_from(["", "1", "2"])),
        st.builds(out, st.just(1)),
        st.builds(
            facts.CheckInUndone,
            st.just("f"),
            st.sampled_from([EAST.hex(), WEST.hex()]),
            st.integers(1, 4),
            st.just("s1"),
        ),
    )
    happened = st.lists(st.tuples(st.integers(NOW_MS, NOW_MS + 4), step), max_size=5)
    journals = [chain(origin, data.draw(happened)) for origin in (EAST, WEST)]

    def heard(order: list[facts.Fact]) -> str:
        with store.transaction():
            for fact in order:
                assert store.journal.receive([fact], {}, now_ms=NOW_MS).findings == ()
            found = projections.digest(store.db)
            projections.rebuild(store.db)
            assert projections.digest(store.db) == found
            store.db.conn.execute("ROLLBACK")
            store.db.conn.execute("BEGIN")
        return found

    one, other = journals
    assert heard(one + other) == heard(other + one)


def test_the_one_that_was_not_heard_for_the_longest_counts(store: Store, chain: Chain) -> None:
    receive(store, chain(EAST, [(NOW_MS, passage(1))]))
    minutes = 60_000
    with store.transaction():
        peers.heard(store.db, {WEST: NOW_MS - 14 * minutes}, NOW_MS)
    assert presence.others_heard(store.db, store.origin, NOW_MS) == timedelta(minutes=14)
    with store.transaction():
        peers.heard(store.db, {WEST: NOW_MS - 1000}, NOW_MS)
    assert presence.others_heard(store.db, store.origin, NOW_MS) == timedelta(seconds=1)


def test_one_that_is_not_here_today_and_one_that_goes_by_another_name_do_not_count(
    store: Store, chain: Chain
) -> None:
    receive(store, chain(EAST, [(NOW_MS, passage(1))]), chain(WEST, [(NOW_MS, passage(2))]))
    later_ms = NOW_MS + 13 * 3600 * 1000
    assert presence.others_heard(store.db, store.origin, later_ms) == timedelta(hours=13), (
        "none is here today"
    )
    with store.transaction():
        peers.heard(store.db, {EAST: later_ms}, later_ms)
    assert presence.others_heard(store.db, store.origin, later_ms) == timedelta(0)
    soon_ms = later_ms + 5 * 60_000
    with store.transaction():
        peers.heard(store.db, {WEST: soon_ms}, soon_ms)
        assert presence.others_heard(store.db, store.origin, soon_ms) == timedelta(minutes=5)
        for origin in (EAST, WEST):  # one machine: east was what it called itself before
            fact = next(store.journal.facts(origin))
            head = SignedHead(origin, 1, fact.hash, b"k" * 32, b"s" * 64)
            heads.keep(store.db, head)
    assert presence.others_heard(store.db, store.origin, soon_ms) == timedelta(0)


def test_a_kiosk_is_no_other_of_itself(store: Store, record: Record) -> None:
    record(passage(1))
    before = store.origin
    store.begin_incarnation(b"k" * 32)
    with store.transaction():
        peers.heard(store.db, {before: NOW_MS}, NOW_MS)
    assert presence.others_heard(store.db, store.origin, NOW_MS) is None
