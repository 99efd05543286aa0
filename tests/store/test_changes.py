"""Whether anything has changed: by this connection or another one, and never inside a transaction."""

from __future__ import annotations

from pathlib import Path

from kiosk.domain import facts
from kiosk.store import changes, driver
from kiosk.store.migrations import Store, open_store

BODY = facts.RescueSeen("s1")


def test_a_stamp_stays_until_something_is_written(tmp_path: Path) -> None:
    def write(store: Store) -> None:
        with store.transaction():
            store.journal.append(BODY, now_ms=1)

    store = open_store(tmp_path / "store.db", b"k" * 32)
    first = changes.stamp(store.db)
    driver.rows(store.db, "SELECT count(*) FROM fact")
    assert changes.stamp(store.db) == first
    write(store)
    own = changes.stamp(store.db)
    assert own != first
    other = driver.connect(tmp_path / "store.db", b"k" * 32)
    with driver.transaction(other):
        other.conn.execute("INSERT INTO state VALUES ('x', ?)", (b"y",))
    other.conn.close()
    assert changes.stamp(store.db) not in {first, own, None}
    with store.transaction():
        assert changes.stamp(store.db) is None
    store.close()
