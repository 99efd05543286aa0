from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
import sqlcipher3

from kiosk.domain import facts
from kiosk.domain.attendee import Person
from kiosk.store import bodies, driver
from kiosk.store.journal import ADOPT_AHEAD_MS, Finding, FindingKind, Received
from kiosk.store.migrations import Store

Record = Callable[..., facts.Fact]
Chain = Callable[..., list[facts.Fact]]
NOW_MS = 1_795_838_400_000
OTHER = b"other kiosk 0001"
SIGNED_IN = facts.StaffSignedIn("f", "s1")


def receive(
    store: Store, some: list[facts.Fact], personals: dict[tuple[bytes, int], facts.Personal] | None = None
) -> Received:
    with store.transaction():
        return store.journal.receive(some, personals or {}, now_ms=NOW_MS)


def test_facts_follow_each_other(store: Store, record: Record) -> None:
    made = [record(SIGNED_IN), record(facts.BadgeRevoked("f", 5, "lost", "s1")), record(SIGNED_IN)]
    assert [fact.seq for fact in made] == [1, 2, 3]
    assert made[0].previous == facts.GENESIS
    assert [made[1].previous, made[2].previous] == [made[0].hash, made[1].hash]
    assert list(store.journal.facts()) == made
    assert list(store.journal.facts(store.origin, first=2)) == made[1:]
    assert store.journal.origins() == {store.origin: 3}
    assert store.journal.verify() == ()


def test_a_fact_is_recorded_inside_a_transaction_only(store: Store) -> None:
    with pytest.raises(AssertionError, match="inside a transaction"):
        store.journal.append(SIGNED_IN, now_ms=NOW_MS)
    with pytest.raises(AssertionError, match="inside a transaction"):
        store.journal.receive([], {}, now_ms=NOW_MS)


def test_time_never_goes_back(record: Record) -> None:
    first, second, third = record(SIGNED_IN, 5000), record(SIGNED_IN, 4000), record(SIGNED_IN, 6000)
    assert first.time == 5000 << 16
    assert second.time == first.time + 1
    assert third.time_ms == 6000


def test_many_facts_come_in_pages(store: Store) -> None:
    with store.transaction():
        for _ in range(1203):
            store.journal.append(SIGNED_IN, now_ms=NOW_MS)
    assert [fact.seq for fact in store.journal.facts()] == list(range(1, 1204))
    assert len(list(store.journal.facts(store.origin, first=501))) == 703
    assert list(store.journal.facts(OTHER)) == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE fact SET body = x'00' WHERE seq = 1",
        "DELETE FROM fact WHERE seq = 2",
        "INSERT OR REPLACE INTO fact SELECT origin, seq, 7, kind, body, previous, hash FROM fact",
        "INSERT INTO fact SELECT origin, seq + 2, time, kind, body, hash, hash FROM fact WHERE seq = 2",
        "INSERT INTO fact SELECT origin, seq + 1, time, kind, body, previous, hash FROM fact WHERE seq = 2",
        "INSERT INTO fact SELECT x'00', seq, time, kind, body, previous, hash FROM fact WHERE seq = 1",
        "UPDATE personal SET fields = x'00'",
    ],
)
def test_the_schema_itself_keeps_facts(store: Store, record: Record, register: Record, sql: str) -> None:
    record(SIGNED_IN)
    register(9, Person("林示远"))
    before = list(store.journal.facts())
    with pytest.raises(sqlcipher3.IntegrityError), driver.transaction(store.db):
        store.db.conn.execute(sql)
    assert list(store.journal.facts()) == before


def test_personal_fields_lie_beside_the_fact(store: Store, register: Record) -> None:
    fact = register(9, Person("林示远", phone="1234"))
    assert "林示远".encode() not in fact.body
    kept = store.journal.personals(store.origin, 1, 1)[(store.origin, 1)]
    assert bodies.person_of(kept.fields).name == "林示远"
    with store.transaction():
        store.db.conn.execute("DELETE FROM personal")
        store.journal.append(facts.PersonsErased("f", 1), now_ms=NOW_MS)
    assert store.journal.verify() == ()


def test_the_body_must_hold_the_digest(store: Store) -> None:
    personal = bodies.personal_for(Person("林示远"))
    body = facts.AttendeeRegistered("f", 9, 1, "1", "", "", personal="00")
    with pytest.raises(AssertionError, match="digest"), store.transaction():
        store.journal.append(body, now_ms=NOW_MS, personal=personal)
    with pytest.raises(AssertionError, match="digest"), store.transaction():
        store.journal.append(body, now_ms=NOW_MS)
    assert store.journal.origins() == {}


def test_the_latest_of_a_kind_is_this_kiosks_own(store: Store, record: Record, chain: Chain) -> None:
    assert store.journal.latest(facts.PackInstalled) is None
    record(facts.PackInstalled("f", 1, "aa"))
    record(facts.PackInstalled("f", 2, "bb"))
    record(SIGNED_IN)
    receive(store, chain(OTHER, [(NOW_MS, facts.PackInstalled("g", 9, "cc"))]))
    assert store.journal.latest(facts.PackInstalled) == facts.PackInstalled("f", 2, "bb")


def tamper(store: Store, sql: str) -> None:
    """What somebody with the key could do to the file."""
    for trigger in ("fact_stays", "fact_remains", "personal_stays"):
        store.db.conn.execute(f"DROP TRIGGER {trigger}")
    store.db.conn.execute("PRAGMA foreign_keys = OFF")
    store.db.conn.execute(sql)


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (
            "UPDATE fact SET body = x'7b7d' WHERE seq = 2",
            [(FindingKind.WRONG_HASH, 2), (FindingKind.UNREADABLE_BODY, 2)],
        ),
        ("UPDATE fact SET time = time + 1 WHERE seq = 3", [(FindingKind.WRONG_HASH, 3)]),
        ("UPDATE fact SET kind = 'new_kind' WHERE seq = 3", [(FindingKind.WRONG_HASH, 3)]),
        ("DELETE FROM fact WHERE seq = 2", [(FindingKind.GAP, 2)]),
        ("DELETE FROM fact WHERE seq = 1", [(FindingKind.GAP, 1)]),
        (
            "UPDATE fact SET hash = zeroblob(32) WHERE seq = 2",
            [(FindingKind.WRONG_HASH, 2), (FindingKind.BROKEN_CHAIN, 3)],
        ),
        ("UPDATE personal SET fields = x'7b7d'", [(FindingKind.PERSONAL_MISMATCH, 1)]),
    ],
)
def test_tampering_is_found(
    store: Store, record: Record, register: Record, sql: str, expected: list[tuple[FindingKind, int]]
) -> None:
    register(9, Person("林示远"))
    for _ in range(3):
        record(SIGNED_IN)
    tamper(store, sql)
    assert [(each.kind, each.seq) for each in store.journal.verify()] == expected


def test_facts_of_others_are_kept_as_they_are(store: Store, record: Record, chain: Chain) -> None:
    record(SIGNED_IN)
    theirs = chain(OTHER, [(NOW_MS, SIGNED_IN)] * 3)
    assert receive(store, theirs).stored == 3
    assert list(store.journal.facts(OTHER)) == theirs
    assert store.journal.origins() == {store.origin: 1, OTHER: 3}
    assert store.journal.verify() == ()


def test_receiving_again_changes_nothing(store: Store, chain: Chain) -> None:
    theirs = chain(OTHER, [(NOW_MS, facts.BadgeRevoked("f", badge, "lost", "s1")) for badge in range(9)])
    shuffled = random.Random(7).sample(theirs, len(theirs))
    assert receive(store, shuffled) == Received(9, ())
    assert receive(store, theirs) == Received(0, ())
    assert receive(store, theirs[3:5]) == Received(0, ())
    assert list(store.journal.facts(OTHER)) == theirs


def test_a_gap_waits_for_what_is_missing(store: Store, chain: Chain) -> None:
    theirs = chain(OTHER, [(NOW_MS, SIGNED_IN)] * 5)
    outcome = receive(store, theirs[:2] + theirs[3:])
    assert (outcome.stored, outcome.findings) == (2, (Finding(FindingKind.GAP, OTHER, 3),))
    assert receive(store, theirs[2:]).stored == 3
    assert store.journal.verify() == ()


def test_one_bad_origin_does_not_hold_up_another(store: Store, chain: Chain) -> None:
    bad = chain(b"bad kiosk 000001", [(NOW_MS, SIGNED_IN)] * 2)
    good = chain(OTHER, [(NOW_MS, SIGNED_IN)] * 2)
    outcome = receive(store, [replace(bad[0], body=b"{}"), bad[1], *good])
    assert outcome.stored == 2
    assert outcome.findings == (Finding(FindingKind.WRONG_HASH, bad[0].origin, 1),)


def test_a_fork_is_detected_kept_out_and_shown(store: Store, chain: Chain) -> None:
    kept = chain(OTHER, [(NOW_MS, SIGNED_IN)] * 3)
    forked = chain(OTHER, [(NOW_MS, SIGNED_IN), *[(NOW_MS + 5, facts.BadgeRevoked("f", 1, "", ""))] * 3])
    receive(store, kept)
    fork = Finding(FindingKind.FORK, OTHER, 2)
    assert receive(store, forked).findings == (fork,)
    assert list(store.journal.facts(OTHER)) == kept
    assert receive(store, forked[3:]).findings == (Finding(FindingKind.FORK, OTHER, 3),)
    assert store.journal.forks() == (fork, Finding(FindingKind.FORK, OTHER, 3))
    assert fork in store.journal.verify()


def test_a_first_fact_has_nothing_before_it(store: Store, chain: Chain) -> None:
    second = chain(OTHER, [(NOW_MS, SIGNED_IN)] * 2)[1]
    digest = facts.fact_hash(
        origin=OTHER, seq=1, time=second.time, kind=second.kind, body=second.body, previous=second.previous
    )
    outcome = receive(store, [replace(second, seq=1, hash=digest)])
    assert outcome.findings == (Finding(FindingKind.BROKEN_CHAIN, OTHER, 1),)
    assert store.journal.origins() == {}


@pytest.mark.parametrize(
    "change", [{"origin": b"short"}, {"previous": b""}, {"seq": 0}, {"time": -1}, {"time": 2**63}]
)
def test_facts_of_the_wrong_shape_are_left_out(store: Store, chain: Chain, change: dict[str, object]) -> None:
    odd = replace(chain(OTHER, [(NOW_MS, SIGNED_IN)])[0], **change)
    outcome = receive(store, [odd])
    assert outcome.stored == 0
    assert outcome.findings[0].kind is FindingKind.WRONG_HASH


def test_a_restored_image_is_noticed_and_mended(store: Store, record: Record, chain: Chain) -> None:
    old = store.origin
    lost = chain(old, [(NOW_MS, SIGNED_IN)] * 2)
    assert receive(store, lost).findings == (Finding(FindingKind.OWN_AHEAD, old, 1),)
    store.begin_incarnation(bytes(range(32)))
    assert store.origin != old
    assert receive(store, lost).stored == 2
    with store.transaction():
        store.journal.append(SIGNED_IN, now_ms=NOW_MS)
    assert store.journal.origins() == {old: 2, store.origin: 1}


def test_an_unknown_kind_is_kept(store: Store) -> None:
    digest = facts.fact_hash(
        origin=OTHER, seq=1, time=5, kind="badge_praised", body=b"\xff", previous=facts.GENESIS
    )
    fact = facts.Fact(OTHER, 1, 5, "badge_praised", b"\xff", facts.GENESIS, digest)
    assert receive(store, [fact]).stored == 1
    assert list(store.journal.facts()) == [fact]
    assert store.journal.verify() == ()


def test_a_time_far_ahead_is_kept_and_never_adopted(store: Store, record: Record, chain: Chain) -> None:
    receive(store, chain(OTHER, [(NOW_MS + ADOPT_AHEAD_MS + 1, SIGNED_IN)]))
    assert record(SIGNED_IN, NOW_MS).time == NOW_MS << 16
    receive(store, chain(b"near kiosk 00001", [(NOW_MS + ADOPT_AHEAD_MS, SIGNED_IN)]))
    assert record(SIGNED_IN, NOW_MS).time == ((NOW_MS + ADOPT_AHEAD_MS) << 16) + 1


def registered(attendee: int, personal: facts.Personal) -> facts.AttendeeRegistered:
    return facts.AttendeeRegistered("f", attendee, 1, "1", "", "", facts.personal_digest(personal))


def test_personal_fields_travel_beside_and_may_come_later(store: Store, chain: Chain) -> None:
    personal = bodies.personal_for(Person("林示远"))
    theirs = chain(OTHER, [(NOW_MS, registered(9, personal))])
    receive(store, theirs, {(OTHER, 1): facts.Personal(bytes(16), personal.fields)})
    assert store.journal.personals(OTHER, 1, 1) == {}
    receive(store, theirs, {(OTHER, 1): personal})
    assert store.journal.personals(OTHER, 1, 9) == {(OTHER, 1): personal}
    assert receive(store, theirs, {(OTHER, 1): personal}).findings == ()


def test_what_is_no_person_is_not_kept(store: Store, chain: Chain) -> None:
    personal = facts.Personal(bytes(16), b"\xff\xfe")
    assert (
        receive(store, chain(OTHER, [(NOW_MS, registered(9, personal))]), {(OTHER, 1): personal}).stored == 1
    )
    assert store.journal.personals(OTHER, 1, 1) == {}


def test_erased_persons_do_not_come_back(store: Store, record: Record, chain: Chain) -> None:
    personal = bodies.personal_for(Person("林示远"))
    record(facts.PersonsErased("f", 0))
    theirs = chain(OTHER, [(NOW_MS, registered(9, personal)), (NOW_MS, SIGNED_IN)])
    assert receive(store, theirs, {(OTHER, 1): personal}).stored == 2
    assert store.journal.personals(OTHER, 1, 9) == {}
    assert store.journal.verify() == ()
