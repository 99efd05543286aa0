"""Who is inside, where, since when, and who went in twice: from check-ins and from those taken back.

A passage is a check-in with a subject (somebody went in or out) that nobody has undone. Where a person is
follows from all passages of a day in the order of (time, origin, seq), whichever was heard of first: one
that comes last is added to what stands, any other one makes the sum be done again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from kiosk.domain import facts
from kiosk.domain.fair import DAY_ZERO, Direction
from kiosk.domain.reasons import Reason, Verdict
from kiosk.store import driver
from kiosk.store.ids import as_signed

if TYPE_CHECKING:
    from sqlite_utils import Database

_BEIJING_OFFSET_MS = 8 * 3600 * 1000
_DAY_MS = 24 * 3600 * 1000
_DAY_ZERO = (DAY_ZERO - date(1970, 1, 1)).days
_LAST_DAY = 0xFFFF
"""Badge tokens count days in 16 bits."""


_Key = tuple[str, str, str, int, int]


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose passages add up: one person on one day, in the fair (session "") or in one session."""

    fair: str
    session: str
    kind: str
    """attendee; or badge, where nobody is known."""
    id: int
    """Signed."""
    day: int

    def key(self) -> _Key:
        """As the tables have it."""
        return (self.fair, self.session, self.kind, self.id, self.day)


@dataclass(frozen=True, slots=True)
class _Passage:
    time: int
    origin: bytes
    seq: int
    gate: str
    direction: str
    hall: str
    stall: str

    @property
    def place(self) -> tuple[int, bytes, int]:
        return (self.time, self.origin, self.seq)


@dataclass(frozen=True, slots=True)
class _Presence:
    """A row of `presence`, without its key."""

    first: _Passage
    since: _Passage
    """Where the stay began that lasts, or lasted."""
    last: _Passage
    hall: str | None
    """Where the person is; None outside."""
    entries: int
    doubles: int
    """Passages into where the person already was: two gates let in the same one."""


def check_in(db: Database, fact: facts.Fact, body: facts.CheckIn) -> None:
    """Keep the check-in, count it at its gate, and note the passage if somebody went in or out."""
    day = _day_of(fact, body)
    kind, subject = _who_passed(body)
    taken_back = (
        driver.row(db, "SELECT 1 FROM undone WHERE origin = ? AND seq = ?", (fact.origin, fact.seq))
        is not None
    )
    db.conn.execute(_KEEP, _kept(fact, body, day, (kind, subject), taken_back=taken_back))
    passed = kind is not None and not taken_back
    db.conn.execute(_COUNT_AT_GATE, (body.fair, day, body.gate, body.verdict, 1, int(passed)))
    if passed and kind is not None and subject is not None:
        _pass(db, Subject(body.fair, body.session, kind, subject, day), _passage(fact, body))


def check_ins(db: Database, some: Sequence[tuple[facts.Fact, facts.CheckIn]]) -> None:
    """The same for many facts; where a person is, and how many people are where, is written once."""
    taken_back = _taken_back(db, some)
    rows: list[tuple[Any, ...]] = []
    at_gates: dict[tuple[str, int, str, str], list[int]] = {}
    passages: dict[_Key, list[_Passage]] = {}
    for fact, body in some:
        day = _day_of(fact, body)
        kind, subject = whom = _who_passed(body)
        gone = (fact.origin, fact.seq) in taken_back
        rows.append(_kept(fact, body, day, whom, taken_back=gone))
        counts = at_gates.setdefault((body.fair, day, body.gate, body.verdict), [0, 0])
        counts[0] += 1
        if kind is not None and subject is not None and not gone:
            counts[1] += 1
            key = (body.fair, body.session, kind, subject, day)
            passages.setdefault(key, []).append(_passage(fact, body))
    db.conn.executemany(_KEEP, rows)
    db.conn.executemany(_COUNT_AT_GATE, [(*key, *counts) for key, counts in at_gates.items()])
    _pass_many(db, passages)


def _taken_back(
    db: Database, some: Sequence[tuple[facts.Fact, facts.CheckIn]]
) -> frozenset[tuple[bytes, int]]:
    """Which of some check-ins were taken back before they were heard of."""
    spans: dict[bytes, list[int]] = {}
    for fact, _ in some:
        span = spans.setdefault(fact.origin, [fact.seq, fact.seq])
        span[0], span[1] = min(span[0], fact.seq), max(span[1], fact.seq)
    return frozenset(
        (origin, seq)
        for origin, span in spans.items()
        for (seq,) in driver.rows(
            db, "SELECT seq FROM undone WHERE origin = ? AND seq BETWEEN ? AND ?", (origin, *span)
        )
    )


_KEEP = f"INSERT INTO check_in VALUES ({', '.join('?' * 21)})"  # noqa: S608
_COUNT_AT_GATE = (
    "INSERT INTO gate_count VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (fair, day, gate, verdict) DO UPDATE SET "
    "check_ins = check_ins + excluded.check_ins, passages = passages + excluded.passages"
)


def _kept(
    fact: facts.Fact,
    body: facts.CheckIn,
    day: int,
    whom: tuple[str | None, int | None],
    *,
    taken_back: bool,
) -> tuple[Any, ...]:
    """A row of `check_in`."""
    return (
        fact.origin,
        fact.seq,
        fact.time,
        body.fair,
        body.gate,
        body.verdict,
        msgspec.json.encode(body.reasons).decode(),
        body.claim,
        _signed(body.attendee),
        _signed(body.badge),
        _signed(body.badge_type),
        day,
        *whom,
        body.session,
        body.direction,
        body.hall,
        body.stall,
        body.by,
        int(taken_back),
        _signed(body.unheard_s),
    )


def _passage(fact: facts.Fact, body: facts.CheckIn) -> _Passage:
    return _Passage(fact.time, fact.origin, fact.seq, body.gate, body.direction, body.hall, body.stall)


def undone(db: Database, _fact: facts.Fact, body: facts.CheckInUndone) -> None:
    """A check-in was taken back; it may not have been heard of yet."""
    try:
        origin = bytes.fromhex(body.origin)
    except ValueError:
        return
    place = (origin, as_signed(body.seq))
    new = db.conn.execute("INSERT INTO undone VALUES (?, ?) ON CONFLICT DO NOTHING", place).rowcount
    found = driver.row(
        db,
        "SELECT fair, session, subject_kind, subject, day, gate, verdict FROM check_in "
        "WHERE origin = ? AND seq = ?",
        place,
    )
    if not new or found is None:
        return
    db.conn.execute("UPDATE check_in SET undone = 1 WHERE origin = ? AND seq = ?", place)
    fair, session, kind, subject, day, gate, verdict = found
    if kind is None:
        return
    db.conn.execute(
        "UPDATE gate_count SET passages = passages - 1 "
        "WHERE fair = ? AND day = ? AND gate = ? AND verdict = ?",
        (fair, day, gate, verdict),
    )
    whose = Subject(fair, session, kind, subject, day)
    _sum_again(db, whose, _stands(db, whose.key()))


def resolved(db: Database, fact: facts.Fact, body: facts.DoubleResolved) -> None:
    """Staff looked at a double admission; the latest word on each of its passages counts."""
    for origin, seq in sorted(set(body.passages)):
        try:
            place = (bytes.fromhex(origin), as_signed(seq))
        except ValueError:
            continue
        db.conn.execute(
            _RESOLVE, (body.fair, *place, body.outcome, body.by, fact.time, fact.origin, fact.seq)
        )


_RESOLVE = """
INSERT INTO resolved VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (fair, passage_origin, passage_seq) DO UPDATE SET
    outcome = excluded.outcome, by_staff = excluded.by_staff,
    time = excluded.time, origin = excluded.origin, seq = excluded.seq
WHERE (excluded.time, excluded.origin, excluded.seq) > (resolved.time, resolved.origin, resolved.seq)
"""


def day_of_ms(time_ms: int) -> int:
    """The Beijing day of a moment, counted from 1970-01-01."""
    return (time_ms + _BEIJING_OFFSET_MS) // _DAY_MS


def _day_of(fact: facts.Fact, body: facts.CheckIn) -> int:
    """The day that was decided for; the time's where the fact does not say, or says what no badge could."""
    if body.day is None or body.day > _LAST_DAY:
        return day_of_ms(fact.time_ms)
    return body.day + _DAY_ZERO


def _who_passed(body: facts.CheckIn) -> tuple[str | None, int | None]:
    """Who went in or out: the attendee, or the badge where nobody is known. An echo is no passage."""
    if body.direction == Direction.NONE:
        return None, None
    with_note = body.verdict == Verdict.NOTICE and body.reasons[:1] == (Reason.NOTE.value,)
    if not (body.verdict == Verdict.ADMIT or with_note) or Reason.REPEATED in body.reasons:
        return None, None
    if body.attendee is not None:
        return "attendee", as_signed(body.attendee)
    return ("badge", as_signed(body.badge)) if body.badge is not None else (None, None)


def _pass(db: Database, subject: Subject, passage: _Passage) -> None:
    before = _stands(db, subject.key())
    if before is None or passage.place < before.last.place:
        _sum_again(db, subject, before)  # an exit may have been heard of before its entry
    else:
        _settle(db, subject, before, _follow(before, passage))


def _pass_many(db: Database, passages: dict[_Key, list[_Passage]]) -> None:
    """Passages that are kept already, by whose they are."""
    stands: list[tuple[Any, ...]] = []
    people: dict[tuple[str, tuple[str | int, ...]], int] = {}
    for key, new in passages.items():
        before = _stands(db, key)
        new.sort(key=lambda each: each.place)
        if before is None or new[0].place < before.last.place:
            after = _summed(db, key)
        else:
            after = before
            for passage in new:
                after = _follow(after, passage)
        if after is not None:
            stands.append(_stand(key, after))
        elif before is not None:
            db.conn.execute(_LEAVE, key)
        for table, where, change in _changes(key, before, after):
            people[table, where] = people.get((table, where), 0) + change
    db.conn.executemany(_STAND, stands)
    for (table, where), change in people.items():
        if change:
            _count(db, table, where, change)


def _sum_again(db: Database, subject: Subject, before: _Presence | None) -> None:
    _settle(db, subject, before, _summed(db, subject.key()))


def _summed(db: Database, key: _Key) -> _Presence | None:
    """What all passages of a subject come to."""
    passages = driver.rows(
        db,
        "SELECT time, origin, seq, gate, direction, hall, stall FROM check_in INDEXED BY check_in_of_subject "
        "WHERE fair = ? AND session = ? AND subject_kind = ? AND subject = ? AND day = ? AND NOT undone "
        "ORDER BY time, origin, seq",
        key,
    )
    return _sum(_Passage(*row) for row in passages)


def _sum(passages: Iterable[_Passage]) -> _Presence | None:
    presence: _Presence | None = None
    for passage in passages:
        if presence is not None or passage.direction != Direction.OUT:
            presence = _follow(presence, passage)
    return presence


def _follow(before: _Presence | None, passage: _Passage) -> _Presence:
    """What stands after one more passage, the latest one. Whoever was never in cannot go out."""
    if before is None:
        return _Presence(passage, passage, passage, passage.hall, 1, 0)
    first, since, hall, entries, doubles = (
        before.first,
        before.since,
        before.hall,
        before.entries,
        before.doubles,
    )
    if passage.direction == Direction.OUT:
        return _Presence(first, since, passage, None, entries, doubles)
    if hall is None:
        return _Presence(first, passage, passage, passage.hall, entries + 1, doubles)
    if hall == passage.hall:
        return _Presence(first, since, passage, hall, entries, doubles + 1)
    return _Presence(first, passage, passage, passage.hall, entries, doubles)


def _settle(db: Database, subject: Subject, before: _Presence | None, after: _Presence | None) -> None:
    """Write where the person is, and change the numbers of people by the difference."""
    key = subject.key()
    if after is None:
        db.conn.execute(_LEAVE, key)
    else:
        db.conn.execute(_STAND, _stand(key, after))
    for table, where, change in _changes(key, before, after):
        _count(db, table, where, change)


def _stand(key: _Key, after: _Presence) -> tuple[Any, ...]:
    """A row of `presence`."""
    first, since, last = after.first, after.since, after.last
    return (
        *key,
        first.time,
        first.origin,
        first.seq,
        first.gate,
        since.time,
        since.gate,
        last.time,
        last.origin,
        last.seq,
        last.stall,
        after.hall,
        after.entries,
        after.doubles,
    )


def _changes(
    key: _Key, before: _Presence | None, after: _Presence | None
) -> list[tuple[str, tuple[str | int, ...], int]]:
    """By how much the numbers of people change: (table, its key, difference)."""
    fair, session, _, _, day = key
    was, now = before.hall if before else None, after.hall if after else None
    changes: list[tuple[str, tuple[str | int, ...], int]] = []
    if was != now:
        if was is not None:
            changes.append(("occupancy", (fair, session, day, was), -1))
        if now is not None:
            changes.append(("occupancy", (fair, session, day, now), 1))
    if (before is None) != (after is None):
        changes.append(("turnout", (fair, session, day), 1 if before is None else -1))
    return changes


def _count(db: Database, table: str, key: tuple[str | int, ...], change: int) -> None:
    """Add to a number of people; a row of none is no row, so that equal facts give equal tables."""
    add, remove = _COUNTS[table]
    db.conn.execute(add, (*key, change))
    if change < 0:
        db.conn.execute(remove, key)


def _counting(table: str, names: tuple[str, ...]) -> tuple[str, str]:
    marks, key = ", ".join("?" * len(names)), ", ".join(names)
    where = " AND ".join(f"{name} = ?" for name in names)
    return (
        f"INSERT INTO {table} VALUES ({marks}, ?) "  # noqa: S608
        f"ON CONFLICT ({key}) DO UPDATE SET people = people + excluded.people",
        f"DELETE FROM {table} WHERE {where} AND people = 0",  # noqa: S608
    )


_COUNTS = {
    "occupancy": _counting("occupancy", ("fair", "session", "day", "hall")),
    "turnout": _counting("turnout", ("fair", "session", "day")),
}


def _stands(db: Database, key: _Key) -> _Presence | None:
    row = driver.row(db, _STANDS, key)
    if row is None:
        return None
    first = _Passage(row[0], row[1], row[2], row[3], Direction.IN, "", "")
    since = _Passage(row[4], b"", 0, row[5], Direction.IN, "", "")
    last = _Passage(row[6], row[7], row[8], "", "", "", row[9])
    return _Presence(first, since, last, row[10], row[11], row[12])


_COLUMNS = (
    "first_time, first_origin, first_seq, first_gate, since_time, since_gate, "
    "last_time, last_origin, last_seq, stall, hall, entries, doubles"
)
_KEY = "fair = ? AND session = ? AND subject_kind = ? AND subject = ? AND day = ?"
_STANDS = f"SELECT {_COLUMNS} FROM presence WHERE {_KEY}"  # noqa: S608
_LEAVE = f"DELETE FROM presence WHERE {_KEY}"  # noqa: S608
_STAND = (
    f"INSERT OR REPLACE INTO presence (fair, session, subject_kind, subject, day, {_COLUMNS}) "  # noqa: S608
    f"VALUES ({', '.join('?' * 18)})"
)


def _signed(number: int | None) -> int | None:
    return None if number is None else as_signed(number)
