"""Waiting for a store that another process writes to, a courier above all.

SQLite looks again after 1, 2, 5, 10, 15, 20 ms and so on up to 100: whoever commits again and again with
5 ms between is then missed for a third of a second and more. So once a wait was noticed, for a minute a
transaction is begun by looking every half millisecond.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from kiosk.store.driver import Database

NOTICED_S = 0.0008
"""SQLite waits 1 ms at least; what takes less was no wait."""
REMEMBERED_S = 60.0
LOOK_S = 0.0005
_BUSY = 5

_contended: WeakKeyDictionary[Database, float] = WeakKeyDictionary()
"""Connections that had to wait for another process, and until when that is remembered."""


def begin(db: Database, refusal: type[Exception]) -> None:
    """BEGIN IMMEDIATE, as soon as nobody else writes. `refusal` is the driver's error: it is raised after the
    connection's own busy timeout."""
    began_s = time.monotonic()
    if db in _contended:
        _begin_looking(db, refusal, began_s)
    else:
        db.conn.execute("BEGIN IMMEDIATE")
    now_s = time.monotonic()
    if now_s - began_s > NOTICED_S:
        _contended[db] = now_s + REMEMBERED_S


def _begin_looking(db: Database, refusal: type[Exception], began_s: float) -> None:
    conn = db.conn
    (most_ms,) = conn.execute("PRAGMA busy_timeout").fetchone()
    conn.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                conn.execute("BEGIN IMMEDIATE")
            except refusal as error:
                busy = getattr(error, "sqlite_errorcode", 0) & 0xFF == _BUSY
                if not busy or time.monotonic() - began_s >= most_ms / 1000:
                    raise
                time.sleep(LOOK_S)
            else:
                break
    finally:
        conn.execute(f"PRAGMA busy_timeout = {int(most_ms)}")
    if began_s > _contended[db]:
        del _contended[db]
