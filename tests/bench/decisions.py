"""One process that decides check-ins, for the benchmarks: decisions.py FOLDER '{"rounds": 100, ...}'

Prints a JSON object: CPU and wall seconds of every decision, of its floor, and what else was asked for.

A round is one fresh badge in five lanes, each with a store of its own, equal at the beginning and at the end
(the digests of their projections are compared), and its own opening of the pack, so that all find the same
pages in memory, or do not:

- a twin decides it and its statements and their parameters are recorded, whatever the gate issues; not timed;
- ours: `Gate.scan`, from the text to COMMIT;
- floor: one Ed25519 verification (the key's object made before), then BEGIN IMMEDIATE, the recorded
  statements with their parameters, executed bare on cursors made before, and COMMIT. The driver keeps them
  prepared, as it does ours. What they are given (the journal's body and hash among it) the twin computed;
- plain: the floor on plain SQLite, by the same library with the same settings, without a cipher;
- row: one row of a fact's size, committed.

The lanes that are timed take turns in being first. Python's collector is off, as it is at the gate (it runs
once a second on the window's thread, see kiosk/ui/collector.py).
"""

from __future__ import annotations

import gc
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk.store import driver, projections
from tests.bench import million
from tests.bench.million import Kiosk, Shown

Sample = tuple[float, float]
"""CPU and wall, in seconds."""
STEP = timedelta(milliseconds=200)
"""Between two decisions, by the fair's clock."""
BEFORE = 50
"""Rounds that are not counted: caches fill."""
PUBLIC = {key.kid: Ed25519PublicKey.from_public_bytes(key.public) for key in (million.HERE, million.THERE)}


@dataclass(frozen=True, slots=True)
class Asked:
    """What one process is to do."""

    attendees: int
    rounds: int
    filled: int = 0
    """Decisions that stand in the store before."""
    compare: bool = True
    """All lanes; else ours alone."""
    plain: bool = True
    """The lane without a cipher, too."""
    page_size: int = million.PAGE_SIZE
    """Of the store."""
    pack_page_size: int = million.PAGE_SIZE
    cache_kb: int = 0
    """Of the store's connection; 0 for the driver's own."""
    pack_cache_kb: int = 0
    pack: str = ""
    """A pack to be taken instead of the kept one."""
    checkpoint_pages: int = 0
    """At which the log is folded in; 0 for the driver's own."""

    @property
    def badges(self) -> int:
        """Rounds that are made in all."""
        return self.rounds + (BEFORE if self.compare else 0)


@dataclass(slots=True)
class Found:
    """What was measured."""

    ours: list[Sample] = field(default_factory=list)
    floor: list[Sample] = field(default_factory=list)
    plain: list[Sample] = field(default_factory=list)
    row: list[Sample] = field(default_factory=list)
    statements: int = 0
    """Of the last decision, without BEGIN and COMMIT."""
    rss_kb: int = 0

    def forget(self) -> None:
        """Begin anew."""
        for lane in (self.ours, self.floor, self.plain, self.row):
            lane.clear()


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement that the gate executed."""

    on_store: bool
    sql: str
    parameters: Any
    reads: bool


class Recorder:
    """A connection that keeps what is executed on it, but for the transaction's own BEGIN and COMMIT."""

    def __init__(self, connection: Any, kept: list[Statement], *, on_store: bool) -> None:
        self._connection = connection
        self._kept = kept
        self._on_store = on_store

    @property
    def in_transaction(self) -> bool:
        """The connection's."""
        return bool(self._connection.in_transaction)

    def execute(self, sql: str, parameters: Any = ()) -> Any:
        """Execute and keep it."""
        cursor = self._connection.execute(sql, parameters)
        if sql not in {"BEGIN IMMEDIATE", "COMMIT"}:
            self._kept.append(Statement(self._on_store, sql, parameters, cursor.description is not None))
        return cursor

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


class Bare:
    """Replays statements on two connections."""

    def __init__(self, store: Any, pack: Any) -> None:
        self.store = store
        self._cursors = {True: store.cursor(), False: pack.cursor()}

    def decide(self, statements: list[tuple[Any, str, Any, bool]], shown: Shown) -> None:
        """One verification, the statements, one commit."""
        PUBLIC[shown.key.kid].verify(shown.signature, shown.signed)
        execute = self._cursors[True].execute
        execute("BEGIN IMMEDIATE")
        for cursor, sql, parameters, reads in statements:
            cursor.execute(sql, parameters)
            if reads:
                cursor.fetchall()
        execute("COMMIT")

    def prepared(self, kept: list[Statement]) -> list[tuple[Any, str, Any, bool]]:
        """The statements with the cursor of each."""
        return [(self._cursors[each.on_store], each.sql, each.parameters, each.reads) for each in kept]


def timed(act: Callable[[], Any], into: list[Sample]) -> None:
    """CPU and wall seconds of an act."""
    cpu_s, wall_s = time.process_time(), time.perf_counter()
    act()
    into.append((time.process_time() - cpu_s, time.perf_counter() - wall_s))


def opened(asked: Asked, store_path: Path, pack_path: Path) -> Kiosk:
    """A kiosk with the settings that were asked for."""
    kiosk = million.open_kiosk(store_path, pack_path, asked.page_size, asked.pack_page_size)
    store, pack = million.bare(kiosk)
    if asked.cache_kb:
        store.execute(f"PRAGMA cache_size = -{asked.cache_kb}")
    if asked.pack_cache_kb:
        pack.execute(f"PRAGMA cache_size = -{asked.pack_cache_kb}")
    if asked.checkpoint_pages:
        store.execute(f"PRAGMA wal_autocheckpoint = {asked.checkpoint_pages}")
    return kiosk


def alone(asked: Asked, pack: Path, run: Path, found: Found) -> None:
    """Ours and nothing else: for counting syncs and looking at memory."""
    kiosk = opened(asked, run / "alone.db", pack)
    million.fill(kiosk, asked.filled, range(asked.badges))
    for number in range(asked.badges):
        kiosk.clock.moment += STEP
        _ours(kiosk, million.badge_of(number), found.ours)()
    found.rss_kb = resident_kb()
    kiosk.close()


def stores(asked: Asked, pack: Path, run: Path) -> datetime:
    """Equal stores for all lanes: twin.db, ours.db, floor.db, row.db. Gives the hour in them."""
    kiosk = opened(asked, run / "first.db", pack)
    million.fill(kiosk, asked.filled, range(asked.badges))
    driver.script(kiosk.store.db, "VACUUM;")  # so that none lies more in order than another
    kiosk.close()
    for name in ("twin", "ours", "floor", "row"):
        shutil.copyfile(run / "first.db", run / f"{name}.db")
    return kiosk.clock.moment


def open_plain(pack: Path, run: Path) -> Kiosk:
    """A kiosk like the others whose databases have no cipher."""
    million.copy_database(run / "first.db", run / "plain.db", "")
    plain = plain_pack(pack)
    with million.without_cipher():
        return million.open_kiosk(run / "plain.db", plain)


def plain_pack(pack: Path) -> Path:
    """The pack without its cipher."""
    return million.plain_copy(pack, pack.with_name(f"{pack.stem}-plain.db"))


def compare(asked: Asked, pack: Path, run: Path, found: Found) -> None:
    """All lanes, round by round."""
    hour = stores(asked, pack, run)
    twin, ours, floored, rows = (
        opened(asked, run / f"{name}.db", pack) for name in ("twin", "ours", "floor", "row")
    )
    plainly = [open_plain(pack, run)] if asked.plain else []
    kept: list[Statement] = []
    twin.store.db.conn = Recorder(twin.store.db.conn, kept, on_store=True)
    twin.catalogue.db.conn = Recorder(twin.catalogue.db.conn, kept, on_store=False)
    floor, row = Bare(*million.bare(floored)), rows.store.db.conn
    plain = [Bare(*million.bare(each)) for each in plainly]
    row.execute("CREATE TABLE bench_row (number INTEGER PRIMARY KEY, body BLOB)")
    gc.collect()
    gc.disable()
    for number in range(asked.badges):
        if number == BEFORE:
            found.forget()
        shown = million.badge_of(number)
        hour += STEP
        twin.clock.moment = ours.clock.moment = hour
        kept.clear()
        twin.gate.scan(shown.text)
        lanes = (
            _ours(ours, shown, found.ours),
            _bare(floor, kept, shown, found.floor),
            *(_bare(each, kept, shown, found.plain) for each in plain),
            _row(row, number, found.row),
        )
        for turn in range(len(lanes)):
            lanes[(number + turn) % len(lanes)]()
        found.statements = len(kept)
    found.rss_kb = resident_kb()
    assert_equal(twin, ours, floored, *plainly)


def _ours(kiosk: Kiosk, shown: Shown, into: list[Sample]) -> Callable[[], None]:
    return lambda: timed(lambda: kiosk.gate.scan(shown.text), into)


def _bare(bare: Bare, kept: list[Statement], shown: Shown, into: list[Sample]) -> Callable[[], None]:
    statements = bare.prepared(kept)
    return lambda: timed(lambda: bare.decide(statements, shown), into)


def _row(connection: Any, number: int, into: list[Sample]) -> Callable[[], None]:
    return lambda: timed(lambda: _one_row(connection, number), into)


def _one_row(connection: Any, number: int) -> None:
    """One row of a fact's size, committed."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO bench_row VALUES (?, ?)", (number, b"x" * 600))
    connection.execute("COMMIT")


def assert_equal(twin: Kiosk, *others: Kiosk) -> None:
    """Every lane wrote the same rows, and everybody was let in."""
    assert twin.store.journal.verify() == ()
    digest, heads = projections.digest(twin.store.db), twin.store.journal.origins()
    for other in others:
        assert projections.digest(other.store.db) == digest, "the lanes wrote the same rows"
        assert other.store.journal.origins() == heads
    refused = driver.rows(others[0].store.db, "SELECT count(*) FROM check_in WHERE verdict <> 'admit'")
    assert refused == [(0,)], "everybody was let in"


def resident_kb() -> int:
    """Memory of this process that is in use now."""
    gc.collect()
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS:")).split()[1])


def main(folder: Path, asked: Asked) -> None:
    """Measure what was asked for."""
    found = Found()
    pack = Path(asked.pack) if asked.pack else million.pack(folder, asked.attendees)
    if not asked.rounds:
        plain_pack(pack)
        return
    with tempfile.TemporaryDirectory(dir=folder) as run:
        if asked.compare:
            compare(asked, pack, Path(run), found)
        else:
            alone(asked, pack, Path(run), found)
    print(json.dumps(asdict(found)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Asked(**json.loads(sys.argv[2])))
