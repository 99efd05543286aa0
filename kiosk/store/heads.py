"""Signed heads: what lets facts travel through others' hands (domain.signed_head)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.signed_head import SignedHead
from kiosk.store import driver

if TYPE_CHECKING:
    from sqlite_utils import Database

SPACING = 64
"""Of heads that lie closer together only the last is kept: a day has a fact a second, and so a head a
second."""
_COLUMNS = "origin, seq, hash, key, signature"


def keep(db: Database, head: SignedHead) -> None:
    """Keep a head whose fact is here. Inside the transaction that keeps the fact.

    The one before it goes where the two that stay are at most SPACING facts apart; so segments that were
    received
    can be cut again at least as small as they came.
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
    if seqs and head.seq - (seqs[1] if len(seqs) > 1 else 0) <= SPACING:
        db.conn.execute("DELETE FROM signed_head WHERE origin = ? AND seq = ?", (head.origin, seqs[0]))


def next_head(db: Database, origin: bytes, after: int, most: int) -> SignedHead | None:
    """The furthest head of an origin beyond `after` that is at most `most` facts away."""
    found = driver.row(
        db,
        f"SELECT {_COLUMNS} FROM signed_head WHERE origin = ? AND seq > ? AND seq <= ? "  # noqa: S608
        "ORDER BY seq DESC LIMIT 1",
        (origin, after, after + most),
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
