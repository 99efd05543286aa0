"""Who was met, and what is only here."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.domain import facts
from kiosk.store import peers
from kiosk.store.migrations import Store

WEST, STICK = b"w" * 32, b"s" * 32
OTHER = b"other kiosk 0001"
NOON_MS = 1_795_838_400_000
Record = Callable[..., facts.Fact]
Chain = Callable[..., list[facts.Fact]]
SIGNED_IN = facts.StaffSignedIn("f", "s1")


@pytest.fixture
def known(store: Store, record: Record, chain: Chain) -> Store:
    """Five facts of its own, three of another kiosk."""
    for second in range(5):
        record(SIGNED_IN, NOON_MS + second * 1000)
    theirs = chain(OTHER, [(NOON_MS - 9000, SIGNED_IN)] * 3)
    with store.transaction():
        store.journal.receive(theirs, {}, now_ms=NOON_MS)
    return store


def test_nobody_was_met(store: Store) -> None:
    assert peers.peers(store.db) == ()
    assert peers.only_here(store.db) == peers.OnlyHere(0, None)


def test_what_is_only_here(known: Store) -> None:
    db, own = known.db, known.origin
    assert peers.only_here(db) == peers.OnlyHere(8, NOON_MS - 9000)
    with known.transaction():
        peers.met(db, WEST, "west", "kiosk", {own: 2, OTHER: 3}, NOON_MS)
    assert peers.only_here(db) == peers.OnlyHere(3, NOON_MS + 2000)
    with known.transaction():
        peers.met(db, STICK, "BLUE", "stick", {own: 5}, NOON_MS + 1)
    assert peers.only_here(db) == peers.OnlyHere(0, None)
    assert peers.peers(db) == (
        peers.PeerRecord(STICK, "BLUE", "stick", NOON_MS + 1, 3),
        peers.PeerRecord(WEST, "west", "kiosk", NOON_MS, 3),
    )


def test_a_peer_that_knows_more_or_less_than_before(known: Store) -> None:
    db, own = known.db, known.origin
    with known.transaction():
        peers.met(db, WEST, "west", "kiosk", {own: 9, OTHER: 3}, NOON_MS)
    assert (peers.only_here(db).facts, peers.peers(db)[0].waiting) == (0, 0)
    with known.transaction():
        peers.met(db, WEST, "west-1", "hub", {own: 4}, NOON_MS + 5)  # its disk was put back
    assert peers.only_here(db).facts == 1
    assert peers.peers(db) == (peers.PeerRecord(WEST, "west-1", "hub", NOON_MS + 5, 1),)
    with known.transaction():
        peers.told(db, WEST, "west", "kiosk", {own: 2}, NOON_MS)  # by a stick, of earlier
    assert peers.peers(db) == (peers.PeerRecord(WEST, "west-1", "hub", NOON_MS + 5, 1),)
    with known.transaction():
        peers.told(db, WEST, "west", "kiosk", {own: 5}, NOON_MS + 9)
    assert peers.peers(db)[0].heard_ms == NOON_MS + 9
    assert peers.only_here(db).facts == 0


def test_when_others_were_heard_never_goes_back_but_from_the_future(store: Store) -> None:
    def heard(at_ms: int, now_ms: int) -> int:
        with store.transaction():
            peers.heard(store.db, {OTHER: at_ms}, now_ms)
        return peers.when_heard(store.db)[OTHER]

    assert heard(1000, 5000) == 1000
    assert heard(900, 5000) == 1000
    assert heard(9000, 5000) == 5000
    assert heard(3000, 4000) == 3000  # the clock was ahead
