"""Erasing what is personal of a fair, and the proof that it was done (PIPL articles 19 and 47)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.facts import PersonsErased
from kiosk.store import driver, projections
from kiosk.store.faults import StoreFault, StoreFaultKind

if TYPE_CHECKING:
    from kiosk.store.migrations import Store


def erase_persons(store: Store, *, fair: str, now_ms: int) -> int:
    """Delete the personal fields of a fair's walk-ups; the facts and the chain stay. Returns the rows.

    The erasure is a fact, so other kiosks erase as well, and what one still holds does not come back. Then
    the write-ahead log is
    folded in and the file written anew, so that no page keeps what was deleted. StoreFault(busy) where
    another process holds the log: then the rows are gone, and erasing again does the rest.
    """
    with store.transaction():
        count = projections.erase_personal(store.db, fair)
        store.journal.append(PersonsErased(fair=fair, rows=count), now_ms=now_ms)
    fold_in(store)
    with driver.mapped():
        store.db.conn.execute("VACUUM")
    fold_in(store)
    return count


def erased_elsewhere(store: Store) -> frozenset[str]:
    """Fairs whose personal fields another kiosk has erased, and this one has not."""
    own = {store.origin, *store.earlier_origins()}
    by: dict[str, set[bytes]] = {}
    for fair, origin in driver.rows(store.db, "SELECT fair, origin FROM erasure"):
        by.setdefault(fair, set()).add(origin)
    return frozenset(fair for fair, origins in by.items() if not origins & own)


def fold_in(store: Store) -> None:
    """Empty the write-ahead log. StoreFault(busy) where another process still reads from it."""
    busy = driver.rows(store.db, "PRAGMA wal_checkpoint(TRUNCATE)")[0][0]
    if busy:
        raise StoreFault(StoreFaultKind.BUSY, "write-ahead log")
