"""Signed heads, and what else lets facts travel through others' hands (domain.signed_head)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kiosk.domain.facts import GENESIS, Fact
from kiosk.domain.signed_head import SignedHead
from kiosk.store import driver

if TYPE_CHECKING:
    from kiosk.store.driver import Database

SPACING = 64
"""Of heads that lie closer together only the last is kept: a day has a fact a second, and so a head a
second."""
SPACING_BYTES = 384 * 1024
"""Nor does a head go where bodies and personal fields would add up to more between two: a segment holds
1 MB."""
_COLUMNS = "origin, seq, hash, key, signature"


def keep(db: Database, head: SignedHead) -> None:
    """Keep a head whose fact is here. Inside the transaction that keeps the fact.

    The one before it goes where the two that stay lie close together; so what was received in segments can
    be cut into segments again.
    """
    assert driver.in_transaction(db), "a head is kept with its fact"
    db.conn.execute(
        f"INSERT INTO signed_head ({_COLUMNS}) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",  # noqa: S608
        (head.origin, head.seq, head.hash, head.key, head.signature),
    )
    before = driver.rows(
        db,
        "SELECT seq FROM signed_head WHERE origin = ? AND seq < ? ORDER BY seq DESC LIMIT 2",
        (head.origin, head.seq),
    )
    seqs = [seq for (seq,) in before]
    stays = seqs[1] if len(seqs) > 1 else 0
    if seqs and head.seq - stays <= SPACING and _bytes(db, head.origin, stays, head.seq) <= SPACING_BYTES:
        db.conn.execute("DELETE FROM signed_head WHERE origin = ? AND seq = ?", (head.origin, seqs[0]))


def _bytes(db: Database, origin: bytes, after: int, last: int) -> int:
    """How long bodies and personal fields of the facts behind `after` are, together."""
    found = driver.row(db, _BYTES, (origin, after, last))
    assert found is not None, "a sum has a row"
    return int(found[0])


def next_head(db: Database, origin: bytes, after: int, most: int) -> SignedHead | None:
    """The furthest head of an origin beyond `after` that is at most `most` facts away."""
    found = driver.row(
        db,
        f"SELECT {_COLUMNS} FROM signed_head WHERE origin = ? AND seq > ? AND seq <= ? "  # noqa: S608
        "ORDER BY seq DESC LIMIT 1",
        (origin, after, after + most),
    )
    return SignedHead(*found) if found else None


def first_head(db: Database, origin: bytes, after: int) -> SignedHead | None:
    """The nearest head of an origin beyond `after`."""
    found = driver.row(
        db,
        f"SELECT {_COLUMNS} FROM signed_head WHERE origin = ? AND seq > ? ORDER BY seq LIMIT 1",  # noqa: S608
        (origin, after),
    )
    return SignedHead(*found) if found else None


def newest(db: Database, origin: bytes) -> SignedHead | None:
    """The last head of an origin."""
    found = driver.row(
        db,
        f"SELECT {_COLUMNS} FROM signed_head WHERE origin = ? ORDER BY seq DESC LIMIT 1",  # noqa: S608
        (origin,),
    )
    return SignedHead(*found) if found else None


def key_of(db: Database, origin: bytes) -> bytes | None:
    """The key that vouched for an origin first."""
    found = driver.row(db, "SELECT key FROM signed_head WHERE origin = ? ORDER BY seq LIMIT 1", (origin,))
    return found[0] if found else None


def facts_behind(db: Database, origin: bytes, after: int, most: int) -> list[Fact]:
    """At most `most` facts of an origin that follow on `after`, in order."""
    found = driver.rows(
        db,
        "SELECT origin, seq, time, kind, body, previous, hash FROM fact "
        "WHERE origin = ? AND seq > ? AND seq <= ? ORDER BY seq",
        (origin, after, after + most),
    )
    return [Fact(*row) for row in found]


def ends(db: Database) -> dict[bytes, tuple[int, bytes]]:
    """Every origin that is known here, with sequence and hash of its last fact."""
    return {origin: (seq, own_hash) for origin, seq, own_hash in driver.rows(db, _ENDS)}


def end_of(db: Database, origin: bytes) -> tuple[int, bytes]:
    """Sequence and hash of an origin's last fact; 0 and GENESIS where none is known."""
    found = driver.row(db, "SELECT seq, hash FROM fact WHERE origin = ? ORDER BY seq DESC LIMIT 1", (origin,))
    return (found[0], found[1]) if found else (0, GENESIS)


def hash_at(db: Database, origin: bytes, seq: int) -> bytes | None:
    """The hash of one fact, if it is here."""
    found = driver.row(db, "SELECT hash FROM fact WHERE origin = ? AND seq = ?", (origin, seq))
    return found[0] if found else None


def note_forks(db: Database, forks: Iterable[tuple[bytes, int, bytes, bytes]]) -> int:
    """Note journals of which another content was heard: origin, sequence, the hash that is kept, the other.

    One of which a fork is known at that place or before is left as it is: behind the first everything
    differs. Inside a transaction; returns how many are new.
    """
    assert driver.in_transaction(db), "forks are noted inside a transaction"
    new = 0
    for origin, seq, kept, other in forks:
        if driver.row(db, "SELECT 1 FROM fork WHERE origin = ? AND seq <= ? LIMIT 1", (origin, seq)) is None:
            db.conn.execute("INSERT INTO fork VALUES (?, ?, ?, ?)", (origin, seq, kept, other))
            new += 1
    return new


def has_fork(db: Database, origin: bytes, upto: int) -> bool:
    """Whether another content was heard of an origin at `upto` or before."""
    return bool(driver.row(db, "SELECT 1 FROM fork WHERE origin = ? AND seq <= ? LIMIT 1", (origin, upto)))


def is_forked(db: Database, origin: bytes, upto: int) -> bool:
    """Whether this kiosk or any other has said that of an origin there is another content, at `upto` or
    before."""
    if has_fork(db, origin, upto):
        return True
    found = driver.row(
        db,
        "SELECT 1 FROM fork_found WHERE fork_origin = ? AND fork_seq BETWEEN 0 AND ? LIMIT 1",
        (origin, upto),
    )
    return found is not None


def changes(db: Database) -> tuple[int, int]:
    """A mark that is another one after every commit, of this connection or of another process."""
    found = driver.row(db, "PRAGMA data_version")
    assert found is not None, "a pragma has a row"
    return found[0], db.conn.total_changes


def trust_changes(db: Database) -> tuple[int, int]:
    """A mark that is another one after every certificate and every withdrawal."""
    found = driver.row(db, "SELECT (SELECT count(*) FROM certificate), (SELECT count(*) FROM withdrawal)")
    assert found is not None, "a count has a row"
    return found[0], found[1]


_BYTES = """
SELECT coalesce(sum(length(body) + coalesce((SELECT length(fields) FROM personal
    WHERE personal.origin = fact.origin AND personal.seq = fact.seq), 0)), 0)
FROM fact WHERE origin = ? AND seq > ? AND seq <= ?
"""
_ENDS = """
WITH RECURSIVE known (origin) AS (
    SELECT min(origin) FROM fact
    UNION ALL
    SELECT (SELECT min(origin) FROM fact WHERE origin > known.origin)
    FROM known WHERE known.origin IS NOT NULL
)
SELECT fact.origin, fact.seq, fact.hash FROM known JOIN fact ON fact.origin = known.origin
    AND fact.seq = (SELECT max(seq) FROM fact AS last WHERE last.origin = known.origin)
"""
"""A loose index scan: a few look-ups an origin, where GROUP BY would read every fact."""
