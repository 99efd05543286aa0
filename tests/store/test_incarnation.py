"""Whose journal a store goes on with: origins of a key, and the machine that a store is at home on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.domain import facts
from kiosk.domain.signed_head import is_bound, is_of, origin_for
from kiosk.store.migrations import Store, open_store

KEY = bytes(range(32))
SIGNED_IN = facts.StaffSignedIn("f", "s1")


def test_an_origin_is_one_keys_alone(store: Store) -> None:
    assert not is_bound(store.origin)
    store.begin_incarnation(KEY)
    assert is_of(store.origin, KEY)
    assert not is_of(store.origin, bytes(32))
    other = store.origin
    store.begin_incarnation(KEY)
    assert store.origin != other
    assert origin_for(KEY, b"123456") != origin_for(bytes(32), b"123456")


def test_only_origins_with_facts_are_remembered(store: Store, record: Callable[..., facts.Fact]) -> None:
    store.begin_incarnation(KEY)
    first = store.origin
    record(SIGNED_IN)
    store.begin_incarnation(KEY)
    store.begin_incarnation(KEY)
    assert store.earlier_origins() == {first}


def test_where_a_store_is_at_home_is_kept(tmp_path: Path, key: bytes) -> None:
    store = open_store(tmp_path / "store.db", key)
    assert store.machine == ""
    store.settle_on("here")
    store.close()
    again = open_store(tmp_path / "store.db", key)
    assert again.machine == "here"
    again.close()


def test_whoever_waits_for_facts_hears_of_each_commit(store: Store) -> None:
    heard: list[int] = []
    store.on_append = lambda: heard.append(store.journal.origins()[store.origin])
    with store.transaction():
        store.journal.append(SIGNED_IN, now_ms=1)
        store.journal.append(SIGNED_IN, now_ms=2)
        assert heard == []
    assert heard == [2]
    store.settle_on("here")
    assert heard == [2], "nothing was appended"
