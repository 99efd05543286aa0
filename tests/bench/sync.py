"""Facts that travel: 100,000 between three stores, a pack of a million people, and a hall at work.

Three stores begin with a third of a day each and talk over TCP on loopback until all have all of it
(sync_three): every segment is cut, signed, sent, its signature and chain verified, and what it brings kept
and added to the projections. Beside it the bare baseline (sync_bare) takes the same parcels: it decodes them
and inserts the rows that our stores end with, the facts' and the projections'. The two take turns every few
thousand facts. A fact counts once for each store that takes it in. The gate is processor time a fact: ours
must do at least 0.4 times the baseline's rows a second, so it may take 2.5 times as long; sending is part of
ours and not of the baseline. Rows without a goal say more:

- gate_parcels: with as few facts in a parcel as a courier beside a gate asks for, and no more a
  commit of the baseline; a fifth of the facts;
- taking: without cutting and sending, only what a store does with a parcel that has come;
- fact_rows_alone: against a baseline that inserts no projection at all;
- as_a_day: one store that takes the whole day in as it happened, six journals in every parcel.

FAIR_KIOSK_FACTS is how many facts there are, 100,000 where nothing is said. The pack is sync_pack's, the hall
(a hub with forty couriers, an idle courier, a gate while facts pour in) sync_hall's.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)] if str(ROOT) not in sys.path else []

from installer.measure import Row  # noqa: E402
from kiosk.app.courier import GATE_PARCEL_FACTS  # noqa: E402
from kiosk.domain import facts  # noqa: E402
from kiosk.store import projections  # noqa: E402
from kiosk.store.journal import Journal  # noqa: E402
from kiosk.store.migrations import open_store  # noqa: E402
from kiosk.sync.messages import MAX_PARCEL_FACTS  # noqa: E402
from kiosk.sync.wire import encode_segment  # noqa: E402
from tests.bench import sync_day, sync_hall, sync_pack  # noqa: E402
from tests.bench.sync_bare import KEY, Bare, Final, final_rows  # noqa: E402
from tests.bench.sync_three import NOW_MS, Noted, Three  # noqa: E402

FACTS = int(os.environ.get("FAIR_KIOSK_FACTS", "100000"))
TURN = 5_000
"""Facts that our stores take in before the baseline has its turn."""
GOAL = 1 / 0.4


def measure() -> Iterator[Row]:
    """Rows: three stores, a day, a pack, and the hall."""
    for part in (three_stores, gate_parcels, as_a_day):
        with tempfile.TemporaryDirectory(prefix="fair-kiosk-sync-") as folder:
            yield from part(Path(folder))
    yield from others()


def others() -> Iterator[Row]:
    """What other modules measure of the exchange."""
    yield from sync_pack.rows()
    yield from sync_hall.rows()


@dataclass
class Spent:
    """Seconds of one lane."""

    cpu_s: float = 0.0
    wall_s: float = 0.0

    @contextmanager
    def more(self) -> Iterator[None]:
        """What happens inside is this lane's."""
        cpu_s, wall_s = time.process_time(), time.perf_counter()
        yield
        self.cpu_s += time.process_time() - cpu_s
        self.wall_s += time.perf_counter() - wall_s


@dataclass(frozen=True)
class Known:
    """What the baseline is told beforehand: hashes, final rows, and the digest of their tables."""

    hashes: dict[tuple[bytes, int], bytes]
    final: Final
    digest: str


def three_stores(folder: Path) -> Iterator[Row]:
    """The exchange, with the gate."""
    yield from _exchange("three_stores", Three(folder, FACTS), folder, GOAL)


def gate_parcels(folder: Path) -> Iterator[Row]:
    """The same in small commits."""
    yield from _exchange("gate_parcels", Three(folder, FACTS // 5, GATE_PARCEL_FACTS), folder)


def _exchange(name: str, three: Three, folder: Path, goal: float | None = None) -> Iterator[Row]:
    """Three stores, and the baselines beside them."""
    known = _known(folder, three.day)
    bare = [_bare(folder, f"bare-{each.number}", known, known.final) for each in three.ledgers]
    alone = [_bare(folder, f"alone-{each.number}", known, {}) for each in three.ledgers]
    for number, own in enumerate(three.origins):
        held = [fact for fact in three.day.facts if fact.origin in own]
        for lane in (bare, alone):
            lane[number].hold(held, three.day.personals)
    ours, floor, facts_alone = Spent(), Spent(), Spent()
    with _collector_off():
        with ours.more():
            three.meet()
        taken, done = 0, False
        while not done:
            with ours.more():
                taken = three.talk_until(taken + TURN)
            done = three.settled
            for lane, spent in ((bare, floor), (alone, facts_alone)):
                with spent.more():
                    for ledger, store in zip(three.ledgers, lane, strict=True):
                        for parcel in ledger.given:
                            store.take(parcel)
            for ledger in three.ledgers:
                ledger.given.clear()
    assert taken == len(three.day.facts) * (len(three.stores) - 1)
    _assert_equal(known, *(store.db for store in (*three.stores, *bare)))
    taking = Spent(sum(each.cpu_s for each in three.ledgers))
    yield _cpu(name, floor, ours, taken, goal)
    yield _clock(name, floor, ours, taken)
    yield _cpu(f"{name}.taking", floor, taking, taken)
    yield _cpu(f"{name}.fact_rows_alone", facts_alone, ours, taken)
    yield Row(f"sync.{name}.rows", taken / floor.cpu_s, taken / ours.cpu_s, "a second")
    three.close()
    for store in (*bare, *alone):
        store.close()


def as_a_day(folder: Path) -> Iterator[Row]:
    """One store that takes in a whole day of six others."""
    day = sync_day.day(FACTS)
    known = _known(folder, day)
    bare = _bare(folder, "bare", known, known.final)
    store = open_store(folder / "ours.db", KEY)
    ledger = Noted(store, 0)
    ours, floor = Spent(), Spent()
    with _collector_off():
        for parcel in sync_day.parcels(day.facts, MAX_PARCEL_FACTS):
            segments = [_segment(day, run) for run in parcel]
            with ours.more():
                ledger.take(segments)
            with floor.more():
                bare.take(segments)
    assert ledger.facts == FACTS
    _assert_equal(known, store.db, bare.db)
    yield _cpu("as_a_day", floor, ours, FACTS)
    yield _clock("as_a_day", floor, ours, FACTS)
    store.close()
    bare.close()


def _cpu(name: str, floor: Spent, ours: Spent, count: int, goal: float | None = None) -> Row:
    return Row(f"sync.{name}.cpu", floor.cpu_s * 1e6 / count, ours.cpu_s * 1e6 / count, "us a fact", goal)


def _clock(name: str, floor: Spent, ours: Spent, count: int) -> Row:
    return Row(f"sync.{name}.clock", floor.wall_s * 1e6 / count, ours.wall_s * 1e6 / count, "us a fact")


def _known(folder: Path, day: sync_day.Journals) -> Known:
    """What a store ends with that knows the whole day."""
    store = open_store(folder / "whole.db", KEY)
    with store.transaction():
        received = Journal(store.db, bytes(16)).receive(day.facts, day.personals, now_ms=NOW_MS)
    assert received.stored == len(day.facts)
    hashes = {(fact.origin, fact.seq): fact.hash for fact in day.facts}
    known = Known(hashes, final_rows(store.db, day.facts), projections.digest(store.db))
    store.close()
    return known


def _bare(folder: Path, name: str, known: Known, final: Final) -> Bare:
    return Bare(folder / f"{name}.db", known.hashes, final)


def _segment(day: sync_day.Journals, run: Sequence[facts.Fact]) -> bytes:
    found = {fact.seq: day.personals.get((fact.origin, fact.seq)) for fact in run}
    personals = {seq: personal for seq, personal in found.items() if personal is not None}
    return encode_segment(run, personals, day.head(run[-1]))


def _assert_equal(known: Known, *stores: Any) -> None:
    for db in stores:
        assert projections.digest(db) == known.digest, "all end with the same rows"


@contextmanager
def _collector_off() -> Iterator[None]:
    """Python's collector looks at all that is alive; what is alive here is the bench's."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()
