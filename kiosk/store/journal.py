"""A kiosk's ordered, hash-chained facts: its own and those it has received (design.md section 5).

Nothing here opens a transaction: a decision, its fact and the projections are one transaction of the caller's
(`driver.transaction`), and only after its COMMIT may a screen say anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from kiosk.domain.facts import (
    GENESIS,
    KINDS,
    AttendeeRegistered,
    Body,
    Chain,
    Fact,
    Personal,
    fact_hash,
    next_time,
    personal_digest,
)
from kiosk.store import bodies, driver, projections
from kiosk.store.bodies import personal_for
from kiosk.store.findings import Finding, FindingKind, Received
from kiosk.store.receiving import ERASED, HEAD, INSERT, KEEP_PERSONAL, Position, Receiving, sound

if TYPE_CHECKING:
    from kiosk.store.driver import Database

__all__ = ["Finding", "FindingKind", "Journal", "Position", "Received", "personal_for", "sound"]

_BodyOf = TypeVar("_BodyOf", bound=Body)
ADOPT_AHEAD_MS = 5 * 60 * 1000
"""A received time further ahead than this is kept but never adopted (design.md section 5)."""
_PAGE = 500
_COLUMNS = "origin, seq, time, kind, body, previous, hash"


class Journal:
    """The journal in one store. `origin` is this kiosk's incarnation, 16 random bytes."""

    def __init__(self, db: Database, origin: bytes) -> None:
        self._db = db
        self.origin = origin
        self._peeked: tuple[tuple[int, int, bytes], int] | None = None
        """Head and clock as `ahead_ms` has just read them in this transaction, for the fact that follows."""
        self.appended = 0
        """Sequence of the last fact that was appended here, for the head mark; the store clears it."""

    def begin(self) -> None:
        """A transaction begins: what was read in another one is out of date."""
        self.appended = 0
        self._peeked = None

    def append(self, body: Body, *, now_ms: int, personal: Personal | None = None) -> Fact:
        """Record one fact of this kiosk, its personal fields and its effect on the projections.

        Must be called inside a transaction. `now_ms` is milliseconds since 1970. A body with personal fields
        holds their digest: make `personal` first, with `personal_for`.
        """
        assert driver.in_transaction(self._db), "append inside a transaction"
        digest = getattr(body, "personal", None)
        assert digest == (personal_digest(personal) if personal else None), "the body holds the digest"
        encoded = bodies.encode(body)
        assert bodies.storable(body), "a body that could not be read back"
        (seq, last_time, previous), clock = self._peeked or (self._head(self.origin), self._clock())
        self._peeked = None
        time = next_time(max(last_time, clock), now_ms)
        own_hash = fact_hash(
            origin=self.origin, seq=seq + 1, time=time, kind=body.kind, body=encoded, previous=previous
        )
        fact = Fact(self.origin, seq + 1, time, body.kind, encoded, previous, own_hash)
        self._insert(fact)
        if personal is not None:
            self._keep_personal(fact, personal)
        projections.apply(self._db, fact, body)
        self.appended = fact.seq
        return fact

    def facts(self, origin: bytes | None = None, first: int = 1) -> Iterator[Fact]:
        """Facts in order of (origin, seq): all, or one origin's from `first` on. Read in pages of 500."""
        for each in [origin] if origin is not None else sorted(self.origins()):
            last = first - 1
            while True:
                page = driver.rows(
                    self._db,
                    f"SELECT {_COLUMNS} FROM fact WHERE origin = ? AND seq > ? ORDER BY seq LIMIT {_PAGE}",  # noqa: S608
                    (each, last),
                )
                yield from (Fact(*row) for row in page)
                if len(page) < _PAGE:
                    break
                last = page[-1][1]

    def personals(self, origin: bytes, first: int, last: int) -> dict[Position, Personal]:
        """The personal fields that travel with one origin's facts `first` to `last`."""
        found = driver.rows(
            self._db,
            "SELECT seq, salt, fields FROM personal WHERE origin = ? AND seq BETWEEN ? AND ?",
            (origin, first, last),
        )
        return {(origin, seq): Personal(salt, fields) for seq, salt, fields in found}

    def origins(self) -> dict[bytes, int]:
        """The version vector: every origin known here, and its last sequence."""
        return dict(driver.rows(self._db, _ORIGINS))

    def latest(self, body_type: type[_BodyOf]) -> _BodyOf | None:
        """The body of this kiosk's own last fact of a kind, or None."""
        found = driver.row(
            self._db,
            "SELECT fact.kind, fact.body FROM newest JOIN fact USING (origin, seq) "
            "WHERE newest.origin = ? AND newest.kind = ?",
            (self.origin, body_type.kind),
        )
        body = bodies.decode(*found) if found else None
        return body if isinstance(body, body_type) else None

    def forks(self) -> tuple[Finding, ...]:
        """Every (origin, seq) for which another content was heard of."""
        found = driver.rows(self._db, "SELECT DISTINCT origin, seq FROM fork ORDER BY origin, seq")
        return tuple(Finding(FindingKind.FORK, origin, seq) for origin, seq in found)

    def verify(self) -> tuple[Finding, ...]:
        """Everything that is wrong with the journal; nothing where it is whole. Reads all of it."""
        findings: list[Finding] = []
        origin, seq, previous = b"", 0, GENESIS
        for fact in self.facts():
            if fact.origin != origin:
                origin, seq, previous = fact.origin, 0, GENESIS
            findings += _broken(fact, seq + 1, previous)
            if fact.kind in KINDS:
                findings += self._unreadable(fact)
            seq, previous = fact.seq, fact.hash
        return tuple(findings) + self.forks()

    def receive(
        self, received: Iterable[Fact], personals: Mapping[Position, Personal], *, now_ms: int
    ) -> Received:
        """Keep facts of other origins: set union, so order and repetition do no harm. Inside a transaction.

        What does not follow (a gap, a broken chain, a wrong hash, a second content for a known position) is
        left out with all that comes after it in that origin, and told.
        """
        receiving = self._receiving(personals)
        receiving.take(received)
        found = self._received(receiving, now_ms)
        heard = sorted({fact.origin for fact in receiving.new})
        self._db.conn.executemany(
            "INSERT OR REPLACE INTO heard VALUES (?, ?)", [(each, now_ms) for each in heard]
        )
        return found

    def receive_chains(
        self, chains: Iterable[Chain], personals: Mapping[Position, Personal], *, now_ms: int
    ) -> Received:
        """The same of facts whose hashes were computed when they came in, and need not be again.

        They may come by long ways: when their origins were heard is for who brings them to say.
        """
        receiving = self._receiving(personals)
        receiving.take_chains(chains)
        return self._received(receiving, now_ms)

    def _receiving(self, personals: Mapping[Position, Personal]) -> Receiving:
        assert driver.in_transaction(self._db), "receive inside a transaction"
        return Receiving(self._db, self.origin, personals)

    def _received(self, receiving: Receiving, now_ms: int) -> Received:
        receiving.finish()
        times = [fact.time for fact in receiving.new if fact.time_ms <= now_ms + ADOPT_AHEAD_MS]
        if times:
            self.adopt(max(times))
        return Received(len(receiving.new), tuple(receiving.findings.values()))

    def _erased(self, fair: str) -> bool:
        """Whether a fact says that the personal fields of a fair were erased."""
        return driver.row(self._db, ERASED, (fair,)) is not None

    def _unreadable(self, fact: Fact) -> list[Finding]:
        body = bodies.decode(fact.kind, fact.body)
        if body is None:
            return [Finding(FindingKind.UNREADABLE_BODY, fact.origin, fact.seq)]
        kept = self.personals(fact.origin, fact.seq, fact.seq).get((fact.origin, fact.seq))
        if kept is None:
            if isinstance(body, AttendeeRegistered) and fact.origin == self.origin:
                lost = not self._erased(body.fair)
                return [Finding(FindingKind.PERSONAL_MISSING, fact.origin, fact.seq)] if lost else []
            return []
        if getattr(body, "personal", None) == personal_digest(kept):
            return []
        return [Finding(FindingKind.PERSONAL_MISMATCH, fact.origin, fact.seq)]

    def _head(self, origin: bytes) -> tuple[int, int, bytes]:
        """Sequence, time and hash of an origin's last fact."""
        found = driver.row(self._db, HEAD, (origin,))
        return (found[0], found[1], found[2]) if found else (0, 0, GENESIS)

    def _insert(self, fact: Fact) -> None:
        values: tuple[Any, ...] = (
            fact.origin,
            fact.seq,
            fact.time,
            fact.kind,
            fact.body,
            fact.previous,
            fact.hash,
        )
        self._db.conn.execute(INSERT, values)

    def _keep_personal(self, fact: Fact, personal: Personal) -> None:
        self._db.conn.execute(KEEP_PERSONAL, (fact.origin, fact.seq, personal.salt, personal.fields))

    def ahead_ms(self, now_ms: int) -> int:
        """How far the journal's time is ahead of a clock; nothing or less where it is not."""
        head, clock = self._head(self.origin), self._clock()
        self._peeked = (head, clock) if driver.in_transaction(self._db) else None
        return (max(head[1], clock) >> 16) - now_ms

    def last_seq(self, body_type: type[Body]) -> int:
        """The place of this kiosk's own last fact of a kind; 0 where there is none."""
        found = driver.row(
            self._db,
            "SELECT seq FROM newest WHERE origin = ? AND kind = ?",
            (self.origin, body_type.kind),
        )
        return int(found[0]) if found else 0

    def count(self, body_type: type[Body], *, beyond: int) -> int:
        """How many of this kiosk's own facts behind a place are of a kind. Reads all facts behind it."""
        found = driver.row(
            self._db,
            "SELECT count(*) FROM fact WHERE origin = ? AND seq > ? AND kind = ?",
            (self.origin, beyond, body_type.kind),
        )
        return int(found[0]) if found else 0

    def _clock(self) -> int:
        """The latest time adopted from others."""
        found = driver.row(self._db, "SELECT value FROM state WHERE name = 'clock'")
        return int.from_bytes(found[0], "big") if found else 0

    def adopt(self, time: int) -> None:
        """Let this kiosk's hybrid clock go on from `time`, if that is later. Inside a transaction."""
        self._peeked = None
        if time > self._clock():
            self._db.conn.execute(
                "INSERT OR REPLACE INTO state VALUES ('clock', ?)", (time.to_bytes(8, "big"),)
            )


_ORIGINS = """
WITH RECURSIVE known (origin) AS (
    SELECT min(origin) FROM fact
    UNION ALL
    SELECT (SELECT min(origin) FROM fact WHERE origin > known.origin)
    FROM known WHERE known.origin IS NOT NULL
)
SELECT origin, (SELECT max(seq) FROM fact WHERE fact.origin = known.origin) FROM known
WHERE origin IS NOT NULL
"""
"""A loose index scan: one look-up an origin, where GROUP BY would read every fact."""


def _broken(fact: Fact, expected: int, previous: bytes) -> list[Finding]:
    """What is wrong with a stored fact, given the one before it."""
    findings = []
    if fact.seq != expected:
        findings.append(Finding(FindingKind.GAP, fact.origin, expected))
    elif fact.previous != previous:
        findings.append(Finding(FindingKind.BROKEN_CHAIN, fact.origin, fact.seq))
    if not sound(fact):
        findings.append(Finding(FindingKind.WRONG_HASH, fact.origin, fact.seq))
    return findings
