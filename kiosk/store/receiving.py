"""Keeping what other kiosks recorded: many facts in one transaction, each journal's head read once.

What is new is written as one, and so is what it adds to the projections: a courier brings 200 facts at a
time, and a scan waits for the transaction that keeps them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from kiosk.domain.facts import (
    GENESIS,
    HASH_LENGTH,
    LARGEST,
    ORIGIN_LENGTH,
    AttendeeRegistered,
    Body,
    Chain,
    Fact,
    Personal,
    fact_hash,
    personal_digest,
)
from kiosk.store import bodies, driver, projections
from kiosk.store.findings import Finding, FindingKind

if TYPE_CHECKING:
    from kiosk.store.driver import Database

Position = tuple[bytes, int]
"""(origin, seq)."""
INSERT = "INSERT INTO fact (origin, seq, time, kind, body, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"
HEAD = "SELECT seq, time, hash FROM fact WHERE origin = ? ORDER BY seq DESC LIMIT 1"
ERASED = "SELECT 1 FROM erasure WHERE fair = ? LIMIT 1"
KEEP_PERSONAL = "INSERT INTO personal VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
_AT_ONCE = 2000
"""Facts whose rows are held in memory; what is rescued of a store comes in one piece."""


class Receiving:
    """Takes in facts of other origins, then `finish`. Inside one transaction of the caller's."""

    def __init__(self, db: Database, own: bytes, personals: Mapping[Position, Personal]) -> None:
        self._db = db
        self._own = own
        self._personals = personals
        self._heads: dict[bytes, tuple[int, bytes]] = {}
        self._lately: list[Fact] = []
        """Known before, and their personal fields come now."""
        self.new: list[Fact] = []
        self.findings: dict[bytes, Finding] = {}
        """By origin: what did not follow; all that comes after it in that journal is left out."""

    def take(self, received: Iterable[Fact]) -> None:
        """Facts in whatever order, of which nothing is known: their hashes are computed here."""
        ordered = sorted(received, key=lambda each: (each.origin, each.seq))
        for origin, some in groupby(ordered, key=lambda each: each.origin):
            for run in _runs(some):
                self._take_run(origin, run)

    def take_chains(self, chains: Iterable[Chain]) -> None:
        """Facts whose hashes were computed when they came in."""
        for chain in sorted(
            (each for each in chains if each), key=lambda each: (each[0].origin, each[0].seq)
        ):
            self._take_run(chain[0].origin, chain)

    def finish(self) -> None:
        """What is new goes into the projections, and personal fields beside their facts."""
        for first in range(0, len(self.new), _AT_ONCE):
            part = self.new[first : first + _AT_ONCE]
            read = [
                (fact, body) for fact in part if (body := bodies.decode(fact.kind, fact.body)) is not None
            ]
            projections.apply_many(self._db, read)
            self._keep_personals(read)
        self._keep_personals(
            (fact, body) for fact in self._lately if (body := bodies.decode(fact.kind, fact.body)) is not None
        )

    def _take_run(self, origin: bytes, run: Sequence[Fact] | Finding) -> None:
        if origin not in self.findings:
            found = run if isinstance(run, Finding) else self._follow(origin, run)
            if found is not None:
                self.findings[origin] = found

    def _follow(self, origin: bytes, run: Sequence[Fact]) -> Finding | None:
        """Keep what is new of a run in which each fact names the one before; what is wrong with it."""
        seq, head_hash = self._head(origin)
        known = run[: max(0, seq - run[0].seq + 1)]
        if known and (fork := self._compare(origin, known)):
            return fork
        new = run[len(known) :]
        if not new:
            return None
        if origin == self._own:
            return Finding(FindingKind.OWN_AHEAD, origin, new[0].seq)
        if new[0].seq > seq + 1:
            return Finding(FindingKind.GAP, origin, seq + 1)
        if new[0].previous != head_hash:
            return self._fork(origin, seq, head_hash, new[0].previous)
        rows = [
            (fact.origin, fact.seq, fact.time, fact.kind, fact.body, fact.previous, fact.hash) for fact in new
        ]
        self._db.conn.executemany(INSERT, rows)
        self._heads[origin] = (new[-1].seq, new[-1].hash)
        self.new += new
        return None

    def _head(self, origin: bytes) -> tuple[int, bytes]:
        """Sequence and hash of an origin's last fact."""
        if origin not in self._heads:
            found = driver.row(self._db, HEAD, (origin,))
            self._heads[origin] = (found[0], found[2]) if found else (0, GENESIS)
        return self._heads[origin]

    def _compare(self, origin: bytes, known: Sequence[Fact]) -> Finding | None:
        """Positions that are known already: the same facts again, or a fork."""
        kept = driver.rows(
            self._db,
            "SELECT hash FROM fact WHERE origin = ? AND seq BETWEEN ? AND ? ORDER BY seq",
            (origin, known[0].seq, known[-1].seq),
        )
        for fact, (kept_hash,) in zip(known, kept, strict=True):
            if kept_hash != fact.hash:
                return self._fork(origin, fact.seq, kept_hash, fact.hash)
            if (origin, fact.seq) in self._personals:
                self._lately.append(fact)
        return None

    def _fork(self, origin: bytes, seq: int, kept: bytes, other: bytes) -> Finding:
        if seq:
            self._db.conn.execute(
                "INSERT OR IGNORE INTO fork VALUES (?, ?, ?, ?)", (origin, seq, kept, other)
            )
            return Finding(FindingKind.FORK, origin, seq)
        return Finding(FindingKind.BROKEN_CHAIN, origin, 1)

    def _keep_personals(self, read: Iterable[tuple[Fact, Body]]) -> None:
        """Keep personal fields, unless they are not the fact's or their fair's were erased.

        After the projections, so that an erasure that comes with them is known.
        """
        erased: dict[str, bool] = {}
        rows = []
        for fact, body in read:
            personal = self._personals.get((fact.origin, fact.seq))
            if personal is None or not _is_its(personal, body):
                continue
            assert isinstance(body, AttendeeRegistered)
            if body.fair not in erased:
                erased[body.fair] = driver.row(self._db, ERASED, (body.fair,)) is not None
            if not erased[body.fair]:
                rows.append((fact.origin, fact.seq, personal.salt, personal.fields))
        if rows:
            self._db.conn.executemany(KEEP_PERSONAL, rows)


def sound(fact: Fact) -> bool:
    """Whether a fact from outside or from a damaged file is of the right shape and carries its own hash."""
    if len(fact.origin) != ORIGIN_LENGTH or len(fact.previous) != HASH_LENGTH:
        return False
    if not 0 < fact.seq <= LARGEST or not 0 <= fact.time <= LARGEST:
        return False
    return fact.hash == fact_hash(
        origin=fact.origin,
        seq=fact.seq,
        time=fact.time,
        kind=fact.kind,
        body=fact.body,
        previous=fact.previous,
    )


def _runs(some: Iterable[Fact]) -> Iterator[list[Fact] | Finding]:
    """One origin's facts, in pieces in which each names the one before; it ends where one is not sound."""
    run: list[Fact] = []
    for fact in some:
        if not sound(fact):
            if run:
                yield run
            yield Finding(FindingKind.WRONG_HASH, fact.origin, fact.seq)
            return
        if run and (fact.seq != run[-1].seq + 1 or fact.previous != run[-1].hash):
            yield run
            run = []
        run.append(fact)
    if run:
        yield run


def _is_its(personal: Personal, body: Body) -> bool:
    """Whether personal fields are a person's, and those that a body names."""
    return (
        isinstance(body, AttendeeRegistered)
        and body.personal == personal_digest(personal)
        and bodies.is_person(personal)
    )
