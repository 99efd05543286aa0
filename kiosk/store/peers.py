"""Which machines and sticks were met, how far each knew every journal then, and so what is only here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.store import driver

if TYPE_CHECKING:
    from kiosk.store.driver import Database


@dataclass(frozen=True, slots=True)
class PeerRecord:
    """A machine or a stick that was met."""

    key: bytes
    """A machine's Ed25519 public key; a stick's own 32 random bytes."""
    name: str
    role: str
    """hub, kiosk or stick."""
    heard_ms: int
    """When, by this kiosk's own clock."""
    waiting: int
    """Facts that are here and were not there."""


@dataclass(frozen=True, slots=True)
class OnlyHere:
    """Facts that nobody else is known to have."""

    facts: int
    oldest_ms: int | None
    """Time of the oldest, milliseconds since 1970."""


def met(db: Database, key: bytes, name: str, role: str, held: Mapping[bytes, int], now_ms: int) -> None:
    """Note that a peer was in touch, and how far it knows each journal. Inside a transaction."""
    db.conn.execute("INSERT OR REPLACE INTO peer VALUES (?, ?, ?, ?)", (key, name, role, now_ms))
    db.conn.executemany(
        "INSERT INTO held VALUES (?, ?, ?) ON CONFLICT (key, origin) DO UPDATE SET seq = excluded.seq "
        "WHERE excluded.seq <> seq",
        [(key, origin, seq) for origin, seq in held.items()],
    )


def told(db: Database, key: bytes, name: str, role: str, held: Mapping[bytes, int], at_ms: int) -> None:
    """Note what a peer has written on a stick, at some time before: it knew at least so much. Inside a
    transaction. What is known of later stays.
    """
    db.conn.execute(
        "INSERT INTO peer VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET heard_ms = excluded.heard_ms "
        "WHERE excluded.heard_ms > heard_ms",
        (key, name, role, at_ms),
    )
    db.conn.executemany(
        "INSERT INTO held VALUES (?, ?, ?) ON CONFLICT (key, origin) DO UPDATE SET seq = excluded.seq "
        "WHERE excluded.seq > seq",
        [(key, origin, seq) for origin, seq in held.items()],
    )


def heard(db: Database, at_ms: Mapping[bytes, int], now_ms: int) -> None:
    """Note when there was word of all that other origins had, by this kiosk's own clock. Inside a
    transaction.

    Never goes back, but from a time that is still to come: then the clock was ahead.
    """
    db.conn.executemany(
        "INSERT INTO heard VALUES (?1, ?2) ON CONFLICT (origin) DO UPDATE SET at_ms = excluded.at_ms "
        "WHERE excluded.at_ms > at_ms OR at_ms > ?3",
        [(origin, min(at, now_ms), now_ms) for origin, at in at_ms.items()],
    )


def when_heard(db: Database) -> dict[bytes, int]:
    """When there was word of other origins, milliseconds since 1970 by this kiosk's own clock."""
    return dict(driver.rows(db, "SELECT origin, at_ms FROM heard"))


def peers(db: Database) -> tuple[PeerRecord, ...]:
    """All that were met, the one heard last first."""
    found = driver.rows(
        db,
        f"WITH vector AS MATERIALIZED ({_VECTOR}) "  # noqa: S608  (else it is made anew for each peer)
        "SELECT key, name, role, heard_ms, "
        "(SELECT coalesce(sum(max(vector.seq - coalesce(held.seq, 0), 0)), 0) "
        "FROM vector LEFT JOIN held ON held.key = peer.key AND held.origin = vector.origin) "
        "FROM peer ORDER BY heard_ms DESC, key",
    )
    return tuple(PeerRecord(*row) for row in found)


def word_of(db: Database) -> dict[bytes, int]:
    """By key: when there was word of all that a machine had, from itself or through others, milliseconds
    since
    1970 by this kiosk's own clock. Of its latest journal.
    """
    found = driver.rows(
        db,
        "SELECT key, max(at_ms) FROM (SELECT DISTINCT origin, key FROM signed_head) "
        "JOIN heard USING (origin) GROUP BY key",
    )
    return dict(found)


def only_here(db: Database) -> OnlyHere:
    """How many facts no peer and no stick is known to have, and since when."""
    found = driver.rows(
        db,
        f"WITH vector AS ({_VECTOR}), "  # noqa: S608
        "elsewhere AS (SELECT origin, max(seq) AS seq FROM held GROUP BY origin) "
        "SELECT vector.origin, vector.seq, coalesce(elsewhere.seq, 0) "
        "FROM vector LEFT JOIN elsewhere USING (origin) "
        "WHERE vector.seq > coalesce(elsewhere.seq, 0)",
    )
    oldest = [
        row[0] >> 16
        for origin, _seq, there in found
        if (row := driver.row(db, "SELECT time FROM fact WHERE origin = ? AND seq = ?", (origin, there + 1)))
    ]
    return OnlyHere(sum(seq - there for _origin, seq, there in found), min(oldest, default=None))


_VECTOR = """
WITH RECURSIVE known (origin) AS (
    SELECT min(origin) FROM fact
    UNION ALL
    SELECT (SELECT min(origin) FROM fact WHERE origin > known.origin)
    FROM known WHERE known.origin IS NOT NULL
)
SELECT origin, (SELECT max(seq) FROM fact WHERE fact.origin = known.origin) AS seq FROM known
WHERE origin IS NOT NULL
"""
