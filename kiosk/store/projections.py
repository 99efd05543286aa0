"""From facts to tables that can be asked. Equal sets of facts give equal tables, byte for byte.

So no rule here may mind the order between origins: a set, a count over different facts, the earliest or the
latest by (time, origin, seq). Applying happens once a fact, in the transaction that keeps it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec

from kiosk.domain import facts
from kiosk.store import badge_projection, bodies, check_in_projection, driver
from kiosk.store.ids import as_signed
from kiosk.store.projection_schema import TABLES

if TYPE_CHECKING:
    from sqlite_utils import Database

_LATEST = "(excluded.time, excluded.origin, excluded.seq) > ({table}.time, {table}.origin, {table}.seq)"
_EARLIEST = "(excluded.time, excluded.origin, excluded.seq) < ({table}.time, {table}.origin, {table}.seq)"


def apply(db: Database, fact: facts.Fact, body: facts.Body) -> None:
    """Add one fact to the projections. Inside a transaction, once a fact."""
    rule = _RULES.get(type(body))
    if rule is not None:
        rule(db, fact, body)


def rebuild(db: Database, progress: Callable[[int, int], None] | None = None) -> None:
    """Empty the projections and apply every fact again. Inside a transaction.

    `progress` is told (done, total) every 1,000 facts.
    """
    assert driver.in_transaction(db), "rebuild inside a transaction"
    for table in TABLES:
        db.conn.execute(f"DELETE FROM {table}")  # noqa: S608
    total = driver.rows(db, "SELECT count(*) FROM fact")[0][0]
    cursor = db.conn.execute(
        "SELECT origin, seq, time, kind, body, previous, hash FROM fact ORDER BY origin, seq"
    )
    for done, row in enumerate(cursor):
        fact = facts.Fact(*row)
        body = bodies.decode(fact.kind, fact.body)
        if body is not None:
            apply(db, fact, body)
        if progress is not None and done % 1000 == 0:
            progress(done, total)
    if progress is not None:
        progress(total, total)


def digest(db: Database) -> str:
    """SHA-256 (hex) over every row of every projection: equal where two kiosks know the same."""
    hashed = hashlib.sha256()
    for table, key in TABLES.items():
        hashed.update(msgspec.msgpack.encode(table))
        for row in db.conn.execute(f"SELECT * FROM {table} ORDER BY {key}"):  # noqa: S608
            hashed.update(msgspec.msgpack.encode(row))
    return hashed.hexdigest()


def _put(db: Database, table: str, key: str, values: dict[str, Any], fact: facts.Fact, keep: str) -> None:
    """Insert a row, or change the one of the same key if `keep` prefers this fact."""
    row = values | {"time": fact.time, "origin": fact.origin, "seq": fact.seq}
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    changes = ", ".join(f"{name} = excluded.{name}" for name in row)
    db.conn.execute(
        f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT ({key}) "  # noqa: S608
        f"DO UPDATE SET {changes} WHERE {keep.format(table=table)}",
        tuple(row.values()),
    )


def _attendee_registered(db: Database, fact: facts.Fact, body: facts.AttendeeRegistered) -> None:
    values = {
        "fair": body.fair,
        "attendee": as_signed(body.attendee),
        "badge_type": as_signed(body.badge_type),
        "consent_version": body.consent_version,
        "school_code": body.school_code,
        "degree": body.degree,
    }
    _put(db, "walk_up", "attendee, fair", values, fact, _LATEST)


def _entry_paused(db: Database, fact: facts.Fact, body: facts.EntryPaused) -> None:
    values = {"fair": body.fair, "gate": body.gate, "paused": int(body.paused), "by_staff": body.by}
    _put(db, "pause", "fair, gate", values, fact, _LATEST)


def _print_requested(db: Database, fact: facts.Fact, body: facts.PrintRequested) -> None:
    values = {
        "job": as_signed(body.job),
        "fair": body.fair,
        "badge": as_signed(body.badge),
        "attendee": as_signed(body.attendee),
        "reason": body.reason,
        "by_staff": body.by,
    }
    _put(db, "print_request", "job", values, fact, _EARLIEST)


def _print_reported(db: Database, fact: facts.Fact, body: facts.PrintReported) -> None:
    values = {
        "job": as_signed(body.job),
        "state": body.state,
        "printer": body.printer,
        "problem": body.problem,
    }
    _put(db, "print_report", "job", values, fact, _LATEST)


def _key_certified(db: Database, fact: facts.Fact, body: facts.KeyCertified) -> None:
    values = {
        "kid": as_signed(body.kid),
        "public_key": body.public_key,
        "role": body.role,
        "name": body.name,
        "fair": as_signed(body.fair),
        "signature": body.signature,
    }
    _put(db, "certificate", "kid, public_key", values, fact, _LATEST)


def _persons_erased(db: Database, fact: facts.Fact, body: facts.PersonsErased) -> None:
    db.conn.execute(
        "INSERT INTO erasure (fair, origin, seq, rows) VALUES (?, ?, ?, ?)",
        (body.fair, fact.origin, fact.seq, as_signed(body.rows)),
    )


_RULES: dict[type, Callable[[Any, facts.Fact, Any], None]] = {
    facts.CheckIn: check_in_projection.check_in,
    facts.AttendeeRegistered: _attendee_registered,
    facts.BadgeIssued: badge_projection.issued,
    facts.BadgeRevoked: badge_projection.revoked,
    facts.EntryPaused: _entry_paused,
    facts.PrintRequested: _print_requested,
    facts.PrintReported: _print_reported,
    facts.KeyCertified: _key_certified,
    facts.PersonsErased: _persons_erased,
}
"""Other kinds are kept in the journal and add up to nothing that is asked for."""
