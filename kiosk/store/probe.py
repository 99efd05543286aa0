"""Whether the store takes what is written, without writing anything that counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.store import driver

if TYPE_CHECKING:
    from kiosk.store.migrations import Store


def probe(store: Store) -> None:
    """Commit the schema's version anew: a page is written and synced as a decision's are, and says the same.

    Raises StoreFault as long as nothing can be recorded.
    """
    version = driver.rows(store.db, "PRAGMA user_version")[0][0]
    with store.transaction():
        store.db.conn.execute(f"PRAGMA user_version = {int(version)}")
