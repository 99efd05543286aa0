"""Segments that wait for those before them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.domain import facts
from kiosk.store import erasure, parked
from kiosk.store.migrations import Store
from kiosk.store.parked import Parked, Waiting

A, B = b"a" * 16, b"b" * 16
NOW_MS = 1_795_838_400_000


def segment(first: int, last: int, origin: bytes = A, size: int = 10) -> Parked:
    return Parked(origin, first, last, bytes([first % 256]) * size)


def park(store: Store, *segments: Parked) -> list[bool]:
    with store.transaction():
        return [parked.park(store.db, each) for each in segments]


def test_what_waits_is_told_by_origin(store: Store) -> None:
    assert parked.is_empty(store.db)
    assert parked.waiting(store.db) == ()
    park(store, segment(11, 20), segment(21, 30), segment(41, 42), segment(15, 25), segment(3, 4, B))
    assert not parked.is_empty(store.db)
    assert parked.waiting(store.db) == (
        Waiting(A, 22, 20, segment(11, 20).segment),
        Waiting(B, 2, 2, segment(3, 4).segment),
    )


def test_what_follows_on_what_is_known_can_be_taken(
    store: Store, chain: Callable[..., list[facts.Fact]]
) -> None:
    park(store, segment(4, 6), segment(5, 9), segment(7, 8), segment(2, 3, B))
    assert parked.following(store.db, 10) == ()
    known = chain(A, [(NOW_MS, facts.EntryPaused("f", "", True, "s1"))] * 4)
    with store.transaction():
        store.journal.receive(known, {}, now_ms=NOW_MS)
    assert parked.following(store.db, 10) == (segment(4, 6), segment(5, 9))
    assert parked.following(store.db, 1) == (segment(4, 6),)
    assert parked.waiting(store.db)[0] == Waiting(A, 5, 0, segment(4, 6).segment)
    with store.transaction():
        parked.drop(store.db, A, 4, 6)
    assert parked.following(store.db, 10) == (segment(5, 9),)
    with store.transaction():
        parked.drop_origin(store.db, A)
    assert [each.origin for each in parked.waiting(store.db)] == [B]


def test_the_same_is_parked_once_and_never_more_than_fits(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parked, "MOST_BYTES", 100)
    assert park(store, segment(2, 3, size=60), segment(2, 3, size=60)) == [True, True]
    assert park(store, segment(4, 5, size=41), segment(6, 7, size=40)) == [False, True]
    assert [each.facts for each in parked.waiting(store.db)] == [4]


def test_who_erases_a_fairs_people_keeps_none_of_them_in_what_waits(store: Store) -> None:
    park(store, segment(2, 3))
    erasure.erase_persons(store, fair="f", now_ms=NOW_MS)
    assert parked.is_empty(store.db)
