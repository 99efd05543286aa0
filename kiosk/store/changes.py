"""Whether anything in the store has changed since it was last looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.store import driver

if TYPE_CHECKING:
    from kiosk.store.driver import Database


def stamp(db: Database) -> tuple[int, int] | None:
    """Another value after every change, by this connection or by another process; a few microseconds.

    None inside a transaction: what is read there may never have been, once it is rolled back.
    """
    if driver.in_transaction(db):
        return None
    return int(driver.rows(db, "PRAGMA data_version")[0][0]), int(db.conn.total_changes)
