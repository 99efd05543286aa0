"""Facts that come many at a time: the same as one by one, whatever the order and however they are cut."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kiosk.domain import facts
from kiosk.domain.attendee import Person
from kiosk.store import bodies, driver, projections
from kiosk.store.journal import Finding, FindingKind, Received
from kiosk.store.migrations import Store

Chains = Callable[..., list[facts.Fact]]
NOW_MS = 1_795_838_400_000
ORIGINS = (b"kiosk a 00000001", b"kiosk b 00000001", b"kiosk c 00000001")
A, B = ORIGINS[:2]
SIGNED_IN = facts.StaffSignedIn("f", "s1")
SIZES = (1, 7, 200)
SETTINGS = settings(
    deadline=None,
    max_examples=1000 if os.environ.get("FAIR_KIOSK_LONG") else 30,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
)


def rechained(some: Sequence[facts.Fact]) -> facts.Chain:
    """The same facts as whoever decodes a segment has them."""
    rows = [(fact.time, fact.kind, fact.body) for fact in some]
    return facts.chained(some[0].origin, some[0].seq, some[0].previous, rows)


def pieces(order: Sequence[facts.Fact], size: int) -> Iterator[Sequence[facts.Fact]]:
    for first in range(0, len(order), size):
        yield order[first : first + size]


def receive(store: Store, some: Sequence[facts.Fact], *, as_chains: bool) -> Received:
    """Inside a transaction, as loose facts or as chains."""
    if not as_chains:
        return store.journal.receive(some, {}, now_ms=NOW_MS)
    by_origin: dict[bytes, list[facts.Fact]] = {}
    for fact in some:
        by_origin.setdefault(fact.origin, []).append(fact)
    chains = [rechained(each) for each in by_origin.values()]
    return store.journal.receive_chains(chains, {}, now_ms=NOW_MS)


def digest_of(store: Store, order: Sequence[facts.Fact], size: int, *, as_chains: bool) -> str:
    """The projections after facts came in that order and size; the store is as before then."""
    with store.transaction():
        stored = 0
        for piece in pieces(order, size):
            received = receive(store, piece, as_chains=as_chains)
            assert received.findings == ()
            stored += received.stored
        assert stored == len(order)
        digest = projections.digest(store.db)
        store.db.conn.execute("ROLLBACK")
        store.db.conn.execute("BEGIN")
    return digest


def digest_of_rules(store: Store, order: Sequence[facts.Fact]) -> str:
    """The same as each fact's own rule has it: what a decision of this kiosk's calls."""
    with store.transaction():
        for fact in order:
            body = bodies.decode(fact.kind, fact.body)
            assert body is not None
            projections.apply(store.db, fact, body)
        digest = projections.digest(store.db)
        store.db.conn.execute("ROLLBACK")
        store.db.conn.execute("BEGIN")
    return digest


def interleaved(data: st.DataObject, journals: list[list[facts.Fact]]) -> list[facts.Fact]:
    """One order in which they may arrive, each journal's own order kept."""
    left = [list(journal) for journal in journals if journal]
    order = []
    while left:
        order.append(data.draw(st.sampled_from(left)).pop(0))
        left = [journal for journal in left if journal]
    return order


def agree(store: Store, data: st.DataObject, journals: list[list[facts.Fact]]) -> None:
    """Every order and size, and each fact's own rule, come to the same."""
    digests = {
        digest_of(store, interleaved(data, journals), size, as_chains=as_chains)
        for size in SIZES
        for as_chains in (False, True)
    }
    assert digests == {digest_of_rules(store, interleaved(data, journals))}


@SETTINGS
@given(data=st.data())
def test_every_size_and_order_comes_to_the_same(
    store: Store, any_body: st.SearchStrategy[facts.Body], chain: Chains, data: st.DataObject
) -> None:
    happened = st.lists(st.tuples(st.integers(NOW_MS, NOW_MS + 3), any_body), max_size=12)
    agree(store, data, [chain(origin, data.draw(happened)) for origin in ORIGINS])


PASSES = st.builds(
    facts.CheckIn,
    fair=st.just("f"),
    gate=st.sampled_from(("east", "west")),
    verdict=st.sampled_from(("admit", "admit", "admit", "refuse")),
    reasons=st.sampled_from((("welcome",), ("repeated",))),
    claim=st.just("badge"),
    attendee=st.sampled_from((1, 2)),
    day=st.just(2523),
    direction=st.sampled_from(("in", "in", "out", "none")),
    hall=st.sampled_from(("1", "2")),
    session=st.sampled_from(("", "", "t1")),
)
UNDOES = st.builds(
    facts.CheckInUndone,
    fair=st.just("f"),
    origin=st.sampled_from(tuple(origin.hex() for origin in ORIGINS)),
    seq=st.integers(1, 12),
    by=st.just("s1"),
)
PRINTS = st.builds(
    facts.PrintReported,
    job=st.sampled_from((1, 2)),
    state=st.sampled_from(("sent", "confirmed", "failed")),
    printer=st.sampled_from(("p1", "p2")),
)


@settings(SETTINGS, max_examples=SETTINGS.max_examples * 3)
@given(data=st.data())
def test_passages_and_prints_come_to_the_same(store: Store, chain: Chains, data: st.DataObject) -> None:
    """Two people, two halls and few moments: exits before entries, doubles, and much that is taken back."""
    any_of_these = st.one_of(PASSES, PASSES, UNDOES, PRINTS)
    happened = st.lists(st.tuples(st.integers(NOW_MS, NOW_MS + 3), any_of_these), max_size=20)
    agree(store, data, [chain(origin, data.draw(happened)) for origin in ORIGINS])


def test_people_who_all_left_again_leave_no_rows_of_none(store: Store, chain: Chains) -> None:
    def shows(direction: str) -> facts.CheckIn:
        return facts.CheckIn("f", "east", "admit", ("welcome",), "badge", 1, 2, 1, 2523, direction, "1")

    come, go = chain(A, [(NOW_MS, shows("in"))]), chain(B, [(NOW_MS + 5, shows("out"))])
    for order in ([*come, *go], [*go, *come]):
        with store.transaction():
            store.journal.receive(order, {}, now_ms=NOW_MS)
            assert driver.rows(store.db, "SELECT * FROM occupancy") == []
            assert driver.rows(store.db, "SELECT people FROM turnout") == [(1,)]
            store.db.conn.execute("ROLLBACK")
            store.db.conn.execute("BEGIN")


@pytest.mark.parametrize("as_chains", [False, True])
def test_what_is_known_in_part_is_taken_from_where_it_goes_on(
    store: Store, chain: Chains, as_chains: bool
) -> None:
    theirs = chain(A, [(NOW_MS, SIGNED_IN)] * 9)
    with store.transaction():
        assert receive(store, theirs[:4], as_chains=as_chains).stored == 4
        assert receive(store, theirs[2:7], as_chains=as_chains) == Received(3, ())
        assert receive(store, theirs, as_chains=as_chains) == Received(2, ())
        assert receive(store, theirs, as_chains=as_chains) == Received(0, ())
    assert list(store.journal.facts(A)) == theirs


def test_one_fact_may_come_twice_in_one_piece(store: Store, chain: Chains) -> None:
    theirs = chain(A, [(NOW_MS, SIGNED_IN)] * 3)
    with store.transaction():
        assert store.journal.receive([*theirs, *theirs[1:]], {}, now_ms=NOW_MS) == Received(3, ())
        chains = [rechained(theirs), rechained(theirs[1:])]
        assert store.journal.receive_chains(chains, {}, now_ms=NOW_MS) == Received(0, ())


def test_two_contents_in_one_piece_are_a_fork(store: Store, chain: Chains) -> None:
    theirs = chain(A, [(NOW_MS, SIGNED_IN)] * 3)
    other = chain(A, [(NOW_MS, SIGNED_IN), *[(NOW_MS + 9, SIGNED_IN)] * 2])
    with store.transaction():
        chains = [rechained(theirs), rechained(other[1:])]
        received = store.journal.receive_chains(chains, {}, now_ms=NOW_MS)
    assert received == Received(3, (Finding(FindingKind.FORK, A, 2),))
    assert driver.rows(store.db, "SELECT kept, other FROM fork") == [(theirs[1].hash, other[1].hash)]


def test_a_chain_that_follows_on_another_content_is_a_fork(store: Store, chain: Chains) -> None:
    other = chain(A, [(NOW_MS, SIGNED_IN), *[(NOW_MS + 9, SIGNED_IN)] * 2])
    with store.transaction():
        store.journal.receive(chain(A, [(NOW_MS, SIGNED_IN)] * 2), {}, now_ms=NOW_MS)
        received = store.journal.receive_chains([rechained(other[2:])], {}, now_ms=NOW_MS)
    assert received == Received(0, (Finding(FindingKind.FORK, A, 2),))


def test_a_gap_between_chains_is_told_and_nothing_after_it_taken(store: Store, chain: Chains) -> None:
    theirs = chain(A, [(NOW_MS, SIGNED_IN)] * 9)
    chains = [rechained(theirs[7:]), rechained(theirs[:2]), rechained(theirs[4:6])]
    with store.transaction():
        received = store.journal.receive_chains(chains, {}, now_ms=NOW_MS)
    assert received == Received(2, (Finding(FindingKind.GAP, A, 3),))


def registered(personal: facts.Personal) -> facts.AttendeeRegistered:
    return facts.AttendeeRegistered("f", 1, 1, "1", "", "", facts.personal_digest(personal))


@pytest.mark.parametrize("erased_by", [A, B])
def test_an_erasure_in_the_same_piece_keeps_personal_fields_out(
    store: Store, chain: Chains, erased_by: bytes
) -> None:
    personal = bodies.personal_for(Person("林示远"))
    happened: list[tuple[int, facts.Body]] = [(NOW_MS, registered(personal))]
    erasure: tuple[int, facts.Body] = (NOW_MS, facts.PersonsErased("f", 1))
    both = chain(A, [*happened, erasure]) if erased_by == A else chain(A, happened) + chain(B, [erasure])
    with store.transaction():
        assert store.journal.receive(both, {(A, 1): personal}, now_ms=NOW_MS).stored == 2
    assert store.journal.personals(A, 1, 9) == {}


def test_personal_fields_come_with_what_is_new_and_after_what_is_known(store: Store, chain: Chains) -> None:
    personals = [bodies.personal_for(Person(name)) for name in ("林示远", "陈示例", "李示例")]
    theirs = chain(A, [(NOW_MS, registered(each)) for each in personals])
    of_facts = {(A, seq): each for seq, each in enumerate(personals, 1)}
    with store.transaction():
        store.journal.receive(theirs[:2], {(A, 1): personals[0]}, now_ms=NOW_MS)
        received = store.journal.receive_chains([rechained(theirs)], of_facts, now_ms=NOW_MS)
    assert received == Received(1, ())
    assert store.journal.personals(A, 1, 9) == of_facts


def test_what_is_rescued_comes_in_one_piece(store: Store, chain: Chains) -> None:
    """More than is held in memory at once."""
    checked_in = facts.CheckIn("f", "east", "admit", ("welcome",), "badge", 1, 2, 1, 2523)
    theirs = chain(A, [(NOW_MS, checked_in)] * 4100)
    with store.transaction():
        assert store.journal.receive(theirs, {}, now_ms=NOW_MS).stored == 4100
    assert driver.rows(store.db, "SELECT check_ins, passages FROM gate_count") == [(4100, 4100)]
    assert driver.rows(store.db, "SELECT doubles FROM presence") == [(4099,)]


def test_heads_and_heard_are_read_and_written_once(store: Store, chain: Chains) -> None:
    """The cost of a piece is not that of its facts one by one: few statements for 200 facts."""
    body = facts.CheckIn("f", "east", "admit", ("welcome",), "badge", None, None, None, 2523, "none")
    theirs = chain(A, [(NOW_MS, body)] * 200)
    asked: list[str] = []
    with store.transaction():
        store.db.conn.set_trace_callback(lambda sql: asked.append(sql.split()[0]))
        store.journal.receive(theirs, {}, now_ms=NOW_MS)
        store.db.conn.set_trace_callback(None)
    assert asked.count("SELECT") < 10
    assert len(driver.rows(store.db, "SELECT * FROM gate_count")) == 1


def test_a_chain_is_made_of_bytes_and_its_slices_are_none(chain: Chains) -> None:
    theirs = chain(A, [(NOW_MS, SIGNED_IN)] * 3)
    made = rechained(theirs)
    assert list(made) == theirs
    assert type(made) is facts.Chain
    assert type(made[1:]) is tuple
    changed = facts.chained(A, 1, facts.GENESIS, [(fact.time, "other", fact.body) for fact in theirs])
    assert changed[0].hash != theirs[0].hash


@pytest.mark.parametrize(
    ("origin", "first", "previous", "time"),
    [
        (b"short", 1, facts.GENESIS, 1),
        (A, 0, facts.GENESIS, 1),
        (A, 2**63, facts.GENESIS, 1),
        (A, 1, b"", 1),
        (A, 1, facts.GENESIS, 2**63),
    ],
)
def test_no_chain_is_made_of_what_no_fact_could_have(
    origin: bytes, first: int, previous: bytes, time: int
) -> None:
    with pytest.raises(ValueError, match="no "):
        facts.chained(origin, first, previous, [(time, "staff_signed_in", b"{}")])


def test_loose_facts_are_never_believed(store: Store, chain: Chains) -> None:
    theirs = chain(A, [(NOW_MS, SIGNED_IN)] * 3)
    forged = [theirs[0], replace(theirs[1], kind="badge_praised"), theirs[2]]
    with store.transaction():
        received = store.journal.receive(forged, {}, now_ms=NOW_MS)
    assert received == Received(1, (Finding(FindingKind.WRONG_HASH, A, 2),))
