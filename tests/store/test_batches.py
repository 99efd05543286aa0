"""Batches of badges on sheets: what is printed, and where it lies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.domain import facts
from kiosk.store import batches
from kiosk.store.migrations import Store

Record = Callable[..., facts.Fact]
ORDERED = facts.BatchOrdered("f", 7, ("employer", "school"), "stalls", "a4_a6", "B", 20, "s1")


def test_a_batch_and_how_far_it_has_come(store: Store, record: Record) -> None:
    record(ORDERED)
    record(facts.SheetsPrinted("f", 7, 1, 2, ((1, 101, 1), (2, 102, 1)), "B", "folder"))
    record(facts.SheetsPrinted("f", 7, 3, 3, ((3, 103, 2),), "B", "folder"))
    (batch,) = batches.batches(store.db, "f")
    assert (batch.batch, batch.whom, batch.order, batch.sheet) == (
        7,
        ("employer", "school"),
        "stalls",
        "a4_a6",
    )
    assert (batch.desk, batch.row, batch.by, batch.origin) == ("B", 20, "s1", store.origin)
    assert (batch.last_sheet, batch.printed, batch.ended) == (3, 3, None)
    assert batches.printed_of(store.db, "f", 7) == {1, 2, 3}
    assert batches.batches(store.db, "g") == ()


@pytest.mark.parametrize(("whole", "said"), [(True, "whole"), (False, "given up")])
def test_how_a_batch_ended(store: Store, record: Record, whole: bool, said: str) -> None:
    record(facts.BatchEnded("f", 7, not whole, "s1"))
    record(facts.BatchEnded("f", 7, whole, "s1"))
    record(ORDERED)
    assert batches.batches(store.db, "f")[0].ended == said


def test_where_a_badge_lies(store: Store, record: Record) -> None:
    record(ORDERED)
    record(facts.SheetsPrinted("f", 7, 1, 1, ((2**64 - 1, 2**63, 3),), "B", "folder"))
    assert batches.lying(store.db, "f", 2**64 - 1) == batches.Lying(7, 2**63, "B", 3)
    assert batches.lying(store.db, "f", 1) is None
    assert batches.lying(store.db, "g", 2**64 - 1) is None


@pytest.mark.parametrize(
    "later",
    [
        facts.BadgeRevoked("f", 101, "lost", "s1"),
        facts.BadgeIssued("f", 102, 1, 1, 7, 9, (101,)),
        facts.PrintRequested("f", 9, 101, 1, "damaged", "s1"),
    ],
    ids=["revoked", "replaced", "printed again"],
)
def test_what_lies_there_no_more_is_not_named(store: Store, record: Record, later: facts.Body) -> None:
    record(facts.SheetsPrinted("f", 7, 1, 1, ((1, 101, 3),), "B", "folder"))
    assert batches.lying(store.db, "f", 1) is not None
    record(later)
    assert batches.lying(store.db, "f", 1) is None
