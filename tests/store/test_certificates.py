"""Certificates and withdrawals that came as facts, and whose journals are whose."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain import facts
from kiosk.domain.signed_head import SignedHead, origin_for
from kiosk.store import attendance, certificates, heads
from kiosk.store.migrations import Store

KEY, OTHER = bytes(32), b"\x01" * 32
OLD = b"an old journal 1"
BIG = 2**32 - 1


def test_every_fact_of_a_certificate_is_kept_with_its_place(
    store: Store, record: Callable[..., facts.Fact]
) -> None:
    """One that is forged, or that another kiosk repeats, puts none out."""
    right = facts.KeyCertified(BIG, "0a" * 32, "kiosk", "east-1", 5, "0b" * 64)
    forged = facts.KeyCertified(BIG, "0a" * 32, "kiosk", "east-1", 5, "0c" * 64)
    other_fair = facts.KeyCertified(BIG, "0a" * 32, "kiosk", "east-1", BIG, "0b" * 64)
    for body in (right, forged, right, other_fair, facts.KeyCertified(1, "no hex", "kiosk", "x", 5, "00")):
        record(body)
    found = certificates.recorded(store.db)
    assert [each.seq for each in found] == [1, 2, 3, 4]
    assert {each.origin for each in found} == {store.origin}
    assert [each.certificate.signature[:1].hex() for each in found] == ["0b", "0c", "0b", "0b"]
    assert found[3].certificate.fair == BIG
    assert len(attendance.certificates(store.db)) == 3


def test_the_first_withdrawal_counts_at_whichever_fair(
    store: Store, record: Callable[..., facts.Fact]
) -> None:
    for body in (
        facts.KeyWithdrawn("f", BIG, 9, "s1"),
        facts.KeyWithdrawn("g", BIG, 4, "s1"),
        facts.KeyWithdrawn("g", 7, 1, ""),
    ):
        record(body)
    assert certificates.withdrawals(store.db) == {BIG: 4, 7: 1}


def test_a_journal_is_of_the_key_that_it_is_made_of_or_that_vouched_first(
    store: Store, chain: Callable[..., list[facts.Fact]]
) -> None:
    made = origin_for(KEY, b"nonce1")
    happened = [(1000, facts.RescueSeen("s1")), (2000, facts.RescueSeen("s1"))]
    with store.transaction():
        store.journal.receive([*chain(made, happened), *chain(OLD, happened[:1])], {}, now_ms=5000)
        (old,) = store.journal.facts(OLD)
        heads.keep(store.db, SignedHead(OLD, 1, old.hash, KEY, bytes(64)))
    assert certificates.is_journal_of(store.db, made, KEY)
    assert certificates.is_journal_of(store.db, OLD, KEY)
    assert not certificates.is_journal_of(store.db, made, OTHER)
    assert not certificates.is_journal_of(store.db, OLD, OTHER)
    origins = store.journal.origins()
    assert certificates.last_seq_of(store.db, origins, KEY) == 2
    assert certificates.last_seq_of(store.db, origins, OTHER) == 0
