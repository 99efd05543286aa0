from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain import facts
from kiosk.domain.attendee import Person
from kiosk.store import driver, projections
from kiosk.store.bodies import personal_for
from kiosk.store.faults import StoreFault, StoreFaultKind
from kiosk.store.migrations import SCHEMA_VERSION, Store, create, open_store, take_place

SIGNED_IN = facts.StaffSignedIn("f", "s1")


def fault(path: Path, key: bytes) -> StoreFaultKind:
    with pytest.raises(StoreFault) as caught:
        open_store(path, key)
    return caught.value.kind


def test_a_first_start_makes_one_store(tmp_path: Path, key: bytes) -> None:
    path = tmp_path / "state" / "store.db"
    store = open_store(path, key)
    assert len(store.origin) == 16
    assert store.journal.verify() == ()
    assert driver.rows(store.db, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    store.close()
    assert sorted(each.name for each in path.parent.iterdir()) == ["store.db", "store.db-head"]


def test_each_store_has_its_own_origin(make_store: Callable[[], Store]) -> None:
    assert make_store().origin != make_store().origin


def test_a_restart_goes_on_where_it_stopped(tmp_path: Path, key: bytes) -> None:
    path = tmp_path / "store.db"
    first = open_store(path, key)
    with first.transaction():
        first.journal.append(SIGNED_IN, now_ms=1)
    origin, digest = first.origin, projections.digest(first.db)
    first.close()
    again = open_store(path, key)
    assert again.origin == origin
    assert again.journal.origins() == {origin: 1}
    assert projections.digest(again.db) == digest
    again.close()


def test_a_new_incarnation_lasts(tmp_path: Path, key: bytes) -> None:
    store = open_store(tmp_path / "store.db", key)
    old = store.origin
    store.begin_incarnation(bytes(range(32)))
    new = store.origin
    store.close()
    again = open_store(tmp_path / "store.db", key)
    assert again.origin == new != old
    again.close()


@pytest.mark.parametrize("raw", [b"", b"short", b"x" * 8192])
def test_what_is_no_store_is_never_overwritten(tmp_path: Path, key: bytes, raw: bytes) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(raw)
    assert fault(path, key) in {StoreFaultKind.DAMAGED, StoreFaultKind.WRONG_KEY}
    assert path.read_bytes() == raw
    assert list(tmp_path.iterdir()) == [path]


def test_a_log_without_its_store_is_never_swallowed(tmp_path: Path, key: bytes) -> None:
    log = tmp_path / "store.db-wal"
    log.write_bytes(b"facts that were not folded in")
    assert fault(tmp_path / "store.db", key) is StoreFaultKind.DAMAGED
    assert list(tmp_path.iterdir()) == [log]


def test_a_wrong_key_leaves_all_as_it_is(tmp_path: Path, key: bytes) -> None:
    path = tmp_path / "store.db"
    open_store(path, key).close()
    before = path.read_bytes()
    assert fault(path, bytes(32)) is StoreFaultKind.WRONG_KEY
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("version", "kind"),
    [(SCHEMA_VERSION + 1, StoreFaultKind.NEWER_SCHEMA), (0, StoreFaultKind.DAMAGED)],
)
def test_another_schema_is_refused(tmp_path: Path, key: bytes, version: int, kind: StoreFaultKind) -> None:
    path = tmp_path / "store.db"
    store = open_store(path, key)
    store.db.conn.execute(f"PRAGMA user_version = {version}")
    store.close()
    assert fault(path, key) is kind


def test_a_folder_that_cannot_be_made(tmp_path: Path, key: bytes) -> None:
    (tmp_path / "file").write_text("")
    assert fault(tmp_path / "file" / "state" / "store.db", key) is StoreFaultKind.NOT_WRITABLE


def test_two_programs_start_at_once(tmp_path: Path, key: bytes) -> None:
    """The second comes while the first has just made the store: both use the one that stands."""
    path = tmp_path / "store.db"
    first = open_store(path, key)
    second = open_store(path, key)
    assert first.origin == second.origin
    with first.transaction():
        first.journal.append(SIGNED_IN, now_ms=1)
    with second.transaction():
        assert second.journal.append(SIGNED_IN, now_ms=1).seq == 2
    assert first.journal.verify() == ()
    first.close()
    second.close()


def test_names_are_in_no_raw_byte(tmp_path: Path, key: bytes) -> None:
    """Neither in the store nor in its write-ahead log."""
    store = open_store(tmp_path / "store.db", key)
    personal = personal_for(Person("林示远示例", phone="1380000"))
    body = facts.AttendeeRegistered("f", 9, 1, "1", "", "", facts.personal_digest(personal))
    with store.transaction():
        store.journal.append(body, now_ms=1, personal=personal)
    files = sorted(tmp_path.iterdir())
    assert [each.name for each in files] == ["store.db", "store.db-head", "store.db-shm", "store.db-wal"]
    raw = b"".join(each.read_bytes() for each in files)
    store.close()
    raw += (tmp_path / "store.db").read_bytes()
    for text in ("林示远", "1380000", "attendee_registered", "CREATE TABLE"):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
            assert text.encode(encoding) not in raw


def test_a_store_whose_log_was_not_folded_in_takes_no_place(tmp_path: Path, key: bytes) -> None:
    """Where a full disk keeps it from folding the log in, SQLite closes without a word."""
    fresh, path = tmp_path / "fresh.new", tmp_path / "store.db"
    open_store(fresh, key).close()
    (tmp_path / "fresh.new-wal").write_bytes(b"what was not folded in")
    with pytest.raises(StoreFault) as caught:
        take_place(fresh, path)
    assert caught.value.kind is StoreFaultKind.DISK_FULL
    assert not path.exists()


@pytest.mark.parametrize(
    ("error", "kind"),
    [(errno.ENOSPC, StoreFaultKind.DISK_FULL), (errno.EROFS, StoreFaultKind.NOT_WRITABLE)],
)
def test_a_name_that_cannot_be_made_is_a_known_fault(
    tmp_path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch, error: int, kind: StoreFaultKind
) -> None:
    def refuse(*_names: Path) -> None:
        raise OSError(error, "refused")

    with monkeypatch.context() as patch:
        patch.setattr(os, "link", refuse)
        assert fault(tmp_path / "store.db", key) is kind
    open_store(tmp_path / "store.db", key).close()


def test_a_first_opening_that_was_cut_off_is_rolled_back(tmp_path: Path, key: bytes) -> None:
    """A store that a rescue has built changes to a write-ahead log when it is first opened. The power may go
    between that and the next sync of its folder: then the journal of the change is there, and a log too.
    """
    made, path = tmp_path / "made.db", tmp_path / "cut" / "store.db"
    path.parent.mkdir()
    db = driver.connect(made, key, journal=False)
    create(db)
    db.conn.execute("PRAGMA journal_mode = DELETE")
    db.conn.execute("PRAGMA synchronous = FULL")
    db.conn.execute("PRAGMA cache_size = 1")
    db.conn.execute("BEGIN IMMEDIATE")
    for number in range(200):
        db.conn.execute("INSERT INTO state VALUES (?, ?)", (f"cut off {number}", bytes(200)))
    for end in ("", "-journal"):
        path.with_name(path.name + end).write_bytes(made.with_name(made.name + end).read_bytes())
    path.with_name(path.name + "-wal").write_bytes(bytes(32))
    db.conn.execute("ROLLBACK")
    db.close()
    store = open_store(path, key)
    assert driver.rows(store.db, "SELECT count(*) FROM state WHERE name LIKE 'cut off%'") == [(0,)]
    assert driver.rows(store.db, "PRAGMA integrity_check") == [("ok",)]
    store.close()
