"""Opening a kiosk's store: making it at first, moving it on from older versions, refusing newer ones."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.store import driver, journal_schema, projection_schema, projections
from kiosk.store.faults import StoreFault, StoreFaultKind
from kiosk.store.journal import Journal

if TYPE_CHECKING:
    from sqlite_utils import Database

SCHEMA_VERSION = 2
ORIGIN_LENGTH = 16
_LEFTOVERS = ("-wal", "-shm")


class Store:
    """An open store: the database, this kiosk's journal in it, and transactions over both."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self.db = db
        self.journal = journal

    @property
    def origin(self) -> bytes:
        """This kiosk's incarnation, 16 bytes."""
        return self.journal.origin

    def transaction(self) -> AbstractContextManager[None]:
        """BEGIN IMMEDIATE ... COMMIT; ROLLBACK if anything is raised."""
        return driver.transaction(self.db)

    def renew_origin(self) -> None:
        """Start a new incarnation, as after a restore: a restored image must not reuse its origin."""
        with self.transaction():
            _mint_origin(self.db)
        self.journal = Journal(self.db, _origin(self.db))

    def close(self) -> None:
        """Close the database; the write-ahead log is folded in."""
        with driver.mapped():
            self.db.close()


def open_store(path: Path, key: bytes) -> Store:
    """Open the store at `path`, made first where there is none. `key` has 32 bytes.

    Whatever stands at `path` is never overwritten: a damaged or foreign file raises StoreFault and stays.
    """
    if not path.exists():
        _make(path, key)
    elif path.stat().st_size == 0:
        raise StoreFault(StoreFaultKind.DAMAGED, "empty file")
    db = driver.connect(path, key)
    with _closing_on_fault(db):
        _migrate(db)
        return Store(db, Journal(db, _origin(db)))


def _make(path: Path, key: bytes) -> None:
    """Make a whole store under a temporary name, then link it to `path`: no half one is ever opened."""
    if any(path.with_name(path.name + end).exists() for end in _LEFTOVERS):
        raise StoreFault(StoreFaultKind.DAMAGED, "a write-ahead log without its store")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreFault(StoreFaultKind.NOT_WRITABLE, str(error.errno)) from error
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        db = driver.connect(fresh, key)
        with _closing_on_fault(db):
            _create(db)
            db.close()
        _take_place(fresh, path)
    finally:
        for end in ("", *_LEFTOVERS):
            fresh.with_name(fresh.name + end).unlink(missing_ok=True)


def _create(db: Database) -> None:
    with driver.transaction(db):
        driver.script(db, journal_schema.SCHEMA)
        driver.script(db, projection_schema.SCHEMA)
        db.conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        _mint_origin(db)


def _take_place(fresh: Path, path: Path) -> None:
    try:
        os.link(fresh, path)  # unlike a rename, it never replaces what another process has just made
    except FileExistsError:
        return
    driver.sync_directory(path)


def _migrate(db: Database) -> None:
    """Bring an older schema up to date, in one transaction. A newer one is refused.

    Version 2 counts who goes out as well, so the projections are made anew from the journal.
    """
    found = driver.rows(db, "PRAGMA user_version")[0][0]
    if found > SCHEMA_VERSION:
        raise StoreFault(StoreFaultKind.NEWER_SCHEMA, str(found))
    if found == SCHEMA_VERSION:
        return
    if found < 1:
        raise StoreFault(StoreFaultKind.DAMAGED, "no store of ours")
    with driver.transaction(db):
        if driver.rows(db, "PRAGMA user_version")[0][0] == found:  # no other process was quicker
            driver.script(db, journal_schema.HEARD)
            for table in projection_schema.TABLES_V1:
                db.conn.execute(f"DROP TABLE {table}")
            driver.script(db, projection_schema.SCHEMA)
            projections.rebuild(db)
            db.conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _mint_origin(db: Database) -> None:
    db.conn.execute(
        "INSERT OR REPLACE INTO state VALUES ('origin', ?)", (secrets.token_bytes(ORIGIN_LENGTH),)
    )


def _origin(db: Database) -> bytes:
    found = driver.row(db, "SELECT value FROM state WHERE name = 'origin'")
    if found is None:
        raise StoreFault(StoreFaultKind.DAMAGED, "no origin")
    origin: bytes = found[0]
    return origin


@contextmanager
def _closing_on_fault(db: Database) -> Iterator[None]:
    try:
        yield
    except BaseException:
        db.close()
        raise
