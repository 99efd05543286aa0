"""Erasing: what is personal is gone, facts stay, and it leaves proof."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain import facts
from kiosk.domain.attendee import Person
from kiosk.store import journal as journals
from kiosk.store.erasure import erase_persons
from kiosk.store.faults import StoreFault, StoreFaultKind
from kiosk.store.migrations import Store, open_store
from kiosk.store.walk_ups import search_walk_ups


def test_what_is_personal_goes_and_the_chain_stays(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store.db", b"k" * 32)
    for number, fair in ((1, "this"), (2, "other")):
        personal = journals.personal_for(Person(f"赵走{number}", "某校"))
        body = facts.AttendeeRegistered(fair, number, 1, "1", "", "", facts.personal_digest(personal))
        with store.transaction():
            store.journal.append(body, now_ms=1000, personal=personal)
    assert erase_persons(store, fair="this", now_ms=2000) == 1
    assert search_walk_ups(store.db, "赵走1", fair="this") == ()
    assert len(search_walk_ups(store.db, "赵走2", fair="other")) == 1
    assert store.journal.verify() == ()
    assert [fact.kind for fact in store.journal.facts()][-1] == "persons_erased"
    with store.transaction():
        store.db.conn.execute("DELETE FROM personal")
    assert [each.kind for each in store.journal.verify()] == [journals.FindingKind.PERSONAL_MISSING]
    store.close()


def test_a_log_that_another_process_reads_is_said(tmp_path: Path) -> None:
    store, reader = (open_store(tmp_path / "store.db", b"k" * 32) for _ in range(2))
    with store.transaction():
        store.journal.append(facts.StaffSignedIn("this", "s1"), now_ms=1000)
    for each in (store, reader):
        each.db.conn.execute("PRAGMA busy_timeout = 10")
    reader.db.conn.execute("BEGIN")
    reader.db.conn.execute("SELECT count(*) FROM fact").fetchone()
    with pytest.raises(StoreFault) as fault:
        erase_persons(store, fair="this", now_ms=2000)
    assert fault.value.kind is StoreFaultKind.BUSY
    reader.db.conn.execute("COMMIT")
    reader.close()
    assert erase_persons(store, fair="this", now_ms=3000) == 0
    assert (tmp_path / "store.db-wal").stat().st_size == 0
    store.close()


def test_an_erasure_travels(
    store: Store, register: Callable[..., facts.Fact], chain: Callable[..., list[facts.Fact]]
) -> None:
    mine = register(1, Person("林示远"), fair="this")
    other = register(2, Person("李示例"), fair="another")
    there = chain(b"another kiosk 01", [(2000, facts.PersonsErased("this", 7))])
    with store.transaction():
        store.journal.receive(there, {}, now_ms=2000)
    left = {seq for _, seq in store.journal.personals(store.origin, 1, 9)}
    assert left == {other.seq} != {mine.seq}
    assert store.journal.verify() == ()
