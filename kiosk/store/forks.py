"""Forks as staff see them: what this kiosk came upon, what any kiosk has said, what was read.

From the place on where two contents of a journal part, all of it differs, and the place at which that was
noticed moves on with the journal. So the first known place of an origin stands for all later ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.facts import Body, ForkFound, KeyCertified, KeyWithdrawn, PersonsErased
from kiosk.store import bodies, driver

if TYPE_CHECKING:
    from kiosk.store.driver import Database


@dataclass(frozen=True, slots=True)
class ForkRecord:
    """Two contents of one journal, as facts say it."""

    origin: bytes
    seq: int
    """The first place that was found."""
    found_by: tuple[bytes, ...]
    """Origins of the facts that say so."""


def unsaid(db: Database) -> tuple[ForkFound, ...]:
    """What was found here and stands in no fact yet, as the facts to be: one for an origin at most."""
    found = driver.rows(
        db,
        "SELECT origin, seq, kept, other FROM fork "
        "WHERE NOT EXISTS (SELECT 1 FROM fork_found AS said "
        "WHERE said.fork_origin = fork.origin AND said.fork_seq <= fork.seq "
        # What was said beyond a fork is heard nowhere else.
        "AND NOT EXISTS "
        "(SELECT 1 FROM fork AS dead WHERE dead.origin = said.origin AND dead.seq <= said.seq)) "
        "ORDER BY origin, seq, other",
    )
    first: dict[bytes, ForkFound] = {}
    for origin, seq, kept, other in found:
        first.setdefault(origin, ForkFound(origin.hex(), seq, kept.hex(), other.hex()))
    return tuple(first.values())


def unheard(db: Database, origin: bytes) -> tuple[Body, ...]:
    """What must not be lost of a journal of ours that others may hold otherwise: erasures, withdrawals and
    certificates that nobody is known to hold. Said again in a new incarnation; twice is as good as once."""
    found = driver.rows(
        db,
        "SELECT kind, body FROM fact WHERE origin = ?1 AND seq > "
        "(SELECT coalesce(max(seq), 0) FROM held WHERE origin = ?1) AND kind IN (?2, ?3, ?4) ORDER BY seq",
        (origin, PersonsErased.kind, KeyWithdrawn.kind, KeyCertified.kind),
    )
    read = (bodies.decode(kind, body) for kind, body in found)
    return tuple(body for body in read if body is not None)


def unseen(db: Database) -> tuple[ForkRecord, ...]:
    """Forks that nobody of staff has read of since the first place of them is known."""
    read = dict(driver.rows(db, "SELECT fork_origin, min(fork_seq) FROM fork_seen GROUP BY fork_origin"))
    places: dict[bytes, int] = {}
    finders: dict[bytes, set[bytes]] = {}
    for of, seq, by in driver.rows(db, "SELECT fork_origin, fork_seq, origin FROM fork_found"):
        places[of] = min(seq, places.get(of, seq))
        finders.setdefault(of, set()).add(by)
    return tuple(
        ForkRecord(origin, seq, tuple(sorted(finders[origin])))
        for origin, seq in sorted(places.items())
        if origin not in read or read[origin] > seq
    )
