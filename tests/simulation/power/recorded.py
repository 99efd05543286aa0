"""The process whose writes and syncs are recorded: every kind of transaction on a real store.

recorded.py STORE [SYNCHRONOUS]: prints `did NAME` and `ack ORIGIN SEQ` after each COMMIT, as a screen would
say it. SYNCHRONOUS other than FULL is set from here, on this process's connection; the product has no such
switch.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain import facts
from kiosk.domain.attendee import Person
from kiosk.store import bodies, driver, erasure, projections
from kiosk.store.migrations import Store, open_store

KEY = bytes(range(32))
NOW_MS = 1_795_838_400_000
FAIR = "bj-2026-winter"
OTHER = b"another kiosk 01"


def say(text: str) -> None:
    """One system call, so that its place among the writes and syncs is known."""
    os.write(1, f"{text}\n".encode())


@dataclass
class Recording:
    """A store at work."""

    store: Store
    number: int = 0

    def record(self, *happened: facts.Body, personal: facts.Personal | None = None) -> None:
        """One transaction of several facts, acknowledged."""
        with self.store.transaction():
            for body in happened:
                self.number += 1
                kept = personal if isinstance(body, facts.AttendeeRegistered) else None
                self.store.journal.append(body, now_ms=NOW_MS + self.number * 1000, personal=kept)
        self.acknowledge()

    def acknowledge(self) -> None:
        """Say which facts of this kiosk are on disk."""
        origin = self.store.journal.origin
        say(f"ack {origin.hex()} {self.store.journal.origins().get(origin, 0)}")


def check_in(attendee: int, **more: object) -> facts.CheckIn:
    """Somebody went in."""
    fields: dict[str, object] = {
        "fair": FAIR,
        "gate": "east",
        "verdict": "admit",
        "reasons": ("welcome",),
        "claim": "badge",
        "attendee": attendee,
        "badge": attendee + 100,
        "badge_type": 1,
        "day": 2523,
    }
    return facts.CheckIn(**(fields | more))  # type: ignore[arg-type]


def walk_up(recording: Recording) -> None:
    """Registration, badge, check-in and print in one."""
    personal = bodies.personal_for(Person("林示远", "示例大学", phone="1234"))
    recording.record(
        facts.AttendeeRegistered(FAIR, 9, 1, "1", "4111010001", "本科", facts.personal_digest(personal)),
        facts.BadgeIssued(FAIR, 109, 9, 1, 7, 2523),
        check_in(9),
        facts.PrintRequested(FAIR, 55, 109, 9, "first"),
        personal=personal,
    )


def delegation(recording: Recording) -> None:
    """Many at once."""
    recording.record(*(check_in(number, group=77) for number in range(200, 230)))


def received(recording: Recording) -> None:
    """Facts of another kiosk."""
    chain: list[facts.Fact] = []
    previous = facts.GENESIS
    for seq in range(1, 41):
        body = check_in(1000 + seq)
        encoded, time = bodies.encode(body), (NOW_MS + seq) << 16
        digest = facts.fact_hash(
            origin=OTHER, seq=seq, time=time, kind=body.kind, body=encoded, previous=previous
        )
        chain.append(facts.Fact(OTHER, seq, time, body.kind, encoded, previous, digest))
        previous = digest
    with recording.store.transaction():
        assert recording.store.journal.receive(chain, {}, now_ms=NOW_MS).stored == 40
    say(f"ack {OTHER.hex()} 40")


def rebuilt(recording: Recording) -> None:
    """All projections anew, in one transaction."""
    with recording.store.transaction():
        projections.rebuild(recording.store.db)
    recording.acknowledge()


def folded(recording: Recording) -> None:
    """The log folded into the database, as SQLite does by itself every 1,000 pages."""
    driver.rows(recording.store.db, "PRAGMA wal_checkpoint(TRUNCATE)")
    recording.acknowledge()


def erased(recording: Recording) -> None:
    """Personal fields erased, the file written anew."""
    erasure.erase_persons(recording.store, fair=FAIR, now_ms=NOW_MS + 10**6)
    recording.acknowledge()


def renewed(recording: Recording) -> None:
    """A new incarnation, and its first fact."""
    recording.store.renew_origin()
    recording.record(facts.StaffSignedIn(FAIR, "s1"))


ONE_FACT: tuple[facts.Body, ...] = (
    facts.PackInstalled(FAIR, 1, "ab" * 32),
    facts.KeyCertified(7, "0a" * 32, "kiosk", "east-1", 5, "0b" * 64),
    check_in(1),
    check_in(1, direction="out", gate="exit", reasons=("left",)),
    check_in(2, verdict="refuse", reasons=("too_early",)),
    facts.BadgeIssued(FAIR, 300, 1, 1, 7, 2523, (101,), "s1"),
    facts.BadgeRevoked(FAIR, 300, "lost", "s1"),
    facts.EntryPaused(FAIR, "", True, "s1"),
    facts.PrintReported(55, "confirmed", "folder"),
    facts.CheckInUndone(FAIR, OTHER.hex(), 3, "s1"),
    facts.KeyWithdrawn(FAIR, 7, 3, "s1"),
    facts.AttendeeBarred(FAIR, 5, True, "s1"),
    facts.Agreed(FAIR, 5, "consent", "1"),
    facts.StallsReleased(FAIR, ("A001", "A002"), True, "s1"),
    facts.ClockConfirmed(FAIR, 5, "s1"),
    facts.StoreRescued("ab" * 16, 5, 1),
    facts.RescueSeen("s1"),
    facts.StaffSignedIn(FAIR, "s1"),
)
WHOLE: tuple[Callable[[Recording], None], ...] = (
    walk_up,
    delegation,
    received,
    rebuilt,
    folded,
    erased,
    renewed,
)
IN_WHOLE = frozenset({"attendee_registered", "print_requested", "persons_erased"})
"""Kinds that the transactions above record."""


def main(path: Path, synchronous: str) -> None:
    """Make a store, and do everything that is done to one."""
    store = open_store(path, KEY)
    if synchronous != "FULL":
        store.db.conn.execute(f"PRAGMA synchronous = {synchronous}")
    recording = Recording(store)
    for body in ONE_FACT:
        recording.record(body)
        say(f"did {body.kind}")
    for work in WHOLE:
        work(recording)
        say(f"did {work.__name__}")
    recording.record(check_in(77))
    store.close()
    say("did close")


if __name__ == "__main__":
    main(Path(sys.argv[1]), (*sys.argv, "FULL")[2])
