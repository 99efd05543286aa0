"""The probe writes as a decision does, and changes nothing."""

import pytest

from kiosk.store.faults import StoreFault, StoreFaultKind
from kiosk.store.migrations import open_store
from kiosk.store.probe import probe

KEY = bytes(range(32))


def everything(store):
    """The version, the schema and every row."""
    run = store.db.conn.execute
    tables = [name for (name,) in run("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    rows = {name: run(f'SELECT * FROM "{name}"').fetchall() for name in tables}
    return run("PRAGMA user_version").fetchone(), run("SELECT * FROM sqlite_master").fetchall(), rows


def test_it_goes_through_and_says_the_same(tmp_path):
    store = open_store(tmp_path / "store.db", KEY)
    before = everything(store)
    probe(store)
    assert everything(store) == before
    store.close()


def test_it_fails_where_nothing_can_be_written(tmp_path):
    store = open_store(tmp_path / "store.db", KEY)
    store.db.conn.execute("PRAGMA query_only = 1")
    with pytest.raises(StoreFault) as caught:
        probe(store)
    assert caught.value.kind is StoreFaultKind.NOT_WRITABLE
    store.db.conn.execute("PRAGMA query_only = 0")
    probe(store)
    store.close()


def test_it_really_writes(tmp_path):
    """A probe that wrote nothing would find every disk well: the log grows by it."""
    store = open_store(tmp_path / "store.db", KEY)
    log = tmp_path / "store.db-wal"
    before = log.stat().st_size if log.exists() else 0
    probe(store)
    probe(store)
    assert log.stat().st_size > before
    store.close()
