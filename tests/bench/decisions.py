"""One process that decides check-ins, for the benchmarks: decisions.py FOLDER ATTENDEES ROUNDS [OPTIONS]

Prints a JSON object: CPU and wall seconds of every decision, of the same statements bare, and of one row.
The floor of a decision is one Ed25519 verification, and the statements of that very decision (recorded while
it was made once and rolled back) with their parameters, executed bare from BEGIN IMMEDIATE to COMMIT on the
same encrypted store, prepared and cached by the driver as ours are. Ours is made once and rolled back before,
too, so that both find the same pages in memory. OPTIONS is a JSON object.
"""

from __future__ import annotations

import gc
import json
import random
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kiosk.domain import badge, facts
from kiosk.domain.attendee import Attendee, Person, Registration
from kiosk.domain.badge_type import BadgeType
from kiosk.domain.fair import Policy, Slot, at
from kiosk.domain.fairpack import Issue
from kiosk.keys.signing import KeyRing, verify
from kiosk.services.gate import Gate
from kiosk.services.issuing import Issuing
from kiosk.store import catalogue as catalogues
from kiosk.store import driver
from kiosk.store.migrations import Store, open_store
from tests.services.conftest import DAY, FAIR_ID, KIOSKS, content

KEY = b"k" * 32
NUMBER = badge.fair_number(FAIR_ID)
EAST = KIOSKS["east-1"]
NAMES = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英华玉文建国志永红春梅海燕雪晨浩宇"


@dataclass
class Clock:
    """A second between two decisions."""

    moment: datetime = field(default_factory=lambda: at(DAY, 9 * 60 + 24))

    def now(self) -> datetime:
        """The moment of this decision."""
        return self.moment

    def now_ms(self) -> int:
        """The same in milliseconds since 1970."""
        return int(self.moment.timestamp() * 1000)


class Recorder:
    """A connection that keeps what is executed, and undoes it where it would be committed."""

    def __init__(self, conn: Any, kept: list[tuple[Any, str, Any]], *, undo: bool) -> None:
        self.conn = conn
        self.kept = kept
        self.undo = undo

    def __getattr__(self, name: str) -> Any:
        return getattr(self.conn, name)

    def execute(self, sql: str, parameters: Any = ()) -> Any:
        """Execute and keep it."""
        if sql == "COMMIT" and self.undo:
            return self.conn.execute("ROLLBACK")
        if sql not in {"BEGIN IMMEDIATE", "COMMIT"}:
            self.kept.append((self.conn, sql, parameters))
        return self.conn.execute(sql, parameters)


def ids(number: int) -> tuple[int, int]:
    """Attendee and badge of a number, spread over 64 bits as drawn ones are."""
    chance = random.Random(number)
    return chance.getrandbits(64), chance.getrandbits(64)


def person(number: int) -> Attendee:
    """An attendee of that number."""
    chance = random.Random(number + 10**9)
    name = "".join(chance.choices(NAMES, k=chance.choice((2, 3, 3))))
    return Attendee(
        ids(number)[0],
        BadgeType.GRADUATE,
        Registration.CONFIRMED,
        Person(name, "北京科技大学", "软件工程・硕士", f"2019{number:08d}", f"13{number:09d}"),
        DAY,
        Slot(540, 630),
        "4111010008",
        "硕士",
    )


def make_pack(folder: Path, attendees: int) -> Path:
    """The catalogue with so many attendees, written once."""
    path = folder / f"catalogue-{attendees}.db"
    if not path.exists():
        base = content()
        fair = replace(base.fair, policy=replace(base.fair.policy or Policy(), hall_capacity=0))
        catalogues.write(
            path,
            KEY,
            replace(
                base,
                fair=fair,
                attendees=tuple(person(number) for number in range(attendees)),
                issues=tuple(Issue(*ids(number), number.to_bytes(32, "big")) for number in range(attendees)),
            ),
        )
    return path


@dataclass
class Bench:
    """A gate whose statements can be recorded."""

    store: Store
    catalogue: catalogues.Catalogue
    gate: Gate
    clock: Clock
    attendees: int
    next: int = 0

    def token(self) -> tuple[str, bytes, bytes]:
        """The next person's badge: its text, what is signed, and the signature."""
        attendee, badge_id = ids(self.next)
        self.next += 1
        self.clock.moment += timedelta(milliseconds=200)
        named = badge.Token(EAST.kid, NUMBER, DAY, BadgeType.GRADUATE, badge_id, attendee)
        signed = badge.SIGNED_TAG + named.payload()
        return badge.encode(named, EAST.sign), signed, EAST.sign(signed)

    def rehearse(self, text: str) -> list[tuple[Any, str, Any]]:
        """Decide it once and roll back; the statements."""
        kept: list[tuple[Any, str, Any]] = []
        store, catalogue = self.store.db, self.catalogue.db
        conn, pack = store.conn, catalogue.conn
        store.conn = Recorder(conn, kept, undo=True)
        catalogue.conn = Recorder(pack, kept, undo=False)
        try:
            self.gate.scan(text)
        finally:
            store.conn, catalogue.conn = conn, pack
        return kept

    def floor(self, kept: list[tuple[Any, str, Any]], signed: bytes, signature: bytes) -> None:
        """One verification, the same statements, one commit."""
        conn = self.store.db.conn
        assert verify(EAST.public, signed, signature)
        conn.execute("BEGIN IMMEDIATE")
        for where, sql, parameters in kept:
            where.execute(sql, parameters).fetchall()
        conn.execute("COMMIT")

    def one_row(self, number: int) -> None:
        """One row of a fact's size, committed."""
        conn = self.store.db.conn
        conn.execute("BEGIN IMMEDIATE")
        conn.execute("INSERT INTO bench_row VALUES (?, ?)", (number, b"x" * 600))
        conn.execute("COMMIT")


def open_bench(folder: Path, attendees: int, name: str, page_size: int = driver.PAGE_SIZE) -> Bench:
    """A fresh store beside the pack."""
    path = folder / f"{name}.db"
    for end in ("", "-wal", "-shm", "-head"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    catalogue = catalogues.Catalogue.open(make_pack(folder, attendees), KEY)
    driver.PAGE_SIZE = page_size  # the pack has its own
    store, clock = open_store(path, KEY), Clock()
    with store.transaction():
        store.db.conn.execute("CREATE TABLE bench_row (number INTEGER PRIMARY KEY, body BLOB)")
    fair = catalogue.fair()
    issuing = Issuing(store, catalogue, EAST, fair, clock)
    ring = KeyRing(catalogue.authority(), catalogue.certificates())
    return Bench(
        store, catalogue, Gate(store, catalogue, ring, issuing, fair, "east", clock), clock, attendees
    )


@contextmanager
def timed(into: list[tuple[float, float]]) -> Iterator[None]:
    """CPU and wall seconds of what is done inside."""
    cpu, wall = time.process_time(), time.perf_counter()
    yield
    into.append((time.process_time() - cpu, time.perf_counter() - wall))


def rss_kb() -> int:
    """Resident memory now, kB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main(folder: Path, attendees: int, rounds: int, options: dict[str, Any]) -> None:
    """Decide so many times, in turn with the floor and with one row."""
    if options.get("make"):
        make_pack(folder, attendees)
        return
    gc.disable()  # as in the kiosk: ui/collector.py asks for it on the GUI thread alone
    if options.get("plain"):
        folder = folder / "plain"
        folder.mkdir(exist_ok=True)
        driver._unlock = lambda _connection, _key: None  # the same driver without its cipher
    page_size = options.get("page_size", driver.PAGE_SIZE)
    bench = open_bench(folder, attendees, options.get("name", "store"), page_size)
    if "cache_kb" in options:
        bench.store.db.conn.execute(f"PRAGMA cache_size = -{options['cache_kb']}")
    for _ in range(options.get("before", 200)):
        bench.gate.scan(bench.token()[0])
    ours: list[tuple[float, float]] = []
    floor: list[tuple[float, float]] = []
    row: list[tuple[float, float]] = []
    for number in range(rounds):
        if options.get("ours_only"):
            with timed(ours):
                bench.gate.scan(bench.token()[0])
            continue
        text, _, _ = bench.token()
        bench.rehearse(text)
        with timed(ours):
            decided = bench.gate.scan(text)
        assert decided.decision.verdict.value == "admit"
        text, signed, signature = bench.token()
        kept = bench.rehearse(text)
        with timed(floor):
            bench.floor(kept, signed, signature)
        with timed(row):
            bench.one_row(number)
    assert bench.store.journal.latest(facts.CheckIn) is not None
    if not options.get("ours_only"):
        assert bench.store.journal.verify() == (), "the floor wrote the same rows"
    print(json.dumps({"ours": ours, "floor": floor, "row": row, "rss_kb": rss_kb()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), json.loads((*sys.argv, "{}")[4]))
