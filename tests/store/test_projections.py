from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from itertools import permutations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kiosk.domain import facts
from kiosk.store import driver, presence, projections
from kiosk.store.migrations import Store
from kiosk.store.projection_schema import TABLES

Record = Callable[..., facts.Fact]
NOW_MS = 1_795_838_400_000
ORIGINS = (b"kiosk a 00000001", b"kiosk b 00000001", b"kiosk c 00000001")
SETTINGS = settings(
    deadline=None,
    max_examples=2000 if os.environ.get("FAIR_KIOSK_LONG") else 40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
)


def spread(
    data: st.DataObject, any_body: st.SearchStrategy[facts.Body], chain: Callable[..., list[facts.Fact]]
) -> list[list[facts.Fact]]:
    """What three kiosks recorded at nearly the same times."""
    happened = st.lists(st.tuples(st.integers(NOW_MS, NOW_MS + 3), any_body), max_size=6)
    return [chain(origin, data.draw(happened)) for origin in ORIGINS]


def interleave(data: st.DataObject, journals: list[list[facts.Fact]]) -> list[facts.Fact]:
    """One order in which they may arrive, each journal's own order kept."""
    left = [list(journal) for journal in journals if journal]
    order = []
    while left:
        chosen = data.draw(st.sampled_from(left))
        order.append(chosen.pop(0))
        left = [journal for journal in left if journal]
    return order


def receive_one_by_one(store: Store, order: list[facts.Fact]) -> str:
    """The projections after facts came in that order; the store is emptied for the next run."""
    with store.transaction():
        for fact in order:
            assert store.journal.receive([fact], {}, now_ms=NOW_MS).findings == ()
        digest = projections.digest(store.db)
        projections.rebuild(store.db)
        assert projections.digest(store.db) == digest, "building again gives the same"
        assert store.journal.verify() == ()
        store.db.conn.execute("ROLLBACK")
        store.db.conn.execute("BEGIN")
    return digest


@SETTINGS
@given(data=st.data())
def test_order_between_origins_does_not_matter(
    store: Store,
    any_body: st.SearchStrategy[facts.Body],
    chain: Callable[..., list[facts.Fact]],
    data: st.DataObject,
) -> None:
    journals = spread(data, any_body, chain)
    one = receive_one_by_one(store, interleave(data, journals))
    other = receive_one_by_one(store, interleave(data, journals[::-1]))
    assert one == other


IDS = st.sampled_from((1, 2, 3, 4, 2**64 - 1))
BADGE_BODIES = st.builds(
    facts.BadgeIssued,
    fair=st.just("f"),
    badge=IDS,
    attendee=st.sampled_from((1, 2)),
    badge_type=st.just(1),
    kid=st.just(7),
    last_valid_day=st.just(9),
    replaces=st.lists(IDS, max_size=2).map(tuple),
)


@settings(SETTINGS, max_examples=SETTINGS.max_examples * 3)
@given(data=st.data())
def test_order_does_not_matter_where_badges_replace_each_other(
    store: Store, chain: Callable[..., list[facts.Fact]], data: st.DataObject
) -> None:
    journals = spread(data, BADGE_BODIES, chain)
    one = receive_one_by_one(store, interleave(data, journals))
    other = receive_one_by_one(store, interleave(data, journals[::-1]))
    assert one == other


def reissue(badge: int, attendee: int, *replaces: int) -> facts.BadgeIssued:
    return facts.BadgeIssued("f", badge, attendee, 1, 7, 9, replaces)


@pytest.mark.parametrize(
    "happened",
    [
        [(5, reissue(4, 1, 9)), (1, reissue(4, 2, 9)), (3, reissue(3, 1, 9))],
        [(5, reissue(4, 1, 9)), (1, reissue(3, 1, 9)), (3, reissue(5, 2, 4))],
        [(5, reissue(4, 1, 9)), (1, reissue(3, 1, 4)), (3, facts.BadgeRevoked("f", 3, "", ""))],
    ],
    ids=["one id issued to two", "a head replaced under another name", "revoked"],
)
def test_badges_settle_alike_in_every_order(
    store: Store, chain: Callable[..., list[facts.Fact]], happened: list[tuple[int, facts.Body]]
) -> None:
    one_each = [chain(origin, [each]) for origin, each in zip(ORIGINS, happened, strict=True)]
    digests = {
        receive_one_by_one(store, [fact for journal in order for fact in journal])
        for order in permutations(one_each)
    }
    assert len(digests) == 1


def test_every_kind_reaches_its_table(store: Store, record: Record) -> None:
    """So that the property above is not about empty tables."""
    record(facts.BadgeIssued("f", 2, 1, 1, 7, 9, (1,)))
    record(facts.CheckIn("f", "east", "admit", ("welcome",), "badge", 1, 2, 1))
    record(facts.CheckInUndone("f", ORIGINS[0].hex(), 1, "s1"))
    record(facts.DoubleResolved("f", ((ORIGINS[0].hex(), 1),), "same_person", "s1"))
    record(facts.PrintersOffered("f", "east-1", ()))
    record(facts.ForkFound(ORIGINS[0].hex(), 1, "ab", "cd"))
    record(facts.ForkSeen(ORIGINS[0].hex(), 1, "s1"))
    record(facts.AttendeeBarred("f", 1, True, "s1"))
    record(facts.StallsReleased("f", ("A001",), True, "s1"))
    record(facts.PassagesClosed("f", ("lift-1",), True, "s1"))
    record(facts.StallsClosed("f", ("A001",), True, "s1"))
    record(facts.StallMoved("f", "A001", "B002", "s1"))
    record(facts.PlanKept("f", 1, ("A001",), ()))
    record(facts.LookupsCounted("f", 2523, 3, 1, (("华为", 2),), 0))
    record(facts.KeyWithdrawn("f", 7, 1, "s1"))
    record(facts.EntryPaused("f", "", True, "s1"))
    record(facts.PrintRequested("f", 5, 2, 1, "first"))
    record(facts.BatchOrdered("f", 7, ("employer",), "stalls", "a4_a6", "B", 20, "s1"))
    record(facts.SheetsPrinted("f", 7, 1, 2, ((1, 2, 1),), "B", "folder"))
    record(facts.BatchEnded("f", 7, True, "s1"))
    record(facts.KeyCertified(7, "00", "kiosk", "east-1", 9, "ff"))
    record(facts.PersonsErased("f", 3))
    with store.transaction():
        personal = facts.Personal(bytes(16), b'{"name":"x"}')
        body = facts.AttendeeRegistered("f", 1, 1, "1", "", "", facts.personal_digest(personal))
        store.journal.append(body, now_ms=NOW_MS, personal=personal)
    counts = {name: driver.rows(store.db, f"SELECT count(*) FROM {name}")[0][0] for name in TABLES}
    assert all(counts.values()), counts


def test_the_digest_notices_every_change(store: Store, record: Record) -> None:
    seen = {projections.digest(store.db)}
    for body in (
        facts.EntryPaused("f", "", True, "s1"),
        facts.EntryPaused("f", "", False, "s1"),
        facts.BadgeRevoked("f", 1, "lost", "s1"),
        facts.PrintReported(5, "failed", "p", "out of paper"),
    ):
        record(body)
        seen.add(projections.digest(store.db))
    assert len(seen) == 5


def test_building_again_mends_what_was_spoilt(store: Store, record: Record) -> None:
    for attendee in range(20):
        record(facts.CheckIn("f", "east", "admit", ("welcome",), "badge", attendee, attendee, 1))
    digest = projections.digest(store.db)
    with store.transaction():
        store.db.conn.execute("DELETE FROM presence WHERE subject > 7")
        store.db.conn.execute("UPDATE occupancy SET people = 1")
    assert projections.digest(store.db) != digest
    told: list[tuple[int, int]] = []
    with store.transaction():
        projections.rebuild(store.db, lambda done, total: told.append((done, total)))
    assert projections.digest(store.db) == digest
    assert told[-1] == (20, 20)


@pytest.mark.parametrize(("day", "counted"), [(2523, 1), (None, 0), (2**16, 0), (2**64 - 1, 0)])
def test_a_check_in_counts_on_the_day_it_was_decided_for(
    store: Store, record: Callable[..., facts.Fact], day: int | None, counted: int
) -> None:
    later_ms = 1_795_838_400_000 + 5 * 24 * 3600 * 1000
    record(facts.CheckIn("f", "east", "admit", ("welcome",), "badge", 1, 2, 1, day), later_ms)
    assert presence.occupancy(store.db, "f", date(2026, 11, 28)) == counted
    assert presence.occupancy(store.db, "f", date(2026, 12, 3)) == 1 - counted
