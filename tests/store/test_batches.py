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


def test_who_needs_no_badge_beforehand(store: Store, record: Record) -> None:
    record(facts.PrintRequested("f", 9, 101, 1, "first"))
    record(facts.PrintRequested("f", 10, 102, 2, "first"))
    record(facts.PrintReported(10, "failed", "folder", "disk_full"))
    record(facts.PrintRequested("g", 11, 103, 3, "first"))
    record(facts.SheetsPrinted("f", 7, 1, 1, ((2**64 - 4, 104, 1),), "B", "folder"))
    record(facts.AttendeeBarred("f", 5, barred=True, by="s1"))
    record(facts.AttendeeBarred("f", 6, barred=True, by="s1"))
    record(facts.AttendeeBarred("f", 6, barred=False, by="s1"))
    record(facts.PrintReported(12, "sent", "folder"))  # a run of sheets: nobody's badge alone
    assert batches.held(store.db, "f") == {1, 2**64 - 4, 5}


def test_rows_of_a_desk_and_what_is_revoked(store: Store, record: Record) -> None:
    record(facts.SheetsPrinted("f", 7, 1, 1, ((1, 101, 3), (2, 102, 4)), "B", "folder"))
    record(facts.SheetsPrinted("f", 8, 1, 1, ((3, 103, 9),), "C", "folder"))
    record(facts.BadgeRevoked("f", 2**63, "lost", "s1"))
    assert batches.rows_of(store.db, "f", 7) == {1: 3, 2: 4}
    assert batches.last_row(store.db, "f", "B", 8) == 4
    assert batches.last_row(store.db, "f", "B", 7) == 0
    assert batches.revoked(store.db, "f") == {2**63}


def test_what_was_reported_of_a_run(store: Store, record: Record) -> None:
    assert batches.reported(store.db, 9) is None
    record(facts.PrintReported(9, "sent", "office", "", "17"))
    record(facts.PrintReported(9, "failed", "office", "paper_out", "17"))
    assert batches.reported(store.db, 9) == batches.RunReport("failed", "paper_out", "17")
