"""The processes whose writes and syncs are recorded: recorded.py FOLDER SCENARIO...

Each scenario is a process of its own in FOLDER/SCENARIO. It says, one system call a line and each line
beginning with the scenario's name: `settled` (all there is was there before), `did NAME` (a transaction has
ended), and what is relied on then: `ack ORIGIN SEQ HASH`, `copied FILE`, `restored ORIGIN`, `rescued`.
"""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kiosk.domain import facts
from kiosk.store import backup, rescue
from kiosk.store.driver import PAGE_SIZE
from kiosk.store.faults import StoreFault
from kiosk.store.head_mark import mark_path
from kiosk.store.migrations import Store, open_store
from tests.simulation.power.transactions import EVERYTHING, KEY, NOW_MS, Work, check_in, received, walk_up

UPGRADES = Path(__file__).parents[2] / "upgrades"
_Result = TypeVar("_Result")
TRIES = 40
FOLDED_OFTEN = 12
"""Pages of the log after which SQLite folds it in; 1,000 in the product, which takes hundreds of facts."""


@dataclass
class Scene:
    """One scenario at work in its folder."""

    folder: Path

    @property
    def store(self) -> Path:
        """Where the store lies."""
        return self.folder / "store.db"

    def say(self, text: str) -> None:
        """One system call, so that its place among the writes and syncs is known."""
        os.write(1, f"{self.folder.name} {text}\n".encode())

    def told(self, fact: facts.Fact) -> None:
        """A fact is acknowledged, and with it all that came before it."""
        self.say(f"ack {fact.origin.hex()} {fact.seq} {fact.hash.hex()}")

    def work(self, store: Store) -> Work:
        """A store at work that says what it acknowledges."""
        return Work(store, self.told)

    def tell_all(self, store: Store) -> None:
        """Every origin's last fact."""
        for origin, last in store.journal.origins().items():
            for fact in store.journal.facts(origin, last):
                self.told(fact)


def everything(scene: Scene, synchronous: str = "FULL") -> None:
    """A store is made, every kind of transaction runs, it is closed."""
    store = open_store(scene.store, KEY)
    if synchronous != "FULL":  # set from here, on this process's connection: the product has no such switch
        store.db.conn.execute(f"PRAGMA synchronous = {synchronous}")
    work = scene.work(store)
    for each in EVERYTHING:
        each(work)
        scene.say(f"did {each.__name__}")
    work.record(check_in(77))
    store.close()
    scene.say("did close")


def not_synced(scene: Scene) -> None:
    """The same with synchronous=NORMAL."""
    everything(scene, "NORMAL")


def folded_often(scene: Scene) -> None:
    """The log is folded in and begun anew every few transactions, by the commits themselves."""
    store = open_store(scene.store, KEY)
    store.db.conn.execute(f"PRAGMA wal_autocheckpoint = {FOLDED_OFTEN}")
    work = scene.work(store)
    for number in range(24):
        walk_up(work) if number % 4 == 3 else work.record(check_in(number))
        scene.say(f"did {number}")
    store.close()
    scene.say("did close")


def moved_on(scene: Scene) -> None:
    """A store of version 1 is opened, so brought up to date, and goes on."""
    scene.store.write_bytes((UPGRADES / "store_v1.db").read_bytes())
    scene.say("settled")
    store = open_store(scene.store, KEY)
    scene.tell_all(store)
    scene.say("did migrate")
    scene.work(store).record(check_in(1))
    store.close()
    scene.say("did close")


def sealed(what: bytes, context: bytes) -> bytes:
    """In place of the seal to the venue, which is no matter of the disk."""
    return what[::-1]


def copied(scene: Scene) -> None:
    """Two backups of a store at work, and a spare kiosk's store made from the second."""
    store = open_store(scene.store, KEY)
    work, backups = scene.work(store), scene.folder / "backups"
    received(work)
    for number in range(2):
        walk_up(work)
        now_ms = NOW_MS + number * 3_600_000
        made = backup.make(scene.store, KEY, backups, kiosk="east-1", seal=sealed, now_ms=now_ms)
        scene.say(f"copied {made.file.name}")
        scene.say("did backup")
    restored = backup.restore(made.file, scene.folder / "spare" / "store.db", KEY, unseal=sealed)
    scene.say(f"restored {restored.origin}")
    scene.say("did restore")
    work.record(check_in(5))
    store.close()


def rescued(scene: Scene) -> None:
    """A store whose first page was damaged is put aside and rebuilt of all its facts."""
    with tempfile.TemporaryDirectory() as elsewhere:
        path = Path(elsewhere) / "store.db"
        store = open_store(path, KEY)
        work = scene.work(store)
        received(work)
        walk_up(work)
        work.record(check_in(8))
        scene.tell_all(store)
        store.close()
        raw = bytearray(path.read_bytes())
        raw[PAGE_SIZE // 2] ^= 1
        scene.store.write_bytes(raw)
        mark_path(scene.store).write_bytes(mark_path(path).read_bytes())
    scene.say("settled")
    store, report = rescue.open_or_rescue(scene.store, KEY, now_ms=NOW_MS)
    assert report is not None
    scene.say("rescued")
    scene.say("did rescue")
    scene.work(store).record(check_in(9))
    store.close()
    scene.say("did close")


def failing(scene: Scene) -> None:
    """Every kind of transaction where calls fail now and then: each is tried again until it goes through."""
    work = scene.work(again(lambda: open_store(scene.store, KEY)))
    for each in EVERYTHING:
        again(lambda each=each: each(work))  # type: ignore[misc]
        scene.say(f"did {each.__name__}")
    work.record(check_in(77))
    scene.say("did close")
    os._exit(0)  # as a kill: closing would find the failing disk as well


def again(work: Callable[[], _Result]) -> _Result:
    """Try until it succeeds."""
    for _ in range(TRIES):
        try:
            return work()
        except StoreFault as fault:
            last = fault
    raise last


def opened(scene: Scene) -> None:
    """What a power cut has left is opened and goes on; the cut comes again."""
    store = open_store(scene.store, KEY)
    scene.tell_all(store)
    work = scene.work(store)
    work.record(check_in(3))
    scene.say("did open")
    store.close()
    scene.say("did close")


SCENARIOS: dict[str, Callable[[Scene], None]] = {
    each.__name__: each
    for each in (everything, not_synced, folded_often, moved_on, copied, rescued, failing, opened)
}


def run(scene: Scene, scenario: Callable[[Scene], None]) -> None:
    """In a process of its own, which ends with status 0 or not."""
    scene.folder.mkdir(exist_ok=True)
    child = os.fork()
    if child == 0:
        status = 1
        try:
            scenario(scene)
            status = 0
        finally:
            if status:
                traceback.print_exc()
            os._exit(status)
    _, status = os.waitpid(child, 0)
    if status:
        raise SystemExit(f"{scene.folder.name} ended with {status}")


def main(folder: Path, names: list[str]) -> None:
    """The scenarios, one after the other; a folder that is there already is one to be opened."""
    for name in names:
        run(Scene(folder / name), SCENARIOS.get(name, opened))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
