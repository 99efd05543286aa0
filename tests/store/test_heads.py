"""Signed heads: which are kept, and what can be cut with them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlcipher3

from kiosk.domain import facts
from kiosk.domain.signed_head import SignedHead, head_bytes
from kiosk.keys.signing import SigningKey
from kiosk.store import driver, heads
from kiosk.store.migrations import Store, open_store

KEY = SigningKey.from_seed(b"k" * 32)
NOON_MS = 1_795_838_400_000
OTHER = b"other kiosk 0001"
Record = Callable[..., facts.Fact]


def head_of(fact: facts.Fact, key: SigningKey = KEY) -> SignedHead:
    signature = key.sign(head_bytes(fact.origin, fact.seq, fact.hash))
    return SignedHead(fact.origin, fact.seq, fact.hash, key.public, signature)


def fill(store: Store, count: int, body: facts.Body | None = None) -> list[facts.Fact]:
    with store.transaction():
        return [
            store.journal.append(body or facts.StaffSignedIn("f", "s1"), now_ms=NOON_MS) for _ in range(count)
        ]


def keep(store: Store, *some: facts.Fact) -> None:
    with store.transaction():
        for fact in some:
            heads.keep(store.db, head_of(fact))


def kept(store: Store) -> list[int]:
    return [seq for (seq,) in driver.rows(store.db, "SELECT seq FROM signed_head ORDER BY seq")]


def test_of_heads_close_together_the_last_is_kept(store: Store) -> None:
    made = fill(store, 200)
    keep(store, *made)
    assert kept(store) == [*range(64, 200, 64), 200] == [64, 128, 192, 200]
    assert heads.newest(store.db, store.origin) == head_of(made[-1])


def test_heads_far_apart_are_all_kept(store: Store) -> None:
    made = fill(store, 650)
    keep(store, *(made[at] for at in (199, 399, 599, 649)))
    assert kept(store) == [200, 400, 600, 650]


def test_a_head_stays_where_much_lies_between(store: Store) -> None:
    made = fill(store, 20, facts.RescueSeen("x" * 60_000))
    keep(store, *made)
    assert max(after - before for before, after in zip([0, *kept(store)], kept(store), strict=False)) <= 7
    assert kept(store)[-1] == 20


def test_a_head_needs_its_fact_and_a_transaction(store: Store) -> None:
    (made,) = fill(store, 1)
    with pytest.raises(AssertionError):
        heads.keep(store.db, head_of(made))
    stranger = SignedHead(OTHER, 1, bytes(32), KEY.public, bytes(64))
    with pytest.raises(sqlcipher3.IntegrityError), store.transaction():
        heads.keep(store.db, stranger)


def test_a_head_twice_is_one(store: Store) -> None:
    (made,) = fill(store, 1)
    keep(store, made, made)
    assert kept(store) == [1]


def test_the_furthest_head_in_reach(store: Store) -> None:
    made = fill(store, 500)
    keep(store, made[99], made[299], made[499])
    assert heads.next_head(store.db, store.origin, 0, 200) == head_of(made[99])
    assert heads.next_head(store.db, store.origin, 0, 300) == head_of(made[299])
    assert heads.next_head(store.db, store.origin, 100, 199) is None
    assert heads.first_head(store.db, store.origin, 100) == head_of(made[299])
    assert heads.first_head(store.db, store.origin, 500) is None
    assert heads.next_head(store.db, OTHER, 0, 200) is None
    assert heads.newest(store.db, OTHER) is None


def test_an_origin_belongs_to_the_key_of_its_first_head(store: Store) -> None:
    made = fill(store, 200)
    assert heads.key_of(store.db, store.origin) is None
    keep(store, made[0], made[199])
    assert heads.key_of(store.db, store.origin) == KEY.public


def test_facts_in_order_and_where_journals_end(store: Store, chain: Callable[..., list[facts.Fact]]) -> None:
    assert heads.ends(store.db) == {}
    assert heads.end_of(store.db, OTHER) == (0, facts.GENESIS)
    mine = fill(store, 5)
    theirs = chain(OTHER, [(1, facts.StaffSignedIn("f", "s2"))] * 3)
    with store.transaction():
        store.journal.receive(theirs, {}, now_ms=NOON_MS)
    assert heads.facts_behind(store.db, store.origin, 1, 2) == mine[1:3]
    assert heads.facts_behind(store.db, OTHER, 0, 200) == theirs
    assert heads.ends(store.db) == {store.origin: (5, mine[-1].hash), OTHER: (3, theirs[-1].hash)}
    assert heads.end_of(store.db, OTHER) == (3, theirs[-1].hash)
    assert heads.hash_at(store.db, OTHER, 2) == theirs[1].hash
    assert heads.hash_at(store.db, OTHER, 4) is None


def test_the_first_place_of_a_fork_stands_for_all_later_ones(store: Store) -> None:
    fork = (OTHER, 5, b"k" * 32, b"o" * 32)
    with pytest.raises(AssertionError):
        heads.note_forks(store.db, [fork])
    with store.transaction():
        assert heads.note_forks(store.db, [fork, (OTHER, 7, b"k" * 32, b"p" * 32)]) == 1
        assert heads.note_forks(store.db, [fork]) == 0
        assert heads.note_forks(store.db, [(OTHER, 3, b"k" * 32, b"q" * 32)]) == 1
    assert [each.seq for each in store.journal.forks()] == [3, 5]
    assert heads.has_fork(store.db, OTHER, 3)
    assert not heads.has_fork(store.db, OTHER, 2)


def test_every_commit_is_noticed_whoever_made_it(store: Store, key: bytes) -> None:
    beside = open_store(store.path, key)
    before = heads.changes(store.db), heads.trust_changes(store.db)
    assert (heads.changes(store.db), heads.trust_changes(store.db)) == before
    with beside.transaction():
        beside.journal.append(facts.StaffSignedIn("f", "s1"), now_ms=NOON_MS)
    after = heads.changes(store.db)
    assert after != before[0]
    assert heads.trust_changes(store.db) == before[1]
    fill(store, 1, facts.KeyWithdrawn("f", 7, 1, "s1"))
    assert heads.changes(store.db) != after
    assert heads.trust_changes(store.db) != before[1]
    beside.close()
