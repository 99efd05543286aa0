"""What was looked up: what waits, and what the facts add up to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kiosk.domain import facts
from kiosk.domain.fair import day_number
from kiosk.store import driver, erasure, lookups
from kiosk.store.migrations import Store

Record = Callable[[facts.Body], None]
DAY = date(2026, 11, 28)
NEXT = date(2026, 11, 29)


def test_a_visit_counts_each_word_once_until_a_fact_has_it(store: Store) -> None:
    with store.transaction():
        lookups.note(store.db, "f", DAY, found=2, missed=("火星", "火星"))
        lookups.note(store.db, "f", DAY, found=0, missed=("火星", "月球"))
        lookups.note(store.db, "f", NEXT, found=1, missed=())
    first, second = lookups.waiting(store.db, "f")
    assert first == lookups.Waiting(DAY, 5, 2, (("火星", 2), ("月球", 1)))
    assert second == lookups.Waiting(NEXT, 1, 1, ())
    with store.transaction():
        lookups.clear(store.db, "f", DAY, ("火星",))
        lookups.clear(store.db, "f", NEXT)
    assert lookups.waiting(store.db, "f") == (lookups.Waiting(DAY, 0, 0, (("月球", 1),)),)


def test_facts_of_all_kiosks_add_up(store: Store, record: Record) -> None:
    day = day_number(DAY)
    record(facts.LookupsCounted("f", day, 10, 7, (("火星", 3), ("月球", 2)), 1))
    record(facts.LookupsCounted("f", day, 5, 5, (("月球", 2),), 0))
    record(facts.LookupsCounted("f", 2**64 - 1, 5, 5, (("never", 2),), 0))
    (found,) = lookups.lookups(store.db, "f")
    assert found == lookups.LookupDay(DAY, 15, 12, 1, (("月球", 4), ("火星", 3)))


def test_an_erasure_forgets_what_waits(store: Store) -> None:
    with store.transaction():
        lookups.note(store.db, "f", DAY, found=0, missed=("林示远",))
    erasure.erase_persons(store, fair="f", now_ms=1_795_838_400_000)
    assert driver.rows(store.db, "SELECT count(*) FROM lookup_waiting") == [(0,)]
