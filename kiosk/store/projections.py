"""From facts to tables that can be asked. Equal sets of facts give equal tables, byte for byte.

So no rule here may mind the order between origins: a set, a count over different facts, the earliest or the
latest by (time, origin, seq). Applying happens once a fact, in the transaction that keeps it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from kiosk.domain import facts
from kiosk.domain.fair import DAY_ZERO
from kiosk.store import badge_projection, bodies, driver, parked, presence_projection, print_projection
from kiosk.store.days import number
from kiosk.store.ids import as_signed
from kiosk.store.projection_schema import TABLES

if TYPE_CHECKING:
    from kiosk.store.driver import Database


def apply(db: Database, fact: facts.Fact, body: facts.Body) -> None:
    """Add one fact to the projections. Inside a transaction, once a fact."""
    db.conn.execute(_NEWEST, (fact.origin, fact.kind, fact.seq))
    rule = _RULES.get(type(body))
    if rule is not None:
        rule(db, fact, body)


def apply_many(db: Database, some: Sequence[tuple[facts.Fact, facts.Body]]) -> None:
    """Add facts that are kept already, each once: the same as `apply` of each, and several times quicker."""
    newest: dict[tuple[bytes, str], int] = {}
    by_type: dict[type, list[tuple[facts.Fact, Any]]] = {}
    for each in some:
        fact = each[0]
        key = (fact.origin, fact.kind)
        if fact.seq > newest.get(key, 0):
            newest[key] = fact.seq
        by_type.setdefault(type(each[1]), []).append(each)
    db.conn.executemany(_NEWEST, [(*key, seq) for key, seq in newest.items()])
    for body_type, alike in by_type.items():
        if many := _RULES_OF_MANY.get(body_type):
            many(db, alike)
        elif rule := _RULES.get(body_type):
            for fact, body in alike:
                rule(db, fact, body)


_NEWEST = (
    "INSERT INTO newest VALUES (?, ?, ?) "
    "ON CONFLICT (origin, kind) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > seq"
)
_PAGE = 1000


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
    done = 0
    while page := [facts.Fact(*row) for row in islice(cursor, _PAGE)]:
        if progress is not None:
            progress(done, total)
        done += len(page)
        apply_many(
            db,
            [(fact, body) for fact in page if (body := bodies.decode(fact.kind, fact.body)) is not None],
        )
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


def _put_latest(db: Database, table: str, key: str, values: dict[str, Any], fact: facts.Fact) -> None:
    """Insert a row, or change the one of the same key if this fact is later."""
    row = values | {"time": fact.time, "origin": fact.origin, "seq": fact.seq}
    db.conn.execute(_latest_sql(table, key, tuple(row)), tuple(row.values()))


@cache
def _latest_sql(table: str, key: str, row: tuple[str, ...]) -> str:
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    changes = ", ".join(f"{name} = excluded.{name}" for name in row)
    return (
        f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT ({key}) DO UPDATE SET {changes} "  # noqa: S608
        f"WHERE (excluded.time, excluded.origin, excluded.seq) > ({table}.time, {table}.origin, {table}.seq)"
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
    _put_latest(db, "walk_up", "attendee, fair", values, fact)
    _agree(db, body.fair, body.attendee, CONSENT, body.consent_version)


def _agreed(db: Database, _fact: facts.Fact, body: facts.Agreed) -> None:
    _agree(db, body.fair, body.attendee, body.to, body.version)


def _agree(db: Database, fair: str, attendee: int, to: str, version: str) -> None:
    db.conn.execute(
        "INSERT INTO agreement VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (fair, as_signed(attendee), to, version),
    )


CONSENT, DECLARATION = "consent", "declaration"


def _attendee_barred(db: Database, fact: facts.Fact, body: facts.AttendeeBarred) -> None:
    values = {
        "fair": body.fair,
        "attendee": as_signed(body.attendee),
        "barred": int(body.barred),
        "by_staff": body.by,
    }
    _put_latest(db, "barred", "fair, attendee", values, fact)


def _stalls_released(db: Database, fact: facts.Fact, body: facts.StallsReleased) -> None:
    for stall in sorted(set(body.stalls)):
        values = {"fair": body.fair, "stall": stall, "released": int(body.released), "by_staff": body.by}
        _put_latest(db, "stall_release", "fair, stall", values, fact)


def _passages_closed(db: Database, fact: facts.Fact, body: facts.PassagesClosed) -> None:
    for passage in sorted(set(body.passages)):
        values = {"fair": body.fair, "passage": passage, "closed": int(body.closed), "by_staff": body.by}
        _put_latest(db, "passage_closure", "fair, passage", values, fact)


def _stalls_closed(db: Database, fact: facts.Fact, body: facts.StallsClosed) -> None:
    for stall in sorted(set(body.stalls)):
        values = {"fair": body.fair, "stall": stall, "closed": int(body.closed), "by_staff": body.by}
        _put_latest(db, "stall_closure", "fair, stall", values, fact)


def _stall_moved(db: Database, fact: facts.Fact, body: facts.StallMoved) -> None:
    values = {"fair": body.fair, "stall": body.stall, "moved_to": body.to, "by_staff": body.by}
    _put_latest(db, "stall_move", "fair, stall", values, fact)


def _plan_kept(db: Database, fact: facts.Fact, body: facts.PlanKept) -> None:
    values = {
        "fair": body.fair,
        "attendee": as_signed(body.attendee),
        "stalls": msgspec.json.encode(body.stalls).decode(),
        "sessions": msgspec.json.encode(body.sessions).decode(),
    }
    _put_latest(db, "kept_plan", "fair, attendee", values, fact)


def _lookups_counted(db: Database, _fact: facts.Fact, body: facts.LookupsCounted) -> None:
    """Each fact counts what came since the one before, so they add up in any order."""
    if body.day > _LAST_DAY:
        return  # no day that a fair could have
    day = body.day + _DAY_ZERO
    db.conn.execute(
        "INSERT INTO lookup_day VALUES (?, ?, ?, ?, ?) ON CONFLICT (fair, day) DO UPDATE SET "
        "lookups = lookups + excluded.lookups, found = found + excluded.found, rare = rare + excluded.rare",
        (body.fair, day, *(_counted(each) for each in (body.lookups, body.found, body.rare))),
    )
    for term, visits in body.missed:
        db.conn.execute(
            "INSERT INTO lookup_missed VALUES (?, ?, ?, ?) ON CONFLICT (fair, day, term) "
            "DO UPDATE SET visits = visits + excluded.visits",
            (body.fair, day, term, _counted(visits)),
        )


def _counted(number: int) -> int:
    """What another kiosk claims to have counted, within what can be added up."""
    return max(0, min(number, _COUNT_MOST))


_COUNT_MOST = 1 << 31
_DAY_ZERO = number(DAY_ZERO)
_LAST_DAY = 0xFFFF


def _key_withdrawn(db: Database, _fact: facts.Fact, body: facts.KeyWithdrawn) -> None:
    db.conn.execute(
        "INSERT INTO withdrawal VALUES (?, ?, ?) ON CONFLICT (fair, kid) "
        "DO UPDATE SET from_seq = min(from_seq, excluded.from_seq)",
        (body.fair, as_signed(body.kid), min(body.from_seq, LARGEST)),
    )


LARGEST = (1 << 63) - 1


def _entry_paused(db: Database, fact: facts.Fact, body: facts.EntryPaused) -> None:
    values = {"fair": body.fair, "gate": body.gate, "paused": int(body.paused), "by_staff": body.by}
    _put_latest(db, "pause", "fair, gate", values, fact)


def _key_certified(db: Database, fact: facts.Fact, body: facts.KeyCertified) -> None:
    values = {
        "kid": as_signed(body.kid),
        "public_key": body.public_key,
        "role": body.role,
        "name": body.name,
        "fair": as_signed(body.fair),
        "signature": body.signature,
    }
    row = values | {"origin": fact.origin, "seq": fact.seq}
    db.conn.execute(
        f"INSERT INTO certificate ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",  # noqa: S608
        tuple(row.values()),
    )


def _fork_found(db: Database, fact: facts.Fact, body: facts.ForkFound) -> None:
    origin = _origin(body.origin)
    if origin is not None:
        db.conn.execute(
            "INSERT INTO fork_found VALUES (?, ?, ?, ?, ?, ?)",
            (origin, as_signed(body.seq), body.kept, body.other, fact.origin, fact.seq),
        )


def _fork_seen(db: Database, fact: facts.Fact, body: facts.ForkSeen) -> None:
    origin = _origin(body.origin)
    if origin is not None:
        values = {"fork_origin": origin, "fork_seq": as_signed(body.seq), "by_staff": body.by}
        _put_latest(db, "fork_seen", "fork_origin, fork_seq", values, fact)


def _origin(text: str) -> bytes | None:
    """An origin as facts name it; None where a peer's fact names none."""
    try:
        return bytes.fromhex(text)
    except ValueError:
        return None


def _persons_erased(db: Database, fact: facts.Fact, body: facts.PersonsErased) -> None:
    """An erasure travels: personal fields of that fair go here as well, and Journal.receive takes no
    others."""
    erase_personal(db, body.fair)
    db.conn.execute(
        "INSERT INTO erasure (fair, origin, seq, rows) VALUES (?, ?, ?, ?)",
        (body.fair, fact.origin, fact.seq, as_signed(body.rows)),
    )


def erase_personal(db: Database, fair: str) -> int:
    """Delete the personal fields of a fair's facts, and what somebody looked up; returns the rows."""
    # What was looked up once may be somebody's own words.
    db.conn.execute("DELETE FROM lookup_waiting WHERE fair = ?", (fair,))
    parked.clear(db)  # personal fields lie in what waits, too; the sticks that it came by still have it
    return int(db.conn.execute(_ERASE, (fair,)).rowcount)


_ERASE = """
DELETE FROM personal WHERE EXISTS (SELECT 1 FROM fact WHERE fact.origin = personal.origin
    AND fact.seq = personal.seq AND json_extract(CAST(fact.body AS TEXT), '$.fair') = ?)
"""

_RULES: dict[type, Callable[[Any, facts.Fact, Any], None]] = {
    facts.CheckIn: presence_projection.check_in,
    facts.CheckInUndone: presence_projection.undone,
    facts.AttendeeRegistered: _attendee_registered,
    facts.BadgeIssued: badge_projection.issued,
    facts.BadgeRevoked: badge_projection.revoked,
    facts.Agreed: _agreed,
    facts.AttendeeBarred: _attendee_barred,
    facts.StallsReleased: _stalls_released,
    facts.PassagesClosed: _passages_closed,
    facts.StallsClosed: _stalls_closed,
    facts.StallMoved: _stall_moved,
    facts.PlanKept: _plan_kept,
    facts.LookupsCounted: _lookups_counted,
    facts.KeyWithdrawn: _key_withdrawn,
    facts.EntryPaused: _entry_paused,
    facts.PrintRequested: print_projection.requested,
    facts.PrintReported: print_projection.reported,
    facts.PrintRecalled: print_projection.recalled,
    facts.PrintersOffered: print_projection.printers_offered,
    facts.DoubleResolved: presence_projection.resolved,
    facts.ForkFound: _fork_found,
    facts.ForkSeen: _fork_seen,
    facts.BatchOrdered: print_projection.batch_ordered,
    facts.SheetsPrinted: print_projection.sheets_printed,
    facts.BatchEnded: print_projection.batch_ended,
    facts.KeyCertified: _key_certified,
    facts.PersonsErased: _persons_erased,
}
"""Other kinds are kept in the journal and add up to nothing that is asked for."""

_RULES_OF_MANY: dict[type, Callable[[Any, Sequence[tuple[facts.Fact, Any]]], None]] = {
    facts.CheckIn: presence_projection.check_ins,
    facts.PrintRequested: print_projection.requested_many,
    facts.PrintReported: print_projection.reported_many,
}
"""The same for many facts of a kind, where that is quicker than one by one; most facts are of these kinds."""
