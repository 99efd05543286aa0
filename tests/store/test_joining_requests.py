"""Requests of machines that ask to be let in, in a hub's store."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.store import joining
from kiosk.store.joining import JoiningRecord
from kiosk.store.migrations import Store

FIRST = JoiningRecord("0" * 32, "123456", "west-1", 2000, b"what was said")
SECOND = JoiningRecord("1" * 32, "654321", "西门", 1000, b"")


def test_they_wait_the_oldest_first_until_they_are_answered(store: Store) -> None:
    with store.transaction():
        for each in (FIRST, SECOND):
            joining.keep(store.db, each)
    assert joining.waiting(store.db) == (SECOND, FIRST)
    assert joining.answered(store.db) == ()
    with store.transaction():
        joining.answer(store.db, FIRST.request, b"sealed")
        joining.answer(store.db, SECOND.request, b"")
    assert joining.waiting(store.db) == ()
    assert joining.answered(store.db) == (replace(SECOND, answer=b""), replace(FIRST, answer=b"sealed"))
    assert joining.find(store.db, FIRST.request) == replace(FIRST, answer=b"sealed")
    with store.transaction():
        joining.forget(store.db, (FIRST.request, "nobody"))
    assert joining.find(store.db, FIRST.request) is None
    assert joining.find(store.db, SECOND.request) is not None


def test_one_that_is_known_stays_as_it_is(store: Store) -> None:
    with store.transaction():
        joining.keep(store.db, FIRST)
        joining.keep(store.db, replace(FIRST, name="another", content=b"other"))
    assert joining.waiting(store.db) == (FIRST,)


def test_nothing_is_kept_outside_a_transaction(store: Store) -> None:
    with pytest.raises(AssertionError):
        joining.keep(store.db, FIRST)
    with pytest.raises(AssertionError):
        joining.answer(store.db, FIRST.request, b"")
