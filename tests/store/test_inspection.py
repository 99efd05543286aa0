"""What an opening notices, and what only a check of the whole store finds."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain import facts
from kiosk.store import driver, inspection
from kiosk.store.driver import PAGE_SIZE, check_mark
from kiosk.store.faults import StoreFault, StoreFaultKind
from kiosk.store.head_mark import mark_path
from kiosk.store.journal import FindingKind, Journal
from kiosk.store.migrations import Store, open_store

SIGNED_IN = facts.StaffSignedIn("f", "s1")


def record(store: Store, count: int) -> None:
    for _ in range(count):
        with store.transaction():
            store.journal.append(SIGNED_IN, now_ms=1)


def copied(store: Store, folder: Path) -> Path:
    """The files as a kill would leave them now. (A copy: what is open here keeps its locks.)"""
    folder.mkdir()
    for each in store.path.parent.iterdir():
        shutil.copy(each, folder)
    return folder / store.path.name


def fault(path: Path, key: bytes) -> str:
    with pytest.raises(StoreFault) as caught:
        open_store(path, key)
    assert caught.value.kind is StoreFaultKind.DAMAGED
    return caught.value.detail


def log(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


@pytest.fixture
def killed(store: Store, tmp_path: Path) -> Path:
    """A store whose last ten transactions lie in its log."""
    record(store, 30)
    driver.rows(store.db, "PRAGMA wal_checkpoint(TRUNCATE)")
    record(store, 10)
    return copied(store, tmp_path / "killed")


def frames(path: Path) -> int:
    return (log(path).stat().st_size - 32) // (PAGE_SIZE + 24)


def test_a_killed_store_opens_and_its_log_is_folded_in(killed: Path, key: bytes) -> None:
    store = open_store(killed, key)
    assert store.journal.origins() == {store.origin: 40}
    assert log(killed).stat().st_size == 0
    store.close()
    assert sorted(each.name for each in killed.parent.iterdir()) == ["store.db", "store.db-head"]


def test_a_log_that_broke_in_the_middle_is_noticed_without_a_mark(killed: Path, key: bytes) -> None:
    mark_path(killed).unlink()
    raw = bytearray(log(killed).read_bytes())
    raw[32 + (PAGE_SIZE + 24) * (frames(killed) // 2) + 500] ^= 1
    log(killed).write_bytes(raw)
    assert fault(killed, key) == "the write-ahead log"


def test_one_torn_transaction_at_the_end_is_a_power_cut(killed: Path, key: bytes) -> None:
    """It was never acknowledged: the mark did not know it, or could not be written any more."""
    mark_path(killed).unlink()
    raw = bytearray(log(killed).read_bytes())
    raw[-500] ^= 1
    log(killed).write_bytes(raw)
    store = open_store(killed, key)
    assert store.journal.origins() == {store.origin: 39}
    store.close()


def test_what_was_acknowledged_and_is_gone_is_noticed(killed: Path, key: bytes) -> None:
    raw = bytearray(log(killed).read_bytes())
    raw[-500] ^= 1
    log(killed).write_bytes(raw)
    assert fault(killed, key) == "facts that were acknowledged are not there"


def test_looking_changes_nothing(killed: Path, key: bytes) -> None:
    """SQLite folds a log in when it closes: here that would write older pages over newer ones."""
    log(killed).write_bytes(log(killed).read_bytes()[: 32 + 5 * (PAGE_SIZE + 24)])
    before = (killed.read_bytes(), log(killed).read_bytes())
    fault(killed, key)
    assert (killed.read_bytes(), log(killed).read_bytes()) == before


def test_a_log_in_use_is_no_log_that_was_left(store: Store, key: bytes) -> None:
    record(store, 5)
    before = log(store.path).stat().st_size
    second = open_store(store.path, key)
    assert log(store.path).stat().st_size >= before > 0, "the first one's log was not folded in"
    second.close()
    record(store, 1)


@pytest.mark.parametrize("page", range(1, 26))
def test_every_page_is_looked_at(store: Store, key: bytes, page: int) -> None:
    """Also those that nobody reads at an opening."""
    record(store, 3)
    store.close()
    raw = bytearray(store.path.read_bytes())
    raw[page * PAGE_SIZE + 1000] ^= 1
    store.path.write_bytes(raw)
    assert fault(store.path, key) in {"a page", "SQLITE_CORRUPT"}


def test_of_a_large_store_the_pages_are_left_to_the_backup(
    store: Store, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspection, "SMALL_BYTES", 0)
    record(store, 3)
    store.close()
    raw = bytearray(store.path.read_bytes())
    raw[-1000] ^= 1
    store.path.write_bytes(raw)
    open_store(store.path, key).close()
    check_mark(store.path).touch()
    assert fault(store.path, key) == "a page"
    assert check_mark(store.path).exists(), "still to be checked"


def _without_triggers(store: Store) -> None:
    for name in ("fact_follows", "fact_chains", "fact_stays", "fact_remains"):
        store.db.conn.execute(f"DROP TRIGGER {name}")


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("DELETE FROM fact WHERE seq = 100", "a gap in the journal"),
        ("UPDATE fact SET body = x'7b7d' WHERE seq = 290", "the journal's last facts"),
        ("UPDATE fact SET previous = zeroblob(32) WHERE seq = 290", "the journal's last facts"),
    ],
)
def test_a_journal_that_does_not_hold_is_noticed(store: Store, key: bytes, sql: str, said: str) -> None:
    with store.transaction():
        for _ in range(300):
            store.journal.append(SIGNED_IN, now_ms=1)
    _without_triggers(store)
    store.db.conn.execute(sql)
    store.close()
    assert fault(store.path, key) == said


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE fact SET body = x'7b7d' WHERE seq = 5", "a broken journal"),
        ("PRAGMA foreign_keys = OFF; INSERT INTO personal VALUES (zeroblob(16), 1, x'', x'')", "no fact"),
    ],
)
def test_the_rest_is_found_by_a_whole_check(store: Store, key: bytes, sql: str, said: str) -> None:
    with store.transaction():
        for _ in range(300):
            store.journal.append(SIGNED_IN, now_ms=1)
    _without_triggers(store)
    for each in sql.split("; "):
        store.db.conn.execute(each)
    assert said in store.damage()
    store.close()
    assert said in fault(store.path, key)


def test_a_whole_store_is_whole(store: Store, key: bytes, chain: Callable[..., list[facts.Fact]]) -> None:
    """A fork, and personal fields that were lost long ago, are no damage of this file."""
    record(store, 3)
    one, other = (chain(b"f" * 16, [(time, SIGNED_IN)]) for time in (1, 2))
    with store.transaction():
        store.journal.receive(one, {}, now_ms=1)
        store.journal.receive(other, {}, now_ms=1)
    assert [each.kind for each in store.journal.verify()] == [FindingKind.FORK]
    assert store.damage() == ""
    check_mark(store.path).touch()
    store.close()
    open_store(store.path, key).close()
    assert not check_mark(store.path).exists()


def test_a_page_that_was_torn_while_the_log_was_folded_in_is_whole_in_the_log(
    killed: Path, key: bytes
) -> None:
    """A power cut; what the log does not hold is damage, and nothing is folded in before it is put aside."""
    looking = driver.look(killed, key)
    found = inspection.read_log(killed)
    in_log = inspection.held(looking, killed, found)
    looking.close()
    pages = killed.stat().st_size // PAGE_SIZE
    outside = next(number for number in range(2, pages + 1) if number not in in_log)
    inside = next(number for number in range(2, pages + 1) if number in in_log)
    raw = bytearray(killed.read_bytes())
    raw[inside * PAGE_SIZE - 1000] ^= 1
    torn = bytes(raw)
    raw[outside * PAGE_SIZE - 1000] ^= 1
    killed.write_bytes(raw)
    before = (killed.read_bytes(), log(killed).read_bytes())
    assert fault(killed, key) in {"a page", "SQLITE_CORRUPT"}
    assert (killed.read_bytes(), log(killed).read_bytes()) == before
    killed.write_bytes(torn)
    store = open_store(killed, key)
    assert store.journal.origins() == {store.origin: 40}
    assert store.damage() == ""
    store.close()


def test_another_process_may_record_while_a_store_is_opened(
    store: Store, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is compared is of one moment."""
    record(store, 3)
    counted = Journal.origins

    def and_then_somebody_is_admitted(journal: Journal) -> dict[bytes, int]:
        found = counted(journal)
        if journal is not store.journal:
            record(store, 1)
        return found

    monkeypatch.setattr(Journal, "origins", and_then_somebody_is_admitted)
    second = open_store(store.path, key)
    monkeypatch.undo()
    assert second.journal.origins()[store.origin] > 3
    second.close()
