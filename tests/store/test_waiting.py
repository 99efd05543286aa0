"""Waiting for a store that another connection writes to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.store import driver, waiting
from kiosk.store.faults import StoreFault, StoreFaultKind

if TYPE_CHECKING:
    from kiosk.store.driver import Database

KEY = bytes(32)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = driver.connect(tmp_path / "store.db", KEY)
    with driver.transaction(opened):
        opened.conn.execute("CREATE TABLE t (x)")
    yield opened
    opened.close()


def hold(path: Path, held: threading.Event, release: threading.Event) -> threading.Thread:
    """Another connection writes, until it is let go."""

    def work() -> None:
        other = driver.connect(path, KEY)
        with driver.transaction(other):
            other.conn.execute("INSERT INTO t VALUES (1)")
            held.set()
            release.wait(20)
        other.close()

    thread = threading.Thread(target=work)
    thread.start()
    assert held.wait(20)
    return thread


def begin_behind(db: Database, path: Path) -> None:
    """Begin a transaction while another is open that ends a little later."""
    held, release = threading.Event(), threading.Event()
    thread = hold(path, held, release)
    timer = threading.Timer(0.05, release.set)
    timer.start()
    with driver.transaction(db):
        db.conn.execute("INSERT INTO t VALUES (2)")
    thread.join()
    timer.join()


def test_a_wait_is_noticed_and_the_next_one_is_looked_for(db: Database, tmp_path: Path) -> None:
    assert db not in waiting._contended
    begin_behind(db, tmp_path / "store.db")
    assert db in waiting._contended
    begin_behind(db, tmp_path / "store.db")
    assert db in waiting._contended
    assert driver.rows(db, "PRAGMA busy_timeout") == [(driver.BUSY_TIMEOUT_MS,)]
    assert driver.rows(db, "SELECT count(*) FROM t") == [(4,)]


def test_after_a_minute_without_a_wait_it_is_forgotten(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting._contended[db] = 0.0
    monkeypatch.setattr(waiting, "NOTICED_S", 60.0)
    with driver.transaction(db):
        db.conn.execute("INSERT INTO t VALUES (1)")
    assert db not in waiting._contended


@pytest.mark.parametrize("noticed", [False, True])
def test_who_waits_in_vain_is_told(db: Database, tmp_path: Path, noticed: bool) -> None:
    if noticed:
        waiting._contended[db] = float("inf")
    db.conn.execute("PRAGMA busy_timeout = 20")
    held, release = threading.Event(), threading.Event()
    thread = hold(tmp_path / "store.db", held, release)
    with pytest.raises(StoreFault) as refusal, driver.transaction(db):
        pass
    assert refusal.value.kind is StoreFaultKind.BUSY
    assert driver.rows(db, "PRAGMA busy_timeout") == [(20,)]
    release.set()
    thread.join()
