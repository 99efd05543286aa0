"""What staff have changed on the floor, read back from facts."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain import facts
from kiosk.store import floor
from kiosk.store.migrations import Store

Record = Callable[[facts.Body], None]


def test_the_last_word_on_a_passage_counts(store: Store, record: Record) -> None:
    record(facts.PassagesClosed("f", ("lift-1", "gap"), True, "s1"))
    record(facts.PassagesClosed("g", ("gap-2",), True, "s1"))
    record(facts.PassagesClosed("f", ("gap",), False, "s2"))
    assert floor.closed_passages(store.db, "f") == {"lift-1"}
    (closure,) = floor.closures(store.db, "f")
    assert (closure.passage, closure.by) == ("lift-1", "s1")


def test_closed_and_moved_stalls(store: Store, record: Record) -> None:
    record(facts.StallsClosed("f", ("A001", "A002"), True, "s1"))
    record(facts.StallsClosed("f", ("A002",), False, "s1"))
    record(facts.StallMoved("f", "A003", "B001", "s1"))
    record(facts.StallMoved("f", "A004", "B002", "s1"))
    record(facts.StallMoved("f", "A004", "", "s1"))
    assert floor.closed_stalls(store.db, "f") == {"A001"}
    assert floor.moved_stalls(store.db, "f") == {"A003": "B001"}
    assert floor.moved_stalls(store.db, "g") == {}
