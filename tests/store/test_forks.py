"""Forks that stand in no fact that others hear, and what must be said again beyond one."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain import facts
from kiosk.store import forks, heads, peers
from kiosk.store.migrations import Store

OTHER, THIRD = b"other kiosk 0001", b"third kiosk 0001"
KEPT, ANOTHER = b"k" * 32, b"o" * 32
NOON_MS = 1_795_838_400_000
Record = Callable[..., facts.Fact]


def _note(store: Store, origin: bytes, seq: int) -> None:
    with store.transaction():
        heads.note_forks(store.db, [(origin, seq, KEPT, ANOTHER)])


def test_a_fork_is_said_once(store: Store, record: Record) -> None:
    _note(store, OTHER, 5)
    (unsaid,) = forks.unsaid(store.db)
    assert unsaid == facts.ForkFound(OTHER.hex(), 5, KEPT.hex(), ANOTHER.hex())
    record(unsaid)
    assert forks.unsaid(store.db) == ()


def test_what_was_said_beyond_a_fork_is_said_again(
    store: Store, record: Record, chain: Callable[..., list[facts.Fact]]
) -> None:
    _note(store, OTHER, 5)
    said = facts.ForkFound(OTHER.hex(), 5, KEPT.hex(), ANOTHER.hex())
    third = chain(THIRD, [(NOON_MS, facts.StaffSignedIn("f", "s1")), (NOON_MS, said)])
    with store.transaction():
        store.journal.receive(third, {}, now_ms=NOON_MS)
    assert forks.unsaid(store.db) == ()
    _note(store, THIRD, 2)  # so its second fact is heard here only
    assert [each.origin for each in forks.unsaid(store.db)] == [OTHER.hex(), THIRD.hex()]
    for body in forks.unsaid(store.db):
        record(body)
    assert forks.unsaid(store.db) == ()


def test_erasures_and_keys_that_nobody_else_holds(store: Store, record: Record) -> None:
    erased = facts.PersonsErased("f", 3)
    withdrawn = facts.KeyWithdrawn("f", 7, 1, "s1")
    certified = facts.KeyCertified(7, "aa", "kiosk", "k1", 1, "bb")
    for body in (erased, facts.StaffSignedIn("f", "s1"), withdrawn, certified):
        record(body)
    assert forks.unheard(store.db, store.origin) == (erased, withdrawn, certified)
    assert forks.unheard(store.db, OTHER) == ()
    with store.transaction():
        peers.met(store.db, b"w" * 32, "west", "kiosk", {store.origin: 3}, NOON_MS)
    assert forks.unheard(store.db, store.origin) == (certified,)
