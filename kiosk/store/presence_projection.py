"""Who is inside, where, since when, and who went in twice: from check-ins and from those taken back.

Where a person is follows from all passages of a day in the order of (time, origin, seq), whichever was heard
of first: one that comes last is added to what stands, any other one makes the sum be done again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import msgspec

from kiosk.domain import facts
from kiosk.domain.fair import Direction
from kiosk.store import driver
from kiosk.store.ids import as_signed
from kiosk.store.passages import (
    Passage,
    Presence,
    Subject,
    changes,
    day_of,
    follow,
    passage_of,
    summed,
    who_passed,
)

if TYPE_CHECKING:
    from kiosk.store.driver import Database


def check_in(db: Database, fact: facts.Fact, body: facts.CheckIn) -> None:
    """Keep the check-in, count it at its gate, and note the passage if somebody went in or out."""
    day = day_of(fact, body)
    kind, subject = who_passed(body)
    taken_back = (
        driver.row(db, "SELECT 1 FROM undone WHERE origin = ? AND seq = ?", (fact.origin, fact.seq))
        is not None
    )
    db.conn.execute(_KEEP, _kept(fact, body, day, (kind, subject), taken_back=taken_back))
    passed = kind is not None and not taken_back
    db.conn.execute(_COUNT_AT_GATE, (body.fair, day, body.gate, body.verdict, 1, int(passed)))
    if passed and kind is not None and subject is not None:
        _pass(db, Subject(body.fair, body.session, kind, subject, day), passage_of(fact, body))


def check_ins(db: Database, some: Sequence[tuple[facts.Fact, facts.CheckIn]]) -> None:
    """The same for many facts; where a person is, and how many people are where, is written once."""
    taken_back = _taken_back(db, some)
    rows: list[tuple[Any, ...]] = []
    at_gates: dict[tuple[str, int, str, str], list[int]] = {}
    passages: dict[Subject, list[Passage]] = {}
    for fact, body in some:
        day = day_of(fact, body)
        kind, subject = whom = who_passed(body)
        gone = (fact.origin, fact.seq) in taken_back
        rows.append(_kept(fact, body, day, whom, taken_back=gone))
        counts = at_gates.setdefault((body.fair, day, body.gate, body.verdict), [0, 0])
        counts[0] += 1
        if kind is not None and subject is not None and not gone:
            counts[1] += 1
            whose = Subject(body.fair, body.session, kind, subject, day)
            passages.setdefault(whose, []).append(passage_of(fact, body))
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


@lru_cache(maxsize=256)
def _as_json(reasons: tuple[str, ...]) -> str:
    """There are few kinds of reasons, and one or two of them to a decision."""
    return msgspec.json.encode(reasons).decode()


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
        _as_json(body.reasons),
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
    _sum_again(db, whose, _stands(db, whose))


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


def _pass(db: Database, subject: Subject, passage: Passage) -> None:
    before = _stands(db, subject)
    if _goes_on(before, passage):
        _settle(db, subject, before, follow(before, passage))
    else:
        _sum_again(db, subject, before)


def _goes_on(before: Presence | None, passage: Passage) -> bool:
    """Whether a passage comes after all others. Where nobody is known, exits may have been heard of."""
    return before is not None and passage.place >= before.last.place


def _pass_many(db: Database, passages: dict[Subject, list[Passage]]) -> None:
    """Passages that are kept already, by whose they are."""
    stands: list[tuple[Any, ...]] = []
    people: dict[tuple[str, tuple[str | int, ...]], int] = {}
    standing = _all_stand(db, passages)
    for new in passages.values():
        new.sort()
    sums = _sums(db, [each for each, new in passages.items() if not _goes_on(standing.get(each), new[0])])
    for subject, new in passages.items():
        before = after = standing.get(subject)
        if subject in sums:
            after = sums[subject]
        else:
            for passage in new:
                after = follow(after, passage)
        if after is not None:
            stands.append(_stand(subject, after))
        elif before is not None:
            db.conn.execute(_LEAVE, subject)
        for table, key, change in changes(subject, before, after):
            people[table, key] = people.get((table, key), 0) + change
    db.conn.executemany(_STAND, stands)
    for (table, key), change in people.items():
        if change:
            _count(db, table, key, change)


def _sum_again(db: Database, subject: Subject, before: Presence | None) -> None:
    _settle(db, subject, before, _sum(db, subject))


def _sum(db: Database, subject: Subject) -> Presence | None:
    return summed(Passage(*row) for row in driver.rows(db, _PASSAGES, subject))


def _sums(db: Database, subjects: Iterable[Subject]) -> dict[Subject, Presence | None]:
    """What the passages of each of some come to; one question a fair, session, kind and day."""
    found: dict[Subject, Presence | None] = dict.fromkeys(subjects)
    for alike, ids in _alike(found):
        fair, session, kind, day = alike
        rows = driver.rows(db, _ALL_PASSAGES, (*alike, ids))
        for subject, some in groupby(rows, key=itemgetter(0)):
            whose = Subject(fair, session, kind, subject, day)
            found[whose] = summed(Passage(*row[1:]) for row in some)
    return found


def _settle(db: Database, subject: Subject, before: Presence | None, after: Presence | None) -> None:
    """Write where the person is, and change the numbers of people by the difference."""
    if after is None:
        db.conn.execute(_LEAVE, subject)
    else:
        db.conn.execute(_STAND, _stand(subject, after))
    for table, key, change in changes(subject, before, after):
        _count(db, table, key, change)


def _stand(subject: Subject, after: Presence) -> tuple[Any, ...]:
    """A row of `presence`."""
    first, since, last = after.first, after.since, after.last
    return (
        *subject,
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


def _stands(db: Database, subject: Subject) -> Presence | None:
    row = driver.row(db, _STANDS, subject)
    return _presence(row) if row is not None else None


def _all_stand(db: Database, subjects: Iterable[Subject]) -> dict[Subject, Presence]:
    """Where each of some stands; one question a fair, session, kind and day."""
    return {
        Subject(alike[0], alike[1], alike[2], row[0], alike[3]): _presence(row[1:])
        for alike, ids in _alike(subjects)
        for row in driver.rows(db, _ALL_STAND, (*alike, ids))
    }


def _alike(subjects: Iterable[Subject]) -> Iterator[tuple[tuple[str, str, str, int], str]]:
    """Subjects that differ in their ids alone: fair, session, kind, day; and the ids as JSON."""
    found: dict[tuple[str, str, str, int], list[int]] = {}
    for subject in subjects:
        found.setdefault((subject.fair, subject.session, subject.kind, subject.day), []).append(subject.id)
    for alike, ids in found.items():
        yield alike, msgspec.json.encode(ids).decode()


def _presence(row: Sequence[Any]) -> Presence:
    first = Passage(row[0], row[1], row[2], row[3], Direction.IN, "", "")
    since = Passage(row[4], b"", 0, row[5], Direction.IN, "", "")
    last = Passage(row[6], row[7], row[8], "", "", "", row[9])
    return Presence(first, since, last, row[10], row[11], row[12])


_COLUMNS = (
    "first_time, first_origin, first_seq, first_gate, since_time, since_gate, "
    "last_time, last_origin, last_seq, stall, hall, entries, doubles"
)
_KEY = "fair = ? AND session = ? AND subject_kind = ? AND subject = ? AND day = ?"
_STANDS = f"SELECT {_COLUMNS} FROM presence WHERE {_KEY}"  # noqa: S608
_ALL_STAND = (
    f"SELECT subject, {_COLUMNS} FROM presence WHERE fair = ? AND session = ? AND subject_kind = ? "  # noqa: S608
    "AND day = ? AND subject IN (SELECT value FROM json_each(?))"
)
_PASSED = "time, origin, seq, gate, direction, hall, stall"
_PASSAGES = (
    f"SELECT {_PASSED} FROM check_in INDEXED BY check_in_of_subject "  # noqa: S608
    "WHERE fair = ? AND session = ? AND subject_kind = ? AND subject = ? AND day = ? AND NOT undone "
    "ORDER BY time, origin, seq"
)
_ALL_PASSAGES = (
    f"SELECT subject, {_PASSED} FROM check_in INDEXED BY check_in_of_subject "  # noqa: S608
    "WHERE fair = ? AND session = ? AND subject_kind = ? AND day = ? "
    "AND subject IN (SELECT value FROM json_each(?)) AND NOT undone ORDER BY subject, time, origin, seq"
)
_LEAVE = f"DELETE FROM presence WHERE {_KEY}"  # noqa: S608
_STAND = (
    f"INSERT OR REPLACE INTO presence (fair, session, subject_kind, subject, day, {_COLUMNS}) "  # noqa: S608
    f"VALUES ({', '.join('?' * 18)})"
)


def _signed(number: int | None) -> int | None:
    return None if number is None else as_signed(number)
