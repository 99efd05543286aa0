"""Stores as killed kiosks left them: `lived_in.py FOLDER` makes `older`, `killed` and `other` in it.

Each has facts of its own and of two other kiosks, walk-ups with personal fields, bodies that are longer than
a page's cell, and a write-ahead log behind a part that was folded in.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

from kiosk.domain import facts
from kiosk.domain.attendee import Person
from kiosk.store import bodies, driver
from kiosk.store.migrations import Store, open_store

KEY = bytes(range(32))
NOW_MS = 1_795_838_400_000
VISITORS = 160
OLDER = 110
FILES = ("store.db", "store.db-wal", "store.db-shm", "store.db-head")


def visitor(store: Store, number: int) -> None:
    """Registers, gets a badge, goes in; a transaction each."""
    now_ms = NOW_MS + number * 1000
    personal = bodies.personal_for(Person("林示远", phone=f"138{number:08}"))
    registered = facts.AttendeeRegistered(
        "f", number, 1, "1", "4111010001", "本科", facts.personal_digest(personal)
    )
    with store.transaction():
        store.journal.append(registered, now_ms=now_ms, personal=personal)
        replaced = tuple(range(10**18, 10**18 + 90)) if number % 40 == 7 else ()
        store.journal.append(
            facts.BadgeIssued("f", number, number, 1, 5, 2523, replaces=replaced), now_ms=now_ms
        )
        store.journal.append(facts.PrintRequested("f", number, number, number, "first"), now_ms=now_ms)
    with store.transaction():
        body = facts.CheckIn("f", "east", "admit", ("welcome",), "badge", number, number, 1, 2523)
        store.journal.append(body, now_ms=now_ms)
        if number < VISITORS - 5:
            store.journal.append(facts.PrintReported(number, "sent", "folder"), now_ms=now_ms)


def others(store: Store, origin: bytes, count: int) -> None:
    """Facts that came from another kiosk."""
    made: list[facts.Fact] = []
    previous, time = facts.GENESIS, 0
    for seq in range(1, count + 1):
        time = facts.next_time(time, NOW_MS + seq)
        body = facts.CheckIn("f", "west", "admit", ("welcome",), "code", 10**6 + seq, day=2523)
        fact = facts.Fact(origin, seq, time, body.kind, bodies.encode(body), previous, b"")
        previous = facts.fact_hash(
            origin=origin, seq=seq, time=time, kind=fact.kind, body=fact.body, previous=fact.previous
        )
        made.append(replace(fact, hash=previous))
    with store.transaction():
        assert store.journal.receive(made, {}, now_ms=NOW_MS).stored == count


def live(folder: Path, key: bytes, older: Path | None) -> Store:
    """A day, the last third of it in the log."""
    store = open_store(folder / "store.db", key)
    others(store, b"\1" * 16, 60)
    for number in range(1, VISITORS + 1):
        visitor(store, number)
        if number == VISITORS * 2 // 3:
            driver.rows(store.db, "PRAGMA wal_checkpoint(TRUNCATE)")
        if number == OLDER and older is not None:
            copy(folder, older)
    others(store, b"\2" * 16, 40)
    visitor(store, VISITORS + 1)
    return store


def copy(source: Path, target: Path) -> None:
    """By another process: to open and close a store's files here would take SQLite's locks away."""
    target.mkdir()
    if os.fork() == 0:
        for name in FILES:
            shutil.copy(source / name, target)
        os._exit(0)
    os.wait()


if __name__ == "__main__":
    made = Path(sys.argv[1])
    opened = [live(made / "killed", KEY, made / "older"), live(made / "other", bytes(32), None)]
    os._exit(0)  # as a kill: nothing is closed or folded in
