"""A store as a conversation sees it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.domain import facts
from kiosk.domain.signed_head import SignedHead, head_bytes
from kiosk.store import erasure, heads, peers
from kiosk.store.migrations import open_store
from kiosk.sync import cutting
from kiosk.sync.messages import Reasons, Refusal, Standing
from kiosk.sync.wire import decode_segment, encode_segment, outline
from tests.sync.machine import NOON_MS, STORE_KEY, Clock, Machine, MakeMachine, key_of, trust_in


def _sync(source: Machine, target: Machine) -> int:
    """Everything that the target lacks; how many were stored."""
    stored = 0
    while segments := source.segments(target.seqs()):
        taken = target.ledger.take(segments)
        assert taken.refusals == ()
        stored += taken.stored
    return stored


def test_facts_go_over_in_parcels_of_200(east: Machine, west: Machine) -> None:
    east.record(450)
    parcel = east.segments()
    assert [outline(each).count for each in parcel] == [200]
    taken = west.ledger.take(parcel)
    assert (taken.stored, taken.refusals) == (200, ())
    assert [each.seq for each in taken.standings] == [200]
    assert _sync(east, west) == 250
    assert west.standing(east.ledger.origin).hash == east.standing(east.ledger.origin).hash
    assert east.digest() == west.digest()


def test_a_segment_twice_changes_nothing(east: Machine, west: Machine) -> None:
    east.record(3)
    parcel = east.segments()
    west.ledger.take(parcel)
    before = west.digest()
    again = west.ledger.take(parcel)
    assert (again.stored, again.refusals, [each.seq for each in again.standings]) == (0, (), [3])
    assert west.digest() == before


def test_a_carrier_hands_on_what_it_has_received(east: Machine, hub: Machine, west: Machine) -> None:
    for count in (1, 150, 7, 200, 3):
        east.record(count)
        _sync(east, hub)
    hub.record(5)
    assert _sync(hub, west) == 366
    assert west.digest() == hub.digest()
    for after in range(0, 361, 45):
        first = hub.segments({east.ledger.origin: after}, skip=[hub.ledger.origin])[0]
        assert decode_segment(first).facts[0].seq == after + 1


def test_little_news_does_not_wait_behind_a_long_past(east: Machine, hub: Machine) -> None:
    east.record(500)
    _sync(east, hub)
    hub.record(2)
    parcel = hub.segments()
    assert outline(parcel[0]).origin == hub.ledger.origin
    assert sum(outline(each).count for each in parcel) <= 200
    assert len(hub.segments(skip=[hub.ledger.origin])) == 1
    assert sum(outline(each).count for each in hub.segments(most_facts=1)) == 1


def test_large_facts_are_cut_small(east: Machine, west: Machine) -> None:
    east.record(20, facts.RescueSeen("x" * 60_000))
    assert [outline(each).count for each in east.segments()] == [17]
    assert _sync(east, west) == 20
    assert outline(west.segments()[0]).count == 17


def test_a_fact_too_large_to_travel_holds_up_its_own_journal_only(east: Machine, hub: Machine) -> None:
    hub.record(1)
    _sync(hub, east)
    east.record(1, facts.RescueSeen("x" * 70_000))
    assert [outline(each).origin for each in east.segments()] == [hub.ledger.origin]


def test_small_heads_do_not_add_up_to_more_than_a_segment_holds(
    east: Machine, hub: Machine, west: Machine
) -> None:
    for _ in range(20):
        east.record(1, facts.RescueSeen("x" * 60_000))
        _sync(east, hub)
    assert _sync(hub, west) == 20


def test_an_unknown_key_is_refused_until_it_is_certified(east: Machine, make_machine: MakeMachine) -> None:
    west = make_machine("west", trust_in())
    east.record(2)
    taken = west.ledger.take(east.segments())
    assert taken.stored == 0
    assert taken.refusals == (Refusal(east.ledger.origin, 1, Reasons.UNKNOWN_KEY),)
    assert [each.seq for each in taken.standings] == [0]
    before = west.ledger.certified
    west.record(1, facts.KeyCertified(1, east.key.public.hex(), "kiosk", "east", 1, "00"))
    assert west.ledger.certified != before
    assert west.trust.refreshed == 1
    west.trust.names |= trust_in("east").names
    assert west.ledger.take(east.segments()).stored == 2


def test_certificates_that_come_are_noticed(east: Machine, west: Machine) -> None:
    before = west.ledger.certified
    east.record(1)
    _sync(east, west)
    assert west.ledger.certified == before
    east.record(1, facts.KeyWithdrawn("f", 7, 1, "s1"))
    _sync(east, west)
    assert (west.ledger.certified, west.trust.refreshed) == (before + 1, 1)


def test_an_unbound_origin_belongs_to_the_first_key(make_machine: MakeMachine, west: Machine) -> None:
    old = make_machine("east", bound=False)
    old.record(2)
    (segment,) = old.segments()
    whole = decode_segment(segment)
    thief = key_of("hub")
    signed = head_bytes(whole.origin, 2, whole.facts[-1].hash)
    stolen = SignedHead(whole.origin, 2, whole.facts[-1].hash, thief.public, thief.sign(signed))
    by_thief = encode_segment(whole.facts, {}, stolen)
    assert old.ledger.take([by_thief]).refusals == (Refusal(whole.origin, 1, Reasons.NOT_ITS_ORIGIN),)
    assert west.ledger.take([segment]).stored == 2
    assert west.ledger.take([by_thief]).refusals == (Refusal(whole.origin, 1, Reasons.NOT_ITS_ORIGIN),)


def test_what_is_no_segment_is_refused_and_the_rest_taken(east: Machine, west: Machine) -> None:
    east.record(2)
    (segment,) = east.segments()
    flipped = segment[:-1] + bytes([segment[-1] ^ 1])
    taken = west.ledger.take([b"nonsense", flipped, segment])
    assert taken.stored == 2
    assert [each.why for each in taken.refusals] == [Reasons.DAMAGED, Reasons.DAMAGED]
    assert taken.refusals[1].origin == east.ledger.origin


def test_a_gap_is_refused_and_said(east: Machine, west: Machine) -> None:
    east.record(2)
    first = east.segments()
    east.record(2)
    second = east.segments({east.ledger.origin: 2})
    taken = west.ledger.take(second)
    assert (taken.stored, taken.refusals) == (0, (Refusal(east.ledger.origin, 1, Reasons.GAP),))
    assert heads.newest(west.store.db, east.ledger.origin) is None
    assert west.ledger.take([*second, *first]).stored == 4


def test_personal_fields_travel_and_erased_ones_do_not(east: Machine, hub: Machine, west: Machine) -> None:
    east.register()
    _sync(east, hub)
    held_back = hub.segments()
    assert decode_segment(held_back[0]).personals
    erasure.erase_persons(east.store, fair="f", now_ms=NOON_MS)
    _sync(east, hub)
    assert hub.personals() == 0
    assert all(not decode_segment(each).personals for each in hub.segments())
    _sync(hub, west)
    west.ledger.take(held_back)
    assert west.personals() == 0


def test_only_segments_without_personal_fields_are_remembered(
    east: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    east.record(3)
    assert east.segments()[0] is east.segments()[0]
    east.register()
    after = {east.ledger.origin: 3}
    assert east.segments(after)[0] is not east.segments(after)[0]
    monkeypatch.setattr(cutting, "CACHE_BYTES", 1)
    east.record(1)
    after = {east.ledger.origin: 4}
    assert east.segments(after)[0] is not east.segments(after)[0]


def test_a_fork_is_seen_in_a_vector_and_noted_once(
    east: Machine, west: Machine, make_machine: MakeMachine, tmp_path: Path
) -> None:
    east.record(2)
    _sync(east, west)
    _copy(east, tmp_path / "copy.db")
    east.record(2)
    _sync(east, west)
    copied = open_store(tmp_path / "copy.db", STORE_KEY)
    with copied.transaction():
        fact = copied.journal.append(facts.StaffSignedIn("f", "s2"), now_ms=NOON_MS)
    copied.close()
    other = Standing(fact.origin, fact.seq, fact.hash)
    assert west.ledger.compare([other]) == (Refusal(fact.origin, 3, Reasons.FORK),)
    assert [(each.origin, each.seq) for each in west.store.journal.forks()] == [(fact.origin, 3)]
    assert not west.ledger.own_ahead
    written = west.store.db.conn.total_changes
    assert west.ledger.compare([other]) == (Refusal(fact.origin, 3, Reasons.FORK),)
    assert west.store.db.conn.total_changes == written
    assert east.ledger.compare([other]) == (Refusal(fact.origin, 3, Reasons.FORK),)
    assert east.ledger.own_ahead  # its journal goes another way elsewhere: it must go on in another one


def _copy(machine: Machine, path: Path) -> None:
    machine.store.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(machine.path, path)


def test_facts_of_our_own_that_are_only_there(east: Machine, west: Machine, tmp_path: Path) -> None:
    east.record(2)
    _copy(east, tmp_path / "store.db")
    east.record(3)
    _sync(east, west)
    lost = east.ledger.origin
    restored = Machine("east", tmp_path / "store.db", east.trust, east.clock, bound=False)
    assert restored.ledger.origin == lost
    assert not restored.ledger.own_ahead
    assert restored.ledger.compare(west.ledger.vector()) == (Refusal(lost, 5, Reasons.OWN_AHEAD),)
    assert restored.ledger.own_ahead
    taken = restored.ledger.take(west.segments({lost: 2}))
    assert (taken.stored, taken.refusals) == (0, (Refusal(lost, 3, Reasons.OWN_AHEAD),))
    restored.store.begin_incarnation(restored.key.public)
    assert not restored.ledger.own_ahead
    assert _sync(west, restored) == 3
    restored.record(1)
    assert _sync(restored, west) == 1
    assert restored.digest() == west.digest()
    restored.store.close()


def test_an_earlier_journal_of_ours_is_signed_to_its_end(east: Machine, west: Machine) -> None:
    east.record(5)
    east.store.begin_incarnation(east.key.public)
    east.record(2)
    assert _sync(east, west) == 7


def test_the_origin_and_facts_of_the_kiosk_beside_are_seen_at_once(east: Machine, west: Machine) -> None:
    beside = open_store(east.path, STORE_KEY)
    assert east.ledger.vector() == ()
    with beside.transaction():
        beside.journal.append(facts.StaffSignedIn("f", "s1"), now_ms=NOON_MS)
    assert [each.seq for each in east.ledger.vector()] == [1]
    beside.begin_incarnation(east.key.public)
    assert east.ledger.origin == beside.origin
    with beside.transaction():
        beside.journal.append(facts.StaffSignedIn("f", "s2"), now_ms=NOON_MS)
    beside.close()
    assert _sync(east, west) == 2
    assert all(each.heard_s == 0 for each in east.ledger.vector())


def test_a_copy_with_our_key_is_met(east: Machine) -> None:
    east.ledger.met_a_copy(key_of("west").public)
    assert not east.ledger.own_ahead
    east.ledger.met_a_copy(east.key.public)
    assert east.ledger.own_ahead


def _hear(machine: Machine, peer: Machine) -> None:
    machine.ledger.heard(peer.key.public, peer.name, "kiosk", peer.ledger.vector())


def test_how_fresh_a_journal_is_known(east: Machine, hub: Machine, west: Machine, clock: Clock) -> None:
    east.record(3)
    _sync(east, hub)
    _hear(hub, east)
    clock.s += 7
    assert hub.standing(east.ledger.origin).heard_s == 7
    east.record(1)
    _sync(hub, west)
    _hear(west, hub)
    assert west.standing(east.ledger.origin).heard_s == 7
    clock.s += 3
    _hear(hub, east)  # it has word of a fourth fact, and does not know it yet
    assert hub.standing(east.ledger.origin).heard_s == 10
    clock.s += 5
    _sync(east, hub)
    assert hub.standing(east.ledger.origin).heard_s == 5
    assert east.standing(east.ledger.origin).heard_s == 0


def test_what_was_heard_is_written_now_and_then(east: Machine, west: Machine, clock: Clock) -> None:
    east.record(3)
    _sync(east, west)
    _hear(east, west)
    east.ledger.tick()
    assert peers.peers(east.store.db) == ()
    clock.s += 2
    east.ledger.tick()
    assert [(each.name, each.waiting) for each in peers.peers(east.store.db)] == [("west", 0)]
    assert peers.only_here(east.store.db).facts == 0
    written = east.store.db.conn.total_changes
    for _ in range(14):
        clock.s += 1
        _hear(east, west)
        east.ledger.tick()
    assert east.store.db.conn.total_changes == written
    clock.s += 1
    east.ledger.tick()
    assert 1 <= east.store.db.conn.total_changes - written <= 2
    assert peers.peers(east.store.db)[0].heard_ms == clock.now_ms()


def test_what_was_heard_outlasts_the_process(east: Machine, west: Machine, clock: Clock) -> None:
    west.record(1)
    _sync(west, east)
    _hear(east, west)
    east.ledger.flush()
    clock.s += 4
    east.store.close()
    again = Machine("east", east.path, east.trust, clock, bound=False)
    assert again.standing(west.ledger.origin).heard_s == 4
    again.store.close()
    east.store = open_store(east.path, STORE_KEY)


def test_nothing_is_safe_with_a_fork(east: Machine, west: Machine) -> None:
    east.record(3)
    other = Standing(east.ledger.origin, 2, b"h" * 32)
    east.ledger.compare([other])
    east.ledger.heard(west.key.public, "west", "kiosk", [other])
    east.ledger.flush()
    assert peers.only_here(east.store.db).facts == 3
    east.ledger.heard(west.key.public, "west", "kiosk", [Standing(east.ledger.origin, 9, b"h" * 32)])
    east.ledger.flush()
    assert peers.only_here(east.store.db).facts == 3


def test_what_may_yet_be_a_fork_is_not_taken_for_safe(east: Machine, hub: Machine, west: Machine) -> None:
    """West is ahead in a journal: only once that is here too does it show whether west has the same one."""
    hub.record(3)
    ahead = Standing(hub.ledger.origin, 3, b"h" * 32)
    east.ledger.heard(west.key.public, "west", "kiosk", [ahead])
    _sync(hub, east)
    east.ledger.flush()
    assert peers.only_here(east.store.db).facts == 3
    east.ledger.heard(west.key.public, "west", "kiosk", [ahead])
    east.ledger.flush()
    assert peers.only_here(east.store.db).facts == 3
    east.ledger.heard(west.key.public, "west", "kiosk", [hub.standing(hub.ledger.origin)])
    east.ledger.flush()
    assert peers.only_here(east.store.db).facts == 0


def test_of_what_happens_everywhere_nothing_waits_for_ever(east: Machine, make_machine: MakeMachine) -> None:
    west, hub = make_machine("west"), make_machine("hub")
    west.record(5)
    hub.record(2)
    east.record(250)
    for each in (west, hub):
        assert east.ledger.take(each.segments()).refusals == ()
    (first,) = east.ledger.segments_beyond({}, most_facts=5)
    assert outline(first).origin == west.store.origin, "the one that has waited longest"
    both = east.ledger.segments_beyond({}, most_facts=200)
    assert [outline(each).origin for each in both[:2]] == [west.store.origin, hub.store.origin]
    assert outline(both[2]).origin == east.store.origin, "its long past comes last"
