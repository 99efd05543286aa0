"""Plans kept with a badge: the latest counts, an empty one forgets."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain import facts
from kiosk.store.kept_plans import kept_plan
from kiosk.store.migrations import Store

Record = Callable[[facts.Body], None]
SOMEBODY = 2**64 - 1


def test_the_latest_plan_counts(store: Store, record: Record) -> None:
    assert kept_plan(store.db, "f", SOMEBODY) is None
    record(facts.PlanKept("f", SOMEBODY, ("A001",), ("t1",)))
    record(facts.PlanKept("f", SOMEBODY, ("A002", "A001"), ()))
    assert kept_plan(store.db, "f", SOMEBODY) == (("A002", "A001"), ())
    assert kept_plan(store.db, "g", SOMEBODY) is None
    record(facts.PlanKept("f", SOMEBODY, (), ()))
    assert kept_plan(store.db, "f", SOMEBODY) is None
